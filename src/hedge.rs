//! Hedges: words of doubt and reservation, negation and denial, and how far each reaches.

mod context;
mod cue;
mod question;
mod scope;
mod source;

use crate::attribution::{Attribution, Mode};
use crate::order;
use crate::span::{Quote, Span};
use crate::text::{Class, ClauseKind, Document};
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
    let reported = reported(doc, attributions);
    for sentence in &doc.sentences {
        question::find(doc, &reported, sentence.tokens.clone(), &mut found);
        cue::find(doc, &reported, sentence.tokens.clone(), &mut found);
    }
    // Of two that overlap the longer stays.
    let mut found = order::by_key(found, |h| order::outer_first(h.span.start as usize..h.span.end as usize));
    let mut end = 0;
    found.retain(|hedge| {
        let free = hedge.span.start >= end;
        end = end.max(hedge.span.end);
        free
    });
    found
}

/// By token: whether it is part of what somebody is reported to have said, out of quotation marks. There "would" is what
/// "will" was.
fn reported(doc: &Document, attributions: &[Attribution]) -> Vec<bool> {
    let mut reported = vec![false; doc.tokens.len()];
    let past = |cue: &Quote| doc.class(doc.tokens_of(cue.span).start).is(Class::PAST | Class::GERUND);
    for attribution in attributions.iter().filter(|a| a.cue.as_ref().is_some_and(past)) {
        for piece in attribution.content.iter().filter(|_| attribution.mode != Mode::Direct) {
            if let Some(tokens) = reported.get_mut(doc.tokens_of(*piece)) {
                tokens.fill(true);
            }
        }
    }
    let mut told = false;
    for clause in &doc.clauses {
        let verb = clause.tokens.clone().find(|at| doc.class(*at).is(Class::FINITE));
        if clause.kind == ClauseKind::Complement && told {
            if let Some(tokens) = reported.get_mut(clause.tokens.clone()) {
                tokens.fill(true);
            }
        } else if let Some(verb) = verb.filter(|_| clause.kind != ClauseKind::Parenthetical) {
            told = doc.class(verb).is(Class::PAST) || matches!(doc.of(verb), "was" | "were" | "had");
        }
    }
    reported
}
