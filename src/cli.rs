//! What the command line takes and what it does with it.

mod jsonl;
mod print;

use clap::{Parser, ValueEnum};
use reportedly::text::utf16::{OffsetMap, Unit};
use reportedly::{Analysis, Date, Options, export};
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads English news articles and marks their claims, figures, names and hedged attributions, and who stands behind
/// each claim.
#[derive(Parser)]
#[command(version, about, long_about = None, max_term_width = 100)]
pub struct Arguments {
    /// Article to read, as plain text; "-" or nothing reads standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
    /// How to write what was found.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Read one article a line, {"id", "text"} and, where known, "published"; write one result a line, in the same order.
    #[arg(long)]
    jsonl: bool,
    /// What the offsets in the output count.
    #[arg(long, value_enum, default_value_t = Offsets::Bytes)]
    offsets: Offsets,
    /// Address of the article, named as the source in JSON-LD; the file's name where it is left out.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Day of publication, from which "Friday" or "last month" are told: YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    published: Option<Date>,
}

impl Arguments {
    /// The article as JSON-LD names it.
    fn source(&self) -> String {
        self.url.clone().unwrap_or_else(|| self.file.display().to_string().replace(' ', "%20"))
    }
}

/// Output formats.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The article with its marks, for reading.
    Text,
    /// The records, as JSON.
    Json,
    /// W3C Web Annotation, as JSON-LD; positions in characters.
    Jsonld,
    /// A table for spreadsheets.
    Csv,
    /// The claims by standing, in Markdown.
    Md,
}

/// Units of offsets.
#[derive(Clone, Copy, ValueEnum)]
enum Offsets {
    /// UTF-8 bytes.
    Bytes,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
    /// Unicode code points, as Python counts.
    Chars,
}

impl Offsets {
    fn unit(self) -> Unit {
        match self {
            Offsets::Bytes => Unit::Bytes,
            Offsets::Utf16 => Unit::Utf16,
            Offsets::Chars => Unit::Chars,
        }
    }
}

/// Does what the arguments say. Exit status 1 where a line of `--jsonl` was bad.
///
/// # Errors
/// What stopped the run: a file that cannot be read, an output that cannot be written.
pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let file = &arguments.file;
    let name = file.display();
    let input = open(file).map_err(|error| format!("{name} cannot be read: {error}"))?;
    if arguments.jsonl {
        let settings = jsonl::Settings { unit: arguments.offsets.unit(), published: arguments.published };
        let bad = jsonl::run(BufReader::new(input), io::stdout().lock(), &settings);
        return written(bad.map(|bad| if bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }));
    }
    let text = read(input).map_err(|error| format!("{name} cannot be read: {error}"))?;
    let mut analysis = reportedly::annotate(&text, &Options { published: arguments.published });
    let mut output = anstream::stdout().lock();
    if matches!(arguments.format, Format::Json | Format::Csv) {
        convert(&mut analysis, &text, arguments.offsets.unit());
    }
    let result = match arguments.format {
        Format::Text => print::article(&mut output, &text, &analysis),
        Format::Json => writeln!(output, "{}", export::json(&analysis).map_err(|error| error.to_string())?),
        Format::Jsonld => writeln!(output, "{:#}", export::json_ld(&text, &analysis, &arguments.source())),
        Format::Csv => export::csv(&analysis, output).map_err(io::Error::from),
        Format::Md => write!(output, "{}", export::markdown(&analysis)),
    };
    written(result.map(|()| ExitCode::SUCCESS))
}

/// A reader that stops reading, as `head` does, is no error.
fn written(result: io::Result<ExitCode>) -> Result<ExitCode, String> {
    match result {
        Ok(code) => Ok(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(format!("writing the output failed: {error}")),
    }
}

fn convert(analysis: &mut Analysis, text: &str, unit: Unit) {
    analysis.convert_offsets(&OffsetMap::new(text, unit));
}

fn open(file: &Path) -> io::Result<Box<dyn Read>> {
    if file.as_os_str() == "-" { Ok(Box::new(io::stdin())) } else { Ok(Box::new(File::open(file)?)) }
}

/// Bytes that are not UTF-8 become replacement characters, so that one bad byte does not lose an article.
fn read(mut input: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}
