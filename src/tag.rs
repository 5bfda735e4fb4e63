//! Names: which stretches of the text are names, and of what.
//!
//! `run` finds the stretches that can hold names; `segment` cuts each into names by a linear model over hashed
//! `feature`s; a second reading does so again and sees, as `echo`, what the first found of the same words.

mod agree;
mod clue;
mod echo;
mod feature;
pub mod gazetteer;
mod gloss;
mod model;
#[allow(dead_code, reason = "the build step uses all of it")]
mod phrase;
mod run;
mod segment;
#[allow(dead_code, reason = "the build step and the trainer write tables")]
mod table;
#[cfg(feature = "train")]
pub mod train;

use crate::lexicon::{ABBREVIATIONS, NAME_HEADS};
use crate::text::Document;
use echo::Echoes;
use feature::Reading;
use gazetteer::{Gazetteer, ORGANIZATION};
use segment::{Cutter, Scores, Segment, Shared, Weights};
use serde::Serialize;
use std::ops::Range;

/// What a name can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum EntityType {
    /// A human being, real or not.
    Person,
    /// A company, party, agency, team, government by its seat.
    Organization,
    /// A country, city, region, river, street, building.
    Place,
    /// A nationality, religion, people, party's adherents, language.
    Group,
    /// A named war, disaster, tournament, conference.
    Event,
    /// A book, film, song, programme.
    Work,
    /// A law, treaty, court case.
    Law,
    /// Any other proper name.
    Misc,
}

impl EntityType {
    /// The model's label for it.
    pub(crate) const fn label(self) -> u8 {
        self as u8 + 1
    }
}

/// One name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens: without article, title and possessive.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityType,
    /// What told so: `name/model`, `name/gloss`, `name/again`.
    pub rule: &'static str,
}

/// The types in the order of the model's labels 1 to 8.
const TYPES: [EntityType; 8] = [
    EntityType::Person,
    EntityType::Organization,
    EntityType::Place,
    EntityType::Group,
    EntityType::Event,
    EntityType::Work,
    EntityType::Law,
    EntityType::Misc,
];

/// Finds all names, in text order, without overlap. Time and memory are linear in the text.
pub fn find(doc: &Document) -> Vec<Name> {
    let clues = clue::all(doc);
    let reading = Reading { doc, clues: &clues };
    let mut names = names(&reading, &model::Model::new(), &run::find(doc, &clues));
    names
        .iter_mut()
        .filter(|name| ends_short(doc, name) || has_own_s(doc, name))
        .for_each(|name| name.tokens.end += 1);
    names
}

/// Whether the point behind a name belongs to it: "Apple Inc.", "Martin Luther King Jr."
fn ends_short(doc: &Document, name: &Name) -> bool {
    let (last, point) = (name.tokens.end - 1, name.tokens.end);
    let word = doc.word(last);
    doc.of(point) == "."
        && doc.tokens.get(point).is_some_and(|t| !t.spaced)
        && ABBREVIATIONS.get(word).is_some_and(|e| e.get("class") == "end")
        && match name.kind {
            EntityType::Person => name.tokens.len() > 2,
            EntityType::Organization => NAME_HEADS.get(word).is_some_and(|e| e.get("role") == "company"),
            _ => false,
        }
}

/// Whether the possessive behind an organisation is part of its name: "McDonald's", "Moody's".
fn has_own_s(doc: &Document, name: &Name) -> bool {
    let end = name.tokens.end;
    name.kind == EntityType::Organization
        && matches!(doc.of(end), "'s" | "’s")
        && Gazetteer::new().phrase(doc, name.tokens.start..end + 1).has(ORGANIZATION)
}

/// The names that a model finds.
fn names<W: Weights>(reading: &Reading, model: &W, runs: &[Range<usize>]) -> Vec<Name> {
    let name = |segment: Segment| {
        let kind = usize::from(segment.label).checked_sub(1).and_then(|label| TYPES.get(label))?;
        Some(Name { tokens: segment.tokens, kind: *kind, rule: segment.rule })
    };
    let mut found = read_twice(reading, model, runs);
    found.retain(|segment| segment.label > 0);
    agree::agree(reading, gloss::add(reading.doc, found)).into_iter().filter_map(name).collect()
}

/// Reads all runs, and then again with what was found.
fn read_twice<W: Weights>(reading: &Reading, model: &W, runs: &[Range<usize>]) -> Vec<Segment> {
    let mut cutter = Cutter { reading, weights: model, echoes: None, gazetteer: Gazetteer::new() };
    // What the stretches say by themselves is the same in both readings.
    let (mut scores, mut shared) = (Vec::new(), Shared::default());
    runs.iter().for_each(|run| cutter.scored(run, &mut shared, &mut scores));
    let first = read(&cutter, runs, &scores);
    let echoes = Echoes::new(reading, &first);
    cutter.echoes = Some(&echoes);
    read(&cutter, runs, &scores)
}

/// One reading of all runs, whose stretches have these scores.
fn read<W: Weights>(cutter: &Cutter<W>, runs: &[Range<usize>], scores: &[Scores]) -> Vec<Segment> {
    let mut scores = scores.iter().copied();
    let mut segments = Vec::with_capacity(runs.len());
    runs.iter().for_each(|run| cutter.best(run, &mut scores, &|_, _| 0.0, &mut segments));
    segments
}
