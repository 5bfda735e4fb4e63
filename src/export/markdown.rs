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

/// Text as text: marks of Markdown, of its kin on the web, and of HTML are escaped, line breaks become spaces.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits_so_far = true;
    for (at, c) in text.char_indices() {
        // "1." and "-" begin a list, but only where a line begins.
        let begins_list =
            (digits_so_far && at > 0 && (c == '.' || c == ')')) || (at == 0 && (c == '-' || c == '+'));
        if begins_list || MARKS.contains(c) {
            out.push('\\');
        }
        out.push(if c == '\n' || c == '\r' { ' ' } else { c });
        digits_so_far &= c.is_ascii_digit();
    }
    out
}

/// What has a meaning wherever it stands.
const MARKS: &str = "\\`*_[]<>#|&~$";

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_a_text_says_is_no_markup() {
        for (text, written) in [
            ("a *bold* <b>claim</b>\n[1]", r"a \*bold\* \<b\>claim\</b\> \[1\]"),
            ("$5 and $6 ~~gone~~", r"\$5 and \$6 \~\~gone\~\~"),
            ("2025. It rose 1.5 percent", r"2025\. It rose 1.5 percent"),
            ("- 3 well-known", r"\- 3 well-known"),
            (". It rose", ". It rose"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
