//! The command line: reads what the arguments name, writes what they ask for.

mod arguments;
mod html;
mod input;
mod jsonl;
mod page;
mod print;
mod segment;

pub use arguments::Arguments;

use anstream::{AutoStream, ColorChoice};
use arguments::Format;
use clap::CommandFactory;
use input::Article;
use reportedly::text::utf16::{OffsetMap, Unit};
use reportedly::{Analysis, Options, export};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Does what the arguments say. Exit status 1 where some articles could not be read.
///
/// # Errors
/// What stopped the run.
pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let mut command = Arguments::command();
    if let Some(shell) = arguments.completions {
        clap_complete::generate(shell, &mut command, "reportedly", &mut io::stdout());
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.man {
        return written(clap_mangen::Man::new(command).render(&mut io::stdout()), true);
    }
    let standard_input = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &standard_input[..] } else { &arguments.files };
    if arguments.jsonl { archive(arguments, files) } else { articles(arguments, files) }
}

/// One article a line.
fn archive(arguments: &Arguments, files: &[PathBuf]) -> Result<ExitCode, String> {
    let settings = jsonl::Settings {
        unit: arguments.offsets.unit(),
        published: arguments.published,
        filter: arguments.filter(),
        summary_only: arguments.summary,
        skip_until: arguments.skip_until.clone(),
        rejects: arguments.rejects.clone(),
    };
    let mut all_good = true;
    for file in files {
        let bad = jsonl::run(file, io::stdout().lock(), &settings);
        match bad {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            Err(error) => return Err(format!("{}: {error}", file.display())),
            Ok(bad) => all_good &= bad == 0,
        }
    }
    Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One article a file. A file that cannot be read does not keep the others from being read.
fn articles(arguments: &Arguments, files: &[PathBuf]) -> Result<ExitCode, String> {
    let single = matches!(arguments.format, Format::Csv | Format::Html | Format::Jsonld);
    if single && files.len() > 1 {
        return Err("this format holds one article; name one FILE, or use --format json".to_owned());
    }
    let mut out = AutoStream::new(io::stdout(), colour(arguments.color));
    let mut all_good = true;
    for file in files {
        match input::article(file) {
            Ok(article) => {
                let result = write_article(&mut out, arguments, file, &article, files.len() > 1);
                if result.is_err() {
                    return written(result, all_good);
                }
            }
            Err(error) if files.len() == 1 => return Err(error),
            Err(error) => {
                eprintln!("reportedly: {error}");
                all_good = false;
            }
        }
    }
    written(Ok(()), all_good)
}

fn write_article(
    out: &mut impl Write,
    arguments: &Arguments,
    file: &Path,
    article: &Article,
    several: bool,
) -> io::Result<()> {
    let text = &article.text;
    let published = arguments.published.or(article.published);
    let mut analysis = reportedly::annotate(text, &Options { published });
    if several && arguments.format == Format::Text {
        writeln!(out, "=== {}\n", file.display())?;
    }
    arguments.filter().apply(&mut analysis);
    if matches!(arguments.format, Format::Json | Format::Csv) {
        convert(&mut analysis, text, arguments.offsets.unit());
    }
    let name = || file.display().to_string();
    match arguments.format {
        Format::Text if arguments.summary => print::summary(out, &analysis),
        Format::Text => print::article(out, text, &analysis),
        Format::Json => {
            let mut record = serde_json::to_value(&analysis)?;
            if arguments.summary {
                record = json!({"summary": record["summary"]});
            }
            if several {
                record["file"] = Value::from(name());
            }
            if article.extracted {
                record["text"] = Value::from(text.as_str());
            }
            writeln!(out, "{record}")
        }
        Format::Jsonld => {
            let source = arguments.url.clone().unwrap_or_else(|| name().replace(' ', "%20"));
            writeln!(out, "{:#}", export::json_ld(text, &analysis, &source))
        }
        Format::Csv => export::csv(&analysis, out).map_err(io::Error::from),
        Format::Md => write!(out, "{}", export::markdown(&analysis)),
        Format::Html => page::page(out, text, &analysis),
    }
}

fn colour(choice: clap::ColorChoice) -> ColorChoice {
    match choice {
        clap::ColorChoice::Auto => AutoStream::choice(&io::stdout()),
        clap::ColorChoice::Always => ColorChoice::Always,
        clap::ColorChoice::Never => ColorChoice::Never,
    }
}

/// Rewrites the offsets, which are bytes, into another unit.
fn convert(analysis: &mut Analysis, text: &str, unit: Unit) {
    analysis.convert_offsets(&OffsetMap::new(text, unit));
}

/// A reader that stops reading, as `head` does, is no error.
fn written(result: io::Result<()>, all_good: bool) -> Result<ExitCode, String> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("writing the output failed: {error}"))
        }
        _ if all_good => Ok(ExitCode::SUCCESS),
        _ => Ok(ExitCode::FAILURE),
    }
}
