//! The trained weights.
//!
//! `model.bin` is a line of text (what it is, see `train`) and a [`Table`] from features to one signed byte a label.
//! `npm run train` writes it, the build step packs the table, and here it is unpacked at first use.

use super::segment::{LABELS, Scores, Weights};
use super::table::{Table, unpack};
use std::sync::LazyLock;

static BYTES: LazyLock<Vec<u8>> =
    LazyLock::new(|| unpack(include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"))));

/// The compiled-in model.
pub struct Model(Table<'static, { LABELS + 1 }>);

impl Model {
    /// Opens it.
    pub fn new() -> Self {
        Model(Table::new(&BYTES))
    }
}

impl Weights for Model {
    #[inline]
    fn add(&self, feature: u32, scores: &mut Scores) {
        if let Some([_, weights @ ..]) = self.0.get(feature) {
            scores
                .iter_mut()
                .zip(weights)
                .for_each(|(score, weight)| *score += f32::from(weight.cast_signed()));
        }
    }
}
