import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_ARGS } from "./scripts/lib/browser-options.mjs";
import { findChromium, findFirefox } from "./scripts/setup/browsers.mjs";

const port = Number(process.env.E2E_PORT ?? 8123);
const chromium = findChromium();
const firefox = findFirefox();

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
    // Firefox ESR as Debian ships it; the rest of what is painted is tested there with the extension.
    ...(firefox ? [{ name: "firefox", testDir: "tests/e2e", testMatch: "widget.spec.ts", use: { browserName: "firefox" as const, channel: "moz-firefox", launchOptions: { executablePath: firefox, args: [] } } }] : []),
  ],
  webServer: { command: `node scripts/serve.mjs ${port}`, url: `http://127.0.0.1:${port}/`, reuseExistingServer: false },
});
