/** The extension for those who use no mouse, need large letters, colours of their own, or stillness. */
import type { Page } from "@playwright/test";
import { tabThrough } from "../support/keyboard.ts";
import { type Extension, expect, hasMarks, test } from "./chromium.ts";

test.describe.configure({ mode: "default" });

/** An article that is read, with its panel in a tab beside it. */
async function read(extension: Extension) {
  const article = await extension.open("article.html");
  const tab = await extension.tabOf(article);
  await extension.click(article);
  await hasMarks(article);
  const panel = await extension.own(`panel.html?tab=${tab}`);
  await expect(panel.locator("#list details").first()).toBeVisible();
  return { article, tab, panel };
}

/** The open card in the article's closed shadow, as the browser's own tools see it. */
async function card(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  await devtools.send("DOM.getDocument", { depth: -1, pierce: true });
  const { nodes } = await devtools.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  const node = nodes.find(({ attributes = [] }) => attributes.includes("card"));
  if (!node) {
    await devtools.detach();
    return null;
  }
  const { computedStyle } = await devtools.send("CSS.getComputedStyleForNode", { nodeId: node.nodeId });
  const { model } = await devtools.send("DOM.getBoxModel", { nodeId: node.nodeId });
  await devtools.detach();
  return { style: Object.fromEntries(computedStyle.map(({ name, value }) => [name, value])), border: model.border };
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("at 200 % nothing sticks out", async ({ extension }) => {
  const { article, tab, panel } = await read(extension);
  const options = await extension.own("options.html");
  const welcome = await extension.own("welcome.html");
  await panel.setViewportSize({ width: 360, height: 800 });
  // All pages of a host are as large as each other.
  const zoom = (factor: number) => options.evaluate(async (to) => chrome.tabs.setZoom((await chrome.tabs.getCurrent())?.id ?? -1, to), factor);
  await zoom(2);
  for (const [page, width] of [[options, 640], [welcome, 640], [panel, 180]] as const) {
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    expect(await overflow(page), page.url()).toBe(0);
    const cut = await page.evaluate(() => [...document.querySelectorAll("button, label, a, summary, h1, h2")].filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1).map(({ outerHTML }) => outerHTML));
    expect(cut, page.url()).toEqual([]);
  }
  await options.evaluate((id) => chrome.tabs.setZoom(id, 2), tab);
  await article.bringToFront();
  const before = await overflow(article);
  await article.keyboard.press("n");
  expect(await overflow(article)).toBe(before);
  const { border = [] } = (await card(article)) ?? {};
  const { width, height } = await article.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect(border.length).toBe(8);
  // The tools count in pixels of the screen.
  expect(border.every((at, i) => at >= -1 && at <= (i % 2 === 0 ? width : height) * 2 + 1)).toBe(true);
  await options.evaluate((id) => chrome.tabs.setZoom(id, 1), tab);
  await zoom(1);
  for (const page of [article, panel, options, welcome]) {
    await page.close();
  }
});

/** How elements are underlined, and whether in the colour of the page's letters. To be run in the page. */
function linesOf(all: Element[]) {
  return all.map((one) => {
    const { textDecorationLine, textDecorationStyle, textDecorationThickness, textUnderlineOffset, textDecorationColor } = getComputedStyle(one);
    return { line: [textDecorationLine, textDecorationStyle, textDecorationThickness, textUnderlineOffset].join(" "), isSeen: textDecorationColor === getComputedStyle(document.body).color };
  });
}

test("in colours of the reader's own the standings differ by their lines", async ({ extension }) => {
  const { article, panel } = await read(extension);
  await article.emulateMedia({ forcedColors: "active" });
  const looks = await article.evaluate(() => {
    const text = document.querySelector(".story p") as Element;
    return [...CSS.highlights.keys()].sort().map((name) => {
      const { textDecorationLine, textDecorationStyle, textDecorationThickness, textUnderlineOffset, backgroundColor } = getComputedStyle(text, `::highlight(${name})`);
      return { line: [textDecorationLine, textDecorationStyle, textDecorationThickness, textUnderlineOffset].join(" "), backgroundColor };
    });
  });
  const marks = looks.slice(0, 9);
  expect(new Set(marks.map(({ line }) => line)).size).toBe(9);
  expect(marks.filter(({ line }) => !line.startsWith("underline"))).toEqual([]);
  expect(marks.filter(({ backgroundColor }) => !/^rgba\(.*, 0\)$/.test(backgroundColor))).toEqual([]);
  await panel.emulateMedia({ forcedColors: "active" });
  for (const layer of ["Figures", "Names"]) {
    await panel.getByRole("switch", { name: layer }).check();
  }
  await expect(panel.locator("#list details", { hasText: "Names" })).toHaveCount(1);
  const titles = await panel.locator("#list h3 [data-reportedly-look]").evaluateAll(linesOf);
  expect(titles.length).toBeGreaterThan(6);
  expect(new Set(titles.map(({ line }) => line)).size).toBe(titles.length);
  expect(titles.filter(({ line, isSeen }) => !line.startsWith("underline") || !isSeen)).toEqual([]);
  // The line that is open in the text differs by its edge, for there are no grounds.
  const open = panel.locator("#list button").first();
  const edge = () => open.evaluate((one) => getComputedStyle(one).borderInlineStartColor);
  const before = await edge();
  await open.click();
  await expect(open).toHaveAttribute("aria-current", "true");
  expect(await edge()).not.toBe(before);
  for (const layer of ["Figures", "Names"]) {
    await panel.getByRole("switch", { name: layer }).uncheck();
  }
  const welcome = await extension.own("welcome.html");
  await welcome.emulateMedia({ forcedColors: "active" });
  const swatches = await welcome.locator(".sample [data-reportedly-look]").evaluateAll(linesOf);
  expect(new Set(swatches.map(({ line }) => line)).size).toBe(5);
  expect(swatches.every(({ line, isSeen }) => line.startsWith("underline") && isSeen)).toBe(true);
  for (const page of [article, panel, welcome]) {
    await page.close();
  }
});

test("nothing moves for those who want stillness", async ({ extension }) => {
  const { article, panel } = await read(extension);
  await article.emulateMedia({ reducedMotion: "no-preference" });
  await article.keyboard.press("n");
  expect((await card(article))?.style["animation-name"]).toBe("appear");
  await article.keyboard.press("Escape");
  await article.emulateMedia({ reducedMotion: "reduce" });
  await article.keyboard.press("n");
  expect((await card(article))?.style["animation-name"]).toBe("none");
  await article.close();
  await panel.close();
  for (const path of ["options.html", "welcome.html", "panel.html?tab=-1"]) {
    const page = await extension.own(path);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      }).length,
    );
    expect(moving, path).toBe(0);
    await page.close();
  }
});

test("by keyboard alone: every control of our pages is reached, and shows that it is", async ({ extension }) => {
  const { article, panel } = await read(extension);
  const options = await extension.own("options.html");
  const welcome = await extension.own("welcome.html");
  for (const page of [options, welcome, panel]) {
    await page.bringToFront();
    expect(await tabThrough(page), page.url()).toEqual({ missed: [], unseen: [] });
  }
  for (const page of [article, panel, options, welcome]) {
    await page.close();
  }
});

test("by keyboard alone: from the first run to the options, from the list to the words and into their card", async ({ extension }) => {
  const welcome = await extension.own("welcome.html");
  await welcome.bringToFront();
  await welcome.keyboard.press("Tab");
  await welcome.keyboard.press("Enter");
  await expect(welcome).toHaveURL(/options\.html$/);
  const focus = async (page: Page, selector: string) => {
    for (let i = 0; i < 60 && !(await page.locator(selector).evaluate((one) => one === document.activeElement)); i += 1) {
      await page.keyboard.press("Tab");
    }
    await expect(page.locator(selector)).toBeFocused();
  };
  await focus(welcome, "#letters");
  await welcome.keyboard.press("Space");
  await expect(welcome.locator("#letters")).not.toBeChecked();
  await welcome.keyboard.press("Space");
  await welcome.evaluate(() => (document.activeElement as HTMLElement).blur());
  await focus(welcome, "#threshold");
  await welcome.keyboard.press("ArrowRight");
  await expect(welcome.locator("#threshold")).toHaveValue("55");
  await welcome.keyboard.press("ArrowLeft");
  await focus(welcome, "input[name=palette]:checked");
  await welcome.keyboard.press("ArrowDown");
  await expect(welcome.locator("input[name=palette]").nth(1)).toBeChecked();
  await welcome.keyboard.press("ArrowUp");
  await expect(welcome.locator("input[name=palette]").first()).toBeChecked();
  await welcome.close();

  const { article, panel } = await read(extension);
  const lifted = () => article.evaluate(() => [...CSS.highlights].filter(([name, { size }]) => name.endsWith("9") && size > 0).length);
  await panel.bringToFront();
  await focus(panel, "#next");
  await panel.keyboard.press("Enter");
  await expect.poll(lifted).toBe(1);
  await focus(panel, "input[type=search]");
  await panel.keyboard.type("spillway");
  await expect(panel.locator("#list li:visible").filter({ hasNotText: "spillway" })).toHaveCount(0);
  await panel.keyboard.press("Tab");
  await focus(panel, "#list li:not([hidden]) button >> nth=0");
  await panel.keyboard.press("Enter");
  await expect(panel.locator("#list button[aria-current]")).toHaveCount(1);
  await article.bringToFront();
  await expect.poll(async () => (await card(article)) !== null).toBe(true);
  await article.keyboard.press("Escape");
  await expect.poll(() => card(article)).toBe(null);
  await article.keyboard.press("n");
  await article.keyboard.press("Enter");
  // The close button is the first stop in the card.
  await article.keyboard.press("Tab");
  await article.keyboard.press("Enter");
  await expect.poll(() => card(article)).toBe(null);
  await article.close();
  await panel.close();
});
