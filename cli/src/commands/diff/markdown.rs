//! The report as a table for a pull request.

use std::io::Write;

use super::report::{Report, cells};
use crate::output::visible::visible;
use crate::stop::Stop;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> Result<(), Stop> {
    for of_type in &report.types {
        writeln!(out, "### `{}`: {}\n", visible(&of_type.name), of_type.class)?;
        writeln!(out, "| where | what | before | after | deployed stacks |")?;
        writeln!(out, "|---|---|---|---|---|")?;
        for change in &of_type.changes {
            let (what, old, new) = cells(change);
            let path = if change.path.is_empty() {
                "the type"
            } else {
                &change.path
            };
            writeln!(
                out,
                "| {} | {} | {} | {} | {} |",
                code(path),
                escape(&what),
                code(&old),
                code(&new),
                change.effect().words()
            )?;
        }
        if !of_type.rust.is_empty() {
            writeln!(out)?;
        }
        for change in &of_type.rust {
            let (item, reason) = (code(&change.item), escape(&change.reason));
            writeln!(out, "* {}: {item} {reason}", change.class)?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", escape(&report.summary()))?;
    Ok(())
}

/// Text in a cell, in the font of code; nothing for nothing.
fn code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("`{}`", escape(&text.replace('`', "'")))
}

/// Text without what would end a cell.
fn escape(text: &str) -> String {
    visible(text).replace('|', "\\|")
}
