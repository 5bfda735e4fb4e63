/** Frameworks that wake a page from their server do not notice that the element is there. */
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";
import { project } from "./project.ts";

const UPDATES = 30;

/** The words under all marks, in the order of the looks. */
const marked = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      }),
  );

/** Opens a framework's page and keeps what the framework complains of. */
async function open(page: Page, framework: string): Promise<{ said: string[]; close(): Promise<void> }> {
  const { folder, run } = await project(framework);
  await run(process.execPath, "build.mjs");
  const { url, close } = await serve(join(folder, "dist"), 0);
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await page.goto(url);
  return { said, close };
}

test("a page whose elements somebody has touched is complained of", async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener("reportedly-ready", () => document.querySelector("reportedly-article > p")?.prepend(document.createElement("mark")), { capture: true, once: true });
  });
  const { said, close } = await open(page, "react");
  await expect.poll(() => said.join("\n")).toContain("Hydration failed");
  await close();
});

for (const framework of ["react", "vue", "svelte"]) {
  test(`${framework}: no error, no update lost, marks that follow`, async ({ page }) => {
    const { said, close } = await open(page, framework);
    const paragraphs = page.locator("reportedly-article > p");
    // A button that counts is a page that is awake.
    const button = page.getByRole("button", { name: "One more" });
    await expect(async () => {
      await button.click();
      await expect(paragraphs.first()).not.toContainText("320", { timeout: 100 });
    }).toPass();
    const from = Number((await paragraphs.first().textContent())?.match(/\d+/)?.[0]);
    for (let done = 1; done <= UPDATES; done += 1) {
      await button.click();
      await expect(paragraphs.first()).toHaveText(`The ferry company will cut ${from + done} jobs by June, its chairman, Erik Voss, said on Wednesday.`);
      await expect(paragraphs).toHaveCount((from + done) % 2 === 1 ? 2 : 1);
    }
    await expect.poll(async () => (await marked(page)).join("\n")).toContain(`The ferry company will cut ${from + UPDATES} jobs by June`);
    await button.click();
    await button.click();
    await expect.poll(async () => (await marked(page)).some((words) => words.includes("€14 million"))).toBe((from + UPDATES) % 2 === 1);
    expect(said).toEqual([]);
    await close();
  });
}
