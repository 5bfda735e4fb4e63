/** The demo page for those who use no mouse. */
import { expect, type Page, test } from "@playwright/test";
import { tabThrough } from "../support/keyboard.ts";
import { card, layer, marked, open, ready } from "./reader.ts";

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, selector: string) {
  const wanted = page.locator(selector).first();
  for (let i = 0; i < 80 && !(await wanted.evaluate((one) => one === document.activeElement)); i += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toBeFocused();
}

test("every control is reached by Tab, and shows that it is", async ({ page }) => {
  await open(page);
  expect(await tabThrough(page)).toEqual({ missed: [], unseen: [] });
});

test("from the first key to the last: skip, switch, step, into the card and its copies, through the list, a text of one's own", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "To the article" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#article")).toBeFocused();
  await page.keyboard.press("n");
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeFocused();
  const [words = ""] = await marked(page, "lift");
  await tabToIn(page, "Copy quote");
  await page.keyboard.press("Enter");
  await expect(card(page).getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(words);
  await page.keyboard.press("Escape");
  await expect(page.locator("#article")).toBeFocused();

  await page.keyboard.press("e");
  await expect(layer(page, "Show everything")).toBeChecked();
  await tabTo(page, "#layers [data-layer=names]");
  await page.keyboard.press("Space");
  expect(await marked(page, "name")).toEqual([]);
  await tabTo(page, "#list summary");
  await page.keyboard.press("Space");
  await expect(page.locator("#list details").first()).not.toHaveAttribute("open");
  await page.keyboard.press("Space");
  await tabTo(page, "#list li button");
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#list li button").first()).toBeFocused();

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await tabTo(page, "#own-text");
  // Letters that are written lead nowhere.
  await page.keyboard.type("No new bridge will be built in Dunmere before 2030, two officials said on Monday, and nobody expects one.");
  await expect(card(page)).toBeHidden();
  await tabTo(page, "#own-form button[type=submit]");
  await page.keyboard.press("Enter");
  await ready(page);
  await expect(page.locator("#article")).toContainText("No new bridge");
  expect((await marked(page, "unnamed")).join(" ")).toContain("new bridge");
  await tabTo(page, "#back");
  await page.keyboard.press("Enter");
  await expect(page.locator("#article")).toContainText("Harrow Islands");
});

/** Presses Tab until a button of the open card has the focus. */
async function tabToIn(page: Page, name: string) {
  const wanted = card(page).getByRole("button", { name });
  for (let i = 0; i < 30 && !(await wanted.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)); i += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toBeFocused();
}
