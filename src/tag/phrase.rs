//! How a phrase becomes the key of the gazetteer. The build step enters the lists by this same code.

/// Spreads a hash over all bits, so that keys made of similar parts fall into different buckets.
pub fn mix(hash: u32) -> u32 {
    let hash = (hash ^ hash >> 16).wrapping_mul(0x7FEB_352D);
    let hash = (hash ^ hash >> 15).wrapping_mul(0x846C_A68B);
    hash ^ hash >> 16
}

/// The state before the first token.
pub const START: u32 = 0x9E37_79B9;

/// Adds a token, by the hash of its folded form.
pub fn then(state: u32, token: u32) -> u32 {
    mix(state.rotate_left(5) ^ token)
}

/// The key of a phrase of one token.
pub fn one(token: u32) -> u32 {
    then(START, token)
}

/// Two to five letters, all capitals: a word that means something else in lower case (WHO, US, IS).
pub fn is_acronym(token: &str) -> bool {
    (2..=5).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_uppercase())
}

/// The key of an acronym.
pub fn acronym(token: &str) -> u32 {
    mix(token.bytes().fold(0x51ED_270B, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
}

/// The classes of the gazetteer by the name that lists give them in their header.
pub const CLASSES: [(&str, u8); 8] = [
    ("given", 1),
    ("surname", 2),
    ("city", 4),
    ("town", 8),
    ("region", 16),
    ("organization", 32),
    ("other", 64),
    ("person", 128),
];
