/** A name's card. */
import type { Entity } from "../records.ts";
import type { Reading } from "../reading.ts";
import { type Card, type Line, link, listed } from "./card.ts";
import { voice } from "./source.ts";

export const ENTITY_TITLES: Record<Entity["type"], string> = {
  person: "A person",
  organization: "An organisation",
  place: "A place",
  group: "A group of people",
  event: "An event",
  work: "A work",
  law: "A law, treaty or court case",
  misc: "A name",
};

export function describeEntity(entity: Entity, reading: Reading): Card {
  return {
    category: "name",
    title: ENTITY_TITLES[entity.type],
    what: [[`${entity.name}.`], ...mentioned(entity, reading)],
    who: [speaks(entity, reading)],
    sure: [],
    why: [[entity.text === entity.name ? "It is written like a name." : `It is a shorter way to write ${entity.name}.`]],
    rule: entity.rule,
  };
}

function mentioned(entity: Entity, reading: Reading): Line[] {
  const others = reading.mentions(entity).filter(({ id }) => id !== entity.id);
  if (others.length === 0) {
    return [["Mentioned once."]];
  }
  const ways = [...new Map(others.map((other) => [other.text, other])).values()].slice(0, 4);
  const times = others.length === 1 ? "Mentioned once more" : `Mentioned ${others.length} more times`;
  return [[`${times}: as `, ...listed(ways.map((other) => link(other.text, other.id))), "."]];
}

function speaks(entity: Entity, reading: Reading): Line {
  const said = reading.saidBy(entity);
  if (said.length === 0) {
    return ["Named in this text, not quoted."];
  }
  const times = said.length === 1 ? "Speaks once" : `Speaks ${said.length} times`;
  const shown = said.slice(0, 3).map((attribution) => link(voice(attribution, reading), attribution.id));
  return [`${times} in this text: `, ...listed(shown), said.length > 3 ? " and more." : "."];
}
