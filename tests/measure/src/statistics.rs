//! Medians, and how figures are written.

use std::time::Duration;

/// The middle of some figures; zero if there are none.
#[must_use]
pub fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.get(middle.wrapping_sub(1)), sorted.get(middle)) {
        (Some(below), Some(above)) if sorted.len().is_multiple_of(2) => {
            f64::midpoint(*below, *above)
        }
        (_, Some(middle)) => *middle,
        _ => 0.0,
    }
}

/// The median of the ratios of figures that were taken in pairs, so that a machine that is slow for
/// a while slows both of a pair.
#[must_use]
pub fn paired_ratio(left: &[f64], right: &[f64]) -> f64 {
    let ratios: Vec<f64> = left
        .iter()
        .zip(right)
        .map(|(left, right)| left / right)
        .collect();
    median(&ratios)
}

/// A duration as readers of tables like it: three digits and a unit.
#[must_use]
pub fn time(seconds: f64) -> String {
    let (figure, unit) = match seconds {
        s if s >= 1.0 => (s, "s"),
        s if s >= 1e-3 => (s * 1e3, "ms"),
        s if s >= 1e-6 => (s * 1e6, "µs"),
        s => (s * 1e9, "ns"),
    };
    match figure {
        f if f >= 100.0 => format!("{f:.0} {unit}"),
        f if f >= 10.0 => format!("{f:.1} {unit}"),
        f => format!("{f:.2} {unit}"),
    }
}

/// The seconds of a duration divided by a number of repetitions.
#[must_use]
pub fn each(duration: Duration, times: u32) -> f64 {
    duration.as_secs_f64() / f64::from(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::float_cmp, reason = "the figures are exact")]
    fn medians_of_odd_even_and_no_figures() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(&[]), 0.0);
        assert_eq!(paired_ratio(&[1.0, 10.0, 3.0], &[2.0, 20.0, 3.0]), 0.5);
    }

    #[test]
    fn times_have_three_digits_and_a_unit() {
        assert_eq!(time(1.234), "1.23 s");
        assert_eq!(time(0.0123), "12.3 ms");
        assert_eq!(time(0.000_001_5), "1.50 µs");
        assert_eq!(time(0.000_000_123), "123 ns");
    }
}
