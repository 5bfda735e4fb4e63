//! Any text, written down in every format: what comes out is well-formed, and nothing of the text acts in it.
#![no_main]

use reportedly::text::Document;
use reportedly::{annotate, export};
use reportedly_fuzz::cli::page;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = reportedly_fuzz::text(bytes);
    let analysis = annotate(&text, &reportedly_fuzz::check::options());
    let chosen: Vec<_> = analysis.annotations.iter().collect();

    let written = export::json(&analysis).expect("records are JSON");
    serde_json::from_str::<serde_json::Value>(&written).expect("records are JSON");

    let page = export::json_ld(&text, &analysis, &chosen, "https://news.example/1");
    assert_eq!(page["items"].as_array().map(Vec::len), Some(chosen.len()));

    let mut table = Vec::new();
    export::csv(&analysis, &chosen, &mut table).expect("memory can be written");
    let mut rows = csv::Reader::from_reader(table.as_slice());
    let mut count = 0;
    for row in rows.records() {
        let row = row.expect("the table is CSV in UTF-8");
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
        count += 1;
    }
    assert_eq!(count, chosen.len());

    let report = export::markdown(&analysis, &chosen);
    assert!(!report.replace("\\<", "").contains('<'), "markup in {report:?}");

    let mut html = Vec::new();
    page::page(&mut html, &Document::new(&text), &analysis, &chosen).expect("memory can be written");
    let html = String::from_utf8(html).expect("a page is UTF-8");
    let tags = html.matches('<').count();
    let own = ["<!", "<html", "<meta", "<title", "<style", "<main", "<h1>", "<p>", "<ul>", "<li>", "<span ", "<footer", "</"];
    let known: usize = own.iter().map(|tag| html.matches(tag).count()).sum();
    assert_eq!(tags, known, "an element that is not ours");
});
