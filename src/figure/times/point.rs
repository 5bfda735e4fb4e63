//! A place on the calendar, as exact as a text tells it.

use super::meaning::Unit;
use crate::figure::Date;
use std::fmt;

/// A year, a month of it, a day of that; month and day 0 where they are not known. Years before the common era are negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl From<Date> for Point {
    fn from(date: Date) -> Point {
        Point { year: date.year, month: date.month, day: date.day }
    }
}

/// Writes the TIMEX3 value: `1943`, `1943-07`, `1943-07-04`, `BC0490`.
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.year < 0 {
            write!(f, "BC{:04}", -self.year)?;
        } else {
            write!(f, "{:04}", self.year)?;
        }
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl Point {
    /// A year and nothing more.
    pub(super) fn of_year(year: i32) -> Point {
        Point { year, month: 0, day: 0 }
    }

    /// The day, where it is known.
    pub(super) fn date(self) -> Option<Date> {
        Date::new(self.year, self.month, self.day)
    }

    /// The year of a month that is told from here: this one, unless the turn of the year lies between.
    pub(super) fn year_around(self, month: u8) -> i32 {
        let ahead = i32::from(month) - i32::from(self.month);
        match self.month {
            0 => self.year,
            _ if ahead <= -9 => self.year + 1,
            _ if ahead >= 10 => self.year - 1,
            _ => self.year,
        }
    }

    /// So many units later, as exact as the unit is.
    pub(super) fn away(self, steps: i32, unit: Unit) -> Option<Point> {
        let year = |years: i32| self.year.checked_add(years).filter(|y| y.abs() <= 9999).map(Point::of_year);
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => None,
            Unit::Day => Some(self.date()?.plus_days(steps)?.into()),
            Unit::Week | Unit::Weekend => Some(self.date()?.plus_days(steps.checked_mul(7)?)?.into()),
            Unit::Month => self.months_away(steps),
            Unit::Quarter => self.months_away(steps.checked_mul(3)?),
            Unit::Year => year(steps),
            Unit::Decade => year(steps.checked_mul(10)?),
            Unit::Century => year(steps.checked_mul(100)?),
            Unit::Millennium => year(steps.checked_mul(1000)?),
        }
    }

    fn months_away(self, steps: i32) -> Option<Point> {
        let date = Date::new(self.year, self.month, 1)?.plus_months(steps)?;
        Some(Point { day: 0, ..date.into() })
    }

    /// The value of the whole unit that this point lies in.
    pub(super) fn in_unit(self, unit: Unit) -> String {
        let week = |ending| match self.date().map(Date::iso_week) {
            Some((year, week)) => format!("{year:04}-W{week:02}{ending}"),
            None => format!("{:04}-WXX{ending}", self.year),
        };
        match unit {
            Unit::Week => week(""),
            Unit::Weekend => week("-WE"),
            Unit::Quarter => format!("{:04}-Q{}", self.year, self.month.saturating_sub(1) / 3 + 1),
            Unit::Decade => self.leading(10),
            Unit::Century => self.leading(100),
            Unit::Millennium => self.leading(1000),
            _ => self.to_string(),
        }
    }

    fn leading(self, factor: i32) -> String {
        let era = if self.year < 0 { "BC" } else { "" };
        let width = if factor == 10 { 3 } else { 2 };
        format!("{era}{:0width$}", self.year.abs() / factor)
    }
}

/// The day of a month nearest to `from` that falls on such a weekday.
pub(super) fn nearest(from: Point, day: u8, weekday: u8) -> Option<Date> {
    let month = Date::new(from.year, from.month, 1)?;
    [0, 1, -1, 2, -2, 3, -3].into_iter().find_map(|months| {
        let month = month.plus_months(months)?;
        Date::new(month.year, month.month, day).filter(|date| date.weekday() == weekday)
    })
}

/// A month or day of an unknown year.
pub(super) fn yearless(month: u8, day: u8) -> String {
    if day > 0 { format!("XXXX-{month:02}-{day:02}") } else { format!("XXXX-{month:02}") }
}

/// A unit that lies somewhere before or after an unknown time.
pub(super) fn unknown(unit: Unit, steps: i32) -> String {
    let value = match (steps, unit) {
        (_, Unit::Day) => "XXXX-XX-XX",
        (_, Unit::Week) => "XXXX-WXX",
        (_, Unit::Weekend) => "XXXX-WXX-WE",
        (_, Unit::Month) => "XXXX-XX",
        (_, Unit::Quarter) => "XXXX-QX",
        (_, Unit::Year) => "XXXX",
        (0, _) => "PRESENT_REF",
        (1.., _) => "FUTURE_REF",
        _ => "PAST_REF",
    };
    value.to_owned()
}

/// The middle month of a season.
pub(super) fn season_month(code: &str) -> u8 {
    match code {
        "SP" => 4,
        "SU" => 7,
        "FA" => 10,
        _ => 1,
    }
}

/// The day of a feast in a year, by its rule: `12-25`, `11/4/4+1` (fourth Thursday of November and a day), `easter-2`.
pub(super) fn feast(rule: &str, year: i32) -> Option<Date> {
    if let Some(days) = rule.strip_prefix("easter") {
        return Date::easter(year)?.plus_days(days.parse().ok()?);
    }
    if let Some((month, rest)) = rule.split_once('/') {
        let (weekday, rest) = rest.split_once('/')?;
        let (nth, days) = rest.split_once('+').unwrap_or((rest, "0"));
        let date = Date::nth_weekday(year, month.parse().ok()?, weekday.parse().ok()?, nth.parse().ok()?)?;
        return date.plus_days(days.parse().ok()?);
    }
    if rule.len() == 10 {
        return rule.parse().ok();
    }
    let (month, day) = rule.split_once('-')?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?)
}

/// A feast of an unknown year.
pub(super) fn feast_yearless(rule: &str) -> String {
    if rule.len() == 5 { format!("XXXX-{rule}") } else { "XXXX-XX-XX".to_owned() }
}
