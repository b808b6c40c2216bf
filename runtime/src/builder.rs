//! The state of a builder: which required properties were given.

use core::marker::PhantomData;

/// State of a required property that was given.
#[derive(Clone, Copy, Debug)]
pub struct Given;

/// State of a required property that is still missing; `P` is named after it.
#[derive(Clone, Copy, Debug)]
pub struct Missing<P>(PhantomData<P>);

/// Holds for a required property that was given to the builder.
#[diagnostic::on_unimplemented(
    message = "a required property was not given to the builder: `{Self}`",
    label = "`build` needs every required property, and this one is {Self}",
    note = "call the setter of the property before `build`"
)]
pub trait IsGiven {}

impl IsGiven for Given {}
