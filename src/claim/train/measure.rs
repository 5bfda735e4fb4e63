//! How well the parts that were held out are judged.

use super::super::model::Heads;
use super::data::{Answers, Example, Origin, WORTHY};

/// Prints one line a kind of data.
pub fn print(examples: &[Example], silent: &[(Origin, Answers)], heads: &[Heads], scores: &[f32]) {
    for origin in [Origin::Debate, Origin::Article, Origin::Labelled, Origin::Own] {
        let own: Vec<usize> = (0..examples.len()).filter(|i| examples[*i].origin == origin).collect();
        let answers = |head: usize| -> Vec<(f32, bool)> {
            let silent = silent.iter().filter(|(of, _)| *of == origin).map(|(_, answers)| (0.0, answers));
            let found = own.iter().map(|i| (scores[*i], &examples[*i].answers));
            found.chain(silent).map(|(score, answers)| (score, answers[head] == Some(true))).collect()
        };
        let kinds: Vec<(usize, usize)> =
            own.iter().filter_map(|i| Some((examples[*i].kind?, heads[*i].likeliest_type()))).collect();
        let right = kinds.iter().filter(|(gold, guess)| gold == guess).count();
        println!(
            "{origin:?}: {} sentences; worth a check: AUC {:.3}, AP {:.3}, calibration error {:.3}; can be checked: AUC {:.3}; type right {:.1} %",
            answers(WORTHY).len(),
            auc(&answers(WORTHY)),
            average_precision(&answers(WORTHY)),
            calibration_error(&answers(WORTHY)),
            auc(&answers(0)),
            100.0 * right as f32 / kinds.len().max(1) as f32,
        );
    }
}

/// How often a positive example scores above a negative one.
fn auc(scored: &[(f32, bool)]) -> f64 {
    let positives = scored.iter().filter(|s| s.1);
    let pairs = positives.flat_map(|p| scored.iter().filter(|n| !n.1).map(move |n| (p.0, n.0)));
    let (mut won, mut all) = (0.0_f64, 0.0_f64);
    for (positive, negative) in pairs {
        won += if positive > negative {
            1.0
        } else if positive < negative {
            0.0
        } else {
            0.5
        };
        all += 1.0;
    }
    won / all
}

/// The mean precision at each positive example.
fn average_precision(scored: &[(f32, bool)]) -> f32 {
    let mut ranked = scored.to_vec();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut sum) = (0.0, 0.0);
    for (place, (_, positive)) in (1_u32..).zip(&ranked) {
        if *positive {
            hits += 1.0;
            sum += hits / place as f32;
        }
    }
    sum / hits
}

/// How far scores are from how often they are right, over ten bins of equal width.
fn calibration_error(scored: &[(f32, bool)]) -> f32 {
    let mut bins = [(0.0_f32, 0.0_f32); 10];
    for (score, positive) in scored {
        let bin = &mut bins[((score * 10.0) as usize).min(9)];
        bin.0 += score;
        bin.1 += f32::from(u8::from(*positive));
    }
    bins.iter().map(|(scores, right)| (scores - right).abs()).sum::<f32>() / scored.len() as f32
}
