//! Shares: percent, percentage points, basis points.

use super::FigureType;
use super::amount::{Amount, phrase, skip_hyphen};
use super::number::{Form, Number};
use crate::lexicon::UNIT_SIGNS;
use crate::text::Document;

/// "25%", "six per cent", "half a percent", "a quarter of a percentage point".
pub fn read(doc: &Document, number: &Number) -> Option<Amount> {
    let at = after(doc, number);
    let (entry, end) = phrase(doc, &UNIT_SIGNS, at).filter(|(e, _)| e.get("class") == "percent")?;
    let short = doc.of(at).len() == 2 && doc.of(at).starts_with(char::is_alphabetic);
    if short && (at != number.tokens.end || doc.is_capital(at)) {
        return None;
    }
    Some(Amount {
        tokens: number.tokens.start..end,
        kind: FigureType::Percent,
        rule: "percent/number",
        unit: Some(entry.get("name").to_owned()),
        ..Amount::bare(number)
    })
}

/// Where the unit of a number stands: behind a hyphen, and of a fraction behind "of a".
pub fn after(doc: &Document, number: &Number) -> usize {
    let mut at = skip_hyphen(doc, number.tokens.end);
    if number.form == Form::Fraction {
        at += usize::from(doc.of(at) == "of");
        at += usize::from(matches!(doc.of(at), "a" | "an"));
    }
    at
}
