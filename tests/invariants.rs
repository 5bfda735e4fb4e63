//! The invariants of ARCHITECTURE.md, over arbitrary texts and over texts made of what news is made of.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

#[path = "invariants/check.rs"]
mod check;
#[path = "invariants/pieces.rs"]
mod pieces;

use check::{check, hold, options};
use pieces::PIECES;
use proptest::prelude::*;
use reportedly::span::Span;
use reportedly::text::utf16::{OffsetMap, Unit};
use reportedly::{Mark, annotate};
use std::time::{Duration, Instant};

fn news() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    let gap = prop::sample::select(&["", " ", " ", " "][..]);
    prop::collection::vec((piece, gap), 0..80)
        .prop_map(|all| all.into_iter().flat_map(|(p, g)| [p, g]).collect())
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
