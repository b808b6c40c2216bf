//! Tests that hold a line.

/// Asserts that an update of one resource to another replaces nothing: panics with the plan if the resource is
/// replaced, may be replaced, or if the update is refused.
///
/// ```
/// use formwork::{assert_no_replacement, apigatewayv2::IntegrationResponse};
///
/// let old = IntegrationResponse::builder()
///     .api_id("a")
///     .integration_id("i")
///     .integration_response_key("/400/")
///     .build();
/// let new = IntegrationResponse { integration_response_key: "/404/".into(), ..old.clone() };
/// assert_no_replacement!(old, new);
/// ```
///
/// The values are any two of one type that is a [`Resource`](crate::Resource), or references to them.
#[macro_export]
macro_rules! assert_no_replacement {
    ($old:expr, $new:expr $(,)?) => {
        match (&$old, &$new) {
            (__old, __new) => {
                use $crate::Resource as _;
                $crate::__private::assert_no_replacement(&__old.plan_update(__new));
            }
        }
    };
}
