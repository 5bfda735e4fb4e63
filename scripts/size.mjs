/** `npm run size`: what each face makes a browser load, raw and compressed; fails where that is more than its budget. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { dist } from "./lib/paths.mjs";
import { script, Stop } from "./lib/process.mjs";

const CORE = "reportedly_bg.wasm";
/**
 * The budget is for all that a face loads, in bytes after brotli; `scripts`, where it is told, for what is not the core.
 * @type {{ title: string, folder: string, files?: string[], budget: number, scripts?: number }[]}
 */
const FACES = [
  { title: "the demo page", folder: "demo", files: ["index.html", "main.js", "demo.css", "newsreader-latin-wght-normal.woff2", "worker.js", CORE], budget: 530_000 },
  { title: "the element", folder: "npm", files: ["element.js", "worker.js", CORE], budget: 460_800, scripts: 40_000 },
  { title: "the package", folder: "npm", files: ["reportedly.js", "worker.js", CORE], budget: 440_000, scripts: 11_500 },
  { title: "the extension for Chromium", folder: join("extension", "chromium"), budget: 490_000 },
  { title: "the extension for Firefox", folder: join("extension", "firefox"), budget: 490_000 },
];
/** Compressed already. */
const COMPRESSED = new Set([".woff2", ".png"]);
/** Not loaded. */
const ASIDE = new Set([".map", ".txt"]);
/** @type {Map<string, Omit<Row, "file">>} the core is compressed once, for all that carry it: that takes seconds. */
const known = new Map();

await script(async () => {
  await build();
  /** @type {string[]} */
  const over = [];
  for (const { title, folder, files, budget, scripts = budget } of FACES.filter((face) => existsSync(join(dist, face.folder)))) {
    const rows = (files ?? filesOf(join(dist, folder))).map((file) => ({ file, ...sizes(join(dist, folder, file)) }));
    const total = sum(`**all that ${title} loads**`, rows);
    table([...rows, total]);
    const besides = sum("", rows.filter(({ file }) => file !== CORE));
    if (total.brotli > budget) {
      over.push(`${title} loads ${kib(total.brotli)}, its budget is ${kib(budget)}`);
    }
    if (besides.brotli > scripts) {
      over.push(`${title} loads ${kib(besides.brotli)} beside the core, its budget is ${kib(scripts)}`);
    }
  }
  if (over.length > 0) {
    throw new Stop(`After brotli, ${over.join("; ")}. The tables show what is large.`);
  }
  console.log("All within their budgets after brotli.");
});

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !ASIDE.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** @typedef {{ file: string, raw: number, gzip: number, brotli: number }} Row */

/**
 * @param {string} file
 * @param {Row[]} rows
 * @returns {Row}
 */
function sum(file, rows) {
  const total = (/** @type {"raw" | "gzip" | "brotli"} */ key) => rows.reduce((all, row) => all + row[key], 0);
  return { file, raw: total("raw"), gzip: total("gzip"), brotli: total("brotli") };
}

/** @param {Row[]} rows */
function table(rows) {
  console.log("\n| file | raw | gzip | brotli |\n|---|---:|---:|---:|");
  for (const { file, raw, gzip, brotli } of rows) {
    console.log(`| ${file} | ${kib(raw)} | ${kib(gzip)} | ${kib(brotli)} |`);
  }
}

/** @param {string} path */
function sizes(path) {
  const content = readFileSync(path);
  const key = createHash("sha1").update(content).digest("hex");
  const measured = known.get(key) ?? measure(content, COMPRESSED.has(extname(path)));
  known.set(key, measured);
  return measured;
}

/**
 * @param {Buffer} content
 * @param {boolean} compressed
 */
function measure(content, compressed) {
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
