//! Acronyms in brackets behind what they stand for: "Political and Security Committee (PSC)".

use super::EntityType;
use super::segment::{LABELS, Segment};
use crate::text::Document;
use std::ops::Range;

/// What a gloss tells of an acronym outweighs what its other mentions look like.
const CERTAIN: f32 = 1e6;

/// Adds the acronyms that were not found, and gives those that were the type of the name before them.
pub fn add(doc: &Document, names: Vec<Segment>) -> Vec<Segment> {
    let mut all: Vec<Segment> = Vec::with_capacity(names.len());
    for mut name in names {
        if let Some(last) = all.last().filter(|last| last.tokens.end > name.tokens.start) {
            // Added just now and found as well.
            name.tokens.start = last.tokens.end;
            if name.tokens.is_empty() {
                continue;
            }
        }
        let bracketed = acronym_of(doc, &name.tokens, name.label);
        let label = name.label;
        all.push(name);
        if let Some(at) = bracketed {
            let mut scores = [0.0; LABELS];
            if let Some(score) = scores.get_mut(usize::from(label)) {
                *score = CERTAIN;
            }
            all.push(Segment { tokens: at..at + 1, label, scores, rule: "name/gloss" });
        }
    }
    all
}

/// The acronym in brackets behind a name with this label, if it begins as the name does.
pub fn acronym_of(doc: &Document, name: &Range<usize>, label: u8) -> Option<usize> {
    let at = name.end + 1;
    let word = doc.of(at);
    let letters = word.chars().filter(|c| c.is_uppercase()).count();
    let initial = word.chars().next().is_some_and(|c| doc.of(name.start).starts_with(c));
    let fits = matches!((doc.of(at - 1), doc.of(at + 1)), ("(", ")") | ("[", "]"))
        && letters > 1
        && letters * 2 > word.chars().count()
        && name.len() > 1
        && ![EntityType::Person.label(), EntityType::Group.label()].contains(&label);
    (fits && initial).then_some(at)
}
