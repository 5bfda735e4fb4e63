//! Logistic regression by AdaGrad, in a fixed order of examples.

use std::collections::HashMap;

/// What one example shows: numbers, and the hashes of its words.
pub struct Row {
    /// Signs, or heads and signs.
    pub dense: Vec<f32>,
    /// Hashes of words.
    pub grams: Vec<u32>,
    /// What one word counts.
    pub share: f32,
}

/// How to fit.
pub struct Settings {
    /// How many numbers a row has.
    pub dense: usize,
    /// Into how many weights the words are hashed.
    pub buckets: usize,
    /// Passes over the examples.
    pub epochs: usize,
    /// Length of a step.
    pub rate: f32,
    /// How strongly weights are pulled to nothing at each use.
    pub pull: f32,
}

/// A fitted model.
pub struct Linear {
    /// What it begins with.
    pub bias: f32,
    /// Weights of the numbers.
    pub dense: Vec<f32>,
    /// Weights of the words.
    pub words: Vec<f32>,
}

impl Linear {
    /// Fits to rows with their answers, from 0 for no to 1 for yes, and weights. Deterministic.
    pub fn fit(mut rows: Vec<(Row, f32, f32)>, settings: &Settings) -> Linear {
        let mut model =
            Linear { bias: 0.0, dense: vec![0.0; settings.dense], words: vec![0.0; settings.buckets] };
        let mut seen =
            Linear { bias: 1e-6, dense: vec![1e-6; settings.dense], words: vec![1e-6; settings.buckets] };
        drop_rare(&mut rows);
        let mut random = 0x2545_F491_4F6C_DD1D_u64;
        for epoch in 0..settings.epochs {
            shuffle(&mut rows, &mut random);
            let rate = settings.rate / (1.0 + epoch as f32 * 0.3);
            for (row, answer, weight) in &rows {
                let error = (answer - model.probability(row)) * weight;
                model.step(&mut seen, row, error, rate, settings.pull);
            }
        }
        model
    }

    /// The sum of all terms.
    pub fn sum(&self, row: &Row) -> f32 {
        let dense: f32 = row.dense.iter().zip(&self.dense).map(|(value, weight)| value * weight).sum();
        let words: f32 = row.grams.iter().map(|gram| self.words[*gram as usize % self.words.len()]).sum();
        self.bias + dense + words * row.share
    }

    /// With all sums stretched by a factor.
    pub fn tempered(mut self, factor: f32) -> Linear {
        self.bias *= factor;
        self.dense.iter_mut().chain(&mut self.words).for_each(|weight| *weight *= factor);
        self
    }

    /// The sum as a probability.
    pub fn probability(&self, row: &Row) -> f32 {
        1.0 / (1.0 + (-self.sum(row)).exp())
    }

    fn step(&mut self, seen: &mut Linear, row: &Row, error: f32, rate: f32, pull: f32) {
        let update = |weight: &mut f32, seen: &mut f32, value: f32, pull: f32| {
            let slope = error * value - pull * *weight;
            *seen += slope * slope;
            *weight += rate * slope / seen.sqrt();
        };
        update(&mut self.bias, &mut seen.bias, 1.0, 0.0);
        for ((weight, seen), value) in self.dense.iter_mut().zip(&mut seen.dense).zip(&row.dense) {
            if *value != 0.0 {
                update(weight, seen, *value, pull);
            }
        }
        for gram in &row.grams {
            let bucket = *gram as usize % self.words.len();
            update(&mut self.words[bucket], &mut seen.words[bucket], row.share, pull);
        }
    }
}

/// A word that fewer rows than this have tells more of them than of others.
const FEWEST: u32 = 8;

/// Takes rare words out of the rows.
fn drop_rare(rows: &mut [(Row, f32, f32)]) {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    rows.iter().flat_map(|(row, _, _)| &row.grams).for_each(|gram| *counts.entry(*gram).or_default() += 1);
    for (row, _, _) in rows {
        row.grams.retain(|gram| counts.get(gram).is_some_and(|count| *count >= FEWEST));
    }
}

/// Fisher and Yates, by xorshift.
fn shuffle<T>(items: &mut [T], random: &mut u64) {
    for last in (1..items.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        items.swap(last, (*random % (last as u64 + 1)) as usize);
    }
}
