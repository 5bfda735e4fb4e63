/** `npm run check`: what a review would point out first. Every check runs, whatever the others say. */
import { delimiter, join } from "node:path";
import { build } from "./build.mjs";
import { bin, dist } from "./lib/paths.mjs";
import { run, script, Stop, tee } from "./lib/process.mjs";
import { step } from "./lib/steps.mjs";
import { ensureCargoDeny } from "./setup/cargo-tools.mjs";

/** @type {[string, string, string[]][]} */
const CHECKS = [
  ["formatting of the Rust code", "cargo", ["fmt", "--check"]],
  ["lints of the Rust code", "cargo", ["clippy", "--quiet", "--locked", "--all-targets", "--features", "cli,train", "--", "-D", "warnings"]],
  ["documentation of the crate", "cargo", ["doc", "--quiet", "--locked", "--no-deps", "--lib", "--features", "cli,train"]],
  ["types of the TypeScript code", join(bin, "tsc"), ["--noEmit"]],
  ["lints of the TypeScript code", join(bin, "biome"), ["lint", "--error-on-warnings"]],
  ["the npm package, as publint reads it", join(bin, "publint"), ["--strict"]],
  // The package has ECMAScript modules alone; the core is no module at all.
  ["its types, as every resolver finds them", join(bin, "attw"), ["--pack", ".", "--profile", "esm-only", "--exclude-entrypoints", "reportedly_bg.wasm", "--format", "ascii"]],
  ["lints of the extension", join(bin, "web-ext"), ["lint", "--warnings-as-errors", "--no-config-discovery", "--source-dir", join(dist, "extension", "firefox")]],
  ["licences and versions of the crates", "cargo-deny", ["check", "--hide-inclusion-graph", "licenses", "bans", "sources"]],
  ["lock file of the fuzz targets", "cargo", ["tree", "--locked", "--depth", "0", "--manifest-path", join("fuzz", "Cargo.toml")]],
  ["tidiness", "cargo", ["test", "--quiet", "--locked", "--test", "tidy"]],
];

/** Who knows of holes in the packages. They keep that outside the registries: where they cannot be asked, nobody fails. */
/** @type {[string, string, string[], RegExp][]} */
const ADVISORIES = [
  ["known holes in the crates", "cargo-deny", ["check", "--hide-inclusion-graph", "advisories"], /failed to (fetch|clone|acquire)|unable to (fetch|clone)/i],
  ["known holes in the npm packages", "npm", ["audit", "--audit-level", "high", "--loglevel", "warn"], /audit endpoint returned an error|ENOTFOUND|EAI_AGAIN/],
];

await script(async () => {
  // The types of the page are those of the built package.
  await build();
  const PATH = [await ensureCargoDeny(), process.env.PATH].join(delimiter);
  /** @type {string[]} */
  const failed = [];
  for (const [title, program, args] of CHECKS) {
    const env = { PATH, ...(title.startsWith("documentation") && { RUSTDOCFLAGS: "-D warnings" }) };
    await step(title, () => run(program, args, { env })).catch((error) => {
      console.error(error instanceof Stop ? error.message : error);
      failed.push(title);
    });
  }
  for (const [title, program, args, unreachable] of ADVISORIES) {
    const { status, output } = await step(title, () => tee(program, args, { env: { PATH } }));
    if (status !== 0 && unreachable.test(output)) {
      console.log("  not asked: out of reach from here");
    } else if (status !== 0) {
      failed.push(title);
    }
  }
  if (failed.length > 0) {
    throw new Stop(`Not in order: ${failed.join("; ")}.`);
  }
  console.log("All in order.");
});
