//! Runs: the stretches of a sentence that can hold names, so that nothing else is looked at.

use super::clue::Clue;
use super::phrase::is_acronym;
use crate::lexicon::{CURRENCY_SIGNS, NOT_NAMES, PARTICLES};
use crate::text::{Document, Token, TokenKind};
use std::ops::Range;

/// No name has more tokens between two words with a capital ("of the", "- al -").
const WIDEST_GAP: usize = 3;

/// All runs, in text order: each begins and ends with a word with a capital, a number beside one, or a particle.
pub fn find(doc: &Document, clues: &[Clue]) -> Vec<Range<usize>> {
    let is_capital = |at: usize| clues.get(at).is_some_and(|clue| clue.capital);
    let mut runs = Vec::new();
    for sentence in &doc.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !is_capital(at) {
                at += 1;
                continue;
            }
            let floor = runs.last().map_or(0, |r: &Range<usize>| r.end).max(sentence.tokens.start);
            let core = at..last(doc, is_capital, at, sentence.tokens.end) + 1;
            let run = widened(doc, core, floor..sentence.tokens.end);
            at = run.end;
            runs.push(run);
        }
    }
    runs
}

/// Whether the token is a word with a capital anywhere in it ("Kyiv", "iPhone", "al-Qaida" at its "Qaida") and no part of a
/// sum ("US$5").
pub fn is_capital(doc: &Document, token: usize) -> bool {
    let text = doc.of(token);
    doc.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
        && !text.bytes().all(|b| b.is_ascii_lowercase())
        && text.chars().any(char::is_uppercase)
        && text.starts_with(char::is_alphabetic)
        && !doc.tokens.get(token + 1).is_some_and(|next| is_sign(doc, next, token + 1))
}

fn is_sign(doc: &Document, token: &Token, at: usize) -> bool {
    token.kind == TokenKind::Mark && !token.spaced && CURRENCY_SIGNS.has(doc.word(at))
}

/// The last word with a capital that only connectors join to the first.
fn last(doc: &Document, is_capital: impl Fn(usize) -> bool, first: usize, end: usize) -> usize {
    let mut last = first;
    let mut at = first + 1;
    while at < end && at - last <= WIDEST_GAP + 1 {
        if NOT_NAMES.get(doc.word(at)).is_some_and(|e| e.get("class") == "caption") {
            break;
        }
        if is_capital(at) {
            last = at;
        } else if !joins(doc, at) {
            break;
        }
        at += 1;
    }
    last
}

/// Whether the token can stand between two words of a name.
fn joins(doc: &Document, token: usize) -> bool {
    let Some(t) = doc.tokens.get(token) else {
        return false;
    };
    match t.kind {
        TokenKind::Number => true,
        TokenKind::Word => PARTICLES.has(doc.word(token)),
        TokenKind::Mark => match doc.of(token) {
            "&" => true,
            "." => !t.spaced && !ends_sentence(doc, token),
            "-" => {
                doc.of(token + 1) != "-" && token.checked_sub(1).is_none_or(|before| doc.of(before) != "-")
            }
            "/" | "'" | "’" | "‑" | "–" | "+" | "!" => !t.spaced,
            _ => false,
        },
    }
}

/// Whether the point behind a word in capitals ends its sentence: "the SEC. Vanguard".
fn ends_sentence(doc: &Document, point: usize) -> bool {
    let before = point.checked_sub(1).map_or("", |before| doc.of(before));
    before.len() > 2 && is_acronym(before) && doc.tokens.get(point + 1).is_some_and(|next| next.spaced)
}

/// A run with the numbers and particles that may belong to its outer names.
fn widened(doc: &Document, run: Range<usize>, limits: Range<usize>) -> Range<usize> {
    let mut start = run.start;
    let particle = |at: usize| PARTICLES.get(doc.word(at)).is_some_and(|e| e.get("class") == "particle");
    while start > limits.start && run.start - start < WIDEST_GAP {
        let before = start - 1;
        let hyphen = doc.of(before) == "-" && before > limits.start && particle(before - 1);
        let number = doc.tokens.get(before).is_some_and(|t| t.kind == TokenKind::Number);
        if !(hyphen || particle(before) || number) {
            break;
        }
        start = before;
    }
    let mut end = run.end;
    while end < limits.end && end - run.end < WIDEST_GAP {
        let number =
            |at: usize| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number && at < limits.end);
        let hyphen = doc.of(end) == "-" && number(end + 1);
        if !(hyphen || number(end)) {
            break;
        }
        end += 1;
    }
    start..end
}
