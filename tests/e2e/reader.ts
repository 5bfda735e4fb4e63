/** What a person at the page does and sees. */
import { expect, type Page } from "@playwright/test";

/** Opens the page and waits until its article is read. */
export async function open(page: Page) {
  await page.goto("./");
  await ready(page);
}

export const ready = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-state", "ready");

/** Pastes a text of one's own and has it read. */
export async function paste(page: Page, text: string) {
  await page.getByRole("textbox", { name: "The article" }).fill(text);
  await page.getByRole("button", { name: "Read it", exact: true }).click();
}

/** The words under the marks of a look, in text order. */
export function marked(page: Page, look: string): Promise<string[]> {
  return page.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(`reportedly-${name}`) ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live;
    });
    return ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String);
  }, look);
}

/** The middle of the first occurrence of some words in the article, scrolled into view. */
export function middleOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.getElementById("article") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { top } = range.getBoundingClientRect();
        scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
        const [first = range.getBoundingClientRect()] = range.getClientRects();
        return { x: first.left + first.width / 2, y: first.top + first.height / 2 };
      }
    }
    throw new Error(`the article does not say "${wanted}"`);
  }, words);
}

/** The open card. */
export const card = (page: Page) => page.getByRole("dialog");

/** A switch beside the article. */
export const layer = (page: Page, name: string) => page.getByRole("switch", { name });
