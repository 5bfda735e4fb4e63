//! An analysis as one list of numbers and one string: what crosses the boundary to JavaScript, between threads too, at
//! once. `src/wasm/unpack.js` makes the records of it, field for field in the order in which they are written here.
//!
//! A text under a span is not written, for who asked has it. Every other text is written once and from then on is a
//! number. A variant is its number in the order of declaration; a number in single precision is its bits, a
//! double likewise, low half first.

use crate::analysis::{Analysis, Mark};
use crate::attribution::{Attribution, Source};
use crate::claim::{Claim, Reason};
use crate::entity::Entity;
use crate::figure::Figure;
use crate::hedge::Hedge;
use crate::span::{Quote, Span};
use crate::summary::{ByStanding, Contradiction, SourceSummary, Summary};
use crate::text::utf16;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Stands for a field that is null.
const NONE: u32 = u32::MAX;

/// So many numbers an annotation takes, the strings' lengths among them.
const USUAL: usize = 20;

/// An analysis, packed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// The length of the text; whether a character of it was replaced; how many annotations, and the fields of all,
    /// each after the number of its kind; the summary; the length of each string, and how many there are. Lengths are
    /// in UTF-16 code units.
    pub numbers: Vec<u32>,
    /// All strings, one after the other.
    pub strings: String,
}

/// Packs an analysis of this text. Its offsets are written as they are: have them converted first.
pub fn pack(analysis: &Analysis, text: &str) -> Packed {
    let numbers = Vec::with_capacity(USUAL * analysis.annotations.len());
    let mut packer = Packer { numbers, ..Packer::default() };
    let replaced = text.contains(char::REPLACEMENT_CHARACTER);
    packer.numbers.extend([utf16::length(text), u32::from(replaced)]);
    packer.count(analysis.annotations.len());
    for annotation in &analysis.annotations {
        match &annotation.mark {
            Mark::Figure(figure) => packer.figure(figure),
            Mark::Entity(entity) => packer.entity(entity),
            Mark::Attribution(attribution) => packer.attribution(attribution),
            Mark::Hedge(hedge) => packer.hedge(hedge),
            Mark::Claim(claim) => packer.claim(claim),
        }
    }
    packer.summary(&analysis.summary);
    packer.numbers.extend(&packer.lengths);
    packer.count(packer.lengths.len());
    Packed { numbers: packer.numbers, strings: packer.strings }
}

#[derive(Default)]
struct Packer<'a> {
    numbers: Vec<u32>,
    strings: String,
    lengths: Vec<u32>,
    known: HashMap<&'a str, u32, BuildHasherDefault<Fnv>>,
}

impl<'a> Packer<'a> {
    fn figure(&mut self, figure: &'a Figure) {
        let Figure {
            span,
            rule,
            kind,
            value,
            low,
            high,
            unit,
            currency,
            approximation,
            counted,
            change,
            from,
            date,
        } = figure;
        self.head(0, *span, rule);
        self.numbers.push(*kind as u32);
        for value in [value, low, high] {
            self.double(*value);
        }
        self.string(unit.as_deref());
        self.string(*currency);
        self.numbers.push(approximation.map_or(NONE, |a| a as u32));
        self.quote(*counted);
        self.numbers.push(change.map_or(NONE, |c| c as u32));
        self.numbers.push(from.unwrap_or(NONE));
        self.string(date.as_deref());
    }

    fn entity(&mut self, Entity { span, rule, kind, entity, name }: &'a Entity) {
        self.head(1, *span, rule);
        self.numbers.extend([*kind as u32, *entity]);
        self.string(Some(name));
    }

    fn attribution(&mut self, attribution: &'a Attribution) {
        let Attribution {
            span,
            rule,
            kind,
            content,
            cue,
            source,
            mode,
            source_type,
            identified: _,
            negated,
            within,
        } = attribution;
        self.head(2, *span, rule);
        self.numbers.push(*kind as u32);
        self.count(content.len());
        content.iter().for_each(|piece| self.span(Some(*piece)));
        self.quote(*cue);
        self.quote(source.as_ref().map(|source| source.quote));
        if let Some(Source { quote: _, entity, name }) = source {
            self.numbers.push(entity.unwrap_or(NONE));
            self.string(name.as_deref());
        }
        self.numbers.extend([*mode as u32, *source_type as u32, u32::from(*negated), within.unwrap_or(NONE)]);
    }

    fn hedge(&mut self, Hedge { span, rule, scope, kind, strength }: &'a Hedge) {
        self.head(3, *span, rule);
        self.span(*scope);
        self.numbers.push(*kind as u32);
        self.single(*strength);
    }

    fn claim(&mut self, claim: &'a Claim) {
        let Claim {
            span,
            rule,
            kind,
            score,
            reasons,
            standing,
            chain,
            certainty,
            attribution,
            figures,
            entities,
            hedges,
        } = claim;
        self.head(4, *span, rule);
        self.numbers.push(*kind as u32);
        self.single(*score);
        self.count(reasons.len());
        for Reason { label, words, weight } in reasons {
            self.string(Some(label));
            self.quote(*words);
            self.single(*weight);
        }
        self.numbers.push(*standing as u32);
        self.string(Some(chain));
        self.single(*certainty);
        self.numbers.push(attribution.unwrap_or(NONE));
        [figures, entities, hedges].into_iter().for_each(|ids| self.list(ids));
    }

    fn summary(&mut self, summary: &'a Summary) {
        let Summary {
            claims,
            by_standing,
            sources,
            figures_unsourced,
            unnamed_share,
            single_source,
            contradictions,
        } = summary;
        let ByStanding { asserted, attributed, unnamed, hedged, denied } = *by_standing;
        self.numbers.extend([*claims, asserted, attributed, unnamed, hedged, denied]);
        self.count(sources.len());
        for SourceSummary { name, kind, claims, claim_ids } in sources {
            self.string(Some(name));
            self.numbers.extend([*kind as u32, *claims]);
            self.list(claim_ids);
        }
        self.numbers.push(*figures_unsourced);
        self.single(*unnamed_share);
        self.numbers.push(u32::from(*single_source));
        self.count(contradictions.len());
        for Contradiction { kind, claim_ids: [one, other] } in contradictions {
            self.numbers.extend([*kind as u32, *one, *other]);
        }
    }

    /// What every annotation begins with.
    fn head(&mut self, kind: u32, span: Span, rule: &'a str) {
        self.numbers.push(kind);
        self.span(Some(span));
        self.string(Some(rule));
    }

    /// Start and end; nothing but one number where there is none.
    fn span(&mut self, span: Option<Span>) {
        match span {
            Some(span) => self.numbers.extend([span.start, span.end]),
            None => self.numbers.push(NONE),
        }
    }

    fn quote(&mut self, quote: Option<Quote>) {
        self.span(quote.map(|quote| quote.span));
    }

    fn list(&mut self, ids: &[u32]) {
        self.count(ids.len());
        self.numbers.extend(ids);
    }

    fn count(&mut self, items: usize) {
        self.numbers.push(number(items));
    }

    /// A number that JSON cannot write is null, as it is there.
    fn double(&mut self, value: Option<f64>) {
        let bits = value.filter(|v| v.is_finite()).unwrap_or(f64::NAN).to_bits();
        self.numbers.extend([bits as u32, (bits >> 32) as u32]);
    }

    fn single(&mut self, value: f32) {
        self.numbers.push(value.to_bits());
    }

    fn string(&mut self, text: Option<&'a str>) {
        let place = text.map_or(NONE, |text| {
            *self.known.entry(text).or_insert_with(|| {
                self.strings.push_str(text);
                self.lengths.push(utf16::length(text));
                number(self.lengths.len() - 1)
            })
        });
        self.numbers.push(place);
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(NONE)
}

/// FNV-1a: quick for short texts, and the same everywhere.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
