// Written by `UPDATE=1 cargo test --features types --test types` from the records in Rust.

/**
 * What was found in one text.
 */
export type Analysis = { 
/**
 * All annotations: figures, entities, attributions, hedges, claims, each kind in text order. An annotation's
 * place in the list is its id.
 */
annotations: Array<Annotation>, 
/**
 * The article as a whole.
 */
summary: Summary, };

/**
 * One marked stretch of text.
 */
export type Annotation = { 
/**
 * Its place in the list; what other annotations refer to it by.
 */
id: number, 
/**
 * The text under it.
 */
text: string, } & ({ "kind": "figure" } & Figure | { "kind": "entity" } & Entity | { "kind": "attribution" } & Attribution | { "kind": "hedge" } & Hedge | { "kind": "claim" } & Claim);

/**
 * How exact a figure claims to be.
 */
export type Approximation = "about" | "at-least" | "at-most" | "more-than" | "less-than" | "nearly";

/**
 * One act of saying or thinking. Its extent is the content, from the first piece to the last.
 */
export type Attribution = { 
/**
 * The rule that found it.
 */
rule: string, 
/**
 * Said, or only thought.
 */
type: AttributionType, 
/**
 * What is said, in one or several pieces, with its quotation marks, without "that".
 */
content: Array<Span>, 
/**
 * The words that mark the act, without auxiliaries: "said", "according to".
 */
cue: Quote | null, 
/**
 * Who says it.
 */
source: Source | null, 
/**
 * Whether it stands in quotation marks.
 */
mode: Mode, 
/**
 * What sort of source it is.
 */
sourceType: SourceType, 
/**
 * Whether the act itself is negated or refused: "declined to say".
 */
negated: boolean, 
/**
 * The attribution whose content holds this one: in the stage's list its place, in an analysis its id.
 */
within: number | null, 
/**
 * First UTF-16 code unit.
 */
start: number, 
/**
 * One past the last UTF-16 code unit.
 */
end: number, };

/**
 * Acts of saying and states of mind.
 */
export type AttributionType = "speech" | "thought";

/**
 * Numbers of claims by standing.
 */
export type ByStanding = { 
/**
 * In the paper's own voice.
 */
asserted: number, 
/**
 * By named sources.
 */
attributed: number, 
/**
 * By unnamed sources.
 */
unnamed: number, 
/**
 * With reservation.
 */
hedged: number, 
/**
 * Denied.
 */
denied: number, };

/**
 * Which way a figure went.
 */
export type Change = "up" | "down" | "same";

/**
 * One claim.
 */
export type Claim = { 
/**
 * The rule that cut it out.
 */
rule: string, 
/**
 * What sort of claim it is.
 */
type: ClaimType, 
/**
 * How much it deserves a check, from 0 to 1.
 */
score: number, 
/**
 * What the score is made of, the strongest reasons first.
 */
reasons: Array<Reason>, 
/**
 * Who stands behind it.
 */
standing: Standing, 
/**
 * Who stands behind it, from the source to the page, in a reader's words.
 */
chain: string, 
/**
 * How far the wording commits to it, from 0 to 1.
 */
certainty: number, 
/**
 * The attribution whose content it is: in the stage's list its place, in an analysis its id.
 */
attribution: number | null, 
/**
 * The figures in it, likewise.
 */
figures: Array<number>, 
/**
 * The entities in it, likewise.
 */
entities: Array<number>, 
/**
 * The hedges that bear on it, likewise.
 */
hedges: Array<number>, 
/**
 * First UTF-16 code unit.
 */
start: number, 
/**
 * One past the last UTF-16 code unit.
 */
end: number, };

/**
 * Sorts of claims.
 */
export type ClaimType = "quantity" | "event" | "accusation" | "cause" | "prediction" | "comparison" | "rule" | "quotation" | "other";

/**
 * Two claims of different sources that cannot both be right.
 */
export type Contradiction = { 
/**
 * In what they differ.
 */
type: ContradictionType, 
/**
 * Both claims in text order: in the stage's result their places, in an analysis their ids.
 */
claimIds: [number, number], };

/**
 * In what two claims differ.
 */
export type ContradictionType = "denial" | "values";

/**
 * One mention of a named thing. Its extent is the name without article, title and possessive.
 */
export type Entity = { 
/**
 * The rule that found or linked it.
 */
rule: string, 
/**
 * What sort of thing it names.
 */
type: EntityType, 
/**
 * The same number for every mention of one thing, counted from 0 in order of first mention.
 */
entity: number, 
/**
 * The fullest name that the article uses for it.
 */
name: string, 
/**
 * First UTF-16 code unit.
 */
start: number, 
/**
 * One past the last UTF-16 code unit.
 */
end: number, };

/**
 * What a name can name.
 */
export type EntityType = "person" | "organization" | "place" | "group" | "event" | "work" | "law" | "misc";

/**
 * One figure. Its extent is the number with sign, magnitude, unit or currency; approximator and counted noun are fields.
 */
export type Figure = { 
/**
 * The rule that found it.
 */
rule: string, 
/**
 * What sort of figure it is.
 */
type: FigureType, 
/**
 * The number it comes to, in `unit` or `currency`; none for ranges and for times.
 */
value: number | null, 
/**
 * The lower end of a range.
 */
low: number | null, 
/**
 * The upper end of a range.
 */
high: number | null, 
/**
 * Singular English name of the unit: "kilometre per hour", "percentage point"; empty for a pure number or a count.
 */
unit: string | null, 
/**
 * ISO 4217 code, or the usual code of a crypto-currency.
 */
currency: string | null, 
/**
 * How exact the text says it is.
 */
approximation: Approximation | null, 
/**
 * What is counted or measured: "100,000 Russian troops" -> "Russian troops", "net profit rose 5%" -> "net profit".
 */
counted: Quote | null, 
/**
 * Whether the text says that it rose or fell to this, or by this.
 */
change: Change | null, 
/**
 * The figure it changed from, where the text says so: in the stage's list its place, in an analysis its id.
 */
from: number | null, 
/**
 * TIMEX3 value of dates, times, durations and sets, resolved against the date of publication.
 */
date: string | null, 
/**
 * First UTF-16 code unit.
 */
start: number, 
/**
 * One past the last UTF-16 code unit.
 */
end: number, };

/**
 * The sorts of figures.
 */
export type FigureType = "count" | "number" | "money" | "percent" | "quantity" | "temperature" | "age" | "rate" | "ratio" | "score" | "ordinal" | "range" | "date" | "time" | "duration" | "set";

/**
 * One hedge, negation or denial.
 */
export type Hedge = { 
/**
 * The rule that found it.
 */
rule: string, 
/**
 * What it bears on.
 */
scope: Span | null, 
/**
 * What sort of hedge it is.
 */
type: HedgeType, 
/**
 * How much doubt it casts, from 0 to 1.
 */
strength: number, 
/**
 * First UTF-16 code unit.
 */
start: number, 
/**
 * One past the last UTF-16 code unit.
 */
end: number, };

/**
 * Sorts of hedges.
 */
export type HedgeType = "modal" | "evidential" | "adverb" | "adjective" | "noun" | "verb" | "conditional" | "question" | "negation" | "denial";

/**
 * A kind of annotation as readers see it.
 */
export type Kind = { 
/**
 * As in the `kind` of an annotation.
 */
id: Annotation["kind"], 
/**
 * A reader's word for several of them.
 */
label: string, 
/**
 * One sentence that says what is marked.
 */
help: string, };

/**
 * How the content is given.
 */
export type Mode = "direct" | "indirect" | "mixed";

/**
 * A span with the text under it.
 */
export type Quote = { 
/**
 * The text there.
 */
text: string, 
/**
 * First UTF-16 code unit.
 */
start: number, 
/**
 * One past the last UTF-16 code unit.
 */
end: number, };

/**
 * One term of a claim's score. It is written with its two texts as one: "has a figure: 100,000 Russian troops".
 */
export type Reason = { 
/**
 * In a reader's words, with the words of the claim that show it: "has a figure: 100,000 Russian troops".
 */
text: string, 
/**
 * What it adds to the score, before the score is brought between 0 and 1.
 */
weight: number, };

/**
 * The source of an attribution as the text names it.
 */
export type Source = { 
/**
 * The number of the entity it refers to.
 */
entity: number | null, 
/**
 * The fullest name or description known; none for a source that stays unnamed.
 */
name: string | null, 
/**
 * The text there.
 */
text: string, 
/**
 * First UTF-16 code unit.
 */
start: number, 
/**
 * One past the last UTF-16 code unit.
 */
end: number, };

/**
 * One source and what hangs on it.
 */
export type SourceSummary = { 
/**
 * Its name, or how the article describes it.
 */
name: string, 
/**
 * What sort of source it is.
 */
type: SourceType, 
/**
 * How many claims are its.
 */
claims: number, 
/**
 * Which: in the stage's result their places, in an analysis their ids.
 */
claimIds: Array<number>, };

/**
 * Sorts of sources.
 */
export type SourceType = "named-person" | "organization" | "official-unnamed" | "unnamed" | "document" | "self";

/**
 * A half-open range of UTF-16 code units that begins and ends on character boundaries.
 */
export type Span = { 
/**
 * First UTF-16 code unit.
 */
start: number, 
/**
 * One past the last UTF-16 code unit.
 */
end: number, };

/**
 * Who stands behind a claim, by its wording alone.
 */
export type Standing = "asserted" | "attributed" | "unnamed" | "hedged" | "denied";

/**
 * The article in numbers.
 */
export type Summary = { 
/**
 * How many claims there are.
 */
claims: number, 
/**
 * How many of each standing.
 */
byStanding: ByStanding, 
/**
 * Who is quoted, by number of claims.
 */
sources: Array<SourceSummary>, 
/**
 * Figures in claims that no source stands behind; dates and times do not count.
 */
figuresUnsourced: number, 
/**
 * The share of all claims that hang on a source without a name, from 0 to 1.
 */
unnamedShare: number, 
/**
 * Whether everything that hangs on a source hangs on the same one.
 */
singleSource: boolean, 
/**
 * Where two sources contradict each other, as far as their words show it beyond doubt.
 */
contradictions: Array<Contradiction>, };
