/**
 * `npm run fuzz -- [TARGET …] [--seconds N]`: has libFuzzer look for texts that break an invariant, each target of `fuzz/`
 * for so many seconds, beginning with the texts of `fuzz/corpus`. What it finds lies in `fuzz/artifacts`; what it learns on
 * the way, in `fuzz/target/corpus`. An ordinary stable toolchain does: the coverage that guides the search is LLVM's own.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";
import { capture, keep, run, script, Stop } from "./lib/process.mjs";
import { step } from "./lib/steps.mjs";
import { ensureCompiler } from "./setup/compiler.mjs";

const folder = join(root, "fuzz");
const targets = readdirSync(join(folder, "fuzz_targets")).map((file) => file.replace(".rs", ""));
const COVERAGE = ["--cfg fuzzing", "-Cpasses=sancov-module", ...["level=4", "inline-8bit-counters", "pc-table", "trace-compares"].map((option) => `-Cllvm-args=-sanitizer-coverage-${option}`)];
/** What a text may take, in seconds and MB, and how long it is at most: short texts are read more often. */
const LIMITS = ["-timeout=20", "-rss_limit_mb=2048", "-max_len=512"];

await script(async () => {
  const args = process.argv.slice(2);
  const at = args.indexOf("--seconds");
  const seconds = at < 0 ? 30 : Number(args[at + 1]);
  const chosen = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  const unknown = chosen.filter((name) => !targets.includes(name));
  if (unknown.length > 0 || !(seconds > 0)) {
    throw new Stop(`npm run fuzz -- [TARGET …] [--seconds N], where the targets are ${targets.join(", ")}`);
  }
  await ensureCompiler();
  const host = capture("rustc", ["-vV"])?.match(/^host: (.*)$/m)?.[1] ?? "";
  await step("the fuzz targets", () =>
    // A target of its own keeps the coverage out of build scripts.
    run("cargo", ["build", "--quiet", "--release", "--locked", "--target", host], { cwd: folder, env: { RUSTFLAGS: COVERAGE.join(" ") } }),
  );
  for (const name of chosen.length > 0 ? chosen : targets) {
    await step(`${name}, ${seconds} s`, () => fuzz(join(folder, "target", host, "release", name), name, seconds));
  }
});

/**
 * @param {string} program
 * @param {string} name
 * @param {number} seconds
 */
async function fuzz(program, name, seconds) {
  const learnt = join(folder, "target", "corpus", name);
  const found = join(folder, "artifacts", name);
  mkdirSync(learnt, { recursive: true });
  mkdirSync(found, { recursive: true });
  const args = [learnt, join(folder, "corpus", name), ...LIMITS, `-max_total_time=${seconds}`, `-artifact_prefix=${found}/`, "-print_final_stats=1", "-verbosity=0"];
  const { status, output } = await keep(program, args);
  if (status !== 0) {
    console.error(output.split("\n").slice(-40).join("\n"));
    throw new Stop(`${name}: a text breaks an invariant. It lies in ${found}; \`${program} FILE\` runs it alone.`);
  }
  console.log(`  ${output.match(/number_of_executed_units: *(\d+)/)?.[1]} texts`);
}
