//! What sort of claim it is.

use super::ClaimType;
use super::sign::{Sign, Signs};

/// The sort that the signs speak for.
pub fn kind(signs: &Signs) -> ClaimType {
    let figures = signs.has(Sign::Count) || signs.has(Sign::Amount) || signs.has(Sign::Share);
    if signs.has(Sign::Accusation) && (signs.has(Sign::Named) || signs.has(Sign::Person)) {
        ClaimType::Accusation
    } else if figures {
        ClaimType::Quantity
    } else if signs.has(Sign::Cause) && signs.has(Sign::Link) {
        ClaimType::Cause
    } else if signs.has(Sign::Prediction) {
        ClaimType::Prediction
    } else if signs.has(Sign::Comparison) && !signs.has(Sign::Happening) {
        ClaimType::Comparison
    } else if signs.has(Sign::Rule) && !signs.has(Sign::Happening) {
        ClaimType::Rule
    } else if signs.has(Sign::Happening) || signs.has(Sign::Harm) || signs.has(Sign::Past) {
        ClaimType::Event
    } else {
        ClaimType::Other
    }
}
