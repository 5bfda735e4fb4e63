import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { escaped, HOSTILE, hostileArticle } from "../support/hostile.ts";
import { expect, hasMarks, test } from "./chromium.ts";

test.describe.configure({ mode: "serial" });

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing to complain of on our own pages, ${colorScheme}`, async ({ extension }) => {
    test.slow();
    const article = await extension.open("article.html");
    const tab = await extension.tabOf(article);
    await extension.click(article);
    await hasMarks(article);
    for (const path of ["options.html", "welcome.html", `panel.html?tab=${tab}`, "panel.html?tab=-1"]) {
      const page = await extension.own(path);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      if (path.endsWith(`=${tab}`)) {
        await expect(page.locator("#list details").first()).toBeVisible();
      }
      expect(await violations(page), path).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
      await page.close();
    }
    await article.close();
  });
}

test("the panel lists the marks, leads to them, and filters", async ({ extension }) => {
  const article = await extension.open("article.html");
  const tab = await extension.tabOf(article);
  const panel = await extension.own(`panel.html?tab=${tab}`);
  await expect(panel.getByRole("status").first()).toHaveText(/has not been read/);
  await article.bringToFront();
  await extension.click(article);
  await hasMarks(article);
  await expect(panel.locator("#status")).toHaveText(/\d+ claims marked/);
  const lifted = () => article.evaluate(() => [...CSS.highlights].filter(([name, { size }]) => name.endsWith("9") && size > 0).length);
  await panel.locator("#list button").first().focus();
  await panel.keyboard.press("Enter");
  await expect.poll(lifted).toBe(1);
  await expect(panel.locator("#list button[aria-current]")).toHaveCount(1);
  await panel.getByRole("searchbox").fill("spillway");
  await expect(panel.locator("#list li:visible").first()).toHaveText(/spillway/);
  await expect(panel.locator("#list li:visible").filter({ hasNotText: "spillway" })).toHaveCount(0);
  await panel.getByRole("searchbox").fill("");
  await panel.getByRole("switch", { name: "Figures" }).check();
  await expect(panel.locator("#list details", { hasText: "Figures" })).toHaveCount(1);
  await panel.getByRole("switch", { name: "Figures" }).uncheck();
  await expect(panel.locator("#list details", { hasText: "Figures" })).toHaveCount(0);
  await panel.close();
  await article.close();
});

test("options hold at once on open pages, and are remembered", async ({ extension }) => {
  const article = await extension.open("article.html");
  const tab = await extension.tabOf(article);
  await extension.click(article);
  await hasMarks(article);
  const options = await extension.own("options.html");
  const sheet = () => article.evaluate(() => [...(document.adoptedStyleSheets.at(-1)?.cssRules ?? [])].map((rule) => rule.cssText).join(""));
  const quiet = await sheet();
  await options.getByRole("radio", { name: "High contrast" }).check();
  await expect.poll(sheet).not.toBe(quiet);
  const count = (await extension.told(options, tab)).shown.length;
  await options.getByRole("slider").fill("95");
  await expect.poll(async () => (await extension.told(options, tab)).shown.length).toBeLessThan(count);
  await options.reload();
  await expect(options.getByRole("radio", { name: "High contrast" })).toBeChecked();
  await expect(options.getByRole("slider")).toHaveValue("95");
  await options.getByRole("radio", { name: "Quiet" }).check();
  await options.getByRole("slider").fill("50");
  await options.getByRole("switch", { name: "Letters" }).uncheck();
  await article.bringToFront();
  await article.keyboard.press("n");
  await article.waitForTimeout(200);
  expect(await article.evaluate(() => [...CSS.highlights].some(([name, { size }]) => name.endsWith("9") && size > 0))).toBe(false);
  await options.getByRole("switch", { name: "Letters" }).check();
  await options.getByRole("textbox", { name: "Site" }).fill("not a site");
  await options.getByRole("button", { name: "Add" }).click();
  await expect(options.getByRole("alert")).toHaveText(/name of a site/);
  await options.close();
  await article.close();
});

test("only the selection is annotated", async ({ extension }) => {
  const page = await extension.open("article.html");
  const options = await extension.own("options.html");
  const tab = await extension.tabOf(page);
  await extension.click(page);
  await hasMarks(page);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelectorAll(".story > p")[3] as Node));
  // What the menu entry sends; the browser's own menus are out of a test's reach.
  await (await extension.worker()).evaluate((id) => chrome.tabs.sendMessage(id, { type: "selection" }), tab);
  const inside = async () => {
    const { shown, analysis, text } = await extension.told(options, tab);
    const marked = shown.map((id) => analysis?.annotations[id]).map((one) => text.slice(one?.start, one?.end));
    return marked.length > 0 && marked.every((words) => words.includes("11,400") || words.includes("engineers") || words.includes("40 minutes") || words.includes("according"));
  };
  await expect.poll(inside).toBe(true);
  await page.close();
  await options.close();
});

test("hostile strings stay strings: in the page, the card, the list, and what is copied", async ({ extension }) => {
  const paragraphs = hostileArticle().map((text) => `<p>${escaped(text)}</p>`);
  extension.web.made.set("/hostile.html", `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>${escaped(HOSTILE[0] ?? "")}</title><article>${paragraphs.join("")}</article>`);
  const page = await extension.open("hostile.html");
  const tab = await extension.tabOf(page);
  await extension.click(page);
  await hasMarks(page);
  const panel = await extension.own(`panel.html?tab=${tab}`);
  await panel.setViewportSize({ width: 340, height: 800 });
  for (const layer of ["All other claims", "Figures", "Names"]) {
    await panel.getByRole("switch", { name: layer }).check();
  }
  await expect(panel.locator("#list details", { hasText: "Names" })).toHaveCount(1);
  expect(await panel.evaluate(() => document.querySelectorAll("#list img, #list svg, #list script, #list b").length)).toBe(0);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const devtools = await extension.context.newCDPSession(page);
  for (let i = 0; i < 12; i += 1) {
    await page.bringToFront();
    await page.keyboard.press("n");
    const { root } = await devtools.send("DOM.getDocument", { depth: -1, pierce: true });
    const inShadow = JSON.stringify(root).split('"shadowRootType":"closed"').at(-1) ?? "";
    expect(inShadow).not.toMatch(/"nodeName":"(IMG|SVG|SCRIPT)"/i);
  }
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  expect(await panel.evaluate(() => "pwned" in window)).toBe(false);
  for (const layer of ["All other claims", "Figures", "Names"]) {
    await panel.getByRole("switch", { name: layer }).uncheck();
  }
  await panel.close();
  await page.close();
});
