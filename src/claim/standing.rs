//! Who stands behind a claim and how firmly, by its wording alone.

use super::Standing;
use crate::attribution::{Attribution, SourceType};
use crate::hedge::{Hedge, HedgeType};
use crate::span::Span;

/// What the wording tells of a claim's backing.
pub struct Voice<'a, 't> {
    /// The attribution whose content it is.
    pub attribution: Option<&'a Attribution<'t>>,
    /// The hedges that bear on it.
    pub hedges: &'a [&'a Hedge],
    /// Whether its source says of itself that it did not do it.
    pub disowned: bool,
    /// Whether its source is a document that could be any: "reports", "posts".
    pub vague: bool,
}

impl Voice<'_, '_> {
    /// The standing: a denial outweighs a reservation, a reservation outweighs a source.
    pub fn standing(&self) -> Standing {
        if self.is_denied() {
            return Standing::Denied;
        }
        // A condition leaves what follows from it unhedged: "if it rains, the match is off".
        if self.hedges.iter().any(|h| is_reservation(h) && h.kind != HedgeType::Conditional) {
            return Standing::Hedged;
        }
        match self.attribution.filter(|a| a.source_type != SourceType::Paper) {
            None => Standing::Asserted,
            Some(a) if a.source_type == SourceType::Document && self.vague => Standing::Unnamed,
            Some(a) if a.identified => Standing::Attributed,
            Some(_) => Standing::Unnamed,
        }
    }

    /// How far the wording commits to the claim: what the hedges leave of it, and how well the source can be held to it.
    pub fn certainty(&self) -> f32 {
        if self.is_denied() {
            return 0.1;
        }
        let source = match self.attribution.map(|a| a.source_type) {
            None | Some(SourceType::Paper) => 1.0,
            Some(SourceType::NamedPerson | SourceType::Organization | SourceType::Document) => 0.9,
            Some(SourceType::OfficialUnnamed) => 0.8,
            Some(SourceType::Unnamed) => 0.7,
        };
        let reservations = self.hedges.iter().filter(|h| is_reservation(h));
        source * reservations.map(|h| 1.0 - h.strength.clamp(0.0, 1.0)).product::<f32>()
    }

    /// Whether it is said not to be so.
    pub fn is_denied(&self) -> bool {
        self.disowned || self.hedges.iter().any(|h| h.kind == HedgeType::Denial)
    }
}

/// Whether a hedge bears on the claim at `span`: on a good part of it, or from where it begins. A doubt about one thing
/// mentioned late leaves the claim as it is.
pub fn bears(hedge: &Hedge, span: Span) -> bool {
    let scope = hedge.scope.unwrap_or(hedge.span);
    let shared = scope.end.min(span.end).saturating_sub(scope.start.max(span.start)) as usize;
    let early = span.contains(hedge.span) && (hedge.span.start - span.start) as usize * 3 <= span.len();
    // A denial in passing, "the firm, which denies it, did not reply", denies nothing of the rest.
    early && hedge.kind != HedgeType::Denial || shared * 5 >= span.len() * 2
}

/// Whether the hedge holds back rather than negates.
pub fn is_reservation(hedge: &Hedge) -> bool {
    !matches!(hedge.kind, HedgeType::Negation | HedgeType::Denial)
}
