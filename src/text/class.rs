//! What each token can be grammatically: by word list and shape, and for verbs by their neighbours.
//!
//! Not a tagger: a word may keep several classes. What it decides is where the verbs are, since clauses, sources and
//! scopes hang on them; whatever is neither a function word nor a verb counts as part of a noun phrase.

use super::Document;
use super::token::TokenKind;
use crate::lexicon::{CUES, GRAMMAR, NUMBER_WORDS, VERBS, Word};
use std::ops::BitOr;
use std::sync::OnceLock;

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u32);

macro_rules! classes {
    ($($(#[doc = $doc:literal])+ $name:ident = $bit:literal $text:literal;)+) => {
        impl Class {
            $($(#[doc = $doc])+ pub const $name: Class = Class(1 << $bit);)+
        }
        /// The names that the lists use.
        const NAMES: &[(&str, Class)] = &[$(($text, Class::$name)),+];
    };
}

classes! {
    /// "the", "some"
    DETERMINER = 0 "determiner";
    /// "many" as a noun phrase of its own.
    QUANTIFIER = 1 "quantifier";
    /// "her", "its"
    POSSESSIVE = 2 "possessive";
    /// "he"
    SUBJECT = 3 "subject";
    /// "him"
    OBJECT = 4 "object";
    /// "it", "those"
    PRONOUN = 5 "pronoun";
    /// "who", "where"
    RELATIVE = 6 "relative";
    /// "that", "whether"
    COMPLEMENTIZER = 7 "complementizer";
    /// "of", "to"
    PREPOSITION = 8 "preposition";
    /// "and"
    COORDINATOR = 9 "coordinator";
    /// "although"
    SUBORDINATOR = 10 "subordinator";
    /// Forms of "be".
    BE = 11 "be";
    /// Forms of "have".
    HAVE = 12 "have";
    /// Forms of "do".
    DO = 13 "do";
    /// "will", "could"
    MODAL = 14 "modal";
    /// "not"
    NEGATION = 15 "negation";
    /// "also", "repeatedly"
    ADVERB = 16 "adverb";
    /// "'s", "n't"
    CLITIC = 17 "clitic";
    /// A verb's base form, whatever it is here.
    BASE = 18 "base";
    /// A verb's form in -s.
    THIRD = 19 "third";
    /// A verb's past form, which may be its participle too.
    PAST = 20 "past";
    /// A past participle that is no past form.
    PARTICIPLE = 21 "participle";
    /// A form in -ing.
    GERUND = 22 "gerund";
    /// The verb form is as often a noun.
    NOUN = 23 "noun";
    /// Here it is a verb, finite or not.
    VERB = 24 "verb";
    /// Here it is a finite verb: a clause has a subject and says something.
    FINITE = 25 "finite";
    /// "only", "almost": an adverb that bears on the word after it.
    DEGREE = 26 "degree";
}

impl BitOr for Class {
    type Output = Class;
    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

impl Class {
    /// Auxiliaries of every sort.
    pub const AUXILIARY: Class = Class(Class::BE.0 | Class::HAVE.0 | Class::DO.0 | Class::MODAL.0);
    /// Every form of a verb, auxiliaries aside.
    pub const VERB_FORM: Class =
        Class(Class::BASE.0 | Class::THIRD.0 | Class::PAST.0 | Class::PARTICIPLE.0 | Class::GERUND.0);
    /// What may begin a clause by itself.
    pub(super) const JOINING: Class =
        Class(Class::COORDINATOR.0 | Class::COMPLEMENTIZER.0 | Class::RELATIVE.0 | Class::SUBORDINATOR.0);
    /// What cannot stand inside a noun phrase.
    const OUTSIDE: Class = Class(
        Class::SUBJECT.0
            | Class::OBJECT.0
            | Class::PREPOSITION.0
            | Class::COORDINATOR.0
            | Class::SUBORDINATOR.0
            | Class::AUXILIARY.0
            | Class::NEGATION.0
            | Class::RELATIVE.0
            | Class::ADVERB.0
            | Class::VERB.0,
    );

    /// The union of two sets.
    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether it is any of these.
    pub fn is(self, any: Class) -> bool {
        self.0 & any.0 != 0
    }

    /// Whether it can be a noun, a name, a number or an adjective: part of a noun phrase after its determiner.
    pub fn is_nominal(self) -> bool {
        !self.is(Class::OUTSIDE | Class::DETERMINER | Class::POSSESSIVE | Class::PRONOUN | Class::CLITIC)
    }

    /// The class of this name.
    pub fn named(name: &str) -> Option<Class> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }

    fn of_names(names: &str) -> Class {
        names.split(' ').filter_map(Class::named).fold(Class::default(), |all, class| all | class)
    }
}

/// The classes of every token. Linear.
pub fn classify(doc: &Document) -> Vec<Class> {
    let table = table();
    let listed = |word: Word| table.get(word.index()).copied().unwrap_or_default();
    let mut classes: Vec<Class> = (0..doc.tokens.len())
        .map(|at| match listed(doc.word(at)) {
            class if class != Class::default() && !is_acronym(doc.of(at), class) => class,
            _ => by_shape(doc, at),
        })
        .collect();
    for at in 0..classes.len() {
        let role = Reader { doc, classes: &classes }.role(at);
        if let Some(class) = classes.get_mut(at) {
            *class = *class | role;
        }
    }
    classes
}

/// By word number; made from the lists at first use.
fn table() -> &'static [Class] {
    static TABLE: OnceLock<Vec<Class>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = vec![Class::default(); Word::count() + 1];
        let grammar = GRAMMAR.singles().map(|(word, entry)| (word, Class::of_names(entry.get("classes"))));
        let verbs = VERBS.singles().chain(CUES.singles()).map(|(word, entry)| {
            let form = match entry.form() {
                's' => Class::THIRD,
                'd' => Class::PAST,
                'i' => Class::BASE | Class::PAST,
                'n' => Class::PARTICIPLE,
                'g' => Class::GERUND,
                _ => Class::BASE,
            };
            let noun = form.is(Class::BASE | Class::THIRD) && !entry.get("noun").is_empty();
            (word, if noun { form | Class::NOUN } else { form })
        });
        for (word, class) in grammar.chain(verbs) {
            if let Some(place) = table.get_mut(word.index()) {
                *place = *place | class;
            }
        }
        table
    })
}

/// "WHO", "IT", "US": capitals that a list knows as a pronoun.
fn is_acronym(word: &str, class: Class) -> bool {
    let pronoun = class.is(Class::RELATIVE | Class::PRONOUN | Class::OBJECT);
    pronoun && word.len() > 1 && word.len() < 4 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// What the ending tells of a word that no list has.
fn by_shape(doc: &Document, at: usize) -> Class {
    let word = doc.of(at);
    if !is_word(doc, at) || !word.starts_with(char::is_lowercase) || word.len() < 5 {
        return Class::default();
    }
    match word {
        _ if word.ends_with("ly") => Class::ADVERB,
        _ if word.ends_with("ed") => Class::PAST,
        _ if word.ends_with("ing") => Class::GERUND,
        _ => Class::default(),
    }
}

fn is_word(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

struct Reader<'a> {
    doc: &'a Document<'a>,
    classes: &'a [Class],
}

impl Reader<'_> {
    fn class(&self, at: Option<usize>) -> Class {
        at.and_then(|at| self.classes.get(at)).copied().unwrap_or_default()
    }

    fn of(&self, at: usize) -> &str {
        self.doc.of(at)
    }

    /// The nearest token before `at` that is neither an adverb nor a negation.
    fn before(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(4)..at).rev().find(|i| {
            !self.class(Some(*i)).is(Class::ADVERB | Class::NEGATION)
                || self.class(Some(*i)).is(Class::SUBJECT | Class::MODAL)
        })
    }

    /// What the token is here, as far as it is a verb. Everything before it has been decided.
    fn role(&self, at: usize) -> Class {
        let class = self.class(Some(at));
        let verb = Class::VERB;
        let finite = Class::VERB | Class::FINITE;
        if class.is(Class::AUXILIARY) {
            return self.auxiliary(at, class);
        }
        if !class.is(Class::VERB_FORM) || self.is_compounded(at) {
            return Class::default();
        }
        let before = self.before(at);
        let previous = self.class(before);
        if previous.is(Class::AUXILIARY) && !self.is_possessive(before) {
            // "There are fears": after a form of "be" no verb has these forms.
            let noun = previous.is(Class::BE)
                && class.is(Class::NOUN)
                && !class.is(Class::PAST | Class::PARTICIPLE | Class::GERUND);
            return if noun { Class::default() } else { verb };
        }
        if class.is(Class::GERUND) {
            let modifies = previous.is(Class::DETERMINER | Class::POSSESSIVE) && !previous.is(Class::PRONOUN);
            return if modifies { Class::default() } else { verb };
        }
        let to = before.is_some_and(|b| self.of(b) == "to");
        match () {
            () if class.is(Class::BASE) && to => verb,
            () if class.is(Class::PAST) => self.past(at, before, previous),
            () if class.is(Class::PARTICIPLE) && !previous.is(Class::DETERMINER) => verb,
            () if class.is(Class::THIRD) && self.subject_of_third(at, before, class) => finite,
            () if class.is(Class::BASE) && self.subject_of_base(at, before, class) => finite,
            () => Class::default(),
        }
    }

    /// A number above one that no name precedes ("Flight 12 lands").
    fn counts(&self, at: usize) -> bool {
        let number =
            self.doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number) && self.of(at) != "1";
        let named = |at: usize| self.of(at).starts_with(char::is_uppercase);
        let word = NUMBER_WORDS.has(self.doc.word(at)) && self.of(at) != "one";
        (number || word) && !at.checked_sub(1).is_some_and(named)
    }

    /// "Paris-based", "state-run": behind a hyphen, unless that follows a prefix, as in "re-opened".
    fn is_compounded(&self, at: usize) -> bool {
        let glued = |at: usize| !self.doc.is_spaced(at);
        at > 1 && self.of(at - 1) == "-" && glued(at) && glued(at - 1) && self.of(at - 2).len() > 3
    }

    fn auxiliary(&self, at: usize, class: Class) -> Class {
        if class.is(Class::CLITIC) && self.is_possessive(Some(at)) {
            return Class::default();
        }
        let before = self.class(self.before(at));
        let bare = matches!(self.of(at), "be" | "been" | "being" | "having");
        let follows = before.is(Class::MODAL) || self.before(at).is_some_and(|b| self.of(b) == "to");
        if bare || follows { Class::VERB } else { Class::VERB | Class::FINITE }
    }

    /// "'s" is "is" after a pronoun, else the mark of a possessor.
    fn is_possessive(&self, at: Option<usize>) -> bool {
        let Some(at) = at else { return false };
        let clitic = self.class(Some(at));
        clitic.is(Class::CLITIC)
            && clitic.is(Class::BE)
            && clitic.is(Class::HAVE)
            && !self
                .class(at.checked_sub(1))
                .is(Class::SUBJECT | Class::PRONOUN | Class::RELATIVE | Class::ADVERB)
    }

    fn past(&self, at: usize, before: Option<usize>, previous: Class) -> Class {
        let modifies = previous.is(Class::DETERMINER | Class::POSSESSIVE | Class::PREPOSITION)
            && !previous.is(Class::PRONOUN | Class::SUBORDINATOR | Class::RELATIVE | Class::QUANTIFIER);
        // "tax cut": a noun of the same letters, unless it has a subject or an object.
        let class = self.class(Some(at));
        let noun = class.is(Class::BASE) && class.is(Class::NOUN);
        let noun = noun && !previous.is(Class::SUBJECT | Class::RELATIVE) && !self.object_follows(at);
        // "say suspected militants": behind a verb of saying, before a noun.
        let cue = before.and_then(|b| CUES.get(self.doc.word(b)));
        let told = previous.is(Class::FINITE)
            && cue.is_some_and(|e| e.has("takes", "clause"))
            && is_word(self.doc, at + 1)
            && self.class(Some(at + 1)).is_nominal();
        if modifies || noun || told || self.is_possessive(before) {
            return Class::default();
        }
        let reduced = self.of(at + 1) == "by" && !previous.is(Class::SUBJECT | Class::RELATIVE);
        let opens = before.is_none_or(|b| matches!(self.of(b), "." | "?" | "!" | ":" | ";" | "“" | "\""));
        if reduced || opens { Class::VERB } else { Class::VERB | Class::FINITE }
    }

    fn subject_of_third(&self, at: usize, before: Option<usize>, class: Class) -> bool {
        let Some(before) = before else { return false };
        let previous = self.class(Some(before));
        // "that rates will rise", "added that rents, fees and fares"
        let next = self.class(Some(at + 1));
        let listed = (self.of(at + 1) == "," || next.is(Class::COORDINATOR | Class::PREPOSITION))
            && self.of(before) == "that"
            && self.class(before.checked_sub(1)).is(Class::VERB);
        if class.is(Class::NOUN) && (listed || self.class(Some(at + 1)).is(Class::AUXILIARY)) {
            return false;
        }
        // "612 lives": one alone has a verb in -s.
        if self.counts(before) {
            return false;
        }
        if previous.is(Class::SUBJECT | Class::RELATIVE | Class::PRONOUN) {
            return !previous.is(Class::POSSESSIVE) || !class.is(Class::NOUN);
        }
        let modifies = previous.is(Class::DETERMINER | Class::POSSESSIVE | Class::PREPOSITION);
        let object = class.is(Class::NOUN) && previous.is(Class::FINITE);
        if modifies || object || self.is_possessive(Some(before)) {
            return false;
        }
        !class.is(Class::NOUN) || (is_word(self.doc, before) && self.object_follows(at))
    }

    fn subject_of_base(&self, at: usize, before: Option<usize>, class: Class) -> bool {
        let Some(before) = before else { return false };
        let previous = self.class(Some(before));
        if previous.is(Class::DETERMINER) && !previous.is(Class::QUANTIFIER) && !previous.is(Class::RELATIVE)
        {
            return false;
        }
        let word = self.of(before);
        let several = |at: usize| {
            let word = self.of(at);
            self.class(Some(at)).is_nominal() && word.ends_with('s') && !word.ends_with("ss")
                || matches!(word, "police" | "people" | "men" | "women" | "media" | "data" | "those")
        };
        let plural = several(before);
        // "Firms that wait": a relative pronoun is as its noun is.
        let relative = matches!(word, "that" | "which") && before.checked_sub(1).is_some_and(several);
        let subject = relative || matches!(word, "I" | "we" | "We" | "you" | "You" | "they" | "They" | "who");
        let quantity = previous.is(Class::QUANTIFIER);
        subject || ((plural || quantity) && (!class.is(Class::NOUN) || self.object_follows(at)))
    }

    /// Whether what follows begins an object or an adverbial rather than goes on a compound noun.
    fn object_follows(&self, at: usize) -> bool {
        let next = self.class(Some(at + 1));
        next.is(Class::DETERMINER
            | Class::POSSESSIVE
            | Class::SUBJECT
            | Class::OBJECT
            | Class::PRONOUN
            | Class::COMPLEMENTIZER
            | Class::RELATIVE)
            || matches!(self.of(at + 1), "to" | "“" | "‘" | "\"" | ":")
            || (next.is(Class::ADVERB) && !next.is(Class::PREPOSITION))
    }
}
