//! Claims: the smallest stretches of text that state one checkable fact, how much each deserves a check and why, and
//! who stands behind it.

use crate::attribution::Attribution;
use crate::entity::Entity;
use crate::figure::Figure;
use crate::hedge::Hedge;
use crate::span::Span;
use crate::text::Document;
use serde::Serialize;

/// One claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Claim {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// The rule that cut it out.
    pub rule: &'static str,
    /// What sort of claim it is.
    #[serde(rename = "type")]
    pub kind: ClaimType,
    /// How much it deserves a check, from 0 to 1.
    pub score: f32,
    /// What the score is made of, the strongest reasons first.
    pub reasons: Vec<Reason>,
    /// Who stands behind it.
    pub standing: Standing,
    /// How far the wording commits to it, from 0 to 1.
    pub certainty: f32,
    /// The attribution whose content it is: in the stage's list its place, in an analysis its id.
    pub attribution: Option<u32>,
    /// The figures in it, likewise.
    pub figures: Vec<u32>,
    /// The entities in it, likewise.
    pub entities: Vec<u32>,
    /// The hedges that bear on it, likewise.
    pub hedges: Vec<u32>,
}

/// One term of a claim's score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Reason {
    /// In a reader's words: "has a figure: 100,000 Russian troops".
    pub text: String,
    /// What it adds to the score, before the score is brought between 0 and 1.
    pub weight: f32,
}

/// Sorts of claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum ClaimType {
    /// How many, how much.
    Quantity,
    /// Something happened.
    Event,
    /// Somebody did wrong.
    Accusation,
    /// One thing led to another.
    Cause,
    /// Something will happen.
    Prediction,
    /// More, less, first, largest.
    Comparison,
    /// What a law or procedure says.
    Rule,
    /// What matters is that somebody said it.
    Quotation,
    /// Anything else.
    Other,
}

/// Who stands behind a claim, by its wording alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Standing {
    /// The paper says so in its own voice.
    Asserted,
    /// A named source says so.
    Attributed,
    /// An unnamed source says so.
    Unnamed,
    /// Said with reservation.
    Hedged,
    /// Said not to be so.
    Denied,
}

/// Finds all claims, in text order, without overlap.
pub fn find<'t>(
    _doc: &Document<'t>,
    _figures: &[Figure<'t>],
    _entities: &[Entity<'t>],
    _attributions: &[Attribution<'t>],
    _hedges: &[Hedge],
) -> Vec<Claim> {
    Vec::new()
}
