//! Any number of articles, all different, made of our own: their paragraphs in a new order, with other figures and other
//! surnames. The same number gives the same article everywhere.
#![allow(dead_code, reason = "not every test takes all of it")]

/// Surnames that stand in for one another.
const SURNAMES: [&str; 12] = [
    "Oster",
    "Tavares",
    "Hale",
    "Lindqvist",
    "Marchetti",
    "Okafor",
    "Petrov",
    "Sandoval",
    "Whitcombe",
    "Yilmaz",
    "Zhang",
    "Ferreira",
];
/// How many paragraphs an article has.
const PARAGRAPHS: std::ops::Range<u64> = 6..24;

/// What articles are made of.
pub struct Articles {
    paragraphs: Vec<String>,
}

impl Articles {
    /// Reads the articles of `tests/articles`.
    ///
    /// # Panics
    /// Where they are not there.
    pub fn load() -> Self {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().join("article.txt"))
            .collect();
        files.sort();
        let texts = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
        let paragraphs: Vec<String> = texts
            .flat_map(|text| text.split("\n\n").map(|p| p.trim().to_owned()).collect::<Vec<_>>())
            .collect();
        assert!(paragraphs.len() > 20);
        Articles { paragraphs }
    }

    /// The text of an article.
    pub fn text(&self, number: u64) -> String {
        let mut dice = Dice(number);
        let count = PARAGRAPHS.start + dice.below(PARAGRAPHS.end - PARAGRAPHS.start);
        let paragraphs: Vec<String> = (0..count).map(|_| self.paragraph(&mut dice)).collect();
        paragraphs.join("\n\n")
    }

    fn paragraph(&self, dice: &mut Dice) -> String {
        vary(&self.paragraphs[dice.below(self.paragraphs.len() as u64) as usize], dice)
    }

    /// An article as a line of an archive, without the line break.
    pub fn line(&self, number: u64) -> String {
        line(number, &self.text(number))
    }

    /// A line with an article of one paragraph.
    pub fn short_line(&self, number: u64) -> String {
        line(number, &self.paragraph(&mut Dice(number)))
    }
}

fn line(number: u64, text: &str) -> String {
    let day = format!("2025-{:02}-{:02}", number % 12 + 1, number % 28 + 1);
    serde_json::json!({"id": format!("article-{number}"), "text": text, "published": day}).to_string()
}

fn vary(paragraph: &str, dice: &mut Dice) -> String {
    let mut text: String = paragraph
        .chars()
        .map(|c| match c {
            '1'..='9' => char::from(b'1' + dice.below(9) as u8),
            _ => c,
        })
        .collect();
    for surname in SURNAMES {
        if text.contains(surname) {
            text = text.replace(surname, SURNAMES[dice.below(SURNAMES.len() as u64) as usize]);
        }
    }
    text
}

/// Numbers that look random and are the same every time (SplitMix64, Steele and others 2014).
pub struct Dice(pub u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }
}
