import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const STANDINGS = ["asserted", "attributed", "unnamed", "hedged", "denied"];

const widget = (page: Page, section: string) => page.locator(`#${section} reportedly-article`);
const card = (page: Page, section: string) => widget(page, section).getByRole("dialog");

/** Opens the page of stories and waits until each article is read, or told to be none. */
async function open(page: Page) {
  await page.goto("./widget.html");
  await expect(page.locator("#log li")).toHaveCount(16);
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

/** The words under the marks of a look, inside a section or in a shadow tree in it. */
function marked(page: Page, section: string, looks: readonly string[] = STANDINGS): Promise<string[]> {
  const find = ([id, looks]: readonly [string, readonly string[]]) => {
    const isIn = (node: Node | null): boolean => {
      const root = node?.getRootNode();
      return node !== null && (document.getElementById(id)?.contains(node) || (root instanceof ShadowRoot && isIn(root.host)));
    };
    return [...CSS.highlights]
      .filter(([name]) => looks.some((look) => name.endsWith(`-${look}`)))
      .flatMap(([, highlight]) => [...highlight])
      .filter(({ startContainer }) => isIn(startContainer))
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      });
  };
  return page.evaluate(find, [section, looks] as const);
}

test("what it wraps and what it points to is marked, and the page's elements stay as they were sent", async ({ page }) => {
  const articles = (html: string) => [...html.matchAll(/<reportedly-article[\s\S]*?<\/reportedly-article>/g)].map(([article]) => article);
  const sent = articles(await (await page.request.get("./widget.html")).text());
  await open(page);
  expect(await marked(page, "wraps", ["attributed"])).toContain("The ferry company Nordlys will cut 320 jobs by June");
  expect((await marked(page, "points")).join("\n")).toContain("Rain fell on 19 of the last 20 days");
  const now = await page.locator("reportedly-article:not(#shadow *, #deep-shadow *)").evaluateAll((all) => all.map((one) => one.outerHTML));
  expect(now).toEqual(sent);
});

test("kinds and threshold say what is marked, also when they change", async ({ page }) => {
  await open(page);
  expect(await marked(page, "figures", ["figure", "name"])).toEqual(expect.arrayContaining(["31", "£2.4 million", "Dunmere", "Ada Quill"]));
  expect(await marked(page, "figures")).toEqual([]);
  const all = await marked(page, "all");
  expect(all.join("\n")).toContain("The library opened its doors");
  await widget(page, "all").evaluate((one) => one.setAttribute("threshold", "0.99"));
  expect(await marked(page, "all")).toEqual([]);
  await widget(page, "all").evaluate((one) => one.setAttribute("kinds", "entity figure"));
  expect(await marked(page, "all", ["figure"])).toEqual(["200"]);
});

test("a click on a mark opens its card, in a shadow tree too", async ({ page }) => {
  await open(page);
  for (const section of ["wraps", "in-shadow", "in-deep-shadow"]) {
    const words = widget(page, section).getByText(/^(The ferry|Harbour)/);
    await words.click({ position: { x: 60, y: 12 } });
    await expect(card(page, section)).toContainText("Who says so?");
    await page.keyboard.press("Escape");
    await expect(card(page, section)).toHaveCount(0);
  }
});

test("a page styles marks, bar and card by custom properties and parts", async ({ page }) => {
  await open(page);
  const style = (selector: string, property: string) =>
    widget(page, "themed").evaluate((one, [inner, name]) => getComputedStyle(one.shadowRoot?.querySelector(inner ?? "") ?? one).getPropertyValue(name ?? ""), [selector, property]);
  expect(await style(".bar", "border-top-color")).toBe("rgb(10, 125, 51)");
  expect(await style("[data-reportedly-look=denied]", "background-color")).toBe("rgb(251, 227, 241)");
  await widget(page, "themed").getByRole("button", { name: "Next mark" }).click();
  await expect(card(page, "themed")).toHaveCSS("border-radius", "0px");
  await expect(card(page, "themed")).toHaveCSS("background-color", "rgb(242, 251, 244)");
});

test("theme and the ground of the text make it dark", async ({ page }) => {
  await open(page);
  await expect(widget(page, "dark")).toHaveCSS("color-scheme", "dark");
  await expect(widget(page, "wraps")).toHaveCSS("color-scheme", "light");
  await expect(widget(page, "dark").locator(".legend [data-reportedly-look=denied]")).toHaveCSS("background-color", "rgb(66, 35, 31)");
});

test("an article that comes later is marked, one that goes takes its marks along", async ({ page }) => {
  await open(page);
  expect(await marked(page, "client")).toEqual([]);
  await page.getByRole("button", { name: "Render the article" }).click();
  await expect.poll(async () => (await marked(page, "client")).join("\n")).toContain("Harbour police seized 41 containers");
  const before = await page.evaluate(() => CSS.highlights.size);
  await widget(page, "client").evaluate((one) => one.remove());
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(before - 10);
});

test("it tells what happens, and what it found", async ({ page }) => {
  await open(page);
  const log = (await page.locator("#log li").allTextContents()).sort();
  const ready = ["all", "bare-marks", "dark", "empty", "figures", "in-deep-shadow", "in-shadow", "light", "narrow", "points", "themed", "wraps"];
  const trouble = ["client", "german", "loading", "missing"];
  expect(log).toEqual([...ready.map((id) => `ready: ${id}`), ...trouble.map((id) => `trouble: ${id}`)]);
  await expect(widget(page, "german").getByRole("status").first()).toContainText("does not look like English");
  const found = await widget(page, "wraps").evaluate((one) => (one as HTMLElementTagNameMap["reportedly-article"]).analysis?.summary.claims);
  expect(found).toBeGreaterThan(3);
  await widget(page, "wraps").getByText("Who says what").click();
  await expect(widget(page, "wraps").locator(".found")).toContainText("Erik Voss");
});

test("each state is said in words, and by `:state()`", async ({ page }) => {
  await open(page);
  const said = (section: string) => widget(page, section).locator(".message");
  const is = (section: string, state: string) => widget(page, section).evaluate((one, name) => one.matches(`:state(${name})`), state);
  await expect(said("missing")).toHaveText("There is no article to read here.");
  expect(await is("missing", "no-article")).toBe(true);
  expect(await is("german", "not-english")).toBe(true);
  await expect(said("empty")).toHaveText("There is nothing to mark here.");
  expect(await marked(page, "empty")).toEqual([]);
  await expect(said("wraps")).toBeHidden();
  expect(await is("wraps", "ready")).toBe(true);
  await expect(widget(page, "light")).toHaveCSS("color-scheme", "light");
  // It is over in a second: what is said meanwhile is written down in the page.
  const story = await widget(page, "loading").evaluate(async (one) => {
    const told = new Set<string>();
    document.getElementById("long")?.click();
    while (!one.matches(":state(ready)")) {
      const state = ["no-article", "reading"].find((name) => one.matches(`:state(${name})`));
      told.add(`${state}: ${one.shadowRoot?.querySelector(".message")?.textContent}`);
      await new Promise(requestAnimationFrame);
    }
    return [...told];
  });
  expect(story.at(-1)).toBe("reading: Reading …");
  await expect(said("loading")).toBeHidden();
});

test("where no reader can start the article stays as it is, and the element says so", async ({ page }) => {
  await page.goto("./widget-refused.html");
  await expect(widget(page, "refused").locator(".message")).toHaveText("This article could not be read.");
  await expect(page.locator("#log li")).toHaveText(["trouble: refused"]);
  await expect(page.getByText("The lighthouse will be dark")).toBeVisible();
  expect(await marked(page, "refused")).toEqual([]);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await violations(page)).toEqual([]);
});

test("by keyboard alone", async ({ page }) => {
  await open(page);
  const everything = widget(page, "wraps").getByRole("switch");
  await everything.focus();
  await page.keyboard.press("Space");
  expect(await marked(page, "wraps", ["name"])).toContain("Erik Voss");
  expect(await marked(page, "points", ["name"])).toEqual([]);
  await page.keyboard.press("n");
  await expect(card(page, "wraps")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(card(page, "wraps")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(everything).toBeFocused();
});

test("at 360 pixels nothing sticks out", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await widget(page, "narrow").getByRole("button", { name: "Next mark" }).click();
  await expect(card(page, "narrow")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing to complain of, ${colorScheme}`, async ({ page }) => {
    // It looks at every element, some seconds long.
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await open(page);
    await widget(page, "wraps").getByText("Who says what").click();
    await widget(page, "wraps").getByRole("button", { name: "Next mark" }).click();
    await expect(card(page, "wraps")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("where no script runs the article reads as it was written", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto("./widget.html");
  await expect(page.getByText("The ferry company Nordlys")).toBeVisible();
  await context.close();
});

test("nothing goes wrong, and nothing is asked of another server", async ({ page, baseURL }) => {
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(baseURL ?? "") && wrong.push(request.url()));
  await open(page);
  await widget(page, "wraps").getByRole("button", { name: "Next mark" }).click();
  await expect(card(page, "wraps")).toBeVisible();
  expect(wrong).toEqual([]);
});
