//! What the setters of builders take.

use crate::typed::value::Value;

/// What a property of type `T` can be given: whatever converts into a [`Value<T>`].
///
/// Every setter of a builder takes it. It holds for whatever is `Into<Value<T>>`, and has a name of its own
/// so that the compiler can say in words what a property takes.
///
/// ```
/// use formwork::{IntoValue, Value};
///
/// fn label(name: impl IntoValue<String>) -> Value<String> {
///     name.into_value()
/// }
///
/// assert_eq!(label("jobs"), Value::Literal("jobs".to_owned()));
/// assert!(label(Value::reference("Name")).is_intrinsic());
/// ```
#[diagnostic::on_unimplemented(
    message = "this property does not take `{Self}`",
    label = "a value of type `{T}` is due here",
    note = "a property takes a literal of its type, an array for a list or a map, what `build` returns for a \
            property type, or a function such as `Value::reference`"
)]
pub trait IntoValue<T> {
    /// The value.
    fn into_value(self) -> Value<T>;
}

#[diagnostic::do_not_recommend]
impl<T, U: Into<Value<T>>> IntoValue<T> for U {
    #[inline]
    fn into_value(self) -> Value<T> {
        self.into()
    }
}
