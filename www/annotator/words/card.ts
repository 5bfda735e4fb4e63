/** What a card says, as plain data: the card draws it, tests read it. */
import type { Category } from "../marks.ts";

/** A piece of a sentence: plain words, or words that lead to another mark. */
export type Part = string | { text: string; to: number };

/** A paragraph of an answer. */
export type Line = readonly Part[];

/** The four questions every card answers, in this order; one that has no answer is left out. */
export const QUESTIONS = { what: "What is this?", who: "Who says so?", sure: "How sure are they?", why: "Why do we think so?" } as const;

export interface Card {
  category: Category;
  /** The heading: the mark in a few words. */
  title: string;
  what: Line[];
  who: Line[];
  sure: Line[];
  /** Single reasons, the strongest first. */
  why: Line[];
  rule: string;
}

export const quoted = (text: string) => `“${text.trim().replace(/^["“”]+|["“”]+$/g, "")}”`;

/** A quotation that leads to the mark it quotes, cut at a word where it is long. */
export const link = (text: string, to: number): Part => ({ text: quoted(shorten(text)), to });

/** The parts with "a, b and c" between them. */
export function listed(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [i === parts.length - 1 ? " and " : ", ", part]));
}

const LONG = 90;

/** The text up to the last whole word before a length that a card or a list line holds. */
export function shorten(text: string, length = LONG): string {
  const plain = text.trim();
  if (plain.length <= length) {
    return plain;
  }
  const cut = plain.slice(0, length);
  const blank = cut.lastIndexOf(" ");
  return `${cut.slice(0, blank > length / 2 ? blank : length).replace(/[\s,;:.–—-]+$/, "")} …`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
