//! How well a model does on articles with right names: exact extent and type.

use super::super::Name;
use super::super::segment::{LABELS, Segment, Weights};
use super::corpus::{Article, Text};

/// Counts of right, found and given names, by label.
#[derive(Default)]
pub struct Measure {
    counts: [[usize; 3]; LABELS],
}

impl Measure {
    /// Reads the texts as the tagger does and counts. `show` prints each difference.
    pub fn add(&mut self, weights: &impl Weights, text: &Text, show: bool) {
        {
            let article = Article::new(text);
            let reading = article.reading();
            let names = super::super::names(&reading, weights, &article.runs);
            let segment = |name: &Name| Segment::new(name.tokens.clone(), name.kind as u8 + 1);
            let found: Vec<Segment> = names.iter().map(segment).collect();
            let found: Vec<&Segment> = found.iter().collect();
            let right: Vec<&Segment> = article.gold.iter().collect();
            self.count(&found, 1);
            self.count(&right, 2);
            let both: Vec<&Segment> = found.iter().copied().filter(|s| right.contains(s)).collect();
            self.count(&both, 0);
            if show {
                let differ = |sign: &str, a: &[&Segment], b: &[&Segment]| {
                    for s in a.iter().filter(|s| !b.contains(s)) {
                        let around = s.tokens.start.saturating_sub(4)..s.tokens.end + 4;
                        let context =
                            reading.doc.span(around.start..around.end.min(reading.doc.tokens.len()));
                        let name = reading.doc.span(s.tokens.clone()).of(reading.doc.text);
                        println!(
                            "{sign} {} {name:?} | {}",
                            s.label,
                            context.of(reading.doc.text).replace('\n', " ¶ ")
                        );
                    }
                };
                differ("-", &right, &found);
                differ("+", &found, &right);
            }
        }
    }

    fn count(&mut self, segments: &[&Segment], what: usize) {
        for segment in segments {
            if let Some(count) = self.counts.get_mut(usize::from(segment.label)).and_then(|c| c.get_mut(what))
            {
                *count += 1;
            }
        }
    }

    /// F1 in percent over these labels.
    pub fn f1(&self, labels: std::ops::RangeInclusive<usize>) -> f64 {
        let sum = |what: usize| -> usize {
            self.counts.get(labels.clone()).unwrap_or(&[]).iter().filter_map(|c| c.get(what)).sum()
        };
        200.0 * sum(0) as f64 / (sum(1) + sum(2)).max(1) as f64
    }

    /// One line: people, organisations and places together; each; all.
    pub fn line(&self) -> String {
        let (person, organization, place) = (self.f1(1..=1), self.f1(2..=2), self.f1(3..=3));
        let (core, group, all) = (self.f1(1..=3), self.f1(4..=4), self.f1(1..=8));
        format!(
            "core {core:.1} (person {person:.1}, organization {organization:.1}, place {place:.1}), group {group:.1}, all {all:.1}"
        )
    }
}
