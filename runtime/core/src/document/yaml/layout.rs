//! What can be wrong with lines and their indentation.

use super::explain::{Explanation, Stop};
use super::quotes;
use crate::document::shown;

/// A line that is neither blank nor a comment.
#[derive(Clone, Copy)]
struct Line<'t> {
    /// Where its first character stands that is not a blank, and in which column, from zero.
    start: usize,
    indent: usize,
    /// The text from there on.
    text: &'t str,
}

/// What a place on a line is indented by, and what stands there.
struct Level<'t> {
    indent: usize,
    name: &'t str,
    is_item: bool,
}

const LINE_ENDS: [char; 2] = ['\r', '\n'];

/// What is left of the line of a byte.
pub(super) fn rest_of_line(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.split(LINE_ENDS).next().unwrap_or_default()
}

/// Whether two bytes stand on one line.
pub(super) fn is_one_line(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|between| !between.contains(LINE_ENDS))
}

/// The value that starts where the parser stopped: what is left of the line, or of the part of it that a
/// comma or a bracket ends.
pub(super) fn value(stop: Stop<'_>) -> &str {
    let mut line = rest_of_line(stop.text, stop.at);
    if let Some((value, _comment)) = line.split_once(" #") {
        line = value;
    }
    if stop.bracket.is_some() {
        line = line.split([',', ']', '}']).next().unwrap_or(line);
    }
    line.trim_end()
}

/// The same, if it may be a name: without its colon.
pub(super) fn name_or_value(stop: Stop<'_>) -> &str {
    let value = value(stop);
    first_colon(value)
        .and_then(|colon| value.get(..colon))
        .unwrap_or(value)
}

/// A `: ` stands where no name can have ended.
pub(super) fn second_colon(stop: Stop<'_>) -> Option<Explanation> {
    let line = line_of(stop.text, stop.at)?;
    let name = stop.text.get(line.start..stop.at)?;
    let value = first_colon(name).and_then(|colon| name.get(colon + 1..));
    if let Some(value) = value {
        let start = stop.at - value.trim_start().len();
        let whole = self::value(Stop { at: start, ..stop });
        let explanation = Explanation::new(stop.at, "a second `:` makes this line ambiguous");
        return Some(if whole.ends_with(':') {
            explanation.with(format!("start `{}` on a line of its own", shown(whole)))
        } else {
            let sample = quotes::sample(whole);
            explanation.with(format!("put text that contains `: ` in quotes: {sample}"))
        });
    }
    let before = line_before(stop.text, line)?;
    if first_colon(before.text).is_none() {
        return Some(without_colon(before));
    }
    Some(too_deep(stop.text, line))
}

/// A line is indented deeper than the one before it, whose value has ended.
fn too_deep(text: &str, line: Line<'_>) -> Explanation {
    if let Some(before) = line_before(text, line) {
        if before.indent == line.indent && first_colon(before.text).is_none() {
            return without_colon(before);
        }
        if let Some(item) = before
            .text
            .strip_prefix('-')
            .filter(|_| !is_item(before.text))
        {
            let message = format!(
                "`{}` is one word: no blank follows its dash",
                shown(before.text)
            );
            return Explanation::new(before.start, message)
                .with(format!("write `- {}`", shown(item)));
        }
    }
    let message = "this line is indented deeper than the one before it, which has a value already";
    let explanation = Explanation::new(line.start, message);
    match levels_above(text, line).next() {
        Some(level) => explanation.with(format!("indent it {}", level.words())),
        None => explanation,
    }
}

/// A line that has to be a name and its value has no `: `.
pub(super) fn no_colon(stop: Stop<'_>) -> Explanation {
    match line_of(stop.text, stop.at) {
        Some(line) => without_colon(line),
        None => Explanation::new(stop.at, "`:` is missing after this name"),
    }
}

fn without_colon(line: Line<'_>) -> Explanation {
    let entry = line.text.trim_start_matches("- ").trim_end();
    let start = line.start + line.text.find(entry).unwrap_or_default();
    match entry.split_once(':') {
        Some((name, value)) if !value.starts_with(':') => {
            let message = format!("`{}` is one word: no blank follows its colon", shown(entry));
            let help = format!("write `{}: {}`", shown(name), shown(value));
            Explanation::new(start, message).with(help)
        }
        _ => {
            let message = format!("`{}` is no name: no `:` follows it", shown(entry));
            let help = "add a colon, or indent it deeper if it belongs to the text before it";
            Explanation::new(start, message).with(help)
        }
    }
}

/// A line that belongs to nothing above it.
pub(super) fn stray_line(stop: Stop<'_>) -> Explanation {
    let Some(line) = line_of(stop.text, stop.at) else {
        return ended(stop);
    };
    if line.text.starts_with('%') {
        let message = "a line that starts with `%` is an instruction to the reader";
        return Explanation::new(line.start, message).with("put the name in quotes");
    }
    let before = line_before(stop.text, line).map_or("", |before| before.text);
    if before.starts_with('%') {
        let message = "the lines that start with `%` have to end with `---`";
        return Explanation::new(line.start, message).with("remove them");
    }
    if before.ends_with(['}', ']']) && line.indent == 0 {
        return ended(stop);
    }
    let is_item = is_item(line.text);
    let mut levels = levels_above(stop.text, line).peekable();
    let deepest = levels.peek().map(|level| level.indent);
    if deepest.is_some_and(|deepest| line.indent > deepest) {
        return too_deep(stop.text, line);
    }
    let mut deeper = None;
    for level in levels {
        if level.indent > line.indent {
            deeper = Some(level);
            continue;
        }
        if level.indent == line.indent && level.is_item != is_item {
            let (message, help) = if is_item {
                (
                    "an item of a list stands among the members of an object",
                    "indent it below the name of the list, or remove the `-`",
                )
            } else {
                (
                    "a member of an object stands among the items of a list",
                    "indent it like the name after the `-` above, or add a `-`",
                )
            };
            return Explanation::new(line.start, message).with(help);
        }
        if level.indent == line.indent {
            break;
        }
        return misplaced(line, deeper.as_ref(), Some(&level));
    }
    match deeper {
        Some(_) => misplaced(line, deeper.as_ref(), None),
        None => ended(stop),
    }
}

fn ended(stop: Stop<'_>) -> Explanation {
    Explanation::new(stop.at, "the document has ended before this place")
        .with("check the indentation, and that nothing follows the last bracket")
}

/// The indentation of a line is between those of two others.
fn misplaced(line: Line<'_>, deeper: Option<&Level<'_>>, outer: Option<&Level<'_>>) -> Explanation {
    let columns = if line.indent == 1 {
        "column"
    } else {
        "columns"
    };
    let message = format!(
        "this line is indented by {} {columns}, which fits nothing above it",
        line.indent
    );
    let words: Vec<String> = deeper.into_iter().chain(outer).map(Level::words).collect();
    Explanation::new(line.start, message).with(format!("indent it {}", words.join(", or ")))
}

/// A tab stands among blanks that count: on the line where the parser stopped, or on the next that starts with one.
pub(super) fn tab(stop: Stop<'_>) -> Explanation {
    let tab_of = |line: Line<'_>| {
        let first = line.start - line.indent;
        let blanks = stop.text.get(first..line.start)?;
        blanks.find('\t').map(|tab| first + tab)
    };
    let own = line_of(stop.text, stop.at).and_then(tab_of);
    let next = || {
        let end = stop.at + rest_of_line(stop.text, stop.at).len();
        let mut starts = stop
            .text
            .get(end..)?
            .match_indices(LINE_ENDS)
            .map(|(at, _)| end + at + 1);
        starts.find_map(|start| line_of(stop.text, start).and_then(tab_of))
    };
    let at = own.or_else(next).unwrap_or(stop.at);
    Explanation::new(at, "a tab stands where YAML wants spaces").with("indent with spaces")
}

/// The line of a byte.
fn line_of(text: &str, at: usize) -> Option<Line<'_>> {
    let start = text.get(..at)?.rfind(LINE_ENDS).map_or(0, |end| end + 1);
    let line = rest_of_line(text, start);
    let content = line.trim_start_matches([' ', '\t']);
    let indent = line.len() - content.len();
    Some(Line {
        start: start + indent,
        indent,
        text: content,
    })
}

/// The lines before a line that are neither blank nor comments, the nearest first.
fn lines_before<'t>(text: &'t str, line: Line<'t>) -> impl Iterator<Item = Line<'t>> {
    let mut end = line.start - line.indent;
    std::iter::from_fn(move || {
        loop {
            end = end.checked_sub(1)?;
            let line = line_of(text, end)?;
            end = line.start - line.indent;
            if !line.text.is_empty() && !line.text.starts_with('#') {
                return Some(line);
            }
        }
    })
}

fn line_before<'t>(text: &'t str, line: Line<'t>) -> Option<Line<'t>> {
    lines_before(text, line).next()
}

/// The places above a line that a name or an item could be indented like, the deepest first.
fn levels_above<'t>(text: &'t str, line: Line<'t>) -> impl Iterator<Item = Level<'t>> {
    let mut least = usize::MAX;
    lines_before(text, line).flat_map(move |line| {
        let mut levels = levels_of(line);
        levels.retain(|level| level.indent < least);
        least = levels
            .iter()
            .map(|level| level.indent)
            .min()
            .unwrap_or(least);
        levels
    })
}

/// The places of one line, the deepest first: `- Key: a` has one for the item and one for the name.
fn levels_of(line: Line<'_>) -> Vec<Level<'_>> {
    let mut levels = Vec::new();
    let (mut indent, mut rest) = (line.indent, line.text);
    while is_item(rest) {
        levels.push(Level {
            indent,
            name: "-",
            is_item: true,
        });
        let inner = rest.get(1..).unwrap_or_default().trim_start_matches(' ');
        indent += rest.len() - inner.len();
        rest = inner;
    }
    if let Some(colon) = first_colon(rest) {
        let name = rest.get(..colon).unwrap_or_default();
        levels.push(Level {
            indent,
            name,
            is_item: false,
        });
    }
    levels.reverse();
    levels
}

impl Level<'_> {
    fn words(&self) -> String {
        format!("by {} like `{}` above", self.indent, shown(self.name))
    }
}

/// Whether a line starts with the dash of an item.
fn is_item(line: &str) -> bool {
    line == "-" || line.starts_with("- ")
}

/// Where the colon of the name stands that a line starts with.
fn first_colon(line: &str) -> Option<usize> {
    let name = match line.chars().next() {
        Some(mark @ ('"' | '\'')) => 1 + line.get(1..)?.find(mark)?,
        _ => 0,
    };
    let rest = line.get(name..)?;
    let mut colons = rest.match_indices(':').map(|(at, _)| name + at);
    colons.find(|at| {
        let after = line.get(at + 1..).unwrap_or_default();
        after.is_empty() || after.starts_with([' ', '\t'])
    })
}
