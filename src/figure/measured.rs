//! What an amount measures, where it does not stand behind it: the subject or object of its verb, the noun before "of".

use super::amount::phrase_before;
use crate::lexicon::{APPROXIMATORS, CHANGE_VERBS, CHANGE_WORDS, MEASURE_VERBS};
use crate::text::{Class, Document, TokenKind};
use std::ops::Range;

/// How far before the amount its verb may stand.
const REACH: usize = 10;

/// The noun phrase that the amount at `start` is told of: "Net profit" in "Net profit rose 12%".
pub fn find(doc: &Document, start: usize) -> Option<Range<usize>> {
    let start = before_approximators(doc, start);
    let last = start.checked_sub(1)?;
    if is(doc, last, "of") {
        return noun_before(doc, last).filter(|n| doc.in_one_sentence(&(n.start..start + 1)));
    }
    let linked = ["by", "to", "from", "at"].iter().any(|p| is(doc, last, p));
    let verb = verb_before(doc, start)?;
    let change = CHANGE_WORDS.has(doc.word(verb));
    let object = linked.then(|| object(doc, verb, last)).flatten();
    let takes_object = MEASURE_VERBS.get(doc.word(verb)).is_some_and(|e| e.get("takes") == "object");
    if takes_object {
        return object;
    }
    object.or_else(|| if change { in_noun(doc, verb) } else { None }).or_else(|| subject(doc, verb))
}

/// Before "about", "the", "more than" and the like.
fn before_approximators(doc: &Document, start: usize) -> usize {
    match phrase_before(doc, &APPROXIMATORS, start, 0) {
        Some((_, at)) => at,
        None if start > 0 && doc.class(start - 1).is(Class::DETERMINER) => start - 1,
        None => start,
    }
}

/// The verb that the amount hangs on, looked for to the left up to a mark.
fn verb_before(doc: &Document, start: usize) -> Option<usize> {
    let floor = start.saturating_sub(REACH);
    for at in (floor..start).rev() {
        let class = doc.class(at);
        let word = doc.word(at);
        let adverb = CHANGE_WORDS.get(word).is_some_and(|e| e.get("class") == "before");
        let be = class.is(Class::BE) && !class.is(Class::CLITIC);
        if adverb || be || CHANGE_VERBS.has(word) || MEASURE_VERBS.has(word) {
            return Some(at);
        }
        if class.is(Class::FINITE) || class.is(Class::SUBORDINATOR | Class::RELATIVE) || is_stop(doc, at) {
            return None;
        }
    }
    None
}

fn is_stop(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Mark)
        && !matches!(doc.of(at), "-" | "$" | "€" | "£" | "%")
}

/// The noun phrase between a verb and the preposition before the amount: "raised interest rates by".
fn object(doc: &Document, verb: usize, preposition: usize) -> Option<Range<usize>> {
    let nominal = |at: usize| {
        let class = doc.class(at);
        (is_word(doc, at) && (class.is_nominal() || class.is(Class::GERUND)))
            || class.is(Class::DETERMINER | Class::POSSESSIVE)
    };
    let all = preposition > verb + 1 && (verb + 1..preposition).all(nominal);
    trimmed(doc, verb + 1..preposition).filter(|_| all)
}

/// "a rise in sales of 5%" is told of sales.
fn in_noun(doc: &Document, at: usize) -> Option<Range<usize>> {
    (is(doc, at + 1, "in")).then(|| super::counted::phrase(doc, at + 2)).flatten()
}

/// The subject of a verb: what can belong to one noun phrase before it, auxiliaries and adverbs skipped.
fn subject(doc: &Document, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while end > 0
        && doc.class(end - 1).is(Class::AUXILIARY | Class::ADVERB | Class::NEGATION)
        && is_word(doc, end - 1)
    {
        end -= 1;
    }
    noun_before(doc, end)
}

/// The longest run before `end` that can be a noun phrase with its "of", without its determiner.
fn noun_before(doc: &Document, end: usize) -> Option<Range<usize>> {
    let floor = end.saturating_sub(REACH);
    let mut start = end;
    while start > floor && belongs(doc, start - 1) && doc.in_one_sentence(&(start - 1..end)) {
        start -= 1;
    }
    trimmed(doc, start..end)
}

fn belongs(doc: &Document, at: usize) -> bool {
    let class = doc.class(at);
    let inner = matches!(doc.of(at), "of" | "in" | "for" | "on" | "-" | "&") || class.is(Class::CLITIC);
    let number = doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    let outer = class.is(Class::DETERMINER | Class::POSSESSIVE) && !class.is(Class::RELATIVE);
    inner
        || outer
        || (!number && is_word(doc, at) && class.is_nominal())
        || (number && at > 0 && doc.is_capital(at - 1))
}

/// Without determiners and "of" at the ends.
fn trimmed(doc: &Document, mut tokens: Range<usize>) -> Option<Range<usize>> {
    let leading = |at: usize| {
        doc.class(at).is(Class::DETERMINER | Class::POSSESSIVE | Class::CLITIC)
            || doc.class(at).is(Class::PREPOSITION)
            || !is_word(doc, at)
    };
    while tokens.start < tokens.end && leading(tokens.start) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && (is(doc, tokens.end - 1, "of") || is(doc, tokens.end - 1, "-")) {
        tokens.end -= 1;
    }
    (tokens.start < tokens.end).then_some(tokens)
}

fn is_word(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

fn is(doc: &Document, at: usize, word: &str) -> bool {
    doc.of(at).eq_ignore_ascii_case(word)
}
