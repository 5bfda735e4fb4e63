//! Reportedly reads an English news article and marks its claims, figures, names and hedged attributions, and who
//! stands behind each claim.
//!
//! ```
//! use reportedly::{Mark, Options, claim::Standing};
//!
//! let text = "Ministers approved €31 million for the port, two officials said.";
//! let analysis = reportedly::annotate(text, &Options::default());
//! let standings: Vec<Standing> = analysis
//!     .annotations
//!     .iter()
//!     .filter_map(|annotation| match &annotation.mark {
//!         Mark::Claim(claim) => Some(claim.standing),
//!         _ => None,
//!     })
//!     .collect();
//! assert_eq!(standings, [Standing::Unnamed]);
//! ```
//!
//! # Features
//!
//! None is on unless asked for; the library needs none of them.
//!
//! - `cli`: the command line, and [`export`] of tables (`csv`).
//! - `train`: the trainers of the models. They read corpora that are no part of this crate.
//! - `types`: writes the TypeScript declarations of the records, for the tests.
//!
//! For `wasm32` targets the crate exports the same to JavaScript, with offsets in UTF-16 code units. It compiles with
//! Rust 1.88 and later.

pub mod analysis;
pub mod attribution;
pub mod claim;
mod decimal;
pub mod entity;
pub mod export;
pub mod figure;
pub mod hedge;
pub mod lexicon;
mod order;
pub mod span;
pub mod summary;
pub mod tag;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analysis::{Analysis, Annotation, KINDS, Kind, Mark};
pub use figure::Date;

use text::Document;

/// What the reader knows of a text beside its words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The day of publication, from which "Friday" and "last month" are told.
    pub published: Option<Date>,
}

/// Reads a text. Total: any string gives an analysis; time and memory grow linearly with it.
///
/// Offsets in the result are UTF-8 bytes; [`Analysis::convert_offsets`] turns them into other units.
///
/// ```
/// use reportedly::{Mark, Options};
///
/// let options = Options { published: "2025-01-16".parse().ok() };
/// let analysis = reportedly::annotate("The port closed on Friday.", &options);
/// let date = analysis.annotations.iter().find_map(|annotation| match &annotation.mark {
///     Mark::Figure(figure) => figure.date.as_deref(),
///     _ => None,
/// });
/// assert_eq!(date, Some("2025-01-10"));
/// ```
pub fn annotate<'t>(text: &'t str, options: &Options) -> Analysis<'t> {
    let doc = Document::new(text);
    let found = read(&doc, options);
    let summary = summary::find(&summary::Found {
        doc: &doc,
        figures: &found.figures,
        entities: &found.entities,
        attributions: &found.attributions,
        hedges: &found.hedges,
        claims: &found.claims,
    });
    // Long texts would hold it and the results twice.
    drop(doc);
    analysis::collect(text, found, summary)
}

/// Runs the stages, each on what those before it found.
fn read<'t>(doc: &Document<'t>, options: &Options) -> analysis::Found<'t> {
    let figures = figure::find(doc, options.published);
    let names = tag::find(doc);
    let entities = entity::find(doc, &names);
    let attributions = attribution::find(doc, &figures, &entities);
    let hedges = hedge::find(doc, &attributions);
    let claims = claim::find(doc, &figures, &entities, &attributions, &hedges);
    analysis::Found { figures, entities, attributions, hedges, claims }
}

/// The examples of README.md are tried with those of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
