/**
 * `npm run test:archive -- [COUNT]`: has the command line annotate an archive, one line in a hundred broken, and tells rate
 * and peak memory. Fails where an article is missing, out of order, or the memory more than the budget.
 */
import { spawn } from "node:child_process";
import { createReadStream, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./lib/paths.mjs";
import { run, runInto, script, Stop } from "./lib/process.mjs";

/** Peak resident memory, in MiB. */
const BUDGET = 200;
/** So many lines of a thousand are broken. */
const BROKEN = 10;
const folder = join(root, "target", "archive");
const release = join(root, "target", "release");
const articles = join(folder, "articles.jsonl");
const results = join(folder, "results.jsonl");
const rejects = join(folder, "rejects.jsonl");

await script(async () => {
  const count = Number(process.argv[2] ?? 10_000);
  await run("cargo", ["build", "--quiet", "--release", "--locked", "--features", "cli", "--bin", "reportedly", "--example", "articles"]);
  mkdirSync(folder, { recursive: true });
  await runInto(articles, join(release, "examples", "articles"), [String(count), String(BROKEN)]);
  const { seconds, memory, status } = await annotate();
  const wanted = Array.from({ length: count }, (_, number) => number).filter((number) => number % 1000 >= BROKEN);
  await compare(wanted.map((number) => `article-${number}`));
  const broken = readFileSync(rejects, "utf8").split("\n").length - 1;
  if (broken !== count - wanted.length || status !== (broken > 0 ? 1 : 0)) {
    throw new Stop(`${count - wanted.length} lines are broken; ${broken} were rejected, exit status ${status}`);
  }
  console.log(`${wanted.length} articles in order, ${broken} broken lines kept, in ${seconds.toFixed(1)} s: ${(wanted.length / seconds).toFixed(0)} a second on ${availableParallelism()} cores, ${memory ?? "unknown"} MiB at most`);
  if (memory !== null && memory > BUDGET) {
    throw new Stop(`The budget is ${BUDGET} MiB.`);
  }
  rmSync(folder, { recursive: true });
});

/** @returns {Promise<{ seconds: number, memory: number | null, status: number | null }>} */
function annotate() {
  const start = performance.now();
  const child = spawn(join(release, "reportedly"), ["--jsonl", "--rejects", rejects, articles], { stdio: ["ignore", openSync(results, "w"), "ignore"] });
  /** @type {number | null} */
  let memory = null;
  const watch = setInterval(() => {
    memory = peak(child.pid) ?? memory;
  }, 50);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - start) / 1000, memory, status });
    });
  });
}

/**
 * The most memory that a process has had, in MiB; null where the system does not say.
 * @param {number | undefined} pid
 */
function peak(pid) {
  try {
    const kilobytes = readFileSync(`/proc/${pid}/status`, "utf8").match(/^VmHWM:\s+(\d+)/m)?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
  } catch {
    return null;
  }
}

/** @param {string[]} ids */
async function compare(ids) {
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(results) })) {
    const { id } = JSON.parse(line);
    if (id !== ids[at]) {
      throw new Stop(`Result ${at + 1} is of ${id}; ${ids[at] ?? "no more"} was to come.`);
    }
    at += 1;
  }
  if (at !== ids.length) {
    throw new Stop(`${ids.length} results were to come; there are ${at}.`);
  }
}
