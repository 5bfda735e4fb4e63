//! Constructions: for each cue, the ways in which source and content can stand around it, tried in turn.

use super::AttributionType;
use super::content::Marker;
use super::cue::{self, Cue, Part};
use super::page::Page;
use crate::entity::EntityType;
use crate::lexicon::{CUE_NOUNS, SOURCE_NOUNS};
use crate::text::{Class, Quotation};
use std::ops::Range;

/// An attribution in tokens, before its source is known by name.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The rule that found it.
    pub rule: &'static str,
    /// Speech or thought.
    pub kind: AttributionType,
    /// The pieces of the content.
    pub content: Vec<Range<usize>>,
    /// The cue.
    pub cue: Option<Range<usize>>,
    /// The source.
    pub source: Option<Range<usize>>,
    /// Whether the act is negated.
    pub negated: bool,
}

/// What surrounds a cue.
pub(super) struct Site<'p, 'a, 't> {
    pub page: &'p Page<'a, 't>,
    pub cue: Cue,
    pub floor: usize,
    pub ceiling: usize,
}

/// The attribution that the cue makes, if any.
pub fn build(page: &Page, cue: Cue) -> Option<Draft> {
    let site = Site { page, cue, floor: page.floor(cue.group), ceiling: page.ceiling(cue.start) };
    match cue.part {
        Part::AccordingTo => site.according_to(),
        Part::Noun => site.noun(),
        Part::Adjective => site.adjective(),
        Part::Verb if cue.passive => site.passive(),
        Part::Verb => site.verb(),
    }
}

/// A cue whose content the next sentence may bring.
pub fn waiting(page: &Page, cue: Cue) -> Option<Draft> {
    Site { page, cue, floor: page.floor(cue.group), ceiling: page.ceiling(cue.start) }.waiting()
}

impl Site<'_, '_, '_> {
    pub(super) fn draft(
        &self,
        rule: &'static str,
        source: Option<Range<usize>>,
        content: Vec<Range<usize>>,
    ) -> Option<Draft> {
        let content: Vec<_> = content.into_iter().filter(|piece| !piece.is_empty()).collect();
        (!content.is_empty()).then(|| Draft {
            rule,
            kind: self.cue.kind(),
            content,
            cue: Some(self.cue.tokens()),
            source,
            negated: self.cue.negated,
        })
    }

    fn verb(&self) -> Option<Draft> {
        let subject = self.subject();
        // "…, told Reuters": what follows such a verb is the hearer.
        let comma = self.page.before(self.cue.group) == "," && !self.cue.takes("person");
        if (subject.is_none() || comma || self.page.quotation_before(self.cue.group).is_some())
            && let Some(draft) = self.inverted()
        {
            return Some(draft);
        }
        if self.is_as_put(subject.as_ref()) {
            return self.as_put(subject);
        }
        if let Some(subject) = subject.clone()
            && let Some(draft) = self.after_quotation(subject)
        {
            return Some(draft);
        }
        if let Some(draft) = subject.clone().and_then(|subject| self.relative(subject)) {
            return Some(draft);
        }
        let subject = subject.or_else(|| self.shared_subject());
        self.object_frames(subject.clone())
            .or_else(|| self.following(subject.clone()))
            .or_else(|| self.inserted(subject))
    }

    /// The noun phrase right before the verb group.
    fn subject(&self) -> Option<Range<usize>> {
        let page = self.page;
        if self.cue.group <= self.floor {
            return None;
        }
        let before = page.doc.class(self.cue.group - 1);
        let noun = before.is(Class::GERUND) && SOURCE_NOUNS.has(page.doc.word(self.cue.group - 1));
        let joint = before.is(Class::COORDINATOR | Class::PREPOSITION | Class::VERB) && !noun;
        if joint && !before.is(Class::PRONOUN) {
            return None;
        }
        if before.is(Class::RELATIVE) && !before.is(Class::PRONOUN | Class::SUBORDINATOR)
            || page.before(self.cue.group) == "that"
        {
            return self.antecedent();
        }
        let found = page.phrase_before(self.cue.group, self.floor)?;
        // ", adding that": a participle after a comma has the subject of its clause.
        let participle = self.cue.is_gerund() && page.before(self.cue.group) == ",";
        let dummy = self.is_dummy(&found) && page.before(self.cue.start) == "to";
        // "Munro said in a video posted there": a clause of its own.
        let tells = |at: usize| cue::at(page, at).is_some_and(|c| c.takes("quote") && !c.passive);
        let clause = found.clone().any(|at| page.is(at, Class::FINITE) && tells(at))
            && !found.clone().any(|at| page.is(at, Class::RELATIVE) || page.opening(at).is_some());
        let fits = !participle && !dummy && !clause && self.can_speak(found.clone());
        fits.then(|| self.without_antecedent(found))
    }

    /// "a move manager Ann Lee called": the person alone, since a person has no such article.
    fn without_antecedent(&self, found: Range<usize>) -> Range<usize> {
        let page = self.page;
        let Some((entity, name)) = page.name_at(found.end - 1) else { return found };
        let article = page.is(found.start, Class::DETERMINER) && matches!(page.of(found.start), "a" | "an");
        let person = entity.kind == EntityType::Person && article && self.cue.takes("label");
        let mut start = name.start;
        while person && start > found.start + 2 && SOURCE_NOUNS.has(page.doc.word(start - 1)) {
            start -= 1;
        }
        if person { start..found.end } else { found }
    }

    /// Times and bare marks are no subjects.
    fn can_speak(&self, phrase: Range<usize>) -> bool {
        !phrase.clone().all(|at| self.page.is_time(at))
    }

    /// "Smith, who said": the phrase before the relative pronoun.
    fn antecedent(&self) -> Option<Range<usize>> {
        let page = self.page;
        let relative = self.cue.group - 1;
        let end = if page.before(relative) == "," { relative - 1 } else { relative };
        let head = page.phrase_before(end, self.floor)?;
        Some(head.start..relative + 1)
    }

    /// The subject of the clause for a participle or a coordinated verb: ", adding that", "and said".
    fn shared_subject(&self) -> Option<Range<usize>> {
        let page = self.page;
        let from = self.cue.group.saturating_sub(60).max(page.sentence(self.cue.group).start);
        let before = self.cue.group.checked_sub(1)?;
        let joined = self.cue.is_gerund()
            && page.is(before, Class::PREPOSITION | Class::SUBORDINATOR)
            && !page.is(before, Class::COMPLEMENTIZER)
            || page.is(before, Class::COORDINATOR)
            || page.before(self.cue.group) == ","
            // “a nothingburger,” noting that
            || self.cue.is_gerund()
                && page.quotation_before(self.cue.group).is_some()
                && page.before(before) == ","
            || page.before(self.cue.group) == ";" && page.is_line(self.cue.group);
        if !joined {
            return None;
        }
        let around = page.quotation_at(self.cue.group).map(|q| q.tokens.start);
        let finite = |from: usize, around: Option<usize>| {
            let inside = |at: &usize| page.quotation_at(*at).map(|q| q.tokens.start) == around;
            (from..self.cue.group)
                .filter(|at| page.is(*at, Class::FINITE) && inside(at))
                .find(|at| !page.is(at.saturating_sub(1), Class::RELATIVE))
        };
        let first = finite(from, around).or_else(|| finite(from, None))?;
        // "Asked whether he would run, Smith laughed and said": behind the clause at the front.
        let fronted = page.is(from, Class::PAST | Class::PARTICIPLE | Class::GERUND | Class::SUBORDINATOR);
        let comma = page.comma_after(first, self.cue.group);
        let behind = fronted.then(|| finite(comma, around)).flatten();
        let from = if behind.is_some() { comma + 1 } else { from };
        let verb = behind.unwrap_or(first);
        let mut group = verb;
        while group > from && page.is(group - 1, Class::ADVERB) {
            group -= 1;
        }
        let inverted = || page.phrase_after(verb + 1, self.cue.group);
        page.phrase_before(group, page.floor(group).max(from)).or_else(inverted)
    }

    /// A source and its cue at the end of a sentence, the quotation still to come: "X issued a statement."
    fn waiting(&self) -> Option<Draft> {
        let page = self.page;
        let told = self.cue.part == Part::Verb
            && self.cue.takes("quote")
            && !self.cue.passive
            && self.cue.kind() == AttributionType::Speech
            && page.quotation_at(self.cue.start).is_none();
        let end = self.tail(self.cue.end);
        if !told || !(page.is_end(end, self.ceiling) || page.of(end) == ":") {
            return None;
        }
        let source = self.subject().filter(|s| page.can_speak(s))?;
        Some(Draft {
            rule: "attribution/cue-before",
            kind: self.cue.kind(),
            content: Vec::new(),
            cue: Some(self.cue.tokens()),
            source: Some(source),
            negated: self.cue.negated,
        })
    }

    /// “…,” said X
    fn inverted(&self) -> Option<Draft> {
        let page = self.page;
        // "he said, aides have begun": an auxiliary has its subject before it.
        let helped = (self.cue.group..self.cue.start).any(|at| page.is(at, Class::AUXILIARY));
        if helped || self.cue.entry.form() == 'g' || !self.cue.takes("quote") && !self.cue.takes("clause") {
            return None;
        }
        let source = page.phrase_after(self.cue.end, self.ceiling)?;
        if let Some(q) = self.quotation_ending(self.cue.group) {
            let content = vec![self.with_lead_in(q)];
            return self.draft("attribution/quote-verb-source", Some(source), content);
        }
        // C, said X.
        let comma = page.before(self.cue.group) == ",";
        let ends = page.is_end(source.end, self.ceiling)
            || page.of(source.end) == ","
            || page.is_time(source.end)
            || page.is(source.end, Class::PREPOSITION);
        let told = comma
            && ends
            && page.can_speak(&source)
            && self.cue.takes("quote")
            && self.cue.kind() == AttributionType::Speech;
        let start = self.sentence_front();
        let front = start..page.trim(start, self.cue.group);
        let after = self.rest_after(source.end, &front);
        let whole = page.is_clause(start, self.cue.group) || !front.is_empty() && !after.is_empty();
        if !told || !whole {
            return None;
        }
        self.draft("attribution/clause-verb-source", Some(source), vec![front, after])
    }

    /// A quotation that ends right before the place, in this sentence or with a mark of its own in the one before.
    fn quotation_ending(&self, at: usize) -> Option<&'_ Quotation> {
        let page = self.page;
        if page.quotation_at(self.cue.start).is_some() {
            return None;
        }
        let q = page.quotation_before(at)?;
        let sentence = page.sentence(self.cue.start);
        let inside = q.tokens.end > sentence.start;
        let asks = matches!(page.before(q.tokens.end - 1), "?" | "!" | "…" | "—" | "-");
        (inside || asks || self.is_last()).then_some(q)
    }

    /// Whether nothing but adverbials follows the cue.
    fn is_last(&self) -> bool {
        self.page.is_end(self.cue.end, self.ceiling)
    }

    /// The quotation, and what leads into it where it is only the end of a statement: “The sites fell to a “massive
    /// attack,” he said”.
    pub(super) fn with_lead_in(&self, q: &Quotation) -> Range<usize> {
        let page = self.page;
        let start = page.sentence(q.tokens.start).start;
        let whole = q.tokens.start;
        let front = if whole > start { page.floor(whole - 1) } else { whole };
        if front >= whole || page.of(whole - 1) == ":" || page.of(whole - 1) == "," && self.is_statement(q) {
            return whole..q.tokens.end;
        }
        let continues = page.has_finite(front..whole) || !self.is_statement(q);
        if continues && !self.is_statement(q) {
            self.front(front, whole)..q.tokens.end
        } else {
            whole..q.tokens.end
        }
    }

    /// A quotation that says something by itself: a subject or question word, and a verb.
    fn is_statement(&self, q: &Quotation) -> bool {
        let page = self.page;
        let first = q.tokens.start + 1;
        let class = page.doc.class(first);
        let subject = class.is(Class::SUBJECT | Class::RELATIVE | Class::PRONOUN | Class::DETERMINER)
            || page.doc.is_capital(first);
        let joint = page.doc.class(q.tokens.start.saturating_sub(1));
        subject
            && page.has_finite(q.tokens.clone())
            && !joint.is(Class::PREPOSITION | Class::BE | Class::DETERMINER)
            || page.has_finite(q.tokens.clone()) && page.is(first, Class::RELATIVE)
    }

    /// The front of the sentence, or of the clause after the last mark.
    fn sentence_front(&self) -> usize {
        let page = self.page;
        let floor = page.floor(self.cue.group);
        self.front(floor, self.cue.group)
    }

    fn front(&self, floor: usize, end: usize) -> usize {
        let page = self.page;
        let mut at = floor;
        while at < end && (page.is(at, Class::COORDINATOR) || page.of(at) == ",") {
            at += 1;
        }
        at
    }

    /// “…,” X said
    fn after_quotation(&self, subject: Range<usize>) -> Option<Draft> {
        if !self.cue.takes("quote") && !self.cue.takes("clause") && !self.cue.takes("that") {
            return None;
        }
        // "“…” She declined to comment.": nothing was said.
        if self.cue.negated && self.is_last() {
            return None;
        }
        let q = self.quotation_ending(subject.start)?;
        let page = self.page;
        // `The "Today" programme said …`: a name in marks is part of the subject or of what precedes it.
        let utterance = (page.is_utterance(q) || page.before(subject.start) == ",") && !page.is_title(q);
        let lead = page.lead(&self.cue, self.ceiling);
        let own = lead.marker == Marker::Complementizer
            || lead.marker == Marker::Bare
                && self.takes_bare(lead)
                && !page.is(lead.start, Class::PREPOSITION | Class::ADVERB)
                && page.is_clause(lead.start, self.ceiling);
        if !utterance || own {
            return None;
        }
        self.draft("attribution/quote-source-verb", Some(subject), vec![self.with_lead_in(q)])
    }

    /// "The plan, which critics say is too costly": what the relative clause says of its antecedent.
    fn relative(&self, subject: Range<usize>) -> Option<Draft> {
        let page = self.page;
        let relative = subject.start.checked_sub(1).filter(|r| page.is(*r, Class::RELATIVE))?;
        let gap =
            page.is(self.cue.end, Class::FINITE) && (self.cue.takes("clause") || self.cue.takes("quote"));
        let aside = page.before(relative) == ",";
        let end = relative - usize::from(aside);
        let antecedent = page.phrase_before(end, page.floor(end)).filter(|_| gap)?;
        let reach = page.second_verb(self.cue.end, self.ceiling);
        let reach = if aside { page.comma_after(self.cue.end, reach) } else { reach };
        let end = page.content_end(self.cue.end, reach, Part::Verb);
        self.draft("attribution/relative", Some(subject), vec![antecedent, self.cue.end..end])
    }

    /// C, X said. And: C1, X said, C2.
    fn inserted(&self, subject: Option<Range<usize>>) -> Option<Draft> {
        let page = self.page;
        let subject = subject?;
        // "Smith, who said", ", a claim economists have questioned"
        let relative = page.is(subject.end - 1, Class::RELATIVE) && subject.len() > 1
            || page.is(subject.start, Class::DETERMINER) && CUE_NOUNS.has(page.doc.word(subject.start + 1));
        // "bombs and small arms related to it", "a group, known as": no speaker, no verb.
        let participle = matches!(self.cue.entry.form(), 'd' | 'n');
        let verb = !participle || page.is(self.cue.start, Class::FINITE) || self.cue.group < self.cue.start;
        let speaks =
            page.is(subject.start, Class::DETERMINER | Class::POSSESSIVE) || page.can_speak(&subject);
        let reports = self.cue.takes("clause") || self.cue.takes("quote") && self.cue.takes("that");
        let told = reports && verb && speaks && !relative;
        let start = self.front(page.floor(subject.start), subject.start);
        let comma = page.before(subject.start) == ",";
        if !told || !comma || subject.start <= start + 1 {
            return None;
        }
        let tail = self.tail(self.cue.end);
        let ends = page.is_end(tail, self.ceiling);
        let goes_on = page.of(tail) == "," && tail + 1 < self.ceiling;
        let before = start..page.trim(start, subject.start);
        if ends && (page.has_finite(before.clone()) || page.is_line(subject.start)) {
            return self.draft("attribution/clause-source-verb", Some(subject), vec![before]);
        }
        let fronted = page.is(start, Class::SUBORDINATOR | Class::PREPOSITION);
        let whole = !fronted
            || page.is_clause(tail + 1, self.ceiling)
                && !before.clone().any(|at| {
                    SOURCE_NOUNS.get(page.doc.word(at)).is_some_and(|e| e.get("class") == "document")
                });
        if goes_on && whole {
            // "C, officials said, as talks went on": the writer again.
            let turns = matches!(page.of(tail + 1), "as" | "with" | "after" | "while" | "amid");
            if turns && page.has_finite(before.clone()) {
                return self.draft("attribution/clause-source-verb", Some(subject), vec![before]);
            }
            let after = tail + 1..page.content_end(tail + 1, self.ceiling, Part::Verb);
            let whole = page.has_finite(before.clone()) || page.has_finite(after.clone());
            return whole.then(|| self.draft("attribution/inserted", Some(subject), vec![before, after]))?;
        }
        None
    }

    /// Behind the time, place and manner that follow a cue at the end: "said on Friday in a statement".
    fn tail(&self, at: usize) -> usize {
        let page = self.page;
        let mut at = at;
        while at < self.ceiling {
            let class = page.doc.class(at);
            if page.is_time(at) || class.is(Class::ADVERB) && !class.is(Class::PREPOSITION) {
                at += 1;
            } else if class.is(Class::PREPOSITION | Class::GERUND) {
                match page.phrase_after(at + 1, self.ceiling) {
                    Some(phrase) => at = phrase.end,
                    None => return at,
                }
            } else if self.cue.takes("person") && at == self.cue.end {
                match page.phrase_after(at, self.ceiling) {
                    Some(phrase) => at = phrase.end,
                    None => return at,
                }
            } else {
                return at;
            }
        }
        at
    }

    /// "The plan, say economists, marks a change": what goes on behind the comma, where it has the verb.
    fn rest_after(&self, at: usize, front: &Range<usize>) -> Range<usize> {
        let page = self.page;
        if page.of(at) != "," {
            return at..at;
        }
        let rest = at + 1..page.content_end(at + 1, self.ceiling, Part::Verb);
        let verb = page.is(rest.start, Class::THIRD | Class::BASE) && !page.has_finite(front.clone());
        let inserted = (verb || page.has_finite(rest.clone()))
            && !page
                .is(rest.start, Class::RELATIVE | Class::COORDINATOR | Class::SUBORDINATOR | Class::GERUND);
        if inserted { rest } else { at..at }
    }
}
