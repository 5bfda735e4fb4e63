//! Rust source as the tidy rules read it: code without comments and strings, and which lines count.

use std::ops::Range;

/// The code of a file, line for line as long as the file: comments and the insides of strings are blank.
pub struct Source {
    code: String,
    tests: Vec<Range<usize>>,
}

/// A function and the number of its lines, tables inside it aside.
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

impl Source {
    pub fn new(text: &str) -> Source {
        Source { code: blank(text), tests: Vec::new() }
    }

    /// The code outside items under `#[cfg(test)]`, which are blank.
    pub fn without_tests(text: &str) -> Source {
        let mut code = blank(text);
        let tests: Vec<Range<usize>> =
            code.match_indices("#[cfg(test)]").map(|(at, _)| item(&code, at)).collect();
        for range in &tests {
            let spaces = spaces(&code[range.clone()]);
            code.replace_range(range.clone(), &spaces);
        }
        Source { code, tests }
    }

    pub fn code(&self) -> &str {
        &self.code
    }

    /// The 1-based line of a byte of the code.
    pub fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// Where `name` stands as a whole word.
    pub fn find_word<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code.match_indices(name).map(|(at, _)| at).filter(move |&at| {
            let part = |found: Option<char>| found.is_some_and(|c| c == '_' || c.is_alphanumeric());
            !part(self.code[..at].chars().next_back()) && !part(self.code[at + name.len()..].chars().next())
        })
    }

    /// The lines of a stretch of code, tests that were left out and `const` and `static` tables aside.
    pub fn lines(&self, range: Range<usize>) -> usize {
        let mut lines = self.code[range.clone()].lines().count();
        let mut from = range.start;
        for item in self.aside() {
            if item.start >= from && item.end <= range.end {
                lines -= self.code[item.clone()].lines().count();
                from = item.end;
            }
        }
        lines
    }

    /// Every function that has a body.
    pub fn functions(&self) -> Vec<Function> {
        let mut functions = Vec::new();
        for at in self.find_word("fn") {
            let name: String = self.code[at + 2..]
                .trim_start()
                .chars()
                .take_while(|&c| c == '_' || c.is_alphanumeric())
                .collect();
            let whole = item(&self.code, at);
            if !name.is_empty() && self.code[whole.clone()].ends_with('}') {
                functions.push(Function { name, line: self.line(at), lines: self.lines(whole) });
            }
        }
        functions
    }

    /// What counts for no cap: tests that were left out, and lists (`const NAME: … = [ … ];`).
    fn aside(&self) -> Vec<Range<usize>> {
        let mut aside = self.tests.clone();
        for word in ["const", "static"] {
            for at in self.find_word(word) {
                let whole = item(&self.code, at);
                let is_table = |(name, value): (&str, &str)| {
                    !name.contains('{') && value.trim_start_matches('&').starts_with('[')
                };
                if self.code[whole.clone()].split_once(" = ").is_some_and(is_table) {
                    aside.push(whole);
                }
            }
        }
        aside.sort_by_key(|item| item.start);
        aside
    }
}

/// The item that starts at `at`: to its `;` or its closing brace, whichever comes first outside brackets.
fn item(code: &str, at: usize) -> Range<usize> {
    let mut depth = 0_usize;
    for (offset, c) in code[at..].char_indices() {
        match c {
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // The `]` of an attribute and the `)` of parameters end nothing; the `}` of a value goes on to its `;`.
        let ends = c == ';' || c == '}' && !code[at + offset + 1..].starts_with([';', ',', '.', ')']);
        if depth == 0 && ends {
            return at..at + offset + 1;
        }
    }
    at..code.len()
}

/// Blanks comments and the insides of strings and characters.
fn blank(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = opaque(rest, code.chars().next_back()).unwrap_or(0);
        let (piece, after) = rest.split_at(length.max(c.len_utf8()));
        if length > 0 {
            code.push_str(&spaces(piece))
        } else {
            code.push_str(piece)
        }
        rest = after;
    }
    code
}

/// The bytes of the comment, string or character literal that `rest` starts with.
fn opaque(rest: &str, before: Option<char>) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    if let Some(inner) = rest.strip_prefix('"') {
        return Some(1 + closing(inner, '"'));
    }
    if let Some(inner) = rest.strip_prefix('\'') {
        let mut chars = inner.chars();
        let first = chars.next()?;
        // Without a quote after one character it is a lifetime.
        return (first == '\\' || chars.next() == Some('\'')).then(|| 1 + closing(inner, '\''));
    }
    let word = before.is_some_and(|c| c == '_' || c.is_alphanumeric());
    let hashes = rest.strip_prefix('r').filter(|_| !word || before == Some('b'))?;
    let inner = hashes.trim_start_matches('#');
    let count = hashes.len() - inner.len();
    let body = inner.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(count));
    Some(rest.len() - body.len() + body.find(&end).map_or(body.len(), |at| at + end.len()))
}

/// The bytes up to and with the closing quote, escapes skipped.
fn closing(inner: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        if c == quote && !escaped {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    inner.len()
}

/// As many bytes and lines, nothing on them.
fn spaces(piece: &str) -> String {
    piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}
