//! What sort of claim it is: the model's likeliest.

use super::ClaimType;
use super::model::{Heads, TYPES};

/// The types in the order of the model's heads.
pub const TYPES_IN_ORDER: [ClaimType; TYPES] = [
    ClaimType::Quantity,
    ClaimType::Event,
    ClaimType::Accusation,
    ClaimType::Cause,
    ClaimType::Prediction,
    ClaimType::Comparison,
    ClaimType::Rule,
    ClaimType::Quotation,
    ClaimType::Other,
];

/// The likeliest type.
pub fn kind(heads: &Heads) -> ClaimType {
    TYPES_IN_ORDER.get(heads.likeliest_type()).copied().unwrap_or(ClaimType::Other)
}
