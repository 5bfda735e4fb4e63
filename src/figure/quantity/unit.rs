//! The grammar of units: names with their prefixes, signs as they are written, powers, and what they are told per.
//!
//! Prefixes, powers and bases combine as the SI brochure lets them, so that the lists hold each only once.

use super::super::amount::{attached, phrase, skip_hyphen};
use crate::lexicon::{Entry, PER_UNITS, UNIT_NAMES, UNIT_PREFIXES, UNIT_SIGNS, Word};
use crate::text::{Class, Document, TokenKind};
use std::borrow::Cow;

/// A unit: its singular English name and the token after it.
pub struct Unit {
    /// "square kilometre", "litre per second"
    pub name: Cow<'static, str>,
    /// The token after it.
    pub end: usize,
    /// What its list says of it.
    pub entry: Entry,
}

impl Unit {
    /// The class that its list gives it.
    pub fn class(&self) -> &'static str {
        self.entry.get("class")
    }

    fn raised(self, power: &str) -> Unit {
        if power.is_empty() { self } else { Unit { name: format!("{power} {}", self.name).into(), ..self } }
    }
}

/// A unit in words: "metres", "megawatt hours", "square miles", "degrees Celsius".
pub fn named(doc: &Document, at: usize) -> Option<Unit> {
    let (power, from) = power_before(doc, at);
    let plain = phrase(doc, &UNIT_NAMES, from).filter(|(entry, _)| entry.get("class") != "prefixed");
    let unit = match plain {
        Some((entry, end)) => Unit { name: entry.get("name").into(), end, entry },
        None => prefixed(doc, from)?,
    };
    if unit.class() == "degree" {
        return Some(of_scale(doc, unit));
    }
    let (after, end) = if power.is_empty() { power_behind(doc, unit.end) } else { (power, unit.end) };
    Some(Unit { end, ..unit.raised(after) })
}

/// A unit by its sign: "km", "m²", "sq ft", "GW", "°C". Whether it can be one here is for the caller to say.
pub fn signed(doc: &Document, at: usize) -> Option<Unit> {
    let (power, from) = power_before(doc, at);
    let unit = match phrase(doc, &UNIT_SIGNS, from) {
        Some((entry, end)) => Unit { name: spelled(doc, from, entry)?.into(), end, entry },
        None => return squared(doc, from),
    };
    if unit.class() == "degree" {
        return Some(of_scale(doc, unit));
    }
    if !has_powers(unit.entry) {
        return power.is_empty().then_some(unit);
    }
    let (after, end) = if power.is_empty() { power_behind(doc, unit.end) } else { (power, unit.end) };
    Some(Unit { end, ..unit.raised(after) })
}

/// What something is told per: "per day", "a day", "/day", "-an-hour", "per cubic metre".
pub fn per(doc: &Document, at: usize) -> Option<Unit> {
    let at = skip_hyphen(doc, at);
    let word = doc.of(at);
    let slash = word == "/" && attached(doc, at);
    let strict = word == "per" || slash;
    if !strict && !matches!(word, "a" | "an" | "each" | "every") {
        return None;
    }
    let from = skip_hyphen(doc, at + 1);
    let listed =
        phrase(doc, &PER_UNITS, from).map(|(entry, end)| Unit { name: entry.get("name").into(), end, entry });
    let measure = || named(doc, from).or_else(|| signed(doc, from).filter(|u| u.class() != "percent"));
    let unit = match (listed, if strict { measure() } else { None }) {
        (Some(listed), Some(measure)) if measure.end > listed.end => measure,
        (Some(listed), _) => listed,
        (None, measure) => measure?,
    };
    // "a year earlier", "a week after" are times.
    let time = !strict && doc.class(unit.end).is(Class::ADVERB | Class::SUBORDINATOR);
    (!time && doc.in_one_sentence(&(at.saturating_sub(1)..unit.end))).then_some(unit)
}

/// The unit with what it is told per: "kilometre per hour".
pub fn with_per(doc: &Document, mut unit: Unit) -> Unit {
    // Two steps cover every unit in use: "joule per square metre per year".
    for _ in 0..2 {
        let Some(per) = per(doc, unit.end) else {
            break;
        };
        unit = Unit { name: format!("{} per {}", unit.name, per.name).into(), end: per.end, ..unit };
    }
    if let Some(end) = inverted(doc, unit.end) {
        return Unit { name: format!("inverse {}", unit.name).into(), end, ..unit };
    }
    unit
}

/// "s-1", "fb−1": the token after the exponent.
fn inverted(doc: &Document, at: usize) -> Option<usize> {
    let sign = matches!(doc.of(at), "-" | "−") && attached(doc, at);
    let one = doc.of(at + 1) == "1" && attached(doc, at + 1) && !attached(doc, at + 2);
    let ends = doc.tokens.get(at + 2).is_none_or(|t| t.spaced || t.kind == TokenKind::Mark);
    (sign && (one || (doc.of(at + 1) == "1" && ends))).then_some(at + 2)
}

/// A name with a prefix: "gigawatts", "kilowatt-hours".
fn prefixed(doc: &Document, at: usize) -> Option<Unit> {
    /// The lengths of all prefixes, "exa" to "quetta".
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=6;
    let word = doc.of(at);
    LENGTHS.filter_map(|length| word.split_at_checked(length)).find_map(|(prefix, base)| {
        let prefix = UNIT_PREFIXES.get(Word::of(prefix)).filter(|_| !base.is_empty())?;
        let words = std::iter::once(Word::of(base)).chain(doc.words(at + 1..at + 4));
        let (entry, length) = UNIT_NAMES.longest(words)?;
        let takes = matches!(entry.get("class"), "si" | "prefixed");
        let name = format!("{}{}", prefix.get("name"), entry.get("name")).into();
        takes.then_some(Unit { name, end: at + length, entry })
    })
}

/// "km2", "m²": sign and power in one token.
fn squared(doc: &Document, at: usize) -> Option<Unit> {
    let word = doc.of(at);
    let (base, power) = if let Some(base) = word.strip_suffix(['2', '²']) {
        (base, "square")
    } else {
        (word.strip_suffix(['3', '³'])?, "cubic")
    };
    let entry = UNIT_SIGNS.get(Word::of(base)).filter(|entry| has_powers(*entry))?;
    Some(Unit { name: entry.get("name").into(), end: at + 1, entry }.raised(power))
}

/// Whether a sign is one of length.
fn has_powers(entry: Entry) -> bool {
    matches!(entry.get("class"), "length" | "inch") || entry.get("name") == "metre"
}

/// "square", "cu." and the like, and the token after it.
fn power_before(doc: &Document, at: usize) -> (&'static str, usize) {
    let is = |word: &str| doc.of(at).eq_ignore_ascii_case(word);
    let power = if is("square") || is("sq") {
        "square"
    } else if is("cubic") || is("cu") {
        "cubic"
    } else {
        return ("", at);
    };
    let dot = doc.of(at + 1) == "." && attached(doc, at + 1);
    (power, at + 1 + usize::from(dot))
}

/// "squared", "^3" and the like behind a unit, and the token after it.
fn power_behind(doc: &Document, at: usize) -> (&'static str, usize) {
    match doc.of(at) {
        "squared" => ("square", at + 1),
        "cubed" => ("cubic", at + 1),
        "^" if attached(doc, at) && doc.of(at + 1) == "2" => ("square", at + 2),
        "^" if attached(doc, at) && doc.of(at + 1) == "3" => ("cubic", at + 2),
        _ => ("", at),
    }
}

/// Degrees with their scale: "degrees Celsius", "°F"; in "−40° on the Celsius scale" it lies beyond the figure.
fn of_scale(doc: &Document, degree: Unit) -> Unit {
    let scale = |at: usize| {
        let (entry, end) = phrase(doc, &UNIT_SIGNS, at)?;
        matches!(entry.get("class"), "temperature" | "celsius").then(|| (entry.get("name"), end))
    };
    if let Some((name, end)) = scale(degree.end) {
        return Unit { name: name.into(), end, ..degree };
    }
    let told = doc.of(degree.end) == "on" && doc.of(degree.end + 1) == "the";
    match scale(degree.end + 2).filter(|(_, end)| told && doc.of(*end) == "scale") {
        Some((name, _)) => Unit { name: name.into(), ..degree },
        None => degree,
    }
}

/// The name of the unit that the sign stands for as it is written here: "mW" or "MW".
fn spelled(doc: &Document, at: usize, entry: Entry) -> Option<&'static str> {
    let (exact, name) = (entry.get("exact"), entry.get("name"));
    match exact.split_once('=') {
        Some((written, other)) if doc.of(at) == written => Some(other),
        Some(_) => Some(name),
        None => (exact.is_empty() || doc.of(at) == exact).then_some(name),
    }
}
