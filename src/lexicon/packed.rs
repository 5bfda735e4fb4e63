//! Numbers written small: seven bits a byte, the last byte without its high bit. Shared by the build step, which writes
//! the tables of the lists, and the crate, which unpacks them.

/// The forms of a phrase, by their number: base, base that is the past too ("put"), verb in -s, past, participle, verb in
/// -ing; of a noun, base and plural.
pub const FORMS: [char; 6] = ['b', 'i', 's', 'd', 'n', 'g'];
/// How many of them, from the first, are bases: with these a row begins.
pub const BASE_FORMS: u8 = 2;

/// A difference that was written as a number that is small where the difference is, on either side of zero.
pub fn unzigzag(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

/// Reads them one after the other; 0 beyond the end.
pub struct Numbers<'a>(pub &'a [u8]);

impl Numbers<'_> {
    /// The next number.
    pub fn take(&mut self) -> u32 {
        let mut number = 0;
        let mut shift = 0;
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u32::from(byte & 127) << shift;
            shift += 7;
            if *byte < 128 || shift > 28 {
                break;
            }
        }
        number
    }
}
