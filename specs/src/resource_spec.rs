//! The Resource Specification: all types in one file, or one; facts without prose.

mod property;
mod sam;
mod value;

use std::collections::{BTreeMap, HashMap};

use crate::curated::model::Curated;
use crate::model::{
    Additional, Attribute, Definition, JsonType, ReplacementStrategy, ResourceType, Schema,
    ScopedRoles,
};
use crate::registry::values::members;
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::{Member, Node, Value};
use crate::type_name::TypeName;
use crate::unions;
use crate::unknown;
use crate::user_guide::secure;
use value::{Names, word};

/// The version that the file gives itself.
pub(crate) fn version(root: &Node<'_>) -> Option<String> {
    root.get("ResourceSpecificationVersion")
        .and_then(Node::text)
        .map(str::to_owned)
}

/// Reads every type that is in the tree.
pub(crate) fn lower(root: &Node<'_>, report: &mut Report) -> Vec<ResourceType> {
    const KNOWN: [&str; 7] = [
        "ResourceTypes",
        "ResourceType",
        "PropertyTypes",
        "ResourceSpecificationVersion",
        "ResourceSpecificationTransform",
        "Globals",
        "Fingerprint",
    ];
    for member in root.members().unwrap_or_default() {
        if !KNOWN.contains(&member.key.as_ref()) {
            let at = Pointer::ROOT.name(&member.key);
            unknown::tell("member", &member.key, &KNOWN, &at, report);
        }
    }
    let types = PropertyTypes::of(root, report);
    let mut resources = Vec::new();
    for key in ["ResourceTypes", "ResourceType"] {
        let Some(node) = root.get(key) else { continue };
        let at = Pointer::ROOT.name(key);
        for member in members(node, &at, report) {
            resources.extend(resource(member, &at.name(&member.key), &types, report));
        }
    }
    resources
}

/// The property types of a file, by resource and short name.
struct PropertyTypes<'n, 't> {
    own: HashMap<&'n str, BTreeMap<&'n str, &'n Member<'t>>>,
    shared: BTreeMap<&'n str, &'n Member<'t>>,
}

impl<'n, 't> PropertyTypes<'n, 't> {
    fn of(root: &'n Node<'t>, report: &mut Report) -> Self {
        let mut types = Self {
            own: HashMap::new(),
            shared: BTreeMap::new(),
        };
        let Some(node) = root.get("PropertyTypes") else {
            return types;
        };
        for member in members(node, &Pointer::ROOT.name("PropertyTypes"), report) {
            match member.key.split_once('.') {
                Some((resource, name)) => {
                    types.own.entry(resource).or_default().insert(name, member);
                }
                None => {
                    types.shared.insert(&member.key, member);
                }
            }
        }
        types
    }
}

/// The names that one resource may use, and those that it does use, in the order of the first use.
struct Scope<'s, 'n, 't> {
    own: Option<&'s BTreeMap<&'n str, &'n Member<'t>>>,
    shared: &'s BTreeMap<&'n str, &'n Member<'t>>,
    used: Vec<(&'n str, &'n Member<'t>)>,
}

impl Names for Scope<'_, '_, '_> {
    fn refer(&mut self, name: &str) -> bool {
        let found = self.own.and_then(|own| own.get_key_value(name));
        match found.or_else(|| self.shared.get_key_value(name)) {
            Some((name, member)) => {
                if !self.used.iter().any(|(used, _)| used == name) {
                    self.used.push((name, member));
                }
                true
            }
            None => false,
        }
    }

    fn known(&self) -> Vec<&str> {
        let own = self.own.into_iter().flat_map(BTreeMap::keys);
        own.chain(self.shared.keys()).copied().collect()
    }
}

fn resource(
    member: &Member<'_>,
    at: &Pointer<'_>,
    types: &PropertyTypes<'_, '_>,
    report: &mut Report,
) -> Option<ResourceType> {
    let name = match member.key.parse::<TypeName>() {
        Ok(name) => name,
        Err(mut problem) => {
            problem.pointer = at.text();
            report.push(problem);
            return None;
        }
    };
    let own = types.own.get(member.key.as_ref());
    let mut scope = Scope {
        own,
        shared: &types.shared,
        used: Vec::new(),
    };
    let mut body = record(&member.node, at, &mut scope, report);
    let mut attributes = Vec::new();
    if let Some(node) = member.node.get("Attributes") {
        let at = at.name("Attributes");
        for attribute in members(node, &at, report) {
            let at = at.name(&attribute.key);
            let schema = property::schema(&attribute.node, &at, &mut scope, report);
            attributes.push(Attribute {
                name: attribute.key.clone().into_owned(),
                schema,
            });
        }
    }
    body.read_only = read_only(&body, &attributes);
    let mut resource = ResourceType {
        name,
        description: None,
        documentation: word(&member.node, "Documentation", at, report).map(|url| secure(&url)),
        as_of: None,
        see_also: Vec::new(),
        transform: None,
        reference: None,
        body,
        definitions: definitions(&mut scope, report),
        attributes,
        primary_identifier: Vec::new(),
        additional_identifiers: Vec::new(),
        handlers: None,
        replacement: ReplacementStrategy::default(),
        tagging: None,
        scoped_updates: Vec::new(),
        scoped_roles: ScopedRoles::default(),
        property_transforms: Vec::new(),
        curated: Curated::default(),
        patched: Vec::new(),
    };
    unions::merge(&mut resource, report);
    Some(resource)
}

/// What the service alone sets: this format names it among what `Fn::GetAtt` returns, and not among the properties.
fn read_only(body: &Schema, attributes: &[Attribute]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for attribute in attributes {
        let name = attribute.name.split('.').next().unwrap_or_default();
        let is_property = body.properties.iter().any(|property| property.name == name);
        if !is_property && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The definitions that are used, in file order; reading one may lead to the next.
fn definitions(scope: &mut Scope<'_, '_, '_>, report: &mut Report) -> Vec<Definition> {
    let mut read = Vec::new();
    while let Some((name, member)) = scope.used.get(read.len()).copied() {
        let types = Pointer::ROOT.name("PropertyTypes");
        let at = types.name(&member.key);
        let documentation = word(&member.node, "Documentation", &at, report);
        let documentation = documentation.map(|url| secure(&url));
        let is_record = member.node.get("Properties").is_some();
        let schema = if is_record || !says_type(&member.node) {
            record(&member.node, &at, scope, report)
        } else {
            property::schema(&member.node, &at, scope, report)
        };
        read.push((
            member.node.at,
            Definition {
                name: name.to_owned(),
                schema,
                documentation,
            },
        ));
    }
    read.sort_by_key(|(at, _)| *at);
    read.into_iter().map(|(_, definition)| definition).collect()
}

fn says_type(node: &Node<'_>) -> bool {
    ["Type", "PrimitiveType"]
        .iter()
        .any(|key| node.get(key).is_some())
        || sam::is_spoken(node)
}

/// Members of a type that are read.
const MEMBERS: &[&str] = &[
    "Properties",
    "AdditionalProperties",
    "Documentation",
    "Attributes",
];

/// Members that say nothing about the properties, each with the reason why it may be passed over.
pub(crate) const IGNORED_MEMBERS: &[(&str, &str)] = &[
    (
        "RequiredTransform",
        "names the transform that a template with this type must declare",
    ),
    (
        "ScrutinyType",
        "tells the console which changes of policies to point out",
    ),
];

/// A resource or a property type that has properties.
fn record(node: &Node<'_>, at: &Pointer<'_>, names: &mut dyn Names, report: &mut Report) -> Schema {
    let mut schema = Schema {
        types: vec![JsonType::Object],
        ..Schema::default()
    };
    schema.additional = Additional::Denied;
    let mut has_properties = false;
    for member in members(node, at, report) {
        let at = at.name(&member.key);
        match member.key.as_ref() {
            "Properties" => {
                has_properties = true;
                for member in members(&member.node, &at, report) {
                    let property = property::read(member, &at.name(&member.key), names, report);
                    if property.required {
                        schema.required.push(property.name.clone());
                    }
                    schema.properties.push(property);
                }
            }
            "AdditionalProperties" => {
                if matches!(member.node.value, Value::Bool(true)) {
                    schema.additional = Additional::Allowed;
                }
            }
            "Documentation" | "Attributes" => {}
            key if IGNORED_MEMBERS.iter().any(|(ignored, _)| *ignored == key) => {}
            key => unknown::tell("member", key, MEMBERS, &at, report),
        }
    }
    if !has_properties && let Some(members) = node.members() {
        let names = || members.iter().map(|member| member.key.as_ref());
        // One that is a slip away has been told.
        if !names().any(|name| suggest::one_slip(name, ["Properties"]).is_some()) {
            let help = suggest::instead("Properties", names()).unwrap_or_else(|| {
                "write `\"Properties\": {}` for a type without properties".to_owned()
            });
            report.error_with_help(at, "`Properties` is missing", Some(help));
        }
    }
    schema
}
