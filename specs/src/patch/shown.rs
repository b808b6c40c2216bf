//! A value in a message: compact JSON, its middle left out where it is long.

use crate::tree::{Node, Value};
use crate::visible::quoted;

/// More than a message shows of a value, however long each part is.
const ENOUGH: usize = 200;

pub(super) fn shown(node: &Node<'_>) -> String {
    let mut text = String::new();
    write(node, &mut text);
    quoted(&text).to_string()
}

/// The depth is limited, by [`MAX_DEPTH`](crate::tree::MAX_DEPTH).
fn write(node: &Node<'_>, text: &mut String) {
    match &node.value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(number),
        Value::String(string) => text.extend(["\"", string, "\""]),
        Value::Array(elements) => {
            text.push('[');
            for (index, element) in elements.iter().enumerate() {
                if text.len() > ENOUGH {
                    break;
                }
                if index > 0 {
                    text.push(',');
                }
                write(element, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            text.push('{');
            for (index, member) in members.iter().enumerate() {
                if text.len() > ENOUGH {
                    break;
                }
                if index > 0 {
                    text.push(',');
                }
                text.extend(["\"", &member.key, "\":"]);
                write(&member.node, text);
            }
            text.push('}');
        }
    }
}
