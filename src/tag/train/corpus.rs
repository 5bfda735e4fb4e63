//! The training texts, as articles with their names.

use super::super::clue::{self, Clue};
use super::super::feature::Reading;
use super::super::phrase::mix;
use super::super::run;
use super::super::segment::{Segment, can_be_name};
use super::Cut;
use super::labels::{self, Label};
use crate::span::Span;
use crate::text::Document;
use serde::Deserialize;
use std::ops::Range;
use std::path::Path;

/// The silver texts are consecutive pieces of articles; so many are read as one.
const PIECES: usize = 8;

#[derive(Deserialize)]
struct Line {
    text: String,
    spans: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// A text with its labels in bytes.
pub struct Text {
    text: String,
    labels: Vec<Label>,
    /// Whether the labels follow the guideline already.
    exact: bool,
}

/// The articles labelled for this project, which measure, or other gold data of that name.
///
/// # Errors
/// Where the file is missing or not as expected.
pub fn gold(data: &Path, name: &str) -> Result<Vec<Text>, String> {
    let mut texts = lines(&data.join("entities").join(name), 1)?;
    texts.iter_mut().for_each(|text| text.exact = true);
    Ok(texts)
}

/// The names of all files of gold articles, sorted.
///
/// # Errors
/// Where the folder cannot be read.
pub fn gold_files(data: &Path) -> Result<Vec<String>, String> {
    let folder = data.join("entities");
    let at = |e: std::io::Error| format!("{}: {e}", folder.display());
    let names =
        std::fs::read_dir(&folder).map_err(at)?.filter_map(|f| f.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".jsonl")).collect();
    names.sort();
    Ok(names)
}

/// All training texts.
///
/// # Errors
/// Where a file is missing or not as expected.
pub fn read(data: &Path) -> Result<Vec<Text>, String> {
    let folder = data.join("entities");
    let mut texts = lines(&folder.join("train/gmb-silver.jsonl"), PIECES)?;
    labels::agree(&mut texts.iter_mut().map(|t| (t.text.as_str(), &mut t.labels)).collect::<Vec<_>>());
    texts.extend(lines(&folder.join("train/wnut17.jsonl"), 1)?);
    texts.extend(lines(&folder.join("train/btc.jsonl"), 1)?);
    Ok(texts)
}

/// The articles of our own writing: names in brackets with the first letter of their type.
///
/// # Errors
/// Where the file cannot be read or a bracket is not as it should be.
pub fn own() -> Result<Vec<Text>, String> {
    Ok(kinds("data/names/articles.txt")?.into_iter().flat_map(|(_, texts)| texts).collect())
}

/// Those that are never trained on, by the kind of news that a line `# kind:` before them names.
///
/// # Errors
/// As [`own`].
pub fn held_out() -> Result<Vec<(String, Vec<Text>)>, String> {
    kinds("data/names/held-out.txt")
}

fn kinds(file: &str) -> Result<Vec<(String, Vec<Text>)>, String> {
    let content = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut kinds = vec![(String::new(), Vec::new())];
    for article in content.split("\n\n") {
        if let Some(kind) = article.lines().find_map(|line| line.strip_prefix("# kind: ")) {
            kinds.push((kind.to_owned(), Vec::new()));
        }
        let lines: Vec<&str> = article.lines().filter(|line| !line.starts_with('#')).collect();
        let text = marked(&lines.join("\n")).map_err(|error| format!("{file}: {error}"))?;
        if let Some((_, texts)) = kinds.last_mut().filter(|_| !lines.is_empty()) {
            texts.push(text);
        }
    }
    kinds.retain(|(_, texts)| !texts.is_empty());
    Ok(kinds)
}

fn marked(article: &str) -> Result<Text, String> {
    let mut text = Text { text: String::new(), labels: Vec::new(), exact: true };
    let mut rest = article;
    while let Some((before, inside)) = rest.split_once('[') {
        let wrong = || format!("no [Name|type]: {}", inside.chars().take(40).collect::<String>());
        let (name, after) = inside.split_once('|').ok_or_else(wrong)?;
        let kind = after.chars().next().and_then(|c| "polgewam".find(c)).ok_or_else(wrong)?;
        text.text.push_str(before);
        let start = text.text.len();
        text.text.push_str(name);
        let span = Span::new(start, text.text.len());
        text.labels.push(Label { span, kind: kind as u8 + 1 });
        rest = after.get(1..).and_then(|a| a.strip_prefix(']')).ok_or_else(wrong)?;
    }
    text.text.push_str(rest);
    Ok(text)
}

fn lines(file: &Path, pieces: usize) -> Result<Vec<Text>, String> {
    let at = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let content = std::fs::read_to_string(file).map_err(|e| at(&e))?;
    let mut texts = Vec::new();
    for (number, line) in content.lines().filter(|l| !l.trim().is_empty()).enumerate() {
        let line: Line = serde_json::from_str(line).map_err(|e| at(&e))?;
        if number % pieces == 0 {
            texts.push(Text { text: String::new(), labels: Vec::new(), exact: false });
        }
        let Some(text) = texts.last_mut() else { continue };
        let base = text.text.len();
        let offsets: Vec<usize> =
            line.text.char_indices().map(|(byte, _)| base + byte).chain([base + line.text.len()]).collect();
        for span in line.spans {
            let (Some(kind), Some(start), Some(end)) =
                (labels::number(&span.kind), offsets.get(span.start), offsets.get(span.end))
            else {
                continue;
            };
            text.labels.push(Label { span: Span::new(*start, *end), kind });
        }
        text.text.push_str(&line.text);
        text.text.push('\n');
    }
    Ok(texts)
}

/// A text ready to be learnt from.
pub struct Article<'t> {
    doc: Document<'t>,
    clues: Vec<Clue>,
    /// Its runs.
    pub runs: Vec<Range<usize>>,
    /// The right cut of each run.
    pub cuts: Vec<Cut>,
    /// All its names, those outside runs too.
    pub gold: Vec<Segment>,
}

impl<'t> Article<'t> {
    /// Cuts a text up and lays its labels over the runs.
    pub fn new(text: &'t Text) -> Self {
        let doc = Document::new(&text.text);
        let clues = clue::all(&doc);
        let runs = run::find(&doc, &clues);
        let reading = Reading { doc: &doc, clues: &clues };
        let mut gold: Vec<Segment> = labels::corrected(&doc, &text.labels, text.exact);
        gold.sort_by_key(|name| name.tokens.start);
        let mut names = gold.clone();
        names.retain(|name| can_be_name(&reading, &name.tokens));
        let cuts = runs.iter().map(|run| cut(run, &names)).collect();
        Article { doc, clues, runs, cuts, gold }
    }

    /// The text as features are made from it.
    pub fn reading(&self) -> Reading<'_, 't> {
        Reading { doc: &self.doc, clues: &self.clues }
    }

    /// The clues with some words hidden: a word in capitals everywhere in the article or nowhere, `share` of them in a
    /// hundred, others in each `round`.
    pub fn hiding(&self, share: u32, round: u32) -> Vec<Clue> {
        let hide = |clue: &Clue| clue.shape > 3 && mix(clue.word ^ mix(round)) % 100 < share;
        self.clues.iter().map(|clue| Clue { hidden: hide(clue), ..*clue }).collect()
    }

    /// The text with other clues.
    pub fn reading_by<'a>(&'a self, clues: &'a [Clue]) -> Reading<'a, 't> {
        Reading { doc: &self.doc, clues }
    }

    /// How many names it has.
    pub fn names(&self) -> usize {
        self.cuts.iter().flatten().filter(|s| s.label > 0).count()
    }
}

/// The names inside a run and, between them, every token by itself.
fn cut(run: &Range<usize>, names: &[Segment]) -> Cut {
    let mut cut = Vec::new();
    let mut at = run.start;
    let first = names.partition_point(|name| name.tokens.start < run.start);
    let inside = names.get(first..).unwrap_or(&[]).iter().take_while(|name| name.tokens.start < run.end);
    let single = |at: usize| Segment::new(at..at + 1, 0);
    for name in inside
        .filter(|name| name.tokens.end <= run.end && name.tokens.len() <= super::super::segment::LONGEST)
    {
        if name.tokens.start < at {
            continue;
        }
        cut.extend((at..name.tokens.start).map(single));
        cut.push(name.clone());
        at = name.tokens.end;
    }
    cut.extend((at..run.end).map(single));
    cut
}
