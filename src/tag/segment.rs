//! Cuts a run into names and other words: the best sum of scores over all ways to cut it (a semi-Markov model; Sarawagi
//! and Cohen, "Semi-Markov conditional random fields for information extraction", 2004).

use super::clue::PARTICLE;
use super::echo::Echoes;
use super::feature::{Reading, Role};
use super::gazetteer::Gazetteer;
use super::run::is_capital;
use std::ops::Range;

/// Label 0 is "no name"; the others are the [`super::EntityType`]s in their order.
pub const LABELS: usize = 9;
/// One score a label.
pub type Scores = [f32; LABELS];
/// Longer names are not looked for.
pub const LONGEST: usize = 10;

/// A stretch with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// 0 for a single token that is no name.
    pub label: u8,
}

/// What scores features.
pub trait Weights {
    /// Adds the weights of a feature.
    fn add(&self, feature: u32, scores: &mut Scores);
}

/// One run to be cut, with the scores that its stretches share.
pub struct Cutter<'r, 'a, 't, W> {
    /// The text.
    pub reading: &'r Reading<'a, 't>,
    /// The model.
    pub weights: &'r W,
    /// What a first reading found.
    pub echoes: Option<&'r Echoes>,
    /// The gazetteer.
    pub gazetteer: Gazetteer,
}

/// Scores of the tokens of a run in each role, and of what stands around them.
struct Shared {
    single: Vec<Scores>,
    first: Vec<Scores>,
    /// Sums of the scores as inner token, before each token.
    inner: Vec<Scores>,
    last: Vec<Scores>,
    start: Vec<Scores>,
    end: Vec<Scores>,
}

impl<W: Weights> Cutter<'_, '_, '_, W> {
    /// The best cut of a run. `bonus` is added to the score of a stretch with a label; the trainer uses it.
    /// Time is linear in the run: every stretch is at most [`LONGEST`] tokens.
    pub fn cut(&self, run: Range<usize>, bonus: &impl Fn(&Range<usize>, u8) -> f32) -> Vec<Segment> {
        let shared = self.shared(&run);
        let mut best: Vec<(f32, usize, u8)> = vec![(0.0, 0, 0)];
        for end in 1..=run.len() {
            let mut found = (f32::NEG_INFINITY, 0, 0);
            for start in (end.saturating_sub(LONGEST)..end).rev() {
                let before = best.get(start).map_or(0.0, |b| b.0);
                let tokens = run.start + start..run.start + end;
                let (score, label) = self.best_label(&shared, start, &tokens, bonus);
                if before + score > found.0 {
                    found = (before + score, start, label);
                }
            }
            best.push(found);
        }
        let mut segments = Vec::new();
        let mut end = run.len();
        while let Some((_, start, label)) = best.get(end).copied().filter(|_| end > 0) {
            segments.push(Segment { tokens: run.start + start..run.start + end, label });
            end = start;
        }
        segments.reverse();
        segments
    }

    fn best_label(
        &self,
        shared: &Shared,
        start: usize,
        tokens: &Range<usize>,
        bonus: &impl Fn(&Range<usize>, u8) -> f32,
    ) -> (f32, u8) {
        let named = can_be_name(self.reading, tokens);
        if !named {
            return (if tokens.len() == 1 { bonus(tokens, 0) } else { f32::NEG_INFINITY }, 0);
        }
        let scores = self.scores(shared, start, tokens);
        let first = usize::from(tokens.len() > 1);
        let labelled =
            (0_u8..).zip(scores).skip(first).map(|(label, score)| (score + bonus(tokens, label), label));
        labelled.fold((f32::NEG_INFINITY, 0), |best, next| if next.0 > best.0 { next } else { best })
    }

    fn scores(&self, shared: &Shared, start: usize, tokens: &Range<usize>) -> Scores {
        let end = start + tokens.len();
        let mut scores = [0.0; LABELS];
        plus(&mut scores, shared.start.get(start), 1.0);
        plus(&mut scores, shared.end.get(end - 1), 1.0);
        if tokens.len() == 1 {
            plus(&mut scores, shared.single.get(start), 1.0);
        } else {
            plus(&mut scores, shared.first.get(start), 1.0);
            plus(&mut scores, shared.last.get(end - 1), 1.0);
            plus(&mut scores, shared.inner.get(end - 1), 1.0);
            plus(&mut scores, shared.inner.get(start + 1), -1.0);
        }
        let mut emit = |feature: u32| self.weights.add(feature, &mut scores);
        self.of_stretch(tokens, &mut emit);
        scores
    }

    /// The features that belong to the stretch alone.
    fn of_stretch(&self, tokens: &Range<usize>, emit: &mut impl FnMut(u32)) {
        let known =
            if tokens.len() > 1 { self.gazetteer.phrase_by(tokens.clone(), self.reading.clues) } else { 0 };
        self.reading.whole(tokens.clone(), known, emit);
        if let Some(echoes) = self.echoes {
            self.reading.echo(tokens.clone(), echoes, emit);
        }
    }

    fn shared(&self, run: &Range<usize>) -> Shared {
        let sentence = self.sentence(run.start);
        let scored = |features: &dyn Fn(&mut dyn FnMut(u32))| {
            let mut scores = [0.0; LABELS];
            features(&mut |feature| self.weights.add(feature, &mut scores));
            scores
        };
        let role = |role: Role| -> Vec<Scores> {
            run.clone().map(|at| scored(&|mut emit| self.reading.token(at, role, &mut emit))).collect()
        };
        let long = run.len() > 1;
        let mut sum = [0.0; LABELS];
        let inner = if long { role(Role::Inner) } else { Vec::new() };
        let inner = inner.iter().map(|scores| {
            let before = sum;
            plus(&mut sum, Some(scores), 1.0);
            before
        });
        Shared {
            single: role(Role::Single),
            inner: inner.collect(),
            first: if long { role(Role::First) } else { Vec::new() },
            last: if long { role(Role::Last) } else { Vec::new() },
            start: run
                .clone()
                .map(|at| scored(&|mut emit| self.reading.start(at, sentence.start, &mut emit)))
                .collect(),
            end: run
                .clone()
                .map(|at| scored(&|mut emit| self.reading.end(at + 1, sentence.end, &mut emit)))
                .collect(),
        }
    }

    fn sentence(&self, token: usize) -> Range<usize> {
        let doc = self.reading.doc;
        let sentence = doc.sentence_of(token).and_then(|s| doc.sentences.get(s));
        sentence.map_or(token..token + 1, |s| s.tokens.clone())
    }

    /// All features of a stretch: what the trainer rewards and punishes.
    pub fn features(&self, tokens: &Range<usize>, emit: &mut impl FnMut(u32)) {
        if !can_be_name(self.reading, tokens) {
            return;
        }
        let sentence = self.sentence(tokens.start);
        self.reading.start(tokens.start, sentence.start, emit);
        self.reading.end(tokens.end, sentence.end, emit);
        if tokens.len() == 1 {
            self.reading.token(tokens.start, Role::Single, emit);
        } else {
            self.reading.token(tokens.start, Role::First, emit);
            self.reading.token(tokens.end - 1, Role::Last, emit);
            for at in tokens.start + 1..tokens.end - 1 {
                self.reading.token(at, Role::Inner, emit);
            }
        }
        self.of_stretch(tokens, emit);
    }
}

fn plus(sum: &mut Scores, scores: Option<&Scores>, factor: f32) {
    if let Some(scores) = scores {
        sum.iter_mut().zip(scores).for_each(|(a, b)| *a += b * factor);
    }
}

/// A name begins with a capital, a number or a particle and ends with a capital or a number.
pub fn can_be_name(reading: &Reading, tokens: &Range<usize>) -> bool {
    let shape = |at: usize| reading.clues.get(at).map_or(0, |c| c.shape);
    let particle = reading.clues.get(tokens.start).is_some_and(|c| c.listed & PARTICLE != 0);
    let last = tokens.end.saturating_sub(1);
    let outer =
        (matches!(shape(tokens.start), 1 | 2) || shape(tokens.start) > 3 || (particle && tokens.len() > 1))
            && (matches!(shape(last), 1 | 2) || shape(last) > 3)
            && (shape(last) > 3 || tokens.len() > 1 || shape(tokens.start) > 3);
    outer
        && (shape(tokens.start) > 3
            || shape(last) > 3
            || tokens.clone().any(|at| is_capital(reading.doc, at)))
}
