import { expect, test } from "@playwright/test";
import { EVERYTHING, marksOf, QUIET, shown } from "../../www/annotator/marks.ts";
import { Reading } from "../../www/annotator/reading.ts";
import type { Analysis, Annotation } from "../../www/annotator/records.ts";
import type { Line } from "../../www/annotator/words/card.ts";
import { cardFor } from "../../www/annotator/words/card-for.ts";

const TEXT = "The port may close, two officials said. Anna Berg paid €5 million. Berg left.";

/** Where some words stand. */
function at(words: string) {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, text: words };
}

/** What the core would give for the text, in the order of its kinds. */
const ANNOTATIONS: Annotation[] = [
  { id: 0, kind: "figure", type: "money", rule: "money/symbol-first", ...at("€5 million"), value: 5e6, low: null, high: null, unit: null, currency: "EUR", approximation: null, counted: null, change: null, from: null, date: null },
  { id: 1, kind: "entity", type: "person", rule: "name/full", ...at("Anna Berg"), entity: 0, name: "Anna Berg" },
  { id: 2, kind: "entity", type: "person", rule: "name/surname", ...at("Berg left"), end: TEXT.indexOf("Berg left") + 4, text: "Berg", entity: 0, name: "Anna Berg" },
  {
    id: 3,
    kind: "attribution",
    type: "speech",
    rule: "attribution/after",
    ...at("The port may close, two officials said"),
    content: [at("The port may close")],
    cue: at("said"),
    source: { ...at("two officials"), entity: null, name: null },
    mode: "indirect",
    sourceType: "unnamed",
    negated: false,
    within: null,
  },
  { id: 4, kind: "hedge", type: "modal", rule: "hedge/modal", ...at("may"), scope: at("The port may close"), strength: 0.5 },
  {
    id: 5,
    kind: "claim",
    type: "prediction",
    rule: "claim/content",
    ...at("The port may close"),
    score: 0.8,
    reasons: [
      { text: "says what will happen", weight: 0.9 },
      { text: "is short", weight: -0.2 },
    ],
    standing: "hedged",
    chain: "an unnamed official, in the paper’s words, hedged by “may”",
    certainty: 0.4,
    attribution: 3,
    figures: [],
    entities: [],
    hedges: [4],
  },
  { id: 6, kind: "claim", type: "quantity", rule: "claim/sentence", ...at("Anna Berg paid €5 million"), score: 0.3, reasons: [], standing: "asserted", chain: "the paper itself", certainty: 1, attribution: null, figures: [0], entities: [1], hedges: [] },
];

const SUMMARY = { claims: 2, byStanding: { asserted: 1, attributed: 0, unnamed: 0, hedged: 1, denied: 0 }, sources: [], figuresUnsourced: 1, contradictions: [] } as unknown as Analysis["summary"];

const reading = new Reading(TEXT, { annotations: ANNOTATIONS, summary: SUMMARY });
const words = (lines: readonly Line[]) => lines.map((line) => line.map((part) => (typeof part === "string" ? part : part.text)).join("")).join(" ");
const cardOf = (id: number) => cardFor(ANNOTATIONS[id] as Annotation, reading);

test("a claim's card: who says so, with what reservation, and only what speaks for a check", () => {
  const card = cardOf(5);
  expect(card.title).toBe("Said with reservation");
  expect(words(card.what)).toBe("A claim about what will happen.");
  expect(words(card.who)).toBe("Somebody who is not named: “two officials”. In short: an unnamed official, in the paper’s words, hedged by “may”.");
  expect(words(card.sure)).toBe("Not sure: the wording holds back with “may”.");
  expect(words(card.why)).toBe("says what will happen");
  expect(card.who.flat()).toContainEqual({ text: "“two officials”", to: 3 });
});

test("what nobody else says is the paper's", () => {
  expect(words(cardOf(6).who)).toBe("The paper itself, in its own voice.");
  expect(words(cardOf(0).who)).toBe("The paper itself, in its own voice.");
});

test("figures, names, speakers and doubts have cards of their own", () => {
  expect(words(cardOf(0).what)).toBe("5 million euros.");
  expect(words(cardOf(2).what)).toBe("Anna Berg. Mentioned once more: as “Anna Berg”.");
  expect(words(cardOf(3).what)).toBe("What somebody said, in the paper’s words: “The port may close”.");
  expect(words(cardOf(4).sure)).toBe("It casts some doubt on “The port may close”.");
});

test("quiet shows what is worth a check and the words it stands on; everything shows all", () => {
  expect(shown(reading, QUIET).map(({ id }) => id)).toEqual([3, 5, 4]);
  expect(new Set(shown(reading, EVERYTHING).map(({ id }) => id))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
});

test("an article of small claims still has one that is worth a check most; a reader who asks for more is heard", () => {
  const small = ANNOTATIONS.map((annotation) => (annotation.kind === "claim" ? { ...annotation, score: annotation.score / 4 } : annotation));
  const worth = (threshold?: number) => {
    const found = new Reading(TEXT, { annotations: small, summary: SUMMARY }, threshold);
    return found.claims.filter((claim) => found.isWorthChecking(claim)).map(({ id }) => id);
  };
  expect(worth()).toEqual([5]);
  expect(worth(0.9)).toEqual([]);
  expect(worth(0)).toEqual([5, 6]);
});

test("an attribution is marked by its source and cue, not by what is said", () => {
  const marks = marksOf(ANNOTATIONS[3] as Annotation).map(({ start, end }) => TEXT.slice(start, end));
  expect(marks).toEqual(["two officials", "said"]);
});

test("what belongs together lights up together", () => {
  const lit = (id: number) => reading.together(ANNOTATIONS[id] as Annotation).map(({ start, end }) => TEXT.slice(start, end));
  expect(lit(5)).toEqual(["The port may close", "two officials", "said", "may"]);
  expect(lit(2)).toEqual(["Anna Berg", "Berg"]);
});
