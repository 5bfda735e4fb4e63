//! The sourcing of the whole article: what stands on whom.

use crate::attribution::{Attribution, SourceType};
use crate::claim::{Claim, Standing};
use crate::figure::Figure;
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
    /// Figures in claims that no source stands behind.
    pub figures_unsourced: u32,
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
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SourceSummary<'t> {
    /// Its name, or how the article describes it.
    pub name: Cow<'t, str>,
    /// What sort of source it is.
    #[serde(rename = "type")]
    pub kind: SourceType,
    /// How many claims are its.
    pub claims: u32,
}

/// Counts what the stages found.
pub fn find<'t>(_figures: &[Figure<'t>], _attributions: &[Attribution<'t>], claims: &[Claim]) -> Summary<'t> {
    let mut summary =
        Summary { claims: u32::try_from(claims.len()).unwrap_or(u32::MAX), ..Summary::default() };
    for claim in claims {
        *summary.by_standing.of(claim.standing) += 1;
    }
    summary
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
