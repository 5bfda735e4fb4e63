//! The article for reading: its text with marks in colour, what is claimed under each paragraph, and the sourcing.

use super::segment::{Marks, paragraphs};
use super::sourcing::{Sourcing, sourcing};
use super::wrap;
use anstyle::{AnsiColor, Color, Effects, Style};
use reportedly::claim::{Claim, Standing};
use reportedly::export::stands_behind;
use reportedly::span::Span;
use reportedly::text::Document;
use reportedly::{Analysis, Annotation, Mark};
use std::io::{self, IsTerminal, Write};
use terminal_size::{Width, terminal_size_of};

/// Claims that deserve less than this are not listed; their standing still shows in the text.
const WORTH_LISTING: f32 = 0.3;

const FIGURE: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Cyan))).bold();
const NAME: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Green)));
const CUE: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Magenta))).bold();
const DOUBT: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Yellow))).bold();
const QUIET: Style = Style::new().dimmed();

/// Where the view is read.
#[derive(Clone, Copy)]
pub struct Screen {
    /// Whether styles will show. The caller's stream takes them out where they do not.
    pub colour: bool,
    /// Its columns; None where lines are to stay as they are in the text.
    pub width: Option<usize>,
}

/// Longer lines are hard to read, however wide the screen.
const WIDEST: usize = 100;

/// The width for lines on the terminal that standard output is; None where it is none.
pub fn width() -> Option<usize> {
    let stdout = io::stdout();
    let (Width(columns), _) = stdout.is_terminal().then(|| terminal_size_of(stdout))??;
    Some(usize::from(columns).min(WIDEST))
}

/// Claims under a paragraph are set in by this: two blanks, the score, a blank.
const INDENT: usize = 6;

/// Writes the whole view.
///
/// # Errors
/// Where the output cannot be written.
pub fn article(
    out: &mut impl Write,
    document: &Document,
    analysis: &Analysis,
    chosen: &[&Annotation],
    screen: Screen,
) -> io::Result<()> {
    let text = document.text;
    let marks = Marks::new(styled(chosen));
    let mut claims = listed(chosen).peekable();
    let any = claims.peek().is_some();
    let mut end = 0;
    for place in paragraphs(document) {
        write_gap(out, Span { start: end, end: place.start }.of(text), screen)?;
        end = place.end;
        let pieces: Vec<(Style, &str)> = marks
            .segments(place)
            .map(|(piece, styles)| (styles.into_iter().fold(Style::new(), laid_over), piece.of(text)))
            .collect();
        wrap::paragraph(out, &pieces, screen.width, 0)?;
        while let Some(claim) = claims.next_if(|claim| claim.span.start < place.end) {
            let percent = (claim.score * 100.0).round();
            write!(out, "{QUIET}  {percent:>3} {QUIET:#}")?;
            let words: Vec<&str> = claim.span.of(text).split_whitespace().collect();
            let line = format!("{}: {}", stands_behind(analysis, claim), words.join(" "));
            wrap::paragraph(out, &[(QUIET, &line)], screen.width, INDENT)?;
        }
    }
    if end > 0 {
        writeln!(out)?;
    }
    if any {
        legend(out, screen)?;
    }
    summary(out, analysis, screen)
}

/// What lies between two paragraphs, or before the first: an empty line on a screen, elsewhere what the text has there.
fn write_gap(out: &mut impl Write, gap: &str, screen: Screen) -> io::Result<()> {
    // The line before has ended already.
    match (gap.split_once('\n'), screen.width) {
        (None, _) => Ok(()),
        (Some(_), Some(_)) => writeln!(out),
        (Some((_, gap)), None) => write!(out, "{gap}"),
    }
}

/// A style with that of a smaller mark on it.
fn laid_over(style: Style, own: &Style) -> Style {
    let colour = own.get_fg_color().or(style.get_fg_color());
    style.effects(style.get_effects() | own.get_effects()).fg_color(colour)
}

/// What is styled, and how.
fn styled(chosen: &[&Annotation]) -> Vec<(Span, Style)> {
    let mut marks = Vec::new();
    for annotation in chosen {
        match &annotation.mark {
            Mark::Figure(figure) => marks.push((figure.span, FIGURE)),
            Mark::Entity(entity) => marks.push((entity.span, NAME)),
            Mark::Hedge(hedge) => marks.push((hedge.span, DOUBT)),
            Mark::Attribution(attribution) => marks.extend(attribution.cue.map(|cue| (cue.span, CUE))),
            Mark::Claim(claim) => marks.push((claim.span, line(claim.standing))),
        }
    }
    marks
}

/// Standing by the line under the words, so that it shows without colour.
fn line(standing: Standing) -> Style {
    let effect = match standing {
        Standing::Asserted => Effects::new(),
        Standing::Attributed => Effects::UNDERLINE,
        Standing::Unnamed => Effects::DASHED_UNDERLINE,
        Standing::Hedged => Effects::CURLY_UNDERLINE,
        Standing::Denied => Effects::DOUBLE_UNDERLINE,
    };
    Style::new().effects(effect)
}

/// The claims that deserve a look.
fn listed<'a, 't>(chosen: &[&'a Annotation<'t>]) -> impl Iterator<Item = &'a Claim<'t>> {
    chosen.iter().filter_map(|annotation| match &annotation.mark {
        Mark::Claim(claim) if claim.score >= WORTH_LISTING => Some(claim),
        _ => None,
    })
}

/// What the lines under the paragraphs say, and, where it shows, what the colours and lines mean.
fn legend(out: &mut impl Write, screen: Screen) -> io::Result<()> {
    let scores =
        "Under each paragraph its claims: how much each deserves a check, from 0 to 100, and who says so.";
    wrap::paragraph(out, &[(Style::new(), scores)], screen.width, 0)?;
    if !screen.colour {
        return Ok(());
    }
    let looks = [
        (FIGURE, "figure"),
        (NAME, "name"),
        (CUE, "said"),
        (DOUBT, "doubt"),
        (line(Standing::Attributed), "named source"),
        (line(Standing::Unnamed), "unnamed source"),
        (line(Standing::Hedged), "with reservation"),
        (line(Standing::Denied), "denied"),
    ];
    let pieces: Vec<(Style, &str)> =
        looks.into_iter().flat_map(|look| [look, (Style::new(), "  ")]).collect();
    wrap::paragraph(out, &pieces, screen.width, 0)
}

/// Writes the sourcing of the article.
///
/// # Errors
/// Where the output cannot be written.
pub fn summary(out: &mut impl Write, analysis: &Analysis, screen: Screen) -> io::Result<()> {
    let mut say = |line: &str, indent| wrap::paragraph(out, &[(Style::new(), line)], screen.width, indent);
    let Sourcing { sentences, lists } = sourcing(analysis);
    for sentence in &sentences {
        say(sentence, 0)?;
    }
    for (title, items) in &lists {
        say(title, 0)?;
        for item in items {
            say(&format!("  {item}"), 4)?;
        }
    }
    Ok(())
}
