//! Short forms of longer names, and which longer name each stands for.

use super::EntityType;
use super::link::{Thing, sort};
use crate::lexicon::{ALIASES, GROUPS, NAME_HEADS, PARTICLES};
use crate::order::Keyed;
use crate::tag::Name;
use crate::tag::gazetteer::{ORGANIZATION, PLACE, folded, phrase_of};
use crate::text::Document;

/// More bearers of one short form than this are not told apart.
const BEARERS: usize = 4;

/// Where the beginnings, ends and initials of longer names lead: numbers of things, in order of first mention.
#[derive(Default)]
pub(super) struct Forms {
    begins: Keyed<Vec<usize>>,
    ends: Keyed<Vec<usize>>,
    initials: Keyed<Vec<usize>>,
    /// For an acronym beside a bracket, the thing on the other side: "Political and Security Committee (PSC)".
    glossed: Vec<Option<usize>>,
}

impl Forms {
    /// Enters all things of two words and more.
    pub(super) fn new(doc: &Document, names: &[Name], things: &[Thing]) -> Self {
        let mut forms = Forms { glossed: vec![None; things.len()], ..Forms::default() };
        for (number, thing) in things.iter().enumerate().filter(|(_, t)| t.words.len() > 1) {
            let mut begin = 0;
            for word in thing.words.iter().take(thing.words.len() - 1) {
                begin = phrase_of(begin, *word);
                enter(&mut forms.begins, begin, number);
            }
            for start in 1..thing.words.len() {
                let end = thing.words.iter().skip(start).fold(0, |state, word| phrase_of(state, *word));
                enter(&mut forms.ends, end, number);
            }
            // "Donald Trump" for "Donald J. Trump".
            if let (EntityType::Person, [first, _, .., last]) = (thing.kind, thing.words.as_slice()) {
                enter(&mut forms.ends, phrase_of(phrase_of(0, *first), *last), number);
            }
            if let Some(name) = names.get(thing.first) {
                for initials in initials(doc, name) {
                    enter(&mut forms.initials, folded(&initials), number);
                }
            }
        }
        forms.gloss(doc, names, things);
        forms
    }

    /// Notes names that stand in brackets right behind another of their sort, or before it: a dateline's agency is no
    /// gloss of its town.
    fn gloss(&mut self, doc: &Document, names: &[Name], things: &[Thing]) {
        let mut first_of = vec![None; names.len()];
        for (number, thing) in things.iter().enumerate() {
            if let Some(of) = first_of.get_mut(thing.first) {
                *of = Some(number);
            }
        }
        let first_of = |name: usize| first_of.get(name).copied().flatten();
        let mut gloss = |short: usize, long: usize| self.glossed.get_mut(short).map(|of| *of = Some(long));
        for (number, pair) in names.windows(2).enumerate() {
            let [long, short] = pair else { continue };
            let bracketed = long.tokens.end + 1 == short.tokens.start
                && doc.of(long.tokens.end) == "("
                && doc.of(short.tokens.end) == ")";
            if let (true, Some(long), Some(short)) =
                (bracketed && sort(long.kind) == sort(short.kind), first_of(number), first_of(number + 1))
            {
                gloss(short, long);
                gloss(long, short);
            }
        }
    }
}

fn enter(map: &mut Keyed<Vec<usize>>, key: u32, thing: usize) {
    map.change(u64::from(key), |bearers| {
        if bearers.len() < BEARERS && !bearers.contains(&thing) {
            bearers.push(thing);
        }
    });
}

/// The initials of a name, numbers whole ("IE6"): of its capital words, and of all its words where that is more.
fn initials(doc: &Document, name: &Name) -> Vec<String> {
    let mut capitals = String::new();
    let mut all = String::new();
    for at in name.tokens.clone() {
        let word = doc.of(at);
        let Some(first) = word.chars().next().filter(|c| c.is_alphanumeric()) else { continue };
        if first.is_numeric() {
            capitals.push_str(word);
            all.push_str(word);
        } else {
            all.push(first);
            capitals.extend(Some(first).filter(|c| c.is_uppercase()));
        }
    }
    if all == capitals { vec![capitals] } else { vec![capitals, all] }
}

/// The thing that this one is a short form of, and by which rule.
pub(super) fn target(
    doc: &Document,
    names: &[Name],
    things: &[Thing],
    number: usize,
    forms: &Forms,
) -> Option<(usize, &'static str)> {
    let thing = things.get(number)?;
    let key = u64::from(thing.words.iter().fold(0, |state, word| phrase_of(state, *word)));
    let name = names.get(thing.first)?;
    let longer = |list: Option<&Vec<usize>>, fits: &dyn Fn(&Thing) -> bool| -> Option<usize> {
        let fits = |n: &usize| things.get(*n).is_some_and(|t| t.words.len() > thing.words.len() && fits(t));
        let found: Vec<usize> = list?.iter().copied().filter(fits).collect();
        // The last one named before, else the first one named after.
        let before = found.iter().rev().find(|n| things.get(**n).is_some_and(|t| t.first < thing.first));
        before.or(found.first()).copied()
    };
    if thing.kind == EntityType::Person {
        let person = |t: &Thing| t.kind == EntityType::Person;
        return longer(forms.ends.get(key), &person)
            .map(|n| (n, "link/surname"))
            .or_else(|| longer(forms.begins.get(key), &person).map(|n| (n, "link/first-name")));
    }
    if thing.kind == EntityType::Group {
        return None;
    }
    if thing.words.len() == 1 && is_acronym(doc.of(name.tokens.start)) {
        let text: String = doc.of(name.tokens.start).chars().filter(|c| *c != '.').collect();
        let named = |t: &Thing| !matches!(t.kind, EntityType::Person | EntityType::Group);
        let by_initials = longer(forms.initials.get(u64::from(folded(&text))), &named);
        let glossed = || {
            forms
                .glossed
                .get(number)
                .copied()
                .flatten()
                .filter(|n| things.get(*n).is_some_and(|t| t.words.len() > 1 && named(t)))
        };
        return by_initials.map(|n| (n, "link/acronym")).or_else(|| glossed().map(|n| (n, "link/gloss")));
    }
    let alike = |t: &Thing| sort(t.kind) == sort(thing.kind) && may_shorten(thing, t, doc, names);
    let begins = |t: &Thing| alike(t) && may_begin(thing, t, doc, names);
    longer(forms.ends.get(key), &alike)
        .or_else(|| longer(forms.begins.get(key), &begins))
        .map(|n| (n, "link/short-form"))
}

/// Two capitals or more and nothing else but digits and dots.
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1
        && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.')
}

/// Whether a name may be a short form of the longer one. A name known by itself ("United Nations", "Australia") is not
/// short for each longer name with it, unless that only adds what sort of thing it is ("State of", "Inc") or whose
/// ("U.S.", "Italian").
fn may_shorten(short: &Thing, long: &Thing, doc: &Document, names: &[Name]) -> bool {
    let Some(name) = names.get(long.first) else {
        return false;
    };
    let known = match short.kind {
        EntityType::Organization => ORGANIZATION | PLACE,
        EntityType::Place => PLACE,
        _ => 0,
    };
    if short.known & known == 0 {
        return true;
    }
    let added = long.words.len() - short.words.len();
    let first = name.tokens.start;
    let sort_of = added == 2 && NAME_HEADS.has(doc.word(first)) && PARTICLES.has(doc.word(first + 1));
    let owner = doc.words(name.tokens.clone());
    let people = GROUPS.longest(owner).is_some_and(|(_, length)| length <= added);
    let country = doc.words(name.tokens.clone());
    let country = ALIASES.longest(country).is_some_and(|(_, length)| length <= added);
    let owned = short.kind == EntityType::Organization && (people || country);
    sort_of || owned || is_company(long, short, doc, name)
}

/// Whether a name may stand for a longer one that begins with it: one word of an organisation's, or all but "Inc".
fn may_begin(short: &Thing, long: &Thing, doc: &Document, names: &[Name]) -> bool {
    let both = short.kind == EntityType::Organization && long.kind == EntityType::Organization;
    let company = names.get(long.first).is_some_and(|name| is_company(long, short, doc, name));
    (both && short.words.len() == 1) || company
}

/// Whether the longer name only adds what companies add.
fn is_company(long: &Thing, short: &Thing, doc: &Document, name: &Name) -> bool {
    let suffix = |at: usize| NAME_HEADS.get(doc.word(at)).is_some_and(|e| e.get("role") == "company");
    let added = long.words.len() - short.words.len();
    let tail = name.tokens.end.saturating_sub(added)..name.tokens.end;
    added < 3 && tail.into_iter().all(suffix)
}
