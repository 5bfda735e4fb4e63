//! Figures: every quantity, amount, share, date, time and span of time, with its value.

mod age;
mod amount;
mod approximation;
mod change;
mod counted;
mod date;
mod measured;
mod money;
mod name;
pub mod number;
mod percent;
mod quantity;
mod range;
mod scan;
mod times;

pub use date::Date;

use crate::span::{Quote, Span};
use crate::text::Document;
use number::Numbers;
use serde::{Serialize, Serializer};

/// One figure. Its extent is the number with sign, magnitude, unit or currency; approximator and counted noun are fields.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Figure<'t> {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// The rule that found it.
    pub rule: &'static str,
    /// What sort of figure it is.
    #[serde(rename = "type")]
    pub kind: FigureType,
    /// The number it comes to, in `unit` or `currency`; none for ranges and for times.
    #[serde(serialize_with = "number")]
    pub value: Option<f64>,
    /// The lower end of a range.
    #[serde(serialize_with = "number")]
    pub low: Option<f64>,
    /// The upper end of a range.
    #[serde(serialize_with = "number")]
    pub high: Option<f64>,
    /// Singular English name of the unit: "kilometre per hour", "percentage point"; empty for a pure number or a count.
    pub unit: Option<String>,
    /// ISO 4217 code, or the usual code of a crypto-currency.
    pub currency: Option<&'static str>,
    /// How exact the text says it is.
    pub approximation: Option<Approximation>,
    /// What is counted or measured: "100,000 Russian troops" -> "Russian troops", "net profit rose 5%" -> "net profit".
    pub counted: Option<Quote<'t>>,
    /// Whether the text says that it rose or fell to this, or by this.
    pub change: Option<Change>,
    /// The figure it changed from, where the text says so: in the stage's list its place, in an analysis its id.
    pub from: Option<u32>,
    /// TIMEX3 value of dates, times, durations and sets, resolved against the date of publication.
    pub date: Option<String>,
}

/// The sorts of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum FigureType {
    /// A number of things: "100,000 troops".
    Count,
    /// A plain number.
    Number,
    /// An amount of money.
    Money,
    /// A share in hundredths, percentage points, basis points.
    Percent,
    /// A measure with a unit.
    Quantity,
    /// A temperature.
    Temperature,
    /// How old somebody is.
    Age,
    /// So many for every so much: "15 a year".
    Rate,
    /// One to another: "two to one", "1 in 5".
    Ratio,
    /// A result of a game or vote: "3-1".
    Score,
    /// A place in an order: "third".
    Ordinal,
    /// From one number to another.
    Range,
    /// A day, month, year or other stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that recurs: "every Monday".
    Set,
}

/// How exact a figure claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Approximation {
    /// "some", "around", "roughly"
    About,
    /// "at least", "no fewer than"
    AtLeast,
    /// "at most", "up to"
    AtMost,
    /// "more than", "over"
    MoreThan,
    /// "less than", "under"
    LessThan,
    /// "nearly", "almost"
    Nearly,
}

impl Approximation {
    /// The one of that name in kebab-case, as the list of approximators has it.
    pub(crate) fn named(name: &str) -> Option<Approximation> {
        Some(match name {
            "about" => Approximation::About,
            "at-least" => Approximation::AtLeast,
            "at-most" => Approximation::AtMost,
            "more-than" => Approximation::MoreThan,
            "less-than" => Approximation::LessThan,
            "nearly" => Approximation::Nearly,
            _ => return None,
        })
    }
}

/// Which way a figure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Change {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It stayed.
    Same,
}

/// Finds all figures, in text order, without overlap. `published` is the day that "Friday" and "last month" are told from.
///
/// Times come first: a number inside one is no figure of its own. Linear in the document.
pub fn find<'t>(doc: &Document<'t>, published: Option<Date>) -> Vec<Figure<'t>> {
    let numbers = Numbers::find(doc);
    let mut times = times::find(doc, &numbers, published);
    times.retain(|time| {
        let tokens = doc.tokens_of(time.span);
        numbers.starting_at(tokens.start).is_none_or(|n| n.tokens != tokens || !name::is_address(doc, n))
    });
    let others = scan::find(doc, &numbers, &times);
    merge(times, others)
}

/// Both lists as one, in text order, without overlap: a time gives way only to a figure that holds it ("60 miles an hour").
fn merge<'t>(times: Vec<Figure<'t>>, others: Vec<Figure<'t>>) -> Vec<Figure<'t>> {
    let mut merged: Vec<Figure> = Vec::with_capacity(times.len() + others.len());
    let mut places = vec![None; others.len()];
    let mut times = times.into_iter().peekable();
    for (index, mut figure) in others.into_iter().enumerate() {
        while let Some(time) = times.next_if(|t| t.span.end <= figure.span.start) {
            merged.push(time);
        }
        while times.next_if(|t| figure.span.contains(t.span) && t.span != figure.span).is_some() {}
        if times.peek().is_none_or(|t| !t.span.overlaps(figure.span)) {
            figure.from = figure.from.filter(|f| *f as usize != index);
            if let Some(place) = places.get_mut(index) {
                *place = u32::try_from(merged.len()).ok();
            }
            merged.push(figure);
        }
    }
    merged.extend(times);
    // "from" counted places among the others; now it counts them among all.
    for figure in &mut merged {
        figure.from = figure.from.and_then(|from| places.get(from as usize).copied().flatten());
    }
    merged
}

impl Figure<'_> {
    /// A figure of which nothing is known yet but what it is and where.
    fn new(span: Span, kind: FigureType, rule: &'static str) -> Self {
        Figure {
            span,
            rule,
            kind,
            value: None,
            low: None,
            high: None,
            unit: None,
            currency: None,
            approximation: None,
            counted: None,
            change: None,
            from: None,
            date: None,
        }
    }
}

/// Whole numbers are written without a decimal point.
#[expect(clippy::ref_option, reason = "serde hands out a reference to the field")]
fn number<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    /// Beyond this, doubles no longer hold every whole number.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match value {
        Some(value) if value.fract() == 0.0 && value.abs() < EXACT =>
        {
            #[expect(clippy::cast_possible_truncation, reason = "whole and small enough, see the guard")]
            serializer.serialize_some(&(*value as i64))
        }
        Some(value) => serializer.serialize_some(value),
        None => serializer.serialize_none(),
    }
}
