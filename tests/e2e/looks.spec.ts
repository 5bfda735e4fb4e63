import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { card, layer, open, paste } from "./reader.ts";

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

test("dark follows the system until the reader chooses, and the choice is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  const dark = await background(page);
  await expect(layer(page, "Dark")).toBeChecked();
  await layer(page, "Dark").uncheck();
  expect(await background(page)).not.toBe(dark);
  await page.reload();
  await expect(layer(page, "Dark")).not.toBeChecked();
  expect(await background(page)).not.toBe(dark);
});

test("the standings differ in line as well as in tint", async ({ page }) => {
  await open(page);
  const lines = await page.locator(".legend span").evaluateAll((spans) => spans.map((span) => getComputedStyle(span).textDecorationStyle + getComputedStyle(span).textDecorationLine));
  expect(new Set(lines).size).toBe(5);
});

for (const [width, height] of [
  [360, 740],
  [768, 1024],
] as const) {
  test(`nothing sticks out at ${width} pixels, with and without a card`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await layer(page, "Show everything").check();
    expect(await overflow()).toBe(0);
    await page.getByRole("button", { name: "Next mark" }).click();
    await expect(card(page)).toBeVisible();
    expect(await overflow()).toBe(0);
    const box = await card(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing to complain of, ${colorScheme}`, async ({ page }) => {
    // It looks at every element, some seconds long.
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await open(page);
    await layer(page, "Show everything").check();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("n");
    await page.keyboard.press("Enter");
    await expect(card(page)).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await paste(page, "");
    expect(await violations(page)).toEqual([]);
  });
}

test("the text does not move when the marks come", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))).observe({ type: "layout-shift", buffered: true });
  });
  await open(page);
  await page.waitForTimeout(300);
  const sum = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0));
  expect(sum).toBeLessThan(0.02);
});
