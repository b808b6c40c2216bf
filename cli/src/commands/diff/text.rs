//! The report as a person reads it on a terminal.

use std::io::Write;

use super::report::{Report, cells};
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
        let columns = [
            ("Where", Side::Left),
            ("What", Side::Left),
            ("Before", Side::Left),
            ("After", Side::Left),
        ];
        let mut table = Table::new(2, columns, "Deployed stacks");
        for change in &of_type.changes {
            let (what, old, new) = cells(change);
            let path = if change.path.is_empty() {
                "the type"
            } else {
                &change.path
            };
            let cells = vec![path.to_owned(), what, short(&old), short(&new)];
            table.row(cells, change.effect().words().to_owned());
        }
        table.write(out, table::width())?;
        for change in &of_type.rust {
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

/// A value that fits into a column; JSON has all of it.
fn short(value: &str) -> String {
    const MOST: usize = 60;
    if value.chars().count() <= MOST {
        return value.to_owned();
    }
    let start: String = value.chars().take(MOST).collect();
    start + "…"
}
