/**
 * `npm run test:consumers`: packs the npm package and installs it into fresh projects of those who may use it. The last
 * line counts the tests.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { root } from "./lib/paths.mjs";
import { capture, script, Stop } from "./lib/process.mjs";
import { ensureNodeModules } from "./setup/node-modules.mjs";
import { setUpTests } from "./setup.mjs";
import { playwrightTests, Suites } from "./test/suites.mjs";

await script(async () => {
  await build();
  await setUpTests();
  await ensureNodeModules(join(root, "tests", "consumers"));
  const folder = mkdtempSync(join(tmpdir(), "reportedly-pack-"));
  const packed = capture("npm", ["pack", "--silent", "--pack-destination", folder]);
  if (packed === null) {
    throw new Stop("npm pack failed: run it to see why.");
  }
  const suites = new Suites();
  await suites.run("Those who use the npm package", () => playwrightTests("tests/consumers/playwright.config.ts", "consumers.json", { REPORTEDLY_TARBALL: join(folder, packed) }));
  suites.summarize();
});
