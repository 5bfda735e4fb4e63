//! An analysis written down: JSON, W3C Web Annotation, CSV, Markdown.

#[cfg(feature = "cli")]
mod csv;
mod json_ld;
mod markdown;
mod packed;

#[cfg(feature = "cli")]
pub use csv::csv;
pub use json_ld::json_ld;
pub use markdown::markdown;
pub use packed::{Packed, pack};

use crate::analysis::{Analysis, Annotation, Mark};
use crate::claim::{Claim, Standing};
use serde::Serialize;
use std::borrow::Cow;

/// The records as JSON, one line.
///
/// ```
/// let analysis = reportedly::annotate("It cost €5 million.", &reportedly::Options::default());
/// assert!(reportedly::export::json(&analysis)?.contains(r#""currency":"EUR""#));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// None in practice: the records hold nothing that JSON cannot.
pub fn json(analysis: &Analysis) -> serde_json::Result<String> {
    serde_json::to_string(analysis)
}

/// Who stands behind a claim, in a newspaper reader's words: "said by Ana Ruiz", "denied (the ministry)".
pub fn stands_behind(analysis: &Analysis, claim: &Claim) -> String {
    let attribution = claim.attribution.and_then(|id| analysis.annotations.get(id as usize));
    let source = match attribution.map(|a| &a.mark) {
        Some(Mark::Attribution(attribution)) => attribution.source.as_ref(),
        _ => None,
    };
    let name = source.map(|s| s.name.as_deref().unwrap_or(s.quote.text));
    let by = name.map(|name| format!(" ({name})")).unwrap_or_default();
    match claim.standing {
        Standing::Asserted => "said by the paper".to_owned(),
        Standing::Attributed => format!("said by {}", name.unwrap_or("a named source")),
        Standing::Unnamed => format!("said by an unnamed source{by}"),
        Standing::Hedged => format!("said with reservation{by}"),
        Standing::Denied => format!("denied{by}"),
    }
}

/// The name of a unit variant as the records write it: `at-least`.
pub fn word(variant: impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The type of an annotation as the records write it.
fn sort(annotation: &Annotation) -> String {
    match &annotation.mark {
        Mark::Figure(figure) => word(figure.kind),
        Mark::Entity(entity) => word(entity.kind),
        Mark::Attribution(attribution) => word(attribution.kind),
        Mark::Hedge(hedge) => word(hedge.kind),
        Mark::Claim(claim) => word(claim.kind),
    }
}

/// What an annotation comes to, in words: the value, the name, the speaker, the strength of a doubt, who stands behind it.
pub fn gist<'a>(analysis: &'a Analysis, annotation: &'a Annotation) -> Cow<'a, str> {
    match &annotation.mark {
        Mark::Figure(figure) => {
            let number = match (figure.value, figure.low, figure.high) {
                (Some(value), _, _) => value.to_string(),
                (None, Some(low), Some(high)) => format!("{low} to {high}"),
                _ => String::new(),
            };
            let parts =
                [Some(number.as_str()), figure.currency, figure.unit.as_deref(), figure.date.as_deref()];
            let said: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            Cow::Owned(said.join(" "))
        }
        Mark::Entity(entity) => Cow::Borrowed(&entity.name),
        Mark::Attribution(attribution) => match &attribution.source {
            Some(source) => Cow::Borrowed(source.name.as_deref().unwrap_or(source.quote.text)),
            None => Cow::Borrowed(""),
        },
        Mark::Hedge(hedge) => Cow::Owned(hedge.strength.to_string()),
        Mark::Claim(claim) => Cow::Owned(stands_behind(analysis, claim)),
    }
}
