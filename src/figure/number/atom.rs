//! The words that numbers are made of, as the lexicon has them.

use crate::decimal;
use crate::lexicon::{Entry, NUMBER_WORDS, Word};
use crate::text::Document;
use std::sync::LazyLock;

/// Where a word stands in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// 0 to 9
    Unit,
    /// 10 to 19
    Teen,
    /// 20, 30 … 90
    Ten,
    /// 100
    Hundred,
    /// 1,000 and its like
    Magnitude,
    /// 12
    Dozen,
    /// 20, in "a score of"
    Score,
    /// "half"
    Half,
    /// "½"
    Vulgar,
    /// "bn", after digits alone
    Suffix,
    /// "m", after digits, where it is not a unit
    Letter,
}

/// The form of a number word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "five"
    Cardinal,
    /// "fifth"
    Ordinal,
    /// "quarter"
    Part,
    /// "fifths"
    Parts,
    /// "thousands"
    Plural,
}

/// One number word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Atom {
    /// Where it stands in a number.
    pub class: Class,
    /// Its form.
    pub shape: Shape,
    /// What it stands for; of a denominator, the denominator.
    pub value: f64,
}

impl Atom {
    /// Whether "a" before it belongs to the number.
    pub fn takes_article(self) -> bool {
        match self.shape {
            Shape::Cardinal => {
                matches!(self.class, Class::Hundred | Class::Magnitude | Class::Dozen | Class::Score)
            }
            Shape::Ordinal | Shape::Part => true,
            Shape::Parts | Shape::Plural => false,
        }
    }
}

/// The number words in the order of their numbers; read from the list at first use.
static ATOMS: LazyLock<Vec<(Word, Atom)>> = LazyLock::new(|| {
    NUMBER_WORDS.singles().filter_map(|(word, entry)| Some((word, Atom::read(entry)?))).collect()
});

/// The number word at a token. One look-up by number; usually one `and`.
#[inline]
pub fn atom(doc: &Document, at: usize) -> Option<Atom> {
    Atom::of(doc.word(at))
}

impl Atom {
    /// What the word is as a part of numbers.
    #[inline]
    pub fn of(word: Word) -> Option<Atom> {
        if word.begins_any(NUMBER_WORDS.bit()) { Atom::listed(word) } else { None }
    }

    fn listed(word: Word) -> Option<Atom> {
        let place = ATOMS.binary_search_by_key(&word, |(word, _)| *word).ok()?;
        ATOMS.get(place).map(|(_, atom)| *atom)
    }

    fn read(entry: Entry) -> Option<Atom> {
        let class = match entry.get("class") {
            "unit" => Class::Unit,
            "teen" => Class::Teen,
            "ten" => Class::Ten,
            "hundred" => Class::Hundred,
            "magnitude" => Class::Magnitude,
            "dozen" => Class::Dozen,
            "score" => Class::Score,
            "half" => Class::Half,
            "vulgar" => Class::Vulgar,
            "suffix" => Class::Suffix,
            _ => Class::Letter,
        };
        let shape = match entry.get("form") {
            "ordinal" => Shape::Ordinal,
            "part" => Shape::Part,
            "parts" => Shape::Parts,
            "plural" => Shape::Plural,
            _ => Shape::Cardinal,
        };
        Some(Atom { class, shape, value: decimal::read(entry.get("value"))? })
    }
}
