//! A table from hashes to short byte strings: the form of the gazetteer and of the model's weights.
//!
//! The upper bits of a hash choose a bucket, its lowest byte is kept as a fingerprint; what follows the fingerprint is
//! the value. Eight buckets share one group of eight bytes: where their entries begin, and how many each has. A hash
//! that was never entered is told from the others with an error of one in 256 for each entry of its bucket.
//! Used by the build step and the trainer, which write tables, and by the tagger, which reads them. The build step packs
//! them, for compressors make more of like bytes side by side.

/// Bytes before the table in the file of a trained model: a line of text that says version, data and scores, padded with
/// spaces.
pub const PREFACE: usize = 256;

/// Bytes before the groups: number of groups and bytes an entry, both little-endian `u32`.
const HEADER: usize = 8;

/// A table, wherever its bytes lie, whose entries have this many bytes: the fingerprint and the value.
#[derive(Clone, Copy)]
pub struct Table<'a, const WIDTH: usize> {
    groups: &'a [[u8; 8]],
    entries: &'a [[u8; WIDTH]],
    /// By how much a hash is shifted to give its bucket.
    shift: u32,
}

impl<'a, const WIDTH: usize> Table<'a, WIDTH> {
    /// Takes the bytes as [`write`] made them; an empty table where they are something else.
    pub fn new(bytes: &'a [u8]) -> Self {
        let groups = number(bytes, 0) as usize;
        let fits = groups.is_power_of_two() && number(bytes, 4) as usize == WIDTH;
        let rest = bytes.get(HEADER..).and_then(|rest| rest.split_at_checked(groups * 8));
        let Some((groups, entries)) = rest.filter(|_| fits) else {
            return Table { groups: &[], entries: &[], shift: 0 };
        };
        let shift = 32 - groups.len().trailing_zeros();
        Table { groups: groups.as_chunks().0, entries: entries.as_chunks().0, shift }
    }

    /// The entry under this hash: its fingerprint, then the value. Constant time: one group, and the one or two entries of the bucket.
    #[inline]
    pub fn get(&self, hash: u32) -> Option<&'a [u8; WIDTH]> {
        let bucket = (u64::from(hash) >> self.shift) as usize;
        let group = u64::from_le_bytes(*self.groups.get(bucket / 8)?);
        let counts = (group >> 32) as u32;
        let place = (bucket % 8) as u32 * 4;
        let count = (counts >> place & 15) as usize;
        if count == 0 {
            return None;
        }
        let first = (group as u32 as usize) + nibbles(counts & ((1 << place) - 1));
        let mut bucket = self.entries.get(first..first + count)?.iter();
        bucket.find(|entry| entry.first().is_some_and(|fingerprint| u32::from(*fingerprint) == hash & 0xFF))
    }
}

/// The sum of eight four-bit numbers.
fn nibbles(packed: u32) -> usize {
    let pairs = (packed & 0x0F0F_0F0F) + (packed >> 4 & 0x0F0F_0F0F);
    (pairs.wrapping_mul(0x0101_0101) >> 24) as usize
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u32::from_le_bytes(*b))
}

/// Writes a table of values of one length. `load` is how many entries a bucket should have, about.
///
/// Of two entries that cannot be told apart the first stays. The same entries give the same bytes.
pub fn write(entries: &[(u32, Vec<u8>)], load: f64) -> Vec<u8> {
    let width = entries.first().map_or(1, |(_, value)| value.len() + 1);
    let wanted = (entries.len() as f64 / load / 8.0).ceil() as usize;
    let mut groups = wanted.next_power_of_two();
    loop {
        if let Some(bytes) = try_write(entries, groups, width) {
            return bytes;
        }
        groups *= 2;
    }
}

/// A table without what can be told from the rest: the header, how many entries each bucket has, then all fingerprints,
/// then all first bytes of values, and so on.
pub fn pack(table: &[u8]) -> Vec<u8> {
    let (groups, width) = (number(table, 0) as usize, number(table, 4) as usize);
    let (head, entries) = table.split_at(HEADER + groups * 8);
    let mut packed = head[..HEADER].to_vec();
    for group in head[HEADER..].chunks_exact(8) {
        packed.extend(&group[4..]);
    }
    for column in 0..width {
        packed.extend(entries.chunks_exact(width).map(|entry| entry[column]));
    }
    packed
}

/// The table that was packed. Linear.
pub fn unpack(packed: &[u8]) -> Vec<u8> {
    let (groups, width) = (number(packed, 0) as usize, number(packed, 4) as usize);
    let (header, rest) = packed.split_at_checked(HEADER).unwrap_or_default();
    let (counts, columns) = rest.split_at_checked(groups * 4).unwrap_or_default();
    let mut table = Vec::with_capacity(packed.len() + groups * 4);
    table.extend(header);
    let mut first = 0;
    for counts in counts.chunks_exact(4) {
        table.extend((first as u32).to_le_bytes());
        table.extend(counts);
        first += nibbles(number(counts, 0));
    }
    let entries = table.len();
    table.resize(entries + columns.len(), 0);
    for (column, bytes) in columns.chunks_exact((columns.len() / width.max(1)).max(1)).enumerate() {
        let places = table.iter_mut().skip(entries + column).step_by(width.max(1));
        places.zip(bytes).for_each(|(place, byte)| *place = *byte);
    }
    table
}

fn try_write(entries: &[(u32, Vec<u8>)], groups: usize, width: usize) -> Option<Vec<u8>> {
    let shift = 32 - (groups * 8).trailing_zeros();
    let bucket = |hash: u32| (u64::from(hash) >> shift) as usize;
    let mut sorted: Vec<&(u32, Vec<u8>)> = entries.iter().collect();
    sorted.sort_by_key(|(hash, _)| (bucket(*hash), hash & 0xFF));
    sorted.dedup_by_key(|(hash, _)| (bucket(*hash), *hash & 0xFF));
    let mut counts = vec![0_u32; groups * 8];
    for (hash, _) in &sorted {
        counts[bucket(*hash)] += 1;
    }
    if counts.iter().any(|c| *c > 15) {
        return None;
    }
    let mut bytes = Vec::new();
    bytes.extend((groups as u32).to_le_bytes());
    bytes.extend((width as u32).to_le_bytes());
    let mut first = 0_u32;
    for group in counts.chunks(8) {
        bytes.extend(first.to_le_bytes());
        bytes.extend(group.iter().rev().fold(0_u32, |packed, c| packed << 4 | c).to_le_bytes());
        first += group.iter().sum::<u32>();
    }
    for (hash, value) in sorted {
        bytes.push((hash & 0xFF) as u8);
        bytes.extend(value);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_the_same() {
        let entries: Vec<_> =
            (0..500_u32).map(|n| (n.wrapping_mul(0x9E37_79B9), vec![n as u8, (n / 3) as u8])).collect();
        let table = write(&entries, 0.6);
        assert_eq!(unpack(&pack(&table)), table);
        let read = Table::<3>::new(&table);
        assert!(entries.iter().all(|(hash, _)| read.get(*hash).is_some()));
    }

    #[test]
    fn no_bytes_make_an_empty_table() {
        assert!(Table::<2>::new(&unpack(&[])).get(7).is_none());
    }
}
