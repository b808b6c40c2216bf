//! Names in function calls: whether there is something of that name, and whether it may be named there.

use std::collections::HashSet;

use super::Checker;
use super::cycles::Edge;
use super::names::{Named, PSEUDO, ResourceInfo};
use super::symbols::Literal;
use super::walk::Place;
use crate::json::call;
use crate::judge;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::sub;
use crate::text::function::{self, NO_VALUE};
use crate::text::pointer::Step;
use crate::text::suggest;
use crate::typed::describe;
use crate::typed::view::View;

impl<'t> Checker<'t> {
    /// The argument of `Ref`.
    pub(super) fn reference(&mut self, argument: View<'t>) {
        match argument.text() {
            Some(name) => self.name(name, argument, Rule::Ref),
            // With the language extensions a call may give the name.
            None => self.walk(argument),
        }
    }

    /// A name that stands for a parameter, a resource or a pseudo parameter.
    fn name(&mut self, name: &'t str, at: View<'t>, rule: Rule) {
        if PSEUDO.contains(&name) {
            return self.pseudo(name, at, rule);
        }
        match self.names.known.get(name) {
            Some(Named::Parameter(_)) if rule == Rule::Sub => self.list_in_text(name, at),
            Some(Named::Parameter(_)) => {}
            Some(Named::Resource(index)) => self.resource(*index, at, rule),
            None => self.unknown_name(name, at, rule),
        }
    }

    /// A parameter that is a list has no place in a text.
    fn list_in_text(&mut self, name: &'t str, at: View<'t>) {
        let ty = self
            .parameter(name)
            .and_then(|view| view.member("Type").text());
        if ty.and_then(super::parameters::is_list) == Some(true) {
            self.error(Rule::Sub, at.node(), |_| {
                let message = format!(
                    "`{}` is a list, which no text can hold",
                    describe::name(name)
                );
                (message, "`Fn::Join` makes a text of a list".into())
            });
        }
    }

    fn pseudo(&mut self, name: &str, at: View<'t>, rule: Rule) {
        let place = self.scope.place;
        let is_value = rule == Rule::Sub || !matches!(place, Place::Properties | Place::Attribute);
        if name == NO_VALUE && is_value {
            self.error(rule, at.node(), |_| {
                let place = if rule == Rule::Sub {
                    "a text"
                } else {
                    place.words()
                };
                let message = format!("`{NO_VALUE}` removes a property, and {place} has none");
                (message, Help::None)
            });
        }
    }

    fn unknown_name(&mut self, name: &'t str, at: View<'t>, rule: Rule) {
        if self.may_be_there(name) {
            return;
        }
        if let Some(near) = function::wrong_pseudo_parameter(name) {
            return self.error(rule, at.node(), |_| judge::no_pseudo_parameter(name, &near));
        }
        self.error(rule, at.node(), |checker| {
            let shown = describe::name(name);
            let message = if checker.scope.place.knows_resources() {
                format!("`{shown}` is neither a parameter nor a resource of the template")
            } else {
                format!("`{shown}` is not a parameter of the template")
            };
            (message, checker.names.near(name))
        });
    }

    /// Whether deployment may know a name that the template does not show.
    pub(super) fn may_be_there(&self, name: &str) -> bool {
        self.macros.hide_names()
            || self.may_be_generated(name)
            || self.scope.loops.contains(&name)
            || name.contains(['$', '&'])
            || self.names.may_be_made(name)
            || self.names.is_in_module(name)
    }

    /// A resource that is named.
    fn resource(&mut self, index: usize, at: View<'t>, rule: Rule) {
        let Some(resource) = self.names.resources.get(index).copied() else {
            return;
        };
        if !self.scope.place.knows_resources() {
            return self.error(rule, at.node(), |checker| {
                let name = describe::name(&resource.member.name);
                let place = checker.scope.place.words();
                let message = format!("`{name}` is a resource, which {place} cannot refer to");
                (message, "only parameters are known there".into())
            });
        }
        if let Some(from) = self.scope.resource {
            let branches = self.branch_assumptions();
            let only = match branches {
                [first, rest @ ..] if rest.iter().all(|one| one == first) => Some(*first),
                _ => None,
            };
            self.edges.push(Edge {
                from,
                to: index,
                certain: branches.is_empty(),
                only,
            });
        }
        self.presence(resource, at);
    }

    /// What the branches of `Fn::If` around this place say, without the condition of the resource.
    fn branch_assumptions(&self) -> &[Literal<'t>] {
        let own = self
            .scope
            .resource
            .and_then(|index| self.names.resources.get(index));
        let skip = usize::from(own.is_some_and(|own| own.condition.is_some()));
        self.scope.said.get(skip..).unwrap_or_default()
    }

    /// Warns of a resource that certainly is missing in some deployments in which it is named.
    fn presence(&mut self, resource: ResourceInfo<'t>, at: View<'t>) {
        let Some(condition) = resource.condition else {
            return;
        };
        // The transform for serverless resources hands conditions on to what it makes.
        let is_hidden = self.macros.hide_names() || self.macros.serverless;
        if is_hidden || !self.names.conditions.contains_key(condition) {
            return;
        }
        let needed = Literal {
            condition,
            holds: true,
        };
        let is_missing = if self.excluding(needed).is_some() {
            true
        } else if self.scope.assumptions.contains(&needed) {
            false
        } else {
            match self.scope.said.as_slice() {
                [] => self.may_hold_without(None, needed),
                [one] => self.may_hold_without(Some(*one), needed),
                _ => false,
            }
        };
        if is_missing {
            self.warn(Rule::ConditionalReference, at.node(), |_| {
                let name = describe::name(&resource.member.name);
                let shown = describe::name(condition);
                let message = format!(
                    "`{name}` is only there if `{shown}` holds, which is not said of this place"
                );
                let help = format!("put it into an `Fn::If` of `{shown}`");
                (message, help.into())
            });
        }
    }

    /// The argument of `Fn::GetAtt`: a resource and an attribute of it.
    pub(super) fn get_att(&mut self, argument: View<'t>) {
        if let Some(text) = argument.text() {
            let (resource, attribute) = text.split_once('.').unwrap_or((text, ""));
            return self.attribute(resource, attribute, argument, Rule::GetAtt);
        }
        let mut items = argument.items();
        let (Some(resource), Some(attribute)) = (items.next(), items.next()) else {
            return self.walk(argument);
        };
        self.inside(Step::Index(1), |checker| checker.walk(attribute));
        let Some(name) = resource.text() else {
            return self.inside(Step::Index(0), |checker| checker.walk(resource));
        };
        // A longer list is a name with dots, of which YAML's short form is made of.
        let attribute = if items.next().is_none() {
            attribute.text()
        } else {
            None
        };
        self.attribute(name, attribute.unwrap_or_default(), argument, Rule::GetAtt);
    }

    /// An attribute of a resource; an empty one is not known.
    fn attribute(&mut self, name: &'t str, attribute: &'t str, at: View<'t>, rule: Rule) {
        let Some((index, resource)) = self.names.resource(name) else {
            return self.no_resource(name, at, rule);
        };
        self.resource(index, at, rule);
        if !has_attribute(resource, attribute) {
            self.error(rule, at.node(), |_| {
                let (shown, ty) = (
                    describe::name(attribute),
                    describe::name(resource.type_name),
                );
                let message = format!("`{ty}` has no attribute `{shown}`");
                let known = resource.spec.map_or(&[][..], |spec| spec.attributes);
                let names = known.iter().map(|known| known.name);
                let near = suggest::nearest(suggest::start(attribute), names.clone());
                let help = match (near.as_slice(), known.len()) {
                    ([], 0) => "it has none".into(),
                    ([], 1..=6) => {
                        let all: Vec<&str> = names.collect();
                        format!("it has {}", suggest::listed(&all)).into()
                    }
                    ([], _) => Help::None,
                    (near, _) => format!("there is {}", suggest::listed(near)).into(),
                };
                (message, help)
            });
        }
    }

    fn no_resource(&mut self, name: &'t str, at: View<'t>, rule: Rule) {
        if self.may_be_there(name) {
            return;
        }
        if let Some(near) = function::wrong_pseudo_parameter(name) {
            return self.error(rule, at.node(), |_| judge::no_pseudo_parameter(name, &near));
        }
        self.error(rule, at.node(), |checker| {
            let shown = describe::name(name);
            let message = if checker.names.known.contains_key(name) {
                format!("`{shown}` is a parameter, which has no attributes")
            } else {
                format!("`{shown}` is not a resource of the template")
            };
            (message, checker.names.near_resource(name))
        });
    }

    /// The argument of `Fn::Sub`: a text, or a text and its own variables.
    pub(super) fn substitution(&mut self, argument: View<'t>) {
        if let Some(text) = argument.text() {
            self.dynamic_references(text, argument);
            return self.substituted(text, argument, &HashSet::new());
        }
        let mut items = argument.items();
        let (text, variables) = (items.next(), items.next().unwrap_or(View::Absent));
        self.inside(Step::Index(1), |checker| checker.variables(text, variables));
        if let Some(view) = text
            && let Some(text) = view.text()
        {
            let own = variables.members().map(|(name, _)| name).collect();
            self.inside(Step::Index(0), |checker| {
                checker.dynamic_references(text, view);
                checker.substituted(text, view, &own);
            });
        }
    }

    /// The variables of an `Fn::Sub`: their values, and whether each is used.
    fn variables(&mut self, text: Option<View<'t>>, variables: View<'t>) {
        let text = text.and_then(View::text);
        let is_call = call::of(variables).is_some();
        let used: HashSet<&str> = text.into_iter().flat_map(sub::names).collect();
        for (name, value) in variables.members() {
            self.inside(Step::Name(name), |checker| {
                checker.walk(value);
                if text.is_some() && !is_call && !used.contains(name) {
                    let node = value.node().map(|node| node.saturating_sub(1));
                    checker.warn(Rule::UnusedVariable, node, |_| {
                        let name = describe::name(name);
                        let message = format!("the text does not use the variable `{name}`");
                        (
                            message,
                            format!("use it as `${{{name}}}`, or leave it out").into(),
                        )
                    });
                }
            });
        }
    }

    /// The text of an `Fn::Sub`, and the names that it brings along.
    fn substituted(&mut self, text: &'t str, at: View<'t>, own: &HashSet<&str>) {
        for name in sub::names(text) {
            if own.contains(name) || name.is_empty() {
                continue;
            }
            if !sub::is_name(name) {
                if !name.contains(['$', '&']) {
                    self.error(Rule::Sub, at.node(), |_| judge::no_variable(name));
                }
                continue;
            }
            match name.split_once('.') {
                Some((resource, attribute)) => self.attribute(resource, attribute, at, Rule::Sub),
                None => self.name(name, at, Rule::Sub),
            }
        }
    }

    /// The name of a condition.
    pub(super) fn condition_name(&mut self, at: View<'t>, rule: Rule) {
        let Some(name) = at.text() else { return };
        if let Some((to, _)) = self.names.conditions.get(name) {
            if let Some(from) = self.scope.condition {
                self.condition_edges.push((from, *to));
            }
            return;
        }
        if self.may_be_there(name) {
            return;
        }
        self.error(rule, at.node(), |checker| {
            let message = format!("there is no condition `{}`", describe::name(name));
            (message, checker.names.near_condition(name))
        });
    }
}

/// Whether a resource of the type gives whatever it is asked for: only who makes it knows what.
///
/// Source: the user guide's pages "`AWS::CloudFormation::CustomResource`" and "Use modules".
fn has_any_attribute(type_name: &str) -> bool {
    type_name.starts_with("Custom::")
        || type_name == "AWS::CloudFormation::CustomResource"
        || type_name.ends_with("::MODULE")
        || type_name.starts_with("AWS::Serverless::")
}

/// Whether a resource of the type gives the outputs of the stack that it makes.
///
/// Source: the user guide's pages "`AWS::CloudFormation::Stack`" and
/// "`AWS::ServiceCatalog::CloudFormationProvisionedProduct`".
fn has_outputs(type_name: &str) -> bool {
    matches!(
        type_name,
        "AWS::CloudFormation::Stack" | "AWS::ServiceCatalog::CloudFormationProvisionedProduct"
    )
}

/// Whether a resource has an attribute, as far as that can be said.
fn has_attribute(resource: ResourceInfo<'_>, attribute: &str) -> bool {
    let Some(spec) = resource.spec.filter(|_| !attribute.is_empty()) else {
        return true;
    };
    if has_any_attribute(resource.type_name) || attribute.contains(['$', '&']) {
        return true;
    }
    if let Some(output) = attribute.strip_prefix("Outputs.")
        && has_outputs(resource.type_name)
    {
        // The name of an output has letters and digits alone.
        return !output.is_empty() && output.bytes().all(|byte| byte.is_ascii_alphanumeric());
    }
    spec.attributes.iter().any(|known| {
        // An attribute may be an object, whose members are attributes as well.
        let rest = attribute.strip_prefix(known.name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}
