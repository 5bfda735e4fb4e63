//! Writes the tables: little-endian numbers and text blobs, and the Rust file that includes them.

use crate::hash;
use crate::list::List;
use crate::token::tokenize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The phrase as the vocabulary knows it: its tokens, folded, one space between. A clitic alone ("n't", "'ll") is the
/// one token that it is after a word.
pub fn folded(phrase: &str) -> String {
    if phrase == "n't" || phrase.starts_with('\'') {
        return fold(phrase);
    }
    let words: Vec<String> = tokenize(phrase).iter().map(|t| fold(t.of(phrase))).collect();
    words.join(" ")
}

fn fold(word: &str) -> String {
    String::from_utf8_lossy(&hash::fold(word).collect::<Vec<u8>>()).into_owned()
}

/// Writes all tables and `lexicons.rs` to `out`.
pub fn write(lists: &[List], out: &Path) -> Result<(), String> {
    if lists.len() > 64 {
        return Err("more than 64 lists: a word keeps one bit for each; merge some".to_owned());
    }
    let mut vocabulary: BTreeMap<&str, (u32, u64)> = BTreeMap::new();
    for (bit, list) in lists.iter().enumerate() {
        for phrase in list.lines.keys() {
            for (index, word) in phrase.split(' ').enumerate() {
                vocabulary.entry(word).or_default().1 |= if index == 0 { 1 << bit } else { 0 };
            }
        }
    }
    for (number, (id, _)) in vocabulary.values_mut().enumerate() {
        *id = number as u32 + 1;
    }
    let mut rust = String::new();
    write_vocabulary(&vocabulary, out, &mut rust)?;
    for (bit, list) in lists.iter().enumerate() {
        write_list(bit, list, &vocabulary, out, &mut rust)?;
    }
    save(out, "lexicons.rs", rust.as_bytes())
}

fn write_vocabulary(
    vocabulary: &BTreeMap<&str, (u32, u64)>,
    out: &Path,
    rust: &mut String,
) -> Result<(), String> {
    let mut lists = Vec::new();
    let mut slots = vec![0_u32; (vocabulary.len() * 2).next_power_of_two()];
    for (word, (id, bits)) in vocabulary {
        lists.extend([*bits as u32, (*bits >> 32) as u32]);
        let mut slot = hash::hash(word.bytes()) as usize % slots.len();
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = *id;
    }
    let (text, offsets) = joined(vocabulary.keys().copied());
    save(out, "words.txt", text.as_bytes())?;
    save(out, "words.offsets", &bytes(offsets))?;
    save(out, "words.lists", &bytes(lists))?;
    save(out, "words.slots", &bytes(slots))?;
    rust.push_str(
        "static WORDS: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/words.txt\"));
static WORD_OFFSETS: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/words.offsets\"));
static LISTS: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/words.lists\"));
static SLOTS: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/words.slots\"));
",
    );
    Ok(())
}

fn write_list(
    bit: usize,
    list: &List,
    vocabulary: &BTreeMap<&str, (u32, u64)>,
    out: &Path,
    rust: &mut String,
) -> Result<(), String> {
    let mut phrases: Vec<(Vec<u32>, &str)> = list
        .lines
        .iter()
        .map(|(phrase, line)| (phrase.split(' ').map(|w| vocabulary[w].0).collect(), line.as_str()))
        .collect();
    phrases.sort();
    let mut starts = vec![0];
    let mut words = Vec::new();
    for (ids, _) in &phrases {
        words.extend(ids);
        starts.push(words.len() as u32);
    }
    let (text, offsets) = joined(phrases.iter().map(|(_, line)| *line));
    let name = &list.name;
    save(out, &format!("{name}.words"), &bytes(words))?;
    save(out, &format!("{name}.phrases"), &bytes(starts))?;
    save(out, &format!("{name}.txt"), text.as_bytes())?;
    save(out, &format!("{name}.offsets"), &bytes(offsets))?;
    let constant = name.to_uppercase().replace('-', "_");
    let include = |kind: &str, ending: &str| {
        format!("include_{kind}!(concat!(env!(\"OUT_DIR\"), \"/{name}.{ending}\"))")
    };
    write!(
        rust,
        "/// The list `lexicon/{name}.tsv`.
pub static {constant}: Lexicon = Lexicon {{
    bit: {bit},
    words: {},
    phrases: {},
    lines: {},
    offsets: {},
    columns: &{:?},
}};
",
        include("bytes", "words"),
        include("bytes", "phrases"),
        include("str", "txt"),
        include("bytes", "offsets"),
        list.columns
    )
    .map_err(|error| error.to_string())
}

fn joined<'a>(pieces: impl Iterator<Item = &'a str>) -> (String, Vec<u32>) {
    let mut text = String::new();
    let mut offsets = vec![0];
    for piece in pieces {
        text.push_str(piece);
        offsets.push(text.len() as u32);
    }
    (text, offsets)
}

fn bytes(numbers: Vec<u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}

fn save(out: &Path, name: &str, content: &[u8]) -> Result<(), String> {
    std::fs::write(out.join(name), content).map_err(|error| format!("{name}: {error}"))
}
