//! Offsets in other units than bytes: the one place that knows UTF-16.

/// What the offsets of a result count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// UTF-8 bytes, as inside the crate.
    #[default]
    Bytes,
    /// UTF-16 code units, as JavaScript strings count.
    Utf16,
    /// Unicode code points, as Python strings count.
    Chars,
}

/// How far apart the remembered places lie, in bytes.
const STEP: usize = 32;

/// Turns byte offsets of one text into another unit. Built in one pass; a look-up costs at most `STEP` bytes.
pub struct OffsetMap<'t> {
    text: &'t str,
    unit: Unit,
    /// The offset in the unit at every `STEP` bytes; empty where bytes and unit agree.
    places: Vec<u32>,
}

impl<'t> OffsetMap<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut places = Vec::new();
        if unit != Unit::Bytes && !text.is_ascii() {
            let mut count = 0;
            for (at, byte) in text.bytes().enumerate() {
                if at % STEP == 0 {
                    places.push(count);
                }
                count += width(byte, unit);
            }
        }
        OffsetMap { text, unit, places }
    }

    /// The offset, in the unit of the map, of the character boundary at this byte.
    pub fn get(&self, byte: u32) -> u32 {
        let at = byte as usize;
        let Some(place) = self.places.get(at / STEP).or(self.places.last()) else {
            return byte;
        };
        let start = (at / STEP).min(self.places.len() - 1) * STEP;
        let between = self.text.as_bytes().get(start..at.min(self.text.len())).unwrap_or(&[]);
        place + between.iter().map(|b| width(*b, self.unit)).sum::<u32>()
    }
}

/// What a byte adds: a character counts at its first byte; one of four bytes is two UTF-16 units.
fn width(byte: u8, unit: Unit) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. if unit == Unit::Utf16 => 2,
        _ => 1,
    }
}

/// The length of a text in UTF-16 code units.
pub fn length(text: &str) -> u32 {
    let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
    u32::try_from(units).unwrap_or(u32::MAX)
}
