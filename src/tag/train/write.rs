//! Prunes, quantises and writes the model.

use super::super::segment::Scores;
use super::super::table;
use super::super::table::PREFACE;
use super::Settings;
use super::perceptron::Averaged;

/// Entries a bucket of the table.
const LOAD: f64 = 1.5;
/// The largest weight that is kept apart from larger ones: few bits compress better and read as well.
const LARGEST: f32 = 15.0;

/// The model with the features that matter most, their weights whole numbers up to [`LARGEST`].
pub fn pruned(model: &Averaged, settings: &Settings) -> Averaged {
    let weight = |(scores, changes): &(Scores, u32)| {
        scores.iter().fold(0.0_f32, |sum, s| sum.max(s.abs())) * (*changes as f32).sqrt()
    };
    let mut rows: Vec<(&u32, &(Scores, u32))> = model.0.iter().collect();
    rows.sort_by(|a, b| weight(b.1).total_cmp(&weight(a.1)).then(a.0.cmp(b.0)));
    eprintln!("{} features, {} kept", rows.len(), settings.rows);
    rows.truncate(settings.rows);
    let mut spread: Vec<f32> = rows.iter().flat_map(|(_, (scores, _))| scores.map(f32::abs)).collect();
    spread.sort_by(f32::total_cmp);
    // One weight in two thousand is cut to the largest.
    let top = spread.get(spread.len().saturating_sub(spread.len() / 2000 + 1)).copied().unwrap_or(1.0);
    let quantised = |score: f32| (score / top * LARGEST).round().clamp(-LARGEST, LARGEST);
    Averaged(rows.into_iter().map(|(feature, (scores, n))| (*feature, (scores.map(quantised), *n))).collect())
}

/// Writes `src/tag/model.bin`. Its header says version, a hash of the features, the data, and F1 on articles not trained
/// on.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(model: &Averaged, settings: &Settings, scores: &str) -> Result<(), String> {
    let byte = |score: f32| (score as i8).cast_unsigned();
    let mut entries: Vec<(u32, Vec<u8>)> =
        model.0.iter().map(|(feature, (scores, _))| (*feature, scores.map(byte).to_vec())).collect();
    entries.sort();
    let mut bytes = format!(
        "reportedly names 2; features {:08x}; GMB (silver), WNUT 17, BTC, Wikinews, own articles; {} rows, {} epochs; core F1: {scores}",
        super::fingerprint(),
        entries.len(),
        settings.epochs,
    )
    .into_bytes();
    bytes.resize(PREFACE, b' ');
    bytes.extend(table::write(&entries, LOAD));
    let file = "src/tag/model.bin";
    std::fs::write(file, &bytes).map_err(|error| format!("{file}: {error}"))?;
    eprintln!("{file}: {} bytes", bytes.len());
    Ok(())
}
