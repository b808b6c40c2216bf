//! The shape of parameters, outputs and policies, by schemas of our own: what the judge of resources says about a
//! value, said with the codes of templates.
//!
//! Source: the user guide's pages on the sections `Parameters` and `Outputs`, and on the attributes
//! `CreationPolicy` and `UpdatePolicy`.

use super::Checker;
use crate::Violation;
use crate::facts::SpecCell;
use crate::judge::{self, Findings};
use crate::report::rule::Rule;
use crate::typed::view::View;

pub(super) static PARAMETER: SpecCell = SpecCell::new(
    r#"{"typeName":"Parameter","definitions":{"":{"type":"object","additionalProperties":false,
    "required":["Type"],"properties":{
        "Type":{"type":"string"},
        "Default":{"type":["string","number","boolean"]},
        "AllowedValues":{"type":"array","items":{"type":["string","number","boolean"]}},
        "AllowedPattern":{"type":"string"},
        "ConstraintDescription":{"type":"string"},
        "Description":{"type":"string","maxLength":4000},
        "MinLength":{"type":"integer","minimum":0},
        "MaxLength":{"type":"integer","minimum":0},
        "MinValue":{"type":"number"},
        "MaxValue":{"type":"number"},
        "NoEcho":{"type":"boolean"}}}}}"#,
);

pub(super) static OUTPUT: SpecCell = SpecCell::new(
    r#"{"typeName":"Output","definitions":{"":{"type":"object","additionalProperties":false,
    "required":["Value"],"properties":{
        "Value":{},
        "Description":{"type":"string"},
        "Condition":{"type":"string"},
        "Export":{"type":"object","additionalProperties":false,"required":["Name"],
            "properties":{"Name":{}}}}}}}"#,
);

pub(super) static CREATION_POLICY: SpecCell = SpecCell::new(
    r#"{"typeName":"CreationPolicy","definitions":{"":{"type":"object","additionalProperties":false,
    "properties":{
        "StartFleet":{},
        "AutoScalingCreationPolicy":{"type":"object","additionalProperties":false,
            "properties":{"MinSuccessfulInstancesPercent":{"type":"integer"}}},
        "ResourceSignal":{"type":"object","additionalProperties":false,
            "properties":{"Timeout":{"type":"string"},"Count":{"type":"integer"}}}}}}}"#,
);

pub(super) static FLEET_UPDATE_POLICY: SpecCell = SpecCell::new(
    r#"{"typeName":"UpdatePolicy","definitions":{"":{"type":"object","additionalProperties":false,
    "properties":{"StartAfterUpdate":{},"StopBeforeUpdate":{}}}}}"#,
);

pub(super) static GROUP_UPDATE_POLICY: SpecCell = SpecCell::new(
    r#"{"typeName":"UpdatePolicy","definitions":{"":{"type":"object","additionalProperties":false,
    "properties":{
        "AutoScalingReplacingUpdate":{"type":"object","additionalProperties":false,
            "properties":{"WillReplace":{"type":"boolean"}}},
        "AutoScalingScheduledAction":{"type":"object","additionalProperties":false,
            "properties":{"IgnoreUnmodifiedGroupSizeProperties":{"type":"boolean"}}},
        "AutoScalingRollingUpdate":{"type":"object","additionalProperties":false,"properties":{
            "MaxBatchSize":{"type":"integer"},
            "MinActiveInstancesPercent":{"type":"integer"},
            "MinInstancesInService":{"type":"integer"},
            "MinSuccessfulInstancesPercent":{"type":"integer"},
            "PauseTime":{"type":"string"},
            "SuspendProcesses":{"type":"array","items":{"type":"string"}},
            "WaitOnResourceSignals":{"type":"boolean"}}}}}}}"#,
);

pub(super) static CACHE_UPDATE_POLICY: SpecCell = SpecCell::new(
    r#"{"typeName":"UpdatePolicy","definitions":{"":{"type":"object","additionalProperties":false,
    "properties":{"UseOnlineResharding":{"type":"boolean"}}}}}"#,
);

pub(super) static SEARCH_UPDATE_POLICY: SpecCell = SpecCell::new(
    r#"{"typeName":"UpdatePolicy","definitions":{"":{"type":"object","additionalProperties":false,
    "properties":{"EnableVersionUpgrade":{"type":"boolean"}}}}}"#,
);

pub(super) static ALIAS_UPDATE_POLICY: SpecCell = SpecCell::new(
    r#"{"typeName":"UpdatePolicy","definitions":{"":{"type":"object","additionalProperties":false,
    "properties":{"CodeDeployLambdaAliasUpdate":{"type":"object","additionalProperties":false,
        "properties":{
            "AfterAllowTrafficHook":{"type":"string"},
            "ApplicationName":{"type":"string"},
            "BeforeAllowTrafficHook":{"type":"string"},
            "DeploymentGroupName":{"type":"string"}}}}}}}"#,
);

/// The properties of a resource whose type is not known: whatever they are, function calls have their shapes.
pub(super) static ANY: SpecCell =
    SpecCell::new(r#"{"typeName":"Any","definitions":{"":{"type":"object"}}}"#);

impl<'t> Checker<'t> {
    /// Judges a part of the template by its schema; `rule` gives the rule of a template for what is found in a
    /// value, and nothing for what is said elsewhere. What is wrong with a function call keeps its rule.
    pub(super) fn anatomy(
        &mut self,
        cell: &'static SpecCell,
        view: View<'t>,
        rule: impl Fn(&Violation) -> Option<Rule>,
    ) {
        let spec = cell.resource();
        if judge::is_right(view, spec, false) {
            return;
        }
        let Findings { found, limit, .. } = judge::whole(view, spec, false, &self.here());
        let found = found.into_iter().filter_map(|mut found| {
            if !matches!(
                found.violation.rule,
                Rule::Intrinsic | Rule::DynamicReference
            ) {
                found.violation.rule = rule(&found.violation)?;
                found.violation.code = found.violation.rule.code();
            }
            Some(found)
        });
        self.take(found.collect(), limit.more);
    }
}
