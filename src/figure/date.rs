//! A day of the Gregorian calendar.

use std::str::FromStr;

/// A day, valid by construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year of the common era.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in(year, month);
        valid.then_some(Date { year, month, day })
    }
}

/// Reads `YYYY-MM-DD`; a time of day after it, as in `2022-01-14T09:30:00Z`, is left aside.
impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Date, String> {
        let error =
            || format!("\"{text}\" is not a date; write it as year-month-day, for example 2022-01-14");
        let day = text.split(['T', ' ']).next().unwrap_or("");
        let mut parts = day.split('-');
        let mut next = |digits: usize| {
            let part = parts.next().filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))?;
            part.parse::<u16>().ok()
        };
        let (year, month, day) = (next(4), next(2), next(2));
        match (year, month, day, parts.next()) {
            (Some(year), Some(month), Some(day), None) => {
                let small = |n: u16| u8::try_from(n).ok();
                small(month)
                    .zip(small(day))
                    .and_then(|(m, d)| Date::new(i32::from(year), m, d))
                    .ok_or_else(error)
            }
            _ => Err(error()),
        }
    }
}

/// How many days a month has.
pub fn days_in(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}
