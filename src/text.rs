//! The document: what every later stage reads. Paragraphs, sentences, tokens with their words, and paired quotations.

pub mod class;
pub mod clause;
mod paragraph;
mod quotation;
mod sentence;
pub mod token;
pub mod utf16;

pub use class::Class;
pub use clause::{Clause, ClauseKind};
pub use quotation::Quotation;
pub use token::{Token, TokenKind};

use crate::lexicon::{Entry, Lexicon, Word, hash};
use crate::span::Span;
use std::ops::Range;

/// A text, cut up. All ranges are ranges of token numbers.
pub struct Document<'t> {
    /// The text itself.
    pub text: &'t str,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// For each token, its word in the lexicons' vocabulary.
    pub words: Vec<Word>,
    /// For each token, its text.
    texts: Vec<&'t str>,
    /// For each token, what it can be grammatically.
    pub classes: Vec<Class>,
    /// Blocks of text between line breaks, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences, in order; none crosses a paragraph.
    pub sentences: Vec<Sentence>,
    /// For each token, the number of its sentence.
    in_sentence: Vec<u32>,
    /// Quotations in order of their opening marks; nested ones follow the one around them.
    pub quotations: Vec<Quotation>,
    /// Clauses, in order; together they cover every sentence.
    pub clauses: Vec<Clause>,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its sentences, by number.
    pub sentences: Range<usize>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: usize,
}

impl<'t> Document<'t> {
    /// Cuts a text up. Linear in its length.
    pub fn new(text: &'t str) -> Self {
        let tokens = token::tokenize(text);
        let texts: Vec<&str> = tokens.iter().map(|token| token.of(text)).collect();
        let words = tokens.iter().map(|token| Word::hashed(text, token.range(), token.hash)).collect();
        let mut doc = Document {
            text,
            tokens,
            words,
            texts,
            classes: Vec::new(),
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            in_sentence: Vec::new(),
            quotations: Vec::new(),
            clauses: Vec::new(),
        };
        // Each looks at what those before it found.
        (doc.paragraphs, doc.sentences) = sentences(&doc);
        doc.in_sentence = Vec::with_capacity(doc.tokens.len());
        for (number, sentence) in (0..).zip(&doc.sentences) {
            doc.in_sentence.resize(sentence.tokens.end, number);
        }
        doc.quotations = quotation::pair(&doc);
        doc.classes = class::classify(&doc);
        doc.clauses = clause::find(&doc);
        doc
    }

    /// The text of a token; empty beyond the last.
    pub fn of(&self, token: usize) -> &'t str {
        self.texts.get(token).copied().unwrap_or("")
    }

    /// The word of a token; unknown beyond the last.
    pub fn word(&self, token: usize) -> Word {
        self.words.get(token).copied().unwrap_or_default()
    }

    /// The hash of a token whatever its case; that of the empty word beyond the last.
    pub(crate) fn hash(&self, token: usize) -> u32 {
        self.tokens.get(token).map_or_else(|| hash::of(""), |t| t.hash)
    }

    /// What a token can be grammatically; nothing beyond the last.
    pub fn class(&self, token: usize) -> Class {
        self.classes.get(token).copied().unwrap_or_default()
    }

    /// The words from a token on, for [`crate::lexicon::Lexicon::longest`], not beyond `end`.
    pub fn words(&self, tokens: Range<usize>) -> impl Iterator<Item = Word> + '_ {
        self.words
            .get(tokens.start.min(self.words.len())..tokens.end.min(self.words.len()))
            .unwrap_or(&[])
            .iter()
            .copied()
    }

    /// The longest phrase of a list that these tokens begin with, and how many tokens it takes.
    #[inline]
    pub fn longest(&self, list: &Lexicon, tokens: Range<usize>) -> Option<(Entry, usize)> {
        let may_be = tokens.start < tokens.end && self.word(tokens.start).begins_any(list.bit());
        if may_be { list.longest(self.words(tokens)) } else { None }
    }

    /// The bytes from the first to the last of these tokens; empty for an empty range.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let first = self.tokens.get(tokens.start);
        let last = tokens.end.checked_sub(1).and_then(|i| self.tokens.get(i));
        match (first, last) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                Span { start: first.start, end: last.end }
            }
            _ => Span::default(),
        }
    }

    /// The number of the first token that starts at or after this byte.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.start < byte)
    }

    /// The tokens that a span covers.
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.end <= span.start);
        // No token is shorter than a byte.
        let most = (start + span.end.saturating_sub(span.start) as usize + 1).min(self.tokens.len());
        let behind = self.tokens.get(start..most).unwrap_or_default();
        start..start + behind.partition_point(|t| t.start < span.end)
    }

    /// The number of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        self.in_sentence.get(token).map(|sentence| *sentence as usize)
    }

    /// Whether all these tokens belong to one sentence.
    pub fn in_one_sentence(&self, tokens: &Range<usize>) -> bool {
        tokens.len() <= 1
            || self
                .sentence_of(tokens.start)
                .and_then(|s| self.sentences.get(s))
                .is_some_and(|s| tokens.end <= s.tokens.end)
    }

    /// The clause that holds a token.
    pub fn clause_of(&self, token: usize) -> Option<&Clause> {
        self.clauses.get(self.clauses.partition_point(|c| c.tokens.end <= token))
    }

    /// Whether white space, or the start of the text, comes before a token; not beyond the last.
    fn is_spaced(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.spaced)
    }

    /// Whether a token is a mark.
    #[inline]
    pub(crate) fn is_mark(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    /// Whether the token begins with an upper-case letter.
    pub fn is_capital(&self, token: usize) -> bool {
        self.of(token).chars().next().is_some_and(char::is_uppercase)
    }
}

/// The paragraphs and their sentences.
fn sentences(doc: &Document) -> (Vec<Paragraph>, Vec<Sentence>) {
    let blocks = paragraph::split(doc);
    let mut sentences = Vec::new();
    let mut paragraphs = Vec::with_capacity(blocks.len());
    for block in blocks {
        let first = sentences.len();
        let paragraph = paragraphs.len();
        sentence::split(doc, block.clone(), |tokens| sentences.push(Sentence { tokens, paragraph }));
        paragraphs.push(Paragraph { tokens: block, sentences: first..sentences.len() });
    }
    (paragraphs, sentences)
}

/// Marks that open something: a quotation, a bracket.
pub(crate) fn opens(mark: &str) -> bool {
    matches!(mark, "(" | "[" | "{" | "“" | "‘" | "«" | "‹" | "„" | "\"" | "'")
}

/// Marks that close something.
pub(crate) fn closes(mark: &str) -> bool {
    matches!(mark, ")" | "]" | "}" | "”" | "’" | "»" | "›" | "\"" | "'")
}
