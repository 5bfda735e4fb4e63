//! A web page of its own: the article with its marks, readable without any script.

use super::segment::{Marks, paragraphs};
use reportedly::export::stands_behind;
use reportedly::text::Document;
use reportedly::{Analysis, Annotation, Mark, claim::Standing};
use std::io::{self, Write};

const STYLE: &str = include_str!("page.css");

/// What one mark becomes: its class, and what it says when pointed at.
struct Looks {
    class: &'static str,
    title: String,
}

/// Writes the page.
///
/// # Errors
/// Where the output cannot be written.
pub fn page(
    out: &mut impl Write,
    document: &Document,
    analysis: &Analysis,
    chosen: &[&Annotation],
) -> io::Result<()> {
    let text = document.text;
    let title = escaped(text.lines().find(|l| !l.trim().is_empty()).unwrap_or("Article").trim());
    write!(out, "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n")?;
    writeln!(
        out,
        "<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n{STYLE}</style>\n<main>"
    )?;
    let marks = Marks::new(looks(analysis, chosen));
    for paragraph in paragraphs(document) {
        write!(out, "<p>")?;
        for (piece, looks) in marks.segments(paragraph) {
            let words = escaped(piece.of(text));
            match looks.last() {
                None => write!(out, "{words}")?,
                Some(top) => {
                    let classes: Vec<&str> = looks.iter().map(|l| l.class).collect();
                    write!(
                        out,
                        "<span class=\"{}\" title=\"{}\">{words}</span>",
                        classes.join(" "),
                        escaped(&top.title)
                    )?;
                }
            }
        }
        writeln!(out, "</p>")?;
    }
    writeln!(out, "</main>\n<footer>")?;
    for (class, label) in LEGEND {
        writeln!(out, "<span class=\"{class}\">{label}</span>")?;
    }
    writeln!(out, "</footer>\n</html>")
}

const LEGEND: [(&str, &str); 8] = [
    ("asserted", "said by the paper"),
    ("attributed", "said by a named source"),
    ("unnamed", "said by an unnamed source"),
    ("hedged", "said with reservation"),
    ("denied", "denied"),
    ("figure", "figure"),
    ("entity", "name"),
    ("hedge", "doubt"),
];

fn looks(analysis: &Analysis, chosen: &[&Annotation]) -> Vec<(reportedly::span::Span, Looks)> {
    let mut all = Vec::new();
    for annotation in chosen {
        let (span, looks) = match &annotation.mark {
            Mark::Figure(figure) => (figure.span, Looks { class: "figure", title: value(figure) }),
            Mark::Entity(entity) => (entity.span, Looks { class: "entity", title: entity.name.to_string() }),
            Mark::Hedge(hedge) => (hedge.span, Looks { class: "hedge", title: "a word of doubt".to_owned() }),
            Mark::Claim(claim) => {
                (claim.span, Looks { class: class(claim.standing), title: stands_behind(analysis, claim) })
            }
            Mark::Attribution(attribution) => match attribution.cue {
                Some(cue) => (cue.span, Looks { class: "cue", title: "who said what".to_owned() }),
                None => continue,
            },
        };
        all.push((span, looks));
    }
    all
}

fn value(figure: &reportedly::figure::Figure) -> String {
    let number = figure.value.map(|v| v.to_string());
    let parts = [number.as_deref(), figure.currency, figure.unit.as_deref(), figure.date.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Asserted => "asserted",
        Standing::Attributed => "attributed",
        Standing::Unnamed => "unnamed",
        Standing::Hedged => "hedged",
        Standing::Denied => "denied",
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}
