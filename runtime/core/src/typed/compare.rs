//! Values beside what they may hold: compared with it, and written through serde.

use serde_core::{Serialize, Serializer};

use crate::typed::slot::Slot;
use crate::typed::value::Value;
use crate::typed::value_set::IsText;

/// A value equals a literal if it is that literal; a function call equals none.
///
/// ```
/// use formwork::Value;
///
/// let size: Value<i64> = Value::Literal(3);
/// assert_eq!(size, 3);
/// let name: Value<String> = Value::from("jobs");
/// assert_eq!(name, "jobs");
/// assert_ne!(Value::<String>::reference("Name"), "Name");
/// ```
impl<T: PartialEq + 'static> PartialEq<T> for Value<T> {
    fn eq(&self, other: &T) -> bool {
        self.as_literal() == Some(other)
    }
}

impl<T: IsText + Slot + 'static> PartialEq<str> for Value<T> {
    fn eq(&self, other: &str) -> bool {
        self.as_literal()
            .is_some_and(|literal| literal.text() == other)
    }
}

impl<T: IsText + Slot + 'static> PartialEq<&str> for Value<T> {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl<T: IsText + Slot + 'static> PartialEq<Value<T>> for str {
    fn eq(&self, other: &Value<T>) -> bool {
        other == self
    }
}

impl<T: IsText + Slot + 'static> PartialEq<Value<T>> for &str {
    fn eq(&self, other: &Value<T>) -> bool {
        *other == **self
    }
}

/// As a document holds it: so a function can stand in what `serde_json::json!` makes.
///
/// ```
/// use formwork::Value;
///
/// let arn: Value<String> = Value::get_att("Table", "Arn");
/// let statement = serde_json::json!({ "Effect": "Allow", "Action": "dynamodb:*", "Resource": arn });
/// assert_eq!(statement["Resource"]["Fn::GetAtt"][0], "Table");
/// ```
impl<T: Slot> Serialize for Value<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}
