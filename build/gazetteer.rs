//! Compiles `src/tag/gazetteer/*.tsv` into one table of hashed phrases.

use crate::{hash, phrase, table, token};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Entries a bucket: fewer make false finds rarer, at one byte a bucket.
const LOAD: f64 = 0.6;

/// Reads all lists of `folder` and writes `gazetteer.bin` to `out`.
pub fn write(folder: &Path, out: &Path) -> Result<(), String> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|file| Some(file.ok()?.path()))
        .collect();
    files.sort();
    let mut classes = BTreeMap::new();
    for file in files {
        read(&file, &mut classes)?;
    }
    let entries: Vec<(u32, Vec<u8>)> = classes.into_iter().map(|(key, class)| (key, vec![class])).collect();
    let file = out.join("gazetteer.bin");
    std::fs::write(&file, table::pack(&table::write(&entries, LOAD)))
        .map_err(|error| format!("{}: {error}", file.display()))
}

fn read(file: &Path, classes: &mut BTreeMap<u32, u8>) -> Result<(), String> {
    let at = |what: &str| format!("{}: {what}", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| at(&error.to_string()))?;
    let header = |key: &str| {
        text.lines().find_map(|l| l.strip_prefix('#')?.trim().strip_prefix(key)?.strip_prefix(':'))
    };
    for key in ["source", "licence"] {
        header(key).ok_or_else(|| at(&format!("the header lacks \"# {key}: …\"")))?;
    }
    let name = header("class").ok_or_else(|| at("the header lacks \"# class: …\""))?.trim();
    let known = phrase::CLASSES.iter().find(|(class, _)| *class == name);
    let (_, bit) = known.ok_or_else(|| at(&format!("no class {name}")))?;
    let phrases = || text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    if !phrases().is_sorted() {
        return Err(at("the phrases are not sorted"));
    }
    for line in phrases() {
        *classes.entry(key(line)).or_default() |= bit;
    }
    Ok(())
}

fn key(text: &str) -> u32 {
    if phrase::is_acronym(text) {
        return phrase::acronym(text);
    }
    token::tokenize(text).iter().fold(phrase::START, |state, t| phrase::then(state, hash::of(t.of(text))))
}
