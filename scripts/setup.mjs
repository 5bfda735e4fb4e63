/**
 * Installs what building (and, with `--tests`, testing) needs and this machine lacks. Everything it builds or fetches goes
 * into `.tools` and `node_modules`; only Debian packages go into the system, and only as root or by sudo.
 */
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { tools } from "./lib/paths.mjs";
import { script } from "./lib/process.mjs";
import { duration } from "./lib/steps.mjs";
import { ensureChromium, ensureFirefox } from "./setup/browsers.mjs";
import { ensureGeckodriver, ensureWasmBindgen, ensureWasmPack } from "./setup/cargo-tools.mjs";
import { ensureNodeModules } from "./setup/node-modules.mjs";
import { ensureWasmToolchain } from "./setup/toolchain.mjs";

/**
 * @typedef {{ wasmEnv: Record<string, string>, wasmBindgen: string }} BuildTools
 * `wasmEnv`: the environment in which cargo compiles for wasm32; `wasmBindgen`: the folder of wasm-bindgen.
 */

/** What building needs. */
export async function setUpBuild() {
  mkdirSync(tools, { recursive: true });
  return said(async () => {
    await ensureNodeModules();
    const wasmEnv = await ensureWasmToolchain();
    return { wasmEnv, wasmBindgen: await ensureWasmBindgen() };
  });
}

/** What the tests need besides. */
export async function setUpTests() {
  return said(async () => {
    const chromium = await ensureChromium();
    const firefox = await ensureFirefox();
    return { ...chromium, firefox, geckodriver: firefox && (await ensureGeckodriver()), wasmPack: await ensureWasmPack() };
  });
}

/**
 * @template T
 * @param {() => Promise<T>} work
 */
async function said(work) {
  const start = performance.now();
  const result = await work();
  console.log(`Set up (${duration(performance.now() - start)}).`);
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await script(async () => {
    await setUpBuild();
    if (process.argv.includes("--tests")) {
      await setUpTests();
    }
  });
}
