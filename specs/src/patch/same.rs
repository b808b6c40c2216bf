//! When two values are the same.

use std::collections::HashMap;

use crate::decimal::Decimal;
use crate::tree::{Node, Value};

/// Whether two values are equal. The order of members means nothing, nor does the spelling of a
/// number. The depth is limited, by [`MAX_DEPTH`](crate::tree::MAX_DEPTH).
pub(super) fn same(left: &Node<'_>, right: &Node<'_>) -> bool {
    match (&left.value, &right.value) {
        (Value::Object(left), Value::Object(right)) => {
            let others = right
                .iter()
                .map(|member| (member.key.as_ref(), &member.node));
            let others: HashMap<&str, &Node<'_>> = others.collect();
            left.len() == right.len()
                && left.iter().all(|member| {
                    let other = others.get(member.key.as_ref());
                    other.is_some_and(|other| same(&member.node, other))
                })
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| same(l, r))
        }
        (Value::Number(left), Value::Number(right)) => Decimal::of(left) == Decimal::of(right),
        (Value::Null, Value::Null) => true,
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::String(left), Value::String(right)) => left == right,
        _ => false,
    }
}
