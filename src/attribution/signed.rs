//! Words signed rather than told: a name before a colon, a name after a dash, headlines with their speaker.

use super::AttributionType;
use super::construction::Draft;
use super::page::Page;
use crate::entity::EntityType;
use crate::lexicon::{SOURCE_NOUNS, Word};
use crate::text::{Class, Quotation};
use std::ops::Range;

/// A signature is not longer than this.
const SIGNATURE: usize = 14;
/// The speaker before a headline's colon or behind its dash is not longer than this.
const SPEAKER: usize = 6;

/// `Borrell: “…”`, `“…” – Name` and `“…” Name, title` on a line of its own.
pub fn signature(page: &Page, q: &Quotation) -> Option<Draft> {
    let draft = |rule, source| told(rule, q.tokens.clone(), source);
    let sentence = page.sentence(q.tokens.start);
    if page.before(q.tokens.start) == ":" {
        let colon = q.tokens.start - 1;
        let source = page.phrase_before(colon, page.floor(colon).max(sentence.start));
        if let Some(source) = source.filter(|s| s.start == sentence.start && can_sign(page, s.clone())) {
            return Some(draft("attribution/colon", source));
        }
        let subject = page.subject_of(sentence.start..colon);
        return subject
            .filter(|s| page.is_utterance(q) && page.can_speak(s) && page.of(s.start) != "it")
            .map(|source| draft("attribution/colon-behind", source));
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

/// A paragraph without marks that its last line signs: "We had no choice. Ann Smith, mayor".
pub fn paragraphs<'p>(page: &'p Page) -> impl Iterator<Item = Draft> + 'p {
    page.doc.paragraphs.iter().filter_map(|paragraph| {
        let last = page.doc.sentences.get(paragraph.sentences.clone().next_back()?)?.tokens.clone();
        let content = paragraph.tokens.start..last.start;
        let (entity, name) = page.name_at(last.start)?;
        let signs = entity.kind == EntityType::Person
            && !content.is_empty()
            && last.len() <= SIGNATURE
            && page.of(name.end) == ","
            && !page.has_finite(last.clone());
        let titled = last.clone().any(|at| {
            let class = SOURCE_NOUNS.get(page.doc.word(at)).map_or("", |e| e.get("class"));
            matches!(class, "office" | "official" | "person")
        });
        let marked = content.clone().any(|at| page.quotation_at(at).is_some());
        (signs && titled && !marked).then(|| told("attribution/signature", content, last))
    })
}

fn told(rule: &'static str, content: Range<usize>, source: Range<usize>) -> Draft {
    let content = Vec::from([content]);
    Draft { rule, kind: AttributionType::Speech, content, cue: None, source: Some(source), negated: false }
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

/// "Minister: no talks before spring", "Two dead after ferry fire – police": the headline with its speaker.
pub fn headline(page: &Page) -> Option<Draft> {
    let first = page.doc.paragraphs.first()?.tokens.clone();
    if page.doc.paragraphs.first()?.sentences.len() > 1 {
        return None;
    }
    let draft = |content, speaker| told("attribution/headline", content, speaker);
    if let Some(colon) = first.clone().find(|at| page.of(*at) == ":") {
        let (speaker, content) = (first.start..colon, colon + 1..page.trim(colon + 1, first.end));
        return speaks(page, &speaker, &content).then(|| draft(content, speaker));
    }
    let dash = first.clone().rev().find(|at| page.is_dash(*at))?;
    let (speaker, content) = (dash + 1..first.end, first.start..dash);
    // "… – The Washington Post": the paper, not the speaker.
    let paper = page.is(speaker.start, Class::DETERMINER)
        || page.name_at(speaker.start).is_some_and(|(e, _)| e.kind != EntityType::Person);
    let known = !paper && names_speaker(page, &speaker) && page.is_line(first.start);
    (known && content.len() > 2).then(|| draft(content, speaker))
}

/// Whether what stands before the colon is a speaker rather than a label: somebody known, or, before a whole clause, a
/// name that no list has.
fn speaks(page: &Page, speaker: &Range<usize>, content: &Range<usize>) -> bool {
    // "PERTH: The state …": a sentence has a place and no speaker there.
    let unknown = speaker.len() == 1
        && (page.is_line(speaker.start) || page.of(speaker.start).contains(char::is_lowercase))
        && page.doc.word(speaker.start) == Word::UNKNOWN
        && page.doc.is_capital(speaker.start)
        && page.has_finite(content.clone());
    content.len() > 1 && (unknown || names_speaker(page, speaker))
}

fn names_speaker(page: &Page, speaker: &Range<usize>) -> bool {
    let Some(last) = speaker.end.checked_sub(1).filter(|l| *l >= speaker.start) else { return false };
    let name = page.name_at(last).is_some_and(|(e, _)| e.kind == EntityType::Person);
    let noun = SOURCE_NOUNS
        .get(page.doc.word(last))
        .is_some_and(|e| matches!(e.get("class"), "office" | "official" | "document" | "body"));
    (name || noun) && speaker.len() <= SPEAKER && !page.has_finite(speaker.clone())
}
