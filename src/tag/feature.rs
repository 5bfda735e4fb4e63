//! The features of a stretch of tokens as a possible name, each one hash. The trainer and the tagger share them.

use super::clue::{CONNECTOR, Clue, HEADS};
use super::echo::{Echoes, Found};
use super::phrase::mix;
use crate::text::Document;
use std::ops::Range;

/// What a token is to the stretch.
#[derive(Clone, Copy)]
pub enum Role {
    /// Its only token.
    Single = 1,
    /// Its first.
    First = 2,
    /// One inside.
    Inner = 3,
    /// Its last.
    Last = 4,
}

/// The text with all that features are made of.
pub struct Reading<'a, 't> {
    /// The text.
    pub doc: &'a Document<'t>,
    /// The clues of its tokens.
    pub clues: &'a [Clue],
}

/// The key of a stretch without words.
pub const KEY: u32 = 0x1234_5678;

fn feature(template: u32, value: u32) -> u32 {
    mix(value ^ template.wrapping_mul(0x9E37_79B1))
}

fn both(a: u32, b: u32) -> u32 {
    mix(a.rotate_left(7) ^ b)
}

fn affix(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |affix, b| affix << 8 | u32::from(b.to_ascii_lowercase()))
}

impl Reading<'_, '_> {
    fn clue(&self, at: usize) -> Clue {
        self.clues.get(at).copied().unwrap_or_default()
    }

    /// The clues of the token `back` before `at`; a blank before the sentence.
    fn before(&self, at: usize, back: usize, floor: usize) -> Clue {
        at.checked_sub(back).filter(|b| *b >= floor).map_or(Clue::default(), |b| self.clue(b))
    }

    fn after(&self, at: usize, ceiling: usize) -> Clue {
        if at < ceiling { self.clue(at) } else { Clue::default() }
    }

    /// The first three bytes of a token in one number, in lower case.
    fn prefix(&self, at: usize) -> u32 {
        let bytes = self.doc.of(at).as_bytes();
        affix(bytes.get(..3).unwrap_or(bytes))
    }

    /// The last three.
    fn suffix(&self, at: usize) -> u32 {
        let bytes = self.doc.of(at).as_bytes();
        affix(bytes.last_chunk::<3>().map_or(bytes, |last| last))
    }

    /// What a token says in its role.
    pub fn token(&self, at: usize, role: Role, emit: &mut (impl FnMut(u32) + ?Sized)) {
        let c = self.clue(at);
        let mut add = |template: u32, value: u32| emit(feature(template * 8 + role as u32, value));
        if c.is_open() {
            add(1, c.word);
        }
        add(2, u32::from(c.known));
        for bit in 0..13 {
            if c.listed >> bit & 1 == 1 {
                add(3, bit);
            }
        }
        let form = u32::from(c.shape) << 8 | u32::from(c.case) << 4;
        add(4, form);
        if matches!(role, Role::Inner) {
            return;
        }
        let suffix = self.suffix(at);
        add(5, suffix);
        add(6, self.prefix(at));
        add(7, suffix & 0xFFFF);
        add(8, form | u32::from(c.place));
        add(9, u32::from(c.known) << 8 | u32::from(c.place));
    }

    /// What stands before a name that starts at `at`.
    pub fn start(&self, at: usize, floor: usize, emit: &mut (impl FnMut(u32) + ?Sized)) {
        let (one, two) = (self.before(at, 1, floor), self.before(at, 2, floor));
        let mut add = |template: u32, value: u32| emit(feature(template * 8, value));
        add(10, one.word);
        add(11, both(one.word, two.word));
        add(12, if at > floor { self.suffix(at - 1) } else { 0 });
        add(13, u32::from(one.listed) << 8 | u32::from(one.shape));
        add(14, two.word);
        add(15, u32::from(one.known) << 8 | u32::from(one.shape));
        add(16, u32::from(two.listed) << 8 | u32::from(two.shape));
    }

    /// What follows a name that ends before `at`.
    pub fn end(&self, at: usize, ceiling: usize, emit: &mut (impl FnMut(u32) + ?Sized)) {
        let (one, two) = (self.after(at, ceiling), self.after(at + 1, ceiling));
        let mut add = |template: u32, value: u32| emit(feature(template * 8, value));
        add(20, one.word);
        add(21, both(one.word, two.word));
        add(22, if at < ceiling { self.suffix(at) } else { 0 });
        add(23, u32::from(one.listed) << 8 | u32::from(one.shape));
        add(24, two.word);
        add(25, both(one.word, u32::from(two.known) << 8 | u32::from(two.shape)));
    }

    /// What the stretch says as a whole. `known_of` is what the gazetteer says of a phrase.
    pub fn whole(
        &self,
        tokens: Range<usize>,
        known_of: &impl Fn(Range<usize>) -> u8,
        emit: &mut (impl FnMut(u32) + ?Sized),
    ) {
        let (first, last) = (self.clue(tokens.start), self.clue(tokens.end.saturating_sub(1)));
        let length = tokens.len() as u32;
        let mut add = |template: u32, value: u32| emit(feature(template * 8, value));
        add(30, length.min(7) << 4 | u32::from(first.case));
        let (before, after) = (self.doc.of(tokens.start.wrapping_sub(1)), self.doc.of(tokens.end));
        match (before, after) {
            ("(", ")") => add(31, 1),
            ("\"" | "“" | "'" | "‘", "\"" | "”" | "'" | "’") => add(31, 2 + u32::from(length > 1)),
            _ => {}
        }
        if length == 1 {
            return;
        }
        add(32, u32::from(known_of(tokens.clone())));
        if tokens.clone().all(|at| self.clue(at).is_open()) {
            add(33, tokens.clone().fold(0, |state, at| both(state, self.clue(at).word)));
        }
        add(34, u32::from(first.known) << 16 | u32::from(last.known) << 8 | length.min(7));
        if length < 5 {
            add(35, tokens.clone().fold(0, |state, at| both(state, u32::from(self.clue(at).shape))));
        }
        let joint = |at: &usize| self.clue(*at).listed & CONNECTOR != 0;
        if let Some(joint) = tokens.clone().find(joint) {
            add(36, both(self.clue(joint).word, u32::from(self.clue(joint.saturating_sub(1)).listed)));
            add(37, self.clue(joint.saturating_sub(1)).word);
        }
        for joint in (tokens.start + 1..tokens.end - 1).filter(|at| joint(at) || self.doc.of(*at) == "-") {
            let (left, right) = (known_of(tokens.start..joint), known_of(joint + 1..tokens.end));
            let word = self.clue(joint).word;
            add(39, both(word, u32::from(left) << 8 | u32::from(right)));
            let heads =
                [tokens.start, joint - 1, tokens.end - 1].map(|at| u32::from(self.clue(at).listed & HEADS));
            add(29, both(word, heads.iter().fold(0, |state, head| state << 8 | head)));
        }
        add(38, u32::from(first.listed) << 16 | u32::from(last.listed));
    }

    /// What the rest of the text, read once, says of the same words.
    pub fn echo(&self, tokens: Range<usize>, echoes: &Echoes, emit: &mut (impl FnMut(u32) + ?Sized)) {
        let single = u32::from(tokens.len() == 1);
        let known = u32::from(tokens.len() == 1 && self.clue(tokens.start).known != 0);
        for (template, found) in (40..).zip(echoes.of(self, tokens)) {
            let value = match found {
                Found::Nothing => continue,
                Found::Only(label, many) => u32::from(label) << 1 | u32::from(many),
                Found::Mixed(label) => 64 + u32::from(label),
            };
            emit(feature(template * 8, value << 2 | single << 1 | known));
        }
    }

    /// The key of a stretch: the same for the same words whatever their case.
    pub fn key(&self, tokens: Range<usize>) -> u32 {
        tokens.fold(KEY, |key, at| self.longer_key(key, at))
    }

    /// The key of a stretch that goes on with this token.
    pub fn longer_key(&self, key: u32, at: usize) -> u32 {
        both(key, self.clue(at).word)
    }
}
