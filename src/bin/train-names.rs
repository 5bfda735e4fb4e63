//! Trains the name model and writes `src/tag/model.bin`. `npm run train`

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let data =
        std::env::var_os("REPORTEDLY_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match reportedly::tag::train::run(&data, &arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train-names: {error}");
            ExitCode::FAILURE
        }
    }
}
