//! Folding and hashing of words: shared by the build step, which fills the tables, and the look-up, which reads them.

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

const START: u32 = 0x811C_9DC5;

fn add(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

fn finish(hash: u32) -> u32 {
    hash ^ (hash >> 15)
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
            _ => {
                for lower in c.to_lowercase() {
                    lower.encode_utf8(&mut [0; 4]).bytes().for_each(&mut take);
                }
            }
        }
    }
}
