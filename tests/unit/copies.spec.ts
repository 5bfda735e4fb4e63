import { expect, test } from "@playwright/test";
import { HOSTILE } from "../support/hostile.ts";
import { Reading } from "../../www/annotator/reading.ts";
import type { Analysis, Annotation } from "../../www/annotator/records.ts";
import { asLink, asQuote, asReport, asWebAnnotation, COPIES } from "../../www/annotator/words/copies.ts";

const PAGE = { url: "https://news.example/dam?id=1#top", title: "The dam - News" };

/** A text in which one figure is marked. */
function marked(text: string, words: string): { figure: Annotation; reading: Reading } {
  const start = text.indexOf(words);
  const figure: Annotation = {
    id: 0,
    kind: "figure",
    type: "money",
    rule: "money/symbol-first",
    start,
    end: start + words.length,
    text: words,
    value: 5e6,
    low: null,
    high: null,
    unit: null,
    currency: "EUR",
    approximation: null,
    counted: null,
    change: null,
    from: null,
    date: null,
  };
  return { figure, reading: new Reading(text, { annotations: [figure], summary: {} } as unknown as Analysis) };
}

test("a link is a text fragment with words around it, and escapes what has a meaning there", () => {
  const { figure, reading } = marked("One wall.\n\nA re-built 🚢 dam, it cost €5 million, they said.", "€5 million");
  const link = asLink(figure, reading, PAGE);
  expect(link).toBe(`https://news.example/dam?id=1#:~:text=${encodeURIComponent("dam, it cost")}-,${encodeURIComponent("€5 million")},-${encodeURIComponent(", they said.")}`);
  expect(asLink(marked("The re-built dam", "re-built").figure, marked("The re-built dam", "re-built").reading, PAGE)).toContain("re%2Dbuilt");
});

test("a long stretch is named by its ends", () => {
  const words = "one two three four five six seven eight nine ten eleven twelve";
  const { figure, reading } = marked(words, words);
  expect(asLink(figure, reading, PAGE)).toMatch(/text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve$/);
});

test("a Web Annotation counts characters, not code units, and quotes what is around", () => {
  const { figure, reading } = marked("🚢🚢 The dam cost €5 million in all.", "€5 million");
  const record = JSON.parse(asWebAnnotation(figure, reading, PAGE));
  const [quote, position] = record.target.selector;
  expect(record.target.source).toBe("https://news.example/dam?id=1");
  expect(quote).toEqual({ type: "TextQuoteSelector", exact: "€5 million", prefix: "🚢🚢 The dam cost ", suffix: " in all." });
  expect(position).toEqual({ type: "TextPositionSelector", start: 16, end: 26 });
});

test("a quote says who vouches for it and where it stands; a report says all but where", () => {
  const { figure, reading } = marked("First.\n\nThe dam cost €5 million.\n\nLast.", "€5 million");
  expect(asQuote(figure, reading, PAGE)).toMatch(/^“€5 million”\n.*The paper itself.*\nThe dam - News, https:/s);
  const report = asReport(figure, reading);
  expect(report).toContain("Text: The dam cost €5 million.\n");
  expect(report).toContain("Rule: money/symbol-first");
  expect(report).not.toContain("news.example");
});

test("half of a pair of code units breaks nothing", () => {
  const { figure, reading } = marked("before \ud83d €5 million \ude00 after", "€5 million");
  expect(() => new URL(asLink(figure, reading, PAGE))).not.toThrow();
});

test("hostile strings are carried away as they are: as text in JSON, as nothing but escapes in an address", () => {
  for (const words of HOSTILE) {
    const { figure, reading } = marked(`Before ${words} and after ${words}.`, words);
    const page = { url: PAGE.url, title: words };
    const [quote, link, annotation, report] = COPIES.map(([, write]) => write(figure, reading, page));
    expect(quote).toContain(words);
    expect(report).toContain(words);
    expect(JSON.parse(annotation ?? "").target.selector[0].exact).toBe(words);
    expect(new URL(link ?? "").href).toBe(link);
    expect(link).toMatch(/^https:\/\/news\.example\/dam\?id=1#:~:text=[\w.!~*'()%,-]*$/);
  }
});
