//! Values that are not known before deployment: function calls and dynamic references.

use core::fmt;
use std::sync::LazyLock;

use crate::json::call;
use crate::text::function::{NO_VALUE, REF};
use crate::{Json, Map, Number};

/// What stands in the place of a value that is only known at deployment, exactly as it was written.
///
/// Mostly a function call, `{"Fn::Join": ["-", ["a", "b"]]}`. Besides that a dynamic reference
/// (`{{resolve:…}}`) where no string is due, and an object that `Fn::Transform` adds members to. Functions
/// that this crate has never heard of are kept as well.
///
/// A number can stand here too, and a value in another form than the type of its property, see
/// [`Value::Intrinsic`](crate::Value::Intrinsic).
///
/// ```
/// use formwork::Value;
///
/// let value: Value<String> = Value::reference("MyApi");
/// let call = value.as_intrinsic().unwrap();
/// assert_eq!(call.name(), Some("Ref"));
/// assert_eq!(call.argument().as_str(), Some("MyApi"));
/// ```
#[derive(Clone)]
pub struct Intrinsic(Option<Box<Held>>);

#[derive(Clone)]
enum Held {
    Call(Json),
    /// The digits that a number was written with.
    Number(Json, Digits),
    /// A value that the specification takes in another form than its type.
    OtherForm(Json),
}

/// What is known of the digits of a number.
#[derive(Clone)]
struct Digits {
    /// The number that they are read as.
    number: f64,
    /// Whether it has all of them.
    are_all: bool,
}

/// What `Intrinsic(None)` stands for: a value that is not there. Places that are about to be filled hold it
/// for a moment, so it must cost nothing.
static NOTHING: LazyLock<Json> =
    LazyLock::new(|| Json::Object(Map::from([(REF, Json::from(NO_VALUE))])));

impl Intrinsic {
    /// A call of the function with that name, `Ref` or `Fn::…`.
    #[must_use]
    pub fn call(name: impl Into<String>, argument: impl Into<Json>) -> Self {
        Self::written(Json::Object(Map::from([(name, argument.into())])))
    }

    /// `{"Ref": "AWS::NoValue"}`, which is as if nothing were written.
    pub(crate) const fn no_value() -> Self {
        Self(None)
    }

    /// Whatever stood in the document.
    pub(crate) fn written(json: Json) -> Self {
        if call::is_no_value(&json) {
            return Self::no_value();
        }
        Self(Some(Box::new(Held::Call(json))))
    }

    /// The digits of a number that is known.
    pub(crate) fn of_number(value: f64, digits: Number) -> Self {
        let known = Digits {
            number: value,
            are_all: Number::from_f64(value).as_ref() == Some(&digits),
        };
        Self(Some(Box::new(Held::Number(Json::Number(digits), known))))
    }

    /// A value that the specification takes in another form than its type.
    pub(crate) fn other_form(json: Json) -> Self {
        Self(Some(Box::new(Held::OtherForm(json))))
    }

    /// The number, if these are the digits of one: in its place and by value.
    pub(crate) fn number(&self) -> Option<(&f64, f64)> {
        match self.0.as_deref() {
            Some(Held::Number(_, Digits { number, .. })) => Some((number, *number)),
            _ => None,
        }
    }

    /// Whether this is a number of which its double has all digits.
    pub(crate) fn is_exact(&self) -> bool {
        matches!(
            self.0.as_deref(),
            Some(Held::Number(_, Digits { are_all: true, .. }))
        )
    }

    /// Whether it is no call at all, but a value that is known before deployment.
    pub(crate) fn is_known(&self) -> bool {
        match self.0.as_deref() {
            Some(Held::Number(..) | Held::OtherForm(_)) => true,
            Some(Held::Call(_)) | None => false,
        }
    }

    /// The name of the function; none for a dynamic reference, and for what is no call.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.entry().map(|(name, _)| name)
    }

    /// What the function is given; for a dynamic reference its text.
    #[must_use]
    pub fn argument(&self) -> &Json {
        self.entry()
            .map_or(self.as_json(), |(_, argument)| argument)
    }

    /// The call as a document holds it.
    #[must_use]
    pub fn as_json(&self) -> &Json {
        match self.0.as_deref() {
            Some(Held::Call(json) | Held::Number(json, _) | Held::OtherForm(json)) => json,
            None => &NOTHING,
        }
    }

    /// Whether this is `{"Ref": "AWS::NoValue"}`, which is as if nothing were written.
    #[must_use]
    pub const fn is_no_value(&self) -> bool {
        self.0.is_none()
    }

    /// The function and its argument; a program may have made a call of one that no document has in the place
    /// of a value, such as `Condition`.
    fn entry(&self) -> Option<(&str, &Json)> {
        if let Some(Held::OtherForm(_)) = self.0.as_deref() {
            return None;
        }
        let object = self.as_json().as_object()?;
        match object.len() {
            1 => object.iter().next(),
            _ => call::extension(self.as_json()),
        }
    }
}

impl PartialEq for Intrinsic {
    fn eq(&self, other: &Self) -> bool {
        self.as_json() == other.as_json()
    }
}

impl fmt::Debug for Intrinsic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_json(), f)
    }
}

/// The call as compact JSON.
impl fmt::Display for Intrinsic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_json(), f)
    }
}

impl From<Intrinsic> for Json {
    fn from(intrinsic: Intrinsic) -> Self {
        match intrinsic.0.map(|held| *held) {
            Some(Held::Call(json) | Held::Number(json, _) | Held::OtherForm(json)) => json,
            None => NOTHING.clone(),
        }
    }
}
