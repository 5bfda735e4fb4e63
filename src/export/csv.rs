//! A table for spreadsheets, one row a mark.

use super::{gist, kind_and_type};
use crate::analysis::{Analysis, Mark};
use std::io::Write;

const HEADER: [&str; 9] = ["id", "kind", "type", "start", "end", "text", "means", "score", "standing"];

/// Writes the table as CSV (RFC 4180) in UTF-8. Offsets are those of the analysis.
///
/// # Errors
/// Where the output cannot be written.
pub fn csv(analysis: &Analysis, output: impl Write) -> csv::Result<()> {
    let mut table = csv::Writer::from_writer(output);
    table.write_record(HEADER)?;
    for annotation in &analysis.annotations {
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

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets do not show.
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}
