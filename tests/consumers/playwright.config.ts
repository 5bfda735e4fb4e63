import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_ARGS } from "../../scripts/lib/browser-options.mjs";
import { findChromium } from "../../scripts/setup/browsers.mjs";

const chromium = findChromium();

export default defineConfig({
  testDir: ".",
  testIgnore: "**/node_modules/**",
  outputDir: "../../test-results/consumers",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "../../test-results/consumers.json" }]],
  use: { ...devices["Desktop Chrome"], launchOptions: { args: CHROMIUM_ARGS, ...(chromium && { executablePath: chromium }) } },
});
