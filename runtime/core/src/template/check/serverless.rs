//! The transform for serverless resources: what it fills in, and which names it makes.
//!
//! Source: the guide of the Serverless Application Model, pages "Globals section of the AWS SAM template" and
//! "Generated AWS CloudFormation resources for AWS SAM", as of 2026-05; what the transform takes beyond its published
//! schema: its code (<https://github.com/aws/serverless-application-model>), as of 2026-10.

use super::Checker;
use super::names::ResourceInfo;
use crate::facts::ResourceSpec;
use crate::judge::{self, Found};
use crate::report::rule::Rule;
use crate::template::Template;
use crate::template::part::Member;
use crate::typed::describe;
use crate::typed::view::View;

/// How the types begin that the transform replaces.
const TYPES: &str = "AWS::Serverless::";

/// The attribute of a resource, serverless or not, from which policies are made.
const CONNECTORS: &str = "Connectors";

/// What the transform takes beside the attributes of every resource.
pub(super) const ATTRIBUTES: [&str; 2] = [CONNECTORS, "IgnoreGlobals"];

/// How names begin that the transform gives on its own: the rest of them begin with the name of a resource.
const OWN_NAMES: [&str; 5] = [
    "ApiGatewayDomainName",
    "CodeDeployServiceRole",
    "HttpApiDomainName",
    "RecordSetGroup",
    "Serverless",
];

/// Whether the transform replaces a resource of that type.
pub(super) fn replaces(type_name: &str) -> bool {
    type_name.starts_with(TYPES)
}

impl<'t> Checker<'t> {
    /// Whether the transform may make something of that name: `FunctionRole` of `Function`, `Api.Stage` of `Api`.
    pub(super) fn may_be_generated(&self, name: &str) -> bool {
        let makes = |resource: &ResourceInfo<'t>| {
            let own = &*resource.member.name;
            let is_source = replaces(resource.type_name)
                || resource
                    .attributes()
                    .is_some_and(|attributes| attributes.get(CONNECTORS).is_some());
            let is_made_of = name.len() > own.len() && name.starts_with(own);
            is_source && (is_made_of || self.names_a_queue(resource, name))
        };
        self.macros.serverless
            && (OWN_NAMES.iter().any(|begin| name.starts_with(begin))
                || self.names.resources.iter().any(makes))
    }

    /// Whether an event of a resource says what the queue for its dead letters is called.
    fn names_a_queue(&self, resource: &ResourceInfo<'t>, name: &str) -> bool {
        let properties = resource
            .attributes()
            .and_then(|attributes| attributes.get("Properties"));
        let events = properties.map(|member| self.template.view(&member.value).member("Events"));
        let mut events = events.into_iter().flat_map(View::members);
        events.any(|(_, event)| {
            let queue = event.member("Properties").member("DeadLetterConfig");
            queue.member("QueueLogicalId").text() == Some(name)
        })
    }

    /// What is wrong with the properties of a resource that the transform replaces. `Globals` give what is not
    /// there, also within a property.
    pub(super) fn serverless(&mut self, view: View<'t>, spec: &'static ResourceSpec) {
        let base = self.here();
        let findings = judge::whole(view, spec, false, &base);
        let globals = globals(self.template, spec.type_name);
        let is_given = |found: &Found| {
            let path = found.violation.path.strip_prefix(base.as_str());
            let first = path.and_then(|path| path.strip_prefix('/')?.split('/').next());
            may_be_filled_in(found.violation.rule)
                && first.is_some_and(|first| !matches!(globals.member(first), View::Absent))
        };
        let is_tolerated = |found: &Found| {
            let path = found.violation.path.strip_prefix(base.as_str());
            tolerated(
                spec.type_name,
                path.unwrap_or_default(),
                view,
                found.violation.rule,
            )
        };
        let found = findings.found.into_iter();
        let found = found.filter(|found| !is_given(found) && !is_tolerated(found));
        self.take(found.collect(), findings.limit.more);
        self.take_warnings(findings.warnings, findings.warning_limit.more);
    }

    /// What stands beside the properties of a serverless resource, and is not handed on.
    pub(super) fn ignored_attribute(&mut self, attribute: &'t Member) {
        self.warn(Rule::Resource, attribute.key, |_| {
            let name = describe::name(&attribute.name);
            let message = format!("the transform for serverless resources ignores `{name}` here");
            (
                message,
                "what is set of a resource stands in `Properties`".into(),
            )
        });
    }
}

/// Whether the transform takes what its published schema excludes: `REGIONAL` for the endpoint of an API, and
/// settings of an authorizer that it does not read.
fn tolerated(type_name: &str, path: &str, properties: View<'_>, rule: Rule) -> bool {
    if type_name != "AWS::Serverless::Api" {
        return false;
    }
    if path == "/EndpointConfiguration" {
        return properties.member("EndpointConfiguration").text().is_some();
    }
    path.starts_with("/Auth/Authorizers/") && matches!(rule, Rule::UnknownProperty | Rule::AnyOf)
}

/// What `Globals` say of a type.
fn globals<'t>(template: &'t Template, type_name: &str) -> View<'t> {
    let section = template.root.get("Globals");
    let last = type_name.strip_prefix(TYPES).unwrap_or_default();
    section.map_or(View::Absent, |section| {
        template.view(&section.value).member(last)
    })
}

/// Whether more members of an object may make right what is wrong.
fn may_be_filled_in(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Required
            | Rule::AnyOf
            | Rule::OneOf
            | Rule::AllOf
            | Rule::Dependency
            | Rule::Properties
    )
}
