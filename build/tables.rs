//! Writes the tables of the lists, made small, and the Rust file that includes them.

use crate::hash;
use crate::list::{Line, List};
use crate::packed::{BASE_FORMS, FORMS};
use crate::token::tokenize;
use std::collections::{BTreeMap, BTreeSet};
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
    let mut folded = Vec::new();
    hash::each(word, |byte| folded.push(byte));
    String::from_utf8_lossy(&folded).into_owned()
}

/// The compact form of all lists: what the vocabulary and the rows say as text, the rest as numbers.
#[derive(Default)]
struct Tables {
    text: String,
    /// For each phrase, how far its first word is from that of the phrase before.
    firsts: Vec<u8>,
    /// For each phrase, its length and form in one byte.
    shapes: Vec<u8>,
    /// The words of the phrases after their first.
    tails: Vec<u8>,
    /// For each inflected form, how many rows its base is back.
    bases: Vec<u8>,
    rust: String,
}

/// Writes all tables and `lexicons.rs` to `out`.
pub fn write(lists: &[List], out: &Path) -> Result<(), String> {
    if lists.len() > 64 {
        return Err("more than 64 lists: a word keeps one bit for each; merge some".to_owned());
    }
    let phrases = lists.iter().flat_map(|list| list.lines.keys());
    let words: BTreeSet<&str> = phrases.flat_map(|phrase| phrase.split(' ')).collect();
    if words.len() >= usize::from(u16::MAX) {
        return Err("more words than numbers of two bytes".to_owned());
    }
    let numbers: BTreeMap<&str, u32> = words.into_iter().zip(1..).collect();
    let mut tables = Tables::default();
    for word in numbers.keys() {
        tables.text.extend([*word, "\n"]);
    }
    let mut sizes = String::new();
    let words = tables.text.len();
    for (bit, list) in lists.iter().enumerate() {
        tables.add(bit, list, &numbers)?;
        sizes += &format!("({}, {}), ", list.lines.len(), list.columns.len());
    }
    tables.rust += &format!(
        "/// All words, then all rows, a line each.
static TEXT: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/lexicons.txt\"));
/// Where the rows begin.
const WORDS: usize = {words};
/// Of each list, how many phrases it has and how many columns.
static SIZES: &[(usize, usize)] = &[{sizes}];
"
    );
    save(out, "lexicons.txt", tables.text.as_bytes())?;
    save(out, "phrases.firsts", &tables.firsts)?;
    save(out, "phrases.shapes", &tables.shapes)?;
    save(out, "phrases.tails", &tables.tails)?;
    save(out, "phrases.bases", &tables.bases)?;
    save(out, "lexicons.rs", tables.rust.as_bytes())
}

fn is_base(form: char) -> bool {
    FORMS.iter().take(usize::from(BASE_FORMS)).any(|base| *base == form)
}

impl Tables {
    fn add(&mut self, bit: usize, list: &List, numbers: &BTreeMap<&str, u32>) -> Result<(), String> {
        let mut phrases: Vec<(Vec<u32>, &Line)> = list
            .lines
            .iter()
            .map(|(phrase, line)| (phrase.split(' ').map(|w| numbers[w]).collect(), line))
            .collect();
        phrases.sort_by(|(a, _), (b, _)| a.cmp(b));
        // Rows stand in the order of their base forms.
        let bases = phrases.iter().filter(|(_, line)| is_base(line.form)).map(|(_, line)| line.row);
        let places: BTreeMap<usize, i32> = bases.zip(0..).collect();
        let mut before = 0;
        let mut rows = 0;
        for (words, line) in &phrases {
            let [first, tail @ ..] = words.as_slice() else { continue };
            push(&mut self.firsts, first - before);
            before = *first;
            tail.iter().for_each(|word| push(&mut self.tails, *word));
            let form = FORMS.iter().position(|form| *form == line.form).unwrap_or(0);
            self.shapes.push(
                u8::try_from(tail.len() * 8 + form).map_err(|_| format!("{} is too long", line.lemma))?,
            );
            if is_base(line.form) {
                rows += 1;
                self.add_row(list, line);
            } else {
                push(&mut self.bases, zigzag(rows - 1 - places[&line.row]));
            }
        }
        let constant = list.name.to_uppercase().replace('-', "_");
        self.rust += &format!(
            "/// The list `lexicon/{}.tsv`.
pub static {constant}: Lexicon = Lexicon {{ bit: {bit}, columns: &{:?} }};
",
            list.name, list.columns
        );
        Ok(())
    }

    fn add_row(&mut self, list: &List, line: &Line) {
        for column in 0..list.columns.len() {
            let end = if column + 1 < list.columns.len() { "\t" } else { "\n" };
            self.text.extend([line.columns.get(column).map_or("", String::as_str), end]);
        }
    }
}

/// Adds a number to those written.
fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        bytes.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A difference as a number that is small where the difference is, on either side of zero.
fn zigzag(difference: i32) -> u32 {
    (difference << 1 ^ difference >> 31).cast_unsigned()
}

fn save(out: &Path, name: &str, content: &[u8]) -> Result<(), String> {
    std::fs::write(out.join(name), content).map_err(|error| format!("{name}: {error}"))
}
