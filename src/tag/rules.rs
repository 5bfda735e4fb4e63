//! Names by rules over lists.

use super::gazetteer::Gazetteer;
use super::{EntityType, Name, run};
use crate::lexicon::{ALIASES, GROUPS, NAME_HEADS, NOT_NAMES, STARTERS, TITLES};
use crate::text::Document;
use std::ops::Range;

/// The names of one run.
pub fn names(doc: &Document, gazetteer: Gazetteer, run: Range<usize>) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = run.start;
    while at < run.end {
        let (end, name) = next(doc, gazetteer, at, run.end);
        found.extend(name);
        at = end.max(at + 1);
    }
    found
}

fn next(doc: &Document, gazetteer: Gazetteer, at: usize, end: usize) -> (usize, Option<Name>) {
    let word = doc.word(at);
    let first =
        doc.sentence_of(at).is_some_and(|s| doc.sentences.get(s).is_some_and(|s| s.tokens.start == at));
    let starter = first && STARTERS.has(word);
    if starter || NOT_NAMES.has(word) || !run::is_capital(doc, at) {
        return (at + 1, None);
    }
    if let Some((_, length)) = TITLES.longest(doc.words(at..end))
        && at + length < end
    {
        return (at + length, None);
    }
    let stop = (at + 1..end).find(|i| NOT_NAMES.has(doc.word(*i))).unwrap_or(end);
    let name =
        |range: Range<usize>, kind| (range.end, Some(Name { tokens: range, kind, rule: "name/rules" }));
    for length in (1..=(stop - at).min(8)).rev() {
        let range = at..at + length;
        let classes = gazetteer.phrase(doc, range.clone());
        let kind = if classes.has(32) {
            Some(EntityType::Organization)
        } else if classes.has(4 + 8 + 16) && (length > 1 || !classes.has(3) || classes.has(4 + 16)) {
            Some(EntityType::Place)
        } else if classes.has(64) && length > 1 {
            Some(EntityType::Misc)
        } else {
            None
        };
        if let Some(kind) = kind
            && (length == stop - at
                || !doc.tokens.get(range.end).is_some_and(|_| run::is_capital(doc, range.end)))
        {
            return name(range, kind);
        }
        if let Some((_, n)) = ALIASES.longest(doc.words(range.clone()))
            && n == length
        {
            return name(range, EntityType::Place);
        }
    }
    if let Some((_, length)) = GROUPS.longest(doc.words(at..end)) {
        return name(at..at + length, EntityType::Group);
    }
    let end = (at + 1..stop).rev().find(|i| run::is_capital(doc, *i)).map_or(at + 1, |i| i + 1);
    let head = NAME_HEADS.get(doc.word(end - 1)).or_else(|| NAME_HEADS.get(word)).map(|e| e.get("type"));
    let kind = match head {
        Some("organization") => EntityType::Organization,
        Some("place") => EntityType::Place,
        Some("event") => EntityType::Event,
        Some("law") => EntityType::Law,
        Some("misc") => EntityType::Misc,
        _ => {
            let classes = gazetteer.phrase(doc, at..at + 1);
            if first && end == at + 1 && !classes.has(3) {
                return (end, None);
            }
            if doc.of(at).len() > 1 && doc.of(at).chars().all(char::is_uppercase) {
                EntityType::Organization
            } else {
                EntityType::Person
            }
        }
    };
    name(at..end, kind)
}
