//! The tables behind the lists, unpacked at first use.
//!
//! What the build step writes is made to be small: texts as lines, numbers as differences. What is asked at every token
//! is made to be fast: one look says which phrases of a list begin with a word. Unpacking takes a fraction of a
//! millisecond, once.

use super::hash;
use super::packed::{BASE_FORMS, FORMS, Numbers, unzigzag};
use super::{SIZES, TEXT, WORDS, Word};
use std::ops::Range;
use std::sync::LazyLock;

static FIRSTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.firsts"));
static SHAPES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.shapes"));
static TAILS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.tails"));
static BASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bases"));

/// The vocabulary and all lists.
pub static TABLES: LazyLock<Tables> = LazyLock::new(Tables::unpack);

/// See [`TABLES`].
pub struct Tables {
    /// By number; the first is the unknown word, the last stands for the end.
    words: Vec<Known>,
    /// Numbers of words by hash, 0 where there is none; the next slot is taken where one is full.
    slots: Vec<u16>,
    /// For each word, for each of its lists by bit: the phrases that begin with it.
    runs: Vec<Range<u32>>,
    /// Phrase after phrase, list after list, in order of their words' numbers.
    phrases: Vec<Phrase>,
    /// The words of the phrases after their first.
    tails: Vec<u16>,
    /// Where the fields of all rows stand in the text: the first word of the base form, then the columns.
    fields: Vec<Range<u32>>,
    /// Which phrases are those of a list, by bit.
    lists: Vec<Range<u32>>,
}

/// What is known of a word.
#[derive(Clone, Copy, Default)]
struct Known {
    /// The first bytes of the word.
    head: u64,
    /// Where it begins in the text.
    start: u32,
    /// Where its runs begin.
    runs: u32,
    /// One bit for each list that has a phrase beginning with it.
    lists: u64,
}

/// A phrase of a list.
#[derive(Clone, Copy)]
pub struct Phrase {
    first: u16,
    /// How many words it has.
    pub length: u8,
    /// Which form it is, by its place in [`FORMS`].
    form: u8,
    tail: u32,
    /// Where the fields of its row begin.
    pub fields: u32,
}

impl Phrase {
    /// The form of a phrase.
    pub fn form(&self) -> char {
        FORMS.get(usize::from(self.form)).copied().unwrap_or('b')
    }
}

impl Tables {
    /// A word given as it stands in a text, with the hash and the head of its folded form.
    #[inline]
    pub fn find<'t>(&self, token: impl Fn() -> &'t str, hash: u32, head: u64) -> Word {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        loop {
            let number = self.slots.get(slot).copied().unwrap_or(0);
            let known = self.words.get(usize::from(number)).copied().unwrap_or_default();
            let whole = head >> 56 == 0;
            if number == 0 || (known.head == head && (whole || hash::is_fold(token(), self.text(number)))) {
                return Word { number, lists: known.lists };
            }
            slot = (slot + 1) & mask;
        }
    }

    /// A word by its number.
    pub fn text(&self, id: u16) -> &'static str {
        slice(self.word(id))
    }

    /// Where a word stands in the text.
    fn word(&self, id: u16) -> Range<u32> {
        match self.words.get(usize::from(id)..usize::from(id) + 2) {
            // A line feed ends each.
            Some([this, next]) if id > 0 => this.start..next.start - 1,
            _ => 0..0,
        }
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.words.len().saturating_sub(2)
    }

    /// One bit for each list that has a phrase beginning with this word.
    #[inline]
    pub fn lists(&self, id: u16) -> u64 {
        self.words.get(usize::from(id)).map_or(0, |w| w.lists)
    }

    /// The phrases of a list that begin with a word.
    #[inline]
    pub fn run(&self, list: u32, id: u16) -> Option<Range<u32>> {
        let word = self.words.get(usize::from(id))?;
        let bit = 1 << list;
        if word.lists & bit == 0 {
            return None;
        }
        self.runs.get(word.runs as usize + (word.lists & (bit - 1)).count_ones() as usize).cloned()
    }

    /// The part of a run whose phrases have this word in this place, not the first.
    pub fn narrow(&self, run: Range<u32>, place: u8, id: u16) -> Range<u32> {
        let nth = |index: u32| match self.phrase(index) {
            Some(phrase) if place < phrase.length => {
                self.tails.get(phrase.tail as usize + usize::from(place) - 1).copied().unwrap_or(0)
            }
            _ => 0,
        };
        let first = partition(run.clone(), |i| nth(i) < id);
        first..partition(first..run.end, |i| nth(i) <= id)
    }

    /// A phrase by its number.
    #[inline]
    pub fn phrase(&self, index: u32) -> Option<&Phrase> {
        self.phrases.get(index as usize)
    }

    /// The phrases of a list, with their first words.
    pub fn phrases(&self, list: u32) -> impl Iterator<Item = (u16, &Phrase)> {
        let list = self.lists.get(list as usize).map_or(0..0, |l| l.start as usize..l.end as usize);
        self.phrases.get(list).unwrap_or_default().iter().map(|phrase| (phrase.first, phrase))
    }

    /// A field of a row.
    #[inline]
    pub fn field(&self, index: u32) -> &'static str {
        self.fields.get(index as usize).map_or("", |field| slice(field.clone()))
    }

    fn unpack() -> Tables {
        let mut tables = Tables {
            words: Vec::new(),
            slots: Vec::new(),
            runs: Vec::new(),
            phrases: Vec::with_capacity(SHAPES.len()),
            tails: Vec::new(),
            fields: Vec::new(),
            lists: Vec::with_capacity(SIZES.len()),
        };
        tables.unpack_words();
        tables.unpack_phrases();
        tables.index();
        tables
    }

    fn unpack_words(&mut self) {
        self.words.push(Known::default());
        let mut start = 0;
        for word in TEXT.get(..WORDS).unwrap_or("").split_terminator('\n') {
            self.words.push(Known { head: hash::head(word), start, ..Known::default() });
            start += word.len() as u32 + 1;
        }
        self.words.push(Known { start, ..Known::default() });
        self.slots = vec![0; (self.count() * 2).next_power_of_two()];
        let mask = self.slots.len() - 1;
        for id in 1..=self.count() as u16 {
            let mut slot = hash::of(self.text(id)) as usize & mask;
            while self.slots.get(slot).is_some_and(|taken| *taken > 0) {
                slot = (slot + 1) & mask;
            }
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = id;
            }
        }
    }

    fn unpack_phrases(&mut self) {
        let (mut firsts, mut tails, mut bases) = (Numbers(FIRSTS), Numbers(TAILS), Numbers(BASES));
        let mut shapes = SHAPES.iter();
        let mut rows = Rows { at: WORDS as u32 };
        for (count, columns) in SIZES {
            let start = self.phrases.len() as u32;
            let fields = self.fields.len() as u32;
            let (mut first, mut row) = (0, -1);
            let width = *columns + 1;
            for shape in shapes.by_ref().take(*count) {
                first += firsts.take() as u16;
                let (length, form) = (shape / 8 + 1, shape % 8);
                let tail = self.tails.len() as u32;
                self.tails.extend((1..length).map(|_| tails.take() as u16));
                let from = if form < BASE_FORMS {
                    row += 1;
                    self.fields.push(self.word(first));
                    rows.read(*columns, &mut self.fields);
                    row
                } else {
                    row - unzigzag(bases.take())
                };
                let from = fields + from.cast_unsigned() * width as u32;
                self.phrases.push(Phrase { first, length, form, tail, fields: from });
            }
            self.lists.push(start..self.phrases.len() as u32);
        }
    }

    /// Notes for each word which phrases begin with it.
    fn index(&mut self) {
        for (bit, list) in self.lists.iter().enumerate() {
            for phrase in self.phrases.get(list.start as usize..list.end as usize).unwrap_or_default() {
                if let Some(word) = self.words.get_mut(usize::from(phrase.first)) {
                    word.lists |= 1 << bit;
                }
            }
        }
        let mut runs = 0;
        for word in &mut self.words {
            word.runs = runs;
            runs += word.lists.count_ones();
        }
        self.runs = vec![0..0; runs as usize];
        for (bit, list) in self.lists.iter().enumerate() {
            let phrases = self.phrases.get(list.start as usize..list.end as usize).unwrap_or_default();
            let mut low = list.start;
            for same in phrases.chunk_by(|a, b| a.first == b.first) {
                let high = low + same.len() as u32;
                let first = same.first().map_or(0, |phrase| usize::from(phrase.first));
                let word = self.words.get(first).copied().unwrap_or_default();
                let run = word.runs + (word.lists & ((1 << bit) - 1)).count_ones();
                if let Some(run) = self.runs.get_mut(run as usize) {
                    *run = low..high;
                }
                low = high;
            }
        }
    }
}

/// Reads the rows from the text.
struct Rows {
    at: u32,
}

impl Rows {
    fn read(&mut self, columns: usize, fields: &mut Vec<Range<u32>>) {
        for _ in 0..columns {
            let rest = TEXT.as_bytes().get(self.at as usize..).unwrap_or_default();
            let length = rest.iter().take_while(|b| !matches!(b, b'\t' | b'\n')).count() as u32;
            fields.push(self.at..self.at + length);
            self.at += length + 1;
        }
    }
}

fn slice(range: Range<u32>) -> &'static str {
    TEXT.get(range.start as usize..range.end as usize).unwrap_or("")
}

/// The first index of a range for which `before` no longer holds.
fn partition(range: Range<u32>, before: impl Fn(u32) -> bool) -> u32 {
    let Range { start: mut low, end: mut high } = range;
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
