//! The command line: reads articles, prints them with their marks or writes what was found.

mod cli;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(&cli::Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("reportedly: {error}");
            ExitCode::from(2)
        }
    }
}
