//! Two amounts that make one figure: ranges, scores, ratios.

use super::amount::{Amount, attached};
use super::number::{Form, times};
use super::{FigureType, name};
use crate::lexicon::{CHANGE_VERBS, MEASURE_VERBS, SCORES};
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// Two amounts as one.
pub struct Pair {
    /// The amount they make; its value is set where there is one ("one in five").
    pub amount: Amount,
    /// Both ends, the lower first.
    pub ends: Option<(f64, f64)>,
}

/// How two amounts are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Dash,
    To,
    Or,
    And,
    In,
    Over,
    Colon,
}

/// The token at which the second amount would begin, if a joining word or mark follows the first.
pub fn joint(doc: &Document, first: &Amount) -> Option<usize> {
    joined(doc, first).map(|(_, at)| at)
}

fn joined(doc: &Document, first: &Amount) -> Option<(Join, usize)> {
    let at = first.tokens.end;
    let dashed = matches!(doc.of(at), "-" | "–" | "—" | "~" | "−");
    // "8- to 16-meter", "13- and 14-year-olds"
    let (at, hung) = if dashed && !attached(doc, at + 1) { (at + 1, true) } else { (at, false) };
    let word = doc.of(at);
    let join = match word {
        "-" | "–" | "—" | "−" | "~" if attached(doc, at) == attached(doc, at + 1) => Join::Dash,
        ":" if attached(doc, at) && attached(doc, at + 1) && name::is_ratio(doc, first.tokens.start) => {
            Join::Colon
        }
        "to" | "through" => Join::To,
        "or" => Join::Or,
        "and" if hung || is_between(doc, first) => Join::And,
        "in" if doc.of(at + 1) == "every" => return Some((Join::In, at + 2)),
        "in" => Join::In,
        "out" if doc.of(at + 1) == "of" => {
            return Some((Join::In, at + 2 + usize::from(doc.of(at + 2) == "every")));
        }
        "of" if doc.of(at + 1) == "every" => return Some((Join::In, at + 2)),
        "over" => Join::Over,
        _ => return None,
    };
    // "two-to-one"
    if join == Join::Dash && doc.of(at + 1) == "to" && matches!(doc.of(at + 2), "-" | "–") {
        return Some((Join::To, at + 3));
    }
    Some((join, at + 1))
}

/// Whether "between" stands before the amount, an approximator allowed.
fn is_between(doc: &Document, first: &Amount) -> bool {
    let start = first.tokens.start;
    (1..=2).any(|back| start.checked_sub(back).is_some_and(|b| doc.of(b).eq_ignore_ascii_case("between")))
}

/// Both amounts as one figure, where they belong together.
pub fn pair(doc: &Document, first: &Amount, second: &Amount) -> Option<Pair> {
    let (join, _) = joined(doc, first)?;
    let whole = first.tokens.start..second.tokens.end;
    if !doc.in_one_sentence(&whole) {
        return None;
    }
    match join {
        Join::In => ratio_in(doc, first, second, whole),
        Join::Over => ratio_over(doc, first, second, whole),
        Join::Colon => {
            let (upper, lower) = bare_cardinals(first, second).filter(|(_, lower)| *lower > 0.0)?;
            Some(ratio(first, whole, upper / lower, "ratio/colon"))
        }
        _ => odds(doc, join, first, second, &whole)
            .or_else(|| score(doc, join, first, second, &whole))
            .or_else(|| range(doc, join, first, second, whole)),
    }
}

fn bare_cardinals(first: &Amount, second: &Amount) -> Option<(f64, f64)> {
    let cardinal = |a: &Amount| a.is_bare() && a.kind == FigureType::Number && a.rule != "number/fraction";
    (cardinal(first) && cardinal(second)).then_some(())?;
    first.value.zip(second.value)
}

/// "one in five", "three out of five", "one in every ten".
fn ratio_in(doc: &Document, first: &Amount, second: &Amount, tokens: Range<usize>) -> Option<Pair> {
    let (part, whole) = bare_cardinals(first, second)?;
    let bare_in = doc.of(first.tokens.end) == "in" && doc.of(first.tokens.end + 1) != "every";
    let round = whole % 5.0 == 0.0 || whole < 5.0 || (part - 1.0).abs() < f64::EPSILON;
    let year = second.tokens.len() == 1 && (1000.0..=2100.0).contains(&whole);
    let fits =
        part > 0.0 && part < whole && part.fract() == 0.0 && (!bare_in || (round && !year && part <= 20.0));
    fits.then(|| ratio(first, tokens, part / whole, "ratio/in"))
}

/// "one over three", as mathematics says it.
fn ratio_over(doc: &Document, first: &Amount, second: &Amount, tokens: Range<usize>) -> Option<Pair> {
    let (upper, lower) = bare_cardinals(first, second)?;
    let ends = doc.tokens.get(tokens.end).is_none_or(|t| t.kind == TokenKind::Mark);
    (ends && lower != 0.0).then(|| ratio(first, tokens, upper / lower, "ratio/over"))
}

/// "two to one", "10-to-1": a falling pair of whole numbers, but not "from 4 to 3".
fn odds(doc: &Document, join: Join, first: &Amount, second: &Amount, tokens: &Range<usize>) -> Option<Pair> {
    let (upper, lower) = bare_cardinals(first, second)?;
    let whole = upper.fract() == 0.0 && lower.fract() == 0.0;
    let falls = join == Join::To && upper > lower && lower > 0.0 && upper <= 1000.0 && lower <= 10.0;
    (falls && whole && !is_behind(doc, first.tokens.start, "from"))
        .then(|| ratio(first, tokens.clone(), upper / lower, "ratio/odds"))
}

fn ratio(first: &Amount, tokens: Range<usize>, value: f64, rule: &'static str) -> Pair {
    let amount = Amount { tokens, value: Some(value), kind: FigureType::Ratio, rule, ..first.clone() };
    Pair { amount, ends: None }
}

/// "3-1", "52–48": whole numbers with a dash that fall, or rise where the sentence speaks of a game or a vote.
fn score(doc: &Document, join: Join, first: &Amount, second: &Amount, tokens: &Range<usize>) -> Option<Pair> {
    let (ours, theirs) = bare_cardinals(first, second)?;
    let whole = ours.fract() == 0.0 && theirs.fract() == 0.0 && ours >= 0.0 && theirs >= 0.0;
    let near = tokens.start.saturating_sub(8)..tokens.end + 4;
    let game = || doc.words(near.clone()).any(|w| SCORES.get(w).is_some_and(|e| e.get("class").is_empty()));
    let counted = || super::counted::is_plural(doc, tokens.end);
    // "787-9" is a model.
    let model = ours.max(theirs) >= 100.0 && ours.min(theirs) < 10.0;
    // "a vote of 308-to-106"
    let tied = join == Join::To && doc.of(second.tokens.start - 1) == "-" && doc.of(first.tokens.end) == "-";
    let fits = (join == Join::Dash || tied) && whole && ours.max(theirs) < 1000.0 && !model;
    let falls = ours > theirs || (ours - theirs).abs() < f64::EPSILON;
    let scored = fits && ((falls && attached(doc, first.tokens.end)) || (game() && !counted()));
    scored.then(|| Pair {
        amount: Amount {
            tokens: tokens.clone(),
            value: None,
            kind: FigureType::Score,
            rule: "score/dash",
            ..first.clone()
        },
        ends: Some((ours.min(theirs), ours.max(theirs))),
    })
}

/// "15-20%", "$10 million to $15 million", "two or three", "between 44 and 50 mg".
fn range(doc: &Document, join: Join, first: &Amount, second: &Amount, tokens: Range<usize>) -> Option<Pair> {
    let magnitude =
        if first.magnitude < 1000.0 && second.magnitude >= 1000.0 { second.magnitude } else { 1.0 };
    let (low, high) = first.value.zip(second.value)?;
    let shared = if magnitude > 1.0 && low * magnitude <= high { magnitude } else { 1.0 };
    let low = times(low, shared);
    let same = first.currency == second.currency && first.unit == second.unit;
    let left = first.is_bare() && first.kind == FigureType::Number;
    let right = second.is_bare() && second.kind == FigureType::Number && first.currency.is_some();
    let ordinal = first.kind == FigureType::Ordinal || second.kind == FigureType::Ordinal;
    if !(same || left || right) || ordinal || (low >= high && !same) || is_change(doc, join, first, second) {
        return None;
    }
    let far = join == Join::Or && high > 5.0 * low;
    let falls = low > high || far;
    if falls && (first.is_bare() || join == Join::Or) || (low - high).abs() < f64::EPSILON {
        return None;
    }
    let model = if first.is_bare() { second } else { first };
    let bare = first.is_bare() && second.is_bare();
    let amount = Amount {
        tokens,
        value: None,
        rule: if bare { "range/numbers" } else { model.rule },
        kind: if bare { FigureType::Range } else { model.kind },
        ..model.clone()
    };
    Some(Pair { amount, ends: Some((low.min(high), low.max(high))) })
}

/// "rose 15,000 to 444,000", "fell from 7% to 5%": two figures, from one to the other.
fn is_change(doc: &Document, join: Join, first: &Amount, second: &Amount) -> bool {
    if join != Join::To {
        return false;
    }
    let start = first.tokens.start;
    let changes = |at: usize| {
        CHANGE_VERBS.has(doc.word(at))
            || crate::lexicon::CHANGE_WORDS.get(doc.word(at)).is_some_and(|e| e.get("class") != "after")
    };
    let reach = if first.is_bare() { 8 } else { 60 };
    let sentence = doc.sentence_of(start).and_then(|s| doc.sentences.get(s));
    let floor = sentence.map_or(start, |s| s.tokens.start).max(start.saturating_sub(reach));
    let near = (floor..start).any(changes);
    let from = is_behind(doc, start, "from");
    let own = first.is_bare() == second.is_bare();
    let far = first.value.zip(second.value).is_some_and(|(a, b)| b > 5.0 * a || b < a);
    // "went from $5 to $7", but not "ranged from $5 to $7"
    let ranges =
        (floor..start).any(|at| MEASURE_VERBS.get(doc.word(at)).is_some_and(|e| e.lemma() == "range"));
    if from && !first.is_bare() && !ranges {
        return true;
    }
    // "fell by two-thirds to 1.1m tonnes"
    let by = far && is_behind(doc, start, "by");
    near && (from || by || (own && (!first.is_bare() || far)))
}

/// Whether the word stands right before the amount that begins here, or a word or two before it.
fn is_behind(doc: &Document, start: usize, word: &str) -> bool {
    (1..=3).any(|back| start.checked_sub(back).is_some_and(|at| doc.of(at).eq_ignore_ascii_case(word)))
}

/// Whether the number may stand in a pair at all.
pub fn pairs(form: Form) -> bool {
    matches!(form, Form::Cardinal | Form::Fraction)
}
