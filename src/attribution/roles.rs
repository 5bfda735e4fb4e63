//! Roles: the nouns by which a text describes whom and what it names, so that "the minister" and "the company" find
//! their names again.

use super::page::Page;
use crate::entity::{Entity, EntityType};
use crate::lexicon::{GENDERS, SOURCE_NOUNS, Word};
use crate::text::Class;

/// How many words before a name may be its title.
const TITLE: usize = 6;
/// How many roles back an anaphor is looked for: keeps the work linear.
const BACK: usize = 200;

/// One noun said of one name.
#[derive(Clone, Copy, Debug)]
struct Role {
    /// The noun.
    noun: Word,
    /// The word before it: "foreign" minister.
    modifier: Word,
    /// The mention, by its place among the entities.
    mention: usize,
}

/// All roles of a text, in text order.
pub struct Roles {
    found: Vec<Role>,
}

impl Roles {
    /// Reads titles before names, appositions and predicates after them, and the nouns that are part of names. Linear.
    pub fn new(page: &Page) -> Self {
        let mut roles = Roles { found: Vec::new() };
        for (mention, entity) in page.entities.iter().enumerate() {
            roles.read(page, mention, entity);
        }
        roles
    }

    fn read(&mut self, page: &Page, mention: usize, entity: &Entity) {
        let name = page.doc.tokens_of(entity.span);
        let floor = name.start.saturating_sub(TITLE);
        // "the minister, Ann Smith,"
        let apposed = page.before(name.start) == "," && matches!(page.of(name.end), "," | ".");
        let title = if apposed { name.start - 1 } else { name.start };
        for at in (floor..title).rev() {
            let class = page.doc.class(at);
            let inside = class.is_nominal() || page.of(at) == "-";
            if !inside || page.name_at(at).is_some_and(|(e, _)| e.kind == EntityType::Person) {
                break;
            }
            self.note(page, mention, at);
            if apposed {
                break;
            }
        }
        if entity.kind != EntityType::Person {
            for at in name.clone() {
                self.note(page, mention, at);
            }
        }
        let predicate = page.is(name.end, Class::BE) && page.is(name.end, Class::VERB);
        if (page.of(name.end) == "," || predicate)
            && let Some(end) = page.base_after(name.end + 1, name.end + 1 + 2 * TITLE)
        {
            self.note(page, mention, end - 1);
        }
    }

    /// Bodies and documents are not called what persons are called.
    fn note(&mut self, page: &Page, mention: usize, at: usize) {
        let noun = page.doc.word(at);
        let person = page.entities.get(mention).is_some_and(|e| e.kind == EntityType::Person);
        let fits = |class: &str| matches!(class, "body" | "document") != person;
        if SOURCE_NOUNS.get(noun).map_or(GENDERS.has(noun), |e| fits(e.get("class"))) {
            let modifier = at.checked_sub(1).map_or(Word::UNKNOWN, |m| page.doc.word(m));
            self.found.push(Role { noun, modifier, mention });
        }
    }

    /// The mention, before entity number `limit` of the list, that the noun was last said of: with the same word before
    /// it where that was ever said, else whatever stood before it. Where a name stands before it, as in "the Leeds
    /// mayor", it must not have been said of two.
    pub fn mention(
        &self,
        page: &Page,
        noun: usize,
        modified: bool,
        by_name: bool,
        limit: usize,
    ) -> Option<usize> {
        let word = page.doc.word(noun);
        let modifier = noun.checked_sub(1).map(|m| page.doc.word(m)).filter(|_| modified);
        let before = self.found.partition_point(|r| r.mention < limit);
        let same = || self.found.iter().take(before).rev().take(BACK).filter(|r| r.noun == word);
        let known = modifier.filter(|m| *m != Word::UNKNOWN);
        let exact = known.and_then(|m| same().find(|r| r.modifier == m)).map(|r| r.mention);
        let last = same().next()?.mention;
        let entity = |mention: usize| page.entities.get(mention).map(|e| e.entity);
        let alone = !by_name || same().all(|r| entity(r.mention) == entity(last));
        exact.or(alone.then_some(last))
    }

    /// The nouns said of each mention, for what they tell of a person's gender.
    pub fn nouns(&self) -> impl Iterator<Item = (usize, Word)> + '_ {
        self.found.iter().map(|r| (r.mention, r.noun))
    }
}
