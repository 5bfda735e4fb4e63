//! How exact a figure claims to be: the words right before it, or right behind it.

use super::Approximation;
use super::amount::{phrase, phrase_before, skip_hyphen};
use crate::lexicon::{APPROXIMATORS, APPROXIMATORS_AFTER, Entry, MEASURE_VERBS};
use crate::text::{Class, Document};
use std::ops::Range;

/// What is said of the figure on these tokens.
pub fn find(doc: &Document, figure: &Range<usize>) -> Option<Approximation> {
    before(doc, figure.start).or_else(|| behind(doc, figure.end))
}

fn before(doc: &Document, start: usize) -> Option<Approximation> {
    let end = start - usize::from(start > 0 && matches!(doc.of(start - 1), "the" | "a" | "an"));
    if let Some((entry, _)) = words_before(doc, end) {
        return named(entry.get("approximation"));
    }
    match doc.of(start.checked_sub(1)?) {
        "~" | "≈" => Some(Approximation::About),
        ">" => Some(Approximation::MoreThan),
        "<" => Some(Approximation::LessThan),
        "≥" => Some(Approximation::AtLeast),
        "≤" => Some(Approximation::AtMost),
        _ => None,
    }
}

/// The words right before token `end` that say how exact a figure is, and where they begin. In "edged up to 3%" "up" says
/// the way.
pub fn words_before(doc: &Document, end: usize) -> Option<(Entry, usize)> {
    let moves = |at: usize| MEASURE_VERBS.get(doc.word(at)).is_some_and(|e| e.get("takes") == "way");
    phrase_before(doc, &APPROXIMATORS, end, 0)
        .filter(|(_, at)| !(doc.of(*at) == "up" && at.checked_sub(1).is_some_and(moves)))
}

/// Before the words that say how exact a figure is, "the", "an additional", "a record".
pub fn start_with_words(doc: &Document, start: usize) -> usize {
    if let Some((_, at)) = words_before(doc, start) {
        return at;
    }
    let determiner = |back| start.checked_sub(back).filter(|at| doc.class(*at).is(Class::DETERMINER));
    let adjective = start.checked_sub(1).is_some_and(|at| doc.class(at).is_nominal());
    let apart = determiner(2).filter(|at| adjective && matches!(doc.of(*at), "a" | "an"));
    determiner(1).or(apart).unwrap_or(start)
}

/// The token behind the words that follow the figure, or behind the figure where there are none: "20,000-odd residents",
/// "50 or more employees".
pub fn after(doc: &Document, end: usize) -> usize {
    attached_entry(doc, end).map_or(end, |(_, end)| end)
}

fn attached_entry(doc: &Document, end: usize) -> Option<(Entry, usize)> {
    phrase(doc, &APPROXIMATORS_AFTER, end)
        .or_else(|| phrase(doc, &APPROXIMATORS_AFTER, skip_hyphen(doc, end)))
}

fn behind(doc: &Document, end: usize) -> Option<Approximation> {
    let (entry, _) = attached_entry(doc, end)?;
    named(entry.get("approximation"))
}

fn named(name: &str) -> Option<Approximation> {
    Some(match name {
        "about" => Approximation::About,
        "nearly" => Approximation::Nearly,
        "at-least" => Approximation::AtLeast,
        "at-most" => Approximation::AtMost,
        "more-than" => Approximation::MoreThan,
        "less-than" => Approximation::LessThan,
        _ => return None,
    })
}
