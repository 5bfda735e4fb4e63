//! Reads the lists and checks them.

use crate::inflect::{self, Irregular};
use std::collections::BTreeMap;
use std::path::Path;

/// One list, its phrases inflected.
pub struct List {
    /// File name without ending.
    pub name: String,
    /// Names of the columns after the phrase.
    pub columns: Vec<String>,
    /// By phrase, inflected ones too.
    pub lines: BTreeMap<String, Line>,
}

/// What a list says of one phrase.
#[derive(Clone)]
pub struct Line {
    /// Which form of its lemma it is.
    pub form: char,
    /// The phrase as it stands in the list.
    pub lemma: String,
    /// What stands in the columns after it.
    pub columns: Vec<String>,
    /// The number of its row.
    pub row: usize,
}

/// All lists of a folder, by name. The two lists of irregular forms serve the others and are not lists themselves.
pub fn read_all(folder: &Path) -> Result<Vec<List>, String> {
    let verbs = irregular(&folder.join("irregular-verbs.tsv"), 2)?;
    let nouns = irregular(&folder.join("irregular-nouns.tsv"), 1)?;
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .filter(|path| !path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("irregular-")))
        .collect();
    files.sort();
    files.iter().map(|path| read(path, &verbs, &nouns)).collect()
}

struct Raw {
    header: BTreeMap<String, String>,
    rows: Vec<(usize, Vec<String>)>,
}

fn raw(path: &Path) -> Result<Raw, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut header = BTreeMap::new();
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(comment) = line.strip_prefix('#') {
            if let Some((key, value)) = comment.split_once(':') {
                header.insert(key.trim().to_owned(), value.trim().to_owned());
            }
        } else if !line.trim().is_empty() {
            rows.push((index + 1, line.split('\t').map(|c| c.trim().to_owned()).collect()));
        }
    }
    for key in ["source", "licence", "columns"] {
        if !header.contains_key(key) {
            return Err(format!("{}: the header lacks \"# {key}: …\"", path.display()));
        }
    }
    Ok(Raw { header, rows })
}

fn irregular(path: &Path, forms: usize) -> Result<Irregular, String> {
    let mut found = Irregular::new();
    for (line, row) in raw(path)?.rows {
        let mut cells = row.into_iter();
        let base = cells.next().unwrap_or_default();
        let rest: Vec<String> = cells.collect();
        if rest.len() != forms {
            return Err(format!("{}:{line}: {base} needs {forms} more column(s)", path.display()));
        }
        found.insert(base, rest);
    }
    Ok(found)
}

fn read(path: &Path, verbs: &Irregular, nouns: &Irregular) -> Result<List, String> {
    let raw = raw(path)?;
    let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let columns: Vec<String> = raw.header["columns"].split_whitespace().skip(1).map(str::to_owned).collect();
    let mut lines = BTreeMap::new();
    let mut forms = Vec::new();
    for (number, row) in &raw.rows {
        let at = |what: &str| format!("{}:{number}: {what}", path.display());
        let phrase = row.first().cloned().unwrap_or_default();
        if phrase.is_empty() {
            return Err(at("the phrase is empty"));
        }
        if row.len() > columns.len() + 1 {
            return Err(at("more columns than the header names"));
        }
        let columns = row.get(1..).unwrap_or(&[]).to_vec();
        let key = crate::tables::folded(&phrase);
        let line = Line { form: 'b', lemma: phrase.clone(), columns, row: *number };
        if lines.insert(key, line.clone()).is_some() {
            return Err(at(&format!("\"{phrase}\" stands twice")));
        }
        let inflected = match raw.header.get("inflect").map(String::as_str) {
            Some("verb") => inflect::verb(&phrase, verbs),
            Some("noun") => inflect::noun(&phrase, nouns),
            None => Vec::new(),
            Some(other) => {
                return Err(format!("{}: inflect: {other} is neither verb nor noun", path.display()));
            }
        };
        for (form, inflected) in inflected {
            // "put": base and past in one.
            if form == 'd' && inflected == phrase {
                lines.insert(crate::tables::folded(&phrase), Line { form: 'i', ..line.clone() });
            }
            forms.push((crate::tables::folded(&inflected), Line { form, ..line.clone() }));
        }
    }
    for (key, line) in forms {
        lines.entry(key).or_insert(line);
    }
    Ok(List { name, columns, lines })
}
