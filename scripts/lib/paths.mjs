/** Where things are, all from the root of the repository. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** Tools built for this checkout; git ignores it. */
export const tools = join(root, ".tools");
export const bin = join(root, "node_modules", ".bin");
export const dist = join(root, "dist");
/** wasm may come from another toolchain than the native build, and two toolchains must not share a target directory. */
export const wasmTarget = join(root, "target", "wasm");
