//! Records from drafts: modes, sources by name, and which attribution lies inside which.

use super::construction::Draft;
use super::page::Page;
use super::resolve::{Referent, Resolver};
use super::{Attribution, Mode};
use crate::span::{Quote, Span};
use std::ops::Range;

/// Deeper nesting than this is not followed.
const DEEPEST: usize = 8;

/// Turns drafts, in text order of their contents, into records.
pub fn records<'t>(page: &Page<'_, 't>, drafts: Vec<Draft>) -> Vec<Attribution<'t>> {
    let mut resolver = Resolver::new(page);
    let mut found: Vec<Attribution<'t>> = Vec::with_capacity(drafts.len());
    let mut open: Vec<(usize, Referent<'t>)> = Vec::new();
    for draft in drafts {
        let spans: Vec<Span> = draft.content.iter().map(|piece| page.doc.span(piece.clone())).collect();
        let Some((first, last)) = spans.first().zip(spans.last()) else { continue };
        let span = first.to(*last);
        let anchor = draft.cue.clone().map_or(span, |c| page.doc.span(c));
        open.retain(|(index, _)| found.get(*index).is_some_and(|outer| outer.span.end > span.start));
        let outer = open.iter().rev().find(|(index, _)| {
            found.get(*index).is_some_and(|o| o.content.iter().any(|piece| piece.contains(anchor)))
        });
        let within = outer.map(|(index, _)| *index);
        let (source, referent) = resolver.source(&draft, outer.map(|(_, r)| r));
        if open.len() < DEEPEST {
            open.push((found.len(), referent.clone()));
        }
        found.push(Attribution {
            span,
            rule: draft.rule,
            kind: draft.kind,
            mode: mode(page, &draft.content),
            content: spans,
            cue: draft.cue.map(|cue| Quote::new(page.doc.text, page.doc.span(cue))),
            source,
            source_type: referent.kind,
            identified: referent.identified,
            negated: draft.negated,
            within: within.and_then(|w| u32::try_from(w).ok()),
        });
    }
    found
}

/// Direct where every piece is a quotation, mixed where a quotation stands in one or beside one.
fn mode(page: &Page, content: &[Range<usize>]) -> Mode {
    let whole = |piece: &Range<usize>| page.opening(piece.start).is_some_and(|q| q.tokens.end >= piece.end);
    let outside =
        |piece: &Range<usize>| page.quotation_at(piece.start).is_none_or(|q| q.tokens.start >= piece.start);
    let any = |piece: &Range<usize>| piece.clone().any(|at| page.opening(at).is_some());
    match () {
        () if content.iter().all(whole) => Mode::Direct,
        () if content.iter().any(|piece| outside(piece) && any(piece)) => Mode::Mixed,
        () => Mode::Indirect,
    }
}
