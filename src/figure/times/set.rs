//! What comes again: "every Monday", "twice a week", "daily", "a year" after an amount.

use super::clock;
use super::meaning::{Clock, Every, Unit};
use super::reader::{Read, Reader};
use crate::lexicon::{CALENDAR, DAY_PARTS, TIME_SETS};
use crate::text::Class;

/// A recurring time beginning at this token.
pub(super) fn read(r: &Reader, at: usize) -> Option<Read<Every>> {
    each(r, at)
        .or_else(|| times_in(r, at))
        .or_else(|| rate(r, at))
        .or_else(|| listed(r, at))
        .or_else(|| plural(r, at))
}

/// "every year", "each Monday at 4 p.m.", "every other week", "every two days"
fn each(r: &Reader, at: usize) -> Option<Read<Every>> {
    if !r.is(at, "every") && !r.is(at, "each") {
        return None;
    }
    let other = r.is(at + 1, "other") || r.is(at + 1, "second");
    let (count, next) = match r.number(at + 1).filter(|_| !other) {
        Some(number) => (number.value, number.tokens.end),
        None if other => (2.0, at + 2),
        None => (1.0, at + 1),
    };
    if let Some(weekday) = r.weekday(next) {
        let clock = clock::read(r, r.skip(weekday.end, "at"));
        let part = clock::part(r, weekday.end);
        let when = clock.or(part);
        return Some(Read::new(
            Every::Weekday(weekday.what, when.map(|c| c.what)),
            when.map_or(weekday.end, |c| c.end),
        ));
    }
    if let Some(unit) = r.unit(next) {
        let (name, factor, _) = unit.what;
        // "every year or two"
        if r.is(unit.end, "or") && r.number(unit.end + 1).is_some_and(|n| n.tokens.len() == 1) && count == 1.0
        {
            return Some(Read::new(Every::Length(None, name), unit.end + 2));
        }
        let night = r.is(next, "night") || r.is(next, "nights");
        if let Some(clock) =
            clock::read(r, r.skip(unit.end, "at")).filter(|_| name == Unit::Day && count == 1.0)
        {
            return Some(clock.map(Every::Clock));
        }
        let every = match name {
            Unit::Weekend if count == 1.0 => Every::Weekend,
            Unit::Day if night && count == 1.0 => Every::Clock(Clock::part("NI")),
            _ => Every::Length(Some(count * factor), name),
        };
        return Some(Read::new(every, unit.end));
    }
    if let Some(part) = clock::part(r, next) {
        return Some(part.map(Every::Clock));
    }
    let entry = CALENDAR.get(r.word(next))?;
    match entry.get("class") {
        "season" => Some(Read::new(Every::Season(entry.get("number")), next + 1)),
        "month" if r.is_capital(next) => r.month(next).map(|m| m.map(Every::Month)),
        _ => None,
    }
}

/// "once a week", "twice each year", "three times a day"
fn times_in(r: &Reader, at: usize) -> Option<Read<Every>> {
    let times = if r.is(at, "once") || r.is(at, "twice") {
        at + 1
    } else {
        let end = r.number(at)?.tokens.end;
        Some(end).filter(|e| r.is(*e, "times"))? + 1
    };
    let article = ["a", "an", "per", "every", "each"].iter().any(|w| r.is(times, w));
    let unit = r.unit(times + 1).filter(|u| article && !u.what.2)?;
    Some(unit.map(|(name, factor, _)| Every::Length(Some(factor), name)))
}

/// "per day", and "a year" where it stands behind an amount: "15 a year", "$2 billion a year", "tonnes a day".
fn rate(r: &Reader, at: usize) -> Option<Read<Every>> {
    let per = r.is(at, "per");
    let article = r.is(at, "a") || r.is(at, "an");
    if !per && !article {
        return None;
    }
    let unit = r.unit(at + 1).filter(|u| !u.what.2 && !r.is_hyphen(u.end))?;
    let (name, factor, _) = unit.what;
    let amount =
        at > r.start && (r.is_number(at - 1) || r.numbers.ending_at(at).is_some() || is_counted(r, at - 1));
    let told = ["ago", "later", "earlier", "after", "before", "and"].iter().any(|w| r.is(unit.end, w));
    (per || amount && !told).then(|| Read::new(Every::Length(Some(factor), name), unit.end))
}

/// Whether a token may end an amount: a plural noun, a percent sign.
fn is_counted(r: &Reader, at: usize) -> bool {
    let verb = r.doc.class(at).is(Class::VERB | Class::PREPOSITION | Class::ADVERB);
    matches!(r.of(at), "%" | "percent") || r.is_plural(at) && !verb || r.is(at, "people")
}

/// "daily", "annual"
fn listed(r: &Reader, at: usize) -> Option<Read<Every>> {
    let set = r.longest(&TIME_SETS, at)?;
    // "the Daily Mail", "New York Weekly".
    let named = r.is_capital(at) && (at > r.start || r.is_capital(at + 1));
    (!named).then(|| set.map(|e| Every::Listed(e.get("value"))))
}

/// "Mondays", "Thursday afternoons", "weekends"
fn plural(r: &Reader, at: usize) -> Option<Read<Every>> {
    if let Some(days) = CALENDAR.get(r.word(at)).filter(|e| e.get("class") == "weekdays") {
        let weekday = days.get("number").parse().ok()?;
        let clock = clock::read(r, r.skip(at + 1, "at"));
        return Some(Read::new(
            Every::Weekday(weekday, clock.map(|c| c.what)),
            clock.map_or(at + 1, |c| c.end),
        ));
    }
    // "on weekends"
    if r.is(at, "weekends") && (r.is_after(at, "on") || r.is_after(at, "at") || r.is_after(at, "during")) {
        return Some(Read::new(Every::Weekend, at + 1));
    }
    let weekday = r.weekday(at)?;
    let part = DAY_PARTS
        .get(r.word(weekday.end))
        .filter(|e| !e.get("code").is_empty() && r.of(weekday.end).ends_with('s'))?;
    let clock = Clock::part(part.get("code"));
    Some(Read::new(Every::Weekday(weekday.what, Some(clock)), weekday.end + 1))
}
