//! How much a claim deserves a check: one sum of terms, brought between 0 and 1 by the logistic function. The reasons
//! shown are the strongest terms; what remains is one more term, so that they always add up to the score.

use super::Reason;
use super::model::{HEADS, Heads, Inputs, Layer};
use super::sign::{ALL, COUNT, Signs, TOPICS};

/// So many terms are shown by themselves.
const SHOWN: usize = 5;
/// What the terms that are not shown come to.
const REST: &str = "everything else";

/// How the heads are put to a reader, in order.
const HEAD_TEXTS: [&str; HEADS] = [
    "worded like a statement of fact",
    "worded like what fact-checkers look into",
    "worded like an opinion",
    "worded like speech",
    "reads like a count or an amount",
    "reads like a report of an event",
    "reads like an accusation",
    "reads like a statement of cause and effect",
    "reads like a prediction",
    "reads like a comparison",
    "reads like a rule",
    "reads like a mere quotation",
    "reads like background",
];

/// Where a term comes from.
#[derive(Clone, Copy)]
enum Origin {
    Head(usize),
    Value(usize),
}

/// The score and its terms, strongest first, the rest last.
pub fn score(inputs: &Inputs, heads: &Heads, signs: &Signs, text: &str) -> (f32, Vec<Reason>) {
    let layer = Layer::of(heads);
    let of_heads = heads.0.iter().enumerate().map(|(h, v)| (Origin::Head(h), v * layer.head(h)));
    let of_values = inputs.values.iter().enumerate().filter(|(_, value)| **value != 0.0);
    let of_values = of_values.map(|(i, value)| (Origin::Value(i), value * layer.value(i)));
    let mut terms: Vec<(Origin, f32)> = of_heads.chain(of_values).collect();
    let sum = layer.bias() + terms.iter().map(|(_, weight)| weight).sum::<f32>();
    // A stable sort: terms of the same weight stay in the model's order.
    terms.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    terms.truncate(SHOWN);
    let mut reasons: Vec<Reason> = terms
        .iter()
        .map(|(origin, weight)| Reason { text: in_words(*origin, signs, text), weight: *weight })
        .collect();
    let shown: f32 = reasons.iter().map(|r| r.weight).sum();
    reasons.push(Reason { text: REST.to_owned(), weight: sum - shown });
    (1.0 / (1.0 + (-sum).exp()), reasons)
}

fn in_words(origin: Origin, signs: &Signs, text: &str) -> String {
    match origin {
        Origin::Head(head) => HEAD_TEXTS.get(head).copied().unwrap_or_default().to_owned(),
        Origin::Value(index) => match ALL.get(index) {
            None => TOPICS.get(index - COUNT).map_or("", |topic| topic.1).to_owned(),
            Some(sign) => match signs.words(*sign).of(text) {
                "" => sign.text().to_owned(),
                words => format!("{}: {words}", sign.text()),
            },
        },
    }
}
