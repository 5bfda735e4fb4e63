//! The model behind score and type, from `model.bin`, which `train claims` writes.
//!
//! Small linear heads over signs and hashed words: can it be checked, is it worth a check, is it an opinion, is it
//! speech, and one for each type. One more linear layer over the heads and the signs gives the score, so that every
//! term of the score is one head or one sign. What deserves a check in speech differs from what does in a report, so
//! the layer has weights for either, mixed as far as the claim reads like speech. The weights of words are four bits.

use super::gram;
use super::sign::{COUNT, Signs, TOPICS, Topics};
use crate::text::Document;
use std::ops::Range;
use std::sync::LazyLock;

/// Can it be checked, is it worth a check, is it an opinion, is it speech.
pub const TEXT_HEADS: usize = 4;
/// The head that says how much it reads like speech.
pub const SPEECH: usize = 3;
/// One head for each type of claim.
pub const TYPES: usize = 9;
/// What is known of a claim beside its words: its signs, and the topics of the article.
pub const VALUES: usize = COUNT + TOPICS.len();
/// All heads.
pub const HEADS: usize = TEXT_HEADS + TYPES;
/// The weights of words of the first heads: one in so many.
pub const BUCKETS: usize = 1 << 15;
/// The weights of words of the types.
pub const TYPE_BUCKETS: usize = 1 << 11;
/// Bytes of one bucket: two weights a byte.
pub const TEXT_STRIDE: usize = TEXT_HEADS.div_ceil(2);
/// The same for types.
pub const TYPE_STRIDE: usize = TYPES.div_ceil(2);
/// Numbers in single precision at the front: the last layer (bias, heads, signs) for speech, the same for reports,
/// then for each head its bias, the weights of the signs, and the unit of its words' weights.
pub const LAYER: usize = 1 + HEADS + VALUES;
/// The last layer, for speech and for reports.
pub const REGISTERS: usize = 2;
/// Numbers a head.
pub const HEAD: usize = VALUES + 2;
/// Where the weights of words begin.
pub const WORDS_AT: usize = 4 * (REGISTERS * LAYER + HEADS * HEAD);
/// Where those of types begin.
pub const TYPES_AT: usize = WORDS_AT + BUCKETS * TEXT_STRIDE;
/// Length of the file.
#[cfg(feature = "train")]
pub const LENGTH: usize = TYPES_AT + TYPE_BUCKETS * TYPE_STRIDE;

static MODEL: &[u8] = include_bytes!("model.bin");

/// What the model knows of one claim.
#[cfg_attr(feature = "train", derive(Clone))]
pub struct Inputs {
    /// How strongly each sign and each topic shows.
    pub values: [f32; VALUES],
    /// The same for the types, without what the sentence runs on to.
    pub own_values: [f32; VALUES],
    /// The hashes of its words.
    pub grams: Vec<u32>,
}

impl Inputs {
    /// Reads a claim: its signs, what the article was about before it, and the words of its stretch of the sentence.
    pub fn new(doc: &Document, stretch: Range<usize>, signs: &Signs, topics: &Topics) -> Inputs {
        let mut values = [0.0; VALUES];
        for (value, share) in values.iter_mut().skip(COUNT).zip(topics.shares()) {
            *value = share;
        }
        let mut own_values = values;
        // A second mention says more than none, a tenth hardly more than a second.
        let strength = |count: u16| match count {
            0 => 0.0,
            1 => 1.0,
            _ => std::f32::consts::SQRT_2,
        };
        for ((value, own), (count, own_count)) in values.iter_mut().zip(&mut own_values).zip(signs.counts()) {
            *value = strength(count);
            *own = strength(own_count);
        }
        Inputs { values, own_values, grams: gram::grams(doc, stretch) }
    }

    /// What one word counts: the less, the more there are.
    pub fn share(&self) -> f32 {
        7.0 / self.grams.len().max(1) as f32
    }
}

/// What the heads say, each brought into a narrow range so that none can outweigh all the others.
#[derive(Clone, Copy, Debug)]
pub struct Heads(pub [f32; HEADS]);

/// The first heads are held within this many units of log odds.
const FIRM: f32 = 5.0;

impl Heads {
    /// From plain sums: the first heads held within bounds, the types as shares of one.
    pub fn of_sums(mut sums: [f32; HEADS]) -> Heads {
        let (text, types) = sums.split_at_mut(TEXT_HEADS);
        text.iter_mut().for_each(|sum| *sum = sum.clamp(-FIRM, FIRM));
        let highest = types.iter().copied().fold(f32::MIN, f32::max);
        types.iter_mut().for_each(|sum| *sum = (*sum - highest).exp());
        let all: f32 = types.iter().sum();
        types.iter_mut().for_each(|sum| *sum /= all);
        Heads(sums)
    }

    /// Asks the model.
    pub fn of(inputs: &Inputs) -> Heads {
        let words = words(&inputs.grams);
        // By value, then by head: the sums of all heads grow side by side.
        let mut sums = [0.0; HEADS];
        let values = inputs.values.iter().zip(&inputs.own_values).zip(&FLOATS.values);
        for ((value, own), weights) in values.filter(|((value, _), _)| **value != 0.0) {
            let (text, types) = sums.split_at_mut(TEXT_HEADS);
            let (for_text, for_types) = weights.split_at(TEXT_HEADS);
            text.iter_mut().zip(for_text).for_each(|(sum, weight)| *sum += value * weight);
            types.iter_mut().zip(for_types).for_each(|(sum, weight)| *sum += own * weight);
        }
        let share = inputs.share();
        for ((sum, words), (bias, unit)) in
            sums.iter_mut().zip(words).zip(FLOATS.biases.iter().zip(FLOATS.units))
        {
            *sum = bias + *sum + words as f32 * share * unit;
        }
        Heads::of_sums(sums)
    }

    /// How much it reads like speech, from 0 to 1.
    pub fn speech(&self) -> f32 {
        1.0 / (1.0 + (-self.0[SPEECH]).exp())
    }

    /// The number of the type that is likeliest.
    pub fn likeliest_type(&self) -> usize {
        let types = self.0.iter().skip(TEXT_HEADS).enumerate();
        types.fold((0, f32::MIN), |best, (i, p)| if *p > best.1 { (i, *p) } else { best }).0
    }
}

/// The last layer, mixed for one claim.
pub struct Layer {
    speech: f32,
}

impl Layer {
    /// For a claim that reads like speech as far as its heads say.
    pub fn of(heads: &Heads) -> Layer {
        Layer { speech: heads.speech() }
    }

    /// What the score begins with.
    pub fn bias(&self) -> f32 {
        self.mixed(0)
    }

    /// How much a head counts.
    pub fn head(&self, head: usize) -> f32 {
        self.mixed(1 + head)
    }

    /// How much a sign or a topic counts by itself.
    pub fn value(&self, index: usize) -> f32 {
        self.mixed(1 + HEADS + index)
    }

    fn mixed(&self, index: usize) -> f32 {
        let layer = |at: usize| FLOATS.layers.get(at).copied().unwrap_or(0.0);
        self.speech * layer(index) + (1.0 - self.speech) * layer(LAYER + index)
    }
}

/// The numbers in single precision at the front of the file.
struct Floats {
    /// The last layers, one after the other.
    layers: Vec<f32>,
    biases: [f32; HEADS],
    /// For each value, what it counts for each head.
    values: Vec<[f32; HEADS]>,
    /// The units of the words' weights.
    units: [f32; HEADS],
}

static FLOATS: LazyLock<Floats> = LazyLock::new(|| {
    let of_heads = |place: usize| std::array::from_fn(|head| number(REGISTERS * LAYER + head * HEAD + place));
    Floats {
        layers: (0..REGISTERS * LAYER).map(number).collect(),
        biases: of_heads(0),
        values: (1..=VALUES).map(of_heads).collect(),
        units: of_heads(HEAD - 1),
    }
});

fn number(index: usize) -> f32 {
    match MODEL.get(index * 4..index * 4 + 4) {
        Some(&[a, b, c, d]) => f32::from_le_bytes([a, b, c, d]),
        _ => 0.0,
    }
}

/// So many weights of half a byte can be added up in one lane of sixteen bits.
const LANE_HOLDS: usize = u16::MAX as usize / 15;
/// What a weight is stored above, so that none in a lane is negative.
const ABOVE: i32 = 8;

/// For each head the sum of the weights of the words. Four weights are added at once, each in its lane.
fn words(grams: &[u32]) -> [i32; HEADS] {
    let mut sums = [0; HEADS];
    let (text_sums, type_sums) = sums.split_at_mut(TEXT_HEADS);
    for grams in grams.chunks(LANE_HOLDS) {
        let (mut text, mut types) = ([0; TEXT_STRIDE.div_ceil(2)], [0; TYPE_STRIDE.div_ceil(2)]);
        for gram in grams {
            add::<TEXT_STRIDE>(&mut text, WORDS_AT + *gram as usize % BUCKETS * TEXT_STRIDE);
            add::<TYPE_STRIDE>(&mut types, TYPES_AT + *gram as usize % TYPE_BUCKETS * TYPE_STRIDE);
        }
        let above = ABOVE * grams.len() as i32;
        gather(text_sums, &text, above);
        gather(type_sums, &types, above);
    }
    sums
}

/// Adds the weights of one bucket, the low half of each byte first, to the lanes.
fn add<const BYTES: usize>(lanes: &mut [u64], at: usize) {
    let bytes = MODEL.get(at..).and_then(|rest| rest.first_chunk::<BYTES>()).copied().unwrap_or([0; BYTES]);
    for (lanes, pair) in lanes.iter_mut().zip(bytes.chunks(2)) {
        let four =
            u64::from(pair.iter().rev().fold(0, |four: u16, byte| four << 8 | u16::from(*byte)) ^ 0x8888);
        let two = (four | four << 24) & 0x0000_00FF_0000_00FF;
        *lanes += (two | two << 12) & 0x000F_000F_000F_000F;
    }
}

/// Adds the lanes to the sums they stand for.
fn gather(sums: &mut [i32], lanes: &[u64], above: i32) {
    for (four, lanes) in sums.chunks_mut(4).zip(lanes) {
        for (lane, sum) in four.iter_mut().enumerate() {
            *sum += (lanes >> (16 * lane) & 0xFFFF) as i32 - above;
        }
    }
}
