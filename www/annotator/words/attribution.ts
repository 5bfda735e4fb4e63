/** The card of the words that tell who is speaking. */
import type { Attribution } from "../records.ts";
import type { Reading } from "../reading.ts";
import { type Card, type Line, link, quoted, shorten } from "./card.ts";
import { doubtsIn } from "./hedge.ts";
import { whoSays } from "./source.ts";

const WHAT: Record<Attribution["mode"], string> = {
  direct: "word for word",
  mixed: "partly word for word",
  indirect: "in the paper’s words",
};

export function describeAttribution(attribution: Attribution, reading: Reading): Card {
  const { type, negated } = attribution;
  return {
    category: "cue",
    title: negated ? "Who would not say it" : type === "speech" ? "Who is speaking" : "What somebody thinks",
    what: what(attribution, reading),
    who: whoSays(attribution, reading),
    sure: [negated ? ["They did not say so."] : type === "thought" ? ["Thought or felt, so the paper tells."] : doubtsIn(attribution.content, reading)],
    why: [[attribution.cue ? `The wording here: ${quoted(attribution.cue.text)}.` : "It goes on in the quotation marks that were opened before."]],
    rule: attribution.rule,
  };
}

function what({ type, mode, content }: Attribution, reading: Reading): Line[] {
  const kind = type === "speech" ? `What somebody said, ${WHAT[mode]}` : "What somebody is said to think";
  const words = content.map(({ start, end }) => reading.text.slice(start, end)).join(" ");
  return [[`${kind}${words ? `: ${quoted(shorten(words))}` : ""}.`]];
}

/** The lines of a list of what one source says: a claim each, or the words themselves where no claim was cut out of them. */
export function sayings(attribution: Attribution, reading: Reading): Line[] {
  const claims = reading.claimsOf(attribution);
  if (claims.length > 0) {
    return claims.map((claim) => [link(claim.text, claim.id)]);
  }
  return [[link(attribution.content.map(({ start, end }) => reading.text.slice(start, end)).join(" "), attribution.id)]];
}
