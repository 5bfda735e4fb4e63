/** The packages of package-lock.json. */
import { readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../lib/paths.mjs";
import { run } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";

/** Installs them with `npm ci` unless what is installed is what the lock file of the folder names. */
export async function ensureNodeModules(folder = root) {
  if (!isCurrent(folder)) {
    const title = folder === root ? "npm packages (npm ci)" : `npm packages of ${relative(root, folder)} (npm ci)`;
    await step(title, () => run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-fund", "--no-audit"], { cwd: folder }));
  }
}

/**
 * npm leaves a copy of what it installed; it leaves out the root package and packages for other platforms.
 * @param {string} folder
 */
function isCurrent(folder) {
  const lock = packages(join(folder, "package-lock.json"));
  const there = packages(join(folder, "node_modules", ".package-lock.json"));
  if (lock === null || there === null) {
    return false;
  }
  return Object.entries(lock)
    .filter(([path, entry]) => path !== "" && !entry.optional)
    .every(([path, entry]) => there[path]?.version === entry.version && isDirectory(join(folder, path)));
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
