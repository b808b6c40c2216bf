//! Limits of one schema that leave nothing between them.

use crate::decimal::Decimal;
use crate::model::{Limits, Number};
use crate::report::{Pointer, Report};
use crate::visible;

/// Warns of each pair of limits that contradict each other. Says whether there is one.
pub(crate) fn tell(limits: &Limits, at: &Pointer<'_>, report: &mut Report) -> bool {
    let mut is_told = false;
    for (least, most, min, max, what) in [
        (
            "minLength",
            "maxLength",
            limits.min_length,
            limits.max_length,
            "text",
        ),
        (
            "minItems",
            "maxItems",
            limits.min_items,
            limits.max_items,
            "list",
        ),
        (
            "minProperties",
            "maxProperties",
            limits.min_properties,
            limits.max_properties,
            "object",
        ),
    ] {
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            let message = format!("`{least}` is {min} and `{most}` {max}: no {what} fits both");
            report.warning(&at.name(least), message);
            is_told = true;
        }
    }
    for (least, min, includes_min) in [
        ("minimum", &limits.minimum, true),
        ("exclusiveMinimum", &limits.exclusive_minimum, false),
    ] {
        for (most, max, includes_max) in [
            ("maximum", &limits.maximum, true),
            ("exclusiveMaximum", &limits.exclusive_maximum, false),
        ] {
            if let (Some(Number(min)), Some(Number(max))) = (min, max) {
                let (lower, upper) = (Decimal::of(min), Decimal::of(max));
                if lower > upper || (lower == upper && !(includes_min && includes_max)) {
                    let (min, max) = (visible::name(min), visible::name(max));
                    let message =
                        format!("`{least}` is {min} and `{most}` {max}: no number fits both");
                    report.warning(&at.name(least), message);
                    is_told = true;
                }
            }
        }
    }
    is_told
}
