import { expect, test } from "@playwright/test";
import { hostileArticle } from "../support/hostile.ts";
import { card, layer, marked, middleOf, open, paste, ready } from "./reader.ts";

const QUESTIONS = ["What is this?", "Who says so?", "How sure are they?", "Why do we think so?"];

test("a claim's card answers four questions in order and names its rule", async ({ page }) => {
  await open(page);
  await page.keyboard.press("n");
  await expect(card(page)).toBeVisible();
  await expect(card(page).locator("dt")).toHaveText(QUESTIONS);
  await expect(card(page)).toContainText(/Found by the rule claim\/\S+/);
});

test("the pointer opens a card and leaving closes it", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOf(page, "carries 60 percent");
  await page.mouse.move(x, y);
  await expect(card(page)).toBeVisible();
  expect((await marked(page, "lift")).join(" ")).toContain("carries 60 percent");
  await page.mouse.move(5, 5);
  await expect(card(page)).toBeHidden();
  expect(await marked(page, "lift")).toEqual([]);
});

test("a click pins the card; Escape and a click elsewhere close it", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOf(page, "carries 60 percent");
  await page.mouse.click(x, y);
  await page.mouse.move(5, 5);
  await page.waitForTimeout(500);
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card(page)).toBeHidden();
  await page.mouse.click(x, y);
  await expect(card(page)).toBeVisible();
  await page.mouse.click(1260, 400);
  await expect(card(page)).toBeHidden();
});

test("a name's card knows all its mentions, and lights them together", async ({ page }) => {
  await open(page);
  await paste(page, "President Barack Obama spoke in Berlin on Monday.\n\nThe crowd was large. Obama left for Washington on Tuesday.");
  await ready(page);
  await layer(page, "Names").check();
  const { x, y } = await middleOf(page, "Barack Obama");
  await page.mouse.click(x, y);
  await expect(card(page)).toContainText("A person");
  expect(await marked(page, "lift")).toEqual(["Barack Obama", "Obama"]);
  await card(page).getByRole("link", { name: "“Obama”", exact: true }).click();
  await expect(card(page)).toContainText("It is a shorter way to write Barack Obama.");
});

test("keys: next, previous, into the card, back to where the reader was", async ({ page }) => {
  await open(page);
  const everything = layer(page, "Show everything");
  await everything.focus();
  await page.keyboard.press("n");
  const first = await marked(page, "lift");
  await page.keyboard.press("n");
  expect(await marked(page, "lift")).not.toEqual(first);
  await expect(page.getByRole("status").filter({ hasText: /Mark 2 of \d+/ })).toHaveCount(1);
  await page.keyboard.press("p");
  expect(await marked(page, "lift")).toEqual(first);
  await expect(everything).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card(page)).toBeHidden();
  await expect(everything).toBeFocused();
});

test("Tab beyond the last link of a card closes it", async ({ page }) => {
  await open(page);
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeFocused();
  for (let i = 0; i < 12 && (await card(page).count()) > 0; i += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(card(page)).toBeHidden();
});

test("a card is copied as quote, link, annotation and report", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.keyboard.press("n");
  const copied = async (name: string) => {
    await card(page).getByRole("button", { name }).click();
    await expect(card(page).getByRole("status")).toHaveText("Copied.");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const [words = ""] = await marked(page, "lift");
  expect(await copied("Copy quote")).toContain(words);
  expect(await copied("Copy link")).toMatch(/^http.*#:~:text=/);
  expect(JSON.parse(await copied("Copy annotation")).target.selector[0].exact).toBe(words);
  expect(await copied("Copy a report")).toContain(`Marked: ${words}`);
});

test("letters can be switched off", async ({ page }) => {
  await open(page);
  await layer(page, "Letters lead through the marks").uncheck();
  await page.keyboard.press("n");
  await page.waitForTimeout(200);
  await expect(card(page)).toBeHidden();
  await page.reload();
  await expect(layer(page, "Letters lead through the marks")).not.toBeChecked();
});

test("the first key leads to a mark where the reader is, not at the top", async ({ page }) => {
  await open(page);
  await page.getByRole("heading", { name: "Read your own text" }).scrollIntoViewIfNeeded();
  await page.keyboard.press("n");
  await expect(card(page)).toBeVisible();
  const [first] = await marked(page, "lift");
  expect(await page.locator("#article > *").first().textContent()).not.toContain(first);
});

test("hostile strings stay strings in every card, and no card sticks out", async ({ page }) => {
  test.slow();
  await open(page);
  await layer(page, "Show everything").check();
  await paste(page, hostileArticle().join("\n\n"));
  await expect(page.locator("#status")).toHaveText(/Read \d\d,/);
  const seen = await page.evaluate(async () => {
    const [count, faults] = [document.querySelectorAll("#list button").length, new Set<string>()];
    const texts = new Set<string>();
    for (let i = 0; i < count; i += 1) {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "n" }));
      const root = [...document.querySelectorAll("html > div")].map(({ shadowRoot }) => shadowRoot).find((shadow) => shadow?.querySelector(".card"));
      const card = root?.querySelector(".card");
      texts.add(card?.textContent ?? "");
      if (!card || card.querySelector("img, svg, script, b, iframe")) {
        faults.add(`no card, or an element in it: ${card?.innerHTML}`);
      }
      if (card && card.scrollWidth > card.clientWidth) {
        faults.add(`it sticks out: ${card.textContent}`);
      }
    }
    return { texts: [...texts].join("\n"), count, faults: [...faults], pwned: "pwned" in window };
  });
  expect(seen.count).toBeGreaterThan(400);
  expect(seen.faults).toEqual([]);
  expect(seen.pwned).toBe(false);
  expect(seen.texts).toContain("<script>window.pwned=1</script>");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
