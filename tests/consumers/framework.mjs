/** Renders a framework's page on the server and bundles what wakes it in the browser, in the framework's development mode. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** @param {(server: boolean) => import("esbuild").Plugin[]} [plugins] */
export async function buildPage(plugins = () => []) {
  const options = { bundle: true, format: "esm", outdir: "dist", define: { "process.env.NODE_ENV": '"development"', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true", __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false" }, logLevel: "warning" };
  mkdirSync("dist", { recursive: true });
  // Frameworks for servers are CommonJS in part.
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ ...options, entryPoints: ["server.js"], platform: "node", banner, plugins: plugins(true) });
  await build({ ...options, entryPoints: ["client.js"], conditions: ["browser", "development"], plugins: plugins(false) });
  for (const file of ["worker.js", "reportedly_bg.wasm"]) {
    copyFileSync(`node_modules/reportedly/dist/npm/${file}`, `dist/${file}`);
  }
  const { html } = await import(pathToFileURL("dist/server.js").href);
  writeFileSync("dist/index.html", `<!doctype html><html lang="en"><title>Hydration</title><div id="app">${html}</div><script type="module" src="client.js"></script></html>`);
}
