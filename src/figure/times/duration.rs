//! Lengths of time, and times told by their distance: "three years", "three years ago".

use super::meaning::{Anchor, Day, Length, Meaning, Unit};
use super::reader::{Read, Reader};
use super::relative::{self, ends_phrase};
use super::{calendar, period};
use crate::decimal;
use crate::figure::number::Form;
use crate::lexicon::{APPROXIMATORS, CHANGE_VERBS, LENGTH_ADJECTIVES, TIME_DIRECTIONS, VAGUE_COUNTS};
use crate::text::Class;

/// A count of a unit; no count where it is vague.
type Part = (Option<f64>, Unit);

/// A length of time beginning at this token, with what says how exact it is and from where it counts.
pub(super) fn read(r: &Reader, at: usize) -> Option<Read<Meaning>> {
    let start = r.longest(&APPROXIMATORS, at).map_or(at, |a| a.end);
    if r.is(at, "over") && spans(r, at, start) {
        return None;
    }
    // "over the past week" is no approximation.
    let stretch = if start == at { stretch(r, at) } else { None };
    let first = stretch.or_else(|| part(r, start, start == at)).or_else(|| part(r, at, false))?;
    let (mut length, mut end) = (Length { parts: [Some(first.what), None, None, None] }, first.end);
    for index in 1..length.parts.len() {
        let Some(next) = and_part(r, end, length.parts.get(index - 1).copied().flatten()) else { break };
        if let Some(slot) = length.parts.get_mut(index) {
            *slot = Some(next.what);
        }
        end = next.end;
    }
    if is_age(r, end) || r.is_after(at, "aged") {
        return None;
    }
    if stretch.is_some() {
        end = of_date(r, end);
    }
    Some(away(r, &length, end).unwrap_or(Read::new(Meaning::Length(length), end)))
}

/// Whether "over" before a length says through which time something went on, rather than that it was longer: "fell by a third
/// over four years".
fn spans(r: &Reader, at: usize, start: usize) -> bool {
    let told = part(r, start, false).is_some_and(|p| r.longest(&TIME_DIRECTIONS, p.end).is_some());
    let Some(before) = at.checked_sub(1).filter(|b| *b >= r.start) else {
        return !told;
    };
    let class = r.doc.class(before);
    let adverb = class.is(Class::ADVERB) && !r.of(before).ends_with("ly");
    let lasts = class.is(Class::VERB_FORM | Class::AUXILIARY)
        && !CHANGE_VERBS.has(r.word(before))
        && !class.is(Class::NOUN);
    let passive = class.is(Class::PAST) && before > r.start && r.doc.class(before - 1).is(Class::BE);
    let measures = class.is(Class::PREPOSITION) || adverb || lasts && !passive;
    !told && !measures
}

/// "the past three months", "the next few years", "the first ten months of 1915"
fn stretch(r: &Reader, at: usize) -> Option<Read<Part>> {
    let shift = r.shift(r.skip(at, "the"));
    let ordinal = |a| r.ordinal(a).filter(|o| o.what == 1 && r.is(at, "the")).map(|o| o.end);
    let end = match shift {
        Some(shift) => shift.end,
        None => ordinal(r.skip(at, "the"))?,
    };
    let unit = |read: Read<Option<f64>>| named(r, read.end, read.what).filter(|u| u.what.0 != Some(1.0));
    let vague = r.longest(&VAGUE_COUNTS, end).map(|v| v.map(|e| decimal::read(e.get("count"))));
    vague.or_else(|| number(r, end)).and_then(unit)
}

/// Where "of 1915", "of last year" ends after a stretch of time, if it stands here.
pub(super) fn of_date(r: &Reader, at: usize) -> usize {
    let of = at + 1;
    let date = calendar::read(r, of)
        .or_else(|| period::read(r, of))
        .or_else(|| relative::whole_after_modifier(r, of));
    date.filter(|_| r.is(at, "of")).map_or(at, |d| d.end)
}

/// "three years", "a year", "several days", "five-year", "two and a half years", "half an hour"
fn part(r: &Reader, at: usize, first: bool) -> Option<Read<Part>> {
    if let Some(half) = half(r, at).or_else(|| all(r, at)).or_else(|| fraction(r, at)) {
        return Some(half);
    }
    if let Some(vague) = r.longest(&VAGUE_COUNTS, at) {
        let plural = r.unit(after_adjective(r, vague.end)).is_some_and(|u| u.what.2);
        if plural {
            return named(r, vague.end, decimal::read(vague.what.get("count")));
        }
    }
    if let Some(count) = number(r, at) {
        let unit = named(r, count.end, count.what).filter(|u| !is_idiom(r, at, u));
        return unit.map(|u| with_half(r, u)).or_else(|| of_range(r, at, count));
    }
    if r.is(at, "a") || r.is(at, "an") || r.is(at, "another") {
        return article(r, at).map(|u| with_half(r, u));
    }
    if first { bare(r, at) } else { None }
}

/// A cardinal number; "single".
fn number(r: &Reader, at: usize) -> Option<Read<Option<f64>>> {
    if r.is(at, "single") {
        return Some(Read::new(Some(1.0), at + 1));
    }
    let number = r.number(at)?;
    let counts = match number.form {
        Form::Cardinal => true,
        // "½ hour", but not "half year"
        Form::Fraction => number.value < 1.0 && (r.is_number(at) || r.unit(number.tokens.end).is_none()),
        Form::Indefinite | Form::Ordinal => false,
    };
    let indefinite = number.form == Form::Indefinite;
    let end = number.tokens.end + usize::from(indefinite && r.is(number.tokens.end, "of"));
    let value = if indefinite { None } else { Some(number.value) };
    (counts || indefinite).then(|| Read::new(value, end))
}

/// The unit after a count, perhaps after a hyphen or an adjective: "three straight days", "five-year".
fn named(r: &Reader, at: usize, count: Option<f64>) -> Option<Read<Part>> {
    // "3h"
    if r.of(at) == "h" && r.is_joined(at) {
        return Some(Read::new((count, Unit::Hour), at + 1));
    }
    let hyphen = r.is_hyphen(at);
    let named = if hyphen { at + 1 } else { after_adjective(r, at) };
    let unit = r.unit(named)?;
    let (name, factor, plural) = unit.what;
    // "$118 billion last year": a number counts a singular only alone or tied to it, "a 20 year low".
    if !plural && !hyphen && named > at && count != Some(1.0) {
        return None;
    }
    // "two second readings", "one quarter": a singular is as often an ordinal or a fraction.
    let weak = matches!(name, Unit::Second | Unit::Quarter) && !plural && !r.is(named, "sec");
    (!weak || hyphen).then(|| Read::new((count.map(|c| c * factor), name), unit.end))
}

fn after_adjective(r: &Reader, at: usize) -> usize {
    r.longest(&LENGTH_ADJECTIVES, at).map_or(at, |a| a.end)
}

/// "a year and a half"
fn with_half(r: &Reader, read: Read<Part>) -> Read<Part> {
    let half = r.is(read.end, "and")
        && r.is(read.end + 1, "a")
        && r.is(read.end + 2, "half")
        && r.unit(read.end + 3).is_none();
    if r.is(read.end, "or") && r.is(read.end + 1, "two") {
        return Read::new((None, read.what.1), read.end + 2);
    }
    if half { Read::new((read.what.0.map(|c| c + 0.5), read.what.1), read.end + 3) } else { read }
}

/// "half an hour", "a half hour", "half a century"
fn half(r: &Reader, at: usize) -> Option<Read<Part>> {
    let article = r.is(at, "a");
    let half = at + usize::from(article);
    let end = if r.is(half, "half") { half + 1 } else { return None };
    let end = if r.is(end, "a") || r.is(end, "an") { end + 1 } else { end + usize::from(r.is_hyphen(end)) };
    let unit = r.unit(end)?;
    let (name, factor, plural) = unit.what;
    (!plural).then(|| Read::new((Some(0.5 * factor), name), unit.end))
}

/// The "60" of "between 60 and 90 days", "ten or fifteen years".
fn of_range(r: &Reader, at: usize, count: Read<Option<f64>>) -> Option<Read<Part>> {
    let joint = r.is(count.end, "or")
        || r.is(count.end, "to")
        || r.is_dash(count.end)
        || r.is(count.end, "and") && r.is_after(at, "between");
    let second = number(r, count.end + 1).filter(|_| joint)?;
    let unit = named(r, second.end, second.what).filter(|u| u.what.1 >= Unit::Hour && !is_age(r, u.end))?;
    let larger = second.what.zip(count.what).is_some_and(|(b, a)| b > a);
    larger.then(|| Read::new((count.what, unit.what.1), count.end))
}

/// "a quarter of a century", "three quarters of an hour"
fn fraction(r: &Reader, at: usize) -> Option<Read<Part>> {
    let number = r.number(at).filter(|n| n.form == Form::Fraction && r.is(n.tokens.end, "of"))?;
    let article = number.tokens.end + 1;
    let unit = r.unit(article + 1).filter(|u| (r.is(article, "a") || r.is(article, "an")) && !u.what.2)?;
    Some(unit.map(|(name, factor, _)| (Some(number.value * factor), name)))
}

/// "all day", "all week"
fn all(r: &Reader, at: usize) -> Option<Read<Part>> {
    let unit = r.unit(at + 1).filter(|u| r.is(at, "all") && !u.what.2 && !u.what.0.is_clock())?;
    Some(unit.map(|(name, factor, _)| (Some(factor), name)))
}

/// "a year", "another day": not "a second" and, without a word that measures, not "a day".
fn article(r: &Reader, at: usize) -> Option<Read<Part>> {
    let adjective = after_adjective(r, at + 1);
    let unit = r.unit(adjective)?;
    let (name, factor, plural) = unit.what;
    let hyphen = r.is_hyphen(unit.end);
    let weak = matches!(name, Unit::Second | Unit::Minute | Unit::Day | Unit::Quarter | Unit::Weekend);
    let measured = r.follows_preposition(at)
        || r.is_after(at, "for")
        || r.is_after(at, "than")
        || r.longest(&TIME_DIRECTIONS, unit.end).is_some()
        || adjective > at + 1
        || r.is(at, "another");
    let ok = !plural && !hyphen && name != Unit::Second && name != Unit::Quarter && (!weak || measured);
    ok.then(|| Read::new((Some(factor), name), unit.end))
}

/// "for years", "within days", "weeks later", "month-long", "year-earlier"
fn bare(r: &Reader, at: usize) -> Option<Read<Part>> {
    let unit = r.unit(at)?;
    let (name, factor, plural) = unit.what;
    if !plural {
        let tied = r.is_hyphen(unit.end);
        let long =
            tied && (r.is(unit.end + 1, "long") || r.longest(&TIME_DIRECTIONS, unit.end + 1).is_some());
        let end = unit.end + if r.is(unit.end + 1, "long") { 2 } else { 0 };
        return long.then(|| Read::new((Some(factor), name), end));
    }
    let long = !matches!(name, Unit::Second | Unit::Quarter | Unit::Weekend | Unit::Minute);
    let told = r
        .longest(&TIME_DIRECTIONS, unit.end)
        .is_some_and(|d| d.what.get("use") != "end" || ends_phrase(r, d.end));
    (long && (told || r.is_after_role(at, "measures"))).then(|| Read::new((None, name), unit.end))
}

/// "… and ten minutes", "… 30 minutes" after a larger unit
fn and_part(r: &Reader, at: usize, last: Option<Part>) -> Option<Read<Part>> {
    let larger = last?;
    let and = r.skip(r.skip_comma(at), "and");
    let next = number(r, and).and_then(|n| named(r, n.end, n.what)).filter(|n| n.what.0.is_some())?;
    (next.what.1 < larger.1).then_some(next)
}

/// "old", "-old", "of age": how old somebody is is no length of time.
fn is_age(r: &Reader, at: usize) -> bool {
    let word = at + usize::from(r.is_hyphen(at));
    ["old", "olds", "older", "younger"].iter().any(|w| r.is(word, w)) || r.is(at, "of") && r.is(at + 1, "age")
}

/// "one day he will": a day in a story, not a length.
fn is_idiom(r: &Reader, at: usize, read: &Read<Part>) -> bool {
    let one = r.is(at, "one") && matches!(read.what.1, Unit::Day | Unit::Minute | Unit::Second);
    one && !r.is_hyphen(at + 1)
        && !r.follows_preposition(at)
        && r.longest(&TIME_DIRECTIONS, read.end).is_none()
}

/// "ago", "later", "before" after a length: the time at that distance.
fn away(r: &Reader, length: &Length, end: usize) -> Option<Read<Meaning>> {
    let end = if r.is_hyphen(end) { end + 1 } else { end };
    let direction = r.longest(&TIME_DIRECTIONS, end)?;
    let needs_end = direction.what.get("use") == "end";
    if needs_end && !ends_phrase(r, direction.end) {
        return None;
    }
    let (count, unit) = length.parts.first().copied().flatten()?;
    let back = direction.what.get("direction") == "back";
    let anchor = if direction.what.get("anchor") == "speech" { Anchor::Speech } else { Anchor::Narrative };
    Some(direction.map(|_| Meaning::Day(Day::Away { count, unit, back, anchor })))
}
