//! What a figure counts or measures: the noun phrase behind it.

use super::FigureType;
use super::amount::{Amount, skip_hyphen};
use crate::lexicon::GRAMMAR;
use crate::text::{Class, Document, TokenKind};
use std::ops::Range;

/// No head noun stands further behind its number.
const REACH: usize = 8;

/// The noun phrase that begins here, "of" and determiners before it left out: "of the city's residents" -> "city's residents".
///
/// It lies in the sentence of the figure that ends before `at`.
pub fn phrase(doc: &Document, at: usize) -> Option<Range<usize>> {
    let mut start = at;
    if is(doc, start, "of") {
        start += 1;
    }
    while doc.class(start).is(Class::DETERMINER | Class::POSSESSIVE | Class::QUANTIFIER)
        && is_word(doc, start)
        || is_adverb(doc, start)
    {
        if start > at + 3 {
            return None;
        }
        start += 1;
    }
    let end = end(doc, start)?;
    let whole = at.saturating_sub(1)..end;
    (start < end && doc.in_one_sentence(&whole)).then_some(start..end)
}

/// Whether a plural noun stands here, or adjectives and then one.
pub fn is_plural(doc: &Document, at: usize) -> bool {
    let goes_on = doc.in_one_sentence(&(at.saturating_sub(1)..at + 1));
    goes_on
        && is_word(doc, at)
        && doc.tokens.get(at).is_some_and(|t| t.spaced)
        && plural_end(doc, at).is_some()
}

/// Where the noun phrase ends: behind its last plural, or behind its last noun where it has none.
fn end(doc: &Document, start: usize) -> Option<usize> {
    plural_end(doc, start).or_else(|| {
        let run = run(doc, start);
        (run > start).then_some(run)
    })
}

fn plural_end(doc: &Document, start: usize) -> Option<usize> {
    (start..run(doc, start)).rev().find(|at| is_plural_noun(doc, *at)).map(|at| at + 1)
}

/// The end of the run of tokens that can belong to one noun phrase.
fn run(doc: &Document, start: usize) -> usize {
    let mut at = start;
    let sentence = doc.sentence_of(start).and_then(|s| doc.sentences.get(s));
    let end = sentence.map_or(start, |s| s.tokens.end.min(start + REACH));
    while at < end && belongs(doc, at, start) {
        at += 1;
    }
    // A hyphen or a possessive does not end a phrase.
    while at > start && !is_word(doc, at - 1) && !is_number(doc, at - 1) {
        at -= 1;
    }
    if at > start && doc.class(at - 1).is(Class::CLITIC) { at - 1 } else { at }
}

fn belongs(doc: &Document, at: usize, start: usize) -> bool {
    let spaced = doc.tokens.get(at).is_some_and(|t| t.spaced);
    let class = doc.class(at);
    let possessive =
        class.is(Class::CLITIC) && at > start && doc.of(at).ends_with('s') && !is_finite_after(doc, at);
    let hyphen = doc.of(at) == "-" && at > start && !spaced;
    let name = is_number(doc, at) && at > start && doc.is_capital(at - 1);
    hyphen || possessive || name || (is_word(doc, at) && class.is_nominal())
}

/// "'s" before a verb is "is".
fn is_finite_after(doc: &Document, at: usize) -> bool {
    doc.class(at + 1).is(Class::ADVERB | Class::PREPOSITION | Class::DETERMINER)
}

fn is_plural_noun(doc: &Document, at: usize) -> bool {
    let word = doc.of(at);
    let regular = word.len() > 2
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    is_word(doc, at)
        && !doc.class(at).is(Class::CLITIC)
        && !GRAMMAR.has(doc.word(at))
        && (regular || crate::lexicon::PLURALS.has(doc.word(at)))
}

fn is_adverb(doc: &Document, at: usize) -> bool {
    doc.class(at).is(Class::ADVERB) && is(doc, at, "more")
}

fn is_word(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

fn is_number(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number)
}

fn is(doc: &Document, at: usize, word: &str) -> bool {
    doc.of(at).eq_ignore_ascii_case(word)
}

/// What the amount counts: the noun phrase behind a number; "of …" behind a share; the noun behind a sum or a measure.
pub fn of(doc: &Document, amount: &Amount) -> Option<Range<usize>> {
    let end = amount.tokens.end;
    match amount.kind {
        FigureType::Ordinal | FigureType::Age | FigureType::Temperature | FigureType::Score => None,
        FigureType::Number | FigureType::Range | FigureType::Ratio => phrase(doc, skip_hyphen(doc, end)),
        _ => is(doc, end, "of").then(|| phrase(doc, end)).flatten(),
    }
}
