//! How single-precision numbers are written: 0.6 is 0.6 in JSON and in JavaScript alike.

use serde::Serializer;

/// Writes a number by way of its shortest decimal. JavaScript has doubles only, and widened as it is 0.6 would become
/// 0.6000000238418579.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out a reference to the field")]
pub fn shortest<S: Serializer>(value: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(widen(*value))
}

/// The double nearest to the shortest decimal that stands for the number.
fn widen(value: f32) -> f64 {
    value.to_string().parse().unwrap_or(f64::from(value))
}

#[cfg(test)]
mod tests {
    use super::widen;

    #[test]
    fn decimals_stay_as_short_as_they_are() {
        for (value, written) in
            [(0.6, "0.6"), (0.1 + 0.2, "0.3"), (1.0 / 3.0, "0.33333334"), (-1.5, "-1.5"), (1.0, "1")]
        {
            assert_eq!(widen(value).to_string(), written);
        }
        assert_eq!(widen(f32::MIN_POSITIVE) as f32, f32::MIN_POSITIVE);
        assert!(widen(f32::NAN).is_nan());
    }
}
