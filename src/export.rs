//! An analysis written down.

use crate::analysis::Analysis;

/// The records as JSON, one line.
///
/// # Errors
/// None in practice: the records hold nothing that JSON cannot.
pub fn json(analysis: &Analysis) -> serde_json::Result<String> {
    serde_json::to_string(analysis)
}
