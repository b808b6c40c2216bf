//! Values of parameters that a caller knows.

use std::collections::BTreeMap;

/// The values of parameters before and after an update, as far as they are known.
///
/// Values are texts, as CloudFormation takes them: the elements of a list stand between commas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParameterValues {
    pub(super) before: BTreeMap<String, String>,
    pub(super) after: BTreeMap<String, String>,
    pub(super) use_defaults: bool,
}

impl ParameterValues {
    /// No values: every parameter keeps the one that it has.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of a parameter before the update.
    #[must_use]
    pub fn before(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.before.insert(name.into(), value.into());
        self
    }

    /// The value of a parameter after the update.
    #[must_use]
    pub fn after(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.after.insert(name.into(), value.into());
        self
    }

    /// The value of a parameter before and after the update.
    #[must_use]
    pub fn both(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        self.before(name.clone(), value.clone()).after(name, value)
    }

    /// Takes the default of each parameter for which no value is given.
    #[must_use]
    pub fn with_defaults(mut self) -> Self {
        self.use_defaults = true;
        self
    }
}
