//! One type of a template schema, in the words that registry schemas have.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use formwork_specs::tree::{Member, Node, Value};

use super::TRANSFORM;
use super::passed::{self, Place};
use super::resources::{Found, reference};
use super::target::{Replaces, Targets};
use crate::catalog::node::{array, member, object, text, texts};

/// The registry schema of a type.
pub(super) fn registry_schema<'t>(
    found: &Found<'_, 't>,
    root: &Node<'t>,
    targets: &Targets<'t>,
) -> Node<'t> {
    let mut converter = Converter::new(root, targets);
    let own = Owner {
        of: None,
        name: found.properties,
    };
    let (mut properties, required) = match converter.definition(own) {
        Some(record) => (
            converter.properties(found.type_name, record),
            required(record, found),
        ),
        None => (Vec::new(), Vec::new()),
    };
    let names: HashSet<String> = properties
        .iter()
        .map(|property| property.key.clone().into_owned())
        .collect();
    let updates = converter.updates(found);
    let result = converter.what_it_becomes(found.type_name, &names);
    properties.extend(result.read_only);
    let definitions = converter.definitions();
    let mut extension = vec![member("transform", text(TRANSFORM))];
    extension.extend(result.attributes.map(|node| member("attributes", node)));
    let mut members = vec![
        member("typeName", text(found.type_name.to_owned())),
        member("formwork", object(extension)),
        member("properties", object(properties)),
        member("additionalProperties", flag(false)),
    ];
    let mut list = |key: &'static str, names: Vec<String>| {
        if !names.is_empty() {
            members.push(member(key, texts(names)));
        }
    };
    list("required", required);
    list("readOnlyProperties", result.read_only_paths);
    list(
        "createOnlyProperties",
        updates_of(&updates, Replaces::Always),
    );
    list(
        "conditionalCreateOnlyProperties",
        updates_of(&updates, Replaces::Maybe),
    );
    list("primaryIdentifier", result.identifier);
    if !definitions.is_empty() {
        members.push(member("definitions", object(definitions)));
    }
    object(members)
}

/// What has to be there. What `Globals` may give for all resources of the type need not.
fn required(record: &Node<'_>, found: &Found<'_, '_>) -> Vec<String> {
    let names = record.get("required").and_then(Node::elements);
    let names = names.unwrap_or_default().iter().filter_map(Node::text);
    let is_global = |name: &str| {
        found
            .globals
            .is_some_and(|globals| globals.get(name).is_some())
    };
    names
        .filter(|name| !is_global(name))
        .map(str::to_owned)
        .collect()
}

fn updates_of(updates: &BTreeMap<String, Replaces>, wanted: Replaces) -> Vec<String> {
    let paths = updates.iter().filter(|(_, replaces)| **replaces == wanted);
    paths.map(|(path, _)| path.clone()).collect()
}

fn flag<'t>(flag: bool) -> Node<'t> {
    Node {
        at: 0,
        value: Value::Bool(flag),
    }
}

/// Where a definition stands: in the template schema, or in the schema of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Owner<'a> {
    of: Option<&'a str>,
    name: &'a str,
}

struct Converter<'a, 't> {
    root: &'a Node<'t>,
    targets: &'a Targets<'t>,
    /// What each definition that is referred to is called here.
    names: HashMap<Owner<'a>, String>,
    /// The names that are given away, and those that definitions of the template schema may get.
    taken: HashSet<String>,
    own_names: HashSet<&'a str>,
    /// Definitions that are referred to and not yet written.
    due: VecDeque<Owner<'a>>,
}

/// What the resource that is made of one gives.
#[derive(Default)]
struct Result<'t> {
    read_only: Vec<Member<'t>>,
    read_only_paths: Vec<String>,
    attributes: Option<Node<'t>>,
    identifier: Vec<String>,
}

impl<'a, 't> Converter<'a, 't> {
    fn new(root: &'a Node<'t>, targets: &'a Targets<'t>) -> Self {
        let definitions = root.get("definitions").and_then(Node::members);
        let own = definitions.unwrap_or_default().iter();
        Self {
            root,
            targets,
            names: HashMap::new(),
            taken: HashSet::new(),
            own_names: own.map(|member| short(&member.key)).collect(),
            due: VecDeque::new(),
        }
    }

    fn definition(&self, owner: Owner<'_>) -> Option<&'a Node<'t>> {
        let schema = match owner.of {
            None => self.root,
            Some(type_name) => self.targets.schema(type_name)?,
        };
        schema.get("definitions")?.get(owner.name)
    }

    /// The definitions that were referred to, and those that they refer to.
    fn definitions(&mut self) -> Vec<Member<'t>> {
        let mut definitions = Vec::new();
        while let Some(owner) = self.due.pop_front() {
            let Some(schema) = self.definition(owner) else {
                continue;
            };
            let converted = match owner.of {
                None => self.schema(owner.name, schema),
                Some(type_name) => self.copy(type_name, schema),
            };
            let name = self.names.get(&owner).cloned().unwrap_or_default();
            definitions.push(member(name, converted));
        }
        definitions
    }

    /// A reference to a definition, which gets its name at the first one.
    fn refer(&mut self, owner: Owner<'a>) -> Node<'t> {
        let name = if let Some(name) = self.names.get(&owner) {
            name.clone()
        } else {
            let name = self.name(owner);
            self.taken.insert(name.clone());
            self.names.insert(owner, name.clone());
            self.due.push_back(owner);
            name
        };
        object(vec![member("$ref", text(format!("#/definitions/{name}")))])
    }

    /// The last part of the name, behind the place it is from if that part alone means another.
    fn name(&self, owner: Owner<'_>) -> String {
        let last = short(owner.name);
        let is_others = owner.of.is_some() && self.own_names.contains(last);
        let mut name = last.to_owned();
        if is_others || self.taken.contains(&name) {
            name = match owner.of {
                Some(type_name) => type_name.rsplit("::").next().unwrap_or_default().to_owned(),
                None => camel(owner.name),
            } + last;
        }
        let mut number = 1;
        let base = name.clone();
        while self.taken.contains(&name) {
            number += 1;
            name = format!("{base}{number}");
        }
        name
    }

    /// The properties of a record of the template schema.
    fn properties(&mut self, owner: &str, record: &'a Node<'t>) -> Vec<Member<'t>> {
        let members = record.get("properties").and_then(Node::members);
        let mut properties = Vec::new();
        for property in members.unwrap_or_default() {
            let place = passed::on(owner, &property.key, &property.node);
            let schema = place
                .and_then(|place| self.handed_on(place))
                .unwrap_or_else(|| self.schema(owner, &property.node));
            properties.push(member(property.key.clone(), schema));
        }
        properties
    }

    /// The facts of the property that a value is handed on to.
    fn handed_on(&mut self, place: Place<'a>) -> Option<Node<'t>> {
        let schema = self.targets.property(place)?;
        Some(self.copy(place.type_name, schema))
    }

    /// A schema of the template schema. The depth is that of the text, which is limited.
    fn schema(&mut self, owner: &str, schema: &'a Node<'t>) -> Node<'t> {
        if let Some(name) = reference(schema) {
            let owner = Owner { of: None, name };
            return match self.definition(owner) {
                Some(schema) if !is_anything(schema) => self.refer(owner),
                _ => object(Vec::new()),
            };
        }
        let Some(members) = schema.members() else {
            return schema.clone();
        };
        let mut converted = Vec::new();
        for keyword in members {
            let node = match keyword.key.as_ref() {
                "properties" => object(self.properties(owner, schema)),
                "items" | "additionalProperties" => self.schema(owner, &keyword.node),
                "anyOf" => {
                    let mut branches = self.union(owner, &keyword.node);
                    // One that is anything leaves nothing to the others.
                    if branches.iter().any(is_anything) {
                        return object(Vec::new());
                    }
                    match branches.pop() {
                        Some(only) if branches.is_empty() && members.len() == 1 => return only,
                        last => branches.extend(last),
                    }
                    array(branches)
                }
                // Remarks of the tool that the schema was made with.
                remark if remark.starts_with("__") => continue,
                _ => keyword.node.clone(),
            };
            converted.push(member(keyword.key.clone(), node));
        }
        object(converted)
    }

    /// The alternatives. Any object, before others, is where an intrinsic function may stand; that
    /// goes without saying, and would let any object pass. Behind others it is an object.
    fn union(&mut self, owner: &str, branches: &'a Node<'t>) -> Vec<Node<'t>> {
        let branches = branches.elements().unwrap_or_default();
        let due = match branches {
            [first, rest @ ..] if !rest.is_empty() && is_any_object(first) => rest,
            all => all,
        };
        due.iter()
            .map(|branch| self.schema(owner, branch))
            .collect()
    }

    /// A schema of a type, with the names that its definitions have here.
    fn copy(&mut self, type_name: &'a str, schema: &'a Node<'t>) -> Node<'t> {
        let pointer = schema.get("$ref").and_then(Node::text);
        if let Some(name) = pointer.and_then(|pointer| pointer.strip_prefix("#/definitions/")) {
            let of = Some(type_name);
            return self.refer(Owner { of, name });
        }
        let value = match &schema.value {
            Value::Object(members) => Value::Object(
                members
                    .iter()
                    .map(|one| member(one.key.clone(), self.copy(type_name, &one.node)))
                    .collect(),
            ),
            Value::Array(elements) => Value::Array(
                elements
                    .iter()
                    .map(|one| self.copy(type_name, one))
                    .collect(),
            ),
            other => other.clone(),
        };
        Node { at: 0, value }
    }

    /// What changes of the properties do, by path.
    fn updates(&self, found: &Found<'_, '_>) -> BTreeMap<String, Replaces> {
        let own = Owner {
            of: None,
            name: found.properties,
        };
        let record = self.definition(own);
        let members = record
            .and_then(|record| record.get("properties"))
            .and_then(Node::members);
        let becomes = passed::becomes(found.type_name);
        let mut updates = BTreeMap::new();
        for property in members.unwrap_or_default() {
            let Some(place) = passed::update_of(found.type_name, &property.key, &property.node)
            else {
                continue;
            };
            let is_own = becomes == Some(place.type_name);
            for (below, replaces) in self.targets.replaces(place) {
                // What else the transform makes may be replaced without this.
                let replaces = if is_own { replaces } else { Replaces::Maybe };
                let path = format!("/properties/{}{below}", property.key);
                let known = updates.entry(path).or_insert(replaces);
                *known = replaces.max(*known);
            }
        }
        updates
    }

    /// What `Ref` and `Fn::GetAtt` give: what those of the resource that it becomes do.
    fn what_it_becomes(&mut self, type_name: &str, names: &HashSet<String>) -> Result<'t> {
        let mut result = Result::default();
        let Some(type_name) = passed::becomes(type_name) else {
            return result;
        };
        let Some(schema) = self.targets.schema(type_name) else {
            return result;
        };
        let paths = |key: &str| {
            let paths = schema.get(key).and_then(Node::elements).unwrap_or_default();
            paths.iter().filter_map(Node::text)
        };
        let own = schema.get("properties").and_then(Node::members);
        let mut attributes = Vec::new();
        for path in paths("readOnlyProperties") {
            let name = path.trim_start_matches("/properties/");
            let first = name.split('/').next().unwrap_or_default();
            let property = own.unwrap_or_default().iter().find(|own| own.key == first);
            let Some(property) = property else { continue };
            if names.contains(first) {
                // Both a property to set and an attribute to ask for.
                let schema = self.copy(type_name, &property.node);
                attributes.push(member(property.key.clone(), schema));
                continue;
            }
            result.read_only_paths.push(path.to_owned());
            if !result.read_only.iter().any(|known| known.key == first) {
                let schema = self.copy(type_name, &property.node);
                result.read_only.push(member(property.key.clone(), schema));
            }
        }
        let is_known = |path: &str| {
            let name = path.trim_start_matches("/properties/");
            names.contains(name) || result.read_only.iter().any(|known| known.key == name)
        };
        if paths("primaryIdentifier").all(is_known) {
            result.identifier = paths("primaryIdentifier").map(str::to_owned).collect();
        }
        let extension = schema
            .get("formwork")
            .and_then(|node| node.get("attributes"));
        for attribute in extension.and_then(Node::members).unwrap_or_default() {
            let schema = self.copy(type_name, &attribute.node);
            attributes.push(member(attribute.key.clone(), schema));
        }
        result.attributes = (!attributes.is_empty()).then(|| object(attributes));
        result
    }
}

/// Whether it demands nothing.
fn is_anything(schema: &Node<'_>) -> bool {
    schema.members().is_some_and(<[_]>::is_empty)
}

/// Whether it is an object of which no more is said.
fn is_any_object(schema: &Node<'_>) -> bool {
    let kind = schema.get("type").and_then(Node::text);
    kind == Some("object") && schema.members().is_some_and(|members| members.len() == 1)
}

/// The name without the module that the tool writes before it.
fn short(name: &str) -> &str {
    name.rsplit("__").next().unwrap_or(name)
}

/// `…__aws_serverless_http_api__Auth` -> `HttpApi`.
fn camel(name: &str) -> String {
    let module = name.rsplit("__").nth(1).unwrap_or_default();
    let words = module.trim_start_matches("aws_serverless_").split('_');
    words
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
