//! The invariants of ARCHITECTURE.md, over arbitrary texts and over texts made of what news is made of.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

#[path = "invariants/bytes.rs"]
mod bytes;
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

/// The corpus holds what fuzzing once found.
#[test]
fn the_corpus_of_the_fuzz_target_holds_the_invariants() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/annotate");
    let mut files = 0;
    for file in std::fs::read_dir(corpus).unwrap() {
        hold(&bytes::text(&std::fs::read(file.unwrap().path()).unwrap()));
        files += 1;
    }
    assert!(files > 50);
}

/// Each of about ten megabytes where the build is optimised. A test that took longer than this would not be linear.
const LIMIT: Duration = Duration::from_secs(120);

#[test]
fn extreme_texts_return() {
    let scale = if cfg!(debug_assertions) { 20 } else { 1 };
    let times = |piece: &str, count: usize| piece.repeat(count / scale);
    let nested = format!("{}word{}", times("“‘", 50_000), times("’”", 50_000));
    let news = times("The council approved €31 million on Friday, two officials said. ", 150_000);
    let texts = [
        ("a news text", news),
        ("a single token", times("a", 10_000_000)),
        ("quotations in one another", nested),
        ("quotations that never end", times("“word ", 200_000)),
        ("tiny paragraphs", times("x\n\n", 1_000_000)),
        ("tiny lines of capitals", times("A\n", 200_000)),
        ("digits", times("9", 1_000_000)),
        ("digits and commas", times("1,", 500_000)),
        ("magnitudes", times("hundred ", 200_000)),
        ("a name that does not end", times("Ana ", 200_000)),
        ("a compound that does not end", times("one-", 200_000)),
        ("acts of saying", times("he said ", 200_000)),
        ("nested acts of saying", times("she said that he said that ", 100_000)),
        ("opening brackets", times("(", 1_000_000)),
        ("marks over marks", times("e\u{301}\u{202E}", 500_000)),
    ];
    for (what, text) in &texts {
        let start = Instant::now();
        let analysis = annotate(text, &options());
        let took = start.elapsed();
        println!("{what}: {} bytes, {} annotations, {took:.1?}", text.len(), analysis.annotations.len());
        assert!(took < LIMIT, "{what} took {took:?}");
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
