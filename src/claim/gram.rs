//! The words of a claim as numbers for the model: every word, its beginning, and every pair of neighbours, hashed.

use crate::lexicon::hash;
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// Words that begin alike often mean alike; so many bytes are looked at.
const STEM: usize = 5;

/// Stands for every number.
const NUMBER: u32 = 0x9E37_79B9;
/// Stands for the edge of the stretch.
const EDGE: u32 = 0x7F4A_7C15;

/// The hashes of all words, stems and pairs of a stretch. One hash a token.
pub fn grams(doc: &Document, tokens: Range<usize>) -> Vec<u32> {
    let mut grams = Vec::with_capacity(tokens.len() * 3 + 1);
    let mut previous = EDGE;
    for at in tokens {
        let word = match doc.tokens.get(at).map(|t| t.kind) {
            Some(TokenKind::Number) => NUMBER,
            _ => doc.hash(at),
        };
        grams.push(mix(word));
        if doc.of(at).len() > STEM {
            grams.push(mix(hash::beginning(doc.of(at), STEM) ^ 0x5555_5555));
        }
        grams.push(mix(previous.rotate_left(7) ^ word.wrapping_mul(0x85EB_CA6B)));
        previous = word;
    }
    grams.push(mix(previous.rotate_left(7) ^ EDGE));
    grams
}

/// Spreads a hash over all its bits, so that any of them can choose a bucket.
fn mix(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x7FEB_352D);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x846C_A68B);
    hash ^ (hash >> 16)
}
