//! Looks at the tokens of one sentence.

use super::meaning::{Shift, Unit};
use crate::decimal;
use crate::figure::number::{Form, Number, Numbers};
use crate::lexicon::{CALENDAR, Entry, Lexicon, TENSE_CUES, TIME_COMPANY, TIME_SHIFTS, TIME_UNITS, Word};
use crate::text::{Class, Document, TokenKind};

/// A reader of tokens that never looks beyond the end of a sentence.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a, 't> {
    pub(super) doc: &'a Document<'t>,
    pub(super) numbers: &'a Numbers,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What was read, and the token after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Read<T> {
    pub(super) what: T,
    pub(super) end: usize,
}

impl<T> Read<T> {
    pub(super) fn new(what: T, end: usize) -> Read<T> {
        Read { what, end }
    }

    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Read<U> {
        Read { what: change(self.what), end: self.end }
    }
}

impl<'a, 't> Reader<'a, 't> {
    /// The text of a token; empty outside the sentence.
    pub(super) fn of(&self, at: usize) -> &'t str {
        if at < self.end { self.doc.of(at) } else { "" }
    }

    /// The word of a token; unknown outside the sentence.
    pub(super) fn word(&self, at: usize) -> Word {
        if at < self.end { self.doc.word(at) } else { Word::UNKNOWN }
    }

    /// Whether a token is this word, in whatever case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.of(at).eq_ignore_ascii_case(word)
    }

    /// Whether the token before is this word.
    pub(super) fn is_after(&self, at: usize, word: &str) -> bool {
        self.text_before(at).eq_ignore_ascii_case(word)
    }

    /// The word before a token, unknown at the start of the sentence.
    pub(super) fn before(&self, at: usize) -> Word {
        at.checked_sub(1).filter(|b| *b >= self.start).map_or(Word::UNKNOWN, |b| self.word(b))
    }

    /// The text of the token before; empty at the start of the sentence.
    pub(super) fn text_before(&self, at: usize) -> &'t str {
        at.checked_sub(1).filter(|b| *b >= self.start).map_or("", |b| self.of(b))
    }

    /// Whether a token stands in the sentence and nothing separates it from the one before.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        at < self.end && self.doc.tokens.get(at).is_some_and(|t| !t.spaced)
    }

    /// Whether a token is a hyphen or dash.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.of(at), "-" | "–" | "—" | "‐" | "‑" | "−")
    }

    /// Whether a token is a hyphen that ties two words together.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.is_dash(at) && self.is_joined(at) && self.is_joined(at + 1)
    }

    /// Whether a token is a number.
    pub(super) fn is_number(&self, at: usize) -> bool {
        at < self.end && self.doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// The longest phrase of a list that begins here.
    #[inline]
    pub(super) fn longest(&self, list: &Lexicon, at: usize) -> Option<Read<Entry>> {
        let (entry, length) = self.doc.longest(list, at..self.end)?;
        Some(Read::new(entry, at + length))
    }

    /// A whole number of so many digits and nothing else.
    #[inline]
    pub(super) fn digits(&self, at: usize, lengths: std::ops::RangeInclusive<usize>) -> Option<u16> {
        if self.is_number(at) { self.read_digits(at, lengths) } else { None }
    }

    fn read_digits(&self, at: usize, lengths: std::ops::RangeInclusive<usize>) -> Option<u16> {
        let text = self.of(at);
        let fits = lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if fits { text.parse().ok() } else { None }
    }

    /// A month by name; a word that means something else as well needs a capital.
    pub(super) fn month(&self, at: usize) -> Option<Read<u8>> {
        let entry = CALENDAR.get(self.word(at)).filter(|e| e.get("class") == "month")?;
        let month = entry.get("number").parse().ok()?;
        let trust = entry.get("trust");
        let short = trust == "short" || (trust == "weak" && self.of(at).len() <= 3);
        // A short form may have its full stop.
        let dot = short && month != 5 && self.of(at + 1) == "." && self.is_joined(at + 1);
        Some(Read::new(month, at + 1 + usize::from(dot)))
    }

    /// How far a calendar name can be trusted alone: "", "short", "weak".
    pub(super) fn trust(&self, at: usize) -> &'static str {
        CALENDAR.get(self.word(at)).map_or("", |e| e.get("trust"))
    }

    /// A day of the week by name, "Sat." with its full stop.
    pub(super) fn weekday(&self, at: usize) -> Option<Read<u8>> {
        let entry = CALENDAR.get(self.word(at)).filter(|e| e.get("class") == "weekday")?;
        let weekday = entry.get("number").parse().ok()?;
        let dot = self.of(at).len() <= 5 && self.of(at + 1) == "." && self.is_joined(at + 1);
        Some(Read::new(weekday, at + 1 + usize::from(dot && entry.get("trust") == "weak")))
    }

    /// "last", "the same" without its article.
    pub(super) fn shift(&self, at: usize) -> Option<Read<Shift>> {
        // "will last three days" is a verb.
        let verb = self.is(at, "last") && self.doc.class(at).is(Class::VERB);
        self.longest(&TIME_SHIFTS, at).filter(|_| !verb).map(|r| r.map(Shift::of))
    }

    /// A unit of time, with how many of it the word stands for and whether it is a plural.
    pub(super) fn unit(&self, at: usize) -> Option<Read<(Unit, f64, bool)>> {
        let read = self.longest(&TIME_UNITS, at)?;
        let factor = decimal::read(read.what.get("factor"))?;
        Some(read.map(|entry| (Unit::of(entry), factor, entry.form() == 's')))
    }

    /// How surely the word before makes a following number of four digits a year: "strong", "weak", "".
    pub(super) fn preposition(&self, at: usize) -> &'static str {
        TIME_COMPANY.get(self.before(at)).map_or("", |e| e.get("year"))
    }

    /// Whether the word before is one that stands before times.
    pub(super) fn follows_preposition(&self, at: usize) -> bool {
        !self.preposition(at).is_empty()
    }

    /// Whether a token plays a part beside times: the roles are those of `time-company`.
    pub(super) fn has_role(&self, at: usize, role: &str) -> bool {
        TIME_COMPANY.get(self.word(at)).is_some_and(|e| e.has("roles", role))
    }

    /// Whether the token before plays such a part.
    pub(super) fn is_after_role(&self, at: usize, role: &str) -> bool {
        at > self.start && self.has_role(at - 1, role)
    }

    /// Whether a token is an apostrophe, or a quotation mark that may be one.
    pub(super) fn is_apostrophe(&self, at: usize) -> bool {
        self.doc.is_mark(at) && matches!(self.of(at), "'" | "’" | "‘")
    }

    /// Whether a token is an article.
    pub(super) fn is_article(&self, at: usize) -> bool {
        self.doc.class(at).is(Class::DETERMINER)
            && (self.is(at, "the") || self.is(at, "a") || self.is(at, "an"))
    }

    /// Whether a token is a verb of the past.
    pub(super) fn is_past(&self, at: usize) -> bool {
        let cue = TENSE_CUES.get(self.word(at)).is_some_and(|e| e.get("tense") == "past");
        at < self.end && (cue || self.doc.class(at).is(Class::PAST))
    }

    /// The number that begins here and ends in the sentence.
    pub(super) fn number(&self, at: usize) -> Option<&'a Number> {
        self.numbers.starting_at(at).filter(|n| n.tokens.end <= self.end)
    }

    /// An ordinal: "third", "21st".
    pub(super) fn ordinal(&self, at: usize) -> Option<Read<u8>> {
        let number = self.number(at).filter(|n| n.form == Form::Ordinal)?;
        Some(Read::new(small(number.value)?, number.tokens.end))
    }

    /// A day of the month: "4", "4th", "fourth".
    pub(super) fn day_number(&self, at: usize) -> Option<Read<u8>> {
        let read = match self.digits(at, 1..=2) {
            Some(day) => {
                Read::new(u8::try_from(day).ok()?, at + 1 + usize::from(self.is_ordinal_ending(at + 1)))
            }
            None => {
                let number = self.number(at).filter(|n| matches!(n.form, Form::Ordinal | Form::Cardinal))?;
                Read::new(small(number.value)?, number.tokens.end)
            }
        };
        (1..=31).contains(&read.what).then_some(read)
    }

    /// A number of four digits that may be a year.
    pub(super) fn year_number(&self, at: usize) -> Option<Read<i32>> {
        let year = self.digits(at, 4..=4).filter(|y| (1000..=2199).contains(y))?;
        Some(Read::new(i32::from(year), at + 1))
    }

    fn is_ordinal_ending(&self, at: usize) -> bool {
        self.is_joined(at) && ["st", "nd", "rd", "th"].iter().any(|e| self.is(at, e))
    }

    /// Where a comma, if there is one here, ends.
    pub(super) fn skip_comma(&self, at: usize) -> usize {
        at + usize::from(self.of(at) == ",")
    }

    /// Where a word, if it stands here, ends.
    pub(super) fn skip(&self, at: usize, word: &str) -> usize {
        at + usize::from(self.is(at, word))
    }

    /// Whether a token looks like a plural noun in lower case.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let text = self.of(at);
        text.len() > 3
            && text.ends_with('s')
            && !text.ends_with("ss")
            && text.bytes().all(|b| b.is_ascii_lowercase())
    }

    /// Whether a token is a word with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        at < self.end && self.doc.is_capital(at)
    }
}

/// A whole number that fits a byte.
pub(super) fn small(value: f64) -> Option<u8> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole and in range, see the guard"
    )]
    (value.fract() == 0.0 && (0.0..=255.0).contains(&value)).then_some(value as u8)
}
