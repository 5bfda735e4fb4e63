//! Order and look-up for the whole core: one sorting algorithm and one table, whatever the type.
//!
//! Every sort and every map of the standard library is compiled once for each type it serves, which a reader of the page would
//! have to load. Here the work is done on 64-bit keys, and the types only move.

use std::ops::Range;

/// The items in the order of their keys; items of one key keep their order. Costs n log n.
pub fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let mut order: Vec<(u64, usize)> = items.iter().map(key).zip(0..).collect();
    if order.is_sorted() {
        return items;
    }
    order.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, place)| items.get_mut(place)?.take()).collect()
}

/// A key for stretches: by where they begin, and of those that begin together the longest first.
pub fn outer_first(stretch: Range<usize>) -> u64 {
    (stretch.start as u64) << 32 | u64::from(u32::MAX - u32::try_from(stretch.end).unwrap_or(u32::MAX))
}

/// Numbers for keys, from nought in the order in which they came: a hash table of open addresses, at most half full.
#[derive(Default)]
pub struct Keys {
    keys: Vec<u64>,
    /// One more than the number of the key that lies here, or nought. As many as a power of two.
    slots: Vec<u32>,
}

impl Keys {
    /// The number of the key, if it has come.
    pub fn get(&self, key: u64) -> Option<usize> {
        self.slots.get(self.slot(key)?).filter(|slot| **slot > 0).map(|slot| *slot as usize - 1)
    }

    /// The number of the key, the next one if it comes for the first time.
    pub fn number(&mut self, key: u64) -> usize {
        if let Some(number) = self.get(key) {
            return number;
        }
        self.keys.push(key);
        if self.keys.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.keys.len() * 4).next_power_of_two()];
            (0..self.keys.len()).for_each(|number| self.enter(number));
        } else {
            self.enter(self.keys.len() - 1);
        }
        self.keys.len() - 1
    }

    fn enter(&mut self, number: usize) {
        let slot = self.keys.get(number).and_then(|key| self.slot(*key));
        if let Some(slot) = slot.and_then(|slot| self.slots.get_mut(slot)) {
            *slot = u32::try_from(number + 1).unwrap_or(0);
        }
    }

    /// Where the key lies, or would lie.
    fn slot(&self, key: u64) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the high bits of the product are well mixed.
        let mut at = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & mask;
        while let Some(number) = self.slots.get(at)?.checked_sub(1) {
            if self.keys.get(number as usize) == Some(&key) {
                break;
            }
            at = (at + 1) & mask;
        }
        Some(at)
    }
}

/// One value for each key.
#[derive(Default)]
pub struct Keyed<T> {
    keys: Keys,
    values: Vec<T>,
}

impl<T: Default> Keyed<T> {
    /// The value of the key, if one was ever changed.
    pub fn get(&self, key: u64) -> Option<&T> {
        self.values.get(self.keys.get(key)?)
    }

    /// Changes the value of the key, which begins as the default of its type.
    pub fn change(&mut self, key: u64, change: impl FnOnce(&mut T)) {
        let number = self.keys.number(key);
        if number == self.values.len() {
            self.values.push(T::default());
        }
        if let Some(value) = self.values.get_mut(number) {
            change(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_key_keep_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted: String = by_key(items, |(key, _)| *key).into_iter().map(|(_, letter)| letter).collect();
        assert_eq!(sorted, "bdac");
    }

    #[test]
    fn the_longer_of_two_that_begin_together_comes_first() {
        let sorted = by_key(vec![3..4, 1..2, 1..5, 0..9], |stretch| outer_first(stretch.clone()));
        assert_eq!(sorted, [0..9, 1..5, 1..2, 3..4]);
    }

    #[test]
    fn keys_are_numbered_as_they_come() {
        let mut keys = Keys::default();
        assert_eq!(keys.get(7), None);
        for round in 0..2 {
            for key in 0..1000_u64 {
                assert_eq!(keys.number(key << 32) as u64, key, "round {round}");
            }
        }
        assert_eq!((keys.get(999 << 32), keys.get(1000 << 32), keys.get(1)), (Some(999), None, None));
    }

    #[test]
    fn a_value_begins_as_the_default() {
        let mut counts = Keyed::<u32>::default();
        for key in [5, 6, 5] {
            counts.change(key, |count| *count += 1);
        }
        assert_eq!((counts.get(5), counts.get(6), counts.get(7)), (Some(&2), Some(&1), None));
    }
}
