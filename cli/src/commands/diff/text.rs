//! The report as a person reads it on a terminal.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::io::Write;

use formwork_codegen::semver::RustChange;
use formwork_specs::diff::{Change, Effect};

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
        let (changes, words) = apart(&of_type.changes);
        let rows: Vec<Row<'_>> = changes.into_iter().map(Row::of).collect();
        if are_narrow(&rows) {
            write_beside(&rows, out)?;
        } else {
            write_below(&rows, out)?;
        }
        if let Some(words) = words {
            writeln!(out, "  {words}")?;
        }
        let mut rust: Vec<_> = of_type.rust.iter().collect();
        rust.sort_by_key(|change| Reverse(change.class));
        for change in rust {
            write_rust(change, out)?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", report.summary())?;
    Ok(())
}

/// What users of the Rust notice, broken where the line ends.
fn write_rust(change: &RustChange, out: &mut dyn Write) -> Result<(), Stop> {
    let class = change.class.to_string();
    let text = format!("`{}` {}", change.item, change.reason);
    let width = table::width().saturating_sub(class.len() + INDENT);
    let mut lines = table::wrap(&text, width).into_iter();
    let first = lines.next().unwrap_or_default();
    writeln!(out, "  {FAINT}{class}{FAINT:#} {first}")?;
    for line in lines {
        writeln!(out, "{:INDENT$}{line}", "")?;
    }
    Ok(())
}

/// A change, in words.
struct Row<'c> {
    effect: Effect,
    place: Cow<'c, str>,
    what: String,
    values: String,
}

impl<'c> Row<'c> {
    fn of(change: &'c Change) -> Self {
        let (what, old, new) = cells(change);
        let values = match (old.as_str(), new.as_str()) {
            ("", "") => String::new(),
            (old, new) => format!("{} -> {}", short(old), short(new)),
        };
        Self {
            effect: change.effect(),
            place: visible(place(change)),
            what,
            values,
        }
    }
}

/// Columns that values need to be read beside what they are of.
const NARROWEST_VALUES: usize = 36;

/// Columns that are left free in front of rows.
const INDENT: usize = 4;

/// Whether the values have room beside the longest place.
fn are_narrow(rows: &[Row<'_>]) -> bool {
    const GAPS: usize = 4;
    let widest = |text: fn(&Row<'_>) -> usize| rows.iter().map(text).max().unwrap_or_default();
    let places = widest(|row| row.place.chars().count());
    let whats = widest(|row| row.what.chars().count());
    let values = widest(|row| row.values.chars().count()).min(NARROWEST_VALUES);
    INDENT + places + whats + values + GAPS <= table::width()
}

/// Each change in a line; a place is named once.
fn write_beside(rows: &[Row<'_>], out: &mut dyn Write) -> Result<(), Stop> {
    if rows.is_empty() {
        return Ok(());
    }
    let columns = [("Where", Side::Left), ("What", Side::Left)];
    let mut table = Table::new(INDENT, columns, "Before -> after");
    let mut last: Option<&Row<'_>> = None;
    for row in rows {
        let is_same_effect = last.is_some_and(|last| last.effect == row.effect);
        let is_same_place = is_same_effect && last.is_some_and(|last| last.place == row.place);
        if !is_same_effect {
            table.section(&heading(row.effect));
        }
        let place = if is_same_place { "" } else { &row.place };
        table.row([place.to_owned(), row.what.clone()], row.values.clone());
        last = Some(row);
    }
    table.write(out, table::width())?;
    Ok(())
}

/// Each place in a line, and below it what changes there.
fn write_below(rows: &[Row<'_>], out: &mut dyn Write) -> Result<(), Stop> {
    let mut last: Option<&Row<'_>> = None;
    for row in rows {
        let is_same_effect = last.is_some_and(|last| last.effect == row.effect);
        let is_same_place = is_same_effect && last.is_some_and(|last| last.place == row.place);
        if !is_same_effect {
            writeln!(out, "  {HEADING}{}{HEADING:#}", heading(row.effect))?;
        }
        let place = &row.place;
        if row.values.is_empty() {
            writeln!(out, "{:INDENT$}{place}  {}", "", row.what)?;
        } else {
            if !is_same_place {
                writeln!(out, "{:INDENT$}{place}", "")?;
            }
            let text = format!("{}: {}", row.what, row.values);
            let mut at = INDENT + 2;
            for line in table::wrap(&text, table::width().saturating_sub(INDENT + 4)) {
                writeln!(out, "{:at$}{line}", "")?;
                at = INDENT + 4;
            }
        }
        last = Some(row);
    }
    Ok(())
}

fn heading(effect: Effect) -> String {
    format!("deployed stacks: {}", effect.words())
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
