//! Finds expressions of time, sentence by sentence, each as long as it goes.

use super::Found;
use super::meaning::{Day, Length, Meaning, Unit, Year};
use super::reader::{Read, Reader};
use super::{calendar, clock, duration, nth, numeric, period, relative, set};
use crate::figure::number::Numbers;
use crate::lexicon::{
    APPROXIMATORS, CALENDAR, DATE_MODIFIERS, DAY_PARTS, HOLIDAYS, LENGTH_ADJECTIVES, Lexicon, NUMBER_WORDS,
    TIME_COMPANY, TIME_SETS, TIME_SHIFTS, TIME_UNITS, TIME_WORDS, VAGUE_COUNTS, Word,
};
use crate::text::Document;

/// A reader of one sentence.
pub(super) fn reader<'a, 't>(doc: &'a Document<'t>, numbers: &'a Numbers, sentence: usize) -> Reader<'a, 't> {
    let tokens = doc.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    Reader { doc, numbers, start: tokens.start, end: tokens.end }
}

/// All expressions of a document, in order.
pub(super) fn find(doc: &Document, numbers: &Numbers) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (sentence, place) in doc.sentences.iter().enumerate() {
        let r = reader(doc, numbers, sentence);
        let head = doc.paragraphs.get(place.paragraph).map_or(0, |p| p.tokens.start);
        let mut at = r.start;
        while at < r.end {
            if !can_begin(&r, at) {
                at += 1;
                continue;
            }
            let last = found.last().filter(|f| f.sentence == sentence);
            let Some(read) = time(&r, at, last).filter(|read| read.end > at) else {
                at += 1;
                continue;
            };
            found.push(Found {
                tokens: at..read.end,
                sentence,
                paragraph: place.paragraph,
                meaning: read.what,
                heads: at == head,
            });
            at = read.end;
        }
    }
    found
}

/// Lists of what a time may begin with.
const BEGINNINGS: [&Lexicon; 9] = [
    &CALENDAR,
    &DATE_MODIFIERS,
    &DAY_PARTS,
    &HOLIDAYS,
    &LENGTH_ADJECTIVES,
    &NUMBER_WORDS,
    &TIME_SETS,
    &TIME_UNITS,
    &VAGUE_COUNTS,
];

/// A quick look that most tokens do not pass. Articles and words such as "this" pass if the word after them does.
fn can_begin(r: &Reader, at: usize) -> bool {
    if r.is_number(at) || r.is_apostrophe(at) {
        return true;
    }
    let word = r.word(at);
    if word == Word::UNKNOWN {
        let text = r.of(at);
        return text.len() <= 6 && (text.ends_with(|c: char| c.is_ascii_digit()) || text == "FY");
    }
    const CORE: u64 = union(&BEGINNINGS);
    const ALL: u64 = CORE | union(&[&APPROXIMATORS, &TIME_COMPANY, &TIME_SHIFTS, &TIME_WORDS]);
    if !word.begins_any(ALL) && !r.is_article(at) {
        return false;
    }
    let begins = |list: &Lexicon| word.begins_any(list.bit()) && r.longest(list, at).is_some();
    if word.begins_any(CORE) && BEGINNINGS.into_iter().any(begins)
        || [&APPROXIMATORS, &TIME_WORDS].into_iter().any(begins)
    {
        return true;
    }
    if word.begins_any(TIME_SHIFTS.bit()) || r.is_article(at) {
        let next = r.word(at + 1);
        return next.begins_any(CORE | TIME_SHIFTS.bit())
            || r.is_number(at + 1)
            || r.is(at + 1, "fiscal")
            || r.is_apostrophe(at + 1);
    }
    word.begins_any(TIME_COMPANY.bit()) && r.has_role(at, "opens")
}

/// The bits of some lists.
const fn union(lists: &[&Lexicon]) -> u64 {
    let mut bits = 0;
    let mut rest = lists;
    while let [list, others @ ..] = rest {
        bits |= list.bit();
        rest = others;
    }
    bits
}

/// The time that begins at this token. `last` is the one before it in the sentence.
fn time(r: &Reader, at: usize, last: Option<&Found>) -> Option<Read<Meaning>> {
    let every = |r, at| set::read(r, at).map(|s| s.map(Meaning::Every));
    day_of_range(r, at, last)
        .or_else(|| nth::read(r, at).map(|day| day.map(Meaning::Day)))
        .or_else(|| modified(r, at))
        .or_else(|| every(r, at))
        .or_else(|| clocked(r, at))
        .or_else(|| part_of(r, at))
        .or_else(|| clock::part_of_some_day(r, at).and_then(|read| extended(r, read)))
        .or_else(|| duration::read(r, at).map(|read| from_day(r, read)))
        .or_else(|| dated(r, at))
        .or_else(|| relative::read(r, at).and_then(|read| extended(r, read)))
}

/// "early 2009", "the end of March", "mid-September", "later that month", "late last night"
fn modified(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let modifier = r.longest(&DATE_MODIFIERS, r.skip(at, "the"))?;
    let end = modifier.end + usize::from(r.is_hyphen(modifier.end));
    let whole = relative::whole_after_modifier(r, end).map(|d| d.map(Meaning::Day));
    part_of(r, end)
        .or_else(|| clock::part_of_some_day(r, end))
        .or_else(|| clock::part(r, end).map(|part| part.map(|clock| Meaning::Moment(None, clock))))
        .or(whole)
        .or_else(|| dated(r, end))
        .or_else(|| relative::read(r, end).and_then(|read| extended(r, read)))
        .filter(|read| !matches!(read.what, Meaning::Length(_) | Meaning::Day(Day::Reference(_))))
}

/// A date with what it may have after it: a part of its day, a clock time.
fn dated(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let day = numeric::read(r, at).or_else(|| calendar::read(r, at)).or_else(|| period::read(r, at))?;
    let whole = !matches!(
        day.what,
        Day::Parts { day: 0, .. } | Day::Month { .. } | Day::Season { .. } | Day::Portion { .. }
    );
    let after = if whole { clock::after_day(r, day) } else { None };
    Some(after.unwrap_or(day.map(Meaning::Day)))
}

/// "two weeks before Christmas", "three days from Tuesday": a length with the day that it is told from.
fn from_day(r: &Reader, read: Read<Meaning>) -> Read<Meaning> {
    let Meaning::Length(Length { parts: [Some((Some(count), unit)), None, ..] }) = read.what else {
        return read;
    };
    let back = r.is(read.end, "before");
    let ahead = ["after", "from", "since"].iter().any(|w| r.is(read.end, w));
    let unit_fits = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
    if !(back || ahead) || !unit_fits || count.fract() != 0.0 || count > 1000.0 {
        return read;
    }
    let day = calendar::read(r, read.end + 1).or_else(|| numeric::read(r, read.end + 1)).or_else(|| {
        match relative::read(r, read.end + 1)? {
            Read { what: Meaning::Day(day @ Day::Days(_)), end } => Some(Read::new(day, end)),
            _ => None,
        }
    });
    #[expect(clippy::cast_possible_truncation, reason = "whole and small enough, see the guard")]
    let steps = if back { -(count as i32) } else { count as i32 };
    match day.filter(|d| is_one_day(&d.what)) {
        Some(day) => day.map(|day| Meaning::From(steps, unit, day)),
        None => read,
    }
}

fn is_one_day(day: &Day) -> bool {
    matches!(day, Day::Days(_) | Day::Weekday { .. } | Day::Feast { .. } | Day::Parts { day: 1.., .. })
}

/// "today at 3 p.m.", "tonight at 8:30"
fn extended(r: &Reader, read: Read<Meaning>) -> Option<Read<Meaning>> {
    let after = match read.what {
        Meaning::Day(day @ (Day::Days(_) | Day::Unit { unit: Unit::Day, .. })) => {
            clock::after_day(r, Read::new(day, read.end))
        }
        Meaning::Moment(Some(day), part) if part.hour.is_none() => {
            clock::after_day(r, Read::new(day, read.end))
        }
        _ => None,
    };
    Some(after.unwrap_or(read))
}

/// "8 a.m. on Tuesday", "10:30 p.m. Sunday", "noon today", "18:00 UTC"
fn clocked(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    if let Some(moment) = clock::hour_of_part(r, at) {
        return Some(moment);
    }
    let clock = clock::read(r, at)?;
    let comma = r.skip_comma(clock.end);
    let on = if r.is(comma, "on") || r.is(comma, "of") { comma + 1 } else { clock.end };
    let day = calendar::read(r, on).or_else(|| match relative::read(r, on)? {
        Read { what: Meaning::Day(day @ Day::Days(_)), end } => Some(Read::new(day, end)),
        _ => None,
    });
    Some(match day {
        Some(day) => day.map(|day| Meaning::Moment(Some(day), clock.what)),
        None => match clock::part_of_some_day(r, on) {
            Some(Read { what: Meaning::Moment(Some(day), _), end }) => {
                Read::new(Meaning::Moment(Some(day), clock.what), end)
            }
            _ => clock.map(|clock| Meaning::Moment(None, clock)),
        },
    })
}

/// "the morning of 31 January", "the night of May 5"
fn part_of(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let part = clock::part(r, r.skip(at, "the"))?;
    let of = Some(part.end).filter(|e| r.is(*e, "of") || r.is(*e, "on"))? + 1;
    let day = numeric::read(r, of).or_else(|| calendar::read(r, of))?;
    Some(day.map(|day| Meaning::Moment(Some(day), part.what)))
}

/// One end of a range of days, whose month or year stands at the other end: "6" in "6-7 January 1916", "9, 1918" in
/// "March 5-9, 1918".
fn day_of_range(r: &Reader, at: usize, last: Option<&Found>) -> Option<Read<Meaning>> {
    let day = r.day_number(at).filter(|_| r.is_number(at))?;
    if is_joint(r, day.end)
        && let Some(Read { what: Day::Parts { year, month, day: later }, .. }) =
            calendar::read(r, day.end + 1)
        && later > 0
        && r.is_number(day.end + 1)
    {
        return Some(day.map(|day| Meaning::Day(Day::Parts { year, month, day })));
    }
    if r.month(r.skip(day.end, "of")).is_some() {
        return None;
    }
    let before = last.filter(|l| l.tokens.end + 1 == at && is_joint(r, at - 1))?;
    let Meaning::Day(Day::Parts { year: Year::Unsaid, month, day: earlier @ 1.. }) = before.meaning else {
        return None;
    };
    let year = calendar::year_after(r, day.end);
    let counts = r.of(year.end).starts_with(char::is_alphabetic) && r.doc.class(year.end).is_nominal();
    let free = year.end >= r.end || !counts || year.what != Year::Unsaid || r.is_dash(at - 1);
    (day.what > earlier && free)
        .then(|| year.map(|year| Meaning::Day(Day::Parts { year, month, day: day.what })))
}

fn is_joint(r: &Reader, at: usize) -> bool {
    r.is_dash(at) || r.has_role(at, "range")
}
