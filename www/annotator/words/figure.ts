/** A figure's card. */
import type { Figure } from "../records.ts";
import type { Reading } from "../reading.ts";
import { type Card, type Line, link, listed, quoted } from "./card.ts";
import { whoSaysSpan } from "./source.ts";
import { amount } from "./value.ts";
import { when } from "./when.ts";

export const FIGURE_TITLES: Record<Figure["type"], string> = {
  count: "A number of things",
  number: "A number",
  money: "An amount of money",
  percent: "A share",
  quantity: "A measure",
  temperature: "A temperature",
  age: "An age",
  rate: "So many for every so much",
  ratio: "A ratio",
  score: "A result",
  ordinal: "A place in an order",
  range: "A range",
  date: "A date",
  time: "A time of day",
  duration: "A length of time",
  set: "A time that comes back",
};

const EXACTNESS: Record<NonNullable<Figure["approximation"]>, string> = {
  about: "A rough figure: the text says “about” or a word like it.",
  "at-least": "A lower limit: at least so much.",
  "at-most": "An upper limit: at most so much.",
  "more-than": "A lower limit: more than that.",
  "less-than": "An upper limit: less than that.",
  nearly: "A little less: the text says “nearly” or a word like it.",
};

const CHANGE: Record<NonNullable<Figure["change"]>, string> = { up: "It is said to have gone up", down: "It is said to have gone down", same: "It is said to have stayed the same" };

export function describeFigure(figure: Figure, reading: Reading): Card {
  return {
    category: "figure",
    title: FIGURE_TITLES[figure.type],
    what: [value(figure), ...change(figure, reading)],
    who: whoSaysSpan(figure, reading),
    sure: howSure(figure, reading),
    why: [["The wording here: ", quoted(figure.text), "."]],
    rule: figure.rule,
  };
}

/** What a figure comes to, in a few words; the words of the text where it comes to nothing. */
export function figureValue(figure: Figure): string {
  const written = figure.date === null ? amount(figure) : when(figure.date);
  return [written ?? figure.text, figure.counted?.text].filter(Boolean).join(" ");
}

function value(figure: Figure): Line {
  const written = figureValue(figure);
  return [`${written.charAt(0).toUpperCase()}${written.slice(1)}.`];
}

function change(figure: Figure, reading: Reading): Line[] {
  if (figure.change === null) {
    return [];
  }
  const from = reading.find("figure", figure.from);
  return [from ? [`${CHANGE[figure.change]}, from `, link(from.text, from.id), "."] : [`${CHANGE[figure.change]}.`]];
}

function howSure(figure: Figure, reading: Reading): Line[] {
  const own: Line = [figure.approximation ? EXACTNESS[figure.approximation] : "Given without “about” or “some”."];
  const claim = reading.claimAround(figure);
  const hedges = claim ? reading.hedgesOf(claim) : [];
  const doubt: Line[] = claim && hedges.length > 0 ? [["Its claim holds back with ", ...listed(hedges.map((hedge) => link(hedge.text, hedge.id))), "."]] : [];
  return [own, ...doubt];
}
