//! When two structs are equal: if all their places hold the same.
//!
//! What `#[derive(PartialEq)]` would write for each generated struct stands here once. The two are of one type,
//! so their places are as well; only what is held there has to be compared.

use crate::document::{Content, NodeRef};
use crate::json::{Json, Number};
use crate::typed::record::Record;
use crate::typed::view::{self, View};

/// Whether two structs of one type hold the same.
pub(crate) fn records(left: &dyn Record, right: &dyn Record) -> bool {
    records_within(left, right, usize::MAX)
}

/// Whether two values are word for word the same, wherever they are held, down to so many levels. What is the
/// same in other words may not be found out: this is the short way of those who go on to look for differences.
pub(crate) fn surely(left: View<'_>, right: View<'_>, depth: usize) -> bool {
    match (left, right) {
        (View::Node(left), View::Node(right)) => nodes(left, right),
        (View::Json(left), View::Json(right)) => json(left, right, depth),
        _ => values(left, right, depth),
    }
}

fn records_within(left: &dyn Record, right: &dyn Record, depth: usize) -> bool {
    let are_same = view::both(left, right, |left, right| {
        let mut pairs = left.iter().zip(right);
        left.len() == right.len() && pairs.all(|(left, right)| values(*left, *right, depth))
    });
    are_same
        && match (left.additional(), right.additional()) {
            // Their members are those of the struct, and no level further in.
            (left @ View::Map(_), right @ View::Map(_)) => {
                members(left, right, |_, left, right| values(left, right, depth))
            }
            _ => true,
        }
}

fn values(left: View<'_>, right: View<'_>, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    match (left, right) {
        (View::Absent, View::Absent) => true,
        (View::Bool(left), View::Bool(right)) => left == right,
        (View::Integer(left), View::Integer(right)) => left == right,
        // As floats compare: a value that is no number is not even equal to itself.
        #[allow(clippy::float_cmp, reason = "this is what `==` means for them")]
        (View::Float(left), View::Float(right)) => left == right,
        (View::Text(left), View::Text(right)) => left == right,
        (View::List(_), View::List(_)) => {
            let (mut left, mut right) = (left.items(), right.items());
            loop {
                match (left.next(), right.next()) {
                    (None, None) => return true,
                    (Some(left), Some(right)) if values(left, right, depth) => {}
                    _ => return false,
                }
            }
        }
        (View::Map(_), View::Map(_)) => {
            members(left, right, |_, left, right| values(left, right, depth))
        }
        (View::Record(left), View::Record(right)) => records_within(left, right, depth),
        (View::Call(left), View::Call(right)) => left == right,
        (View::Json(left), View::Json(right)) => left == right,
        // Numbers that were read have digits with them that the double may not have.
        (View::Float(value), View::Json(Json::Number(number)))
        | (View::Json(Json::Number(number)), View::Float(value)) => {
            Number::from_f64(value).is_some_and(|value| value == *number)
        }
        // A call that a program put there as free JSON is the same call.
        (View::Call(call), View::Json(json)) | (View::Json(json), View::Call(call)) => {
            call.as_json() == json
        }
        _ => false,
    }
}

/// Whether two objects have members of the same names, in whatever order, of which each pair is the same.
pub(crate) fn members<'a>(
    left: View<'a>,
    right: View<'a>,
    mut same: impl FnMut(&str, View<'a>, View<'a>) -> bool,
) -> bool {
    let (mut some, mut others): (Vec<_>, Vec<_>) =
        (left.members().collect(), right.members().collect());
    let is_in_order = some
        .iter()
        .zip(&others)
        .all(|(one, other)| one.0 == other.0);
    // Usually the order is the same too; only where it is not are members sorted.
    if !is_in_order {
        some.sort_by_key(|(name, _)| *name);
        others.sort_by_key(|(name, _)| *name);
    }
    let mut pairs = some.iter().zip(&others);
    some.len() == others.len()
        && pairs.all(|((name, left), (other, right))| name == other && same(name, *left, *right))
}

/// The depth is that of the document, which its reader limits.
fn nodes(left: NodeRef<'_>, right: NodeRef<'_>) -> bool {
    match (left.content(), right.content()) {
        (Content::Array(some), Content::Array(others)) => {
            let mut pairs = left.items().zip(right.items());
            some == others && pairs.all(|(left, right)| nodes(left, right))
        }
        (Content::Object(some), Content::Object(others)) => {
            let mut pairs = left.members().zip(right.members());
            some == others
                && pairs
                    .all(|(left, right)| left.key == right.key && nodes(left.value, right.value))
        }
        (left, right) => left == right,
    }
}

/// Numbers are compared as they were written: where a string is due, `1.0` is not `1`.
fn json(left: &Json, right: &Json, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    match (left, right) {
        (Json::Number(left), Json::Number(right)) => left.to_string() == right.to_string(),
        (Json::Array(left), Json::Array(right)) => {
            let mut pairs = left.iter().zip(right);
            left.len() == right.len() && pairs.all(|(left, right)| json(left, right, depth))
        }
        (Json::Object(left), Json::Object(right)) => {
            let mut pairs = left.iter().zip(right);
            left.len() == right.len()
                && pairs
                    .all(|((left, one), (right, other))| left == right && json(one, other, depth))
        }
        (left, right) => left == right,
    }
}
