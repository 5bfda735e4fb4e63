/** `dist/pkg`: the crate as WebAssembly, with the JavaScript that loads it and its types. */
import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { bin, dist, wasmTarget } from "../lib/paths.mjs";
import { run } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";
import { TARGET } from "../setup/toolchain.mjs";

const folder = join(dist, "pkg");
const compiled = join(wasmTarget, TARGET, "wasm", "reportedly.wasm");
const finished = join(folder, "reportedly_bg.wasm");

/**
 * Data is left in one piece: cut at every run of zeros it would be shorter as it is, but longer after compression. So would
 * code made by `-Oz`.
 */
const SMALLER = ["-Os", "--converge", "--strip-producers", "--skip-pass=memory-packing"];

/** @param {import("../setup.mjs").BuildTools} tools */
export async function buildPackage({ wasmEnv, wasmBindgen }) {
  await step("the crate as WebAssembly", () => run("cargo", ["build", "--quiet", "--locked", "--lib", "--target", TARGET, "--profile", "wasm"], { env: wasmEnv }));
  if (modified(finished) < modified(compiled)) {
    await step("its JavaScript glue and types (wasm-bindgen), made smaller (wasm-opt)", () => glue(wasmBindgen));
  }
}

/** @param {string} wasmBindgen */
async function glue(wasmBindgen) {
  const made = join(dist, "pkg.new");
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  await run(join(wasmBindgen, "wasm-bindgen"), ["--target", "web", "--experimental-reset-state-function", "--out-dir", made, compiled]);
  const wasm = join(made, "reportedly_bg.wasm");
  await run(process.execPath, [join(bin, "..", "binaryen", "bin", "wasm-opt"), ...SMALLER, wasm, "-o", wasm]);
  // All or nothing: what stands in dist/pkg is always a whole build.
  rmSync(folder, { recursive: true, force: true });
  renameSync(made, folder);
}

/** @param {string} path */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
