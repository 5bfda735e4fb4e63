//! One of several parts of a whole: "the first week of 2015", "the last Friday of May", "the third month of next year".

use super::meaning::{Day, Nth, Unit, Whole, Year};
use super::point::Point;
use super::reader::{Read, Reader};
use super::{calendar, period, relative};
use crate::figure::Date;

/// Such a part, beginning at this token.
pub(super) fn read(r: &Reader, at: usize) -> Option<Read<Day>> {
    let the = r.skip(at, "the");
    let last = r.is(the, "last") || r.is(the, "final");
    let (number, end) = if last { (0, the + 1) } else { r.ordinal(the).map(|o| (o.what, o.end))? };
    let (part, end) = match r.weekday(end) {
        Some(weekday) => (Nth::Weekday(weekday.what), weekday.end),
        None => {
            let unit = r.unit(end)?;
            let (name, factor, plural) = unit.what;
            let part = matches!(name, Unit::Day | Unit::Week | Unit::Month) && !plural && factor == 1.0;
            part.then_some((Nth::Unit(name), unit.end))?
        }
    };
    let of = Some(end).filter(|e| r.is(*e, "of") || r.is(*e, "in"))? + 1;
    let whole = whole(r, of)?;
    // "the last month of the war", "the first day of May": the reader of days has the second.
    let smaller = !matches!((part, whole.what), (Nth::Unit(Unit::Month), Whole::Month(_, 1..)));
    smaller.then(|| whole.map(|of| Day::Nth { number, part, of }))
}

/// The month or year that a part is one of.
fn whole(r: &Reader, at: usize) -> Option<Read<Whole>> {
    let day = calendar::read(r, at)
        .or_else(|| period::read(r, at))
        .or_else(|| relative::whole_after_modifier(r, at))
        .or_else(|| relative::shifted_unit(r, at))?;
    let whole = match day.what {
        Day::Parts { year, month, day: 0 } => Whole::Month(year, month),
        Day::Month { month, shift } => Whole::Month(Year::Shifted(shift), month),
        Day::Unit { unit: unit @ (Unit::Month | Unit::Year), shift } => Whole::Shifted(unit, shift),
        _ => return None,
    };
    Some(day.map(|_| whole))
}

/// The TIMEX3 value of a part of a month or, where the month is 0, of a year; `number` 0 is the last.
pub(super) fn value(number: u8, part: Nth, whole: Point) -> Option<(String, Option<Point>)> {
    let (first, months) = if whole.month == 0 { (1, 12) } else { (whole.month, 1) };
    let begins = Date::new(whole.year, first, 1)?;
    let ends = begins.plus_months(months)?.plus_days(-1)?;
    let nth = |days: i32| begins.plus_days(days * (i32::from(number) - 1)).filter(|d| *d <= ends);
    let date = match part {
        Nth::Weekday(weekday) => {
            Date::nth_weekday(whole.year, first, weekday, number).filter(|_| months == 1)?
        }
        Nth::Unit(Unit::Week) if whole.month == 0 => {
            // The last week of a year is the one of its 28 December.
            let week = if number == 0 { Date::new(whole.year, 12, 28)?.iso_week().1 } else { number };
            return (1..=53).contains(&week).then(|| (format!("{:04}-W{week:02}", whole.year), None));
        }
        Nth::Unit(Unit::Week) => {
            let (year, week) = if number == 0 { ends } else { nth(7)? }.iso_week();
            return Some((format!("{year:04}-W{week:02}"), None));
        }
        Nth::Unit(Unit::Month) => {
            let month = if number == 0 { 12 } else { number };
            let point = (1..=12).contains(&month).then_some(Point { month, day: 0, ..whole })?;
            return Some((point.to_string(), Some(point)));
        }
        Nth::Unit(_) if number == 0 => ends,
        Nth::Unit(_) => nth(1)?,
    };
    Some((Point::from(date).to_string(), Some(date.into())))
}
