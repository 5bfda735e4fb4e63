//! Ages: "34-year-old", "five years old", "aged 9", "Borrell, 74,".

use super::FigureType;
use super::amount::{Amount, attached, phrase, skip_hyphen};
use super::number::{Form, Number};
use crate::lexicon::{AGES, APPROXIMATORS_AFTER};
use crate::text::{Document, TokenKind};

/// How old a person in the news can be.
const OLDEST: f64 = 120.0;

/// Reads the age that a number tells.
pub fn read(doc: &Document, number: &Number) -> Option<Amount> {
    if number.form == Form::Ordinal || number.value < 0.0 {
        return None;
    }
    with_unit(doc, number).or_else(|| alone(doc, number))
}

/// Whole decades of age, "his 50s", "her mid-30s": the amount and its ends.
pub fn decade(doc: &Document, number: &Number) -> Option<(Amount, f64, f64)> {
    let end = number.tokens.end;
    let suffix = matches!(doc.of(end), "s" | "'s" | "’s") && attached(doc, end);
    let start = number.tokens.start;
    let modified = start.checked_sub(2).filter(|_| doc.of(start.saturating_sub(1)) == "-");
    let owner = modified.unwrap_or(start).checked_sub(1)?;
    let owner = if phrase(doc, &AGES, owner).is_some_and(|(e, _)| e.get("class") == "part") {
        owner.checked_sub(1)?
    } else {
        owner
    };
    let owned = doc.class(owner).is(crate::text::Class::POSSESSIVE);
    let tens = number.value % 10.0 == 0.0 && (10.0..=90.0).contains(&number.value) && number.plain;
    (suffix && owned && tens).then(|| {
        let amount = Amount {
            tokens: start..end + 1,
            value: None,
            rule: "age/decade",
            ..year(number, Amount::bare(number).tokens)
        };
        (amount, number.value, number.value + 9.0)
    })
}

fn year(number: &Number, tokens: std::ops::Range<usize>) -> Amount {
    Amount {
        tokens,
        kind: FigureType::Age,
        unit: Some("year".to_owned()),
        rule: "age/alone",
        ..Amount::bare(number)
    }
}

/// "34-year-old", "ten months old", "3 years of age", "87 yo".
fn with_unit(doc: &Document, number: &Number) -> Option<Amount> {
    let at = skip_hyphen(doc, number.tokens.end);
    let (entry, end) = phrase(doc, &AGES, at)?;
    let age = |unit: &str, end| Amount {
        rule: "age/unit",
        unit: Some(unit.to_owned()),
        ..year(number, number.tokens.start..end)
    };
    match entry.get("class") {
        "whole" => Some(age(entry.get("unit"), end)),
        "unit" => {
            let (after, end) = phrase(doc, &AGES, skip_hyphen(doc, end))?;
            (after.get("class") == "old").then(|| age(entry.get("unit"), end))
        }
        _ => None,
    }
}

/// "aged 9", "at the age of 56", "Papermaster, 49, had".
fn alone(doc: &Document, number: &Number) -> Option<Amount> {
    let start = number.tokens.start;
    let fits = (0.0..=OLDEST).contains(&number.value)
        && number.form == Form::Cardinal
        && number.value.fract() == 0.0;
    let aged = start.checked_sub(1).is_some_and(|b| age_word(doc, b))
        || start.checked_sub(2).is_some_and(|b| doc.of(start - 1) == "of" && age_word(doc, b));
    let name = number.plain && number.value >= 1.0 && in_apposition(doc, number);
    let over = phrase(doc, &APPROXIMATORS_AFTER, number.tokens.end)
        .is_some_and(|(_, end)| matches!(doc.of(end - 1), "older" | "younger"));
    (fits && (aged || name || over)).then(|| year(number, number.tokens.clone()))
}

/// The upper end of "aged 25 to 54", "between the ages of 25 and 54": the token after it, and its value.
pub fn upper(doc: &Document, lower: &Amount, number: &Number) -> Option<(usize, f64)> {
    let at = lower.tokens.end;
    let joined = number.tokens.start == at + 1 && matches!(doc.of(at), "and" | "to" | "-" | "–");
    let fits = lower.value.is_some_and(|low| number.value > low) && number.value <= OLDEST;
    let plain = lower.rule == "age/alone" && number.form == Form::Cardinal;
    (joined && fits && plain).then_some((number.tokens.end, number.value))
}

fn age_word(doc: &Document, at: usize) -> bool {
    AGES.get(doc.word(at)).is_some_and(|e| e.get("class") == "aged")
}

/// A capitalised word, a comma, the number, a comma or the end of a bracket.
fn in_apposition(doc: &Document, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let Some(name) = start.checked_sub(2) else {
        return false;
    };
    let comma = doc.of(start - 1) == "," && matches!(doc.of(end), "," | ")" | ";");
    let bracket = doc.of(start - 1) == "(" && doc.of(end) == ")" && number.value >= 16.0;
    let person = doc.is_capital(name) && doc.tokens.get(name).is_some_and(|t| t.kind == TokenKind::Word);
    let listed = doc.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    let month = crate::lexicon::ABBREVIATIONS.has(doc.word(name)) && doc.of(name).len() < 5;
    person && (comma || bracket) && !listed && !month && number.value > 4.0
}
