/** What is published holds what it should, and nothing else. */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const root = join(import.meta.dirname, "..", "..");

function lines(program: string, ...args: string[]): string[] {
  return execFileSync(program, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split("\n");
}

test("the npm package", () => {
  const tarball = process.env.REPORTEDLY_TARBALL ?? "";
  const files = lines("tar", "--list", "--file", tarball).map((file) => file.replace(/^package\//, ""));
  const scripts = ["LICENSES.txt", "element.d.ts", "element.js", "integrity.json", "node-worker.js", "reportedly.d.ts", "reportedly.js", "reportedly.node.js", "reportedly_bg.wasm", "wasm.d.ts", "wasm.js", "worker.js"];
  expect(files.sort()).toEqual(["LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "README.md", ...scripts.map((file) => `dist/npm/${file}`), "package.json"].sort());
  expect(statSync(tarball).size).toBeLessThan(1_000_000);
});

test("the crate", () => {
  const files = lines("cargo", "package", "--list", "--allow-dirty", "--locked");
  // `.cargo_vcs_info.json` is there when git is clean; `Cargo.toml.orig` is Cargo's own.
  const atRoot = ["Cargo.lock", "Cargo.toml", "Cargo.toml.orig", "LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "README.md", "build.rs"];
  expect(files.filter((file) => !/^(src|build)\//.test(file) && file !== ".cargo_vcs_info.json").sort()).toEqual(atRoot.sort());
  expect(files.filter((file) => !/\.(rs|tsv|bin|d\.ts|js|css)$/.test(file) && /^(src|build)\//.test(file))).toEqual([]);
  const bytes = files.map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.size ?? 0).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(10_000_000);
});
