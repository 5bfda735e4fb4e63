//! Cues: the longest phrase of the lists at each place, where its surroundings let it be one.

use super::context::Place;
use super::{Hedge, HedgeType, scope};
use crate::decimal;
use crate::lexicon::{Entry, HEDGE_NOUNS, HEDGE_VERBS, HEDGES, Lexicon};
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// The hedges of one sentence, in order, added to `found`.
pub fn find(doc: &Document, reported: &[bool], sentence: Range<usize>, found: &mut Vec<Hedge>) {
    let lists = HEDGES.bit() | HEDGE_VERBS.bit() | HEDGE_NOUNS.bit();
    let mut at = sentence.start;
    while at < sentence.end {
        if !doc.word(at).begins_any(lists) {
            at += 1;
            continue;
        }
        let Some((entry, cue)) = meant(doc, reported, &sentence, at) else {
            at += 1;
            continue;
        };
        at = cue.end;
        if let Some(kind) = HedgeType::named(entry.get("type")) {
            let place = Place { doc, reported, sentence: sentence.clone(), cue };
            found.push(Hedge {
                span: doc.span(place.cue.clone()),
                rule: kind.rule(),
                scope: scope::of(&place, kind),
                kind,
                strength: decimal::read(entry.get("strength")).unwrap_or(0.5) as f32,
            });
        }
    }
}

/// The longest phrase of any list that begins here and is meant as the list has it; of equal ones that of the first list.
fn meant(
    doc: &Document,
    reported: &[bool],
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Entry, Range<usize>)> {
    let lists: [&Lexicon; 3] = [&HEDGES, &HEDGE_VERBS, &HEDGE_NOUNS];
    let mut phrases = lists.map(|list| doc.longest(list, at..sentence.end));
    let length = |phrase: &Option<(Entry, usize)>| phrase.as_ref().map_or(0, |(_, length)| *length);
    let longest = std::iter::from_fn(|| phrases.iter_mut().rev().max_by_key(|phrase| length(phrase))?.take());
    longest.map(|(entry, length)| (entry, at..at + length)).find(|(entry, cue)| {
        let place = Place { doc, reported, sentence: sentence.clone(), cue: cue.clone() };
        is_meant(&place, entry)
    })
}

fn is_meant(place: &Place, entry: &Entry) -> bool {
    let only = entry.get("only");
    let voice = entry.get("voice");
    let another = voice == "own" && place.is_quoted() || voice == "unreported" && place.is_reported();
    if is_name(place) || another || place.fits_any(entry.get("never")) {
        return false;
    }
    only.is_empty() || place.fits_any(only)
}

/// A capital inside a sentence makes a name or a month of the cue, unless its neighbours have one too, as in headlines,
/// or all its letters are capitals.
fn is_name(place: &Place) -> bool {
    let doc = place.doc;
    let at = place.cue.start;
    let before = at.checked_sub(1).filter(|_| at > place.sentence.start);
    let Some(before) = before.filter(|b| doc.tokens.get(*b).is_some_and(|t| t.kind != TokenKind::Mark))
    else {
        return false;
    };
    let shouts = doc.of(at).chars().nth(1).is_none_or(char::is_uppercase);
    let headline = doc.is_capital(before) && doc.is_capital(at + 1);
    doc.is_capital(at) && !shouts && !headline
}
