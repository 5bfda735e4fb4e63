import { expect, test } from "@playwright/test";
import { card, layer, open, paste, ready } from "./reader.ts";

test("once the page has loaded nothing is asked of any server, whatever the reader does", async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await open(page);
  expect(requests.every((url) => url.startsWith(baseURL ?? "-"))).toBe(true);
  requests.length = 0;
  await layer(page, "Show everything").check();
  await page.keyboard.press("n");
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await paste(page, "Officials in Berlin said on Monday that the bridge, which cost €5 million, would be closed until 2027.");
  await ready(page);
  await page.locator("#list button").first().click();
  await expect(card(page)).toBeVisible();
  expect(requests).toEqual([]);
  // The log would have shown one.
  await page.evaluate(() => fetch("demo.css?canary"));
  expect(requests.map((url) => new URL(url).search)).toEqual(["?canary"]);
});

test("the page's own policy lets nothing out", async ({ page }) => {
  await open(page);
  const outcome = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(() => "answered", (error: Error) => error.message));
  expect(outcome).not.toBe("answered");
  const directives = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(directives).toContain("default-src 'none'");
  expect(directives).not.toMatch(/https?:|\*|unsafe-inline/);
});
