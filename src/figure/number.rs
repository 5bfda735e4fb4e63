//! Numbers: in digits, in words, in any mixture of the two. What every other rule of figures builds on.
//!
//! One pass over the document finds them all; the rules then look at what stands before and after each. Values follow
//! the grammar of English numerals: groups below a thousand, each times its magnitude, magnitudes falling.

mod atom;
mod digits;
mod words;

pub use atom::{Atom, Class, atom};

use crate::lexicon::NUMBER_WORDS;
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// One number of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its tokens: article ("a hundred"), sign, magnitude and fraction belong to it.
    pub tokens: Range<usize>,
    /// What it comes to; of an indefinite plural, one of it ("tens of thousands": 10,000).
    pub value: f64,
    /// What its last magnitude words come to, "million" in "2 million"; 1 without any.
    pub magnitude: f64,
    /// What sort of numeral it is.
    pub form: Form,
    /// Whether it is one token of digits without separators, as years are.
    pub plain: bool,
}

/// Sorts of numerals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "five", "1.2 million", "two and a half"
    Cardinal,
    /// "fifth", "21st"
    Ordinal,
    /// "two thirds", "half", "1/40", "a third"; whether "a third" is a fraction or an order, what follows decides
    Fraction,
    /// "thousands", "tens of thousands", "dozens"
    Indefinite,
}

/// All numbers of a document, in text order, without overlap.
pub struct Numbers {
    all: Vec<Number>,
    /// For each token, one more than the place of the number it belongs to; 0 where there is none.
    places: Vec<u32>,
}

impl Numbers {
    /// Finds them. Linear in the document; nothing is allocated but the list.
    pub fn find(doc: &Document) -> Numbers {
        let mut found: Vec<Number> = Vec::new();
        let mut at = 0;
        while at < doc.tokens.len() {
            if !can_begin(doc, at) {
                at += 1;
                continue;
            }
            let floor = found.last().map_or(0, |n| n.tokens.end);
            match read(doc, at, floor).filter(|n| doc.in_one_sentence(&n.tokens)) {
                Some(number) => {
                    at = number.tokens.end;
                    found.push(number);
                }
                None => at += 1,
            }
        }
        let mut places = vec![0; doc.tokens.len()];
        for (place, number) in (1..).zip(&found) {
            for token in places.get_mut(number.tokens.clone()).unwrap_or_default() {
                *token = place;
            }
        }
        Numbers { all: found, places }
    }

    /// All of them.
    pub fn all(&self) -> &[Number] {
        &self.all
    }

    /// The number that begins with this token.
    pub fn starting_at(&self, token: usize) -> Option<&Number> {
        self.covering(token).filter(|n| n.tokens.start == token)
    }

    /// The number whose last token comes right before this one.
    pub fn ending_at(&self, token: usize) -> Option<&Number> {
        self.covering(token.checked_sub(1)?).filter(|n| n.tokens.end == token)
    }

    /// The number that this token belongs to.
    pub fn covering(&self, token: usize) -> Option<&Number> {
        let place = *self.places.get(token)? as usize;
        self.all.get(place.checked_sub(1)?)
    }
}

/// A product without the last digit of noise that binary fractions bring: 16.6 × 1e9 is 16,600,000,000, 5 × 0.01 is 0.05.
pub fn times(value: f64, factor: f64) -> f64 {
    if factor > 0.0 && factor < 1.0 {
        return value / (1.0 / factor).round();
    }
    let product = value * factor;
    let whole = product.round();
    if factor.fract() == 0.0 && (product - whole).abs() < 1e-12 * whole.abs() { whole } else { product }
}

/// A quick look that most tokens do not pass: digits, a number word, a decimal point.
fn can_begin(doc: &Document, at: usize) -> bool {
    doc.word(at).begins_any(NUMBER_WORDS.bit())
        || doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number)
        || doc.of(at) == "."
}

/// The number whose first numeral word or digit is at `at`; what belongs to it on the left is taken along, down to `floor`.
fn read(doc: &Document, at: usize, floor: usize) -> Option<Number> {
    let numeral = words::numeral(doc, at)?;
    let vague = is_vague(doc, at, floor);
    let article = if vague {
        at - 1
    } else if numeral.form == Form::Ordinal {
        at
    } else {
        with_article(doc, at, floor)
    };
    let start = digits::with_sign(doc, article, floor);
    let negative = start < at && digits::is_minus(doc.of(start));
    let plain = numeral.end == at + 1 && doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    let tokens = start..numeral.end;
    let value = if negative { -numeral.value } else { numeral.value };
    let plain = plain && start == at && doc.of(at).bytes().all(|b| b.is_ascii_digit());
    let magnitude = numeral.magnitude;
    let form = if vague { Form::Indefinite } else { numeral.form };
    value.is_finite().then_some(Number { tokens, value, magnitude, form, plain })
}

/// The article of "a hundred", "a dozen", "a half", "a third".
fn with_article(doc: &Document, at: usize, floor: usize) -> usize {
    let takes_article = atom(doc, at).is_some_and(Atom::takes_article);
    match at.checked_sub(1) {
        Some(before) if before >= floor && takes_article && is_article(doc.of(before)) => before,
        _ => at,
    }
}

/// "several hundred", "a few thousand": the number words alone say how many only roughly.
fn is_vague(doc: &Document, at: usize, floor: usize) -> bool {
    let magnitude = atom(doc, at).is_some_and(|a| {
        a.shape == atom::Shape::Cardinal
            && matches!(a.class, Class::Hundred | Class::Magnitude | Class::Dozen)
    });
    let before = at.checked_sub(1).filter(|b| *b >= floor);
    let vague =
        before.is_some_and(|b| doc.class(b).is(crate::text::Class::QUANTIFIER) && !is_article(doc.of(b)));
    magnitude && vague && before.is_none_or(|b| !doc.of(b).eq_ignore_ascii_case("half"))
}

fn is_article(word: &str) -> bool {
    word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an")
}
