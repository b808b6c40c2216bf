//! Dates and times.

/// RFC 3339's date-time; seconds and offset may be left out, as ISO 8601 allows and services accept.
pub(super) fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else {
        return is_date(text);
    };
    let clock = time.trim_end_matches(['Z', 'z']);
    let clock = match clock.rfind(['+', '-']) {
        Some(sign) => match (clock.get(..sign), clock.get(sign + 1..)) {
            (Some(clock), Some(offset)) if is_clock(offset) => clock,
            _ => return false,
        },
        None => clock,
    };
    is_date(date) && is_clock(clock)
}

fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let (Some(year), Some(month), Some(day), None) = (year, month, day, parts.next()) else {
        return false;
    };
    let Some((year, month, day)) = digits(year, 4, 0..=9999)
        .and_then(|year| Some((year, digits(month, 2, 1..=12)?, digits(day, 2, 1..=31)?)))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day <= last
}

/// `12:00`, `12:00:00`, `12:00:00.123`.
fn is_clock(text: &str) -> bool {
    let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut parts = text.split(':');
    let hour = parts.next().and_then(|hour| digits(hour, 2, 0..=23));
    let minute = parts.next().and_then(|minute| digits(minute, 2, 0..=59));
    let second = parts
        .next()
        .map_or(Some(0), |second| digits(second, 2, 0..=60));
    let whole = hour.is_some() && minute.is_some() && second.is_some() && parts.next().is_none();
    whole && !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

fn digits(text: &str, length: usize, range: core::ops::RangeInclusive<u32>) -> Option<u32> {
    let all = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|number| all && range.contains(number))
}

#[cfg(test)]
mod tests {
    use super::is_date_time;

    #[test]
    fn dates_and_times_are_checked_to_the_day() {
        for good in [
            "2030-01-31T12:00:00Z",
            "2028-02-29T00:00:00.5+01:00",
            "2030-01-31T12:00",
            "2030-01-31",
        ] {
            assert!(is_date_time(good), "{good}");
        }
        for bad in [
            "2030-02-29T00:00:00Z",
            "tomorrow",
            "2030-01-31T25:00:00Z",
            "2030-1-1",
            "",
        ] {
            assert!(!is_date_time(bad), "{bad}");
        }
    }
}
