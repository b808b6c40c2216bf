//! What is taken as a resource.

use crate::typed::builder::{Built, Complete};

/// What a template takes as a resource: a resource, or a builder that was given every required
/// property.
pub trait IntoResource {
    /// The type of the resource. What it has to be is asked where it is used: a struct that lacks a trait is
    /// reported once, where it is derived.
    type Resource;

    /// The resource.
    fn into_resource(self) -> Self::Resource;
}

/// What [`Built`] holds for. Where it does not, this trait is named, because of that one the compiler would list what it
/// holds for.
#[diagnostic::on_unimplemented(message = "a resource or its builder is due here, not `{Self}`")]
pub trait Buildable {
    /// As [`Built::Type`].
    type Type;

    /// As [`Built::State`].
    type State;

    /// As [`Built::built`].
    fn built(self) -> Self::Type;
}

#[diagnostic::do_not_recommend]
impl<U: Built> Buildable for U {
    type Type = U::Type;
    type State = U::State;

    #[inline]
    fn built(self) -> U::Type {
        Built::built(self)
    }
}

impl<U: Buildable<State: Complete>> IntoResource for U {
    type Resource = U::Type;

    #[inline]
    fn into_resource(self) -> U::Type {
        self.built()
    }
}
