/** `dist/extension/chromium` and `dist/extension/firefox`: one source, built for two browsers, and packed as zips. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist, root } from "../lib/paths.mjs";
import { step } from "../lib/steps.mjs";
import { zip } from "../lib/zip.mjs";

const source = join(root, "www", "extension");
/** The scripts of our own pages are modules; the browser runs the others as they are. */
const SCRIPTS = ["content", "unasked", "background", "panel", "options", "welcome"];

/** What each browser has in its manifest beside what both have. */
const TARGETS = /** @type {const} */ ({
  chromium: {
    minimum_chrome_version: "116",
    permissions: ["sidePanel"],
    background: { service_worker: "background.js" },
    side_panel: { default_path: "panel.html" },
  },
  firefox: {
    permissions: [],
    background: { scripts: ["background.js"] },
    sidebar_action: { default_panel: "panel.html", default_title: "Reportedly", default_icon: "icons/32.png", open_at_install: false },
    browser_specific_settings: {
      gecko: { id: "reportedly@reportedly.invalid", strict_min_version: "142.0", data_collection_permissions: { required: ["none"] } },
    },
  },
});

export async function buildExtension() {
  await step("the extension, for Chromium and for Firefox", async () => {
    for (const target of /** @type {const} */ (["chromium", "firefox"])) {
      await buildFor(target);
    }
  });
}

/** @param {"chromium" | "firefox"} target */
async function buildFor(target) {
  const folder = join(dist, "extension", target);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundle(target, folder);
  cpSync(join(source, "icons"), join(folder, "icons"), { recursive: true });
  for (const file of readdirSync(source).filter((f) => f.endsWith(".html"))) {
    copyFileSync(join(source, file), join(folder, file));
  }
  copyFileSync(join(dist, "pkg", "reportedly_bg.wasm"), join(folder, "reportedly_bg.wasm"));
  copyFileSync(join(root, "node_modules", "@floating-ui", "dom", "LICENSE"), join(folder, "LICENSE-floating-ui.txt"));
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest(target), null, 2)}\n`);
  writeFileSync(join(dist, "extension", `reportedly-${target}.zip`), zip(folder));
}

/** @param {"chromium" | "firefox"} target */
function manifest(target) {
  const both = JSON.parse(readFileSync(join(source, "manifest.json"), "utf8"));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { permissions, ...own } = TARGETS[target];
  return { ...both, version, ...own, permissions: [...both.permissions, ...permissions] };
}

/**
 * @param {"chromium" | "firefox"} target
 * @param {string} folder
 */
async function bundle(target, folder) {
  const esbuild = await import("esbuild");
  const options = /** @type {const} */ ({ outdir: folder, bundle: true, target: "es2022", minify: true, legalComments: "none", logLevel: "warning" });
  // Only our pages' scripts are modules; the core is told where it lies.
  const define = { TARGET: JSON.stringify(target), "import.meta.url": JSON.stringify("") };
  const entries = SCRIPTS.map((name) => [name, join(source, `${name}.ts`)]);
  await esbuild.build({ ...options, entryPoints: Object.fromEntries(entries), format: "iife", define });
  await esbuild.build({ ...options, entryPoints: { pages: join(source, "pages.css") }, format: "esm" });
}
