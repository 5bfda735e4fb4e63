//! The sourcing of an article in a reader's words, as the screen and the page show it.

use reportedly::Analysis;

/// What is said of the whole article.
pub struct Sourcing {
    /// How many claims there are, and of which standing.
    pub sentences: Vec<String>,
    /// What is listed, under its title.
    pub lists: Vec<(&'static str, Vec<String>)>,
}

/// The sourcing of an article.
pub fn sourcing(analysis: &Analysis) -> Sourcing {
    let summary = &analysis.summary;
    if summary.claims == 0 {
        return Sourcing { sentences: vec!["No claims.".to_owned()], lists: Vec::new() };
    }
    let by = &summary.by_standing;
    let mut sentences = vec![format!(
        "{} {}: {} the paper's own, {} by named sources, {} by unnamed sources, {} with reservation, {} denied.",
        summary.claims,
        if summary.claims == 1 { "claim" } else { "claims" },
        by.asserted,
        by.attributed,
        by.unnamed,
        by.hedged,
        by.denied,
    )];
    if summary.figures_unsourced > 0 {
        sentences.push(format!("Figures that no source stands behind: {}.", summary.figures_unsourced));
    }
    let sources = summary.sources.iter().map(|source| format!("{:>3}  {}", source.claims, source.name));
    let text = |id: u32| analysis.annotations.get(id as usize).map_or("", |a| a.text);
    let contradictions = summary.contradictions.iter().map(|pair| {
        let [one, other] = pair.claim_ids.map(text);
        format!("“{one}” against “{other}”")
    });
    let mut lists = vec![
        ("Sources, by number of claims:", sources.collect::<Vec<_>>()),
        ("Sources that contradict each other:", contradictions.collect()),
    ];
    lists.retain(|(_, items)| !items.is_empty());
    Sourcing { sentences, lists }
}
