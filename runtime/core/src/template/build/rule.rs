//! Rules about parameters.

use super::condition::Condition;
use crate::template::section::Section;
use crate::{Json, Map, Template, Violations};

/// What must hold of the parameters of a stack before anything is done.
///
/// Source: the user guide's page "CloudFormation template Rules syntax".
///
/// ```
/// use formwork::template::{Condition, TemplateRule};
/// use formwork::{Template, Value};
///
/// let mut template = Template::new();
/// template.rule(
///     "ProdIsBig",
///     TemplateRule::new()
///         .when(Condition::equals(Value::reference("Stage"), "prod"))
///         .assert(Condition::equals(Value::reference("Size"), "big"), "production is big"),
/// )?;
/// assert!(template.get("/Rules/ProdIsBig/Assertions/0/Assert").is_some());
/// # Ok::<(), formwork::Violations>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TemplateRule {
    when: Option<Json>,
    assertions: Vec<Json>,
}

impl TemplateRule {
    /// A rule without an assertion yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Applies the rule only if the condition holds.
    #[must_use]
    pub fn when(mut self, condition: impl Into<Condition>) -> Self {
        self.when = Some(condition.into().to_json());
        self
    }

    /// Adds what must hold, and what a person is told otherwise.
    #[must_use]
    pub fn assert(mut self, condition: impl Into<Condition>, description: &str) -> Self {
        let mut assertion = Map::from([("Assert", condition.into().to_json())]);
        if !description.is_empty() {
            assertion.insert("AssertDescription", description.into());
        }
        self.assertions.push(Json::Object(assertion));
        self
    }
}

impl Template {
    /// Adds a rule under a name.
    ///
    /// # Errors
    ///
    /// If the name has other characters than letters and digits, or is taken by a rule.
    pub fn rule(&mut self, name: &str, rule: TemplateRule) -> Result<(), Violations> {
        self.claim(Section::Rules, name)?;
        let TemplateRule { when, assertions } = rule;
        let mut members = Map::new();
        if let Some(when) = when {
            members.insert("RuleCondition", when);
        }
        members.insert("Assertions", Json::Array(assertions));
        self.put_entry(Section::Rules, name, Json::Object(members));
        Ok(())
    }
}
