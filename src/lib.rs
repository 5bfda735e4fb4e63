//! Reportedly reads an English news article and marks its claims, figures, names and hedged attributions, and who
//! stands behind each claim.
//!
//! ```
//! let text = "Ministers approved €31 million for the port, two officials said.";
//! let analysis = reportedly::annotate(text, &reportedly::Options::default());
//! for annotation in &analysis.annotations {
//!     println!("{}", annotation.text);
//! }
//! ```

pub mod analysis;
pub mod attribution;
pub mod claim;
mod decimal;
pub mod entity;
pub mod export;
pub mod figure;
pub mod hedge;
pub mod lexicon;
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
/// Offsets in the result are UTF-8 bytes.
pub fn annotate<'t>(text: &'t str, options: &Options) -> Analysis<'t> {
    let doc = Document::new(text);
    let found = read(&doc, options);
    let summary = summary::find(&found.figures, &found.attributions, &found.claims);
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
