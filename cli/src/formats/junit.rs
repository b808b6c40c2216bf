//! `JUnit` XML, as CI systems read it: a suite of one test per file, which fails for each finding.

use std::fmt::Write as _;

use super::{findings, message_and_help};
use crate::check::judge::{Outcome, Report};

/// The whole document.
pub(super) fn text(reports: &[Report]) -> String {
    let tests = || {
        reports
            .iter()
            .filter(|report| !matches!(report.outcome, Outcome::PassedOver))
    };
    let failures = tests()
        .filter(|report| findings(report).next().is_some())
        .count();
    let errors = tests()
        .filter(|report| matches!(report.outcome, Outcome::Unusable(_)))
        .count();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let counts = format!(
        "tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\"",
        tests().count()
    );
    let _infallible = writeln!(
        xml,
        "<testsuites {counts}>\n  <testsuite name=\"formwork check\" {counts}>"
    );
    for report in tests() {
        test(report, &mut xml);
    }
    xml.push_str("  </testsuite>\n</testsuites>\n");
    xml
}

fn test(report: &Report, xml: &mut String) {
    let name = escaped(&report.name);
    let _infallible = write!(xml, "    <testcase classname=\"formwork\" name=\"{name}\"");
    if let Outcome::Unusable(message) = &report.outcome {
        let message = escaped(message);
        let _infallible = write!(
            xml,
            ">\n      <error message=\"{message}\"/>\n    </testcase>\n"
        );
        return;
    }
    let mut found = findings(report).peekable();
    if found.peek().is_none() {
        xml.push_str("/>\n");
        return;
    }
    xml.push_str(">\n");
    for violation in found {
        let place = match violation.location() {
            Some(at) => format!("{}:{at}", report.name),
            None => report.name.clone(),
        };
        let _infallible = writeln!(
            xml,
            "      <failure type=\"{}\" message=\"{}\">{}</failure>",
            violation.code(),
            escaped(&violation.message()),
            escaped(&format!(
                "{place} ({})\n{}",
                violation.path(),
                message_and_help(violation)
            )),
        );
    }
    xml.push_str("    </testcase>\n");
}

/// A text inside of XML. What XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_an_element() {
        assert_eq!(
            escaped("<a b=\"&\">\u{1b}\u{0}"),
            "&lt;a b=&quot;&amp;&quot;&gt;"
        );
    }
}
