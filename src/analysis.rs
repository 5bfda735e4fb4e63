//! The result: every annotation in one list, and the table of kinds for those who show them.

use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::entity::Entity;
use crate::figure::Figure;
use crate::hedge::Hedge;
use crate::span::Span;
use crate::summary::Summary;
use crate::text::utf16::OffsetMap;
use serde::Serialize;

/// What was found in one text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Analysis<'t> {
    /// All annotations: figures, entities, attributions, hedges, claims, each kind in text order. An annotation's
    /// place in the list is its id.
    pub annotations: Vec<Annotation<'t>>,
    /// The article as a whole.
    pub summary: Summary<'t>,
}

/// One marked stretch of text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Annotation<'t> {
    /// Its place in the list; what other annotations refer to it by.
    pub id: u32,
    /// The text under it.
    pub text: &'t str,
    /// What it is.
    #[serde(flatten)]
    pub mark: Mark<'t>,
}

/// An annotation by kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Mark<'t> {
    /// A quantity, amount, share, date, time or span of time.
    Figure(Figure<'t>),
    /// A name.
    Entity(Entity<'t>),
    /// Who said what.
    Attribution(Attribution<'t>),
    /// A word of doubt, or a negation.
    Hedge(Hedge),
    /// A checkable statement and who stands behind it.
    Claim(Claim<'t>),
}

impl Mark<'_> {
    /// The id of its kind in [`KINDS`].
    pub fn kind(&self) -> &'static str {
        match self {
            Mark::Figure(_) => "figure",
            Mark::Entity(_) => "entity",
            Mark::Attribution(_) => "attribution",
            Mark::Hedge(_) => "hedge",
            Mark::Claim(_) => "claim",
        }
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Mark::Figure(figure) => figure.span,
            Mark::Entity(entity) => entity.span,
            Mark::Attribution(attribution) => attribution.span,
            Mark::Hedge(hedge) => hedge.span,
            Mark::Claim(claim) => claim.span,
        }
    }
}

impl Analysis<'_> {
    /// Rewrites all offsets, which are bytes, into the unit of the map. Texts stay as they are.
    ///
    /// ```
    /// use reportedly::text::utf16::{OffsetMap, Unit};
    ///
    /// let text = "“Five ships sank,” she said.";
    /// let mut analysis = reportedly::annotate(text, &reportedly::Options::default());
    /// analysis.convert_offsets(&OffsetMap::new(text, Unit::Utf16));
    /// let five = analysis.annotations.iter().find(|annotation| annotation.text == "Five").unwrap();
    /// assert_eq!(five.mark.span().start, 1);
    /// ```
    pub fn convert_offsets(&mut self, map: &OffsetMap) {
        let mut convert = |span: &mut Span| {
            *span = Span { start: map.get(span.start), end: map.get(span.end) };
        };
        for annotation in &mut self.annotations {
            annotation.mark.each_span(&mut convert);
        }
    }
}

impl Mark<'_> {
    /// Visits every span of the record, its own and those inside.
    fn each_span(&mut self, visit: &mut impl FnMut(&mut Span)) {
        match self {
            Mark::Figure(figure) => {
                visit(&mut figure.span);
                figure.counted.iter_mut().for_each(|q| visit(&mut q.span));
            }
            Mark::Entity(entity) => visit(&mut entity.span),
            Mark::Attribution(attribution) => {
                visit(&mut attribution.span);
                attribution.content.iter_mut().for_each(&mut *visit);
                attribution.cue.iter_mut().for_each(|q| visit(&mut q.span));
                attribution.source.iter_mut().for_each(|s| visit(&mut s.quote.span));
            }
            Mark::Hedge(hedge) => {
                visit(&mut hedge.span);
                hedge.scope.iter_mut().for_each(visit);
            }
            Mark::Claim(claim) => {
                visit(&mut claim.span);
                claim.reasons.iter_mut().filter_map(|r| r.words.as_mut()).for_each(|q| visit(&mut q.span));
            }
        }
    }
}

/// A kind of annotation as readers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Kind {
    /// As in the `kind` of an annotation.
    #[cfg_attr(feature = "types", ts(type = "Annotation[\"kind\"]"))]
    pub id: &'static str,
    /// A reader's word for several of them.
    pub label: &'static str,
    /// One sentence that says what is marked.
    pub help: &'static str,
}

/// All kinds, in the order in which they are found.
pub const KINDS: [Kind; 5] = [
    Kind {
        id: "figure",
        label: "Figures",
        help: "Numbers, amounts of money, shares, dates and times, with what they come to.",
    },
    Kind {
        id: "entity",
        label: "Names",
        help: "People, organisations, places and other names; all mentions of one thing belong together.",
    },
    Kind {
        id: "attribution",
        label: "Who said what",
        help: "What somebody said, wrote or thinks, who that is, and the word that says so.",
    },
    Kind {
        id: "hedge",
        label: "Doubt",
        help: "Words by which the writer or a source holds back, doubts or denies.",
    },
    Kind {
        id: "claim",
        label: "Claims",
        help: "Statements that can be checked, and who stands behind each.",
    },
];

/// The results of the stages; what they say of each other they say by place in these lists.
pub struct Found<'t> {
    /// All figures.
    pub figures: Vec<Figure<'t>>,
    /// All entities.
    pub entities: Vec<Entity<'t>>,
    /// All attributions.
    pub attributions: Vec<Attribution<'t>>,
    /// All hedges.
    pub hedges: Vec<Hedge>,
    /// All claims.
    pub claims: Vec<Claim<'t>>,
}

/// Puts the results into one list and turns places within a kind into ids.
pub fn collect<'t>(text: &'t str, found: Found<'t>, mut summary: Summary<'t>) -> Analysis<'t> {
    let ids = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
    let entities = ids(found.figures.len());
    let attributions = entities + ids(found.entities.len());
    let hedges = attributions + ids(found.attributions.len());
    let claims = hedges + ids(found.hedges.len());
    for source in &mut summary.sources {
        source.claim_ids.iter_mut().for_each(|c| *c += claims);
    }
    for pair in &mut summary.contradictions {
        pair.claim_ids.iter_mut().for_each(|c| *c += claims);
    }
    let figures = found.figures.into_iter().map(Mark::Figure);
    let names = found.entities.into_iter().map(Mark::Entity);
    let said = found.attributions.into_iter().map(|mut attribution| {
        attribution.within = attribution.within.map(|w| w + attributions);
        Mark::Attribution(attribution)
    });
    let doubts = found.hedges.into_iter().map(Mark::Hedge);
    let claims = found.claims.into_iter().map(|mut claim| {
        claim.attribution = claim.attribution.map(|a| a + attributions);
        claim.entities.iter_mut().for_each(|e| *e += entities);
        claim.hedges.iter_mut().for_each(|h| *h += hedges);
        Mark::Claim(claim)
    });
    let marks = figures.chain(names).chain(said).chain(doubts).chain(claims);
    let annotations = (0..).zip(marks).map(|(id, mark)| Annotation { id, text: mark.span().of(text), mark });
    Analysis { annotations: annotations.collect(), summary }
}
