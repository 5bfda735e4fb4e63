//! Folding and hashing of words: shared by the build step, which fills the tables, and the look-up, which reads them.

use std::ops::Range;

/// The hash of a word whatever its case: FNV-1a over its folded bytes, the high bits mixed into the low ones that choose
/// the slot.
pub fn of(word: &str) -> u32 {
    let mut hash = START;
    each(word, |byte| hash = add(hash, byte));
    finish(hash)
}

/// The hash of the first bytes of a word, likewise.
pub fn beginning(word: &str, bytes: usize) -> u32 {
    let mut hash = START;
    if word.is_ascii() {
        word.bytes().take(bytes).for_each(|byte| hash = add(hash, byte.to_ascii_lowercase()));
        return finish(hash);
    }
    let mut left = bytes;
    each(word, |byte| {
        hash = if left > 0 { add(hash, byte) } else { hash };
        left = left.saturating_sub(1);
    });
    finish(hash)
}

/// The hash before the first byte.
pub const START: u32 = 0x811C_9DC5;

/// Adds a folded byte.
#[inline]
pub fn add(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash after the last byte.
#[inline]
pub fn finish(hash: u32) -> u32 {
    hash ^ (hash >> 15)
}

/// The first eight folded bytes of a word, the first lowest; zeros behind a shorter one. Words that end within eight bytes
/// are the same where their heads are.
pub fn head(word: &str) -> u64 {
    let (mut head, mut shift) = (0, 0);
    each(word, |byte| {
        head |= if shift < 64 { u64::from(byte) << shift } else { 0 };
        shift += 8;
    });
    head
}

/// The head of a word of a text, read at once where it is ASCII and eight bytes of text remain.
#[inline]
pub fn head_in(text: &str, word: Range<usize>) -> u64 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let all = |byte: u8| u64::from_le_bytes([byte; 8]);
    let bytes = text.as_bytes().get(word.start..).and_then(|rest| rest.first_chunk());
    let bytes = bytes.map_or(HIGH, |bytes| u64::from_le_bytes(*bytes));
    let head = bytes & (u64::MAX >> (64 - 8 * word.len().clamp(1, 8)));
    if head & HIGH != 0 {
        return self::head(text.get(word).unwrap_or(""));
    }
    // In each byte the high bit tells whether a capital stands there; a quarter of it makes a small letter.
    let capitals = (head + all(0x80 - b'A')) & !(head + all(0x7F - b'Z')) & HIGH;
    head | capitals >> 2
}

/// Whether a word is another one that is folded already.
pub fn is_fold(word: &str, folded: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(folded);
    }
    let mut rest = folded.as_bytes();
    let mut same = true;
    each(word, |byte| match rest.split_first() {
        Some((first, others)) if *first == byte => rest = others,
        _ => same = false,
    });
    same && rest.is_empty()
}

/// The bytes of a word as lexicons know it: lower case, with a straight apostrophe, without soft hyphens.
#[inline]
pub fn each(word: &str, mut take: impl FnMut(u8)) {
    if word.is_ascii() {
        return word.bytes().for_each(|byte| take(byte.to_ascii_lowercase()));
    }
    for c in word.chars() {
        match c {
            '’' | '\u{02BC}' => take(b'\''),
            '\u{00AD}' => {}
            // Quotation marks and dashes have no case: many a text is full of them.
            '\u{2010}'..='\u{2027}' => c.encode_utf8(&mut [0; 4]).bytes().for_each(&mut take),
            _ => {
                for lower in c.to_lowercase() {
                    lower.encode_utf8(&mut [0; 4]).bytes().for_each(&mut take);
                }
            }
        }
    }
}
