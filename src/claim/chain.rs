//! Who stands behind a claim, from its source to the page, in a reader's words.

use super::standing::{Voice, is_reservation};
use crate::attribution::{Attribution, Mode, SourceType};
use crate::hedge::{Hedge, HedgeType};

/// "an unnamed source (“a senior diplomat”), quoted in the paper's words, hedged by “may”". `outer` is the attribution
/// that passes the claim on, where there is one.
pub fn chain(voice: &Voice, outer: Option<&Attribution>, text: &str) -> String {
    let mut chain = String::new();
    match voice.attribution.filter(|a| a.source_type != SourceType::Paper) {
        None => chain.push_str("the paper itself"),
        Some(attribution) => {
            push_source(&mut chain, attribution, voice.vague);
            if let Some(outer) = outer.filter(|o| o.source.is_some()) {
                chain.push_str(", by way of ");
                push_source(&mut chain, outer, false);
            }
            if voice.disowned {
                chain.push_str(", who says that it is not so");
            }
            chain.push_str(match attribution.mode {
                Mode::Direct => ", quoted word for word",
                Mode::Mixed => ", quoted in part",
                Mode::Indirect => ", in the paper’s words",
            });
        }
    }
    let words = |hedge: &&&Hedge| hedge.span.of(text);
    let denials = voice.hedges.iter().filter(|h| h.kind == HedgeType::Denial);
    push_words(&mut chain, ", denied by ", denials.map(|h| words(&h)));
    let reservations = voice.hedges.iter().filter(|h| is_reservation(h));
    push_words(&mut chain, ", hedged by ", reservations.map(|h| words(&h)));
    chain
}

fn push_source(chain: &mut String, attribution: &Attribution, vague: bool) {
    let source = attribution.source.as_ref();
    let kind = match attribution.source_type {
        SourceType::OfficialUnnamed => "an unnamed official",
        SourceType::Unnamed => "an unnamed source",
        SourceType::Document if vague => "an unnamed source",
        SourceType::Document => "a document",
        SourceType::NamedPerson | SourceType::Organization | SourceType::Paper => "",
    };
    let quoted = source.map_or("", |s| s.quote.text);
    let name = source.and_then(|s| s.name.as_deref()).unwrap_or(quoted);
    let parts: [&str; 4] = match (kind, quoted) {
        ("", _) => [name, "", "", ""],
        (_, "") => [kind, "", "", ""],
        _ => [kind, " (“", quoted, "”)"],
    };
    parts.iter().for_each(|part| chain.push_str(part));
}

fn push_words<'t>(chain: &mut String, before: &str, words: impl Iterator<Item = &'t str>) {
    for (place, word) in words.enumerate() {
        chain.push_str(if place == 0 { before } else { " and " });
        ["“", word, "”"].iter().for_each(|part| chain.push_str(part));
    }
}
