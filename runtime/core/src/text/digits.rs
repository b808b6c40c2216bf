//! Whole numbers as text, without the machinery that other formats of numbers need.

/// As many digits as most numbers have.
pub(crate) const USUAL: usize = 4;

/// How many digits a `u64` may have.
const MOST: usize = 20;

/// Adds a number in decimal digits.
pub(crate) fn push(number: u64, out: &mut String) {
    let digit = |number: u64| char::from(b'0' + u8::try_from(number % 10).unwrap_or(0));
    if number < 100 {
        if number >= 10 {
            out.push(digit(number / 10));
        }
        return out.push(digit(number));
    }
    let mut digits = [b'0'; MOST];
    let mut count = 0;
    let mut rest = number;
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        count += 1;
        if rest == 0 {
            break;
        }
    }
    let written = digits.get(MOST - count..).unwrap_or_default();
    out.extend(written.iter().copied().map(char::from));
}

/// How many digits a number has.
pub(crate) fn count(number: u64) -> usize {
    number
        .checked_ilog10()
        .map_or(1, |power| power as usize + 1)
}

/// Adds a number that may be negative.
pub(crate) fn push_signed(number: i64, out: &mut String) {
    if number < 0 {
        out.push('-');
    }
    push(number.unsigned_abs(), out);
}

#[cfg(test)]
mod tests {
    use super::{count, push_signed};

    #[test]
    fn numbers_are_written_as_everywhere() {
        for number in [0, 1, 9, 10, 99, 100, 12_345, -1, -10, i64::MAX, i64::MIN] {
            let mut text = String::new();
            push_signed(number, &mut text);
            assert_eq!(text, number.to_string());
            let digits = number.unsigned_abs().to_string();
            assert_eq!(count(number.unsigned_abs()), digits.len());
        }
    }
}
