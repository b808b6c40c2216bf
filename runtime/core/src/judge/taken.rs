//! What CloudFormation makes of a scalar where a type is due.

use super::classify::Scalar;
use super::number::Numeric;
use super::probe::Tolerance;
use crate::facts::{JsonType, TypeSet};
use crate::json::Json;

/// A scalar as the schema takes it, after what CloudFormation tolerates.
#[derive(Clone, Copy)]
pub(super) enum Taken<'a> {
    Text(&'a str),
    Number(Numeric<'a>),
    Bool(bool),
}

/// What CloudFormation makes of a scalar where one of the types is due; none if it refuses it. Text that it
/// makes is put into `written`.
#[inline]
pub(super) fn take<'t>(
    scalar: Scalar<'t>,
    types: TypeSet,
    tolerance: Tolerance,
    written: &'t mut String,
) -> Option<Taken<'t>> {
    match scalar {
        Scalar::Text(text) if types.allows(JsonType::String) => Some(Taken::Text(text)),
        Scalar::Bool(value) if types.allows(JsonType::Boolean) => Some(Taken::Bool(value)),
        _ => convert(scalar, types, tolerance, written),
    }
}

/// The same for a number, and for what is not of a type that is due.
fn convert<'t>(
    scalar: Scalar<'t>,
    types: TypeSet,
    tolerance: Tolerance,
    written: &'t mut String,
) -> Option<Taken<'t>> {
    if types.is_open() {
        return scalar.number().map(Taken::Number);
    }
    let strict = tolerance == Tolerance::Nothing;
    if strict && matches!(scalar, Scalar::Text(_) | Scalar::Bool(_)) {
        return None;
    }
    let takes_number =
        types.names(JsonType::Number) || (types.names(JsonType::Integer) && scalar.is_integer());
    if takes_number && let Some(number) = scalar.number() {
        return Some(Taken::Number(number));
    }
    if strict {
        return None;
    }
    if types.names(JsonType::Boolean)
        && let Some(value) = scalar.boolean()
    {
        return Some(Taken::Bool(value));
    }
    types.names(JsonType::String).then(|| {
        *written = scalar.to_string();
        Taken::Text(written)
    })
}

impl Taken<'_> {
    /// Whether another value is the same.
    pub(super) fn same(self, other: Taken<'_>) -> bool {
        match (self, other) {
            (Self::Text(left), Taken::Text(right)) => left == right,
            (Self::Number(left), Taken::Number(right)) => left.same(right),
            (Self::Bool(left), Taken::Bool(right)) => left == right,
            _ => false,
        }
    }

    pub(super) fn is_among(self, allowed: &[Json]) -> bool {
        // Nearly always a text that stands there just so.
        if let Self::Text(text) = self
            && allowed.iter().any(|allowed| allowed.as_str() == Some(text))
        {
            return true;
        }
        allowed.iter().any(|allowed| self.is(allowed))
    }

    pub(super) fn is(self, allowed: &Json) -> bool {
        match (self, allowed) {
            (Self::Text(text), Json::String(allowed)) => text == allowed.as_str(),
            (Self::Number(number), Json::Number(allowed)) => number.equals(allowed),
            (Self::Bool(value), Json::Bool(allowed)) => value == *allowed,
            // Published files list the numbers and booleans of text properties without quotes, and the
            // texts of numeric ones with them.
            (Self::Text(text), Json::Number(_) | Json::Bool(_)) => text == allowed.to_string(),
            (Self::Number(number), Json::String(allowed)) => {
                allowed.parse().is_ok_and(|allowed| number.equals(&allowed))
            }
            (Self::Bool(value), Json::String(allowed)) => {
                crate::text::coerce::boolean(allowed) == Some(value)
            }
            _ => false,
        }
    }

    pub(super) fn is_ignoring_case(self, allowed: &Json) -> bool {
        match (self, allowed) {
            (Self::Text(text), Json::String(allowed)) => {
                text.to_lowercase() == allowed.to_lowercase()
            }
            _ => self.is(allowed),
        }
    }
}
