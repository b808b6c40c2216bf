//! The one way in which the same JSON is always written: two spaces to a level, an object or list
//! on one line where it fits, else one member to a line. Several objects never share a line, so
//! that one property or definition more is one line more.

use std::fmt::Write as _;

use formwork_specs::tree::{Node, Value};

/// Columns of a line.
const WIDTH: usize = 100;
/// How many members a one-line object has at most: more are hard to tell apart.
const MOST_ON_A_LINE: usize = 8;

/// The text of a file: the root is always broken, and a line break ends the text.
pub(crate) fn text(root: &Node<'_>) -> String {
    let mut text = String::new();
    broken(&mut text, root, 0);
    text.push('\n');
    text
}

/// Writes a value at a level; `before` columns of the line are taken. The depth of the recursion is
/// that of the text the tree was read from, which is limited.
fn value(out: &mut String, node: &Node<'_>, level: usize, before: usize) {
    let start = out.len();
    // One column is for the comma that may follow.
    let room = WIDTH.saturating_sub(before + 1);
    if !flat(out, node, start + room) {
        out.truncate(start);
        broken(out, node, level);
    }
}

/// A value on one line, however long.
pub(crate) fn line(root: &Node<'_>) -> String {
    let mut text = String::new();
    flat(&mut text, root, usize::MAX);
    text
}

fn broken(out: &mut String, node: &Node<'_>, level: usize) {
    match &node.value {
        Value::Object(members) if !members.is_empty() => {
            out.push('{');
            for (index, member) in members.iter().enumerate() {
                let start = new_line(out, index, level + 1);
                string(out, &member.key);
                out.push_str(": ");
                let before = out.get(start..).map_or(0, columns);
                value(out, &member.node, level + 1, before);
            }
            close(out, level, '}');
        }
        Value::Array(elements) if !elements.is_empty() => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                new_line(out, index, level + 1);
                value(out, element, level + 1, 2 * (level + 1));
            }
            close(out, level, ']');
        }
        _ => {
            flat(out, node, usize::MAX);
        }
    }
}

/// Starts the line of a member; where it starts.
fn new_line(out: &mut String, index: usize, level: usize) -> usize {
    out.push_str(if index == 0 { "\n" } else { ",\n" });
    let start = out.len();
    out.extend(std::iter::repeat_n("  ", level));
    start
}

fn close(out: &mut String, level: usize, bracket: char) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", level));
    out.push(bracket);
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

/// Writes a value on one line; false as soon as it is known to be too long for one.
fn flat(out: &mut String, node: &Node<'_>, limit: usize) -> bool {
    if limit != usize::MAX && holds_several_objects(node) {
        return false;
    }
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number),
        Value::String(text) => {
            string(out, text);
            // A string has no other form, however long.
            return true;
        }
        Value::Array(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                if !flat(out, element, limit) || out.len() > limit {
                    return false;
                }
            }
            out.push(']');
        }
        Value::Object(members) => {
            if limit != usize::MAX && members.len() > MOST_ON_A_LINE {
                return false;
            }
            out.push('{');
            for (index, member) in members.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                string(out, &member.key);
                out.push_str(": ");
                if !flat(out, &member.node, limit) || out.len() > limit {
                    return false;
                }
            }
            out.push('}');
        }
    }
    out.len() <= limit
}

fn holds_several_objects(node: &Node<'_>) -> bool {
    let is_object = |node: &Node<'_>| node.members().is_some_and(|members| !members.is_empty());
    let objects = match &node.value {
        Value::Array(elements) => elements.iter().filter(|node| is_object(node)).count(),
        Value::Object(members) => members
            .iter()
            .filter(|member| is_object(&member.node))
            .count(),
        _ => 0,
    };
    objects > 1
}

/// A string literal. Only what must be escaped is.
fn string(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Control characters, and marks that would turn the direction of a line in a review.
            '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {
                let _infallible = write!(out, "\\u{:04x}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use formwork_specs::tree;

    fn printed(json: &str) -> String {
        text(&tree::parse(json, &|_, _| true).unwrap())
    }

    #[test]
    fn what_fits_stands_on_one_line() {
        let long = "x".repeat(90);
        assert_eq!(
            printed(&format!(
                r#"{{"a":{{"b":[1,2.50],"c":{{}}}},"d":["{long}","e"]}}"#
            )),
            format!(
                "{{\n  \"a\": {{\"b\": [1, 2.50], \"c\": {{}}}},\n  \"d\": [\n    \"{long}\",\n    \"e\"\n  ]\n}}\n"
            )
        );
    }

    #[test]
    fn no_line_is_longer_than_it_must_be() {
        for letters in 1..120 {
            let name = "n".repeat(letters);
            let text = printed(&format!(
                r#"{{"p":{{"{name}":{{"type":"string"}}}},"q":1}}"#
            ));
            let longest = text.lines().map(str::len).max().unwrap_or_default();
            assert!(longest <= WIDTH.max(letters + 9), "{text}");
        }
    }

    #[test]
    fn printing_twice_changes_nothing() {
        let once = printed(r#"{"a":{"b":"\u0001\u202e\"\\\n\u00e9"},"c":[[],{},null,true,-1e5]}"#);
        assert_eq!(printed(&once), once);
        assert!(once.contains(r#""\u0001\u202e\"\\\né""#), "{once}");
    }
}
