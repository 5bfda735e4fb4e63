//! The trained weights, read in place.
//!
//! `model.bin` is a header of [`HEADER`] bytes (what it is, see `train`) and a [`Table`] from features to one signed byte
//! a label. `npm run train` writes it.

use super::segment::{LABELS, Scores, Weights};
use super::table::Table;

static BYTES: &[u8] = include_bytes!("model.bin");

/// Bytes before the table: a line of text that says version, data and scores, padded with spaces.
pub const HEADER: usize = 256;

/// The compiled-in model.
pub struct Model(Table<'static>);

impl Model {
    /// Opens it; nothing is parsed or copied.
    pub fn new() -> Self {
        Model(Table::new(BYTES.get(HEADER..).unwrap_or(&[])))
    }
}

impl Weights for Model {
    #[inline]
    fn add(&self, feature: u32, scores: &mut Scores) {
        if let Some(weights) = self.0.get(feature) {
            let weights: &[u8] = weights.get(..LABELS).unwrap_or(&[]);
            scores
                .iter_mut()
                .zip(weights)
                .for_each(|(score, weight)| *score += f32::from(weight.cast_signed()));
        }
    }
}
