//! Times of day: "18:00 UTC", "3 p.m.", "noon", "Friday morning".

use super::meaning::{Clock, Day, Meaning, Shift, Unit};
use super::reader::{Read, Reader, small};
use crate::figure::number::Form;
use crate::lexicon::{DATE_MODIFIERS, DAY_PARTS, TIME_ZONES};

/// A clock time beginning at this token, with its zone, without its date.
pub(super) fn read(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let read = begun(r, at)
        .or_else(|| digital(r, at))
        .or_else(|| hour(r, at))
        .or_else(|| military(r, at))
        .or_else(|| past_or_to(r, at))
        .or_else(|| named(r, at))?;
    let zone = zone(r, read.end);
    Some(Read::new(
        Clock { zone: zone.map_or("", |z| z.what), ..read.what },
        zone.map_or(read.end, |z| z.end),
    ))
}

fn clock(hour: u16, minute: Option<u16>, second: Option<u16>) -> Option<Clock> {
    let small = |n: u16| u8::try_from(n).ok();
    let fits = hour <= 24 && minute.is_none_or(|m| m < 60) && second.is_none_or(|s| s < 60);
    let clock = Clock {
        hour: small(hour),
        minute: minute.and_then(small),
        second: second.and_then(small),
        zone: "",
        part: "",
    };
    fits.then_some(clock)
}

/// The "5" of "5 to 6pm", the "9.30" of "between 9.30 and 4pm": an hour whose half of the day the later one tells.
fn begun(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let bare = |at: usize| {
        let point = r.of(at).split_once('.').filter(|(hour, minute)| hour.len() <= 2 && minute.len() == 2);
        let colon = r.of(at + 1) == ":" && r.is_joined(at + 1) && r.is_joined(at + 2);
        let minute = r.digits(at + 2, 2..=2).filter(|_| colon);
        match (point, minute) {
            (Some((hour, minute)), _) => Some((hour.parse().ok()?, minute.parse().ok(), at + 1)),
            (None, Some(minute)) => Some((r.digits(at, 1..=2)?, Some(minute), at + 3)),
            _ => spoken(r, at).map(|(hour, end)| (hour, None, end)),
        }
    };
    let (hour, minute, end) = bare(at).filter(|(hour, ..)| (1..=12_u16).contains(hour))?;
    let to = ["to", "until", "till"].iter().any(|w| r.is(end, w));
    if !(to || r.is_dash(end) || r.is(end, "and") && r.is_after(at, "between"))
        || r.is_joined(at) && at > r.start
    {
        return None;
    }
    let (later, _, after) = bare(end + 1)?;
    let half = half_of_day(r, after)?;
    let (first, last) = (twelve(hour, Some(half.what))?, twelve(later, Some(half.what))?);
    let first = if first > last { hour % 12 } else { first };
    Some(Read::new(clock(first, minute, None)?, end))
}

/// "in the morning", "at night" behind an hour in twelve: whether it is the second half of the day.
fn half_in_words(r: &Reader, hour: u16, at: usize) -> Option<Read<bool>> {
    let the = r.skip(at + 1, "the");
    let told = (r.is(at, "in") && the > at + 1) || (r.is(at, "at") && r.is(at + 1, "night"));
    let code = DAY_PARTS.get(r.word(the)).filter(|_| told && (1..=12).contains(&hour))?.get("code");
    let second = match code {
        "MO" => false,
        "AF" | "EV" => true,
        "NI" => (6..12).contains(&hour),
        _ => return None,
    };
    // "two in the morning session"
    let noun = r.doc.class(the + 1).is_nominal() && r.of(the + 1).starts_with(char::is_lowercase);
    (!noun).then(|| Read::new(second, the + 1))
}

/// "18:00", "7:56:30 pm", "8.30pm", "14h30"
fn digital(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let (hour, minute, mut end) = if let Some(point) = pointed(r, at) {
        point
    } else {
        let colon = r.of(at + 1) == ":" && r.is_joined(at + 1) && r.is_joined(at + 2);
        (r.digits(at, 1..=2)?, r.digits(at + 2, 2..=2).filter(|_| colon)?, at + 3)
    };
    let seconds = r.of(end) == ":" && r.is_joined(end) && r.is_joined(end + 1);
    let second = r.digits(end + 1, 2..=2).filter(|_| seconds);
    end += if second.is_some() { 2 } else { 0 };
    let half = half_of_day(r, end);
    let read = Read::new(
        clock(twelve(hour, half.map(|h| h.what))?, Some(minute), second)?,
        half.map_or(end, |h| h.end),
    );
    (half.is_some() || zone(r, read.end).is_some() || stands_free(r, at, read.end)).then_some(read)
}

/// "8.30pm": a point between hour and minute wants its half of the day.
fn pointed(r: &Reader, at: usize) -> Option<(u16, u16, usize)> {
    let (hour, minute) = r.of(at).split_once('.')?;
    let two = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 2);
    let half = half_of_day(r, at + 1).is_some();
    (half && minute.len() == 2).then_some(())?;
    Some((two(hour)?, two(minute)?, at + 1))
}

/// Whether nothing about a time without "p.m." or zone says that it is a score, a verse, a ratio.
fn stands_free(r: &Reader, at: usize, end: usize) -> bool {
    let before = r.text_before(at);
    let verse = before.starts_with(char::is_uppercase)
        && !r.is_joined(at)
        && r.weekday(at - 1).is_none()
        && !r.follows_preposition(at)
        && !["at", "at.", "on"].iter().any(|w| before.eq_ignore_ascii_case(w));
    let glued = r.is_joined(at) && !matches!(before, "(" | "[" | "-" | "–" | "—" | "“" | "\"" | "");
    let goes_on = r.is_joined(end) && (r.is_number(end) || matches!(r.of(end), ":" | "/" | "%"));
    !verse && !glued && !goes_on
}

/// "3 p.m.", "eleven am", "7 o'clock"
fn hour(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let (hour, end) = spoken(r, at)?;
    // "11ish"
    let end = if r.is(end, "ish") && r.is_joined(end) { end + 1 } else { end };
    let words = || half_in_words(r, hour, end).filter(|_| !r.is(at, "one") || r.is_after(at, "at"));
    if let Some(half) = half_of_day(r, end).or_else(words) {
        return Some(Read::new(clock(twelve(hour, Some(half.what))?, None, None)?, half.end));
    }
    // "12 noon"
    if let Some(named) = named(r, end).filter(|n| hour == 12 && n.what.hour.is_some_and(|h| h % 12 == 0)) {
        return Some(named);
    }
    if r.is(end - 1, "ish") {
        return Some(Read::new(clock(hour, None, None)?, end));
    }
    let o_clock = r.is(end, "o") && r.is(end + 2, "clock") || r.is(end, "oclock");
    let end = end + if r.is(end, "o") { 3 } else { 1 };
    if !o_clock {
        return None;
    }
    let half = half_of_day(r, end).or_else(|| half_in_words(r, hour, end));
    Some(Read::new(clock(twelve(hour, half.map(|h| h.what))?, None, None)?, half.map_or(end, |h| h.end)))
}

/// A whole number from 0 to 24 in digits or words.
fn spoken(r: &Reader, at: usize) -> Option<(u16, usize)> {
    if let Some(hour) = r.digits(at, 1..=2) {
        return (hour <= 24).then_some((hour, at + 1));
    }
    let number = r.number(at).filter(|n| n.form == Form::Cardinal && n.tokens.len() == 1)?;
    let hour = small(number.value).map(u16::from).filter(|hour| (1..=12).contains(hour))?;
    Some((hour, number.tokens.end))
}

/// "0630 GMT", "1800 hours"
fn military(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let digits = r.digits(at, 4..=4)?;
    if let Some(half) = half_of_day(r, at + 1) {
        let hour = twelve(digits / 100, Some(half.what))?;
        return Some(Read::new(clock(hour, Some(digits % 100), None)?, half.end));
    }
    let zoned = zone(r, at + 1)?;
    let named = r.is(at + 1, "hours") || r.is(at + 1, "hrs");
    let sure = !named || r.is_after(at, "at") || r.of(at).starts_with('0') || zoned.end == at + 2;
    Some(Read::new(clock(digits / 100, Some(digits % 100), None).filter(|_| sure)?, at + 1))
}

/// "half past seven", "a quarter to nine", "ten past 9"
fn past_or_to(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let (minutes, end) = if r.is(at, "half") {
        (30, at + 1)
    } else if r.is(r.skip(at, "a"), "quarter") {
        (15, r.skip(at, "a") + 1)
    } else {
        let number = r.number(at).filter(|n| n.form == Form::Cardinal)?;
        let minutes = small(number.value).map(u16::from).filter(|minutes| (1..60).contains(minutes))?;
        let unit = ["min", "minutes"].iter().any(|w| r.is(number.tokens.end, w));
        (minutes, number.tokens.end + usize::from(unit))
    };
    let past = r.is(end, "past");
    if !(past || r.is(end, "to") && r.is_after(at, "at")) {
        return None;
    }
    let (hour, end) = spoken(r, end + 1)?;
    let end = if r.is(end, "o") && r.is(end + 2, "clock") { end + 3 } else { end };
    (1..=12).contains(&hour).then_some(())?;
    let half = half_of_day(r, end).or_else(|| half_in_words(r, hour, end));
    let hour = twelve(hour, half.map(|h| h.what))?;
    let time = if past {
        clock(hour, Some(minutes), None)
    } else {
        clock((hour + 23) % 24, Some(60 - minutes), None)
    };
    Some(Read::new(time?, half.map_or(end, |h| h.end)))
}

/// "noon", "midnight"
fn named(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let entry = DAY_PARTS.get(r.word(at))?;
    let (hour, minute) = entry.get("clock").split_once(':')?;
    Some(Read::new(clock(hour.parse().ok()?, minute.parse().ok(), None)?, at + 1))
}

/// "p.m.": whether it is the second half of the day.
fn half_of_day(r: &Reader, at: usize) -> Option<Read<bool>> {
    let is = |words: [&str; 3]| words.iter().any(|w| r.is(at, w));
    if is(["am", "a.m.", "a.m"]) && (r.of(at) != "am" || r.is_number(at.wrapping_sub(1))) {
        return Some(Read::new(false, at + 1));
    }
    is(["pm", "p.m.", "p.m"]).then(|| Read::new(true, at + 1))
}

/// An hour in twelve as an hour in twenty-four.
fn twelve(hour: u16, second_half: Option<bool>) -> Option<u16> {
    match second_half {
        None => Some(hour),
        Some(_) if hour > 12 => Some(hour),
        Some(_) if hour == 0 => None,
        Some(false) => Some(hour % 12),
        Some(true) => Some(hour % 12 + 12),
    }
}

fn zone(r: &Reader, at: usize) -> Option<Read<&'static str>> {
    let zone = r.longest(&TIME_ZONES, at)?;
    let one = zone.end == at + 1;
    let named = ["hours", "hrs"].iter().any(|w| r.is(at, w));
    let upper = r.of(at).bytes().all(|b| b.is_ascii_uppercase());
    // "west", "et", "est" are words too; "hours" belongs to 1800 and 18:00 alone.
    let digits = r.digits(at.wrapping_sub(1), 2..=4).is_some();
    (!one || upper || (named && digits)).then(|| zone.map(|e| e.get("offset")))
}

/// What a date may have after it: a part of its day, a clock time. "Friday morning", "Tuesday at 3 p.m.", "tomorrow night".
pub(super) fn after_day(r: &Reader, day: Read<Day>) -> Option<Read<Meaning>> {
    let moment = |clock: Read<Clock>| clock.map(|clock| Meaning::Moment(Some(day.what), clock));
    // "Tuesday in the morning", "Friday at night"
    let within = if r.is(day.end, "in") { r.skip(day.end + 1, "the") } else { day.end };
    let within = if r.is(day.end, "at") && r.is(day.end + 1, "night") { day.end + 1 } else { within };
    if let Some(part) = part(r, within).filter(|_| within != day.end + 1 || r.is(within, "night")) {
        let at = part.end + usize::from(r.is(part.end, "at"));
        return Some(moment(read(r, at).filter(|c| c.what.hour.is_some()).unwrap_or(part)));
    }
    let comma = r.skip_comma(day.end);
    let at = r.skip(comma, "at");
    if at == day.end && !r.is_number(at) {
        return None;
    }
    let clock = read(r, at).filter(|_| comma == day.end || at > comma);
    clock.or_else(|| hour_alone(r, at).filter(|_| r.is(at - 1, "at"))).map(moment)
}

/// "at 8" after a day, where nothing is counted.
fn hour_alone(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let (hour, end) = spoken(r, at).filter(|(hour, _)| (1..=12).contains(hour))?;
    let ends = r.of(end).is_empty() || matches!(r.of(end), "." | "," | ";" | "!" | "?");
    Some(Read::new(clock(hour, None, None).filter(|_| ends)?, end))
}

/// "at 6 this morning", "at eight last night": an hour whose half of the day its part tells.
pub(super) fn hour_of_part(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let (hour, end) = spoken(r, at).filter(|_| r.is_after(at, "at") || r.is_after(at, "by"))?;
    let part = part_of_some_day(r, end).filter(|_| r.shift(end).is_some())?;
    let Meaning::Moment(day, Clock { part: code, .. }) = part.what else {
        return None;
    };
    let second = matches!(code, "AF" | "EV") || code == "NI" && (6..12).contains(&hour);
    let clock = clock(twelve(hour, Some(second))?, None, None)?;
    Some(part.map(|_| Meaning::Moment(day, clock)))
}

/// A part of the day by name: "morning", "late night".
pub(super) fn part(r: &Reader, at: usize) -> Option<Read<Clock>> {
    let modifier = r.longest(&DATE_MODIFIERS, at).map_or(at, |m| m.end);
    let entry = DAY_PARTS.get(r.word(modifier)).filter(|e| !e.get("code").is_empty())?;
    let plural = r.of(modifier).ends_with('s') && !r.of(modifier).ends_with("ss");
    let hours = modifier + 1 + usize::from(r.is(modifier + 1, "hours"));
    (!plural).then(|| Read::new(Clock::part(entry.get("code")), hours))
}

/// "this morning", "last night", "the next afternoon", "that evening", "in the morning"
pub(super) fn part_of_some_day(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let the = r.skip(at, "the");
    if let Some(shift) = r.shift(the) {
        let part = part(r, shift.end)?;
        let day = match (shift.what, part.what.part) {
            (Shift::Last | Shift::Past, "NI" | "EV") => Day::Days(-1),
            (Shift::This | Shift::Last | Shift::Past, _) => Day::Days(0),
            (Shift::Next, _) if the > at => Day::Unit { unit: Unit::Day, shift: Shift::Following },
            (shift, _) => Day::Unit { unit: Unit::Day, shift },
        };
        return Some(part.map(|clock| Meaning::Moment(Some(day), clock)));
    }
    let part = part(r, the)?;
    let introduced = the > at
        || r.is_after(at, "at")
        || r.is_after(at, "by")
        || r.is_after(at, "in")
        || r.is(at, "overnight");
    let compound = r.is_hyphen(part.end);
    (introduced && !compound).then(|| part.map(|clock| Meaning::Moment(None, clock)))
}
