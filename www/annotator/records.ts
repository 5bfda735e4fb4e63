/** The records of the core under the names that the annotator uses. */
import type { Annotation } from "#wasm";

export type { Analysis, Annotation, Options, Packed, Reason, Source, SourceType, Span, Standing, Summary } from "#wasm";

/** What an annotation can be. */
export type KindId = Annotation["kind"];

/** The annotations of one kind. */
export type Of<K extends KindId> = Extract<Annotation, { kind: K }>;

export type Figure = Of<"figure">;
export type Entity = Of<"entity">;
export type Attribution = Of<"attribution">;
export type Hedge = Of<"hedge">;
export type Claim = Of<"claim">;

/** The standings in the order in which a reader meets them: from the paper's own word to the denied. */
export const STANDINGS = ["asserted", "attributed", "unnamed", "hedged", "denied"] as const satisfies readonly Claim["standing"][];
