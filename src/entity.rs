//! Entities: names, their type, and which mentions are of one thing.

mod link;
mod short;

pub use crate::tag::EntityType;

use crate::span::Span;
use crate::tag::Name;
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

/// Links the names of a text, as [`crate::tag::find`] gives them: one entity a name, in text order.
pub fn find<'t>(doc: &Document<'t>, names: &[Name]) -> Vec<Entity<'t>> {
    link::link(doc, names)
}
