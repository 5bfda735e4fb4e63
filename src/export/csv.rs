//! A table for spreadsheets, one row a mark.

use super::{gist, kind_and_type};
use crate::analysis::{Analysis, Annotation, Mark};
use std::borrow::Cow;
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
        let (kind, sort) = kind_and_type(annotation);
        let span = annotation.mark.span();
        let (score, standing) = match &annotation.mark {
            Mark::Claim(claim) => (claim.score.to_string(), super::word(claim.standing)),
            _ => Default::default(),
        };
        table.write_record([
            annotation.id.to_string().as_str(),
            kind,
            &sort,
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

/// What makes a spreadsheet take a cell for a formula: the signs, their full-width forms, and what it skips before them.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}
