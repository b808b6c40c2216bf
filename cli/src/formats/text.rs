//! For a person: the report of each file, and one line at the end.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::Totals;
use crate::check::judge::{Outcome, Report};
use crate::output::table::FAINT;
use crate::output::visible::visible;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const STRONG: Style = Style::new().bold();

/// The findings of a file.
pub(super) fn report(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let checked = match &report.outcome {
        Outcome::Checked(checked) => checked,
        Outcome::PassedOver => return Ok(()),
        Outcome::Unusable(message) => {
            crate::complain(&format!("error: {message}"));
            return Ok(());
        }
    };
    for refused in &checked.refused {
        crate::complain(&format!("warning: {}: {refused}", report.name));
    }
    if checked.found.is_empty() {
        return Ok(());
    }
    let text = checked.found.to_string();
    // The last line counts the findings of this file, which is done for all files at the end.
    let (findings, count) = text.rsplit_once('\n').unwrap_or(("", text.as_str()));
    for line in findings.lines() {
        painted(line, out)?;
    }
    if checked.found.unlisted() > 0 {
        writeln!(out, "\n{}: {count}", visible(&report.name))?;
    }
    writeln!(out)
}

/// A line of the library's report, in colours. Everything from outside is escaped in it.
fn painted(line: &str, out: &mut dyn Write) -> io::Result<()> {
    let heading = [("error[", ERROR), ("warning[", WARNING)];
    for (word, style) in heading {
        if line.starts_with(word)
            && let Some((code, message)) = line.split_once(": ")
        {
            return writeln!(out, "{style}{code}{style:#}{STRONG}: {message}{STRONG:#}");
        }
    }
    let trimmed = line.trim_start();
    let is_frame = ["-->", "|", "= help:"]
        .iter()
        .any(|sign| trimmed.starts_with(sign));
    match line.split_once(" | ") {
        Some((number, text)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            writeln!(out, "{FAINT}{number} |{FAINT:#} {text}")
        }
        _ if is_frame && trimmed.trim_end().ends_with('^') => {
            writeln!(out, "{ERROR}{line}{ERROR:#}")
        }
        _ if is_frame => writeln!(out, "{FAINT}{line}{FAINT:#}"),
        _ => writeln!(out, "{line}"),
    }
}

/// `3 templates: 2 errors, 1 warning; 4 other files passed over; 1 file unusable`.
pub(super) fn totals(totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
    let Totals {
        files,
        errors,
        warnings,
        silenced,
        passed_over,
        unusable,
    } = *totals;
    let counts = [(errors, "error"), (warnings, "warning")];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, noun)| many(*count, noun)).collect();
    let found = if counts.is_empty() {
        "nothing found".to_owned()
    } else {
        counts.join(", ")
    };
    write!(out, "{}: {found}", many(files, "template"))?;
    if silenced > 0 {
        write!(out, "; {silenced} silenced")?;
    }
    if passed_over > 0 {
        write!(out, "; {} passed over", many(passed_over, "other file"))?;
    }
    if unusable > 0 {
        write!(out, "; {} unusable", many(unusable, "file"))?;
    }
    writeln!(out)
}

fn many(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
