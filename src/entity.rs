//! Entities: names, their type, and which mentions are of one thing.

use crate::figure::Figure;
use crate::span::Span;
use crate::text::Document;
use serde::Serialize;
use std::borrow::Cow;

/// One mention of a named thing. Its extent is the name without article, title and possessive.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Entity<'t> {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// The rule that found or linked it.
    pub rule: &'static str,
    /// What sort of thing it names.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// The same number for every mention of one thing, counted from 0 in order of first mention.
    pub entity: u32,
    /// The fullest name that the article uses for it.
    pub name: Cow<'t, str>,
}

/// What a name can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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

/// Finds all names, in text order, without overlap, and links them.
pub fn find<'t>(_doc: &Document<'t>, _figures: &[Figure<'t>]) -> Vec<Entity<'t>> {
    Vec::new()
}
