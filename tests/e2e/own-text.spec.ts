import { expect, test } from "@playwright/test";
import { layer, marked, open, paste, ready } from "./reader.ts";

const message = "#own-message";

test("a text of one's own is annotated, and our article comes back", async ({ page }) => {
  await open(page);
  await paste(page, "The council of Berlin approved 300 new buses on Monday.\n\nThe plan will cost Germany €31 million, the largest sum in 20 years.");
  await ready(page);
  await expect(page.locator("#article p")).toHaveCount(2);
  await expect(page.locator("#notice")).toBeHidden();
  await layer(page, "Show everything").check();
  expect(await marked(page, "name")).toEqual(expect.arrayContaining(["Berlin", "Germany"]));
  await page.getByRole("button", { name: "Back to our article" }).click();
  await expect(page.locator("#article h2")).toHaveText(/Harrow Islands/);
  await ready(page);
  expect(await marked(page, "name")).toContain("Marta Lindqvist");
});

test("what is pasted stays text", async ({ page }) => {
  await open(page);
  await paste(page, "The minister said that <img src=x onerror=alert(1)> <b>five</b> of the ships had been there with it.");
  await ready(page);
  await expect(page.locator("#article p")).toContainText("<img src=x onerror=alert(1)> <b>five</b>");
  await expect(page.locator("#article img, #article b")).toHaveCount(0);
});

test("nothing, too much, and another language are answered politely", async ({ page }) => {
  await open(page);
  await paste(page, "  \n ");
  await expect(page.locator(message)).toHaveText(/nothing to read/);
  await expect(page.getByRole("textbox", { name: "The article" })).toBeFocused();
  await paste(page, "All the news that is fit to print was in the paper. ".repeat(5000));
  await expect(page.locator(message)).toHaveText(/260,000 characters/);
  await paste(page, "Der Minister sagte am Freitag, dass die Regierung keine Entscheidung getroffen habe und dass die Gespräche weitergehen würden.");
  await expect(page.locator(message)).toHaveText(/does not look like English/);
  await expect(page.locator("#article h2")).toHaveText(/Harrow Islands/);
  await page.getByRole("button", { name: "Read it all the same" }).click();
  await ready(page);
  await expect(page.locator("#article p")).toHaveText(/^Der Minister/);
});

test("where the core cannot be loaded the page says so and offers to try again", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-state", "failed");
  await expect(page.locator("#status")).toHaveText(/could not be read/);
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await ready(page);
  expect((await marked(page, "asserted")).length).toBeGreaterThan(0);
});

test("the day of publication tells which day a weekday is", async ({ page }) => {
  await open(page);
  await paste(page, "The minister left Berlin on Friday, officials said.");
  await ready(page);
  await layer(page, "Figures").check();
  await page.getByLabel("Published on").fill("2022-01-15");
  await ready(page);
  await expect(page.locator("#list details", { hasText: "Figures" })).toContainText("Friday 14 January 2022");
});
