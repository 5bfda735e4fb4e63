/**
 * `npm run bench:browser`: Reportedly beside other libraries in one page of headless Chromium, in turns, on news of our own
 * of two lengths. Prints a Markdown table: what is transferred, the time to a first result, the median and the 95th
 * percentile of a reading, and the memory that each holds. A second table has Reportedly alone, in a worker, up to 1 MB.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "./build.mjs";
import { CHROMIUM_ARGS } from "./lib/browser-options.mjs";
import { dist, root } from "./lib/paths.mjs";
import { run, script } from "./lib/process.mjs";
import { serve } from "./serve.mjs";
import { ensureChromium } from "./setup/browsers.mjs";

const source = join(root, "bench");
const folder = join(root, "target", "bench-browser");
const WASM = "reportedly_bg.wasm";
const SIZES = [5_000, 50_000];
const ROUNDS = 40;
/** Those of Reportedly alone, with the rounds of each. */
const ALONE = /** @type {const} */ ([[5_000, 100], [50_000, 60], [1_000_000, 5]]);
const NAMES = readdirSync(join(source, "contenders")).map((file) => file.replace(".js", ""));

/** @typedef {{ cold: number, memory: number, times: number[][] }} Figures */

await script(async () => {
  await build();
  await run("npm", ["ci", "--silent"], { cwd: source });
  await bundle();
  const { chromium: executablePath } = await ensureChromium();
  const { chromium } = await import("@playwright/test");
  const { url, close } = await serve(folder, 0);
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS, "--js-flags=--expose-gc"] });
  const texts = SIZES.map(news);
  /** @type {Record<string, Figures>} */
  const figures = {};
  for (const name of NAMES) {
    const page = await browser.newPage();
    await page.goto(url);
    figures[name] = { ...(await page.evaluate(first, { name, text: texts[0] ?? "" })), times: [] };
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(url);
  for (const text of texts) {
    const times = await page.evaluate(inTurns, { names: NAMES, text, rounds: ROUNDS });
    NAMES.forEach((name, i) => void figures[name]?.times.push((times[i] ?? []).sort((a, b) => a - b)));
  }
  print(figures);
  await alone(await browser.newPage(), url);
  await browser.close();
  await close();
});

/** A page that holds nothing, and a script for each contender with all that it needs. */
async function bundle() {
  const esbuild = await import("esbuild");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>bench</title>");
  copyFileSync(join(dist, "pkg", WASM), join(folder, WASM));
  const entryPoints = [...NAMES.map((name) => join(source, "contenders", `${name}.js`)), join(source, "alone.js"), join(root, "www", "annotator", "worker.ts")];
  await esbuild.build({ entryPoints, outdir: folder, entryNames: "[name]", bundle: true, format: "esm", minify: true, alias: { "#wasm": join(dist, "pkg", "reportedly.js") } });
}

/**
 * Prints what Reportedly takes in a worker, on the page's thread, and in memory, and how its time grows with the text.
 * @param {import("@playwright/test").Page} page
 * @param {string} url
 */
async function alone(page, url) {
  await page.goto(url);
  const texts = ALONE.map(([size]) => news(size));
  const script = new URL("/alone.js", url).href;
  const { after, growth } = await page.evaluate(async ({ script, texts }) => (await import(script)).memory(texts), { script, texts });
  console.log("\n| Reportedly alone | core (ms) | page: asking (ms) | page: making the records (ms) | core's memory (MiB) |\n|---|---:|---:|---:|---:|");
  /** @type {number[]} */
  const cores = [];
  for (const [i, [size, rounds]] of ALONE.entries()) {
    /** @type {number[]} */
    const times = await page.evaluate(async ({ script, text, rounds }) => (await import(script)).inAWorker(text, rounds), { script, text: texts[i] ?? "", rounds });
    cores.push(times[0] ?? Number.NaN);
    console.log(`| ${size / 1000} KB | ${times.map((time) => time.toFixed(2)).join(" | ")} | ${(after[i] / 2 ** 20).toFixed(1)} |`);
  }
  const [, middle = Number.NaN, long = Number.NaN] = cores;
  console.log(`Time grows with the text to the power of ${(Math.log(long / middle) / Math.log(20)).toFixed(2)}; after 1,000 more readings memory has grown by ${growth} bytes.`);
}

/**
 * Our articles one after the other, cut at so many characters.
 * @param {number} size
 */
function news(size) {
  const articles = join(root, "tests", "articles");
  const all = readdirSync(articles).sort().map((slug) => readFileSync(join(articles, slug, "article.txt"), "utf8")).join("\n\n");
  return all.repeat(Math.ceil(size / all.length)).slice(0, size);
}

/**
 * In the page: from asking for the script to the first result; then the memory.
 * @param {{ name: string, text: string }} what
 */
async function first({ name, text }) {
  const heap = () => {
    Reflect.get(globalThis, "gc")?.();
    return Reflect.get(performance, "memory")?.usedJSHeapSize ?? 0;
  };
  const before = heap();
  const start = performance.now();
  const contender = await (await import(new URL(`/${name}.js`, location.href).href)).start();
  contender.read(text);
  const cold = performance.now() - start;
  return { cold, memory: heap() - before + (contender.memory?.() ?? 0) };
}

/**
 * In the page: the time of each reading, in milliseconds, a list a contender.
 * @param {{ names: string[], text: string, rounds: number }} what
 * @returns {Promise<number[][]>}
 */
async function inTurns({ names, text, rounds }) {
  const contenders = await Promise.all(names.map(async (name) => (await import(new URL(`/${name}.js`, location.href).href)).start()));
  /** @type {number[][]} */
  const times = names.map(() => []);
  // The first rounds warm up.
  for (let round = -5; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      const start = performance.now();
      contender.read(text);
      const time = performance.now() - start;
      if (round >= 0) {
        times[i]?.push(time);
      }
    }
  }
  return times;
}

/** @param {Record<string, Figures>} figures */
function print(figures) {
  const ms = (/** @type {number | undefined} */ time) => (time ?? Number.NaN).toFixed(time !== undefined && time < 10 ? 2 : 0);
  const at = (/** @type {number[] | undefined} */ times, /** @type {number} */ share) => times?.[Math.floor((times.length - 1) * share)];
  const titles = SIZES.flatMap((size) => [`${size / 1000} KB, median`, "95 %"]);
  console.log(`| | transfer (KiB, brotli) | first result (ms) | ${titles.map((title) => `${title} (ms)`).join(" | ")} | memory (MiB) |`);
  console.log(`|---|${"---:|".repeat(titles.length + 3)}`);
  for (const [name, { cold, memory, times }] of Object.entries(figures)) {
    const files = [`${name}.js`, ...(name === "reportedly" ? [WASM] : [])];
    const transfer = files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).length, 0) / 1024;
    const cells = times.flatMap((list) => [ms(at(list, 0.5)), ms(at(list, 0.95))]);
    console.log(`| ${name} | ${transfer.toFixed(0)} | ${ms(cold)} | ${cells.join(" | ")} | ${(memory / 2 ** 20).toFixed(1)} |`);
  }
}
