//! Whether a text is English, by its small words: the core reads English alone.

use reportedly::text::{Class, Document, TokenKind};

/// Words that every English sentence is held together by.
const SMALL: Class = Class::DETERMINER
    .or(Class::POSSESSIVE)
    .or(Class::PREPOSITION)
    .or(Class::COORDINATOR)
    .or(Class::COMPLEMENTIZER)
    .or(Class::BE)
    .or(Class::HAVE);

/// From this share on; English news lies above a quarter, other languages below a tenth.
const SHARE: f64 = 0.15;
/// Fewer words than this say nothing of the language.
const ENOUGH: usize = 20;
/// A text need not be looked at to its end; in words.
const SAMPLE: usize = 4_000;

/// Whether a text looks like English; short ones always do.
pub fn looks_english(document: &Document) -> bool {
    share(document).is_none_or(|share| share >= SHARE)
}

/// How many of the words are small ones; None where there are too few to tell.
fn share(document: &Document) -> Option<f64> {
    let tokens = document.tokens.iter().zip(&document.classes);
    let words = tokens.filter(|(token, _)| token.kind == TokenKind::Word).take(SAMPLE);
    let (mut small, mut all) = (0, 0);
    for (token, class) in words {
        all += 1;
        // One letter is a word in most languages.
        small += usize::from(token.end - token.start > 1 && class.is(SMALL));
    }
    (all >= ENOUGH).then(|| small as f64 / all as f64)
}
