//! Files in: plain text and saved web pages.

use super::{encoding, html};
use reportedly::Date;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// An article to read.
pub struct Article {
    /// Its text; of a web page, the text of the article on it.
    pub text: String,
    /// The day that the page gives.
    pub published: Option<Date>,
    /// The address that the page gives.
    pub address: Option<String>,
    /// Whether the text was taken from a web page or another encoding, so that offsets count in it and not in the file.
    pub extracted: bool,
}

/// Reads a file, or standard input for "-".
///
/// # Errors
/// What is wrong with which file.
pub fn article(file: &Path) -> Result<Article, String> {
    let name = name(file);
    let ending = file.extension().map(|e| e.to_ascii_lowercase()).unwrap_or_default();
    if ending == "jsonl" || ending == "ndjson" {
        return Err(format!("{name} is an archive, one article a line; --jsonl reads it"));
    }
    let bytes = open(file)
        .and_then(|input| read(input.reader))
        .map_err(|error| format!("{name} cannot be read: {error}"))?;
    let (text, as_it_is) = encoding::decode(bytes)
        .ok_or_else(|| format!("{name} is no text; plain text and saved web pages are read"))?;
    let page = ending == "html" || ending == "htm" || html::is_page(&text);
    if !page {
        return Ok(Article { text, published: None, address: None, extracted: !as_it_is });
    }
    html::article(&text).map_err(|why| format!("{name} {why}"))
}

/// What to call a file in messages.
pub fn name(file: &Path) -> String {
    if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() }
}

/// What is read from, and how large it is where that is known.
pub struct Input {
    /// The bytes.
    pub reader: Box<dyn Read>,
    /// How many.
    pub size: Option<u64>,
}

/// Opens a file, or standard input for "-".
///
/// # Errors
/// Those of the file system.
pub fn open(file: &Path) -> io::Result<Input> {
    if file.as_os_str() == "-" {
        if io::stdin().is_terminal() {
            eprintln!(
                "Reading from the terminal; Ctrl-D ends the text. `reportedly --help` says what else there is."
            );
        }
        return Ok(Input { reader: Box::new(io::stdin()), size: redirected().and_then(|file| size(&file)) });
    }
    let file = File::open(file)?;
    Ok(Input { size: size(&file), reader: Box::new(file) })
}

/// The file that standard input was redirected from, if any.
fn redirected() -> Option<File> {
    #[cfg(unix)]
    return std::os::fd::AsFd::as_fd(&io::stdin()).try_clone_to_owned().ok().map(File::from);
    #[cfg(not(unix))]
    None
}

/// Whether two paths lead to one file; "-" leads to what standard input was redirected from.
pub fn is_same(file: &Path, other: &Path) -> bool {
    identity(file).is_some_and(|one| identity(other) == Some(one))
}

#[cfg(unix)]
fn identity(file: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let metadata =
        if file.as_os_str() == "-" { redirected()?.metadata() } else { fs::metadata(file) }.ok()?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(file: &Path) -> Option<std::path::PathBuf> {
    fs::canonicalize(file).ok()
}

fn size(file: &File) -> Option<u64> {
    file.metadata().ok().filter(|metadata| metadata.is_file()).map(|metadata| metadata.len())
}

fn read(mut input: Box<dyn Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(bytes)
}
