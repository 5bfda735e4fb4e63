//! Reads on and on, asks the invariants of everything, and watches the memory: `npm run soak -- [articles|texts] [COUNT]`.
//! Articles are varied from our own; texts are short and made of what trips readers up.
#![allow(clippy::unwrap_used, reason = "a tool for tests may stop at the first surprise")]

#[path = "../tests/support/articles.rs"]
mod articles;
#[path = "../tests/invariants/check.rs"]
mod check;
#[path = "../tests/invariants/pieces.rs"]
mod pieces;

use articles::{Articles, Dice};
use pieces::PIECES;
use std::time::Instant;

/// How often the figures are printed and the memory is looked at.
const REPORTS: u64 = 20;
/// What the memory may grow by after the first twentieth, in MiB: the allocator's own ups and downs.
const GROWTH: u64 = 8;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().unwrap_or_else(|| "articles".to_owned());
    let count = arguments.next().map_or(100_000, |count| count.parse().unwrap());
    let library = Articles::load();
    match what.as_str() {
        "articles" => soak(count, |number| library.text(number)),
        "texts" => soak(count, text),
        _ => panic!("articles or texts, not {what}"),
    }
}

/// Up to a dozen pieces, or, one time in eight, any characters.
fn text(number: u64) -> String {
    let mut dice = Dice(number);
    let any = dice.below(8) == 0;
    let mut text = String::new();
    for _ in 0..=dice.below(12) {
        if any {
            let plane = 1 << (4 + dice.below(17));
            text.extend(char::from_u32(dice.below(plane) as u32));
        } else {
            text.push_str(PIECES[dice.below(PIECES.len() as u64) as usize]);
            if dice.below(5) > 0 {
                text.push(' ');
            }
        }
    }
    text
}

fn soak(count: u64, text: impl Fn(u64) -> String) {
    let start = Instant::now();
    let (mut bytes, mut annotations, mut settled) = (0, 0, None);
    for number in 0..count {
        let text = text(number);
        annotations += check::hold(&text);
        bytes += text.len();
        if (number + 1) % count.div_ceil(REPORTS) == 0 || number + 1 == count {
            let seconds = start.elapsed().as_secs_f64();
            let (done, rate) = (number + 1, (number + 1) as f64 / seconds);
            let memory = resident();
            println!(
                "{done} texts, {:.1} MB, {annotations} annotations, {seconds:.0} s, {rate:.0}/s, {memory} MiB",
                bytes as f64 / 1e6
            );
            let limit = *settled.get_or_insert(memory) + GROWTH;
            assert!(memory <= limit, "memory grows: {memory} MiB after {done} texts");
        }
    }
}

/// The memory of this process in MiB; 0 where the system does not say.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
