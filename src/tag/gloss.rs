//! Acronyms in brackets behind what they stand for: "Political and Security Committee (PSC)".

use super::{EntityType, Name};
use crate::text::Document;

/// Adds the acronyms that were not found, and gives those that were the type of the name before them.
pub fn add(doc: &Document, names: Vec<Name>) -> Vec<Name> {
    let mut all: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names {
        if let Some(last) = all.last().filter(|last| last.tokens.end > name.tokens.start) {
            // Added just now and found as well.
            name.tokens.start = last.tokens.end;
            if name.tokens.is_empty() {
                continue;
            }
        }
        let bracketed = acronym_of(doc, &name);
        let kind = name.kind;
        all.push(name);
        if let Some(at) = bracketed {
            all.push(Name { tokens: at..at + 1, kind, rule: "name/gloss" });
        }
    }
    all
}

/// The acronym in brackets behind a name, if it begins as the name does.
pub fn acronym_of(doc: &Document, name: &Name) -> Option<usize> {
    let at = name.tokens.end + 1;
    let word = doc.of(at);
    let letters = word.chars().filter(|c| c.is_uppercase()).count();
    let initial = word.chars().next().is_some_and(|c| doc.of(name.tokens.start).starts_with(c));
    let fits = doc.of(at - 1) == "("
        && doc.of(at + 1) == ")"
        && letters > 1
        && letters * 2 > word.chars().count()
        && name.tokens.len() > 1
        && !matches!(name.kind, EntityType::Person | EntityType::Group);
    (fits && initial).then_some(at)
}
