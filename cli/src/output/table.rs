//! Columns of text for a terminal: padded, and with a note to each row that stands beside the
//! columns where there is room, else below them.

use std::io::{self, Write};

use anstyle::Style;

use super::visible::visible;

/// What headings look like.
pub(crate) const HEADING: Style = Style::new().bold();
/// What is less important looks like.
pub(crate) const FAINT: Style = Style::new().dimmed();

const GAP: usize = 2;
/// A note in fewer columns than this would be a ribbon of single words.
const NARROWEST_NOTE: usize = 36;

/// The width of a line that is never broken.
pub(crate) const UNLIMITED: usize = usize::MAX;

/// How wide lines may be: as the variable `COLUMNS` says, else as the terminal is. What goes into a
/// file or another program has no width, so that a line there is a line.
pub(crate) fn width() -> usize {
    const LEAST: usize = 40;
    let stated = std::env::var("COLUMNS").ok();
    let stated = stated.and_then(|columns| columns.parse::<usize>().ok());
    let measured = || {
        let (width, _) = terminal_size::terminal_size_of(io::stdout())?;
        Some(usize::from(width.0))
    };
    stated
        .or_else(measured)
        .map_or(UNLIMITED, |width| width.max(LEAST))
}

/// Which side of a column its cells keep to.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Side {
    Left,
    Right,
}

/// Rows under headings.
pub(crate) struct Table {
    indent: usize,
    columns: Vec<(&'static str, Side)>,
    note: &'static str,
    rows: Vec<Row>,
    section: Option<String>,
}

struct Row {
    /// What stands above it and those that follow.
    section: Option<String>,
    cells: Vec<String>,
    note: String,
}

impl Table {
    /// A table with these columns, and a heading for the notes.
    pub(crate) fn new(
        indent: usize,
        columns: impl Into<Vec<(&'static str, Side)>>,
        note: &'static str,
    ) -> Self {
        Self {
            indent,
            columns: columns.into(),
            note,
            rows: Vec::new(),
            section: None,
        }
    }

    /// The rows that follow are of one sort: a line above them says which, less far to the right than they are.
    pub(crate) fn section(&mut self, title: &str) {
        self.section = Some(visible(title).into_owned());
    }

    /// Adds a row; what would not be seen in it is escaped.
    pub(crate) fn row(&mut self, cells: impl Into<Vec<String>>, note: String) {
        let cells: Vec<String> = cells.into();
        let cells = cells.iter().map(|cell| visible(cell).into_owned());
        self.rows.push(Row {
            section: self.section.take(),
            cells: cells.collect(),
            note,
        });
    }

    /// Writes it in that width. Columns that are empty in all rows are left out; those that do not
    /// fit become part of the notes.
    pub(crate) fn write(mut self, out: &mut dyn Write, width: usize) -> io::Result<()> {
        while self.columns.len() > 1 && self.total() > width.saturating_add(GAP) {
            self.fold();
        }
        let widths = self.widths();
        let start = self.total();
        let has_notes = self.rows.iter().any(|row| !row.note.is_empty());
        let is_beside = has_notes && width.saturating_sub(start) >= NARROWEST_NOTE;
        let headings: Vec<String> = self
            .columns
            .iter()
            .map(|(title, _)| (*title).into())
            .collect();
        let mut line = self.line(&headings, &widths);
        if is_beside {
            pad(&mut line, start);
            line.push_str(self.note);
        }
        writeln!(out, "{FAINT}{}{FAINT:#}", line.trim_end())?;
        for row in &self.rows {
            if let Some(section) = &row.section {
                let indent = self.indent.saturating_sub(GAP);
                writeln!(out, "{:indent$}{HEADING}{section}{HEADING:#}", "")?;
            }
            let mut line = self.line(&row.cells, &widths);
            let at = if is_beside {
                start
            } else {
                self.indent + 2 * GAP
            };
            let mut notes = wrap(&row.note, width.saturating_sub(at)).into_iter();
            if is_beside && let Some(first) = notes.next() {
                pad(&mut line, start);
                line.push_str(&first);
            }
            writeln!(out, "{}", line.trim_end())?;
            for note in notes {
                if is_beside {
                    writeln!(out, "{:at$}{note}", "")?;
                } else {
                    writeln!(out, "{:at$}{FAINT}{note}{FAINT:#}", "")?;
                }
            }
        }
        Ok(())
    }

    /// Moves the last column to the front of the notes.
    fn fold(&mut self) {
        self.columns.pop();
        for row in &mut self.rows {
            let cell = row.cells.pop().unwrap_or_default();
            row.note = match (cell.is_empty(), row.note.is_empty()) {
                (true, _) => std::mem::take(&mut row.note),
                (false, true) => cell,
                (false, false) => format!("{cell}; {}", row.note),
            };
        }
    }

    fn widths(&self) -> Vec<usize> {
        (0..self.columns.len()).map(|at| self.column(at)).collect()
    }

    /// Where what follows the columns starts.
    fn total(&self) -> usize {
        let widths = self.widths().into_iter().filter(|width| *width > 0);
        self.indent + widths.map(|width| width + GAP).sum::<usize>()
    }

    /// The width of a column; none if no row has anything in it.
    fn column(&self, at: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(at));
        let widest = cells.map(|cell| columns(cell)).max().unwrap_or_default();
        let title = self.columns.get(at).map_or(0, |(title, _)| columns(title));
        if widest == 0 { 0 } else { widest.max(title) }
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = " ".repeat(self.indent);
        for ((cell, width), (_, side)) in cells.iter().zip(widths).zip(&self.columns) {
            if *width == 0 {
                continue;
            }
            let spaces = width.saturating_sub(columns(cell));
            if *side == Side::Right {
                line.extend(std::iter::repeat_n(' ', spaces));
            }
            line.push_str(cell);
            if *side == Side::Left {
                line.extend(std::iter::repeat_n(' ', spaces));
            }
            line.extend(std::iter::repeat_n(' ', GAP));
        }
        line
    }
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

fn pad(line: &mut String, width: usize) {
    let spaces = width.saturating_sub(columns(line));
    line.extend(std::iter::repeat_n(' ', spaces));
}

/// Breaks a text into lines at spaces. A word that is longer than a line, such as a pattern, is
/// broken where the line ends; an address is not, for it is to be clicked. What would not be seen is
/// escaped.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let is_whole = word.starts_with("https://");
        let mut word: Vec<char> = visible(word).chars().collect();
        if !line.is_empty() && columns(&line) + 1 + word.len() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        while word.len() > width && !is_whole {
            let rest = word.split_off(width);
            lines.push(word.iter().collect());
            word = rest;
        }
        line.extend(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(table: Table, width: usize) -> String {
        let mut out = anstream::StripStream::new(Vec::new());
        table.write(&mut out, width).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    }

    fn table() -> Table {
        let columns = [("Name", Side::Left), ("Count", Side::Right)];
        let mut table = Table::new(2, columns, "Limits");
        table.row(["A".to_owned(), "7".to_owned()], "at most seven".to_owned());
        table.row(["Longer".to_owned(), "12".to_owned()], String::new());
        table
    }

    #[test]
    fn notes_stand_beside_where_there_is_room_and_below_where_there_is_not() {
        assert_eq!(
            written(table(), 80),
            "  Name    Count  Limits\n  A           7  at most seven\n  Longer     12\n"
        );
        assert_eq!(
            written(table(), 40),
            "  Name    Count\n  A           7\n      at most seven\n  Longer     12\n"
        );
    }

    #[test]
    fn sections_stand_above_their_rows() {
        let mut table = Table::new(2, [("Name", Side::Left)], "");
        table.section("first");
        table.row(["A".to_owned()], String::new());
        table.row(["B".to_owned()], String::new());
        table.section("nothing follows");
        table.section("second\u{1b}");
        table.row(["C".to_owned()], String::new());
        assert_eq!(
            written(table, 80),
            "  Name\nfirst\n  A\n  B\nsecond\\u{1b}\n  C\n"
        );
    }

    #[test]
    fn columns_that_do_not_fit_become_notes() {
        assert_eq!(
            written(table(), 12),
            "  Name\n  A\n      7; at\n      most\n      seven\n  Longer\n      12\n"
        );
    }

    #[test]
    fn columns_with_nothing_in_them_are_left_out() {
        let columns = [("Name", Side::Left), ("Required", Side::Left)];
        let mut table = Table::new(0, columns, "");
        table.row(["A".to_owned(), String::new()], String::new());
        assert_eq!(written(table, 80), "Name\nA\n");
    }

    #[test]
    fn what_would_not_be_seen_is_escaped() {
        let mut table = Table::new(0, [("Name", Side::Left)], "Limits");
        table.row(["\u{1b}[2J".to_owned()], "\u{202e}one\ntwo".to_owned());
        assert_eq!(
            written(table, UNLIMITED),
            "Name       Limits\n\\u{1b}[2J  \\u{202e}one two\n"
        );
    }

    #[test]
    fn without_a_width_nothing_is_broken() {
        let columns = [("Name", Side::Left), ("Type", Side::Left)];
        let mut table = Table::new(0, columns, "Limits");
        table.row(["n".repeat(300), "t".repeat(300)], "word ".repeat(300));
        assert_eq!(written(table, UNLIMITED).lines().count(), 2);
    }

    #[test]
    fn words_longer_than_a_line_are_broken() {
        assert_eq!(wrap("a bcdefgh ij", 4), ["a", "bcde", "fgh", "ij"]);
        assert_eq!(wrap("", 4), [""; 0]);
    }
}
