//! Amounts: a number with the currency, percent sign or unit that belongs to it.

use super::number::{Form, Number, times};
use super::{FigureType, money, percent, quantity};
use crate::lexicon::{Entry, Lexicon};
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// A number with what it is a number of.
#[derive(Clone, Debug)]
pub struct Amount {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it comes to; none for "millions of dollars".
    pub value: Option<f64>,
    /// What sort of figure it is.
    pub kind: FigureType,
    /// The rule that read it.
    pub rule: &'static str,
    /// Its unit, where it has one.
    pub unit: Option<String>,
    /// Its currency, where it is money.
    pub currency: Option<&'static str>,
    /// The magnitude words of its number.
    pub magnitude: f64,
    /// How many numbers it took.
    pub numbers: usize,
}

impl Amount {
    /// A number alone, as yet.
    pub fn bare(number: &Number) -> Amount {
        let (kind, rule) = match number.form {
            Form::Ordinal => (FigureType::Ordinal, "ordinal/number"),
            Form::Fraction => (FigureType::Number, "number/fraction"),
            Form::Indefinite => (FigureType::Number, "number/indefinite"),
            Form::Cardinal => (FigureType::Number, "number/plain"),
        };
        Amount {
            tokens: number.tokens.clone(),
            value: (number.form != Form::Indefinite).then_some(number.value),
            kind,
            rule,
            unit: None,
            currency: None,
            magnitude: number.magnitude,
            numbers: 1,
        }
    }

    /// Whether it is a number without currency or unit.
    pub fn is_bare(&self) -> bool {
        self.currency.is_none() && self.unit.is_none()
    }
}

/// The amount that the first of these numbers belongs to; nothing before token `floor` is taken.
pub fn read(doc: &Document, numbers: &[Number], floor: usize) -> Option<Amount> {
    let number = numbers.first()?;
    if number.form == Form::Ordinal {
        return Some(Amount::bare(number));
    }
    let amount = money::read(doc, numbers, floor)
        .or_else(|| percent::read(doc, number))
        .or_else(|| quantity::read(doc, numbers))
        .or_else(|| bare_with_letter(doc, number))
        .filter(|amount| doc.in_one_sentence(&amount.tokens));
    Some(amount.unwrap_or_else(|| Amount::bare(number)))
}

/// "12 and 15 per cent", "5, 10 and 20 kg": the first number with the unit of those it is listed with.
pub fn of_list(doc: &Document, numbers: &[Number]) -> Option<Amount> {
    /// Longer lists are tables.
    const LONGEST: usize = 5;
    let first = numbers.first().filter(|n| n.form == Form::Cardinal)?;
    let mut end = first.tokens.end;
    for (index, next) in numbers.iter().enumerate().take(LONGEST).skip(1) {
        let comma = usize::from(doc.of(end) == ",");
        let and = matches!(doc.of(end + comma), "and" | "or");
        if (comma == 0 && !and) || next.tokens.start != end + comma + usize::from(and) {
            return None;
        }
        let whole = read(doc, numbers.get(index..)?, next.tokens.start)?;
        if !whole.is_bare() {
            let behind = whole.tokens.start == next.tokens.start && whole.tokens.end > next.tokens.end;
            // Only a number that stands alone and is not nought tells what one of the unit is worth.
            let telling = whole.numbers == 1 && next.value != 0.0;
            let bare = Amount::bare(first);
            let value = whole.value.map(|v| of_unit(first, v / next.value, whole.magnitude));
            return (and && behind && telling).then_some(Amount {
                tokens: bare.tokens,
                value,
                numbers: 1,
                ..whole
            });
        }
        end = next.tokens.end;
    }
    None
}

/// The worth of a number whose unit stands behind a later one, of which one is worth so much: a cent less than 1, "m" a million.
/// A magnitude in words is shared by small numbers.
fn of_unit(number: &Number, one: f64, magnitude: f64) -> f64 {
    let shares = one >= 1.0 && number.magnitude <= 1.0 && number.value < 1000.0;
    times(number.value, if shares { one.max(magnitude) } else { one })
}

/// "10M", and "31m" before a plural: the letter is a magnitude.
fn bare_with_letter(doc: &Document, number: &Number) -> Option<Amount> {
    let (factor, end) = money::letter(doc, number)?;
    let capital = doc.is_capital(number.tokens.end)
        || (doc.of(number.tokens.end) == "b" && number.value.fract() != 0.0);
    let counted = capital || super::counted::is_plural(doc, end);
    counted.then(|| Amount {
        tokens: number.tokens.start..end,
        value: Some(times(number.value, factor)),
        magnitude: factor,
        rule: "number/letter",
        ..Amount::bare(number)
    })
}

/// The token after a hyphen that stands here without a gap, as in "10-mile"; else this one.
pub fn skip_hyphen(doc: &Document, at: usize) -> usize {
    let hyphen = matches!(doc.of(at), "-" | "‑" | "–");
    if hyphen && attached(doc, at) && attached(doc, at + 1) { at + 1 } else { at }
}

/// Whether a word stands here.
pub fn is_word(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

/// Whether no gap comes before this token.
pub fn attached(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| !t.spaced)
}

/// The longest phrase of the list that begins with this token.
pub fn phrase(doc: &Document, list: &Lexicon, at: usize) -> Option<(Entry, usize)> {
    doc.longest(list, at..at + LONGEST).map(|(entry, length)| (entry, at + length))
}

/// The longest phrase of the list that ends right before this token, and where it begins; nothing before `floor`.
pub fn phrase_before(doc: &Document, list: &Lexicon, end: usize, floor: usize) -> Option<(Entry, usize)> {
    let from = end.saturating_sub(LONGEST).max(floor);
    (from..end).find_map(|start| {
        let (entry, length) = doc.longest(list, start..end)?;
        (start + length == end).then_some((entry, start))
    })
}

/// No phrase of the lists about figures has more tokens.
const LONGEST: usize = 6;
