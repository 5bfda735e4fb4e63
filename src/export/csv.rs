//! A table for spreadsheets, one row a mark.

use super::{gist, sort};
use crate::analysis::{Analysis, Annotation, Mark};
use std::io::Write;

const HEADER: [&str; 9] = ["id", "kind", "type", "start", "end", "text", "means", "score", "standing"];

/// Spreadsheets take a file that begins with this for UTF-8, and one that does not for the machine's old code page.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes the chosen annotations as CSV (RFC 4180) in UTF-8. Offsets are those of the analysis.
///
/// # Errors
/// Where the output cannot be written.
pub fn csv(analysis: &Analysis, chosen: &[&Annotation], mut output: impl Write) -> csv::Result<()> {
    output.write_all(BYTE_ORDER_MARK)?;
    let mut table = csv::Writer::from_writer(output);
    table.write_record(HEADER)?;
    for annotation in chosen {
        let span = annotation.mark.span();
        let (score, standing) = match &annotation.mark {
            Mark::Claim(claim) => (claim.score.to_string(), super::word(claim.standing)),
            _ => Default::default(),
        };
        table.write_record([
            annotation.id.to_string().as_str(),
            annotation.mark.kind(),
            &sort(annotation),
            &span.start.to_string(),
            &span.end.to_string(),
            &harmless(annotation.text),
            &harmless(&gist(analysis, annotation)),
            &score,
            &standing,
        ])?;
    }
    table.flush()?;
    Ok(())
}

/// What a spreadsheet takes for the beginning of a formula: the signs, and their full-width forms.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What it skips before them.
const SKIPPED: [char; 3] = ['\t', '\r', '\n'];

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text. So does what would
/// be a cell of its own where the machine's settings part cells by semicolons or tabs, and heed no quotation marks within.
fn harmless(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut before = None;
    for c in cell.chars() {
        let begins = before.is_none_or(|before| before == ';' || SKIPPED.contains(&before));
        if (begins && SIGNS.contains(&c)) || (before.is_none() && SKIPPED.contains(&c)) {
            out.push('\'');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("\t=1+1", "'\t'=1+1"),
            ("＠SUM(A1)", "'＠SUM(A1)"),
            ("It rose;=1+1", "It rose;'=1+1"),
            ("It rose\r\n-1+1", "It rose\r\n'-1+1"),
            ("the well-known sum; 1 = 1", "the well-known sum; 1 = 1"),
        ] {
            assert_eq!(harmless(cell), written);
        }
    }
}
