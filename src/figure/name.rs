//! Numbers that are no figures: in names, references, addresses, telephone numbers, idioms.

use super::amount::{attached, phrase, phrase_before};
use super::number::{Class as NumberClass, Form, Number, atom};
use crate::lexicon::{ADDRESSES, NUMBER_IDIOMS, NUMBERED, SCORES, UNIT_NAMES};
use crate::text::token::is_apostrophe;
use crate::text::{Class, Document, TokenKind};

/// Whether the number names something, or is part of a fixed expression, whatever stands behind it.
pub fn is_name(doc: &Document, numbers: &[Number], index: usize) -> bool {
    let Some(number) = numbers.get(index) else {
        return false;
    };
    is_idiom(doc, number)
        || is_hyphenated(doc, numbers, index)
        || is_in_path(doc, number)
        || is_enumerated(doc, numbers, index)
        || is_place(doc, number)
        || is_numbered(doc, numbers, index)
        || is_address(doc, number)
        || is_telephone(doc, numbers, index)
}

/// Whether a number that no unit or noun explains names something: "Euro 2024", "Orwell's 1984", "5G".
pub fn is_bare_name(doc: &Document, number: &Number) -> bool {
    let Some(before) = number.tokens.start.checked_sub(1) else {
        return glued_letters(doc, number);
    };
    let sentence_start =
        doc.sentence_of(before).and_then(|s| doc.sentences.get(s)).is_some_and(|s| s.tokens.start == before);
    let word = doc.tokens.get(before).is_some_and(|t| t.kind == TokenKind::Word);
    let function = crate::lexicon::GRAMMAR.has(doc.word(before));
    let capital = word && doc.is_capital(before) && !sentence_start && !function;
    let owned = doc.class(before).is(Class::CLITIC) && number.value >= 100.0;
    // "Ford Five Hundred"
    // "a 737 replacement": hundreds of what is counted would stand in the plural.
    let noun = doc.tokens.get(number.tokens.end).is_some_and(|t| t.kind == TokenKind::Word && t.spaced);
    let model = noun && number.value >= 100.0 && doc.class(number.tokens.end).is_nominal();
    let title = capital && doc.is_capital(number.tokens.start) && number.form == Form::Cardinal;
    (number.plain && (capital || owned || model)) || title || is_year(number) || glued_letters(doc, number)
}

/// A number that is a year when nothing explains it: the reader of times takes those that are.
pub fn is_year(number: &Number) -> bool {
    number.plain && (1500.0..2100.0).contains(&number.value)
}

/// "one" as a pronoun or determiner: it counts only with a unit, in a ratio, in a range.
pub fn is_pronoun(doc: &Document, number: &Number) -> bool {
    number.tokens.len() == 1 && doc.of(number.tokens.start).eq_ignore_ascii_case("one")
}

/// "first" as an adverb: "when it first emerged", "First, …".
pub fn is_adverb(doc: &Document, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let determined = start.checked_sub(1).is_some_and(|b| {
        doc.class(b).is(Class::DETERMINER | Class::POSSESSIVE | Class::CLITIC) || doc.of(b) == "-"
    });
    let verb = doc.class(end).is(Class::VERB | Class::PAST | Class::PARTICIPLE | Class::FINITE);
    number.value < 4.0 && !determined && (verb || doc.of(end) == ",") && doc.of(start).len() > 3
}

/// "3D", "5G", "747s": letters right behind the digits that no rule took.
fn glued_letters(doc: &Document, number: &Number) -> bool {
    let end = number.tokens.end;
    let word = doc.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word && !t.spaced);
    word && !doc.class(end).is(Class::CLITIC) && number.form == Form::Cardinal
}

/// A phrase of the list covers the number.
fn is_idiom(doc: &Document, number: &Number) -> bool {
    let start = number.tokens.start;
    (0..4).any(|back| {
        start.checked_sub(back).is_some_and(|from| {
            phrase(doc, &NUMBER_IDIOMS, from).is_some_and(|(entry, end)| {
                let written = entry.get("case") != "capital" || doc.is_capital(end - 1);
                end >= number.tokens.end && written
            })
        })
    })
}

/// "F-16", "COVID-19", "under-21", "787-9": hung on a word or on a name by a hyphen.
fn is_hyphenated(doc: &Document, numbers: &[Number], index: usize) -> bool {
    let Some(number) = numbers.get(index) else {
        return false;
    };
    let start = number.tokens.start;
    let signed = matches!(doc.of(start), "-" | "–" | "−");
    let (hyphen, before) = if signed {
        (start, start.checked_sub(1))
    } else {
        match start.checked_sub(1) {
            Some(hyphen) => (hyphen, hyphen.checked_sub(1)),
            None => return false,
        }
    };
    let Some(before) = before else {
        return false;
    };
    let joined =
        matches!(doc.of(hyphen), "-" | "‑" | "–") && attached(doc, hyphen) && attached(doc, hyphen + 1);
    let to = doc.of(before).eq_ignore_ascii_case("to") || doc.of(before).eq_ignore_ascii_case("and");
    let numeral = index.checked_sub(1).and_then(|i| numbers.get(i)).is_some_and(|n| n.tokens.end > before);
    let unit = doc.of(before) == "%" || atom(doc, before).is_some();
    let word = doc.tokens.get(before).is_some_and(|t| t.kind == TokenKind::Word);
    joined && word && !to && !numeral && !unit
}

/// Part of an address on the web, a tag, an assignment, a verse.
fn is_in_path(doc: &Document, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let year = start.checked_sub(1).is_some_and(|b| doc.of(b).starts_with(is_apostrophe))
        && attached(doc, start)
        && number.plain
        && doc.of(start).len() == 2;
    let marked = start.checked_sub(1).is_some_and(|b| {
        let joined = attached(doc, start) && attached(doc, b);
        (joined && matches!(doc.of(b), "=" | "%" | "?" | "&" | "_" | "\\" | "@" | ":")) || doc.of(b) == "#"
    });
    let verse = doc.of(end) == ":"
        && attached(doc, end)
        && attached(doc, end + 1)
        && doc.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    let verse = verse && !is_ratio(doc, start);
    let sentence = doc.sentence_of(start).and_then(|s| doc.sentences.get(s));
    let listed = sentence.is_some_and(|s| s.tokens.start == start && s.tokens.len() != 1)
        && number.plain
        && number.value < 100.0
        && matches!(doc.of(end), "." | ")")
        && attached(doc, end);
    let zeros = number.plain && number.value == 0.0 && doc.of(start).len() > 1;
    year || marked || verse || listed || zeros || is_in_code(doc, start)
}

/// Whether a word near says that "3:1" is a ratio.
pub fn is_ratio(doc: &Document, start: usize) -> bool {
    let near = start.saturating_sub(6)..start + 5;
    doc.words(near).any(|w| SCORES.get(w).is_some_and(|e| e.get("class") == "ratio"))
}

/// "Ninety Mile Beach", "CA 90210".
fn is_place(doc: &Document, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let named = doc.is_capital(start) && doc.is_capital(end) && UNIT_NAMES.has(doc.word(end));
    let state = start
        .checked_sub(1)
        .is_some_and(|b| doc.of(b).len() == 2 && doc.of(b).bytes().all(|c| c.is_ascii_uppercase()));
    named || (state && number.plain && doc.of(start).len() == 5)
}

/// "1. Finland 2. Norway 3. Australia": one of a row of numbers with full stops.
fn is_enumerated(doc: &Document, numbers: &[Number], index: usize) -> bool {
    let stopped = |number: &&Number| {
        let at = number.tokens.end;
        number.plain && number.value < 100.0 && doc.of(at) == "." && attached(doc, at)
    };
    let at = |index: Option<usize>| index.and_then(|i| numbers.get(i)).filter(stopped);
    let Some(number) = at(Some(index)) else {
        return false;
    };
    let next_to = |other: Option<&Number>, step: f64| {
        other.is_some_and(|o| (o.value - number.value - step).abs() < f64::EPSILON)
    };
    next_to(at(index.checked_sub(1)), -1.0) || next_to(at(index.checked_add(1)), 1.0)
}

/// Part of a code of letters and digits: "J1149.5+6663".
fn is_in_code(doc: &Document, start: usize) -> bool {
    /// Codes have no more pieces before any of theirs.
    const PIECES: usize = 4;
    let mixed = |at: usize| {
        let word = doc.of(at);
        doc.is_capital(at) && word.len() > 2 && word.ends_with(|c: char| c.is_ascii_digit())
    };
    (1..=PIECES)
        .take_while(|back| attached(doc, start + 1 - back))
        .any(|back| start.checked_sub(back).is_some_and(mixed))
}

/// "Article 5", "Boeing 737", "Nos 3 and 4", "version two".
fn is_numbered(doc: &Document, numbers: &[Number], index: usize) -> bool {
    let Some(number) = numbers.get(index) else {
        return false;
    };
    if !matches!(number.form, Form::Cardinal) {
        return false;
    }
    let start = number.tokens.start;
    if let Some((entry, from)) = phrase_before(doc, &NUMBERED, start, 0) {
        let digits = doc.tokens.get(start).is_some_and(|t| t.kind == TokenKind::Number);
        let small = number.magnitude <= 1.0;
        let fits = match entry.get("case") {
            "capital" => doc.is_capital(from),
            "no" => digits && number.plain && (doc.is_capital(from) || doc.of(start - 1) == "."),
            _ => small,
        };
        return fits && small;
    }
    // "Articles 5 and 6", "Flights 11, 12"
    let Some(last) = index.checked_sub(1).and_then(|i| numbers.get(i)) else {
        return false;
    };
    let gap = start.saturating_sub(last.tokens.end);
    let listed = gap == 1 && matches!(doc.of(start - 1), "and" | "or" | "," | "-" | "–" | "to" | "&");
    listed && number.plain && last.plain && start > 2 && {
        let head = phrase_before(doc, &NUMBERED, last.tokens.start, 0);
        head.is_some_and(|(e, from)| e.form() == 's' && (e.get("case") != "capital" || doc.is_capital(from)))
    }
}

/// "10 Downing Street", "1600 Pennsylvania Avenue": capitals up to a word for a street.
pub fn is_address(doc: &Document, number: &Number) -> bool {
    let end = number.tokens.end;
    number.plain
        && (end..end + 4)
            .take_while(|at| doc.is_capital(*at))
            .any(|at| at > end && ADDRESSES.has(doc.word(at)))
}

/// "020 7946 0958", "978-3-16-148410-0", "+1-222-2222": chains of digits, or digits that begin with 0.
fn is_telephone(doc: &Document, numbers: &[Number], index: usize) -> bool {
    let Some(number) = numbers.get(index) else {
        return false;
    };
    let digits = doc.of(number.tokens.start);
    let led = digits.len() > 2 && digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    let chained = |a: &Number, b: &Number| {
        let gap = b.tokens.start.saturating_sub(a.tokens.end);
        let dash =
            gap == 1 && matches!(doc.of(a.tokens.end), "-" | "/" | "–") && attached(doc, b.tokens.start);
        let both =
            a.form == Form::Cardinal && b.form == Form::Cardinal && is_digits(doc, a) && is_digits(doc, b);
        both && (dash
            || (gap == 0 && (doc.of(b.tokens.start).len() >= 4 || doc.of(b.tokens.start).starts_with('-'))))
    };
    let at = |i: Option<usize>| i.and_then(|i| numbers.get(i));
    let (before, after) = (at(index.checked_sub(1)), at(index.checked_add(1)));
    // "555-0199"
    let local = |a: Option<&Number>, b: Option<&Number>| {
        a.zip(b).is_some_and(|(a, b)| {
            let lengths = doc.of(a.tokens.start).len() == 3 && doc.of(b.tokens.end - 1).len() == 4;
            lengths && a.plain && chained(a, b)
        })
    };
    if local(before, Some(number)) || local(Some(number), after) {
        return true;
    }
    let left = before.is_some_and(|b| chained(b, number));
    let right = after.is_some_and(|a| chained(number, a));
    let far_left = left && at(index.checked_sub(2)).zip(before).is_some_and(|(a, b)| chained(a, b));
    let far_right = right && after.zip(at(index.checked_add(2))).is_some_and(|(a, b)| chained(a, b));
    led || (left && right) || far_left || far_right
}

fn is_digits(doc: &Document, number: &Number) -> bool {
    doc.tokens.get(number.tokens.end.saturating_sub(1)).is_some_and(|t| t.kind == TokenKind::Number)
        && number.magnitude <= 1.0
        && atom(doc, number.tokens.end).is_none_or(|a| a.class != NumberClass::Magnitude)
}
