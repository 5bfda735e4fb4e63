//! Tokens: words, numbers and marks, by character class alone.
//!
//! The build step cuts the lexicons with this same code, so that a phrase of a list and the same phrase in a text
//! always fall into the same tokens. Nothing here may need anything else of the crate but the hash of words.
//!
//! What is one token: `Borrell`, `G7`, `U.S.`, `100,000`, `1.2`. What is several: `34-year-old` (5), `€31m` (3),
//! `Kyiv's` (`Kyiv`, `'s`), `don't` (`do`, `n't`), `1990s` (`1990`, `s`).

use super::hash;
use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits after the first letter, inner dots of an abbreviation, or a clitic with its apostrophe.
    Word,
    /// Digits with inner separators, or one character that is a number (½).
    Number,
    /// One character of punctuation, a symbol, or anything else.
    Mark,
}

/// One token: the bytes `start..end` of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The hash of the token whatever its case.
    pub hash: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space, or the start of the text, comes before it.
    pub spaced: bool,
}

impl Token {
    fn new(text: &str, range: Range<usize>, kind: TokenKind, spaced: bool) -> Token {
        let hash = hash::of(text.get(range.clone()).unwrap_or(""));
        Token::hashed(range, hash, kind, spaced)
    }

    #[inline]
    fn hashed(range: Range<usize>, hash: u32, kind: TokenKind, spaced: bool) -> Token {
        let clamp = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Token { start: clamp(range.start), end: clamp(range.end), hash, kind, spaced }
    }

    /// The text of the token.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Its bytes in the text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Cuts `text` into tokens, in order, white space left out. Linear in the text.
///
/// What is ASCII is told byte by byte, and a word hashed as its end is looked for: that is nearly all of most texts.
pub fn tokenize(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = bytes.get(at) {
        if matches!(first, b' ' | b'\t'..=b'\r') {
            spaced = true;
            at += 1;
            continue;
        }
        let plain = if first.is_ascii_alphabetic() { plain_word(bytes, at) } else { None };
        if let Some((end, hash)) = plain {
            tokens.push(Token::hashed(at..end, hash, TokenKind::Word, spaced));
            spaced = false;
            at = end;
            continue;
        }
        let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        spaced = if is_space(first) {
            at += first.len_utf8();
            true
        } else {
            at = push(text, at, first, spaced, &mut tokens);
            false
        };
    }
    tokens
}

/// Pushes any token; where it ends.
fn push(text: &str, at: usize, first: char, spaced: bool, tokens: &mut Vec<Token>) -> usize {
    let (kind, end) = token_at(text, at, first, spaced);
    if kind == TokenKind::Word {
        push_word(text, at..end, spaced, tokens);
    } else {
        tokens.push(Token::new(text, at..end, kind, spaced));
    }
    end
}

/// White space, and the invisible characters that pages put between words.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

/// The characters that serve as an apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{02BC}')
}

fn token_at(text: &str, at: usize, first: char, spaced: bool) -> (TokenKind, usize) {
    if first.is_ascii_digit() {
        return (TokenKind::Number, number_end(text, at));
    }
    // The marks of this range are frequent, and slow to be told from letters.
    let mark = first.is_ascii_punctuation() || matches!(first, '\u{2010}'..='\u{2027}');
    if !mark && first.is_alphabetic() {
        return (TokenKind::Word, word_end(text, at));
    }
    if !mark && first.is_numeric() {
        return (TokenKind::Number, at + first.len_utf8());
    }
    if is_apostrophe(first)
        && !spaced
        && let Some(end) = clitic_end(text, at + first.len_utf8())
    {
        return (TokenKind::Word, end);
    }
    (TokenKind::Mark, at + first.len_utf8())
}

/// The end of `s`, `re`, `ll` … after an apostrophe that follows a word without a gap.
fn clitic_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let length = rest.bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
    let next = rest.get(length..)?.chars().next();
    let is_clitic = matches!(rest.get(..length)?, "s" | "S" | "re" | "ve" | "ll" | "d" | "m" | "t" | "T");
    (is_clitic && !next.is_some_and(char::is_alphanumeric)).then_some(at + length)
}

/// Digits, and separators that stand between digits: `1,000`, `1.5`, `12,34,567`; a comma only before groups.
fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let digits_from = |from: usize| {
        bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count())
    };
    let mut end = at + digits_from(at);
    loop {
        let group = digits_from(end + 1);
        let goes_on = match bytes.get(end) {
            Some(b'.') => group > 0,
            Some(b',') => group == 3 || (group == 2 && bytes.get(end + 3) == Some(&b',')),
            _ => false,
        };
        if !goes_on {
            return end;
        }
        end += 1 + group;
    }
}

/// Letters and what belongs between them: digits, combining marks, soft hyphens, dots of `U.S.` and `a.m.`.
fn word_end(text: &str, at: usize) -> usize {
    if let Some(end) = dotted_end(text, at) {
        return end;
    }
    let rest = text.get(at..).unwrap_or("");
    let length = rest.char_indices().find(|&(_, c)| !is_inside_word(c)).map_or(rest.len(), |(i, _)| i);
    at + length
}

/// For each byte that may stand in such a word, its lower case; 0 for every other.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// The end and the hash of a word of nothing but ASCII letters and digits, that no dot makes an abbreviation: most words.
#[inline]
fn plain_word(bytes: &[u8], at: usize) -> Option<(usize, u32)> {
    let mut end = at;
    let mut hash = hash::START;
    while let Some(byte @ 1..) = bytes.get(end).and_then(|b| FOLDED.get(usize::from(*b))) {
        hash = hash::add(hash, *byte);
        end += 1;
    }
    let ends = bytes.get(end).is_none_or(|b| b.is_ascii() && (*b != b'.' || end > at + 1));
    ends.then_some((end, hash::finish(hash)))
}

fn is_inside_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{00AD}' | '\u{200C}' | '\u{200D}' | '\u{0300}'..='\u{036F}')
}

/// Single letters each followed by a dot, at least two (`U.S.`, `a.m.`, `U.S`), or one capital before a space (`J.`).
fn dotted_end(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    let mut letters = 0;
    let mut rest = text.get(at..)?.chars();
    while let Some(c) = rest.next() {
        let mut after = rest.clone();
        let dot = after.next() == Some('.');
        if !c.is_alphabetic() {
            break;
        }
        if !dot {
            // The last letter of "U.S" or "U.S-led" may lack its dot; a longer word after the dots is one of its own.
            let ends = !rest.clone().next().is_some_and(is_inside_word);
            if ends && c.is_uppercase() {
                return (letters >= 1).then(|| end + c.len_utf8());
            }
            break;
        }
        letters += 1;
        end += c.len_utf8() + 1;
        rest = after;
    }
    let initial =
        text.get(at..)?.chars().next().is_some_and(char::is_uppercase) && text.get(end..)?.starts_with(' ');
    (letters >= 2 || (letters == 1 && initial)).then_some(end)
}

/// Pushes a word, cut before a negative clitic: `don't` becomes `do` and `n't`.
fn push_word(text: &str, range: Range<usize>, spaced: bool, tokens: &mut Vec<Token>) {
    let word = |range, spaced| Token::new(text, range, TokenKind::Word, spaced);
    let is_t =
        text.get(range.clone()).is_some_and(|t| t.ends_with(['t', 'T']) && t.starts_with(is_apostrophe));
    if is_t
        && let Some(last) = tokens.last_mut()
        && last.kind == TokenKind::Word
        && last.end - last.start > 1
        && last.of(text).ends_with(['n', 'N'])
    {
        // "n't" starts one byte into the word before: "don" + "'t" is "do" + "n't".
        let start = last.end as usize - 1;
        *last = word(last.start as usize..start, last.spaced);
        tokens.push(word(start..range.end, false));
        return;
    }
    tokens.push(word(range, spaced));
}
