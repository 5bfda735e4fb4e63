//! The averaged perceptron (Collins 2002): where the best cut is not the right one, the features of the right one gain
//! and those of the best one lose; the model is the mean of all weights on the way.

use super::super::echo::Echoes;
use super::super::segment::{LABELS, Scores, Segment, Weights};
use super::corpus::Article;
use super::{Cut, cutter};
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are hashes already.
#[derive(Default)]
pub struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash << 8 | u64::from(*byte));
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// Rows by feature.
pub type Rows<T> = HashMap<u32, T, BuildHasherDefault<Plain>>;

#[derive(Clone, Default)]
struct Row {
    now: Scores,
    /// Sum of the changes, each by the step at which it came.
    late: Scores,
    changes: u32,
}

/// The weights while they are learnt.
pub struct Perceptron {
    rows: Rows<Row>,
    step: f32,
    margin: f32,
    /// How many articles were read.
    round: u32,
    /// How many words in a hundred are hidden.
    hide: u32,
}

impl Weights for Perceptron {
    fn add(&self, feature: u32, scores: &mut Scores) {
        if let Some(row) = self.rows.get(&feature) {
            scores.iter_mut().zip(&row.now).for_each(|(score, weight)| *score += weight);
        }
    }
}

/// The mean weights, with how often each row changed.
#[derive(Default)]
pub struct Averaged(pub Rows<(Scores, u32)>);

impl Weights for Averaged {
    fn add(&self, feature: u32, scores: &mut Scores) {
        if let Some((row, _)) = self.0.get(&feature) {
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
    }
}

impl Averaged {
    /// The mean of several models.
    pub fn mean(models: &[Averaged]) -> Averaged {
        let mut rows: Rows<(Scores, u32)> = Rows::default();
        for (feature, (scores, changes)) in models.iter().flat_map(|model| &model.0) {
            let row = rows.entry(*feature).or_default();
            row.0.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score / models.len() as f32);
            row.1 += changes;
        }
        Averaged(rows)
    }
}

impl Perceptron {
    /// All weights nought. Another seed hides other words.
    pub fn new(margin: f32, hide: u32, seed: usize) -> Self {
        Perceptron { rows: Rows::default(), step: 0.0, margin, round: (seed as u32) << 24, hide }
    }

    /// Learns from one reading of an article, passing over the runs whose labels are in doubt; gives back how many runs
    /// were cut wrongly.
    pub fn learn(&mut self, article: &Article, echoes: Option<&Echoes>, doubts: &BTreeSet<usize>) -> usize {
        self.round += 1;
        let clues = article.hiding(self.hide, self.round);
        let reading = article.reading_by(&clues);
        let mut wrong = 0;
        let trusted = |(number, _): &(usize, _)| !doubts.contains(number);
        for (_, (run, gold)) in article.runs.iter().zip(&article.cuts).enumerate().filter(trusted) {
            self.step += 1.0;
            let margin = self.margin;
            let right = |tokens: &std::ops::Range<usize>, label: u8| {
                gold.iter().any(|s| s.tokens == *tokens && s.label == label)
            };
            let bonus =
                |tokens: &std::ops::Range<usize>, label: u8| if right(tokens, label) { 0.0 } else { margin };
            let mut changes: Vec<(u32, u8, f32)> = Vec::new();
            {
                let cutter = cutter(&reading, &*self, echoes);
                let best = cutter.cut(run, &bonus);
                if best == *gold {
                    continue;
                }
                let mut change = |cut: &Cut, other: &Cut, by: f32| {
                    for Segment { tokens, label, .. } in cut.iter().filter(|s| !other.contains(s)) {
                        cutter.features(tokens, &mut |feature| changes.push((feature, *label, by)));
                    }
                };
                change(gold, &best, 1.0);
                change(&best, gold, -1.0);
            }
            wrong += 1;
            for (feature, label, by) in changes {
                let row = self.rows.entry(feature).or_default();
                let label = usize::from(label);
                if let (Some(now), Some(late)) = (row.now.get_mut(label), row.late.get_mut(label)) {
                    *now += by;
                    *late += by * self.step;
                    row.changes += 1;
                }
            }
        }
        wrong
    }

    /// The mean of the weights over all steps.
    pub fn averaged(&self) -> Averaged {
        let mean = |row: &Row| {
            let mut scores = [0.0; LABELS];
            for ((score, now), late) in scores.iter_mut().zip(row.now).zip(row.late) {
                *score = now - late / self.step;
            }
            (scores, row.changes)
        };
        Averaged(self.rows.iter().map(|(feature, row)| (*feature, mean(row))).collect())
    }
}
