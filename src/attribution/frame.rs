//! Further constructions: "as X put it", objects with a predicate, passives, nouns, adjectives and "according to".

#![expect(clippy::single_range_in_vec_init, reason = "a content of one piece is meant")]

use super::construction::{Draft, Site};
use super::content::Marker;
use super::cue::Part;
use crate::entity::EntityType;
use crate::lexicon::VOICING_VERBS;
use crate::text::Class;
use std::ops::Range;

/// How long an object may be before "as", "of" or "for".
const OBJECT: usize = 20;
/// "at more than $3": how far behind "at" its number may stand.
const APPROXIMATE: usize = 6;

impl Site<'_, '_, '_> {
    /// Whether "as" stands before the subject and nothing after the verb: "as X put it".
    pub(super) fn is_as_put(&self, subject: Option<&Range<usize>>) -> bool {
        let page = self.page;
        let start = subject.map_or(self.cue.group, |s| s.start);
        let ends = page.is_end(self.cue.end, self.ceiling) || matches!(page.of(self.cue.end), "," | ":");
        page.before(start).eq_ignore_ascii_case("as") && ends
    }

    /// "As X noted, C" and "C, as X noted".
    pub(super) fn as_put(&self, subject: Option<Range<usize>>) -> Option<Draft> {
        let page = self.page;
        let subject = subject.filter(|s| page.can_speak(s))?;
        let word = subject.start - 1;
        if word == page.sentence(word).start {
            let start = self.cue.end + 1;
            if let Some(q) = page.opening(start) {
                return self.draft("attribution/as-put", Some(subject), vec![q.tokens.clone()]);
            }
            let end = page.content_end(start, self.ceiling, Part::Verb);
            return self.draft("attribution/as-put", Some(subject), vec![start..end.max(start)]);
        }
        let front = page.floor(word);
        let content = front..page.trim(front, word);
        if page.has_finite(content.clone()) {
            return self.draft("attribution/as-put", Some(subject), vec![content]);
        }
        let after = self.cue.end + usize::from(page.of(self.cue.end) == ",");
        let rest = after..page.content_end(after, self.ceiling, Part::Verb).max(after);
        (!rest.is_empty()).then(|| self.draft("attribution/as-put", Some(subject), vec![content, rest]))?
    }

    /// "called it a farce", "described her as brave", "accused them of lying", "blamed him for the fire".
    pub(super) fn object_frames(&self, subject: Option<Range<usize>>) -> Option<Draft> {
        if self.cue.takes("label")
            && let Some(draft) = self.label(subject.clone())
        {
            return Some(draft);
        }
        let subject = subject?;
        if self.cue.takes("at")
            && let Some(object) = self.estimated()
        {
            return self.draft("attribution/at", Some(subject), vec![object]);
        }
        let frames = [
            ("as", "as", "attribution/as"),
            ("of", "of", "attribution/of"),
            ("for", "for", "attribution/for"),
        ];
        frames.into_iter().find_map(|(construction, word, rule)| {
            let start = self.cue.takes(construction).then(|| self.behind(word))??;
            let end = self.page.content_end(start, self.clause_ceiling(&subject, start), Part::Verb);
            self.draft(rule, Some(subject.clone()), vec![start..end])
        })
    }

    /// The place behind a preposition that follows the object.
    fn behind(&self, word: &str) -> Option<usize> {
        let page = self.page;
        let from = self.cue.end;
        let mut at = from;
        while at < self.ceiling.min(from + OBJECT) {
            if let Some(q) = page.opening(at) {
                at = q.tokens.end;
                continue;
            }
            let gap = word == "for" && page.is(at + 1, Class::GERUND);
            let inside = (from..at).any(|i| !page.is(i, Class::ADVERB)) || self.cue.passive || gap;
            if page.of(at) == word && inside && self.is_object(from..at, word) {
                let comma = usize::from(page.of(at + 1) == ",");
                return Some(at + 1 + comma);
            }
            if page.is(at, Class::FINITE) || matches!(page.of(at), "," | ";") {
                return None;
            }
            at += 1;
        }
        None
    }

    /// "put the toll at 31": an object, and a number for it.
    fn estimated(&self) -> Option<Range<usize>> {
        let page = self.page;
        let start = self.cue.end;
        let object = start..self.ceiling.min(start + OBJECT);
        let outside = |at: &usize| page.is(*at, Class::FINITE) || matches!(page.of(*at), "at" | "," | ";");
        let end = object.clone().find(outside).filter(|at| page.of(*at) == "at")?;
        let value = end + 1..self.ceiling.min(end + APPROXIMATE);
        let number = value.take_while(|at| page.of(*at) != ",").find(|at| page.is_number(*at));
        let exact = number.is_some_and(|at| !page.is_time(at));
        let noun =
            page.is(start, Class::DETERMINER | Class::POSSESSIVE) && page.doc.class(end - 1).is_nominal();
        (noun && exact).then(|| start..self.predicate_end(start))
    }

    /// "as" and "for" come after the object; "of" may be part of it: "the head of the firm of fraud" does not occur.
    fn is_object(&self, object: Range<usize>, word: &str) -> bool {
        let to = self.page.of(object.start) == "to" && self.cue.entry.lemma() == "refer";
        object.is_empty()
            || to
            || word != "of"
            || self.page.is(object.start, Class::OBJECT | Class::PRONOUN)
            || self.page.is(object.end + 1, Class::GERUND)
            || self.page.name_at(object.end - 1).is_some()
            || object.len() < 6
    }

    fn label(&self, subject: Option<Range<usize>>) -> Option<Draft> {
        let page = self.page;
        let object = page.base_after(self.cue.end, self.ceiling);
        let quoted = page.opening(self.cue.end);
        if let Some(q) = quoted {
            // "what he called “…”", not "a user labelled “…”".
            // and "a charge Ann Lee called “…”"
            let pronoun = subject.as_ref().is_some_and(|s| {
                let relative = page.doc.class(s.start.saturating_sub(1)).is_nominal() && s.start > self.floor;
                page.is(s.start, Class::SUBJECT) || page.before(s.start) == "what" || relative
            });
            if !pronoun {
                return None;
            }
            let whole = q.tokens.start..self.predicate_end(q.tokens.start).max(q.tokens.end);
            return self.draft("attribution/label", subject, vec![whole]);
        }
        let object = object?;
        // ", which he called a disgrace,"
        let relative = |s: &Range<usize>| page.is(s.start.wrapping_sub(1), Class::RELATIVE);
        let article = matches!(page.of(self.cue.end), "a" | "an");
        if let Some(source) = subject.clone().filter(|s| article && relative(s)) {
            let end = page.comma_after(self.cue.end, self.predicate_end(self.cue.end));
            return self.draft("attribution/label", Some(source), vec![self.cue.end..end]);
        }
        let start = self.behind_object(object)?;
        let class = page.doc.class(start);
        let name = page.doc.is_capital(start) && page.of(object) != ":";
        let fits =
            page.opening(start).is_some() || class.is(Class::DETERMINER) || class.is_nominal() && !name;
        let source = subject?;
        fits.then(|| self.draft("attribution/label", Some(source), vec![start..self.predicate_end(start)]))?
    }

    /// Where the label begins: behind a pronoun or name, before an article or a quotation.
    fn behind_object(&self, object: usize) -> Option<usize> {
        let page = self.page;
        let quotation = (object..self.ceiling.min(object + 2 * OBJECT))
            .take_while(|at| !page.is(*at, Class::FINITE) && !matches!(page.of(*at), ";" | "."))
            .find(|at| page.opening(*at).is_some());
        if quotation.is_some() {
            return quotation;
        }
        for at in object..self.ceiling.min(object + OBJECT) {
            let label = page.opening(at).is_some()
                || page.is(at, Class::DETERMINER)
                    && matches!(page.of(at), "a" | "an" | "the")
                    && !page.is(at - 1, Class::PREPOSITION | Class::VERB | Class::COORDINATOR)
                || at == object
                    && page.is(at - 1, Class::OBJECT | Class::PRONOUN)
                    && page.doc.class(at).is_nominal();
            if label {
                return Some(at);
            }
            if page.of(at) == ":" {
                return Some(at + 1);
            }
            let holds = page.is(
                at,
                Class::PREPOSITION | Class::DETERMINER | Class::GERUND | Class::POSSESSIVE | Class::CLITIC,
            ) || page.doc.class(at).is_nominal();
            if !holds || matches!(page.of(at), "," | "." | ";") {
                return None;
            }
        }
        None
    }

    fn predicate_end(&self, start: usize) -> usize {
        self.page.content_end(start, self.ceiling, Part::Verb)
    }

    /// "was quoted as saying", "is said to", "was accused of", "was told that", "it was reported that".
    pub(super) fn passive(&self) -> Option<Draft> {
        let page = self.page;
        let subject = page.phrase_before(self.cue.group, self.floor);
        if let Some(draft) = subject.clone().and_then(|subject| self.told_last(subject)) {
            return Some(draft);
        }
        if self.cue.takes("saying") {
            let lead = page.lead(&self.cue, self.ceiling);
            let end = match page.opening(lead.start) {
                Some(q) if page.is_utterance(q) => q.tokens.end,
                _ => self.predicate_end(lead.start),
            };
            return self.draft("attribution/quoted-as-saying", subject, vec![lead.start..end]);
        }
        if self.cue.takes("to-passive") && page.of(self.cue.end) == "to" {
            let subject = subject.filter(|s| !self.is_dummy(s))?;
            let content = vec![subject, self.cue.end..self.predicate_end(self.cue.end)];
            return self.draft("attribution/said-to", None, content);
        }
        let by = (page.of(self.cue.end) == "by")
            .then(|| page.phrase_after(self.cue.end + 1, self.ceiling))
            .flatten();
        let after = by.as_ref().map_or(self.cue.end, |b| b.end);
        if self.cue.takes("of") || self.cue.takes("as") {
            let word = if self.cue.takes("of") { "of" } else { "as" };
            let start = (page.of(after) == word).then_some(after + 1)?;
            // "Webb, identified by police as an heir, said": up to the comma.
            if by.is_some() && self.cue.group == self.cue.start {
                let end = page.comma_after(start, self.predicate_end(start));
                return self.draft("attribution/passive", by, vec![start..end]);
            }
            return self.passive_predicate(start, by);
        }
        let told = self.cue.takes("person") || subject.as_ref().is_some_and(|s| self.is_dummy(s));
        let lead = page.lead(&crate::attribution::cue::Cue { end: after, ..self.cue }, self.ceiling);
        let marked = lead.marker == Marker::Complementizer
            || told && lead.marker == Marker::Bare && page.is_clause(lead.start, self.ceiling);
        (told && marked).then(|| {
            self.draft("attribution/passive", by, vec![lead.start..self.predicate_end(lead.start)])
        })?
    }

    /// "The brakes failed, jurors were told.": who says so is left open.
    fn told_last(&self, hearer: Range<usize>) -> Option<Draft> {
        let page = self.page;
        let start = page.floor(hearer.start);
        let content = start..page.trim(start, hearer.start);
        let last = self.cue.takes("person")
            && self.cue.takes("quote")
            && page.is_end(self.cue.end, self.ceiling)
            && page.before(hearer.start) == ","
            && page.is_clause(start, hearer.start);
        last.then(|| self.draft("attribution/passive", None, vec![content]))?
    }

    /// "was described as “a farce” by the board": the source may follow the predicate.
    fn passive_predicate(&self, start: usize, by: Option<Range<usize>>) -> Option<Draft> {
        let page = self.page;
        let end = match page.opening(start) {
            Some(q) if page.is(q.tokens.end, Class::VERB | Class::PREPOSITION) => q.tokens.end,
            _ => self.predicate_end(start),
        };
        let later = (start..self.ceiling.min(end + 1)).find(|at| page.of(*at) == "by" && by.is_none());
        let agent =
            later.and_then(|at| page.phrase_after(at + 1, self.ceiling)).filter(|a| page.can_speak(a));
        let end = if agent.is_some() { later.unwrap_or(end) } else { end };
        self.draft("attribution/passive", by.or(agent), vec![start..end])
    }

    /// "it", "there"
    pub(super) fn is_dummy(&self, phrase: &Range<usize>) -> bool {
        phrase.len() == 1
            && (self.page.of(phrase.start).eq_ignore_ascii_case("it")
                || self.page.of(phrase.start).eq_ignore_ascii_case("there"))
    }

    /// "his claim that C"
    pub(super) fn noun(&self) -> Option<Draft> {
        let page = self.page;
        let start = self.cue.end + 1;
        // "his response: “…”"
        if page.of(self.cue.end) == ":" {
            let content = page.opening(start)?.tokens.clone();
            return self.draft("attribution/noun-colon", Some(self.possessor()?), vec![content]);
        }
        if page.of(self.cue.end) == "for" {
            let counted = self.cue.entry.form() == 's'
                || page.is(self.cue.start - 1, Class::POSSESSIVE | Class::CLITIC);
            let noun =
                page.doc.class(start).is_nominal() || page.is(start, Class::DETERMINER | Class::POSSESSIVE);
            let content = start..page.content_end(start, self.ceiling, Part::Noun);
            return (counted && noun)
                .then(|| self.draft("attribution/noun", self.possessor(), vec![content]))?;
        }
        if page.is(start, Class::FINITE | Class::VERB) || !page.is_clause(start, self.ceiling) {
            return None;
        }
        // "claims that they reject": a relative clause.
        let bare = page.is(start, Class::SUBJECT) && page.is(start + 1, Class::FINITE);
        if bare && page.is_end(start + 2, self.ceiling) && !page.is(start + 1, Class::AUXILIARY) {
            return None;
        }
        // "The claim that C angered them": the noun is the subject of a verb to come.
        let subject = !page.has_finite(self.floor..self.cue.start);
        let ceiling = if subject { page.second_verb(start, self.ceiling) } else { self.ceiling };
        let end = page.content_end(start, ceiling, Part::Noun);
        let owner = self.possessor().or_else(|| self.voicer());
        if owner.is_none() && self.cue.entry.has("takes", "owner") {
            return None;
        }
        self.draft("attribution/noun", owner, vec![start..end])
    }

    /// "He expressed concern that": the subject of the verb that the noun is the object of.
    fn voicer(&self) -> Option<Range<usize>> {
        let page = self.page;
        let near = self.floor.max(self.cue.start.saturating_sub(5))..self.cue.start;
        let verb = near.rev().find(|at| page.is(*at, Class::VERB))?;
        let voices = VOICING_VERBS.has(page.doc.word(verb));
        let helps = |at: &usize| page.is(*at, Class::AUXILIARY | Class::ADVERB);
        let group = (self.floor..verb).rev().take_while(helps).last().unwrap_or(verb);
        let subject = page.phrase_before(group, self.floor).filter(|s| page.can_speak(s));
        subject.filter(|_| voices)
    }

    /// "his", "the firm's" before the noun.
    fn possessor(&self) -> Option<Range<usize>> {
        let page = self.page;
        // "a UNESCO recommendation that"
        let modifier = page.name_at(self.cue.start.saturating_sub(1));
        let body = modifier.filter(|(e, _)| matches!(e.kind, EntityType::Organization | EntityType::Person));
        if let Some((_, name)) = body.filter(|(_, name)| name.start >= self.floor) {
            return Some(name);
        }
        let mut at = self.cue.start;
        while at > self.floor && page.doc.class(at - 1).is_nominal() && self.cue.start - at < 3 {
            at -= 1;
        }
        let owner = at.checked_sub(1).filter(|o| *o >= self.floor)?;
        let class = page.doc.class(owner);
        if class.is(Class::POSSESSIVE) && !class.is(Class::RELATIVE) {
            return Some(owner..at);
        }
        (class.is(Class::CLITIC) && !class.is(Class::VERB)).then(|| page.phrase_before(owner, self.floor))?
    }

    /// "X is confident that C"
    pub(super) fn adjective(&self) -> Option<Draft> {
        let page = self.page;
        let subject = page.phrase_before(self.cue.group, self.floor).filter(|s| !self.is_dummy(s))?;
        let that = page.of(self.cue.end) == "that" || page.is(self.cue.end, Class::COMPLEMENTIZER);
        let start = self.cue.end + usize::from(that);
        let fits = page.is_clause(start, self.ceiling)
            && page.of(start) != ","
            && (that || !page.is(start, Class::COORDINATOR | Class::PREPOSITION | Class::SUBORDINATOR));
        let end = page.content_end(start, self.ceiling, Part::Adjective);
        fits.then(|| self.draft("attribution/adjective", Some(subject), vec![start..end]))?
    }

    /// "According to X, C", "C, according to X", "C1, according to X, C2"; and so with "in the words of".
    pub(super) fn according_to(&self) -> Option<Draft> {
        let page = self.page;
        let mut source = page.phrase_after(self.cue.end, self.ceiling)?;
        if let Some(q) = page.quotation_before(self.cue.start).filter(|q| page.is_utterance(q)) {
            return self.draft("attribution/according-to", Some(source), vec![self.with_lead_in(q)]);
        }
        let front = self.front_of_clause();
        let fronted = front + 1 >= self.cue.start;
        // What follows a source at the front is the content, however much it looks like an apposition.
        if fronted && page.is_end(source.end, self.ceiling) {
            source.end = page.base_with_attachments(source.start, self.ceiling)?;
        }
        let comma = usize::from(page.of(source.end) == ",");
        let after = source.end + comma;
        let rule = "attribution/according-to";
        let ending = page.content_end(after, self.ceiling, Part::AccordingTo);
        if fronted {
            return self.draft(rule, Some(source), vec![self.after_insertion(after)..ending.max(after)]);
        }
        let before = front..page.trim(front, self.cue.start);
        let open =
            !page.has_finite(before.clone()) || page.is(before.end - 1, Class::FINITE | Class::PREPOSITION);
        let goes_on = comma == 1 && open && (page.has_finite(after..ending) || page.opening(after).is_some());
        let pieces = if goes_on { vec![before, after..ending] } else { vec![before] };
        self.draft(rule, Some(source), pieces)
    }

    /// "According to X, quoting Y, C": the content begins behind the participle.
    fn after_insertion(&self, start: usize) -> usize {
        let page = self.page;
        if !page.is(start, Class::GERUND) {
            return start;
        }
        (start..self.ceiling.min(start + OBJECT))
            .find(|at| page.of(*at) == ",")
            .map_or(start, |comma| comma + 1)
    }

    fn front_of_clause(&self) -> usize {
        let page = self.page;
        let mut at = page.floor(self.cue.start);
        // A complementizer right before the cue opens the content: "learned that according to X, C".
        if self.cue.start > at && page.is(self.cue.start - 1, Class::COMPLEMENTIZER) {
            return self.cue.start;
        }
        while at < self.cue.start && (page.is(at, Class::COORDINATOR) || page.of(at) == ",") {
            at += 1;
        }
        at
    }
}
