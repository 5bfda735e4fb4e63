//! Whether a clause speaks of the past or of what is to come, by the verb nearest to a time.

use super::reader::Reader;
use crate::lexicon::TENSE_CUES;
use crate::text::Class;
use std::ops::Range;

/// Where a clause stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No verb says.
    Unsaid,
}

/// How far a verb is looked for, in tokens on each side.
const REACH: usize = 24;

/// The tense around a time: the nearest verb before it in the sentence, else the first after it.
pub(super) fn tense(r: &Reader, time: &Range<usize>) -> Tense {
    // "its June 1 deadline", "Friday will": what follows at once says most.
    let deadline = r.longest(&TENSE_CUES, time.end).filter(|c| c.what.get("tense") == "future");
    if deadline.is_some() {
        return Tense::Future;
    }
    let before = (time.start.saturating_sub(REACH).max(r.start)..time.start).rev();
    let after = time.end..(time.end + REACH).min(r.end);
    before.chain(after).find_map(|at| cue(r, at, time)).unwrap_or(Tense::Unsaid)
}

fn cue(r: &Reader, at: usize, time: &Range<usize>) -> Option<Tense> {
    // "May" is a month, or a name, where it does not open the sentence.
    if r.is_capital(at) && at > r.start {
        return None;
    }
    if let Some(cue) = r.longest(&TENSE_CUES, at).filter(|c| c.end <= time.start || at >= time.end) {
        return Some(if cue.what.get("tense") == "future" { Tense::Future } else { Tense::Past });
    }
    let class = r.doc.class(at);
    // "will be released", "to be held": the participle leaves the tense to its auxiliary.
    let passive = r.is_after(at, "be");
    (class.is(Class::VERB) && class.is(Class::PAST) && !passive).then_some(Tense::Past)
}
