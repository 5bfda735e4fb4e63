/** The real core in a real thread, broken in every way: it comes back, and says the same. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test } from "@playwright/test";
import { build } from "esbuild";
import { Engine, type Open } from "../../www/annotator/engine.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const article = readFileSync(new URL("../articles/chip-plant/article.txt", import.meta.url), "utf8");
const KILLS = 500;

/** The reader of the page as a script for a thread of Node. Told to, it first takes all memory but a few MB. */
const THREAD = `
  import { parentPort, workerData } from "node:worker_threads";
  import init from "#wasm";
  import { readerByMessages } from "./www/annotator/reader.ts";
  const PAGES = 65536;
  const { memory } = await init({ module_or_path: workerData.core });
  if (workerData.exhausted) {
    memory.grow(PAGES - memory.buffer.byteLength / PAGES - 64);
  }
  parentPort.on("message", readerByMessages((message) => parentPort.postMessage(message)));
`;

interface Thread {
  worker: Worker;
  closed: Promise<unknown>;
}

/** Opens threads, of which the first may be given little memory. */
async function threads(exhausted = 0) {
  const { outputFiles } = await build({ stdin: { contents: THREAD, resolveDir: root }, bundle: true, write: false, format: "esm", platform: "node", external: ["node:*"] });
  const script = new URL(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`);
  const core = await WebAssembly.compile(readFileSync(new URL("../../dist/pkg/reportedly_bg.wasm", import.meta.url)));
  const opened: Thread[] = [];
  const open: Open = (hear, died) => {
    const worker = new Worker(script, { workerData: { core, exhausted: opened.length < exhausted } });
    const closed = new Promise((resolve) => worker.once("exit", resolve));
    let isOpen = true;
    worker.on("message", hear);
    worker.on("error", (error) => died(error.message));
    worker.once("exit", () => isOpen && died("killed"));
    worker.postMessage({ type: "load", core });
    opened.push({ worker, closed });
    const close = () => {
      isOpen = false;
      void worker.terminate();
    };
    return { post: (request) => worker.postMessage(request), close };
  };
  return { opened, open };
}

test("out of memory, the core is started anew and reads the text after all", async () => {
  const { opened, open } = await threads(1);
  const engine = new Engine(open);
  await engine.ready();
  const { analysis } = await engine.annotate(article.repeat(100));
  expect(analysis.annotations.length).toBeGreaterThan(1000);
  expect(opened.length).toBe(2);
  await engine.annotate(article);
  expect(opened.length).toBe(2);
  engine.close();
});

test("a text too large for any memory is given up; the next one is read", async () => {
  const { opened, open } = await threads(2);
  const engine = new Engine(open);
  await engine.ready();
  await expect(engine.annotate(article.repeat(100))).rejects.toThrow();
  const { analysis } = await engine.annotate(article);
  expect(analysis.annotations.length).toBeGreaterThan(50);
  expect(opened.length).toBe(3);
  engine.close();
});

test(`killed ${KILLS} times at any moment, it says the same`, async () => {
  test.setTimeout(600_000);
  const { opened, open } = await threads();
  const engine = new Engine(open);
  const { analysis: expected } = await engine.annotate(article);
  for (let kill = 0; kill < KILLS; kill++) {
    const { worker, closed } = opened.at(-1) as Thread;
    // From before the text is there until after it is read; some are killed while loading.
    const reading = kill % 3 === 0 ? Promise.resolve(null) : engine.annotate(article);
    await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 40));
    await worker.terminate();
    await closed;
    const answer = await reading.catch((error: Error) => error);
    // Killed twice over one text, the engine gives it up by its own rule; everything else has to be right.
    if (answer instanceof Error) {
      expect(answer.message).toBe("killed");
    } else if (answer) {
      expect(answer.analysis).toEqual(expected);
    }
    expect((await engine.annotate(article)).analysis).toEqual(expected);
  }
  expect(opened.length).toBeGreaterThan(KILLS / 2);
  engine.close();
});
