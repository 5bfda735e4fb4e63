import { expect, test } from "@playwright/test";

test("the page loads without an error, from its own server alone", async ({ page, baseURL }) => {
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "")) {
      strangers.push(request.url());
    }
  });
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-state", "ready");
  expect(errors).toEqual([]);
  expect(strangers).toEqual([]);
});
