/** The licences of packages whose code or files we carry along. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** @param {string[]} names */
export function licences(names) {
  return names.map((name) => `${name}\n\n${readFileSync(join(root, "node_modules", name, "LICENSE"), "utf8")}`).join("\n");
}
