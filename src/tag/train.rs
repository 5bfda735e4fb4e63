//! Trains the model of [`super::find`]: an averaged perceptron over the best cuts of runs.
//!
//! Data (see docs/names.md): gmb-silver, wnut17 and btc, their labels corrected by [`labels`]. Documents are read twice,
//! as the tagger does; what the second reading sees of the first comes from models that were trained without the
//! document. Everything is in fixed order with a fixed seed: the same data give the same bytes.

mod corpus;
mod labels;
mod measure;
mod perceptron;
mod write;

use super::echo::Echoes;
use super::feature::Reading;
use super::gazetteer::Gazetteer;
use super::segment::{Cutter, Segment, Weights};
use corpus::Article;
use perceptron::{Averaged, Perceptron};
use std::path::Path;

/// Models that make the first reading for each other's articles.
const FOLDS: usize = 3;
/// Parts of the gold articles for cross-validation.
const CROSS: usize = 4;

/// What the trainer is told.
pub struct Settings {
    /// Passes over the data of the final model.
    pub epochs: usize,
    /// Passes of the models of the folds.
    pub fold_epochs: usize,
    /// Rows that are kept.
    pub rows: usize,
    /// What a wrong stretch gains while training, so that right ones win by a margin.
    pub margin: f32,
    /// How often the gold articles are read for once of the others.
    pub gold: usize,
}

/// Reads the data, trains, writes `src/tag/model.bin`, says what it did.
///
/// # Errors
/// Data that cannot be read, a model that cannot be written.
pub fn run(data: &Path, arguments: &[String]) -> Result<(), String> {
    let option = |name: &str, usual: f64| -> f64 {
        let prefix = format!("--{name}=");
        arguments.iter().find_map(|a| a.strip_prefix(&prefix)?.parse().ok()).unwrap_or(usual)
    };
    let settings = Settings {
        epochs: option("epochs", 6.0) as usize,
        fold_epochs: option("fold-epochs", 3.0) as usize,
        rows: option("rows", 18_000.0) as usize,
        margin: option("margin", 4.0) as f32,
        gold: option("gold", 5.0) as usize,
    };
    let silver = corpus::read(data)?;
    let gold = corpus::gold(data, "wikinews.jsonl")?;
    let own = corpus::own()?;
    if arguments.iter().any(|a| a == "--cross-validate") {
        let mut measure = measure::Measure::default();
        for fold in 0..CROSS {
            let (out, rest): (Vec<_>, Vec<_>) =
                gold.iter().enumerate().partition(|(at, _)| at % CROSS == fold);
            let rest: Vec<&corpus::Text> = rest.into_iter().map(|(_, text)| text).chain(&own).collect();
            let model = train(&silver, &rest, &settings);
            for (_, text) in out {
                measure.add(&model, text, arguments.iter().any(|a| a == "--errors"));
            }
        }
        eprintln!("wikinews.jsonl, {CROSS}-fold: {}", measure.line());
        return Ok(());
    }
    let model = train(&silver, &gold.iter().chain(&own).collect::<Vec<_>>(), &settings);
    for name in ["gum-interview.jsonl", "gum-news.jsonl", "re3d.jsonl"] {
        let mut measure = measure::Measure::default();
        corpus::gold(data, name)?.iter().for_each(|text| measure.add(&model, text, false));
        eprintln!("{name}: {}", measure.line());
    }
    write::write(&model, &settings)
}

/// Trains on all of these; the gold texts count [`Settings::gold`] times.
fn train(silver: &[corpus::Text], gold: &[&corpus::Text], settings: &Settings) -> Averaged {
    let articles: Vec<Article> = silver.iter().chain(gold.iter().copied()).map(Article::new).collect();
    let weight = |at: usize| if at < silver.len() { 1 } else { settings.gold };
    eprintln!("{} articles, {} names", articles.len(), articles.iter().map(|a| a.names()).sum::<usize>());
    let echoes = first_readings(&articles, settings);
    let mut model = Perceptron::new(settings.margin);
    for epoch in 0..settings.epochs {
        let mut wrong = 0;
        for at in shuffled(articles.len(), epoch) {
            let (Some(article), Some(echoes)) = (articles.get(at), echoes.get(at)) else { continue };
            for _ in 0..weight(at) {
                wrong += model.learn(article, None) + model.learn(article, Some(echoes));
            }
        }
        eprintln!("epoch {epoch}: {wrong} runs wrong");
    }
    write::pruned(&model.averaged(), settings)
}

/// For each article what a model that never saw it finds.
fn first_readings(articles: &[Article], settings: &Settings) -> Vec<Echoes> {
    let mut found: Vec<Option<Echoes>> = articles.iter().map(|_| None).collect();
    for fold in 0..FOLDS {
        let mut model = Perceptron::new(settings.margin);
        for epoch in 0..settings.fold_epochs {
            for at in shuffled(articles.len(), epoch).into_iter().filter(|at| at % FOLDS != fold) {
                articles.get(at).map(|article| model.learn(article, None));
            }
        }
        let model = model.averaged();
        for (at, article) in articles.iter().enumerate().filter(|(at, _)| at % FOLDS == fold) {
            let reading = article.reading();
            let cutter = cutter(&reading, &model, None);
            let segments: Vec<Segment> =
                article.runs.iter().flat_map(|run| cutter.cut(run, &|_, _| 0.0)).collect();
            if let Some(place) = found.get_mut(at) {
                *place = Some(Echoes::new(&reading, &segments));
            }
        }
        eprintln!("fold {fold} read");
    }
    let empty = |article: &Article| Echoes::new(&article.reading(), &[]);
    found.into_iter().zip(articles).map(|(e, article)| e.unwrap_or_else(|| empty(article))).collect()
}

/// The numbers below `length` in an order that depends on the epoch alone (Fisher-Yates over xorshift).
fn shuffled(length: usize, epoch: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64 ^ (epoch as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for at in (1..length).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(at, (state % (at as u64 + 1)) as usize);
    }
    order
}

/// The cutter of one article.
fn cutter<'r, 'a, 't, W: Weights>(
    reading: &'r Reading<'a, 't>,
    weights: &'r W,
    echoes: Option<&'r Echoes>,
) -> Cutter<'r, 'a, 't, W> {
    Cutter { reading, weights, echoes, gazetteer: Gazetteer::new() }
}

/// A cut as the trainer compares it.
type Cut = Vec<Segment>;
