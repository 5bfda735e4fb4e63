//! What a claim says of its subject: its main verb, and how that is put.

use super::sign::Sign;
use crate::lexicon::CLAIM_VERBS;
use crate::text::{Class, ClauseKind, Document};
use std::ops::Range;

/// The main verb of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// Its first word: the auxiliary, where there is one.
    pub finite: usize,
    /// The verb that carries the meaning; a form of "be" or "have" that stands alone is its own.
    pub verb: usize,
    /// How it is put.
    pub form: Sign,
}

impl Predicate {
    /// Whether it tells something done rather than a state of mind or of things: "did not pay", not "did not know".
    pub fn is_deed(&self, doc: &Document) -> bool {
        let told = matches!(self.form, Sign::Told | Sign::Perfect | Sign::Passive);
        let lone = doc.class(self.verb).is(Class::AUXILIARY);
        let entry = CLAIM_VERBS.longest(doc.words(self.verb..self.verb + 1));
        let state = entry.is_some_and(|(entry, _)| {
            ["state", "wish", "opinion", "feeling"].iter().any(|c| entry.has("class", c))
        });
        told && !lone && !state
    }
}

/// How far behind its auxiliary a verb may stand.
const REACH: usize = 4;

/// The main verb of a stretch: the first finite verb outside what is only inserted, else the first of all.
pub fn find(doc: &Document, tokens: Range<usize>) -> Option<Predicate> {
    let first = doc.clauses.partition_point(|c| c.tokens.end <= tokens.start);
    let clauses = doc.clauses.get(first..).unwrap_or(&[]).iter().take_while(|c| c.tokens.start < tokens.end);
    let main = clauses.filter(|c| {
        matches!(c.kind, ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Complement)
            || c.tokens.start <= tokens.start && c.kind != ClauseKind::Adverbial
    });
    let finite = |range: Range<usize>| range.into_iter().find(|at| doc.class(*at).is(Class::FINITE));
    let of_clause =
        |c: &crate::text::Clause| finite(c.tokens.start.max(tokens.start)..c.tokens.end.min(tokens.end));
    let found = main.filter_map(of_clause).next().or_else(|| finite(tokens.clone()))?;
    let (verb, form) = read(doc, found, tokens.end);
    Some(Predicate { finite: found, verb, form })
}

/// From the finite verb to the one that carries the meaning, and how that is put.
fn read(doc: &Document, finite: usize, end: usize) -> (usize, Sign) {
    let class = doc.class(finite);
    let word = doc.word(finite).text();
    if !class.is(Class::AUXILIARY) {
        return (carried(doc, finite, end), if class.is(Class::PAST) { Sign::Told } else { Sign::Present });
    }
    let verb = chain(doc, finite, end);
    let last = doc.class(verb);
    let passive =
        last.is(Class::PAST | Class::PARTICIPLE) && doc.class(auxiliary_before(doc, verb)).is(Class::BE);
    let form = match () {
        () if class.is(Class::MODAL) && matches!(word, "will" | "shall" | "'ll" | "would" | "wo") => {
            Sign::Will
        }
        () if class.is(Class::MODAL) => Sign::Modal,
        () if doc.of(finite + 1) == "to" && verb > finite => Sign::Due,
        () if verb == finite => {
            if matches!(word, "was" | "were" | "had") {
                Sign::Was
            } else {
                Sign::Is
            }
        }
        () if passive => Sign::Passive,
        () if last.is(Class::GERUND) => Sign::Progressive,
        () if class.is(Class::HAVE) => Sign::Perfect,
        () if word == "did" => Sign::Told,
        () => Sign::Present,
    };
    (carried(doc, verb, end), form)
}

/// Past a verb that only says how another is done: "proceeded to lie", "helped improve".
fn carried(doc: &Document, verb: usize, end: usize) -> usize {
    let light =
        CLAIM_VERBS.longest(doc.words(verb..end)).is_some_and(|(entry, _)| entry.has("class", "light"));
    let to = usize::from(doc.of(verb + 1) == "to");
    let next = verb + 1 + to;
    let goes_on = doc.class(next).is(if to == 1 { Class::BASE } else { Class::GERUND | Class::BASE });
    if light && goes_on && next < end { next } else { verb }
}

/// The last verb of the group that begins with an auxiliary.
fn chain(doc: &Document, finite: usize, end: usize) -> usize {
    let mut verb = finite;
    while doc.class(verb).is(Class::AUXILIARY) {
        let next = (verb + 1..(verb + 1 + REACH).min(end)).find(|at| {
            let class = doc.class(*at);
            !class.is(Class::ADVERB | Class::NEGATION) && doc.of(*at) != "to"
        });
        match next {
            Some(next)
                if doc.class(next).is(Class::VERB | Class::PAST | Class::PARTICIPLE | Class::GERUND) =>
            {
                verb = next
            }
            _ => break,
        }
    }
    verb
}

fn auxiliary_before(doc: &Document, verb: usize) -> usize {
    (verb.saturating_sub(REACH)..verb).rev().find(|at| doc.class(*at).is(Class::AUXILIARY)).unwrap_or(verb)
}
