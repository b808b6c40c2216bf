//! The facts that a model states and a table has to hold.

use std::collections::HashSet;

use formwork_specs::ResourceType;
use formwork_specs::model::{
    Additional, JsonType, Limits, Literal, Number, Property, PropertyPath, ReplacementStrategy,
    Schema, Tagging, Update,
};

use super::walk::each_schema;
use super::{Facts, curated};

/// Every fact of a type that has a place in its table.
pub(super) fn facts(resource: &ResourceType) -> Facts {
    let mut facts = Collector(Facts::new());
    facts.state("", "typeName", resource.name.as_str());
    facts.optional("", "documentation", resource.documentation.as_deref());
    facts.optional("", "asOf", resource.as_of.as_deref());
    facts.list(
        "",
        "primaryIdentifier",
        &identifier(&resource.primary_identifier),
    );
    let attributes: Vec<_> = resource
        .attributes
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    facts.list("", "attributes", &attributes);
    if resource.handlers.is_some_and(|handlers| !handlers.update) {
        facts.state("", "updateHandler", "false");
    }
    if resource.replacement == ReplacementStrategy::DeleteThenCreate {
        facts.state("", "replacement", "delete_then_create");
    }
    for scoped in &resource.scoped_updates {
        facts.state(&pointer(&scoped.path), "scopedUpdates", word(scoped.update));
    }
    for (role, paths) in resource.scoped_roles.named() {
        for path in paths {
            facts.state(&format!("{role} {}", pointer(path)), "scopedRoles", "true");
        }
    }
    for (path, expression) in &resource.property_transforms {
        facts.state(&pointer(path), "propertyTransforms", expression);
    }
    let identifiers = resource.additional_identifiers.iter();
    let identifiers: Vec<String> = identifiers
        .map(|paths| identifier(paths).join(", "))
        .collect();
    facts.list("", "additionalIdentifiers", &identifiers);
    if let Some(tagging) = &resource.tagging {
        facts.state("", "tagging", self::tagging(tagging));
    }
    for (at, keyword, said) in curated::facts(&resource.curated) {
        facts.state(&at, keyword, said);
    }
    for attribute in &resource.attributes {
        facts.schema(&format!("attributes/{}", attribute.name), &attribute.schema);
    }
    facts.schema("definitions/", &resource.body);
    let reached = reached(resource);
    let definitions = resource.definitions.iter();
    let definitions: Vec<_> = definitions
        .filter(|one| reached.contains(one.name.as_str()))
        .collect();
    let names: Vec<_> = definitions.iter().map(|one| one.name.as_str()).collect();
    facts.list("", "definitions", &names);
    for definition in definitions {
        facts.schema(
            &format!("definitions/{}", definition.name),
            &definition.schema,
        );
    }
    facts.0
}

/// A path as a JSON pointer.
pub(super) fn pointer(path: &PropertyPath) -> String {
    let steps = path.0.iter();
    let steps = steps.map(|step| step.replace('~', "~0").replace('/', "~1"));
    format!("/{}", steps.collect::<Vec<_>>().join("/"))
}

/// The properties of an identifier, each as a pointer without its first slash.
pub(super) fn identifier(paths: &[PropertyPath]) -> Vec<String> {
    let pointers = paths.iter().map(pointer);
    pointers
        .map(|pointer| pointer.split_at(1).1.to_owned())
        .collect()
}

/// What holds of tags, in words.
fn tagging(tagging: &Tagging) -> String {
    let flags = [
        ("taggable", tagging.taggable),
        ("tagOnCreate", tagging.on_create),
        ("tagUpdatable", tagging.updatable),
        ("cloudFormationSystemTags", tagging.system_tags),
    ];
    let flags = flags.iter().filter(|(_, holds)| !holds);
    let mut words: Vec<String> = flags.map(|(word, _)| format!("{word}=false")).collect();
    words.extend(
        tagging
            .property
            .iter()
            .map(|path| format!("tagProperty={}", pointer(path))),
    );
    words.join(" | ")
}

/// The names of the definitions that something in the body or in an attribute refers to.
fn reached(resource: &ResourceType) -> HashSet<&str> {
    let mut reached = HashSet::new();
    let mut waiting = vec![&resource.body];
    waiting.extend(
        resource
            .attributes
            .iter()
            .map(|attribute| &attribute.schema),
    );
    while let Some(schema) = waiting.pop() {
        each_schema(schema, &mut |schema| {
            if let Some(name) = &schema.reference
                && reached.insert(name.as_str())
            {
                let mut definitions = resource.definitions.iter();
                waiting.extend(
                    definitions
                        .find(|one| one.name == *name)
                        .map(|one| &one.schema),
                );
            }
        });
    }
    reached
}

struct Collector(Facts);

impl Collector {
    fn state(&mut self, at: &str, keyword: &'static str, value: impl Into<String>) {
        self.0.insert((at.to_owned(), keyword), value.into());
    }

    fn optional(&mut self, at: &str, keyword: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.state(at, keyword, value);
        }
    }

    fn list<T: AsRef<str>>(&mut self, at: &str, keyword: &'static str, values: &[T]) {
        if !values.is_empty() {
            let values: Vec<_> = values.iter().map(AsRef::as_ref).collect();
            self.state(at, keyword, values.join(" | "));
        }
    }

    fn schema(&mut self, at: &str, schema: &Schema) {
        self.optional(at, "$ref", schema.reference.as_deref());
        let types: Vec<_> = schema.types.iter().map(|one| type_word(*one)).collect();
        self.list(at, "type", &types);
        self.list(at, "readOnly", &schema.read_only);
        self.members(at, schema);
        if let Some(items) = &schema.items {
            self.nested(at, "items", items);
        }
        self.branches(at, "prefixItems", &schema.prefix_items);
        self.limits(at, &schema.limits);
        self.branches(at, "allOf", &schema.all_of);
        self.branches(at, "anyOf", &schema.any_of);
        self.branches(at, "oneOf", &schema.one_of);
        if let Some(not) = &schema.not {
            self.nested(at, "not", not);
        }
        if let Some(conditional) = &schema.conditional {
            self.nested(at, "if", &conditional.condition);
            for (keyword, branch) in [
                ("then", &conditional.then),
                ("else", &conditional.otherwise),
            ] {
                if let Some(branch) = branch {
                    self.nested(at, keyword, branch);
                }
            }
        }
        self.dependencies(at, schema);
    }

    fn nested(&mut self, at: &str, keyword: &'static str, schema: &Schema) {
        self.state(at, keyword, "a schema");
        self.schema(&format!("{at}/{keyword}"), schema);
    }

    fn branches(&mut self, at: &str, keyword: &'static str, branches: &[Schema]) {
        if !branches.is_empty() {
            self.state(at, keyword, format!("{} schemas", branches.len()));
        }
        for (index, branch) in branches.iter().enumerate() {
            self.schema(&format!("{at}/{keyword}/{index}"), branch);
        }
    }

    fn members(&mut self, at: &str, schema: &Schema) {
        let names: Vec<_> = schema
            .properties
            .iter()
            .map(|property| &property.name)
            .collect();
        self.list(at, "properties", &names);
        for property in &schema.properties {
            self.property(&format!("{at}/properties/{}", property.name), property);
        }
        self.list(at, "required", &schema.required);
        let patterns: Vec<_> = schema
            .pattern_properties
            .iter()
            .map(|(pattern, _)| pattern)
            .collect();
        self.list(at, "patternProperties", &patterns);
        for (pattern, member) in &schema.pattern_properties {
            let at = format!("{at}/patternProperties/{pattern}");
            self.schema(&at, member);
            let meaning = member
                .limits
                .key_meaning
                .as_ref()
                .or(schema.limits.key_meaning.as_ref());
            self.optional(&at, "keyMeaning", meaning.map(String::as_str));
        }
        match &schema.additional {
            Additional::Unstated => {}
            Additional::Allowed => self.state(at, "additionalProperties", "true"),
            Additional::Denied => self.state(at, "additionalProperties", "false"),
            Additional::Schema(member) => self.nested(at, "additionalProperties", member),
        }
    }

    fn property(&mut self, at: &str, property: &Property) {
        self.schema(at, &property.schema);
        if property.update != Update::Mutable {
            self.state(at, "update", word(property.update));
        }
        for (keyword, holds) in [
            ("writeOnly", property.write_only),
            ("secret", property.secret && !property.write_only),
            ("deprecated", property.deprecated),
        ] {
            if holds {
                self.state(at, keyword, "true");
            }
        }
    }

    fn dependencies(&mut self, at: &str, schema: &Schema) {
        let dependencies = &schema.dependencies;
        let mut lists = |keyword: &'static str, entries: &[(String, Vec<String>)]| {
            for (name, others) in entries {
                self.state(&format!("{at}/{name}"), keyword, others.join(" | "));
            }
        };
        lists("dependentRequired", &dependencies.required);
        lists("dependentExcluded", &dependencies.excluded);
        for (name, schema) in &dependencies.schemas {
            let at = format!("{at}/{name}");
            self.nested(&at, "dependentSchemas", schema);
        }
        let groups = [
            ("requiredXor", &dependencies.exactly_one),
            ("requiredOr", &dependencies.at_least_one),
        ];
        for (keyword, groups) in groups {
            let groups: Vec<_> = groups.iter().map(|names| names.join(", ")).collect();
            self.list(at, keyword, &groups);
        }
    }

    fn limits(&mut self, at: &str, limits: &Limits) {
        let literals = |values: &[Literal]| values.iter().map(text).collect::<Vec<_>>();
        self.list(at, "enum", &literals(&limits.allowed));
        self.list(
            at,
            "enumCaseInsensitive",
            &literals(&limits.allowed_ignoring_case),
        );
        self.list(at, "const", &literals(limits.constant.as_slice()));
        self.list(at, "default", &literals(limits.default.as_slice()));
        if let Some(pattern) = &limits.pattern {
            self.state(at, "pattern", &pattern.expression);
            self.optional(at, "patternMeaning", pattern.meaning.as_deref());
        }
        for (keyword, count) in [
            ("minLength", limits.min_length),
            ("maxLength", limits.max_length),
            ("minItems", limits.min_items),
            ("maxItems", limits.max_items),
            ("minProperties", limits.min_properties),
            ("maxProperties", limits.max_properties),
        ] {
            self.list(at, keyword, count.map(|count| count.to_string()).as_slice());
        }
        for (keyword, number) in [
            ("minimum", &limits.minimum),
            ("maximum", &limits.maximum),
            ("exclusiveMinimum", &limits.exclusive_minimum),
            ("exclusiveMaximum", &limits.exclusive_maximum),
            ("multipleOf", &limits.multiple_of),
        ] {
            self.optional(
                at,
                keyword,
                number.as_ref().map(|Number(text)| text.as_str()),
            );
        }
        if limits.unique_items {
            self.state(at, "uniqueItems", "true");
        }
        if limits.unordered {
            self.state(at, "insertionOrder", "false");
        }
        if limits.ordered {
            self.state(at, "insertionOrder", "true");
        }
        self.list(at, "uniqueKeys", &limits.unique_keys);
        self.optional(at, "format", limits.format.as_deref());
        if let Some(other) = &limits.relationship {
            let value = format!("{} {}", other.type_name, other.property_path);
            self.state(at, "relationshipRef", value);
        }
        self.optional(at, "source", limits.source.as_deref());
    }
}

fn word(update: Update) -> &'static str {
    match update {
        Update::Mutable => "Mutable",
        Update::Conditional => "Conditional",
        Update::Immutable => "Immutable",
    }
}

fn type_word(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::String => "string",
        JsonType::Integer => "integer",
        JsonType::Number => "number",
        JsonType::Boolean => "boolean",
        JsonType::Object => "object",
        JsonType::Array => "array",
        JsonType::Null => "null",
    }
}

/// A value as compact text, in which both sides are compared.
pub(super) fn text(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Bool(value) => value.to_string(),
        Literal::Number(Number(text)) => text.clone(),
        Literal::String(text) => format!("{text:?}"),
        Literal::Array(items) => format!("{:?}", items.iter().map(text).collect::<Vec<_>>()),
        Literal::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| (name.as_str(), text(value)));
            format!("{:?}", members.collect::<Vec<_>>())
        }
    }
}
