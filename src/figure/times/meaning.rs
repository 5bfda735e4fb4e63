//! What an expression of time says, before it is known from which day it is said.

use crate::lexicon::Entry;

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A stretch of the calendar.
    Day(Day),
    /// So many units after a day, before it where negative: "two weeks before Christmas".
    From(i32, Unit, Day),
    /// A time of day, of a day where the text says which.
    Moment(Option<Day>, Clock),
    /// A length of time.
    Length(Length),
    /// What comes again.
    Every(Every),
}

/// A day or another stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Day {
    /// Year, month and day as written; month or day 0 where unsaid.
    Parts { year: Year, month: u8, day: u8 },
    /// "Friday", "last Friday".
    Weekday { weekday: u8, shift: Option<Shift> },
    /// "Monday of next week".
    InWeek { weekday: u8, week: Shift },
    /// "last September"
    Month { month: u8, shift: Shift },
    /// "the summer of 1943", with its TIMEX3 code.
    Season { code: &'static str, year: Year, shift: Option<Shift> },
    /// The third quarter, the first half: letter `Q` or `H`.
    Portion { letter: char, number: u8, year: Year },
    /// "the 20th", "Monday the 20th"; weekday 0 where unsaid.
    OfMonth { day: u8, weekday: u8 },
    /// "last month", "the same day"
    Unit { unit: Unit, shift: Shift },
    /// "two years ago", "a few days later"; no count where it is vague, counted back where negative.
    Away { count: Option<f64>, unit: Unit, back: bool, anchor: Anchor },
    /// "yesterday": days from the day of writing.
    Days(i32),
    /// "the 1990s" by their first year; "the 90s" lack the century.
    Decade { first: i32, century: bool },
    /// "the 19th century"
    Century(i32),
    /// A named day, by its rule in the list.
    Feast { rule: &'static str, year: Year },
    /// "2021/22"
    Years(i32, i32),
    /// "fiscal 2021"
    Fiscal(Year),
    /// "week 31"
    Week { number: u8, year: Year },
    /// "the first week of 2015", "the last Friday of May"; number 0 is the last.
    Nth { number: u8, part: Nth, of: Whole },
    /// A TIMEX3 reference: `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Reference(&'static str),
}

/// What there are several of in a month or year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Nth {
    Weekday(u8),
    Unit(Unit),
}

/// What something is a part of: a month of a year, or where the month is 0 the year; "next month", "last year".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Whole {
    Month(Year, u8),
    Shifted(Unit, Shift),
}

/// Which year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Year {
    /// The text does not say.
    Unsaid,
    /// This one; negative before the common era.
    Is(i32),
    /// "of that year", "last year".
    Shifted(Shift),
}

/// Which one of several: the list says how each word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    Last,
    Past,
    This,
    Next,
    Coming,
    Previous,
    Same,
    Following,
}

/// From where an expression counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The moment of writing: "two years ago".
    Speech,
    /// The moment that the narrative has come to: "two years later".
    Narrative,
}

/// Units of time, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Clock {
    /// The hour, 0 to 24, with minute and second where they are said.
    pub(super) hour: Option<u8>,
    pub(super) minute: Option<u8>,
    pub(super) second: Option<u8>,
    /// `Z`, `+01:00`, or nothing.
    pub(super) zone: &'static str,
    /// The TIMEX3 code of a part of the day, where no hour is said.
    pub(super) part: &'static str,
}

/// A length of time: up to four counts of units, "two hours and ten minutes".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    /// No count where it is vague: "several days".
    pub(super) parts: [Option<(Option<f64>, Unit)>; 4],
}

/// What comes again and again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Every {
    /// Once in a length of time.
    Length(Option<f64>, Unit),
    /// A value from the list: "daily".
    Listed(&'static str),
    /// Each such day of the week, perhaps at some hour.
    Weekday(u8, Option<Clock>),
    /// Each day at some hour or in some part.
    Clock(Clock),
    /// Each such season.
    Season(&'static str),
    /// Each such month.
    Month(u8),
    /// Each weekend.
    Weekend,
}

impl Shift {
    /// The shift that a row of `time-shifts` names.
    pub(super) fn of(entry: Entry) -> Shift {
        match entry.get("shift") {
            "last" => Shift::Last,
            "past" => Shift::Past,
            "this" => Shift::This,
            "next" => Shift::Next,
            "coming" => Shift::Coming,
            "previous" => Shift::Previous,
            "following" => Shift::Following,
            _ => Shift::Same,
        }
    }

    /// How many units from the anchor.
    pub(super) fn steps(self) -> i32 {
        match self {
            Shift::Last | Shift::Past | Shift::Previous => -1,
            Shift::This | Shift::Same => 0,
            Shift::Next | Shift::Coming | Shift::Following => 1,
        }
    }

    /// From where it counts.
    pub(super) fn anchor(self) -> Anchor {
        match self {
            Shift::Previous | Shift::Same | Shift::Following => Anchor::Narrative,
            _ => Anchor::Speech,
        }
    }
}

impl Unit {
    /// The unit that a row of `time-units` names.
    pub(super) fn of(entry: Entry) -> Unit {
        let clock = entry.get("class") == "clock";
        match entry.get("code") {
            "S" => Unit::Second,
            "M" if clock => Unit::Minute,
            "H" => Unit::Hour,
            "WE" => Unit::Weekend,
            "W" => Unit::Week,
            "M" => Unit::Month,
            "Q" => Unit::Quarter,
            "Y" => Unit::Year,
            "DE" => Unit::Decade,
            "CE" => Unit::Century,
            "ML" => Unit::Millennium,
            _ => Unit::Day,
        }
    }

    /// Whether it is a part of a day.
    pub(super) fn is_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }

    /// Its English name, singular.
    pub(super) fn name(self) -> &'static str {
        match self {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Weekend => "weekend",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Quarter => "quarter",
            Unit::Year => "year",
            Unit::Decade => "decade",
            Unit::Century => "century",
            Unit::Millennium => "millennium",
        }
    }
}

impl Whole {
    /// Whether it is a year rather than a month.
    pub(super) fn is_year(self) -> bool {
        matches!(self, Whole::Month(_, 0) | Whole::Shifted(Unit::Year, _))
    }
}

impl Length {
    /// A length of one count of a unit.
    pub(super) fn one(count: Option<f64>, unit: Unit) -> Length {
        Length { parts: [Some((count, unit)), None, None, None] }
    }
}

impl Clock {
    /// A part of the day.
    pub(super) fn part(part: &'static str) -> Clock {
        Clock { hour: None, minute: None, second: None, zone: "", part }
    }
}
