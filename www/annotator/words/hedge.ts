/** The card of a word of doubt, and how doubts are listed elsewhere. */
import type { Hedge, Span } from "../records.ts";
import type { Reading } from "../reading.ts";
import { type Card, type Line, link, listed, quoted, shorten } from "./card.ts";
import { whoSaysSpan } from "./source.ts";

const WHAT: Record<Hedge["type"], string> = {
  modal: "A word that leaves it open whether something is so.",
  evidential: "A word that tells the news at second hand.",
  adverb: "A word of reservation.",
  adjective: "A word that keeps its distance from what follows.",
  noun: "A word that makes it a matter of belief or suspicion.",
  verb: "A word that stops short of saying that it is so.",
  conditional: "A condition: it holds only if something else does.",
  question: "An open question.",
  negation: "A word that says it is not so.",
  denial: "A denial.",
};

export function describeHedge(hedge: Hedge, reading: Reading): Card {
  return {
    category: "hedge",
    title: isDenying(hedge) ? "A word that says no" : "A word of doubt",
    what: [[WHAT[hedge.type]]],
    who: whoSaysSpan(hedge, reading),
    sure: [[effect(hedge), ...bearsOn(hedge, reading), "."]],
    why: [[`The wording here: ${quoted(hedge.text)}.`]],
    rule: hedge.rule,
  };
}

/** Whether a word says no, rather than perhaps. */
export const isDenying = ({ type }: Hedge) => type === "negation" || type === "denial";

function effect(hedge: Hedge): string {
  if (isDenying(hedge)) {
    return "It makes a no of what is said";
  }
  return hedge.strength >= 0.65 ? "It casts strong doubt" : hedge.strength >= 0.35 ? "It casts some doubt" : "It casts a little doubt";
}

function bearsOn(hedge: Hedge, reading: Reading): Line {
  const claims = reading.claimsUnder(hedge);
  if (claims.length > 0) {
    return [isDenying(hedge) ? ": " : " on ", ...listed(claims.map((claim) => link(claim.text, claim.id)))];
  }
  const scope = hedge.scope && reading.text.slice(hedge.scope.start, hedge.scope.end);
  return scope ? [`${isDenying(hedge) ? ": " : " on "}${quoted(shorten(scope))}`] : [];
}

/** The doubts inside a stretch of text, or that there are none. */
export function doubtsIn(spans: readonly Span[], reading: Reading): Line {
  const inside = reading.hedges.filter((hedge) => !isDenying(hedge) && spans.some((span) => span.start <= hedge.start && hedge.end <= span.end));
  return inside.length > 0
    ? ["The wording holds back with ", ...listed(inside.map((hedge) => link(hedge.text, hedge.id))), "."]
    : ["Said plainly, without reservation."];
}
