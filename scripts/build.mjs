/**
 * Builds what browsers load: `dist/pkg`, the WebAssembly package (the crate and its glue); `dist/demo`, the page that
 * `npm start` opens; `dist/npm`, what the npm package carries; and `dist/extension`, the extension for two browsers.
 */
import { pathToFileURL } from "node:url";
import { buildDemo } from "./build/demo.mjs";
import { buildLibrary } from "./build/library.mjs";
import { buildExtension } from "./build/extension.mjs";
import { buildPackage } from "./build/package.mjs";
import { script } from "./lib/process.mjs";
import { setUpBuild } from "./setup.mjs";

/** Sets up, builds all, and hands on the tools it built with. */
export async function build() {
  const tools = await setUpBuild();
  await rebuild(tools);
  return tools;
}

/**
 * Builds with tools that are there.
 * @param {import("./setup.mjs").BuildTools} tools
 */
export async function rebuild(tools) {
  await buildPackage(tools);
  await buildDemo();
  await buildLibrary();
  await buildExtension();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await script(build);
}
