//! What builders share: the state, which says which required properties were given, and the work of setters.

use core::marker::PhantomData;

use crate::typed::into_value::{IntoValue, Optional};
use crate::{Intrinsic, Value};

/// State of a required property that was given to a builder.
///
/// The type of a builder has one state for each required property, in the order of the specification. Until it is given
/// the state is [`Missing`], which is what is meant where none is written. So a function can take or return a builder that
/// is only half filled:
///
/// ```
/// use formwork::Given;
///
/// formwork::resource!("AWS::S3::Bucket");
///
/// /// The key was given, the value was not.
/// fn team() -> bucket::TagBuilder<Given> {
///     bucket::Tag::builder().key("team")
/// }
///
/// /// Whatever was given already. The builder of the resource itself is named with its struct.
/// fn tagged(bucket: bucket::BucketBuilder<Bucket>) -> bucket::BucketBuilder<Bucket> {
///     bucket.tags([team().value("data")])
/// }
///
/// assert!(tagged(Bucket::builder()).build().tags.is_some());
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Given {}

/// State of a required property `P` that was not given to a builder yet.
#[derive(Debug)]
pub struct Missing<P>(PhantomData<fn() -> P>);

/// Holds for the state of a required property `P` that was given to the builder.
#[diagnostic::on_unimplemented(
    message = "the required property `{P}` was not given to the builder",
    label = "`{P}` is missing: call its setter before `build`"
)]
pub trait IsGiven<P> {}

#[diagnostic::do_not_recommend]
impl<P> IsGiven<P> for Given {}

/// Holds for the state of a builder that was given every required property: a pair for each of them, of its own state
/// and those that follow.
#[diagnostic::on_unimplemented(
    message = "a required property was not given to the builder: `{Self}`"
)]
pub trait Complete {}

#[diagnostic::do_not_recommend]
impl Complete for () {}

#[diagnostic::do_not_recommend]
impl<Rest: Complete> Complete for (Given, Rest) {}

/// Holds for no struct: what is asked where a struct with required properties would need a `Default`.
#[diagnostic::on_unimplemented(
    message = "`{R}` has required properties, and so no default: use `{R}::builder()`, or write every field"
)]
pub trait HasDefault<'a, R> {}

/// What a setter of an optional property does: outside of it, because every setter is checked by itself where
/// the types are generated.
#[inline]
pub fn set<T>(place: &mut Option<Value<T>>, value: impl IntoValue<T, Optional>) {
    *place = value.into_optional();
}

/// Puts a value in a box where a struct would otherwise contain itself.
pub fn boxed<T>(value: Value<T>) -> Value<Box<T>> {
    match value {
        Value::Literal(literal) => Value::Literal(Box::new(literal)),
        Value::Intrinsic(call) => Value::Intrinsic(Intrinsic::from(call).into()),
    }
}

/// As [`set`], in a box.
pub fn set_boxed<T>(place: &mut Option<Value<Box<T>>>, value: impl IntoValue<T, Optional>) {
    *place = value.into_optional().map(boxed);
}

/// What a resource, borrowed or not, and a builder are built to.
pub trait Built {
    /// The struct.
    type Type;

    /// What is [`Complete`] if it can be built: the state of a builder.
    type State;

    /// The struct.
    fn built(self) -> Self::Type;
}
