//! The gazetteer: known names and what each may name, as a table of hashed phrases.
//!
//! `gazetteer/*.tsv` are the lists, each of one class; the build step compiles them into one table, which is unpacked at
//! first use. A phrase is found whatever its case, an acronym only in capitals.

use super::clue::Clue;
use super::phrase;
use super::table::{Table, unpack};
use crate::lexicon::hash;
use crate::text::Document;
use std::ops::Range;
use std::sync::LazyLock;

pub use super::phrase::then as phrase_of;

static BYTES: LazyLock<Vec<u8>> =
    LazyLock::new(|| unpack(include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.bin"))));

/// Bits of [`Classes`]: a given name.
pub const GIVEN: u8 = 1;
/// A family name.
pub const SURNAME: u8 = 2;
/// A city, a town, a country or region.
pub const PLACE: u8 = 4 | 8 | 16;
/// An organisation.
pub const ORGANIZATION: u8 = 32;

/// What a known name may be: one bit a class, in the order of the lists' `CLASSES`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u8);

impl Classes {
    /// Whether any of these bits is set.
    pub fn has(self, class: u8) -> bool {
        self.0 & class != 0
    }
}

/// The table.
#[derive(Clone, Copy)]
pub struct Gazetteer(Table<'static, 2>);

impl Gazetteer {
    /// Opens the table that is compiled in.
    pub fn new() -> Self {
        Gazetteer(Table::new(&BYTES))
    }

    /// What a phrase of these token hashes may name.
    pub fn get(&self, phrase: u32) -> Classes {
        Classes(self.0.get(phrase).map_or(0, |[_, classes]| *classes))
    }

    /// What these tokens together may name.
    pub fn phrase(&self, doc: &Document, tokens: Range<usize>) -> Classes {
        if tokens.len() == 1 {
            return self.token(doc.of(tokens.start), folded(doc.of(tokens.start)));
        }
        self.get(tokens.fold(phrase::START, |state, at| phrase::then(state, folded(doc.of(at)))))
    }

    /// What a phrase of several tokens may name, from their clues.
    pub fn phrase_by(&self, tokens: Range<usize>, clues: &[Clue]) -> u8 {
        let tokens = clues.get(tokens).unwrap_or(&[]);
        self.get(tokens.iter().fold(phrase::START, |state, clue| phrase::then(state, clue.word))).0
    }

    /// What a single token may name: by itself whatever its case, or as an acronym.
    pub fn token(&self, token: &str, folded: u32) -> Classes {
        let Classes(mut classes) = self.get(phrase::one(folded));
        if phrase::is_acronym(token) {
            classes |= self.get(phrase::acronym(token)).0;
        }
        Classes(classes)
    }
}

/// The hash of a token whatever its case.
pub fn folded(token: &str) -> u32 {
    hash::of(token)
}

impl Default for Gazetteer {
    fn default() -> Self {
        Gazetteer::new()
    }
}
