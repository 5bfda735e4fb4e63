//! Noun phrases read leftward from a verb: what ends at a place, with names as units, attachments and appositions.

use super::page::Page;
use crate::entity::EntityType;
use crate::lexicon::{ABBREVIATIONS, SOURCE_NOUNS};
use crate::text::{Class, TokenKind};
use std::ops::Range;

/// Longer phrases than this are not followed, so that hostile input stays cheap.
pub(super) const LONGEST: usize = 60;

impl Page<'_, '_> {
    /// The noun phrase that ends right before `end`, an apposition and adverbials between it and `end` allowed.
    pub fn phrase_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let floor = floor.max(end.saturating_sub(LONGEST));
        let near = self.skip_adverbials_back(end, floor);
        if near > floor && self.before(near) == "," {
            return self.phrase_with_apposition(near, floor).or_else(|| self.run_back(near - 1, floor));
        }
        // "A study published on Monday": the date belongs to the participle.
        if let Some(noun) = near.checked_sub(1).and_then(|joint| self.head_of_reduced(joint, floor)) {
            return self.run_back(noun, floor).map(|head| head.start..end);
        }
        self.run_back(near, floor)
    }

    /// The subject of a sentence of the narration: the phrase before its first finite verb outside relative clauses.
    pub fn subject_of(&self, sentence: Range<usize>) -> Option<Range<usize>> {
        let verb = sentence.clone().take(LONGEST).find(|at| {
            self.is(*at, Class::FINITE)
                && self.quotation_at(*at).is_none()
                && !self.is(at.saturating_sub(1), Class::RELATIVE)
        })?;
        let before = (sentence.start..verb).rev().take_while(|at| self.is(*at, Class::ADVERB));
        let group = before.last().unwrap_or(verb);
        self.phrase_before(group, self.floor(group))
    }

    /// "Smith, the chairman of the board," or "Smith, who lives there,": what ends at the comma before `end`.
    fn phrase_with_apposition(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let mut comma = end - 1;
        loop {
            let previous = (floor..comma).rev().find(|at| self.of(*at) == ",")?;
            let inner = previous + 1..comma;
            if self.is_inserted(inner.clone()) {
                let head = self.run_back(previous, floor);
                match head {
                    Some(head)
                        if !self.continues_list(head.clone(), floor)
                            && !self.is_governed(head.start, floor) =>
                    {
                        let kept = if self.is_apposition(inner) { end - 1 } else { head.end };
                        return Some(head.start..kept);
                    }
                    _ => {}
                }
            }
            comma = previous;
        }
    }

    /// "identified by police as Webb, 31,": what a preposition governs is no subject.
    fn is_governed(&self, at: usize, floor: usize) -> bool {
        at > floor + 1
            && self.is(at - 1, Class::PREPOSITION)
            && !self.is(at - 1, Class::SUBORDINATOR)
            && self.is(at - 2, Class::VERB)
    }

    /// Whether the head is itself only the tail of something that a comma opened: ", Texas," or ", and chairman".
    fn continues_list(&self, head: Range<usize>, floor: usize) -> bool {
        let opens = head.start > floor && self.before(head.start) == ",";
        let number = self.doc.tokens.get(head.start).is_some_and(|t| t.kind == TokenKind::Number);
        let bare = head.len() == 1 && (number || self.is_time(head.start));
        // "Ann Lee, director of the fund, and chairman of the board,"
        let apposed = head.start > floor + 1
            && self.name_at(head.start - 2).is_some_and(|(e, _)| e.kind == EntityType::Person)
            && self.name_at(head.start).is_none_or(|(e, _)| e.kind != EntityType::Person);
        opens && (bare || apposed || self.is(head.start, Class::COORDINATOR))
    }

    /// What may stand between commas after a noun phrase.
    fn is_inserted(&self, inner: Range<usize>) -> bool {
        let first = self.doc.class(inner.start);
        first.is(Class::RELATIVE
            | Class::PREPOSITION
            | Class::GERUND
            | Class::PAST
            | Class::PARTICIPLE
            | Class::ADVERB
            | Class::COORDINATOR
            | Class::SUBORDINATOR)
            || self.is_apposition(inner)
    }

    fn is_apposition(&self, inner: Range<usize>) -> bool {
        let first = self.doc.class(inner.start);
        let nominal = first.is_nominal() || first.is(Class::DETERMINER | Class::POSSESSIVE);
        !inner.is_empty() && nominal && !self.is_time(inner.start) && self.verb_in(inner).is_none()
    }

    /// The first finite verb of a range, relative clauses aside.
    fn verb_in(&self, range: Range<usize>) -> Option<usize> {
        let mut relative = false;
        for at in range {
            relative |= self.is(at, Class::RELATIVE);
            if self.is(at, Class::FINITE) && !relative {
                return Some(at);
            }
        }
        None
    }

    /// "on Tuesday", "also", "Friday" at the end of what stands before `end`.
    fn skip_adverbials_back(&self, end: usize, floor: usize) -> usize {
        let mut at = end;
        while at > floor + 1 {
            let last = at - 1;
            let adverb = self.is(last, Class::ADVERB) && !self.is(last, Class::QUANTIFIER);
            if self.is_time(last) {
                at = (floor..=last).rev().take_while(|i| self.is_time(*i)).last().unwrap_or(last);
                if at > floor && self.is(at - 1, Class::PREPOSITION) {
                    at -= 1;
                }
            } else if adverb {
                at = last;
            } else {
                break;
            }
        }
        if at > floor { at } else { end }
    }

    /// Reads leftward over one phrase and what is attached to it.
    fn run_back(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let mut at = end;
        let mut listed = false;
        loop {
            let base = self.base_back(at, floor, at == end);
            if base == at {
                break;
            }
            at = base;
            if at <= floor {
                break;
            }
            let Some(next) = self.attachment_back(at, floor, &mut listed) else {
                break;
            };
            at = next;
        }
        let at = self.drop_leading(at, end);
        (at < end).then_some(at..end)
    }

    /// The start of the bare noun phrase that ends at `end`; `end` itself where there is none.
    fn base_back(&self, end: usize, floor: usize, first: bool) -> usize {
        let mut at = end;
        while at > floor {
            let last = at - 1;
            if let Some((_, name)) = self.name_at(last)
                && name.start >= floor
            {
                at = name.start;
                continue;
            }
            let class = self.doc.class(last);
            if self.doc.word(last).text() == "one" && at == end && !first {
                return last;
            }
            if class.is(Class::PRONOUN | Class::SUBJECT | Class::OBJECT | Class::QUANTIFIER) && at == end {
                let alone = class.is(Class::SUBJECT | Class::OBJECT) || !class.is(Class::QUANTIFIER);
                if alone {
                    return if first || class.is(Class::OBJECT | Class::POSSESSIVE) { last } else { at };
                }
                at = last;
                continue;
            }
            if class.is(Class::DETERMINER | Class::POSSESSIVE) {
                return self.predeterminers(last, floor);
            }
            let Some(start) = self.nominal_back(last, at, end, floor) else {
                break;
            };
            at = start;
        }
        // A mark alone, or one that opens the phrase, is no part of it.
        while at < end && self.is_mark(at) && !self.opens_phrase(at) {
            at += 1;
        }
        at
    }

    fn predeterminers(&self, at: usize, floor: usize) -> usize {
        let mut at = at;
        while at > floor && self.is(at - 1, Class::QUANTIFIER) && !self.is(at - 1, Class::COORDINATOR) {
            at -= 1;
        }
        at
    }

    /// Where the nominal, or the mark inside a phrase, that is token `last` begins.
    fn nominal_back(&self, last: usize, at: usize, end: usize, floor: usize) -> Option<usize> {
        let class = self.doc.class(last);
        if self.is_mark(last) {
            return self.mark_back(last, at, end, floor);
        }
        let modifies =
            class.is(Class::ADVERB) && at < end && last > floor && self.is(last - 1, Class::DETERMINER);
        let possessor = class.is(Class::CLITIC) && !class.is(Class::VERB) && at < end;
        // "a part-owning firm", "a securities filing"
        let gerund = class.is(Class::GERUND)
            && (at < end && last > floor && self.glued(at - 1)
                || at == end && SOURCE_NOUNS.has(self.doc.word(last)));
        (class.is_nominal() || class.is(Class::QUANTIFIER) && at < end || modifies || possessor || gerund)
            .then_some(last)
    }

    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    /// Whether no space comes before the token.
    pub fn glued(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|t| !t.spaced)
    }

    fn opens_phrase(&self, at: usize) -> bool {
        matches!(self.of(at), "$" | "€" | "£" | "@" | "#") || self.opening(at).is_some()
    }

    fn mark_back(&self, last: usize, at: usize, end: usize, floor: usize) -> Option<usize> {
        match self.of(last) {
            ")" => Some(self.bracket_back(last, floor)).filter(|open| *open < last),
            "-" | "–" | "/" | "@" | "#" if self.glued(last + 1) => Some(last),
            "$" | "€" | "£" | "&" => Some(last),
            "%" => Some(last),
            "." if at < end && last > floor => {
                let word = self.doc.word(last - 1);
                let short = ABBREVIATIONS.get(word).is_some() || self.glued(last + 1);
                (short && self.glued(last)).then_some(last)
            }
            "’" | "'" if at < end && self.glued(last) && self.quotation_at(last).is_none() => Some(last),
            _ => {
                let quotation = self.quotation_at(last).filter(|q| q.tokens.end == last + 1 && q.closed)?;
                let short = quotation.tokens.len() <= 10 && !self.is_utterance(quotation);
                (short && at < end && quotation.tokens.start >= floor).then_some(quotation.tokens.start)
            }
        }
    }

    /// What joins the phrase that begins at `at` to one before it: the place where that one ends.
    fn attachment_back(&self, at: usize, floor: usize, listed: &mut bool) -> Option<usize> {
        let joint = at.checked_sub(1).filter(|j| *j > floor)?;
        let class = self.doc.class(joint);
        let before = self.doc.class(joint - 1);
        if self.is_time(joint - 1) && !before.is(Class::VERB) {
            return class.is(Class::PREPOSITION).then(|| self.head_of_dated(joint, floor)).flatten();
        }
        if class.is(Class::PREPOSITION) && !(class.is(Class::RELATIVE) || self.is_time(at)) {
            return self.head_of_preposition(joint, floor);
        }
        if class.is(Class::COORDINATOR) && self.of(joint) != "but" {
            let clause = self.has_finite(self.clause_start(joint, floor)..joint);
            let joins = before.is_nominal() || before.is(Class::PRONOUN) || self.before(joint) == ",";
            *listed = joins && !clause && !self.is_mark_other(joint - 1);
            let end = if self.before(joint) == "," { joint - 1 } else { joint };
            return (*listed && end > floor).then_some(end);
        }
        if *listed && self.of(joint) == "," && before.is_nominal() && !self.is_mark(joint - 1) {
            // "In fact, A and B": what a preposition fronts is no member of the list.
            let item = self.base_back(joint, floor, false);
            let fronted = item == floor + 1 && self.is(floor, Class::PREPOSITION);
            // "Shells fell on Kabul, police and witnesses said": nor what belongs to the clause before.
            let reported = self.has_finite(floor..item);
            return (!fronted && !reported).then_some(joint);
        }
        self.head_of_reduced(joint, floor)
            .or_else(|| class.is(Class::FINITE).then(|| self.head_of_relative(joint, floor)).flatten())
    }

    /// Where the clause that ends at `end` begins, as far as it matters to a list of speakers: behind the last comma, since
    /// "people were killed on Monday, police and witnesses said".
    fn clause_start(&self, end: usize, floor: usize) -> usize {
        let near = floor.max(end.saturating_sub(25));
        (near..end.saturating_sub(1)).rev().find(|at| self.of(*at) == ",").map_or(near, |comma| comma + 1)
    }

    /// "the study | documenting losses", "the letter | sent to staff": the noun before a participle. A past participle
    /// has no object, else it is a verb: "the clerk said the judge".
    fn head_of_reduced(&self, joint: usize, floor: usize) -> Option<usize> {
        let class = self.doc.class(joint);
        let passive = class.is(Class::PAST | Class::PARTICIPLE)
            && (self.is(joint + 1, Class::PREPOSITION | Class::ADVERB) || self.is_time(joint + 1));
        let participle = class.is(Class::VERB) && (passive || class.is(Class::GERUND));
        let noun = joint.checked_sub(1).filter(|n| *n >= floor)?;
        let head = self.doc.class(noun).is_nominal() && !self.is_mark(noun) && !self.is_time(noun);
        (participle && head).then_some(joint)
    }

    /// "the study | published on Monday by": a participle with its time.
    fn head_of_dated(&self, joint: usize, floor: usize) -> Option<usize> {
        let last = (floor..joint).rev().find(|at| !self.is_time(*at))?;
        let verb = last - usize::from(self.is(last, Class::PREPOSITION) && last > floor);
        let noun = verb.checked_sub(1).filter(|n| *n >= floor)?;
        let participle = self.is(verb, Class::PAST | Class::PARTICIPLE) && self.is(verb, Class::VERB);
        (participle && self.doc.class(noun).is_nominal() && !self.is_mark(noun)).then_some(verb)
    }

    fn is_mark_other(&self, at: usize) -> bool {
        self.is_mark(at) && !matches!(self.of(at), "," | ")" | "’" | "'")
    }

    /// The end of the noun phrase that a preposition hangs on: "the head | of", "people familiar | with", "a man held | in".
    fn head_of_preposition(&self, joint: usize, floor: usize) -> Option<usize> {
        let before = self.doc.class(joint - 1);
        if before.is_nominal() && (!self.is_mark(joint - 1) || self.of(joint - 1) == ")") {
            return Some(joint);
        }
        let counts = before.is(Class::QUANTIFIER) || matches!(self.doc.word(joint - 1).text(), "one");
        if counts && self.of(joint) == "of" {
            return Some(joint);
        }
        // "research carried out by"
        let particle = before.is(Class::PREPOSITION | Class::ADVERB) && joint > floor + 2;
        let verb = joint - 1 - usize::from(particle && self.is(joint - 2, Class::PAST | Class::PARTICIPLE));
        let form = self.doc.class(verb);
        let participle = form.is(Class::PAST | Class::PARTICIPLE | Class::GERUND) && form.is(Class::VERB);
        let noun = verb.checked_sub(1).filter(|n| *n >= floor)?;
        // "a report ordered by the council and seen by the Herald"
        if self.is(noun, Class::COORDINATOR) && participle {
            let near = floor..noun;
            let first = near.rev().skip(1).find(|at| {
                self.is(*at, Class::PAST | Class::PARTICIPLE) && self.is(at + 1, Class::PREPOSITION)
            });
            return first.and_then(|participle| self.head_of_preposition(participle + 1, floor));
        }
        let head = self.doc.class(noun);
        // "Munro said in a video": a person is not told of by a bare participle.
        if self.name_at(noun).is_some_and(|(e, _)| e.kind == EntityType::Person) {
            return None;
        }
        // "sources close to the talks": no verb, since the verb is still to come.
        let close = before.is(Class::BASE | Class::ADVERB) && self.of(joint - 1) == "close";
        let reduced =
            (participle || close) && (head.is_nominal() || head.is(Class::QUANTIFIER)) && !self.is_mark(noun);
        reduced.then_some(verb)
    }

    /// "the man who runs the firm": from the verb of a relative clause back to its antecedent.
    fn head_of_relative(&self, verb: usize, floor: usize) -> Option<usize> {
        let relative = (floor.max(verb.saturating_sub(8))..verb)
            .rev()
            .find(|at| self.is(*at, Class::RELATIVE) && !self.is(*at, Class::SUBORDINATOR))?;
        let end = if self.before(relative) == "," { relative - 1 } else { relative };
        let head = end.checked_sub(1).filter(|h| *h >= floor)?;
        self.doc.class(head).is_nominal().then_some(end)
    }

    /// A conjunction or an adverb at the front is no part of the phrase.
    fn drop_leading(&self, at: usize, end: usize) -> usize {
        let mut at = at;
        while at < end && self.is(at, Class::COORDINATOR | Class::PREPOSITION) && self.of(at) != "both" {
            at += 1;
        }
        // "noted that Smith": the conjunction, not the demonstrative.
        let conjoins = self.of(at) == "that" && at + 1 < end && self.doc.is_capital(at + 1);
        at + usize::from(conjoins)
    }
}
