//! Sentences: a full stop, question or exclamation mark ends one, unless what stands around it says otherwise.

use super::token::{Token, TokenKind};
use super::{closes, opens};
use crate::lexicon::{ABBREVIATIONS, CALENDAR, TIME_ZONES, Word};
use std::ops::Range;

/// The sentences of one paragraph, as ranges of tokens; together they cover it.
pub fn split(text: &str, tokens: &[Token], words: &[Word], paragraph: Range<usize>) -> Vec<Range<usize>> {
    let cut = Cut { text, tokens, words, end: paragraph.end };
    let mut sentences = Vec::new();
    let mut first = paragraph.start;
    let mut at = paragraph.start;
    while at < paragraph.end {
        match cut.end_after(at) {
            Some(next) if next < paragraph.end => {
                sentences.push(first..next);
                first = next;
                at = next;
            }
            _ => at += 1,
        }
    }
    if first < paragraph.end {
        sentences.push(first..paragraph.end);
    }
    sentences
}

struct Cut<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [Word],
    end: usize,
}

impl Cut<'_> {
    fn of(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.of(self.text))
    }

    /// Where the next sentence begins, if one ends with the mark at `at`.
    fn end_after(&self, at: usize) -> Option<usize> {
        let mark = self.of(at);
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
        self.tokens.get(at).is_some_and(|t| t.spaced)
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
        let number_follows = self.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Number);
        match self.words.get(before).and_then(|w| ABBREVIATIONS.get(*w)).map(|e| e.get("class")) {
            Some("title") => capital,
            Some("before") => number_follows || (capital && self.of(before) != "No"),
            _ => false,
        }
    }

    /// Whether a new sentence begins after `U.S.`, `a.m.` or an initial: only before a word that rarely goes on a name.
    fn begins_after_dotted(&self, at: usize, next: usize) -> bool {
        let dotted = self.of(at);
        let initial = dotted.chars().filter(|c| *c == '.').count() == 1;
        let starter = self.words.get(next).is_some_and(|w| crate::lexicon::STARTERS.has(*w));
        let lower = dotted.starts_with(char::is_lowercase);
        // "8 a.m. EST", "9 p.m. Friday": the time goes on.
        let time = lower && self.words.get(next).is_some_and(|w| TIME_ZONES.has(*w) || CALENDAR.has(*w));
        !initial && (starter || (lower && !time) || opens(self.of(next)))
    }
}
