//! The sourcing of the whole article: what stands on whom, and where two sources contradict each other.

mod contradiction;

pub use contradiction::{Contradiction, ContradictionType, Found};

use crate::attribution::{Attribution, Source, SourceType};
use crate::claim::Standing;
use crate::figure::FigureType;
use crate::lexicon::hash;
use crate::order::{self, Keyed};
use serde::Serialize;
use std::borrow::Cow;

/// The article in numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Summary<'t> {
    /// How many claims there are.
    pub claims: u32,
    /// How many of each standing.
    pub by_standing: ByStanding,
    /// Who is quoted, by number of claims.
    pub sources: Vec<SourceSummary<'t>>,
    /// Figures in claims that no source stands behind; dates and times do not count.
    pub figures_unsourced: u32,
    /// The share of all claims that hang on a source without a name, from 0 to 1.
    #[serde(serialize_with = "crate::decimal::shortest")]
    pub unnamed_share: f32,
    /// Whether everything that hangs on a source hangs on the same one.
    pub single_source: bool,
    /// Where two sources contradict each other, as far as their words show it beyond doubt.
    pub contradictions: Vec<Contradiction>,
}

/// Numbers of claims by standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ByStanding {
    /// In the paper's own voice.
    pub asserted: u32,
    /// By named sources.
    pub attributed: u32,
    /// By unnamed sources.
    pub unnamed: u32,
    /// With reservation.
    pub hedged: u32,
    /// Denied.
    pub denied: u32,
}

/// One source and what hangs on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SourceSummary<'t> {
    /// Its name, or how the article describes it.
    pub name: Cow<'t, str>,
    /// What sort of source it is.
    #[serde(rename = "type")]
    pub kind: SourceType,
    /// How many claims are its.
    pub claims: u32,
    /// Which: in the stage's result their places, in an analysis their ids.
    pub claim_ids: Vec<u32>,
}

/// Counts what the stages found.
pub fn find<'t>(found: &Found<'_, 't>) -> Summary<'t> {
    let Found { figures, attributions, claims, .. } = found;
    let mut summary = Summary { claims: count(claims.len()), ..Summary::default() };
    let mut sources = Sources::default();
    let mut unnamed = 0;
    for (place, claim) in (0..).zip(*claims) {
        *summary.by_standing.of(claim.standing) += 1;
        match claim.attribution.and_then(|a| attributions.get(a as usize)) {
            Some(attribution) => {
                sources.add(attribution, place);
                unnamed += u32::from(!attribution.identified);
            }
            None => {
                let own = claim.figures.iter().filter_map(|f| figures.get(*f as usize));
                summary.figures_unsourced += count(own.filter(|f| !is_time(f.kind)).count());
            }
        }
    }
    if unnamed > 0 {
        summary.unnamed_share = unnamed as f32 / summary.claims as f32;
    }
    summary.sources = sources.ranked();
    summary.single_source = summary.sources.len() == 1;
    summary.contradictions = contradiction::find(found);
    summary
}

/// The sources met so far, in order of appearance.
#[derive(Default)]
struct Sources<'t> {
    met: Vec<SourceSummary<'t>>,
    keys: Vec<Key>,
    /// Their places by the number of the key, which different words seldom share.
    places: Keyed<Vec<usize>>,
}

/// What makes two sources the same: the entity they are, else the words for them.
#[derive(PartialEq, Eq)]
enum Key {
    Entity(u32),
    Words(String),
}

impl Key {
    fn of(source: &Source) -> Key {
        let name = || source.name.as_deref().unwrap_or(source.quote.text).to_lowercase();
        source.entity.map_or_else(|| Key::Words(name()), Key::Entity)
    }

    fn number(&self) -> u64 {
        match self {
            Key::Entity(entity) => u64::from(*entity),
            Key::Words(words) => 1 << 32 | u64::from(hash::of(words)),
        }
    }
}

impl<'t> Sources<'t> {
    /// Counts a claim for the source of its attribution, if that names one.
    fn add(&mut self, attribution: &Attribution<'t>, claim: u32) {
        let Some(source) = &attribution.source else {
            return;
        };
        let name = source.name.clone().unwrap_or(Cow::Borrowed(source.quote.text));
        let place = self.place(Key::of(source));
        if place == self.met.len() {
            let kind = attribution.source_type;
            self.met.push(SourceSummary { name, kind, claims: 0, claim_ids: Vec::new() });
        }
        if let Some(source) = self.met.get_mut(place) {
            source.claims += 1;
            source.claim_ids.push(claim);
        }
    }

    /// The place of a source among those met, or the next one.
    fn place(&mut self, key: Key) -> usize {
        let number = key.number();
        let is_same = |place: &&usize| self.keys.get(**place) == Some(&key);
        if let Some(place) = self.places.get(number).and_then(|places| places.iter().find(is_same)) {
            return *place;
        }
        let next = self.keys.len();
        self.keys.push(key);
        self.places.change(number, |places| places.push(next));
        next
    }

    /// Most claims first, then as they appear.
    fn ranked(self) -> Vec<SourceSummary<'t>> {
        order::by_key(self.met, |source| u64::from(u32::MAX - source.claims))
    }
}

fn is_time(figure: FigureType) -> bool {
    matches!(figure, FigureType::Date | FigureType::Time | FigureType::Duration | FigureType::Set)
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

impl ByStanding {
    fn of(&mut self, standing: Standing) -> &mut u32 {
        match standing {
            Standing::Asserted => &mut self.asserted,
            Standing::Attributed => &mut self.attributed,
            Standing::Unnamed => &mut self.unnamed,
            Standing::Hedged => &mut self.hedged,
            Standing::Denied => &mut self.denied,
        }
    }
}
