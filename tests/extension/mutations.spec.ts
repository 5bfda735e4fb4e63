import { expect, hasMarks, test, type Told } from "./chromium.ts";
import { expected, painted } from "./marks.ts";
import { mutate } from "./mutate.ts";

test("a thousand changes: no mark on other words than its own, and all back within a second", async ({ extension }) => {
  const page = await extension.open("article.html");
  const panel = await extension.own("options.html");
  const tab = await extension.tabOf(page);
  await extension.click(page);
  await hasMarks(page);
  // All that the page says of itself meanwhile.
  await panel.evaluate((id) => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    chrome.tabs.connect(id, { name: "panel" }).onMessage.addListener((message) => heard.push(message));
  }, tab);
  const seen = await page.evaluate(mutate, 1000);
  await page.waitForTimeout(1000);
  const told = await extension.told(panel, tab);
  expect(await page.evaluate(painted)).toEqual(expected(told));
  const now = await page.evaluate(() => (document.querySelector(".story > p:not(.gone)")?.textContent ?? "").replace(/\s+/g, " ").trim());
  expect(told.text.replace(/\s+/g, " ")).toContain(now.slice(0, 40));

  const heard = (await panel.evaluate(() => (window as unknown as { heard: unknown[] }).heard)) as Told[];
  const texts = heard.filter(({ text }) => text).map((state) => Object.values(expected(state)).join("\n"));
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.filter((words) => !texts.some((text) => text.includes(words)))).toEqual([]);
  await page.close();
  await panel.close();
});
