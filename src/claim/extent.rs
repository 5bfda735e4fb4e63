//! Where claims begin and end: the content of an attribution without its frame, else the sentence, cut where
//! coordinated clauses can stand alone, without what leads in, runs out or ties it to the sentence before.

use super::{coordinate, dateline};
use crate::attribution::{Attribution, Mode};
use crate::lexicon::{CUE_NOUNS, CUES, FRAMES};
use crate::order;
use crate::span::Span;
use crate::text::{Class, ClauseKind, Document, TokenKind, closes, opens};
use std::ops::Range;

/// A stretch that states something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The number of its sentence.
    pub sentence: usize,
    /// The attribution whose content it is, by place.
    pub attribution: Option<usize>,
    /// How it was cut out.
    pub rule: &'static str,
}

/// Shorter stretches say too little to be read on their own.
const FEWEST_WORDS: usize = 3;

/// All extents in text order, without overlap.
pub fn find(doc: &Document, attributions: &[Attribution]) -> Vec<Extent> {
    let (contents, outer) = contents(doc, attributions);
    let mut cutter = Cutter { doc, attributions, outer, found: Vec::new() };
    let mut rest = contents.as_slice();
    for (number, sentence) in doc.sentences.iter().enumerate() {
        let count = rest.partition_point(|c| c.0 == number);
        let (own, others) = rest.split_at(count);
        rest = others;
        if !is_statement(doc, &sentence.tokens) {
            continue;
        }
        let first = number.checked_sub(1).and_then(|n| doc.sentences.get(n));
        let opens = first.is_none_or(|before| before.paragraph != sentence.paragraph);
        let start = if opens { dateline::skip(doc, &sentence.tokens) } else { sentence.tokens.start };
        cutter.sentence(number, &(start..sentence.tokens.end), own);
    }
    cutter.found
}

/// A piece of an attribution's content within one sentence: sentence, tokens, attribution.
type Content = (usize, Range<usize>, usize);

/// The pieces of content that could be claims, by sentence and place: the innermost, without overlap, and those around
/// them.
fn contents(doc: &Document, attributions: &[Attribution]) -> (Vec<Content>, Vec<Content>) {
    let mut pieces: Vec<Content> = Vec::new();
    for (place, attribution) in attributions.iter().enumerate() {
        for tokens in stretches(doc, attribution) {
            let mut sentence = doc.sentence_of(tokens.start);
            while let Some((number, within)) = sentence.and_then(|n| Some((n, doc.sentences.get(n)?))) {
                let cut = tokens.start.max(within.tokens.start)..tokens.end.min(within.tokens.end);
                if cut.start >= cut.end {
                    break;
                }
                if has_words(doc, cut.clone(), FEWEST_WORDS) && states(doc, attribution, &cut) {
                    pieces.push((number, cut, place));
                }
                sentence = Some(number + 1);
            }
        }
    }
    let pieces = order::by_key(pieces, |(_, tokens, _)| order::outer_first(tokens.clone()));
    let mut innermost: Vec<Content> = Vec::with_capacity(pieces.len());
    let mut outer = Vec::new();
    for piece in pieces {
        // A later piece begins inside the one before it: it is the inner one, or a doublet.
        let sourced = attributions.get(piece.2).is_some_and(|a| a.source.is_some());
        match innermost.last_mut() {
            // "He was told the shop would close, she says": what nobody is named for stays in what she says.
            Some(last) if last.0 == piece.0 && last.1.end > piece.1.start && !sourced => {}
            Some(last) if last.0 == piece.0 && last.1.end > piece.1.start => {
                outer.push(std::mem::replace(last, piece));
            }
            _ => innermost.push(piece),
        }
    }
    (innermost, outer)
}

/// The pieces of a content. Those that a frame in the middle interrupts before they have said anything are one, with the
/// frame: "Firms that wait, she says, fail".
fn stretches(doc: &Document, attribution: &Attribution) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::with_capacity(attribution.content.len());
    for piece in attribution.content.iter().map(|piece| doc.tokens_of(*piece)) {
        match all.last_mut() {
            Some(last)
                if doc.sentence_of(last.start) == doc.sentence_of(piece.start)
                    && !has_predicate(doc, last.clone()) =>
            {
                last.end = piece.end;
            }
            _ => all.push(piece),
        }
    }
    all
}

/// Whether a finite verb stands there that no relative clause has.
fn has_predicate(doc: &Document, tokens: Range<usize>) -> bool {
    let first = doc.clauses.partition_point(|c| c.tokens.end <= tokens.start);
    let clauses = doc.clauses.get(first..).unwrap_or(&[]).iter().take_while(|c| c.tokens.start < tokens.end);
    clauses
        .filter(|c| c.kind != ClauseKind::Relative)
        .any(|c| is_finite(doc, c.tokens.start.max(tokens.start)..c.tokens.end.min(tokens.end)))
}

/// Whether the content says something by itself. Not so the words in quotation marks that nobody is named for, nor what
/// is only spoken of: "announced the winners", "asked who would pay".
fn states(doc: &Document, attribution: &Attribution, tokens: &Range<usize>) -> bool {
    if attribution.mode != Mode::Indirect {
        return attribution.mode == Mode::Direct || attribution.source.is_some() || attribution.cue.is_some();
    }
    let asks = doc.class(tokens.start).is(Class::RELATIVE)
        && !tokens.start.checked_sub(1).is_some_and(|at| doc.class(at).is(Class::COMPLEMENTIZER));
    !asks && (is_finite(doc, tokens.clone()) || has_third(doc, tokens.clone()))
}

/// Whether a form that a noun shares stands as a verb: "the visit shows progress".
fn has_third(doc: &Document, tokens: Range<usize>) -> bool {
    let object = |at: usize| {
        let class = doc.class(at);
        class.is(Class::DETERMINER | Class::POSSESSIVE | Class::COMPLEMENTIZER) || class.is_nominal()
    };
    (tokens.start + 1..tokens.end.saturating_sub(1))
        .any(|at| doc.class(at).is(Class::THIRD) && doc.class(at - 1).is_nominal() && object(at + 1))
}

/// Whether there is a finite verb.
fn is_finite(doc: &Document, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| doc.class(at).is(Class::FINITE))
}

struct Cutter<'d, 't> {
    doc: &'d Document<'t>,
    attributions: &'d [Attribution<'t>],
    outer: Vec<Content>,
    found: Vec<Extent>,
}

impl Cutter<'_, '_> {
    fn sentence(&mut self, sentence: usize, tokens: &Range<usize>, contents: &[Content]) {
        let mut extent =
            Extent { tokens: tokens.clone(), sentence, attribution: None, rule: "claim/sentence" };
        if contents.is_empty() {
            return self.push(extent);
        }
        let mut rest = tokens.start;
        for (_, content, attribution) in contents {
            let whole = self.with_frame(*attribution, content, tokens);
            self.beside(sentence, rest..whole.start);
            extent.tokens = content.clone();
            extent.attribution = Some(*attribution);
            extent.rule = "claim/content";
            if !self.leaves_open(*attribution, content) {
                self.push(extent.clone());
            }
            rest = rest.max(whole.end);
        }
        self.beside(sentence, rest..tokens.end);
    }

    /// The content with the source and the cue, as far as they stand in its sentence.
    fn with_frame(
        &self,
        attribution: usize,
        content: &Range<usize>,
        sentence: &Range<usize>,
    ) -> Range<usize> {
        let Some(attribution) = self.attributions.get(attribution) else { return content.clone() };
        let cue = attribution.cue.as_ref().map(|c| c.span);
        let source = attribution.source.as_ref().map(|s| s.quote.span);
        let source = source.filter(|s| !cue.is_some_and(|cue| self.shares_subject(*s, cue)));
        let parts =
            [source, cue, Some(attribution.span)].into_iter().flatten().map(|s| self.doc.tokens_of(s));
        parts.fold(content.clone(), |whole, part| {
            let (start, end) = (part.start.max(sentence.start), part.end.min(sentence.end));
            if start < end { whole.start.min(start)..whole.end.max(end) } else { whole }
        })
    }

    /// "declined to say whether it would pay"
    fn leaves_open(&self, attribution: usize, content: &Range<usize>) -> bool {
        let refused = self.attributions.get(attribution).is_some_and(|a| a.negated);
        refused && content.start.checked_sub(1).is_some_and(|at| self.is(at, "whether") || self.is(at, "if"))
    }

    /// "The union rejected the offer and said": the source is the subject of another verb first.
    fn shares_subject(&self, source: Span, cue: Span) -> bool {
        let cue = self.doc.tokens_of(cue).start;
        let from = self.doc.tokens_of(source).end;
        let group = (from..cue).rev().find(|at| !self.doc.class(*at).is(Class::AUXILIARY | Class::ADVERB));
        group.is_some_and(|joint| {
            let gerund = self.doc.class(joint + 1).is(Class::GERUND);
            let joins = self.doc.class(joint).is(Class::COORDINATOR) || gerund;
            joins && is_finite(self.doc, from..joint)
        })
    }

    /// What the paper says beside an attribution, where it can stand alone.
    fn beside(&mut self, sentence: usize, tokens: Range<usize>) {
        if tokens.start >= tokens.end || !is_finite(self.doc, tokens.clone()) {
            return;
        }
        let inner = self.without_marks(tokens.clone());
        let class = self.doc.class(inner.start);
        let after_adverb = class.is(Class::ADVERB) && self.doc.class(inner.start + 1).is(Class::FINITE);
        // What goes on behind a content has its subject elsewhere: "and certainly applies here".
        if class.is(Class::FINITE | Class::VERB | Class::GERUND) || after_adverb {
            return;
        }
        let leads = self.frame(&inner).is_some_and(|(role, _)| role != "link" && !has_role(role, "link"));
        // ", a charge the union called absurd"
        let judged =
            matches!(self.doc.of(inner.start), "a" | "an") && CUE_NOUNS.has(self.doc.word(inner.start + 1));
        let hangs = judged || self.doc.class(inner.start).is(Class::RELATIVE | Class::SUBORDINATOR);
        if !leads && !hangs && has_words(self.doc, inner, FEWEST_WORDS + 1) {
            self.push(self.within_outer(sentence, tokens));
        }
    }

    /// What stands beside an inner content inside an outer one is still said by the outer source.
    fn within_outer(&self, sentence: usize, tokens: Range<usize>) -> Extent {
        let behind = self.outer.partition_point(|c| (c.0, c.1.start) < (sentence, tokens.end));
        let last = behind.checked_sub(1).and_then(|at| self.outer.get(at));
        let around = last.filter(|(number, outer, _)| *number == sentence && tokens.start < outer.end);
        match around {
            Some((_, outer, attribution)) => Extent {
                tokens: tokens.start.max(outer.start)..tokens.end.min(outer.end),
                sentence,
                attribution: Some(*attribution),
                rule: "claim/content",
            },
            None => Extent { tokens, sentence, attribution: None, rule: "claim/beside" },
        }
    }

    fn push(&mut self, extent: Extent) {
        for tokens in coordinate::split(self.doc, extent.tokens.clone()) {
            self.push_one(Extent { tokens, ..extent.clone() });
        }
    }

    fn push_one(&mut self, mut extent: Extent) {
        extent.tokens = self.trimmed(extent.tokens);
        if let Some(from) = self.background(&extent.tokens) {
            extent.tokens.start = from;
            extent.rule = "claim/background";
        }
        extent.tokens = self.without_tail(extent.tokens);
        if self.is_frame(&extent.tokens) || self.is_instruction(&extent.tokens) {
            return;
        }
        if has_words(self.doc, extent.tokens.clone(), FEWEST_WORDS) {
            self.found.push(extent);
        }
    }

    /// Whether only the announcement of a saying is left: "the president also said", "but officials say".
    fn is_frame(&self, tokens: &Range<usize>) -> bool {
        let Some(last) = tokens.end.checked_sub(1) else { return false };
        let class = self.doc.class(last);
        let told = CUES.get(self.doc.word(last)).is_some() && class.is(Class::VERB) && !class.is(Class::NOUN);
        // "the inquiry has heard", "the minister was": nothing is said yet.
        let helps = |at: usize| self.doc.class(at).is(Class::AUXILIARY | Class::ADVERB);
        let group = (tokens.start..last).rev().take_while(|at| helps(*at)).last().unwrap_or(last);
        // "others were charged"
        let passive = (group..last).any(|at| self.doc.class(at).is(Class::BE));
        let says = told && !passive || class.is(Class::AUXILIARY) && class.is(Class::FINITE) && group == last;
        says && !has_predicate(self.doc, tokens.start..group)
    }

    /// Whether it tells the reader what to do: "Read the full interview", "Continue reading".
    fn is_instruction(&self, tokens: &Range<usize>) -> bool {
        let class = self.doc.class(tokens.start);
        let next = self.doc.class(tokens.start + 1);
        class.is(Class::BASE)
            && !class.is(Class::NOUN | Class::AUXILIARY)
            && next.is(Class::DETERMINER
                | Class::POSSESSIVE
                | Class::GERUND
                | Class::PREPOSITION
                | Class::OBJECT)
            && !tokens.clone().skip(1).any(|at| self.doc.class(at).is(Class::FINITE))
    }

    /// Without marks around it, linking words and leading frames.
    fn trimmed(&self, mut tokens: Range<usize>) -> Range<usize> {
        loop {
            tokens = self.without_marks(tokens);
            let Some((role, length)) = self.frame(&tokens) else {
                return tokens;
            };
            let next = tokens.start + length;
            // "That is gone": a subject, no link.
            let subject = self.doc.class(next).is(Class::FINITE)
                && self.doc.class(tokens.start).is(Class::PRONOUN | Class::DETERMINER);
            if has_role(role, "link") && !subject && (self.is(next, ",") || !has_role(role, "lead")) {
                tokens.start = next;
                continue;
            }
            match self.frame_end(&tokens) {
                Some(end) if has_role(role, "lead") => tokens.start = end,
                _ => return tokens,
            }
        }
    }

    fn without_marks(&self, mut tokens: Range<usize>) -> Range<usize> {
        let trims = |mark: &str| {
            opens(mark)
                || closes(mark)
                || matches!(mark, "." | "," | ";" | ":" | "!" | "…" | "-" | "–" | "—" | "•" | "*" | "·" | "|")
        };
        while tokens.start < tokens.end && trims(self.doc.of(tokens.start)) {
            tokens.start += 1;
        }
        while tokens.end > tokens.start && trims(self.doc.of(tokens.end - 1)) {
            tokens.end -= 1;
        }
        tokens
    }

    /// What the stretch begins with, if that leads in.
    fn frame(&self, tokens: &Range<usize>) -> Option<(&'static str, usize)> {
        let (entry, length) = FRAMES.longest(self.doc.words(tokens.clone()))?;
        Some((entry.get("role"), length))
    }

    /// Behind the first comma, if enough stands on both sides.
    fn frame_end(&self, tokens: &Range<usize>) -> Option<usize> {
        // The comma of "March 4, 2011" ends nothing.
        let number = |at: usize| self.doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
        let comma = tokens.clone().find(|at| self.is(*at, ",") && !(number(at - 1) && number(at + 1)))?;
        let stands = has_words(self.doc, tokens.start..comma, 2)
            && has_words(self.doc, comma + 1..tokens.end, FEWEST_WORDS + 1);
        stands.then_some(comma + 1)
    }

    /// Where the news begins in "the talks come as …", "the vote came a day after …".
    fn background(&self, tokens: &Range<usize>) -> Option<usize> {
        let come =
            tokens.clone().find(|at| matches!(self.doc.word(*at).text(), "come" | "comes" | "came"))?;
        let (entry, length) = FRAMES.longest(self.doc.words(come + 1..tokens.end))?;
        let from = come + 1 + length;
        (entry.has("role", "background") && has_words(self.doc, from..tokens.end, FEWEST_WORDS + 1))
            .then_some(from)
    }

    /// Up to the first comma or dash behind which only an afterthought follows.
    fn without_tail(&self, tokens: Range<usize>) -> Range<usize> {
        let is_tail = |at: &usize| {
            let breaks = matches!(self.doc.of(*at), "," | "—" | "–" | "-" | ";");
            breaks
                && FRAMES
                    .longest(self.doc.words(*at + 1..tokens.end))
                    .is_some_and(|(entry, _)| entry.has("role", "tail"))
                && has_words(self.doc, tokens.start..*at, FEWEST_WORDS + 1)
                && (is_finite(self.doc, tokens.start..*at) || !is_finite(self.doc, tokens.clone()))
        };
        let end = tokens.clone().find(is_tail).unwrap_or(tokens.end);
        let mut tokens = self.without_marks(tokens.start..end);
        // "and", "even as", "after": what they joined went to another claim.
        let joint = Class::COORDINATOR | Class::SUBORDINATOR | Class::COMPLEMENTIZER;
        let cut = self.doc.class(tokens.end).is(Class::GERUND);
        let joint = if cut { joint | Class::PREPOSITION } else { joint };
        while tokens.end > tokens.start && self.doc.class(tokens.end - 1).is(joint) {
            tokens = self.without_marks(tokens.start..tokens.end - 1);
        }
        tokens
    }

    fn is(&self, at: usize, mark: &str) -> bool {
        self.doc.of(at) == mark
    }
}

fn has_role(roles: &str, role: &str) -> bool {
    roles.split(' ').any(|r| r == role)
}

/// Whether the sentence says something: not a question, not a credit or another short line without verb and number.
fn is_statement(doc: &Document, tokens: &Range<usize>) -> bool {
    let last = tokens.clone().rev().find(|at| !closes(doc.of(*at)));
    let number = |at: usize| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    last.is_none_or(|at| doc.of(at) != "?")
        && has_words(doc, tokens.clone(), FEWEST_WORDS)
        && (has_verb(doc, tokens.clone())
            || tokens.clone().skip(1).any(|at| doc.class(at).is(Class::BASE))
                && has_words(doc, tokens.clone(), 5)
            || tokens.clone().any(number)
            || has_words(doc, tokens.clone(), MANY_WORDS))
}

/// Whether there is anything that may be a verb.
pub fn has_verb(doc: &Document, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| doc.class(at).is(Class::VERB | Class::FINITE | Class::PAST | Class::THIRD))
}

/// A line without a verb may still say something if it is as long as this: verbs that no list has.
const MANY_WORDS: usize = 8;

/// Whether at least so many words and numbers stand there. Looks no further than it must.
fn has_words(doc: &Document, tokens: Range<usize>, fewest: usize) -> bool {
    let all = doc.tokens.get(tokens).unwrap_or(&[]);
    all.iter().filter(|t| t.kind != TokenKind::Mark).take(fewest).count() == fewest
}
