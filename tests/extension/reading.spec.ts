import { setTimeout as pause } from "node:timers/promises";
import { type Extension, expect, hasMarks, test, withExtension } from "./chromium.ts";
import { expected, painted } from "./marks.ts";

test.describe.configure({ mode: "serial" });

/** How often the background is ended: 500 times take some minutes. */
const ENDS = Number(process.env.REPORTEDLY_ENDS ?? 40);
/** So many of them in one browser. */
const BATCH = 10;

const marksOn = (page: import("@playwright/test").Page) => page.evaluate(painted);

test("one click reads the article and nothing beside it; another leaves the page as it was", async ({ extension }) => {
  const page = await extension.open("article.html");
  const panel = await extension.own("options.html");
  const tab = await extension.tabOf(page);
  const before = await page.evaluate(() => ({ html: document.documentElement.outerHTML, sheets: document.adoptedStyleSheets.length }));
  await extension.click(page);
  await hasMarks(page);
  const told = await extension.told(panel, tab);
  expect(told.text).toMatch(/^The regional water board has put off/);
  expect(told.text).toMatch(/that they may rise again\.$/);
  for (const beside of ["4,000 fans", "$5 million", "12 schools", "doubled in ten", "300 said", "900 cars", "800 cars", "700 cars", "300 people", "40 million dollars", "20,000 people", "900 drivers", "1904"]) {
    expect(told.text).not.toContain(beside);
  }
  expect(told.text).toContain("\n\nThe dam holds 31 million cubic metres of water. Photograph: The Valley Courier\n\n");
  expect(await marksOn(page)).toEqual(expected(told));
  const claims = told.shown.filter((id) => told.analysis?.annotations[id]?.kind === "claim").length;
  expect(claims).toBeGreaterThan(5);
  expect((await extension.badge(tab)).text).toBe(String(claims));
  const during = await page.evaluate(() => document.documentElement.outerHTML);
  expect(during).toBe(before.html.replace(/<\/html>$/, "<div></div></html>"));
  expect(await page.evaluate(() => [...CSS.highlights.keys()].join(" "))).not.toMatch(/report|claim|assert|hedge/i);

  await extension.click(page);
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
  const after = await page.evaluate(() => ({ html: document.documentElement.outerHTML, sheets: document.adoptedStyleSheets.length }));
  expect(after).toEqual(before);
  expect((await extension.badge(tab)).text).toBe("");
  await page.close();
  await panel.close();
});

for (const [path, message] of [
  ["front.html", "No article was found"],
  ["form.html", "No article was found"],
  ["german.html", "does not look like English"],
] as const) {
  test(`${path}: a polite no, and no mark`, async ({ extension }) => {
    const page = await extension.open(path);
    const tab = await extension.tabOf(page);
    await extension.click(page);
    await expect.poll(async () => (await extension.badge(tab)).title).toContain(message);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await extension.click(page);
    await expect(page.locator("html > div")).toHaveCount(0);
    await page.close();
  });
}

test("pages of the browser itself are left alone, and the icon says so", async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto("chrome://version");
  const tab = await extension.tabOf(page);
  await extension.click(page);
  await expect.poll(async () => (await extension.badge(tab)).title).toContain("does not let extensions read this page");
  await page.close();
});

test("another story in the same page is read, and one that is added", async ({ extension }) => {
  const page = await extension.open("app.html");
  const panel = await extension.own("options.html");
  const tab = await extension.tabOf(page);
  await extension.click(page);
  await hasMarks(page);
  expect((await extension.told(panel, tab)).text).toContain("ferry company");
  await page.evaluate(() => (window as unknown as { go(name: string): void }).go("mine"));
  await expect.poll(async () => (await extension.told(panel, tab)).text).toMatch(/^The copper mine/);
  await expect.poll(async () => JSON.stringify(await marksOn(page)) === JSON.stringify(expected(await extension.told(panel, tab)))).toBe(true);
  await page.evaluate(() => (window as unknown as { more(name: string): void }).more("ferry"));
  await expect.poll(async () => (await extension.told(panel, tab)).text).toMatch(/^The copper mine[\s\S]*The ferry company/);
  await page.goBack();
  await page.close();
  await panel.close();
});

/** Reads two stories in turn and ends the background so many times meanwhile; counts them as it goes. */
async function endMany(extension: Extension, times: number, marks: Map<string, string>, count: () => void) {
  const page = await extension.open("app.html");
  const panel = await extension.own("options.html");
  const tab = await extension.tabOf(page);
  await extension.click(page);
  await hasMarks(page);
  const go = (name: string) => page.evaluate((to) => (window as unknown as { go(name: string): void }).go(to), name);
  const isMarked = (first: RegExp) => async () => {
    const told = await extension.told(panel, tab);
    return first.test(told.text) && JSON.stringify(await marksOn(page)) === JSON.stringify(expected(told));
  };
  // Now and then it is at rest already, or only just waking: that does not count.
  for (let i = 0, ended = 0; ended < times && i < 2 * times; i += 1) {
    const [name, first] = i % 2 === 0 ? (["mine", /^The copper mine/] as const) : (["ferry", /^The ferry company/] as const);
    // Before the change is noticed, while the text is read, after it has been.
    await go(name);
    await page.waitForTimeout((i * 137) % 300);
    if (await extension.end(panel)) {
      ended += 1;
      count();
    }
    await expect.poll(isMarked(first), { timeout: 10_000, intervals: [20, 50, 100, 200] }).toBe(true);
    const now = JSON.stringify(await marksOn(page));
    expect(now).toBe(marks.get(name) ?? now);
    marks.set(name, now);
  }
}

test(`ended ${ENDS} times at any moment, the background reads the same`, async () => {
  test.setTimeout(60_000 + ENDS * 5000);
  const marks = new Map<string, string>();
  let ended = 0;
  // A browser whose background is ended again and again may close as a whole: ours is not the only state it loses. So
  // each is asked for a few, and another goes on where one has closed, as long as that stays an exception.
  for (let launched = 0; ended < ENDS; launched += 1) {
    expect(launched).toBeLessThan(3 * Math.ceil(ENDS / BATCH));
    const batch = Math.min(BATCH, ENDS - ended);
    const reading = withExtension((extension) => endMany(extension, batch, marks, () => (ended += 1))).catch((error) => {
      if (!/has been closed/.test(String(error))) {
        throw error;
      }
    });
    // One that aborts may leave us without an answer, too.
    await Promise.race([reading, pause(20_000 + batch * 3000, undefined, { ref: false })]);
  }
});

test("marks that the page throws out come back within a second, but not for ever", async ({ extension }) => {
  const page = await extension.open("article.html");
  await extension.click(page);
  await hasMarks(page);
  const before = await marksOn(page);
  await page.evaluate(() => CSS.highlights.clear());
  await page.waitForTimeout(1000);
  expect(await marksOn(page)).toEqual(before);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  const repairs = await page.evaluate(async () => {
    let count = 0;
    for (let i = 0; i < 80; i += 1) {
      count += CSS.highlights.size > 0 ? 1 : 0;
      CSS.highlights.clear();
      await new Promise((done) => setTimeout(done, 100));
    }
    return count;
  });
  expect(repairs).toBeGreaterThan(3);
  expect(repairs).toBeLessThan(15);
  await page.close();
});

test("nothing is asked of any server", async ({ extension }) => {
  const page = await extension.open("article.html");
  await extension.click(page);
  await hasMarks(page);
  await page.keyboard.press("n");
  expect(extension.web.asked().filter((url) => !/\/(article|app|front|form|german|hostile)\.html/.test(url))).toEqual([]);
  // The log would have shown one.
  await page.evaluate(() => fetch("/canary").catch(() => {}));
  expect(extension.web.asked().at(-1)).toContain("/canary");
  await page.close();
});
