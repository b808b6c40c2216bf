//! From the text in a [`SpecCell`](super::SpecCell) to tables.
//!
//! The text is written by `formwork-codegen` and holds JSON Schema's vocabulary, with references as numbers
//! of definitions, and a few keys of our own on properties: `update`, `writeOnly`, `deprecated`,
//! `documentation`, `shape`. It is no input from outside, so there is nothing to report; a key that is not
//! known is passed over.
//!
//! Tables live as long as the program: they are read once per resource type from a `static`.

use std::sync::OnceLock;

use super::{
    Additional, AttributeSpec, Combined, Constraints, JsonType, Pattern, PropertySpec, RecordSpec,
    ResourceSpec, Schema, ScopedUpdate, TypeSet, TypeSpec, UpdateBehavior,
};
use crate::Json;
use crate::document::{Content, Document, NodeRef};

/// Everything read from one text.
#[derive(Debug)]
pub(super) struct Tables {
    pub(super) resource: &'static ResourceSpec,
    pub(super) records: Vec<&'static RecordSpec>,
}

type Node = NodeRef<'static>;

/// Reads a text. A text that is no JSON, which the generator never writes, gives a resource without
/// properties.
pub(super) fn tables(text: &'static str) -> Tables {
    let document = Document::from_json(text).ok();
    let Some(document) = document else {
        let root = leak(RecordSpec { name: "", schema: OnceLock::from(Schema::default()) });
        return Reader::new(None, Vec::new()).resource(root);
    };
    let document: &'static Document<'static> = leak(document);
    let node = document.root();
    let definitions: Vec<Node> = members(Some(node), "definitions").map(|(_, node)| node).collect();
    let type_name = string(node.get("typeName"));
    let records = members(Some(node), "definitions").map(|(name, _)| {
        let name = if name.is_empty() { type_name.rsplit("::").next().unwrap_or("") } else { name };
        leak(RecordSpec { name, schema: OnceLock::new() })
    });
    let records: Vec<&'static RecordSpec> = records.collect();
    let mut reader = Reader::new(Some(node), definitions);
    reader.records = records;
    reader.fill();
    let root = reader.records.first().copied();
    let root = root.unwrap_or_else(|| leak(RecordSpec { name: "", schema: OnceLock::new() }));
    reader.resource(root)
}

struct Reader {
    node: Option<Node>,
    definitions: Vec<Node>,
    records: Vec<&'static RecordSpec>,
    /// Page and anchor in front of the name of a top-level property.
    page: &'static str,
    anchor: String,
}

impl Reader {
    fn new(node: Option<Node>, definitions: Vec<Node>) -> Self {
        let get = |key| node.and_then(|node| node.get(key));
        let page = string(get("documentation"));
        let parts = string(get("typeName")).split("::").skip(1);
        let anchor = parts.fold("#cfn-".to_owned(), |anchor, part| anchor + &part.to_lowercase() + "-");
        Self { node, definitions, records: Vec::new(), page, anchor }
    }

    fn fill(&self) {
        for (index, (record, node)) in self.records.iter().zip(&self.definitions).enumerate() {
            let anchor = (index == 0 && !self.page.is_empty()).then_some(self.anchor.as_str());
            // A cell is filled once: each definition has its own.
            let _ = record.schema.set(self.schema(*node, anchor));
        }
    }

    fn resource(self, root: &'static RecordSpec) -> Tables {
        let get = |key| self.node.and_then(|node| node.get(key));
        let attributes = members(self.node, "attributes").map(|(name, node)| AttributeSpec {
            name,
            ty: self.type_spec(node),
        });
        let scoped = members(self.node, "scopedUpdates").map(|(path, node)| ScopedUpdate {
            path: path.split('/').skip(1).collect(),
            update: update(Some(node)),
        });
        let identifier = get("primaryIdentifier").map(strings).unwrap_or_default();
        let resource = leak(ResourceSpec {
            type_name: string(get("typeName")),
            documentation: self.page,
            properties: root.properties(),
            attributes: leak(attributes.collect::<Vec<_>>()),
            primary_identifier: leak(identifier),
            updatable: !is(get("updateHandler"), false),
            deletes_before_replacing: get("replacement").is_some(),
            scoped_updates: leak(scoped.collect::<Vec<_>>()),
            root,
        });
        Tables { resource, records: self.records }
    }

    /// `anchor` is given for the resource itself, whose properties have a place on its page.
    fn schema(&self, node: Node, anchor: Option<&str>) -> Schema {
        let constraints = constraints(node);
        let properties: Vec<PropertySpec> = {
            let required = node.get("required").map(strings).unwrap_or_default();
            let properties = members(Some(node), "properties");
            properties.map(|(name, node)| self.property(name, node, &required, anchor)).collect()
        };
        let properties: &'static [PropertySpec] = leak(properties);
        let mut by_name: Vec<u16> = (0..=u16::MAX).take(properties.len()).collect();
        by_name.sort_by_key(|&index| properties.get(usize::from(index)).map(|p| p.name));
        let additional = self.additional(node.get("additionalProperties"));
        let pattern_properties = members(Some(node), "patternProperties");
        let pattern_properties: Vec<_> = pattern_properties
            .map(|(expression, node)| {
                let meaning = node.get("keyMeaning").map(|node| string(Some(node)));
                (Pattern::new(expression, meaning), self.schema(node, None))
            })
            .collect();
        Schema {
            reference: node.get("$ref").and_then(|node| self.records.get(index(node)?).copied()),
            types: types(node.get("type")),
            describes_members: !properties.is_empty()
                || !pattern_properties.is_empty()
                || !matches!(additional, Additional::Allowed),
            properties,
            by_name,
            required: node.get("required").map(strings).unwrap_or_default(),
            pattern_properties,
            additional,
            items: node.get("items").map(|node| Box::new(self.schema(node, None))),
            prefix_items: self.schemas(node.get("prefixItems")),
            limits: constraints.limits(),
            constraints,
            combined: self.combined(node),
        }
    }

    fn property(
        &self,
        name: &'static str,
        node: Node,
        required: &[&str],
        anchor: Option<&str>,
    ) -> PropertySpec {
        let schema: &'static Schema = leak(self.schema(node, None));
        let documentation = match (node.get("documentation"), anchor) {
            (Some(written), _) => string(Some(written)),
            (None, Some(anchor)) => {
                let url = format!("{}{anchor}{}", self.page, name.to_lowercase());
                leak(url).as_str()
            }
            (None, None) => "",
        };
        PropertySpec {
            name,
            required: required.contains(&name),
            update: update(node.get("update")),
            ty: self.type_spec(node),
            constraints: &schema.constraints,
            documentation,
            write_only: is(node.get("writeOnly"), true),
            deprecated: is(node.get("deprecated"), true),
            schema,
        }
    }

    fn additional(&self, node: Option<Node>) -> Additional {
        match node.map(|node| (node, node.content())) {
            Some((_, Content::Bool(false))) => Additional::Denied,
            Some((node, Content::Object(_))) => Additional::Schema(Box::new(self.schema(node, None))),
            _ => Additional::Allowed,
        }
    }

    fn schemas(&self, node: Option<Node>) -> Vec<Schema> {
        let items = node.into_iter().flat_map(Node::items);
        items.map(|node| self.schema(node, None)).collect()
    }

    fn combined(&self, node: Node) -> Option<Box<Combined>> {
        const KEYS: [&str; 10] = [
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "dependentRequired",
            "dependentExcluded",
            "dependentSchemas",
            "requiredXor",
            "requiredOr",
        ];
        if !node.members().any(|member| KEYS.contains(&member.key)) {
            return None;
        }
        let one = |key| node.get(key).map(|node| self.schema(node, None));
        let lists = |key| members(Some(node), key).map(|(name, node)| (name, strings(node)));
        let groups = |key| {
            let groups = node.get(key).into_iter().flat_map(Node::items);
            groups.map(strings).collect()
        };
        let needs_schema = members(Some(node), "dependentSchemas");
        Some(Box::new(Combined {
            all_of: self.schemas(node.get("allOf")),
            any_of: self.schemas(node.get("anyOf")),
            one_of: self.schemas(node.get("oneOf")),
            not: one("not"),
            condition: one("if"),
            then: one("then"),
            otherwise: one("else"),
            needs: lists("dependentRequired").collect(),
            excludes: lists("dependentExcluded").collect(),
            needs_schema: needs_schema.map(|(name, node)| (name, self.schema(node, None))).collect(),
            exactly_one: groups("requiredXor"),
            at_least_one: groups("requiredOr"),
        }))
    }

    /// The Rust-facing type. `shape` overrides what the schema alone would say.
    fn type_spec(&self, node: Node) -> TypeSpec {
        let mut node = node;
        // Aliases of aliases end: a chain longer than all definitions would be a circle.
        for _ in 0..=self.definitions.len() {
            if node.get("shape").is_some() {
                return TypeSpec::Json;
            }
            let Some(target) = node.get("$ref").and_then(index) else {
                break;
            };
            let (Some(record), Some(definition)) =
                (self.records.get(target), self.definitions.get(target))
            else {
                return TypeSpec::Json;
            };
            if definition.get("properties").is_some() && definition.get("shape").is_none() {
                return TypeSpec::Record(record);
            }
            node = *definition;
        }
        self.plain_type(node)
    }

    fn plain_type(&self, node: Node) -> TypeSpec {
        let types = types(node.get("type"));
        let is_time = matches!(
            node.get("format").map(|node| string(Some(node))),
            Some("date-time" | "timestamp")
        );
        if types.is_only(JsonType::String) {
            return if is_time { TypeSpec::Timestamp } else { TypeSpec::String };
        }
        if types.is_only(JsonType::Integer) {
            return TypeSpec::Integer;
        }
        if types.is_only(JsonType::Boolean) {
            return TypeSpec::Boolean;
        }
        if types.names(JsonType::Number) && !types.names(JsonType::String) {
            return TypeSpec::Number;
        }
        if types.is_only(JsonType::Array) {
            let element = node.get("items").map_or(TypeSpec::Json, |node| self.type_spec(node));
            return TypeSpec::List(leak(element));
        }
        let element = members(Some(node), "patternProperties").map(|(_, node)| node).next();
        let element = element.or_else(|| {
            let additional = node.get("additionalProperties")?;
            matches!(additional.content(), Content::Object(_)).then_some(additional)
        });
        match element {
            Some(element) if types.is_only(JsonType::Object) => {
                TypeSpec::Map(leak(self.type_spec(element)))
            }
            _ => TypeSpec::Json,
        }
    }
}

fn constraints(node: Node) -> Constraints {
    let number = |key| node.get(key).and_then(float);
    let count = |key| node.get(key).and_then(index).map(|count| count as u64);
    let values = |key| -> Vec<Json> {
        let items = node.get(key).into_iter().flat_map(Node::items);
        items.map(|node| node.to_json()).collect()
    };
    let meaning = node.get("patternMeaning").map(|node| string(Some(node)));
    let text = |key| node.get(key).map(|node| string(Some(node)));
    Constraints {
        allowed_values: values("enum"),
        allowed_values_ignoring_case: values("enumCaseInsensitive"),
        constant: node.get("const").map(|node| node.to_json()),
        pattern: text("pattern").map(|expression| Pattern::new(expression, meaning)),
        min_length: count("minLength"),
        max_length: count("maxLength"),
        minimum: number("minimum"),
        maximum: number("maximum"),
        exclusive_minimum: number("exclusiveMinimum"),
        exclusive_maximum: number("exclusiveMaximum"),
        multiple_of: number("multipleOf"),
        min_items: count("minItems"),
        max_items: count("maxItems"),
        unique_items: is(node.get("uniqueItems"), true),
        unique_keys: node.get("uniqueKeys").map(strings).unwrap_or_default(),
        unordered: is(node.get("insertionOrder"), false),
        min_properties: count("minProperties"),
        max_properties: count("maxProperties"),
        format: text("format"),
        default: node.get("default").map(|node| node.to_json()),
        source: text("source"),
    }
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn members(node: Option<Node>, key: &str) -> impl Iterator<Item = (&'static str, Node)> + use<> {
    let object = node.and_then(|node| node.get(key));
    let members = object.into_iter().flat_map(|object| object.members());
    members.map(|member| (member.key, member.value))
}

fn string(node: Option<Node>) -> &'static str {
    match node.map(|node| node.content()) {
        Some(Content::String(text)) => text,
        _ => "",
    }
}

fn strings(node: Node) -> Vec<&'static str> {
    node.items().map(|node| string(Some(node))).collect()
}

fn is(node: Option<Node>, value: bool) -> bool {
    matches!(node.map(|node| node.content()), Some(Content::Bool(found)) if found == value)
}

fn index(node: Node) -> Option<usize> {
    node.text()?.parse().ok()
}

fn float(node: Node) -> Option<f64> {
    node.text()?.parse().ok()
}

fn update(node: Option<Node>) -> UpdateBehavior {
    match string(node) {
        "Immutable" => UpdateBehavior::Immutable,
        "Conditional" => UpdateBehavior::Conditional,
        _ => UpdateBehavior::Mutable,
    }
}

fn types(node: Option<Node>) -> TypeSet {
    let mut types = TypeSet::default();
    let Some(node) = node else {
        return types;
    };
    let one = (!string(Some(node)).is_empty()).then(|| string(Some(node)));
    for name in one.into_iter().chain(strings(node)) {
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
