//! Writes the model as `claim/model.rs` reads it.

use super::super::model::{
    BUCKETS, HEADS, LENGTH, TEXT_HEADS, TEXT_STRIDE, TYPE_BUCKETS, TYPE_STRIDE, TYPES_AT, WORDS_AT,
};
use super::linear::Linear;

/// The whole file.
pub fn write(layers: &[Linear], heads: &[Linear]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(LENGTH);
    let mut number = |value: f32| bytes.extend(value.to_le_bytes());
    for layer in layers {
        number(layer.bias);
        layer.dense.iter().for_each(|weight| number(*weight));
    }
    let units: Vec<f32> = heads.iter().map(unit).collect();
    for (head, unit) in heads.iter().zip(&units) {
        number(head.bias);
        head.dense.iter().for_each(|weight| number(*weight));
        number(*unit);
    }
    bytes.resize(LENGTH, 0);
    for (number, (head, unit)) in heads.iter().zip(&units).enumerate().take(HEADS) {
        let (at, buckets, stride, place) = if number < TEXT_HEADS {
            (WORDS_AT, BUCKETS, TEXT_STRIDE, number)
        } else {
            (TYPES_AT, TYPE_BUCKETS, TYPE_STRIDE, number - TEXT_HEADS)
        };
        for bucket in 0..buckets {
            let level = level(head.words[bucket] / unit);
            bytes[at + bucket * stride + place / 2] |= (level as u8 & 15) << (4 * (place % 2));
        }
    }
    bytes
}

/// The size of one step: three standard deviations of the weights that matter reach the outermost level.
fn unit(head: &Linear) -> f32 {
    let squares: f32 = head.words.iter().map(|w| w * w).sum();
    let used = head.words.iter().filter(|w| w.abs() > 1e-3).count().max(1);
    (squares / used as f32).sqrt().max(1e-6) * 3.0 / 7.0
}

/// From -7 to 7, as the low four bits of two's complement; what would hardly come to more than a step is nothing, so that
/// the file packs well.
fn level(steps: f32) -> i8 {
    if steps.abs() < 1.2 { 0 } else { steps.round().clamp(-7.0, 7.0) as i8 }
}
