//! Names of what a resource returns.

use core::fmt;
use core::marker::PhantomData;

/// The name of something that `Fn::GetAtt` returns for one resource type.
///
/// Generated next to each resource type, one constant per attribute; `R` ties the name to the type, and `T` is
/// the type of what is returned, without the [`Value`](crate::Value) around it.
///
/// ```
/// use formwork::apigatewayv2::integration_response;
///
/// assert_eq!(integration_response::INTEGRATION_RESPONSE_ID.name(), "IntegrationResponseId");
/// ```
pub struct Attribute<R, T = String> {
    name: &'static str,
    resource: PhantomData<fn() -> (R, T)>,
}

impl<R, T> Attribute<R, T> {
    /// An attribute of the given name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            resource: PhantomData,
        }
    }

    /// The name as `Fn::GetAtt` takes it; may hold dots.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// Holds for an [`Attribute`] of the resource type that `R` stands for.
#[diagnostic::on_unimplemented(
    message = "an attribute of this resource is due here, one of `{R}`, not `{Self}`"
)]
pub trait AttributeOf<R> {
    /// The type of what is returned, without the [`Value`](crate::Value) around it.
    type Returned;

    /// The name as `Fn::GetAtt` takes it.
    fn name(self) -> &'static str;
}

#[diagnostic::do_not_recommend]
impl<R, T> AttributeOf<R> for Attribute<R, T> {
    type Returned = T;

    fn name(self) -> &'static str {
        self.name
    }
}

#[diagnostic::do_not_recommend]
impl<R, T> AttributeOf<R> for &Attribute<R, T> {
    type Returned = T;

    fn name(self) -> &'static str {
        self.name
    }
}

impl<R, T> Clone for Attribute<R, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R, T> Copy for Attribute<R, T> {}

impl<R, T> fmt::Debug for Attribute<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Attribute").field(&self.name).finish()
    }
}

impl<R, T> fmt::Display for Attribute<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl<R, T> From<Attribute<R, T>> for String {
    fn from(attribute: Attribute<R, T>) -> Self {
        attribute.name.to_owned()
    }
}
