//! Writes an archive to try things on: `cargo run --release --example articles -- 10000 > articles.jsonl`. With a second
//! number, so many lines of a thousand are broken.
#![allow(clippy::unwrap_used, reason = "a tool for tests may stop at the first surprise")]

#[path = "../tests/support/articles.rs"]
mod articles;

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut numbers = std::env::args().skip(1).map(|argument| argument.parse().unwrap());
    let (count, broken): (u64, u64) = (numbers.next().unwrap_or(1000), numbers.next().unwrap_or(0));
    let articles = articles::Articles::load();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for number in 0..count {
        let line = articles.line(number);
        let end = if number % 1000 < broken { 40 } else { line.len() };
        writeln!(out, "{}", line.get(..end).unwrap())?;
    }
    out.flush()
}
