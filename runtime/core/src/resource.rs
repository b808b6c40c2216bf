//! The trait of every resource type.

use core::fmt::Debug;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use crate::Violations;
use crate::document::Document;
use crate::facts::ResourceSpec;
use crate::judge;
use crate::typed::read;
use crate::typed::record::Properties;
use crate::typed::view::View;
use crate::update::{self, UpdatePlan};

/// A CloudFormation resource type as a Rust type. Implemented by `resource!` and
/// `#[derive(Resource)]`.
///
/// The value is the *property object* of a resource: what stands under `Properties` in a template.
///
/// ```
/// use formwork::{Resource, apigatewayv2::IntegrationResponse};
///
/// let response = IntegrationResponse::from_json(
///     r#"{ "ApiId": { "Ref": "MyApi" }, "IntegrationId": "i-1", "IntegrationResponseKey": "/400/" }"#,
/// )?;
/// assert_eq!(response.integration_response_key.as_literal().unwrap(), "/400/");
/// assert_eq!(response.to_value()["ApiId"]["Ref"], "MyApi");
/// # Ok::<(), formwork::Violations>(())
/// ```
// The documentation of a user's type repeats the first paragraph of each method, where no link to here holds.
pub trait Resource: Properties + Clone + Debug + PartialEq + Serialize + DeserializeOwned {
    /// The name of the type, such as `AWS::ApiGatewayV2::IntegrationResponse`.
    const TYPE_NAME: &'static str;

    /// Ties the constants of the type's attributes to it.
    type Attributes;

    /// The facts of the specification as data, read at first use.
    fn spec() -> &'static ResourceSpec;

    /// Reads the property object from JSON text and validates it.
    ///
    /// # Errors
    ///
    /// Every problem of the text, with its line and column.
    fn from_json(text: &str) -> Result<Self, Violations> {
        let mut record = Self::empty();
        read::json(&mut record, text, <Self as Resource>::spec(), false)?;
        Ok(record)
    }

    /// Reads the property object from JSON text without what CloudFormation tolerates: a number or boolean
    /// written as text, and the reverse, is a violation here.
    ///
    /// Its rule is [`Rule::Type`](crate::Rule::Type).
    ///
    /// ```
    /// use formwork::{Resource, apigatewayv2::IntegrationResponse};
    ///
    /// let text = r#"{ "ApiId": 5, "IntegrationId": "i-1", "IntegrationResponseKey": "/400/" }"#;
    /// assert!(IntegrationResponse::from_json(text).is_ok());
    /// let violations = IntegrationResponse::from_json_strict(text).unwrap_err();
    /// let violation = violations.iter().next().unwrap();
    /// assert_eq!(violation.message(), "`5` is not a string");
    /// ```
    ///
    /// # Errors
    ///
    /// Every problem of the text, with its line and column.
    fn from_json_strict(text: &str) -> Result<Self, Violations> {
        let mut record = Self::empty();
        read::json(&mut record, text, <Self as Resource>::spec(), true)?;
        Ok(record)
    }

    /// Reads the property object from YAML text, short forms such as `!Ref` included, and validates it.
    ///
    /// # Errors
    ///
    /// Every problem of the text, with its line and column.
    #[cfg(feature = "yaml")]
    fn from_yaml(text: &str) -> Result<Self, Violations> {
        let mut record = Self::empty();
        read::yaml(&mut record, text, <Self as Resource>::spec(), false)?;
        Ok(record)
    }

    /// Reads the property object from YAML text without what CloudFormation tolerates, as `from_json_strict`
    /// reads JSON.
    ///
    /// # Errors
    ///
    /// Every problem of the text, with its line and column.
    #[cfg(feature = "yaml")]
    fn from_yaml_strict(text: &str) -> Result<Self, Violations> {
        let mut record = Self::empty();
        read::yaml(&mut record, text, <Self as Resource>::spec(), true)?;
        Ok(record)
    }

    /// Checks JSON text without keeping the value: everything that `from_json` reports, and warnings of what
    /// `CloudFormation` takes but ignores or changes.
    ///
    /// ```
    /// use formwork::{Resource, Severity, apigatewayv2::IntegrationResponse};
    ///
    /// let text = r#"{ "ApiId": "a", "IntegrationId": "i", "IntegrationResponseKey": "/400/" }"#;
    /// assert!(IntegrationResponse::check_json(text).is_empty());
    /// let violations = IntegrationResponse::check_json("{}");
    /// assert!(violations.iter().all(|violation| violation.severity() == Severity::Error));
    /// ```
    #[must_use]
    fn check_json(text: &str) -> Violations {
        read::check_json(Some(&mut Self::empty()), text, <Self as Resource>::spec())
    }

    /// Checks YAML text without keeping the value, as `check_json` checks JSON.
    #[cfg(feature = "yaml")]
    #[must_use]
    fn check_yaml(text: &str) -> Violations {
        read::check_yaml(Some(&mut Self::empty()), text, <Self as Resource>::spec())
    }

    /// Reads the property object from a JSON value and validates it.
    ///
    /// # Errors
    ///
    /// Every problem of the value.
    fn from_value(value: &serde_json::Value) -> Result<Self, Violations> {
        let mut record = Self::empty();
        read::value(&mut record, value, <Self as Resource>::spec())?;
        Ok(record)
    }

    /// The property object as a JSON value.
    fn to_value(&self) -> serde_json::Value {
        crate::typed::view::to_json(View::Record(self)).into()
    }

    /// The property object as JSON text over several lines, properties in the order of the specification.
    fn to_json(&self) -> String {
        crate::typed::to_json::pretty(View::Record(self))
    }

    /// The property object as YAML text, functions in their short form where there is one.
    #[cfg(feature = "yaml")]
    fn to_yaml(&self) -> String {
        crate::yaml::to_yaml(&crate::typed::view::to_json(View::Record(self)))
    }

    #[cfg(not(feature = "yaml"))]
    crate::off::off! {
        Yaml: fn from_yaml(_: &str) -> Result<Self, Violations>;
        Yaml: fn from_yaml_strict(_: &str) -> Result<Self, Violations>;
        Yaml: fn check_yaml(_: &str) -> Violations;
        Yaml: fn to_yaml(&self) -> String;
    }

    /// Validates a value made in memory. What is only known at deployment is not judged.
    ///
    /// # Errors
    ///
    /// Every problem of the value.
    fn validate(&self) -> Result<(), Violations> {
        judge::record(self, <Self as Resource>::spec())
    }

    /// What CloudFormation will do to a resource that is `self` when it becomes `new`.
    ///
    /// ```
    /// use formwork::{Outcome, Resource, apigatewayv2::IntegrationResponse};
    ///
    /// let old = IntegrationResponse::builder()
    ///     .api_id("a")
    ///     .integration_id("i")
    ///     .integration_response_key("/400/")
    ///     .build();
    /// let new = IntegrationResponse { integration_response_key: "/404/".into(), ..old.clone() };
    ///
    /// let plan = old.plan_update(&new);
    /// assert_eq!(plan.outcome(), Some(Outcome::InPlace));
    /// assert_eq!(plan.changes()[0].path(), "/IntegrationResponseKey");
    /// ```
    fn plan_update(&self, new: &Self) -> UpdatePlan {
        let spec = <Self as Resource>::spec();
        update::plan(View::Record(self), View::Record(new), spec, None)
    }
}

/// Reads a record through `serde`: structure only, the first problem.
pub(crate) fn deserialize<'de, R: Properties, D: serde_core::Deserializer<'de>>(
    deserializer: D,
) -> Result<R, D::Error> {
    use serde_core::de::Error;

    let document = Document::from_deserializer(deserializer)?;
    let mut record = R::empty();
    if let Some(problem) = document.problems().first() {
        return Err(D::Error::custom(&problem.message));
    }
    match crate::typed::fill::record(&mut record, document.root()) {
        Ok(()) => Ok(record),
        Err(mismatch) => Err(D::Error::custom(mismatch.line(&document, R::table()))),
    }
}
