//! Quotations that no cue introduces: those that go on a speaker's words, those that a sentence before announces, and
//! those of whom the narration speaks beside them.

use super::AttributionType;
use super::construction::Draft;
use super::page::Page;
use super::signed;
use crate::text::{Class, Quotation};
use std::ops::Range;

/// How many drafts before a quotation are looked at for its speaker.
const NEAR: usize = 24;
/// A quotation of fewer words says nothing by itself.
const SHORTEST: usize = 5;
/// Where a caption or a heading interrupts a quotation, it goes on within so many paragraphs.
const APART: usize = 2;

/// Adds to each draft the quotations that go on its speaker's words, and drafts for those that are signed, announced by a
/// `waiting` cue, or told beside their speaker. `drafts` are in text order.
pub fn complete(page: &Page, drafts: &mut Vec<Draft>, waiting: &[Draft]) {
    let mut claimed = Claimed::new(page, drafts);
    let told = drafts.len();
    let mut added: Vec<Draft> = Vec::new();
    for q in &page.doc.quotations {
        if q.depth > 0 || claimed.is(q.tokens.start) {
            continue;
        }
        let index = speaker_before(page, q, drafts, &claimed);
        let index =
            index.or_else(|| added.last().filter(|d| goes_on(page, q, d)).map(|_| told + added.len() - 1));
        let own = signed::signature(page, q);
        match (own, index) {
            (None, Some(index)) => {
                let before = drafts.get_mut(index).or_else(|| added.get_mut(index.wrapping_sub(told)));
                if let Some(draft) = before {
                    draft.content.push(q.tokens.clone());
                    claimed.take(&q.tokens, index);
                }
            }
            (own, _) => {
                let draft = own
                    .or_else(|| announced(page, q, waiting))
                    .or_else(|| run_on(page, q, drafts))
                    .or_else(|| beside(page, q));
                if let Some(draft) = draft {
                    claimed.take(&q.tokens, told + added.len());
                    added.push(draft);
                }
            }
        }
    }
    drafts.extend(added);
}

/// Whether the quotation follows, alone in its paragraph, one that the draft ends with.
fn goes_on(page: &Page, q: &Quotation, draft: &Draft) -> bool {
    let last = draft.content.last().map_or(0, |c| c.end.saturating_sub(1));
    let next = paragraph_of(page, q.tokens.start);
    says_something(page, q) && next.zip(paragraph_of(page, last)).is_some_and(|(n, p)| n <= p + 1)
}

fn paragraph_of(page: &Page, at: usize) -> Option<usize> {
    Some(page.doc.sentences.get(page.doc.sentence_of(at)?)?.paragraph)
}

/// A quotation that stands alone in its sentences and is more than a name.
fn says_something(page: &Page, q: &Quotation) -> bool {
    stands_alone(page, q)
        && page.sentence(q.tokens.start).start == q.tokens.start
        && (page.is_utterance(q) || page.has_finite(q.tokens.clone()))
        && q.tokens.len() >= SHORTEST
}

/// "X issued a statement. “…”": the cue waits at the end of the sentence before.
fn announced(page: &Page, q: &Quotation, waiting: &[Draft]) -> Option<Draft> {
    let start = q.tokens.start;
    let from = waiting.partition_point(|d| d.cue.as_ref().is_some_and(|c| c.end <= start));
    let draft = waiting.get(from.checked_sub(1)?)?;
    let cue = draft.cue.as_ref()?;
    let next = page.sentence(cue.start).end >= start;
    (next && says_something(page, q)).then(|| Draft { content: vec![q.tokens.clone()], ..draft.clone() })
}

/// A paragraph that is a quotation, after one that ends with somebody's words out of marks: theirs still.
fn run_on(page: &Page, q: &Quotation, drafts: &[Draft]) -> Option<Draft> {
    let paragraph = paragraph_of(page, q.tokens.start)?;
    let whole = page.doc.paragraphs.get(paragraph)?.tokens.start == q.tokens.start;
    if !whole || !says_something(page, q) {
        return None;
    }
    let before = page.doc.paragraphs.get(paragraph.checked_sub(1)?)?.tokens.clone();
    let (_, draft) = nearest(drafts, q.tokens.start).find(|(_, d)| {
        let told =
            d.kind == AttributionType::Speech && d.cue.as_ref().is_some_and(|c| before.contains(&c.start));
        told && d.source.as_ref().is_some_and(|s| page.quotation_at(s.start).is_none() && page.is_somebody(s))
    })?;
    Some(Draft { rule: "attribution/run-on", content: vec![q.tokens.clone()], cue: None, ..draft.clone() })
}

/// "Ann Smith shook her head. “…”": the person whom the sentence before, else the one after, in the same paragraph is
/// about.
fn beside(page: &Page, q: &Quotation) -> Option<Draft> {
    if !says_something(page, q) {
        return None;
    }
    let number = page.doc.sentence_of(q.tokens.start)?;
    let after = page.doc.sentence_of(q.tokens.end - 1)? + 1;
    let paragraph = page.doc.sentences.get(number)?.paragraph;
    let subject = |number: usize| {
        let sentence = page.doc.sentences.get(number).filter(|s| s.paragraph == paragraph)?;
        let start = sentence.tokens.start;
        let end = page.base_after(start, sentence.tokens.end)?;
        let acts = page.is(end, Class::VERB) || page.of(end) == ",";
        (acts && page.quotation_at(start).is_none() && page.is_somebody(&(start..end))).then_some(start..end)
    };
    let source = number.checked_sub(1).and_then(subject).or_else(|| subject(after))?;
    Some(Draft {
        rule: "attribution/beside",
        kind: AttributionType::Speech,
        content: vec![q.tokens.clone()],
        cue: None,
        source: Some(source),
        negated: false,
    })
}

/// Which tokens are content already, and of which draft.
struct Claimed {
    by: Vec<u32>,
}

impl Claimed {
    fn new(page: &Page, drafts: &[Draft]) -> Self {
        let mut claimed = Claimed { by: vec![0; page.doc.tokens.len()] };
        for (index, draft) in drafts.iter().enumerate() {
            if draft.source.is_some() || draft.cue.is_some() {
                for piece in &draft.content {
                    claimed.take(piece, index);
                }
            }
        }
        claimed
    }

    fn is(&self, at: usize) -> bool {
        self.by.get(at).is_some_and(|b| *b > 0)
    }

    /// Outer contents come first in text order and keep their tokens.
    fn take(&mut self, piece: &Range<usize>, index: usize) {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        for place in self.by.get_mut(piece.clone()).unwrap_or(&mut []) {
            if *place == 0 {
                *place = number;
            }
        }
    }
}

/// The draft whose speaker goes on in this quotation.
fn speaker_before(page: &Page, q: &Quotation, drafts: &[Draft], claimed: &Claimed) -> Option<usize> {
    let sentence = page.doc.sentence_of(q.tokens.start)?;
    let start = page.doc.sentences.get(sentence)?.tokens.start;
    if start < q.tokens.start {
        return same_sentence(page, q, drafts, start);
    }
    let alone = stands_alone(page, q);
    if let Some(index) = interrupted(page, q, drafts) {
        return Some(index);
    }
    let previous = sentence.checked_sub(1)?;
    let before = page.doc.sentences.get(previous)?;
    let index = last_speech(page, drafts, before.tokens.clone(), claimed)?;
    let same = page.doc.sentences.get(sentence)?.paragraph == before.paragraph;
    let draft = drafts.get(index)?;
    let quoted = draft.content.iter().any(|piece| piece.clone().any(|at| page.opening(at).is_some()));
    let utterance = page.is_utterance(q) || says_something(page, q);
    (alone && utterance && (same || quoted)).then_some(index)
}

/// A quotation without a closing mark goes on at the next opening mark, whatever caption stands between.
fn interrupted(page: &Page, q: &Quotation, drafts: &[Draft]) -> Option<usize> {
    let paragraph = paragraph_of(page, q.tokens.start)?;
    let starts = page.doc.paragraphs.get(paragraph)?.tokens.start == q.tokens.start;
    let open = |d: &Draft| {
        let piece = d.content.last()?;
        page.opening(piece.start).filter(|p| !p.closed && p.tokens.end <= q.tokens.start)?;
        paragraph_of(page, piece.start).filter(|p| p + APART >= paragraph)
    };
    let (index, _) = nearest(drafts, q.tokens.start).find(|(_, d)| starts && open(d).is_some())?;
    Some(index)
}

/// `“A,” she said, “B.”`: a quotation behind the cue of one that came before.
fn same_sentence(page: &Page, q: &Quotation, drafts: &[Draft], start: usize) -> Option<usize> {
    let comma = matches!(page.before(q.tokens.start), "," | ":" | ".") || page.is_dash(q.tokens.start - 1);
    let (index, _) = nearest(drafts, q.tokens.start).find(|(_, d)| {
        let cue = d.cue.as_ref().is_some_and(|c| c.start >= start && c.end <= q.tokens.start);
        cue && d.content.iter().all(|c| c.end <= q.tokens.start) && is_quoted(page, d)
    })?;
    (comma || page.is_utterance(q)).then_some(index)
}

/// The drafts whose contents begin before the place, the nearest first, as many as one sentence can hold.
fn nearest(drafts: &[Draft], place: usize) -> impl Iterator<Item = (usize, &Draft)> {
    let end = drafts.partition_point(|d| d.content.first().is_some_and(|c| c.start < place));
    drafts.iter().enumerate().take(end).rev().take(NEAR)
}

fn is_quoted(page: &Page, draft: &Draft) -> bool {
    draft.kind == AttributionType::Speech
        && draft.content.iter().any(|c| page.quotation_at(c.end.saturating_sub(1)).is_some())
}

/// Whether nothing but the quotation stands in its sentences.
fn stands_alone(page: &Page, q: &Quotation) -> bool {
    let last = q.tokens.end.saturating_sub(1);
    let end = page.sentence(last).end;
    let rest = q.tokens.end..end;
    rest.clone().all(|at| matches!(page.of(at), "." | "(" | ")" | "it" | "”"))
}

/// The last draft of speech, outside other contents, that touches the tokens.
fn last_speech(page: &Page, drafts: &[Draft], tokens: Range<usize>, claimed: &Claimed) -> Option<usize> {
    let ends = |d: &Draft| {
        let content = d.content.last().map_or(0, |c| c.end);
        let cue = d.cue.as_ref().map_or(0, |c| c.end);
        content.max(cue)
    };
    // A run-on piece claims the sentence for its draft.
    let owner = tokens.clone().rev().filter_map(|at| claimed.by.get(at)).find(|b| **b > 0);
    if let Some(index) = owner.map(|b| *b as usize - 1)
        && drafts.get(index).is_some_and(|d| {
            d.kind == AttributionType::Speech
                && d.content.last().is_some_and(|c| tokens.contains(&(c.end - 1)) || ends(d) >= tokens.start)
        })
    {
        return Some(index);
    }
    nearest(drafts, tokens.end)
        .filter(|(_, d)| d.kind == AttributionType::Speech && d.source.is_some())
        .find(|(_, d)| {
            let end = ends(d);
            end > tokens.start
                && end <= tokens.end
                && d.source.as_ref().is_some_and(|s| page.quotation_at(s.start).is_none())
        })
        .map(|(index, _)| index)
}
