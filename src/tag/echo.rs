//! What a first reading of the text found, asked by the words of a name: the evidence of the second reading.

use super::feature::Reading;
use super::phrase::mix;
use super::segment::{LABELS, Segment};
use crate::order;
use std::ops::Range;

/// How other mentions name the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// There is no other.
    Nothing,
    /// All by one label; whether there are several.
    Only(u8, bool),
    /// By several labels; the most frequent.
    Mixed(u8),
}

/// Ways in which the words may be part of another name.
const SAME: u32 = 1;
const END: u32 = 2;
const BEGIN: u32 = 3;
const INITIALS: u32 = 4;

/// The evidence of one text: hashes of names and their parts with the label found there and how often, sorted.
pub struct Echoes {
    entries: Vec<(u32, u8, u32)>,
    /// Where the entries begin whose keys have these upper bits: so many parts as there are entries, about.
    parts: Vec<u32>,
    shift: u32,
    /// Where the first reading put each name: by first token.
    own: Vec<(usize, usize, u8)>,
}

impl Echoes {
    /// Collects the names of a first reading, in text order.
    pub fn new(reading: &Reading, segments: &[Segment]) -> Self {
        let mut entries = Vec::new();
        let mut own = Vec::new();
        for segment in segments.iter().filter(|s| s.label > 0) {
            let tokens = segment.tokens.clone();
            let mut enter = |way: u32, key: u32| entries.push((mix(key ^ way), segment.label));
            enter(SAME, reading.key(tokens.clone()));
            for cut in tokens.start + 1..tokens.end {
                enter(END, reading.key(cut..tokens.end));
                enter(BEGIN, reading.key(tokens.start..cut));
            }
            if tokens.len() > 1 {
                enter(INITIALS, initials(reading, tokens.clone()));
            }
            own.push((tokens.start, tokens.end, segment.label));
        }
        let entries = order::by_key(entries, |(key, label)| u64::from(*key) << 8 | u64::from(*label));
        let mut counted: Vec<(u32, u8, u32)> = Vec::with_capacity(entries.len());
        for (key, label) in entries {
            match counted.last_mut() {
                Some(last) if (last.0, last.1) == (key, label) => last.2 += 1,
                _ => counted.push((key, label, 1)),
            }
        }
        let entries = counted;
        let bits = entries.len().next_power_of_two().trailing_zeros().clamp(1, 24);
        let shift = 32 - bits;
        let mut parts = Vec::with_capacity((1 << bits) + 1);
        for (at, (key, ..)) in entries.iter().enumerate() {
            parts.resize(parts.len().max((key >> shift) as usize + 1), u32::try_from(at).unwrap_or(u32::MAX));
        }
        Echoes { entries, parts, shift, own }
    }

    /// The evidence for a stretch: of the same words, of names that end, begin and abbreviate with them.
    pub fn of(&self, reading: &Reading, tokens: Range<usize>) -> [Found; 4] {
        let key = reading.key(tokens.clone());
        let place = self.own.binary_search_by_key(&tokens.start, |own| own.0);
        let own = place.ok().and_then(|p| self.own.get(p)).filter(|own| own.1 == tokens.end).map(|own| own.2);
        let acronym = tokens.len() == 1
            && matches!(reading.clues.get(tokens.start), Some(c) if c.shape == 5 || c.shape == 8);
        [
            self.found(mix(key ^ SAME), own),
            self.found(mix(key ^ END), None),
            self.found(mix(key ^ BEGIN), None),
            if acronym {
                self.found(mix(letters(reading, tokens.start) ^ INITIALS), None)
            } else {
                Found::Nothing
            },
        ]
    }

    /// The labels entered under a key, without the stretch's own.
    fn found(&self, key: u32, own: Option<u8>) -> Found {
        let part = self.parts.get((key >> self.shift) as usize).map_or(self.entries.len(), |at| *at as usize);
        let rest = self.entries.get(part..).unwrap_or(&[]);
        let first = part + rest.iter().take_while(|(k, ..)| *k < key).count();
        if self.entries.get(first).is_none_or(|(k, ..)| *k != key) {
            return Found::Nothing;
        }
        let mut counts = [0_u32; LABELS];
        let same = self.entries.get(first..).unwrap_or(&[]).iter().take_while(|(k, ..)| *k == key);
        for (_, label, times) in same {
            if let Some(count) = counts.get_mut(usize::from(*label)) {
                *count += times;
            }
        }
        if let Some(count) = own.and_then(|label| counts.get_mut(usize::from(label))) {
            *count = count.saturating_sub(1);
        }
        let total: u32 = counts.iter().sum();
        let best = (0_u8..).zip(counts).max_by_key(|(label, count)| (*count, u8::MAX - label));
        match best {
            Some((_, 0)) | None => Found::Nothing,
            Some((label, count)) if count == total => Found::Only(label, count > 1),
            Some((label, _)) => Found::Mixed(label),
        }
    }
}

fn initials(reading: &Reading, tokens: Range<usize>) -> u32 {
    let firsts = tokens.filter_map(|at| reading.doc.of(at).chars().next().filter(|c| c.is_uppercase()));
    firsts.fold(0, |state, c| mix(state ^ c as u32))
}

fn letters(reading: &Reading, token: usize) -> u32 {
    reading.doc.of(token).chars().filter(|c| c.is_alphabetic()).fold(0, |state, c| mix(state ^ c as u32))
}
