/** `npm run size`: what the page makes a browser load, raw and compressed; fails where that is more than the budget. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { dist } from "./lib/paths.mjs";
import { script, Stop } from "./lib/process.mjs";

/** All that a page loads, in bytes after brotli. */
const BUDGET = 700_000;
/** Fonts are compressed already; maps and licences are not loaded. */
const COMPRESSED = new Set([".woff2"]);
const NOT_LOADED = new Set([".map", ".txt"]);

await script(async () => {
  await build();
  const folder = join(dist, "demo");
  const files = readdirSync(folder).filter((file) => !NOT_LOADED.has(extname(file)));
  const rows = files.sort().map((file) => ({ file, ...sizes(readFileSync(join(folder, file)), COMPRESSED.has(extname(file))) }));
  const sum = (/** @type {"raw" | "gzip" | "brotli"} */ key) => rows.reduce((total, row) => total + row[key], 0);
  const total = { file: "all that the page loads", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
  console.log("| file | raw | gzip | brotli |\n|---|---:|---:|---:|");
  for (const { file, raw, gzip, brotli } of [...rows, total]) {
    console.log(`| ${file} | ${kib(raw)} | ${kib(gzip)} | ${kib(brotli)} |`);
  }
  if (total.brotli > BUDGET) {
    throw new Stop(`The page loads ${kib(total.brotli)} after brotli; the budget is ${kib(BUDGET)}. The table shows what is large.`);
  }
  console.log(`Within the budget of ${kib(BUDGET)} after brotli.`);
});

/**
 * @param {Buffer} content
 * @param {boolean} compressed
 */
function sizes(content, compressed) {
  if (compressed) {
    return { raw: content.length, gzip: content.length, brotli: content.length };
  }
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_LGWIN]: 24 } };
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content, best).length };
}

/** @param {number} bytes */
function kib(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
