/**
 * `npm run reproducible`: builds the WebAssembly a second time, from the files that git knows and in a folder of another
 * name, and compares every byte of the package.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buildPackage } from "./build/package.mjs";
import { dist, root } from "./lib/paths.mjs";
import { run, script, Stop } from "./lib/process.mjs";
import { setUpBuild } from "./setup.mjs";

await script(async () => {
  await buildPackage(await setUpBuild());
  const copy = mkdtempSync(join(tmpdir(), "elsewhere-"));
  try {
    await run("git", ["checkout-index", "--all", `--prefix=${copy}/`]);
    for (const folder of ["node_modules", ".tools"]) {
      symlinkSync(join(root, folder), join(copy, folder), "junction");
    }
    await run(process.execPath, [join(copy, "scripts", "build.mjs")], { cwd: copy });
    compare(digests(join(dist, "pkg")), digests(join(copy, "dist", "pkg")));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

/**
 * @param {string} folder
 * @returns {Map<string, string>} for each file in it, the SHA-256 of what it holds
 */
function digests(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), createHash("sha256").update(readFileSync(path)).digest("hex")]));
}

/**
 * @param {Map<string, string>} here
 * @param {Map<string, string>} there
 */
function compare(here, there) {
  const different = [...new Set([...here.keys(), ...there.keys()])].filter((file) => here.get(file) !== there.get(file));
  if (different.length > 0) {
    throw new Stop(`Built in another folder, these files are others: ${different.join(", ")}.`);
  }
  console.log(`Two builds, the same bytes: ${here.size} files, reportedly_bg.wasm ${here.get("reportedly_bg.wasm")}`);
}
