//! Sources that nobody could ask: "according to some diplomats" casts the doubt that "reportedly" does.

use super::{Hedge, HedgeType};
use crate::attribution::{Attribution, SourceType};
use crate::text::{Class, Document};

/// A hedge where the attribution's cue ends with a preposition and its source is unnamed: both together. A source
/// that is the subject of a clause is told by the attribution itself.
pub fn hedge(doc: &Document, attribution: &Attribution) -> Option<Hedge> {
    let (cue, source) = (attribution.cue?, attribution.source.as_ref()?.quote);
    let leads = cue.span.end <= source.span.start;
    let last = doc.tokens_of(cue.span).end.saturating_sub(1);
    let leads = leads && doc.class(last).is(Class::PREPOSITION);
    let unnamed = attribution.source_type == SourceType::Unnamed;
    let scope = attribution.content.iter().copied().reduce(|all, piece| all.to(piece));
    (leads && unnamed).then_some(Hedge {
        span: cue.span.to(source.span),
        rule: "hedge/unnamed-source",
        scope,
        kind: HedgeType::Evidential,
        strength: 0.4,
    })
}
