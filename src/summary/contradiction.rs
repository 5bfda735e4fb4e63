//! Two sources that contradict each other: one denies what the other says, or they give different numbers of the same
//! things. Only what the wording shows beyond doubt: both sources are known and differ, the claims share most of their
//! words and name no different people, places or days.

use super::{Key, is_time};
use crate::attribution::Attribution;
use crate::claim::{Claim, Standing};
use crate::entity::{Entity, EntityType};
use crate::figure::{Figure, FigureType};
use crate::hedge::{Hedge, HedgeType};
use crate::lexicon::hash;
use crate::order;
use crate::span::Span;
use crate::text::{Class, Document, TokenKind};
use serde::Serialize;

/// Two claims of different sources that cannot both be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Contradiction {
    /// In what they differ.
    #[serde(rename = "type")]
    pub kind: ContradictionType,
    /// Both claims in text order: in the stage's result their places, in an analysis their ids.
    pub claim_ids: [u32; 2],
}

/// In what two claims differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum ContradictionType {
    /// One source denies what the other says.
    Denial,
    /// They count the same things differently.
    Values,
}

/// Each claim is held against so many before it that have a source, so that the cost stays linear.
const BACK: usize = 40;

/// Words that begin alike are forms of one word; so many bytes are looked at.
const STEM: usize = 5;

/// What the stages found.
pub struct Found<'a, 't> {
    /// The text.
    pub doc: &'a Document<'t>,
    /// Its figures.
    pub figures: &'a [Figure<'t>],
    /// Its names.
    pub entities: &'a [Entity<'t>],
    /// Who says what.
    pub attributions: &'a [Attribution<'t>],
    /// Hedges and negations.
    pub hedges: &'a [Hedge],
    /// The claims.
    pub claims: &'a [Claim<'t>],
}

/// All pairs, each claim with the nearest before it.
pub fn find(found: &Found) -> Vec<Contradiction> {
    let mut sides: Vec<Side> = Vec::new();
    let mut pairs = Vec::new();
    for (place, claim) in (0..).zip(found.claims) {
        let Some(side) = Side::of(found, place, claim) else { continue };
        let pair = sides.iter().rev().take(BACK).find_map(|earlier| {
            let kind = earlier.contradicted(&side)?;
            Some(Contradiction { kind, claim_ids: [earlier.place, place] })
        });
        pairs.extend(pair);
        sides.push(side);
    }
    pairs
}

/// One claim as far as another can contradict it.
struct Side {
    place: u32,
    source: Key,
    denies: bool,
    /// Stems of the words that carry its meaning, sorted, each once.
    stems: Vec<u32>,
    /// What it counts, by stem, with the number, where it gives just one.
    counts: Option<(u32, f64)>,
    /// The people and places it names.
    names: Vec<u32>,
    /// The days it names, by their words.
    days: Vec<u32>,
}

impl Side {
    fn of(found: &Found, place: u32, claim: &Claim) -> Option<Side> {
        let attribution = found.attributions.get(claim.attribution? as usize).filter(|a| !a.negated)?;
        let source = attribution.source.as_ref()?;
        let first = found.doc.tokens_of(source.quote.span).start;
        // Whom "he" stands for must be known.
        if source.entity.is_none() && found.doc.class(first).is(Class::PRONOUN | Class::SUBJECT) {
            return None;
        }
        let figures = || claim.figures.iter().filter_map(|f| found.figures.get(*f as usize));
        let named = claim.entities.iter().filter_map(|e| found.entities.get(*e as usize));
        let hedges = || claim.hedges.iter().filter_map(|h| found.hedges.get(*h as usize));
        // What should be or would be is no fact that another could contradict.
        if found.doc.tokens_of(claim.span).any(|at| found.doc.class(at).is(Class::MODAL)) {
            return None;
        }
        let doubted = claim.standing == Standing::Hedged;
        let negated = hedges().any(|h| h.kind == HedgeType::Negation);
        if doubted && hedges().any(|h| !matches!(h.kind, HedgeType::Negation | HedgeType::Evidential)) {
            return None;
        }
        Some(Side {
            place,
            source: Key::of(source),
            denies: claim.standing == Standing::Denied || negated,
            stems: stems(found.doc, claim.span),
            counts: counted(figures()),
            names: named
                .filter(|e| matches!(e.kind, EntityType::Person | EntityType::Place))
                .map(|e| e.entity)
                .collect(),
            days: figures()
                .filter(|f| is_time(f.kind))
                .map(|f| hash::of(f.span.of(found.doc.text)))
                .collect(),
        })
    }

    fn contradicted(&self, later: &Side) -> Option<ContradictionType> {
        let apart = differ(&self.names, &later.names) || differ(&self.days, &later.days);
        if self.source == later.source || apart {
            return None;
        }
        let shared = self.stems.iter().filter(|stem| later.stems.binary_search(stem).is_ok()).count();
        let fewer = self.stems.len().min(later.stems.len());
        let more = self.stems.len().max(later.stems.len());
        if self.denies != later.denies {
            return (shared >= 2 && shared * 3 >= fewer * 2 && shared * 2 >= more)
                .then_some(ContradictionType::Denial);
        }
        let ((what, one), (other, two)) = (self.counts?, later.counts?);
        // A place that only the second names is where it counts, a part of what the first does.
        let within = later.names.iter().all(|name| self.names.contains(name));
        let same = what == other && within && shared >= 2 && shared * 2 >= fewer;
        (same && !self.denies && (one - two).abs() > f64::EPSILON).then_some(ContradictionType::Values)
    }
}

/// Whether both name some and none is the same.
fn differ(one: &[u32], other: &[u32]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|name| other.contains(name))
}

/// The only count among the figures that says how many of what, without "about" or "at least".
fn counted<'f, 't: 'f>(figures: impl Iterator<Item = &'f Figure<'t>>) -> Option<(u32, f64)> {
    let mut counts = figures.filter(|f| !is_time(f.kind));
    let (first, next) = (counts.next()?, counts.next());
    if next.is_some() || first.kind != FigureType::Count || first.approximation.is_some() {
        return None;
    }
    let head = first.counted.as_ref()?.text.rsplit(' ').next()?;
    Some((hash::beginning(head, STEM), first.value?))
}

/// Of the words that carry the meaning.
fn stems(doc: &Document, span: Span) -> Vec<u32> {
    let empty = Class::DETERMINER
        | Class::POSSESSIVE
        | Class::SUBJECT
        | Class::OBJECT
        | Class::PRONOUN
        | Class::RELATIVE
        | Class::COMPLEMENTIZER
        | Class::PREPOSITION
        | Class::COORDINATOR
        | Class::SUBORDINATOR
        | Class::AUXILIARY
        | Class::NEGATION
        | Class::ADVERB
        | Class::CLITIC;
    let words =
        doc.tokens_of(span).filter(|at| doc.tokens.get(*at).is_some_and(|t| t.kind == TokenKind::Word));
    let mut stems: Vec<u32> =
        words.filter(|at| !doc.class(*at).is(empty)).map(|at| hash::beginning(doc.of(at), STEM)).collect();
    stems = order::by_key(stems, |stem| u64::from(*stem));
    stems.dedup();
    stems
}
