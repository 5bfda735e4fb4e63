//! Sources by name: which entity a source is, whom a pronoun or a noun means, and what sort of source it is.

use super::construction::Draft;
use super::head::Head;
use super::page::Page;
use super::roles::Roles;
use super::{Source, SourceType};
use crate::entity::{Entity, EntityType};
use crate::lexicon::{CUES, GENDERS, SOURCE_NOUNS, Word};
use crate::order::Keyed;
use crate::span::Quote;
use crate::text::Class;
use std::borrow::Cow;
use std::ops::Range;

/// How many sentences back the person of a pronoun is looked for.
const SENTENCES: usize = 8;
/// How many tokens of one sentence are searched.
const LONGEST: usize = 200;
/// How many tokens back the thing of "it" or "they" is looked for.
const THING: usize = 120;

/// What a pronoun could mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One person.
    Person,
    /// Several.
    People,
    /// A body or a document.
    Thing,
}

/// Who a source is.
#[derive(Clone, Debug)]
pub struct Referent<'t> {
    /// The number of the entity.
    pub entity: Option<u32>,
    /// The name, or a description that holds one.
    pub name: Option<Cow<'t, str>>,
    /// What sort of source it is.
    pub kind: SourceType,
    /// Whether it could be asked.
    pub identified: bool,
    form: Form,
}

impl<'t> Referent<'t> {
    const UNNAMED: Self = Referent {
        entity: None,
        name: None,
        kind: SourceType::Unnamed,
        identified: false,
        form: Form::Person,
    };
    const PAPER: Self =
        Referent { entity: None, name: None, kind: SourceType::Paper, identified: true, form: Form::Thing };

    fn of(entity: &Entity<'t>) -> Self {
        let (kind, form) = match entity.kind {
            EntityType::Person => (SourceType::NamedPerson, Form::Person),
            EntityType::Work | EntityType::Law => (SourceType::Document, Form::Thing),
            EntityType::Group => (SourceType::Unnamed, Form::People),
            _ => (SourceType::Organization, Form::Thing),
        };
        let identified = kind != SourceType::Unnamed;
        Referent { entity: Some(entity.entity), name: Some(entity.name.clone()), kind, identified, form }
    }
}

/// Resolves the sources of one document, in text order.
pub struct Resolver<'p, 'a, 't> {
    page: &'p Page<'a, 't>,
    roles: Roles,
    /// By entity number: the gender its given name, title or role tells.
    genders: Vec<Option<char>>,
    /// By the hash of the last name: the person, last of those of whom the text gives more than that.
    surnames: Keyed<Option<&'a Entity<'t>>>,
    /// The sources resolved so far: where they stand, and who they are.
    known: Vec<(usize, Referent<'t>)>,
}

fn key(page: &Page, surname: usize) -> u64 {
    u64::from(page.doc.hash(surname))
}

impl<'p, 'a, 't> Resolver<'p, 'a, 't> {
    /// Reads the roles and genders of all names. Linear in the names.
    pub fn new(page: &'p Page<'a, 't>) -> Self {
        let roles = Roles::new(page);
        let mut genders = vec![None; page.entities.iter().map(|e| e.entity as usize + 1).max().unwrap_or(0)];
        let persons = page.entities.iter().filter(|e| e.kind == EntityType::Person);
        let names = persons.map(|e| (e, gender_of_name(page, page.doc.tokens_of(e.span))));
        let told = roles.nouns().filter_map(|(m, noun)| Some((page.entities.get(m)?, gender_of(noun))));
        for (entity, gender) in names.chain(told) {
            if let Some(slot) = genders.get_mut(entity.entity as usize) {
                *slot = slot.or(gender);
            }
        }
        let full = page.entities.iter().filter(|e| e.kind == EntityType::Person);
        let full = full.map(|e| (e, page.doc.tokens_of(e.span))).filter(|(_, name)| name.len() > 1);
        let mut surnames = Keyed::default();
        full.for_each(|(e, name)| surnames.change(key(page, name.end - 1), |person| *person = Some(e)));
        // "Brightwell" is the company where there is a Brightwell Logistics.
        for body in page.entities.iter().filter(|e| e.kind == EntityType::Organization) {
            let name = page.doc.tokens_of(body.span);
            if name.len() > 1 {
                surnames.change(key(page, name.start), |person| *person = None);
            }
        }
        Resolver { page, roles, genders, surnames, known: Vec::new() }
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
        let mut referent = self.referent(tokens.clone(), speaker);
        if referent.kind == SourceType::Organization && self.reveals(draft) {
            referent.kind = SourceType::Paper;
        }
        if self.page.quotation_at(tokens.start).is_none() {
            self.known.push((tokens.start, referent.clone()));
        }
        let quote = Quote::new(self.page.doc.text, self.page.doc.span(self.without_relative(tokens)));
        (Some(Source { quote, entity: referent.entity, name: referent.name.clone() }), referent)
    }

    /// "Smith, who": the name alone.
    fn without_relative(&self, tokens: Range<usize>) -> Range<usize> {
        let page = self.page;
        if tokens.len() < 2 || !page.is(tokens.end - 1, Class::RELATIVE) {
            return tokens;
        }
        let end = tokens.end - 1;
        tokens.start..end - usize::from(page.before(end) == "," && end - 1 > tokens.start)
    }

    /// "The Courier has learned": a paper says so of itself.
    fn reveals(&self, draft: &Draft) -> bool {
        let page = self.page;
        draft.cue.as_ref().is_some_and(|cue| {
            let perfect = page.doc.word(cue.start.saturating_sub(1)).text() == "has";
            perfect && CUES.get(page.doc.word(cue.start)).is_some_and(|e| e.has("takes", "self"))
        })
    }

    fn referent(&self, tokens: Range<usize>, speaker: Option<&Referent<'t>>) -> Referent<'t> {
        let page = self.page;
        let first = page.doc.class(tokens.start);
        let alone = tokens.len() == 1 || page.is(tokens.start + 1, Class::RELATIVE);
        // "his claim that": the possessor is the source.
        let owner = first.is(Class::POSSESSIVE) && !SOURCE_NOUNS.has(page.doc.word(tokens.end - 1));
        if (alone || owner && page.person_named(tokens.clone()).is_none())
            && first.is(Class::SUBJECT | Class::OBJECT | Class::PRONOUN | Class::POSSESSIVE)
        {
            return self.pronoun(tokens.start, speaker);
        }
        self.phrase(tokens)
    }

    fn pronoun(&self, at: usize, speaker: Option<&Referent<'t>>) -> Referent<'t> {
        match self.page.doc.word(at).text() {
            "i" | "my" | "me" | "we" | "our" | "us" => self.first_person(at, speaker),
            "he" | "him" | "his" => self.person(at, 'm'),
            "she" | "her" => self.person(at, 'f'),
            "it" | "its" => self.thing(at, |r| r.form == Form::Thing),
            "they" | "their" | "them" => {
                self.thing(at, |r| r.form != Form::Person && r.kind != SourceType::Document)
            }
            _ => Referent::UNNAMED,
        }
    }

    /// Who speaks; outside quotations the paper.
    fn first_person(&self, at: usize, speaker: Option<&Referent<'t>>) -> Referent<'t> {
        let quoted = self.page.quotation_at(at).is_some();
        speaker.cloned().unwrap_or(if quoted { Referent::UNNAMED } else { Referent::PAPER })
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
            if let Some(found) = self
                .source_in(range.clone(), gender)
                .or_else(|| self.named_in(range.clone(), gender, number == current))
                .or_else(|| self.described_in(range, gender))
            {
                return found;
            }
        }
        Referent::UNNAMED
    }

    fn source_in(&self, range: Range<usize>, gender: char) -> Option<Referent<'t>> {
        let fits = |r: &Referent| r.form == Form::Person && r.entity.is_none_or(|e| self.may_be(e, gender));
        let known = self.known.iter().rev().take_while(|(place, _)| *place >= range.start);
        known.filter(|(place, _)| *place < range.end).map(|(_, r)| r).find(|r| fits(r)).cloned()
    }

    fn named_in(&self, range: Range<usize>, gender: char, own: bool) -> Option<Referent<'t>> {
        let page = self.page;
        let span = page.doc.span(range);
        let from = page.entities.partition_point(|e| e.span.start < span.start);
        let mut owner = None;
        for entity in page.entities.iter().skip(from).take_while(|e| e.span.end <= span.end) {
            let tokens = page.doc.tokens_of(entity.span);
            let quoted = page.quotation_at(tokens.start).is_some();
            let fits = entity.kind == EntityType::Person && !quoted && self.may_be(entity.entity, gender);
            if !fits || own && self.hangs(tokens.start) {
                continue;
            }
            // "the Obama administration"
            let next = SOURCE_NOUNS.get(page.doc.word(tokens.end));
            let modifies = next.is_some_and(|e| e.get("class") == "body");
            if page.is(tokens.end, Class::CLITIC) {
                owner = owner.or(Some(entity));
            } else if !modifies {
                return Some(Referent::of(entity));
            }
        }
        owner.map(Referent::of)
    }

    /// "The mayor praised the crew. He …": the subject of the sentence, if it is the noun for one person.
    fn described_in(&self, sentence: Range<usize>, gender: char) -> Option<Referent<'t>> {
        let page = self.page;
        let subject = page.subject_of(sentence)?;
        let head = page.head(subject.clone());
        let person = matches!(head.class, "office" | "official" | "person") && !head.plural;
        let fits = gender_of(page.doc.word(head.at)).is_none_or(|g| g == gender);
        (person && fits).then(|| self.phrase(subject))
    }

    /// Whether the name hangs on a preposition or a participle: "after meeting Berg, he said".
    fn hangs(&self, name: usize) -> bool {
        (name.saturating_sub(3)..name).any(|at| self.page.is(at, Class::PREPOSITION | Class::GERUND))
    }

    fn may_be(&self, entity: u32, gender: char) -> bool {
        self.genders.get(entity as usize).copied().flatten().is_none_or(|g| g == gender)
    }

    /// What "it" or "they" means: the last source of such a form, or the body named or described first in the sentence
    /// before, whichever is nearer.
    fn thing(&self, at: usize, fits: impl Fn(&Referent) -> bool) -> Referent<'t> {
        let near = at.saturating_sub(THING);
        let known = self.known.iter().rev().take_while(|(place, _)| *place >= near);
        let source = known.filter(|(place, _)| *place < at).find(|(_, r)| fits(r));
        let nearer = |place: usize| source.is_none_or(|(s, _)| *s < place);
        let body = self.body_before(at).filter(|(place, body)| nearer(*place) && fits(body));
        match (body, source) {
            (Some((_, body)), _) => body,
            (None, Some((_, source))) => source.clone(),
            (None, None) => Referent::UNNAMED,
        }
    }

    /// The body that is the subject of the nearest of the three sentences before: its first name, or its first words.
    fn body_before(&self, at: usize) -> Option<(usize, Referent<'t>)> {
        let page = self.page;
        let current = page.doc.sentence_of(at)?;
        (current.saturating_sub(2)..=current).rev().find_map(|number| {
            let subject = page.subject_of(page.doc.sentences.get(number)?.tokens.clone())?;
            let start = subject.start;
            if subject.end > at || page.is(start, Class::SUBJECT | Class::PRONOUN) {
                return None;
            }
            let found = self.phrase(subject);
            let known = found.form == Form::Thing && found.identified && found.name.is_some();
            (known || found.form == Form::People).then_some((start, found))
        })
    }

    /// A phrase that is no pronoun: the person in it, else the institution or the noun at its head.
    fn phrase(&self, tokens: Range<usize>) -> Referent<'t> {
        let page = self.page;
        if let Some(entity) = page.person_named(tokens.clone()) {
            return Referent::of(entity);
        }
        // "James Hale, a lawyer who said": the apposition of a name.
        let apposed = page.before(tokens.start) == "," && page.is(tokens.start, Class::DETERMINER);
        let name = tokens.start.checked_sub(2).filter(|_| apposed).and_then(|at| page.name_at(at));
        if let Some((entity, _)) = name.filter(|(e, _)| e.kind == EntityType::Person) {
            return Referent::of(entity);
        }
        let head = page.head(tokens.clone());
        if let Some(found) = self.anaphor(&tokens, &head) {
            return found;
        }
        let covering = page.name_at(head.at).filter(|(_, name)| name.end == head.at + 1).map(|(e, _)| e);
        // A last name that was taken for a body's, or for nothing.
        let alone =
            covering.is_none_or(|e| page.doc.tokens_of(e.span).len() == 1) && page.doc.is_capital(head.at);
        let person = || self.surnames.get(key(page, head.at)).copied().flatten();
        if let Some(person) = alone.then(person).flatten() {
            return Referent::of(person);
        }
        if let Some(body) = covering.filter(|e| e.kind == EntityType::Organization) {
            return Referent::of(body);
        }
        // "The developer, Northgrid,"
        let apposed = page.name_at(tokens.end - 1).filter(|(_, name)| page.before(name.start) == ",");
        if let Some((body, _)) =
            apposed.filter(|(e, _)| e.kind == EntityType::Organization && head.class == "body")
        {
            return Referent::of(body);
        }
        match head.class {
            "document" => self.document(tokens, &head),
            "office" | "official" => self.official(tokens, &head),
            "person" => self.anybody(tokens, &head),
            _ => match covering {
                Some(entity) => Referent::of(entity),
                None => self.by_shape(tokens, &head),
            },
        }
    }

    /// "the minister", "the company", "the report": what the text has named by that noun.
    fn anaphor(&self, tokens: &Range<usize>, head: &Head) -> Option<Referent<'t>> {
        let page = self.page;
        let definite = matches!(page.doc.word(tokens.start).text(), "the" | "this" | "that");
        let named = tokens.clone().any(|at| page.name_at(at).is_some());
        let bare = page.name_at(head.at).is_none();
        if !definite || !bare || head.plural || head.class.is_empty() || head.at + 1 < tokens.end {
            return None;
        }
        let start = page.doc.span(tokens.clone()).start;
        let limit = page.entities.partition_point(|e| e.span.start < start);
        let modified = head.at > tokens.start + 1;
        let role = self.roles.mention(page, head.at, modified, named, limit);
        let near = page.doc.span(head.at.saturating_sub(THING)..head.at).start;
        let stands = SOURCE_NOUNS.get(page.doc.word(head.at))?.get("stands");
        // "the company" is no council and no ministry.
        let fits = |e: &Entity| {
            let last = page.doc.tokens_of(e.span).end.saturating_sub(1);
            let body = SOURCE_NOUNS.get(page.doc.word(last)).filter(|noun| noun.get("class") == "body");
            stands != "company" || body.is_none_or(|noun| !noun.get("stands").is_empty())
        };
        let recent = |kind: EntityType| {
            let mentions = page.entities.iter().enumerate().take(limit).rev();
            let mut near = mentions.take_while(|(_, e)| e.span.start >= near);
            // "(Reuters)", "a letter seen by Reuters": who brings the news is not who it is about.
            let told = |e: &Entity| {
                let name = page.doc.tokens_of(e.span).start;
                let article = name.saturating_sub(1);
                let titled = page.is(article, Class::DETERMINER) && page.doc.is_capital(article);
                matches!(page.before(if titled { article } else { name }), "(" | "by")
            };
            near.find(|(_, e)| e.kind == kind && !told(e) && fits(e)).map(|(mention, _)| mention)
        };
        // Of what the noun was said of and what it may stand for, the nearer.
        let mention = match stands {
            "organization" | "company" => role.max(recent(EntityType::Organization)),
            "place" => role.max(recent(EntityType::Place)),
            _ => role,
        };
        let named = mention.and_then(|m| page.entities.get(m)).map(Referent::of);
        named.or_else(|| (head.class == "document").then(|| self.known_document()).flatten())
    }

    /// The last document that was a source and is known by more than its sort.
    fn known_document(&self) -> Option<Referent<'t>> {
        let mut known = self.known.iter().rev().map(|(_, r)| r);
        known.find(|r| r.kind == SourceType::Document && r.name.is_some()).cloned()
    }

    fn document(&self, tokens: Range<usize>, head: &Head) -> Referent<'t> {
        let page = self.page;
        let capital = tokens.clone().skip(1).any(|at| page.doc.is_capital(at));
        let known = capital || tokens.clone().any(|at| page.name_at(at).is_some());
        let definite = matches!(page.doc.word(tokens.start).text(), "the" | "this" | "that")
            || page.is(tokens.start, Class::POSSESSIVE);
        let mut found = self.described(tokens, SourceType::Document, Form::Thing, known);
        found.identified = known || definite && !head.plural;
        found
    }

    /// Somebody who speaks for a body: an office, held by one, or one of many. Without the body, nobody known.
    fn official(&self, tokens: Range<usize>, head: &Head) -> Referent<'t> {
        let page = self.page;
        let body = |at: usize| SOURCE_NOUNS.get(page.doc.word(at)).is_some_and(|e| e.get("class") == "body");
        let definite =
            page.of(tokens.start).eq_ignore_ascii_case("the") || page.is(tokens.start, Class::POSSESSIVE);
        let capital = tokens.clone().skip(1).any(|at| page.doc.is_capital(at));
        let of_body = definite
            || capital
            || tokens.clone().any(|at| page.name_at(at).is_some() || at != head.at && body(at));
        let kind = if of_body { SourceType::OfficialUnnamed } else { SourceType::Unnamed };
        let mut found = self.described(tokens.clone(), kind, form_of(head), of_body);
        // An office has one holder, whom the text need not name.
        let one = !head.plural && !self.is_indefinite(tokens.start);
        found.identified = head.class == "office" && of_body && one;
        found
    }

    /// Without a known name: a run of capitals is a name, a noun of institutions an institution.
    fn by_shape(&self, tokens: Range<usize>, head: &Head) -> Referent<'t> {
        let page = self.page;
        // "Example.com": the head is the last token of the address.
        let word = (tokens.start..=head.at).rev().find(|at| !page.glued(*at)).unwrap_or(head.at);
        let first = page.sentence(word).start == word;
        let shouts = page.of(word).chars().nth(1).is_some_and(char::is_uppercase);
        let proper = page.doc.is_capital(word) && (!first || shouts || word < head.at);
        match (proper && !head.plural, head.class) {
            (false, "body") if head.plural => {
                let named = tokens.clone().any(|at| page.name_at(at).is_some());
                let mut found = self.described(tokens, SourceType::Organization, Form::People, named);
                found.identified = false;
                found
            }
            (true, _) | (_, "body") => {
                let known = proper || !self.is_indefinite(tokens.start);
                self.described(tokens, SourceType::Organization, Form::Thing, known)
            }
            _ => self.described(tokens, SourceType::Unnamed, form_of(head), false),
        }
    }

    /// Somebody without a name. "The authors": whoever wrote the report can be asked.
    fn anybody(&self, tokens: Range<usize>, head: &Head) -> Referent<'t> {
        let page = self.page;
        let definite = page.doc.word(tokens.start).text() == "the";
        let noun = SOURCE_NOUNS.get(page.doc.word(head.at));
        let mut found = self.described(tokens, SourceType::Unnamed, form_of(head), false);
        found.identified = definite && noun.is_some_and(|e| e.get("stands") == "document");
        found
    }

    fn is_indefinite(&self, first: usize) -> bool {
        let class = self.page.doc.class(first);
        matches!(self.page.doc.word(first).text(), "a" | "an" | "one" | "another")
            || class.is(Class::QUANTIFIER)
    }

    fn described(&self, tokens: Range<usize>, kind: SourceType, form: Form, named: bool) -> Referent<'t> {
        let page = self.page;
        let tokens = self.without_relative(tokens);
        let article = usize::from(page.is(tokens.start, Class::DETERMINER) && tokens.len() > 1);
        let text = page.doc.span(tokens.start + article..tokens.end).of(page.doc.text);
        let pronoun = page.is(tokens.start, Class::POSSESSIVE) && page.name_at(tokens.start).is_none();
        let name = match pronoun {
            true => self.owned(tokens),
            false => Some(Cow::Borrowed(text)),
        };
        Referent { entity: None, name: name.filter(|_| named), kind, identified: named, form }
    }

    /// "his spokesman": the name of whom the pronoun means, and the noun.
    fn owned(&self, tokens: Range<usize>) -> Option<Cow<'t, str>> {
        let page = self.page;
        let owner = self.pronoun(tokens.start, None).name?;
        let noun = page.doc.span(tokens.start + 1..tokens.end).of(page.doc.text);
        Some(Cow::Owned(format!("{owner}’s {noun}")))
    }
}

fn form_of(head: &Head) -> Form {
    if head.plural { Form::People } else { Form::Person }
}

fn gender_of(word: Word) -> Option<char> {
    GENDERS.get(word).and_then(|e| e.get("gender").chars().next())
}

/// The gender that a title before the name, or the given name, tells.
fn gender_of_name(page: &Page, name: Range<usize>) -> Option<char> {
    let told = |at: usize| gender_of(page.doc.word(at));
    let title = (name.start.saturating_sub(2)..name.start).rev().find_map(told);
    title.or_else(|| (name.len() > 1).then(|| told(name.start)).flatten())
}
