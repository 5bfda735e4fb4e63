//! Where a sentence or a content states several things side by side, each with a subject and a verb of its own.

use crate::lexicon::FRAMES;
use crate::text::{Class, Clause, ClauseKind, Document};
use std::ops::Range;

/// Fewer words than this state too little beside another claim.
const FEWEST: usize = 4;

/// The stretch in pieces that can stand alone, each without the word that joins it; one piece where nothing is joined.
pub fn split(doc: &Document, tokens: Range<usize>) -> Vec<Range<usize>> {
    let first = doc.clauses.partition_point(|c| c.tokens.end <= tokens.start);
    let clauses = doc.clauses.get(first..).unwrap_or(&[]);
    let inside = clauses.iter().take_while(|c| c.tokens.start < tokens.end);
    let mut pieces = Vec::new();
    let mut start = tokens.start;
    let mut open = ClauseKind::Main;
    for clause in inside {
        let at = clause.tokens.start;
        if at > start
            && let Some(next) = joined(doc, clause, open)
            && stands(doc, start..at)
            && stands(doc, next..tokens.end)
        {
            pieces.push(start..at);
            (start, open) = (next, ClauseKind::Main);
        } else if clause.kind != ClauseKind::Parenthetical {
            open = clause.kind;
        }
    }
    pieces.push(start..tokens.end);
    pieces
}

/// Where a clause with a subject of its own begins behind the word that joins it. Without a comma, "and" may join it to
/// a clause that hangs on another: `open` is the kind of the one before.
fn joined(doc: &Document, clause: &Clause, open: ClauseKind) -> Option<usize> {
    let at = clause.tokens.start;
    let class = doc.class(at);
    let before = at.checked_sub(1).map_or("", |b| doc.of(b));
    let next = match clause.kind {
        ClauseKind::Main if before == ";" => at + usize::from(class.is(Class::COORDINATOR)),
        ClauseKind::Coordinate
            if before == "," || matches!(open, ClauseKind::Main | ClauseKind::Coordinate) =>
        {
            at + 1
        }
        ClauseKind::Adverbial | ClauseKind::Relative if before == "," && contrasts(doc, at) => at + 1,
        _ => return None,
    };
    let subject = (next..clause.tokens.end)
        .find(|i| !doc.class(*i).is(Class::ADVERB) || doc.class(*i).is(Class::DETERMINER))?;
    let own = !doc.class(subject).is(Class::VERB
        | Class::FINITE
        | Class::PREPOSITION
        | Class::RELATIVE
        | Class::SUBORDINATOR);
    (clause.finite && own).then_some(next)
}

/// "while", "whereas", "where": what follows is told beside the rest.
fn contrasts(doc: &Document, at: usize) -> bool {
    FRAMES.get(doc.word(at)).is_some_and(|entry| entry.has("role", "beside"))
}

fn stands(doc: &Document, tokens: Range<usize>) -> bool {
    let mut words = 0;
    let mut finite = false;
    for at in tokens {
        words +=
            usize::from(doc.word(at) != Default::default() || doc.of(at).starts_with(char::is_alphanumeric));
        finite |= doc.class(at).is(Class::FINITE);
        if finite && words >= FEWEST {
            return true;
        }
    }
    false
}
