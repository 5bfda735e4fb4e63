//! Cuts a run into names and other words: the best sum of scores over all ways to cut it (a semi-Markov model; Sarawagi
//! and Cohen, "Semi-Markov conditional random fields for information extraction", 2004).

use super::echo::Echoes;
use super::feature::{Reading, Role};
use super::gazetteer::Gazetteer;
use std::ops::Range;

/// Label 0 is "no name"; the others are the [`super::EntityType`]s in their order.
pub const LABELS: usize = 9;
/// One score a label.
pub type Scores = [f32; LABELS];
/// Longer names are not looked for.
pub const LONGEST: usize = 10;

/// A stretch with its label.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// 0 for a single token that is no name.
    pub label: u8,
    /// What each label scored.
    pub scores: Scores,
    /// What found it.
    pub rule: &'static str,
}

impl Segment {
    /// A stretch with a label that was not scored.
    pub fn new(tokens: Range<usize>, label: u8) -> Self {
        Segment { tokens, label, scores: [0.0; LABELS], rule: "name/model" }
    }
}

/// The same stretch with the same label, whatever it scored.
impl PartialEq for Segment {
    fn eq(&self, other: &Self) -> bool {
        self.tokens == other.tokens && self.label == other.label
    }
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

/// Scores of the tokens of a run in each role, and of what stands around them; filled anew for each run.
#[derive(Default)]
pub struct Shared {
    single: Vec<Scores>,
    first: Vec<Scores>,
    /// Sums of the scores as inner token, before each token.
    inner: Vec<Scores>,
    last: Vec<Scores>,
    start: Vec<Scores>,
    end: Vec<Scores>,
}

impl<W: Weights> Cutter<'_, '_, '_, W> {
    /// The scores of all stretches of a run by their own features, in the order in which [`Cutter::best`] asks for
    /// them. Time and memory are linear in the run: every stretch is at most [`LONGEST`] tokens.
    pub fn scored(&self, run: &Range<usize>, shared: &mut Shared, scores: &mut Vec<Scores>) {
        self.fill(shared, run);
        for tokens in stretches(run).filter(|tokens| can_be_name(self.reading, tokens)) {
            scores.push(self.scores(shared, tokens.start - run.start, &tokens));
        }
    }

    /// Adds the best cut of a run by the scores of its stretches and what a first reading found. `bonus` is added to the
    /// score of a stretch with a label; the trainer uses it. Linear in the run.
    pub fn best(
        &self,
        run: &Range<usize>,
        scores: &mut impl Iterator<Item = Scores>,
        bonus: &impl Fn(&Range<usize>, u8) -> f32,
        segments: &mut Vec<Segment>,
    ) {
        if run.len() == 1 {
            // Most runs: there is one way to cut them.
            let (_, label, scores) = self.stretch(run, scores, bonus).unwrap_or_default();
            segments.push(Segment { scores, ..Segment::new(run.clone(), label) });
            return;
        }
        const WORST: (f32, usize, u8, Scores) = (f32::NEG_INFINITY, 0, 0, [0.0; LABELS]);
        let mut best = vec![WORST; run.len() + 1];
        if let Some(first) = best.first_mut() {
            first.0 = 0.0;
        }
        for tokens in stretches(run) {
            let Some((score, label, scores)) = self.stretch(&tokens, scores, bonus) else { continue };
            let start = tokens.start - run.start;
            let before = best.get(start).map_or(f32::NEG_INFINITY, |b| b.0);
            if let Some(end) = best.get_mut(tokens.end - run.start)
                && before + score > end.0
            {
                *end = (before + score, start, label, scores);
            }
        }
        let first = segments.len();
        let mut end = run.len();
        while let Some((_, start, label, scores)) = best.get(end).copied().filter(|_| end > 0) {
            let tokens = run.start + start..run.start + end;
            segments.push(Segment { scores, ..Segment::new(tokens, label) });
            end = start;
        }
        segments.get_mut(first..).unwrap_or_default().reverse();
    }

    /// The best score of a stretch, its label, and the scores of all; `None` where it cannot be cut off.
    fn stretch(
        &self,
        tokens: &Range<usize>,
        scores: &mut impl Iterator<Item = Scores>,
        bonus: &impl Fn(&Range<usize>, u8) -> f32,
    ) -> Option<(f32, u8, Scores)> {
        if can_be_name(self.reading, tokens) {
            return Some(self.best_label(tokens, scores.next().unwrap_or_default(), bonus));
        }
        (tokens.len() == 1).then(|| (bonus(tokens, 0), 0, [0.0; LABELS]))
    }

    /// Both steps for one run.
    #[cfg(feature = "train")]
    pub fn cut(&self, run: &Range<usize>, bonus: &impl Fn(&Range<usize>, u8) -> f32) -> Vec<Segment> {
        let (mut scores, mut segments) = (Vec::new(), Vec::new());
        self.scored(run, &mut Shared::default(), &mut scores);
        self.best(run, &mut scores.into_iter(), bonus, &mut segments);
        segments
    }

    fn best_label(
        &self,
        tokens: &Range<usize>,
        mut scores: Scores,
        bonus: &impl Fn(&Range<usize>, u8) -> f32,
    ) -> (f32, u8, Scores) {
        if let Some(echoes) = self.echoes {
            self.reading.echo(tokens.clone(), echoes, &mut |feature| self.weights.add(feature, &mut scores));
        }
        let first = usize::from(tokens.len() > 1);
        let mut best = (f32::NEG_INFINITY, 0);
        for (label, score) in (0..).zip(&scores).skip(first) {
            let score = score + bonus(tokens, label);
            if score > best.0 {
                best = (score, label);
            }
        }
        (best.0, best.1, scores)
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
        self.of_stretch(tokens, &mut |feature: u32| self.weights.add(feature, &mut scores));
        scores
    }

    /// The features that belong to the stretch alone.
    fn of_stretch(&self, tokens: &Range<usize>, emit: &mut impl FnMut(u32)) {
        let known_of = |tokens: Range<usize>| match self.reading.clues.get(tokens.start) {
            Some(clue) if tokens.len() == 1 => clue.known,
            _ => self.gazetteer.phrase_by(tokens, self.reading.clues),
        };
        self.reading.whole(tokens.clone(), &known_of, emit);
    }

    fn fill(&self, shared: &mut Shared, run: &Range<usize>) {
        let sentence = self.sentence(run.start);
        let clue = |at: usize| self.reading.clues.get(at).copied().unwrap_or_default();
        let begins = |at: usize| clue(at).can_begin();
        let ends = |at: usize| clue(at).can_end();
        let (long, longer) = (run.len() > 1, run.len() > 2);
        let role = |scores: &mut Vec<Scores>, role: Role, wanted: &dyn Fn(usize) -> bool| {
            self.each(scores, run, wanted, &|at, emit| self.reading.token(at, role, emit));
        };
        role(&mut shared.single, Role::Single, &|at| begins(at) && ends(at));
        role(&mut shared.first, Role::First, &|at| long && begins(at));
        role(&mut shared.last, Role::Last, &|at| long && ends(at));
        role(&mut shared.inner, Role::Inner, &|_| longer);
        let mut sum = [0.0; LABELS];
        for scores in &mut shared.inner {
            let before = sum;
            plus(&mut sum, Some(scores), 1.0);
            *scores = before;
        }
        let start = |at: usize, emit: &mut dyn FnMut(u32)| self.reading.start(at, sentence.start, emit);
        let end = |at: usize, emit: &mut dyn FnMut(u32)| self.reading.end(at + 1, sentence.end, emit);
        self.each(&mut shared.start, run, &begins, &start);
        self.each(&mut shared.end, run, &ends, &end);
    }

    /// The scores of features of each token of a run; none for those that are not wanted.
    fn each(
        &self,
        scores: &mut Vec<Scores>,
        run: &Range<usize>,
        wanted: &dyn Fn(usize) -> bool,
        features: &impl Fn(usize, &mut dyn FnMut(u32)),
    ) {
        scores.clear();
        scores.resize(run.len(), [0.0; LABELS]);
        for (at, scores) in run.clone().zip(scores).filter(|(at, _)| wanted(*at)) {
            features(at, &mut |feature| self.weights.add(feature, scores));
        }
    }

    fn sentence(&self, token: usize) -> Range<usize> {
        let doc = self.reading.doc;
        let sentence = doc.sentence_of(token).and_then(|s| doc.sentences.get(s));
        sentence.map_or(token..token + 1, |s| s.tokens.clone())
    }

    /// All features of a stretch: what the trainer rewards and punishes.
    #[cfg(feature = "train")]
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
        if let Some(echoes) = self.echoes {
            self.reading.echo(tokens.clone(), echoes, emit);
        }
    }
}

/// All stretches of a run that are short enough, by their end, the shortest first.
fn stretches(run: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<> {
    let first = run.start;
    run.clone().flat_map(move |last| {
        (first.max((last + 1).saturating_sub(LONGEST))..last + 1).rev().map(move |start| start..last + 1)
    })
}

fn plus(sum: &mut Scores, scores: Option<&Scores>, factor: f32) {
    if let Some(scores) = scores {
        sum.iter_mut().zip(scores).for_each(|(a, b)| *a += b * factor);
    }
}

/// A name begins with a capital, a number or a particle and ends with a capital or a number; there is a capital in it.
pub fn can_be_name(reading: &Reading, tokens: &Range<usize>) -> bool {
    let clues = reading.clues.get(tokens.clone()).unwrap_or(&[]);
    let (Some(first), Some(last)) = (clues.first(), clues.last()) else { return false };
    let capital = first.shape > 3 || last.shape > 3;
    first.can_begin()
        && last.can_end()
        && (capital || (clues.len() > 1 && clues.iter().any(|clue| clue.capital)))
}
