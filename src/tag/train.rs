//! Trains the model of [`super::find`]: an averaged perceptron over the best cuts of runs.
//!
//! Data (see docs/names.md): gmb-silver, wnut17 and btc, their labels corrected by `labels`. Documents are read twice,
//! as the tagger does; what the second reading sees of the first comes from models that were trained without the
//! document. Everything is in fixed order with a fixed seed: the same data give the same bytes.

mod corpus;
mod labels;
mod measure;
mod perceptron;
mod write;

use super::clue;
use super::echo::Echoes;
use super::feature::Reading;
use super::gazetteer::Gazetteer;
use super::phrase::mix;
use super::run;
use super::segment::{Cutter, Segment, Weights};
use crate::text::Document;
use corpus::Article;
use perceptron::{Averaged, Perceptron};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// Models that make the first reading for each other's articles.
const FOLDS: usize = 3;
/// Parts of the gold articles for cross-validation.
const CROSS: usize = 4;

/// The gold articles that are trained on.
const TRAINED_ON: &str = "wikinews.jsonl";

/// What the trainer is told.
pub struct Settings {
    /// Passes over the data of the final model.
    pub epochs: usize,
    /// Models whose mean is taken, each of which reads the data in another order.
    pub rounds: usize,
    /// Passes of the models of the folds.
    pub fold_epochs: usize,
    /// Rows that are kept.
    pub rows: usize,
    /// What a wrong stretch gains while training, so that right ones win by a margin.
    pub margin: f32,
    /// How many words in a hundred are hidden from the features in each reading.
    pub hide: u32,
    /// By how much a model that never saw a run must like another cut better for its labels to be passed over.
    pub doubt: f32,
    /// How often the gold articles are read for once of the others.
    pub gold: usize,
    /// How often those of our own writing are.
    pub own: usize,
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
        epochs: option("epochs", 9.0) as usize,
        rounds: option("rounds", 3.0) as usize,
        fold_epochs: option("fold-epochs", 3.0) as usize,
        rows: option("rows", 14_000.0) as usize,
        margin: option("margin", 4.0) as f32,
        hide: option("hide", 20.0) as u32,
        doubt: option("doubt", 10.0) as f32,
        gold: option("gold", 2.0) as usize,
        own: option("own", 6.0) as usize,
    };
    let silver = corpus::read(data)?;
    let gold = corpus::gold(data, TRAINED_ON)?;
    let own = corpus::own()?;
    if arguments.iter().any(|a| a == "--cross-validate") {
        let mut measure = measure::Measure::default();
        for fold in 0..CROSS {
            let (out, rest): (Vec<_>, Vec<_>) =
                gold.iter().enumerate().partition(|(at, _)| at % CROSS == fold);
            let rest: Vec<&corpus::Text> = rest.into_iter().map(|(_, text)| text).collect();
            let model = train(&silver, &rest, &own, &settings);
            for (_, text) in out {
                measure.add(&model, text, arguments.iter().any(|a| a == "--errors"));
            }
        }
        eprintln!("{TRAINED_ON}, {CROSS}-fold: {}", measure.line());
        return Ok(());
    }
    let held_out = arguments.iter().any(|a| a == "--hold-out");
    let show = arguments.iter().any(|a| a == "--errors");
    let known = if held_out { &[] } else { gold.as_slice() };
    let model = train(&silver, &known.iter().collect::<Vec<_>>(), &own, &settings);
    let mut scores = Vec::new();
    let mut report = |name: &str, texts: &[corpus::Text]| {
        if show {
            println!("== {name}");
        }
        let mut measure = measure::Measure::default();
        texts.iter().for_each(|text| measure.add(&model, text, show));
        eprintln!("{name}: {}", measure.line());
        scores.push(format!("{} {:.1}", name.trim_end_matches(".jsonl"), measure.f1(1..=3)));
    };
    for (kind, texts) in corpus::held_out()? {
        report(&kind, &texts);
    }
    for name in corpus::gold_files(data)?.iter().filter(|name| held_out || *name != TRAINED_ON) {
        report(name, &corpus::gold(data, name)?);
    }
    if held_out { Ok(()) } else { write::write(&model, &settings, &scores.join(", ")) }
}

/// Trains on all of these.
fn train(
    silver: &[corpus::Text],
    gold: &[&corpus::Text],
    own: &[corpus::Text],
    settings: &Settings,
) -> Averaged {
    let texts = silver.iter().chain(gold.iter().copied()).chain(own);
    let articles: Vec<Article> = texts.map(Article::new).collect();
    let times = |at: usize| match at {
        _ if at < silver.len() => 1,
        _ if at < silver.len() + gold.len() => settings.gold,
        _ => settings.own,
    };
    eprintln!("{} articles, {} names", articles.len(), articles.iter().map(|a| a.names()).sum::<usize>());
    let first = first_readings(&articles, settings);
    let sure = BTreeSet::new();
    let mut models = Vec::new();
    for round in 0..settings.rounds {
        let mut model = Perceptron::new(settings.margin, settings.hide, round);
        let mut wrong = 0;
        for epoch in 0..settings.epochs {
            wrong = 0;
            for at in shuffled(articles.len(), round * settings.epochs + epoch) {
                let (Some(article), Some(first)) = (articles.get(at), first.get(at)) else { continue };
                let doubts = if at < silver.len() { &first.doubts } else { &sure };
                for _ in 0..times(at) {
                    wrong += model.learn(article, None, doubts);
                    wrong += model.learn(article, Some(&first.echoes), doubts);
                }
            }
        }
        eprintln!("round {round}: {wrong} runs wrong at last");
        models.push(model.averaged());
    }
    write::pruned(&Averaged::mean(&models), settings)
}

/// What a model that never saw an article makes of it.
struct First {
    echoes: Echoes,
    /// The runs, by number, that it cuts so differently from the labels that these are not to be trusted.
    doubts: BTreeSet<usize>,
}

/// The first reading of each article.
fn first_readings(articles: &[Article], settings: &Settings) -> Vec<First> {
    let mut found: Vec<Option<First>> = articles.iter().map(|_| None).collect();
    for fold in 0..FOLDS {
        let mut model = Perceptron::new(settings.margin, settings.hide, 0);
        for epoch in 0..settings.fold_epochs {
            for at in shuffled(articles.len(), epoch).into_iter().filter(|at| at % FOLDS != fold) {
                articles.get(at).map(|article| model.learn(article, None, &BTreeSet::new()));
            }
        }
        let model = model.averaged();
        for (at, article) in articles.iter().enumerate().filter(|(at, _)| at % FOLDS == fold) {
            if let Some(place) = found.get_mut(at) {
                *place = Some(first_reading(article, &model, settings));
            }
        }
        eprintln!("fold {fold} read");
    }
    found.into_iter().flatten().collect()
}

fn first_reading(article: &Article, model: &Averaged, settings: &Settings) -> First {
    let reading = article.reading();
    let cutter = cutter(&reading, model, None);
    let total = |cut: &Cut| -> f32 { cut.iter().filter_map(|s| s.scores.get(usize::from(s.label))).sum() };
    let mut segments = Vec::new();
    let mut doubts = BTreeSet::new();
    for (number, (run, gold)) in article.runs.iter().zip(&article.cuts).enumerate() {
        let best = cutter.cut(run, &|_, _| 0.0);
        if best != *gold {
            let labelled = |tokens: &Range<usize>, label: u8| {
                if gold.contains(&Segment::new(tokens.clone(), label)) { 0.0 } else { f32::MIN / 1e9 }
            };
            if total(&best) - total(&cutter.cut(run, &labelled)) > settings.doubt {
                doubts.insert(number);
            }
        }
        segments.extend(best);
    }
    First { echoes: Echoes::new(&reading, &segments), doubts }
}

/// A hash of all features of a fixed text: another one where features are made otherwise, so that the model must be
/// trained again.
fn fingerprint() -> u32 {
    let doc = Document::new(
        "\"We will,\" Dr. Ann Lee of the U.N. told AFP in Bonn (Germany) on 5 May. The WHO's 2 Al-Ab men: no.",
    );
    let clues = clue::all(&doc);
    let reading = Reading { doc: &doc, clues: &clues };
    let cutter = Cutter {
        reading: &reading,
        weights: &Averaged::default(),
        echoes: None,
        gazetteer: Gazetteer::new(),
    };
    let mut hash = 0;
    for run in run::find(&doc, &clues) {
        for start in run.clone() {
            for end in start + 1..=run.end {
                cutter.features(&(start..end), &mut |feature| hash = mix(hash ^ feature));
            }
        }
    }
    hash
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_model_was_trained_with_these_features() {
        let header = std::fs::read("src/tag/model.bin").unwrap();
        let wanted = format!("features {:08x};", super::fingerprint());
        assert!(String::from_utf8_lossy(&header[..256]).contains(&wanted), "npm run train: {wanted}");
    }
}
