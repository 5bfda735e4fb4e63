//! What the tagger knows of each token: its word, shape, affixes, what lists and gazetteer say, and how the rest of the
//! text writes the same word.

use super::gazetteer::Gazetteer;
use super::run;
use crate::lexicon::{GROUPS, NAME_HEADS, NOT_NAMES, PARTICLES, STARTERS, TITLES, Word};
use crate::text::{Document, TokenKind};
use std::sync::OnceLock;

/// The clues of one token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clue {
    /// Hash of the folded word.
    pub word: u32,
    /// Which sort of characters it is made of, see [`shape`].
    pub shape: u8,
    /// What the gazetteer says of it.
    pub known: u8,
    /// What the lexicons say of it: one bit each, see [`listed`].
    pub listed: u16,
    /// Bits: first word of its sentence; seen in lower case elsewhere; seen with a capital inside a sentence elsewhere.
    pub place: u8,
    /// Whether it has a capital anywhere, see [`run::is_capital`].
    pub capital: bool,
    /// The case of its sentence: 0 mixed, 1 all capitals, 2 capitals on most words.
    pub case: u8,
    /// Whether the trainer hides which word it is, so that the model learns to do without.
    #[cfg(feature = "train")]
    pub hidden: bool,
}

impl Clue {
    /// Whether a name may begin with the token.
    pub fn can_begin(&self) -> bool {
        self.can_end() || self.listed & PARTICLE != 0
    }

    /// Whether a name may end with the token: a capital or a number.
    pub fn can_end(&self) -> bool {
        !matches!(self.shape, 0 | 3)
    }

    /// Whether features may tell which word it is.
    pub fn is_open(&self) -> bool {
        #[cfg(feature = "train")]
        return !self.hidden;
        #[cfg(not(feature = "train"))]
        true
    }
}

/// Bit of [`Clue::place`]: the first word of a sentence or of a quotation.
pub const FIRST: u8 = 1;
/// Bit of [`Clue::place`]: elsewhere in lower case.
pub const LOWER: u8 = 2;
/// Bit of [`Clue::place`]: elsewhere with a capital inside a sentence.
pub const CAPITAL: u8 = 4;
/// Bit of [`Clue::listed`]: a word with a capital that is no name by itself.
pub const NOT_NAME: u16 = 1 << 9;
/// Bit of [`Clue::listed`]: begins a sentence rather than a name.
pub const STARTER: u16 = 1 << 10;
/// Bit of [`Clue::listed`]: may begin a name in lower case.
pub const PARTICLE: u16 = 1 << 11;

/// Bit of [`Clue::listed`]: stands between two words of a name.
pub const CONNECTOR: u16 = 1 << 12;
/// Bits of [`Clue::listed`]: tells what sort of thing a name is of.
pub const HEADS: u16 = 8 | 16 | 32 | 64 | 128;

/// The clues of all tokens. Linear in the text.
pub fn all(doc: &Document) -> Vec<Clue> {
    let gazetteer = Gazetteer::new();
    let table = LISTED.get_or_init(listed_words);
    let listed = |word: Word| table.get(word.index()).copied().unwrap_or(0);
    let mut clues: Vec<Clue> = (0..doc.tokens.len())
        .map(|at| Clue { listed: listed(doc.word(at)), ..clue(doc, gazetteer, at) })
        .collect();
    let mut lower = Seen::new(clues.len());
    let mut capital = Seen::new(clues.len());
    for sentence in &doc.sentences {
        let case = case(doc, &clues, sentence.tokens.clone());
        let mut first = true;
        for at in sentence.tokens.clone() {
            let Some(clue) = clues.get_mut(at) else { break };
            clue.case = case;
            let word = doc.tokens.get(at).is_some_and(|t| t.kind != TokenKind::Mark);
            if first && word {
                clue.place |= FIRST;
            }
            if case == 0 && clue.shape == 3 {
                lower.insert(clue.word);
            } else if case == 0 && word && !first {
                capital.insert(clue.word);
            }
            first = !word && (first || matches!(doc.of(at), "\"" | "“" | "‘" | ":"));
        }
    }
    for clue in &mut clues {
        clue.place |= if lower.has(clue.word) { LOWER } else { 0 };
        clue.place |= if capital.has(clue.word) { CAPITAL } else { 0 };
    }
    clues
}

fn clue(doc: &Document, gazetteer: Gazetteer, at: usize) -> Clue {
    let word = doc.hash(at);
    let shape = shape(doc, at);
    let capital = shape > 3 && run::is_capital(doc, at);
    let known = if capital { gazetteer.token(doc.of(at), word).0 } else { 0 };
    Clue { word, shape, capital, known, ..Clue::default() }
}

/// 0 mark, 1 year, 2 number, 3 lower case, 4 capitalised, 5 capitals (short), 6 capitals (long), 7 initial, 8 dotted
/// capitals, 9 mixed, 10 letters and digits, 11 one capital.
fn shape(doc: &Document, at: usize) -> u8 {
    let text = doc.of(at);
    match doc.tokens.get(at).map(|t| t.kind) {
        Some(TokenKind::Number) => return if text.len() == 4 { 1 } else { 2 },
        Some(TokenKind::Word) => {}
        _ => return 0,
    }
    if text.bytes().all(|b| b.is_ascii_lowercase()) {
        return 3;
    }
    let first = text.chars().next().is_some_and(char::is_uppercase);
    let uppers = text.chars().filter(|c| c.is_uppercase()).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let dotted = text.contains('.');
    match () {
        () if uppers == 0 => 3,
        () if text.bytes().any(|b| b.is_ascii_digit()) => 10,
        () if dotted && letters == 1 => 7,
        () if dotted => 8,
        () if letters == 1 => 11,
        () if uppers == letters && letters < 6 => 5,
        () if uppers == letters => 6,
        () if first && uppers == 1 => 4,
        () => 9,
    }
}

/// By word number; made from the lists at first use.
static LISTED: OnceLock<Vec<u16>> = OnceLock::new();

fn listed_words() -> Vec<u16> {
    let mut table = vec![0; Word::count() + 1];
    for list in [&TITLES, &NAME_HEADS, &PARTICLES, &GROUPS, &NOT_NAMES, &STARTERS] {
        for (word, _) in list.singles() {
            if let Some(place) = table.get_mut(word.index()) {
                *place = listed(word);
            }
        }
    }
    table
}

fn listed(word: Word) -> u16 {
    let title = TITLES.get(word).map_or(0, |entry| match entry.get("class") {
        "honorific" => 1,
        "rank" => 2,
        _ => 4,
    });
    let head = NAME_HEADS.get(word).map_or(0, |entry| match entry.get("type") {
        "organization" => 8,
        "place" => 16,
        "event" => 32,
        "law" => 64,
        _ => 128,
    });
    let particle =
        PARTICLES.get(word).map_or(0, |e| if e.get("class") == "particle" { PARTICLE } else { CONNECTOR });
    let bit = |has: bool, bit: u16| if has { bit } else { 0 };
    title
        | head
        | particle
        | bit(GROUPS.has(word), 1 << 8)
        | bit(NOT_NAMES.has(word), NOT_NAME)
        | bit(STARTERS.has(word), STARTER)
}

/// The case of a sentence.
fn case(doc: &Document, clues: &[Clue], tokens: std::ops::Range<usize>) -> u8 {
    let (mut words, mut lower, mut any_lower) = (0, 0, false);
    for clue in clues.get(tokens.clone()).unwrap_or(&[]).iter().filter(|c| c.shape > 2) {
        words += 1;
        lower += usize::from(clue.shape == 3 && clue.listed & (CONNECTOR | STARTER) == 0);
        any_lower |= clue.shape == 3 || clue.shape == 4;
    }
    match () {
        () if words > 2 && !any_lower => 1,
        () if words > 3 && lower * 4 < words && !doc.of(tokens.end.saturating_sub(1)).ends_with('.') => 2,
        () => 0,
    }
}

/// A set of words, by one bit of their hash: at eight bits a token, one word in a dozen at most is wrongly in it.
struct Seen(Vec<u64>);

impl Seen {
    fn new(tokens: usize) -> Self {
        Seen(vec![0; (tokens / 8 + 1).next_power_of_two()])
    }

    fn slot(&self, word: u32) -> (usize, u64) {
        let hash = super::phrase::mix(word) as usize;
        // Their number is a power of two.
        ((hash / 64) & (self.0.len() - 1), 1 << (hash % 64))
    }

    fn insert(&mut self, word: u32) {
        let (slot, bit) = self.slot(word);
        if let Some(bits) = self.0.get_mut(slot) {
            *bits |= bit;
        }
    }

    fn has(&self, word: u32) -> bool {
        let (slot, bit) = self.slot(word);
        self.0.get(slot).is_some_and(|bits| bits & bit != 0)
    }
}
