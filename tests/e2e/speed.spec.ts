import { expect, type Page, test } from "@playwright/test";
import { open } from "./reader.ts";

/** Milliseconds from asking for the article's marks to having them all registered for painting, on a machine with nothing else to do. */
const BUDGET = 50;
/** Fresh pages; what counts is the one in the middle. */
const LOADS = 9;
/**
 * A thread that takes so many times as long as alone shares the processor with others. Then the way through main thread,
 * worker and compiler waits at every step, which no factor makes up for: the quarter that waited least is looked at.
 */
const BUSY = 1.5;

test.describe.configure({ mode: "serial" });
// A trace takes pictures of the page while it is timed.
test.use({ trace: "off" });

test(`the article is annotated within ${BUDGET} ms of loading`, async ({ browser }) => {
  test.setTimeout(120_000);
  const times: { taken: number; slow: number; alone: number }[] = [];
  for (let load = 0; load < LOADS; load++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await open(page);
    const taken = await page.evaluate(() => performance.getEntriesByName("reportedly:annotation")[0]?.duration ?? Number.NaN);
    const slow = await slowness(page);
    times.push({ taken, slow, alone: taken / slow });
    await context.close();
  }
  const slow = quantile(
    times.map((time) => time.slow),
    0.5,
  );
  const busy = slow > BUSY;
  const first = quantile(
    times.map(({ alone }) => alone),
    busy ? 0.25 : 0.5,
  );
  console.log(`first annotation: ${times.map(({ taken, alone }) => `${taken.toFixed(0)} (${alone.toFixed(0)})`).join(", ")} ms (without other work); ${busy ? "busy machine, lower quartile" : "median"} ${first.toFixed(1)} ms`);
  expect(first).toBeLessThan(BUDGET);
});

function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

/**
 * How many times as long as alone the page's thread takes just now. Other work on the machine takes the processor away
 * between rounds of a short loop: the fastest round had it to itself, the mean round had its share. 1 on a quiet machine.
 */
function slowness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const rounds: number[] = [];
    const until = performance.now() + 150;
    let state = 1;
    for (let start = performance.now(); start < until; start = performance.now()) {
      for (let i = 0; i < 200_000; i++) {
        state = (state * 16_807) % 2_147_483_647;
      }
      rounds.push(performance.now() - start);
    }
    // The first rounds are slow because the loop is not compiled yet.
    const compiled = rounds.slice(Math.floor(rounds.length / 4));
    const mean = compiled.reduce((sum, round) => sum + round, 0) / compiled.length;
    return state > 0 ? mean / Math.min(...compiled) : 1;
  });
}

test("reading is off the main thread: the page answers while a long text is read", async ({ page }) => {
  await open(page);
  const paragraph = "The minister said on Friday that 31 million euros had been paid to the port, but two officials denied it. ";
  await page.getByRole("textbox", { name: "The article" }).fill(paragraph.repeat(1800));
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  const waited = await page.evaluate(() => {
    const start = performance.now();
    return new Promise<number>((resolve) => setTimeout(() => resolve(performance.now() - start), 0));
  });
  expect(waited).toBeLessThan(1000);
  await expect(page.locator("html")).toHaveAttribute("data-state", "ready");
});
