/**
 * `dist/demo`: static pages, their scripts, the worker that reads the article, and the WebAssembly beside them. `index.html`
 * is the page that `npm start` opens, `widget.html` shows the custom element in each of its states.
 */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licences } from "../lib/licences.mjs";
import { dist, root } from "../lib/paths.mjs";
import { step } from "../lib/steps.mjs";

const source = join(root, "www", "demo");
const folder = join(dist, "demo");
/** Packages whose files the page carries; their licences want to be carried along. */
const BUNDLED = ["@floating-ui/dom", "@fontsource-variable/newsreader"];

/** Bundles the scripts and copies the rest as it is. */
export async function buildDemo() {
  await step("the demo page", async () => {
    mkdirSync(folder, { recursive: true });
    await bundle();
    for (const file of readdirSync(source).filter((f) => f.endsWith(".html"))) {
      copyFileSync(join(source, file), join(folder, file));
    }
    copyFileSync(join(dist, "pkg", "reportedly_bg.wasm"), join(folder, "reportedly_bg.wasm"));
    writeFileSync(join(folder, "LICENSES.txt"), licences(BUNDLED));
  });
}

async function bundle() {
  // Imported here: on a bare clone this module is read before the package is there.
  const esbuild = await import("esbuild");
  await esbuild.build({
    entryPoints: [...["main.ts", "demo.css", "widget.ts", "widget.css"].map((file) => join(source, file)), join(root, "www", "annotator", "worker.ts")],
    entryNames: "[name]",
    // index.html asks for the font by its name, before the style sheet does.
    loader: { ".woff2": "file" },
    assetNames: "[name]",
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    sourcemap: "linked",
    legalComments: "linked",
    logLevel: "warning",
  });
}
