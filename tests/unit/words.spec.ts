import { expect, test } from "@playwright/test";
import { looksEnglish } from "../../www/annotator/language.ts";
import type { Figure } from "../../www/annotator/records.ts";
import { shorten } from "../../www/annotator/words/card.ts";
import { figureValue } from "../../www/annotator/words/figure.ts";
import { when } from "../../www/annotator/words/when.ts";

const BARE: Figure = {
  id: 0,
  kind: "figure",
  type: "number",
  text: "as the text says it",
  rule: "number/digits",
  start: 0,
  end: 1,
  value: null,
  low: null,
  high: null,
  unit: null,
  currency: null,
  approximation: null,
  counted: null,
  change: null,
  from: null,
  date: null,
};

for (const [figure, words] of [
  [{ type: "money", value: 31_000_000, currency: "EUR" }, "31 million euros"],
  [{ type: "money", value: 0.34, currency: "GBP", unit: "kilowatt hour" }, "0.34 British pounds per kilowatt hour"],
  [{ type: "percent", value: 12.5 }, "12.5 per cent"],
  [{ type: "percent", value: 2, unit: "percentage point" }, "2 percentage points"],
  [{ type: "quantity", value: 1, unit: "foot" }, "1 foot"],
  [{ type: "quantity", value: 90, unit: "kilometre per hour" }, "90 kilometres per hour"],
  [{ type: "temperature", value: -4, unit: "degree Celsius" }, "-4 degrees Celsius"],
  [{ type: "range", low: 20, high: 30, unit: "inch" }, "20 to 30 inches"],
  [{ type: "range", low: 20 }, "20 or more"],
  [{ type: "count", value: 42_000, counted: { start: 0, end: 1, text: "people" } }, "42,000 people"],
  [{ type: "date", date: "2025-01-16" }, "Thursday 16 January 2025"],
  [{ type: "number" }, "as the text says it"],
] as const) {
  test(`a figure is written out: ${words}`, () => expect(figureValue({ ...BARE, ...figure })).toBe(words));
}

for (const [value, words] of [
  ["2025-01", "January 2025"],
  ["2025-W03", "week 3 2025"],
  ["2024-AU", "autumn 2024"],
  ["2024-Q4", "quarter 4 2024"],
  ["2019", "2019"],
  ["199", "the 1990s"],
  ["19", "the years from 1900 to 1999"],
  ["2025-01-15T02:40", "Wednesday 15 January 2025, 02:40"],
  ["2025-01-17TAF", "Friday 17 January 2025, afternoon"],
  ["P3W", "3 weeks"],
  ["PT1H", "1 hour"],
  ["PT47M", "47 minutes"],
  ["P1M", "1 month"],
  ["PXD", "some days"],
  ["PAST_REF", "some time ago"],
  ["XXXX-WXX-1", "a Monday"],
  ["XXXX-05", "May; the year is not told"],
  ["XXXX-02-29", "29 February; the year is not told"],
  ["XXXX-13-01", "XXXX-13-01"],
  ["2025-13-45", "2025-13-45"],
] as const) {
  test(`a time is written out: ${value}`, () => expect(when(value)).toBe(words));
}

test("English is told from its neighbours", () => {
  expect(looksEnglish("The minister said on Friday that the money had been paid to the port, but two officials denied it.")).toBe(true);
  expect(looksEnglish("De minister zei vrijdag dat het geld aan de haven was betaald, maar twee ambtenaren ontkenden dat het zo was.")).toBe(false);
  expect(looksEnglish("Le ministre a déclaré vendredi que la somme avait été versée au port, mais deux fonctionnaires l’ont démenti.")).toBe(false);
  expect(looksEnglish("大臣は金曜日、港に資金が支払われたと述べたが、二人の当局者はそれを否定した。")).toBe(false);
  expect(looksEnglish("Cable cut, islands dark")).toBe(true);
});

test("long words are cut between words, short ones left alone", () => {
  expect(shorten("a short one")).toBe("a short one");
  expect(shorten("one two three four", 12)).toBe("one two …");
  expect(shorten("x".repeat(50), 10)).toBe(`${"x".repeat(10)} …`);
});
