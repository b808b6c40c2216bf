//! Schemas: what is demanded of one value.

use super::{Reader, index, is, leak, types, update};
use crate::document::{Content, NodeRef};
use crate::facts::property_index::PropertyIndex;
use crate::facts::{
    Additional, Combined, Dependencies, FastAccept, JsonType, PropertySpec, Schema,
};
use crate::format::pattern::Pattern;

/// The keys of demands made of other demands, which few schemas make.
const COMBINING: [&str; 5] = ["allOf", "anyOf", "oneOf", "not", "if"];

/// The keys of demands that members make of each other.
const DEPENDING: [&str; 5] = [
    "dependentRequired",
    "dependentExcluded",
    "dependentSchemas",
    "requiredXor",
    "requiredOr",
];

/// The keys that say nothing of the value.
const FACTS: [&str; 12] = [
    "$ref",
    "update",
    "writeOnly",
    "secret",
    "deprecated",
    "documentation",
    "shape",
    "default",
    "insertionOrder",
    "keyMeaning",
    "relationshipRef",
    "source",
];

impl<'d> Reader<'d> {
    /// `anchor` is given for the resource itself, whose properties have a place on its page.
    pub(super) fn schema(&self, node: NodeRef<'d>, anchor: Option<&str>) -> Schema {
        let constraints = Box::new(self.constraints(node));
        let properties: Vec<PropertySpec> = {
            let required = self.texts(node.get("required"));
            let properties = self.members(node.get("properties"));
            properties
                .map(|(name, node)| self.property(name, node, &required, anchor))
                .collect()
        };
        let properties: &'static [PropertySpec] = leak(properties);
        let additional = self.additional(node.get("additionalProperties"));
        let pattern_properties = self.members(node.get("patternProperties"));
        let pattern_properties: Vec<_> = pattern_properties
            .map(|(expression, node)| {
                let meaning = self.some_text(node.get("keyMeaning"));
                (Pattern::new(expression, meaning), self.schema(node, None))
            })
            .collect();
        let reference = node.get("$ref");
        let reference = reference.and_then(|node| self.records.get(index(node)?).copied());
        let combined = self.combined(node);
        let types = types(node.get("type"));
        let dependencies = self.dependencies(node);
        let prefix_items = self.schemas(node.get("prefixItems"));
        let mut limits = constraints.limits();
        limits.together |= dependencies.is_some();
        limits.prefix = !prefix_items.is_empty();
        let is_compound = reference.is_some() || combined.is_some();
        Schema {
            fast_accept: if is_compound {
                FastAccept::default()
            } else {
                FastAccept::new(types, limits, &constraints, self.allowed_texts(node))
            },
            is_compound,
            is_plain: !is_compound && !limits.any && types.allows(JsonType::Object),
            is_alias: reference.is_some()
                && node.members().all(|member| FACTS.contains(&member.key)),
            reference,
            types,
            describes_members: !properties.is_empty()
                || !pattern_properties.is_empty()
                || !matches!(additional, Additional::Allowed),
            properties,
            beside: None,
            has_other_forms: false,
            names: PropertyIndex::new(properties),
            required: self.texts(node.get("required")).into(),
            read_only: self.texts(node.get("readOnly")).into(),
            pattern_properties,
            additional,
            items: node
                .get("items")
                .map(|node| Box::new(self.schema(node, None))),
            prefix_items,
            limits,
            constraints,
            combined,
            dependencies,
        }
    }

    fn property(
        &self,
        name: &'static str,
        node: NodeRef<'d>,
        required: &[&str],
        anchor: Option<&str>,
    ) -> PropertySpec {
        let mut schema = self.schema(node, None);
        schema.has_other_forms = self.has_other_forms(node);
        let schema: &'static Schema = leak(schema);
        let documentation = match (node.get("documentation"), anchor) {
            (Some(written), _) => self.text(Some(written)),
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
            constraints: self.all_limits(node, &schema.constraints),
            documentation,
            write_only: is(node.get("writeOnly"), true),
            secret: is(node.get("writeOnly"), true) || is(node.get("secret"), true),
            deprecated: is(node.get("deprecated"), true),
            schema,
        }
    }

    fn additional(&self, node: Option<NodeRef<'d>>) -> Additional {
        match node.map(|node| (node, node.content())) {
            Some((_, Content::Bool(false))) => Additional::Denied,
            Some((node, Content::Object(_))) => {
                Additional::Schema(Box::new(self.schema(node, None)))
            }
            _ => Additional::Allowed,
        }
    }

    fn allowed_texts(&self, node: NodeRef<'d>) -> Vec<&'static str> {
        let allowed = node.get("enum").into_iter().flat_map(NodeRef::items);
        let texts = allowed.filter(|node| matches!(node.content(), Content::String(_)));
        texts.map(|node| self.document.lasting_text(node)).collect()
    }

    fn schemas(&self, node: Option<NodeRef<'d>>) -> Vec<Schema> {
        let items = node.into_iter().flat_map(NodeRef::items);
        items.map(|node| self.schema(node, None)).collect()
    }

    fn combined(&self, node: NodeRef<'d>) -> Option<Box<Combined>> {
        if !has_any(node, &COMBINING) {
            return None;
        }
        let one = |key| node.get(key).map(|node| self.schema(node, None));
        Some(Box::new(Combined {
            all_of: self.schemas(node.get("allOf")),
            any_of: self.schemas(node.get("anyOf")),
            one_of: self.schemas(node.get("oneOf")),
            not: one("not"),
            condition: one("if"),
            then: one("then"),
            otherwise: one("else"),
        }))
    }

    fn dependencies(&self, node: NodeRef<'d>) -> Option<Box<Dependencies>> {
        if !has_any(node, &DEPENDING) {
            return None;
        }
        let lists = |key| {
            let lists = self.members(node.get(key));
            lists.map(|(name, node)| (name, self.texts(Some(node))))
        };
        let groups = |key| {
            let groups = node.get(key).into_iter().flat_map(NodeRef::items);
            groups.map(|node| self.texts(Some(node))).collect()
        };
        let needs_schema = self.members(node.get("dependentSchemas"));
        Some(Box::new(Dependencies {
            needs: lists("dependentRequired").collect(),
            excludes: lists("dependentExcluded").collect(),
            needs_schema: needs_schema
                .map(|(name, node)| (name, self.schema(node, None)))
                .collect(),
            exactly_one: groups("requiredXor"),
            at_least_one: groups("requiredOr"),
        }))
    }
}

pub(super) fn has_any(node: NodeRef<'_>, keys: &[&str]) -> bool {
    node.members().any(|member| keys.contains(&member.key))
}
