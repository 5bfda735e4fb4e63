/**
 * Makes the records of a packed analysis (`src/export/packed.rs`), field for field in the order in which they were written.
 * @import { Analysis, Annotation, Quote, Reason, Source, Span, Summary } from "#wasm"
 */

// The names of all variants, from the records in Rust:
const Approximation = /** @type {const} */ (["about", "at-least", "at-most", "more-than", "less-than", "nearly"]);
const AttributionType = /** @type {const} */ (["speech", "thought"]);
const Change = /** @type {const} */ (["up", "down", "same"]);
const ClaimType = /** @type {const} */ (["quantity", "event", "accusation", "cause", "prediction", "comparison", "rule", "quotation", "other"]);
const ContradictionType = /** @type {const} */ (["denial", "values"]);
const EntityType = /** @type {const} */ (["person", "organization", "place", "group", "event", "work", "law", "misc"]);
const FigureType = /** @type {const} */ (["count", "number", "money", "percent", "quantity", "temperature", "age", "rate", "ratio", "score", "ordinal", "range", "date", "time", "duration", "set"]);
const HedgeType = /** @type {const} */ (["modal", "evidential", "adverb", "adjective", "noun", "verb", "conditional", "question", "negation", "denial"]);
const Mode = /** @type {const} */ (["direct", "indirect", "mixed"]);
const SourceType = /** @type {const} */ (["named-person", "organization", "official-unnamed", "unnamed", "document", "self"]);
const Standing = /** @type {const} */ (["asserted", "attributed", "unnamed", "hedged", "denied"]);
// So far from Rust.

/** Stands for a field that is null. */
const NONE = 0xffff_ffff;

/**
 * @param {ArrayLike<number>} numbers
 * @param {string} strings
 * @param {string} text the one that was read
 * @returns {Analysis}
 * @throws {RangeError} where this is no analysis of the text
 */
export function unpack(numbers, strings, text) {
  const unpacker = new Unpacker(numbers, strings, text);
  return { annotations: unpacker.list((id) => unpacker.annotation(id)), summary: unpacker.summary() };
}

class Unpacker {
  /** Where the next number stands. */
  #at = 0;
  #numbers;
  /** @type {string[]} */
  #strings = [];
  #text;
  #halves = new Uint32Array(2);
  #double = new Float64Array(this.#halves.buffer);
  #single = new Float32Array(this.#halves.buffer);

  /**
   * @param {ArrayLike<number>} numbers
   * @param {string} strings
   * @param {string} text
   */
  constructor(numbers, strings, text) {
    this.#numbers = numbers;
    if (this.number() !== text.length) {
      fail();
    }
    // A lone surrogate was read as U+FFFD, one code unit like itself.
    this.#text = this.number() ? text.replace(/\p{Surrogate}/gu, "\ufffd") : text;
    let start = 0;
    const last = numbers.length - 1;
    for (let left = numbers[last] ?? fail(); left > 0; left--) {
      const end = start + (numbers[last - left] ?? fail());
      this.#strings.push(strings.slice(start, end));
      start = end;
    }
  }

  /** @param {number} id @returns {Annotation} */
  annotation(id) {
    const kind = this.number();
    const start = this.number();
    const end = this.number();
    const text = this.slice(start, end);
    const rule = this.string();
    switch (kind) {
      case 0:
        return this.figure(id, text, start, end, rule);
      case 1:
        return { id, text, kind: "entity", start, end, rule, type: this.name(EntityType), entity: this.number(), name: this.string() };
      case 2:
        return this.attribution(id, text, start, end, rule);
      case 3:
        return { id, text, kind: "hedge", start, end, rule, scope: this.span(), type: this.name(HedgeType), strength: this.single() };
      case 4:
        return this.claim(id, text, start, end, rule);
      default:
        fail();
    }
  }

  /**
   * @param {number} id @param {string} text @param {number} start @param {number} end @param {string} rule
   * @returns {Annotation}
   */
  figure(id, text, start, end, rule) {
    return {
      id, text, kind: "figure", start, end, rule,
      type: this.name(FigureType),
      value: this.doubleOrNull(),
      low: this.doubleOrNull(),
      high: this.doubleOrNull(),
      unit: this.stringOrNull(),
      currency: this.stringOrNull(),
      approximation: this.nameOrNull(Approximation),
      counted: this.quote(),
      change: this.nameOrNull(Change),
      from: this.numberOrNull(),
      date: this.stringOrNull(),
    };
  }

  /**
   * @param {number} id @param {string} text @param {number} start @param {number} end @param {string} rule
   * @returns {Annotation}
   */
  attribution(id, text, start, end, rule) {
    return {
      id, text, kind: "attribution", start, end, rule,
      type: this.name(AttributionType),
      content: this.list(() => this.spanAt(this.number())),
      cue: this.quote(),
      source: this.source(),
      mode: this.name(Mode),
      sourceType: this.name(SourceType),
      negated: this.number() === 1,
      within: this.numberOrNull(),
    };
  }

  /**
   * @param {number} id @param {string} text @param {number} start @param {number} end @param {string} rule
   * @returns {Annotation}
   */
  claim(id, text, start, end, rule) {
    return {
      id, text, kind: "claim", start, end, rule,
      type: this.name(ClaimType),
      score: this.single(),
      reasons: this.list(() => this.reason()),
      standing: this.name(Standing),
      chain: this.string(),
      certainty: this.single(),
      attribution: this.numberOrNull(),
      figures: this.list(() => this.number()),
      entities: this.list(() => this.number()),
      hedges: this.list(() => this.number()),
    };
  }

  /** @returns {Reason} */
  reason() {
    const label = this.string();
    const words = this.quote();
    return { text: words ? `${label}: ${words.text}` : label, weight: this.single() };
  }

  /** @returns {Source | null} */
  source() {
    const quote = this.quote();
    return quote && { start: quote.start, end: quote.end, text: quote.text, entity: this.numberOrNull(), name: this.stringOrNull() };
  }

  /** @returns {Summary} */
  summary() {
    return {
      claims: this.number(),
      byStanding: { asserted: this.number(), attributed: this.number(), unnamed: this.number(), hedged: this.number(), denied: this.number() },
      sources: this.list(() => ({ name: this.string(), type: this.name(SourceType), claims: this.number(), claimIds: this.list(() => this.number()) })),
      figuresUnsourced: this.number(),
      unnamedShare: this.single(),
      singleSource: this.number() === 1,
      contradictions: this.list(() => ({ type: this.name(ContradictionType), claimIds: [this.number(), this.number()] })),
    };
  }

  number() {
    return this.#numbers[this.#at++] ?? fail();
  }

  numberOrNull() {
    const number = this.number();
    return number === NONE ? null : number;
  }

  double() {
    this.#halves[0] = this.number();
    this.#halves[1] = this.number();
    return this.#double[0] ?? fail();
  }

  single() {
    this.#halves[0] = this.number();
    return shortest(this.#single[0] ?? fail());
  }

  doubleOrNull() {
    const double = this.double();
    return Number.isNaN(double) ? null : double;
  }

  string() {
    return this.#strings[this.number()] ?? fail();
  }

  stringOrNull() {
    const place = this.numberOrNull();
    return place === null ? null : (this.#strings[place] ?? fail());
  }

  /** @template T @param {readonly T[]} names @returns {T} */
  name(names) {
    return names[this.number()] ?? fail();
  }

  /** @template T @param {readonly T[]} names @returns {T | null} */
  nameOrNull(names) {
    const place = this.numberOrNull();
    return place === null ? null : (names[place] ?? fail());
  }

  /** @returns {Span | null} */
  span() {
    const start = this.numberOrNull();
    return start === null ? null : this.spanAt(start);
  }

  /** @param {number} start @returns {Span} */
  spanAt(start) {
    return { start, end: this.number() };
  }

  /** @returns {Quote | null} */
  quote() {
    const start = this.numberOrNull();
    if (start === null) {
      return null;
    }
    const end = this.number();
    return { start, end, text: this.slice(start, end) };
  }

  /** @param {number} start @param {number} end */
  slice(start, end) {
    return start <= end && end <= this.#text.length ? this.#text.slice(start, end) : fail();
  }

  /** @template T @param {(place: number) => T} item @returns {T[]} */
  list(item) {
    const count = this.number();
    /** @type {T[]} */
    const items = [];
    for (let place = 0; place < count; place++) {
      items.push(item(place));
    }
    return items;
  }
}

/**
 * The double nearest to the shortest decimal that stands for a number in single precision: 0.6, not 0.6000000238418579.
 * @param {number} single
 */
function shortest(single) {
  for (let scale = 1; scale < 1e12 && Math.abs(single) < 1e4; scale *= 10) {
    const decimal = Math.round(single * scale) / scale;
    if (Math.fround(decimal) === single) {
      return decimal;
    }
  }
  for (let digits = 1; digits < 9; digits++) {
    const decimal = Number(single.toPrecision(digits));
    if (Math.fround(decimal) === single) {
      return decimal;
    }
  }
  return Number(single.toPrecision(9));
}

/** @returns {never} */
function fail() {
  throw new RangeError("the analysis does not fit the text");
}
