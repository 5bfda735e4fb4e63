//! Compiles `src/lexicon/*.tsv` into the tables that `src/lexicon.rs` reads, and refuses a list that is not well formed.
//! Likewise `src/tag/gazetteer/*.tsv` into the gazetteer of `src/tag/gazetteer.rs`.
//!
//! A list is UTF-8 text: header lines `# key: value`, then one row a phrase, columns separated by tabs. Keys:
//! `source` and `licence` (required), `columns` (required; the first is the phrase), `inflect` (`verb` or `noun`: the
//! first, or the last, word of each phrase is entered in all its forms). A phrase stands once; where a form of one
//! phrase is the same as another phrase, the phrase in the list wins, then the earlier row.

#[path = "build/gazetteer.rs"]
mod gazetteer;
#[path = "src/lexicon/hash.rs"]
#[allow(dead_code)]
mod hash;
#[path = "build/inflect.rs"]
mod inflect;
#[path = "build/list.rs"]
mod list;
#[path = "src/lexicon/packed.rs"]
#[allow(dead_code)]
mod packed;
#[path = "src/tag/phrase.rs"]
#[allow(dead_code)]
mod phrase;
#[path = "src/tag/table.rs"]
#[allow(dead_code)]
mod table;
#[path = "build/tables.rs"]
mod tables;
#[path = "src/text/token.rs"]
#[allow(dead_code)]
mod token;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/tag");
    println!("cargo::rerun-if-changed=src/text/token.rs");
    let folder = Path::new("src/lexicon");
    let lists = list::read_all(folder).unwrap_or_else(|error| fail(&error));
    let out = std::env::var("OUT_DIR").unwrap_or_else(|error| fail(&error.to_string()));
    tables::write(&lists, Path::new(&out)).unwrap_or_else(|error| fail(&error));
    gazetteer::write(Path::new("src/tag/gazetteer"), Path::new(&out)).unwrap_or_else(|error| fail(&error));
    pack_names(Path::new(&out)).unwrap_or_else(|error| fail(&error.to_string()));
}

/// The weights of the name model, packed.
fn pack_names(out: &Path) -> std::io::Result<()> {
    let model = std::fs::read("src/tag/model.bin")?;
    std::fs::write(out.join("names.bin"), table::pack(model.get(table::PREFACE..).unwrap_or(&[])))
}

fn fail(message: &str) -> ! {
    println!("cargo::error={message}");
    std::process::exit(1)
}
