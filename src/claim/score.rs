//! How much a claim deserves a check: one sum of terms, brought between 0 and 1 by the logistic function. The reasons
//! shown are the strongest terms; what remains is one more term, so that they always add up to the score.

use super::Reason;
use super::model::{HEADS, Heads, Inputs, Layer, TEXT_HEADS, TYPES};
use super::sign::{ALL, COUNT, Signs, TOPICS};
use std::borrow::Cow;

/// So many terms are shown by themselves.
const SHOWN: usize = 5;
/// What the terms that are not shown come to.
const REST: &str = "all smaller reasons together";

/// How the first heads are put to a reader, where they say yes and where they say no.
const TEXT_HEAD_TEXTS: [(&str, &str); TEXT_HEADS] = [
    ("states something that can be checked", "states little that can be checked"),
    ("resembles what fact-checkers look into", "resembles what fact-checkers leave alone"),
    ("sounds like an opinion", "does not sound like an opinion"),
    ("sounds like speech", "sounds like a report"),
];

/// How the types are put.
const TYPE_TEXTS: [&str; TYPES] = [
    "gives a count or an amount",
    "reports an event",
    "accuses somebody",
    "says what led to what",
    "looks ahead",
    "compares",
    "says what is allowed or required",
    "is about what somebody said",
    "gives background",
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
    let mut terms: Vec<Term> = Vec::with_capacity(HEADS + inputs.values.len());
    let mut sum = layer.bias();
    for (origin, weight) in of_heads.chain(of_values) {
        sum += weight;
        let text = in_words(origin, heads);
        // What a reader would be told twice is one term.
        match terms.iter_mut().find(|term| term.text == text) {
            Some(term) => {
                term.weight += weight;
                // Only a sign can quote what it was seen in.
                term.origin = origin;
            }
            None => terms.push(Term { origin, text, weight }),
        }
    }
    let mut reasons: Vec<Reason> = strongest(&terms).map(|term| term.reason(signs, text)).collect();
    let shown: f32 = reasons.iter().map(|r| r.weight).sum();
    reasons.push(Reason { text: REST.into(), weight: sum - shown });
    (1.0 / (1.0 + (-sum).exp()), reasons)
}

/// Those that are shown, the strongest first; terms of the same weight in the model's order.
fn strongest(terms: &[Term]) -> impl Iterator<Item = &Term> {
    let mut shown: [Option<&Term>; SHOWN] = [None; SHOWN];
    for term in terms {
        let stronger = |place: &Option<&Term>| place.is_some_and(|t| t.weight.abs() >= term.weight.abs());
        let weaker = shown.partition_point(stronger);
        if let Some(places) = shown.get_mut(weaker..) {
            places.rotate_right(1.min(places.len()));
        }
        if let Some(place) = shown.get_mut(weaker) {
            *place = Some(term);
        }
    }
    shown.into_iter().flatten()
}

/// Terms of the sum that a reader is told in the same words.
struct Term {
    /// The last of them.
    origin: Origin,
    text: &'static str,
    weight: f32,
}

impl Term {
    /// With the words of the claim that showed it.
    fn reason(&self, signs: &Signs, text: &str) -> Reason {
        let words = match self.origin {
            Origin::Value(index) => ALL.get(index).map_or("", |sign| signs.words(*sign).of(text)),
            Origin::Head(_) => "",
        };
        let text = match words {
            "" => Cow::Borrowed(self.text),
            words => Cow::Owned([self.text, ": ", words].concat()),
        };
        Reason { text, weight: self.weight }
    }
}

fn in_words(origin: Origin, heads: &Heads) -> &'static str {
    match origin {
        Origin::Head(head) => match TEXT_HEAD_TEXTS.get(head) {
            Some((yes, no)) => {
                if heads.0.get(head).is_some_and(|sum| *sum > 0.0) {
                    yes
                } else {
                    no
                }
            }
            None => TYPE_TEXTS.get(head - TEXT_HEADS).copied().unwrap_or_default(),
        },
        Origin::Value(index) => match ALL.get(index) {
            Some(sign) => sign.text(),
            None => TOPICS.get(index - COUNT).map_or("", |topic| topic.1),
        },
    }
}
