//! Measures: a number with a unit, compound units ("kilometres per hour") and feet with inches.

mod unit;

use super::FigureType;
use super::amount::{Amount, attached, phrase};
use super::number::{Form, Number, times};
use super::{money, percent};
use crate::lexicon::{ANGLES, Entry, UNIT_NAMES, UNIT_SIGNS};
use crate::text::{Document, TokenKind};
use unit::Unit;
pub use unit::per;

/// Reads the measure that the first of these numbers belongs to.
pub fn read(doc: &Document, numbers: &[Number]) -> Option<Amount> {
    let number = numbers.first()?;
    if let Some(marked) = marked(doc, numbers) {
        return Some(marked);
    }
    let (value, unit, taken) = if let Some(unit) = unit(doc, number) {
        (number.value, unit, 1)
    } else if let Some((value, unit)) = scaled(doc, number) {
        (value, unit, 1)
    } else {
        (number.value, unit(doc, tolerance(doc, numbers)?)?, 2)
    };
    let temperature =
        unit.name.starts_with("degree") && (unit.name != "degree" || !is_of_angles(doc, number));
    let bare = Amount::bare(number);
    let amount = Amount {
        tokens: number.tokens.start..unit.end,
        value: bare.value.map(|_| value),
        kind: if temperature { FigureType::Temperature } else { FigureType::Quantity },
        rule: if temperature { "temperature/degrees" } else { "quantity/unit" },
        unit: Some(unit.name.into_owned()),
        numbers: taken,
        ..bare
    };
    Some(feet_and_inches(doc, &amount, numbers).unwrap_or(amount))
}

/// "2.1m tonnes": the letter is a magnitude before a unit in words.
fn scaled(doc: &Document, number: &Number) -> Option<(f64, Unit)> {
    let (factor, end) = money::letter(doc, number)?;
    let unit = named(doc, number, end)?;
    Some((times(number.value, factor), unit::with_per(doc, unit)))
}

/// "2,000 ± 5 pounds": the number of how far off it may be, which bears the unit of both.
fn tolerance<'n>(doc: &Document, numbers: &'n [Number]) -> Option<&'n Number> {
    let (number, off) = (numbers.first()?, numbers.get(1)?);
    let at = number.tokens.end;
    let gap = match (doc.of(at), doc.of(at + 1), doc.of(at + 2)) {
        ("±", ..) => 1..=1,
        // The minus may have been read as the sign of the number.
        ("+", "/", "-" | "−") => 2..=3,
        _ => return None,
    };
    gap.contains(&off.tokens.start.saturating_sub(at)).then_some(off)
}

fn unit(doc: &Document, number: &Number) -> Option<Unit> {
    let mut at = percent::after(doc, number);
    if number.form == Form::Indefinite && doc.of(at) == "of" {
        at += 1;
    }
    let bracket = matches!(doc.of(at), "(" | "[" | "{" | "<") && !attached(doc, at);
    let from = at + usize::from(bracket);
    let candidates = [named(doc, number, from), signed(doc, number, from, bracket)];
    let mut unit = candidates.into_iter().flatten().max_by_key(|unit| unit.end)?;
    if bracket {
        matches!(doc.of(unit.end), ")" | "]" | "}" | ">").then_some(())?;
        unit.end += 1;
    }
    Some(unit::with_per(doc, unit))
}

fn named(doc: &Document, number: &Number, at: usize) -> Option<Unit> {
    let unit = unit::named(doc, at)?;
    let fits = match unit.class() {
        "point" => (number.value - 1.0).abs() >= f64::EPSILON,
        "turn" => is_of_angles(doc, number),
        "bare" => unit.entry.form() == 'b' && (!doc.class(unit.end).is_nominal() || !is_word(doc, unit.end)),
        _ => true,
    };
    fits.then_some(unit)
}

fn signed(doc: &Document, number: &Number, at: usize, bracket: bool) -> Option<Unit> {
    let last = number.tokens.end.checked_sub(1)?;
    let digits = doc.tokens.get(last).is_some_and(|t| t.kind == TokenKind::Number);
    let unit = unit::signed(doc, at)?;
    let (glued, end) = (attached(doc, at) || bracket, unit.end);
    let plain = digits || (doc.of(at).len() > 1 && unit::per(doc, end).is_some());
    let fits = match unit.class() {
        "temperature" | "degree" => true,
        "sign" | "cased" | "length" => plain,
        "glued" => digits && attached(doc, at),
        "letter" if unit.name.contains(' ') => digits,
        "letter" => digits && letter_fits(doc, at, end, glued),
        "inch" => digits && (glued || end > at + 1 || measures_after(doc, end)),
        "celsius" => digits && celsius_fits(doc, number, at, end, unit.entry),
        _ => false,
    };
    fits.then_some(unit)
}

fn is_word(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

/// "m", "g", "t" as they are written; not "31m people", where it is a magnitude.
fn letter_fits(doc: &Document, at: usize, end: usize, glued: bool) -> bool {
    let letter = doc.of(at);
    let cased = matches!(letter, "m" | "g" | "t" | "l" | "L" | "W" | "V" | "J");
    let next = doc.tokens.get(end);
    let ends = next.is_none_or(|t| match t.kind {
        TokenKind::Mark => t.spaced || doc.of(end) != "-",
        TokenKind::Number => true,
        TokenKind::Word => !super::counted::is_plural(doc, end) && !doc.is_capital(end),
    });
    cased && (glued || ends) && !(glued && super::counted::is_plural(doc, end))
}

/// "2 in", where the sentence ends or a dimension follows.
fn measures_after(doc: &Document, end: usize) -> bool {
    let stop = doc.tokens.get(end).is_none_or(|t| t.kind == TokenKind::Mark) && doc.of(end) != "\"";
    stop || is_dimension(doc, end)
}

/// "long", "wide", "in diameter".
fn is_dimension(doc: &Document, at: usize) -> bool {
    ANGLES.get(doc.word(at)).is_some_and(|e| e.get("class") == "dimension")
}

/// "30 C", "-10C", "75F": a bare capital after a number that can be a temperature.
fn celsius_fits(doc: &Document, number: &Number, at: usize, end: usize, entry: Entry) -> bool {
    let fahrenheit = entry.get("name").ends_with("Fahrenheit");
    let plausible = if fahrenheit { 20.0..200.0 } else { -100.0..200.0 }.contains(&number.value);
    let alone =
        doc.tokens.get(end).is_none_or(|t| t.spaced || t.kind == TokenKind::Mark) && doc.of(end) != "/";
    let noun = doc.class(end).is_nominal() && doc.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word);
    doc.is_capital(at) && plausible && alone && (!fahrenheit || (attached(doc, at) && !noun))
}

/// "6ft 2in", "5 feet and 2 inches".
fn feet_and_inches(doc: &Document, feet: &Amount, numbers: &[Number]) -> Option<Amount> {
    let inches = numbers.get(1)?;
    let from = feet.tokens.end + usize::from(doc.of(feet.tokens.end) == "and");
    if feet.unit.as_deref() != Some("foot") || inches.tokens.start != from {
        return None;
    }
    let (_, end) = phrase(doc, &UNIT_NAMES, inches.tokens.end)
        .or_else(|| phrase(doc, &UNIT_SIGNS, inches.tokens.end))
        .filter(|(e, _)| e.get("name") == "inch")?;
    Some(Amount {
        tokens: feet.tokens.start..end,
        value: feet.value.map(|v| v + inches.value / 12.0),
        numbers: 2,
        rule: "quantity/feet-and-inches",
        ..feet.clone()
    })
}

/// 6'2", 9": by the marks of feet and inches. A mark that closes a quotation is none of them.
fn marked(doc: &Document, numbers: &[Number]) -> Option<Amount> {
    let first = numbers.first()?;
    let at = first.tokens.end;
    let is_inch = |at: usize| {
        let hung = attached(doc, at) || is_dimension(doc, at + 1);
        matches!(doc.of(at), "\"" | "″" | "”") && hung && !closes(doc, at)
    };
    let amount = |end, value, unit: &str, numbers| Amount {
        tokens: first.tokens.start..end,
        value: Some(value),
        kind: FigureType::Quantity,
        rule: "quantity/feet-and-inches",
        unit: Some(unit.to_owned()),
        numbers,
        ..Amount::bare(first)
    };
    if matches!(doc.of(at), "'" | "’" | "′") && attached(doc, at) {
        let inches = numbers.get(1).filter(|n| n.tokens.start == at + 1 && n.value < 12.0)?;
        let end = inches.tokens.end;
        return is_inch(end).then(|| amount(end + 1, first.value + inches.value / 12.0, "foot", 2));
    }
    (is_inch(at) && doc.of(at) != "”").then(|| amount(at + 1, first.value, "inch", 1))
}

/// Whether the mark closes a quotation.
fn closes(doc: &Document, at: usize) -> bool {
    /// Quotations nest no deeper.
    const DEEPEST: usize = 8;
    let begun = doc.quotations.partition_point(|q| q.tokens.start < at);
    let near = doc.quotations.get(begun.saturating_sub(DEEPEST)..begun).unwrap_or(&[]);
    near.iter().any(|q| q.closed && q.tokens.end == at + 1)
}

/// Whether the sentence speaks of angles rather than of temperatures.
fn is_of_angles(doc: &Document, number: &Number) -> bool {
    let Some(sentence) = doc.sentence_of(number.tokens.start).and_then(|s| doc.sentences.get(s)) else {
        return false;
    };
    let near = sentence.tokens.start.max(number.tokens.start.saturating_sub(WINDOW))
        ..sentence.tokens.end.min(number.tokens.end + WINDOW);
    doc.words(near).any(|w| ANGLES.get(w).is_some_and(|e| e.get("class") == "angle"))
}

/// How far a word may stand from the number it explains.
const WINDOW: usize = 12;
