/** The packages of package-lock.json. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { run } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";

/** Installs them with `npm ci` unless what is installed is what the lock file names. */
export async function ensureNodeModules() {
  if (!isCurrent()) {
    await step("npm packages (npm ci)", () => run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-fund", "--no-audit"]));
  }
}

/** npm leaves a copy of what it installed; it leaves out the root package and packages for other platforms. */
function isCurrent() {
  const lock = packages(join(root, "package-lock.json"));
  const there = packages(join(root, "node_modules", ".package-lock.json"));
  if (lock === null || there === null) {
    return false;
  }
  return Object.entries(lock)
    .filter(([path, entry]) => path !== "" && !entry.optional)
    .every(([path, entry]) => there[path]?.version === entry.version && isDirectory(join(root, path)));
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function packages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return null;
  }
}

/** @param {string} path */
function isDirectory(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
