//! Texts made of bytes, as the fuzz targets read them.

use super::pieces::PIECES;
use std::borrow::Cow;

/// A text that begins with this byte is made of pieces of news: each byte that follows names one. The engine then
/// changes quotation marks, verbs of saying and figures as it changes bytes elsewhere.
pub const OF_PIECES: u8 = 0xFF;

/// The text that some bytes stand for. Bytes that name no piece stand for themselves.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    let Some((&OF_PIECES, names)) = bytes.split_first() else {
        return String::from_utf8_lossy(bytes);
    };
    let mut text = String::new();
    for name in names {
        match PIECES.get(usize::from(name & 0x7F)) {
            Some(piece) => text.push_str(piece),
            None => text.push(char::from(name & 0x7F)),
        }
        if name & 0x80 == 0 {
            text.push(' ');
        }
    }
    Cow::Owned(text)
}
