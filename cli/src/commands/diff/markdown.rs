//! The report as a table for a pull request.

use std::cmp::Reverse;
use std::io::Write;

use formwork_specs::diff::Effect;

use super::report::{Report, apart, cells, place};
use crate::output::visible::visible;
use crate::stop::Stop;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> Result<(), Stop> {
    for of_type in &report.types {
        writeln!(out, "### `{}`: {}\n", visible(&of_type.name), of_type.class)?;
        let (changes, words) = apart(&of_type.changes);
        if !changes.is_empty() {
            writeln!(out, "| where | what | before | after | deployed stacks |")?;
            writeln!(out, "|---|---|---|---|---|")?;
        }
        for change in &changes {
            let (what, old, new) = cells(change);
            let path = match place(change) {
                path if path == change.path => code(path),
                words => words.to_owned(),
            };
            writeln!(
                out,
                "| {} | {} | {} | {} | {} |",
                path,
                escape(&what),
                code(&old),
                code(&new),
                match change.effect() {
                    Effect::None => "",
                    effect => effect.words(),
                }
            )?;
        }
        if !changes.is_empty() && (!of_type.rust.is_empty() || words.is_some()) {
            writeln!(out)?;
        }
        let mut rust: Vec<_> = of_type.rust.iter().collect();
        rust.sort_by_key(|change| Reverse(change.class));
        for change in rust {
            let (item, reason) = (code(&change.item), escape(&change.reason));
            writeln!(out, "* {}: {item} {reason}", change.class)?;
        }
        if let Some(words) = words {
            writeln!(out, "* {words}")?;
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
