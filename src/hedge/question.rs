//! Questions that the paper itself asks: "Was the money ever paid?" states nothing.

use super::context::Place;
use super::{Hedge, HedgeType};
use crate::text::{Class, Document};
use std::ops::Range;

/// A question that can be answered with yes or no, outside quotations: its auxiliary is the cue, the sentence its scope.
/// Questions after "who" or "why" take the fact for granted.
pub fn find(doc: &Document, reported: &[bool], sentence: Range<usize>, found: &mut Vec<Hedge>) {
    let asks = sentence.len() > 3 && doc.of(sentence.end - 1) == "?";
    let cue = sentence.start..sentence.start + 1;
    if !asks || !doc.class(cue.start).is(Class::AUXILIARY) {
        return;
    }
    if (Place { doc, reported, sentence: sentence.clone(), cue: cue.clone() }).is_quoted() {
        return;
    }
    found.push(Hedge {
        span: doc.span(cue),
        rule: "hedge/asked",
        scope: Some(doc.span(sentence)),
        kind: HedgeType::Question,
        strength: 0.6,
    });
}
