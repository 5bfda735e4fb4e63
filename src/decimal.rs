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
