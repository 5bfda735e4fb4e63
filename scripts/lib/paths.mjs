/** Where things are, all from the root of the repository. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** Tools built for this checkout; git ignores it. */
export const tools = join(root, ".tools");
export const bin = join(root, "node_modules", ".bin");
export const dist = join(root, "dist");
/** wasm may come from another toolchain than the native build, and two toolchains must not share a target directory. */
export const wasmTarget = join(root, "target", "wasm");

/**
 * Pages of real sites, as test input alone: they are no part of this repository. `REPORTEDLY_PAGES`, or `shared/pages` beside
 * the checkout; null where they are not there.
 */
export const storedPages =
  [process.env.REPORTEDLY_PAGES, join(root, "..", "shared", "pages"), join(root, "..", "..", "shared", "pages")].find(
    (folder) => folder && existsSync(join(folder, "LIST.tsv")),
  ) ?? null;
