//! Corrections of the labels that the training data come with, so that they follow the guideline of docs/names.md.

use super::super::gazetteer::Gazetteer;
use super::super::gloss::acronym_of;
use super::super::run::is_capital;
use super::super::segment::{LONGEST, Segment};
use crate::lexicon::{GROUPS, NAME_HEADS, NOT_NAMES, TITLES};
use crate::span::Span;
use crate::text::Document;
use std::collections::BTreeMap;
use std::ops::Range;

/// A label of the data: bytes and the number of its type.
#[derive(Clone, Copy)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// 1 to 8, in the order of [`super::super::EntityType`].
    pub kind: u8,
}

const PERSON: u8 = 1;
const ORGANIZATION: u8 = 2;
const PLACE: u8 = 3;
const GROUP: u8 = 4;
/// What the gazetteer says of a country or region that is nothing else.
const REGION: u8 = 16;

/// The number of a type by its name in the data.
pub fn number(kind: &str) -> Option<u8> {
    let kinds = ["PERSON", "ORG", "PLACE", "NORP", "EVENT", "WORK", "LAW", "MISC"];
    (1..).zip(kinds).find(|(_, k)| *k == kind).map(|(number, _)| number)
}

/// A wording that is nearly always of one type is that type where the silver labels once say otherwise.
pub fn agree(texts: &mut [(&str, &mut Vec<Label>)]) {
    const OFTEN: u32 = 5;
    let mut counts: BTreeMap<String, [u32; 9]> = BTreeMap::new();
    for (text, labels) in texts.iter() {
        for label in labels.iter() {
            let count = counts.entry(bare(label.span.of(text))).or_default();
            if let Some(count) = count.get_mut(usize::from(label.kind)) {
                *count += 1;
            }
        }
    }
    for (text, labels) in texts.iter_mut() {
        for label in labels.iter_mut() {
            let Some(count) = counts.get(&bare(label.span.of(text))) else { continue };
            let total: u32 = count.iter().sum();
            let best = (0_u8..).zip(count).max_by_key(|(_, c)| **c);
            if let Some((kind, most)) = best
                && total >= OFTEN
                && most * 4 >= total * 3
            {
                label.kind = kind;
            }
        }
    }
}

fn bare(name: &str) -> String {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    name.trim_end_matches("'s").trim_end_matches("’s").to_owned()
}

/// The labels as stretches of tokens; unless they are `exact`, with the extent and type that the guideline gives them.
pub fn corrected(doc: &Document, labels: &[Label], exact: bool) -> Vec<Segment> {
    let gazetteer = Gazetteer::new();
    let as_is = |label: &Label| Segment::new(trimmed(doc, doc.tokens_of(label.span)), label.kind);
    if exact {
        return labels.iter().map(as_is).collect();
    }
    let mut segments: Vec<Segment> =
        labels.iter().filter_map(|label| correct(doc, gazetteer, *label)).collect();
    // The acronym in brackets behind a name is of its type; the silver labels often pass it over.
    let glossed = |segment: &Segment| {
        acronym_of(doc, &segment.tokens, segment.label).map(|at| Segment::new(at..at + 1, segment.label))
    };
    let glosses: Vec<Segment> = segments.iter().filter_map(glossed).collect();
    segments.retain(|s| !glosses.iter().any(|g| g.tokens.start == s.tokens.start));
    segments.extend(glosses);
    let missed = missed(doc, gazetteer, &segments);
    segments.extend(missed);
    segments
}

/// The peoples and the countries and regions that the labels pass over: those of the lists that are nothing else, with no
/// other word with a capital beside them.
fn missed(doc: &Document, gazetteer: Gazetteer, segments: &[Segment]) -> Vec<Segment> {
    let mut covered = vec![false; doc.tokens.len() + LONGEST];
    for segment in segments {
        covered.iter_mut().skip(segment.tokens.start).take(segment.tokens.len()).for_each(|c| *c = true);
    }
    let free = |tokens: Range<usize>| covered.get(tokens).is_some_and(|c| c.iter().all(|c| !c));
    let mut missed: Vec<Segment> = Vec::new();
    for at in 0..doc.tokens.len() {
        if missed.last().is_some_and(|s| s.tokens.end > at) || !is_capital(doc, at) {
            continue;
        }
        let alone = |tokens: &Range<usize>| {
            let before = tokens.start.checked_sub(1).is_none_or(|b| !is_capital(doc, b));
            before && !is_capital(doc, tokens.end) && free(tokens.clone())
        };
        let group = GROUPS.longest(doc.words(at..at + LONGEST)).map(|(_, length)| (at..at + length, GROUP));
        let place = || {
            let ends = (1..4).rev().map(|length| at..at + length);
            let mut known = ends.filter(|t| gazetteer.phrase(doc, t.clone()).0 == REGION);
            known.next().map(|tokens| (tokens, PLACE))
        };
        let found = group.or_else(place).filter(|(tokens, _)| alone(tokens));
        missed.extend(found.map(|(tokens, kind)| Segment::new(tokens, kind)));
    }
    missed
}

fn correct(doc: &Document, gazetteer: Gazetteer, label: Label) -> Option<Segment> {
    let mut tokens = trimmed(doc, doc.tokens_of(label.span));
    if label.kind == PERSON {
        // "President Bush", "King Abdullah": the title is no part of the name.
        while tokens.len() > 1 && TITLES.has(doc.word(tokens.start)) {
            tokens.start += if doc.of(tokens.start + 1) == "." && tokens.len() > 2 { 2 } else { 1 };
        }
    }
    if tokens.is_empty()
        || is_role(doc, &tokens)
        || (tokens.len() == 1 && NOT_NAMES.has(doc.word(tokens.start)))
    {
        return None;
    }
    let known = gazetteer.phrase(doc, tokens.clone()).0;
    let group = GROUPS.longest(doc.words(tokens.clone())).is_some_and(|(_, length)| length == tokens.len());
    let kind = match label.kind {
        _ if group => GROUP,
        // What only ever is a country, a region or a great city, or only an organisation, is no person or people.
        kind if known & (16 | 32 | 3) == 16 && kind != ORGANIZATION => PLACE,
        ORGANIZATION if known & 0b11_1111 == 16 => PLACE,
        // A museum, stadium or airport is a place.
        ORGANIZATION if known & 32 == 0 && tokens.len() > 1 && is_place_head(doc, tokens.end - 1) => PLACE,
        kind if kind != ORGANIZATION && known & 0b11_1111 == 32 => ORGANIZATION,
        GROUP | PERSON if known & 0b10_0011 == 0 && known & 12 != 0 && label.kind == GROUP => PLACE,
        kind => kind,
    };
    Some(Segment::new(tokens, kind))
}

/// Without article, possessive and the marks around.
fn trimmed(doc: &Document, mut tokens: Range<usize>) -> Range<usize> {
    let article = |word: &str| ["the", "a", "an"].iter().any(|a| word.eq_ignore_ascii_case(a));
    let mark = |at: usize| doc.of(at).chars().next().is_none_or(|c| !c.is_alphanumeric());
    while tokens.len() > 1 && (article(doc.of(tokens.start)) || mark(tokens.start)) {
        tokens.start += 1;
    }
    while tokens.len() > 1 && (mark(tokens.end - 1) || doc.of(tokens.end - 1).eq_ignore_ascii_case("s")) {
        tokens.end -= 1;
    }
    tokens
}

/// "Defense" of "Defense Secretary", "State" of "Secretary of State": part of a role.
fn is_role(doc: &Document, tokens: &Range<usize>) -> bool {
    (0..3).any(|back| {
        let start = tokens.start.saturating_sub(back);
        let title = TITLES.longest(doc.words(start..tokens.end + 2));
        title.is_some_and(|(_, length)| {
            length > 1 && start + length >= tokens.end && start + length > tokens.start
        })
    })
}

fn is_place_head(doc: &Document, at: usize) -> bool {
    NAME_HEADS.get(doc.word(at)).is_some_and(|e| e.get("type") == "place")
}
