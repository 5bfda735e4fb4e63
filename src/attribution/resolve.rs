//! Sources by name: which entity a source is, whom a pronoun means, and what sort of source it is.

use super::construction::Draft;
use super::page::Page;
use super::{Source, SourceType};
use crate::entity::{Entity, EntityType};
use crate::lexicon::{GENDERS, SOURCE_NOUNS};
use crate::span::Quote;
use crate::text::Class;
use std::borrow::Cow;
use std::ops::Range;

/// How many sentences back the person of a pronoun is looked for.
const SENTENCES: usize = 8;

/// How many tokens of one sentence are searched.
const LONGEST: usize = 200;

/// Who a source is.
#[derive(Clone, Debug)]
pub struct Referent<'t> {
    /// The number of the entity.
    pub entity: Option<u32>,
    /// The name, or a description that holds one.
    pub name: Option<Cow<'t, str>>,
    /// What sort of source it is.
    pub kind: SourceType,
}

impl Referent<'_> {
    const UNNAMED: Self = Referent { entity: None, name: None, kind: SourceType::Unnamed };
}

/// Resolves the sources of one document, in text order.
pub struct Resolver<'p, 'a, 't> {
    page: &'p Page<'a, 't>,
    /// By entity number: the gender its given name or title tells.
    genders: Vec<Option<char>>,
    /// The sources resolved so far: where they stand, and who they are.
    known: Vec<(usize, Referent<'t>)>,
}

impl<'p, 'a, 't> Resolver<'p, 'a, 't> {
    /// Reads the genders of all persons. Linear in the names.
    pub fn new(page: &'p Page<'a, 't>) -> Self {
        let mut genders = Vec::new();
        for entity in page.entities.iter().filter(|e| e.kind == EntityType::Person) {
            let place = entity.entity as usize;
            if genders.len() <= place {
                genders.resize(place + 1, None);
            }
            let told = gender_of(page, page.doc.tokens_of(entity.span));
            if let Some(slot) = genders.get_mut(place)
                && slot.is_none()
            {
                *slot = told;
            }
        }
        Resolver { page, genders, known: Vec::new() }
    }

    /// The source of a draft as a record, and its sort; `speaker` is who speaks where the draft lies inside a quotation.
    pub fn source(
        &mut self,
        draft: &Draft,
        speaker: Option<&Referent<'t>>,
    ) -> (Option<Source<'t>>, Referent<'t>) {
        let Some(tokens) = draft.source.clone() else {
            return (None, Referent::UNNAMED);
        };
        let referent = self.referent(tokens.clone(), speaker);
        if self.page.quotation_at(tokens.start).is_none() {
            self.known.push((tokens.start, referent.clone()));
        }
        let quote = Quote::new(self.page.doc.text, self.page.doc.span(tokens));
        (Some(Source { quote, entity: referent.entity, name: referent.name.clone() }), referent)
    }

    fn referent(&self, tokens: Range<usize>, speaker: Option<&Referent<'t>>) -> Referent<'t> {
        let page = self.page;
        let first = page.doc.class(tokens.start);
        let alone =
            tokens.len() == 1 || page.is(tokens.start, Class::POSSESSIVE) && !self.has_name(tokens.clone());
        if alone && first.is(Class::SUBJECT | Class::OBJECT | Class::PRONOUN | Class::POSSESSIVE) {
            return self.pronoun(tokens.start, speaker);
        }
        self.phrase(tokens)
    }

    fn has_name(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|at| self.page.name_at(at).is_some())
    }

    fn pronoun(&self, at: usize, speaker: Option<&Referent<'t>>) -> Referent<'t> {
        let word = self.page.doc.word(at).text();
        match word {
            "i" | "my" | "me" | "we" | "our" | "us" => speaker.cloned().unwrap_or(Referent::UNNAMED),
            "he" | "him" | "his" => self.person(at, 'm'),
            "she" | "her" => self.person(at, 'f'),
            "it" | "its" | "they" | "their" | "them" => self.body(at),
            _ => Referent::UNNAMED,
        }
    }

    /// The person a pronoun means: in the nearest sentence of the narration that names one of that gender, the source
    /// there, else who is named first and does not merely own something.
    fn person(&self, at: usize, gender: char) -> Referent<'t> {
        let Some(current) = self.page.doc.sentence_of(at) else {
            return Referent::UNNAMED;
        };
        for number in (current.saturating_sub(SENTENCES)..=current).rev() {
            let Some(sentence) = self.page.doc.sentences.get(number) else { continue };
            let end = sentence.tokens.end.min(at);
            let range = sentence.tokens.start.max(end.saturating_sub(LONGEST))..end;
            if let Some(found) =
                self.source_in(range.clone(), gender).or_else(|| self.named_in(range, gender))
            {
                return found;
            }
        }
        Referent::UNNAMED
    }

    fn source_in(&self, range: Range<usize>, gender: char) -> Option<Referent<'t>> {
        let fits = |r: &Referent| {
            r.kind == SourceType::NamedPerson && r.entity.is_none_or(|e| self.may_be(e, gender))
        };
        let known = self.known.iter().rev().take_while(|(place, _)| *place >= range.start);
        known.filter(|(place, _)| *place < range.end).map(|(_, r)| r).find(|r| fits(r)).cloned()
    }

    fn named_in(&self, range: Range<usize>, gender: char) -> Option<Referent<'t>> {
        let page = self.page;
        let span = page.doc.span(range);
        let from = page.entities.partition_point(|e| e.span.start < span.start);
        let mut owner = None;
        for entity in page.entities.iter().skip(from).take_while(|e| e.span.end <= span.end) {
            let tokens = page.doc.tokens_of(entity.span);
            let quoted = page.quotation_at(tokens.start).is_some();
            if entity.kind != EntityType::Person || quoted || !self.may_be(entity.entity, gender) {
                continue;
            }
            if page.is(tokens.end, Class::CLITIC) {
                owner = owner.or(Some(entity));
            } else {
                return Some(named(entity));
            }
        }
        owner.map(named)
    }

    fn may_be(&self, entity: u32, gender: char) -> bool {
        self.genders.get(entity as usize).copied().flatten().is_none_or(|g| g == gender)
    }

    /// What "it" or "they" means: the last source that is no single person.
    fn body(&self, at: usize) -> Referent<'t> {
        let near = at.saturating_sub(150);
        let known = self.known.iter().rev().take_while(|(place, _)| *place >= near);
        let found = known.map(|(_, r)| r).find(|r| r.kind != SourceType::NamedPerson);
        found.cloned().unwrap_or(Referent::UNNAMED)
    }

    /// A phrase that is no pronoun: the person in it, else the institution or the noun at its head.
    fn phrase(&self, tokens: Range<usize>) -> Referent<'t> {
        let page = self.page;
        let mut names = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            match page.name_at(at) {
                Some((entity, range)) => {
                    names.push((entity, range.clone()));
                    at = range.end.max(at + 1);
                }
                None => at += 1,
            }
        }
        let owned = |range: &Range<usize>| page.is(range.end, Class::CLITIC) && range.end + 1 < tokens.end;
        let person = names.iter().find(|(e, range)| e.kind == EntityType::Person && !owned(range));
        if let Some((entity, _)) = person {
            return named(entity);
        }
        let (head, class) = self.head(tokens.clone());
        let covering = names.iter().find(|(_, range)| range.contains(&head));
        match class {
            "document" => self.described(tokens, SourceType::Document, !names.is_empty()),
            "official" if self.has_body(tokens.clone()) => {
                self.described(tokens, SourceType::OfficialUnnamed, true)
            }
            "official" => self.described(tokens, SourceType::Unnamed, false),
            "person" => self.described(tokens, SourceType::Unnamed, false),
            _ => match covering {
                Some((entity, _)) => Referent {
                    entity: Some(entity.entity),
                    name: Some(entity.name.clone()),
                    kind: SourceType::Organization,
                },
                None => self.by_shape(tokens, head, class),
            },
        }
    }

    /// Whether an official is one of something: a name, an institution, or "the minister" known from before.
    fn has_body(&self, tokens: Range<usize>) -> bool {
        let page = self.page;
        let body = |at: usize| SOURCE_NOUNS.get(page.doc.word(at)).is_some_and(|e| e.get("class") == "body");
        let definite =
            page.of(tokens.start).eq_ignore_ascii_case("the") || page.is(tokens.start, Class::POSSESSIVE);
        let capital = tokens.clone().skip(1).any(|at| page.doc.is_capital(at));
        definite || capital || tokens.into_iter().any(|at| page.name_at(at).is_some() || body(at))
    }

    /// Without a known name: a run of capitals is a name, a noun of institutions an institution.
    fn by_shape(&self, tokens: Range<usize>, head: usize, class: &str) -> Referent<'t> {
        let capital = self.page.doc.is_capital(head) && (head > tokens.start || tokens.len() == 1);
        match class {
            "body" => self.described(tokens, SourceType::Organization, true),
            _ if capital => self.described(tokens, SourceType::Organization, true),
            _ => self.described(tokens, SourceType::Unnamed, false),
        }
    }

    fn described(&self, tokens: Range<usize>, kind: SourceType, named: bool) -> Referent<'t> {
        let page = self.page;
        let article = usize::from(page.is(tokens.start, Class::DETERMINER) && tokens.len() > 1);
        let text = page.doc.span(tokens.start + article..tokens.end).of(page.doc.text);
        Referent { entity: None, name: named.then_some(Cow::Borrowed(text)), kind }
    }

    /// The head of the phrase, and what the list of source nouns says of it.
    fn head(&self, tokens: Range<usize>) -> (usize, &'static str) {
        let page = self.page;
        let stops = |at: &usize| {
            *at > tokens.start
                && page.name_at(*at).is_none()
                && (page.is(*at, Class::PREPOSITION | Class::RELATIVE | Class::GERUND)
                    || matches!(page.of(*at), "," | "("))
        };
        let end = tokens.clone().find(stops).unwrap_or(tokens.end);
        let head = end.saturating_sub(1).max(tokens.start);
        let class = SOURCE_NOUNS.get(page.doc.word(head)).map_or("", |e| e.get("class"));
        (head, class)
    }
}

fn named<'t>(entity: &Entity<'t>) -> Referent<'t> {
    Referent { entity: Some(entity.entity), name: Some(entity.name.clone()), kind: SourceType::NamedPerson }
}

/// The gender that a title before the name, or the given name, tells.
fn gender_of(page: &Page, name: Range<usize>) -> Option<char> {
    let told = |at: usize| GENDERS.get(page.doc.word(at)).and_then(|e| e.get("gender").chars().next());
    let title = (name.start.saturating_sub(2)..name.start).rev().find_map(told);
    title.or_else(|| (name.len() > 1).then(|| told(name.start)).flatten())
}
