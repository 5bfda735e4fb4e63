import { expect, test } from "@playwright/test";
import { layer, marked, open, paste, ready } from "./reader.ts";

const STANDINGS = ["asserted", "attributed", "unnamed", "hedged", "denied"];

test("quiet at first: claims are marked, figures and names are not", async ({ page }) => {
  await open(page);
  const claims = (await Promise.all(STANDINGS.map((standing) => marked(page, standing)))).flat();
  expect(claims.length).toBeGreaterThan(5);
  expect(claims.join("\n")).toContain("60 percent of their electricity");
  expect(await marked(page, "figure")).toEqual([]);
  expect(await marked(page, "name")).toEqual([]);
});

test("a switch shows everything, and puts it back", async ({ page }) => {
  await open(page);
  const quiet = await marked(page, "asserted");
  await layer(page, "Show everything").check();
  expect(await marked(page, "figure")).toEqual(expect.arrayContaining([expect.stringContaining("47")]));
  expect(await marked(page, "name")).toEqual(expect.arrayContaining(["Marta Lindqvist", "Meridian Shipping"]));
  await expect(layer(page, "Figures")).toBeChecked();
  await layer(page, "Show everything").uncheck();
  expect(await marked(page, "name")).toEqual([]);
  expect(await marked(page, "asserted")).toEqual(quiet);
});

test("every kind has a switch of its own", async ({ page }) => {
  await open(page);
  await layer(page, "Names").check();
  expect(await marked(page, "name")).toContain("Helen Okafor");
  await layer(page, "Claims worth checking").uncheck();
  for (const standing of STANDINGS) {
    expect(await marked(page, standing)).toEqual([]);
  }
  expect(await marked(page, "name")).toContain("Helen Okafor");
});

test("marks stand on the right words after emoji, marks of accent and letters beyond the basic plane", async ({ page }) => {
  await open(page);
  await paste(page, "🙂👩‍👩‍👧 Bulgaria’s parliament approved the law on Monday, and the café 𝒳 in Berlin closed.\n\nAfter 🚢🚢 the storm, Germany sent 250 soldiers to Berlin.");
  await ready(page);
  await layer(page, "Show everything").check();
  expect(await marked(page, "name")).toEqual(expect.arrayContaining(["Berlin", "Germany"]));
  expect((await marked(page, "figure")).join("|")).toMatch(/(^|\|)250/);
});

test("the article's elements stay as the server sent them", async ({ page }) => {
  const inner = (html: string) => /<article[^>]*>([\s\S]*)<\/article>/.exec(html)?.[1];
  const sent = inner(await (await page.request.get("./")).text());
  await open(page);
  await layer(page, "Show everything").check();
  await page.keyboard.press("n");
  expect(await page.locator("#article").evaluate((article) => article.innerHTML)).toBe(sent);
});

test("a text that leaves takes its marks with it", async ({ page }) => {
  await open(page);
  await layer(page, "Show everything").check();
  await paste(page, "Well then.");
  await ready(page);
  for (const look of [...STANDINGS, "figure", "name", "cue", "hedge", "lift"]) {
    expect(await marked(page, look)).toEqual([]);
  }
  await expect(page.locator("#list")).toContainText("Nothing is marked");
  await expect(page.locator("html > div")).toHaveCount(1);
});

test("who stands behind a claim shows in its look", async ({ page }) => {
  await open(page);
  await paste(page, "The bridge was closed on Monday.\n\nThe company may have sold 300 cars to Iran.");
  await ready(page);
  await layer(page, "All other claims").check();
  expect(await marked(page, "asserted")).toEqual(["The bridge was closed on Monday"]);
  expect(await marked(page, "hedged")).toEqual(["The company may have sold 300 cars to Iran"]);
  expect(await marked(page, "hedge")).toEqual(["may"]);
});
