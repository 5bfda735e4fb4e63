/** An analysis with its cross-references resolved: what belongs to what. */
import type { Analysis, Annotation, Attribution, Claim, Entity, Figure, Hedge, KindId, Of, Span, Summary } from "./records.ts";

/** From this score on a claim is worth checking, unless the reader sets another threshold. */
export const WORTH = 0.5;

export class Reading {
  readonly claims: Claim[];
  readonly figures: Figure[];
  readonly entities: Entity[];
  readonly attributions: Attribution[];
  readonly hedges: Hedge[];
  readonly summary: Summary;
  readonly #annotations: readonly Annotation[];
  readonly #worth: number;

  constructor(
    readonly text: string,
    analysis: Analysis,
    /** The score from which on a claim is worth checking, 0 to 1. */
    threshold: number = WORTH,
  ) {
    this.#annotations = analysis.annotations;
    this.summary = analysis.summary;
    this.claims = this.#all("claim");
    // An article of small claims still has one that deserves a check more than the others, unless the reader asks for more.
    const top = this.claims.reduce((best, { score }) => Math.max(best, score), 0);
    this.#worth = threshold > WORTH ? threshold : Math.min(threshold, top);
    this.figures = this.#all("figure");
    this.entities = this.#all("entity");
    this.attributions = this.#all("attribution");
    this.hedges = this.#all("hedge");
  }

  get(id: number): Annotation | undefined {
    return this.#annotations[id];
  }

  /** The annotation of this kind with this id. */
  find<K extends KindId>(kind: K, id: number | null): Of<K> | undefined {
    const annotation = id === null ? undefined : this.#annotations[id];
    return annotation && is(annotation, kind) ? annotation : undefined;
  }

  isWorthChecking(claim: Claim): boolean {
    return claim.score >= this.#worth;
  }

  /** Who says a claim, where somebody other than the paper does. */
  attributionOf(claim: Claim): Attribution | undefined {
    return this.find("attribution", claim.attribution);
  }

  hedgesOf(claim: Claim): Hedge[] {
    return claim.hedges.map((id) => this.find("hedge", id)).filter((hedge) => hedge !== undefined);
  }

  /** The ids of what gives a claim its standing. A mere "not" gives it none: it is part of what is claimed. */
  standsOn(claim: Claim): number[] {
    const hedges = this.hedgesOf(claim).filter(({ type }) => type !== "negation");
    return [claim.attribution, ...hedges.map(({ id }) => id)].filter((id) => id !== null);
  }

  /** The innermost attribution that has the span in its content. */
  sayerOf(span: Span): Attribution | undefined {
    return smallest(this.attributions.filter((attribution) => attribution.content.some((piece) => holds(piece, span))));
  }

  /** The claim that holds the span. */
  claimAround(span: Span): Claim | undefined {
    return smallest(this.claims.filter((claim) => holds(claim, span)));
  }

  /** The claims that an attribution stands behind. */
  claimsOf(attribution: Attribution): Claim[] {
    return this.claims.filter((claim) => claim.attribution === attribution.id);
  }

  /** The claims on which a hedge bears. */
  claimsUnder(hedge: Hedge): Claim[] {
    return this.claims.filter((claim) => claim.hedges.includes(hedge.id));
  }

  /** The mark that is to this reading what `other` was to an earlier one: the same words as the same kind, the nearest such. */
  counterpart(other: Annotation): Annotation | undefined {
    const same = this.#annotations.filter(({ kind, text }) => kind === other.kind && text === other.text);
    return same.reduce<Annotation | undefined>(
      (best, one) => (best && Math.abs(best.start - other.start) <= Math.abs(one.start - other.start) ? best : one),
      undefined,
    );
  }

  /** All mentions of what an entity names, this one among them. */
  mentions(entity: Entity): Entity[] {
    return this.entities.filter((other) => other.entity === entity.entity);
  }

  /** What an entity says in this text. */
  saidBy(entity: Entity): Attribution[] {
    return this.attributions.filter((attribution) => attribution.source?.entity === entity.entity);
  }

  /** Where everything stands that belongs to an annotation, itself included: what lights up together. */
  together(annotation: Annotation): Span[] {
    switch (annotation.kind) {
      case "claim":
        return [annotation, ...voice(this.attributionOf(annotation)), ...this.hedgesOf(annotation)];
      case "attribution":
        return [...annotation.content, ...voice(annotation)];
      case "figure":
        return present(annotation, annotation.counted, this.find("figure", annotation.from));
      case "hedge":
        return present(annotation, annotation.scope);
      case "entity":
        return this.mentions(annotation);
    }
  }

  #all<K extends KindId>(kind: K): Of<K>[] {
    return this.#annotations.filter((annotation) => is(annotation, kind));
  }
}

function is<K extends KindId>(annotation: Annotation, kind: K): annotation is Of<K> {
  return annotation.kind === kind;
}

/** The words that tell who says something. */
function voice(attribution: Attribution | undefined): Span[] {
  return attribution ? present(attribution.source, attribution.cue) : [];
}

function present(...spans: (Span | null | undefined)[]): Span[] {
  return spans.filter((span) => span !== null && span !== undefined);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function smallest<T extends Span>(spans: T[]): T | undefined {
  return spans.reduce<T | undefined>((best, span) => (best && best.end - best.start <= span.end - span.start ? best : span), undefined);
}
