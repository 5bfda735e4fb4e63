//! The invariants of ARCHITECTURE.md, over arbitrary texts and over texts made of what news is made of.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;
use reportedly::span::Span;
use reportedly::text::Document;
use reportedly::text::utf16::{OffsetMap, Unit};
use reportedly::{Analysis, Mark, Options, annotate};
use std::time::{Duration, Instant};

/// Pieces that set off every stage, and pieces that trip up offsets and pairing.
const PIECES: &[&str] = &[
    "The ministry said",
    "according to two officials",
    "Ana Ruiz",
    "Ms Ruiz",
    "€31 million",
    "some 4,000 troops",
    "on Friday",
    "“We will not go,”",
    "\"No,\"",
    "he said.",
    "may",
    "reportedly",
    "denied that",
    "it was not true.",
    "last month",
    "3.5%",
    "rose from 5 to 7",
    "the European Commission",
    "who is behind it?",
    "because",
    "the mayor, who",
    "‘scare’",
    "‘",
    "’",
    "“",
    "”",
    "«",
    "»",
    "\"",
    "'",
    "(",
    ")",
    "—",
    "…",
    ".",
    ",",
    ";",
    ":",
    "\n",
    "\n\n",
    "\u{2028}",
    "😀",
    "👩‍👩‍👧",
    "\u{202E}",
    "\u{0}",
    "é",
    "e\u{301}",
    "\u{AD}",
    "\u{FEFF}",
    "İ",
    "ß",
    "½",
    "٣",
    "U.S.",
    "Mr.",
    "$",
    "#",
    "a",
    "and",
    "that",
    "half",
    "9",
];

fn news() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    let gap = prop::sample::select(&["", " ", " ", " "][..]);
    prop::collection::vec((piece, gap), 0..80)
        .prop_map(|all| all.into_iter().flat_map(|(p, g)| [p, g]).collect())
}

fn options() -> Options {
    Options { published: "2024-05-17".parse().ok() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 400 } else { 4000 }))]

    #[test]
    fn news_holds_the_invariants(text in news()) {
        hold(&text);
    }

    #[test]
    fn any_text_holds_the_invariants(text in any::<String>()) {
        hold(&text);
    }

    #[test]
    fn offsets_convert_to_those_of_other_languages(text in any::<String>()) {
        let (utf16, chars) = (OffsetMap::new(&text, Unit::Utf16), OffsetMap::new(&text, Unit::Chars));
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..byte];
            prop_assert_eq!(utf16.get(byte as u32) as usize, before.encode_utf16().count());
            prop_assert_eq!(chars.get(byte as u32) as usize, before.chars().count());
        }
    }
}

#[test]
fn hostile_texts_return() {
    let long = "a".repeat(1_000_000);
    let opening = "“".repeat(20_000);
    let nested = format!("{}word{}", "“‘".repeat(5_000), "’”".repeat(5_000));
    let said = "he said ".repeat(20_000);
    let digits = "9".repeat(100_000);
    let numbers = "1,".repeat(50_000);
    let hundreds = "hundred ".repeat(20_000);
    let lines = "x\n".repeat(50_000);
    let capitals = "Ana ".repeat(20_000);
    let hyphens = "one-".repeat(20_000);
    for text in [&long, &opening, &nested, &said, &digits, &numbers, &hundreds, &lines, &capitals, &hyphens] {
        let start = Instant::now();
        let analysis = annotate(text, &options());
        assert!(start.elapsed() < Duration::from_secs(30), "{:.40}… took {:?}", text, start.elapsed());
        check(text, &analysis);
    }
}

#[test]
fn a_broken_analysis_fails() {
    let text = "The council approved €31 million.";
    let mut analysis = annotate("", &options());
    analysis.annotations.push(reportedly::Annotation {
        id: 7,
        text: "€31",
        mark: Mark::Hedge(reportedly::hedge::Hedge {
            span: Span { start: 22, end: 27 },
            rule: "test",
            scope: None,
            kind: reportedly::hedge::HedgeType::Adverb,
            strength: 0.5,
        }),
    });
    assert!(std::panic::catch_unwind(|| check(text, &analysis)).is_err());
}

fn hold(text: &str) {
    let analysis = annotate(text, &options());
    check(text, &analysis);
    assert_eq!(analysis, annotate(text, &options()), "same text, same options, different result");
}

fn check(text: &str, analysis: &Analysis) {
    let doc = Document::new(text);
    let mut ends: Vec<(&str, u32)> = Vec::new();
    for (place, annotation) in analysis.annotations.iter().enumerate() {
        let span = annotation.mark.span();
        assert_eq!(annotation.id as usize, place, "an id is a place in the list");
        fits(text, span);
        assert_eq!(annotation.text, span.of(text));
        let (kind, rule) = kind_and_rule(&annotation.mark);
        assert!(rule.contains('/'), "{rule:?} is no rule name of the form kind/how");
        match &annotation.mark {
            Mark::Attribution(attribution) => {
                attribution.content.iter().for_each(|piece| {
                    fits(text, *piece);
                    assert!(span.contains(*piece), "{piece:?} outside its attribution {span:?}");
                });
                attribution.cue.iter().for_each(|cue| fits(text, cue.span));
                attribution.source.iter().for_each(|source| fits(text, source.quote.span));
            }
            mark => {
                let end = ends.iter().rfind(|(k, _)| *k == kind).map_or(0, |(_, end)| *end);
                assert!(span.start >= end, "two {kind}s overlap or are out of order at {span:?}");
                ends.retain(|(k, _)| *k != kind);
                ends.push((kind, span.end));
                inside_one_sentence(&doc, span);
                refers(analysis, mark);
            }
        }
    }
}

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

/// What a claim refers to is there and of the right kind.
fn refers(analysis: &Analysis, mark: &Mark) {
    let kind = |id: &u32| kind_and_rule(&analysis.annotations[*id as usize].mark).0;
    if let Mark::Claim(claim) = mark {
        assert!(claim.figures.iter().all(|id| kind(id) == "figure"));
        assert!(claim.entities.iter().all(|id| kind(id) == "entity"));
        assert!(claim.hedges.iter().all(|id| kind(id) == "hedge"));
        assert!(claim.attribution.iter().all(|id| kind(id) == "attribution"));
        assert!((0.0..=1.0).contains(&claim.score) && (0.0..=1.0).contains(&claim.certainty));
    }
}

fn kind_and_rule(mark: &Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Figure(figure) => ("figure", figure.rule),
        Mark::Entity(entity) => ("entity", entity.rule),
        Mark::Attribution(attribution) => ("attribution", attribution.rule),
        Mark::Hedge(hedge) => ("hedge", hedge.rule),
        Mark::Claim(claim) => ("claim", claim.rule),
    }
}
