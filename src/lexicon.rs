//! Word lists, compiled in.
//!
//! Each `lexicon/NAME.tsv` becomes a static [`Lexicon`] of that name: its phrases, inflected where the list says so,
//! cut into tokens as a text is. All lists share one vocabulary: a token is looked up there once, by hash, and from
//! then on a list is asked by number. One bit a list says whether any of its phrases begins with the word, so the
//! usual answer "no" costs one `and`; which phrases do is one look more. The build step writes the lists small,
//! `tables` unpacks them at first use.

pub(crate) mod hash;
mod packed;
mod tables;

use std::ops::Range;
use tables::{Phrase, TABLES};

include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

/// A word by its number in the shared vocabulary, [`Word::UNKNOWN`] where no list has it; with one bit for each list that
/// has a phrase beginning with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    number: u16,
    lists: u64,
}

impl Word {
    /// A word that no list has.
    pub const UNKNOWN: Word = Word { number: 0, lists: 0 };

    /// Looks a token up, whatever its case. One hash and usually one comparison of numbers.
    pub fn of(token: &str) -> Word {
        TABLES.find(|| token, hash::of(token), hash::head(token))
    }

    /// Looks a token of a text up whose hash is known.
    #[inline]
    pub(crate) fn hashed(text: &str, token: Range<usize>, hash: u32) -> Word {
        let head = hash::head_in(text, token.clone());
        TABLES.find(|| text.get(token.clone()).unwrap_or(""), hash, head)
    }

    fn numbered(number: u16) -> Word {
        Word { number, lists: TABLES.lists(number) }
    }

    /// The word in lower case; empty for an unknown one.
    pub fn text(self) -> &'static str {
        TABLES.text(self.number)
    }

    /// Its number; 0 for the unknown word, at most [`Word::count`].
    pub(crate) fn index(self) -> usize {
        usize::from(self.number)
    }

    /// How many words the vocabulary has.
    pub(crate) fn count() -> usize {
        TABLES.count()
    }

    /// Whether a phrase of any of these lists, given as the union of their bits, begins with this word: one `and` for all.
    #[inline]
    pub fn begins_any(self, lists: u64) -> bool {
        self.lists & lists != 0
    }
}

/// A compiled list. Its statics are named after the files: `lexicon/cues.tsv` is [`CUES`].
pub struct Lexicon {
    /// Which bit of a word's lists is this one.
    bit: u32,
    columns: &'static [&'static str],
}

/// One phrase of a list with what the list says of it.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Where its row begins among the fields.
    fields: u32,
    form: char,
    columns: &'static [&'static str],
}

impl Entry {
    /// Which form was met: verbs `b`ase, `i` base and past in one, `s`, pa`d`st, participle `n`, in`g`; nouns `b`, plural `s`; others `b`.
    pub fn form(&self) -> char {
        self.form
    }

    /// The word as it stands in the list, before inflection; of a phrase of several words the first.
    pub fn lemma(&self) -> &'static str {
        TABLES.field(self.fields)
    }

    /// The text in the column of that name; empty where the row leaves it out.
    #[inline]
    pub fn get(&self, column: &str) -> &'static str {
        debug_assert!(self.columns.contains(&column), "no column {column}");
        match (1..).zip(self.columns).find(|(_, name)| **name == column) {
            Some((index, _)) => TABLES.field(self.fields + index),
            None => "",
        }
    }

    /// Whether the column holds this word among those it lists.
    pub fn has(&self, column: &str, word: &str) -> bool {
        let (mut words, word) = (self.get(column).as_bytes(), word.as_bytes());
        while let Some((first, rest)) = words.split_at_checked(word.len()) {
            if first == word && matches!(rest.first(), None | Some(b' ')) {
                return true;
            }
            let next = words.iter().position(|b| *b == b' ').map_or(words.len(), |space| space + 1);
            words = words.get(next..).unwrap_or_default();
            if words.is_empty() {
                break;
            }
        }
        false
    }
}

impl Lexicon {
    /// The entry of one single token.
    #[inline]
    pub fn get(&self, word: Word) -> Option<Entry> {
        if word.begins_any(self.bit()) { self.single(word) } else { None }
    }

    fn single(&self, word: Word) -> Option<Entry> {
        let run = TABLES.run(self.bit, word.number)?;
        // A phrase comes before every longer one that it begins.
        TABLES.phrase(run.start).filter(|p| p.length == 1).map(|p| self.entry(p))
    }

    /// The bit of this list, for [`Word::begins_any`].
    pub const fn bit(&self) -> u64 {
        1 << self.bit
    }

    /// Whether the list has this one token as a phrase of its own.
    #[inline]
    pub fn has(&self, word: Word) -> bool {
        self.get(word).is_some()
    }

    /// The longest phrase that the tokens begin with, and how many tokens it takes.
    #[inline]
    pub fn longest(&self, words: impl IntoIterator<Item = Word>) -> Option<(Entry, usize)> {
        let mut words = words.into_iter();
        let first = words.next()?;
        if first.begins_any(self.bit()) { self.longest_after(first, &mut words) } else { None }
    }

    fn longest_after(&self, first: Word, words: &mut impl Iterator<Item = Word>) -> Option<(Entry, usize)> {
        let mut run = TABLES.run(self.bit, first.number)?;
        let mut best = None;
        let mut length = 1;
        loop {
            let shortest = TABLES.phrase(run.start)?;
            if shortest.length == length {
                best = Some((self.entry(shortest), usize::from(length)));
                run.start += 1;
            }
            if run.is_empty() {
                return best;
            }
            let Some(word) = words.next().filter(|w| *w != Word::UNKNOWN) else {
                return best;
            };
            run = TABLES.narrow(run, length, word.number);
            if run.is_empty() {
                return best;
            }
            length += 1;
        }
    }

    /// How many phrases the list holds, inflected forms counted.
    pub fn len(&self) -> usize {
        self.entries().count()
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All entries, in the order of their words' numbers.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        TABLES.phrases(self.bit).map(|(_, phrase)| self.entry(phrase))
    }

    /// The entries of one token with that token, for tables by [`Word::index`].
    pub(crate) fn singles(&self) -> impl Iterator<Item = (Word, Entry)> + '_ {
        let singles = TABLES.phrases(self.bit).filter(|(_, phrase)| phrase.length == 1);
        singles.map(|(word, phrase)| (Word::numbered(word), self.entry(phrase)))
    }

    fn entry(&self, phrase: &Phrase) -> Entry {
        Entry { fields: phrase.fields, form: phrase.form(), columns: self.columns }
    }
}
