//! Cues: the verbs, nouns and adjectives that say that somebody says or thinks something.

use super::AttributionType;
use super::page::Page;
use crate::lexicon::{CUE_ADJECTIVES, CUE_NOUNS, CUES, Entry, REFUSALS};
use crate::text::Class;
use std::ops::Range;

/// What sort of word the cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// "said"
    Verb,
    /// "the claim that"
    Noun,
    /// "confident that"
    Adjective,
    /// "according to"
    AccordingTo,
}

/// A cue in the text.
#[derive(Clone, Copy)]
pub struct Cue {
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// Where its verb group begins: auxiliaries, adverbs, the verb it is the infinitive of.
    pub group: usize,
    /// What sort of word it is.
    pub part: Part,
    /// What the list says of it.
    pub entry: Entry,
    /// Whether its subject is who is spoken of.
    pub passive: bool,
    /// Whether the act is negated or refused.
    pub negated: bool,
}

impl Cue {
    /// Its tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the list gives it that construction.
    pub fn takes(&self, construction: &str) -> bool {
        self.part == Part::Verb && self.entry.has("takes", construction)
    }

    /// Speech or thought.
    pub fn kind(&self) -> AttributionType {
        let thought = self.part != Part::AccordingTo && self.entry.get("type") == "thought";
        if thought { AttributionType::Thought } else { AttributionType::Speech }
    }

    /// Whether the verb is a form in -ing without an auxiliary.
    pub fn is_gerund(&self) -> bool {
        self.part == Part::Verb && self.entry.form() == 'g' && self.group == self.start
    }
}

/// The cue that begins with the token.
pub fn at(page: &Page, at: usize) -> Option<Cue> {
    if !page.doc.word(at).begins_any(CUES.bit() | CUE_NOUNS.bit() | CUE_ADJECTIVES.bit()) {
        return None;
    }
    let ceiling = page.ceiling(at);
    verb(page, at, ceiling).or_else(|| other(page, at, ceiling))
}

fn verb(page: &Page, at: usize, ceiling: usize) -> Option<Cue> {
    let (entry, length) = page.doc.longest(&CUES, at..ceiling)?;
    let (entry, length, end) = split_verb(page, at, ceiling).unwrap_or((entry, length, at + length));
    if entry.has("takes", "source") {
        return Some(Cue {
            start: at,
            end: at + length,
            group: at,
            part: Part::AccordingTo,
            entry,
            passive: false,
            negated: false,
        });
    }
    // A capital inside a sentence: part of a name or a title.
    let named = page.doc.is_capital(at)
        && at > page.floor(at)
        && !matches!(page.before(at), "," | "." | "”" | "\"")
        && (page.name_at(at).is_some() || !page.is_line(at));
    if named || !is_verb(page, at, entry) {
        return None;
    }
    let (group, passive, negated) = group(page, at, entry);
    // "Webb, identified by police as"
    let reduced = group == at && matches!(entry.form(), 'd' | 'n') && page.of(end) == "by";
    let passive = passive || reduced && !page.is(at, Class::FINITE);
    Some(Cue { start: at, end, group, part: Part::Verb, entry, passive, negated })
}

/// "quoted him as saying": the phrase with its object inside.
fn split_verb(page: &Page, at: usize, ceiling: usize) -> Option<(Entry, usize, usize)> {
    CUES.longest(page.doc.words(at..at + 1)).filter(|(e, _)| e.has("takes", "split"))?;
    let object = page.base_after(at + 1, ceiling)?;
    let joined = page.doc.words(at..at + 1).chain(page.doc.words(object..ceiling));
    let (entry, length) = CUES.longest(joined)?;
    (length > 1).then_some((entry, length, object + length - 1))
}

/// Whether the form is a verb here and not the noun or adjective of the same letters.
fn is_verb(page: &Page, at: usize, entry: Entry) -> bool {
    // "so-called", "self-described": a part of a compound.
    if page.before(at) == "-" && page.doc.tokens.get(at).is_some_and(|t| !t.spaced) {
        return false;
    }
    let class = page.doc.class(at);
    if class.is(Class::VERB) {
        let noun = class.is(Class::GERUND) && page.is(at + 1, Class::PREPOSITION) && page.of(at + 1) == "of";
        return !noun;
    }
    // "said X": before a subject the neighbours do not tell; a past form is verb enough.
    let after_quote = page.quotation_before(at).is_some() || page.before(at) == ",";
    match entry.form() {
        'd' => {
            after_quote || !page.is(at.wrapping_sub(1), Class::DETERMINER | Class::POSSESSIVE | Class::CLITIC)
        }
        's' | 'b' | 'i' => {
            after_quote && entry.get("noun").is_empty()
                || entry.form() == 'b' && heads_clause(page, at, entry)
                || ends_frame(page, at, entry)
                || page.is_line(at)
                    && at > 0
                    && page.doc.class(at - 1).is_nominal()
                    && page.has_finite(at + 1..page.ceiling(at))
                || page.name_at(at.wrapping_sub(1)).is_some_and(|(_, name)| {
                    !page.is(name.start.wrapping_sub(1), Class::DETERMINER) || entry.get("noun").is_empty()
                }) && (entry.get("noun").is_empty()
                    || follows_verb(page, at + 1)
                    || page.is_end(at + 1, page.ceiling(at)))
        }
        _ => false,
    }
}

/// "Fire chiefs fear similar fires could spread", "Lee and his family believe oil could help": behind a plural, a name or
/// a list that begins the clause, before a clause.
fn heads_clause(page: &Page, at: usize, entry: Entry) -> bool {
    let floor = page.floor(at);
    let subject = at > floor && page.doc.class(at - 1).is_nominal();
    let listed = || (floor..at).any(|i| page.of(i) == "and");
    let sure = entry.get("noun").is_empty();
    let plural =
        subject && (page.of(at - 1).ends_with('s') || sure && (page.doc.is_capital(at - 1) || listed()));
    plural && !page.has_finite(floor..at) && page.is_clause(at + 1, page.ceiling(at))
}

/// "…, a filing shows.", "…, court records show.": behind a comma and a noun phrase, at the end.
fn ends_frame(page: &Page, at: usize, entry: Entry) -> bool {
    let subject = page.phrase_before(at, page.floor(at)).filter(|_| page.is_end(at + 1, page.ceiling(at)));
    subject.is_some_and(|s| {
        let told = entry.form() == 's' && page.is(s.start, Class::DETERMINER) || {
            let head = page.head(s.clone());
            !head.class.is_empty() && head.plural == (entry.form() == 'b')
        };
        told && page.before(s.start) == ","
    })
}

fn follows_verb(page: &Page, at: usize) -> bool {
    let opens = Class::DETERMINER | Class::COMPLEMENTIZER | Class::PRONOUN | Class::SUBJECT;
    page.is(at, opens) || page.opening(at).is_some() || page.of(at) == ":"
}

/// Reads leftward over the verb group: where it begins, whether it is passive, whether it is negated.
fn group(page: &Page, at: usize, entry: Entry) -> (usize, bool, bool) {
    let floor = page.floor(at);
    let mut start = at;
    let mut negated = false;
    let mut auxiliary = Class::default();
    while start > floor {
        let class = page.doc.class(start - 1);
        let helps = class.is(Class::AUXILIARY) && class.is(Class::VERB);
        let adverb = class.is(Class::ADVERB | Class::NEGATION)
            && !class.is(Class::DETERMINER | Class::QUANTIFIER | Class::SUBJECT | Class::PREPOSITION);
        if helps && auxiliary == Class::default() {
            auxiliary = class;
        }
        if helps || adverb {
            negated |= class.is(Class::NEGATION);
            start -= 1;
        } else if page.of(start - 1) == "to" && start > floor + 1 && start - 1 > floor {
            let Some((matrix, refuses)) = matrix(page, start - 2, floor) else { break };
            negated |= refuses;
            start = matrix;
        } else {
            break;
        }
    }
    negated |= start > floor && page.doc.word(start - 1).text() == "nobody";
    let participle = matches!(entry.form(), 'd' | 'n');
    (start, participle && auxiliary.is(Class::BE) && !auxiliary.is(Class::HAVE | Class::MODAL), negated)
}

/// The verb or adjective that an infinitive hangs on, and whether it refuses: "declined | to say", "quick | to note".
fn matrix(page: &Page, at: usize, floor: usize) -> Option<(usize, bool)> {
    let refuses = REFUSALS.has(page.doc.word(at));
    if page.is(at, Class::VERB) || refuses {
        return Some((at, refuses));
    }
    let adjective = page.doc.class(at).is_nominal() && at > floor && page.is(at - 1, Class::BE);
    adjective.then_some((at, false))
}

fn other(page: &Page, at: usize, ceiling: usize) -> Option<Cue> {
    let word = page.doc.word(at);
    let simple =
        |entry, part| Cue { start: at, end: at + 1, group: at, part, entry, passive: false, negated: false };
    if let Some(entry) = CUE_NOUNS.get(word)
        && at + 2 < ceiling
        && !page.is(at, Class::VERB)
        && entry.get("takes").split(' ').any(|joint| joint == page.of(at + 1))
    {
        return Some(simple(entry, Part::Noun));
    }
    let entry = CUE_ADJECTIVES.get(word)?;
    let mut verb = at;
    while verb > 0 && page.is(verb - 1, Class::ADVERB | Class::NEGATION) {
        verb -= 1;
    }
    let be = verb.checked_sub(1).filter(|v| page.is(*v, Class::BE) && page.is(*v, Class::VERB))?;
    let (group, _, negated) = group(page, be, entry);
    let negated = negated || (verb..at).any(|i| page.is(i, Class::NEGATION));
    Some(Cue { group, negated, ..simple(entry, Part::Adjective) })
}
