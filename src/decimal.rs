//! How single-precision numbers are written: 0.6 is 0.6 in JSON and in JavaScript alike.

use serde::Serializer;

/// Writes a number by way of its shortest decimal. JavaScript has doubles only, and widened as it is 0.6 would become
/// 0.6000000238418579.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out a reference to the field")]
pub fn shortest<S: Serializer>(value: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(widen(*value))
}

/// More decimals than this are left to the slow way, as are numbers so large that they lose some.
const DECIMALS: i32 = 11;
const LARGE: f64 = 1e4;

/// The double nearest to the shortest decimal that stands for the number. The usual number has few decimals, so they are
/// tried one after the other: a whole number by a power of ten is the double nearest to that decimal.
pub fn widen(value: f32) -> f64 {
    let exact = f64::from(value);
    let mut scale = 1.0;
    for _ in 0..DECIMALS {
        let decimal = (exact * scale).round() / scale;
        if decimal as f32 == value && exact.abs() < LARGE {
            return decimal;
        }
        scale *= 10.0;
    }
    value.to_string().parse().unwrap_or(exact)
}

/// Up to here every whole number is a double.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The double nearest to a decimal such as "3.5" or "1e12"; beyond fifteen digits, one of the nearest. None for anything
/// else. The standard library reads all digits of any number, by tables that browsers would have to load.
pub fn read(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = 0.0;
    for byte in whole.bytes().chain(fraction.bytes()) {
        digits = digits * 10.0 + f64::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    let exponent = exponent.parse::<i32>().ok()? - i32::try_from(fraction.len()).ok()?;
    let scale = (0..exponent.unsigned_abs().min(400)).fold(1.0, |scale, _| scale * 10.0);
    let value = if exponent < 0 { digits / scale } else { digits * scale };
    (!mantissa.is_empty()).then_some(value)
}

/// The shortest decimal that stands for a double of up to fifteen digits; of one with more, what is left of it.
pub fn write(value: f64) -> String {
    let mut scale = 1.0;
    let mut places = 0;
    while (value * scale).round() / scale != value && (value * scale * 10.0).abs() < EXACT {
        scale *= 10.0;
        places += 1;
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let digits = format!("{:0width$}", (value * scale).round().abs() as u128, width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let point = if places > 0 { "." } else { "" };
    [sign, whole, point, fraction].concat()
}

#[cfg(test)]
mod tests {
    use super::{read, widen, write};

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

    #[test]
    fn decimals_are_read_and_written_as_the_standard_library_does() {
        for text in
            ["0", "7", "3.5", "0.45359237", "1e12", "1e-3", "2.54e2", "1000000000000000", "0.6", "1.", ".5"]
        {
            assert_eq!(read(text), text.parse().ok(), "{text}");
            assert_eq!(read(text).map(write), text.parse::<f64>().ok().map(|v| v.to_string()), "{text}");
        }
        for text in ["", "x", "1,5", "e5", "1e", "1.2.3", "-1", "1e5.5"] {
            assert_eq!(read(text), None, "{text}");
        }
        for value in [0.0, 1.0 / 3.0, -2.75, 1e22, 123_456.789] {
            assert_eq!(write(value), value.to_string());
        }
    }

    #[test]
    fn trying_decimals_gives_what_writing_them_gives() {
        let mut bits = 1_u32;
        for _ in 0..200_000 {
            bits = bits.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Between 2^-14 and 2^16, and any at all.
            let near = f32::from_bits(bits & 0x807F_FFFF | (113 + (bits >> 23) % 30) << 23);
            for value in [near, f32::from_bits(bits)].into_iter().filter(|v| v.is_finite()) {
                let written: f64 = value.to_string().parse().unwrap();
                assert_eq!(widen(value).to_bits(), written.to_bits(), "{value}");
            }
        }
    }
}
