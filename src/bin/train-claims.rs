//! Trains the model of claims and writes `src/claim/model.bin`. `npm run train`

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let data =
        std::env::var_os("REPORTEDLY_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    match reportedly::claim::train::run(&data) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train-claims: {error}");
            ExitCode::FAILURE
        }
    }
}
