//! One sense a text: what the same words name in one article is nearly always one thing (Gale, Church and Yarowsky, "One
//! sense per discourse", 1992).

use super::feature::Reading;
use super::gazetteer::{Gazetteer, SURNAME};
use super::{EntityType, Name, TYPES};
use std::collections::BTreeMap;

/// Gives names of the same words the type that most of them have, and the bare end of a person's full name that person's,
/// where the gazetteer does not know it as something else. Linear in the names, but for the maps.
pub fn agree(reading: &Reading, names: &mut [Name]) {
    let gazetteer = Gazetteer::new();
    let mut counts: BTreeMap<u32, [u32; TYPES.len()]> = BTreeMap::new();
    let mut surnames = BTreeMap::new();
    for name in names.iter() {
        let count = counts.entry(reading.key(name.tokens.clone())).or_default();
        if let Some(count) = count.get_mut(name.kind as usize) {
            *count += 1;
        }
        if name.kind == EntityType::Person {
            for cut in name.tokens.start + 1..name.tokens.end {
                surnames.insert(reading.key(cut..name.tokens.end), ());
            }
        }
    }
    for name in names {
        let key = reading.key(name.tokens.clone());
        let Some(count) = counts.get(&key) else { continue };
        let most = count.iter().max().copied().unwrap_or(0);
        let total: u32 = count.iter().sum();
        let known = gazetteer.phrase(reading.doc, name.tokens.clone()).0;
        if surnames.contains_key(&key) && known & !SURNAME == 0 && name.kind != EntityType::Group {
            name.kind = EntityType::Person;
        } else if most * 2 > total
            && let Some((kind, _)) = TYPES.iter().zip(count).find(|(_, count)| **count == most)
        {
            name.kind = *kind;
        }
    }
}
