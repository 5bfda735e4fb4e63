//! `src/wasm/records.d.ts` says in TypeScript exactly what the records are in Rust.
//! `UPDATE=1 cargo test --features types --test types` writes it anew.
#![cfg(feature = "types")]

use reportedly::{Analysis, Kind};
use std::collections::BTreeMap;
use std::fs;
use ts_rs::{Config, TS, TypeVisitor};

const FILE: &str = "src/wasm/records.d.ts";

/// Has the names of all variants in order, between two lines of comment.
const NAMES_IN: &str = "src/wasm/unpack.js";
const NAMES_FROM: &str = "// The names of all variants, from the records in Rust:\n";
const NAMES_TO: &str = "// So far from Rust.\n";

/// What the comments of the records say of offsets, and what holds in JavaScript.
const UNITS: [(&str, &str); 3] = [
    ("First byte.", "First UTF-16 code unit."),
    ("One past the last byte.", "One past the last UTF-16 code unit."),
    ("A half-open range of UTF-8 bytes", "A half-open range of UTF-16 code units"),
];

#[test]
fn declarations_match_the_records() {
    let mut declarations = Declarations::default();
    declarations.visit::<Analysis<'static>>();
    declarations.visit::<Kind>();
    let mut expected =
        "// Written by `UPDATE=1 cargo test --features types --test types` from the records in Rust.\n"
            .to_owned();
    for declaration in declarations.by_name.values() {
        expected += &format!("\n{declaration}\n");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(FILE, &expected).unwrap();
    }
    let committed = fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        committed == expected,
        "{FILE} is not what the records are; write it anew: UPDATE=1 cargo test --features types --test types"
    );
}

/// The packed form tells variants by their numbers.
#[test]
fn names_match_the_variants() {
    let mut declarations = Declarations::default();
    declarations.visit::<Analysis<'static>>();
    let mut names = String::new();
    for (name, declaration) in &declarations.by_name {
        let union = declaration.split_once(" = ").map_or("", |(_, union)| union.trim_end_matches(';'));
        if union.split(" | ").all(|member| member.starts_with('"') && member.ends_with('"')) {
            let members = union.replace(" | ", ", ");
            names += &format!("const {name} = /** @type {{const}} */ ([{members}]);\n");
        }
    }
    let committed = fs::read_to_string(NAMES_IN).unwrap();
    let (before, rest) = committed.split_once(NAMES_FROM).unwrap();
    let (_, after) = rest.split_once(NAMES_TO).unwrap();
    let expected = format!("{before}{NAMES_FROM}{names}{NAMES_TO}{after}");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(NAMES_IN, &expected).unwrap();
    }
    let committed = fs::read_to_string(NAMES_IN).unwrap();
    assert!(
        names.contains("const Standing =") && committed == expected,
        "{NAMES_IN} does not name the variants as they are; write it anew: UPDATE=1 cargo test --features types --test types"
    );
}

/// Declarations of all types that one refers to, by name: the order in which they are visited is left to chance.
#[derive(Default)]
struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::ident(&self.config);
        if T::output_path().is_none() || self.by_name.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let declaration = format!("{docs}export {}", T::decl(&self.config));
        let declaration = UNITS.iter().fold(declaration, |text, (rust, js)| text.replace(rust, js));
        self.by_name.insert(name, declaration);
        T::visit_dependencies(self);
    }
}
