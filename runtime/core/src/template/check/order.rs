//! Resources that need another one without naming it, which only their services know.
//!
//! Source: the user guide's pages "`DependsOn` attribute" (a route to an internet gateway needs the attachment of
//! the gateway) and "`AWS::ApiGateway::Deployment`" (a deployment needs the methods of its API), of 2023-09.

use std::collections::HashMap;

use super::Checker;
use super::names::ResourceInfo;
use crate::json::call;
use crate::report::rule::Rule;
use crate::template::section::Section;
use crate::text::function::REF;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::view::View;

/// One resource needs another kind of resource of the same owner.
struct Need {
    /// The type that needs, and the property that names the owner.
    from: (&'static str, &'static str),
    /// The type that is needed, and the property that names the owner.
    to: (&'static str, &'static str),
    /// Properties of the owner with which nothing else is needed.
    unless: &'static [&'static str],
    because: &'static str,
}

const NEEDS: [Need; 2] = [
    Need {
        from: ("AWS::EC2::Route", "GatewayId"),
        to: ("AWS::EC2::VPCGatewayAttachment", "InternetGatewayId"),
        unless: &[],
        because: "a route to a gateway is refused until the gateway is attached",
    },
    Need {
        from: ("AWS::ApiGateway::Deployment", "RestApiId"),
        to: ("AWS::ApiGateway::Method", "RestApiId"),
        unless: &["Body", "BodyS3Location"],
        because: "a deployment is refused until its API has a method",
    },
];

impl<'t> Checker<'t> {
    /// Warns of what may be created before something that it needs.
    pub(super) fn order(&mut self) {
        if self.macros.serverless || self.macros.hide_names() {
            return;
        }
        for need in &NEEDS {
            self.needed(need);
        }
    }

    fn needed(&mut self, need: &Need) {
        // Only what is certainly there is asked for.
        let mut needed: HashMap<&'t str, &'t str> = HashMap::new();
        let mut sources = Vec::new();
        for (index, resource) in self.names.resources.iter().enumerate() {
            if resource.type_name == need.to.0 {
                sources.push(index);
                if let Some(owner) = self.owner(*resource, need.to.1)
                    && resource.condition.is_none()
                {
                    needed.entry(owner).or_insert(&resource.member.name);
                }
            }
        }
        if needed.is_empty() {
            return;
        }
        let waits = self.dependents(&sources);
        let early = self.names.resources.iter().enumerate();
        let early = early.filter_map(|(index, resource)| {
            let is_early = resource.type_name == need.from.0 && waits.get(index) == Some(&false);
            let owner = self.owner(*resource, need.from.1).filter(|_| is_early)?;
            let (_, info) = self.names.resource(owner)?;
            let is_whole = need
                .unless
                .iter()
                .any(|name| !matches!(self.property(info, name), View::Absent));
            (!is_whole).then_some((*resource, *needed.get(owner)?))
        });
        let early: Vec<(ResourceInfo<'t>, &'t str)> = early.collect();
        for (resource, other) in early {
            self.path.extend([
                Step::Name(Section::Resources.name()),
                Step::Name(&resource.member.name),
            ]);
            self.warn(Rule::DependsOn, resource.member.key, |_| {
                let name = describe::name(&resource.member.name);
                let other = describe::name(other);
                let because = need.because;
                let message = format!("`{name}` may be created before `{other}`: {because}");
                (message, format!("set `DependsOn` to `{other}`").into())
            });
            self.path.truncate(self.path.len().saturating_sub(2));
        }
    }

    /// The resource that a property refers to.
    fn owner(&self, resource: ResourceInfo<'t>, property: &str) -> Option<&'t str> {
        match call::of(self.property(resource, property))? {
            (REF, argument) => argument.text(),
            _ => None,
        }
    }

    fn property(&self, resource: ResourceInfo<'t>, name: &str) -> View<'t> {
        let attributes = resource.attributes();
        let properties = attributes.and_then(|attributes| attributes.get("Properties"));
        properties.map_or(View::Absent, |properties| {
            self.template.view(&properties.value).member(name)
        })
    }

    /// Of each resource, whether it needs one of those, directly or by way of others.
    fn dependents(&self, sources: &[usize]) -> Vec<bool> {
        let mut needed_by = vec![Vec::new(); self.names.resources.len()];
        for edge in &self.edges {
            if let Some(dependents) = needed_by.get_mut(edge.to) {
                dependents.push(edge.from);
            }
        }
        let mut waits = vec![false; needed_by.len()];
        let mut open = sources.to_vec();
        while let Some(index) = open.pop() {
            for from in needed_by.get(index).into_iter().flatten() {
                if let Some(waits) = waits.get_mut(*from)
                    && !*waits
                {
                    *waits = true;
                    open.push(*from);
                }
            }
        }
        waits
    }
}
