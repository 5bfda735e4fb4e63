//! What in a claim speaks for or against its being worth a check, and tells its type: figures, names, cue words, who
//! says it. Each sign keeps the words that it was first seen in, so that a reason can quote them.

use super::extent::{Extent, has_verb};
use crate::attribution::{Attribution, Mode, SourceType};
use crate::entity::{Entity, EntityType};
use crate::figure::{Figure, FigureType};
use crate::hedge::{Hedge, HedgeType};
use crate::lexicon::{CLAIM_NOUNS, CLAIM_VERBS, CLAIM_WORDS};
use crate::span::Span;
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// Everything earlier stages found within one claim, by place in their lists.
pub struct Content<'a, 't> {
    /// The whole text.
    pub doc: &'a Document<'t>,
    /// What the claim is.
    pub extent: &'a Extent,
    /// Its tokens with the frame around it.
    pub stretch: Range<usize>,
    /// The figures in it.
    pub figures: &'a [Figure<'t>],
    /// The names in it.
    pub entities: &'a [Entity<'t>],
    /// The hedges and negations that bear on it.
    pub hedges: &'a [Hedge],
    /// The attribution whose content it is.
    pub attribution: Option<&'a Attribution<'t>>,
}

macro_rules! signs {
    ($($name:ident $class:literal $text:literal,)*) => {
        /// One sign. Those that words give are named as in the lexicons of claims.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sign { $(
            #[doc = $text]
            $name,
        )* }

        /// All signs, in order.
        pub const ALL: &[Sign] = &[$(Sign::$name),*];

        impl Sign {
            /// As a reader would say it.
            pub fn text(self) -> &'static str {
                match self { $(Sign::$name => $text),* }
            }

            /// The sign that the lexicons call by this name.
            fn of_class(class: &str) -> Option<Sign> {
                match class { $($class => Some(Sign::$name),)* _ => None }
            }
        }
    };
}

signs! {
    Accusation "accusation" "says that somebody did wrong",
    Cause "cause" "says what led to what",
    Link "link" "gives a reason",
    Prediction "prediction" "looks ahead",
    Comparison "comparison" "compares",
    Ever "ever" "says since when, or how rarely",
    Rule "rule" "says what is allowed or required",
    Trend "trend" "says that something rose or fell",
    Harm "harm" "is about harm to people",
    Happening "happening" "says that something happened",
    Opinion "opinion" "judges rather than reports",
    Wish "wish" "wishes or asks",
    Feeling "feeling" "is about feelings",
    Spoken "spoken" "is about what somebody said",
    First "first" "speaks of the speaker",
    Second "second" "speaks to the listener",
    Vague "vague" "says how many without a figure",
    Past "past" "looks back",
    Public "public" "concerns public affairs",
    Money "money" "concerns money",
    Science "science" "concerns research",
    Sport "sport" "is about a game",
    Life "life" "is about private life or the arts",
    Count "*count" "has a figure",
    Amount "*amount" "has an amount of money",
    Share "*share" "has a percentage",
    Measure "*measure" "has a measure",
    Change "*change" "says by how much something changed",
    When "*when" "says when",
    Person "*person" "names a person",
    Organization "*organization" "names an organisation",
    Place "*place" "names a place",
    Group "*group" "names a people or a party",
    Named "*named" "is said by a named source",
    Unnamed "*unnamed" "is said by an unnamed source",
    Document "*document" "is said in a document",
    Quoted "*quoted" "is a quotation",
    Hedged "*hedged" "is said with reservation",
    Negated "*negated" "says what is not so",
    Lead "*lead" "stands at the top of the article",
    Short "*short" "is short",
    Long "*long" "is long",
    Verbless "*verbless" "has no verb",
    Exclaimed "*exclaimed" "ends with an exclamation mark",
    Trailing "*trailing" "ends with a colon or in the middle",
}

/// How many signs there are.
pub const COUNT: usize = ALL.len();

/// The signs of one claim: for each, how often, and where first.
pub struct Signs {
    seen: [(u16, Span); COUNT],
}

impl Signs {
    /// Reads them off. One look at each token of the claim.
    pub fn of(content: &Content) -> Signs {
        let mut signs = Signs { seen: [(0, Span::default()); COUNT] };
        signs.read_words(content);
        signs.read_figures(content.figures);
        signs.read_names(content.entities);
        signs.read_source(content.attribution);
        for hedge in content.hedges {
            let negates = matches!(hedge.kind, HedgeType::Negation | HedgeType::Denial);
            signs.see(if negates { Sign::Negated } else { Sign::Hedged }, hedge.span);
        }
        signs.read_shape(content);
        signs
    }

    /// How often the claim has it.
    pub fn count(&self, sign: Sign) -> u16 {
        self.seen.get(sign as usize).map_or(0, |s| s.0)
    }

    /// The words that first showed it; empty where it is about the whole claim.
    pub fn words(&self, sign: Sign) -> Span {
        self.seen.get(sign as usize).map_or(Span::default(), |s| s.1)
    }

    fn see(&mut self, sign: Sign, words: Span) {
        if let Some((count, first)) = self.seen.get_mut(sign as usize) {
            if *count == 0 {
                *first = words;
            }
            *count = count.saturating_add(1);
        }
    }

    fn read_words(&mut self, content: &Content) {
        let Content { doc, stretch, .. } = content;
        for lexicon in [&CLAIM_VERBS, &CLAIM_NOUNS, &CLAIM_WORDS] {
            let mut at = stretch.start;
            while at < stretch.end {
                let Some((entry, length)) = lexicon.longest(doc.words(at..stretch.end)) else {
                    at += 1;
                    continue;
                };
                let words = doc.span(at..at + length);
                for sign in entry.get("class").split(' ').filter_map(Sign::of_class) {
                    self.see(sign, words);
                }
                at += length;
            }
        }
    }

    fn read_figures(&mut self, figures: &[Figure]) {
        for figure in figures {
            let sign = match figure.kind {
                FigureType::Money => Sign::Amount,
                FigureType::Percent | FigureType::Ratio => Sign::Share,
                FigureType::Quantity | FigureType::Temperature | FigureType::Rate => Sign::Measure,
                FigureType::Date | FigureType::Time | FigureType::Duration | FigureType::Set => Sign::When,
                FigureType::Age | FigureType::Ordinal => continue,
                FigureType::Count | FigureType::Number | FigureType::Range | FigureType::Score => Sign::Count,
            };
            let words = figure.counted.map_or(figure.span, |counted| figure.span.to(counted.span));
            self.see(sign, words);
            if figure.change.is_some() {
                self.see(Sign::Change, figure.span);
            }
        }
    }

    fn read_names(&mut self, entities: &[Entity]) {
        for entity in entities {
            let sign = match entity.kind {
                EntityType::Person => Sign::Person,
                EntityType::Organization => Sign::Organization,
                EntityType::Place => Sign::Place,
                EntityType::Group => Sign::Group,
                EntityType::Event | EntityType::Work | EntityType::Law | EntityType::Misc => continue,
            };
            self.see(sign, entity.span);
        }
    }

    fn read_source(&mut self, attribution: Option<&Attribution>) {
        let Some(attribution) = attribution else {
            return;
        };
        let words = attribution.source.as_ref().map_or(Span::default(), |s| s.quote.span);
        match attribution.source_type {
            SourceType::NamedPerson | SourceType::Organization => self.see(Sign::Named, words),
            SourceType::OfficialUnnamed | SourceType::Unnamed => self.see(Sign::Unnamed, words),
            SourceType::Document => self.see(Sign::Document, words),
            SourceType::Paper => {}
        }
        if attribution.mode == Mode::Direct {
            self.see(Sign::Quoted, Span::default());
        }
    }

    fn read_shape(&mut self, content: &Content) {
        let Content { doc, extent, .. } = content;
        let tokens = doc.tokens.get(extent.tokens.clone()).unwrap_or(&[]);
        match tokens.iter().filter(|t| t.kind != TokenKind::Mark).count() {
            0..SHORT => self.see(Sign::Short, Span::default()),
            LONG.. => self.see(Sign::Long, Span::default()),
            _ => {}
        }
        if !has_verb(doc, extent.tokens.clone()) {
            self.see(Sign::Verbless, Span::default());
        }
        if extent.sentence < LEAD {
            self.see(Sign::Lead, Span::default());
        }
        let end = doc.sentences.get(extent.sentence).map_or(0, |s| s.tokens.end);
        match doc.of(end.saturating_sub(1)) {
            "!" => self.see(Sign::Exclaimed, Span::default()),
            ":" | "," | "…" => self.see(Sign::Trailing, Span::default()),
            _ => {}
        }
    }
}

/// Fewer words are short.
const SHORT: usize = 7;
/// This many words or more are long.
const LONG: usize = 22;
/// The sentences that count as the top of an article.
const LEAD: usize = 4;

/// What an article can be about, told by how many of its claims so far show the sign.
pub const TOPICS: [(Sign, &str); 8] = [
    (Sign::Harm, "the article is about harm to people"),
    (Sign::Accusation, "the article is about wrongdoing"),
    (Sign::Public, "the article is about public affairs"),
    (Sign::Money, "the article is about money"),
    (Sign::Science, "the article is about research"),
    (Sign::Sport, "the article is about sport"),
    (Sign::Life, "the article is about private life or the arts"),
    (Sign::First, "the article is told in the first person"),
];

/// What the article has been about so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Topics {
    claims: u16,
    hits: [u16; TOPICS.len()],
}

impl Topics {
    /// Takes one more claim into account.
    pub fn add(&mut self, signs: &Signs) {
        // From here on the shares no longer change noticeably.
        if self.claims == u16::MAX {
            return;
        }
        self.claims += 1;
        for (hits, (sign, _)) in self.hits.iter_mut().zip(TOPICS) {
            *hits += u16::from(signs.count(sign) > 0);
        }
    }

    /// The share of claims that show each; small as long as there are few.
    pub fn shares(&self) -> [f32; TOPICS.len()] {
        self.hits.map(|hits| f32::from(hits) / (f32::from(self.claims) + 3.0))
    }
}
