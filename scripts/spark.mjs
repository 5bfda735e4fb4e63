/**
 * `npm run test:spark -- [COUNT]`: annotates an archive with Spark, reads the Parquet with DuckDB (`examples/spark`), and
 * compares the records byte for byte with those that the command line writes on its own. One line in a thousand is broken.
 */
import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./lib/paths.mjs";
import { run, runInto, script, Stop } from "./lib/process.mjs";
import { step } from "./lib/steps.mjs";
import { ensureJava, ensurePython } from "./setup/spark.mjs";

const example = join(root, "examples", "spark");
const folder = join(root, "target", "spark");
const release = join(root, "target", "release");
const reportedly = join(release, "reportedly");
const file = (/** @type {string} */ name) => join(folder, name);

await script(async () => {
  const count = Number(process.argv[2] ?? 10_000);
  await ensureJava();
  const python = await ensurePython(join(example, "requirements.txt"));
  await step("the command line", () => run("cargo", ["build", "--quiet", "--release", "--locked", "--features", "cli", "--bin", "reportedly", "--example", "articles"]));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await runInto(file("articles.jsonl"), join(release, "examples", "articles"), [String(count), "1"]);
  await step(`${count} articles by the command line`, () => runInto(file("alone.jsonl"), "sh", ["-c", '"$0" --jsonl "$1" || [ $? -eq 1 ]', reportedly, file("articles.jsonl")]));
  // The driver of a local cluster needs no name and no way out.
  const env = { SPARK_LOCAL_IP: "127.0.0.1", PYSPARK_PYTHON: python, PYSPARK_SUBMIT_ARGS: "--conf spark.ui.enabled=false pyspark-shell" };
  await step(`${count} articles by Spark`, () => run(python, [join(example, "annotate.py"), reportedly, file("articles.jsonl"), file("results.parquet")], { env }));
  await step("the result by DuckDB", () => run(python, [join(example, "read.py"), file("results.parquet"), file("spark.jsonl")]));
  const [alone, spark] = [await digest(file("alone.jsonl")), await digest(file("spark.jsonl"))];
  if (alone.hash !== spark.hash) {
    throw new Stop(`Spark's records differ from those of one machine: compare ${file("spark.jsonl")} with ${file("alone.jsonl")}.`);
  }
  if (alone.records !== count - Math.ceil(count / 1000)) {
    throw new Stop(`${count} lines, one in a thousand broken, gave ${alone.records} records.`);
  }
  console.log(`All ${alone.records} records are the same, byte for byte.`);
  rmSync(folder, { recursive: true });
});

/** @param {string} path */
async function digest(path) {
  const hash = createHash("sha256");
  let records = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    hash.update(`${line}\n`);
    records += 1;
  }
  return { hash: hash.digest("hex"), records };
}
