//! One sense a text: what the same words name in one article is nearly always one thing (Gale, Church and Yarowsky, "One
//! sense per discourse", 1992).

use super::EntityType;
use super::clue::{CAPITAL, Clue, FIRST, LOWER, NOT_NAME, STARTER};
use super::feature::{KEY, Reading};
use super::gazetteer::{Classes, Gazetteer, SURNAME};
use super::segment::{LABELS, LONGEST, Scores, Segment};
use crate::lexicon::NAME_HEADS;
use crate::order::{self, Keyed, Keys};
use std::ops::Range;

const PERSON: u8 = EntityType::Person.label();
const ORGANIZATION: u8 = EntityType::Organization.label();
const GROUP: u8 = EntityType::Group.label();

/// What a text's names say of their words.
#[derive(Default)]
struct Senses {
    /// By the key of the words.
    of: Keyed<Sense>,
    /// The words that any of these begin with.
    starts: Keys,
}

/// What is said of the same words.
#[derive(Default)]
struct Sense {
    /// The scores of all names of these words, added up.
    whole: Option<Scores>,
    /// The type of a short form: the bare end of a person's full name, a company without its "Inc".
    short: Option<u8>,
}

/// Gives names of the same words the type that suits all of them best, and short forms that of the full name where the
/// gazetteer does not know them as something else; then adds the names that were passed over here and found there.
/// Linear in the tokens, but for the maps.
pub fn agree(reading: &Reading, mut names: Vec<Segment>) -> Vec<Segment> {
    let gazetteer = Gazetteer::new();
    let senses = Senses::of(reading, &names, gazetteer);
    for name in &mut names {
        let key = reading.key(name.tokens.clone());
        let Some(sense) = senses.get(key) else { continue };
        let known = gazetteer.phrase(reading.doc, name.tokens.clone());
        let label = if name.label == GROUP { sense.best() } else { sense.label(known) };
        name.label = label.unwrap_or(name.label);
    }
    names.retain(|name| !is_no_name(reading, name, &senses, gazetteer));
    let missed = senses.missed(reading, &names, gazetteer);
    names.extend(missed);
    order::by_key(names, |name| name.tokens.start as u64)
}

impl Senses {
    fn of(reading: &Reading, names: &[Segment], gazetteer: Gazetteer) -> Self {
        let mut senses = Senses::default();
        for name in names {
            senses.of.change(u64::from(reading.key(name.tokens.clone())), |sense| {
                let sum = sense.whole.get_or_insert([0.0; LABELS]);
                sum.iter_mut().zip(name.scores).for_each(|(a, b)| *a += b);
            });
            senses.start(reading, name.tokens.start);
            if name.label == PERSON {
                for cut in name.tokens.start + 1..name.tokens.end {
                    senses.shorten(reading.key(cut..name.tokens.end), PERSON);
                    senses.start(reading, cut);
                }
            } else if name.tokens.len() > 1 && is_company(reading, name.tokens.end - 1) {
                for end in name.tokens.start + 1..name.tokens.end {
                    let short = name.tokens.start..end;
                    // "Morgan" of "Morgan Stanley Inc" is more often somebody.
                    if end + 1 == name.tokens.end || gazetteer.phrase(reading.doc, short.clone()).0 == 0 {
                        senses.shorten(reading.key(short), ORGANIZATION);
                    }
                }
            }
        }
        senses
    }

    fn start(&mut self, reading: &Reading, at: usize) {
        if let Some(clue) = reading.clues.get(at) {
            self.starts.number(u64::from(clue.word));
        }
    }

    fn shorten(&mut self, key: u32, label: u8) {
        self.of.change(u64::from(key), |sense| sense.short = Some(label));
    }

    fn get(&self, key: u32) -> Option<&Sense> {
        self.of.get(u64::from(key))
    }

    /// The words between the names that are a name elsewhere, or the surname of a person.
    fn missed(&self, reading: &Reading, names: &[Segment], gazetteer: Gazetteer) -> Vec<Segment> {
        let mut missed = Vec::new();
        let mut covered = names.iter().peekable();
        let mut at = 0;
        while at < reading.clues.len() {
            while covered.next_if(|name| name.tokens.end <= at).is_some() {}
            let next = covered.peek().map_or(usize::MAX, |name| name.tokens.start);
            if next <= at {
                at = covered.peek().map_or(at + 1, |name| name.tokens.end);
                continue;
            }
            match self.longest(reading, at..next, gazetteer) {
                Some(name) => {
                    at = name.tokens.end;
                    missed.push(name);
                }
                None => at += 1,
            }
        }
        missed
    }

    /// The longest such name that starts here.
    #[inline]
    fn longest(&self, reading: &Reading, gap: Range<usize>, gazetteer: Gazetteer) -> Option<Segment> {
        let at = gap.start;
        let clue = reading.clues.get(at).filter(|clue| may_be(clue))?;
        self.starts.get(u64::from(clue.word))?;
        let sentence = reading.doc.sentences.get(reading.doc.sentence_of(at)?)?;
        let limit = gap.end.min(at + LONGEST).min(sentence.tokens.end);
        let mut key = KEY;
        let mut longest = None;
        for end in at + 1..=limit {
            key = reading.longer_key(key, end - 1);
            let known = || gazetteer.phrase(reading.doc, at..end);
            let label = self.get(key).and_then(|sense| sense.label(known()).or(sense.short));
            let last = reading.clues.get(end - 1).is_some_and(|last| last.shape > 3 || last.shape == 2);
            if let Some(label) = label
                && last
                && (end - at > 1 || clue.place & CAPITAL != 0)
            {
                longest = Some(Segment { rule: "name/again", ..Segment::new(at..end, label) });
            }
        }
        longest
    }
}

impl Sense {
    /// The type of the full name, unless the gazetteer knows the words as something else; then what suits best.
    fn label(&self, known: Classes) -> Option<u8> {
        self.short.filter(|_| !known.has(!SURNAME)).or_else(|| self.best())
    }

    /// The type that suits all names of these words best.
    fn best(&self) -> Option<u8> {
        let named = (0_u8..).zip(self.whole.as_ref()?).skip(1);
        named.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0))).map(|(label, _)| label)
    }
}

/// Whether this is a single word that names nothing by itself, "Internet", and neither the gazetteer nor the text say otherwise, as of "May".
fn is_no_name(reading: &Reading, name: &Segment, senses: &Senses, gazetteer: Gazetteer) -> bool {
    let listed = reading.clues.get(name.tokens.start).is_some_and(|clue| clue.listed & NOT_NAME != 0);
    listed
        && name.tokens.len() == 1
        && gazetteer.phrase(reading.doc, name.tokens.clone()).0 == 0
        && senses.get(reading.key(name.tokens.clone())).is_none_or(|sense| sense.short.is_none())
}

/// Whether the word is the legal form that companies add to their name: "Inc", "AG".
fn is_company(reading: &Reading, at: usize) -> bool {
    NAME_HEADS.get(reading.doc.word(at)).is_some_and(|e| e.get("role") == "company")
}

/// Whether the word has a capital because it is a name, as far as one can tell.
fn may_be(clue: &Clue) -> bool {
    clue.shape > 3
        && clue.case == 0
        && clue.listed & (NOT_NAME | STARTER) == 0
        && (clue.place & FIRST == 0 || clue.place & LOWER == 0)
}
