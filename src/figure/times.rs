//! Dates, times, durations and recurring times.

use super::number::Numbers;
use super::{Date, Figure};
use crate::text::Document;

/// Finds them, in text order, without overlap. `numbers` are the numbers of the document.
pub fn find<'t>(_doc: &Document<'t>, _numbers: &Numbers, _published: Option<Date>) -> Vec<Figure<'t>> {
    Vec::new()
}
