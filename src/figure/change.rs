//! Which way a figure went, and from where.

use super::amount::phrase;
use super::approximation;
use super::number::atom;
use super::{Change, Figure, FigureType};
use crate::lexicon::{APPROXIMATORS, CHANGE_VERBS, CHANGE_WORDS, Entry, MEASURE_VERBS};
use crate::text::{Class, Document, TokenKind};
use std::ops::Range;

/// How far before a figure its verb may stand.
const REACH: usize = 8;

/// The direction that the words around a figure give it. The figure before, on the tokens `passed`, is looked over.
pub fn direction(
    doc: &Document,
    figure: &Range<usize>,
    kind: FigureType,
    passed: &Range<usize>,
) -> Option<Change> {
    behind(doc, figure.end)
        .or_else(|| if is_aside(doc, figure.start) { None } else { before(doc, figure.start, kind, passed) })
}

/// "a 5% rise", "5% higher", "20 fewer".
fn behind(doc: &Document, end: usize) -> Option<Change> {
    let at = super::amount::skip_hyphen(doc, end);
    // "11 rebounds" counts them; "a 5% rise" does not.
    let counted = |at: usize| {
        let number = end.checked_sub(1).is_some_and(|last| {
            doc.tokens.get(last).is_some_and(|t| t.kind == TokenKind::Number) || atom(doc, last).is_some()
        });
        number && doc.of(at).ends_with('s')
    };
    let word = |at| {
        // "three more gases" count some others.
        let others = doc.of(at) == "more" && doc.class(at + 1).is_nominal() && doc.of(at + 1) != "than";
        let entry =
            CHANGE_WORDS.get(doc.word(at)).filter(|_| !(counted(at) || others && is_word(doc, at + 1)))?;
        (entry.get("class") != "before").then(|| named(entry)).flatten()
    };
    // One adjective may stand between: "a 5% annual rise".
    let adjective = doc.class(at).is_nominal() && !CHANGE_WORDS.has(doc.word(at));
    word(at).or_else(|| word(at + 1).filter(|_| adjective))
}

/// Whether a preposition keeps the figure out of the change: "up 1% at $78", "rose in 12 states".
fn is_aside(doc: &Document, start: usize) -> bool {
    let start = before_approximators(doc, start);
    let start = start - usize::from(start > 0 && doc.class(start - 1).is(Class::DETERMINER));
    // "unchanged at 3%"
    let level = start.checked_sub(2).is_some_and(|b| {
        doc.of(start - 1) == "at" && CHANGE_WORDS.get(doc.word(b)).is_some_and(|e| e.get("class") == "before")
    });
    !level
        && start
            .checked_sub(1)
            .is_some_and(|b| doc.class(b).is(Class::PREPOSITION) && !matches!(doc.of(b), "by" | "to" | "of"))
}

/// "rose 5%", "up 5%", "cut by 300 jobs", "a rise of 5%", "fell to 5%".
fn before(doc: &Document, start: usize, kind: FigureType, passed: &Range<usize>) -> Option<Change> {
    let start = before_approximators(doc, start);
    let mut at = start;
    while at > start.saturating_sub(REACH) && at > 0 {
        at -= 1;
        if passed.contains(&at) {
            continue;
        }
        let word = doc.word(at);
        if let Some(entry) = CHANGE_VERBS.get(word).filter(|_| is_verb(doc, at)) {
            // "raised $9 million" tells what was got.
            let got = entry.get("sum") == "got" && at + 1 == start && kind == FigureType::Money;
            return if got { None } else { named(entry) };
        }
        let moved = |e: &Entry| e.get("class") != "after" || matches!(doc.of(at + 1), "to" | "by" | "at");
        if let Some(entry) = CHANGE_WORDS.get(word).filter(moved) {
            // "eat up", "rack up": the adverb is the verb's.
            let particle = entry.get("class") == "before" && at > 0 && is_other_verb(doc, at - 1);
            // "a loss of $4 million" is a result.
            if particle || (entry.get("class") == "result" && kind == FigureType::Money) {
                return None;
            }
            // A flat that costs 15 times as much did not change.
            let near = entry.get("direction") != "same" || at + 1 == start || doc.of(at + 1) == "at";
            let same = entry.get("direction") == "same";
            let linked = (entry.get("class") == "before" && near)
                || !same && (at + 1..start).any(|i| matches!(doc.of(i), "of" | "to" | "by" | "from"));
            return linked.then(|| named(entry)).flatten();
        }
        // "the contract hit a high of"
        let measures = doc.class(at).is(Class::FINITE)
            && MEASURE_VERBS.get(word).is_some_and(|e| e.get("takes") != "way");
        if measures || stops(doc, at) {
            return None;
        }
    }
    None
}

fn is_word(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

/// Whether a verb stands here that tells no movement.
fn is_other_verb(doc: &Document, at: usize) -> bool {
    let (class, word) = (doc.class(at), doc.word(at));
    let verb = class.is(Class::VERB_FORM) && !class.is(Class::NOUN | Class::AUXILIARY);
    verb && !CHANGE_VERBS.has(word) && !MEASURE_VERBS.has(word)
}

/// Before "about", "as much as", "between" and the like.
fn before_approximators(doc: &Document, start: usize) -> usize {
    let start = approximation::words_before(doc, start).map_or(start, |(_, at)| at);
    start - usize::from(start > 0 && doc.of(start - 1) == "between")
}

fn is_verb(doc: &Document, at: usize) -> bool {
    let after_article =
        at.checked_sub(1).is_some_and(|b| doc.class(b).is(Class::DETERMINER | Class::POSSESSIVE));
    !after_article
}

/// A mark, a conjunction or another finite verb cuts the figure off from what stands before.
fn stops(doc: &Document, at: usize) -> bool {
    let class = doc.class(at);
    let mark = matches!(doc.of(at), "," | ";" | ":" | "." | "!" | "?" | "(" | ")" | "“" | "”" | "—" | "–");
    // "cut its forecast to"
    let finite = class.is(Class::FINITE) && !class.is(Class::NOUN);
    mark || finite || class.is(Class::COORDINATOR | Class::SUBORDINATOR | Class::RELATIVE)
}

/// The direction that an entry of the lists of changes names.
pub fn named(entry: Entry) -> Option<Change> {
    Some(match entry.get("direction") {
        "up" => Change::Up,
        "down" => Change::Down,
        "same" => Change::Same,
        _ => return None,
    })
}

/// Joins "from X" to "to Y": the figure that came to be names the one it came from.
///
/// A figure that is told with another, and of which the text does not say what it measures, measures the same.
pub fn link(doc: &Document, figures: &mut [Figure], times: &[Figure]) {
    for second in 1..figures.len() {
        let Some((head, [next, ..])) = figures.split_at_mut_checked(second) else {
            continue;
        };
        let Some(last) = head.last_mut() else {
            continue;
        };
        let (a, b) = (doc.tokens_of(last.span), doc.tokens_of(next.span));
        let near = b.start < a.end + REACH && doc.sentence_of(a.start) == doc.sentence_of(b.start);
        if near && next.change.is_none() && next.date.is_none() && goes_on(doc, a.end..b.start) {
            next.change = last.change;
        }
        let told = |f: &Figure| !matches!(f.kind, FigureType::Ordinal | FigureType::Score | FigureType::Age);
        let moved = last.change.is_some() && next.change.is_some();
        let one = doc.sentence_of(a.start) == doc.sentence_of(b.start);
        if one && told(last) && told(next) && (moved || is_aside_of(doc, a.end..b.start, times)) {
            next.counted = next.counted.or(last.counted);
        }
        if !near || !comparable(last, next) {
            continue;
        }
        let index = u32::try_from(second).unwrap_or(u32::MAX);
        match (preposition(doc, a.start), preposition(doc, b.start)) {
            ("from", "to") => {
                next.change = by_value(last, next).or(last.change).or(next.change);
                last.change = None;
                next.from = Some(index - 1);
            }
            (_, "from") => {
                last.change = last.change.or_else(|| by_value(next, last));
                last.from = Some(index);
                next.change = None;
            }
            _ => {}
        }
    }
}

/// ", or about" and ", to" carry a change over to the next figure: "rose 120 points, or 0.4 percent, to 34,121".
fn goes_on(doc: &Document, between: Range<usize>) -> bool {
    let comma = usize::from(doc.of(between.start) == ",");
    let short = between.len() <= 4 && (comma == 1 || doc.of(between.start) == "or");
    let words = || between.clone().skip(comma).filter(|at| phrase(doc, &APPROXIMATORS, *at).is_none());
    short && words().count() == 1 && words().all(|at| matches!(doc.of(at), "or" | "to"))
}

/// Whether nothing between two figures is a thing of its own: "$2.3 billion, compared with", "5% in May, up from".
fn is_aside_of(doc: &Document, between: Range<usize>, times: &[Figure]) -> bool {
    let bears = |at: usize| {
        let class = doc.class(at);
        let mark = doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark);
        let loose = Class::PREPOSITION | Class::COORDINATOR | Class::DETERMINER | Class::ADVERB;
        let plain = if mark { matches!(doc.of(at), "," | "(" | "-" | "–") } else { class.is(loose) };
        plain
            || class.is(Class::PAST)
            || CHANGE_WORDS.has(doc.word(at))
            || phrase(doc, &APPROXIMATORS, at).is_some()
    };
    let in_time = |at: usize| {
        let span = doc.span(at..at + 1);
        let first = times.partition_point(|t| t.span.end <= span.start);
        times.get(first).is_some_and(|t| t.span.overlaps(span))
    };
    between.clone().all(|at| bears(at) || in_time(at))
}

fn comparable(a: &Figure, b: &Figure) -> bool {
    let plain = |k: FigureType| matches!(k, FigureType::Number | FigureType::Count);
    let measured = |f: &Figure| f.value.is_some() && f.date.is_none();
    let kinds = a.kind == b.kind || (plain(a.kind) && plain(b.kind));
    kinds && a.currency == b.currency && a.unit == b.unit && measured(a) && measured(b)
}

fn by_value(from: &Figure, to: &Figure) -> Option<Change> {
    let (from, to) = from.value.zip(to.value)?;
    Some(if to > from {
        Change::Up
    } else if to < from {
        Change::Down
    } else {
        Change::Same
    })
}

/// The preposition before a figure, approximators between them left out.
fn preposition<'t>(doc: &Document<'t>, start: usize) -> &'t str {
    let mut at = start;
    for _ in 0..5 {
        let Some(before) = at.checked_sub(1) else {
            return "";
        };
        at = before;
        match doc.of(at) {
            word @ ("from" | "to") => return word,
            // "from a peak of"
            "of" if at == start - 1 => at -= usize::from(at > 0 && doc.class(at - 1).is_nominal()),
            _ if phrase(doc, &APPROXIMATORS, at).is_some() => {}
            "a" | "an" | "the" | "as" | "than" => {}
            _ => return "",
        }
    }
    ""
}
