//! Claims and the sourcing summary, over whole articles.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use reportedly::claim::Claim;
use reportedly::{Analysis, Mark, Options, annotate};

fn articles() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .flat_map(|path| std::fs::read_dir(path).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|file| file.extension().is_some_and(|e| e == "txt"))
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

fn claims<'a, 't>(analysis: &'a Analysis<'t>) -> impl Iterator<Item = (u32, &'a Claim<'t>)> {
    analysis.annotations.iter().filter_map(|a| match &a.mark {
        Mark::Claim(claim) => Some((a.id, claim)),
        _ => None,
    })
}

#[test]
fn the_reasons_add_up_to_the_score() {
    let mut checked = 0;
    for text in articles() {
        let analysis = annotate(&text, &Options::default());
        for (_, claim) in claims(&analysis) {
            let sum: f32 = claim.reasons.iter().map(|r| r.weight).sum();
            let score = 1.0 / (1.0 + (-sum).exp());
            assert!((score - claim.score).abs() < 1e-5, "{score} and {}: {claim:?}", claim.score);
            checked += 1;
        }
    }
    assert!(checked > 20, "only {checked} claims in all articles");
}

#[test]
fn the_summary_counts_the_claims() {
    for text in articles() {
        let analysis = annotate(&text, &Options::default());
        let by = analysis.summary.by_standing;
        assert_eq!(analysis.summary.claims as usize, claims(&analysis).count());
        assert_eq!(analysis.summary.claims, by.asserted + by.attributed + by.unnamed + by.hedged + by.denied);
        for source in &analysis.summary.sources {
            assert_eq!(source.claims as usize, source.claim_ids.len());
            for id in &source.claim_ids {
                let Mark::Claim(claim) = &analysis.annotations[*id as usize].mark else {
                    panic!("{id} is no claim")
                };
                assert!(claim.attribution.is_some());
            }
        }
    }
}

/// Texts, and for each the pairs of claims that contradict each other.
const CONTRADICTIONS: [(&str, &[[&str; 2]]); 4] = [
    (
        "Residents said the plant had leaked oil into the river. The company denied that the plant had leaked oil.",
        &[["the plant had leaked oil into the river", "the plant had leaked oil"]],
    ),
    (
        "Prosecutors say Adler Steel paid bribes to officials. Adler Steel said it had not paid bribes to officials.",
        &[["Adler Steel paid bribes to officials", "it had not paid bribes to officials"]],
    ),
    (
        "Police said 12 people were killed in the blast. The hospital said 15 people had been killed.",
        &[["12 people were killed in the blast", "15 people had been killed"]],
    ),
    (
        "Police said the guards fired on the crowd. Ana Ruiz, the mayor, said the guards did not fire on the crowd.",
        &[["the guards fired on the crowd", "the guards did not fire on the crowd"]],
    ),
];

/// Texts in which nobody contradicts anybody.
const NO_CONTRADICTIONS: [&str; 10] = [
    // what "at least" leaves open
    "Police said at least 12 people were killed in the blast. The hospital said 15 people had been killed.",
    // other places, other days, other things
    "Police said 12 people were killed in Lima. The hospital said 15 people had been killed in Quito.",
    "Police said 12 people were killed on Monday. The hospital said 15 people were killed on Tuesday.",
    "Police said 12 people were killed in the blast. The hospital said 15 people had been treated for burns.",
    // the same source
    "Police said the plant had leaked oil. Police later said the plant had not leaked oil.",
    // a part of the whole, and what ought to be
    "Officials said 12 rebels were killed on Monday. Police said four rebels were killed in Quito.",
    "The bishop said the ministry should close the camp. Police said there was no plan to close the camp.",
    // a denial of something else
    "Residents said the plant had leaked oil. The company denied that the mayor had been paid.",
    // the paper's own voice
    "The plant leaked oil into the river. The company denied that the plant had leaked oil.",
    // what was not said to be so
    "Residents said the plant might have leaked oil. The company said the plant had not leaked oil.",
];

#[test]
fn sources_that_contradict_each_other_are_told() {
    for (text, pairs) in CONTRADICTIONS {
        assert_eq!(contradictions(text), pairs, "{text}");
    }
    for text in NO_CONTRADICTIONS {
        assert!(contradictions(text).is_empty(), "{text}: {:?}", contradictions(text));
    }
}

fn contradictions(text: &str) -> Vec<[&str; 2]> {
    let analysis = annotate(text, &Options::default());
    let words = |id: u32| analysis.annotations[id as usize].text;
    analysis.summary.contradictions.iter().map(|pair| pair.claim_ids.map(words)).collect()
}
