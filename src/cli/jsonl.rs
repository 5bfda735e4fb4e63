//! One article a line in, one result a line out, in order, on all cores, with bounded memory.

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use reportedly::summary::Summary;
use reportedly::text::utf16::Unit;
use reportedly::{Annotation, Date, Options};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufRead, Write};
use std::time::Duration;

/// How many lines are in work at once.
const BATCH: usize = 256;

/// What holds for every line.
pub struct Settings {
    /// What offsets count.
    pub unit: Unit,
    /// Day of publication of articles whose line does not name one.
    pub published: Option<Date>,
}

#[derive(Deserialize)]
struct Article {
    id: Value,
    text: String,
    #[serde(default)]
    published: Option<String>,
}

#[derive(Serialize)]
struct Annotated<'t> {
    id: &'t Value,
    annotations: &'t [Annotation<'t>],
    summary: &'t Summary<'t>,
}

/// Runs to the end of the input; says on standard error which lines were bad and why, and how many they are.
///
/// # Errors
/// Where the input cannot be read on or the output not be written.
pub fn run(input: impl BufRead, mut output: impl Write, settings: &Settings) -> io::Result<u64> {
    let progress = progress();
    let mut lines = input.split(b'\n');
    let (mut number, mut bad) = (0, 0);
    loop {
        let batch: Vec<Vec<u8>> = lines.by_ref().take(BATCH).collect::<io::Result<_>>()?;
        if batch.is_empty() {
            progress.finish_and_clear();
            return Ok(bad);
        }
        let results: Vec<Option<Result<String, String>>> =
            batch.par_iter().map(|line| annotate(line, settings)).collect();
        for result in results {
            number += 1;
            match result {
                Some(Ok(line)) => writeln!(output, "{line}")?,
                Some(Err(error)) => {
                    bad += 1;
                    progress.suspend(|| eprintln!("line {number}: {error}"));
                }
                None => {}
            }
        }
        progress.set_position(number);
        output.flush()?;
    }
}

fn progress() -> ProgressBar {
    // Hidden by the library where standard error is not a terminal.
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} articles, {per_sec}, {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// The result line, or what is wrong with the line; nothing for an empty one.
fn annotate(line: &[u8], settings: &Settings) -> Option<Result<String, String>> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    Some(result(line, settings))
}

fn result(line: &[u8], settings: &Settings) -> Result<String, String> {
    let article: Article = serde_json::from_slice(line)
        .map_err(|error| format!("not an article, {{\"id\": …, \"text\": \"…\"}} is expected: {error}"))?;
    let published = match &article.published {
        Some(date) => Some(date.parse().map_err(|error| format!("published: {error}"))?),
        None => settings.published,
    };
    let mut analysis = reportedly::annotate(&article.text, &Options { published });
    super::convert(&mut analysis, &article.text, settings.unit);
    let record =
        Annotated { id: &article.id, annotations: &analysis.annotations, summary: &analysis.summary };
    serde_json::to_string(&record).map_err(|error| error.to_string())
}
