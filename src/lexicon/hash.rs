//! Folding and hashing of words: shared by the build step, which fills the table, and the look-up, which reads it.

/// The bytes of a word as lexicons know it: lower case, with a straight apostrophe, without soft hyphens.
pub fn fold(word: &str) -> impl Iterator<Item = u8> + '_ {
    word.chars().flat_map(fold_char).flat_map(|c| {
        let mut buffer = [0; 4];
        let length = c.encode_utf8(&mut buffer).len();
        buffer.into_iter().take(length)
    })
}

fn fold_char(c: char) -> impl Iterator<Item = char> {
    let kept = match c {
        '’' | '\u{02BC}' => Some('\''),
        '\u{00AD}' => None,
        _ => Some(c),
    };
    kept.into_iter().flat_map(char::to_lowercase)
}

/// FNV-1a over folded bytes, its high bits mixed into the low ones that choose the slot.
pub fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    let hash = bytes.fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}
