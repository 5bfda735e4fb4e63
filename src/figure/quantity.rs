//! Measures: a number with a unit, compound units ("kilometres per hour") and feet with inches.

use super::FigureType;
use super::amount::{Amount, attached, phrase};
use super::number::{Form, Number, times};
use super::{money, percent};
use crate::lexicon::{ANGLES, Entry, PER_UNITS, UNIT_NAMES, UNIT_SIGNS};
use crate::text::{Class, Document, TokenKind};

/// Reads the measure that the first of these numbers belongs to.
pub fn read(doc: &Document, numbers: &[Number]) -> Option<Amount> {
    let number = numbers.first()?;
    let (number, unit) = match unit(doc, number) {
        Some(unit) => (number.clone(), unit),
        None => scaled(doc, number)?,
    };
    let number = &number;
    let temperature =
        unit.name.starts_with("degree") && (unit.name != "degree" || !measures_angle(doc, number));
    let amount = Amount {
        tokens: number.tokens.start..unit.end,
        kind: if temperature { FigureType::Temperature } else { FigureType::Quantity },
        rule: if temperature { "temperature/degrees" } else { "quantity/unit" },
        unit: Some(unit.name),
        ..Amount::bare(number)
    };
    Some(feet_and_inches(doc, &amount, numbers).unwrap_or(amount))
}

/// "2.1m tonnes": the letter is a magnitude before a unit in words.
fn scaled(doc: &Document, number: &Number) -> Option<(Number, Unit)> {
    let (factor, end) = money::letter(doc, number)?;
    let (name, after) = named(doc, number, end)?;
    let value = times(number.value, factor);
    let number =
        Number { tokens: number.tokens.start..end, value, magnitude: factor, plain: false, ..number.clone() };
    Some((number, per(doc, Unit { name: name.to_owned(), end: after })))
}

/// A unit and the token after it.
struct Unit {
    name: String,
    end: usize,
}

fn unit(doc: &Document, number: &Number) -> Option<Unit> {
    let mut at = percent::after(doc, number);
    if number.form == Form::Indefinite && doc.of(at) == "of" {
        at += 1;
    }
    let bracket = matches!(doc.of(at), "(" | "[" | "{" | "<") && !attached(doc, at);
    let from = at + usize::from(bracket);
    let (power, from) = power(doc, from);
    let candidates = [named(doc, number, from), signed(doc, number, from, bracket)];
    let (name, end) = candidates.into_iter().flatten().max_by_key(|(_, end)| *end)?;
    let closes = matches!(doc.of(end), ")" | "]" | "}" | ">");
    if bracket && !closes {
        return None;
    }
    let unit = Unit { name: format!("{power}{name}"), end: end + usize::from(bracket) };
    Some(per(doc, unit))
}

/// "square", "cubic" before a unit.
fn power<'t>(doc: &Document<'t>, at: usize) -> (&'static str, usize) {
    let word: &'t str = doc.of(at);
    if word.eq_ignore_ascii_case("square") {
        ("square ", at + 1)
    } else if word.eq_ignore_ascii_case("cubic") {
        ("cubic ", at + 1)
    } else {
        ("", at)
    }
}

fn named(doc: &Document, number: &Number, at: usize) -> Option<(&'static str, usize)> {
    let (entry, end) = phrase(doc, &UNIT_NAMES, at)?;
    let one_point = entry.get("class") == "point" && (number.value - 1.0).abs() < f64::EPSILON;
    let turns = entry.get("class") == "turn" && !measures_angle(doc, number);
    (!one_point && !turns).then_some((entry.get("name"), end))
}

fn signed(doc: &Document, number: &Number, at: usize, bracket: bool) -> Option<(&'static str, usize)> {
    let last = number.tokens.end.checked_sub(1)?;
    let digits = doc.tokens.get(last).is_some_and(|t| t.kind == TokenKind::Number);
    let (entry, end) = phrase(doc, &UNIT_SIGNS, at)?;
    let glued = attached(doc, at) || bracket;
    let fits = match entry.get("class") {
        "temperature" | "degree" => true,
        "sign" => digits,
        "letter" => digits && letter_fits(doc, at, end, glued),
        "inch" => digits && (glued || measures_after(doc, end)),
        "celsius" => digits && celsius_fits(doc, number, at, end, entry),
        _ => false,
    };
    fits.then_some((entry.get("name"), end))
}

/// "m", "g", "t" as they are written; not "31m people", where it is a magnitude.
fn letter_fits(doc: &Document, at: usize, end: usize, glued: bool) -> bool {
    let letter = doc.of(at);
    let cased = matches!(letter, "m" | "g" | "t" | "l" | "L" | "W" | "V" | "J");
    let ends = doc.tokens.get(end).is_none_or(|t| match t.kind {
        TokenKind::Mark => t.spaced || doc.of(end) != "-",
        TokenKind::Number => true,
        TokenKind::Word => matches!(doc.of(end), "x" | "by"),
    });
    cased && (glued || ends) && !(glued && super::counted::is_plural(doc, end))
}

/// "2 in", where the sentence ends or a dimension follows.
fn measures_after(doc: &Document, end: usize) -> bool {
    let stop = doc.tokens.get(end).is_none_or(|t| t.kind == TokenKind::Mark) && doc.of(end) != "\"";
    stop || ANGLES.get(doc.word(end)).is_some_and(|e| e.get("class") == "dimension")
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

/// "kilometres per hour", "barrels a day", "J/m^2 per year".
fn per(doc: &Document, mut unit: Unit) -> Unit {
    // Two steps cover every unit in use: "joule per square metre per year".
    for _ in 0..2 {
        let Some((entry, end)) = per_unit(doc, unit.end) else {
            return unit;
        };
        unit = Unit { name: format!("{} per {}", unit.name, entry.get("name")), end };
    }
    unit
}

/// "per day", "a day", "/day", "-an-hour" and the token after it.
pub fn per_unit(doc: &Document, at: usize) -> Option<(Entry, usize)> {
    let at = super::amount::skip_hyphen(doc, at);
    let word = doc.of(at);
    let joins = matches!(word, "per" | "a" | "an" | "each" | "every") || (word == "/" && attached(doc, at));
    let from = super::amount::skip_hyphen(doc, at + 1);
    let (entry, end) = phrase(doc, &PER_UNITS, from).filter(|_| joins)?;
    // "a year earlier", "a week after" are times.
    let time = doc.class(end).is(Class::ADVERB | Class::SUBORDINATOR) && word != "per" && word != "/";
    (!time && doc.in_one_sentence(&(at.saturating_sub(1)..end))).then_some((entry, end))
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

/// Whether the sentence speaks of angles rather than of temperatures.
fn measures_angle(doc: &Document, number: &Number) -> bool {
    let Some(sentence) = doc.sentence_of(number.tokens.start).and_then(|s| doc.sentences.get(s)) else {
        return false;
    };
    let near = sentence.tokens.start.max(number.tokens.start.saturating_sub(WINDOW))
        ..sentence.tokens.end.min(number.tokens.end + WINDOW);
    doc.words(near).any(|w| ANGLES.get(w).is_some_and(|e| e.get("class") == "angle"))
}

/// How far a word may stand from the number it explains.
const WINDOW: usize = 12;
