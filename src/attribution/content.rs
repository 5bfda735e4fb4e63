//! Contents: where what is said begins after its cue.

use super::cue::Cue;
use super::page::Page;
use crate::lexicon::{APPROXIMATORS, CUE_NOUNS, SOURCE_NOUNS};
use crate::text::Class;

/// How the content is tied to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// "that", "whether", "if"
    Complementizer,
    /// An opening quotation mark, with or without comma or colon.
    Quotation,
    /// A colon, and no quotation.
    Colon,
    /// Nothing.
    Bare,
}

/// Where a content begins.
#[derive(Clone, Copy, Debug)]
pub struct Lead {
    /// Its first token.
    pub start: usize,
    /// What comes before it.
    pub marker: Marker,
}

/// Adverbs that may begin a content.
const NO_ADVERBIAL: Class = Class::COMPLEMENTIZER
    .or(Class::SUBORDINATOR)
    .or(Class::DETERMINER)
    .or(Class::PRONOUN)
    .or(Class::PREPOSITION)
    .or(Class::QUANTIFIER)
    .or(Class::DEGREE);
/// How far behind the cue "that" or a quotation may come.
const REACH: usize = 25;
/// "in a written statement": no longer.
const MEDIUM: usize = 5;
/// A subject may take this long to reach its verb.
pub(super) const SUBJECT: usize = 25;

impl Page<'_, '_> {
    /// Where the content after the cue begins: behind the hearer, the time, the place and "that".
    pub fn lead(&self, cue: &Cue, ceiling: usize) -> Lead {
        let near = self.skip_hearer(cue, ceiling);
        let near = self.skip_adverbials(near, ceiling);
        self.marked(near, near, ceiling).or_else(|| self.marked_later(near, ceiling)).unwrap_or_else(|| {
            // "said Sunday, the road is shut": a comma behind the time.
            let comma = near > cue.end && self.is_time(near - 1) && self.of(near) == ",";
            let near = near + usize::from(comma && self.is_clause(near + 1, ceiling));
            Lead { start: self.skip_medium(near, ceiling), marker: Marker::Bare }
        })
    }

    /// "said in a statement it had": the letter, the post, the interview in which it was said.
    fn skip_medium(&self, at: usize, ceiling: usize) -> usize {
        let medium = self.medium(at, ceiling).filter(|noun| {
            self.is(noun + 1, Class::PRONOUN | Class::DETERMINER) && self.is_clause(noun + 1, ceiling)
        });
        medium.map_or(at, |noun| noun + 1)
    }

    /// The noun of what something is said in: "in a statement".
    pub fn medium(&self, at: usize, ceiling: usize) -> Option<usize> {
        let noun = (at + 1..ceiling.min(at + MEDIUM)).find(|i| {
            !self.is(*i, Class::DETERMINER | Class::POSSESSIVE) && !self.doc.class(*i + 1).is_nominal()
        });
        noun.filter(|noun| {
            let document =
                SOURCE_NOUNS.get(self.doc.word(*noun)).is_some_and(|e| e.get("class") == "document");
            document && self.is(at, Class::PREPOSITION)
        })
    }

    fn skip_hearer(&self, cue: &Cue, ceiling: usize) -> usize {
        let hears = cue.takes("person") && !cue.passive;
        let hearer =
            self.base_after(cue.end, ceiling).filter(|_| hears && !self.is(cue.end, Class::COMPLEMENTIZER));
        // "warned it could fail": the subject of the content.
        let hearer =
            hearer.filter(|end| !self.is(*end + usize::from(self.is(*end, Class::ADVERB)), Class::FINITE));
        let Some(end) = hearer else { return cue.end };
        // "told the BBC's Today programme", "told officials in Rome": attachments by names and "of" alone.
        let more = (matches!(self.of(end), "of" | "at" | "for"))
            .then(|| self.base_after(end + 1, ceiling))
            .flatten();
        self.skip_reduced(more.unwrap_or(end), ceiling)
    }

    /// "told a committee | headed by Ann Lee": a participle, its preposition and what that governs.
    fn skip_reduced(&self, end: usize, ceiling: usize) -> usize {
        let participle = self.is(end, Class::PAST | Class::PARTICIPLE) && self.is(end, Class::VERB);
        let governs = participle && self.is(end + 1, Class::PREPOSITION);
        governs.then(|| self.base_with_attachments(end + 2, ceiling)).flatten().unwrap_or(end)
    }

    fn skip_adverbials(&self, at: usize, ceiling: usize) -> usize {
        let mut at = at;
        while at < ceiling {
            let class = self.doc.class(at);
            let adverb = class.is(Class::ADVERB)
                && !self.is_time(at)
                && !class.is(NO_ADVERBIAL)
                && !self.is(at + 1, Class::FINITE)
                && !self.approximates(at);
            let dated = class.is(Class::PREPOSITION)
                && self.is_time(at + 1)
                && self.time_ends_adverbial(at + 1, ceiling);
            if let Some(end) = self.skip_occasions(at) {
                at = end;
            } else if self.is_time(at) && self.time_ends_adverbial(at, ceiling) || adverb || dated {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// "warned three times that": how often.
    fn skip_occasions(&self, at: usize) -> Option<usize> {
        let number = self.is_number(at) || self.is(at, Class::QUANTIFIER);
        (number && matches!(self.of(at + 1), "times" | "occasions")).then_some(at + 2)
    }

    /// "said up to 900", "said nearly half": how exact the number that begins the content is.
    fn approximates(&self, at: usize) -> bool {
        let found = self.doc.longest(&APPROXIMATORS, at..self.doc.tokens.len());
        found.is_some_and(|(_, length)| {
            self.is_number(at + length) || matches!(self.of(at + length), "$" | "€" | "£" | "a")
        })
    }

    /// "said Friday the …" against "said Friday was …" and "announced on Friday that".
    fn time_ends_adverbial(&self, at: usize, ceiling: usize) -> bool {
        let end = (at..ceiling).find(|i| !self.is_time(*i)).unwrap_or(ceiling);
        // "said recent cuts": an adjective of time.
        let adjective = end == at + 1
            && (self.doc.class(at) == Class::default() || self.of(at).ends_with("ly"))
            && self.doc.class(end).is_nominal()
            && !self.doc.is_capital(at);
        !adjective && !self.is(end, Class::FINITE | Class::CLITIC)
    }

    /// A marker right here: "that", a quotation, a colon or comma before one.
    fn marked(&self, at: usize, near: usize, ceiling: usize) -> Option<Lead> {
        if at >= ceiling {
            return None;
        }
        if let Some(start) = self.quotation_from(at) {
            return Some(Lead { start, marker: Marker::Quotation });
        }
        if self.of(at) == ":" && at + 1 < ceiling {
            return Some(Lead { start: at + 1, marker: Marker::Colon });
        }
        let complementizer = self.is(at, Class::COMPLEMENTIZER) && (at == near || self.of(at) == "that");
        let demonstrative = self.of(at) == "that"
            && (self.is(at + 1, Class::FINITE) && !self.modifies(at + 1)
                || self.of(at + 1) == "’s"
                || self.is_object(at + 1)
                || self.is_counted(at + 1) && self.is(at + 2, Class::FINITE)
                || at > near && self.is(at - 1, Class::PREPOSITION));
        (complementizer && !demonstrative).then(|| {
            let comma = usize::from(self.of(at + 1) == ",");
            Lead { start: at + 1 + comma, marker: Marker::Complementizer }
        })
    }

    /// "questioned that claim, but": a bare noun that ends its clause.
    fn is_object(&self, at: usize) -> bool {
        let ends = match self.of(at + 1) {
            "." | ";" => true,
            "," => self.is(at + 2, Class::COORDINATOR) || self.quotation_before(at + 3).is_some(),
            _ => false,
        };
        ends && self.doc.class(at).is_nominal() && !self.doc.is_capital(at)
    }

    /// "said that claim was false": one of the nouns of saying, which need an article or "that".
    fn is_counted(&self, at: usize) -> bool {
        CUE_NOUNS.get(self.doc.word(at)).is_some_and(|e| e.form() != 's' && !e.has("takes", "mass"))
    }

    /// "that beleaguered drivers": a participle before its noun.
    fn modifies(&self, at: usize) -> bool {
        self.is(at, Class::PAST) && !self.is(at, Class::AUXILIARY) && self.doc.class(at + 1).is_nominal()
    }

    /// A quotation that begins here, or behind a comma or a colon.
    fn quotation_from(&self, at: usize) -> Option<usize> {
        let start = at + usize::from(matches!(self.of(at), "," | ":"));
        self.opening(start).map(|q| q.tokens.start)
    }

    /// "said in a statement that", "wrote on his blog: “…”", "explains, in a few words, that".
    fn marked_later(&self, near: usize, ceiling: usize) -> Option<Lead> {
        let class = self.doc.class(near);
        let adverbial = class.is(Class::PREPOSITION | Class::ADVERB | Class::GERUND | Class::SUBORDINATOR)
            || self.of(near) == ","
            || self.is_time(near);
        // "agreed to settle claims that": what the infinitive holds is not said.
        let infinitive = self.of(near) == "to" && self.is(near + 1, Class::VERB | Class::BASE);
        if !adverbial || infinitive {
            return None;
        }
        for at in near + 1..ceiling.min(near + REACH) {
            if let Some(lead) = self.marked(at, near, ceiling) {
                let apposed = lead.marker == Marker::Complementizer && self.is_relative(at);
                return (!apposed && self.holds(lead)).then_some(lead);
            }
            let turns = self.before(at) == "," && self.is(at, Class::GERUND);
            let ends = self.of(at) == ";" || self.of(at) == "." && !self.is_abbreviation(at);
            if turns || ends || self.is(at, Class::FINITE | Class::COORDINATOR) {
                return None;
            }
        }
        None
    }

    /// A quotation some words behind the cue is its content only when it is more than a name or a title.
    fn holds(&self, lead: Lead) -> bool {
        lead.marker != Marker::Quotation
            || matches!(self.before(lead.start), "," | ":")
            || self.opening(lead.start).is_some_and(|q| self.has_finite(q.tokens.clone()))
    }

    fn is_relative(&self, at: usize) -> bool {
        self.is(at + 1, Class::FINITE)
    }

    /// Whether a finite clause begins here: a subject and its verb.
    pub fn is_clause(&self, start: usize, ceiling: usize) -> bool {
        let class = self.doc.class(start);
        if class.is(Class::SUBJECT) {
            return true;
        }
        if matches!(self.of(start), "there" | "it") {
            // "saying it “kept the lights on”": the verb opens the quotation.
            if self.opening(start + 1).is_some() && self.is(start + 2, Class::VERB_FORM) {
                return true;
            }
            // "find it harder to pay": a predicate without a verb.
            return self.predicate(start, ceiling).is_some_and(|verb| verb < start + 4);
        }
        if self.is_end(start, ceiling)
            || self.of(start) == "to"
            || class.is(Class::VERB | Class::COORDINATOR) && !class.is(Class::GERUND)
        {
            return false;
        }
        self.predicate(start, ceiling).is_some()
    }

    /// The finite verb whose subject begins at `start`: the verbs of relative clauses between them do not count, and a
    /// comma that nothing closes puts what follows outside.
    fn predicate(&self, start: usize, ceiling: usize) -> Option<usize> {
        let fronted = self.is(start, Class::PREPOSITION | Class::SUBORDINATOR | Class::GERUND);
        let (mut relatives, mut seen, mut commas, mut listed) = (0, 0, 0, false);
        for at in start..ceiling.min(start + SUBJECT) {
            let class = self.doc.class(at);
            let subjunctive = self.of(at) == "be" && self.doc.class(at - 1).is_nominal();
            if class.is(Class::FINITE) || subjunctive {
                // "the boy who comes home and eats": still the relative's. "the plan, dubbed Hope, will": an aside.
                let joined = seen > 0 && self.is(at - 1, Class::COORDINATOR);
                let aside = commas == 1 && self.before(at) == "," && self.is_participle(at);
                if joined || aside {
                    continue;
                }
                if relatives == 0 {
                    let inside = fronted || listed || commas != 1;
                    return (at > start && inside).then_some(at);
                }
                relatives -= 1;
                seen += 1;
                continue;
            }
            match self.of(at) {
                ";" => return None,
                "." if !self.glued(at + 1) && !self.is_abbreviation(at) => return None,
                "," => commas += 1,
                _ if self.is_dash(at) => return None,
                "to" if at > start + 8 => return None,
                _ => {}
            }
            let lists = commas > 1 || commas == 1 && self.before(at) != ",";
            listed |= class.is(Class::COORDINATOR)
                && lists
                && self.of(at) != "but"
                && !self.is(at + 1, Class::FINITE);
            if class.is(Class::COORDINATOR) && self.before(at) == "," && self.is_turn(at, ceiling) {
                return None;
            }
            let opens = class.is(Class::RELATIVE | Class::SUBORDINATOR | Class::COMPLEMENTIZER)
                && !class.is(Class::PREPOSITION | Class::DETERMINER);
            let that = self.of(at) == "that" && at > start && self.doc.class(at - 1).is_nominal();
            if at > start && (that || opens && class.is(Class::RELATIVE) && !class.is(Class::COMPLEMENTIZER))
            {
                relatives += 1;
            } else if at > start && opens {
                return None;
            }
        }
        None
    }

    pub(super) fn is_participle(&self, at: usize) -> bool {
        let class = self.doc.class(at);
        class.is(Class::PAST | Class::PARTICIPLE) && !class.is(Class::AUXILIARY | Class::BE)
    }

    /// ", and he": a coordinator that begins a clause of its own.
    fn is_turn(&self, at: usize, ceiling: usize) -> bool {
        at + 1 < ceiling && self.is(at + 1, Class::SUBJECT) || self.of(at) == "but"
    }
}
