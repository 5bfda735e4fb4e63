//! Word lists, compiled in.
//!
//! Each `lexicon/NAME.tsv` becomes a static [`Lexicon`] of that name: its phrases, inflected where the list says so,
//! cut into tokens as a text is. All lists share one vocabulary: a token is looked up there once, by hash, and from
//! then on a list is asked by number. One bit a list says whether any of its phrases begins with the word, so the
//! usual answer "no" costs one `and`; the longest phrase at a place costs a binary search a word. Nothing is parsed
//! or allocated at start: the tables lie in the binary as the build step wrote them.

pub(crate) mod hash;

include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

/// A word by its number in the shared vocabulary; [`Word::UNKNOWN`] where no list has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word(u32);

impl Word {
    /// A word that no list has.
    pub const UNKNOWN: Word = Word(0);

    /// Looks a token up, whatever its case. One hash and usually one comparison.
    pub fn of(token: &str) -> Word {
        let mask = SLOTS.len() / 4 - 1;
        let mut slot = hash::hash(hash::fold(token)) as usize & mask;
        loop {
            let id = read(SLOTS, slot);
            if id == 0 || hash::fold(token).eq(Word(id).text().bytes()) {
                return Word(id);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The word in lower case; empty for an unknown one.
    pub fn text(self) -> &'static str {
        match self.0 {
            0 => "",
            id => slice(WORDS, WORD_OFFSETS, id as usize - 1),
        }
    }

    /// Its number; 0 for the unknown word, at most [`Word::count`].
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }

    /// How many words the vocabulary has.
    pub(crate) fn count() -> usize {
        (WORD_OFFSETS.len() / 4).saturating_sub(1)
    }

    /// Whether a phrase of any of these lists, given as the union of their bits, begins with this word: one look for all.
    pub fn begins_any(self, lists: u64) -> bool {
        self.lists() & lists != 0
    }

    /// One bit for each list that has a phrase beginning with this word.
    fn lists(self) -> u64 {
        match self.0 {
            0 => 0,
            id => {
                u64::from(read(LISTS, 2 * (id as usize - 1)))
                    | u64::from(read(LISTS, 2 * (id as usize - 1) + 1)) << 32
            }
        }
    }
}

/// A compiled list. Its statics are named after the files: `lexicon/cues.tsv` is [`CUES`].
pub struct Lexicon {
    /// Which bit of a word's lists is this one.
    bit: u32,
    /// The words of all phrases, phrase after phrase, phrases in order of their words' numbers.
    words: &'static [u8],
    /// Where each phrase begins in `words`, and where the last one ends.
    phrases: &'static [u8],
    lines: &'static str,
    offsets: &'static [u8],
    columns: &'static [&'static str],
}

/// One phrase of a list with what the list says of it.
#[derive(Clone, Copy)]
pub struct Entry {
    line: &'static str,
    columns: &'static [&'static str],
}

impl Entry {
    /// Which form was met: verbs `b`ase, `s`, pa`d`st, participle `n`, in`g`; nouns `b`, plural `s`; others `b`.
    pub fn form(&self) -> char {
        self.field(0).chars().next().unwrap_or('b')
    }

    /// The phrase as it stands in the list, before inflection.
    pub fn lemma(&self) -> &'static str {
        self.field(1)
    }

    /// The text in the column of that name; empty where the row leaves it out.
    pub fn get(&self, column: &str) -> &'static str {
        debug_assert!(self.columns.contains(&column), "no column {column}");
        match self.columns.iter().position(|c| *c == column) {
            Some(index) => self.field(index + 2),
            None => "",
        }
    }

    /// Whether the column holds this word among those it lists.
    pub fn has(&self, column: &str, word: &str) -> bool {
        self.get(column).split(' ').any(|w| w == word)
    }

    fn field(&self, index: usize) -> &'static str {
        self.line.split('\t').nth(index).unwrap_or("")
    }
}

impl Lexicon {
    /// The entry of one single token.
    pub fn get(&self, word: Word) -> Option<Entry> {
        let (low, _) = self.begins_with(word)?;
        // A phrase comes before every longer one that it begins.
        (self.length(low) == 1).then(|| self.entry(low))
    }

    /// The bit of this list, for [`Word::begins_any`].
    pub const fn bit(&self) -> u64 {
        1 << self.bit
    }

    /// Whether the list has this one token as a phrase of its own.
    pub fn has(&self, word: Word) -> bool {
        self.get(word).is_some()
    }

    /// The longest phrase that the tokens begin with, and how many tokens it takes.
    pub fn longest(&self, words: impl IntoIterator<Item = Word>) -> Option<(Entry, usize)> {
        let mut words = words.into_iter();
        let (mut low, mut high) = self.begins_with(words.next()?)?;
        let mut depth = 1;
        let mut best = None;
        loop {
            if self.length(low) == depth {
                best = Some((self.entry(low), depth));
            }
            let Some(word) = words.next().filter(|w| *w != Word::UNKNOWN) else {
                return best;
            };
            (low, high) = self.narrow(low, high, depth, word);
            if low >= high {
                return best;
            }
            depth += 1;
        }
    }

    /// How many phrases the list holds, inflected forms counted.
    pub fn len(&self) -> usize {
        (self.phrases.len() / 4).saturating_sub(1)
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All entries, in the order of their words' numbers.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        (0..self.len()).map(|i| self.entry(i))
    }

    /// The entries of one token with that token, for tables by [`Word::index`].
    pub(crate) fn singles(&self) -> impl Iterator<Item = (Word, Entry)> + '_ {
        (0..self.len())
            .filter(|i| self.length(*i) == 1)
            .map(|i| (Word(read(self.words, read(self.phrases, i) as usize)), self.entry(i)))
    }

    fn begins_with(&self, word: Word) -> Option<(usize, usize)> {
        (word.lists() >> self.bit & 1 == 1).then(|| self.narrow(0, self.len(), 0, word))
    }

    fn entry(&self, index: usize) -> Entry {
        Entry { line: slice(self.lines, self.offsets, index), columns: self.columns }
    }

    fn length(&self, index: usize) -> usize {
        (read(self.phrases, index + 1) - read(self.phrases, index)) as usize
    }

    /// The part of `low..high` whose phrases have `word` as token number `depth`.
    fn narrow(&self, low: usize, high: usize, depth: usize, word: Word) -> (usize, usize) {
        let nth = |index: usize| {
            if depth < self.length(index) {
                read(self.words, read(self.phrases, index) as usize + depth)
            } else {
                0
            }
        };
        let first = partition(low, high, |i| nth(i) < word.0);
        let last = partition(first, high, |i| nth(i) <= word.0);
        (first, last)
    }
}

/// The `index`th little-endian number of a table; 0 beyond its end.
fn read(table: &[u8], index: usize) -> u32 {
    match table.get(index * 4..index * 4 + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

/// The `index`th piece of `text`, cut at `offsets`.
fn slice(text: &'static str, offsets: &[u8], index: usize) -> &'static str {
    let (start, end) = (read(offsets, index), read(offsets, index + 1));
    text.get(start as usize..end as usize).unwrap_or("")
}

/// The first index of `low..high` for which `before` no longer holds.
fn partition(mut low: usize, mut high: usize, before: impl Fn(usize) -> bool) -> usize {
    while low < high {
        let middle = low.midpoint(high);
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
