//! The command line: reads what the arguments name, writes what they ask for.

mod arguments;
mod encoding;
mod html;
mod input;
mod jsonl;
mod language;
mod line;
mod manual;
mod page;
mod print;
mod progress;
mod segment;
mod sourcing;
mod wrap;

pub use arguments::Arguments;

use anstream::{AutoStream, ColorChoice};
use arguments::Format;
use clap::CommandFactory;
use input::Article;
use print::Screen;
use reportedly::summary::Summary;
use reportedly::text::Document;
use reportedly::text::utf16::OffsetMap;
use reportedly::{Annotation, Options, export};
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Does what the arguments say. Exit status 1 where some articles could not be read.
///
/// # Errors
/// What stopped the run.
pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    if let Some(shell) = arguments.completions {
        // The generator takes it for granted that it can write.
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Arguments::command(), "reportedly", &mut script);
        return written(io::stdout().write_all(&script), true);
    }
    if arguments.man {
        return written(manual::page(&mut io::stdout()), true);
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
    let mut writer = Writer::new(arguments, files.len() > 1);
    let mut all_good = true;
    for file in files {
        match input::article(file) {
            Ok(article) => {
                let result = writer.write(file, &article);
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

/// Writes articles as the arguments say.
struct Writer<'a> {
    arguments: &'a Arguments,
    /// Whether there are several articles, which must be told apart.
    several: bool,
    screen: Screen,
    out: Box<dyn Write>,
}

impl<'a> Writer<'a> {
    fn new(arguments: &'a Arguments, several: bool) -> Self {
        let colour = match arguments.color {
            clap::ColorChoice::Auto => AutoStream::choice(&io::stdout()),
            clap::ColorChoice::Always => ColorChoice::Always,
            clap::ColorChoice::Never => ColorChoice::Never,
        };
        // Only the view has styles; from what programs read no byte may be taken out.
        let out: Box<dyn Write> = match arguments.format {
            Format::Text => Box::new(AutoStream::new(io::stdout(), colour)),
            _ => Box::new(io::BufWriter::new(io::stdout())),
        };
        let screen = Screen { colour: colour != ColorChoice::Never, width: print::width() };
        Writer { arguments, several, screen, out }
    }

    fn write(&mut self, file: &Path, article: &Article) -> io::Result<()> {
        let arguments = self.arguments;
        let text = article.text.as_str();
        let document = Document::new(text);
        if !language::looks_english(&document) {
            let name = input::name(file);
            eprintln!("reportedly: {name} does not look like English; nothing else can be read well");
        }
        let published = arguments.published.or(article.published);
        let mut analysis = reportedly::annotate(text, &Options { published });
        if matches!(arguments.format, Format::Json | Format::Csv) {
            analysis.convert_offsets(&OffsetMap::new(text, arguments.offsets.unit()));
        }
        let chosen = arguments.filter().choose(&analysis);
        let out = &mut self.out;
        match arguments.format {
            Format::Text if self.several => writeln!(out, "=== {}\n", file.display())?,
            Format::Md if self.several => writeln!(out, "# `{}`\n", file.display())?,
            _ => {}
        }
        match arguments.format {
            Format::Text if arguments.summary => print::summary(out, &analysis, self.screen)?,
            Format::Text => print::article(out, &document, &analysis, &chosen, self.screen)?,
            Format::Json => {
                let record = Record {
                    file: self.several.then(|| file.display().to_string()),
                    text: article.extracted.then_some(text),
                    annotations: (!arguments.summary).then_some(&chosen),
                    summary: &analysis.summary,
                };
                serde_json::to_writer(&mut *out, &record)?;
                writeln!(out)?;
            }
            Format::Jsonld => {
                let address = arguments.url.clone().or_else(|| article.address.clone());
                let source = address.unwrap_or_else(|| relative(file));
                writeln!(out, "{:#}", export::json_ld(text, &analysis, &chosen, &source))?;
            }
            Format::Csv => export::csv(&analysis, &chosen, &mut *out)?,
            Format::Md => write!(out, "{}", export::markdown(&analysis, &chosen))?,
            Format::Html => page::page(out, &document, &analysis, &chosen)?,
        }
        out.flush()
    }
}

/// An article's records as JSON.
#[derive(Serialize)]
struct Record<'a, 't> {
    /// Where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// Where offsets do not count in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    annotations: Option<&'a [&'a Annotation<'t>]>,
    summary: &'a Summary<'t>,
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
