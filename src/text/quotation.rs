//! Quotation marks, paired: straight, curly, single, guillemets; a quotation that runs over paragraphs with an
//! opening mark at each is one.

use super::token::{Token, TokenKind, is_apostrophe};
use super::{Document, closes, opens};
use crate::order;
use std::ops::Range;

/// A quotation, its marks included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening mark to the closing mark; to the end of the paragraph where that is missing.
    pub tokens: Range<usize>,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// How many quotations stand around it.
    pub depth: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    Guillemet,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    Either,
}

/// Deeper nesting than any writer uses is not followed, so that hostile input stays cheap.
const DEEPEST: usize = 8;

/// How far behind a possessive the mark that closes the quotation around it is looked for.
const POSSESSIVE: usize = 60;

/// Pairs the marks of the whole text.
pub fn pair(doc: &Document) -> Vec<Quotation> {
    let Document { tokens, paragraphs, .. } = doc;
    let mut pairing = Pairing { doc, tokens, open: Vec::new(), found: Vec::new() };
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let singles = pairing.closes_single(&paragraph.tokens);
        let mut range = paragraph.tokens.clone();
        if !pairing.open.is_empty() {
            range.start += usize::from(pairing.reopens(range.start));
        }
        for at in range {
            pairing.mark(at, at < singles);
        }
        let next = paragraphs.get(number + 1).map(|p| p.tokens.clone());
        pairing.end_paragraph(paragraph.tokens.end, next);
    }
    order::by_key(pairing.found, |q| order::outer_first(q.tokens.clone()))
}

struct Pairing<'a> {
    doc: &'a Document<'a>,
    tokens: &'a [Token],
    open: Vec<(Style, usize)>,
    found: Vec<Quotation>,
}

impl Pairing<'_> {
    fn of(&self, at: usize) -> &str {
        self.doc.of(at)
    }

    /// Whether the token can be one of the marks: all are marks but U+02BC, a letter of two bytes.
    fn can_be_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark || t.end - t.start == 2)
    }

    /// The place of the last mark in the paragraph that could close a single quotation; single marks behind it are apostrophes.
    fn closes_single(&self, paragraph: &Range<usize>) -> usize {
        let closing = |at: &usize| {
            self.can_be_mark(*at)
                && self.of(*at).chars().next().is_some_and(is_apostrophe)
                && self.of(*at).chars().nth(1).is_none()
                && self.role(*at) != Role::Open
        };
        paragraph.clone().rev().find(closing).unwrap_or(0)
    }

    /// What the mark may do, by the space around it.
    fn role(&self, at: usize) -> Role {
        let before = self.tokens.get(at).is_none_or(|t| t.spaced) || at == 0;
        let after = self.tokens.get(at + 1).is_none_or(|t| t.spaced);
        let previous = at.checked_sub(1).map_or("", |p| self.of(p));
        let follows_opening =
            !before && ((opens(previous) && !closes(previous)) || matches!(previous, "—" | "–" | "-" | "/"));
        match (before || follows_opening, after) {
            (true, false) => Role::Open,
            (false, true) => Role::Close,
            (false, false) if self.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Mark) => {
                Role::Close
            }
            _ => Role::Either,
        }
    }

    fn mark(&mut self, at: usize, single_can_close: bool) {
        if !self.can_be_mark(at) {
            return;
        }
        let (style, role) = match self.of(at) {
            "“" if self.role(at) == Role::Close && self.is_open(Style::Double) => {
                (Style::Double, Role::Close)
            }
            "“" | "„" => (Style::Double, Role::Open),
            "”" => (Style::Double, Role::Close),
            "«" => (Style::Guillemet, Role::Open),
            "»" => (Style::Guillemet, Role::Close),
            "\"" => (Style::Double, self.role(at)),
            "‘" => (Style::Single, if single_can_close { Role::Open } else { return }),
            "'" | "’" | "\u{02BC}" => (Style::Single, self.single(at, single_can_close)),
            _ => return,
        };
        let inner = self.open.iter().rposition(|(s, _)| *s == style);
        match (role, inner) {
            (Role::Either, Some(_)) if style == Style::Single => {}
            (Role::Close | Role::Either, Some(place)) => self.close(place, at),
            (Role::Open, _) | (Role::Either, None) if self.opens_here(style, role) => {
                self.open.push((style, at))
            }
            _ => {}
        }
    }

    /// A single mark is a quotation mark only where its space says so; in doubt it is an apostrophe.
    fn single(&self, at: usize, can_close: bool) -> Role {
        match self.role(at) {
            Role::Open
                if can_close && self.tokens.get(at + 1).is_some_and(|t| t.kind != TokenKind::Number) =>
            {
                Role::Open
            }
            Role::Close if self.is_plural_possessive(at) => Role::Either,
            Role::Open | Role::Either | Role::Close => Role::Close,
        }
    }

    /// "the drivers' union" inside single marks: behind an s, before a word, and a mark with the punctuation of an
    /// utterance is still to come.
    fn is_plural_possessive(&self, at: usize) -> bool {
        let lower = |at: usize| self.of(at).starts_with(char::is_lowercase);
        if !self.is_open(Style::Single) || !self.of(at - 1).ends_with('s') || !lower(at + 1) || !lower(at - 1)
        {
            return false;
        }
        let single = |at: &usize| {
            self.of(*at).chars().next().is_some_and(is_apostrophe) && self.of(*at).chars().count() == 1
        };
        let mut later = (at + 1..self.tokens.len().min(at + POSSESSIVE)).filter(single);
        let close = later.find(|i| self.role(*i) != Role::Either);
        close.is_some_and(|i| self.role(i) == Role::Close && matches!(self.of(i - 1), "," | "." | "?" | "!"))
    }

    fn opens_here(&self, style: Style, role: Role) -> bool {
        self.open.len() < DEEPEST && !(style == Style::Single && role == Role::Either)
    }

    fn close(&mut self, place: usize, at: usize) {
        if let Some((_, start)) = self.open.get(place).copied() {
            self.found.push(Quotation { tokens: start..at + 1, closed: true, depth: place });
        }
        self.open.truncate(place);
    }

    fn is_open(&self, style: Style) -> bool {
        self.open.iter().any(|(s, _)| *s == style)
    }

    /// Whether a paragraph begins with an opening mark.
    fn reopens(&self, first: usize) -> bool {
        matches!(self.of(first), "“" | "„" | "«" | "\"") && self.role(first) == Role::Open
    }

    /// Whether the first mark of the paragraph closes what a paragraph before it opened.
    fn closes_first(&self, paragraph: Range<usize>) -> bool {
        let first =
            paragraph.clone().find(|at| self.doc.is_mark(*at) && matches!(self.of(*at), "“" | "”" | "\""));
        first.is_some_and(|at| at > paragraph.start && self.of(at) != "“" && self.role(at) == Role::Close)
    }

    /// What is still open goes on when the next paragraph begins with an opening mark, or closes it before it opens
    /// anything; else it ends here.
    fn end_paragraph(&mut self, end: usize, next: Option<Range<usize>>) {
        self.open.retain(|(style, _)| *style != Style::Single);
        self.open.truncate(1);
        let goes_on = next.is_some_and(|p| self.reopens(p.start) || self.closes_first(p));
        if goes_on {
            return;
        }
        for (_, start) in self.open.drain(..) {
            if end > start + 2 {
                self.found.push(Quotation { tokens: start..end, closed: false, depth: 0 });
            }
        }
    }
}
