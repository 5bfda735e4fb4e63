/** The sourcing of a whole text: how much of it stands on whom. */
import { element } from "./dom.ts";
import type { Reading } from "./reading.ts";
import { type SourceType, STANDINGS, type Standing, type Summary } from "./records.ts";
import { capital } from "./words/card.ts";

const VOICES: Record<Standing, string> = {
  asserted: "in the paper’s own voice",
  attributed: "by named sources",
  unnamed: "by unnamed sources",
  hedged: "with reservation",
  denied: "denied",
};

const SORTS: Record<SourceType, string> = {
  "named-person": "by name",
  organization: "organisation",
  "official-unnamed": "official, not named",
  unnamed: "not named",
  document: "document",
  self: "the paper itself",
};

/** Sources beyond these are counted, not listed. */
const LISTED = 6;

/** The summary as a bar, its numbers in words, and who is quoted. */
export function drawSourcing(reading: Reading): HTMLElement {
  const { summary } = reading;
  if (summary.claims === 0) {
    return element("p", { class: "reportedly-none" }, "No claims that could be checked were found in this text.");
  }
  return element(
    "div",
    { class: "reportedly-sourcing" },
    bar(summary),
    element("p", {}, element("strong", {}, count(summary.claims, "claim")), ": ", ...inWords(summary), "."),
    ...unsourced(summary),
    ...sources(summary),
    ...contradictions(reading),
  );
}

const count = (many: number, what: string) => `${many} ${what}${many === 1 ? "" : "s"}`;

const present = ({ byStanding }: Summary) => STANDINGS.filter((standing) => byStanding[standing] > 0);

/** The same numbers follow in words, so the bar is for the eye alone. */
function bar(summary: Summary): HTMLElement {
  const parts = present(summary).map((standing) => {
    const part = element("span", { "data-reportedly-look": standing, title: `${summary.byStanding[standing]} ${VOICES[standing]}` });
    part.style.flexGrow = String(summary.byStanding[standing]);
    return part;
  });
  return element("div", { class: "reportedly-bar", "aria-hidden": "true" }, ...parts);
}

function inWords(summary: Summary): (Node | string)[] {
  return present(summary).flatMap((standing, i) => [
    i > 0 ? ", " : "",
    element("span", { "data-reportedly-look": standing }, `${summary.byStanding[standing]} ${VOICES[standing]}`),
  ]);
}

function unsourced({ figuresUnsourced }: Summary): HTMLElement[] {
  return figuresUnsourced > 0
    ? [element("p", {}, `${count(figuresUnsourced, "figure")} stand${figuresUnsourced === 1 ? "s" : ""} in claims that name no source.`)]
    : [];
}

/** Claims of two sources that cannot both be right, one beside the other. */
function contradictions(reading: Reading): HTMLElement[] {
  const said = (id: number) => {
    const claim = reading.find("claim", id);
    const source = claim && reading.attributionOf(claim)?.source;
    return claim ? `“${claim.text}” (${source?.name ?? source?.text ?? ""})` : "";
  };
  const lines = reading.summary.contradictions.map(({ claimIds: [one, other] }) =>
    element("li", {}, `${said(one)} — but: ${said(other)}`),
  );
  return lines.length > 0 ? [element("h3", {}, "Where sources contradict each other"), element("ul", {}, ...lines)] : [];
}

function sources({ sources }: Summary): HTMLElement[] {
  if (sources.length === 0) {
    return [];
  }
  const more = sources.length - LISTED;
  return [
    element("h3", {}, "Who is quoted"),
    element("ul", {}, ...sources.slice(0, LISTED).map(sourceLine)),
    ...(more > 0 ? [element("p", { class: "reportedly-note" }, `and ${count(more, "more source")}`)] : []),
  ];
}

function sourceLine({ name, type, claims }: Summary["sources"][number]): HTMLElement {
  const who = element("span", {}, capital(name), " ", element("span", { class: "reportedly-note" }, SORTS[type]));
  return element("li", {}, who, " ", element("span", { class: "reportedly-note" }, count(claims, "claim")));
}
