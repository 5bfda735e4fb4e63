//! The grammar of numerals: groups below a thousand, magnitudes, fractions; digits may stand for any group.

use super::atom::{Atom, Class, Shape, atom};
use super::digits;
use super::{Form, times};
use crate::lexicon::CHANGE_WORDS;
use crate::text::{Document, TokenKind};

/// Beyond this no further magnitude is taken, so that a run of them, however long, is cut into numbers.
const LARGEST: f64 = 1e30;

/// A numeral, or a part of one.
#[derive(Clone, Copy, Debug)]
pub struct Numeral {
    /// What it comes to.
    pub value: f64,
    /// The token after it.
    pub end: usize,
    /// What sort it is.
    pub form: Form,
    /// What its last magnitudes come to; 1 without any.
    pub magnitude: f64,
    /// What was added last, and whether after "and": "one hundred (and) thirty".
    tail: f64,
    after_and: bool,
    digits: bool,
}

impl Numeral {
    fn word(value: f64, end: usize) -> Numeral {
        let form = Form::Cardinal;
        Numeral { value, end, form, magnitude: 1.0, tail: value, after_and: false, digits: false }
    }

    fn times(self, factor: f64, end: usize) -> Numeral {
        Numeral { value: times(self.value, factor), magnitude: self.magnitude * factor, end, ..self }
    }

    fn fraction(value: f64, end: usize) -> Numeral {
        Numeral { form: Form::Fraction, ..Numeral::word(value, end) }
    }
}

/// The longest numeral that begins with this token.
pub fn numeral(doc: &Document, at: usize) -> Option<Numeral> {
    let first = atom(doc, at);
    if first.is_some_and(|a| a.class == Class::Score && a.shape == Shape::Cardinal) {
        return score(doc, at);
    }
    if let Some(part) = first.filter(|a| matches!(a.shape, Shape::Part)) {
        return part_alone(doc, at, part);
    }
    if let Some(one) = first.filter(|a| a.shape == Shape::Ordinal && after_article(doc, at)) {
        return Some(article_ordinal(doc, at, one));
    }
    let base = whole(doc, at)?;
    if base.form != Form::Cardinal {
        return Some(base);
    }
    let fraction = denominated(doc, base).map(|f| of_magnitude(doc, f));
    Some(fraction.or_else(|| mixed(doc, base)).or_else(|| point(doc, base)).unwrap_or(base))
}

/// "a score of": twenty; any other score is one of a game.
fn score(doc: &Document, at: usize) -> Option<Numeral> {
    let counts = after_article(doc, at) && is(doc, at + 1, "of");
    counts.then(|| Numeral::word(20.0, at + 2))
}

/// "half", "half a million", "a quarter", "quarter of a million": a quarter needs an article or a magnitude.
fn part_alone(doc: &Document, at: usize, part: Atom) -> Option<Numeral> {
    let fraction = Numeral::fraction(1.0 / part.value, at + 1);
    let whole = of_magnitude(doc, fraction);
    let counts = part.class == Class::Half || whole.end > fraction.end || after_article(doc, at);
    counts.then_some(whole)
}

/// "a third": an order before a noun ("a third man"), a fraction before anything else ("a third of", "cut by a third").
fn article_ordinal(doc: &Document, at: usize, first: Atom) -> Numeral {
    let ordinal =
        small(doc, at, true).unwrap_or(Numeral { form: Form::Ordinal, ..Numeral::word(first.value, at + 1) });
    let end = ordinal.end;
    let compares = CHANGE_WORDS.get(doc.word(end)).is_some_and(|e| e.get("class") == "after");
    let noun = doc.class(end).is_nominal() && doc.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word);
    let order = ordinal.value < 3.0 || doc.of(end) == "-" || (noun && !compares);
    if order {
        return Numeral { form: Form::Ordinal, ..ordinal };
    }
    of_magnitude(doc, Numeral::fraction(1.0 / ordinal.value, end))
}

/// A fraction times a magnitude: "half a million", "three quarters million", "two thirds of a million".
fn of_magnitude(doc: &Document, fraction: Numeral) -> Numeral {
    let mut at = skip_hyphen(doc, fraction.end);
    if is(doc, at, "of") {
        at += 1;
    }
    if is(doc, at, "a") {
        at += 1;
    }
    let factor = atom(doc, at).filter(|a| {
        a.shape == Shape::Cardinal && matches!(a.class, Class::Magnitude | Class::Dozen | Class::Hundred)
    });
    match factor {
        Some(factor) => {
            let whole = Numeral { form: Form::Cardinal, ..fraction.times(factor.value, at + 1) };
            with_magnitudes(doc, whole)
        }
        None => fraction,
    }
}

/// Groups with falling magnitudes: "two million three hundred thousand and twelve".
fn whole(doc: &Document, at: usize) -> Option<Numeral> {
    let mut sum = group(doc, at)?;
    while sum.form == Form::Cardinal && sum.magnitude > 1.0 {
        // "three million, two hundred and forty"
        let comma = !sum.digits && sum.magnitude >= 1000.0 && is(doc, sum.end, ",");
        let from = if comma { sum.end + 1 } else { skip_and(doc, sum.end) };
        let Some(next) = part_of_magnitude(doc, from).or_else(|| group(doc, from)) else {
            break;
        };
        if comma && (next.digits || next.magnitude < 100.0) {
            break;
        }
        let fraction_fits = mixed(doc, sum).is_some_and(|m| m.end > next.end);
        if fraction_fits || !joins(sum, next, from > sum.end) {
            break;
        }
        sum = Numeral {
            value: sum.value + next.value,
            tail: next.value,
            after_and: from > sum.end,
            digits: sum.digits,
            ..next
        };
    }
    Some(sum)
}

/// Whether the second group goes on the first: it must be smaller than the last magnitude, and not a number of its own.
fn joins(sum: Numeral, next: Numeral, and: bool) -> bool {
    let digits_fit = !next.digits || (sum.digits && (next.magnitude > 1.0 || (and && next.value < 100.0)));
    let close = and || next.magnitude > 1.0 || sum.magnitude <= 1000.0;
    let whole = matches!(next.form, Form::Cardinal | Form::Ordinal);
    whole && digits_fit && close && next.value > 0.0 && next.value < sum.magnitude
}

/// "half million", "a quarter million", "three quarters million", after "and".
fn part_of_magnitude(doc: &Document, at: usize) -> Option<Numeral> {
    let fraction = fraction(doc, at)?;
    let whole = of_magnitude(doc, fraction);
    (whole.end > fraction.end).then_some(whole)
}

/// One group with its magnitudes.
fn group(doc: &Document, at: usize) -> Option<Numeral> {
    let first = atom(doc, at);
    let start = match first {
        Some(Atom { shape: Shape::Plural, value, .. }) => return Some(indefinite(doc, at, value)),
        Some(Atom { class: Class::Unit | Class::Teen | Class::Ten, .. }) => small(doc, at, false)?,
        Some(Atom { class: Class::Hundred | Class::Magnitude | Class::Dozen, .. }) => Numeral::word(1.0, at),
        _ => {
            let digits = digits::read(doc, at)?;
            let form = if digits.fraction { Form::Fraction } else { Form::Cardinal };
            let base = Numeral { form, digits: true, ..Numeral::word(digits.value, digits.end) };
            ordinal_digits(doc, base).unwrap_or(base)
        }
    };
    if start.form == Form::Ordinal {
        return Some(start);
    }
    let hundreds = with_hundred(doc, start);
    let hundreds = if hundreds.form == Form::Cardinal { mixed_magnitude(doc, hundreds) } else { hundreds };
    let whole = with_magnitudes(doc, hundreds);
    // Digits before a fraction sign and a magnitude, "½ million", come to a whole number.
    let grown = whole.magnitude > 1.0 && whole.form == Form::Fraction;
    let whole = if grown { Numeral { form: Form::Cardinal, ..whole } } else { whole };
    (whole.end > at).then_some(whole)
}

/// "21st": the ending without a gap.
fn ordinal_digits(doc: &Document, base: Numeral) -> Option<Numeral> {
    let attached = doc.tokens.get(base.end).is_some_and(|t| !t.spaced);
    let ending = doc.of(base.end);
    let is_ending = ["st", "nd", "rd", "th"].iter().any(|e| ending.eq_ignore_ascii_case(e));
    (attached && is_ending && base.value.fract() == 0.0).then_some(Numeral {
        form: Form::Ordinal,
        end: base.end + 1,
        ..base
    })
}

/// Below a hundred, in words: "forty-two", "twelfth". Denominators ("fifths") only where the caller wants one.
fn small(doc: &Document, at: usize, denominator: bool) -> Option<Numeral> {
    let form = |shape: Shape| match shape {
        Shape::Cardinal => Some(Form::Cardinal),
        Shape::Ordinal => Some(Form::Ordinal),
        Shape::Parts if denominator => Some(Form::Ordinal),
        _ => None,
    };
    let first = atom(doc, at)?;
    if !matches!(first.class, Class::Unit | Class::Teen | Class::Ten) {
        return None;
    }
    let base = Numeral { form: form(first.shape)?, ..Numeral::word(first.value, at + 1) };
    if first.class != Class::Ten || first.shape != Shape::Cardinal {
        return Some(base);
    }
    let next = skip_hyphen(doc, at + 1);
    match atom(doc, next).filter(|u| u.class == Class::Unit && u.value > 0.0) {
        Some(unit) if form(unit.shape).is_some() => Some(Numeral {
            value: base.value + unit.value,
            tail: base.value + unit.value,
            end: next + 1,
            form: form(unit.shape)?,
            ..base
        }),
        _ => Some(base),
    }
}

/// "three hundred (and) twenty-one", "3 hundred and 21", "two hundredth".
fn with_hundred(doc: &Document, start: Numeral) -> Numeral {
    let at = skip_hyphen(doc, start.end);
    let hundred = match atom(doc, at) {
        Some(hundred) if hundred.class == Class::Hundred && hundred.value > 10.0 => hundred,
        _ => return start,
    };
    let base = Numeral { magnitude: 100.0, ..start.times(100.0, at + 1) };
    match hundred.shape {
        Shape::Ordinal => return Numeral { form: Form::Ordinal, ..base },
        Shape::Parts => return start,
        _ => {}
    }
    let from = skip_and(doc, base.end);
    let and = from > base.end;
    let Some(rest) =
        small(doc, from, false).or_else(|| two_digits(doc, from).filter(|_| start.digits && and))
    else {
        return base;
    };
    let own = atom(doc, rest.end).is_some_and(|a| a.class == Class::Hundred);
    if own || rest.value == 0.0 {
        return base;
    }
    Numeral {
        value: base.value + rest.value,
        tail: rest.value,
        after_and: and,
        end: rest.end,
        form: rest.form,
        ..base
    }
}

fn two_digits(doc: &Document, at: usize) -> Option<Numeral> {
    let digits =
        digits::read(doc, at).filter(|d| d.value < 100.0 && d.value.fract() == 0.0 && d.end == at + 1)?;
    Some(Numeral { digits: true, ..Numeral::word(digits.value, digits.end) })
}

/// "two and a half million": the fraction counts only where a magnitude follows.
fn mixed_magnitude(doc: &Document, base: Numeral) -> Numeral {
    match mixed(doc, base) {
        Some(mixed) if with_magnitudes(doc, mixed).end > mixed.end => mixed,
        _ => base,
    }
}

/// "million", "lakh crore", "bn", "dozen" behind a number; "thousandth" makes an ordinal of it.
fn with_magnitudes(doc: &Document, base: Numeral) -> Numeral {
    let mut sum = base;
    loop {
        let at = skip_hyphen(doc, sum.end);
        let Some(next) = atom(doc, at) else {
            return sum;
        };
        let suffix =
            next.class == Class::Suffix && sum.digits && sum.magnitude <= 1.0 && suffix_fits(doc, at);
        let counts = matches!(next.class, Class::Magnitude | Class::Dozen) || suffix;
        match next.shape {
            _ if sum.value > LARGEST => return sum,
            Shape::Cardinal | Shape::Plural if counts => sum = sum.times(next.value, at + 1),
            Shape::Ordinal if counts => {
                return Numeral { form: Form::Ordinal, ..sum.times(next.value, at + 1) };
            }
            _ => return sum,
        }
    }
}

/// A short suffix stands without a gap, or is longer than a letter.
fn suffix_fits(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| !t.spaced) || doc.of(at).len() > 1 || doc.of(at) == "k"
}

/// "thousands", "tens of thousands", "hundreds of millions".
fn indefinite(doc: &Document, at: usize, value: f64) -> Numeral {
    let mut sum = Numeral { form: Form::Indefinite, ..Numeral::word(value, at + 1) };
    while is(doc, sum.end, "of") {
        match atom(doc, sum.end + 1) {
            Some(Atom { shape: Shape::Plural, value, .. }) if sum.value < LARGEST => {
                sum = sum.times(value, sum.end + 2)
            }
            _ => break,
        }
    }
    sum
}

/// "two thirds", "one hundred thirty-fifths", "one-eighth": a number with its denominator right behind it.
fn denominated(doc: &Document, base: Numeral) -> Option<Numeral> {
    let at = skip_hyphen(doc, base.end);
    let one = (base.value - 1.0).abs() < f64::EPSILON;
    let (below, end) = denominator(doc, at, one)?;
    let single = atom(doc, at).is_some_and(|a| a.shape != Shape::Cardinal);
    // "two quarters", "eleven quarters" are periods.
    let quarters = matches!(doc.of(at).bytes().next(), Some(b'q' | b'Q'));
    let periods = quarters && (base.tail % 2.0 == 0.0 || base.tail > below);
    if (base.digits && base.value.fract() != 0.0) || periods {
        return None;
    }
    // "one hundred thirty fifths" are hundred thirty-fifths; "one hundred and thirty fifths" are not.
    if single
        && !base.after_and
        && base.tail < base.value
        && base.tail >= 20.0
        && below < 10.0
        && base.tail % 10.0 == 0.0
    {
        return Some(Numeral::fraction((base.value - base.tail) / (base.tail + below), end));
    }
    if base.after_and && base.tail < below {
        return Some(Numeral { value: base.value - base.tail + base.tail / below, end, ..base });
    }
    Some(Numeral::fraction(base.value / below, end))
}

/// A denominator and the token after it: "thirds"; after one also "third", "half", "quarter". Halves and quarters only in
/// odd numbers: two of them are periods.
fn denominator(doc: &Document, at: usize, one: bool) -> Option<(f64, usize)> {
    let first = atom(doc, at)?;
    match first.shape {
        Shape::Part => one.then_some((first.value, at + 1)),
        Shape::Parts if one => None,
        Shape::Parts => Some((first.value, at + 1)),
        Shape::Plural => None,
        Shape::Cardinal | Shape::Ordinal => {
            let ordinal =
                small(doc, at, true).map(|n| with_hundred(doc, n)).filter(|n| n.form == Form::Ordinal)?;
            let parts = atom(doc, ordinal.end.checked_sub(1)?)?.shape == Shape::Parts;
            ((one || parts) && ordinal.value > 2.0).then_some((ordinal.value, ordinal.end))
        }
    }
}

/// A fraction in words: "a half", "one fourth", "two thirds".
fn fraction(doc: &Document, at: usize) -> Option<Numeral> {
    let article = is(doc, at, "a") || is(doc, at, "an");
    let half = atom(doc, at).is_some_and(|a| a.class == Class::Half);
    let numerator = if article || half {
        Numeral::word(1.0, if half { at } else { at + 1 })
    } else {
        small(doc, at, false).filter(|n| n.form == Form::Cardinal)?
    };
    let from = skip_hyphen(doc, numerator.end);
    let one = (numerator.value - 1.0).abs() < f64::EPSILON;
    let (below, end) = denominator(doc, from, one)?;
    Some(Numeral::fraction(numerator.value / below, end))
}

/// "two and a half", "one million and a half": a proper fraction after "and", of the last magnitude where there is one.
fn mixed(doc: &Document, base: Numeral) -> Option<Numeral> {
    let from = skip_and(doc, base.end);
    if from == base.end {
        return None;
    }
    let part = fraction(doc, from).filter(|f| f.value < 1.0)?;
    let unit = if base.magnitude >= 1000.0 { base.magnitude } else { 1.0 };
    Some(Numeral { value: base.value + part.value * unit, end: part.end, ..base })
}

/// "two hundred point zero three", "nine point nought four", "five point seventy-one".
fn point(doc: &Document, base: Numeral) -> Option<Numeral> {
    if !is(doc, base.end, "point") || base.digits {
        return None;
    }
    let mut end = base.end + 1;
    let first = small(doc, end, false).filter(|n| n.form == Form::Cardinal)?;
    let mut scale = if first.value < 10.0 { 0.1 } else { 0.01 };
    let mut value = base.value + first.value * scale;
    end = first.end;
    while let Some(digit) = atom(doc, end).filter(|a| a.class == Class::Unit && a.shape == Shape::Cardinal) {
        scale /= 10.0;
        value += digit.value * scale;
        end += 1;
    }
    Some(Numeral { value, end, ..base })
}

fn is(doc: &Document, at: usize, word: &str) -> bool {
    doc.of(at).eq_ignore_ascii_case(word)
}

fn after_article(doc: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| is(doc, before, "a") || is(doc, before, "an"))
}

/// Past "and", "&" or "-and-".
fn skip_and(doc: &Document, at: usize) -> usize {
    let from = skip_hyphen(doc, at);
    if is(doc, from, "and") || is(doc, from, "&") { skip_hyphen(doc, from + 1) } else { at }
}

fn skip_hyphen(doc: &Document, at: usize) -> usize {
    if matches!(doc.of(at), "-" | "‑") { at + 1 } else { at }
}
