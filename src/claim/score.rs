//! How much a claim deserves a check: one sum of terms, brought between 0 and 1 by the logistic function. The reasons
//! shown are the strongest terms; what remains is one more term, so that they always add up to the score.

use super::Reason;
use super::model::{HEADS, Heads, Inputs, Layer, TEXT_HEADS, TYPES, VALUES};
use super::sign::{ALL, Signs, TOPICS};
use crate::span::{Quote, Span};
use std::sync::LazyLock;

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

/// The score and its terms, strongest first, the rest last.
pub fn score<'t>(inputs: &Inputs, heads: &Heads, signs: &Signs, text: &'t str) -> (f32, Vec<Reason<'t>>) {
    let layer = Layer::of(heads);
    let mut terms = Terms::new(layer.bias());
    for (head, value) in heads.0.iter().enumerate() {
        terms.add(WORDINGS.of_head(head, *value), value * layer.head(head), None);
    }
    for (index, value) in inputs.values.iter().enumerate().filter(|(_, value)| **value != 0.0) {
        terms.add(WORDINGS.of_value(index), value * layer.value(index), Some(index));
    }
    let sum = terms.sum;
    let mut reasons: Vec<Reason> = Vec::with_capacity(SHOWN + 1);
    reasons.extend(strongest(&terms.all).map(|term| term.reason(signs, text)));
    let shown: f32 = reasons.iter().map(|r| r.weight).sum();
    reasons.push(Reason { label: REST, words: None, weight: sum - shown });
    (1.0 / (1.0 + (-sum).exp()), reasons)
}

/// The terms of one claim in the model's order. What a reader would be told twice is one term.
struct Terms {
    all: Vec<Term>,
    /// For each wording the place of its term, counted from one.
    places: [u8; WORDINGS_MOST],
    sum: f32,
}

impl Terms {
    fn new(bias: f32) -> Terms {
        Terms { all: Vec::with_capacity(2 * HEADS), places: [0; WORDINGS_MOST], sum: bias }
    }

    fn add(&mut self, wording: u8, weight: f32, value: Option<usize>) {
        self.sum += weight;
        let Some(place) = self.places.get_mut(usize::from(wording)) else { return };
        match self.all.get_mut(usize::from(*place).wrapping_sub(1)) {
            Some(term) => {
                term.weight += weight;
                // Only a sign can quote what it was seen in.
                term.value = value;
            }
            None => {
                self.all.push(Term { value, wording, weight });
                *place = u8::try_from(self.all.len()).unwrap_or(0);
            }
        }
    }
}

/// Those that are shown, the strongest first; terms of the same weight in the model's order.
fn strongest(terms: &[Term]) -> impl Iterator<Item = &Term> {
    let mut shown: [Option<&Term>; SHOWN] = [None; SHOWN];
    for term in terms {
        let stronger = |place: &Option<&Term>| place.is_some_and(|t| t.weight.abs() >= term.weight.abs());
        if shown.last().is_some_and(stronger) {
            continue;
        }
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
    /// The last of them, where it is a value and not a head.
    value: Option<usize>,
    wording: u8,
    weight: f32,
}

impl Term {
    /// With the words of the claim that showed it.
    fn reason<'t>(&self, signs: &Signs, text: &'t str) -> Reason<'t> {
        let sign = self.value.and_then(|index| ALL.get(index));
        let words = sign.map_or(Span::default(), |sign| signs.words(*sign));
        let words = (!words.is_empty()).then(|| Quote::new(text, words));
        Reason {
            label: WORDINGS.texts.get(usize::from(self.wording)).copied().unwrap_or(""),
            words,
            weight: self.weight,
        }
    }
}

/// More wordings than this there cannot be: two for each of the first heads, one for everything else.
const WORDINGS_MOST: usize = TEXT_HEADS + HEADS + VALUES;

/// How heads and values are put, each wording once: terms are told apart by a number.
struct Wordings {
    texts: Vec<&'static str>,
    heads: Vec<[u8; 2]>,
    values: Vec<u8>,
}

static WORDINGS: LazyLock<Wordings> = LazyLock::new(|| {
    let mut texts: Vec<&'static str> = Vec::new();
    let mut number = |text: &'static str| {
        let place = texts.iter().position(|t| *t == text).unwrap_or_else(|| {
            texts.push(text);
            texts.len() - 1
        });
        u8::try_from(place).unwrap_or(u8::MAX)
    };
    let of_text = TEXT_HEAD_TEXTS.iter().map(|(yes, no)| [*no, *yes]);
    let of_types = TYPE_TEXTS.iter().map(|text| [*text; 2]);
    let heads = of_text.chain(of_types).map(|texts| texts.map(&mut number)).collect();
    let of_signs = ALL.iter().map(|sign| sign.text());
    let values = of_signs.chain(TOPICS.iter().map(|topic| topic.1)).map(&mut number).collect();
    Wordings { texts, heads, values }
});

impl Wordings {
    fn of_head(&self, head: usize, value: f32) -> u8 {
        self.heads.get(head).map_or(0, |[no, yes]| if value > 0.0 { *yes } else { *no })
    }

    fn of_value(&self, index: usize) -> u8 {
        self.values.get(index).copied().unwrap_or(0)
    }
}
