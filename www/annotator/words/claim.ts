/** A claim's card. */
import type { Claim, Hedge, Standing } from "../records.ts";
import type { Reading } from "../reading.ts";
import { type Card, type Line, link, listed } from "./card.ts";
import { isDenying } from "./hedge.ts";
import { whoSays } from "./source.ts";

/** The standings as headings, each with who answers for what is said. */
export const STANDING_TITLES: Record<Standing, string> = {
  asserted: "In the paper’s own voice",
  attributed: "Said by a named source",
  unnamed: "Said by an unnamed source",
  hedged: "Said with reservation",
  denied: "Denied",
};

const WHAT: Record<Claim["type"], string> = {
  quantity: "A claim about how many or how much.",
  event: "A claim that something happened.",
  accusation: "A claim that somebody did wrong.",
  cause: "A claim that one thing led to another.",
  prediction: "A claim about what will happen.",
  comparison: "A claim that compares one thing with another.",
  rule: "A claim about what a law or a procedure says.",
  quotation: "A claim that matters because somebody made it.",
  other: "A claim that can be checked.",
};

export function describeClaim(claim: Claim, reading: Reading): Card {
  const hedges = reading.hedgesOf(claim);
  return {
    category: claim.standing,
    title: STANDING_TITLES[claim.standing],
    what: [[WHAT[claim.type], ...(reading.isWorthChecking(claim) ? [] : [" Not among those most worth a check."])]],
    who: whoStandsBehind(claim, reading),
    sure: howSure(claim, hedges),
    why: why(claim, reading),
    rule: claim.rule,
  };
}

/** Who says it, and the whole chain where there is more than the paper's own word. */
function whoStandsBehind(claim: Claim, reading: Reading): Line[] {
  const attribution = reading.attributionOf(claim);
  return [...whoSays(attribution, reading), ...(attribution ? [[`In short: ${claim.chain}.`]] : [])];
}

/** What speaks for a check, or, for a claim that is not worth one, what speaks against it. */
function why(claim: Claim, reading: Reading): Line[] {
  const worth = reading.isWorthChecking(claim);
  return claim.reasons.filter(({ weight }) => (worth ? weight > 0 : weight < 0)).map(({ text }) => [text]);
}

function howSure(claim: Claim, hedges: Hedge[]): Line[] {
  const words = (wanted: (hedge: Hedge) => boolean) => listed(hedges.filter(wanted).map((hedge) => link(hedge.text, hedge.id)));
  const [denials, negations, doubts] = [words(({ type }) => type === "denial"), words(({ type }) => type === "negation"), words((hedge) => !isDenying(hedge))];
  if (claim.standing === "denied") {
    return [["It is said not to be so", ...(denials.length > 0 ? [": ", ...denials] : []), "."]];
  }
  const negative: Line[] = negations.length > 0 ? [["It is put in the negative: ", ...negations, "."]] : [];
  if (doubts.length > 0) {
    return [[`${degree(claim.certainty)}: the wording holds back with `, ...doubts, "."], ...negative];
  }
  return [[claim.standing === "hedged" ? "Said with reservation." : "Said plainly, without reservation."], ...negative];
}

/** How far the wording commits to it. */
function degree(certainty: number): string {
  if (certainty >= 0.75) {
    return "Almost sure";
  }
  if (certainty >= 0.5) {
    return "Fairly sure";
  }
  return certainty >= 0.25 ? "Not sure" : "In doubt";
}
