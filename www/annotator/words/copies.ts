/** What a reader can carry away from a card, as text. */
import type { Reading } from "../reading.ts";
import type { Annotation } from "../records.ts";
import { cardFor } from "./card-for.ts";
import { quoted } from "./card.ts";

/** The page a mark stands on. */
export interface Page {
  url: string;
  title: string;
}

/** How many characters around a quotation find it again. */
const CONTEXT = 32;
/** A text fragment names so many words from either end of what is longer than twice that. */
const WORDS = 5;

export const COPIES = [
  ["Copy quote", asQuote],
  ["Copy link", asLink],
  ["Copy annotation", asWebAnnotation],
  ["Wrong? Copy a report", asReport],
] as const satisfies readonly (readonly [string, (annotation: Annotation, reading: Reading, page: Page) => string])[];

/** The words, who vouches for them, and where they stand. */
export function asQuote(annotation: Annotation, reading: Reading, page: Page): string {
  const { title, who } = cardFor(annotation, reading);
  const voice = who.map((line) => line.map((part) => (typeof part === "string" ? part : part.text)).join("")).join(" ");
  return `${quoted(annotation.text)}\n${title}. ${voice}\n${page.title}, ${asLink(annotation, reading, page)}`;
}

/** An address that leads to the words: a text fragment. <https://wicg.github.io/scroll-to-text-fragment/> */
export function asLink({ start, end }: Annotation, { text }: Reading, { url }: Page): string {
  const words = text.slice(start, end).trim().split(/\s+/);
  const long = words.length > WORDS * 2;
  const middle = long ? [words.slice(0, WORDS).join(" "), words.slice(-WORDS).join(" ")] : [words.join(" ")];
  const before = lastWords(text.slice(0, start));
  const after = firstWords(text.slice(end));
  const parts = [...(before ? [`${encode(before)}-`] : []), ...middle.map(encode), ...(after ? [`-${encode(after)}`] : [])];
  return `${url.replace(/#.*$/s, "")}#:~:text=${parts.join(",")}`;
}

/** In a fragment, hyphens and commas have a meaning of their own. */
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/-/g, "%2D");

/** A few words of the same block, which tell this place from others with the same words. */
const lastWords = (text: string) => /(?:[^\s]+[^\S\n]+){0,2}[^\s]+[^\S\n]*$/.exec(text.slice(-CONTEXT * 2))?.[0].trim() ?? "";
const firstWords = (text: string) => /^[^\S\n]*[^\s]+(?:[^\S\n]+[^\s]+){0,2}/.exec(text.slice(0, CONTEXT * 2))?.[0].trim() ?? "";

/** As JSON-LD. <https://www.w3.org/TR/annotation-model/> */
export function asWebAnnotation(annotation: Annotation, reading: Reading, { url }: Page): string {
  const { start, end, text, kind } = annotation;
  const characters = (to: number) => [...reading.text.slice(0, to)].length;
  const record = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${url.replace(/#.*$/s, "")}#reportedly-${annotation.id}`,
    type: "Annotation",
    motivation: "describing",
    body: [
      { type: "TextualBody", purpose: "tagging", value: kind },
      { type: "TextualBody", purpose: "describing", value: cardFor(annotation, reading).title },
    ],
    target: {
      source: url.replace(/#.*$/s, ""),
      selector: [
        { type: "TextQuoteSelector", exact: text, prefix: reading.text.slice(Math.max(0, start - CONTEXT), start), suffix: reading.text.slice(end, end + CONTEXT) },
        { type: "TextPositionSelector", start: characters(start), end: characters(end) },
      ],
    },
  };
  return JSON.stringify(record, null, 2);
}

/** A report for whoever mends the rules. It is copied and goes nowhere by itself; without the page's address. */
export function asReport(annotation: Annotation, reading: Reading): string {
  const { start, end } = annotation;
  const paragraph = [reading.text.lastIndexOf("\n", start) + 1, reading.text.indexOf("\n", end)] as const;
  const around = reading.text.slice(paragraph[0], paragraph[1] < 0 ? undefined : paragraph[1]);
  return [
    "What is wrong with this mark? Please say so here:",
    "",
    `Text: ${around}`,
    `Marked: ${annotation.text}`,
    `Shown as: ${cardFor(annotation, reading).title}`,
    `Rule: ${annotation.rule}`,
    `Record: ${JSON.stringify(annotation)}`,
  ].join("\n");
}
