import { expect } from "@playwright/test";
import { type Firefox, MISSING, test } from "./firefox.ts";
import { expected, painted } from "./marks.ts";
import { mutate } from "./mutate.ts";
import { storedPages } from "../../scripts/lib/paths.mjs";
import { pagesOf } from "./web.ts";

test.skip(MISSING !== "", MISSING);

/** How often the background is ended: 500 times take some minutes. */
const ENDS = Number(process.env.REPORTEDLY_ENDS ?? 40);

const html = ({ driver }: Firefox) => driver.executeScript<string>("return document.documentElement.outerHTML");
const highlights = ({ driver }: Firefox) => driver.executeScript<number>("let count = 0; CSS.highlights.forEach(({ size }) => { count += size; }); return count;");
const marks = ({ driver }: Firefox) => driver.executeScript<Record<string, string>>(`return (${painted})()`);
const hasMarks = (firefox: Firefox) => expect.poll(() => highlights(firefox), { timeout: 10_000 }).toBeGreaterThan(0);

/** The page once its own scripts leave it alone: as it was half a second before. */
async function settled(firefox: Firefox) {
  let last = "";
  await expect
    .poll(
      async () => {
        const [before, now] = [last, await html(firefox)];
        last = now;
        return before === now;
      },
      { intervals: [500], timeout: 15_000 },
    )
    .toBe(true);
  return last;
}

async function read(firefox: Firefox, path: string) {
  await firefox.open(path);
  const before = await settled(firefox);
  await firefox.click();
  await hasMarks(firefox);
  const told = await firefox.told();
  expect(told.analysis?.annotations.filter(({ kind }) => kind === "claim").length).toBeGreaterThan(0);
  expect(await marks(firefox)).toEqual(expected(told));
  await firefox.click();
  await expect.poll(() => firefox.driver.executeScript("return CSS.highlights.size")).toBe(0);
  expect(await html(firefox)).toBe(before);
}

test("Firefox: one click reads the article, another leaves the page as it was", async ({ firefox }) => {
  await read(firefox, "article.html");
});

for (const path of ["front.html", "german.html"]) {
  test(`Firefox: ${path}: a polite no`, async ({ firefox }) => {
    await firefox.open(path);
    await firefox.click();
    await expect.poll(() => firefox.title()).toMatch(/No article was found|does not look like English/);
    expect(await highlights(firefox)).toBe(0);
  });
}

test("Firefox: marks that the page throws out come back; another story is read; nothing is asked of any server", async ({ firefox }) => {
  await firefox.open("app.html");
  const asked = firefox.web.asked().length;
  await firefox.click();
  await hasMarks(firefox);
  await firefox.driver.executeScript("CSS.highlights.clear()");
  await hasMarks(firefox);
  await firefox.driver.executeScript("go('mine')");
  await expect.poll(async () => (await marks(firefox))["0"] ?? "", { timeout: 10_000 }).toContain("copper");
  expect(await marks(firefox)).toEqual(expected(await firefox.told()));
  expect(firefox.web.asked().slice(asked)).toEqual([]);
  await firefox.driver.executeAsyncScript("fetch('/canary').finally(arguments[0])");
  expect(firefox.web.asked().at(-1)).toContain("/canary");
});

test("Firefox: a thousand changes: all marks on their own words within a second", async ({ firefox }) => {
  test.setTimeout(60_000);
  await firefox.open("article.html");
  await firefox.click();
  await hasMarks(firefox);
  await firefox.driver.manage().setTimeouts({ script: 40_000 });
  const seen = await firefox.driver.executeAsyncScript<string[]>(`const done = arguments[0]; (${mutate})(1000).then(done)`);
  expect(seen.length).toBeGreaterThan(10);
  await new Promise((done) => setTimeout(done, 1000));
  expect(await marks(firefox)).toEqual(expected(await firefox.told()));
});

test(`Firefox: ended ${ENDS} times at any moment, the background reads the same`, async ({ firefox }) => {
  test.setTimeout(30_000 + ENDS * 3000);
  await firefox.open("app.html");
  await firefox.click();
  await hasMarks(firefox);
  const known = new Map<string, Record<string, string>>();
  let ended = 0;
  for (let i = 0; ended < ENDS && i < 2 * ENDS; i += 1) {
    const [name, words] = i % 2 === 0 ? ["mine", "$9million"] : ["ferry", "islanders"];
    await firefox.driver.executeScript(`go("${name}")`);
    await new Promise((done) => setTimeout(done, (i * 137) % 300));
    ended += (await firefox.end()) ? 1 : 0;
    await expect.poll(async () => Object.values(await marks(firefox)).join(" "), { timeout: 10_000 }).toContain(words);
    const now = await marks(firefox);
    expect(now).toEqual(known.get(name ?? "") ?? now);
    known.set(name ?? "", now);
  }
  expect(ended).toBe(ENDS);
});

test.describe("stored pages", () => {
  test.skip(!storedPages, "the stored pages are not there: say where they are in REPORTEDLY_PAGES");
  for (const { name } of pagesOf("news")) {
    test(`Firefox: news: ${name}`, async ({ firefox }) => {
      await read(firefox, `news/${name}.html`);
    });
  }
  for (const { name } of pagesOf("stress")) {
    test(`Firefox: stress: ${name}`, async ({ firefox }) => {
      test.slow();
      await read(firefox, `stress/${name}.html`);
    });
  }
});
