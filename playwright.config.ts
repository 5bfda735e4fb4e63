import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_ARGS } from "./scripts/lib/browser-options.mjs";
import { findChromium } from "./scripts/setup/browsers.mjs";

const port = Number(process.env.E2E_PORT ?? 8123);
const chromium = findChromium();

export default defineConfig({
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    trace: "retain-on-failure",
    launchOptions: { args: CHROMIUM_ARGS, ...(chromium && { executablePath: chromium }) },
  },
  projects: [
    { name: "unit", testDir: "tests/unit" },
    { name: "extension", testDir: "tests/extension" },
    { name: "chromium", testDir: "tests/e2e", use: { ...devices["Desktop Chrome"] } },
  ],
  webServer: { command: `node scripts/serve.mjs ${port}`, url: `http://127.0.0.1:${port}/`, reuseExistingServer: false },
});
