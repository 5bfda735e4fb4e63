//! Dates in digits: "2023-10-07", "12/31/1999", "31.12.1999".

use super::meaning::{Day, Year};
use super::period::whole_year;
use super::reader::{Read, Reader};
use super::relative::ends_phrase;
use crate::lexicon::NUMBER_IDIOMS;

/// A date in digits beginning at this token.
pub(super) fn read(r: &Reader, at: usize) -> Option<Read<Day>> {
    if !r.is_number(at) || (r.is_joined(at) && !matches!(r.text_before(at), "(" | "[" | "" | "“" | "\"")) {
        return None;
    }
    let read =
        dotted(r, at).or_else(|| compact(r, at)).or_else(|| separated(r, at)).or_else(|| yearless(r, at))?;
    let glued = r.is_joined(read.end)
        && (r.is_number(read.end) || matches!(r.of(read.end), "-" | "/" | ":") && r.is_joined(read.end + 1));
    (!glued).then_some(read)
}

/// "2023-10-07", "12/31/1999", "5-Aug-2016"
fn separated(r: &Reader, at: usize) -> Option<Read<Day>> {
    let mark = r.of(at + 1);
    let joined = (at + 1..at + 5).all(|i| r.is_joined(i));
    if !joined || !matches!(mark, "-" | "/" | "–") || r.of(at + 3) != mark {
        return None;
    }
    if let Some(month) = r.month(at + 2).filter(|m| m.end == at + 3) {
        let (first, last) = (r.digits(at, 1..=4)?, r.digits(at + 4, 1..=4)?);
        return parts(
            if first > 31 {
                [first, u16::from(month.what), last]
            } else {
                [last, u16::from(month.what), first]
            },
            at + 5,
        );
    }
    let (a, b, c) = (r.digits(at, 1..=4)?, r.digits(at + 2, 1..=2)?, r.digits(at + 4, 1..=4)?);
    if r.of(at).len() == 4 {
        return parts([a, b, c], at + 5);
    }
    // Two-digit years belong to slashes: "1-2-10" may be anything.
    let year = (r.of(at + 4).len() == 4 || mark == "/" && r.of(at + 4).len() == 2).then_some(c)?;
    day_and_month(a, b, year, at + 5)
}

/// "on 5/12", "Friday 7/6": month and day alone, where a preposition or a weekday says that they are.
fn yearless(r: &Reader, at: usize) -> Option<Read<Day>> {
    let joined = r.of(at + 1) == "/" && r.is_joined(at + 1) && r.is_joined(at + 2);
    let (a, b) = (r.digits(at, 1..=2)?, r.digits(at + 2, 1..=2).filter(|_| joined)?);
    let day = r.is_after_role(at, "day") && ends_phrase(r, at + 3);
    let dated = day || at.checked_sub(1).is_some_and(|b| b >= r.start && r.weekday(b).is_some());
    // "before 9/11": a day that is an event.
    let event = r.longest(&NUMBER_IDIOMS, at).is_some();
    let (month, day) = if a <= 12 { (a, b) } else { (b, a) };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // A leap year, so that 29 February passes.
    crate::figure::Date::new(2000, month, day).filter(|_| dated && !event)?;
    Some(Read::new(Day::Parts { year: Year::Unsaid, month, day }, at + 3))
}

/// "31.12.1999": one token.
fn dotted(r: &Reader, at: usize) -> Option<Read<Day>> {
    let mut pieces = r.of(at).split('.');
    let mut next = |lengths: std::ops::RangeInclusive<usize>| {
        let piece = pieces.next().filter(|p| lengths.contains(&p.len()))?;
        piece.parse::<u16>().ok()
    };
    let (day, month, year) = (next(1..=2)?, next(1..=2)?, next(4..=4)?);
    if pieces.next().is_some() {
        return None;
    }
    parts([year, month, day], at + 1)
}

/// "20231007": a year of the last or this century, or it is some other number.
fn compact(r: &Reader, at: usize) -> Option<Read<Day>> {
    let text = r.of(at);
    let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let century = text.starts_with("19") || text.starts_with("20");
    let piece = |range: std::ops::Range<usize>| text.get(range).and_then(|t| t.parse::<u16>().ok());
    (digits && century).then_some(())?;
    parts([piece(0..4)?, piece(4..6)?, piece(6..8)?], at + 1)
}

/// Month first, as in the United States, unless only the other order is a date.
fn day_and_month(a: u16, b: u16, year: u16, end: usize) -> Option<Read<Day>> {
    parts([year, a, b], end).or_else(|| parts([year, b, a], end))
}

fn parts([year, month, day]: [u16; 3], end: usize) -> Option<Read<Day>> {
    let year = if year < 100 { whole_year(i32::from(year)) } else { i32::from(year) };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    crate::figure::Date::new(year, month, day)?;
    Some(Read::new(Day::Parts { year: Year::Is(year), month, day }, end))
}
