import { copyFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

await build({ entryPoints: ["index.js"], bundle: true, format: "esm", outdir: "dist", logLevel: "warning" });
// esbuild leaves files that are named by `new URL(…, import.meta.url)` where they are.
for (const file of ["worker.js", "reportedly_bg.wasm"]) {
  copyFileSync(`node_modules/reportedly/dist/npm/${file}`, `dist/${file}`);
}
writeFileSync("dist/index.html", '<!doctype html><title>esbuild</title><script type="module" src="index.js"></script>');
