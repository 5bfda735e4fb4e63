//! Years, decades, centuries, quarters, halves, numbered weeks.

use super::calendar;
use super::meaning::{Day, Year};
use super::reader::{Read, Reader};
use crate::figure::number::Form;
use crate::lexicon::{CALENDAR, CURRENCY_NAMES, UNIT_NAMES};

/// A year or a numbered part of one, a decade, a century, beginning at this token.
pub(super) fn read(r: &Reader, at: usize) -> Option<Read<Day>> {
    decade(r, at)
        .or_else(|| century(r, at))
        .or_else(|| portion(r, at))
        .or_else(|| fiscal(r, at))
        .or_else(|| week(r, at))
        .or_else(|| two_years(r, at))
        .or_else(|| year(r, at))
}

/// "490 BC", "AD 98"
pub(super) fn era_year(r: &Reader, at: usize) -> Option<Read<i32>> {
    if let Some(era) = calendar::era(r, at).filter(|before| !before.what) {
        let year = r.digits(era.end, 1..=4)?;
        return Some(Read::new(i32::from(year), era.end + 1));
    }
    let year = i32::from(r.digits(at, 1..=4)?);
    let era = calendar::era(r, at + 1)?;
    Some(era.map(|before| if before { -year } else { year }))
}

/// "'99": the nearest such year, up to 2039.
pub(super) fn short_year(r: &Reader, at: usize) -> Option<Read<i32>> {
    let apostrophe = r.is_apostrophe(at);
    let year = r.digits(at + 1, 2..=2).filter(|_| apostrophe && r.is_joined(at + 1))?;
    let closes = matches!(r.of(at + 2), "'" | "’") && r.is_joined(at + 2);
    // "iLife '11" is a name.
    let named = r.text_before(at).chars().any(char::is_uppercase)
        && !r.follows_preposition(at)
        && r.month(at - 1).is_none();
    (!closes && !named).then(|| Read::new(whole_year(i32::from(year)), at + 2))
}

/// The year that two digits stand for.
pub(super) fn whole_year(two: i32) -> i32 {
    if two < 40 { 2000 + two } else { 1900 + two }
}

/// A year by itself.
fn year(r: &Reader, at: usize) -> Option<Read<Day>> {
    let day = |year| Day::Parts { year: Year::Is(year), month: 0, day: 0 };
    if let Some(year) = era_year(r, at).or_else(|| short_year(r, at)) {
        return Some(year.map(day));
    }
    let named = r.skip(r.skip(at, "the"), "calendar");
    if r.is(named, "year") || r.is(named, "years") {
        return r.year_number(named + 1).map(|year| year.map(day));
    }
    if let Some(year) = range_end(r, at).or_else(|| spoken_year(r, at).filter(|_| r.follows_preposition(at)))
    {
        return Some(year.map(day));
    }
    let year = r.year_number(at)?;
    is_year(r, at, year.what).then(|| year.map(day))
}

/// "nineteen eighty-six", "twenty twelve": a century and a year in words.
pub(super) fn spoken_year(r: &Reader, at: usize) -> Option<Read<i32>> {
    let words = |at: usize| {
        r.number(at).filter(|n| n.form == Form::Cardinal && !r.is_number(at) && n.magnitude <= 1.0)
    };
    let century = words(at).filter(|n| (16.0..=20.0).contains(&n.value))?;
    let year = words(century.tokens.end).filter(|n| (10.0..100.0).contains(&n.value))?;
    let end = year.tokens.end;
    let free = !r.is_hyphen(end) && !r.is_plural(end) && r.unit(end).is_none();
    #[expect(clippy::cast_possible_truncation, reason = "whole and small, see the guards")]
    free.then(|| Read::new((century.value * 100.0 + year.value) as i32, end))
}

/// The "17" of "1915-17".
fn range_end(r: &Reader, at: usize) -> Option<Read<i32>> {
    let short = i32::from(r.digits(at, 1..=2)?);
    let first = at.checked_sub(2).filter(|b| *b >= r.start && r.is_dash(at - 1) && r.is_joined(at))?;
    let from = r.year_number(first).filter(|from| is_year(r, first, from.what))?.what;
    let factor = if r.of(at).len() == 1 { 10 } else { 100 };
    let year = from - from % factor + short;
    let ends = !r.is_joined(at + 1) || !(r.is_dash(at + 1) || r.is_number(at + 1));
    (year > from && ends).then(|| Read::new(year, at + 1))
}

/// Whether a number of four digits is meant as a year.
fn is_year(r: &Reader, at: usize, year: i32) -> bool {
    let plain = r.number(at).is_none_or(|n| n.plain && n.tokens.end == at + 1);
    if !plain || is_glued(r, at) || measures(r, at + 1) {
        return false;
    }
    let counted = r.is_plural(at + 1) || r.is(at + 1, "people");
    let round = year % 100 == 0;
    match r.preposition(at) {
        "strong" => true,
        "weak" => !counted || (!round && (1900..=2040).contains(&year)),
        _ if matches!(r.text_before(at), "(" | "[") => true,
        _ if at >= r.start + 2 && r.is_dash(at - 1) && r.year_number(at - 2).is_some() => true,
        _ => !round && (1700..=2050).contains(&year) && stands_as_year(r, at, counted),
    }
}

/// Whether a likely year without a preposition is not part of a name, a title or a count.
fn stands_as_year(r: &Reader, at: usize, counted: bool) -> bool {
    let before = r.text_before(at);
    if before.is_empty() {
        return !counted || r.of(at + 1).is_empty();
    }
    // "Orwell's 1984 sold": the year would be a title.
    let title = before.starts_with(['\'', '’']) && r.is_past(at + 1);
    // "Euro 2024", "Boeing 1907", "$ 1850", "No. 1812"; but "Theater 1861-1863".
    let range = r.is_dash(at + 1) && (r.year_number(at + 2).is_some() || r.digits(at + 2, 2..=2).is_some());
    let sign = matches!(before, "$" | "€" | "£" | "¥" | "#" | "+" | "=" | "@" | ".");
    let name = before.starts_with(char::is_uppercase) && !r.is_after(at, "the") && !range;
    let address = r.is_capital(at + 1) && r.is_capital(at + 2) && !r.is_after(at, "the");
    !title && !sign && !name && !address
}

/// Whether something is joined to the number that makes it part of a code.
fn is_glued(r: &Reader, at: usize) -> bool {
    let before = r.text_before(at);
    let word_hyphen = at >= r.start + 2
        && r.is_dash(at - 1)
        && (r.of(at - 2).starts_with(char::is_lowercase)
            || r.year_number(at - 2).is_some()
            || !r.is_joined(at - 1));
    let opened =
        matches!(before, "(" | "[" | "“" | "\"" | "‘" | "'" | "—" | "…") || word_hyphen || before.is_empty();
    let left = r.is_joined(at) && !opened;
    let next = r.of(at + 1);
    let clitic = next.starts_with(['\'', '’']);
    let word = next.starts_with(char::is_alphanumeric);
    let right = r.is_joined(at + 1)
        && (word && !clitic
            || matches!(next, "%" | "°" | "+")
            || matches!(next, ":" | "/") && r.is_number(at + 2));
    let in_code = at >= r.start + 2 && r.is_hyphen(at - 1) && is_code(r, at - 2);
    left || right || in_code || is_code(r, at)
}

/// "2010-2015-86", "2015-32": a number tied on that is no later year.
fn is_code(r: &Reader, at: usize) -> bool {
    let tied = r.is_hyphen(at + 1) && r.is_number(at + 2);
    let chain = r.is_hyphen(at + 3) && r.is_number(at + 4);
    let later = match (r.year_number(at), r.digits(at + 2, 1..=4)) {
        (Some(from), Some(to)) if r.of(at + 2).len() == 1 => from.what % 10 < i32::from(to),
        (Some(from), Some(to)) if to < 100 => from.what % 100 < i32::from(to),
        (Some(from), Some(to)) => from.what < i32::from(to),
        _ => false,
    };
    tied && (chain || !later)
}

/// Whether a unit or a magnitude follows, so that the number measures.
pub(super) fn measures(r: &Reader, at: usize) -> bool {
    matches!(r.of(at), "%" | "°" | "$" | "€" | "£")
        || r.is(at, "percent")
        || r.is(at, "per")
        || r.unit(at).is_some_and(|u| u.what.2)
        || r.longest(&CURRENCY_NAMES, at).is_some()
        || r.longest(&UNIT_NAMES, at).is_some_and(|u| u.what.form() == 's')
}

/// "the 1990s", "the '90s", "the 90s", "the nineties"
fn decade(r: &Reader, at: usize) -> Option<Read<Day>> {
    let the = r.skip(at, "the");
    let known = |first, century, end| Some(Read::new(Day::Decade { first, century }, end));
    if let Some(year) = r.year_number(the).filter(|y| y.what % 10 == 0) {
        let end = plural_end(r, year.end)?;
        return known(year.what, true, end);
    }
    let apostrophe = r.is_apostrophe(the) && r.is_joined(the + 1);
    let number = the + usize::from(apostrophe);
    // "in his 50s" is an age, "temperatures in 80s" a measure: an article or a modifier must say that it is a decade.
    let said = the > at
        || apostrophe
        || matches!(r.text_before(at), "-" | "and")
        || r.preposition(at) == "strong" && !r.is_after(at, "in");
    if let Some(two) = r.digits(number, 2..=2).filter(|y| y % 10 == 0 && said) {
        let end = plural_end(r, number + 1)?;
        return known(whole_year(i32::from(two)), false, end);
    }
    let name = CALENDAR.get(r.word(number)).filter(|e| e.get("class") == "decade" && said)?;
    known(whole_year(name.get("number").parse().ok()?), false, number + 1)
}

/// The "s" of "1990s" and "1990's".
fn plural_end(r: &Reader, at: usize) -> Option<usize> {
    let s = r.is(at, "s") || ((r.is(at, "'s") || r.is(at, "’s")) && !r.is_capital(at + 1));
    (s && r.is_joined(at)).then_some(at + 1)
}

/// "the 19th century", "19th-century"
fn century(r: &Reader, at: usize) -> Option<Read<Day>> {
    let ordinal = r.ordinal(r.skip(at, "the"))?;
    let name = ordinal.end + usize::from(r.is_hyphen(ordinal.end));
    let is_century = r.is(name, "century") || r.is(name, "centuries");
    is_century.then(|| Read::new(Day::Century(i32::from(ordinal.what)), name + 1))
}

/// "the third quarter of this year", "third-quarter", "Q3 2021", "2019-Q1", "the first half of 2022"
fn portion(r: &Reader, at: usize) -> Option<Read<Day>> {
    if let Some(code) = code(r, at) {
        let year = calendar::year_after(r, code.end);
        let (letter, number) = code.what;
        let sure = letter == 'Q' || year.what != Year::Unsaid;
        return sure.then(|| year.map(|year| Day::Portion { letter, number, year }));
    }
    if let Some(year) = r.year_number(at) {
        let next = year.end + usize::from(r.is_hyphen(year.end));
        let portion = code(r, next).or_else(|| named_portion(r, next))?;
        let (letter, number) = portion.what;
        return Some(portion.map(|_| Day::Portion { letter, number, year: Year::Is(year.what) }));
    }
    let named = named_portion(r, r.skip(at, "the"))?;
    let (letter, number) = named.what;
    let year = calendar::year_after(r, named.end);
    let sure = letter == 'Q' || year.what != Year::Unsaid;
    sure.then(|| year.map(|year| Day::Portion { letter, number, year }))
}

/// "third quarter", "fiscal fourth-quarter", "first half"
fn named_portion(r: &Reader, at: usize) -> Option<Read<(char, u8)>> {
    let first = r.skip(at, "fiscal");
    let last = r.is(first, "final") || r.is(first, "last");
    let ordinal = if last { None } else { Some(r.ordinal(first)?) };
    let end = ordinal.map_or(first + 1, |o| o.end);
    let name = r.skip(end + usize::from(r.is_hyphen(end)), "fiscal");
    let (letter, most) = match () {
        () if r.is(name, "quarter") => ('Q', 4),
        () if r.is(name, "half") => ('H', 2),
        () => return None,
    };
    let number = ordinal.map_or(most, |o| o.what);
    // "last quarter" alone is the one before this.
    let sure = !last || r.is(name + 1, "of");
    ((1..=most).contains(&number) && sure).then(|| Read::new((letter, number), name + 1))
}

/// "Q3", "H1", "3Q"
fn code(r: &Reader, at: usize) -> Option<Read<(char, u8)>> {
    let text = r.of(at);
    let (letter, digit, end) = match text.as_bytes() {
        [letter @ (b'Q' | b'q' | b'H'), digit] => (*letter, *digit, at + 1),
        [digit] if r.is_joined(at + 1) => match r.of(at + 1).as_bytes() {
            [letter @ (b'Q' | b'H')] => (*letter, *digit, at + 2),
            _ => return None,
        },
        _ => return None,
    };
    let (letter, most) = if letter == b'H' { ('H', b'2') } else { ('Q', b'4') };
    (b'1'..=most).contains(&digit).then(|| Read::new((letter, digit - b'0'), end))
}

/// "fiscal 2021", "the fiscal year 2021", "FY21", "last fiscal year"
fn fiscal(r: &Reader, at: usize) -> Option<Read<Day>> {
    let the = r.skip(at, "the");
    if let Some(shift) = r.shift(the).filter(|s| r.is(s.end, "fiscal") && r.is(s.end + 1, "year")) {
        return Some(shift.map(|shift| Day::Fiscal(Year::Shifted(shift))))
            .map(|read| Read::new(read.what, shift.end + 2));
    }
    if let Some(digits) = r.of(the).strip_prefix("FY").filter(|d| d.bytes().all(|b| b.is_ascii_digit())) {
        let next = if digits.is_empty() {
            r.digits(the + 1, 2..=4).map(|y| (y, the + 2))
        } else {
            digits.parse().ok().map(|y| (y, the + 1))
        };
        let (year, end) = next?;
        let year = if year < 100 { whole_year(i32::from(year)) } else { i32::from(year) };
        return (1900..=2100).contains(&year).then(|| Read::new(Day::Fiscal(Year::Is(year)), end));
    }
    let name = Some(the).filter(|t| r.is(*t, "fiscal"))? + 1;
    let year = r.year_number(r.skip(name, "year"))?;
    Some(year.map(|year| Day::Fiscal(Year::Is(year))))
}

/// "week 31", "week 3 of 2027"
fn week(r: &Reader, at: usize) -> Option<Read<Day>> {
    let named = r.of(at) == "week";
    let number = r.digits(at + 1, 1..=2).filter(|n| named && (1..=53).contains(n))?;
    let year = calendar::year_after(r, at + 2);
    let number = u8::try_from(number).ok()?;
    Some(year.map(|year| Day::Week { number, year }))
}

/// "2021/22", "2021/2022"
fn two_years(r: &Reader, at: usize) -> Option<Read<Day>> {
    let from = r.year_number(at)?.what;
    if r.of(at + 1) != "/"
        || !r.is_joined(at + 1)
        || !r.is_joined(at + 2)
        || r.is_joined(at + 3) && r.of(at + 3) == "/"
    {
        return None;
    }
    let to = match r.year_number(at + 2) {
        Some(year) => year.what,
        None => from - from % 100 + i32::from(r.digits(at + 2, 2..=2)?),
    };
    (to == from + 1).then(|| Read::new(Day::Years(from, to), at + 3))
}
