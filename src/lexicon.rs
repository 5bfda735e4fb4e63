//! Word lists, compiled in.
//!
//! Each `lexicon/NAME.tsv` becomes a static [`Lexicon`] of that name: its phrases, inflected where the list says so,
//! sorted, cut into tokens as a text is, in one blob with offsets. A look-up walks a shrinking range of the sorted
//! phrases, one binary search a word, so the longest phrase at a place costs a few comparisons and no allocation.

include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

/// A compiled list. Its statics are named after the files: `lexicon/cues.tsv` is [`CUES`].
pub struct Lexicon {
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
    /// The phrase as it stands in the list, in lower case, before inflection.
    pub fn lemma(&self) -> &'static str {
        self.field(2)
    }

    /// Which form was met: verbs `b`ase, `s`, pa`d`st, participle `n`, in`g`; nouns `b`, plural `s`; others `b`.
    pub fn form(&self) -> char {
        self.field(1).chars().next().unwrap_or('b')
    }

    /// The text in the column of that name; empty where the row leaves it out.
    pub fn get(&self, column: &str) -> &'static str {
        match self.columns.iter().position(|c| *c == column) {
            Some(index) => self.field(index + 3),
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
    /// The entry of one single token, given in lower case.
    pub fn get(&self, word: &str) -> Option<Entry> {
        let (low, high) = self.narrow(0, self.len(), 0, word);
        let line = (low < high).then(|| self.line(low))?;
        (key(line).len() == word.len()).then_some(self.entry(low))
    }

    /// The longest phrase that the tokens begin with, and how many tokens it takes.
    pub fn longest<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<(Entry, usize)> {
        let (mut low, mut high, mut depth) = (0, self.len(), 0);
        let mut best = None;
        for (count, word) in words.enumerate() {
            (low, high) = self.narrow(low, high, depth, word);
            if low >= high {
                break;
            }
            depth += word.len();
            if key(self.line(low)).len() == depth {
                best = Some((self.entry(low), count + 1));
            }
            depth += 1;
        }
        best
    }

    /// How many phrases the list holds, inflected forms counted.
    pub fn len(&self) -> usize {
        (self.offsets.len() / 4).saturating_sub(1)
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All entries, in order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        (0..self.len()).map(|i| self.entry(i))
    }

    fn entry(&self, index: usize) -> Entry {
        Entry {
            line: self.line(index),
            columns: self.columns,
        }
    }

    fn line(&self, index: usize) -> &'static str {
        let (start, end) = (self.offset(index), self.offset(index + 1));
        self.lines
            .get(start..end.saturating_sub(1))
            .unwrap_or("")
    }

    fn offset(&self, index: usize) -> usize {
        match self.offsets.get(index * 4..index * 4 + 4) {
            Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]) as usize,
            _ => self.lines.len(),
        }
    }

    /// The part of `low..high` whose phrases have `word` as a whole token at byte `depth`.
    fn narrow(&self, low: usize, high: usize, depth: usize, word: &str) -> (usize, usize) {
        let order = |index: usize| {
            let rest = key(self.line(index)).as_bytes().get(depth..).unwrap_or(&[]);
            let token = rest.split(|b| *b == b' ').next().unwrap_or(&[]);
            token.cmp(word.as_bytes())
        };
        let first = partition(low, high, |i| order(i).is_lt());
        let last = partition(first, high, |i| order(i).is_le());
        (first, last)
    }
}

fn key(line: &'static str) -> &'static str {
    line.split('\t').next().unwrap_or("")
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
