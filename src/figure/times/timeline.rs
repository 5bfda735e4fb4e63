//! Resolves times: against the day of publication, against the day that the narrative has come to, by the tense.

use super::Found;
use super::meaning::{Anchor, Clock, Day, Meaning, Nth, Shift, Unit, Whole, Year};
use super::reader::Reader;
use super::tense::{Tense, tense};
use super::{nth, point, value};
use crate::figure::Date;
use point::Point;

/// What is known of time while a text is read from beginning to end.
pub(super) struct Timeline {
    /// The day of writing.
    speech: Option<Date>,
    /// Whether the text tells history, so that the day of writing says nothing of its times.
    narrative: bool,
    /// The time that was told last.
    running: Option<Point>,
    /// The month or day that was told last, or the year that a sentence began with.
    scene: Option<Point>,
    /// The day that was told last.
    day: Option<Point>,
    /// A time of an earlier year, after the paragraph and sentence that told it: what follows there belongs to it.
    aside: Option<(usize, usize, Point)>,
}

/// What a time comes to: its TIMEX3 value, and where that is on the calendar.
struct Resolved {
    value: String,
    point: Option<Point>,
}

impl From<Point> for Resolved {
    fn from(point: Point) -> Resolved {
        Resolved { value: point.to_string(), point: Some(point) }
    }
}

impl From<String> for Resolved {
    fn from(value: String) -> Resolved {
        Resolved { value, point: None }
    }
}

impl Timeline {
    /// Reads how the text stands to its date of publication; without one, a date at its head serves.
    pub(super) fn new(found: &[Found], published: Option<Date>) -> Timeline {
        let speech = published.or_else(|| found.iter().take(3).find_map(Found::dateline));
        let history = speech.is_none_or(|speech| is_history(found, speech.year));
        Timeline { speech, narrative: history, running: None, scene: None, day: None, aside: None }
    }

    /// The TIMEX3 value of a time. Times must come in text order; `next` is the one after it.
    pub(super) fn resolve(&mut self, r: &Reader, time: &Found, next: Option<&Found>) -> String {
        match time.meaning {
            Meaning::Length(length) => value::length(&length),
            Meaning::Every(every) => value::every(&every),
            Meaning::Day(day) => {
                let year = next.and_then(|n| inherited(r, time, n));
                let resolved = self.day(r, day, time, year);
                self.advance(r, time, day, resolved.point);
                resolved.value
            }
            Meaning::From(steps, unit, day) => self.from(r, time, steps, unit, day),
            Meaning::Moment(day, clock) => self.moment(r, time, day, clock),
        }
    }

    /// "two weeks before Christmas", to the day.
    fn from(&self, r: &Reader, time: &Found, steps: i32, unit: Unit, day: Day) -> String {
        let base = self.day(r, day, time, None).point.and_then(Point::date);
        let date = base.and_then(|base| match unit {
            Unit::Day => base.plus_days(steps),
            Unit::Week => base.plus_days(steps.checked_mul(7)?),
            Unit::Month => base.plus_months(steps),
            _ => base.plus_months(steps.checked_mul(12)?),
        });
        date.map_or_else(|| "XXXX-XX-XX".to_owned(), |date| Point::from(date).to_string())
    }

    fn moment(&mut self, r: &Reader, time: &Found, day: Option<Day>, clock: Clock) -> String {
        let at = value::clock(&clock);
        let resolved = match day {
            Some(day) => {
                let resolved = self.day(r, day, time, None);
                self.advance(r, time, day, resolved.point);
                resolved
            }
            None => match self.running.filter(|p| p.day > 0).or(self.day) {
                Some(point) => point.into(),
                None => return at,
            },
        };
        let whole = resolved.value.len() >= 10 && !resolved.value.contains('_');
        if whole { resolved.value + &at } else { at }
    }

    /// Moves the running time on.
    fn advance(&mut self, r: &Reader, time: &Found, day: Day, point: Option<Point>) {
        let Some(point) = point else { return };
        let start = time.tokens.start;
        // A year sets the scene for days only at the head of a sentence: "In 1941, …", not "a campaign in 1976".
        let heads = point.month > 0 || start <= r.start + 1;
        let aside = r.is_after(start, "since") || r.is_after(start, "for");
        let tells = match day {
            Day::Parts { month, .. } => !aside && (month > 0 || r.preposition(start) == "strong" || heads),
            Day::Unit { unit, shift } => unit <= Unit::Day || (self.narrative && shift.steps() >= 0),
            Day::Away { .. }
            | Day::Weekday { .. }
            | Day::InWeek { .. }
            | Day::Days(_)
            | Day::OfMonth { .. }
            | Day::Month { .. } => true,
            Day::Season { .. } | Day::Feast { .. } => true,
            _ => false,
        };
        if !tells {
            return;
        }
        self.running = Some(point);
        if heads {
            self.scene = Some(point);
        }
        if point.day > 0 {
            self.day = Some(point);
        }
        let other = self.speech.is_some_and(|s| s.year > point.year);
        let said = matches!(day, Day::Parts { year: Year::Is(_), .. });
        if other && said && heads {
            self.aside = Some((time.paragraph, time.sentence, point));
        } else if !other && said {
            self.aside = None;
        }
    }

    /// The time from which an expression counts.
    fn anchor(&self, anchor: Anchor) -> Option<Point> {
        let speech = self.speech.map(Point::from);
        match anchor {
            Anchor::Speech if !self.narrative => speech.or(self.running),
            _ => self.running.or(speech.filter(|_| !self.narrative)),
        }
    }

    fn day(&self, r: &Reader, day: Day, time: &Found, inherited: Option<i32>) -> Resolved {
        let tense = || tense(r, &time.tokens);
        match day {
            Day::Parts { year, month, day } => self.parts(year, month, day, time, inherited, tense),
            Day::Weekday { weekday, shift } => self.weekday(weekday, shift, tense),
            Day::InWeek { weekday, week } => self.in_week(weekday, week),
            Day::Month { month, shift } => self.shifted_month(month, shift),
            Day::Season { code, year, shift } => self.season(code, year, shift, time, tense),
            Day::Portion { letter, number, year } => self.portion(letter, number, year, tense),
            Day::OfMonth { day, weekday } => self.of_month(day, weekday, tense),
            Day::Unit { unit: Unit::Weekend, shift: Shift::Same } if !self.narrative => self.weekend(tense()),
            Day::Unit { unit, shift } => self.unit(unit, shift),
            Day::Away { count, unit, back, anchor } => self.away(count, unit, back, anchor),
            Day::Days(days) => self.days(days),
            Day::Decade { first, .. } => (first / 10).to_string().into(),
            Day::Century(number) => format!("{:02}", number - 1).into(),
            Day::Feast { rule, year } => self.feast(rule, year, time, tense),
            Day::Years(from, to) => format!("{from}/{to}").into(),
            Day::Fiscal(year) => format!("FY{}", self.year_text(year)).into(),
            Day::Week { number, year } => format!("{}-W{number:02}", self.year_text(year)).into(),
            Day::Nth { number, part, of } => self.nth(number, part, of, time, tense),
            Day::Reference(value) => value.to_owned().into(),
        }
    }

    /// The year that is said, if one is.
    fn said_year(&self, year: Year) -> Option<i32> {
        match year {
            Year::Unsaid => None,
            Year::Is(year) => Some(year),
            Year::Shifted(shift) => Some(self.anchor(shift.anchor())?.year + shift.steps()),
        }
    }

    fn year_text(&self, year: Year) -> String {
        let year = self.said_year(year).or(self.anchor(Anchor::Speech).map(|p| p.year));
        year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"))
    }

    fn parts(
        &self,
        year: Year,
        month: u8,
        day: u8,
        time: &Found,
        inherited: Option<i32>,
        tense: impl Fn() -> Tense,
    ) -> Resolved {
        let year = self.said_year(year).or(inherited).or_else(|| self.year_of(month, day, time, tense));
        match year {
            Some(year) => Point { year, month, day }.into(),
            None => point::yearless(month, day).into(),
        }
    }

    /// The year of a month or day without one.
    fn year_of(&self, month: u8, day: u8, time: &Found, tense: impl Fn() -> Tense) -> Option<i32> {
        if let Some(told) = self.told(time, day) {
            return Some(told.year_around(month));
        }
        let speech = self.speech?;
        let day = if day == 0 { speech.day } else { day };
        let this = (month, day);
        let today = (speech.month, speech.day);
        let year = speech.year;
        Some(match tense() {
            Tense::Past if this > today => year - 1,
            Tense::Future if this < today => year + 1,
            Tense::Unsaid => {
                let ahead = (i32::from(month) * 31 + i32::from(day))
                    - (i32::from(speech.month) * 31 + i32::from(speech.day));
                year + i32::from(ahead < -186) - i32::from(ahead > 186)
            }
            _ => year,
        })
    }

    /// The time that the narrative has come to, where a month without a year belongs to it.
    fn told(&self, time: &Found, day: u8) -> Option<Point> {
        let near =
            |paragraph: usize, sentence: usize| paragraph == time.paragraph && time.sentence <= sentence + 2;
        let aside = self.aside.filter(|(paragraph, sentence, _)| near(*paragraph, *sentence)).map(|a| a.2);
        let told = if day > 0 { self.scene.or(self.running) } else { self.running };
        if self.narrative { told } else { aside }
    }

    fn weekday(&self, weekday: u8, shift: Option<Shift>, tense: impl Fn() -> Tense) -> Resolved {
        let anchor = self.anchor(shift.map_or(Anchor::Speech, Shift::anchor)).and_then(Point::date);
        let Some(from) = anchor else {
            return format!("XXXX-WXX-{weekday}").into();
        };
        let ahead = (i32::from(weekday) - i32::from(from.weekday())).rem_euclid(7);
        let days = match shift {
            Some(Shift::Last | Shift::Past | Shift::Previous) => {
                if ahead == 0 {
                    -7
                } else {
                    ahead - 7
                }
            }
            Some(Shift::Next | Shift::Coming | Shift::Following) => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Some(Shift::This) => i32::from(weekday) - i32::from(from.weekday()),
            Some(Shift::Same) => ahead - if ahead == 0 { 0 } else { 7 },
            None if self.narrative => {
                if ahead > 3 {
                    ahead - 7
                } else {
                    ahead
                }
            }
            None if tense() == Tense::Future => ahead,
            None => {
                if ahead == 0 {
                    0
                } else {
                    ahead - 7
                }
            }
        };
        plus(from, days)
    }

    fn in_week(&self, weekday: u8, week: Shift) -> Resolved {
        match self.anchor(week.anchor()).and_then(Point::date) {
            Some(from) => plus(from, week.steps() * 7 + i32::from(weekday) - i32::from(from.weekday())),
            None => format!("XXXX-WXX-{weekday}").into(),
        }
    }

    fn nth(&self, number: u8, part: Nth, of: Whole, time: &Found, tense: impl Fn() -> Tense) -> Resolved {
        let whole = match of {
            Whole::Month(year, 0) => self.said_year(year).map(Point::of_year),
            Whole::Month(year, month) => {
                let year = self.said_year(year).or_else(|| self.year_of(month, 0, time, tense));
                year.map(|year| Point { year, month, day: 0 })
            }
            Whole::Shifted(unit, shift) => {
                self.anchor(shift.anchor()).and_then(|from| from.away(shift.steps(), unit))
            }
        };
        let day = whole.map(|p| Point { day: 0, month: if of.is_year() { 0 } else { p.month }, ..p });
        match day.and_then(|whole| nth::value(number, part, whole)) {
            Some((value, point)) => Resolved { value, point },
            None => "XXXX-XX-XX".to_owned().into(),
        }
    }

    fn shifted_month(&self, month: u8, shift: Shift) -> Resolved {
        let Some(from) = self.anchor(shift.anchor()) else {
            return point::yearless(month, 0).into();
        };
        let year = match shift.steps() {
            -1 => from.year - i32::from(month >= from.month.max(1)),
            1 => from.year + i32::from(month <= from.month),
            _ => from.year,
        };
        Point { year, month, day: 0 }.into()
    }

    fn season(
        &self,
        code: &'static str,
        year: Year,
        shift: Option<Shift>,
        time: &Found,
        tense: impl Fn() -> Tense,
    ) -> Resolved {
        let month = point::season_month(code);
        let year = self.said_year(year).or_else(|| match shift {
            None => self.year_of(month, 0, time, tense),
            Some(shift) => {
                let from = self.anchor(shift.anchor())?;
                Some(match shift.steps() {
                    -1 => from.year - i32::from(month + 1 >= from.month.max(1)),
                    1 => from.year + i32::from(month <= from.month),
                    _ => from.year,
                })
            }
        });
        match year {
            Some(year) => Resolved {
                value: format!("{}-{code}", Point::of_year(year)),
                point: Some(Point::of_year(year)),
            },
            None => format!("XXXX-{code}").into(),
        }
    }

    fn portion(&self, letter: char, number: u8, year: Year, tense: impl Fn() -> Tense) -> Resolved {
        let months = if letter == 'Q' { 3 } else { 6 };
        let begins = (number - 1) * months + 1;
        let year = self.said_year(year).or_else(|| {
            let from = self.anchor(Anchor::Speech)?;
            let ahead = begins > from.month.max(1);
            let over = begins + months <= from.month;
            Some(match tense() {
                Tense::Future => from.year + i32::from(over),
                _ => from.year - i32::from(ahead),
            })
        });
        let year = year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"));
        format!("{year}-{letter}{number}").into()
    }

    fn of_month(&self, day: u8, weekday: u8, tense: impl Fn() -> Tense) -> Resolved {
        let near = self.anchor(Anchor::Speech).filter(|_| weekday > 0);
        if let Some(date) = near.and_then(|from| point::nearest(from, day, weekday)) {
            return Point::from(date).into();
        }
        let Some(from) = self.running.filter(|p| p.month > 0).or(self.anchor(Anchor::Speech)) else {
            return format!("XXXX-XX-{day:02}").into();
        };
        if self.narrative || self.running.is_some_and(|p| p.month > 0) {
            return Point { day, ..from }.into();
        }
        let shift = match tense() {
            Tense::Future => i32::from(day < from.day),
            _ => -i32::from(day > from.day),
        };
        let month = Date::new(from.year, from.month.max(1), 1).and_then(|d| d.plus_months(shift));
        month.map_or_else(
            || format!("XXXX-XX-{day:02}").into(),
            |m| Point { year: m.year, month: m.month, day }.into(),
        )
    }

    fn unit(&self, unit: Unit, shift: Shift) -> Resolved {
        let dayless = |p: &Point| unit <= Unit::Week && p.day == 0;
        let anchor = self.anchor(shift.anchor());
        let Some(from) = anchor.filter(|p| !dayless(p)).or(self.day.filter(|_| !self.narrative)).or(anchor)
        else {
            return point::unknown(unit, shift.steps()).into();
        };
        point_away(from, shift.steps(), unit)
    }

    /// "the weekend": the one that is coming, or the last that has begun.
    fn weekend(&self, tense: Tense) -> Resolved {
        let begun = self.speech.is_some_and(|s| s.weekday() > 5);
        let shift = if begun || tense == Tense::Future { Shift::This } else { Shift::Last };
        self.unit(Unit::Weekend, shift)
    }

    fn away(&self, count: Option<f64>, unit: Unit, back: bool, anchor: Anchor) -> Resolved {
        let vague = if back { "PAST_REF" } else { "FUTURE_REF" };
        let (Some(count), Some(from)) = (count, self.anchor(anchor)) else {
            return vague.to_owned().into();
        };
        let (count, unit) = match unit {
            _ if count.fract() == 0.0 => (count, unit),
            Unit::Century => (count * 100.0, Unit::Year),
            Unit::Decade => (count * 10.0, Unit::Year),
            Unit::Year => (count * 12.0, Unit::Month),
            _ => (count, unit),
        };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the cast saturates, and no calendar goes so far"
        )]
        let steps = if back { -(count.round() as i32) } else { count.round() as i32 };
        // Weeks from a day come to a day; from today, to a week.
        let week = unit == Unit::Week && anchor == Anchor::Narrative;
        let (steps, unit) = if week { (steps.saturating_mul(7), Unit::Day) } else { (steps, unit) };
        if unit.is_clock() {
            return if from.day > 0 { format!("{from}TXX").into() } else { vague.to_owned().into() };
        }
        point_away(from, steps, unit)
    }

    fn days(&self, days: i32) -> Resolved {
        if self.narrative && days == 0 {
            return "PRESENT_REF".to_owned().into();
        }
        match self.anchor(Anchor::Speech).and_then(Point::date) {
            Some(from) => plus(from, days),
            None => "XXXX-XX-XX".to_owned().into(),
        }
    }

    fn feast(&self, rule: &'static str, year: Year, time: &Found, tense: impl Fn() -> Tense) -> Resolved {
        let Some(near) = self.said_year(year).or(self.anchor(Anchor::Speech).map(|p| p.year)) else {
            return point::feast_yearless(rule).into();
        };
        let Some(date) = point::feast(rule, near) else {
            return "XXXX-XX-XX".to_owned().into();
        };
        if year != Year::Unsaid || rule.len() == 10 {
            return Point::from(date).into();
        }
        let year = self.year_of(date.month, date.day, time, tense).unwrap_or(near);
        point::feast(rule, year).map_or_else(|| "XXXX-XX-XX".to_owned().into(), |d| Point::from(d).into())
    }
}

fn plus(from: Date, days: i32) -> Resolved {
    match from.plus_days(days) {
        Some(date) => Point::from(date).into(),
        None => "XXXX-XX-XX".to_owned().into(),
    }
}

fn point_away(from: Point, steps: i32, unit: Unit) -> Resolved {
    match from.away(steps, unit) {
        Some(point) => Resolved { value: point.in_unit(unit), point: Some(point) },
        None => point::unknown(unit, steps).into(),
    }
}

/// Whether a text tells of other years than its own, and seldom of "Friday" or "yesterday".
fn is_history(found: &[Found], year: i32) -> bool {
    let mut far = 0;
    let mut near = 0;
    for time in found {
        match time.meaning {
            Meaning::Day(Day::Parts { year: Year::Is(said), month, .. }) => {
                let weight = if month > 0 { 3 } else { 1 };
                *(if said == year { &mut near } else { &mut far }) += weight;
            }
            Meaning::Day(Day::Weekday { .. } | Day::Days(_)) => near += 3,
            Meaning::Day(Day::Unit { shift, .. }) if shift.anchor() == Anchor::Speech => near += 2,
            _ => {}
        }
    }
    far >= 12 && far > 2 * near
}

/// The year of "April" in "April and June 1955": the one that the next date says, where only a joint stands between.
fn inherited(r: &Reader, time: &Found, next: &Found) -> Option<i32> {
    let Meaning::Day(Day::Parts { year: Year::Unsaid, month, .. }) = time.meaning else {
        return None;
    };
    let Meaning::Day(Day::Parts { year: Year::Is(year), month: later, .. }) = next.meaning else {
        return None;
    };
    let between = time.tokens.end..next.tokens.start;
    let joint = between.len() <= 2
        && between
            .clone()
            .all(|i| r.is_dash(i) || r.of(i) == "," || r.of(i) == "(" || r.has_role(i, "joint"));
    (month > 0 && joint && later > 0).then(|| year - i32::from(month > later))
}
