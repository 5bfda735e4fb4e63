//! Noun phrases read rightward from a verb or a preposition: what begins at a place, with attachments and appositions.

use super::page::Page;
use super::phrase::LONGEST;
use crate::entity::EntityType;
use crate::lexicon::{ABBREVIATIONS, SOURCE_NOUNS};
use crate::text::{Class, TokenKind};
use std::ops::Range;

/// The longest apposition.
const APPOSITION: usize = 24;

impl Page<'_, '_> {
    /// The noun phrase that begins at `start`, with attachments and an apposition.
    pub fn phrase_after(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        let end = self.base_with_attachments(start, ceiling)?;
        let end = self.reduced_after(end, ceiling);
        Some(start..self.apposition_after(end, ceiling.min(start + LONGEST)))
    }

    /// "a report | published on Monday by the board": a participle and what belongs to it, up to the next comma.
    fn reduced_after(&self, end: usize, ceiling: usize) -> usize {
        let class = self.doc.class(end);
        let participle = class.is(Class::PAST | Class::PARTICIPLE) && class.is(Class::VERB) && end < ceiling;
        if !participle {
            return end;
        }
        let stop = (end + 1..ceiling.min(end + APPOSITION)).find(|at| {
            self.of(*at) == "," || self.is_end(*at, ceiling) || self.is(*at, Class::FINITE | Class::RELATIVE)
        });
        let stop = stop.unwrap_or(ceiling);
        if self.is(stop, Class::FINITE | Class::RELATIVE) { end } else { stop }
    }

    /// The end of the noun phrase that begins at `start`, with what prepositions and "and" join to it.
    pub fn base_with_attachments(&self, start: usize, ceiling: usize) -> Option<usize> {
        let ceiling = ceiling.min(start + LONGEST);
        let mut end = self.base_after(start, ceiling)?;
        loop {
            let joint = self.doc.class(end);
            let attaches = joint.is(Class::PREPOSITION)
                && self.attaches(end)
                && !self.is_time(end + 1)
                && end + 1 < ceiling;
            let joins = self.of(end) == "and" && !self.has_finite(end..(end + 8).min(ceiling));
            let Some(next) = (attaches || joins).then(|| self.base_after(end + 1, ceiling)).flatten() else {
                break;
            };
            end = next;
        }
        Some(end)
    }

    /// Prepositions that hang on the noun before them rather than on the verb.
    fn attaches(&self, at: usize) -> bool {
        let common = !self.doc.is_capital(at - 1);
        match self.of(at) {
            "of" | "for" | "from" => true,
            "in" | "at" | "on" | "with" | "to" | "by" | "under" => {
                common || self.doc.is_capital(at + 1) || self.of(at) == "to" && self.doc.is_capital(at + 2)
            }
            _ => false,
        }
    }

    /// The end of the bare phrase that begins at `start`.
    pub fn base_after(&self, start: usize, ceiling: usize) -> Option<usize> {
        let mut at = start;
        while at < ceiling {
            let class = self.doc.class(at);
            if let Some((_, name)) = self.name_at(at)
                && name.start == at
            {
                at = name.end;
                continue;
            }
            if self.is_time(at) && at > start {
                let Some(end) = self.dated_inside(at, ceiling) else { break };
                at = end;
                continue;
            }
            if at > start
                && class.is(Class::SUBJECT | Class::OBJECT | Class::PRONOUN)
                && !class.is(Class::DETERMINER)
            {
                break;
            }
            if class.is(Class::SUBJECT | Class::OBJECT | Class::PRONOUN)
                && !class.is(Class::POSSESSIVE | Class::DETERMINER)
            {
                return (at == start).then_some(at + 1);
            }
            let opens = class.is(Class::DETERMINER | Class::POSSESSIVE | Class::QUANTIFIER);
            let inside = class.is_nominal() || class.is(Class::CLITIC) && !class.is(Class::VERB);
            // "the surviving records": a participle behind its determiner.
            let inside = inside
                || at > start
                    && self.is(at - 1, Class::DETERMINER)
                    && !class.is(Class::AUXILIARY | Class::SUBJECT);
            // "an internet posting": a noun of sources in -ing.
            let inside =
                inside || at > start && class.is(Class::GERUND) && SOURCE_NOUNS.has(self.doc.word(at));
            let held = if self.is_mark(at) { self.mark_inside(at, start) } else { inside };
            let article = opens && (at == start || self.is(at - 1, Class::QUANTIFIER));
            if !(held || article) {
                break;
            }
            at += 1;
        }
        (at > start).then_some(at.min(ceiling))
    }

    /// "the 2001 census", "a July 4 letter": where the time ends that stands between a determiner and its noun.
    fn dated_inside(&self, at: usize, ceiling: usize) -> Option<usize> {
        let end = (at..ceiling).find(|i| !self.is_time(*i))?;
        let determined = self.is(at - 1, Class::DETERMINER | Class::POSSESSIVE | Class::CLITIC);
        (determined && self.doc.class(end).is_nominal() && !self.is_mark(end)).then_some(end)
    }

    fn mark_inside(&self, at: usize, start: usize) -> bool {
        match self.of(at) {
            "-" | "/" | "&" | "–" => self.glued(at) || self.of(at) == "&",
            "$" | "€" | "£" | "#" | "@" => true,
            "." => at > start && self.glued(at) && ABBREVIATIONS.get(self.doc.word(at - 1)).is_some(),
            "’" | "'" => self.glued(at) && self.quotation_at(at).is_none(),
            _ => false,
        }
    }

    /// ", a spokesman for the ministry": the end of the apposition after `end`, or `end`.
    fn apposition_after(&self, end: usize, ceiling: usize) -> usize {
        let start = end + 1;
        if self.of(end) != "," || start >= ceiling {
            return end;
        }
        let reach = ceiling.min(start + APPOSITION);
        let stop = (start..reach).find(|at| {
            matches!(self.of(*at), "," | "." | ";" | "?" | "!") && !self.is_abbreviation(*at)
                || self.opening(*at).is_some()
                || self.is(*at, Class::RELATIVE)
                || self.is_dash(*at)
        });
        let Some(stop) = stop else { return end };
        // "according to the Herald, Professor Ann Lee, the chair, said": a person is no apposition of a body.
        let kind = |at: usize| self.name_at(at).map(|(e, _)| e.kind);
        let body = kind(end - 1) == Some(EntityType::Organization);
        if body && (start..stop).any(|at| kind(at) == Some(EntityType::Person)) {
            return end;
        }
        let class = self.doc.class(start);
        let article = class.is(Class::DETERMINER | Class::POSSESSIVE);
        let noun = class.is_nominal()
            && !self.is_mark(start)
            && self.name_at(start).is_none()
            && !self.is(start, Class::QUANTIFIER);
        // "say economists, marks a change": a verb and its object.
        let verb = self.is(start, Class::THIRD) && self.is(start + 1, Class::DETERMINER | Class::POSSESSIVE);
        let titled = noun && !verb && stop - start >= 2;
        let age =
            self.doc.tokens.get(start).is_some_and(|t| t.kind == TokenKind::Number) && stop == start + 1;
        // "the team's coach, Ann Lee,"
        let named = self.name_at(start).is_some_and(|(_, n)| n.end == stop)
            && !self.doc.is_capital(end - 1)
            && self.of(stop) == ",";
        let fits =
            (article || titled || age || named) && !self.is_time(start) && !self.has_finite(start..stop);
        if fits { stop } else { end }
    }

    /// A full stop that ends a short form: "Mr."
    pub fn is_abbreviation(&self, at: usize) -> bool {
        self.of(at) == "." && ABBREVIATIONS.get(self.doc.word(at.saturating_sub(1))).is_some()
    }
}
