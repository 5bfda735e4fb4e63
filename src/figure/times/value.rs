//! Writes TIMEX3 values (ISO-TimeML, 2010): lengths, clock times, sets.

use super::meaning::{Clock, Every, Length, Unit};
use crate::decimal;

/// `P3D`, `PT1H30M`, `PXW` for a vague count.
pub(super) fn length(length: &Length) -> String {
    let mut value = String::from("P");
    let mut clock = false;
    for (count, unit) in length.parts.iter().flatten() {
        let (count, code) = scaled(*count, *unit);
        if unit.is_clock() && !clock {
            clock = true;
            value.push('T');
        }
        match count {
            Some(count) => value.push_str(&decimal::write(count)),
            None => value.push('X'),
        }
        value.push_str(code);
    }
    value
}

/// Decades, centuries and quarters are counted in years and months where the count is known.
fn scaled(count: Option<f64>, unit: Unit) -> (Option<f64>, &'static str) {
    let times = |factor: f64| count.map(|c| c * factor);
    match unit {
        Unit::Second => (count, "S"),
        Unit::Minute => (count, "M"),
        // Half an hour is said in minutes, as clocks do.
        Unit::Hour if count == Some(0.5) => (Some(30.0), "M"),
        Unit::Hour => (count, "H"),
        Unit::Day => (count, "D"),
        Unit::Weekend => (count, "WE"),
        Unit::Week => (count, "W"),
        Unit::Month => (count, "M"),
        Unit::Quarter => (times(3.0), if count.is_some() { "M" } else { "Q" }),
        Unit::Year => (count, "Y"),
        Unit::Decade => (times(10.0), if count.is_some() { "Y" } else { "DE" }),
        Unit::Century => (times(100.0), if count.is_some() { "Y" } else { "CE" }),
        Unit::Millennium => (times(1000.0), if count.is_some() { "Y" } else { "ML" }),
    }
}

/// `T15:30`, `T08:00Z`, `TMO`.
pub(super) fn clock(clock: &Clock) -> String {
    let Some(hour) = clock.hour else {
        return format!("T{}", clock.part);
    };
    let minute = clock.minute.unwrap_or(0);
    match clock.second {
        Some(second) => format!("T{hour:02}:{minute:02}:{second:02}{}", clock.zone),
        None => format!("T{hour:02}:{minute:02}{}", clock.zone),
    }
}

/// `P1D`, `XXXX-WXX-1`, `XXXX-WXX-1T09:00`.
pub(super) fn every(every: &Every) -> String {
    match every {
        Every::Length(count, unit) => length(&Length::one(*count, *unit)),
        Every::Listed(value) => (*value).to_owned(),
        Every::Weekday(weekday, at) => {
            format!("XXXX-WXX-{weekday}{}", at.as_ref().map(clock).unwrap_or_default())
        }
        Every::Clock(at) => clock(at),
        Every::Season(code) => format!("XXXX-{code}"),
        Every::Month(month) => format!("XXXX-{month:02}"),
        Every::Weekend => "XXXX-WXX-WE".to_owned(),
    }
}
