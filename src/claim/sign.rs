//! What in a claim speaks for or against its being worth a check, and tells its type: figures, names, cue words, who
//! says it. Each sign keeps the words that it was first seen in, so that a reason can quote them.

use super::extent::{Extent, has_verb};
use super::predicate::Predicate;
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
    /// Its main verb.
    pub predicate: Option<&'a Predicate>,
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
    Superlative "superlative" "names an extreme",
    Same "same" "likens or sets apart",
    Than "than" "compares",
    Rank "rank" "names a rank",
    More "more" "says that there is more or less",
    Effect "effect" "says what something does to something",
    After "after" "says what came before",
    State "state" "says how things are",
    Count "*count" "has a figure",
    Amount "*amount" "has an amount of money",
    Share "*share" "has a percentage",
    Measure "*measure" "has a measure",
    Result "*result" "has the score of a game",
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
    Headline "*headline" "is a headline",
    Short "*short" "is short",
    Long "*long" "is long",
    Verbless "*verbless" "has no verb",
    Exclaimed "*exclaimed" "ends with an exclamation mark",
    Trailing "*trailing" "ends with a colon or in the middle",
    Told "*told" "says that something happened",
    Present "*present" "says how things are",
    Is "*is" "says how things are",
    Was "*was" "says how things were",
    Passive "*passive" "says what was done",
    Progressive "*progressive" "says what is going on",
    Perfect "*perfect" "says that something happened",
    Will "*will" "looks ahead",
    Due "*due" "looks ahead",
    Modal "*modal" "says what can or must be",
    Subject "*subject" "has a figure",
    Object "*object" "has a figure",
    Figures "*figures" "has several figures",
    MainAccusation "*main-accusation" "says that somebody did wrong",
    MainCause "*main-cause" "says what led to what",
    MainPrediction "*main-prediction" "looks ahead",
    MainComparison "*main-comparison" "compares",
    MainRule "*main-rule" "says what is allowed or required",
    MainTrend "*main-trend" "says that something rose or fell",
    MainHarm "*main-harm" "is about harm to people",
    MainHappening "*main-happening" "says that something happened",
    MainSpoken "*main-spoken" "is about what somebody said",
    MainEffect "*main-effect" "says what something does to something",
    MainState "*main-state" "says how things are",
}

impl Sign {
    /// The sign that the main verb shows, where others show this one.
    fn of_main_verb(self) -> Option<Sign> {
        Some(match self {
            Sign::Accusation => Sign::MainAccusation,
            Sign::Cause => Sign::MainCause,
            Sign::Prediction => Sign::MainPrediction,
            Sign::Comparison => Sign::MainComparison,
            Sign::Rule => Sign::MainRule,
            Sign::Trend => Sign::MainTrend,
            Sign::Harm => Sign::MainHarm,
            Sign::Happening => Sign::MainHappening,
            Sign::Spoken => Sign::MainSpoken,
            Sign::Effect => Sign::MainEffect,
            Sign::State => Sign::MainState,
            _ => return None,
        })
    }
}

/// How many signs there are.
pub const COUNT: usize = ALL.len();

/// How a claim shows a sign.
#[derive(Clone, Copy, Default)]
struct Seen {
    count: u16,
    /// Those of them that bear on the claim itself, not on what its sentence runs on to.
    own: u16,
    first: Span,
}

/// The signs of one claim: for each, how often, and where first.
pub struct Signs {
    seen: [Seen; COUNT],
}

impl Signs {
    /// Reads them off. One look at each token of the claim.
    pub fn of(content: &Content) -> Signs {
        let mut signs = Signs { seen: [Seen::default(); COUNT] };
        if let Some(predicate) = content.predicate {
            signs.read_predicate(content, predicate);
        }
        signs.read_words(content, content.predicate.map(|p| p.verb));
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
        self.seen.get(sign as usize).map_or(0, |s| s.count)
    }

    /// For each sign in order how often the claim has it, and how often without what its sentence runs on to.
    pub fn counts(&self) -> impl Iterator<Item = (u16, u16)> + '_ {
        self.seen.iter().map(|seen| (seen.count, seen.own))
    }

    /// The words that first showed it; empty where it is about the whole claim.
    pub fn words(&self, sign: Sign) -> Span {
        self.seen.get(sign as usize).map_or(Span::default(), |s| s.first)
    }

    fn see(&mut self, sign: Sign, words: Span) {
        self.note(sign, words, true);
    }

    fn note(&mut self, sign: Sign, words: Span, own: bool) {
        if let Some(seen) = self.seen.get_mut(sign as usize) {
            if seen.count == 0 {
                seen.first = words;
            }
            seen.count = seen.count.saturating_add(1);
            seen.own = seen.own.saturating_add(u16::from(own));
        }
    }

    fn read_words(&mut self, content: &Content, main: Option<usize>) {
        let Content { doc, stretch, extent, attribution, .. } = content;
        for lexicon in [&CLAIM_VERBS, &CLAIM_NOUNS, &CLAIM_WORDS] {
            let mut at = stretch.start;
            while at < stretch.end {
                if !doc.word(at).begins_any(lexicon.bit()) {
                    at += 1;
                    continue;
                }
                let Some((entry, length)) = lexicon.longest(doc.words(at..stretch.end)) else {
                    at += 1;
                    continue;
                };
                let words = doc.span(at..at + length);
                let is_main = main.is_some_and(|main| (at..at + length).contains(&main));
                // Behind a content stands who said it.
                let own = at < extent.tokens.end || attribution.is_some();
                for sign in entry.get("class").split(' ').filter_map(Sign::of_class) {
                    self.note(sign, words, own);
                    if let Some(sign) = sign.of_main_verb().filter(|_| is_main) {
                        self.see(sign, words);
                    }
                }
                at += length;
            }
        }
    }

    /// How the main verb is put, and which figures stand beside it.
    fn read_predicate(&mut self, content: &Content, predicate: &Predicate) {
        let doc = content.doc;
        let verb = doc.span(predicate.finite..predicate.verb + 1);
        self.see(predicate.form, verb);
        let near = doc.span(predicate.verb..(predicate.verb + NEAR).min(content.extent.tokens.end));
        for figure in content.figures.iter().filter(|f| says_how_many(f.kind)) {
            if figure.span.end <= verb.start {
                self.see(Sign::Subject, figure.span);
            } else if figure.span.start < near.end && figure.span.start >= verb.end {
                self.see(Sign::Object, figure.span);
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
                FigureType::Score => Sign::Result,
                FigureType::Count | FigureType::Number | FigureType::Range => Sign::Count,
            };
            let words = figure.counted.map_or(figure.span, |counted| figure.span.to(counted.span));
            self.see(sign, words);
            if figure.change.is_some() {
                self.see(Sign::Change, figure.span);
            }
        }
        if figures.iter().filter(|f| says_how_many(f.kind)).count() > 1 {
            self.see(Sign::Figures, Span::default());
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
        let sentence = doc.sentences.get(extent.sentence).map_or(0..0, |s| s.tokens.clone());
        let last = doc.of(sentence.end.saturating_sub(1));
        let whole = tokens.len() + 1 >= sentence.len();
        if whole && extent.sentence < LEAD && last.starts_with(char::is_alphanumeric) {
            self.see(Sign::Headline, Span::default());
        }
        match last {
            "!" => self.see(Sign::Exclaimed, Span::default()),
            ":" | "," | "…" => self.see(Sign::Trailing, Span::default()),
            _ => {}
        }
    }
}

/// Whether a figure of this kind says how many or how much, rather than when or which.
fn says_how_many(kind: FigureType) -> bool {
    use FigureType::{Age, Date, Duration, Ordinal, Score, Set, Time};
    !matches!(kind, Age | Date | Duration | Ordinal | Score | Set | Time)
}

/// So many words behind the verb its object begins at the latest.
const NEAR: usize = 6;
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
