//! Which way a figure went, and from where.

use super::amount::{phrase, phrase_before};
use super::number::atom;
use super::{Change, Figure, FigureType};
use crate::lexicon::{APPROXIMATORS, CHANGE_VERBS, CHANGE_WORDS, Entry};
use crate::text::{Class, Document, TokenKind};
use std::ops::Range;

/// How far before a figure its verb may stand.
const REACH: usize = 8;

/// The direction that the words around a figure give it.
pub fn direction(doc: &Document, figure: &Range<usize>) -> Option<Change> {
    behind(doc, figure.end)
        .or_else(|| if is_aside(doc, figure.start) { None } else { before(doc, figure.start) })
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
        let entry = CHANGE_WORDS.get(doc.word(at)).filter(|_| !counted(at))?;
        (entry.get("class") != "before").then(|| named(entry)).flatten()
    };
    // One adjective may stand between: "a 5% annual rise".
    let adjective = doc.class(at).is_nominal() && !CHANGE_WORDS.has(doc.word(at));
    word(at).or_else(|| word(at + 1).filter(|_| adjective))
}

/// Whether a preposition keeps the figure out of the change: "up 1% at $78", "rose in 12 states".
fn is_aside(doc: &Document, start: usize) -> bool {
    let start = phrase_before(doc, &APPROXIMATORS, start, 0).map_or(start, |(_, at)| at);
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
fn before(doc: &Document, start: usize) -> Option<Change> {
    let mut at = start;
    while at > start.saturating_sub(REACH) && at > 0 {
        at -= 1;
        let word = doc.word(at);
        if let Some(entry) = CHANGE_VERBS.get(word).filter(|_| is_verb(doc, at)) {
            return named(entry);
        }
        // "up to 750 billion" says how much at most.
        if doc.of(at).eq_ignore_ascii_case("up") && doc.of(at + 1) == "to" {
            return None;
        }
        if let Some(entry) = CHANGE_WORDS.get(word).filter(|e| e.get("class") != "after") {
            // A flat that costs 15 times as much did not change.
            let near = entry.get("direction") != "same" || at + 1 == start || doc.of(at + 1) == "at";
            let linked = (entry.get("class") == "before" && near)
                || (at + 1..start).any(|i| matches!(doc.of(i), "of" | "to" | "by" | "from"));
            return linked.then(|| named(entry)).flatten();
        }
        if stops(doc, at) {
            return None;
        }
    }
    None
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
    mark || class.is(Class::COORDINATOR | Class::SUBORDINATOR | Class::RELATIVE | Class::FINITE)
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
pub fn link(doc: &Document, figures: &mut [Figure]) {
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
        if !near || !comparable(last, next) {
            continue;
        }
        let index = u32::try_from(second).unwrap_or(u32::MAX);
        match (preposition(doc, a.start), preposition(doc, b.start)) {
            ("from", "to") => {
                next.change = last.change.or(next.change).or_else(|| by_value(last, next));
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
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1) else {
            return "";
        };
        at = before;
        match doc.of(at) {
            word @ ("from" | "to") => return word,
            _ if phrase(doc, &APPROXIMATORS, at).is_some() => {}
            "a" | "an" | "the" | "as" | "than" => {}
            _ => return "",
        }
    }
    ""
}
