//! How problems are shown to a person in a terminal.

use crate::Location;
use crate::digits;
use crate::document::Excerpt;
use crate::violation::{Place, Violation};

/// Room that is made for the text of one problem at once.
const USUAL_LENGTH: usize = 384;

// E3003: property `ApiId` is missing at 3:5 (/A)
pub(crate) fn line(violation: &Violation) -> String {
    let mut text = String::with_capacity(USUAL_LENGTH);
    text.push_str(violation.rule.code());
    text.push_str(": ");
    text.push_str(&violation.message);
    text.push_str(" at ");
    place(violation, &mut text);
    text
}

/// Every problem with its excerpt and cure, then how many there are.
pub(crate) fn whole(found: &[Violation], more: usize, source: Option<&str>) -> String {
    let mut text = String::with_capacity(found.len() * USUAL_LENGTH);
    for violation in found {
        entry(violation, source, &mut text);
        text.push('\n');
    }
    digits::push(found.len() as u64, &mut text);
    text.push_str(if found.len() == 1 && more == 0 {
        " problem"
    } else {
        " problems"
    });
    if more > 0 {
        text.push_str(", and ");
        digits::push(more as u64, &mut text);
        text.push_str(" more that are not listed");
    }
    text
}

// error[E3012]: `"five"` is not an integer
//  --> 3:14 (/Timeout)
//   |
// 3 |   "Timeout": "five",
//   |              ^
//   = help: …
fn entry(violation: &Violation, source: Option<&str>, text: &mut String) {
    text.push_str("error[");
    text.push_str(violation.rule.code());
    text.push_str("]: ");
    text.push_str(&violation.message);
    text.push('\n');
    let line = violation.location().map_or(0, |location| location.line);
    let width = digits::count(line as u64);
    spaces(width, text);
    text.push_str("--> ");
    place(violation, text);
    text.push('\n');
    let excerpt = violation
        .place
        .and_then(|Place { location, byte }| Excerpt::of_place(source?, byte, location.column));
    if let Some(Excerpt { text: part, column }) = excerpt {
        spaces(width + 1, text);
        text.push_str("|\n");
        digits::push(line as u64, text);
        text.push_str(" | ");
        text.push_str(&part);
        text.push('\n');
        spaces(width + 1, text);
        text.push_str("| ");
        spaces(column - 1, text);
        text.push_str("^\n");
    }
    let end = text.len();
    spaces(width + 1, text);
    text.push_str("= help: ");
    if violation.help.push(text) {
        text.push('\n');
    } else {
        text.truncate(end);
    }
}

// 3:14 (/Timeout)
fn place(violation: &Violation, text: &mut String) {
    // The root has an empty pointer; a person needs to see something.
    let path = match violation.path.as_str() {
        "" => "the whole object",
        path => path,
    };
    let Some(Location { line, column }) = violation.location() else {
        text.push_str(path);
        return;
    };
    digits::push(line as u64, text);
    text.push(':');
    digits::push(column as u64, text);
    text.push_str(" (");
    text.push_str(path);
    text.push(')');
}

fn spaces(count: usize, text: &mut String) {
    const SPACES: &str = "                                ";
    let mut left = count;
    while left > 0 {
        let some = SPACES.get(..left).unwrap_or(SPACES);
        text.push_str(some);
        left -= some.len();
    }
}
