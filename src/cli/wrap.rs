//! Styled text on a screen: lines broken between words, nothing in it that could steer a terminal.

use anstyle::Style;
use std::io::{self, Write};

/// Writes a paragraph that is given in pieces. On a screen so many columns wide (counted as characters) its lines end
/// between words, and all but the first begin `indent` columns in, where the first is taken to begin; without a width
/// lines stay as they are.
///
/// # Errors
/// Where the output cannot be written.
pub fn paragraph(
    out: &mut impl Write,
    pieces: &[(Style, &str)],
    width: Option<usize>,
    indent: usize,
) -> io::Result<()> {
    let characters = pieces.iter().flat_map(|(_, piece)| piece.chars());
    let breaks = width.map(|width| breaks(characters, width, indent)).unwrap_or_default();
    let mut breaks = breaks.into_iter().peekable();
    let mut written = String::new();
    let mut number = 0;
    for (style, piece) in pieces {
        written += &style.render().to_string();
        for c in piece.chars() {
            match c {
                _ if breaks.next_if_eq(&number).is_some() => {
                    written += &format!("{style:#}\n{:indent$}{style}", "");
                }
                '\t' => written.push('\t'),
                _ if c.is_whitespace() && width.is_some() => written.push(' '),
                // A text must not move the cursor, or more.
                _ if c.is_control() && !c.is_whitespace() => written.push(char::REPLACEMENT_CHARACTER),
                _ => written.push(c),
            }
            number += 1;
        }
        written += &style.render_reset().to_string();
    }
    writeln!(out, "{written}")
}

/// Which characters give way to the end of a line, by number. A word longer than a line stays whole.
fn breaks(characters: impl Iterator<Item = char>, width: usize, indent: usize) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut column = indent;
    // The last blank of this line, and the columns up to it.
    let mut blank = None;
    for (number, c) in characters.enumerate() {
        column += 1;
        if c == ' ' || c == '\n' {
            blank = Some((number, column));
        }
        if column > width
            && let Some((at, before)) = blank.take()
        {
            breaks.push(at);
            column = column - before + indent;
        }
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pieces: &[(Style, &str)], width: Option<usize>, indent: usize) -> String {
        let mut out = Vec::new();
        paragraph(&mut out, pieces, width, indent).unwrap();
        String::from_utf8(out).unwrap()
    }

    const PLAIN: Style = Style::new();
    const BOLD: Style = Style::new().bold();

    #[test]
    fn lines_end_between_words() {
        let text = "The council approved\n€31 million for the harbour.";
        assert_eq!(
            written(&[(PLAIN, text)], Some(12), 2),
            "The\n  council\n  approved\n  €31\n  million\n  for the\n  harbour.\n"
        );
        assert_eq!(written(&[(PLAIN, text)], None, 2), format!("{text}\n"));
        assert_eq!(written(&[(PLAIN, "uncharacteristically so")], Some(5), 0), "uncharacteristically\nso\n");
    }

    #[test]
    fn a_word_in_two_styles_stays_whole_and_styles_end_with_the_line() {
        let pieces = [(PLAIN, "and "), (BOLD, "in North"), (PLAIN, "gate.")];
        assert_eq!(written(&pieces, Some(8), 0), "and \x1B[1min\x1B[0m\n\x1B[1mNorth\x1B[0mgate.\n");
    }

    #[test]
    fn nothing_in_a_text_steers_the_terminal() {
        assert_eq!(
            written(&[(PLAIN, "\x1B[2J\u{9B}31m\x7F\tx")], None, 0),
            "\u{FFFD}[2J\u{FFFD}31m\u{FFFD}\tx\n"
        );
    }
}
