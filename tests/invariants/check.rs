//! The invariants of ARCHITECTURE.md, asked of one text. The property tests, the soak and the fuzz targets ask here.

use reportedly::attribution::Attribution;
use reportedly::span::Span;
use reportedly::summary::Summary;
use reportedly::text::Document;
use reportedly::{Analysis, Mark, Options, annotate};

/// Options with a day of publication, so that dates are resolved.
pub fn options() -> Options {
    Options { published: "2024-05-17".parse().ok() }
}

/// Reads a text twice; returns how many annotations it has.
///
/// # Panics
/// Where an invariant is broken.
pub fn hold(text: &str) -> usize {
    let analysis = annotate(text, &options());
    check(text, &analysis);
    assert_eq!(analysis, annotate(text, &options()), "same text, same options, different result");
    analysis.annotations.len()
}

/// Asks every invariant of an analysis.
///
/// # Panics
/// Where one is broken.
pub fn check(text: &str, analysis: &Analysis) {
    let doc = Document::new(text);
    let mut ends = [0; KINDS.len()];
    let last_entity = analysis.annotations.iter().filter_map(|a| entity_number(&a.mark)).max();
    for (place, annotation) in analysis.annotations.iter().enumerate() {
        let span = annotation.mark.span();
        assert_eq!(annotation.id as usize, place, "an id is a place in the list");
        fits(text, span);
        assert_eq!(annotation.text, span.of(text));
        let (kind, rule) = kind_and_rule(&annotation.mark);
        assert!(rule.contains('/'), "{rule:?} names no rule");
        if let Mark::Attribution(attribution) = &annotation.mark {
            attributes(text, attribution, last_entity);
        } else {
            assert!(
                span.start >= ends[kind],
                "two of {} overlap or are out of order at {span:?}",
                KINDS[kind]
            );
            ends[kind] = span.end;
            inside_one_sentence(&doc, span);
        }
        refers(text, analysis, &annotation.mark);
    }
    adds_up(analysis, &analysis.summary);
}

const KINDS: [&str; 5] = ["figure", "entity", "attribution", "hedge", "claim"];
const FIGURE: usize = 0;
const ENTITY: usize = 1;
const ATTRIBUTION: usize = 2;
const HEDGE: usize = 3;
const CLAIM: usize = 4;

fn fits(text: &str, span: Span) {
    assert!(span.start < span.end, "{span:?} is empty");
    assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} does not fit the text");
}

fn inside_one_sentence(doc: &Document, span: Span) {
    let tokens = doc.tokens_of(span);
    let first = doc.sentence_of(tokens.start);
    assert_eq!(
        first,
        doc.sentence_of(tokens.end - 1),
        "{span:?} crosses a sentence: {:?}",
        span.of(doc.text)
    );
}

fn attributes(text: &str, attribution: &Attribution, last_entity: Option<u32>) {
    let mut end = 0;
    for piece in &attribution.content {
        fits(text, *piece);
        assert!(piece.start >= end, "pieces of content overlap or are out of order at {piece:?}");
        end = piece.end;
        assert!(
            attribution.span.contains(*piece),
            "{piece:?} outside its attribution {:?}",
            attribution.span
        );
    }
    for quote in attribution.cue.iter().chain(attribution.source.as_ref().map(|source| &source.quote)) {
        fits(text, quote.span);
        assert_eq!(quote.text, quote.span.of(text));
    }
    let entity = attribution.source.as_ref().and_then(|source| source.entity);
    assert!(entity <= last_entity, "no entity has the number {entity:?}");
}

fn entity_number(mark: &Mark) -> Option<u32> {
    match mark {
        Mark::Entity(entity) => Some(entity.entity),
        _ => None,
    }
}

/// What a record refers to is there and of the right kind; its numbers are numbers.
fn refers(text: &str, analysis: &Analysis, mark: &Mark) {
    let is = |id: u32, kind| {
        let found = analysis.annotations.get(id as usize);
        assert_eq!(found.map(|a| kind_and_rule(&a.mark).0), Some(kind), "{id} is no {}", KINDS[kind]);
    };
    match mark {
        Mark::Figure(figure) => {
            figure.from.iter().for_each(|id| is(*id, FIGURE));
            let numbers = [figure.value, figure.low, figure.high];
            assert!(numbers.into_iter().flatten().all(f64::is_finite), "{numbers:?} in JSON would be null");
            figure.counted.iter().for_each(|quote| fits(text, quote.span));
        }
        Mark::Entity(entity) => assert!(!entity.name.is_empty()),
        Mark::Attribution(attribution) => {
            attribution.within.iter().for_each(|id| is(*id, ATTRIBUTION));
        }
        Mark::Hedge(hedge) => {
            hedge.scope.iter().for_each(|scope| fits(text, *scope));
            assert!((0.0..=1.0).contains(&hedge.strength));
        }
        Mark::Claim(claim) => {
            claim.figures.iter().for_each(|id| is(*id, FIGURE));
            claim.entities.iter().for_each(|id| is(*id, ENTITY));
            claim.hedges.iter().for_each(|id| is(*id, HEDGE));
            claim.attribution.iter().for_each(|id| is(*id, ATTRIBUTION));
            assert!((0.0..=1.0).contains(&claim.score) && (0.0..=1.0).contains(&claim.certainty));
            assert!(claim.reasons.iter().all(|reason| reason.weight.is_finite()));
        }
    }
}

/// The summary counts what the list holds.
fn adds_up(analysis: &Analysis, summary: &Summary) {
    let claims = analysis.annotations.iter().filter(|a| kind_and_rule(&a.mark).0 == CLAIM).count();
    assert_eq!(summary.claims as usize, claims);
    let by = &summary.by_standing;
    assert_eq!(summary.claims, by.asserted + by.attributed + by.unnamed + by.hedged + by.denied);
    for source in &summary.sources {
        assert_eq!(source.claims as usize, source.claim_ids.len());
        for id in &source.claim_ids {
            let mark = analysis.annotations.get(*id as usize).map(|a| &a.mark);
            assert!(matches!(mark, Some(Mark::Claim(_))), "{id} is no claim");
        }
    }
    assert!((0.0..=1.0).contains(&summary.unnamed_share));
}

/// The place of the kind in `KINDS`, and the rule.
fn kind_and_rule(mark: &Mark) -> (usize, &'static str) {
    match mark {
        Mark::Figure(figure) => (FIGURE, figure.rule),
        Mark::Entity(entity) => (ENTITY, entity.rule),
        Mark::Attribution(attribution) => (ATTRIBUTION, attribution.rule),
        Mark::Hedge(hedge) => (HEDGE, hedge.rule),
        Mark::Claim(claim) => (CLAIM, claim.rule),
    }
}
