//! When two structs are equal: if all their places hold the same.
//!
//! What `#[derive(PartialEq)]` would write for each generated struct stands here once. The two are of one type,
//! so their places are as well; only what is held there has to be compared.

use crate::typed::record::Record;
use crate::typed::view::{self, View};

/// Whether two structs of one type hold the same.
pub(crate) fn records(left: &dyn Record, right: &dyn Record) -> bool {
    view::both(left, right, all)
}

fn all(left: &[View<'_>], right: &[View<'_>]) -> bool {
    let mut pairs = left.iter().zip(right);
    left.len() == right.len() && pairs.all(|(left, right)| values(*left, *right))
}

fn values(left: View<'_>, right: View<'_>) -> bool {
    match (left, right) {
        (View::Absent, View::Absent) => true,
        (View::Bool(left), View::Bool(right)) => left == right,
        (View::Integer(left), View::Integer(right)) => left == right,
        // As floats compare: a value that is no number is not even equal to itself.
        #[allow(clippy::float_cmp, reason = "this is what `==` means for them")]
        (View::Float(left), View::Float(right)) => left == right,
        (View::Text(left), View::Text(right)) => left == right,
        (View::List(_), View::List(_)) => {
            let (left, right): (Vec<_>, Vec<_>) = (left.items().collect(), right.items().collect());
            all(&left, &right)
        }
        // The order of members means nothing.
        (View::Map(some), View::Map(others)) => {
            let mut members = left.members();
            some.len() == others.len()
                && members.all(|(key, value)| values(value, others.find(key)))
        }
        (View::Record(left), View::Record(right)) => records(left, right),
        (View::Call(left), View::Call(right)) => left == right,
        (View::Json(left), View::Json(right)) => left == right,
        // A call that a program put there as free JSON is the same call.
        (View::Call(call), View::Json(json)) | (View::Json(json), View::Call(call)) => {
            call.as_json() == json
        }
        _ => false,
    }
}
