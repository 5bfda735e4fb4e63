/** `npm run screenshot`: pictures for the README, in both themes: the demo page, the element, and the extension on three pages of ours. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { CHROMIUM_ARGS } from "./lib/browser-options.mjs";
import { clickIcon, launchWithExtension } from "./lib/extension.mjs";
import { dist, root } from "./lib/paths.mjs";
import { script } from "./lib/process.mjs";
import { serve } from "./serve.mjs";
import { setUpTests } from "./setup.mjs";

const docs = join(root, "docs");
/** @type {["light" | "dark", string][]} */
const THEMES = [["light", ""], ["dark", "-dark"]];
/** The panel stands beside the page, as in the browser. */
const PAGE = { width: 860, height: 800 };
const PANEL = { width: 340, height: 800 };
const SHORT = { width: 860, height: 620 };
const LOW = { width: 860, height: 360 };

await script(async () => {
  await build();
  const { chromium } = await setUpTests();
  mkdirSync(docs, { recursive: true });
  await pictureDemo(chromium);
  await pictureExtension(chromium);
});

/** @param {string} executablePath */
async function pictureDemo(executablePath) {
  const { chromium } = await import("@playwright/test");
  const { url, close } = await serve(join(dist, "demo"), 0);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  for (const [colorScheme, suffix] of THEMES) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 860 } });
    await page.goto(url);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await page.waitForTimeout(400);
    await save(page, `screenshot${suffix}.png`);
    await page.setViewportSize({ width: 720, height: 740 });
    await page.goto(`${url}widget.html`);
    const article = page.locator("#wraps reportedly-article");
    await page.locator("#wraps").evaluate((section) => section.scrollIntoView());
    await page.waitForFunction(() => document.querySelector("#wraps reportedly-article")?.matches(":state(ready)"));
    await page.waitForTimeout(400);
    // The last words of the article: below them there is room.
    await article.getByText("denied that").click({ position: { x: 20, y: 70 } });
    await article.getByRole("dialog").waitFor();
    await page.waitForTimeout(400);
    await save(page, `widget${suffix}.png`);
  }
  await browser.close();
  await close();
}

/** @param {string} executablePath */
async function pictureExtension(executablePath) {
  const { url, close } = await serve(join(root, "tests", "pages"), 0);
  const { context, id, close: quit } = await launchWithExtension(executablePath);
  for (const [colorScheme, suffix] of THEMES) {
    const open = async (/** @type {string} */ address, /** @type {typeof PAGE} */ size) => {
      const page = await context.newPage();
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      return page;
    };
    /** Opens a page and clicks the icon. */
    const click = async (/** @type {string} */ path, size = PAGE) => {
      const page = await open(url + path, size);
      await page.bringToFront();
      await clickIcon(context, id, page);
      return page;
    };
    const page = await click("article.html");
    await isMarked(page);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const tab = await worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
    const panel = await open(`chrome-extension://${id}/panel.html?tab=${tab}`, PANEL);
    await panel.locator("#list details").first().waitFor();
    await page.bringToFront();
    await press(page, "nnnn");
    const list = panel.locator("#list-title");
    const top = await panel.screenshot();
    await list.evaluate((title) => title.scrollIntoView());
    await sideBySide(context, [await page.screenshot(), top], `extension${suffix}.png`);
    await save(panel, `list${suffix}.png`);
    await panel.close();
    await page.close();

    const everything = await click("app.html", SHORT);
    await isMarked(everything);
    await press(everything, "en");
    await save(everything, `everything${suffix}.png`);
    await press(everything, "e");
    await everything.close();

    const german = await click("german.html", LOW);
    await german.waitForTimeout(600);
    await save(german, `not-english${suffix}.png`);
    await german.close();

    const options = await open(`chrome-extension://${id}/options.html`, PAGE);
    await options.waitForTimeout(200);
    await save(options, `options${suffix}.png`);
    await options.close();
  }
  await quit();
  await close();
}

/** @param {import("@playwright/test").Page} page */
function isMarked(page) {
  return page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0));
}

/**
 * Presses keys one after the other and lets the page come to rest.
 * @param {import("@playwright/test").Page} page
 * @param {string} keys
 */
async function press(page, keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
  await page.waitForTimeout(500);
}

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {Buffer[]} pictures
 * @param {string} file
 */
async function sideBySide(context, pictures, file) {
  const page = await context.newPage();
  await page.setViewportSize({ width: PAGE.width + PANEL.width + 1, height: PAGE.height });
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString("base64")}">`);
  await page.setContent(`<style>body { display: flex; gap: 1px; margin: 0; background: #888; } img { display: block; }</style>${images.join("")}`);
  await save(page, file);
  await page.close();
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} file
 */
async function save(page, file) {
  await page.screenshot({ path: join(docs, file) });
  console.log(`docs/${file}`);
}
