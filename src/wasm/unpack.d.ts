/**
 * Makes the records of a packed analysis (`src/export/packed.rs`), field for field in the order in which they were written.
 * @import { Analysis, Annotation, Quote, Reason, Source, Span, Summary } from "#wasm"
 */
import type { Analysis } from "#wasm";
/**
 * @param {ArrayLike<number>} numbers
 * @param {string} strings
 * @param {string} text the one that was read
 * @returns {Analysis}
 * @throws {RangeError} where this is no analysis of the text
 */
export declare function unpack(numbers: ArrayLike<number>, strings: string, text: string): Analysis;
