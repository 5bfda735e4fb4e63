//! One line of an archive: an article in, its annotations out.

use super::arguments::Filter;
use reportedly::summary::Summary;
use reportedly::text::utf16::{OffsetMap, Unit};
use reportedly::{Annotation, Date, Options};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What holds for every line.
pub struct Settings {
    /// What offsets count.
    pub unit: Unit,
    /// Day of publication of articles whose line does not name one.
    pub published: Option<Date>,
    /// Which annotations are written.
    pub filter: Filter,
    /// Whether annotations are left out altogether.
    pub summary_only: bool,
}

/// What a line came to.
pub enum Outcome {
    /// The article's id, and the line to write.
    Read(String, String),
    /// What is wrong with the line.
    Bad(String),
    /// An empty line.
    Empty,
}

#[derive(Deserialize)]
struct Article {
    id: Value,
    text: String,
    #[serde(default)]
    published: Option<String>,
}

#[derive(Serialize)]
struct Annotated<'t> {
    id: &'t Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    annotations: Option<Vec<&'t Annotation<'t>>>,
    summary: &'t Summary<'t>,
}

/// Reads one line, without its line break.
pub fn read(line: &[u8], settings: &Settings) -> Outcome {
    if line.iter().all(u8::is_ascii_whitespace) {
        return Outcome::Empty;
    }
    match article(line).and_then(|article| Ok((name(&article.id), annotated(&article, settings)?))) {
        Ok((id, line)) => Outcome::Read(id, line),
        Err(error) => Outcome::Bad(error),
    }
}

/// The id of the article on a line, where there is one.
pub fn id(line: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Id {
        id: Value,
    }
    serde_json::from_slice::<Id>(line).ok().map(|line| name(&line.id))
}

/// An id as people write it on a command line: without quotation marks.
fn name(id: &Value) -> String {
    match id {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn article(line: &[u8]) -> Result<Article, String> {
    // Some editors begin every file with a byte order mark.
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    serde_json::from_slice(line)
        .map_err(|error| format!("not an article, {{\"id\": …, \"text\": \"…\"}} is expected: {error}"))
}

fn annotated(article: &Article, settings: &Settings) -> Result<String, String> {
    let published = match &article.published {
        Some(date) => Some(date.parse().map_err(|error| format!("published: {error}"))?),
        None => settings.published,
    };
    let mut analysis = reportedly::annotate(&article.text, &Options { published });
    analysis.convert_offsets(&OffsetMap::new(&article.text, settings.unit));
    let annotations = (!settings.summary_only).then(|| settings.filter.choose(&analysis));
    let record = Annotated { id: &article.id, annotations, summary: &analysis.summary };
    serde_json::to_string(&record).map_err(|error| error.to_string())
}
