//! Runs the fixtures: texts with all annotations of one kind that they must give.
//!
//! `tests/fixtures/KIND/NAME.txt`: a line at the margin is a text; the indented lines under it name, in order, every
//! annotation of KIND that it gives, as `TYPE "quoted text"` and any number of facts that the record must state.
//! A text with nothing under it must give none. `# published: 2022-01-14` sets the day for the lines below it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use reportedly::attribution::Attribution;
use reportedly::figure::Figure;
use reportedly::{Analysis, Annotation, Mark, Options, annotate};
use serde::Serialize;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[test]
fn every_fixture_gives_what_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut report = String::new();
    let mut cases = 0;
    for kind in ["figure", "entity", "attribution", "hedge", "claim"] {
        for file in files(&folder.join(kind)) {
            for case in cases_of(&std::fs::read_to_string(&file).unwrap()) {
                cases += 1;
                if let Err(error) = check(kind, &case) {
                    writeln!(report, "{}:{}: {}\n{error}", file.display(), case.line, case.text).unwrap();
                }
            }
        }
    }
    assert!(cases > 0, "no fixtures found in {}", folder.display());
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn a_wrong_expectation_fails() {
    let wrong = cases_of("One can figure who is behind it.\n  count \"One\"");
    assert!(check("figure", &wrong[0]).is_err());
}

struct Case {
    line: usize,
    text: String,
    published: Option<String>,
    expected: Vec<Vec<String>>,
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|dir| dir.map(|file| file.unwrap().path()).collect())
        .unwrap_or_default();
    files.sort();
    files
}

fn cases_of(content: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut published = None;
    for (number, line) in content.lines().enumerate() {
        if let Some(date) = line.strip_prefix("# published:") {
            published = Some(date.trim().to_owned()).filter(|d| !d.is_empty());
        } else if line.starts_with('#') || line.trim().is_empty() {
        } else if line.starts_with(' ') {
            let case = cases.last_mut().expect("an indented line needs a text above it");
            case.expected.push(words(line));
        } else {
            let text = line.replace("\\n", "\n");
            cases.push(Case { line: number + 1, text, published: published.clone(), expected: Vec::new() });
        }
    }
    cases
}

/// Cuts a line at spaces outside straight double quotes; a quotation may follow a key, as in `name:"Ana Ruiz"`.
/// Inside quotes, `\"` stands for a quotation mark and `\n` for a line break.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let (mut quoted, mut any, mut escaped) = (false, false, false);
    for c in line.chars() {
        match c {
            _ if escaped => {
                word.push(if c == 'n' { '\n' } else { c });
                escaped = false;
            }
            '\\' if quoted => escaped = true,
            '"' => {
                quoted = !quoted;
                any = true;
            }
            ' ' if !quoted => {
                if any || !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                any = false;
            }
            _ => word.push(c),
        }
    }
    if any || !word.is_empty() {
        words.push(word);
    }
    words
}

fn check(kind: &str, case: &Case) -> Result<(), String> {
    let published = case.published.as_ref().map(|d| d.parse().unwrap());
    let analysis = annotate(&case.text, &Options { published });
    let found: Vec<Vec<String>> = analysis
        .annotations
        .iter()
        .filter(|a| kind_of(a) == kind)
        .map(|a| describe(&analysis, a, &case.text))
        .collect();
    let right = found.len() == case.expected.len()
        && case.expected.iter().zip(&found).all(|(expected, found)| {
            expected.get(..2) == found.get(..2) && expected.iter().skip(2).all(|fact| found.contains(fact))
        });
    if right {
        return Ok(());
    }
    let show =
        |list: &[Vec<String>]| list.iter().fold(String::new(), |text, one| text + &format!("    {one:?}\n"));
    Err(format!("  expected\n{}  found\n{}", show(&case.expected), show(&found)))
}

fn kind_of(annotation: &Annotation) -> &'static str {
    match annotation.mark {
        Mark::Figure(_) => "figure",
        Mark::Entity(_) => "entity",
        Mark::Attribution(_) => "attribution",
        Mark::Hedge(_) => "hedge",
        Mark::Claim(_) => "claim",
    }
}

/// The name of a unit variant as the records write it.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

/// Type, quoted text, then everything else that the record states, a word or phrase each.
fn describe(analysis: &Analysis, annotation: &Annotation, text: &str) -> Vec<String> {
    let quote = annotation.text.to_owned();
    let mut facts = match &annotation.mark {
        Mark::Figure(figure) => figure_facts(figure, quote),
        Mark::Entity(entity) => {
            vec![word(entity.kind), quote, entity.name.to_string(), format!("#{}", entity.entity)]
        }
        Mark::Attribution(attribution) => attribution_facts(attribution, text),
        Mark::Hedge(hedge) => {
            let scope = hedge.scope.map(|s| s.of(text).to_owned());
            [word(hedge.kind), quote, hedge.strength.to_string()].into_iter().chain(scope).collect()
        }
        Mark::Claim(claim) => {
            let inside = claim.figures.iter().chain(&claim.entities).chain(&claim.hedges);
            let inside = inside.map(|id| analysis.annotations[*id as usize].text.to_owned());
            [word(claim.kind), quote, word(claim.standing)].into_iter().chain(inside).collect()
        }
    };
    facts.push(serde_json::to_value(annotation).unwrap()["rule"].as_str().unwrap().to_owned());
    facts
}

fn figure_facts(figure: &Figure, quote: String) -> Vec<String> {
    let json = serde_json::to_value(figure).unwrap();
    let number = |key: &str| json[key].is_number().then(|| json[key].to_string());
    let range = number("low").zip(number("high")).map(|(low, high)| format!("{low}..{high}"));
    let from = figure.from.map(|id| format!("from:{id}"));
    [
        Some(word(figure.kind)),
        Some(quote),
        number("value"),
        range,
        figure.unit.as_ref().map(ToString::to_string),
        figure.currency.map(ToString::to_string),
        figure.approximation.map(word),
        figure.counted.map(|c| c.text.to_owned()),
        figure.change.map(word),
        figure.date.as_ref().map(ToString::to_string),
        from,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn attribution_facts(attribution: &Attribution, text: &str) -> Vec<String> {
    let pieces: Vec<&str> = attribution.content.iter().map(|s| s.of(text)).collect();
    let source = attribution.source.as_ref();
    let name = source.and_then(|s| s.name.as_ref()).map(|n| format!("name:{n}"));
    [
        Some(word(attribution.mode)),
        Some(pieces.join(" … ")),
        Some(word(attribution.kind)),
        Some(word(attribution.source_type)),
        attribution.cue.map(|c| c.text.to_owned()),
        source.map(|s| s.quote.text.to_owned()),
        name,
        attribution.negated.then(|| "negated".to_owned()),
        attribution.within.map(|_| "within".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
