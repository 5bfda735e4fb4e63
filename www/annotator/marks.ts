/** What is marked on the page: every annotation as one or several stretches, each in a category that has a look of its own. */
import type { Annotation, KindId, Span, Standing } from "./records.ts";
import type { Reading } from "./reading.ts";

/** The looks: one for every standing, and thin lines for the words that tell of it. */
export type Category = Standing | "figure" | "name" | "cue" | "hedge";

export const CATEGORIES = ["asserted", "attributed", "unnamed", "hedged", "denied", "figure", "name", "cue", "hedge"] as const satisfies readonly Category[];

/** A stretch that is marked. */
export interface Mark extends Span {
  /** The annotation it belongs to. */
  id: number;
  category: Category;
}

/** What a reader can switch on and off. */
export type Layer = "claims" | "minor" | "speakers" | "doubt" | "figures" | "names";

export const LAYERS = ["claims", "minor", "speakers", "doubt", "figures", "names"] as const satisfies readonly Layer[];

/** What is shown; the rest is found, but stays silent. */
export type Layers = Readonly<Record<Layer, boolean>>;

/** Quiet: what is worth checking, and the words that give it its standing. */
export const QUIET: Layers = { claims: true, minor: false, speakers: true, doubt: true, figures: false, names: false };

export const EVERYTHING: Layers = { claims: true, minor: true, speakers: true, doubt: true, figures: true, names: true };

/** The annotations that these layers show, in text order. */
export function shown(reading: Reading, layers: Layers): Annotation[] {
  const claims = reading.claims.filter((claim) => (reading.isWorthChecking(claim) ? layers.claims : layers.minor));
  const told = new Set(claims.flatMap((claim) => reading.standsOn(claim)));
  const tells = ({ id }: Annotation) => layers.minor || told.has(id);
  const all: Annotation[] = [
    ...claims,
    ...(layers.speakers ? reading.attributions.filter(tells) : []),
    ...(layers.doubt ? reading.hedges.filter(tells) : []),
    ...(layers.figures ? reading.figures : []),
    ...(layers.names ? reading.entities : []),
  ];
  return all.sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
}

/** The stretches under which an annotation is marked. */
export function marksOf(annotation: Annotation): Mark[] {
  return spansOf(annotation).map(({ start, end }) => ({ id: annotation.id, category: categoryOf(annotation), start, end }));
}

/** An attribution is marked by the words that tell of it: who, and that they said so. What they said is the claims' to mark. */
function spansOf(annotation: Annotation): Span[] {
  if (annotation.kind !== "attribution") {
    return [annotation];
  }
  return [annotation.source, annotation.cue].filter((span) => span !== null);
}

const CATEGORY_OF: Record<Exclude<KindId, "claim">, Category> = { figure: "figure", entity: "name", attribution: "cue", hedge: "hedge" };

function categoryOf(annotation: Annotation): Category {
  return annotation.kind === "claim" ? annotation.standing : CATEGORY_OF[annotation.kind];
}
