//! Sentences: a full stop, question or exclamation mark ends one, unless what stands around it says otherwise.

use super::token::TokenKind;
use super::{Document, closes, opens};
use crate::lexicon::{ABBREVIATIONS, CALENDAR, STARTERS, TIME_ZONES};
use std::ops::Range;

/// Takes the sentences of one paragraph, as ranges of tokens; together they cover it.
pub fn split(doc: &Document, paragraph: Range<usize>, mut take: impl FnMut(Range<usize>)) {
    let cut = Cut { doc, end: paragraph.end };
    let mut first = paragraph.start;
    let mut at = paragraph.start;
    while at < paragraph.end {
        match cut.end_after(at) {
            Some(next) if next < paragraph.end => {
                take(first..next);
                first = next;
                at = next;
            }
            _ => at += 1,
        }
    }
    if first < paragraph.end {
        take(first..paragraph.end);
    }
}

struct Cut<'a> {
    doc: &'a Document<'a>,
    end: usize,
}

impl Cut<'_> {
    fn of(&self, at: usize) -> &str {
        self.doc.of(at)
    }

    /// Where the next sentence begins, if one ends with the mark at `at`.
    fn end_after(&self, at: usize) -> Option<usize> {
        let mark = self.of(at);
        // The last bytes of the marks below: no other token is looked at.
        if !matches!(mark.bytes().last(), Some(b'.' | b'!' | b'?' | b'\xA6')) {
            return None;
        }
        let dotted = mark.len() > 2 && mark.ends_with('.');
        if !dotted && !matches!(mark, "." | "!" | "?" | "…") {
            return None;
        }
        let mut next = at + 1;
        while next < self.end
            && !self.spaced(next)
            && (closes(self.of(next)) || matches!(self.of(next), "." | "!" | "?" | "…"))
        {
            next += 1;
        }
        if next >= self.end || !self.spaced(next) || !self.begins(next) {
            return None;
        }
        let bare = next == at + 1;
        let goes_on = bare
            && ((mark == "." && self.abbreviates(at, next))
                || (dotted && !self.begins_after_dotted(at, next)));
        (!goes_on).then_some(next)
    }

    fn spaced(&self, at: usize) -> bool {
        self.doc.is_spaced(at)
    }

    /// Whether a sentence can begin here: a capital, a number, an opening mark, a dash before one of them.
    fn begins(&self, at: usize) -> bool {
        let first = self.of(at).chars().next().unwrap_or(' ');
        let next = || self.of(at + 1).chars().next().unwrap_or(' ');
        first.is_uppercase()
            || first.is_numeric()
            || opens(self.of(at))
            || (matches!(first, '-' | '–' | '—' | '•' | '*' | '#' | '@' | '$' | '€' | '£')
                && !next().is_lowercase())
            || (first.is_alphabetic() && !first.is_lowercase())
    }

    /// Whether the full stop at `at` belongs to a title, a month, a unit before it.
    fn abbreviates(&self, at: usize, next: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        if self.spaced(at) {
            return false;
        }
        let capital = self.of(before).starts_with(char::is_uppercase);
        let number_follows = self.doc.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Number);
        match ABBREVIATIONS.get(self.doc.word(before)).map(|e| e.get("class")) {
            Some("title") => capital,
            Some("before") => number_follows || (capital && self.of(before) != "No"),
            _ => false,
        }
    }

    /// Whether a new sentence begins after `U.S.`, `a.m.` or an initial: only before a word that rarely goes on a name.
    fn begins_after_dotted(&self, at: usize, next: usize) -> bool {
        let dotted = self.of(at);
        let initial = dotted.chars().filter(|c| *c == '.').count() == 1;
        let starter = STARTERS.has(self.doc.word(next));
        let lower = dotted.starts_with(char::is_lowercase);
        // "8 a.m. EST", "9 p.m. Friday": the time goes on.
        let time = lower && (TIME_ZONES.has(self.doc.word(next)) || CALENDAR.has(self.doc.word(next)));
        !initial && (starter || (lower && !time) || opens(self.of(next)))
    }
}
