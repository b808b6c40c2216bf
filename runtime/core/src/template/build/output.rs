//! Outputs and exports.

use super::handle::Handle;
use super::parameter::ParameterHandle;
use crate::template::attributes::ConditionName;
use crate::template::section::Section;
use crate::typed::slot::Slot;
use crate::{IntoValue, Json, Map, Template, Value, Violations};

/// What a stack tells about itself.
///
/// ```
/// use formwork::{Output, Template, Value};
///
/// let mut template = Template::new();
/// let url: Value<String> = Value::sub("https://${Api}.example.com");
/// template.output("Url", Output::new(url).description("where the API is").export("chat-url"))?;
/// assert_eq!(template.get("/Outputs/Url/Export/Name").unwrap().as_str(), Some("chat-url"));
/// # Ok::<(), formwork::Violations>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Output(Map<Json>);

impl Output {
    /// An output of that value: text, a function, or a handle.
    #[must_use]
    pub fn new(value: impl Into<Json>) -> Self {
        Self(Map::from([("Value", value.into())]))
    }

    /// Says what it is.
    #[must_use]
    pub fn description(self, text: impl Into<String>) -> Self {
        self.with("Description", text.into())
    }

    /// Exports the value to other stacks of the region under a name.
    #[must_use]
    pub fn export(self, name: impl IntoValue<String>) -> Self {
        let name = Map::from([("Name", name.into_value().into_json())]);
        self.with("Export", Json::Object(name))
    }

    /// Gives the output only if the condition holds.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "a handle or its reference")]
    pub fn condition(self, condition: impl ConditionName) -> Self {
        self.with("Condition", condition.condition_name())
    }

    fn with(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.0.insert(name, value.into());
        self
    }
}

impl<T: Slot> From<Value<T>> for Output {
    fn from(value: Value<T>) -> Self {
        Self::new(value)
    }
}

impl<R> From<&Handle<R>> for Output {
    fn from(handle: &Handle<R>) -> Self {
        Self::new(handle)
    }
}

impl From<&ParameterHandle> for Output {
    fn from(handle: &ParameterHandle) -> Self {
        Self::new(handle)
    }
}

impl From<&str> for Output {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Output {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<Json> for Output {
    fn from(value: Json) -> Self {
        Self::new(value)
    }
}

impl Template {
    /// Adds an output under a name.
    ///
    /// # Errors
    ///
    /// If the name has other characters than letters and digits, or is taken by an output.
    pub fn output(&mut self, name: &str, output: impl Into<Output>) -> Result<(), Violations> {
        self.claim(Section::Outputs, name)?;
        self.put_entry(Section::Outputs, name, Json::Object(output.into().0));
        Ok(())
    }
}
