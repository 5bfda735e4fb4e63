//! Claims: the smallest stretches of text that state one checkable fact, how much each deserves a check and why, and
//! who stands behind it.

mod chain;
mod coordinate;
mod dateline;
mod extent;
mod gram;
mod kind;
mod model;
mod predicate;
mod score;
mod sign;
mod standing;
#[cfg(feature = "train")]
pub mod train;

use crate::attribution::{Attribution, AttributionType, SourceType};
use crate::entity::Entity;
use crate::figure::{Figure, FigureType};
use crate::hedge::{Hedge, HedgeType};
use crate::lexicon::CUE_NOUNS;
use crate::span::{Quote, Span};
use crate::text::{Class, Document};
use extent::Extent;
use model::{Heads, Inputs};
use predicate::Predicate;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use sign::{Content, Signs, Topics};
use standing::Voice;
use std::borrow::Cow;
use std::ops::Range;

/// One claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Claim<'t> {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// The rule that cut it out.
    pub rule: &'static str,
    /// What sort of claim it is.
    #[serde(rename = "type")]
    pub kind: ClaimType,
    /// How much it deserves a check, from 0 to 1.
    #[serde(serialize_with = "crate::decimal::shortest")]
    pub score: f32,
    /// What the score is made of, the strongest reasons first.
    pub reasons: Vec<Reason<'t>>,
    /// Who stands behind it.
    pub standing: Standing,
    /// Who stands behind it, from the source to the page, in a reader's words.
    pub chain: String,
    /// How far the wording commits to it, from 0 to 1.
    #[serde(serialize_with = "crate::decimal::shortest")]
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

/// One term of a claim's score. It is written with its two texts as one: "has a figure: 100,000 Russian troops".
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Reason<'t> {
    /// In a reader's words, with the words of the claim that show it: "has a figure: 100,000 Russian troops".
    #[cfg_attr(feature = "types", ts(rename = "text"))]
    pub label: &'static str,
    /// The words of the text that show it; none where it is about the whole claim.
    #[cfg_attr(feature = "types", ts(skip))]
    pub words: Option<Quote<'t>>,
    /// What it adds to the score, before the score is brought between 0 and 1.
    pub weight: f32,
}

impl Reason<'_> {
    /// Label and words as one text.
    pub fn text(&self) -> Cow<'static, str> {
        match self.words {
            None => Cow::Borrowed(self.label),
            Some(words) => Cow::Owned([self.label, ": ", words.text].concat()),
        }
    }
}

impl Serialize for Reason<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Reason", 2)?;
        fields.serialize_field("text", &self.text())?;
        fields.serialize_field("weight", &crate::decimal::widen(self.weight))?;
        fields.end()
    }
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
) -> Vec<Claim<'t>> {
    let found = Found { doc, figures, entities, attributions, hedges };
    let mut topics = Topics::default();
    found.extents().map(|(extent, stretch)| found.claim(&extent, stretch, &mut topics)).collect()
}

/// What the stages before found.
struct Found<'a, 't> {
    doc: &'a Document<'t>,
    figures: &'a [Figure<'t>],
    entities: &'a [Entity<'t>],
    attributions: &'a [Attribution<'t>],
    hedges: &'a [Hedge],
}

impl<'t> Found<'_, 't> {
    /// The extents, each with its stretch of the sentence: the extent and the frame around it. Together the stretches
    /// cover the sentence.
    fn extents(&self) -> impl Iterator<Item = (Extent, Range<usize>)> + use<> {
        let mut extents = extent::find(self.doc, self.attributions);
        extents.retain(|extent| !self.is_date_line(extent) && !self.is_bare_denial(extent));
        let mut stretches = Vec::with_capacity(extents.len());
        for (place, extent) in extents.iter().enumerate() {
            let sentence = self.doc.sentences.get(extent.sentence).map_or(0..0, |s| s.tokens.clone());
            let beside = |other: Option<usize>| {
                other.and_then(|o| extents.get(o)).filter(|o| o.sentence == extent.sentence)
            };
            let start = beside(place.checked_sub(1)).map_or(sentence.start, |before| before.tokens.end);
            let end = beside(Some(place + 1)).map_or(sentence.end, |_| extent.tokens.end);
            stretches.push(start..end);
        }
        extents.into_iter().zip(stretches)
    }

    /// Whether nothing but a date stands there.
    fn is_date_line(&self, extent: &Extent) -> bool {
        let span = self.doc.span(extent.tokens.clone());
        let figures = self.figures.get(within(self.figures, span, |f| f.span)).unwrap_or(&[]);
        let dates = figures.iter().filter(|f| matches!(f.kind, FigureType::Date | FigureType::Time));
        dates.map(|f| f.span.len() + 2).sum::<usize>() >= span.len()
    }

    /// "The ministry rejected the claim": what is denied stands elsewhere.
    fn is_bare_denial(&self, extent: &Extent) -> bool {
        let last = extent.tokens.end.saturating_sub(1);
        let span = self.doc.span(extent.tokens.clone());
        let hedges = self.hedges.get(within(self.hedges, span, |h| h.span)).unwrap_or(&[]);
        extent.attribution.is_none()
            && CUE_NOUNS.has(self.doc.word(last))
            && hedges
                .last()
                .is_some_and(|h| h.kind == HedgeType::Denial && self.doc.tokens_of(h.span).end + 2 >= last)
    }

    /// Reads one claim off its extent, and adds it to what the article is about.
    fn claim(&self, extent: &Extent, stretch: Range<usize>, topics: &mut Topics) -> Claim<'t> {
        let span = self.doc.span(extent.tokens.clone());
        let predicate = predicate::find(self.doc, extent.tokens.clone());
        let hedges = self.bearing(extent, span, predicate.as_ref());
        let bearing: Vec<&Hedge> = hedges.iter().filter_map(|h| self.hedges.get(*h as usize)).collect();
        let attribution = extent.attribution.and_then(|a| self.attributions.get(a));
        let signs = self.signs(extent, stretch.clone(), predicate.as_ref());
        let outer = attribution.and_then(|a| self.attributions.get(a.within? as usize));
        let voice = Voice {
            attribution,
            hedges: &bearing,
            disowned: self.is_disowned(extent, attribution, predicate.as_ref()),
            vague: attribution.is_some_and(|a| self.is_vague(a)),
        };
        let inputs = Inputs::new(self.doc, stretch, &signs, topics);
        topics.add(&signs);
        let heads = Heads::of(&inputs);
        let (score, reasons) = score::score(&inputs, &heads, &signs, self.doc.text);
        Claim {
            span,
            rule: extent.rule,
            kind: kind::kind(&heads),
            score,
            reasons,
            standing: voice.standing(),
            chain: chain::chain(&voice, outer, self.doc.text),
            certainty: voice.certainty(),
            attribution: extent.attribution.and_then(|a| u32::try_from(a).ok()),
            figures: places(within(self.figures, span, |f| f.span)),
            entities: places(within(self.entities, span, |e| e.span)),
            hedges,
        }
    }

    /// The hedges of the sentence that bear on the claim.
    fn bearing(&self, extent: &Extent, span: Span, predicate: Option<&Predicate>) -> Vec<u32> {
        let sentence = self.doc.sentences.get(extent.sentence).map_or(0..0, |s| s.tokens.clone());
        let around = places(within(self.hedges, self.doc.span(sentence), |h| h.span));
        let verb = predicate.map_or(Span::default(), |p| self.doc.span(p.finite..p.verb + 1));
        let bears = |place: &u32| {
            let hedge = self.hedges.get(*place as usize);
            hedge.is_some_and(|h| standing::bears(h, span) || verb.contains(h.span))
        };
        around.into_iter().filter(bears).collect()
    }

    /// Whether a source says of itself that it did not do it: "the firm said it had not paid".
    fn is_disowned(
        &self,
        extent: &Extent,
        attribution: Option<&Attribution>,
        predicate: Option<&Predicate>,
    ) -> bool {
        let (Some(attribution), Some(predicate)) = (attribution, predicate) else { return false };
        let verb = self.doc.span(predicate.finite..predicate.verb + 1);
        let opening = self.doc.class(extent.tokens.start);
        let negations = self.hedges.get(within(self.hedges, verb, |h| h.span)).unwrap_or(&[]);
        attribution.kind == AttributionType::Speech
            && attribution.source_type != SourceType::Document
            && predicate.is_deed(self.doc)
            && opening.is(Class::SUBJECT | Class::PRONOUN)
            && !opening.is(Class::DETERMINER | Class::RELATIVE)
            && predicate.finite <= extent.tokens.start + 2
            && negations.iter().any(|h| h.kind == HedgeType::Negation)
    }

    /// Whether the source could be any of its kind: "reports", "media reports".
    fn is_vague(&self, attribution: &Attribution) -> bool {
        let Some(source) = &attribution.source else { return false };
        let tokens = self.doc.tokens_of(source.quote.span);
        let determined = self.doc.class(tokens.start).is(Class::DETERMINER | Class::POSSESSIVE);
        let named = tokens.clone().skip(1).any(|at| self.doc.is_capital(at));
        let head = self.doc.word(tokens.end.saturating_sub(1)).text();
        !determined && !named && matches!(head, "reports" | "posts" | "accounts" | "studies")
    }

    /// What speaks for and against it.
    fn signs(&self, extent: &Extent, stretch: Range<usize>, predicate: Option<&Predicate>) -> Signs {
        let span = self.doc.span(extent.tokens.clone());
        Signs::of(&Content {
            doc: self.doc,
            extent,
            stretch,
            predicate,
            figures: self.figures.get(within(self.figures, span, |f| f.span)).unwrap_or(&[]),
            entities: self.entities.get(within(self.entities, span, |e| e.span)).unwrap_or(&[]),
            hedges: self.hedges.get(within(self.hedges, span, |h| h.span)).unwrap_or(&[]),
            attribution: extent.attribution.and_then(|a| self.attributions.get(a)),
        })
    }
}

/// Those of a list in text order, without overlap, that lie inside the span.
fn within<T>(all: &[T], span: Span, of: impl Fn(&T) -> Span) -> Range<usize> {
    let start = all.partition_point(|x| of(x).start < span.start);
    start..all.partition_point(|x| of(x).end <= span.end).max(start)
}

fn places(range: Range<usize>) -> Vec<u32> {
    range.filter_map(|place| u32::try_from(place).ok()).collect()
}
