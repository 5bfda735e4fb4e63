//! Hedges: words of doubt and reservation, negation and denial, and how far each reaches.

use crate::attribution::Attribution;
use crate::span::Span;
use crate::text::Document;
use serde::Serialize;

/// One hedge, negation or denial.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Hedge {
    /// The cue words.
    #[serde(flatten)]
    pub span: Span,
    /// The rule that found it.
    pub rule: &'static str,
    /// What it bears on.
    pub scope: Option<Span>,
    /// What sort of hedge it is.
    #[serde(rename = "type")]
    pub kind: HedgeType,
    /// How much doubt it casts, from 0 to 1.
    pub strength: f32,
}

/// Sorts of hedges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum HedgeType {
    /// "may", "could"
    Modal,
    /// "reportedly", "according to some diplomats"
    Evidential,
    /// "perhaps"
    Adverb,
    /// "alleged", "potential"
    Adjective,
    /// "fears of", "allegation"
    Noun,
    /// "appears", "hinted at"
    Verb,
    /// "if", "unless"
    Conditional,
    /// "it is unclear whether"
    Question,
    /// "not", "never"
    Negation,
    /// "denied that", "no evidence"
    Denial,
}

/// Finds all hedges, in text order, without overlap.
pub fn find(_doc: &Document, _attributions: &[Attribution]) -> Vec<Hedge> {
    Vec::new()
}
