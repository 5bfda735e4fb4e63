/** Debian packages, where this machine has apt and we may use it. */
import { capture, run, which } from "../lib/process.mjs";

let updated = false;

/** Whether packages can be installed: as root, or by sudo (which may ask for a password only at a terminal). */
export function hasApt() {
  return which("apt-get") !== null && (isRoot() || (which("sudo") !== null && (process.stdin.isTTY || capture("sudo", ["-n", "true"]) !== null)));
}

/**
 * Whether apt knows a package of this name (its lists are fetched first, once).
 * @param {string} name
 */
export async function aptKnows(name) {
  await update();
  return /Candidate: \d/.test(capture("apt-cache", ["policy", name], { env: { LC_ALL: "C" } }) ?? "");
}

/**
 * Installs packages without what they merely recommend.
 * @param {string[]} names
 */
export async function aptInstall(names) {
  await update();
  await aptGet(["install", "-y", "-qq", "--no-install-recommends", ...names]);
}

async function update() {
  if (!updated) {
    await aptGet(["update", "-qq"]);
    updated = true;
  }
}

/** @param {string[]} args */
async function aptGet(args) {
  const words = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "Dpkg::Use-Pty=0", ...args];
  await (isRoot() ? run("env", words) : run("sudo", ["env", ...words]));
}

function isRoot() {
  return process.getuid?.() === 0;
}
