//! Resources: their attributes, and their property objects by their types.

use super::macros;
use super::names::ResourceInfo;
use super::serverless;
use super::symbols::Literal;
use super::walk::Place;
use super::{Checker, anatomy, names};
use crate::document::Content;
use crate::facts::ResourceSpec;
use crate::json::Json;
use crate::judge::{self, Findings};
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::part::{Member, Members};
use crate::template::section::Section;
use crate::text::function::FOR_EACH;
use crate::text::pointer::Step;
use crate::text::suggest;
use crate::typed::describe;
use crate::typed::view::View;

/// What stands beside the properties of a resource.
///
/// Source: the user guide's page "Resource attribute reference"; `Version` on the page of custom resources.
/// `Description` is on no page, but `CloudFormation` takes it: the reader of templates of AWS's development kit knows
/// it (<https://github.com/aws/aws-cdk/pull/10522>, 2020-09), and `CodeStar` writes it.
const ATTRIBUTES: [&str; 11] = [
    "Type",
    "Properties",
    "Condition",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Description",
    "Metadata",
    "UpdatePolicy",
    "UpdateReplacePolicy",
    "Version",
];

impl<'t> Checker<'t> {
    pub(super) fn resources(&mut self) {
        let Some(section) = self.template.root.get(Section::Resources.name()) else {
            return;
        };
        let rewritten = macros::rewrites_part(self.template, &section.value);
        self.inside(Step::Name(&section.name), |checker| {
            let mut number = 0;
            for member in names::entries(checker.template, Section::Resources) {
                checker.inside(Step::Name(&member.name), |checker| {
                    let view = checker.template.view(&member.value);
                    checker.scope = super::walk::Scope::default();
                    if member.name.starts_with(FOR_EACH) {
                        return checker.for_each(view);
                    }
                    if macros::is_macro(&member.name) {
                        return;
                    }
                    checker.scope.resource = Some(number);
                    let info = checker.names.resources.get(number).copied();
                    number += 1;
                    if let Some(info) = info.filter(|_| !rewritten) {
                        checker.resource_entry(member, info);
                    }
                });
            }
        });
        self.scope = super::walk::Scope::default();
    }

    fn resource_entry(&mut self, member: &'t Member, info: ResourceInfo<'t>) {
        let Some(attributes) = info.attributes() else {
            let view = self.template.view(&member.value);
            return self.error(Rule::Resource, member.value.node(), |_| not_an_object(view));
        };
        if macros::rewrites_part(self.template, &member.value) {
            return;
        }
        self.unique(member);
        self.attributes(attributes, info);
        self.resource_type(member, attributes, info);
        match info.condition {
            Some(condition) => {
                let literal = Literal {
                    condition,
                    holds: true,
                };
                self.assuming(literal, |checker| checker.parts(attributes, info));
            }
            None => self.parts(attributes, info),
        }
        if attributes.get("Properties").is_none() {
            self.inside(Step::Name("Properties"), |checker| {
                checker.without_properties(member, info);
            });
        }
    }

    /// What stands in the resource, one by one.
    fn parts(&mut self, attributes: &'t Members, info: ResourceInfo<'t>) {
        for attribute in attributes.iter() {
            let view = self.template.view(&attribute.value);
            self.inside(Step::Name(&attribute.name), |checker| {
                checker.scope.place = Place::Attribute;
                match &*attribute.name {
                    "Properties" => {
                        checker.scope.place = Place::Properties;
                        checker.walk(view);
                        checker.properties(view, info);
                    }
                    "DependsOn" => checker.depends_on(view, info),
                    "Condition" => checker.resource_condition(view),
                    "DeletionPolicy" => checker.deletion_policy(view, info.type_name),
                    "UpdateReplacePolicy" => checker.update_replace_policy(view, info.type_name),
                    "CreationPolicy" => checker.creation_policy(view, info.type_name),
                    "UpdatePolicy" => checker.update_policy(view, info.type_name),
                    "Metadata" => checker.metadata(view),
                    _ => {}
                }
            });
        }
    }

    /// A parameter of the same name.
    fn unique(&mut self, member: &'t Member) {
        if self.parameter(&member.name).is_some() {
            self.error(Rule::UniqueName, member.key, |_| {
                let name = describe::name(&member.name);
                (format!("`{name}` is a parameter already"), Help::None)
            });
        }
    }

    fn attributes(&mut self, attributes: &'t Members, info: ResourceInfo<'t>) {
        for attribute in attributes.iter() {
            let name = &*attribute.name;
            let is_known = ATTRIBUTES.contains(&name)
                || macros::is_macro(name)
                || self.macros.serverless && serverless::ATTRIBUTES.contains(&name)
                // A module is expanded first, with what its user sets of the resources in it.
                || name == "Overrides" && info.type_name.ends_with("::MODULE");
            if is_known {
                continue;
            }
            self.inside(Step::Name(name), |checker| {
                if checker.macros.serverless && serverless::replaces(info.type_name) {
                    return checker.ignored_attribute(attribute);
                }
                checker.error(Rule::Resource, attribute.key, |_| {
                    let near = suggest::nearest(suggest::start(name), ATTRIBUTES.into_iter());
                    let help = match near.as_slice() {
                        [] => "what is set of a resource stands in `Properties`".into(),
                        near => format!("there is {}", suggest::listed(near)).into(),
                    };
                    (
                        format!("a resource has no attribute `{}`", describe::name(name)),
                        help,
                    )
                });
            });
        }
    }

    fn resource_type(
        &mut self,
        member: &'t Member,
        attributes: &'t Members,
        info: ResourceInfo<'t>,
    ) {
        let Some(attribute) = attributes.get("Type") else {
            return self.error(Rule::Resource, member.value.node().or(member.key), |_| {
                let name = describe::name(&member.name);
                (format!("the resource `{name}` has no `Type`"), Help::None)
            });
        };
        let view = self.template.view(&attribute.value);
        let node = attribute.value.node();
        self.inside(Step::Name("Type"), |checker| {
            if view.text().is_none() {
                return checker.error(Rule::Resource, node, |_| {
                    (
                        describe::view(view) + " is not the name of a type",
                        Help::None,
                    )
                });
            }
            if info.spec.is_none() {
                checker.unknown_type_of_resource(info.type_name, node);
            }
            let is_serverless = serverless::replaces(info.type_name);
            if is_serverless && !checker.macros.serverless {
                checker.error(Rule::ServerlessTransform, node, |_| {
                    let name = describe::name(info.type_name);
                    let message = format!("`{name}` needs the transform for serverless resources");
                    (
                        message,
                        format!("set `Transform` to `{}`", macros::SERVERLESS).into(),
                    )
                });
            }
        });
    }

    /// A type that is not known: wrong if no type can have that name, or if another name is meant for sure.
    fn unknown_type_of_resource(&mut self, name: &'t str, node: Option<usize>) {
        if !is_type_name(name) {
            return self.error(Rule::ResourceType, node, |_| {
                let message = format!("`{}` is not the name of a type", describe::name(name));
                (
                    message,
                    "written as `AWS::Service::Resource` or `Custom::Name`".into(),
                )
            });
        }
        if let Some(meant) = self.types.meant(name) {
            self.error(Rule::ResourceType, node, |_| {
                let message = format!("there is no type `{}`", describe::name(name));
                (message, format!("there is `{meant}`").into())
            });
        } else if self.types.know_publisher_of(name) {
            self.warn(Rule::ResourceType, node, |_| {
                let message = format!("the type `{}` is not known here", describe::name(name));
                (message, "its properties are not checked".into())
            });
        }
    }

    /// The property object, by its type.
    fn properties(&mut self, view: View<'t>, info: ResourceInfo<'t>) {
        match info.spec {
            Some(spec) if serverless::replaces(info.type_name) => self.serverless(view, spec),
            Some(spec) => {
                self.judged(view, spec);
                self.kinds(view, spec);
            }
            None if is_object(view) => self.judged(view, anatomy::ANY.resource()),
            None => self.error(Rule::Resource, view.node(), |_| not_an_object(view)),
        }
    }

    fn judged(&mut self, view: View<'t>, spec: &'static ResourceSpec) {
        // A macro makes the object.
        if macros::rewrites_object(view) {
            return;
        }
        let Findings {
            found,
            limit,
            warnings,
            warning_limit,
        } = judge::whole(view, spec, false, &self.here());
        self.take(found, limit.more);
        self.take_warnings(warnings, warning_limit.more);
    }

    /// What has to be set of a resource that sets nothing.
    fn without_properties(&mut self, member: &'t Member, info: ResourceInfo<'t>) {
        let Some(spec) = info.spec else { return };
        let empty = Json::Object(crate::Map::new());
        if judge::is_right(View::Json(&empty), spec, false) {
            return;
        }
        let findings = judge::whole(View::Json(&empty), spec, false, &self.here());
        let node = member.value.node();
        let found = findings
            .found
            .into_iter()
            .map(|found| judge::Found { node, ..found });
        self.take(found.collect(), findings.limit.more);
    }

    fn depends_on(&mut self, view: View<'t>, info: ResourceInfo<'t>) {
        match view {
            _ if view.text().is_some() => self.dependency(view, info),
            _ if is_list(view) => {
                for (index, item) in view.items().enumerate() {
                    self.inside(Step::Index(index), |checker| checker.dependency(item, info));
                }
            }
            _ => self.no_dependency(view),
        }
    }

    fn dependency(&mut self, view: View<'t>, info: ResourceInfo<'t>) {
        let Some(name) = view.text() else {
            return self.no_dependency(view);
        };
        let is_self = *name == *info.member.name;
        match self.names.resource(name) {
            Some((to, _)) if !is_self => {
                if let Some(from) = self.scope.resource {
                    self.edges.push(super::cycles::Edge {
                        from,
                        to,
                        certain: true,
                        only: None,
                    });
                }
            }
            None if self.may_be_there(name) => {}
            _ => self.error(Rule::DependsOn, view.node(), |checker| {
                let shown = describe::name(name);
                let message = if is_self {
                    format!("`{shown}` cannot wait for itself")
                } else {
                    format!("`{shown}` is not a resource of the template")
                };
                (message, checker.names.near_resource(name))
            }),
        }
    }

    fn no_dependency(&mut self, view: View<'t>) {
        self.error(Rule::DependsOn, view.node(), |_| {
            let message = describe::view(view) + " is not the name of a resource";
            (
                message,
                "`DependsOn` takes a logical id, or a list of them".into(),
            )
        });
    }

    fn resource_condition(&mut self, view: View<'t>) {
        if view.text().is_none() {
            return self.no_condition_name(view, Rule::ResourceCondition);
        }
        self.condition_name(view, Rule::ResourceCondition);
    }

    /// What stands where a resource or an output names its condition.
    pub(super) fn no_condition_name(&mut self, view: View<'t>, rule: Rule) {
        self.error(rule, view.node(), |_| {
            let message = describe::view(view) + " is not the name of a condition";
            (
                message,
                "written as the name alone, without a function".into(),
            )
        });
    }

    fn metadata(&mut self, view: View<'t>) {
        if !is_object(view) {
            return self.error(Rule::ResourceMetadata, view.node(), |_| not_an_object(view));
        }
        self.walk(view);
    }
}

/// Whether a type can have that name: three parts or more, or two where the first is `Custom`.
fn is_type_name(name: &str) -> bool {
    let fits = |part: &str| {
        let allowed = |letter: char| {
            letter.is_ascii_alphanumeric() || matches!(letter, '_' | '@' | '-' | '/')
        };
        !part.is_empty() && part.chars().all(allowed)
    };
    let mut parts = name.split("::");
    let first = parts.next();
    let rest = parts.clone().count();
    let is_long_enough = if first == Some("Custom") {
        rest >= 1
    } else {
        rest >= 2
    };
    is_long_enough && name.split("::").all(fits)
}

/// What is said of something that stands where an object is due.
pub(super) fn not_an_object(view: View<'_>) -> (String, Help) {
    let message = describe::view(view) + " is not an object";
    (message, judge::one_word(view).unwrap_or(Help::None))
}

/// Whether an object stands there, or what deployment makes one.
pub(in crate::template) fn is_object(view: View<'_>) -> bool {
    match view {
        View::Node(node) => matches!(node.content(), Content::Object(_)),
        View::Json(json) => matches!(json, Json::Object(_)),
        _ => false,
    }
}

/// Whether a list stands there.
pub(in crate::template) fn is_list(view: View<'_>) -> bool {
    match view {
        View::Node(node) => matches!(node.content(), Content::Array(_)),
        View::Json(json) => matches!(json, Json::Array(_)),
        _ => false,
    }
}
