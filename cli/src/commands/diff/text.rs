//! The report as a person reads it on a terminal.

use std::cmp::Reverse;
use std::io::Write;

use super::report::{Report, apart, cells, place};
use crate::output::table::{self, FAINT, HEADING, Side, Table};
use crate::output::visible::visible;
use crate::stop::Stop;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> Result<(), Stop> {
    for of_type in &report.types {
        let name = visible(&of_type.name);
        writeln!(
            out,
            "{HEADING}{name}{HEADING:#}  {FAINT}{}{FAINT:#}",
            of_type.class
        )?;
        let columns = [("Where", Side::Left), ("What", Side::Left)];
        let mut table = Table::new(4, columns, "Before -> after");
        let (changes, words) = apart(&of_type.changes);
        let mut noticed = None;
        for change in &changes {
            if noticed.replace(change.effect()) != Some(change.effect()) {
                table.section(&format!("deployed stacks: {}", change.effect().words()));
            }
            let (what, old, new) = cells(change);
            table.row([place(change).to_owned(), what], note(&old, &new));
        }
        if !changes.is_empty() {
            table.write(out, table::width())?;
        }
        if let Some(words) = words {
            writeln!(out, "  {words}")?;
        }
        let mut rust: Vec<_> = of_type.rust.iter().collect();
        rust.sort_by_key(|change| Reverse(change.class));
        for change in rust {
            writeln!(
                out,
                "  {FAINT}{}{FAINT:#} `{}` {}",
                change.class,
                visible(&change.item),
                visible(&change.reason)
            )?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", report.summary())?;
    Ok(())
}

fn note(old: &str, new: &str) -> String {
    match (old, new) {
        ("", "") => String::new(),
        _ => format!("{} -> {}", short(old), short(new)),
    }
}

/// A value of a few lines, and a word for none; JSON has all of it.
fn short(value: &str) -> String {
    const MOST: usize = 200;
    if value.is_empty() {
        return "none".to_owned();
    }
    let value = visible(value);
    if value.chars().count() <= MOST {
        return value.into_owned();
    }
    let start: String = value.chars().take(MOST).collect();
    start + "…"
}
