/** `dist/npm`: what the npm package carries. Every script stands alone, so that it can be loaded with or without a bundler. */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licences } from "../lib/licences.mjs";
import { bin, dist, root } from "../lib/paths.mjs";
import { run } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";

const www = join(root, "www");
const folder = join(dist, "npm");
const types = join(dist, "types");

const IN_BROWSERS = { element: join(www, "widget", "element.ts"), reportedly: join(www, "library", "reportedly.ts"), worker: join(www, "annotator", "worker.ts"), wasm: join(dist, "pkg", "reportedly.js") };
const IN_NODE = { "reportedly.node": join(www, "library", "reportedly.ts"), "node-worker": join(www, "library", "node-worker.ts") };
/** Public modules, and where their types come from. */
const TYPED = { reportedly: join("www", "library", "reportedly.d.ts"), element: join("www", "widget", "element.d.ts") };

export async function buildLibrary() {
  await step("the npm package", async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await bundle(IN_BROWSERS, "browser");
    await bundle(IN_NODE, "node");
    copyFileSync(join(dist, "pkg", "reportedly.d.ts"), join(folder, "wasm.d.ts"));
    copyFileSync(join(dist, "pkg", "reportedly_bg.wasm"), join(folder, "reportedly_bg.wasm"));
    writeFileSync(join(folder, "LICENSES.txt"), licences(["@floating-ui/dom"]));
    await declare();
    writeFileSync(join(folder, "integrity.json"), `${JSON.stringify(integrity(), null, 2)}\n`);
  });
}

/**
 * @param {Record<string, string>} entryPoints
 * @param {"browser" | "node"} platform
 */
async function bundle(entryPoints, platform) {
  // Imported here: on a bare clone this module is read before the package is there.
  const esbuild = await import("esbuild");
  const small = { minify: true };
  await esbuild.build({ entryPoints, outdir: folder, platform, bundle: true, format: "esm", target: "es2022", ...small, legalComments: "linked", logLevel: "warning" });
}

/** The declarations of the public modules; they name nothing of ours but the records. */
async function declare() {
  rmSync(types, { recursive: true, force: true });
  await run(join(bin, "tsc"), ["--project", join(www, "library")]);
  for (const [name, file] of Object.entries(TYPED)) {
    writeFileSync(join(folder, `${name}.d.ts`), readFileSync(join(types, file), "utf8").replaceAll('"#wasm"', '"./wasm.js"'));
  }
}

/** What a page that loads these files from elsewhere can hold them to: "sha384-…" for each, as in an `integrity` attribute. */
function integrity() {
  const files = readdirSync(folder).filter((file) => /\.(js|wasm)$/.test(file));
  return Object.fromEntries(files.map((file) => [file, `sha384-${createHash("sha384").update(readFileSync(join(folder, file))).digest("base64")}`]));
}
