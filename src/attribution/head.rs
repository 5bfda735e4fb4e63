//! Heads: what the noun phrase of a source is about, by the noun that the rest of it hangs on.

use super::page::Page;
use crate::entity::{Entity, EntityType};
use crate::lexicon::{SOURCE_NOUNS, TITLES};
use crate::text::{Class, TokenKind};
use std::ops::Range;

/// The head of a noun phrase.
#[derive(Clone, Debug)]
pub struct Head {
    /// Where it stands.
    pub at: usize,
    /// What the list of source nouns says of it: its class, or nothing.
    pub class: &'static str,
    /// Whether it is the plural of the list's noun.
    pub plural: bool,
}

impl<'a, 't> Page<'a, 't> {
    /// The head of a phrase: its last word before a preposition, a comma, a relative or a participle.
    pub fn head(&self, tokens: Range<usize>) -> Head {
        let stops = |at: &usize| {
            *at > tokens.start
                && self.name_at(*at).is_none()
                && (self.is(*at, Class::PREPOSITION | Class::RELATIVE)
                    || self.is(*at, Class::VERB)
                    || matches!(self.of(*at), "," | "("))
        };
        let end = tokens.clone().find(stops).unwrap_or(tokens.end);
        // "people familiar with the matter", "sources close to the talks": the adjective follows its noun.
        let class_of = |at: usize| SOURCE_NOUNS.get(self.doc.word(at));
        let last = end.saturating_sub(1).max(tokens.start);
        let at = match last.checked_sub(1).filter(|before| *before >= tokens.start) {
            Some(noun) if end < tokens.end && class_of(last).is_none() && class_of(noun).is_some() => noun,
            _ => last,
        };
        let of = self.of(at + 1) == "of" && at + 2 < tokens.end;
        // "one of the guards", "some of them": what they are part of.
        if of && self.counts(at) {
            let inner = self.head(at + 2..tokens.end);
            return Head { plural: self.of(at) != "one", ..inner };
        }
        // "1010data": one word, whatever its end looks like.
        let whole = !(at > tokens.start && self.glued(at) && self.of(at - 1) != "-");
        let entry = class_of(at).filter(|_| whole);
        Head {
            at,
            class: entry.map_or("", |e| e.get("class")),
            plural: entry.is_some_and(|e| e.form() == 's' && e.lemma() != self.doc.word(at).text()),
        }
    }

    /// Whether the phrase can be a source at all: a person, a body, a document, a pronoun, a name.
    pub fn can_speak(&self, tokens: &Range<usize>) -> bool {
        let head = self.head(tokens.clone());
        !head.class.is_empty()
            || self.name_at(head.at).is_some()
            || self.doc.is_capital(head.at)
            || self.is(tokens.start, Class::SUBJECT | Class::PRONOUN | Class::QUANTIFIER)
    }

    /// Whether the phrase is one person: by name, by pronoun or by the noun for one.
    pub fn is_somebody(&self, tokens: &Range<usize>) -> bool {
        let head = self.head(tokens.clone());
        matches!(self.doc.word(tokens.start).text(), "he" | "she")
            || self.person_named(tokens.clone()).is_some()
            || matches!(head.class, "office" | "official" | "person") && !head.plural
    }

    /// Numbers and quantities, which head a phrase only where nothing else does.
    fn counts(&self, at: usize) -> bool {
        let number = self.doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
        number || self.is(at, Class::QUANTIFIER) || self.of(at).eq_ignore_ascii_case("one")
    }

    /// Whether the title "Minister of Education" ends right before the name: by a name or capital that is no office itself.
    fn ends_title(&self, name: usize, floor: usize) -> bool {
        let Some(last) = name.checked_sub(1).filter(|l| *l > floor) else { return false };
        let honorific = TITLES.get(self.doc.word(last)).is_some_and(|e| e.get("class") == "honorific");
        let last = if honorific { last - 1 } else { last };
        self.doc.is_capital(last)
            && (self.before(last) == "of"
                || !SOURCE_NOUNS.has(self.doc.word(last)) && !TITLES.has(self.doc.word(last)))
    }

    /// The person that the phrase names, not one whom it only mentions: "Smith", "Minister Smith of Leeds",
    /// "the minister, Ann Smith", but not "Smith's lawyer" or "a spokesman for Smith".
    pub fn person_named(&self, tokens: Range<usize>) -> Option<&'a Entity<'t>> {
        let mut apposed = true;
        let mut at = tokens.start;
        let head = self.head(tokens.clone());
        let speaks = matches!(head.class, "" | "office" | "official" | "person");
        while at < tokens.end {
            if let Some((entity, name)) = self.name_at(at) {
                let owned = self.is(name.end, Class::CLITIC) && name.end + 1 < tokens.end;
                // "a Trump aide", "former Trump aide Carla Dunn": the name only modifies.
                let modifies = name.end < tokens.end && SOURCE_NOUNS.has(self.doc.word(name.end));
                apposed |= speaks && self.ends_title(name.start, tokens.start);
                if entity.kind == EntityType::Person && !owned && !modifies && apposed {
                    return Some(entity);
                }
                // "the Herald, John Smith": an institution has no person for an apposition.
                if name.contains(&head.at) && entity.kind != EntityType::Person {
                    return None;
                }
                at = name.end.max(at + 1);
                continue;
            }
            match self.of(at) {
                "," => apposed = speaks,
                _ if self.is(at, Class::PREPOSITION | Class::RELATIVE | Class::VERB) => apposed = false,
                _ => {}
            }
            at += 1;
        }
        None
    }
}
