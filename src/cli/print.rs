//! The article for reading: its text with marks in colour, what is claimed under each paragraph, and the sourcing.

use super::segment::{Marks, lines};
use anstyle::{AnsiColor, Color, Effects, Style};
use reportedly::claim::{Claim, Standing};
use reportedly::export::stands_behind;
use reportedly::span::Span;
use reportedly::{Analysis, Annotation, Mark};
use std::io::{self, Write};

/// Claims that deserve less than this are not listed; their standing still shows in the text.
const WORTH_LISTING: f32 = 0.3;

const FIGURE: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Cyan))).bold();
const NAME: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Green)));
const CUE: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Magenta))).bold();
const DOUBT: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Yellow))).bold();
const QUIET: Style = Style::new().dimmed();

/// Writes the whole view. `colour`: whether styles will show. Styles are for a terminal; the caller's stream takes them out elsewhere.
///
/// # Errors
/// Where the output cannot be written.
pub fn article(
    out: &mut impl Write,
    text: &str,
    analysis: &Analysis,
    chosen: &[&Annotation],
    colour: bool,
) -> io::Result<()> {
    let marks = Marks::new(styled(chosen));
    let mut claims = listed(chosen).peekable();
    for line in lines(text) {
        for (piece, styles) in marks.segments(line) {
            let style = styles.into_iter().fold(Style::new(), |style, own| {
                let colour = own.get_fg_color().or(style.get_fg_color());
                style.effects(style.get_effects() | own.get_effects()).fg_color(colour)
            });
            write!(out, "{style}{}{style:#}", piece.of(text))?;
        }
        if !line.of(text).ends_with('\n') {
            writeln!(out)?;
        }
        while let Some(claim) = claims.next_if(|claim| claim.span.end <= line.end) {
            let percent = (claim.score * 100.0).round();
            let who = stands_behind(analysis, claim);
            writeln!(out, "{QUIET}  {percent:>3} {who}: {}{QUIET:#}", claim.span.of(text))?;
        }
    }
    writeln!(out)?;
    legend(out, colour)?;
    summary(out, analysis)
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
fn listed<'a>(chosen: &[&'a Annotation]) -> impl Iterator<Item = &'a Claim> {
    chosen.iter().filter_map(|annotation| match &annotation.mark {
        Mark::Claim(claim) if claim.score >= WORTH_LISTING => Some(claim),
        _ => None,
    })
}

/// What the lines under the paragraphs say, and, where it shows, what the colours and lines mean.
fn legend(out: &mut impl Write, colour: bool) -> io::Result<()> {
    writeln!(
        out,
        "Under each paragraph its claims: how much each deserves a check, from 0 to 100, and who says so."
    )?;
    if !colour {
        return Ok(());
    }
    let standings = [
        (Standing::Attributed, "named source"),
        (Standing::Unnamed, "unnamed source"),
        (Standing::Hedged, "with reservation"),
        (Standing::Denied, "denied"),
    ];
    write!(out, "{FIGURE}figure{FIGURE:#}  {NAME}name{NAME:#}  {CUE}said{CUE:#}  {DOUBT}doubt{DOUBT:#}")?;
    for (standing, label) in standings {
        let style = line(standing);
        write!(out, "  {style}{label}{style:#}")?;
    }
    writeln!(out)
}

/// The sourcing of the article.
///
/// # Errors
/// Where the output cannot be written.
pub fn summary(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    let summary = &analysis.summary;
    let by = &summary.by_standing;
    if summary.claims == 0 {
        return writeln!(out, "No claims.");
    }
    let claims = if summary.claims == 1 { "claim" } else { "claims" };
    write!(
        out,
        "{} {claims}: {} the paper's own, {} by named sources, ",
        summary.claims, by.asserted, by.attributed
    )?;
    writeln!(
        out,
        "{} by unnamed sources, {} with reservation, {} denied.",
        by.unnamed, by.hedged, by.denied
    )?;
    if summary.figures_unsourced > 0 {
        writeln!(out, "Figures that no source stands behind: {}.", summary.figures_unsourced)?;
    }
    if !summary.sources.is_empty() {
        writeln!(out, "Sources, by number of claims:")?;
    }
    for source in &summary.sources {
        writeln!(out, "  {:>3}  {}", source.claims, source.name)?;
    }
    Ok(())
}
