//! What the setters of builders take.
//!
//! | file | what stands there for a value |
//! |---|---|
//! | `itself` | values, property types, value sets, `Option` |
//! | `text` | text, for strings, value sets and free JSON |
//! | `number` | numbers and booleans |
//! | `list` | collections, for lists and free JSON |
//! | `map` | collections of pairs, for maps |
//! | `json` | free JSON, for a value of any type |
//! | `to_json` | the same in macros |
//! | `element` | how the type of an element is known where a list has none |

mod element;
pub(crate) mod itself;
mod json;
mod list;
mod map;
mod number;
mod text;
pub(crate) mod to_json;

use crate::typed::value::Value;

/// Of setters: the property is required, so that a value has to be given.
#[derive(Debug)]
pub enum Required {}

/// Of setters: the property is optional, so that an `Option` can be given as well.
#[derive(Debug)]
pub enum Optional {}

/// What a property of type `T` can be given: whatever stands for a [`Value<T>`] without loss.
///
/// Every setter of a builder takes it, as `IntoValue<T>` where the property is required and as
/// `IntoValue<T, Optional>` where it is not.
///
/// | the property holds | it can be given |
/// |---|---|
/// | a string | `&str`, `String`, `&String`, `Cow<str>`, `Box<str>`, `char`, `&Handle<R>` |
/// | a value of a set | the same texts, a variant |
/// | an integer | every type of integers; one beyond 64 bits is kept, and `validate` reports it |
/// | a number | `f64`, `f32`, every type of integers; an integer that `f64` cannot hold keeps its digits |
/// | a boolean | `bool` |
/// | an object with properties | the struct, a builder with every required property, JSON |
/// | a list | `Vec`, arrays, slices, `VecDeque`, sets: of whatever stands for an element |
/// | a map | `HashMap`, `BTreeMap`, [`Map`](crate::Map), arrays and lists of pairs |
/// | any JSON | all of the above, [`Json`](crate::Json), `serde_json::Value` |
/// | any of these | [`Value`], so that a function fits everywhere; JSON; if it is optional, an `Option` of these |
///
/// `[]` is a list or map without elements; of other empty collections Rust has to be told the type, as in
/// `Vec::<String>::new()`, and so it is with `None::<String>`. Elements of a `HashSet` and names of a
/// `HashMap` are sorted, so that the same program writes the same template. JSON that a type cannot hold is kept as
/// it is, and [`validate`](crate::Resource::validate) reports it.
///
/// ```
/// use formwork::{IntoValue, Value};
///
/// fn label(name: impl IntoValue<String>) -> Value<String> {
///     name.into_value()
/// }
///
/// assert_eq!(label("jobs"), "jobs");
/// assert!(label(Value::reference("Name")).is_intrinsic());
/// ```
///
/// A type of your own can stand for a value too:
///
/// ```
/// use formwork::{IntoValue, Value};
///
/// struct Stage(&'static str);
///
/// impl<P> IntoValue<String, P> for Stage {
///     fn into_value(self) -> Value<String> {
///         self.0.into()
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "this property takes `{T}`, not `{Self}`: an `Option` fits only where the property is optional and takes what is in it"
)]
pub trait IntoValue<T, P = Required>: Sized {
    /// The value.
    fn into_value(self) -> Value<T>;

    /// The value of an optional property; none leaves it out. For setters, which are its only callers.
    #[doc(hidden)]
    #[inline]
    fn into_optional(self) -> Option<Value<T>> {
        Some(self.into_value())
    }
}

/// What a setter is while its argument is looked at: the one that [`Takes`] values.
#[derive(Debug)]
pub enum Setter {}

/// Holds for [`Setter`] if `U` stands for `V`, a [`Value`]: what [`IntoValue`] asks for, and what the compiler names where an
/// argument is refused.
///
/// It is asked of the setter, for of a type of the program the compiler would show as well where it is defined, which is
/// inside of an expansion. `V` is a whole [`Value`], because of that no other crate can implement the trait for types of
/// this one and of the standard library: what does not hold is certain not to.
#[diagnostic::on_unimplemented(
    message = "this property takes a `{V}`, or what stands for one, not `{U}`"
)]
pub trait Takes<U, V> {
    /// The value.
    fn take(given: U) -> V;
}

impl<U, T, P> IntoValue<T, P> for U
where
    Setter: Takes<U, Value<T>>,
{
    #[inline]
    fn into_value(self) -> Value<T> {
        Setter::take(self)
    }
}

/// How a value is made of what stands for it: behind [`Takes`], so that where none of it applies that trait is named, and
/// nothing besides.
pub trait Make<V> {
    /// The value.
    fn make(self) -> V;
}

#[diagnostic::do_not_recommend]
impl<U: Make<V>, V> Takes<U, V> for Setter {
    #[inline]
    fn take(given: U) -> V {
        given.make()
    }
}
