//! How problems are shown to a person in a terminal.

use core::fmt;

use crate::document::Excerpt;
use crate::violation::{Place, Violation};

// E3003: property `ApiId` is missing at 3:5 (/A)
pub(crate) fn line(violation: &Violation, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{}: {}", violation.rule.code(), violation.message)?;
    match violation.location() {
        Some(location) => write!(f, " at {location} ({})", shown(&violation.path)),
        None => write!(f, " at {}", shown(&violation.path)),
    }
}

/// Every problem with its excerpt and cure, then how many there are.
pub(crate) fn whole(
    found: &[Violation],
    more: usize,
    source: Option<&str>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for violation in found {
        entry(violation, source, f)?;
        f.write_str("\n")?;
    }
    match (found.len(), more) {
        (1, 0) => f.write_str("1 problem"),
        (count, 0) => write!(f, "{count} problems"),
        (count, more) => write!(f, "{count} problems, and {more} more that are not listed"),
    }
}

// error[E3012]: `"five"` is not an integer
//  --> 3:14 (/Timeout)
//   |
// 3 |   "Timeout": "five",
//   |              ^
//   = help: …
fn entry(violation: &Violation, source: Option<&str>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "error[{}]: {}", violation.rule.code(), violation.message)?;
    let path = shown(&violation.path);
    let Some(Place { location, byte }) = violation.place else {
        writeln!(f, " --> {path}")?;
        return help(violation, 1, f);
    };
    let number = location.line.to_string();
    let margin = number.len() + 1;
    writeln!(
        f,
        "{:margin$}--> {location} ({path})",
        "",
        margin = margin - 1
    )?;
    let excerpt = source.and_then(|source| Excerpt::of_byte(source, byte));
    if let Some(Excerpt { text, column }) = excerpt {
        writeln!(f, "{:margin$}|", "")?;
        writeln!(f, "{number} | {text}")?;
        writeln!(f, "{:margin$}| {:indent$}^", "", "", indent = column - 1)?;
    }
    help(violation, margin, f)
}

fn help(violation: &Violation, margin: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match violation.help() {
        Some(help) => writeln!(f, "{:margin$}= help: {help}", ""),
        None => Ok(()),
    }
}

/// The root has an empty pointer; a person needs to see something.
fn shown(path: &str) -> &str {
    if path.is_empty() {
        "the whole object"
    } else {
        path
    }
}
