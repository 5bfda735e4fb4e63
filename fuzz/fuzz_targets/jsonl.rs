//! Any line of an archive: it is read, empty, or bad; what is read comes out as one line of JSON.
#![no_main]

use reportedly::text::utf16::Unit;
use reportedly_fuzz::cli::arguments::Filter;
use reportedly_fuzz::cli::line::{self, Outcome, Settings};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // Most bytes are no JSON: what is no line is put into one as its text.
    let wrapped = serde_json::json!({"id": 7, "text": reportedly_fuzz::text(bytes)}).to_string();
    let settings =
        Settings { unit: Unit::Chars, published: None, filter: Filter::default(), summary_only: false };
    assert!(matches!(line::read(wrapped.as_bytes(), &settings), Outcome::Read(id, _) if id == "7"));
    if let Outcome::Read(id, written) = line::read(bytes, &settings) {
        assert_eq!(line::id(bytes), Some(id));
        assert!(!written.contains('\n'));
        serde_json::from_str::<serde_json::Value>(&written).expect("what is written is JSON");
    }
});
