//! The command line: reads what the arguments name, writes what they ask for.

mod arguments;
mod html;
mod input;
mod jsonl;
mod line;
mod page;
mod print;
mod progress;
mod segment;

pub use arguments::Arguments;

use anstream::{AutoStream, ColorChoice};
use arguments::Format;
use clap::CommandFactory;
use input::Article;
use reportedly::text::utf16::OffsetMap;
use reportedly::{Options, export};
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
    let settings = line::Settings {
        unit: arguments.offsets.unit(),
        published: arguments.published,
        filter: arguments.filter(),
        summary_only: arguments.summary,
    };
    let run = jsonl::Run {
        settings: &settings,
        skip_until: arguments.skip_until.as_deref(),
        rejects: arguments.rejects.as_ref(),
    };
    match run.over(files) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error.to_string()),
        Ok(0) => Ok(ExitCode::SUCCESS),
        Ok(bad) => {
            let kept =
                arguments.rejects.as_ref().map(|file| format!("; they are kept in {}", file.display()));
            eprintln!("reportedly: lines that could not be read: {bad}{}", kept.unwrap_or_default());
            Ok(ExitCode::FAILURE)
        }
    }
}

/// One article a file. A file that cannot be read does not keep the others from being read.
fn articles(arguments: &Arguments, files: &[PathBuf]) -> Result<ExitCode, String> {
    if arguments.summary && !matches!(arguments.format, Format::Text | Format::Json) {
        return Err("--summary is for --format text and json".to_owned());
    }
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
    if matches!(arguments.format, Format::Json | Format::Csv) {
        analysis.convert_offsets(&OffsetMap::new(text, arguments.offsets.unit()));
    }
    let chosen = arguments.filter().choose(&analysis);
    match arguments.format {
        Format::Text if arguments.summary => print::summary(out, &analysis),
        Format::Text => {
            print::article(out, text, &analysis, &chosen, colour(arguments.color) != ColorChoice::Never)
        }
        Format::Json => {
            let mut record = json!({"summary": analysis.summary});
            if !arguments.summary {
                record["annotations"] = json!(chosen);
            }
            if several {
                record["file"] = Value::from(file.display().to_string());
            }
            if article.extracted {
                record["text"] = Value::from(text.as_str());
            }
            writeln!(out, "{record}")
        }
        Format::Jsonld => {
            let address = arguments.url.clone().or_else(|| article.address.clone());
            let source = address.unwrap_or_else(|| relative(file));
            writeln!(out, "{:#}", export::json_ld(text, &analysis, &chosen, &source))
        }
        Format::Csv => export::csv(&analysis, &chosen, out).map_err(io::Error::from),
        Format::Md => write!(out, "{}", export::markdown(&analysis, &chosen)),
        Format::Html => page::page(out, text, &analysis, &chosen),
    }
}

/// A file as a relative address: what could be taken for a scheme, a query or a fragment is escaped.
fn relative(file: &Path) -> String {
    if file.as_os_str() == "-" {
        return "standard-input".to_owned();
    }
    let mut address = String::new();
    for c in file.to_string_lossy().chars() {
        if c.is_alphanumeric() || "/.-_~".contains(c) {
            address.push(c);
        } else {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes).bytes().for_each(|byte| address.push_str(&format!("%{byte:02X}")));
        }
    }
    address
}

fn colour(choice: clap::ColorChoice) -> ColorChoice {
    match choice {
        clap::ColorChoice::Auto => AutoStream::choice(&io::stdout()),
        clap::ColorChoice::Always => ColorChoice::Always,
        clap::ColorChoice::Never => ColorChoice::Never,
    }
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
