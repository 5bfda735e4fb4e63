//! A text cut where marks begin and end, so that overlapping marks can be written one stretch after the other.

use reportedly::span::Span;
use reportedly::text::token::Token;
use reportedly::text::{Document, Paragraph};

/// The marks of a text, in order, each with what is to be said of it.
pub struct Marks<T>(Vec<(Span, T)>);

impl<T> Marks<T> {
    /// Larger marks come before the smaller ones that lie on them.
    pub fn new(mut marks: Vec<(Span, T)>) -> Self {
        marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        Marks(marks)
    }

    /// The stretches of a paragraph in order, each with the marks that cover it, the larger ones first.
    pub fn segments(&self, paragraph: Span) -> impl Iterator<Item = (Span, Vec<&T>)> {
        let first = self.0.partition_point(|(mark, _)| mark.start < paragraph.start);
        let last = self.0.partition_point(|(mark, _)| mark.start < paragraph.end);
        let here = self.0.get(first..last).unwrap_or(&[]);
        let mut cuts: Vec<u32> =
            here.iter().flat_map(|(mark, _)| [mark.start, mark.end.min(paragraph.end)]).collect();
        cuts.extend([paragraph.start, paragraph.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let ends: Vec<u32> = cuts.iter().skip(1).copied().collect();
        let mut coming = here.iter().peekable();
        let mut open: Vec<&(Span, T)> = Vec::new();
        cuts.into_iter().zip(ends).map(move |(start, end)| {
            open.retain(|(mark, _)| mark.end > start);
            while let Some(mark) = coming.next_if(|(mark, _)| mark.start <= start) {
                open.push(mark);
            }
            (Span { start, end }, open.iter().map(|(_, what)| what).collect())
        })
    }
}

/// The paragraphs of a text, in order. A mark lies in one of them.
pub fn paragraphs(document: &Document) -> Vec<Span> {
    let tokens = |paragraph: &Paragraph| document.tokens.get(paragraph.tokens.clone());
    let span = |tokens: &[Token]| Some(Span { start: tokens.first()?.start, end: tokens.last()?.end });
    document.paragraphs.iter().filter_map(tokens).filter_map(span).collect()
}
