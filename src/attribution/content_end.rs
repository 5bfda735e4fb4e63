//! Where an indirect content ends.

use super::AttributionType;
use super::content::{Marker, SUBJECT};
use super::cue::{self, Part};
use super::page::Page;
use crate::lexicon::CUE_NOUNS;
use crate::text::Class;
use std::ops::Range;

impl Page<'_, '_> {
    /// The end of an indirect content that begins at `start`.
    pub fn content_end(&self, start: usize, ceiling: usize, part: Part) -> usize {
        let mut at = start;
        while at < ceiling {
            if let Some(q) = self.opening(at) {
                if q.tokens.end > ceiling && self.quotation_at(start).is_none_or(|s| s.tokens.start == at) {
                    return q.tokens.end;
                }
                // “a farce,” noting that: the comma stands inside the marks.
                let comma = self.before(q.tokens.end - 1) == ",";
                at = q.tokens.end.min(ceiling);
                if comma && at < ceiling && self.stops_after_comma(at, start, ceiling, part) {
                    break;
                }
                continue;
            }
            if at > start && self.stops(at, start, ceiling, part) {
                break;
            }
            at += 1;
        }
        self.trim(start, at)
    }

    /// Whether the content ends before this token.
    fn stops(&self, at: usize, start: usize, ceiling: usize, part: Part) -> bool {
        let class = self.doc.class(at);
        match self.of(at) {
            ";" => return true,
            "(" => return self.long_bracket(at, ceiling),
            "," => return self.stops_after_comma(at + 1, start, ceiling, part),
            _ => {}
        }
        if self.is_dash(at) {
            let opened = (start..at).filter(|i| self.is_dash(*i)).count() % 2 == 1;
            let closes = (at + 1..ceiling).any(|i| self.is_dash(i));
            return !opened && !closes && !self.is(at + 1, Class::RELATIVE);
        }
        let adverbial = part == Part::AccordingTo && matches!(self.of(at), "because" | "although" | "while");
        let coordinated = class.is(Class::COORDINATOR) && self.leaves(at, start, ceiling);
        let accorded = self.of(at) == "according" && self.of(at + 1) == "to";
        adverbial || coordinated || accorded || self.is_even_as(at, ceiling)
    }

    fn long_bracket(&self, at: usize, ceiling: usize) -> bool {
        let close = |i: &usize| self.of(*i) == ")" && self.of(i + 1) != ")";
        let end = (at..ceiling).find(close).unwrap_or(ceiling);
        end - at > 8 || self.is_end(end + 1, ceiling)
    }

    /// After a comma: "but" and "while" turn to something else, a participle of saying to the next content, a subject with
    /// a cue to another speaker.
    fn stops_after_comma(&self, at: usize, start: usize, ceiling: usize, part: Part) -> bool {
        let class = self.doc.class(at);
        // ", a charge the union called absurd": what others say of it.
        let judged = matches!(self.of(at), "a" | "an") && CUE_NOUNS.has(self.doc.word(at + 1))
            || CUE_NOUNS.get(self.doc.word(at)).is_some_and(|e| e.form() == 's')
                && self.is(at + 1, Class::RELATIVE | Class::SUBJECT);
        if judged {
            return true;
        }
        let turns = matches!(self.of(at), "but" | "while" | "although" | "though" | "whereas" | "as" | "yet")
            || part == Part::AccordingTo && matches!(self.of(at), "because" | "and" | "so");
        if self.is_even_as(at, ceiling) {
            return true;
        }
        if turns && self.of(at) != "as" {
            return self.is_clause(at + 1, ceiling);
        }
        if self.of(at) == "as" || class.is(Class::COORDINATOR) {
            if class.is(Class::COORDINATOR) && self.tells_more(at + 1, ceiling) {
                return true;
            }
            return self.leaves(at, start, ceiling) || self.of(at) == "as" && self.is_clause(at + 1, ceiling);
        }
        // "Although he noted C, he said …", "Fuelling speculation that C, the party met"
        let front = self.floor(start);
        let adverbial = self.is(front, Class::SUBORDINATOR)
            || part == Part::Noun && self.is(front, Class::GERUND | Class::PREPOSITION);
        let over = self.is_clause(at, ceiling) || part == Part::Noun && self.has_finite(start..at);
        if adverbial && over || self.tells(at, ceiling) {
            return true;
        }
        let spliced =
            class.is(Class::SUBJECT) && self.is(at + 1, Class::FINITE) && self.quotation_at(start).is_some();
        if spliced {
            return true;
        }
        let next = cue::at(self, at);
        next.is_some_and(|c| c.part == Part::AccordingTo || c.is_gerund()) || self.is_citing(at)
    }

    /// "even as the opposition called it": what the writer sets against it.
    fn is_even_as(&self, at: usize, ceiling: usize) -> bool {
        let turns = self.of(at) == "even" && matches!(self.of(at + 1), "as" | "though" | "while");
        turns && self.is_clause(at + 2, ceiling)
    }

    /// ", officials said": a source and its cue, and nothing after.
    fn tells(&self, at: usize, ceiling: usize) -> bool {
        let reach = ceiling.min(at + 8);
        let verb = (at + 1..reach).find(|i| self.is(*i, Class::FINITE));
        let verb = verb.and_then(|v| (v..reach).find(|i| !self.is(*i, Class::AUXILIARY)));
        let told = verb.and_then(|v| cue::at(self, v)).filter(|c| c.takes("quote"));
        told.is_some_and(|c| {
            let end = (c.end..ceiling).find(|i| !self.is_time(*i) && self.of(*i) != "on").unwrap_or(ceiling);
            self.is_end(end, ceiling) || self.of(end) == ","
        })
    }

    /// ", and a report concluded that": another source with a content of its own.
    fn tells_more(&self, at: usize, ceiling: usize) -> bool {
        let verb = (at + 1..ceiling.min(at + SUBJECT)).find(|i| self.is(*i, Class::FINITE));
        let cue = verb
            .and_then(|verb| cue::at(self, verb))
            .filter(|c| c.part == Part::Verb && !c.passive && c.kind() == AttributionType::Speech);
        cue.is_some_and(|c| {
            let marker = self.lead(&c, ceiling).marker;
            c.takes("clause") && matches!(marker, Marker::Complementizer | Marker::Quotation)
        })
    }

    fn is_citing(&self, at: usize) -> bool {
        matches!(self.of(at), "citing" | "quoting")
    }

    /// Whether what a conjunction joins is told by the writer again: another cue of the same speaker ("and added"),
    /// or a past action after a content in another tense ("said he is tired and left").
    fn leaves(&self, at: usize, start: usize, ceiling: usize) -> bool {
        let mut verb = at + 1;
        while verb < ceiling && self.is(verb, Class::ADVERB) {
            verb += 1;
        }
        let class = self.doc.class(verb);
        let told = |verb: usize| {
            cue::at(self, verb).is_some_and(|c| {
                let speaks = c.takes("quote") || c.takes("clause") || c.takes("that");
                c.part == Part::Verb && !c.passive && speaks && !c.takes("np")
            })
        };
        // "confirmed the death but did not give a cause": what has no verb of its own is over.
        if class.is(Class::AUXILIARY) && class.is(Class::FINITE) && !self.has_finite(start..at) {
            return true;
        }
        // "called it a farce and has accused them"
        if class.is(Class::HAVE) && class.is(Class::FINITE) {
            return told(verb + 1) && self.quotation_at(at - 1).is_some();
        }
        if !class.is(Class::PAST) || !class.is(Class::FINITE) || class.is(Class::AUXILIARY) {
            return false;
        }
        // "should be trained and equipped": both hang on one verb.
        let parallel =
            self.is_participle(at - 1) && self.is(at - 2, Class::BE) && !self.is(at - 2, Class::FINITE);
        told(verb) || !parallel && self.tense_differs(start..at)
    }

    fn tense_differs(&self, content: Range<usize>) -> bool {
        let first = content.clone().find(|at| self.is(*at, Class::FINITE));
        let pronoun = matches!(self.of(content.start), "he" | "she" | "they");
        first.is_some_and(|at| {
            let class = self.doc.class(at);
            let present =
                class.is(Class::THIRD | Class::MODAL) || matches!(self.of(at), "is" | "are" | "has" | "have");
            present || pronoun && class.is(Class::BE)
        })
    }

    /// Without the punctuation and conjunctions at its end; a full stop inside a closing mark stays.
    pub fn trim(&self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start {
            let last = end - 1;
            let loose = matches!(self.of(last), "," | "." | ";" | ":" | "!" | "?" | "…" | "(")
                || self.is_dash(last)
                || self.is(last, Class::COORDINATOR) && !self.is(last, Class::ADVERB);
            let abbreviation = self.of(last) == "." && self.quotation_at(last).is_some();
            if !loose || abbreviation && self.quotation_at(start).is_none() {
                break;
            }
            end = last;
        }
        end
    }
}
