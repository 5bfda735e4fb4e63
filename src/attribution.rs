//! Attributions: who said, wrote, showed or thinks what.

mod construction;
mod content;
mod content_end;
mod cue;
mod following;
mod frame;
mod head;
mod nest;
mod page;
mod phrase;
mod phrase_after;
mod quoted;
mod resolve;
mod roles;
mod signed;

use crate::entity::Entity;
use crate::figure::Figure;
use crate::order;
use crate::span::{Quote, Span};
use crate::text::Document;
use construction::Draft;
use page::Page;
use serde::Serialize;
use std::borrow::Cow;

/// One act of saying or thinking. Its extent is the content, from the first piece to the last.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Attribution<'t> {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// The rule that found it.
    pub rule: &'static str,
    /// Said, or only thought.
    #[serde(rename = "type")]
    pub kind: AttributionType,
    /// What is said, in one or several pieces, with its quotation marks, without "that".
    pub content: Vec<Span>,
    /// The words that mark the act, without auxiliaries: "said", "according to".
    pub cue: Option<Quote<'t>>,
    /// Who says it.
    pub source: Option<Source<'t>>,
    /// Whether it stands in quotation marks.
    pub mode: Mode,
    /// What sort of source it is.
    pub source_type: SourceType,
    /// Whether the source could be asked: somebody or something with a name, a body, the one holder of an office, a
    /// document known by more than its sort.
    #[serde(skip)]
    pub identified: bool,
    /// Whether the act itself is negated or refused: "declined to say".
    pub negated: bool,
    /// The attribution whose content holds this one: in the stage's list its place, in an analysis its id.
    pub within: Option<u32>,
}

/// The source of an attribution as the text names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Source<'t> {
    /// The noun phrase, with title and apposition.
    #[serde(flatten)]
    pub quote: Quote<'t>,
    /// The number of the entity it refers to.
    pub entity: Option<u32>,
    /// The fullest name or description known; none for a source that stays unnamed.
    pub name: Option<Cow<'t, str>>,
}

/// Acts of saying and states of mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum AttributionType {
    /// Said, written, shown.
    Speech,
    /// Believed, feared, hoped, expected.
    Thought,
}

/// How the content is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Mode {
    /// Wholly in quotation marks.
    Direct,
    /// Without any.
    Indirect,
    /// Partly.
    Mixed,
}

/// Sorts of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum SourceType {
    /// A person with a name.
    NamedPerson,
    /// A body: a company, a ministry, a country.
    Organization,
    /// A spokesman or official of a named body, without a name.
    OfficialUnnamed,
    /// Nobody who could be identified.
    Unnamed,
    /// A report, letter, study, data.
    Document,
    /// The paper itself.
    #[serde(rename = "self")]
    Paper,
}

/// Finds all attributions, in text order of their contents.
///
/// One pass over the tokens looks for cues; what stands around a cue decides the construction. Quotations without a cue
/// of their own then go to the speaker before them, and sources are resolved in text order.
pub fn find<'t>(doc: &Document<'t>, figures: &[Figure<'t>], entities: &[Entity<'t>]) -> Vec<Attribution<'t>> {
    let page = Page::new(doc, figures, entities);
    let mut drafts = Vec::new();
    let mut waiting = Vec::new();
    let mut at = 0;
    while at < doc.tokens.len() {
        let cue = cue::at(&page, at);
        if let Some(cue) = cue {
            match construction::build(&page, cue) {
                Some(draft) => drafts.extend(Some(draft).filter(|d| !is_reader(&page, d))),
                None => waiting.extend(construction::waiting(&page, cue)),
            }
        }
        at = cue.map_or(at + 1, |c| c.end.max(at + 1));
    }
    drafts.extend(signed::headline(&page));
    drafts.extend(signed::paragraphs(&page));
    let mut drafts = order::by_key(drafts, place);
    // "said in a statement that": the verb has the content, not the noun.
    drafts.dedup_by(|later, earlier| later.rule == "attribution/noun" && starts(later) == starts(earlier));
    quoted::complete(&page, &mut drafts, &waiting);
    nest::records(&page, order::by_key(drafts, place))
}

/// "as you know": the reader, or anybody, unless somebody speaks to somebody.
fn is_reader(page: &Page, draft: &Draft) -> bool {
    let you = |at: usize| page.doc.word(at).text() == "you";
    let thought = draft.kind == AttributionType::Thought;
    draft.source.as_ref().is_some_and(|s| you(s.start) && (thought || page.quotation_at(s.start).is_none()))
}

fn starts(draft: &Draft) -> usize {
    draft.content.first().map_or(0, |c| c.start)
}

/// By beginning, the longer first, so that an outer content comes before what it holds.
fn place(draft: &Draft) -> u64 {
    order::outer_first(starts(draft)..draft.content.last().map_or(0, |c| c.end))
}
