//! W3C Web Annotation: an annotation page in JSON-LD, one annotation a mark.
//! <https://www.w3.org/TR/annotation-model/>

use super::{gist, sort};
use crate::analysis::{Analysis, Annotation};
use crate::text::utf16::{OffsetMap, Unit};
use serde_json::{Value, json};

/// How many characters of the text stand before and after a quotation, so that it can be found again.
const CONTEXT: usize = 32;

/// The chosen annotations as an `AnnotationPage`. `source` is the IRI of the article. Takes offsets in bytes; positions come
/// out in characters, as the model counts them.
pub fn json_ld(text: &str, analysis: &Analysis, chosen: &[&Annotation], source: &str) -> Value {
    let map = OffsetMap::new(text, Unit::Chars);
    let items: Vec<Value> = chosen
        .iter()
        .map(|annotation| {
            let span = annotation.mark.span();
            let before = text.get(..span.start as usize).unwrap_or("");
            let after = text.get(span.end as usize..).unwrap_or("");
            json!({
                "id": format!("{source}#reportedly-{}", annotation.id),
                "type": "Annotation",
                "motivation": "describing",
                "body": [
                    {"type": "TextualBody", "purpose": "tagging", "value": annotation.mark.kind()},
                    {"type": "TextualBody", "purpose": "classifying", "value": sort(annotation)},
                    {"type": "TextualBody", "purpose": "describing", "value": gist(analysis, annotation)},
                ],
                "target": {
                    "source": source,
                    "selector": [
                        {
                            "type": "TextQuoteSelector",
                            "exact": annotation.text,
                            "prefix": last(before, CONTEXT),
                            "suffix": first(after, CONTEXT),
                        },
                        {"type": "TextPositionSelector", "start": map.get(span.start), "end": map.get(span.end)},
                    ],
                },
            })
        })
        .collect();
    json!({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items})
}

fn first(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or("")
}

fn last(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or("")
}
