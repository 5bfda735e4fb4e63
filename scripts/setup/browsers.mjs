/** The browsers that the tests drive. */
import { Stop, which } from "../lib/process.mjs";
import { step } from "../lib/steps.mjs";
import { aptInstall, hasApt } from "./apt.mjs";

const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const FIREFOX_NAMES = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/** Chromium or Chrome: `CHROME_BIN`, or on the PATH. */
export const findChromium = () => which(process.env.CHROME_BIN, ...CHROMIUM_NAMES);

/** Its driver: `CHROMEDRIVER`, or on the PATH. */
export const findChromedriver = () => which(process.env.CHROMEDRIVER, "chromedriver");

/** Firefox: `FIREFOX_BIN`, or on the PATH. */
export const findFirefox = () => which(process.env.FIREFOX_BIN, ...FIREFOX_NAMES);

/**
 * Chromium and its driver, installed where apt can.
 * @returns {Promise<{ chromium: string, chromedriver: string }>}
 */
export async function ensureChromium() {
  if ((findChromium() === null || findChromedriver() === null) && hasApt()) {
    await step("Chromium and its driver (apt)", () => aptInstall(["chromium", "chromium-driver", "fonts-liberation"]));
  }
  const chromium = findChromium();
  const chromedriver = findChromedriver();
  if (chromium === null || chromedriver === null) {
    throw new Stop("The tests need Chromium or Chrome and the chromedriver of the same version: install them, or say where they are in CHROME_BIN and CHROMEDRIVER.");
  }
  return { chromium, chromedriver };
}

/**
 * Firefox, installed where apt can.
 * @returns {Promise<string | null>} null where there is none: what is tested in Chromium still stands
 */
export async function ensureFirefox() {
  if (findFirefox() === null && hasApt()) {
    await step("Firefox ESR (apt)", () => aptInstall(["firefox-esr"]));
  }
  return findFirefox();
}
