//! An archive: one article a line in, one result a line out, in order, on all cores, with bounded memory. A run that is
//! stopped leaves whole lines and says how to go on.

use super::input;
use super::line::{self, Outcome, Settings};
use super::progress::Progress;
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A batch is in work at once. It is full at so many lines or so many bytes: few enough for memory and for an answer to
/// Ctrl-C without delay, enough to keep all cores busy.
const BATCH_LINES: usize = 256;
const BATCH_BYTES: usize = 1 << 20;

/// The status of a process that Ctrl-C ended, as shells write it.
const INTERRUPTED: i32 = 130;

/// Where to begin, and where bad lines go.
pub struct Run<'a> {
    /// What holds for every line.
    pub settings: &'a Settings,
    /// Articles up to and including the one with this id are passed over.
    pub skip_until: Option<&'a str>,
    /// Where bad lines are kept; a run that goes on adds to them.
    pub rejects: Option<&'a PathBuf>,
}

impl Run<'_> {
    /// Runs to the end of all files; says on standard error which lines were bad and why, and returns how many they are.
    ///
    /// # Errors
    /// Where the input cannot be read on or the output not be written, or no line has the id to go on after.
    pub fn over(mut self, files: &[PathBuf]) -> io::Result<u64> {
        // Opening it for bad lines would empty it before it is read.
        if let Some(rejects) = self.rejects
            && files.iter().any(|file| input::is_same(file, rejects))
        {
            let message = format!("{} is read, so bad lines cannot be kept in it", rejects.display());
            return Err(io::Error::other(message));
        }
        let output = Arc::new(Mutex::new(Output::new(self.rejects, self.skip_until.is_some())?));
        stop_between_batches(&output)?;
        let done = files.iter().try_for_each(|file| self.file(file, &output));
        let output = locked(&output);
        output.progress.finish();
        done?;
        if let Some(id) = self.skip_until {
            let message = format!("no article has the id {id}, so there is nothing to go on after");
            return Err(io::Error::other(message));
        }
        Ok(output.bad)
    }

    fn file(&mut self, file: &Path, output: &Mutex<Output>) -> io::Result<()> {
        let named = |error| io::Error::other(format!("{} cannot be read: {error}", input::name(file)));
        let input = input::open(file).map_err(named)?;
        let progress = Progress::new(input.size, locked(output).articles);
        std::mem::replace(&mut locked(output).progress, progress.clone()).finish();
        let mut lines = BufReader::new(progress.wrap(input.reader));
        let mut number = self.skip(&mut lines).map_err(named)?;
        loop {
            let batch = batch(&mut lines).map_err(named)?;
            if batch.is_empty() {
                return Ok(());
            }
            let outcomes: Vec<Outcome> =
                batch.par_iter().map(|line| line::read(line, self.settings)).collect();
            locked(output).write(file, number, &batch, outcomes)?;
            number += batch.len() as u64;
        }
    }

    /// Passes over the lines up to the one to go on after; says how many they were.
    fn skip(&mut self, lines: &mut impl BufRead) -> io::Result<u64> {
        let mut number = 0;
        while let Some(id) = self.skip_until {
            let mut line = Vec::new();
            if lines.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            number += 1;
            if line::id(&line).as_deref() == Some(id) {
                self.skip_until = None;
            }
        }
        Ok(number)
    }
}

/// The next lines, without their line breaks; none at the end.
fn batch(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    let mut bytes = 0;
    while lines.len() < BATCH_LINES && bytes < BATCH_BYTES {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        bytes += line.len();
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        lines.push(line);
    }
    Ok(lines)
}

/// What is written. Whoever holds it sees whole lines.
struct Output {
    progress: Progress,
    rejects: Option<File>,
    articles: u64,
    bad: u64,
    last: Option<String>,
}

impl Output {
    fn new(rejects: Option<&PathBuf>, goes_on: bool) -> io::Result<Self> {
        let open = |path: &PathBuf| {
            let mut options = File::options();
            options.create(true).write(true).append(goes_on).truncate(!goes_on);
            let named = |error| io::Error::other(format!("{} cannot be written: {error}", path.display()));
            options.open(path).map_err(named)
        };
        let rejects = rejects.map(open).transpose()?;
        Ok(Output { progress: Progress::default(), rejects, articles: 0, bad: 0, last: None })
    }

    /// Writes the outcomes of a batch that follows `number` lines of a file.
    fn write(
        &mut self,
        file: &Path,
        number: u64,
        batch: &[Vec<u8>],
        outcomes: Vec<Outcome>,
    ) -> io::Result<()> {
        let (mut results, mut rejects) = (Vec::new(), Vec::new());
        for ((number, line), outcome) in (number + 1..).zip(batch).zip(outcomes) {
            match outcome {
                Outcome::Read(id, result) => {
                    self.articles += 1;
                    self.last = Some(id);
                    results.extend_from_slice(result.as_bytes());
                    results.push(b'\n');
                }
                Outcome::Bad(error) => {
                    self.bad += 1;
                    self.progress.say(&format!("{}line {number}: {error}", prefix(file)));
                    rejects.extend_from_slice(line);
                    rejects.push(b'\n');
                }
                Outcome::Empty => {}
            }
        }
        if let Some(file) = &mut self.rejects {
            let failed = |error| io::Error::other(format!("bad lines cannot be kept: {error}"));
            file.write_all(&rejects).map_err(failed)?;
        }
        let mut out = io::stdout().lock();
        let failed =
            |error: io::Error| io::Error::new(error.kind(), format!("writing the output failed: {error}"));
        out.write_all(&results).and_then(|()| out.flush()).map_err(failed)?;
        self.progress.count(self.articles);
        Ok(())
    }
}

/// Which of several files a line stands in.
fn prefix(file: &Path) -> String {
    if file.as_os_str() == "-" { String::new() } else { format!("{}, ", file.display()) }
}

/// On Ctrl-C, or when told to end, waits until a batch is written whole, says how to go on, and ends.
fn stop_between_batches(output: &Arc<Mutex<Output>>) -> io::Result<()> {
    let output = Arc::clone(output);
    let stop = move || {
        let output = locked(&output);
        let go_on = match &output.last {
            Some(id) => {
                format!("go on with --skip-until '{}' and add to the output", id.replace('\'', "'\\''"))
            }
            None => "nothing was written".to_owned(),
        };
        output.progress.finish();
        eprintln!("reportedly: stopped after {} articles; {go_on}", output.articles);
        process::exit(INTERRUPTED);
    };
    ctrlc::set_handler(stop).map_err(io::Error::other)
}

fn locked(output: &Mutex<Output>) -> MutexGuard<'_, Output> {
    output.lock().unwrap_or_else(PoisonError::into_inner)
}
