//! Snapshots: whole articles of our own making and everything found in them, one line an annotation.
//!
//! `tests/articles/SLUG/article.txt` is read, `found.txt` beside it holds the result. After a change that was meant,
//! `UPDATE_SNAPSHOTS=1 cargo test --test articles` writes them anew; the difference is there to be read in review.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use reportedly::{Options, annotate};
use std::fmt::Write as _;
use std::path::Path;

#[test]
fn articles_give_what_they_gave() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut changed = String::new();
    let mut count = 0;
    for article in std::fs::read_dir(folder).unwrap() {
        let article = article.unwrap().path();
        let text = std::fs::read_to_string(article.join("article.txt")).unwrap();
        let snapshot = article.join("found.txt");
        let found = listing(&text);
        count += 1;
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&snapshot, &found).unwrap();
        }
        let before = std::fs::read_to_string(&snapshot).unwrap_or_default();
        for (old, new) in before.lines().zip(found.lines()).filter(|(old, new)| old != new).take(3) {
            write!(changed, "{}\n  was {old}\n  is  {new}\n", snapshot.display()).unwrap();
        }
        if before.lines().count() != found.lines().count() {
            let (was, is) = (before.lines().count(), found.lines().count());
            writeln!(changed, "{}: {was} lines before, {is} now", snapshot.display()).unwrap();
        }
    }
    assert!(count > 0);
    assert!(changed.is_empty(), "{changed}if this was meant: UPDATE_SNAPSHOTS=1 cargo test --test articles");
}

/// One line an annotation: its id, then its record without what is empty.
fn listing(text: &str) -> String {
    let analysis = annotate(text, &Options { published: "2025-03-06".parse().ok() });
    let mut listing = String::new();
    for annotation in &analysis.annotations {
        let mut record = serde_json::to_value(annotation).unwrap();
        let fields = record.as_object_mut().unwrap();
        fields.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
        writeln!(listing, "{record}").unwrap();
    }
    writeln!(listing, "{}", serde_json::to_value(&analysis.summary).unwrap()).unwrap();
    listing
}
