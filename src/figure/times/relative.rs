//! What is told from another time: "today", "last month", "that year", "the day before".

use super::duration;
use super::meaning::{Anchor, Clock, Day, Length, Meaning, Shift, Unit};
use super::reader::{Read, Reader};
use crate::lexicon::TIME_WORDS;

/// A time told from the moment of writing, or from the moment that the narrative has come to.
pub(super) fn read(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    word(r, at)
        .or_else(|| same_period(r, at))
        .or_else(|| unit(r, at))
        .or_else(|| next_to(r, at))
        .or_else(|| of_month(r, at))
        .or_else(|| whole(r, at))
}

/// "today", "now", "recently"
fn word(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    // "the day before yesterday"
    let listed = if r.is(at, "the") && r.is(at + 1, "day") { at + 1 } else { at };
    let entry = r.longest(&TIME_WORDS, listed)?;
    let value = entry.what.get("value");
    let days = || value.parse().ok().map(Day::Days);
    let meaning = match entry.what.get("kind") {
        "day" => Meaning::Day(days()?),
        "night" => Meaning::Moment(days(), Clock::part("NI")),
        // "the future of the monarchy", "the past president": nobody's time but theirs.
        _ if r.is(at, "the")
            && (r.is(entry.end, "of") || r.number(entry.end).is_some() || r.unit(entry.end).is_some()) =>
        {
            return None;
        }
        // "up to date"
        _ if r.is(at, "to") && (r.is_after(at, "up") || r.is_after(at, "-")) => return None,
        _ => Meaning::Day(Day::Reference(value)),
    };
    // "recent years"
    let units = r.unit(entry.end).filter(|u| u.what.2 && r.is(at, "recent"));
    Some(Read::new(meaning, units.map_or(entry.end, |u| u.end)))
}

/// "the same period last year", "the same month a year earlier": twelve months before the time told last.
fn same_period(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let same = r.is(at, "the") && (r.is(at + 1, "same") || r.is(at + 1, "corresponding"));
    let noun =
        same && (["period", "time", "point"].iter().any(|w| r.is(at + 2, w)) || r.unit(at + 2).is_some());
    let of = Some(at + 3)
        .filter(|_| noun)
        .map(|end| if r.is(end, "of") || r.is(end, "in") { end + 1 } else { end })?;
    let year = unit(r, of).and_then(|read| match read.what {
        Meaning::Day(Day::Unit { unit: Unit::Year, shift }) if shift.steps() == -1 => Some(read.end),
        _ => None,
    });
    let ago = || match duration::read(r, of)? {
        Read {
            what: Meaning::Day(Day::Away { count: Some(1.0), unit: Unit::Year, back: true, .. }),
            end,
        } => Some(end),
        _ => None,
    };
    let end = year.or_else(ago)?;
    let day = Day::Away { count: Some(12.0), unit: Unit::Month, back: true, anchor: Anchor::Narrative };
    Some(Read::new(Meaning::Day(day), end))
}

/// "last month", "this week", "the previous year", "that day", "the past decade"
fn unit(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let the = r.skip(at, "the");
    let shift = r.shift(the)?;
    let unit = r.unit(r.skip(shift.end, "calendar"))?;
    let (name, factor, plural) = unit.what;
    // "the last quarter-century"
    let compound = r.is_hyphen(unit.end) && r.unit(unit.end + 1).is_some();
    if name.is_clock() || (factor != 1.0 && name != Unit::Week) || compound {
        return None;
    }
    let article = the > at;
    let length = Meaning::Length(Length::one(if plural { None } else { Some(factor) }, name));
    let day = |shift| Meaning::Day(Day::Unit { unit: name, shift });
    let meaning = match shift.what {
        Shift::This | Shift::Same if plural => return None,
        _ if plural || factor != 1.0 => length,
        Shift::Past => length,
        Shift::Last if article => length,
        Shift::Coming if article => length,
        Shift::Next if article && matches!(name, Unit::Decade | Unit::Century | Unit::Millennium) => length,
        Shift::Next if article => day(Shift::Following),
        shift => day(shift),
    };
    // "next week on Tuesday"
    if let Meaning::Day(Day::Unit { unit: Unit::Week, shift: week }) = meaning
        && let on = r.skip(unit.end, "on")
        && let Some(weekday) = r.weekday(on).filter(|_| r.trust(on) != "weak" || on > unit.end)
    {
        return Some(weekday.map(|weekday| Meaning::Day(Day::InWeek { weekday, week })));
    }
    // "that day when", "the same weekend warrior": "that" alone is a conjunction as often.
    let conjunction = r.is(at, "that") && r.is_plural(unit.end);
    let end = if matches!(meaning, Meaning::Length(_)) { duration::of_date(r, unit.end) } else { unit.end };
    (!conjunction).then(|| Read::new(meaning, end))
}

/// "next month", "last year", without more.
pub(super) fn shifted_unit(r: &Reader, at: usize) -> Option<Read<Day>> {
    let read = unit(r, at)?;
    match read.what {
        Meaning::Day(day @ Day::Unit { .. }) => Some(Read::new(day, read.end)),
        _ => None,
    }
}

/// "the day before", "the year after", "the day following": with nothing after it that it could be told from.
fn next_to(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let unit = Some(at).filter(|a| r.is(*a, "the")).and_then(|a| r.unit(a + 1))?;
    let (name, _, plural) = unit.what;
    let (back, end) = direction(r, unit.end).filter(|_| !plural && !name.is_clock())?;
    let told = !ends_phrase(r, end);
    let day = Day::Away { count: Some(1.0), unit: name, back, anchor: Anchor::Narrative };
    (!told).then(|| Read::new(Meaning::Day(day), end))
}

fn direction(r: &Reader, at: usize) -> Option<(bool, usize)> {
    let back = ["before", "previous", "earlier"].iter().any(|w| r.is(at, w));
    let ahead = ["after", "following", "later"].iter().any(|w| r.is(at, w));
    (back || ahead).then_some((back, at + 1))
}

/// Whether a phrase cannot go on here: the end, a mark, or a verb of the past.
pub(super) fn ends_phrase(r: &Reader, at: usize) -> bool {
    let text = r.of(at);
    text.is_empty()
        || !text.starts_with(char::is_alphanumeric) && !matches!(text, "$" | "€" | "£" | "(")
        || r.is_past(at)
        || r.has_role(at, "ends")
}

/// "the 20th", "the 15th day of next month" without its month
fn of_month(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let after = r.is_after_role(at, "day");
    let day = Some(at)
        .filter(|a| r.is(*a, "the") && after && r.is_number(at + 1))
        .and_then(|a| r.ordinal(a + 1))?;
    let in_range = (1..=31).contains(&day.what);
    (in_range && ends_phrase(r, day.end) && !r.is_dash(day.end))
        .then(|| day.map(|d| Meaning::Day(Day::OfMonth { day: d, weekday: 0 })))
}

/// "for the day", "end the week", "over the weekend": a unit with its article where a phrase ends.
fn whole(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let unit = Some(at).filter(|a| r.is(*a, "the")).and_then(|a| r.unit(a + 1))?;
    let (name, _, plural) = unit.what;
    let closed = r.is_after_role(at, "closes");
    let goes_on = r.of(unit.end).starts_with(char::is_alphabetic)
        && !r.has_role(unit.end, "follows")
        && !r.is_past(unit.end);
    let shift = match name {
        Unit::Weekend if r.is_after_role(at, "day") || r.is_after_role(at, "measures") => Shift::Same,
        // The day that is over is the one told of; weeks and longer are counted from the day of writing.
        Unit::Day if closed && !goes_on => Shift::Same,
        Unit::Week | Unit::Month | Unit::Quarter | Unit::Year if closed && !goes_on => Shift::This,
        _ => return None,
    };
    (!plural).then(|| Read::new(Meaning::Day(Day::Unit { unit: name, shift }), unit.end))
}

/// A unit with its article after "the end of", "late in": "the year", "the month".
pub(super) fn whole_after_modifier(r: &Reader, at: usize) -> Option<Read<Day>> {
    let unit = r.unit(r.skip(at, "the"))?;
    let (name, factor, plural) = unit.what;
    let one = r.is(at, "the") && !plural && factor == 1.0 && !name.is_clock();
    one.then(|| Read::new(Day::Unit { unit: name, shift: Shift::This }, unit.end))
}
