//! What follows a cue: "said that C", "said: “C”", "said C", and the prepositions, participles and objects that only
//! look like it.

#![expect(clippy::single_range_in_vec_init, reason = "a content of one piece is meant")]

use super::AttributionType;
use super::construction::{Draft, Site};
use super::content::{Lead, Marker};
use super::cue::Part;
use crate::text::Class;
use std::ops::Range;

/// Prepositions that hang on a cue rather than open a content.
const ATTACHED: [&str; 9] = ["as", "of", "for", "by", "about", "against", "into", "like", "than"];

impl Site<'_, '_, '_> {
    /// X said that C, X said: “C”, X said C
    pub(super) fn following(&self, subject: Option<Range<usize>>) -> Option<Draft> {
        let page = self.page;
        // "a user labelled “Fox”"
        let named = page.opening(self.cue.end).is_some_and(|q| !page.is_utterance(q));
        if self.cue.takes("label") && named {
            return None;
        }
        let lead = page.lead(&self.cue, self.ceiling);
        let source = subject?;
        match lead.marker {
            Marker::Quotation if self.takes_any() => self.quoted(lead, Some(source)),
            Marker::Complementizer if self.takes_that() && self.is_that_clause(lead) => {
                let ceiling = self.clause_ceiling(&source, lead.start);
                let end = page.content_end(lead.start, ceiling, Part::Verb);
                self.draft("attribution/source-verb-that", Some(source), vec![lead.start..end])
            }
            Marker::Colon if self.cue.takes("quote") => {
                let end = page.content_end(lead.start, self.ceiling, Part::Verb);
                self.draft("attribution/source-verb-colon", Some(source), vec![lead.start..end])
            }
            Marker::Bare => self.bare(lead, source),
            _ => None,
        }
    }

    fn takes_any(&self) -> bool {
        ["quote", "clause", "that", "wh"].iter().any(|c| self.cue.takes(c))
    }

    fn takes_that(&self) -> bool {
        ["clause", "that", "wh"].iter().any(|c| self.cue.takes(c))
    }

    /// "saw that level": behind a verb of thinking "that" may point at something, and no verb follows.
    fn is_that_clause(&self, lead: Lead) -> bool {
        let page = self.page;
        let speech = self.cue.kind() == AttributionType::Speech;
        speech
            || page.before(lead.start) != "that"
            || page.is_line(lead.start)
            || page.has_finite(lead.start..self.ceiling)
    }

    pub(super) fn takes_bare(&self, lead: Lead) -> bool {
        let page = self.page;
        let wh = page.is(lead.start, Class::RELATIVE) && page.of(lead.start) != "that";
        // "asked anyone who saw it": the hearer's relative clause.
        if wh
            && lead.start > self.cue.end
            && page.is(lead.start, Class::SUBJECT | Class::OBJECT | Class::POSSESSIVE)
        {
            return false;
        }
        // "Court rules tax is lawful": headlines leave "that" out.
        let line = self.cue.takes("that") && page.is_line(lead.start);
        (self.cue.takes("clause") || line) && !wh || self.cue.takes("wh") && wh
    }

    fn bare(&self, lead: Lead, source: Range<usize>) -> Option<Draft> {
        let page = self.page;
        let start = lead.start;
        if page.is_end(start, self.ceiling) || matches!(page.of(start), "," | "]") {
            return None;
        }
        let ceiling = self.clause_ceiling(&source, start);
        let end = page.content_end(start, ceiling, Part::Verb);
        if self.opens_bare(start)
            && self.is_stated(start, end)
            && self.takes_bare(lead)
            && (page.is(start, Class::RELATIVE) || page.is_clause(start, ceiling))
        {
            return self.draft("attribution/source-verb-clause", Some(source), vec![start..end]);
        }
        // An object has no verb of its own.
        let ceiling = if ceiling < self.ceiling { ceiling } else { self.object_ceiling(&source, start) };
        let end = page.content_end(start, ceiling, Part::Verb);
        let infinitive = page.of(start) == "to" && page.is(start + 1, Class::VERB | Class::BASE | Class::BE);
        if self.cue.takes("to") && infinitive && page.can_speak(&source) {
            return self.draft("attribution/promise", Some(source), vec![start..end]);
        }
        let gerund = start + usize::from(page.of(start) == "to");
        if self.cue.takes("gerund") && page.is(gerund, Class::GERUND) {
            return self.draft("attribution/gerund", Some(source), vec![gerund..end]);
        }
        let noun =
            page.doc.class(start).is_nominal() || page.is(start, Class::DETERMINER | Class::POSSESSIVE);
        (self.cue.takes("np") && noun && self.cue.entry.form() != 'g')
            .then(|| self.draft("attribution/source-verb-noun", Some(source), vec![start..end]))?
    }

    /// Prepositions that hang on the cue, and no others, keep a content from beginning there: "known as", "noted for".
    fn opens_bare(&self, start: usize) -> bool {
        let page = self.page;
        let class = page.doc.class(start);
        // "say as many as 90 people": how exact a number is.
        let counts = page.of(start) == "as" && page.is(start + 1, Class::QUANTIFIER);
        if !class.is(Class::PREPOSITION) || class.is(Class::SUBJECT | Class::PRONOUN) || counts {
            return true;
        }
        // "the airline said in a report made public": where it was said.
        let medium = page.medium(start, self.ceiling);
        if medium.is_some_and(|noun| page.comma_after(noun, self.ceiling) > noun + 1) {
            return false;
        }
        let hangs = ATTACHED.contains(&page.of(start));
        // "feeling after his success, he said": a clause of its own comes only behind the comma.
        let strong = self.cue.takes("quote") || page.has_finite(start..page.comma_after(start, self.ceiling));
        !hangs && strong
    }

    /// "showed a child wrapped in a flag": behind a verb that has objects, a participle after a noun is no predicate.
    fn is_stated(&self, start: usize, end: usize) -> bool {
        let page = self.page;
        let strong = |at: usize| {
            page.is(at, Class::FINITE)
                && (page.is(at, Class::AUXILIARY | Class::THIRD | Class::BASE)
                    || !page.is(at + 1, Class::PREPOSITION))
        };
        let class = page.doc.class(start);
        if !self.cue.takes("object") || class.is(Class::SUBJECT) {
            return true;
        }
        if class.is(Class::RELATIVE) {
            return page.of(start) != "when";
        }
        let much = class.is(Class::DEGREE) && page.is(start + 1, Class::ADVERB);
        !class.is(Class::OBJECT) && !much && (start..end).any(strong)
    }

    /// How far a content may reach where the cue's own clause ends before its sentence: behind a relative clause and
    /// behind a noun that is the subject the main verb is still to come.
    pub(super) fn clause_ceiling(&self, source: &Range<usize>, start: usize) -> usize {
        let page = self.page;
        let relative = source.end > source.start + 1 && page.is(source.end - 1, Class::RELATIVE);
        if relative { page.second_verb(start, self.ceiling) } else { self.ceiling }
    }

    /// The same for an object: the next finite verb is the outer one.
    fn object_ceiling(&self, source: &Range<usize>, start: usize) -> usize {
        let page = self.page;
        let relative = source.len() > 1 && page.is(source.end - 1, Class::RELATIVE);
        let verb = (start..self.ceiling).find(|at| relative && page.is(*at, Class::FINITE));
        verb.map_or(self.ceiling, |verb| {
            let comma = (start..verb).rev().find(|at| page.of(*at) == ",");
            comma.unwrap_or(verb)
        })
    }

    /// The content begins with a quotation: it is the quotation alone, or goes on behind it.
    fn quoted(&self, lead: Lead, source: Option<Range<usize>>) -> Option<Draft> {
        let page = self.page;
        let q = page.opening(lead.start).filter(|q| !page.is_title(q))?;
        let after = q.tokens.end;
        let closes = page.is_utterance(q) && page.before(q.tokens.end - 1) != ","
            || page.is_end(after, self.ceiling)
            || page.of(after) == "("
            || page.of(after) == ","
            || page.is(after, Class::COORDINATOR)
            || page.before(q.tokens.end - 1) == ",";
        if closes {
            return self.draft("attribution/source-verb-quote", source, vec![q.tokens.clone()]);
        }
        let end = page.content_end(lead.start, self.ceiling.max(after), Part::Verb);
        self.draft("attribution/source-verb-quote", source, vec![lead.start..end])
    }
}
