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

    /// The day so many days later; earlier for a negative number. None beyond the years 1 to 9999.
    pub fn plus_days(self, days: i32) -> Option<Date> {
        Date::from_number(self.number() + i64::from(days))
    }

    /// The same day of the month so many months later, or the month's last day where it is shorter.
    pub fn plus_months(self, months: i32) -> Option<Date> {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = i32::try_from(count.div_euclid(12)).ok()?;
        let month = u8::try_from(count.rem_euclid(12) + 1).ok()?;
        Date::new(year, month, self.day.min(days_in(year, month)))
    }

    /// The day of the week, Monday 1 to Sunday 7.
    pub fn weekday(self) -> u8 {
        // 0001-01-01, day 0, was a Monday.
        u8::try_from(self.number().rem_euclid(7) + 1).unwrap_or(1)
    }

    /// The ISO 8601 week: its year and its number, 1 to 53.
    pub fn iso_week(self) -> (i32, u8) {
        // The week belongs to the year that its Thursday lies in.
        let thursday = self.plus_days(4 - i32::from(self.weekday())).unwrap_or(self);
        let first = Date { year: thursday.year, month: 1, day: 1 };
        let week = (thursday.number() - first.number()) / 7 + 1;
        (thursday.year, u8::try_from(week).unwrap_or(1))
    }

    /// The Monday of an ISO week.
    pub fn of_iso_week(year: i32, week: i32) -> Option<Date> {
        let fourth = Date::new(year, 1, 4)?;
        fourth.plus_days((week - 1) * 7 + 1 - i32::from(fourth.weekday()))
    }

    /// Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 8).
    pub fn easter(year: i32) -> Option<Date> {
        let (golden, century, rest) = (year % 19, year / 100, year % 100);
        let correction = (century - (century + 8) / 25 + 1) / 3;
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        let shift = (golden + 11 * epact + 22 * weekday) / 451;
        let days = epact + weekday - 7 * shift + 114;
        Date::new(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)
    }

    /// The nth such weekday of a month, the last one for 0.
    pub fn nth_weekday(year: i32, month: u8, weekday: u8, nth: u8) -> Option<Date> {
        if nth == 0 {
            let last = Date::new(year, month, days_in(year, month))?;
            return last.plus_days(-i32::from((last.weekday() + 7 - weekday) % 7));
        }
        let first = Date::new(year, month, 1)?;
        let ahead = i32::from((weekday + 7 - first.weekday()) % 7);
        first.plus_days(ahead + 7 * (i32::from(nth) - 1))
    }

    /// Days since 0001-01-01, by Howard Hinnant's `days_from_civil`: years begin in March, so that the leap day is last.
    pub fn number(self) -> i64 {
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 306
    }

    fn from_number(number: i64) -> Option<Date> {
        let days = number + 306;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date::new(
            i32::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day_of_year - (153 * shifted + 2) / 5 + 1).ok()?,
        )
    }
}

/// Writes `YYYY-MM-DD`.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Reads `YYYY-MM-DD`; a time of day after it, as in `2022-01-14T09:30:00Z`, is left aside.
///
/// ```
/// let day: reportedly::Date = "2022-01-14T09:30:00Z".parse()?;
/// assert_eq!(day.to_string(), "2022-01-14");
/// assert!("14 January 2022".parse::<reportedly::Date>().is_err());
/// # Ok::<(), String>(())
/// ```
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn every_day_has_its_number() {
        let mut day = date("1895-12-30");
        for _ in 0..90_000 {
            let next = day.plus_days(1).unwrap();
            assert_eq!(next.number(), day.number() + 1);
            assert_eq!(next.plus_days(-1), Some(day));
            assert_eq!(next.weekday(), day.weekday() % 7 + 1);
            day = next;
        }
    }

    #[test]
    fn weeks_months_and_feasts() {
        assert_eq!(date("2022-01-14").weekday(), 5);
        assert_eq!(date("2021-01-03").iso_week(), (2020, 53));
        assert_eq!(date("2018-12-31").iso_week(), (2019, 1));
        assert_eq!(Date::of_iso_week(2022, 3), Some(date("2022-01-17")));
        assert_eq!(date("2024-03-31").plus_months(-1), Some(date("2024-02-29")));
        assert_eq!(Date::easter(2019), Some(date("2019-04-21")));
        assert_eq!(Date::easter(2024), Some(date("2024-03-31")));
        assert_eq!(Date::nth_weekday(2023, 11, 4, 4), Some(date("2023-11-23")));
        assert_eq!(Date::nth_weekday(2021, 5, 1, 0), Some(date("2021-05-31")));
        assert_eq!(date("9999-12-31").plus_days(1), None);
    }
}
