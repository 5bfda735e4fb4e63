//! Amounts of money: by sign, code or name, before or behind the number.

use super::FigureType;
use super::amount::{Amount, attached, phrase, phrase_before, skip_hyphen};
use super::number::{Atom, Class, Form, Number, atom, times};
use crate::decimal;
use crate::lexicon::{CURRENCY_NAMES, CURRENCY_SIGNS, Entry, MONEY_NOUNS, Word};
use crate::text::{Class as GrammarClass, Document, TokenKind};

/// What a bare "pound" must come to, to be taken for money rather than weight.
const POUNDS: f64 = 100_000.0;
/// What a name that is also a common word must come to.
const LARGE: f64 = 1_000.0;

/// Reads the money that the first of these numbers belongs to.
pub fn read(doc: &Document, numbers: &[Number], floor: usize) -> Option<Amount> {
    let number = numbers.first()?;
    before(doc, number, floor).or_else(|| name_after(doc, numbers)).or_else(|| sign_after(doc, numbers))
}

fn amount(number: &Number, tokens: std::ops::Range<usize>, code: &'static str, rule: &'static str) -> Amount {
    Amount { tokens, kind: FigureType::Money, currency: Some(code), rule, ..Amount::bare(number) }
}

/// "€31 million", "US$1.2bn", "Rs 500 crore", "USD 200", "-$5".
fn before(doc: &Document, number: &Number, floor: usize) -> Option<Amount> {
    let first = phrase_before(doc, &CURRENCY_SIGNS, number.tokens.start, floor)?;
    let shorter = || phrase_before(doc, &CURRENCY_SIGNS, number.tokens.start, first.1 + 1);
    let (entry, start) = if is_sign(doc, first) { first } else { shorter().filter(|s| is_sign(doc, *s))? };
    let rule = if entry.get("class") == "sign" { "money/symbol-first" } else { "money/code-first" };
    let (factor, end) = letter(doc, number).unwrap_or((1.0, number.tokens.end));
    let minus = start.checked_sub(1).filter(|m| {
        *m >= floor && matches!(doc.of(*m), "-" | "−" | "–") && attached(doc, start) && !attached(doc, *m)
    });
    let sign = if minus.is_some() { -1.0 } else { 1.0 };
    let tokens = minus.unwrap_or(start)..end;
    let factor = factor * factor_of(entry);
    Some(Amount {
        value: value(number).map(|v| times(v * sign, factor)),
        magnitude: number.magnitude.max(factor),
        ..amount(number, tokens, entry.get("code"), rule)
    })
}

/// "31 million euros", "3 dollars 50 cents", "99 cents", "50p", "billions of dollars".
fn name_after(doc: &Document, numbers: &[Number]) -> Option<Amount> {
    let number = numbers.first()?;
    let (magnitude, end) = letter(doc, number).unwrap_or((1.0, number.tokens.end));
    let of = number.form == Form::Indefinite || number.form == Form::Fraction;
    let mut at = skip_hyphen(doc, end);
    if of && doc.of(at) == "of" {
        at += 1;
    }
    if number.form == Form::Fraction && matches!(doc.of(at), "a" | "an") {
        at += 1;
    }
    let (entry, end) = phrase(doc, &CURRENCY_NAMES, at)?;
    let total = number.value * magnitude;
    let fits = match entry.get("class") {
        "large" => total.abs() >= LARGE,
        "weight" => (total.abs() >= POUNDS || number.form == Form::Indefinite) && !is_of_goods(doc, end),
        "short" => attached(doc, at) && number.tokens.end == at && doc.of(at).starts_with(char::is_lowercase),
        _ => true,
    };
    let digits = doc.tokens.get(at - 1).is_some_and(|t| t.kind == TokenKind::Number);
    if !fits || (entry.get("class") == "short" && !digits) {
        return None;
    }
    let whole = Amount {
        value: value(number).map(|v| times(times(v, magnitude), factor_of(entry))),
        magnitude: number.magnitude.max(magnitude),
        ..amount(number, number.tokens.start..end, entry.get("code"), "money/name-after")
    };
    let with_cents = (entry.get("class") == "name").then(|| small_change(doc, &whole, numbers)).flatten();
    Some(with_cents.unwrap_or(whole))
}

/// "of lobster" after pounds, but not "of public money", "of her savings".
fn is_of_goods(doc: &Document, at: usize) -> bool {
    /// How far behind "of" the noun may stand.
    const REACH: usize = 5;
    let first = at + 1;
    let owned = doc.class(first).is(GrammarClass::DETERMINER | GrammarClass::POSSESSIVE);
    let named = doc.is_capital(first) || doc.tokens.get(first).is_none_or(|t| t.kind == TokenKind::Number);
    let mut words = (first..first + REACH).take_while(|at| doc.class(*at).is_nominal() && !is_mark(doc, *at));
    doc.of(at) == "of" && !owned && !named && !words.any(|at| MONEY_NOUNS.has(doc.word(at)))
}

/// "… 50 cents", "… and forty-five cents", or the bare hundredths at the end of a clause: "15 dollars 50".
fn small_change(doc: &Document, whole: &Amount, numbers: &[Number]) -> Option<Amount> {
    let next = numbers.get(1)?;
    let from = whole.tokens.end + usize::from(doc.of(whole.tokens.end) == "and");
    let small =
        next.form == Form::Cardinal && (0.0..100.0).contains(&next.value) && next.tokens.start == from;
    if !small {
        return None;
    }
    let minor = phrase(doc, &CURRENCY_NAMES, next.tokens.end).filter(|(e, _)| e.get("class") == "minor");
    let (cents, end) = match minor {
        Some((entry, end)) => (times(next.value, factor_of(entry)), end),
        None if attached(doc, next.tokens.end) && !is_mark(doc, next.tokens.end) => return None,
        None if doc.class(next.tokens.end).is_nominal() && !is_mark(doc, next.tokens.end) => return None,
        None => (next.value / 100.0, next.tokens.end),
    };
    let value = whole.value.map(|v| v + cents);
    Some(Amount {
        tokens: whole.tokens.start..end,
        value,
        numbers: 2,
        rule: "money/with-cents",
        ..whole.clone()
    })
}

fn is_mark(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Mark)
}

/// "15 €", "40 rmb", "115USD", "75 USD million".
fn sign_after(doc: &Document, numbers: &[Number]) -> Option<Amount> {
    let number = numbers.first()?;
    let (magnitude, at) = letter(doc, number).unwrap_or((1.0, number.tokens.end));
    let (entry, end) = phrase(doc, &CURRENCY_SIGNS, at)?;
    let number_follows = doc.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number);
    let sign = entry.get("class") == "sign";
    if !fits(doc, entry, at)
        || matches!(entry.get("class"), "prefix" | "glued" | "letter")
        || (sign && number_follows && !attached(doc, at))
    {
        return None;
    }
    let behind = atom(doc, end).filter(|a| !sign && a.class == Class::Magnitude);
    let (factor, end) = behind.map_or((magnitude, end), |a| (a.value, end + 1));
    let whole = Amount {
        value: value(number).map(|v| times(times(v, factor), factor_of(entry))),
        magnitude: number.magnitude.max(factor),
        ..amount(number, number.tokens.start..end, entry.get("code"), "money/code-after")
    };
    let with_cents = (!sign && factor <= 1.0).then(|| small_change(doc, &whole, numbers)).flatten();
    Some(with_cents.unwrap_or(whole))
}

/// Whether a sign or code that begins at the token stands before its amount. "a $5" and "s $5" are not of other dollars.
fn is_sign(doc: &Document, (entry, start): (Entry, usize)) -> bool {
    let letter = doc.of(start).len() == 1 && doc.of(start).starts_with(|c: char| c.is_alphabetic());
    let hung = !letter || attached(doc, start + 1) || doc.of(start).eq_ignore_ascii_case("c");
    hung && fits(doc, entry, start) && !matches!(entry.get("class"), "minor" | "prefix" | "glued" | "letter")
}

/// Whether the code is written as a code: many are words in lower case.
fn fits(doc: &Document, entry: Entry, at: usize) -> bool {
    match entry.get("class") {
        "upper" | "prefix" => doc.of(at).chars().all(|c| !c.is_lowercase()),
        _ => true,
    }
}

fn factor_of(entry: Entry) -> f64 {
    decimal::read(entry.get("factor")).unwrap_or(1.0)
}

fn value(number: &Number) -> Option<f64> {
    (number.form != Form::Indefinite).then_some(number.value)
}

/// The magnitude of a letter right behind digits, "m" in "31m", and the token after it.
pub fn letter(doc: &Document, number: &Number) -> Option<(f64, usize)> {
    let at = number.tokens.end;
    let digits = doc.tokens.get(at.checked_sub(1)?).is_some_and(|t| t.kind == TokenKind::Number);
    let spaced_capital = !attached(doc, at) && doc.is_capital(at) && doc.of(at).len() == 1;
    let letter = atom(doc, at).filter(|a| a.class == Class::Letter)?;
    let last = doc.tokens.get(at + 1).is_none_or(|t| t.kind == TokenKind::Mark && !t.spaced);
    let stands = attached(doc, at) || (spaced_capital && last);
    // "5G" is a network.
    let stands = stands && (doc.of(at) != "G" || number.value >= 10.0) && doc.of(at) != "g";
    (digits && stands && number.magnitude <= 1.0).then_some((letter.value, at + 1))
}

/// "R50 million", "SFr71.20", "AUD50m": code and digits in one token. The amount, where the token begins with a code.
pub fn glued(doc: &Document, at: usize) -> Option<Amount> {
    doc.tokens.get(at).filter(|t| t.kind == TokenKind::Word)?;
    let word = doc.of(at);
    let digits = word.bytes().take(5).position(|b| b.is_ascii_digit()).filter(|d| *d > 0)?;
    let (code, rest) = word.split_at_checked(digits)?;
    let entry = CURRENCY_SIGNS.get(Word::of(code)).filter(|entry| is_glued_code(*entry, code))?;
    let (digits, suffix) =
        rest.split_at(rest.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(rest.len()));
    let whole = decimal::read(digits)?;
    let (value, mut end) = if suffix.is_empty() { decimals(doc, whole, at + 1) } else { (whole, at + 1) };
    let magnitude = if suffix.is_empty() {
        let behind = atom(doc, end).filter(|a| {
            a.class == Class::Magnitude
                || (matches!(a.class, Class::Suffix | Class::Letter) && attached(doc, end))
        });
        end += usize::from(behind.is_some());
        behind
    } else {
        Some(Atom::of(Word::of(suffix)).filter(|a| matches!(a.class, Class::Suffix | Class::Letter))?)
    };
    let large = match entry.get("class") {
        // "R50", "kr50": roads and the like have small numbers.
        "prefix" => value >= 100.0 || magnitude.is_some() || value.fract() != 0.0,
        // "N500m", "Y20 million": a letter alone is no code.
        "letter" => magnitude.is_some(),
        _ => true,
    };
    let factor = magnitude.map_or(1.0, |a| a.value);
    large.then(|| Amount {
        tokens: at..end,
        value: Some(times(value, factor)),
        kind: FigureType::Money,
        rule: "money/glued",
        unit: None,
        currency: Some(entry.get("code")),
        magnitude: factor,
        numbers: 0,
    })
}

/// Whether the letters before the digits are a code: those that are words too, in capitals alone.
fn is_glued_code(entry: Entry, code: &str) -> bool {
    match entry.get("class") {
        "upper" | "prefix" | "letter" => !code.contains(char::is_lowercase),
        "code" => code.starts_with(char::is_uppercase),
        "glued" => true,
        _ => false,
    }
}

/// The groups and decimals that the tokenizer, which ends a word at a comma or point, has put behind the first digits.
fn decimals(doc: &Document, whole: f64, at: usize) -> (f64, usize) {
    let (mut value, mut end) = (whole, at);
    while doc.of(end) == "," && doc.of(end + 1).len() == 3 && attached(doc, end) && attached(doc, end + 1) {
        let Ok(group) = doc.of(end + 1).parse::<u16>() else {
            break;
        };
        value = value * 1000.0 + f64::from(group);
        end += 2;
        if value > 1e15 {
            break;
        }
    }
    let decimals = doc.of(end + 1);
    if doc.of(end) == "."
        && attached(doc, end)
        && attached(doc, end + 1)
        && decimals.len() <= 9
        && let Ok(part) = decimals.parse::<u32>()
    {
        value += f64::from(part) / 10_f64.powi(i32::try_from(decimals.len()).unwrap_or(0));
        end += 2;
    }
    (value, end)
}
