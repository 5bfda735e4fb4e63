//! Names: which stretches of the text are names, and of what.

pub mod gazetteer;
#[allow(dead_code, reason = "the build step uses all of it")]
mod phrase;
mod rules;
mod run;
#[allow(dead_code, reason = "the build step and the trainer write tables")]
mod table;

use crate::text::Document;
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

/// One name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens: without article, title and possessive.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityType,
    /// What told so.
    pub rule: &'static str,
}

/// Finds all names, in text order, without overlap. Time and memory are linear in the text.
pub fn find(doc: &Document) -> Vec<Name> {
    let gazetteer = gazetteer::Gazetteer::new();
    run::find(doc).into_iter().flat_map(|run| rules::names(doc, gazetteer, run)).collect()
}
