//! How much a claim deserves a check: one sum of terms, brought between 0 and 1 by the logistic function. The reasons
//! shown are the strongest terms; what remains is one more term, so that they always add up to the score.

use super::Reason;
use super::sign::{ALL, Sign, Signs};

/// So many terms are shown by themselves.
const SHOWN: usize = 5;

/// The score and its terms, strongest first, the rest last.
pub fn score(signs: &Signs, text: &str) -> (f32, Vec<Reason>) {
    let mut terms: Vec<(Sign, f32)> = ALL
        .iter()
        .filter(|sign| signs.has(**sign))
        .map(|sign| (*sign, weight(*sign) * f32::from(signs.count(*sign).min(2)).sqrt()))
        .filter(|(_, weight)| *weight != 0.0)
        .collect();
    let sum = BASE + terms.iter().map(|(_, weight)| weight).sum::<f32>();
    terms.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then((a.0 as usize).cmp(&(b.0 as usize))));
    terms.truncate(SHOWN);
    let mut reasons: Vec<Reason> = terms
        .iter()
        .map(|(sign, weight)| Reason { text: in_words(*sign, signs, text), weight: *weight })
        .collect();
    let shown: f32 = reasons.iter().map(|r| r.weight).sum();
    reasons.push(Reason { text: REST.to_owned(), weight: sum - shown });
    (1.0 / (1.0 + (-sum).exp()), reasons)
}

/// What the terms that are not shown come to.
const REST: &str = "everything else";

fn in_words(sign: Sign, signs: &Signs, text: &str) -> String {
    match signs.words(sign).of(text) {
        "" => sign.text().to_owned(),
        words => format!("{}: {words}", sign.text()),
    }
}

const BASE: f32 = -0.8;

fn weight(sign: Sign) -> f32 {
    match sign {
        Sign::Accusation | Sign::Harm | Sign::Share | Sign::Amount => 1.0,
        Sign::Cause | Sign::Link | Sign::Trend | Sign::Count | Sign::Public | Sign::Change => 0.6,
        Sign::Lead | Sign::Measure | Sign::Vague | Sign::Comparison | Sign::Ever | Sign::Money => 0.4,
        Sign::Science | Sign::Rule | Sign::Place | Sign::Group | Sign::Organization => 0.3,
        Sign::Happening | Sign::Past | Sign::Named | Sign::Unnamed | Sign::Document => 0.3,
        Sign::Opinion | Sign::Second | Sign::Wish | Sign::Feeling => -0.9,
        Sign::First | Sign::Exclaimed | Sign::Short | Sign::Trailing => -0.7,
        Sign::Sport | Sign::Life => -0.4,
        _ => 0.0,
    }
}
