//! Days of the week, months, dates with a month by name, seasons.

use super::meaning::{Day, Shift, Year};
use super::reader::{Read, Reader};
use super::{numeric, period, relative};
use crate::lexicon::{CALENDAR, CURRENCY_SIGNS, HOLIDAYS, UNIT_SIGNS};

/// A date in names, perhaps after "last" or "next", beginning at this token.
pub(super) fn read(r: &Reader, at: usize) -> Option<Read<Day>> {
    weekday(r, at)
        .or_else(|| day_month(r, at))
        .or_else(|| month(r, at))
        .or_else(|| feast(r, at))
        .or_else(|| season(r, at))
        .or_else(|| shifted(r, at))
}

/// "Friday", "Friday, June 18", "Friday next week"
fn weekday(r: &Reader, at: usize) -> Option<Read<Day>> {
    let day = r.weekday(at)?;
    let next = r.skip_comma(day.end);
    if let Some(date) = day_month(r, next).or_else(|| month_day(r, next)).or_else(|| numeric::read(r, next)) {
        return Some(date);
    }
    // "Monday the 27th", "Friday 26th"
    let the = r.skip(r.skip_comma(day.end), "the");
    if let Some(of_month) = r.ordinal(the).filter(|o| the > day.end || r.is_number(day.end) && o.what > 0)
        && (1..=31).contains(&of_month.what)
        && relative::ends_phrase(r, of_month.end)
    {
        return Some(of_month.map(|number| Day::OfMonth { day: number, weekday: day.what }));
    }
    if r.trust(at) == "weak" {
        return None;
    }
    let of = if r.is(day.end, "of") || r.is(day.end, "in") { day.end + 1 } else { day.end };
    if let Some(week) = r.shift(r.skip(of, "the")).filter(|s| r.is(s.end, "week")) {
        return Some(Read::new(Day::InWeek { weekday: day.what, week: week.what }, week.end + 1));
    }
    Some(day.map(|weekday| Day::Weekday { weekday, shift: None }))
}

/// "18 June 2009", "the 25th of August"
fn day_month(r: &Reader, at: usize) -> Option<Read<Day>> {
    let the = r.skip(at, "the");
    let day = r.day_number(the)?;
    let of = r.skip(day.end, "day");
    let of = r.skip(of, "of");
    let of = if r.is_hyphen(of) { of + 1 } else { of };
    let month = r.month(of)?;
    // "the 20 March victims": no. "10 May protesters": a lower-case "may" is a verb.
    let is_name = r.is_capital(of) || of > day.end || r.trust(of) != "weak";
    // "$12 December 27": the number is an amount.
    let amount = !r.text_before(the).is_empty() && CURRENCY_SIGNS.has(r.before(the));
    if !is_name || amount {
        return None;
    }
    let year = year_after(r, month.end);
    Some(Read::new(Day::Parts { year: year.what, month: month.what, day: day.what }, year.end))
}

/// "June 18", "June 18th, 2009", "June the 28th"
fn month_day(r: &Reader, at: usize) -> Option<Read<Day>> {
    let month = r.month(at)?;
    if !r.is_capital(at) && r.trust(at) == "weak" {
        return None;
    }
    let the = r.skip(r.skip_comma(month.end), "the");
    let the = if r.is_hyphen(the) { the + 1 } else { the };
    let day = r.day_number(the)?;
    // "In July, 7 per cent more": the number measures.
    let measures = period::measures(r, day.end)
        || UNIT_SIGNS.get(r.word(day.end)).is_some_and(|e| e.get("class") == "percent");
    let measures = measures || (r.of(month.end) == "," && r.is(day.end, "per"));
    if counts_something(r, at, day.end) || measures || r.of(day.end) == ":" {
        return None;
    }
    let year = year_after(r, day.end);
    Some(Read::new(Day::Parts { year: year.what, month: month.what, day: day.what }, year.end))
}

/// "in May 20 people": after "in" a plural noun says that the number counts it.
fn counts_something(r: &Reader, month: usize, after: usize) -> bool {
    r.follows_preposition(month) && (r.is_plural(after) || r.is(after, "people"))
}

/// "March 2011", "April of that year", "March"
fn month(r: &Reader, at: usize) -> Option<Read<Day>> {
    if let Some(date) = month_day(r, at) {
        return Some(date);
    }
    let month = r.month(at)?;
    let parts = |year| Day::Parts { year, month: month.what, day: 0 };
    let year = year_after(r, month.end);
    if year.what != Year::Unsaid && (r.is_capital(at) || r.trust(at) != "weak") {
        return Some(year.map(parts));
    }
    is_month_alone(r, at, month.end).then(|| Read::new(parts(Year::Unsaid), month.end))
}

/// Whether a month's name without day or year is meant as a month.
fn is_month_alone(r: &Reader, at: usize, end: usize) -> bool {
    let dated = r.follows_preposition(at)
        || r.is_after(at, "last")
        || r.is_after(at, "next")
        || r.is_after(at, "this");
    let named = r.is_capital(end) && r.month(end).is_none();
    match r.trust(at) {
        // "In May", "in may": but "May said", "may say", "in March on Rome".
        "weak" => {
            dated
                && (r.is_capital(at) || r.is_after(at, "in"))
                && !(r.is_capital(end) && r.month(end).is_none())
        }
        "name" => dated || !named,
        "short" => r.is_capital(at) || dated,
        _ => true,
    }
}

/// The year that a month or day has after it: "2009", ", 2009", "of 2009", "of that year", "last year", "'09".
pub(super) fn year_after(r: &Reader, at: usize) -> Read<Year> {
    let unsaid = Read::new(Year::Unsaid, at);
    let of = r.skip(r.skip_comma(at), "of");
    let of = if of == at && r.is_hyphen(at) { at + 1 } else { of };
    let of = if of > at && r.is(of - 1, "of") { r.skip(of, "the") } else { of };
    let of = if r.is(of, "year") && r.year_number(of + 1).is_some() { of + 1 } else { of };
    let of = if r.is(of, "in") && r.year_number(of + 1).is_some() { of + 1 } else { of };
    if let Some(year) = period::era_year(r, of) {
        return year.map(Year::Is);
    }
    if let Some(year) = r.year_number(of) {
        // "May 10, 2008 people": a comma before and a counted noun after.
        return year.map(Year::Is);
    }
    if let Some(year) = period::short_year(r, of).or_else(|| period::spoken_year(r, of)) {
        return year.map(Year::Is);
    }
    if of > at && r.is(of, "year") && r.is_after(of, "the") {
        return Read::new(Year::Shifted(Shift::Same), of + 1);
    }
    match r.shift(of).filter(|s| r.is(s.end, "year")) {
        Some(shift) if r.of(at) != "," => Read::new(Year::Shifted(shift.what), shift.end + 1),
        _ => unsaid,
    }
}

/// "Christmas", "Thanksgiving Day 2021"
fn feast(r: &Reader, at: usize) -> Option<Read<Day>> {
    let feast = r.longest(&HOLIDAYS, at)?;
    let rule = feast.what.get("rule");
    let year = year_after(r, feast.end);
    // "easter 2018", "before black friday": in lower case only in company.
    let told = year.what != Year::Unsaid || (feast.end > at + 1 && r.follows_preposition(at));
    if !r.is_capital(at) && !told {
        return None;
    }
    // "the Easter Offensive", "Christmas Island": a name goes on.
    let named = r.is_capital(feast.end) && r.weekday(feast.end).is_none() && r.month(feast.end).is_none();
    (!named).then(|| year.map(|year| Day::Feast { rule, year }))
}

/// "the summer of 1943", "winter 2010", "last spring", "summer"
fn season(r: &Reader, at: usize) -> Option<Read<Day>> {
    let the = r.skip(at, "the");
    let shift = r.shift(the);
    let name = shift.map_or(the, |s| s.end);
    let entry = CALENDAR.get(r.word(name)).filter(|e| e.get("class") == "season")?;
    let code = entry.get("number");
    let year = year_after(r, name + 1);
    let said = shift.is_some() || year.what != Year::Unsaid;
    let weak = entry.get("trust") == "weak";
    let in_season = the > at && r.follows_preposition(at) || r.is_after(at, "in");
    // "the fall of Rome", "spring water", "prices fall": only "in the fall", "in spring".
    let goes_on = r.is(name + 1, "of") || r.is(name + 1, "in");
    if !said && weak && (!in_season || goes_on) {
        return None;
    }
    // "the summer offensive": the article is the offensive's.
    let modifies = r.doc.class(name + 1).is_nominal() && r.of(name + 1).starts_with(char::is_alphabetic);
    if the > at && !said && modifies {
        return None;
    }
    let shift = shift.map(|s| s.what);
    Some(year.map(|year| Day::Season { code, year, shift }))
}

/// "last Friday", "next September", "the previous April"
fn shifted(r: &Reader, at: usize) -> Option<Read<Day>> {
    let shift = r.shift(r.skip(at, "the"))?;
    if r.is(at, "the") && shift.what == Shift::This {
        return None;
    }
    if matches!(shift.what, Shift::Last | Shift::This)
        && let Some(feast) = feast(r, shift.end)
    {
        return Some(feast);
    }
    if let Some(day) = r.weekday(shift.end).filter(|_| r.trust(shift.end) != "weak") {
        if let Some(date) = weekday(r, shift.end).filter(|d| matches!(d.what, Day::Parts { .. })) {
            return Some(date);
        }
        return Some(day.map(|weekday| Day::Weekday { weekday, shift: Some(shift.what) }));
    }
    let month = r.month(shift.end)?;
    if let Some(date) = month_day(r, shift.end) {
        return Some(date);
    }
    if let Some(dated) = Some(year_after(r, month.end)).filter(|y| y.what != Year::Unsaid) {
        return Some(dated.map(|year| Day::Parts { year, month: month.what, day: 0 }));
    }
    let capital = r.is_capital(shift.end) || r.trust(shift.end) != "weak";
    capital.then(|| month.map(|month| Day::Month { month, shift: shift.what }))
}

/// Whether an era follows.
pub(super) fn era(r: &Reader, at: usize) -> Option<Read<bool>> {
    let entry = CALENDAR.get(r.word(at)).filter(|e| e.get("class") == "era")?;
    let upper = r.of(at).bytes().filter(u8::is_ascii_alphabetic).all(|b| b.is_ascii_uppercase());
    let upper = upper || r.of(at).contains('.');
    upper.then(|| Read::new(entry.get("number") == "BC", at + 1))
}
