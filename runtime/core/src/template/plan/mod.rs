//! What an update from one template to another does, before any deployment.
//!
//! Both templates are evaluated as far as they decide themselves: parameters with given values, conditions,
//! mappings, and functions of what is known. What stays open is the same on both sides unless the templates give
//! a reason to think otherwise. Resources are taken in the order in which they need each other, so that what is
//! said of one is known where others refer to it: a replaced resource gives other values, which may replace its
//! dependents in turn.
//!
//! | file | for |
//! |---|---|
//! | `decided` | what a template comes to with given values, for whoever does not compare |
//! | `side` | one of the two templates, and its value at any place |
//! | `text` | functions that put texts together and take them apart |
//! | `truth` | conditions |
//! | `tokens` | what stands for a value that only deployment knows |
//! | `states` | what becomes of the resources that others refer to |
//! | `differences` | parameters, mappings and conditions that may mean something else |
//! | `rename` | resources that only change their logical ids |
//! | `planner` | all of it, resource by resource |
//! | `compare` | a resource that is there before and after the update |
//! | `data` | types that hold data, and what a policy makes of them |
//! | `outputs` | outputs and exports |
//! | `report` | the plan, as users get it |
//! | `display`, `markdown`, `mermaid`, `json` | the plan for a terminal, a pull request, a picture and a program |

mod compare;
mod data;
mod decided;
mod differences;
mod display;
mod json;
mod markdown;
mod mermaid;
mod outputs;
mod planner;
mod rename;
mod report;
mod side;
mod states;
mod text;
mod tokens;
mod truth;

pub use self::data::Fate;
pub(super) use self::decided::Decided;
pub use self::report::{Action, AttributeChange, OutputChange, ResourcePlan, TemplatePlan};

use super::{ParameterValues, Template};
use crate::types::Types;

impl Template {
    /// What CloudFormation will do to a stack of this template that is updated to another one.
    ///
    /// Parameters are taken to keep their values, except where the templates say that they may not: a default that
    /// differs, or another type.
    ///
    /// ```
    /// # #[cfg(feature = "catalog")] {
    /// use formwork::{Outcome, Template, Types};
    ///
    /// let text = r#"{ "Resources": {
    ///     "Api": { "Type": "AWS::ApiGatewayV2::Api",
    ///         "Properties": { "Name": "chat", "ProtocolType": "WEBSOCKET" } },
    ///     "Route": { "Type": "AWS::ApiGatewayV2::Route",
    ///         "Properties": { "ApiId": { "Ref": "Api" }, "RouteKey": "$default" } }
    /// } }"#;
    /// let old: Template = text.parse()?;
    /// let new: Template = text.replace("WEBSOCKET", "HTTP").parse()?;
    ///
    /// let plan = old.plan_update(&new, &Types::catalog());
    /// let replaced: Vec<&str> = plan.replaced().map(|resource| resource.logical_id()).collect();
    /// assert_eq!(replaced, ["Api", "Route"]);
    /// let route = plan.resource("Route").unwrap();
    /// assert_eq!(route.dragged_by(), ["Api"]);
    /// assert_eq!(route.outcome(), Some(Outcome::Replace));
    /// # }
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    pub fn plan_update(&self, new: &Self, types: &Types) -> TemplatePlan {
        planner::plan(self, new, types, &ParameterValues::new())
    }

    /// The same, with values of parameters before and after the update.
    ///
    /// ```
    /// use formwork::template::ParameterValues;
    /// use formwork::{Template, Types};
    ///
    /// let text = r#"{
    ///     "Parameters": { "Stage": { "Type": "String" } },
    ///     "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] } },
    ///     "Resources": { "Backup": { "Type": "Custom::Backup", "Condition": "IsProd" } }
    /// }"#;
    /// let template: Template = text.parse()?;
    /// let values = ParameterValues::new().before("Stage", "dev").after("Stage", "prod");
    /// let plan = template.plan_update_with(&template, &Types::new(), &values);
    /// assert_eq!(plan.added().next().unwrap().logical_id(), "Backup");
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    pub fn plan_update_with(
        &self,
        new: &Self,
        types: &Types,
        values: &ParameterValues,
    ) -> TemplatePlan {
        planner::plan(self, new, types, values)
    }
}
