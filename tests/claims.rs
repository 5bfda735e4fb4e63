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
