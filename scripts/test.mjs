/**
 * `npm test`: sets up, builds, and runs every test there is: the crate's, the boundary's in browsers, the page's in a
 * browser. The last line counts them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { capabilities } from "./lib/browser-options.mjs";
import { storedPages, wasmTarget } from "./lib/paths.mjs";
import { script } from "./lib/process.mjs";
import { setUpTests } from "./setup.mjs";
import { cargoTests, playwrightTests, Suites } from "./test/suites.mjs";

await script(async () => {
  const { wasmEnv, wasmBindgen } = await build();
  const { chromium, chromedriver, firefox, geckodriver, wasmPack } = await setUpTests();
  const suites = new Suites();
  await suites.run("Rust: the crate and its command line", () => cargoTests("cargo", ["test", "--locked", "--no-fail-fast", "--features", "cli"]));
  await suites.run("Rust: TypeScript declarations match the records", () => cargoTests("cargo", ["test", "--locked", "--features", "types", "--test", "types"]));

  const env = {
    ...wasmEnv,
    PATH: [wasmBindgen, wasmEnv.PATH ?? process.env.PATH].join(process.platform === "win32" ? ";" : ":"),
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: writeCapabilities({ chromium, firefox }),
  };
  const wasmPackTest = (/** @type {string[]} */ driver) => cargoTests(join(wasmPack, "wasm-pack"), ["test", "--headless", "--mode", "no-install", ...driver, "--", "--locked", "--test", "wasm"], env);
  await suites.run("The boundary in Chromium", () => wasmPackTest(["--chrome", "--chromedriver", chromedriver]));
  if (geckodriver !== null) {
    await suites.run("The boundary in Firefox", () => wasmPackTest(["--firefox", "--geckodriver", join(geckodriver, "geckodriver")]));
  } else {
    suites.skip("The boundary in Firefox", "no Firefox: install it, or say where it is in FIREFOX_BIN");
  }
  await suites.run("The front-end, the page in Chromium, the extension in Chromium and Firefox", playwrightTests);
  if (geckodriver === null) {
    suites.skip("The extension in Firefox", "no Firefox: install it, or say where it is in FIREFOX_BIN");
  }
  if (storedPages === null) {
    suites.skip("The extension on pages of real sites", "they are no part of this repository: say where they are in REPORTEDLY_PAGES");
  }
  suites.summarize();
});

/** @param {{ chromium: string, firefox: string | null }} browsers */
function writeCapabilities(browsers) {
  mkdirSync(wasmTarget, { recursive: true });
  const file = join(wasmTarget, "webdriver.json");
  writeFileSync(file, JSON.stringify(capabilities(browsers)));
  return file;
}
