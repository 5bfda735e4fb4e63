/** `npm run screenshot`: pictures of the demo page for the README, in both themes, with a card open. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { CHROMIUM_ARGS } from "./lib/browser-options.mjs";
import { dist, root } from "./lib/paths.mjs";
import { script } from "./lib/process.mjs";
import { serve } from "./serve.mjs";
import { setUpTests } from "./setup.mjs";

/** @type {["light" | "dark", string][]} */
const PICTURES = [["light", "screenshot.png"], ["dark", "screenshot-dark.png"]];

await script(async () => {
  await build();
  const { chromium: executablePath } = await setUpTests();
  const { chromium } = await import("@playwright/test");
  const { url, close } = await serve(join(dist, "demo"), 0);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  mkdirSync(join(root, "docs"), { recursive: true });
  for (const [colorScheme, file] of PICTURES) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 860 } });
    await page.goto(url);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(root, "docs", file) });
    console.log(`docs/${file}`);
  }
  await browser.close();
  await close();
});
