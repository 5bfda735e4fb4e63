import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Reportedly } from "reportedly";
import init, { annotate } from "reportedly/wasm";

const text = process.argv[2];
const options = { published: "2025-01-16" };
const core = await readFile(createRequire(import.meta.url).resolve("reportedly/reportedly_bg.wasm"));
const readers = await Promise.all([Reportedly.load(), Reportedly.load({ worker: true }), Reportedly.load({ worker: true, wasm: core })]);
const analyses = await Promise.all(readers.map((reader) => reader.annotate(text, options)));
await init({ module_or_path: core });
console.log(JSON.stringify([...analyses, annotate(text, options)]));
// Nobody closes the readers: they keep no process alive.
