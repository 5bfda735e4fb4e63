//! A web page of its own: the article with its marks, readable without any script.

use super::segment::{Marks, paragraphs};
use reportedly::span::Span;
use reportedly::text::Document;
use reportedly::{Analysis, Annotation, Mark, export};
use std::io::{self, Write};

const STYLE: &str = include_str!("page.css");

/// What one mark becomes: its class, and what it says when pointed at.
struct Looks {
    class: String,
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
                    let classes: Vec<&str> = looks.iter().map(|l| l.class.as_str()).collect();
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

fn looks(analysis: &Analysis, chosen: &[&Annotation]) -> Vec<(Span, Looks)> {
    let looks = |annotation: &&Annotation| {
        let gist = || export::gist(analysis, annotation).into_owned();
        let (span, class, title) = match &annotation.mark {
            Mark::Figure(figure) => (figure.span, "figure".to_owned(), gist()),
            Mark::Entity(entity) => (entity.span, "entity".to_owned(), gist()),
            Mark::Hedge(hedge) => (hedge.span, "hedge".to_owned(), "a word of doubt".to_owned()),
            Mark::Claim(claim) => (claim.span, export::word(claim.standing), gist()),
            Mark::Attribution(attribution) => {
                (attribution.cue?.span, "cue".to_owned(), "who said what".to_owned())
            }
        };
        Some((span, Looks { class, title }))
    };
    chosen.iter().filter_map(looks).collect()
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
