//! How far a hedge reaches.

use super::HedgeType;
use super::context::Place;
use crate::span::Span;
use crate::text::{Class, Document, TokenKind};
use std::ops::Range;

/// From the cue to the end of its clause; where nothing of the clause follows, as in "…, reportedly", the clause before it.
/// A cue that announces a clause ("it is unclear whether", "denied that") reaches over it.
pub fn of(place: &Place, kind: HedgeType) -> Option<Span> {
    let doc = place.doc;
    let cue = &place.cue;
    let mut clause = clause_at(doc, cue.end.saturating_sub(1))?;
    if announces(kind) && !has_words(doc, cue.end..clause.end) && clause.end < place.sentence.end {
        clause.end = clause_at(doc, clause.end)?.end;
    }
    let end = trimmed(doc, cue.start..clause.end.min(place.sentence.end));
    if end > cue.end {
        return Some(doc.span(cue.start..end));
    }
    Some(doc.span(clause.start.max(place.sentence.start)..cue.end))
}

fn announces(kind: HedgeType) -> bool {
    !matches!(kind, HedgeType::Adjective | HedgeType::Modal | HedgeType::Negation)
}

fn clause_at(doc: &Document, token: usize) -> Option<Range<usize>> {
    let index = doc.clauses.partition_point(|c| c.tokens.end <= token);
    doc.clauses.get(index).map(|c| c.tokens.clone())
}

/// Whether the tokens hold more than marks, adverbs and short joints.
fn has_words(doc: &Document, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| {
        doc.tokens.get(at).is_some_and(|t| t.kind != TokenKind::Mark) && !doc.class(at).is(Class::ADVERB)
    })
}

/// The end of the range without the marks at its end.
fn trimmed(doc: &Document, tokens: Range<usize>) -> usize {
    let is_mark = |at: usize| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark);
    let mut end = tokens.end;
    while end > tokens.start + 1 && is_mark(end - 1) {
        end -= 1;
    }
    end
}
