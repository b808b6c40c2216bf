//! Parameters and their handles.

use core::fmt;

use super::condition::Condition;
use crate::template::section::Section;
use crate::typed::functions::IntoTexts;
use crate::typed::into_value::Make;
use crate::typed::value_set::ValueSet;
use crate::{IntoValue, Json, Map, Template, Value, Violations};

/// A value that whoever deploys the template gives.
///
/// Source: the user guide's page "CloudFormation template Parameters syntax".
///
/// ```
/// use formwork::{Parameter, Template};
///
/// let mut template = Template::new();
/// let stage = template.parameter("Stage", Parameter::string().default("prod").allowed_values(["dev", "prod"]))?;
/// let is_prod = template.condition("IsProd", stage.equals("prod"))?;
/// assert_eq!(is_prod.name(), "IsProd");
/// # Ok::<(), formwork::Violations>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter(Map<Json>);

impl Parameter {
    /// A text.
    #[must_use]
    pub fn string() -> Self {
        Self::of_type("String")
    }

    /// An integer or a decimal number.
    #[must_use]
    pub fn number() -> Self {
        Self::of_type("Number")
    }

    /// Numbers, given with commas between them.
    #[must_use]
    pub fn list_of_numbers() -> Self {
        Self::of_type("List<Number>")
    }

    /// Texts, given with commas between them.
    #[must_use]
    pub fn comma_delimited_list() -> Self {
        Self::of_type("CommaDelimitedList")
    }

    /// The value of a parameter of Systems Manager, by name, of such a type: `"String"`,
    /// `"AWS::EC2::Image::Id"`, `"List<String>"`.
    #[must_use]
    pub fn ssm(value_type: &str) -> Self {
        Self::of_type(format!("AWS::SSM::Parameter::Value<{value_type}>"))
    }

    /// A parameter of any type: `"AWS::EC2::VPC::Id"`, `"List<AWS::EC2::Subnet::Id>"`.
    #[must_use]
    pub fn of_type(name: impl Into<String>) -> Self {
        Self(Map::from([("Type", Json::from(name.into()))]))
    }

    /// The value if none is given.
    #[must_use]
    pub fn default(self, value: impl Into<Json>) -> Self {
        self.with("Default", value)
    }

    /// The only values that can be given.
    #[must_use]
    pub fn allowed_values<V: Into<Json>>(self, values: impl IntoIterator<Item = V>) -> Self {
        let values = values.into_iter().map(Into::into);
        self.with("AllowedValues", Json::Array(values.collect()))
    }

    /// The regular expression that all of the value matches.
    #[must_use]
    pub fn allowed_pattern(self, pattern: impl Into<String>) -> Self {
        self.with("AllowedPattern", pattern.into())
    }

    /// What a person is told whose value is refused.
    #[must_use]
    pub fn constraint_description(self, text: impl Into<String>) -> Self {
        self.with("ConstraintDescription", text.into())
    }

    /// Says what the parameter is for.
    #[must_use]
    pub fn description(self, text: impl Into<String>) -> Self {
        self.with("Description", text.into())
    }

    /// The least number of characters.
    #[must_use]
    pub fn min_length(self, characters: u32) -> Self {
        self.with("MinLength", characters)
    }

    /// The greatest number of characters.
    #[must_use]
    pub fn max_length(self, characters: u32) -> Self {
        self.with("MaxLength", characters)
    }

    /// The least number.
    #[must_use]
    pub fn min_value(self, number: impl Into<Json>) -> Self {
        self.with("MinValue", number)
    }

    /// The greatest number.
    #[must_use]
    pub fn max_value(self, number: impl Into<Json>) -> Self {
        self.with("MaxValue", number)
    }

    /// Shows the value as asterisks wherever the stack is described: for secrets.
    #[must_use]
    pub fn no_echo(self) -> Self {
        self.with("NoEcho", true)
    }

    fn with(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.0.insert(name, value.into());
        self
    }
}

/// A parameter of a template, to be referred to.
#[derive(Clone)]
pub struct ParameterHandle {
    name: Box<str>,
}

impl ParameterHandle {
    /// The name of the parameter in its template.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// `{"Ref": …}`: the value of the parameter, for a property of any type.
    #[must_use]
    pub fn reference<T>(&self) -> Value<T> {
        Value::reference(&*self.name)
    }

    /// A condition that holds if the value of the parameter is that one.
    #[must_use]
    pub fn equals(&self, other: impl IntoValue<String>) -> Condition {
        Condition::equals(self, other)
    }
}

/// The name of the parameter.
impl fmt::Debug for ParameterHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ParameterHandle").field(&self.name).finish()
    }
}

macro_rules! references {
    ($($value:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl From<&ParameterHandle> for Value<$value> {
            fn from(handle: &ParameterHandle) -> Self {
                handle.reference()
            }
        }

        #[diagnostic::do_not_recommend]
        impl Make<Value<$value>> for &ParameterHandle {
            fn make(self) -> Value<$value> {
                self.reference()
            }
        }
    )* };
}

references! { String i64 f64 bool Vec<Value<String>> Vec<Value<i64>> }

#[diagnostic::do_not_recommend]
impl From<&ParameterHandle> for Value<Json> {
    fn from(handle: &ParameterHandle) -> Self {
        Self::Literal(handle.into())
    }
}

#[diagnostic::do_not_recommend]
impl<S: ValueSet> From<&ParameterHandle> for Value<S> {
    fn from(handle: &ParameterHandle) -> Self {
        handle.reference()
    }
}

#[diagnostic::do_not_recommend]
impl Make<Value<Json>> for &ParameterHandle {
    fn make(self) -> Value<Json> {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<S: ValueSet> Make<Value<S>> for &ParameterHandle {
    fn make(self) -> Value<S> {
        self.reference()
    }
}

impl IntoTexts for &ParameterHandle {
    fn into_texts(self) -> Json {
        self.into()
    }
}

impl From<&ParameterHandle> for Json {
    fn from(handle: &ParameterHandle) -> Self {
        handle.reference::<String>().to_json()
    }
}

impl Template {
    /// Adds a parameter under a name.
    ///
    /// # Errors
    ///
    /// If the name has other characters than letters and digits, or is taken by a parameter or a resource.
    pub fn parameter(
        &mut self,
        name: &str,
        parameter: Parameter,
    ) -> Result<ParameterHandle, Violations> {
        self.claim(Section::Parameters, name)?;
        self.put_entry(Section::Parameters, name, Json::Object(parameter.0));
        Ok(ParameterHandle { name: name.into() })
    }
}
