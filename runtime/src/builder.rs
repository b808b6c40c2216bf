//! The state of a builder: which required properties were given.

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

impl<P> IsGiven<P> for Given {}
