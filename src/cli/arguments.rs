//! What the command line takes.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{ColorChoice, Parser, ValueEnum};
use clap_complete::Shell;
use reportedly::text::utf16::Unit;
use reportedly::{Analysis, Annotation, Date, KINDS, Mark};
use std::path::PathBuf;

/// Reads English news articles and shows who stands behind each sentence.
///
/// Marks the claims, the figures, the names and who said what, and tells for each claim whether the paper says it in its
/// own voice, a named source says it, an unnamed source says it, it is said with reservation, or denied. Nothing leaves
/// this machine.
#[derive(Parser)]
#[command(version, max_term_width = 100, after_help = format!("Examples:\n{EXAMPLES}\n\nExit status:\n{EXIT_STATUS}"))]
pub struct Arguments {
    /// Articles to read, plain text or saved web pages (.html, .htm); "-" or nothing reads standard input.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to write what was found.
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Show these kinds only, separated by commas.
    #[arg(long, value_parser = kinds(), value_delimiter = ',', value_name = "KIND")]
    pub kinds: Vec<String>,
    /// Leave out claims that deserve a check less than this, from 0 to 1.
    #[arg(long, value_name = "SCORE", allow_negative_numbers = true, value_parser = score)]
    pub min_score: Option<f32>,
    /// Write the sourcing summary only.
    #[arg(short, long)]
    pub summary: bool,
    /// Day of publication, from which "Friday" or "last month" are told: YYYY-MM-DD. Web pages usually say theirs.
    #[arg(short, long, value_name = "DATE")]
    pub published: Option<Date>,
    /// What the offsets in the output count.
    #[arg(long, value_enum, default_value_t = Offsets::Bytes)]
    pub offsets: Offsets,
    /// Address of the article, named as the source in JSON-LD; else the one that a web page gives, or the file's name.
    #[arg(long, value_name = "URL", value_parser = address)]
    pub url: Option<String>,
    /// Whether to write in colour.
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub color: ColorChoice,
    /// Read one article a line, {"id", "text"} and, where known, "published"; write one result a line, in the same order.
    #[arg(long, conflicts_with_all = ["format", "url"], help_heading = "Archives")]
    pub jsonl: bool,
    /// Go on after the article with this id: the last one in the output of a run that was broken off.
    #[arg(long, value_name = "ID", requires = "jsonl", help_heading = "Archives")]
    pub skip_until: Option<String>,
    /// Keep the lines that could not be read in this file, to mend them and run again.
    #[arg(long, value_name = "FILE", requires = "jsonl", help_heading = "Archives")]
    pub rejects: Option<PathBuf>,
    /// Write the completions for a shell and stop.
    #[arg(long, value_enum, value_name = "SHELL", exclusive = true, help_heading = "Set-up")]
    pub completions: Option<Shell>,
    /// Write the manual page and stop.
    #[arg(long, exclusive = true, help_heading = "Set-up")]
    pub man: bool,
}

/// Commands to begin with.
pub const EXAMPLES: &str = "  reportedly article.txt                          read it in the terminal
  reportedly --published 2025-03-06 article.html  a saved page, told from its day
  reportedly --format csv article.txt > table.csv
  reportedly --jsonl < articles.jsonl > results.jsonl";

/// What the exit status says.
pub const EXIT_STATUS: &str = "  0    all well
  1    some articles could not be read
  2    the run could not be done
  130  the run was stopped (Ctrl-C)";

/// Output formats.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The article with its marks, for reading.
    Text,
    /// The records, as JSON, one line an article.
    Json,
    /// W3C Web Annotation, as JSON-LD; positions in characters.
    Jsonld,
    /// A table for spreadsheets.
    Csv,
    /// The claims by standing, in Markdown.
    Md,
    /// A web page of its own: the article with its marks.
    Html,
}

/// Units of offsets.
#[derive(Clone, Copy, ValueEnum)]
pub enum Offsets {
    /// UTF-8 bytes.
    Bytes,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
    /// Unicode code points, as Python counts.
    Chars,
}

impl Offsets {
    /// The unit in the library's terms.
    pub fn unit(self) -> Unit {
        match self {
            Offsets::Bytes => Unit::Bytes,
            Offsets::Utf16 => Unit::Utf16,
            Offsets::Chars => Unit::Chars,
        }
    }
}

/// Which annotations are written.
#[derive(Clone, Default)]
pub struct Filter {
    kinds: Vec<String>,
    min_score: f32,
}

impl Filter {
    /// What was asked for.
    pub fn choose<'a, 't>(&self, analysis: &'a Analysis<'t>) -> Vec<&'a Annotation<'t>> {
        analysis.annotations.iter().filter(|annotation| self.wants(&annotation.mark)).collect()
    }

    fn wants(&self, mark: &Mark) -> bool {
        let enough = !matches!(mark, Mark::Claim(claim) if claim.score < self.min_score);
        enough && (self.kinds.is_empty() || self.kinds.iter().any(|kind| kind == mark.kind()))
    }
}

impl Arguments {
    /// What `--kinds` and `--min-score` ask for.
    pub fn filter(&self) -> Filter {
        Filter { kinds: self.kinds.clone(), min_score: self.min_score.unwrap_or(0.0) }
    }
}

/// The kinds as the library tells of them; in help there are no full stops.
fn kinds() -> PossibleValuesParser {
    KINDS.map(|kind| PossibleValue::new(kind.id).help(kind.help.trim_end_matches('.'))).into()
}

fn address(text: &str) -> Result<String, String> {
    if super::html::is_address(text) {
        Ok(text.to_owned())
    } else {
        Err("an address on the web is expected, for example https://news.example/2025/harbour".to_owned())
    }
}

fn score(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(score) if (0.0..=1.0).contains(&score) => Ok(score),
        _ => Err("a number from 0 to 1 is expected, for example 0.5".to_owned()),
    }
}
