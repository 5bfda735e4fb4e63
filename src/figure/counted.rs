//! What a figure counts or measures: the noun phrase behind it.

use super::FigureType;
use super::amount::{Amount, skip_hyphen};
use super::{approximation, measured};
use crate::lexicon::{ANGLES, CHANGE_WORDS, CUES, GRAMMAR, TIME_UNITS};
use crate::text::token::is_apostrophe;
use crate::text::{Class, Document, TokenKind};
use std::ops::Range;

/// No head noun stands further behind its number.
const REACH: usize = 8;

/// The noun phrase that begins here, "of" and determiners before it left out: "of the city's residents" -> "city's residents".
///
/// It lies in the sentence of the figure that ends before `at`.
pub fn phrase(doc: &Document, at: usize) -> Option<Range<usize>> {
    let of = is(doc, at, "of");
    let skips = |token: usize| {
        let class = doc.class(token);
        let number = is_number(doc, token) || crate::lexicon::NUMBER_WORDS.has(doc.word(token));
        let determiner = class.is(Class::DETERMINER | Class::POSSESSIVE) || number;
        let such = doc.of(token) == "such";
        is_adverb(doc, token) || such || class.is(Class::QUANTIFIER) || (of && determiner)
    };
    let first = at + usize::from(of);
    let start = (first..first + 4).find(|token| !skips(*token))?;
    let end = end(doc, start)?;
    let whole = at.saturating_sub(1)..end;
    let compares = end == start + 1
        && (CHANGE_WORDS.get(doc.word(start)).is_some_and(|e| e.get("class") == "after")
            || ANGLES.get(doc.word(start)).is_some_and(|e| e.get("class") == "dimension"));
    if compares {
        return None;
    }
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
        let first = doc.class(start);
        let verb = first.is(Class::VERB_FORM) && !first.is(Class::NOUN | Class::GERUND);
        (run > start && !verb).then_some(run)
    })
}

fn plural_end(doc: &Document, start: usize) -> Option<usize> {
    // After a plural, a verb form in -s is a verb: "three debates takes place".
    let verb = |at: usize| at > start && doc.class(at).is(Class::THIRD) && is_plural_noun(doc, at - 1);
    let run = run(doc, start);
    let noun = (start..run).rev().find(|at| is_plural_noun(doc, *at) && !verb(*at));
    // "two Hamas figures": a name in -s is no plural before one.
    let named =
        noun.filter(|at| at + 1 == run && doc.is_capital(*at) && is_plural_by_number(doc, start, run));
    let noun = if named.is_some() { None } else { noun };
    let end = noun.or_else(|| Some(run).filter(|at| is_plural_by_number(doc, start, *at)))? + 1;
    // "14 people dead"
    let told_dead = end > start + 1 && !doc.of(end - 1).ends_with('s') && is_plural_noun(doc, end - 2);
    let end = if told_dead { end - 1 } else { end };
    // "homes and businesses", but not "two people and wounded nine"
    let second = |at: usize| {
        is_plural_noun(doc, at)
            && !doc.class(at).is(Class::PAST)
            && !crate::lexicon::NUMBER_WORDS.has(doc.word(at))
    };
    let joined = doc.class(end).is(Class::COORDINATOR) && second(end + 1);
    Some(if joined && doc.in_one_sentence(&(start..end + 2)) { end + 2 } else { end })
}

/// "three party figures", "50 radio sets": what ends the phrase of a number above one is a plural, though it may be a verb.
fn is_plural_by_number(doc: &Document, start: usize, at: usize) -> bool {
    let before =
        start.checked_sub(1).filter(|b| is_number(doc, *b) || crate::lexicon::NUMBER_WORDS.has(doc.word(*b)));
    let class = doc.class(at);
    (at > start && class.is(Class::NOUN) || crate::lexicon::PLURALS.has(doc.word(at)))
        && before.is_some_and(|b| !is(doc, b, "one") && !is(doc, b, "1"))
        && doc.in_one_sentence(&(start..at + 1))
        && class.is(Class::THIRD)
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
    let joins = |at: usize| doc.of(at) == "-" || doc.of(at).starts_with(is_apostrophe);
    let hyphen = at > start && !spaced && !class.is(Class::CLITIC) && (joins(at) || joins(at - 1));
    let name = is_number(doc, at) && at > start && doc.is_capital(at - 1);
    // "refuelling tankers": a form in -ing before what it is for.
    let ends = doc.tokens.get(at + 1).is_none_or(|t| t.kind == TokenKind::Mark);
    let gerund = class.is(Class::GERUND) && at > start && (ends || is_plural_noun(doc, at + 1));
    // "11 automated stores"
    let participle = class.is(Class::PAST | Class::PARTICIPLE | Class::GERUND)
        && at == start
        && doc.class(at + 1).is_nominal()
        && (!class.is(Class::FINITE | Class::GERUND) || is_attributive(doc, at));
    hyphen || possessive || name || gerund || participle || (is_word(doc, at) && class.is_nominal())
}

/// "killed 49 suspected insurgents", "four alleged members have": whether the form behind a number describes what is counted,
/// rather than say what those counted did: "the six denied charges".
fn is_attributive(doc: &Document, at: usize) -> bool {
    let numeral = |at: usize| is_number(doc, at) || crate::lexicon::NUMBER_WORDS.has(doc.word(at));
    let number = (at.saturating_sub(REACH)..at).rev().take_while(|b| numeral(*b)).last();
    let Some(first) = number else {
        return false;
    };
    let end = (at + 1..at + REACH).take_while(|at| doc.class(*at).is_nominal() && is_word(doc, *at)).last();
    let plural = end.filter(|end| is_plural_noun(doc, *end));
    let Some(noun) = plural else {
        return false;
    };
    let finite = |at: usize| doc.class(at).is(Class::FINITE | Class::AUXILIARY);
    // "four alleged members of the gang were held"
    let stops = |at: usize| {
        doc.class(at).is(Class::COORDINATOR | Class::SUBORDINATOR | Class::RELATIVE)
            || doc.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Mark)
    };
    let goes_on = (noun + 1..noun + REACH).take_while(|at| !stops(*at)).any(finite);
    let governed = approximation::start_with_words(doc, first).checked_sub(1).is_some_and(|b| {
        let class = doc.class(b);
        let verb = class.is(Class::VERB_FORM) && !class.is(Class::CLITIC) && !CUES.has(doc.word(b));
        let phrase = class.is(Class::PREPOSITION | Class::COORDINATOR) && !class.is(Class::SUBORDINATOR);
        verb || phrase || class.is(Class::HAVE)
    });
    goes_on || governed
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
        && ((regular && (!doc.class(at).is(Class::THIRD) || doc.class(at).is(Class::NOUN)))
            || crate::lexicon::PLURALS.has(doc.word(at)))
}

fn is_adverb(doc: &Document, at: usize) -> bool {
    doc.class(at).is(Class::ADVERB) && (is(doc, at, "more") || doc.of(at).ends_with("ly"))
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

/// What the amount counts or measures: the noun phrase behind a number; "of …" behind a share; the noun behind a sum or
/// a measure.
pub fn of(doc: &Document, amount: &Amount) -> Option<Range<usize>> {
    let end = approximation::after(doc, amount.tokens.end);
    let hyphen = skip_hyphen(doc, end);
    match amount.kind {
        FigureType::Ordinal | FigureType::Age | FigureType::Score => None,
        _ if is(doc, end, "of") => phrase(doc, end),
        FigureType::Number | FigureType::Range | FigureType::Ratio if hyphen > end => {
            is_word(doc, hyphen).then_some(hyphen..hyphen + 1)
        }
        FigureType::Number | FigureType::Range | FigureType::Ratio => phrase(doc, end),
        // "$6 million in sales"
        FigureType::Money if is(doc, end, "in") && doc.of(end + 1).starts_with(char::is_lowercase) => {
            phrase(doc, end + 1)
        }
        // "The vaccine is 94.5% effective": what it is says nothing of what is measured.
        _ if hyphen == end && after_be(doc, amount.tokens.start) && !is_plural(doc, end) => None,
        _ => behind(doc, hyphen),
    }
}

fn after_be(doc: &Document, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|b| doc.class(b).is(Class::BE))
}

/// What the verb of an amount, or the noun before "of", says it of.
pub fn told(doc: &Document, amount: &Amount, passed: &Range<usize>) -> Option<Range<usize>> {
    let single = matches!(amount.kind, FigureType::Ordinal | FigureType::Age | FigureType::Score);
    if single { None } else { measured::find(doc, amount.tokens.start, passed) }
}

/// "$40 billion contract", "a 5% rise in sales": the noun right behind, or the one that it is a rise in.
fn behind(doc: &Document, at: usize) -> Option<Range<usize>> {
    let changes = CHANGE_WORDS.get(doc.word(at));
    if changes.is_some_and(|e| matches!(e.get("class"), "noun" | "result"))
        && (is(doc, at + 1, "in") || is(doc, at + 1, "of"))
    {
        return phrase(doc, at + 2).filter(|p| doc.in_one_sentence(&(at..p.end)));
    }
    // "7% year on year"
    if changes.is_some() || TIME_UNITS.has(doc.word(at)) {
        return None;
    }
    phrase(doc, at)
}
