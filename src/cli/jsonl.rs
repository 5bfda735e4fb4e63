//! One article a line in, one result a line out, in order, on all cores, with bounded memory.

use super::arguments::Filter;
use super::input;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use reportedly::summary::Summary;
use reportedly::text::utf16::Unit;
use reportedly::{Annotation, Date, Options};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How many lines are in work at once.
const BATCH: usize = 256;

/// What holds for every line.
pub struct Settings {
    /// What offsets count.
    pub unit: Unit,
    /// Day of publication of articles whose line does not name one.
    pub published: Option<Date>,
    /// Which annotations are written.
    pub filter: Filter,
    /// Whether annotations are left out altogether.
    pub summary_only: bool,
    /// Articles up to and including the one with this id are passed over.
    pub skip_until: Option<String>,
    /// Where bad lines are kept.
    pub rejects: Option<PathBuf>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    annotations: Option<&'t [Annotation<'t>]>,
    summary: &'t Summary<'t>,
}

/// Runs to the end of a file; says on standard error which lines were bad and why, and returns how many they are.
///
/// # Errors
/// Where the input cannot be read on or the output not be written, or no line has the id to go on after.
pub fn run(file: &Path, mut output: impl Write, settings: &Settings) -> io::Result<u64> {
    let progress = progress(file);
    let mut rejects = settings.rejects.as_ref().map(File::create).transpose()?;
    let mut lines = progress.wrap_read(input::open(file)?);
    let mut lines = BufReader::new(&mut lines).split(b'\n');
    let mut number = match &settings.skip_until {
        Some(id) => skip(&mut lines, id)?,
        None => 0,
    };
    let mut bad = 0;
    loop {
        let batch: Vec<Vec<u8>> = lines.by_ref().take(BATCH).collect::<io::Result<_>>()?;
        if batch.is_empty() {
            progress.finish_and_clear();
            return Ok(bad);
        }
        let results: Vec<Option<Result<String, String>>> =
            batch.par_iter().map(|line| annotate(line, settings)).collect();
        for (result, line) in results.into_iter().zip(&batch) {
            number += 1;
            match result {
                Some(Ok(line)) => writeln!(output, "{line}")?,
                Some(Err(error)) => {
                    bad += 1;
                    progress.suspend(|| eprintln!("line {number}: {error}"));
                    if let Some(rejects) = &mut rejects {
                        rejects.write_all(line)?;
                        rejects.write_all(b"\n")?;
                    }
                }
                None => {}
            }
        }
        progress.set_message(format!("{number} lines"));
        output.flush()?;
    }
}

/// Passes over the lines up to the one with this id; says how many they were.
fn skip(lines: &mut impl Iterator<Item = io::Result<Vec<u8>>>, id: &str) -> io::Result<u64> {
    #[derive(Deserialize)]
    struct Id {
        id: Value,
    }
    let mut number = 0;
    for line in lines {
        number += 1;
        let found = serde_json::from_slice::<Id>(&line?).is_ok_and(|line| match line.id {
            Value::String(text) => text == id,
            other => serde_json::to_string(&other).is_ok_and(|written| written == id),
        });
        if found {
            return Ok(number);
        }
    }
    Err(io::Error::other(format!("no article has the id {id}, so there is nothing to go on after")))
}

/// Rate and, for a file, the time left; hidden by the library where standard error is not a terminal.
fn progress(file: &Path) -> ProgressBar {
    let size = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file).map(|m| m.len());
    let (bar, template) = match size {
        Some(size) => (ProgressBar::new(size), "{wide_bar} {msg}, {bytes_per_sec}, {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {msg}, {bytes_per_sec}, {elapsed}"),
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
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
    settings.filter.apply(&mut analysis);
    super::convert(&mut analysis, &article.text, settings.unit);
    let annotations = (!settings.summary_only).then_some(analysis.annotations.as_slice());
    let record = Annotated { id: &article.id, annotations, summary: &analysis.summary };
    serde_json::to_string(&record).map_err(|error| error.to_string())
}
