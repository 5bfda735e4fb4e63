//! Clauses: where one statement of a sentence ends and the next begins, by function words, verbs and punctuation.
//!
//! The cut is flat: a clause runs to the next edge, whichever clause it belongs to. That is what scopes and claims
//! need, and it costs one pass.

use super::{Class, Document, closes};
use std::ops::Range;

/// One clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its tokens, with the word that introduces it and the punctuation that ends it.
    pub tokens: Range<usize>,
    /// How it hangs on what comes before.
    pub kind: ClauseKind,
    /// Whether it has a finite verb.
    pub finite: bool,
}

/// How a clause is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// The first of its sentence, and what goes on after an insertion, a semicolon, a colon, a dash.
    Main,
    /// After "and", "but", "or".
    Coordinate,
    /// After "because", "although", "when".
    Adverbial,
    /// After "who", "which", and "that" behind a noun.
    Relative,
    /// After "that", "whether", "what" behind a verb or a noun of saying.
    Complement,
    /// After a comma, with a participle: ", citing …"; or after a dash, without a finite verb.
    Participial,
    /// In brackets.
    Parenthetical,
}

/// How far ahead a finite verb is looked for; longer subjects than this are rare.
const REACH: usize = 30;

/// The clauses of all sentences. Linear.
pub fn find(doc: &Document) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::with_capacity(doc.sentences.len() * 3);
    for sentence in &doc.sentences {
        let mut cut =
            Cut { doc, end: sentence.tokens.end, kind: ClauseKind::Main, finite: false, verbless: false };
        let mut first = sentence.tokens.start;
        if doc.class(first).is(Class::SUBORDINATOR) && cut.finite_ahead(first) {
            cut.kind = ClauseKind::Adverbial;
        }
        for at in sentence.tokens.clone() {
            if at > sentence.tokens.start
                && let Some(kind) = cut.edge(at)
            {
                clauses.push(Clause { tokens: first..at, kind: cut.kind, finite: cut.finite });
                cut.verbless = if cut.is_insertion() { cut.verbless } else { !cut.finite };
                (first, cut.kind, cut.finite) = (at, kind, false);
            }
            cut.finite |= doc.class(at).is(Class::FINITE);
        }
        clauses.push(Clause { tokens: first..sentence.tokens.end, kind: cut.kind, finite: cut.finite });
    }
    clauses
}

struct Cut<'a> {
    doc: &'a Document<'a>,
    end: usize,
    /// Of the clause that is open.
    kind: ClauseKind,
    finite: bool,
    /// Whether a clause before it still waits for its verb.
    verbless: bool,
}

impl Cut<'_> {
    fn is_insertion(&self) -> bool {
        use ClauseKind::{Parenthetical, Participial, Relative};
        matches!(self.kind, Relative | Participial | Parenthetical)
    }

    /// Whether a clause begins at `at`, and which.
    fn edge(&self, at: usize) -> Option<ClauseKind> {
        let marked = self.doc.is_mark(at) || self.doc.is_mark(at - 1);
        if !marked && !self.doc.class(at).is(Class::JOINING) {
            return None;
        }
        match self.doc.of(at - 1) {
            _ if self.doc.of(at) == "(" => Some(ClauseKind::Parenthetical),
            ")" if self.kind == ClauseKind::Parenthetical => {
                let joined = self.doc.class(at).is(Class::COMPLEMENTIZER).then(|| self.inside(at)).flatten();
                Some(joined.unwrap_or(ClauseKind::Main))
            }
            _ if closes(self.doc.of(at)) && !self.is_opening(at) => None,
            _ if self.kind == ClauseKind::Parenthetical => None,
            ";" | ":" if self.doc.tokens.get(at).is_some_and(|t| t.spaced) => Some(ClauseKind::Main),
            "," => self.after_comma(at),
            _ if is_dash(self.doc, at - 1) => Some(self.after_dash(at)),
            mark if closes(mark) && self.ends_quotation(at - 1) => Some(ClauseKind::Main),
            _ => self.inside(at),
        }
    }

    fn is_opening(&self, at: usize) -> bool {
        self.doc.quotations.binary_search_by_key(&at, |q| q.tokens.start).is_ok()
    }

    fn after_dash(&self, at: usize) -> ClauseKind {
        if self.finite_ahead(at) { ClauseKind::Main } else { ClauseKind::Participial }
    }

    fn after_comma(&self, at: usize) -> Option<ClauseKind> {
        let class = self.doc.class(at);
        if self.is_opening(at) {
            return Some(ClauseKind::Main);
        }
        let ahead = || self.finite_ahead(at);
        match () {
            () if class.is(Class::COORDINATOR) => ahead().then_some(ClauseKind::Coordinate),
            () if class.is(Class::RELATIVE) => Some(ClauseKind::Relative),
            () if class.is(Class::SUBORDINATOR) => ahead().then_some(ClauseKind::Adverbial),
            () if class.is(Class::VERB) && self.verbless && self.is_insertion() => Some(ClauseKind::Main),
            () if class.is(Class::GERUND | Class::PAST | Class::PARTICIPLE) => Some(ClauseKind::Participial),
            () if self.kind == ClauseKind::Main => None,
            () => (self.finite || self.is_insertion()).then_some(ClauseKind::Main).filter(|_| ahead()),
        }
    }

    fn inside(&self, at: usize) -> Option<ClauseKind> {
        let class = self.doc.class(at);
        let previous = self.doc.class(at - 1);
        match () {
            () if class.is(Class::COORDINATOR) => {
                (self.finite && self.finite_ahead(at)).then_some(ClauseKind::Coordinate)
            }
            () if class.is(Class::COMPLEMENTIZER) => self.complement(at, previous),
            () if class.is(Class::RELATIVE) => self.relative(at, previous),
            () if class.is(Class::SUBORDINATOR) => {
                let sure = !class.is(Class::PREPOSITION | Class::ADVERB);
                (sure || self.finite_ahead(at)).then_some(ClauseKind::Adverbial)
            }
            () => None,
        }
    }

    fn complement(&self, at: usize, previous: Class) -> Option<ClauseKind> {
        let next = self.doc.class(at + 1);
        match () {
            () if !self.doc.class(at).is(Class::DETERMINER) => Some(ClauseKind::Complement),
            () if previous.is_nominal() && next.is(Class::VERB) => Some(ClauseKind::Relative),
            () if previous.is(Class::PREPOSITION | Class::DETERMINER | Class::COORDINATOR) => None,
            () => self.finite_ahead(at).then_some(ClauseKind::Complement),
        }
    }

    fn relative(&self, at: usize, previous: Class) -> Option<ClauseKind> {
        let asks = previous.is(Class::VERB | Class::PREPOSITION) && !previous.is(Class::AUXILIARY);
        match () {
            () if self.doc.class(at).is(Class::SUBORDINATOR) => Some(ClauseKind::Adverbial),
            () if asks => Some(ClauseKind::Complement),
            () => Some(ClauseKind::Relative),
        }
    }

    /// Whether a finite verb comes before the clause can have ended.
    fn finite_ahead(&self, at: usize) -> bool {
        for place in at + 1..(at + REACH).min(self.end) {
            let class = self.doc.class(place);
            if class.is(Class::FINITE) {
                return true;
            }
            let stops = class.is(Class::COORDINATOR | Class::SUBORDINATOR | Class::RELATIVE)
                && !class.is(Class::PREPOSITION | Class::ADVERB)
                || matches!(self.doc.of(place), "," | ";" | ":" | "(" | "—");
            if stops {
                return false;
            }
        }
        false
    }

    /// A quotation that ends with punctuation of its own is a statement by itself.
    fn ends_quotation(&self, at: usize) -> bool {
        at > 0 && matches!(self.doc.of(at - 1), "," | "." | "?" | "!" | "…")
    }
}

/// Whether the token is a dash between words, not a hyphen inside one.
fn is_dash(doc: &Document, at: usize) -> bool {
    match doc.of(at) {
        "—" | "―" => true,
        "–" | "-" => {
            doc.tokens.get(at).is_some_and(|t| t.spaced) && doc.tokens.get(at + 1).is_some_and(|t| t.spaced)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(ClauseKind, &str)> {
        let doc = Document::new(text);
        doc.clauses.iter().map(|c| (c.kind, doc.span(c.tokens.clone()).of(text))).collect()
    }

    #[test]
    fn subordinators_and_relatives_begin_clauses() {
        use ClauseKind::{Adverbial, Complement, Main, Relative};
        assert_eq!(
            cut("The board said that rents rose because demand, which had slept, came back."),
            [
                (Main, "The board said"),
                (Complement, "that rents rose"),
                (Adverbial, "because demand,"),
                (Relative, "which had slept,"),
                (Main, "came back."),
            ]
        );
    }

    #[test]
    fn and_joins_clauses_only_before_a_verb() {
        use ClauseKind::{Coordinate, Main};
        assert_eq!(
            cut("Rents and wages rose and the bank met."),
            [(Main, "Rents and wages rose"), (Coordinate, "and the bank met.")]
        );
    }

    #[test]
    fn participles_and_brackets() {
        use ClauseKind::{Main, Parenthetical, Participial};
        assert_eq!(
            cut("The firm (once a bakery) closed, citing costs."),
            [
                (Main, "The firm"),
                (Parenthetical, "(once a bakery)"),
                (Main, "closed,"),
                (Participial, "citing costs."),
            ]
        );
    }
}
