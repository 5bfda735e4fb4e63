//! Invariant 4: work grows linearly with the text. Alone in its program, so that no other test disturbs the clock.
#![cfg(not(target_arch = "wasm32"))]

use reportedly::{Options, annotate};
use std::hint::black_box;
use std::time::{Duration, Instant};

const PARAGRAPH: &str = "The Northgate council approved €31 million for the harbour on Friday, two officials said. “We will \
    start in May,” Mayor Ana Ruiz told reporters, adding that some 4,000 jobs could depend on it. Critics denied that the \
    plan was sound.\n\n";

/// Doubled four times: sixteen texts of the one length against one text of the other.
const TIMES: usize = 16;

#[test]
fn time_grows_linearly() {
    let small = PARAGRAPH.repeat(50);
    let large = small.repeat(TIMES);
    let time = |text: &str, runs: usize| {
        let start = Instant::now();
        (0..runs).for_each(|_| drop(black_box(annotate(text, &Options::default()))));
        start.elapsed()
    };
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..5 {
        best = (best.0.min(time(&small, TIMES)), best.1.min(time(&large, 1)));
    }
    let ratio = best.1.as_secs_f64() / best.0.as_secs_f64();
    assert!(ratio < 2.0, "one long text took {ratio:.1} times as long as its parts");
}
