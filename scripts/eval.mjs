/**
 * `npm run eval -- [AREA …]`: scores the command line on gold data. The data are not part of this repository; their folder
 * is `REPORTEDLY_DATA`, or `shared/data` beside the checkout, with the scorer in `tools/evaluate.py` beside the folder.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./lib/paths.mjs";
import { run, script, Stop } from "./lib/process.mjs";

await script(async () => {
  const data = resolve(process.env.REPORTEDLY_DATA ?? join(root, "..", "shared", "data"));
  const scorer = join(data, "..", "tools", "evaluate.py");
  if (!existsSync(scorer)) {
    throw new Stop(`There is no scorer at ${scorer}. The gold data are not part of this repository; say where they are in REPORTEDLY_DATA.`);
  }
  await run("cargo", ["build", "--release", "--locked", "--features", "cli"]);
  await run("python3", [scorer, "--data", data, "--bin", join(root, "target", "release", "reportedly"), ...process.argv.slice(2)]);
});
