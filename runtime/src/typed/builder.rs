//! What builders share: the state, which says which required properties were given, and the work of setters.

use crate::Value;
use crate::typed::into_value::{IntoValue, Optional};

/// State of a required property that was given. While it is missing, its state is the type that is named
/// after it.
#[derive(Clone, Copy, Debug)]
pub enum Given {}

/// Holds for the state of a required property `P` that was given to the builder.
#[diagnostic::on_unimplemented(
    message = "the required property `{P}` was not given to the builder",
    label = "`{P}` is missing",
    note = "call the setter of the property before `build`"
)]
pub trait IsGiven<P> {}

#[diagnostic::do_not_recommend]
impl<P> IsGiven<P> for Given {}

/// What a setter of an optional property does: outside of it, because every setter is checked by itself where
/// the types are generated.
#[inline]
pub fn set<T>(place: &mut Option<Value<T>>, value: impl IntoValue<T, Optional>) {
    *place = value.into_optional();
}

/// What a template takes as a resource: a resource, or a builder that was given every required
/// property.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no complete resource",
    label = "a resource, or a builder with every required property, is due here",
    note = "call `build` on the builder to be told which required property is missing"
)]
pub trait IntoResource {
    /// The type of the resource. What it has to be is asked where it is used: a struct that lacks a trait is
    /// reported once, where it is derived.
    type Resource;

    /// The resource.
    fn into_resource(self) -> Self::Resource;
}
