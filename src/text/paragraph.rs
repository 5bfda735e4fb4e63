//! Paragraphs: what stands between line breaks. A break inside a sentence, as in mail and old wire copy, is no break.

use super::Document;
use std::ops::Range;

/// The paragraphs as ranges of tokens; none is empty.
pub fn split(doc: &Document) -> Vec<Range<usize>> {
    let Document { text, tokens, .. } = doc;
    let mut paragraphs = Vec::new();
    let mut first = 0;
    for at in 1..tokens.len() {
        let (Some(last), Some(next)) = (tokens.get(at - 1), tokens.get(at)) else {
            break;
        };
        // No gap, or one space.
        if !next.spaced
            || (next.start - last.end == 1 && text.as_bytes().get(last.end as usize) == Some(&b' '))
        {
            continue;
        }
        let gap = text.get(last.end as usize..next.start as usize).unwrap_or("");
        let breaks = gap.chars().filter(|c| is_break(*c)).count();
        if breaks > 1 || (breaks == 1 && !goes_on(last.of(text), next.of(text))) {
            paragraphs.push(first..at);
            first = at;
        }
    }
    if first < tokens.len() {
        paragraphs.push(first..tokens.len());
    }
    paragraphs
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A single break between a word or comma and a lower-case word lies inside a sentence.
fn goes_on(last: &str, next: &str) -> bool {
    let open = last.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    open && next.starts_with(char::is_lowercase)
}
