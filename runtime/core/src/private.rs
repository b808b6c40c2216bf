//! Everything that generated code may name. No part of the public interface: it changes without notice.

pub use core::primitive::{bool, f64, i64};
pub use std::boxed::Box;
pub use std::string::String;
pub use std::vec::Vec;

pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::document::NodeRef;
pub use crate::facts::{RecordSpec, ResourceSpec, SpecCell};
pub use crate::resource::Resource;
pub use crate::typed::additional::{AdditionalSlot, HoldsAdditional, add};
pub use crate::typed::attribute::Attribute;
pub use crate::typed::builder::{
    Built, Complete, Given, HasDefault, IsGiven, Missing, boxed, set, set_boxed,
};
pub use crate::typed::fill_error::{FillError, FillResult};
pub use crate::typed::generated::{Generated, OfProperties, OfValues};
pub use crate::typed::holds::{Holds, Probe, PropertyType, Unnamed, stands_for};
pub use crate::typed::into_value::Make;
pub use crate::typed::into_value::to_json::{AnyToJson, NothingToJson, ToJson, ValueToJson, value};
pub use crate::typed::record::{Beside, Properties, Record, Visitor};
pub use crate::typed::slot::Slot;
pub use crate::typed::value::Value;
pub use crate::typed::value_set::{
    FromText, IsText, Other, ValueSet, value_set_clone, value_set_debug, value_set_from,
    value_set_hash, value_set_text,
};
pub use crate::typed::view::View;
pub use crate::{
    __builder as builder, __built as built, __derived as derived, __properties as properties,
    __record as record, __resource as resource, __value_set as value_set,
};
pub use crate::{IntoValue, Json, Map, Setter};

use core::fmt;

use crate::document::Document;
use crate::judge;
use crate::{Pattern, Rule};

/// Judges a JSON value without a type for it: where which rule is broken. For tests that compare the judge
/// with others.
#[must_use]
pub fn judge(
    cell: &'static SpecCell,
    value: &serde_json::Value,
    strict: bool,
) -> Option<Vec<(String, Rule)>> {
    let document = Document::from_value(value).ok()?;
    let found = judge::whole(View::Node(document.root()), cell.resource(), strict, "").found;
    let places = found.into_iter().map(|found| found.violation);
    Some(places.map(|one| (one.path, one.rule)).collect())
}

/// Whether the judge finds nothing wrong with a JSON value, without saying what. For the same tests: the
/// answer has to be that of [`judge`](fn@judge).
#[must_use]
pub fn is_right(cell: &'static SpecCell, value: &serde_json::Value, strict: bool) -> Option<bool> {
    let document = Document::from_value(value).ok()?;
    let root = View::Node(document.root());
    Some(judge::is_right(root, cell.resource(), strict))
}

/// Whether somebody decided if a format is judged. For tests that look for new ones.
#[must_use]
pub fn is_format_decided(format: &str) -> bool {
    crate::format::is_decided(format)
}

/// Whether the matcher can read a pattern. For the same tests.
#[must_use]
pub fn reads(pattern: &'static str) -> bool {
    Pattern::new(pattern, None).verdict("").is_some()
}

/// Panics with a plan that is no update in place.
///
/// # Panics
///
/// If the plan replaces, may replace or is refused.
#[track_caller]
pub fn assert_no_replacement(plan: &crate::UpdatePlan) {
    let outcome = plan.outcome();
    assert!(
        outcome.is_none_or(|outcome| outcome == crate::Outcome::InPlace),
        "the resource is not updated in place\n{plan}"
    );
}

/// Whether two records of one type hold the same.
#[must_use]
pub fn equal(left: &dyn Record, right: &dyn Record) -> bool {
    crate::typed::equal::records(left, right)
}

/// Shows a record.
///
/// # Errors
///
/// If the formatter fails.
pub fn debug(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    crate::typed::debug::record(record, f)
}

/// Writes a record.
///
/// # Errors
///
/// If the serializer fails.
pub fn serialize<S: Serializer>(record: &dyn Record, serializer: S) -> Result<S::Ok, S::Error> {
    View::Record(record).serialize(serializer)
}

/// Reads a record: structure only, the first problem.
///
/// # Errors
///
/// If the record cannot hold what is read.
pub fn deserialize<'de, R: Properties, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<R, D::Error> {
    crate::resource::deserialize(deserializer)
}

#[cfg(feature = "templates")]
pub use crate::template::{Captured, SubPart, sub};
