//! Numbers in digits: separators of all sorts, decimals, fractions, powers, signs.

use super::atom::{Class, atom};
use super::times;
use crate::text::{Document, TokenKind};

/// A number in digits: its value and the token after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Digits {
    /// What it comes to.
    pub value: f64,
    /// The token after it.
    pub end: usize,
    /// Whether it is a fraction without a whole part.
    pub fraction: bool,
}

/// Reads the number in digits at a token.
pub fn read(doc: &Document, at: usize) -> Option<Digits> {
    let base = mantissa(doc, at)?;
    let base = with_fraction(doc, at, base);
    Some(with_power(doc, base))
}

/// Whether the token is a minus sign or the word for one.
pub fn is_minus(token: &str) -> bool {
    matches!(token, "-" | "−" | "–" | "minus" | "Minus" | "negative" | "Negative")
}

/// Where the number that starts at `at` starts with its sign: "-5", "minus five", but not "20-30" or "F-16".
pub fn with_sign(doc: &Document, at: usize, floor: usize) -> usize {
    let Some(before) = at.checked_sub(1).filter(|b| *b >= floor) else {
        return at;
    };
    let sign = doc.of(before);
    let word = sign.len() > 3 && is_minus(sign);
    let after_number = before.checked_sub(1).is_some_and(|b| is_digits(doc, b));
    let attached = !spaced(doc, at)
        && !after_number
        && (is_minus(sign) || sign == "+")
        && (spaced(doc, before) || before.checked_sub(1).is_none_or(|b| is_sign_left(doc.of(b))));
    if word || attached { before } else { at }
}

/// What a sign may follow without a gap.
fn is_sign_left(token: &str) -> bool {
    crate::text::opens(token) || matches!(token, "$" | "€" | "£" | "/" | "=" | "~" | "<" | ">")
}

fn spaced(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.spaced)
}

fn is_digits(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number)
        && doc.of(at).starts_with(|c: char| c.is_ascii_digit())
}

/// Digits, with groups set apart by spaces, or a decimal comma.
fn mantissa(doc: &Document, at: usize) -> Option<Digits> {
    let text = doc.of(at);
    if text == "." {
        let decimals = at + 1;
        let bare = spaced(doc, at) && is_digits(doc, decimals) && !spaced(doc, decimals);
        let value = Plain::read(doc.of(decimals)).filter(|p| bare && p.decimals == 0)?;
        return Some(Digits {
            value: value.mantissa / power(doc.of(decimals).len()),
            end: at + 2,
            fraction: false,
        });
    }
    if let Some(vulgar) = atom(doc, at).filter(|a| a.class == Class::Vulgar) {
        return Some(Digits { value: vulgar.value, end: at + 1, fraction: true });
    }
    if !is_digits(doc, at) {
        return None;
    }
    let plain = Plain::read(text)?;
    let simple = Digits { value: plain.value(), end: at + 1, fraction: false };
    Some(spaced_groups(doc, at, plain).or_else(|| decimal_comma(doc, at, plain)).unwrap_or(simple))
}

/// `20 000`, `1 234 567.89`: groups of three with one space between.
fn spaced_groups(doc: &Document, at: usize, first: Plain) -> Option<Digits> {
    let length = doc.of(at).len();
    if length > 3 || first.decimals > 0 || first.mantissa < 1.0 {
        return None;
    }
    let (mut end, mut value) = (at + 1, first.mantissa);
    while let (Some(last), Some(next)) = (doc.tokens.get(end - 1), doc.tokens.get(end)) {
        let gap = doc.text.get(last.end as usize..next.start as usize).unwrap_or("");
        let group = doc.of(end);
        let whole = group.split('.').next().unwrap_or("");
        let one_space = gap.chars().count() == 1 && gap != "\n";
        // "50 787s" are two numbers.
        let hung = doc.of(end + 1) == "s" && !spaced(doc, end + 1);
        if hung
            || value > 1e15
            || !(is_digits(doc, end) && one_space && whole.len() == 3 && !group.contains(','))
        {
            break;
        }
        let Some(plain) = Plain::read(group) else {
            break;
        };
        value = value * 1000.0 + plain.value();
        end += 1;
        if plain.decimals > 0 {
            break;
        }
    }
    (end > at + 1).then_some(Digits { value, end, fraction: false })
}

/// `5,00`, `1,3`, `1.111,11`: one comma with other than three digits behind it; `22,24,26` is a list.
fn decimal_comma(doc: &Document, at: usize, first: Plain) -> Option<Digits> {
    let (comma, decimals) = (at + 1, at + 2);
    let attached = |i| !spaced(doc, i);
    let listed = |i: usize| doc.of(i) == "," && attached(i) && is_digits(doc, i + 1) && attached(i + 1);
    let before = at.checked_sub(1).is_some_and(|b| doc.of(b) == "," && attached(at));
    if !listed(comma) || before || listed(at + 3) {
        return None;
    }
    let rest = Plain::read(doc.of(decimals)).filter(|p| p.decimals == 0 && !p.grouped)?;
    let whole = if first.decimals == 3 { first.mantissa } else { first.value() };
    let fits = (first.decimals == 0 || first.decimals == 3) && !first.grouped;
    let value = whole + rest.mantissa / power(doc.of(decimals).len());
    fits.then_some(Digits { value, end: decimals + 1, fraction: false })
}

/// `4/5`, `2 1/4`, `2½`.
fn with_fraction(doc: &Document, at: usize, base: Digits) -> Digits {
    if base.fraction {
        return base;
    }
    if let Some(vulgar) = atom(doc, base.end).filter(|a| a.class == Class::Vulgar) {
        return Digits { value: base.value + vulgar.value, end: base.end + 1, fraction: false };
    }
    let slash_before = at.checked_sub(1).is_some_and(|b| doc.of(b) == "/" && !spaced(doc, at));
    if let Some(value) = ratio(doc, at).filter(|_| !slash_before && base.end == at + 1) {
        return Digits { value, end: at + 3, fraction: true };
    }
    match ratio(doc, base.end).filter(|_| spaced(doc, base.end)) {
        Some(value) if base.value.fract() == 0.0 => {
            Digits { value: base.value + value, end: base.end + 3, fraction: false }
        }
        _ => base,
    }
}

/// A proper fraction `3/4` of small whole numbers that is no part of a date or a path.
fn ratio(doc: &Document, at: usize) -> Option<f64> {
    let attached = |i| !spaced(doc, i);
    let shaped = is_digits(doc, at) && doc.of(at + 1) == "/" && is_digits(doc, at + 2);
    if !shaped || !attached(at + 1) || !attached(at + 2) || (doc.of(at + 3) == "/" && attached(at + 3)) {
        return None;
    }
    let (upper, lower) = (doc.of(at), doc.of(at + 2));
    let leading = upper.starts_with('0') || lower.starts_with('0');
    let numerator = Plain::read(upper).filter(|p| p.decimals == 0)?.mantissa;
    let denominator = Plain::read(lower).filter(|p| p.decimals == 0)?.mantissa;
    (!leading && numerator < denominator).then(|| numerator / denominator)
}

/// `1e10`, `12.32e+14`, `6.23x10^-4`, `2.48×10−5`, `1.1^23`.
fn with_power(doc: &Document, base: Digits) -> Digits {
    let attached = |i| !spaced(doc, i);
    let next = doc.of(base.end);
    if base.fraction || !attached(base.end) {
        return base;
    }
    let whole = |text: &str| text.parse::<u16>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
    if let Some(exponent) = next.strip_prefix(['e', 'E']) {
        // "7e7" is a name, "1e10" and "1.3e6" are not.
        let plain = exponent.len() > 1 || base.value.fract() != 0.0;
        if let Some(exponent) = whole(exponent).filter(|_| plain) {
            return Digits {
                value: base.value * 10_f64.powi(i32::from(exponent)),
                end: base.end + 1,
                ..base
            };
        }
        return match signed(doc, base.end + 1).filter(|_| exponent.is_empty()) {
            Some((exponent, end)) => Digits { value: base.value * 10_f64.powi(exponent), end, ..base },
            None => base,
        };
    }
    let (radix, at) = match next {
        "^" => (None, base.end),
        "×" => (whole(doc.of(base.end + 1)), base.end + 2),
        _ => (next.strip_prefix('x').and_then(whole), base.end + 1),
    };
    let caret = doc.of(at) == "^";
    let exponent = signed(doc, if caret { at + 1 } else { at });
    match (radix, exponent) {
        (None, Some((exponent, end))) if next == "^" => {
            Digits { value: base.value.powi(exponent), end, ..base }
        }
        (Some(radix), Some((exponent, end))) => {
            let power = f64::from(radix).powi(exponent.abs());
            let value = if exponent < 0 { base.value / power } else { times(base.value, power) };
            Digits { value, end, ..base }
        }
        _ => base,
    }
}

/// An exponent with or without its sign, without a gap.
fn signed(doc: &Document, at: usize) -> Option<(i32, usize)> {
    let sign = doc.of(at);
    let has_sign = sign == "+" || matches!(sign, "-" | "−");
    let digits = if has_sign { at + 1 } else { at };
    let text = doc.of(digits);
    let exponent: u16 = text.parse().ok().filter(|_| is_digits(doc, digits) && !spaced(doc, digits))?;
    let exponent = i32::from(exponent);
    Some((if has_sign && sign != "+" { -exponent } else { exponent }, digits + 1))
}

/// One token of digits.
#[derive(Clone, Copy)]
struct Plain {
    /// All digits, separators left out.
    mantissa: f64,
    /// How many of them stand behind the decimal point.
    decimals: usize,
    /// Whether commas group them.
    grouped: bool,
}

impl Plain {
    /// Reads `1,000.5`, `12,34,567`, `1.500.000`; several points that do not group (an address, a version) are no number.
    fn read(text: &str) -> Option<Plain> {
        if text.bytes().all(|b| b.is_ascii_digit()) {
            return Some(Plain { mantissa: digits(text), decimals: 0, grouped: false });
        }
        let points = text.bytes().filter(|b| *b == b'.').count();
        let grouped = text.contains(',');
        let tail = text.rsplit('.').next().map_or(0, str::len);
        if let Some((groups, last)) = text.rsplit_once(',') {
            // "1.111,11" is written the European way; "22,24,26" is a list.
            if groups.contains('.') && !groups.contains(',') && !last.contains('.') {
                return Some(Plain { mantissa: digits(text), decimals: last.len(), grouped });
            }
            if last.split('.').next().map_or(0, str::len) != 3 {
                return None;
            }
        }
        if points > 1 {
            let mut groups = text.split('.');
            let first = groups.next().map_or(0, str::len);
            if grouped || first > 3 || text.starts_with('0') || groups.any(|g| g.len() != 3) {
                return None;
            }
        }
        Some(Plain { mantissa: digits(text), decimals: if points == 1 { tail } else { 0 }, grouped })
    }

    fn value(self) -> f64 {
        self.mantissa / power(self.decimals)
    }
}

fn digits(text: &str) -> f64 {
    text.bytes().filter(u8::is_ascii_digit).fold(0.0, |n, digit| n * 10.0 + f64::from(digit - b'0'))
}

fn power(exponent: usize) -> f64 {
    10_f64.powi(i32::try_from(exponent).unwrap_or(i32::MAX))
}
