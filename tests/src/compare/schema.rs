//! A registry schema, as it stands in the file.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ptr;

use serde_json::Value;

use super::keywords::keywords;
use super::{Facts, Listed, Member, Node as AnyNode, Said, word};

/// Longer chains of references do not stand in published files.
const LONGEST_CHAIN: usize = 32;

/// A file, with its lists of pointers.
pub(super) struct Schema {
    pub(super) root: Value,
    lists: HashMap<&'static str, HashSet<String>>,
}

const LISTS: [&str; 7] = [
    "readOnlyProperties",
    "writeOnlyProperties",
    "createOnlyProperties",
    "conditionalCreateOnlyProperties",
    "deprecatedProperties",
    "nonPublicProperties",
    "nonPublicDefinitions",
];

impl Schema {
    pub(super) fn new(root: Value) -> Self {
        let list = |name: &'static str| {
            let pointers = root[name].as_array().into_iter().flatten();
            let pointers = pointers.filter_map(Value::as_str).map(str::to_owned);
            (name, pointers.collect())
        };
        let lists = LISTS.map(list).into_iter().collect();
        Self { root, lists }
    }

    pub(super) fn has(&self, list: &str, path: &[String]) -> bool {
        let pointer = format!("/properties/{}", path.join("/"));
        self.lists
            .get(list)
            .is_some_and(|pointers| pointers.contains(&pointer))
    }

    /// The pointers that lead on from a path.
    fn below(&self, path: &[String]) -> Listed<'_> {
        let start = format!("/properties/{}", path.join("/"));
        let mut below = Listed::new();
        for (name, pointers) in &self.lists {
            let rests = pointers
                .iter()
                .filter_map(|pointer| pointer.strip_prefix(&start));
            let rests = rests.filter(|rest| rest.is_empty() || rest.starts_with('/'));
            below.extend(rests.map(|rest| (*name, rest)));
        }
        below
    }

    pub(super) fn list(&self, list: &str) -> impl Iterator<Item = &String> {
        self.lists.get(list).into_iter().flatten()
    }

    pub(super) fn body(&self) -> Node<'_> {
        Node {
            file: self,
            value: &self.root,
        }
    }

    fn update(&self, path: &[String]) -> &'static str {
        let handlers = self.root["handlers"].as_object();
        let is_fixed = handlers
            .is_some_and(|handlers| !handlers.is_empty() && !handlers.contains_key("update"));
        if is_fixed || self.has("createOnlyProperties", path) {
            "replacement"
        } else if self.has("conditionalCreateOnlyProperties", path) {
            "may be replaced"
        } else {
            "no interruption"
        }
    }
}

/// A value that a registry schema describes.
#[derive(Clone, Copy)]
pub(super) struct Node<'f> {
    file: &'f Schema,
    value: &'f Value,
}

impl<'f> Node<'f> {
    /// What `Fn::GetAtt` returns of a read-only property.
    pub(super) fn output(self, pointer: &str) -> Option<Self> {
        let mut node = self;
        for name in pointer.trim_start_matches("/properties/").split('/') {
            let layers = node.layers();
            let mut found = layers
                .iter()
                .filter_map(|layer| layer["properties"].get(name));
            node.value = found.next()?;
        }
        Some(node)
    }

    pub(super) fn listed(self, path: &[String]) -> Listed<'f> {
        self.file.below(path)
    }

    pub(super) fn address(self) -> usize {
        ptr::from_ref(self.value).addr()
    }

    /// The schema itself and those that it refers to, one through the other.
    fn layers(self) -> Vec<&'f Value> {
        let mut layers = vec![self.value];
        let mut next = self.target(self.value);
        while let Some(target) = next
            && layers.len() < LONGEST_CHAIN
        {
            layers.push(target);
            next = self.target(target);
        }
        layers
    }

    fn target(self, value: &Value) -> Option<&'f Value> {
        let reference = value["$ref"].as_str()?.strip_prefix('#')?;
        self.file.root.pointer(reference)
    }

    pub(super) fn said(self, path: &[String]) -> Said<'f> {
        let mut said = Said::default();
        let layers = self.layers();
        for layer in &layers {
            keywords(layer, &mut said.facts);
            for keyword in ["allOf", "anyOf", "oneOf"] {
                let Some(branches) = layer[keyword].as_array() else {
                    continue;
                };
                let nodes = branches
                    .iter()
                    .map(|value| AnyNode::Schema(Self { value, ..self }));
                said.branches.push((keyword, nodes.collect()));
            }
            said.element = said.element.or_else(|| self.element(layer));
        }
        let mut described: Vec<(String, &'f Value)> = Vec::new();
        for layer in &layers {
            self.properties(layer, 0, &mut described);
        }
        let required: BTreeSet<String> = layers
            .iter()
            .flat_map(|layer| self.required(layer, 0))
            .collect();
        // A list that can be set of elements in which nothing can be set is a mistake about the elements.
        let is_element = path.last().is_some_and(|step| step == "*");
        let is_hollow = is_element && !self.holds_input(path, &described);
        for (name, value) in described {
            let path: Vec<String> = path.iter().cloned().chain([name.clone()]).collect();
            if !self.is_input(&path, value) && !is_hollow {
                continue;
            }
            let node = AnyNode::Schema(Self { value, ..self });
            let member = said.members.entry(name.clone()).or_insert_with(|| Member {
                facts: self.beside(&path, required.contains(&name)),
                nodes: Vec::new(),
            });
            if !member
                .nodes
                .iter()
                .any(|known| known.address() == node.address())
            {
                member.nodes.push(node);
            }
        }
        if let Some(kind) = kind(&layers, &said) {
            word(&mut said.facts, "kind", kind);
        }
        said
    }

    /// Whether a template may set a property: it is not read-only, nor is all that is in it.
    fn is_input(self, path: &[String], value: &'f Value) -> bool {
        if self.file.has("createOnlyProperties", path) {
            return true;
        }
        let hidden = ["readOnlyProperties", "nonPublicProperties"];
        if hidden.iter().any(|list| self.file.has(list, path)) {
            return false;
        }
        let mut described = Vec::new();
        for layer in (Self { value, ..self }).layers() {
            self.properties(layer, 0, &mut described);
        }
        path.len() > LONGEST_CHAIN || described.is_empty() || self.holds_input(path, &described)
    }

    fn holds_input(self, path: &[String], described: &[(String, &'f Value)]) -> bool {
        described.iter().any(|(name, value)| {
            let path: Vec<String> = path.iter().cloned().chain([name.clone()]).collect();
            self.is_input(&path, value)
        })
    }

    fn beside(self, path: &[String], is_required: bool) -> Facts {
        let mut facts = Facts::new();
        if is_required {
            word(&mut facts, "required", "true");
        }
        word(&mut facts, "update", self.file.update(path));
        for (list, name) in [
            ("writeOnlyProperties", "writeOnly"),
            ("deprecatedProperties", "deprecated"),
        ] {
            if self.file.has(list, path) {
                word(&mut facts, name, "true");
            }
        }
        facts
    }

    fn element(self, layer: &'f Value) -> Option<AnyNode<'f>> {
        let patterns = layer["patternProperties"].as_object();
        let first = patterns.and_then(|patterns| patterns.values().next());
        let others = Some(&layer["additionalProperties"]).filter(|value| value.is_object());
        let is_list = layer["type"] != "object";
        let items = Some(&layer["items"]).filter(|value| is_list && value.is_object());
        let value = items.or(first).or(others)?;
        Some(AnyNode::Schema(Self { value, ..self }))
    }

    /// The properties of a schema and of its branches.
    fn properties(self, layer: &'f Value, depth: usize, into: &mut Vec<(String, &'f Value)>) {
        if depth > LONGEST_CHAIN {
            return;
        }
        let own = layer["properties"].as_object().into_iter().flatten();
        into.extend(own.map(|(name, value)| (name.clone(), value)));
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for branch in layer[keyword].as_array().into_iter().flatten() {
                self.properties(branch, depth + 1, into);
                if let Some(target) = self.target(branch) {
                    self.properties(target, depth + 1, into);
                }
            }
        }
    }

    /// The names that are required in any case.
    fn required(self, layer: &Value, depth: usize) -> BTreeSet<String> {
        let own = layer["required"].as_array().into_iter().flatten();
        let mut names: BTreeSet<String> =
            own.filter_map(Value::as_str).map(str::to_owned).collect();
        if depth > LONGEST_CHAIN {
            return names;
        }
        let of_branch = |branch: &Value| {
            let mut names = self.required(branch, depth + 1);
            if let Some(target) = self.target(branch) {
                names.extend(self.required(target, depth + 1));
            }
            names
        };
        for branch in layer["allOf"].as_array().into_iter().flatten() {
            names.extend(of_branch(branch));
        }
        for keyword in ["anyOf", "oneOf"] {
            let branches = layer[keyword].as_array().into_iter().flatten();
            let common = branches.map(of_branch).reduce(|one, other| &one & &other);
            names.extend(common.unwrap_or_default());
        }
        names
    }
}

/// The kind of value, where one schema states it by itself.
fn kind(layers: &[&Value], said: &Said<'_>) -> Option<&'static str> {
    let names: BTreeSet<&str> = layers
        .iter()
        .flat_map(|layer| match &layer["type"] {
            Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect::<Vec<_>>(),
        })
        .collect();
    let [name] = names.into_iter().collect::<Vec<_>>()[..] else {
        return None;
    };
    Some(match name {
        "string"
            if said.facts.get("format").is_some_and(|format| {
                format.contains("date-time") || format.contains("timestamp")
            }) =>
        {
            "timestamp"
        }
        "string" => "string",
        "integer" => "integer",
        "number" => "number",
        "boolean" => "boolean",
        "array" => "list",
        _ if !said.members.is_empty() => "object",
        _ if said.element.is_some() => "map",
        // Free, closed and empty, or what branches make of it.
        _ => return None,
    })
}
