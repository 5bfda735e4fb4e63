//! Dates, times of day, lengths of time and recurring times, with their TIMEX3 values.
//!
//! First every expression is read for what it says ([`Meaning`]), then the text is followed from its beginning to its
//! end, and each is resolved against the day of publication and the time that the text has come to ([`Timeline`]).

mod calendar;
mod clock;
mod duration;
mod meaning;
mod nth;
mod numeric;
mod period;
mod point;
mod reader;
mod relative;
mod scan;
mod set;
mod tense;
mod timeline;
mod value;

use super::number::Numbers;
use super::{Approximation, Date, Figure, FigureType};
use crate::lexicon::APPROXIMATORS;
use crate::text::Document;
use meaning::{Day, Meaning, Year};
use std::ops::Range;
use timeline::Timeline;

/// One expression of time.
struct Found {
    tokens: Range<usize>,
    sentence: usize,
    paragraph: usize,
    meaning: Meaning,
    /// Whether it stands at the head of a paragraph.
    heads: bool,
}

impl Found {
    /// The day of writing, if this is a whole date at the head of a paragraph.
    fn dateline(&self) -> Option<Date> {
        match self.meaning {
            Meaning::Day(Day::Parts { year: Year::Is(year), month, day }) if self.heads => {
                Date::new(year, month, day)
            }
            _ => None,
        }
    }
}

/// Finds them, in text order, without overlap. `numbers` are the numbers of the document; `published` is the day of
/// writing. Linear in the text.
pub fn find<'t>(doc: &Document<'t>, numbers: &Numbers, published: Option<Date>) -> Vec<Figure<'t>> {
    let found = scan::find(doc, numbers);
    let mut timeline = Timeline::new(&found, published);
    let resolved = found.iter().enumerate().map(|(index, time)| {
        let reader = scan::reader(doc, numbers, time.sentence);
        figure(doc, time, timeline.resolve(&reader, time, found.get(index + 1)))
    });
    resolved.collect()
}

fn figure<'t>(doc: &Document<'t>, time: &Found, date: String) -> Figure<'t> {
    let (kind, rule) = kind(&time.meaning);
    let mut figure = Figure::new(doc.span(time.tokens.clone()), kind, rule);
    if let Meaning::Length(length) = time.meaning
        && let [Some((Some(count), unit)), None, None, None] = length.parts
    {
        figure.value = Some(count);
        figure.unit = Some(unit.name().to_owned());
    }
    let approximator = doc.longest(&APPROXIMATORS, time.tokens.clone());
    figure.approximation =
        approximator.and_then(|(entry, _)| Approximation::named(entry.get("approximation")));
    figure.date = Some(date);
    figure
}

/// The type of a time, and the rule that read it.
fn kind(meaning: &Meaning) -> (FigureType, &'static str) {
    match meaning {
        Meaning::Day(day) => (FigureType::Date, rule(day)),
        Meaning::From(..) => (FigureType::Date, "date/distance"),
        Meaning::Moment(None, _) => (FigureType::Time, "time/clock"),
        Meaning::Moment(Some(_), _) => (FigureType::Time, "time/of-day"),
        Meaning::Length(_) => (FigureType::Duration, "duration/length"),
        Meaning::Every(_) => (FigureType::Set, "set/every"),
    }
}

fn rule(day: &Day) -> &'static str {
    match day {
        Day::Parts { month: 0, .. } => "date/year",
        Day::Parts { day: 0, .. } => "date/month",
        Day::Parts { .. } => "date/day",
        Day::Weekday { .. } | Day::InWeek { .. } => "date/weekday",
        Day::Month { .. } => "date/shifted-month",
        Day::Season { .. } => "date/season",
        Day::Portion { .. } => "date/quarter-or-half",
        Day::OfMonth { .. } => "date/day-of-month",
        Day::Unit { .. } => "date/shifted-unit",
        Day::Away { .. } => "date/distance",
        Day::Days(_) => "date/from-today",
        Day::Decade { .. } => "date/decade",
        Day::Century(_) => "date/century",
        Day::Feast { .. } => "date/feast",
        Day::Years(..) => "date/two-years",
        Day::Fiscal(_) => "date/fiscal-year",
        Day::Week { .. } => "date/week",
        Day::Nth { .. } => "date/nth-of",
        Day::Reference(_) => "date/reference",
    }
}
