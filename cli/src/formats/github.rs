//! Annotations of a GitHub workflow: commands that a runner finds in the output
//! (<https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>).

use std::io::{self, Write};

use super::{findings, message_and_help, word};
use crate::check::judge::{Outcome, Report};

/// The findings of a file, one command each.
pub(super) fn report(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let file = property(&report.name);
    if let Outcome::Unusable(message) = &report.outcome {
        return writeln!(out, "::error file={file}::{}", data(message));
    }
    for violation in findings(report) {
        write!(out, "::{} file={file}", word(violation.severity()))?;
        if let Some(at) = violation.location() {
            write!(out, ",line={},col={}", at.line, at.column)?;
        }
        let message = data(&message_and_help(violation));
        writeln!(out, ",title={}::{message}", violation.code())?;
    }
    Ok(())
}

/// A text in the place of a message.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A text in the place of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
