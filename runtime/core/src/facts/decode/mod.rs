//! From the text in a [`SpecCell`](super::SpecCell) to tables.
//!
//! The text is written by `formwork_specs::facts`, whose page lists every key. It is no input from outside, so
//! there is nothing to report; that each key is known to both sides is a test over every type.
//!
//! Tables live as long as the program: they are read once per resource type from a `static`. Their texts are
//! parts of the text, except those that hold escapes.

mod constraints;
mod rules;
mod schema;
mod type_spec;

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{
    AttributeSpec, JsonType, RecordSpec, ResourceSpec, ScopedRoles, TaggingSpec, TypeSet,
    UpdateBehavior,
};
use crate::document::{Content, Document, NodeRef};
use crate::text::pointer;

/// Everything read from one text.
pub(super) struct Tables {
    pub(super) resource: &'static ResourceSpec,
    pub(super) records: Vec<&'static RecordSpec>,
}

/// Reads a text. A text that is no JSON, which the generator never writes, gives a resource without
/// properties.
pub(super) fn tables(text: &'static str) -> Tables {
    match Document::from_json(text) {
        Ok(document) => Reader::new(&document).read(),
        Err(_) => tables("{}"),
    }
}

struct Reader<'d> {
    document: &'d Document<'static>,
    definitions: Vec<NodeRef<'d>>,
    records: Vec<&'static RecordSpec>,
    /// The page of the resource, and what stands before the name of a property in its anchors.
    page: &'static str,
    anchor: String,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document<'static>) -> Self {
        let definitions = document
            .root()
            .get("definitions")
            .into_iter()
            .flat_map(NodeRef::members);
        let mut reader = Self {
            document,
            definitions: definitions.clone().map(|member| member.value).collect(),
            records: Vec::new(),
            page: "",
            anchor: "#cfn-".to_owned(),
        };
        reader.page = reader.text(document.root().get("documentation"));
        let type_name = reader.text(document.root().get("typeName"));
        for part in type_name.split("::").skip(1) {
            reader.anchor += &part.to_lowercase();
            reader.anchor.push('-');
        }
        let own_name = type_name.rsplit("::").next().unwrap_or_default();
        for member in definitions {
            let name = reader.document.lasting_text(member.key_node);
            let name = if name.is_empty() { own_name } else { name };
            reader.records.push(leak(RecordSpec {
                name,
                schema: OnceLock::new(),
            }));
        }
        reader
    }

    fn read(self) -> Tables {
        self.fill();
        let root = self.records.first().copied();
        let root = root.unwrap_or_else(|| {
            leak(RecordSpec {
                name: "",
                schema: OnceLock::new(),
            })
        });
        self.resource(root)
    }

    fn fill(&self) {
        for (index, (record, node)) in self.records.iter().zip(&self.definitions).enumerate() {
            let anchor = (index == 0 && !self.page.is_empty()).then_some(self.anchor.as_str());
            let mut schema = self.schema(*node, anchor);
            // The resource is a record also where it lists no property.
            if index == 0 || node.get("properties").is_some() {
                schema.beside = self.beside(*node);
            }
            // A cell is filled once: each definition has its own.
            let _ = record.schema.set(leak(schema));
        }
    }

    fn resource(self, root: &'static RecordSpec) -> Tables {
        let get = |key| self.document.root().get(key);
        let attributes = self
            .members(get("attributes"))
            .map(|(name, node)| AttributeSpec {
                name,
                ty: self.type_spec(node),
                schema: leak(self.schema(node, None)),
            });
        let primary_identifier = leak(self.texts(get("primaryIdentifier"))).as_slice();
        let ref_returns = get("refReturns").map(|names| leak(self.texts(Some(names))).as_slice());
        let update_rules = leak(self.update_rules(get("updateRules"))).as_slice();
        let others = get("additionalIdentifiers").into_iter();
        let others = others.flat_map(NodeRef::items);
        let others = others.map(|names| leak(self.texts(Some(names))).as_slice());
        let transforms = self.members(get("propertyTransforms"));
        let transforms = transforms.map(|(path, node)| (path, self.text(Some(node))));
        let resource = leak(ResourceSpec {
            type_name: self.text(get("typeName")),
            documentation: self.page,
            as_of: self.text(get("asOf")),
            properties: root.properties(),
            attributes: leak(attributes.collect::<Vec<_>>()),
            primary_identifier,
            ref_returns: ref_returns.unwrap_or(primary_identifier),
            additional_identifiers: leak(others.collect::<Vec<_>>()),
            tagging: get("tagging").map(|node| self.tagging(node)),
            property_transforms: leak(transforms.collect::<Vec<_>>()),
            updatable: !is(get("updateHandler"), false),
            deletes_before_replacing: get("replacement").is_some(),
            update_rules,
            updates: leak(self.update_tree(get("scopedUpdates"), get("updateWords"), update_rules)),
            scoped_roles: self.scoped_roles(get("scopedRoles")),
            custom_names: leak(self.custom_names(get("customNames"))),
            has_secrets: self.has_secrets(),
            root,
        });
        Tables {
            resource,
            records: self.records,
        }
    }

    fn has_secrets(&self) -> bool {
        let mut properties = self.records.iter().flat_map(|record| record.properties());
        properties.any(|property| property.secret)
    }

    fn scoped_roles(&self, node: Option<NodeRef<'d>>) -> ScopedRoles {
        let paths = |role| {
            let list = node.and_then(|node| node.get(role));
            list.map_or(&[][..], |list| leak(self.texts(Some(list))).as_slice())
        };
        ScopedRoles {
            read_only: paths("readOnly"),
            non_public: paths("nonPublic"),
            write_only: paths("writeOnly"),
            deprecated: paths("deprecated"),
        }
    }

    fn tagging(&self, node: NodeRef<'d>) -> TaggingSpec {
        TaggingSpec {
            taggable: !is(node.get("taggable"), false),
            on_create: !is(node.get("tagOnCreate"), false),
            updatable: !is(node.get("tagUpdatable"), false),
            system_tags: !is(node.get("cloudFormationSystemTags"), false),
            property: self.some_text(node.get("tagProperty")),
        }
    }

    fn members(
        &self,
        object: Option<NodeRef<'d>>,
    ) -> impl Iterator<Item = (&'static str, NodeRef<'d>)> + use<'_, 'd> {
        let members = object.into_iter().flat_map(NodeRef::members);
        members.map(|member| (self.document.lasting_text(member.key_node), member.value))
    }

    fn some_text(&self, node: Option<NodeRef<'d>>) -> Option<&'static str> {
        node.map(|node| self.document.lasting_text(node))
    }

    fn text(&self, node: Option<NodeRef<'d>>) -> &'static str {
        self.some_text(node).unwrap_or_default()
    }

    fn texts(&self, list: Option<NodeRef<'d>>) -> Vec<&'static str> {
        let items = list.into_iter().flat_map(NodeRef::items);
        items.map(|node| self.document.lasting_text(node)).collect()
    }
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// The name that a segment of a path stands for.
fn name(segment: &'static str) -> &'static str {
    match pointer::unescape(segment) {
        Cow::Borrowed(name) => name,
        Cow::Owned(name) => name.leak(),
    }
}

fn is(node: Option<NodeRef<'_>>, value: bool) -> bool {
    matches!(node.map(NodeRef::content), Some(Content::Bool(found)) if found == value)
}

fn index(node: NodeRef<'_>) -> Option<usize> {
    node.text()?.parse().ok()
}

fn update(node: Option<NodeRef<'_>>) -> UpdateBehavior {
    match node.and_then(NodeRef::text) {
        Some("Immutable") => UpdateBehavior::Immutable,
        Some("Conditional") => UpdateBehavior::Conditional,
        _ => UpdateBehavior::Mutable,
    }
}

/// One type, or a list of them.
fn types(node: Option<NodeRef<'_>>) -> TypeSet {
    let mut types = TypeSet::default();
    let one = node.and_then(NodeRef::text);
    let several = node
        .into_iter()
        .flat_map(NodeRef::items)
        .filter_map(NodeRef::text);
    for name in one.into_iter().chain(several) {
        match name {
            "string" => types.add(JsonType::String),
            "integer" => types.add(JsonType::Integer),
            "number" => types.add(JsonType::Number),
            "boolean" => types.add(JsonType::Boolean),
            "object" => types.add(JsonType::Object),
            "array" => types.add(JsonType::Array),
            "null" => types.add(JsonType::Null),
            _ => {}
        }
    }
    types
}
