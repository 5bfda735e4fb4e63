import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_ARGS } from "../../scripts/lib/browser-options.mjs";
import { findChromium, findFirefox } from "../../scripts/setup/browsers.mjs";

const chromium = findChromium();
const firefox = findFirefox();

export default defineConfig({
  testDir: ".",
  testIgnore: "**/node_modules/**",
  outputDir: "../../test-results/consumers",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "../../test-results/consumers.json" }]],
  projects: [
    { name: "chromium", use: { ...devices["Desktop Chrome"], launchOptions: { args: CHROMIUM_ARGS, ...(chromium && { executablePath: chromium }) } } },
    ...(firefox ? [{ name: "firefox", testMatch: "hydration.spec.ts", use: { browserName: "firefox" as const, channel: "moz-firefox", launchOptions: { executablePath: firefox } } }] : []),
  ],
});
