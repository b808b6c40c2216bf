//! The members of an object of a curated file: each known by name, each read once, what is wrong
//! reported where it stands.

use crate::curated::model::Evidence;
use crate::registry::values;
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::{Member, Node};
use crate::visible::quoted;

/// The members of an object; an unknown name is an error.
pub(super) fn known<'n, 't>(
    node: &'n Node<'t>,
    at: &Pointer<'_>,
    names: &[&str],
    report: &mut Report,
) -> &'n [Member<'t>] {
    let members = values::members(node, at, report);
    for member in members {
        if !names.contains(&member.key.as_ref()) {
            let message = format!("{} is not known here", quoted(&member.key));
            let help = suggest::did_you_mean(&member.key, names.iter().copied())
                .or_else(|| suggest::alternatives(names).map(|all| format!("known: {all}")));
            report.error_with_help(&at.name(&member.key), message, help);
        }
    }
    members
}

/// One of a few words.
pub(super) fn choice<T: Copy>(
    node: &Node<'_>,
    at: &Pointer<'_>,
    words: &[(&str, T)],
    report: &mut Report,
) -> Option<T> {
    let text = values::text(node, at, report)?;
    if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
        return Some(*meaning);
    }
    let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let message = format!("{} is none of the words that stand here", quoted(&text));
    let help = suggest::alternatives(&names).map(|all| format!("write {all}"));
    report.error_with_help(at, message, help);
    None
}

/// The members that say where a fact comes from.
pub(super) const EVIDENCE: [&str; 3] = ["because", "source", "asOf"];

/// Where a fact comes from: all three members, none of them empty.
pub(super) fn evidence(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Evidence {
    let mut text = |key: &'static str, help: &str| -> String {
        let Some(value) = node.get(key) else {
            let message = format!("`{key}` is missing: every fact says why, who says so and when");
            report.error_with_help(at, message, Some(help.to_owned()));
            return String::new();
        };
        let at = at.name(key);
        let text = values::text(value, &at, report).unwrap_or_default();
        let fault = match key {
            _ if text.trim().is_empty() => Some("is empty"),
            "source" if text.contains("://") && !text.starts_with("https://") => {
                Some("is a link without `https`")
            }
            "asOf" if !is_day(&text) => Some("is no day of the calendar"),
            _ => None,
        };
        if let Some(fault) = fault {
            let message = format!("{} {fault}", quoted(&text));
            report.error_with_help(&at, message, Some(help.to_owned()));
        }
        text
    };
    Evidence {
        because: text("because", "write one sentence"),
        source: text(
            "source",
            "write an `https` link, or the name of the published file",
        ),
        as_of: text(
            "asOf",
            "write the day or month of the source, such as `2026-09-29`",
        ),
    }
}

/// `YYYY-MM-DD` or `YYYY-MM`.
pub(crate) fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| {
        let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (year, month, day) = match parts.as_slice() {
        [year, month] => (year, month, "01"),
        [year, month, day] => (year, month, *day),
        _ => return false,
    };
    let is_leap = |year: u32| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let days = match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for day in ["2026-09-29", "2026-09", "2024-02-29", "2000-02-29"] {
            assert!(is_day(day), "{day}");
        }
        for day in [
            "",
            "2026",
            "2026-13",
            "2026-00",
            "2026-02-29",
            "1900-02-29",
            "2026-9-1",
            "26-09-29",
            "2026-09-31",
            "2026-09-29-1",
            "+026-09",
            "today",
        ] {
            assert!(!is_day(day), "{day}");
        }
    }
}
