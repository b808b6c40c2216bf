//! How problems are shown to a person in a terminal.

use crate::Location;
use crate::report::rule::Severity;
use crate::report::violation::{Place, Violation};
use crate::text::digits;
use crate::text::excerpt::Excerpt;
use crate::text::visible::{shortened_path, visible};

/// Room that is made for the text of one problem at once.
const USUAL_LENGTH: usize = 384;

// E3003: property `ApiId` is missing at 3:5 (/A)
pub(crate) fn line(violation: &Violation) -> String {
    let mut text = String::with_capacity(USUAL_LENGTH);
    text.push_str(violation.code());
    text.push_str(": ");
    text.push_str(&violation.message);
    text.push_str(" at ");
    place(violation, None, &mut text);
    text
}

/// Every problem with its excerpt and cure, then how many there are.
pub(crate) fn whole(
    found: &[Violation],
    more: usize,
    source: Option<&str>,
    file: Option<&str>,
) -> String {
    let file = file.map(visible);
    let mut text = String::with_capacity(found.len() * USUAL_LENGTH);
    for violation in found {
        entry(violation, source, file.as_deref(), &mut text);
        text.push('\n');
    }
    total(found, more, &mut text);
    text
}

// 2 problems, 1 warning, and 30 more that are not listed
fn total(found: &[Violation], more: usize, text: &mut String) {
    let is_warning = |violation: &&Violation| violation.severity == Severity::Warning;
    let warnings = found.iter().filter(is_warning).count();
    let problems = found.len() - warnings;
    if problems > 0 || warnings == 0 {
        count(problems, "problem", text);
    }
    if problems > 0 && warnings > 0 {
        text.push_str(", ");
    }
    if warnings > 0 {
        count(warnings, "warning", text);
    }
    if more > 0 {
        text.push_str(", and ");
        digits::push(more as u64, text);
        text.push_str(" more that are not listed");
    }
}

fn count(listed: usize, what: &str, text: &mut String) {
    digits::push(listed as u64, text);
    text.push(' ');
    text.push_str(what);
    if listed != 1 {
        text.push('s');
    }
}

// error[E3012]: `"five"` is not an integer
//  --> api.json:3:14 (/Timeout)
//   |
// 3 |   "Timeout": "five",
//   |              ^
//   = help: …
fn entry(violation: &Violation, source: Option<&str>, file: Option<&str>, text: &mut String) {
    text.push_str(match violation.severity {
        Severity::Error => "error[",
        Severity::Warning => "warning[",
    });
    text.push_str(violation.code());
    text.push_str("]: ");
    text.push_str(&violation.message);
    text.push('\n');
    let line = violation.location().map_or(0, |location| location.line);
    let width = digits::count(line as u64);
    spaces(width, text);
    text.push_str("--> ");
    place(violation, file, text);
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

// api.json:3:14 (/Timeout)
fn place(violation: &Violation, file: Option<&str>, text: &mut String) {
    // The root has an empty pointer; a person needs to see something.
    let path = match violation.path.as_str() {
        "" => "the whole object".into(),
        path => shortened_path(path),
    };
    let location = violation.location();
    if let Some(file) = file {
        text.push_str(file);
        text.push(if location.is_some() { ':' } else { ' ' });
    }
    let Some(Location { line, column }) = location else {
        text.push_str(&path);
        return;
    };
    digits::push(line as u64, text);
    text.push(':');
    digits::push(column as u64, text);
    text.push_str(" (");
    text.push_str(&path);
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

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::report::violation::Violations;
    use crate::{Rule, Violation};

    #[test]
    fn the_name_of_the_file_stands_before_the_place() {
        let problem = Violation::new(Rule::Type, "/A".to_owned(), "no text".to_owned());
        let report = Violations::new(vec![problem], 0, None).in_file("a\u{1b}[31m.json");
        let expected = "error[E3012]: no text\n --> a\\u{1b}[31m.json /A\n\n1 problem";
        assert_eq!(report.to_string(), expected);
        assert_eq!(report.file(), Some("a\u{1b}[31m.json"));
    }

    #[test]
    fn problems_and_warnings_are_counted_apart() {
        let problem = || Violation::new(Rule::Type, "/A".to_owned(), "no text".to_owned());
        let last = |found: &[Violation], more| {
            let text = whole(found, more, None, None);
            text.lines().last().unwrap_or_default().to_owned()
        };
        assert_eq!(last(&[], 0), "0 problems");
        assert_eq!(last(&[problem()], 0), "1 problem");
        assert_eq!(last(&[problem().into_warning()], 0), "1 warning");
        assert_eq!(
            last(&[problem(), problem().into_warning()], 3),
            "1 problem, 1 warning, and 3 more that are not listed"
        );
        assert!(
            whole(&[problem().into_warning()], 0, None, None)
                .starts_with("warning[E3012]: no text")
        );
    }
}
