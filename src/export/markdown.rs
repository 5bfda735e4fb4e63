//! A report in Markdown: the claims by standing, then the sources.

use super::{stands_behind, word};
use crate::analysis::{Analysis, Annotation, Mark};
use crate::claim::{Claim, Standing};
use std::fmt::Write;

const SECTIONS: [(Standing, &str); 5] = [
    (Standing::Asserted, "The paper's own word"),
    (Standing::Attributed, "Said by named sources"),
    (Standing::Unnamed, "Said by unnamed sources"),
    (Standing::Hedged, "Said with reservation"),
    (Standing::Denied, "Denied"),
];

/// The claims among the chosen annotations, a section a standing, those that most deserve a check first; then who is quoted.
pub fn markdown(analysis: &Analysis, chosen: &[&Annotation]) -> String {
    let mut claims: Vec<(&str, &Claim)> = Vec::new();
    for annotation in chosen {
        if let Mark::Claim(claim) = &annotation.mark {
            claims.push((annotation.text, claim));
        }
    }
    claims.sort_by(|(_, a), (_, b)| b.score.total_cmp(&a.score));
    let mut out = String::from("# Claims\n");
    for (standing, title) in SECTIONS {
        let here: Vec<_> = claims.iter().filter(|(_, claim)| claim.standing == standing).collect();
        if here.is_empty() {
            continue;
        }
        let _ = write!(out, "\n## {title}\n\n");
        for (text, claim) in here {
            let percent = (claim.score * 100.0).round();
            let who = escaped(&stands_behind(analysis, claim));
            let _ = writeln!(
                out,
                "- {} ({}, {percent} % worth checking; {who})",
                escaped(text),
                word(claim.kind)
            );
        }
    }
    if !analysis.summary.sources.is_empty() {
        out.push_str("\n# Sources\n\n");
    }
    for source in &analysis.summary.sources {
        let _ = writeln!(out, "- {}: {}", escaped(&source.name), source.claims);
    }
    out
}

/// Text as text: marks of Markdown and HTML are escaped, line breaks become spaces.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
