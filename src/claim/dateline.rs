//! Where and when a story was filed, before its first sentence: "OSLO (AP) —", "LIMA/QUITO, May 3 (Reuters) -", "PERTH:".

use crate::text::{Class, Document};
use std::ops::Range;

/// No dateline is longer, in tokens.
const LONGEST: usize = 16;

/// Where the sentence begins behind its dateline.
pub fn skip(doc: &Document, sentence: &Range<usize>) -> usize {
    let start = sentence.start;
    let capitals = shouts(doc.of(start));
    let mut agency = false;
    for at in start + 1..sentence.end.min(start + LONGEST) {
        match doc.of(at) {
            "—" | "–" | "-" | "--" if doc.of(at) == "—" || is_spaced(doc, at) && is_spaced(doc, at + 1) =>
            {
                let filed = capitals || agency;
                return if filed && !doc.class(at + 1).is(Class::FINITE) { at + 1 } else { start };
            }
            ":" if is_spaced(doc, at + 1) => {
                let place = (start..at).all(|i| shouts(doc.of(i)) || doc.of(i) == "/" || doc.of(i) == ",");
                return if place { at + 1 } else { start };
            }
            "(" => agency = true,
            word => {
                let joins = doc.class(at).is(Class::PREPOSITION | Class::COORDINATOR);
                if word.starts_with(char::is_lowercase) && !joins {
                    return start;
                }
            }
        }
    }
    start
}

fn shouts(word: &str) -> bool {
    word.len() > 2 && word.chars().all(char::is_uppercase)
}

fn is_spaced(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.spaced)
}
