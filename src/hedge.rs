//! Hedges: words of doubt and reservation, negation and denial, and how far each reaches.

mod context;
mod cue;
mod question;
mod scope;
mod source;

use crate::attribution::Attribution;
use crate::span::Span;
use crate::text::Document;
use serde::Serialize;

/// One hedge, negation or denial.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Hedge {
    /// The cue words.
    #[serde(flatten)]
    pub span: Span,
    /// The rule that found it.
    pub rule: &'static str,
    /// What it bears on.
    pub scope: Option<Span>,
    /// What sort of hedge it is.
    #[serde(rename = "type")]
    pub kind: HedgeType,
    /// How much doubt it casts, from 0 to 1.
    #[serde(serialize_with = "crate::decimal::shortest")]
    pub strength: f32,
}

/// Sorts of hedges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum HedgeType {
    /// "may", "could"
    Modal,
    /// "reportedly", "according to some diplomats"
    Evidential,
    /// "perhaps"
    Adverb,
    /// "alleged", "potential"
    Adjective,
    /// "fears of", "allegation"
    Noun,
    /// "appears", "hinted at"
    Verb,
    /// "if", "unless"
    Conditional,
    /// "it is unclear whether"
    Question,
    /// "not", "never"
    Negation,
    /// "denied that", "no evidence"
    Denial,
}

impl HedgeType {
    /// The kind that a list names; none for "none".
    fn named(name: &str) -> Option<HedgeType> {
        Some(match name {
            "modal" => HedgeType::Modal,
            "evidential" => HedgeType::Evidential,
            "adverb" => HedgeType::Adverb,
            "adjective" => HedgeType::Adjective,
            "noun" => HedgeType::Noun,
            "verb" => HedgeType::Verb,
            "conditional" => HedgeType::Conditional,
            "question" => HedgeType::Question,
            "negation" => HedgeType::Negation,
            "denial" => HedgeType::Denial,
            _ => return None,
        })
    }

    /// The rule under which the lists' cues of this kind are found.
    fn rule(self) -> &'static str {
        match self {
            HedgeType::Modal => "hedge/modal",
            HedgeType::Evidential => "hedge/evidential",
            HedgeType::Adverb => "hedge/adverb",
            HedgeType::Adjective => "hedge/adjective",
            HedgeType::Noun => "hedge/noun",
            HedgeType::Verb => "hedge/verb",
            HedgeType::Conditional => "hedge/conditional",
            HedgeType::Question => "hedge/question",
            HedgeType::Negation => "hedge/negation",
            HedgeType::Denial => "hedge/denial",
        }
    }
}

/// Finds all hedges, in text order, without overlap. Linear in the text.
pub fn find(doc: &Document, attributions: &[Attribution]) -> Vec<Hedge> {
    let mut found: Vec<Hedge> = attributions.iter().filter_map(|a| source::hedge(doc, a)).collect();
    for sentence in &doc.sentences {
        question::find(doc, sentence.tokens.clone(), &mut found);
        cue::find(doc, sentence.tokens.clone(), &mut found);
    }
    // Of two that overlap the longer stays.
    found.sort_by_key(|h| (h.span.start, std::cmp::Reverse(h.span.end)));
    let mut end = 0;
    found.retain(|hedge| {
        let free = hedge.span.start >= end;
        end = end.max(hedge.span.end);
        free
    });
    found
}
