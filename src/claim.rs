//! Claims: the smallest stretches of text that state one checkable fact, how much each deserves a check and why, and
//! who stands behind it.

mod extent;
mod kind;
mod score;
mod sign;
mod standing;

use crate::attribution::Attribution;
use crate::entity::Entity;
use crate::figure::Figure;
use crate::hedge::Hedge;
use crate::span::Span;
use crate::text::Document;
use serde::Serialize;
use sign::{Content, Signs};
use std::ops::Range;

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

/// Finds all claims, in text order, without overlap. Linear in the text.
pub fn find<'t>(
    doc: &Document<'t>,
    figures: &[Figure<'t>],
    entities: &[Entity<'t>],
    attributions: &[Attribution<'t>],
    hedges: &[Hedge],
) -> Vec<Claim> {
    let mut claims = Vec::new();
    for extent in extent::find(doc, attributions) {
        let span = doc.span(extent.tokens.clone());
        let own_figures = within(figures, span, |f| f.span);
        let own_entities = within(entities, span, |e| e.span);
        let own_hedges: Vec<u32> = bearing(hedges, span);
        let content = Content {
            doc,
            extent: &extent,
            figures: figures.get(own_figures.clone()).unwrap_or(&[]),
            entities: entities.get(own_entities.clone()).unwrap_or(&[]),
            hedges: &own_hedges.iter().filter_map(|h| hedges.get(*h as usize)).collect::<Vec<_>>(),
            attribution: extent.attribution.and_then(|a| attributions.get(a)),
        };
        let signs = Signs::of(&content);
        let (score, reasons) = score::score(&signs, doc.text);
        claims.push(Claim {
            span,
            rule: extent.rule,
            kind: kind::kind(&signs),
            score,
            reasons,
            standing: standing::standing(content.attribution, content.hedges),
            certainty: standing::certainty(content.attribution, content.hedges),
            attribution: extent.attribution.and_then(|a| u32::try_from(a).ok()),
            figures: places(own_figures),
            entities: places(own_entities),
            hedges: own_hedges,
        });
    }
    claims
}

/// Those of a list in text order, without overlap, that lie inside the span.
fn within<T>(all: &[T], span: Span, of: impl Fn(&T) -> Span) -> Range<usize> {
    let start = all.partition_point(|x| of(x).start < span.start);
    start..all.partition_point(|x| of(x).end <= span.end).max(start)
}

/// The hedges that bear on the claim: those inside it.
fn bearing(hedges: &[Hedge], span: Span) -> Vec<u32> {
    places(within(hedges, span, |h| h.span))
}

fn places(range: Range<usize>) -> Vec<u32> {
    range.filter_map(|place| u32::try_from(place).ok()).collect()
}
