/**
 * A Rust toolchain that compiles for wasm32-unknown-unknown. In this order: the active toolchain as it is; its target
 * fetched by rustup, where rustup may download; Debian's own toolchain; else a word on what to install.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { root, tools, wasmTarget } from "../lib/paths.mjs";
import { capture, run, Stop, which } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";
import { aptInstall, aptKnows, hasApt } from "./apt.mjs";

export const TARGET = "wasm32-unknown-unknown";

/** The oldest Rust that compiles the crate; Cargo.toml says the same. */
const OLDEST = 88;
const DEBIAN_PACKAGES = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-19"];

/**
 * Finds such a toolchain or installs one.
 * @returns {Promise<Record<string, string>>} what cargo needs in its environment to use it
 */
export async function ensureWasmToolchain() {
  const environment = findToolchain() ?? (await addTarget()) ?? (await installDebianToolchain());
  if (environment === null) {
    throw new Stop(`There is no Rust standard library for ${TARGET}. Install it: \`rustup target add ${TARGET}\`, or your system's package of it.`);
  }
  return { CARGO_TARGET_DIR: wasmTarget, ...environment, CARGO_ENCODED_RUSTFLAGS: flags(environment.CARGO_ENCODED_RUSTFLAGS) };
}

/** A third less than LLVM inlines by itself: as fast, and smaller by 7 KB after compression. */
const INLINED = "-Cllvm-args=-inline-threshold=150";

/**
 * Panic messages name source files: where they lie on this machine is none of a reader's business.
 * @param {string} [others] flags to go before
 */
function flags(others) {
  const home = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const renamed = [`--remap-path-prefix=${home}=/cargo`, `--remap-path-prefix=${root}=/reportedly/`];
  return [others ?? [], renamed, INLINED].flat().join("\x1f");
}

/** The toolchain that is there, without installing anything. */
function findToolchain() {
  if (which("cargo") === null) {
    throw new Stop("cargo is not on the PATH. Install Rust 1.88 or newer: https://rustup.rs, or your system's package.");
  }
  if (hasTarget(capture("rustc", ["--print", "sysroot"]))) {
    return {};
  }
  const version = debianVersion();
  if (version === null) {
    return null;
  }
  if (hasTarget("/usr")) {
    return debianEnvironment();
  }
  const sysroot = sysrootOf(version);
  return hasTarget(sysroot) ? debianEnvironment(sysroot) : null;
}

/** By rustup, unless its owner has said that it must not download. */
async function addTarget() {
  if (process.env.RUSTUP_AUTO_INSTALL === "0" || which("rustup") === null) {
    return null;
  }
  await step(`Rust's standard library for ${TARGET} (rustup)`, () => run("rustup", ["target", "add", TARGET]));
  return findToolchain();
}

/** Debian packages the compiler and the source of its library, which is compiled for wasm32 once. */
async function installDebianToolchain() {
  if (!hasApt() || !(await aptKnows("rustc-web"))) {
    return null;
  }
  await step(`Debian's Rust toolchain (${DEBIAN_PACKAGES.join(", ")})`, () => aptInstall(DEBIAN_PACKAGES));
  const version = debianVersion();
  if (version === null) {
    return null;
  }
  await step(`Rust's standard library for ${TARGET} (compiled from Debian's source, a minute or two)`, () => buildStandardLibrary(sysrootOf(version)));
  return findToolchain();
}

/** @param {string} sysroot where the library goes */
async function buildStandardLibrary(sysroot) {
  const crate = join(tools, "std");
  rmSync(crate, { recursive: true, force: true });
  mkdirSync(join(crate, "src"), { recursive: true });
  writeFileSync(join(crate, "Cargo.toml"), '[package]\nname = "empty"\nedition = "2021"\n[workspace]\n');
  writeFileSync(join(crate, "src", "lib.rs"), "");
  const env = { ...debianEnvironment(), RUSTC_BOOTSTRAP: "1", CARGO_TARGET_DIR: join(crate, "target"), CARGO_ENCODED_RUSTFLAGS: flags() };
  await run("cargo", ["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort,test,proc_macro"], { cwd: crate, env });

  const built = join(crate, "target", TARGET, "release", "deps");
  const library = libraryOf(sysroot);
  mkdirSync(library, { recursive: true });
  for (const file of readdirSync(built).filter((f) => f.endsWith(".rlib") && !f.startsWith("libempty"))) {
    cpSync(join(built, file), join(library, file));
  }
  rmSync(crate, { recursive: true });
}

/** The version of the compiler that Debian installed, or null when there is none that compiles the crate. */
function debianVersion() {
  if (process.platform !== "linux" || !existsSync("/usr/lib/rustlib/src/rust/library") || which("wasm-ld-19") === null) {
    return null;
  }
  const version = capture("/usr/bin/rustc", ["--version"])?.match(/^rustc 1\.(\d+)\.\d+/);
  return version && Number(version[1]) >= OLDEST ? version[0].replace("rustc ", "") : null;
}

/** @param {string} version */
const sysrootOf = (version) => join(tools, `sysroot-${version}`);

/** @param {string} sysroot */
const libraryOf = (sysroot) => join(sysroot, "lib", "rustlib", TARGET, "lib");

/** @param {string | null} sysroot */
function hasTarget(sysroot) {
  const library = sysroot === null ? null : libraryOf(sysroot);
  return library !== null && existsSync(library) && readdirSync(library).some((f) => f.startsWith("libstd-"));
}

/**
 * @param {string} [sysroot] where the library for wasm32 is, if not beside the compiler
 * @returns {Record<string, string>}
 */
function debianEnvironment(sysroot) {
  return {
    PATH: ["/usr/bin", process.env.PATH].join(delimiter),
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: "wasm-ld-19",
    ...(sysroot && { CARGO_ENCODED_RUSTFLAGS: ["--sysroot", sysroot].join("\x1f") }),
  };
}
