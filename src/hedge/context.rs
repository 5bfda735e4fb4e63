//! What stands around a word of doubt: the small language of templates in the lists.
//!
//! A template names the place of the cue by `_` and what must stand before and after it, in text order, steps joined
//! by dots: `it.be_that`. A step is a word, a class of `contexts.tsv`, a grammatical class ([`Class::named`]), or one
//! told from the token itself: `num` a number, `cap` a capital inside a sentence, `open` a word that can be part of a
//! noun phrase, `mark` punctuation, `edge` punctuation or the border of the sentence, `start` its first word's place. `!` before a step asks for anything else. `*` allows anything between two
//! steps. Adverbs and quotation marks are overlooked where the next step does not ask for them.

use crate::lexicon::CONTEXTS;
use crate::text::{Class, Document, TokenKind};
use std::ops::Range;

/// How far `*` reaches, in tokens: keeps the reading of one cue constant in time.
const REACH: usize = 25;

/// A cue in its sentence, both as ranges of tokens.
pub struct Place<'a, 't> {
    pub doc: &'a Document<'t>,
    pub reported: &'a [bool],
    pub sentence: Range<usize>,
    pub cue: Range<usize>,
}

impl Place<'_, '_> {
    /// Whether any of these templates, separated by spaces, fits.
    pub fn fits_any(&self, templates: &str) -> bool {
        templates.split_ascii_whitespace().any(|template| self.fits(template))
    }

    /// Whether the cue stands in a quotation: then its doubt is the speaker's.
    pub fn is_quoted(&self) -> bool {
        let quotations = &self.doc.quotations;
        let before = quotations.partition_point(|q| q.tokens.start <= self.cue.start);
        // Quotations nest only a few levels deep, so the one around the cue is among the last that begin before it.
        quotations.iter().take(before).rev().take(8).any(|q| q.tokens.contains(&self.cue.start))
    }

    /// Whether the cue stands in what somebody is reported to have said.
    pub fn is_reported(&self) -> bool {
        self.reported.get(self.cue.start).copied().unwrap_or(false)
    }

    fn fits(&self, template: &str) -> bool {
        let (before, after) = template.split_once('_').unwrap_or((template, ""));
        self.walk(before.rsplit('.'), |at| at.checked_sub(1), self.cue.start)
            && self.walk(after.split('.'), |at| Some(at + 1), self.cue.end.saturating_sub(1))
    }

    /// Goes from the cue outwards, step by step of the template.
    fn walk<'s>(
        &self,
        steps: impl Iterator<Item = &'s str>,
        next: impl Fn(usize) -> Option<usize>,
        from: usize,
    ) -> bool {
        let inside = |at: &usize| self.sentence.contains(at);
        let mut at = next(from).filter(inside);
        let mut gap = 0;
        for step in steps.filter(|s| !s.is_empty()) {
            if step == "*" {
                gap = REACH;
                continue;
            }
            let (step, unlike) = step.strip_prefix('!').map_or((step, false), |s| (s, true));
            loop {
                let looks_on = unlike && at.is_some_and(|here| self.is_overlooked(here));
                if !looks_on && self.is(at, step) != unlike {
                    break;
                }
                let Some(here) = at else { return false };
                if gap == 0 && !self.is_overlooked(here) {
                    return false;
                }
                gap = gap.saturating_sub(1);
                at = next(here).filter(inside);
            }
            gap = 0;
            at = at.and_then(&next).filter(inside);
        }
        true
    }

    fn is(&self, at: Option<usize>, step: &str) -> bool {
        let Some(at) = at else { return matches!(step, "edge" | "start") };
        let word = self.doc.word(at);
        let kind = self.doc.tokens.get(at).map(|t| t.kind);
        match step {
            "num" => kind == Some(TokenKind::Number),
            "mark" | "edge" => kind == Some(TokenKind::Mark) && !self.is_quote(at),
            "cap" => self.doc.is_capital(at) && at > self.sentence.start,
            "open" => kind == Some(TokenKind::Word) && self.doc.class(at).is_nominal(),
            _ => {
                word.text() == step
                    || Class::named(step).is_some_and(|class| self.doc.class(at).is(class))
                    || CONTEXTS.get(word).is_some_and(|entry| entry.has("classes", step))
            }
        }
    }

    fn is_overlooked(&self, at: usize) -> bool {
        let class = self.doc.class(at);
        let heads = Class::PREPOSITION | Class::SUBORDINATOR | Class::RELATIVE | Class::COMPLEMENTIZER;
        self.is_quote(at) || (class.is(Class::ADVERB) && !class.is(heads) && !self.is(Some(at), "subject"))
    }

    fn is_quote(&self, at: usize) -> bool {
        let mark = self.doc.of(at);
        !matches!(mark, "(" | ")" | "[" | "]") && (crate::text::opens(mark) || crate::text::closes(mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hedge::HedgeType;
    use crate::lexicon::{HEDGE_NOUNS, HEDGE_VERBS, HEDGES, Word};

    fn is_known(step: &str) -> bool {
        let step = step.trim_start_matches('!');
        matches!(step, "" | "*" | "num" | "cap" | "open" | "mark" | "edge" | "start")
            || Class::named(step).is_some()
            || Word::of(step) != Word::UNKNOWN
            || CONTEXTS.entries().any(|entry| entry.has("classes", step))
    }

    #[test]
    fn lists_name_only_known_types_and_steps() {
        for entry in [&HEDGES, &HEDGE_VERBS, &HEDGE_NOUNS].into_iter().flat_map(|list| list.entries()) {
            let kind = entry.get("type");
            assert!(kind == "none" || HedgeType::named(kind).is_some(), "{}: type {kind}", entry.lemma());
            for template in ["only", "never"].iter().flat_map(|column| entry.get(column).split_whitespace()) {
                assert_eq!(template.matches('_').count(), 1, "{}: {template}", entry.lemma());
                let unknown = template.split(['_', '.']).find(|step| !is_known(step));
                assert_eq!(unknown, None, "{}: {template}", entry.lemma());
            }
        }
    }
}
