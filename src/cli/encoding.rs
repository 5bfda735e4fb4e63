//! Bytes into text: UTF-8, UTF-16 with its mark, and the code page of old western files.

/// Of Windows-1252 what is not Latin-1, from 0x80 on; what is not assigned stays what it is there.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text that a file holds, and whether it is, byte for byte, what the file holds; None where it is no text. Bytes
/// that are not UTF-8 are taken for Windows-1252, so that one of them does not lose an article.
pub fn decode(bytes: Vec<u8>) -> Option<(String, bool)> {
    let unit: Option<fn([u8; 2]) -> u16> = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => Some(u16::from_le_bytes),
        Some([0xFE, 0xFF]) => Some(u16::from_be_bytes),
        _ => None,
    };
    if let Some(unit) = unit {
        let (pairs, _) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().skip(1).map(|pair| unit(*pair)).collect();
        return Some((String::from_utf16_lossy(&units), false));
    }
    if bytes.contains(&0) {
        return None;
    }
    Some(String::from_utf8(bytes).map_or_else(|error| (mended(error.as_bytes()), false), |text| (text, true)))
}

fn mended(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| {
            let windows = byte.checked_sub(0x80).and_then(|at| WINDOWS.get(usize::from(at)));
            windows.copied().unwrap_or(char::from(*byte))
        }));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_write_is_read() {
        let text = "“It cost €5,” he said – twice. 😀";
        let utf_16 = |unit: fn(u16) -> [u8; 2]| {
            "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect()
        };
        assert_eq!(decode(text.into()), Some((text.to_owned(), true)));
        assert_eq!(decode(utf_16(u16::to_le_bytes)), Some((text.to_owned(), false)));
        assert_eq!(decode(utf_16(u16::to_be_bytes)), Some((text.to_owned(), false)));
        let old = b"\x93It cost \x805,\x94 said Ana Mu\xF1oz \x96 twice; caf\xC3\xA9.".to_vec();
        assert_eq!(decode(old), Some(("“It cost €5,” said Ana Muñoz – twice; café.".to_owned(), false)));
        assert_eq!(decode(b"\x7FELF\x02\x01\x00\x00".to_vec()), None);
    }
}
