//! Facts that no published specification states, each with its source.

use std::io::{self, Write};

use crate::output::table::{self, FAINT, HEADING};
use crate::output::visible::visible;
use crate::types::beyond::Beyond;

/// Writes them under a heading, if there are any.
pub(super) fn write(facts: &[Beyond<'_>], out: &mut dyn Write, width: usize) -> io::Result<()> {
    const INDENT: usize = 6;
    if facts.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "\n{HEADING}Beyond the published specification{HEADING:#}"
    )?;
    for fact in facts {
        let Beyond {
            about,
            says,
            because,
            source,
            as_of,
        } = fact;
        let line = format!("{}: {says}", visible(about));
        for (index, line) in table::wrap(&line, width.saturating_sub(INDENT))
            .iter()
            .enumerate()
        {
            let indent = if index == 0 { 2 } else { INDENT };
            writeln!(out, "{:indent$}{line}", "")?;
        }
        let source = match as_of {
            Some(as_of) => format!("{source} (as of {as_of})"),
            None => (*source).to_owned(),
        };
        for text in [because.as_ref(), &source] {
            for line in table::wrap(text, width.saturating_sub(INDENT)) {
                writeln!(out, "{:INDENT$}{FAINT}{line}{FAINT:#}", "")?;
            }
        }
    }
    Ok(())
}
