//! Fits the model of claims: the heads to debates and to news, the last layer to what heads say of texts that they were
//! not fitted to. Prints how well that goes on articles that neither has seen.

mod data;
mod layout;
mod linear;
mod measure;

use super::model::{HEADS, Heads, REGISTERS, TEXT_HEADS, TYPES, VALUES};
use data::Example;
use linear::{Linear, Row, Settings};
use std::error::Error;
use std::path::Path;

/// Into so many parts the texts fall; each is judged by a model fitted to the others.
const FOLDS: usize = 5;
/// One labelled sentence of news counts as so many of debates, of which there are far more.
const NEWS_WEIGHT: f32 = 6.0;
/// The same for the head that says what is worth a check: here debates lead, and the last layer corrects for news.
const NEWS_WEIGHT_WORTHY: f32 = 2.0;

/// Judges disagree about many sentences, which draws scores to the middle; where they agree, scores should be as sure as
/// they are. By so much the sums are stretched.
const TEMPER: f32 = 1.4;

/// Fits, measures, writes `src/claim/model.bin`.
///
/// # Errors
/// Where the data cannot be read or the model not be written.
pub fn run(data: &Path) -> Result<(), Box<dyn Error>> {
    let data::Examples { claims: examples, silent } = data::load(data)?;
    let mut heads = vec![Heads([0.0; HEADS]); examples.len()];
    for fold in 0..FOLDS {
        let fitted = fit_heads(examples.iter().filter(|e| e.fold != fold));
        for (example, heads) in examples.iter().zip(&mut heads) {
            if example.fold == fold {
                *heads = ask(&fitted, example);
            }
        }
    }
    let mut scores = vec![0.0; examples.len()];
    for fold in 0..FOLDS {
        let layers = fit_layers(examples.iter().zip(&heads).filter(|(e, _)| e.fold != fold));
        for ((example, heads), score) in examples.iter().zip(&heads).zip(&mut scores) {
            if example.fold == fold {
                *score = judge(&layers, example, heads);
            }
        }
    }
    measure::print(&examples, &silent, &heads, &scores);
    let layers = fit_layers(examples.iter().zip(&heads));
    let bytes = layout::write(&layers, &fit_heads(examples.iter()));
    std::fs::write("src/claim/model.bin", bytes)?;
    Ok(())
}

/// One linear model a head.
fn fit_heads<'e>(examples: impl Iterator<Item = &'e Example> + Clone) -> Vec<Linear> {
    let settings = |buckets, pull| Settings { dense: VALUES, buckets, epochs: 8, rate: 0.15, pull };
    let mut heads: Vec<Linear> = (0..TEXT_HEADS)
        .map(|head| {
            let rows =
                examples.clone().filter_map(|e| Some((e.row(), sure(e.answers[head]?), e.weight(head))));
            Linear::fit(rows.collect(), &settings(super::model::BUCKETS, 1e-5))
        })
        .collect();
    heads.extend((0..TYPES).map(|kind| {
        let rows = examples.clone().filter_map(|e| Some((e.type_row(), sure(e.kind? == kind), 1.0)));
        Linear::fit(rows.collect(), &settings(super::model::TYPE_BUCKETS, 1e-2))
    }));
    heads
}

/// What the heads say, as the core would compute it.
fn ask(heads: &[Linear], example: &Example) -> Heads {
    let mut sums = [0.0; HEADS];
    let (row, type_row) = (example.row(), example.type_row());
    for (place, (sum, head)) in sums.iter_mut().zip(heads).enumerate() {
        *sum = head.sum(if place < TEXT_HEADS { &row } else { &type_row });
    }
    Heads::of_sums(sums)
}

/// The last layer reads heads and signs.
fn last_row(example: &Example, heads: &Heads) -> Row {
    let dense = heads.0.iter().chain(&example.inputs.values).copied().collect();
    Row { dense, grams: Vec::new(), share: 0.0 }
}

/// The last layer, for speech and for reports: each fitted to its own.
fn fit_layers<'e>(examples: impl Iterator<Item = (&'e Example, &'e Heads)> + Clone) -> [Linear; REGISTERS] {
    [true, false].map(|speech| {
        let own = examples.clone().filter(|(e, _)| e.is_speech() == speech);
        let rows = own.map(|(e, h)| (last_row(e, h), e.worth, 1.0));
        // There are few reports: what little speaks for a weight must not carry it far.
        let pull = if speech { 1e-5 } else { 0.1 };
        let settings = Settings { dense: HEADS + VALUES, buckets: 1, epochs: 24, rate: 0.05, pull };
        Linear::fit(rows.collect(), &settings).tempered(TEMPER)
    })
}

/// The score, as the core would compute it.
fn judge(layers: &[Linear; REGISTERS], example: &Example, heads: &Heads) -> f32 {
    let row = last_row(example, heads);
    let [speech, report] = layers.each_ref().map(|layer| layer.sum(&row));
    let sum = heads.speech() * speech + (1.0 - heads.speech()) * report;
    1.0 / (1.0 + (-sum).exp())
}

fn sure(answer: bool) -> f32 {
    f32::from(u8::from(answer))
}
