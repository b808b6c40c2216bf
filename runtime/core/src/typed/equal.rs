//! When two values are the same.
//!
//! There is one walk along two values, [`same`]. What counts where they have no parts depends on who asks, and is a
//! [`Sameness`]:
//!
//! | rule | who asks | what counts |
//! |---|---|---|
//! | [`ByValue`] | `==` of structs | what a value means: numbers however they are written |
//! | [`Written`] | plans, before they look for differences | the words: what is the same so is the same by any rule |
//! | `AsTaken` in `judge/unique.rs` | lists whose elements have to differ | what CloudFormation takes values for |
//!
//! Free JSON is compared at once, by [`Json::is_same`], which knows no limit of levels; `==` of [`Json`] is its way to
//! do it by value. The order of members counts nowhere.

use crate::document::{Content, DEPTH_LIMIT};
use crate::facts::PropertySpec;
use crate::json::call;
use crate::json::{Json, Number};
use crate::text::sort;
use crate::typed::record::Record;
use crate::typed::view::{self, View};

/// What counts where two values are compared.
pub(crate) trait Sameness: Copy {
    /// How a value is compared with others.
    fn shape(self, view: View<'_>) -> Shape;

    /// Whether two values are the same of which neither is compared part by part; so many levels may be left in
    /// them.
    fn wholes(self, left: View<'_>, right: View<'_>, levels: usize) -> bool;

    /// The rule for the elements of a list.
    #[must_use]
    fn element(self) -> Self {
        self
    }

    /// The rule for a member of that name.
    #[must_use]
    fn member(self, _name: &str) -> Self {
        self
    }

    /// The rule for a property of a struct.
    #[must_use]
    fn property(self, _property: &'static PropertySpec) -> Self {
        self
    }
}

/// How a value is compared.
pub(crate) enum Shape {
    /// Element by element.
    List,
    /// Member by member.
    Object,
    /// At once.
    Whole,
}

/// Whether two structs of one type hold the same. What is nested deeper than a document may be is never the same.
pub(crate) fn records(left: &dyn Record, right: &dyn Record) -> bool {
    same(
        View::Record(left),
        View::Record(right),
        ByValue,
        DEPTH_LIMIT,
    )
}

/// Whether two values are word for word the same, down to so many levels. What is the same in other words may not
/// be found out: this is the short way of those who go on to look for differences.
pub(crate) fn surely(left: View<'_>, right: View<'_>, levels: usize) -> bool {
    same(left, right, Written, levels)
}

/// Whether two values are the same by a rule, down to so many levels of lists and objects.
pub(crate) fn same<S: Sameness>(left: View<'_>, right: View<'_>, rule: S, levels: usize) -> bool {
    match (rule.shape(left), rule.shape(right)) {
        (Shape::Whole, Shape::Whole) => rule.wholes(left, right, levels),
        (Shape::List, Shape::List) => levels.checked_sub(1).is_some_and(|levels| {
            let (mut left, mut right, rule) = (left.items(), right.items(), rule.element());
            loop {
                match (left.next(), right.next()) {
                    (None, None) => return true,
                    (Some(left), Some(right)) if same(left, right, rule, levels) => {}
                    _ => return false,
                }
            }
        }),
        (Shape::Object, Shape::Object) => levels
            .checked_sub(1)
            .is_some_and(|levels| objects(left, right, rule, levels)),
        _ => false,
    }
}

fn objects<S: Sameness>(left: View<'_>, right: View<'_>, rule: S, levels: usize) -> bool {
    match (left, right) {
        // The properties of one type have the same numbers.
        (View::Record(one), View::Record(other)) if core::ptr::eq(one.spec(), other.spec()) => {
            let properties = one.spec().properties();
            let are_same = view::both(one, other, |left, right| {
                let mut pairs = left.iter().zip(right).zip(properties);
                pairs.all(|((left, right), property)| match (left, right) {
                    (View::Absent, View::Absent) => true,
                    (View::Absent, _) | (_, View::Absent) => false,
                    (left, right) => same(*left, *right, rule.property(property), levels),
                })
            });
            are_same
                && match (one.additional(), other.additional()) {
                    (left @ View::Map(_), right @ View::Map(_)) => {
                        members(left, right, rule, levels)
                    }
                    _ => true,
                }
        }
        _ => members(left, right, rule, levels),
    }
}

/// Whether two objects have members of the same names, in whatever order, of which each pair is the same.
fn members<S: Sameness>(left: View<'_>, right: View<'_>, rule: S, levels: usize) -> bool {
    let (mut some, mut others): (Vec<_>, Vec<_>) =
        (left.members().collect(), right.members().collect());
    if some.len() != others.len() {
        return false;
    }
    let is_in_order = some
        .iter()
        .zip(&others)
        .all(|(one, other)| one.0 == other.0);
    // Usually the order is the same too; only where it is not are members sorted.
    if !is_in_order {
        sort::by_name(&mut some, |(name, _)| name);
        sort::by_name(&mut others, |(name, _)| name);
    }
    let mut pairs = some.iter().zip(&others);
    pairs.all(|((name, left), (other, right))| {
        name == other && same(*left, *right, rule.member(name), levels)
    })
}

/// What values mean, as `#[derive(PartialEq)]` would compare the fields of a struct.
#[derive(Clone, Copy)]
struct ByValue;

impl Sameness for ByValue {
    fn shape(self, view: View<'_>) -> Shape {
        match view {
            View::List(_) => Shape::List,
            View::Map(_) | View::Record(_) => Shape::Object,
            _ => Shape::Whole,
        }
    }

    fn wholes(self, left: View<'_>, right: View<'_>, _: usize) -> bool {
        match (left, right) {
            (View::Absent, View::Absent) => true,
            (View::Bool(left), View::Bool(right)) => left == right,
            (View::Integer(left), View::Integer(right)) => left == right,
            // As floats compare: a value that is no number is not even equal to itself.
            #[allow(clippy::float_cmp, reason = "this is what `==` means for them")]
            (View::Float(left), View::Float(right)) => left == right,
            (View::Text(left), View::Text(right)) => left == right,
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
}

/// The words: where a string is due, `1.0` is not `1`.
#[derive(Clone, Copy)]
struct Written;

impl Sameness for Written {
    fn shape(self, view: View<'_>) -> Shape {
        match view {
            View::List(_) => Shape::List,
            View::Map(_) | View::Record(_) => Shape::Object,
            View::Node(node) => match node.content() {
                Content::Array(_) => Shape::List,
                // What is typed is no call, even if its only member has the name of a function.
                Content::Object(_) if call::of(node).is_none() => Shape::Object,
                _ => Shape::Whole,
            },
            _ => Shape::Whole,
        }
    }

    fn wholes(self, left: View<'_>, right: View<'_>, levels: usize) -> bool {
        let json =
            |left: &Json, right| left.is_same(right, |one, other| one.written() == other.written());
        match (left, right) {
            (View::Absent, View::Absent) => true,
            (View::Bool(left), View::Bool(right)) => left == right,
            (View::Integer(left), View::Integer(right)) => left == right,
            (View::Float(left), View::Float(right)) => left.to_bits() == right.to_bits(),
            (View::Json(left), View::Json(right)) => json(left, right),
            (View::Call(left), View::Call(right)) => json(left.as_json(), right.as_json()),
            (View::Call(call), View::Json(other)) | (View::Json(other), View::Call(call)) => {
                json(call.as_json(), other)
            }
            (View::Node(left), View::Node(right)) => {
                match (call::of(left), call::of(right), levels.checked_sub(1)) {
                    (Some((one, left)), Some((other, right)), Some(levels)) => {
                        one == other && same(View::Node(left), View::Node(right), self, levels)
                    }
                    _ => left.content() == right.content(),
                }
            }
            (left, right) => {
                let texts = left.text().zip(right.text());
                texts.is_some_and(|(left, right)| left == right)
            }
        }
    }
}
