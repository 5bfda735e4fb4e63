//! How far a long run has come: rate and time left, on standard error where that is a terminal and the results go elsewhere.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal, Read};
use std::time::Duration;

/// One bar a file. Clones show the same bar.
#[derive(Clone)]
pub struct Progress {
    bar: ProgressBar,
    /// Articles of the files before.
    before: u64,
}

impl Default for Progress {
    /// Shows nothing.
    fn default() -> Self {
        Progress { bar: ProgressBar::hidden(), before: 0 }
    }
}

impl Progress {
    /// Begins a file of so many bytes; where that is not known, no time left is shown.
    pub fn new(size: Option<u64>, before: u64) -> Self {
        // Between lines of results there is no place for a bar.
        if io::stdout().is_terminal() {
            return Progress::default();
        }
        let (bar, template) = match size {
            Some(size) => (ProgressBar::new(size), "{wide_bar} {percent}%, {msg}, {eta} left"),
            None => (ProgressBar::new_spinner(), "{spinner} {msg}, {elapsed}"),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message("0 articles");
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress { bar, before }
    }

    /// Counts what is read.
    pub fn wrap<R: Read>(&self, reader: R) -> impl Read + use<R> {
        self.bar.wrap_read(reader)
    }

    /// Shows how many articles were read since the run began.
    pub fn count(&self, articles: u64) {
        let seconds = self.bar.elapsed().as_secs_f64().max(0.001);
        let rate = (articles - self.before) as f64 / seconds;
        self.bar.set_message(format!("{articles} articles, {rate:.0}/s"));
    }

    /// Writes a line to standard error without disturbing the bar.
    pub fn say(&self, line: &str) {
        self.bar.suspend(|| eprintln!("{line}"));
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
