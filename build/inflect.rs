//! The forms of English verbs and nouns, by the regular rules and a list of the irregular ones.

use std::collections::HashMap;

/// Irregular forms by base form: for a verb its past and participle, for a noun its plural.
pub type Irregular = HashMap<String, Vec<String>>;

/// All forms of a verb phrase, inflected at its first word: (form, phrase).
pub fn verb(phrase: &str, irregular: &Irregular) -> Vec<(char, String)> {
    let (head, rest) = match phrase.split_once(' ') {
        Some((head, rest)) => (head, format!(" {rest}")),
        None => (phrase, String::new()),
    };
    let (past, participle) = match irregular.get(head).map(Vec::as_slice) {
        Some([past, participle]) => (past.clone(), participle.clone()),
        _ => (regular_past(head), regular_past(head)),
    };
    let mut forms = vec![
        ('b', head.to_owned()),
        ('s', with_s(head)),
        ('d', past),
        ('n', participle),
        ('g', with_ing(head)),
    ];
    if has_two_spellings(head) {
        forms.extend([
            ('d', format!("{head}led")),
            ('n', format!("{head}led")),
            ('g', format!("{head}ling")),
        ]);
    }
    forms.into_iter().map(|(form, word)| (form, word + &rest)).collect()
}

/// Whether a verb ends in an unstressed vowel and l, which Britain doubles before -ed and America does not: "cancelled".
fn has_two_spellings(verb: &str) -> bool {
    let letters: Vec<char> = verb.chars().collect();
    let ends = match letters.as_slice() {
        [.., 'u', 'e', 'l'] | [.., 'i', 'a', 'l'] => true,
        [.., a, b, 'l'] => !is_vowel(*a) && is_vowel(*b),
        _ => false,
    };
    ends && doubled(verb) == verb
}

/// Both forms of a noun phrase, inflected at its last word: (form, phrase).
pub fn noun(phrase: &str, irregular: &Irregular) -> Vec<(char, String)> {
    let (rest, head) = match phrase.rsplit_once(' ') {
        Some((rest, head)) => (format!("{rest} "), head),
        None => (String::new(), phrase),
    };
    let plural = match irregular.get(head).map(Vec::as_slice) {
        Some([plural]) => plural.clone(),
        _ => with_s(head),
    };
    vec![('b', phrase.to_owned()), ('s', rest + &plural)]
}

fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"];
    let ending = if hisses.iter().any(|h| word.ends_with(h)) && !word.ends_with("oo") { "es" } else { "s" };
    format!("{word}{ending}")
}

fn regular_past(word: &str) -> String {
    if word.ends_with('e') {
        return format!("{word}d");
    }
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ied");
    }
    format!("{}ed", doubled(word))
}

fn with_ing(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match word.strip_suffix('e') {
        Some(stem) if !word.ends_with("ee") && word.len() > 2 => format!("{stem}ing"),
        _ => format!("{}ing", doubled(word)),
    }
}

fn consonant_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    (!stem.ends_with(is_vowel)).then_some(stem)
}

/// A short stressed last syllable doubles its consonant: admit, refer, plan.
fn doubled(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let doubles = match letters.as_slice() {
        // "quip": the u belongs to the q.
        [.., 'q', 'u', _, c] => !is_vowel(*c),
        [.., a, b, c] => !is_vowel(*a) && is_vowel(*b) && !is_vowel(*c) && !"wxy".contains(*c),
        _ => false,
    };
    let vowels = letters.iter().filter(|c| is_vowel(**c)).count();
    let stressed_last = [
        "mit", "fer", "cur", "rebel", "pel", "gin", "forget", "gret", "rol", "stil", "fulfil", "bid", "nap",
        "set", "quip", "quit",
    ]
    .iter()
    .any(|e| word.ends_with(e))
        && !word.ends_with("offer")
        && !word.ends_with("differ");
    match letters.last() {
        Some(last) if doubles && (vowels == 1 || stressed_last) => format!("{word}{last}"),
        _ => word.to_owned(),
    }
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}
