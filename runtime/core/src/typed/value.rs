//! The content of a slot: a literal, or a function call.

use core::fmt;
use std::borrow::Cow;

use crate::json::intrinsic::Intrinsic;
use crate::typed::into_value::IntoValue;
use crate::typed::placeholder::Placeholder;
use crate::typed::slot::Slot;
use crate::typed::value_set::{ValueSet, value_set_from};
use crate::{Json, Map};

/// A value of a property: a literal `T`, or something that is only known at deployment.
///
/// Every slot of every generated type is a `Value`, so that a function can stand wherever a template
/// allows one. Literals convert by `From`; functions have a constructor each, such as
/// [`Value::reference`].
///
/// ```
/// use formwork::Value;
///
/// let literal: Value<String> = "my-bucket".into();
/// assert_eq!(literal.as_literal().map(String::as_str), Some("my-bucket"));
///
/// let call: Value<i64> = Value::reference("MaxSize");
/// assert!(call.as_literal().is_none());
/// ```
///
/// Ask [`as_literal`](Self::as_literal) and [`as_intrinsic`](Self::as_intrinsic) rather than for the variants:
/// a number that was read with digits that `f64` does not keep, such as `80.0` or `9007199254740993`, is a literal
/// by its meaning, and held as the second.
#[derive(Clone)]
pub enum Value<T> {
    /// The value itself.
    Literal(T),
    /// A function call or dynamic reference in its place, a number with the digits that it was written with, or
    /// what the specification takes in another form than `T`: an object in the place of a list, as the old form of
    /// `KeySchema` of a table.
    Intrinsic(Placeholder<T>),
}

impl<T> Value<T> {
    /// What a setter of a builder would make of it, for a field that is set by hand.
    ///
    /// ```
    /// # #[cfg(feature = "macros")] {
    /// use formwork::{Resource, Value};
    ///
    /// formwork::resource!("AWS::SQS::Queue");
    ///
    /// let mut queue = Queue::from_json(r#"{ "QueueName": "jobs" }"#).unwrap();
    /// queue.tags = Some(Value::new([queue::Tag::builder().key("Team").value("chat")]));
    /// assert_eq!(queue.to_value()["Tags"][0]["Key"], "Team");
    /// # }
    /// ```
    #[must_use]
    pub fn new(value: impl IntoValue<T>) -> Self {
        value.into_value()
    }

    /// The literal, if it is one.
    #[must_use]
    pub fn as_literal(&self) -> Option<&T> {
        match self {
            Self::Literal(literal) => Some(literal),
            Self::Intrinsic(placeholder) => placeholder.literal(),
        }
    }

    /// The literal, if it is one, to be changed in place. A number is no longer written as it was read.
    #[must_use]
    pub fn as_literal_mut(&mut self) -> Option<&mut T> {
        if let Self::Intrinsic(placeholder) = self
            && placeholder.literal().is_some()
        {
            let placeholder = core::mem::replace(placeholder, Placeholder::NO_VALUE);
            *self = Self::Literal(placeholder.into_literal()?);
        }
        match self {
            Self::Literal(literal) => Some(literal),
            Self::Intrinsic(_) => None,
        }
    }

    /// The literal, if it is one.
    #[must_use]
    pub fn into_literal(self) -> Option<T> {
        match self {
            Self::Literal(literal) => Some(literal),
            Self::Intrinsic(placeholder) => placeholder.into_literal(),
        }
    }

    /// The function call, if it is one.
    #[must_use]
    pub fn as_intrinsic(&self) -> Option<&Intrinsic> {
        match self {
            Self::Literal(_) => None,
            Self::Intrinsic(placeholder) => match placeholder.literal() {
                Some(_) => None,
                None => Some(placeholder),
            },
        }
    }

    /// Whether this is a literal.
    #[must_use]
    pub fn is_literal(&self) -> bool {
        self.as_literal().is_some()
    }

    /// Whether this is a function call.
    #[must_use]
    pub fn is_intrinsic(&self) -> bool {
        self.as_intrinsic().is_some()
    }

    /// Whether this is `{"Ref": "AWS::NoValue"}`, which is as if the property were not written.
    #[must_use]
    pub fn is_no_value(&self) -> bool {
        self.as_intrinsic().is_some_and(Intrinsic::is_no_value)
    }
}

/// Numbers are equal however they were written.
impl<T: PartialEq> PartialEq for Value<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Literal(left), Self::Literal(right)) => left == right,
            (Self::Intrinsic(left), Self::Intrinsic(right)) => left == right,
            (Self::Literal(literal), Self::Intrinsic(placeholder))
            | (Self::Intrinsic(placeholder), Self::Literal(literal)) => {
                placeholder.is_exactly(literal)
            }
        }
    }
}

/// A literal shows as itself, a function call as the JSON it is.
impl<T: fmt::Debug> fmt::Debug for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(literal) => literal.fmt(f),
            Self::Intrinsic(intrinsic) => intrinsic.fmt(f),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T> From<T> for Value<T> {
    fn from(literal: T) -> Self {
        Self::Literal(literal)
    }
}

#[diagnostic::do_not_recommend]
impl From<&str> for Value<String> {
    fn from(literal: &str) -> Self {
        Self::Literal(literal.to_owned())
    }
}

/// Known or not: [`Resource::validate`](crate::Resource::validate) tells.
#[diagnostic::do_not_recommend]
impl<T: ValueSet> From<&str> for Value<T> {
    fn from(value: &str) -> Self {
        Self::Literal(value_set_from(value))
    }
}

#[diagnostic::do_not_recommend]
impl<T> From<T> for Value<Box<T>> {
    fn from(literal: T) -> Self {
        Self::Literal(Box::new(literal))
    }
}

#[diagnostic::do_not_recommend]
impl<T: ValueSet> From<String> for Value<T> {
    fn from(value: String) -> Self {
        Self::Literal(value_set_from(&value))
    }
}

/// Conversions for `into`, where the type that is due is known: what setters take, see
/// [`IntoValue`](crate::IntoValue), as far as it stands for one type alone.
macro_rules! from {
    ($($due:ty: $($literal:ty)*;)*) => { $($(
        #[diagnostic::do_not_recommend]
        impl From<$literal> for Value<$due> {
            fn from(literal: $literal) -> Self {
                IntoValue::<$due>::into_value(literal)
            }
        }
    )*)* };
}

from! {
    i64: i8 i16 i32 u8 u16 u32 u64 isize usize;
    f64: f32 i8 i16 i32 i64 u8 u16 u32 u64 isize usize;
    String: &String char Box<str> Cow<'_, str>;
    Json: &str String bool f64 i32 i64 u32 u64 serde_json::Value;
}

#[diagnostic::do_not_recommend]
impl<T, U: Into<Value<T>>, const N: usize> From<[U; N]> for Value<Vec<Value<T>>> {
    fn from(elements: [U; N]) -> Self {
        elements.into_iter().collect()
    }
}

#[diagnostic::do_not_recommend]
impl From<Vec<String>> for Value<Vec<Value<String>>> {
    fn from(elements: Vec<String>) -> Self {
        elements.into_iter().collect()
    }
}

#[diagnostic::do_not_recommend]
impl From<Vec<&str>> for Value<Vec<Value<String>>> {
    fn from(elements: Vec<&str>) -> Self {
        elements.into_iter().collect()
    }
}

impl<T, U: Into<Value<T>>> FromIterator<U> for Value<Vec<Value<T>>> {
    fn from_iter<I: IntoIterator<Item = U>>(elements: I) -> Self {
        Self::Literal(elements.into_iter().map(Into::into).collect())
    }
}

#[diagnostic::do_not_recommend]
impl<T, K: Into<String>, U: Into<Value<T>>, const N: usize> From<[(K, U); N]>
    for Value<Map<Value<T>>>
{
    fn from(members: [(K, U); N]) -> Self {
        members.into_iter().collect()
    }
}

impl<T, K: Into<String>, U: Into<Value<T>>> FromIterator<(K, U)> for Value<Map<Value<T>>> {
    fn from_iter<I: IntoIterator<Item = (K, U)>>(members: I) -> Self {
        let members = members.into_iter();
        Self::Literal(
            members
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        )
    }
}

/// The value as a document holds it.
impl<T: Slot> From<Value<T>> for Json {
    fn from(value: Value<T>) -> Self {
        value.to_json()
    }
}

impl<T: Slot> Value<T> {
    /// The value as a document holds it. A call is not copied, for calls in each other may be many.
    pub(crate) fn into_json(self) -> Json {
        match self {
            Self::Literal(literal) => crate::typed::view::to_json(literal.view()),
            Self::Intrinsic(placeholder) => Intrinsic::from(placeholder).into(),
        }
    }

    /// The value as a document holds it.
    #[must_use]
    pub fn to_json(&self) -> Json {
        crate::typed::view::to_json(self.view())
    }
}
