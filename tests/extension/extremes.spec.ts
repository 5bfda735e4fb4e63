/** Pages that nobody would read: they are answered within bounds, with words, and the browser goes on. */
import { expect, test } from "./chromium.ts";

const SENTENCE = "The minister said on Monday that 300 people had died in the flood, and the board denied that it had been warned. ";

/** A million takes the browser a minute. */
const TINY = Number(process.env.REPORTEDLY_TINY ?? 100_000);

/** Fills the page's article. To be run in the page. */
function fill({ kind, sentence, tiny }: { kind: string; sentence: string; tiny: number }) {
  const article = document.querySelector("article") as Element;
  const paragraph = (text: string) => {
    const one = document.createElement("p");
    one.textContent = text;
    return one;
  };
  article.append(...Array.from({ length: 8 }, () => paragraph(sentence.repeat(2))));
  if (kind === "10 MB of text") {
    article.append(paragraph(sentence.repeat(10_000_000 / sentence.length)));
  } else if (kind === "a word of 10 MB") {
    article.append(paragraph("x".repeat(10_000_000)));
  } else if (kind === "100,000 quotations in each other") {
    article.append(paragraph("“Well ".repeat(100_000)));
  } else {
    const body = document.createDocumentFragment();
    for (let i = 0; i < tiny; i += 1) {
      body.append(paragraph("He said no."));
    }
    article.append(body);
  }
}

const TITLE = /claims? marked|No claims worth checking|No article was found|could not be read|does not look like English/;

for (const kind of ["10 MB of text", "a word of 10 MB", "100,000 quotations in each other", `${TINY} tiny paragraphs`]) {
  test(kind, async ({ extension }) => {
    test.setTimeout(180_000);
    const page = await extension.open("form.html");
    const tab = await extension.tabOf(page);
    await page.evaluate(() => document.body.replaceChildren(document.createElement("article")));
    await page.evaluate(fill, { kind, sentence: SENTENCE, tiny: TINY });
    const start = Date.now();
    await extension.click(page);
    await expect.poll(async () => (await extension.badge(tab)).title, { timeout: 120_000 }).toMatch(TITLE);
    const { title } = await extension.badge(tab);
    console.log(`${kind}: ${Date.now() - start} ms: ${title}`);
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
    await page.close();
  });
}
