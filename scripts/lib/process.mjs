/** Running other programs. */
import { spawn, spawnSync } from "node:child_process";
import { accessSync, closeSync, constants, openSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";

/** A failure whose message is all that a reader needs: shown without a stack. */
export class Stop extends Error {}

const windows = process.platform === "win32";

/**
 * @typedef {{ env?: Record<string, string | undefined>, cwd?: string }} Options
 * `env` is laid over the environment of this process; `cwd` is the root of the repository unless told.
 */

/**
 * Runs a program with its output on ours.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<void>} rejects with `Stop` when the program fails
 */
export async function run(program, args, options = {}) {
  const { status } = await watch(program, args, options, "inherit");
  if (status !== 0) {
    throw new Stop(`${program} ${args.join(" ")} ended with status ${status}`);
  }
}

/**
 * Runs a program with its standard output in a file.
 * @param {string} path
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<void>} rejects with `Stop` when the program fails
 */
export async function runInto(path, program, args, options = {}) {
  const file = openSync(path, "w");
  try {
    const { status } = await watch(program, args, options, "inherit", file);
    if (status !== 0) {
      throw new Stop(`${program} ${args.join(" ")} ended with status ${status}`);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Runs a program, shows its output and keeps it.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function tee(program, args, options = {}) {
  return watch(program, args, options, "pipe");
}

/**
 * Runs a program that talks much: keeps its output, both streams in one, and shows nothing of it.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function keep(program, args, options = {}) {
  return watch(program, args, options, "pipe", "pipe", false);
}

/**
 * What a short program prints on standard output, or null when it is not there or fails.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {string | null}
 */
export function capture(program, args, options = {}) {
  const done = spawnSync(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return done.status === 0 ? done.stdout.trim() : null;
}

/**
 * The first of these programs that is on the PATH or at the place named, as a full path.
 * @param {...(string | undefined)} names
 * @returns {string | null}
 */
export function which(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of names) {
    if (!name) {
      continue;
    }
    const places = /[\\/]/.test(name) ? [name] : folders.map((f) => join(f, windows ? `${name}.exe` : name));
    const found = places.find(isExecutable);
    if (found) {
      return found;
    }
  }
  return null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Options} options
 * @param {"inherit" | "pipe"} output
 * @param {"inherit" | "pipe" | number} [standard] where standard output goes, where that is elsewhere: an open file
 * @param {boolean} [shown] whether what is kept is shown too
 * @returns {Promise<{ status: number, output: string }>}
 */
function watch(program, args, options, output, standard = output, shown = true) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", standard, output],
    });
    let text = "";
    /** @param {NodeJS.WriteStream} screen */
    const hear = (screen) => (/** @type {Buffer} */ chunk) => {
      text += chunk;
      if (shown) {
        screen.write(chunk);
      }
    };
    child.stdout?.on("data", hear(process.stdout));
    child.stderr?.on("data", hear(process.stderr));
    child.on("error", (error) => reject(new Stop(`${program} cannot be run: ${error.message}`)));
    child.on("close", (code) => resolve({ status: code ?? 1, output: text }));
  });
}

/**
 * Runs the main function of a script; a `Stop` ends it with its message alone.
 * @param {() => unknown} main
 */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    console.error(`\n${error instanceof Stop ? error.message : error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
