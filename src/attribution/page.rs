//! The document as the search for sources sees it: names and times as units, quotations by token.

use crate::entity::Entity;
use crate::figure::{Figure, FigureType};
use crate::lexicon::NUMBER_WORDS;
use crate::text::{Class, Document, Quotation, TokenKind};
use std::ops::Range;

/// How far, in tokens, a source or an indirect content may lie from its cue: longer sentences are lists or no prose.
const SIGHT: usize = 250;
/// How many words of a quotation are looked at for their capitals.
const TITLE: usize = 12;
/// No entry at this token.
const NONE: u32 = u32::MAX;

/// A document with its names, times and outermost quotations by token.
pub struct Page<'a, 't> {
    /// The document.
    pub doc: &'a Document<'t>,
    /// All names.
    pub entities: &'a [Entity<'t>],
    /// The tokens of each.
    extents: Vec<Range<usize>>,
    names: Vec<u32>,
    times: Vec<bool>,
    quotes: Vec<u32>,
    /// Which quotation begins with the token, inner ones too.
    openings: Vec<u32>,
}

impl<'a, 't> Page<'a, 't> {
    /// Reads the results of the earlier stages into tables by token. Linear.
    pub fn new(doc: &'a Document<'t>, figures: &[Figure<'t>], entities: &'a [Entity<'t>]) -> Self {
        let length = doc.tokens.len();
        let mut page = Page {
            doc,
            entities,
            extents: entities.iter().map(|entity| doc.tokens_of(entity.span)).collect(),
            names: vec![NONE; length],
            times: vec![false; length],
            quotes: vec![NONE; length],
            openings: vec![NONE; length],
        };
        for (number, extent) in (0..).zip(&page.extents) {
            fill(&mut page.names, extent.clone(), number);
        }
        for (number, quotation) in (0..).zip(&doc.quotations) {
            if quotation.depth == 0 {
                fill(&mut page.quotes, quotation.tokens.clone(), number);
            }
            let first = quotation.tokens.start;
            fill(&mut page.openings, first..first + 1, number);
        }
        for figure in figures {
            use FigureType::{Date, Duration, Set, Time};
            if matches!(figure.kind, Date | Time | Duration | Set) {
                fill(&mut page.times, doc.tokens_of(figure.span), true);
            }
        }
        page
    }

    /// The text of a token.
    pub fn of(&self, at: usize) -> &'t str {
        self.doc.of(at)
    }

    /// The text of the token before; empty before the first.
    pub fn before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |p| self.doc.of(p))
    }

    /// Whether the token has any of these classes.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.doc.class(at).is(class)
    }

    /// Whether the token belongs to a date, a time or a duration.
    pub fn is_time(&self, at: usize) -> bool {
        self.times.get(at).copied().unwrap_or(false)
    }

    /// Whether the token is a number in digits or words.
    pub fn is_number(&self, at: usize) -> bool {
        let digits = self.doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
        digits || NUMBER_WORDS.has(self.doc.word(at))
    }

    /// The name that covers the token, and its tokens.
    pub fn name_at(&self, at: usize) -> Option<(&'a Entity<'t>, Range<usize>)> {
        let number = *self.names.get(at)? as usize;
        Some((self.entities.get(number)?, self.extents.get(number)?.clone()))
    }

    /// The outermost quotation that covers the token.
    pub fn quotation_at(&self, at: usize) -> Option<&'a Quotation> {
        self.doc.quotations.get(*self.quotes.get(at)? as usize)
    }

    /// The quotation that begins with the token.
    pub fn opening(&self, at: usize) -> Option<&'a Quotation> {
        self.doc.quotations.get(*self.openings.get(at)? as usize)
    }

    /// The outermost quotation whose last token is the one before `end`, perhaps with a comma between.
    pub fn quotation_before(&self, end: usize) -> Option<&'a Quotation> {
        let last = end.checked_sub(1)?;
        let last = if self.of(last) == "," { last.checked_sub(1)? } else { last };
        self.quotation_at(last).filter(|q| q.tokens.end == last + 1)
    }

    /// The tokens of the sentence that holds the token.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let number = self.doc.sentence_of(at);
        number.and_then(|n| self.doc.sentences.get(n)).map_or(at..at, |s| s.tokens.clone())
    }

    /// How far left a subject or a content that ends at `at` may begin: the sentence, the quotation around it, or the
    /// mark that ends what stands before it.
    pub fn floor(&self, at: usize) -> usize {
        let mut floor = self.sentence(at).start.max(at.saturating_sub(SIGHT));
        let around = self.quotation_at(at);
        if let Some(q) = around {
            floor = floor.max(q.tokens.start + 1);
        }
        let mut place = at;
        while place > floor {
            place -= 1;
            let mark = self.doc.tokens.get(place).is_some_and(|t| t.kind == TokenKind::Mark);
            if !mark && self.quotes.get(place) == Some(&NONE) {
                continue;
            }
            if self.of(place) == ")" {
                place = self.bracket_back(place, floor);
                continue;
            }
            let closed = around.is_none() && self.quotation_at(place).is_some_and(|q| self.is_utterance(q));
            // The colon of "2:40" ends nothing.
            let colon = self.of(place) == ":" && self.doc.tokens.get(place + 1).is_none_or(|t| t.spaced);
            if closed || colon || matches!(self.of(place), ";" | "(") || self.is_dash(place) {
                return place + 1;
            }
        }
        floor
    }

    /// The opening bracket of the one that closes at `close`; `close` where there is none near.
    pub fn bracket_back(&self, close: usize, floor: usize) -> usize {
        let near = floor.max(close.saturating_sub(15));
        let mut depth = 0;
        for at in (near..=close).rev() {
            match self.of(at) {
                ")" => depth += 1,
                "(" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return at;
            }
        }
        close
    }

    /// How far right a content that begins at `at` may reach: the sentence, or the quotation around it.
    pub fn ceiling(&self, at: usize) -> usize {
        let end = self.sentence(at).end.min(at + SIGHT);
        self.quotation_at(at).map_or(end, |q| end.min(q.tokens.end.saturating_sub(usize::from(q.closed))))
    }

    /// A quotation that is a statement by itself: its last words carry the punctuation of one.
    pub fn is_utterance(&self, q: &Quotation) -> bool {
        let last = q.tokens.end - 1;
        // “He said, ‘Go,’”: the punctuation stands inside both.
        let last = if matches!(self.before(last), "’" | "'") { last - 1 } else { last };
        !q.closed || matches!(self.before(last), "," | "." | "?" | "!" | "…" | "—" | "-" | "–")
    }

    /// A quotation in which every longer word has a capital: the title of a work.
    pub fn is_title(&self, q: &Quotation) -> bool {
        let long = |at: &usize| self.of(*at).len() > 3 && self.of(*at).starts_with(char::is_alphabetic);
        let mut words = q.tokens.clone().filter(long).take(TITLE);
        let first = words.next();
        let mut rest = words.peekable();
        first.is_some_and(|at| self.doc.is_capital(at))
            && rest.peek().is_some()
            && rest.all(|at| self.doc.is_capital(at))
            && !q.tokens.clone().any(|at| self.is(at, Class::SUBJECT))
    }

    /// A dash between words.
    pub fn is_dash(&self, at: usize) -> bool {
        let spaced = |at: usize| self.doc.tokens.get(at).is_some_and(|t| t.spaced);
        match self.of(at) {
            "—" | "―" => true,
            "–" | "-" => spaced(at) && (spaced(at + 1) || self.of(at + 1) == "-"),
            _ => false,
        }
    }

    /// Whether a statement ends here: nothing, or a mark that ends sentences.
    pub fn is_end(&self, at: usize, ceiling: usize) -> bool {
        at >= ceiling || matches!(self.of(at), "." | "?" | "!" | ";" | "…" | ")") || self.is_dash(at)
    }

    /// The next comma, or the ceiling.
    pub fn comma_after(&self, at: usize, ceiling: usize) -> usize {
        (at..ceiling).find(|i| self.of(*i) == ",").unwrap_or(ceiling)
    }

    /// Whether the paragraph of the token is a headline or a caption: a line without a full stop.
    pub fn is_line(&self, at: usize) -> bool {
        let sentence = self.doc.sentence_of(at).and_then(|s| self.doc.sentences.get(s));
        let paragraph = sentence.and_then(|s| self.doc.paragraphs.get(s.paragraph));
        paragraph.is_some_and(|p| {
            p.sentences.len() == 1 && !matches!(self.before(p.tokens.end), "." | "?" | "!" | "”" | "\"" | ":")
        })
    }

    /// Where the verb of the clause around one that begins at `start` stands: the second finite verb that no
    /// conjunction and no relative joins to the first; before it, a comma that closes the inner clause.
    pub fn second_verb(&self, start: usize, ceiling: usize) -> usize {
        let mut open = 1;
        let mut joined = false;
        for at in start..ceiling {
            let class = self.doc.class(at);
            if class.is(Class::FINITE) {
                // "which has denied fraud, still did not": a content without a verb ends at the comma.
                let adverb = usize::from(self.is(at - 1, Class::ADVERB));
                if open == 1 && self.before(at - adverb) == "," {
                    return at - adverb - 1;
                }
                if open == 0 && !joined {
                    return at - usize::from(self.before(at) == ",");
                }
                open = 0.max(open - 1);
                joined = false;
            }
            let opens = class.is(Class::RELATIVE | Class::SUBORDINATOR | Class::COMPLEMENTIZER)
                && !class.is(Class::PREPOSITION);
            if at > start && opens {
                open += 1;
            }
            joined |= class.is(Class::COORDINATOR);
        }
        ceiling
    }

    /// Whether a finite verb stands in the range.
    pub fn has_finite(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|at| self.is(at, Class::FINITE))
    }
}

fn fill<T: Copy>(table: &mut [T], range: Range<usize>, value: T) {
    if let Some(places) = table.get_mut(range) {
        places.fill(value);
    }
}
