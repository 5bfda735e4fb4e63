//! Who stands behind a claim and how firmly, by its wording alone.

use super::Standing;
use crate::attribution::{Attribution, SourceType};
use crate::hedge::{Hedge, HedgeType};
use crate::span::Span;

/// The standing: a denial outweighs a reservation, a reservation outweighs a source.
pub fn standing(attribution: Option<&Attribution>, hedges: &[&Hedge]) -> Standing {
    if hedges.iter().any(|h| h.kind == HedgeType::Denial) {
        return Standing::Denied;
    }
    if hedges.iter().any(|h| is_reservation(h)) {
        return Standing::Hedged;
    }
    match attribution {
        None => Standing::Asserted,
        Some(attribution) if attribution.source_type == SourceType::Paper => Standing::Asserted,
        Some(attribution) if attribution.identified => Standing::Attributed,
        Some(_) => Standing::Unnamed,
    }
}

/// How far the wording commits to the claim: what the hedges leave of it, and how well the source can be held to it.
pub fn certainty(attribution: Option<&Attribution>, hedges: &[&Hedge]) -> f32 {
    let source = match attribution.map(|a| a.source_type) {
        None | Some(SourceType::Paper) => 1.0,
        Some(SourceType::NamedPerson | SourceType::Organization | SourceType::Document) => 0.9,
        Some(SourceType::OfficialUnnamed) => 0.8,
        Some(SourceType::Unnamed) => 0.7,
    };
    let denied = hedges.iter().any(|h| h.kind == HedgeType::Denial);
    let left: f32 =
        hedges.iter().filter(|h| is_reservation(h)).map(|h| 1.0 - h.strength.clamp(0.0, 1.0)).product();
    if denied { 0.1 } else { source * left }
}

/// Whether a hedge bears on the claim at `span`: on a good part of it, or from where it begins. A doubt about one thing
/// mentioned late leaves the claim as it is.
pub fn bears(hedge: &Hedge, span: Span) -> bool {
    let scope = hedge.scope.unwrap_or(hedge.span);
    let shared = scope.end.min(span.end).saturating_sub(scope.start.max(span.start)) as usize;
    let early = span.contains(hedge.span) && (hedge.span.start - span.start) as usize * 3 <= span.len();
    early || shared * 5 >= span.len() * 2
}

/// Whether the hedge holds back rather than negates.
fn is_reservation(hedge: &Hedge) -> bool {
    !matches!(hedge.kind, HedgeType::Negation | HedgeType::Denial)
}
