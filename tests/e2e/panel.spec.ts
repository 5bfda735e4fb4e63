import { expect, test } from "@playwright/test";
import { card, layer, marked, open } from "./reader.ts";

test("the list mirrors the marks, and a line leads to its words", async ({ page }) => {
  await open(page);
  await layer(page, "Show everything").check();
  const lines = page.locator("#list details").first().getByRole("button");
  const last = lines.last();
  const words = ((await last.locator(".reportedly-text").textContent()) ?? "").replace(/ …$/, "");
  await last.click();
  await expect(card(page)).toBeFocused();
  expect((await marked(page, "lift")).join(" ")).toContain(words);
  await expect(last).toHaveAttribute("aria-current", "true");
  const inView = (wanted: string) => {
    const paragraph = [...document.querySelectorAll("#article > *")].find((p) => p.textContent?.includes(wanted));
    const box = paragraph?.getBoundingClientRect();
    return box !== undefined && box.top < innerHeight && box.bottom > 0;
  };
  await expect.poll(() => page.evaluate(inView, words)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(last).toBeFocused();
});

test("as many claims in the list as the summary counts", async ({ page }) => {
  await open(page);
  await layer(page, "All other claims").check();
  const total = Number((await page.locator("#sourcing strong").textContent())?.match(/\d+/)?.[0]);
  expect(total).toBeGreaterThan(20);
  const counts = await page.locator("#list details[open] .reportedly-count").allTextContents();
  expect(counts.map(Number).reduce((a, b) => a + b, 0)).toBe(total);
});

test("names are listed once each", async ({ page }) => {
  await open(page);
  await layer(page, "Names").check();
  const names = page.locator("#list details", { hasText: "Names" });
  await names.locator("summary").click();
  await expect(names.getByRole("button", { name: /^Marta Lindqvist/ })).toHaveCount(1);
});
