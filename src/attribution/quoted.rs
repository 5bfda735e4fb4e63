//! Quotations that no cue introduces: those that go on a speaker's words, and those signed with a colon or a dash.

#![expect(clippy::single_range_in_vec_init, reason = "a content of one piece is meant")]

use super::AttributionType;
use super::construction::Draft;
use super::page::Page;
use crate::entity::EntityType;
use crate::lexicon::SOURCE_NOUNS;
use crate::text::{Class, Quotation};
use std::ops::Range;

/// How many drafts before a quotation are looked at for its speaker.
const NEAR: usize = 24;
/// A signature is not longer than this.
const SIGNATURE: usize = 14;

/// Adds to each draft the quotations that go on its speaker's words, and drafts for signed ones. `drafts` are in text order.
pub fn complete(page: &Page, drafts: &mut Vec<Draft>) {
    let mut claimed = Claimed::new(page, drafts);
    let mut signed = Vec::new();
    for q in &page.doc.quotations {
        if q.depth > 0 || claimed.is(q.tokens.start) {
            continue;
        }
        if let Some(draft) = signature(page, q) {
            claimed.take(&q.tokens, signed.len());
            signed.push(draft);
        } else if let Some(index) = speaker_before(page, q, drafts, &claimed)
            && let Some(draft) = drafts.get_mut(index)
        {
            draft.content.push(q.tokens.clone());
            claimed.take(&q.tokens, index);
        }
    }
    drafts.extend(signed);
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
    let previous = sentence.checked_sub(1)?;
    let before = page.doc.sentences.get(previous)?;
    let index = last_speech(page, drafts, before.tokens.clone(), claimed)?;
    let same = page.doc.sentences.get(sentence)?.paragraph == before.paragraph;
    let draft = drafts.get(index)?;
    let quoted = draft.content.iter().any(|piece| page.opening(piece.start).is_some());
    (alone && page.is_utterance(q) && (same || quoted)).then_some(index)
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

/// `Borrell: “…”`, `“…” – Name` and `“…” Name, title` on a line of its own.
fn signature(page: &Page, q: &Quotation) -> Option<Draft> {
    let draft = |rule, source| Draft {
        rule,
        kind: AttributionType::Speech,
        content: vec![q.tokens.clone()],
        cue: None,
        source: Some(source),
        negated: false,
    };
    let sentence = page.sentence(q.tokens.start);
    if page.before(q.tokens.start) == ":" {
        let colon = q.tokens.start - 1;
        let source = page.phrase_before(colon, page.floor(colon).max(sentence.start))?;
        return (source.start == sentence.start && can_sign(page, source.clone()))
            .then(|| draft("attribution/colon", source));
    }
    let paragraph = page
        .doc
        .paragraphs
        .get(page.doc.sentences.get(page.doc.sentence_of(q.tokens.end - 1)?)?.paragraph)?;
    let dash = usize::from(page.is_dash(q.tokens.end))
        + usize::from(page.is_dash(q.tokens.end) && page.of(q.tokens.end + 1) == "-");
    let rest = q.tokens.end + dash..paragraph.tokens.end;
    let whole = q.tokens.start == paragraph.tokens.start || dash > 0;
    let signs = whole && !rest.is_empty() && rest.len() <= SIGNATURE && page.doc.is_capital(rest.start);
    if !signs || rest.clone().any(|at| page.is(at, Class::FINITE) && page.quotation_at(at).is_none()) {
        return None;
    }
    let end = page.phrase_after(rest.start, rest.end)?.end;
    (dash > 0 || end == rest.end || page.of(end) == ",")
        .then(|| draft("attribution/signature", rest.start..end))
}

/// Whether the phrase names somebody who can speak: a person, an institution, a noun of office.
fn can_sign(page: &Page, phrase: Range<usize>) -> bool {
    let last = phrase.end - 1;
    let name = page
        .name_at(last)
        .is_some_and(|(e, _)| matches!(e.kind, EntityType::Person | EntityType::Organization));
    let noun = SOURCE_NOUNS.has(page.doc.word(last));
    (name || noun || page.doc.is_capital(last))
        && !phrase.clone().any(|at| page.is(at, Class::VERB))
        && phrase.len() <= SIGNATURE
}

/// "Minister: no talks before spring": the headline, or any line without a full stop, with its speaker before a colon.
pub fn headline(page: &Page) -> Option<Draft> {
    let first = page.doc.paragraphs.first()?.tokens.clone();
    let colon = first.clone().find(|at| page.of(*at) == ":")?;
    let speaker = first.start..colon;
    let last = first.end.saturating_sub(1);
    let line = !matches!(page.of(last), "." | "!" | "?");
    let known = page.name_at(colon.checked_sub(1)?).is_some_and(|(e, _)| e.kind == EntityType::Person)
        || SOURCE_NOUNS
            .get(page.doc.word(colon - 1))
            .is_some_and(|e| matches!(e.get("class"), "office" | "official" | "document" | "body"));
    let short = !speaker.is_empty() && speaker.len() <= 6 && !page.has_finite(speaker.clone());
    (line && known && short && colon + 1 < first.end).then(|| Draft {
        rule: "attribution/headline",
        kind: AttributionType::Speech,
        content: vec![colon + 1..first.end],
        cue: None,
        source: Some(speaker),
        negated: false,
    })
}
