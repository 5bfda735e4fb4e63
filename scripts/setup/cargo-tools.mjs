/** Programs from crates.io, built into `.tools` unless the machine has them at the right version. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, tools } from "../lib/paths.mjs";
import { capture, run, Stop, tee, which } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";

const WASM_PACK = "0.15.1";
const CARGO_DENY = "0.20.2";
const GECKODRIVER = "0.37.1";

/** wasm-bindgen writes the glue for exactly the version that the crate was compiled with. */
export const ensureWasmBindgen = () => ensure("wasm-bindgen-cli", "wasm-bindgen", lockedVersion("wasm-bindgen"), ["wasm-bindgen-test-runner"]);

/** Runs the tests of the boundary in a browser. */
export const ensureWasmPack = () => ensure("wasm-pack", "wasm-pack", WASM_PACK);

/** Where it is, if it is there. */
export const findGeckodriver = () => which(join(tools, "bin", "geckodriver"), "geckodriver");

/** Looks through the licences and versions of the dependencies. */
export const ensureCargoDeny = () => ensure("cargo-deny", "cargo-deny", CARGO_DENY);

/** Drives Firefox. */
export const ensureGeckodriver = () => ensure("geckodriver", "geckodriver", GECKODRIVER);

/**
 * @param {string} crate
 * @param {string} program
 * @param {string} version
 * @param {string[]} [companions] other programs of the crate that must stand beside it
 * @returns {Promise<string>} the folder that holds the program
 */
async function ensure(crate, program, version, companions = []) {
  const built = join(tools, "bin", program);
  for (const path of [built, which(program)]) {
    if (path !== null && hasVersion(path, version) && companions.every((c) => which(join(path, "..", c)) !== null)) {
      return join(path, "..");
    }
  }
  await step(`${crate} ${version} (cargo install into .tools, some minutes)`, () => install(crate, version));
  return join(tools, "bin");
}

/**
 * The versions that the crate was released with, where the registry still has them all.
 * @param {string} crate
 * @param {string} version
 */
async function install(crate, version) {
  const args = ["install", crate, "--version", version, "--root", tools, "--force"];
  // These run for seconds in all: time spent optimising them is not won back.
  const env = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "1", CARGO_PROFILE_RELEASE_LTO: "off" };
  const locked = await tee("cargo", [...args, "--locked"], { env });
  if (locked.status !== 0) {
    if (!locked.output.includes("failed to select a version")) {
      throw new Stop(`cargo install ${crate} failed: see above`);
    }
    console.log("  the registry lacks a version of its lock file: once more without it");
    await run("cargo", args, { env });
  }
}

/**
 * @param {string} program
 * @param {string} version
 */
function hasVersion(program, version) {
  return capture(program, ["--version"])?.split(/\s+/).includes(version) ?? false;
}

/**
 * @param {string} crate
 * @returns {string} the version that Cargo.lock names
 */
function lockedVersion(crate) {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const version = lock.match(new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`))?.[1];
  if (version === undefined) {
    throw new Stop(`Cargo.lock names no ${crate}: run \`cargo generate-lockfile\``);
  }
  return version;
}
