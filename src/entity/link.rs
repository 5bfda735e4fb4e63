//! Which names are of one thing: the same words, a surname after the full name, an acronym and its gloss, a short form.
//!
//! Names with the same words are one thing. A thing whose words are the beginning or the end of a longer name's, or
//! its initials, is the longer one's where the rules below allow it. What is longer only ever leads to what is longer
//! still, so the chains end. Look-ups go by hashes of whole beginnings and ends: linear in the number of names.

use super::short::{self, Forms};
use super::{Entity, EntityType};
use crate::lexicon::{ALIASES, GROUPS};
use crate::order::Keys;
use crate::tag::Name;
use crate::tag::gazetteer::{Gazetteer, folded, phrase_of};
use crate::text::{Document, TokenKind};
use std::borrow::Cow;

/// All mentions with the same words and of the same sort.
pub(super) struct Thing {
    /// What it is.
    pub kind: EntityType,
    /// The hashes of its words: neither marks nor dots count.
    pub words: Vec<u32>,
    /// Its first mention, by number.
    pub first: usize,
    /// What the gazetteer says of it.
    pub known: u8,
    /// The mention that shows its name: the first, or a fuller one under an alias.
    pub shown: usize,
    /// The longer name of the same thing, and the rule that says so.
    pub target: Option<(usize, &'static str)>,
}

/// One entity a name, numbered by thing.
pub fn link<'t>(doc: &Document<'t>, names: &[Name]) -> Vec<Entity<'t>> {
    let (mut things, of) = things(doc, names);
    let forms = Forms::new(doc, names, &things);
    for number in 0..things.len() {
        let target = short::target(doc, names, &things, number, &forms);
        if let Some(thing) = things.get_mut(number) {
            thing.target = target;
        }
    }
    let mut numbers = Keys::default();
    let entity = |(name, thing): (&Name, &usize)| {
        let (root, rule) = root(&things, *thing);
        let entity = u32::try_from(numbers.number(root as u64)).unwrap_or(u32::MAX);
        let span = doc.span(name.tokens.clone());
        let rule = rule.unwrap_or(name.rule);
        Entity { span, rule, kind: name.kind, entity, name: shown(doc, names, &things, root) }
    };
    names.iter().zip(&of).map(entity).collect()
}

/// The things, and for each name the number of its thing.
fn things(doc: &Document, names: &[Name]) -> (Vec<Thing>, Vec<usize>) {
    let gazetteer = Gazetteer::new();
    let mut things: Vec<Thing> = Vec::new();
    let mut known = Keys::default();
    let of = names.iter().enumerate().map(|(number, name)| {
        let words = words(doc, name);
        let key = words.iter().fold(0, |state, word| phrase_of(state, *word));
        let thing = known.number(u64::from(sort(name.kind)) << 32 | u64::from(key));
        match things.get_mut(thing) {
            None => things.push(Thing {
                kind: name.kind,
                known: gazetteer.phrase(doc, name.tokens.clone()).0,
                words,
                first: number,
                shown: number,
                target: None,
            }),
            // Under an alias ("US" for "United States") the longest wording is the name.
            Some(thing) if length(doc, name) > names.get(thing.shown).map_or(0, |n| length(doc, n)) + 1 => {
                thing.shown = number;
            }
            Some(_) => {}
        }
        thing
    });
    let of = of.collect();
    (things, of)
}

fn length(doc: &Document, name: &Name) -> usize {
    doc.span(name.tokens.clone()).len()
}

/// The same words for a person and for a place are two things; other types are told apart less surely.
pub(super) fn sort(kind: EntityType) -> u8 {
    match kind {
        EntityType::Person => 0,
        EntityType::Group => 1,
        EntityType::Place => 2,
        _ => 3,
    }
}

/// The hashes of a name's words, those of its usual full form where it is an alias or a people's noun.
fn words(doc: &Document, name: &Name) -> Vec<u32> {
    let range = name.tokens.clone();
    let full = match name.kind {
        EntityType::Group => GROUPS.longest(doc.words(range.clone())),
        _ => ALIASES.longest(doc.words(range.clone())),
    };
    if let Some((entry, length)) = full
        && length == range.len()
    {
        return entry.get("name").split(' ').map(folded).collect();
    }
    range
        .filter(|at| doc.tokens.get(*at).is_some_and(|t| t.kind != TokenKind::Mark))
        .map(|at| plain(doc.of(at)))
        .collect()
}

/// The hash of a word whatever its case and dots.
fn plain(word: &str) -> u32 {
    if word.contains('.') { folded(&word.replace('.', "")) } else { folded(word) }
}

/// Follows the targets to the fullest name; the rule is the first that was followed.
fn root(things: &[Thing], mut at: usize) -> (usize, Option<&'static str>) {
    let mut rule = None;
    while let Some((next, by)) = things.get(at).and_then(|t| t.target) {
        rule = rule.or(Some(by));
        at = next;
    }
    (at, rule)
}

/// The name of a thing as the article writes it; a people goes by its adjective.
fn shown<'t>(doc: &Document<'t>, names: &[Name], things: &[Thing], thing: usize) -> Cow<'t, str> {
    let Some(name) = things.get(thing).and_then(|t| names.get(t.shown)) else {
        return Cow::Borrowed("");
    };
    if name.kind == EntityType::Group
        && let Some((entry, length)) = GROUPS.longest(doc.words(name.tokens.clone()))
        && length == name.tokens.len()
    {
        return Cow::Borrowed(entry.get("name"));
    }
    Cow::Borrowed(doc.span(name.tokens.clone()).of(doc.text))
}
