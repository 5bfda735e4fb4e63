//! A web page of its own: the article with its marks, readable without any script.

use super::segment::{Marks, paragraphs};
use super::sourcing::{Sourcing, sourcing};
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
    let title = document.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("Article");
    let looks = looks(analysis, chosen);
    let is_used = |class: &str| looks.iter().any(|(_, looks)| looks.class == class);
    let legend: Vec<_> = LEGEND.into_iter().filter(|(class, _)| is_used(class)).collect();
    writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">")?;
    writeln!(out, "<title>{}</title>\n<style>\n{STYLE}</style>\n<main>", escaped(title))?;
    article(out, document, &Marks::new(looks))?;
    writeln!(out, "</main>\n<footer>\n<p>")?;
    for (class, label) in legend {
        writeln!(out, "<span class=\"{class}\">{label}</span>")?;
    }
    summary(out, analysis)?;
    writeln!(out, "</footer>\n</html>")
}

fn article(out: &mut impl Write, document: &Document, marks: &Marks<Looks>) -> io::Result<()> {
    for (number, paragraph) in paragraphs(document).into_iter().enumerate() {
        // Headlines end without a full stop.
        let is_headline = number == 0 && !paragraph.of(document.text).ends_with('.');
        let tag = if is_headline { "h1" } else { "p" };
        write!(out, "<{tag}>")?;
        for (piece, looks) in marks.segments(paragraph) {
            let words = escaped(piece.of(document.text));
            let Some(top) = looks.last() else {
                write!(out, "{words}")?;
                continue;
            };
            let classes: Vec<&str> = looks.iter().map(|l| l.class.as_str()).collect();
            let (classes, title) = (classes.join(" "), escaped(&top.title));
            write!(out, "<span class=\"{classes}\" title=\"{title}\">{words}</span>")?;
        }
        writeln!(out, "</{tag}>")?;
    }
    Ok(())
}

fn summary(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    let Sourcing { sentences, lists } = sourcing(analysis);
    writeln!(out, "<p>{}", escaped(&sentences.join(" ")))?;
    for (title, items) in &lists {
        writeln!(out, "<p>{title}\n<ul>")?;
        for item in items {
            writeln!(out, "<li>{}", escaped(item))?;
        }
        writeln!(out, "</ul>")?;
    }
    Ok(())
}

/// What is explained of the marks that the page has.
const LEGEND: [(&str, &str); 9] = [
    ("asserted", "said by the paper"),
    ("attributed", "said by a named source"),
    ("unnamed", "said by an unnamed source"),
    ("hedged", "said with reservation"),
    ("denied", "denied"),
    ("figure", "figure"),
    ("entity", "name"),
    ("cue", "said"),
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
