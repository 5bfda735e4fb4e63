//! The word lists: how the build step inflects them and how they are asked.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../build/inflect.rs"]
mod inflect;

use inflect::Irregular;
use reportedly::lexicon::{ABBREVIATIONS, Word};

#[test]
fn verbs_are_inflected() {
    let irregular = Irregular::from([("say".to_owned(), vec!["said".to_owned(), "said".to_owned()])]);
    let forms = |verb: &str| {
        let all: Vec<String> = inflect::verb(verb, &irregular).into_iter().map(|(_, form)| form).collect();
        all.join(", ")
    };
    for (verb, expected) in [
        ("say", "say, says, said, said, saying"),
        ("admit", "admit, admits, admitted, admitted, admitting"),
        ("offer", "offer, offers, offered, offered, offering"),
        ("deny", "deny, denies, denied, denied, denying"),
        ("agree", "agree, agrees, agreed, agreed, agreeing"),
        ("plan", "plan, plans, planned, planned, planning"),
        ("claim", "claim, claims, claimed, claimed, claiming"),
        ("vow", "vow, vows, vowed, vowed, vowing"),
        ("die", "die, dies, died, died, dying"),
        ("pass", "pass, passes, passed, passed, passing"),
        ("control", "control, controls, controlled, controlled, controlling"),
        ("reveal", "reveal, reveals, revealed, revealed, revealing"),
        ("travel", "travel, travels, traveled, traveled, traveling, travelled, travelled, travelling"),
        ("point out", "point out, points out, pointed out, pointed out, pointing out"),
    ] {
        assert_eq!(forms(verb), expected);
    }
}

#[test]
fn nouns_are_inflected() {
    let irregular = Irregular::from([("man".to_owned(), vec!["men".to_owned()])]);
    for (noun, plural) in [
        ("agency", "agencies"),
        ("boss", "bosses"),
        ("spokes man", "spokes men"),
        ("police chief", "police chiefs"),
    ] {
        let forms = inflect::noun(noun, &irregular);
        assert_eq!(forms, [('b', noun.to_owned()), ('s', plural.to_owned())]);
    }
}

#[test]
fn a_word_is_found_whatever_its_case() {
    let word = Word::of("mr");
    assert_ne!(word, Word::UNKNOWN);
    assert_eq!(word, Word::of("MR"));
    assert_eq!(word.text(), "mr");
    assert_eq!(Word::of("xqzt"), Word::UNKNOWN);
    assert_eq!(ABBREVIATIONS.get(word).map(|entry| entry.get("class")), Some("title"));
    assert!(ABBREVIATIONS.get(Word::UNKNOWN).is_none());
}

#[test]
fn every_phrase_of_a_list_is_found_again() {
    for entry in ABBREVIATIONS.entries() {
        let word = Word::of(entry.lemma());
        assert_eq!(ABBREVIATIONS.get(word).map(|found| found.lemma()), Some(entry.lemma()));
    }
}
