//! The formats of a report about templates.
//!
//! | file | for |
//! |---|---|
//! | `text` | a person |
//! | `json` | a program; its shape is documented there |
//! | `sarif` | code scanning |
//! | `github` | annotations of a workflow |
//! | `junit` | test reports of CI systems |

mod github;
mod json;
mod junit;
mod sarif;
mod text;

use std::io::{self, Write};

use clap::ValueEnum;
use formwork::{Severity, Violation};

use crate::check::judge::{Outcome, Report};

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person, each finding with the line it is about
    Text,
    /// For a program
    Json,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For the annotations of a GitHub workflow
    Github,
    /// For the test reports of CI systems: `JUnit` XML
    Junit,
}

/// How much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) files: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) silenced: usize,
    pub(crate) passed_over: usize,
    pub(crate) unusable: usize,
}

impl Totals {
    /// Counts a report.
    pub(crate) fn add(&mut self, report: &Report) {
        match &report.outcome {
            Outcome::Checked(checked) => {
                self.files += 1;
                self.errors += checked.count(Severity::Error);
                self.warnings += checked.count(Severity::Warning);
                self.silenced += checked.silenced;
            }
            Outcome::PassedOver => self.passed_over += 1,
            Outcome::Unusable(_) => self.unusable += 1,
        }
    }
}

/// Writes reports as they come, or all of them at the end, as the format demands.
pub(crate) struct Writer<'o> {
    format: Format,
    out: &'o mut dyn Write,
    /// What is written at the end.
    kept: Vec<Report>,
}

impl<'o> Writer<'o> {
    /// Writes that format to `out`.
    pub(crate) fn new(format: Format, out: &'o mut dyn Write) -> Self {
        Self {
            format,
            out,
            kept: Vec::new(),
        }
    }

    /// Takes the next report.
    pub(crate) fn add(&mut self, report: Report) -> io::Result<()> {
        match self.format {
            Format::Text => text::report(&report, self.out),
            Format::Github => github::report(&report, self.out),
            Format::Json | Format::Sarif | Format::Junit => {
                self.kept.push(report);
                Ok(())
            }
        }
    }

    /// Writes what is due at the end.
    pub(crate) fn finish(self, totals: &Totals) -> io::Result<()> {
        let text = match self.format {
            Format::Text => return text::totals(totals, self.out),
            Format::Github => return Ok(()),
            Format::Json => json::text(&self.kept, totals),
            Format::Sarif => sarif::text(&self.kept),
            Format::Junit => junit::text(&self.kept),
        };
        self.out.write_all(text.as_bytes())
    }
}

/// The findings of a report; none if it was not checked.
fn findings(report: &Report) -> impl Iterator<Item = &Violation> {
    let found = match &report.outcome {
        Outcome::Checked(checked) => Some(checked.found.iter()),
        Outcome::PassedOver | Outcome::Unusable(_) => None,
    };
    found.into_iter().flatten()
}

/// The message, and the cure below it.
fn message_and_help(violation: &Violation) -> String {
    match violation.help() {
        Some(help) => format!("{}\nhelp: {help}", violation.message()),
        None => violation.message(),
    }
}

/// The word of a severity: `error` or `warning`, as SARIF and GitHub have it, too.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
