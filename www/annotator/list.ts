/**
 * All that is marked, as a list: the mirror of the marks for readers who cannot see or point at them, and a way in for all.
 * Claims by standing first, then who says what, figures, names and words of doubt.
 */
import { element } from "./dom.ts";
import type { Category } from "./marks.ts";
import type { Reading } from "./reading.ts";
import { type Annotation, type Attribution, type Claim, type KindId, type Of, STANDINGS } from "./records.ts";
import { quoted, shorten } from "./words/card.ts";
import { STANDING_TITLES } from "./words/claim.ts";
import { ENTITY_TITLES } from "./words/entity.ts";
import { figureValue } from "./words/figure.ts";
import { sayings } from "./words/attribution.ts";
import { sourceName } from "./words/source.ts";

/** A line of the list: what it says, a note below, and the mark it leads to. */
interface Item {
  text: string;
  note: string;
  to: number;
}

interface Group {
  title: string;
  category: Category;
  items: Item[];
  open: boolean;
}

const LENGTH = 140;

/** @param go leads to a mark */
export function drawList(reading: Reading, shown: readonly Annotation[], go: (id: number) => void): HTMLElement {
  const groups = groupsOf(reading, shown).filter(({ items }) => items.length > 0);
  if (groups.length === 0) {
    return element("p", { class: "reportedly-none" }, "Nothing is marked: what you have switched on was not found in this text.");
  }
  return element("div", { class: "reportedly-list" }, ...groups.map((group) => draw(group, go)));
}

function draw({ title, category, items, open }: Group, go: (id: number) => void): HTMLElement {
  const count = element("span", { class: "reportedly-count" }, String(items.length));
  const heading = element("h3", {}, element("span", { "data-reportedly-look": category }, title), " ", count);
  const lines = items.map(({ text, note, to }) =>
    element(
      "li",
      {},
      element(
        "button",
        { type: "button", "data-mark": String(to), onclick: () => go(to) },
        element("span", { class: "reportedly-text" }, text),
        ...(note ? [" ", element("span", { class: "reportedly-note" }, note)] : []),
      ),
    ),
  );
  return element("details", { open }, element("summary", {}, heading), element("ul", {}, ...lines));
}

function groupsOf(reading: Reading, shown: readonly Annotation[]): Group[] {
  const claims = all(shown, "claim");
  return [
    ...STANDINGS.map((standing) => ({
      title: STANDING_TITLES[standing],
      category: standing,
      items: claims.filter((claim) => claim.standing === standing).map((claim) => claimItem(claim, reading)),
      open: true,
    })),
    { title: "Who says what", category: "cue", items: speakerItems(all(shown, "attribution"), reading), open: false },
    { title: "Words of doubt", category: "hedge", items: all(shown, "hedge").map((hedge) => ({ text: quoted(hedge.text), note: "", to: hedge.id })), open: false },
    { title: "Figures", category: "figure", items: all(shown, "figure").map(figureItem), open: false },
    { title: "Names", category: "name", items: nameItems(all(shown, "entity")), open: false },
  ];
}

function all<K extends KindId>(annotations: readonly Annotation[], kind: K): Of<K>[] {
  return annotations.filter((annotation): annotation is Of<K> => annotation.kind === kind);
}

function claimItem(claim: Claim, reading: Reading): Item {
  const attribution = reading.attributionOf(claim);
  return { text: shorten(claim.text, LENGTH), note: attribution ? sourceName(attribution) : "", to: claim.id };
}

function speakerItems(attributions: readonly Attribution[], reading: Reading): Item[] {
  return attributions.map((attribution) => {
    const [first] = sayings(attribution, reading);
    return { text: sourceName(attribution), note: (first ?? []).map((part) => (typeof part === "string" ? part : part.text)).join(""), to: attribution.id };
  });
}

function figureItem(figure: Of<"figure">): Item {
  const value = figureValue(figure);
  return { text: figure.text, note: value === figure.text ? "" : value, to: figure.id };
}

/** One line for every thing, at its first mention. */
function nameItems(entities: readonly Of<"entity">[]): Item[] {
  const first = new Map<number, { entity: Of<"entity">; times: number }>();
  for (const entity of entities) {
    const seen = first.get(entity.entity);
    if (seen) {
      seen.times += 1;
    } else {
      first.set(entity.entity, { entity, times: 1 });
    }
  }
  return [...first.values()].map(({ entity, times }) => ({
    text: entity.name,
    note: `${ENTITY_TITLES[entity.type].replace(/^An? /, "")}${times > 1 ? `, ${times} times` : ""}`,
    to: entity.id,
  }));
}
