//! Handles of resources, and what is given as a resource.

use core::fmt;
use core::marker::PhantomData;

use super::origin::Origin;
use crate::template::attributes::ResourceName;
use crate::typed::attribute::AttributeOf;
use crate::typed::into_value::Make;
use crate::{Json, Resource, Value};

/// A resource of a template, to be referred to: `{"Ref": …}` where a value is due, and what `Fn::GetAtt`
/// returns for its type.
///
/// ```
/// use formwork::{Handle, Template, apigatewayv2::IntegrationResponse};
///
/// let mut template = Template::new();
/// let response: Handle<IntegrationResponse> = template.add(
///     "NotFound",
///     IntegrationResponse::builder().api_id("a").integration_id("i").integration_response_key("/404/"),
/// )?;
/// assert_eq!(response.logical_id(), "NotFound");
/// assert_eq!(response.reference().to_json().to_string(), r#"{"Ref":"NotFound"}"#);
/// # Ok::<(), formwork::Violations>(())
/// ```
///
/// An attribute of another type does not compile:
///
/// ```compile_fail,E0308
/// # use formwork::{Handle, apigatewayv2::IntegrationResponse};
/// formwork::resource!("AWS::SQS::Queue");
/// fn arn(response: &Handle<IntegrationResponse>) -> formwork::Value<String> {
///     response.get_att(queue::ARN)
/// }
/// ```
pub struct Handle<R> {
    logical_id: Box<str>,
    origin: Origin,
    resource: PhantomData<fn() -> R>,
}

/// The type of a resource that has no specification here, see [`Template::untyped`](crate::Template::untyped).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untyped {}

impl<R> Handle<R> {
    pub(super) fn new(logical_id: &str, origin: Origin) -> Self {
        Self {
            logical_id: logical_id.into(),
            origin,
            resource: PhantomData,
        }
    }

    /// The name of the resource in its template.
    #[must_use]
    pub fn logical_id(&self) -> &str {
        &self.logical_id
    }

    /// `{"Ref": …}`: what identifies the resource.
    #[must_use]
    pub fn reference(&self) -> Value<String> {
        Value::reference(&*self.logical_id)
    }
}

impl<R: Resource> Handle<R> {
    /// `{"Fn::GetAtt": …}`: an attribute of the resource, with the type of what it returns.
    #[must_use]
    pub fn get_att<A: AttributeOf<R::Attributes>>(&self, attribute: A) -> Value<A::Returned> {
        Value::get_att(&*self.logical_id, attribute.name())
    }
}

impl<R: Resource> Handle<R> {
    /// `{"Fn::GetAtt": …}`: an attribute that the specification does not list, such as an output of a nested stack.
    /// The check of the template says whether there is one.
    ///
    /// ```
    /// use formwork::{Template, Value};
    ///
    /// formwork::resource!("AWS::CloudFormation::Stack");
    ///
    /// let mut template = Template::new();
    /// let network = template.add("Network", Stack::builder().template_url("https://example.com/network.yaml"))?;
    /// let vpc: Value<String> = network.get_att_named("Outputs.VpcId");
    /// assert_eq!(vpc.to_json().to_string(), r#"{"Fn::GetAtt":["Network","Outputs.VpcId"]}"#);
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn get_att_named<T>(&self, attribute: impl Into<String>) -> Value<T> {
        Value::get_att(&*self.logical_id, attribute)
    }
}

impl Handle<Untyped> {
    /// `{"Fn::GetAtt": …}`: an attribute of the resource, whatever it returns.
    #[must_use]
    pub fn get_att<T>(&self, attribute: impl Into<String>) -> Value<T> {
        Value::get_att(&*self.logical_id, attribute)
    }
}

impl<R> Clone for Handle<R> {
    fn clone(&self) -> Self {
        Self::new(&self.logical_id, self.origin)
    }
}

/// The name of the resource.
impl<R> fmt::Debug for Handle<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Handle").field(&self.logical_id).finish()
    }
}

impl<R> ResourceName for Handle<R> {
    fn logical_id(&self) -> &str {
        &self.logical_id
    }

    fn origin(&self) -> Option<Origin> {
        Some(self.origin)
    }
}

#[diagnostic::do_not_recommend]
impl<R> From<&Handle<R>> for Value<String> {
    fn from(handle: &Handle<R>) -> Self {
        handle.reference()
    }
}

#[diagnostic::do_not_recommend]
impl<R> From<&Handle<R>> for Value<Json> {
    fn from(handle: &Handle<R>) -> Self {
        Self::Literal(handle.into())
    }
}

#[diagnostic::do_not_recommend]
impl<R> Make<Value<String>> for &Handle<R> {
    fn make(self) -> Value<String> {
        self.reference()
    }
}

#[diagnostic::do_not_recommend]
impl<R> Make<Value<Json>> for &Handle<R> {
    fn make(self) -> Value<Json> {
        self.into()
    }
}

impl<R> From<&Handle<R>> for Json {
    fn from(handle: &Handle<R>) -> Self {
        handle.reference().to_json()
    }
}
