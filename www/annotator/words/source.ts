/** Who says it, in a reader's words. */
import type { Attribution, SourceType, Span } from "../records.ts";
import type { Reading } from "../reading.ts";
import { capital, type Line, link, type Part, quoted } from "./card.ts";

/** How a source is introduced that has no name to print. */
const UNNAMED: Record<SourceType, string> = {
  "named-person": "A person",
  organization: "An organisation",
  "official-unnamed": "An official who is not named",
  unnamed: "Somebody who is not named",
  document: "A document",
  self: "The paper itself",
};

/** What is added to a name. */
const NAMED: Record<Exclude<SourceType, "unnamed" | "official-unnamed">, string> = {
  "named-person": "by name",
  organization: "as an organisation",
  document: "in writing",
  self: "the paper itself",
};

/** A source in a few words: "Josep Borrell", "“some diplomats”", "Somebody who is not named". */
export function sourceName({ source, sourceType }: Attribution): string {
  return source?.name ? capital(source.name) : source ? quoted(source.text) : UNNAMED[sourceType];
}

/** The answer to "who says so?" for what stands in an attribution's content, or in nobody's. */
export function whoSays(attribution: Attribution | undefined, reading: Reading): Line[] {
  if (!attribution) {
    return [["The paper itself, in its own voice."]];
  }
  const outer = reading.find("attribution", attribution.within);
  return [[...introduce(attribution), ...(outer ? [", as told by ", link(voice(outer, reading), outer.id)] : []), "."]];
}

/** The same for any stretch of text. */
export const whoSaysSpan = (span: Span, reading: Reading) => whoSays(reading.sayerOf(span), reading);

function introduce(attribution: Attribution): Part[] {
  const { source, sourceType, cue, id } = attribution;
  const said: Part[] = cue ? [": ", link(cue.text, id)] : [];
  if (!source) {
    return [UNNAMED[sourceType], ...said];
  }
  if (source.name === null || sourceType === "unnamed" || sourceType === "official-unnamed") {
    return [`${UNNAMED[sourceType]}: `, link(source.text, id)];
  }
  const inText: Part[] = source.text === source.name ? [] : [": ", link(source.text, id)];
  return [`${capital(source.name)}, ${NAMED[sourceType]}`, ...inText];
}

/** The words that tell who is speaking: "he said", "according to the ministry". */
export function voice({ source, cue }: Attribution, reading: Reading): string {
  const spans = [source, cue].filter((span) => span !== null);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const whole = spans.length > 0 ? reading.text.slice(start, end) : "";
  return whole.length <= 60 ? whole : spans.map((span) => span.text).join(" … ");
}
