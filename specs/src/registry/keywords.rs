//! A property schema, keyword by keyword.

use crate::model::{
    Additional, Conditional, JsonType, Limits, Literal, Number, Pattern, Property, Relationship,
    Schema,
};
use crate::pattern::{self, PatternFault};
use crate::registry::references::References;
use crate::registry::{extension, quirks};
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::{Node, Value};
use crate::unknown;
use crate::visible::quoted;

/// Keywords that change nothing about which values are right, each with the reason why it may be
/// passed over. A keyword that is neither read nor listed here is a warning.
pub(crate) const IGNORED_KEYWORDS: &[(&str, &str)] = &[
    ("$comment", "a note to the authors of the schema"),
    ("$id", "names the schema itself"),
    ("id", "names the schema itself, in an old draft"),
    ("$schema", "names the meta-schema"),
    (
        "title",
        "a heading for the schema; types are named by their place",
    ),
    ("examples", "samples that bind nothing"),
    (
        "arrayType",
        "how the registry compares arrays of records internally",
    ),
    (
        "maxUniqueItems",
        "counts distinct elements, which nothing else does; `maxItems` stands beside it",
    ),
    (
        "definitions",
        "read at the root, where references look them up",
    ),
    (
        "$defs",
        "what is in it is read where something refers to it",
    ),
];

/// Keywords that are read, for the help on others.
pub(crate) const KEYWORDS: &[&str] = &[
    "$ref",
    "type",
    "description",
    "properties",
    "required",
    "patternProperties",
    "additionalProperties",
    "items",
    "prefixItems",
    "formwork",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "dependencies",
    "dependentRequired",
    "dependentExcluded",
    "dependentSchemas",
    "requiredXor",
    "requiredOr",
    "enum",
    "enumCaseInsensitive",
    "const",
    "pattern",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "uniqueItems",
    "uniqueKeys",
    "insertionOrder",
    "format",
    "default",
    "relationshipRef",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "definitions",
];

/// Whether a schema describes a value of its own, or is one of several demands on the same value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The schema of a property, an element, a member or a definition.
    Value,
    /// A branch of `oneOf`, `if` and the like: what it leaves unsaid is said elsewhere.
    Branch,
}

/// Reads schemas; what is wrong in them goes to `report`, what they refer to to `references`.
pub(crate) struct Reader<'a, 't> {
    pub(crate) report: &'a mut Report,
    pub(crate) references: &'a mut References<'t>,
}

impl<'t> Reader<'_, 't> {
    /// Reads one schema. Its depth is that of the JSON text, which is limited.
    pub(crate) fn schema(&mut self, node: &Node<'t>, at: &Pointer<'_>, role: Role) -> Schema {
        let mut schema = Schema::default();
        match &node.value {
            Value::Object(members) => {
                for member in members {
                    let at = at.name(&member.key);
                    self.keyword(&mut schema, &member.key, &member.node, &at);
                }
                self.finish(&mut schema, at, role);
            }
            Value::Bool(true) => {}
            Value::Bool(false) => schema.not = Some(Box::default()),
            _ => {
                let message = format!("a schema is an object, but {} stands here", node.kind());
                let help = "write `{ \"type\": \"string\" }`, for example";
                self.report
                    .error_with_help(at, message, Some(help.to_owned()));
            }
        }
        schema
    }

    /// Reads one keyword of a schema, or says that nobody knows it.
    fn keyword(&mut self, schema: &mut Schema, key: &str, node: &Node<'t>, at: &Pointer<'_>) {
        if !self.reads(schema, key, node, at) {
            unknown::tell("keyword", key, KEYWORDS, at, self.report);
        }
    }

    /// Reads one keyword of a schema; false if there is none of that name.
    pub(crate) fn reads(
        &mut self,
        schema: &mut Schema,
        key: &str,
        node: &Node<'t>,
        at: &Pointer<'_>,
    ) -> bool {
        self.structure(schema, key, node, at)
            || self.combination(schema, key, node, at)
            || self.dependency(schema, key, node, at)
            || self.limit(&mut schema.limits, key, node, at)
            || self.number_limit(&mut schema.limits, key, node, at)
            || IGNORED_KEYWORDS.iter().any(|(ignored, _)| *ignored == key)
    }

    fn structure(
        &mut self,
        schema: &mut Schema,
        key: &str,
        node: &Node<'t>,
        at: &Pointer<'_>,
    ) -> bool {
        match key {
            "$ref" => {
                if let Some(text) = self.text(node, at) {
                    schema.reference = self.references.resolve(&text, at, self.report);
                }
            }
            "type" => schema.types = self.types(node, at),
            "description" => {
                schema.description = self.text(node, at).filter(|text| !text.is_empty());
            }
            "properties" => {
                for (name, schema_of) in self.named_schemas(node, at, Role::Value) {
                    let property = Property {
                        name,
                        schema: schema_of,
                        ..Property::default()
                    };
                    schema.properties.push(property);
                }
                // `properties: {}` says as much as any other list of names.
                if schema.types.is_empty() && schema.properties.is_empty() {
                    schema.types.push(JsonType::Object);
                }
            }
            "required" => schema.required = self.required(node, at),
            "patternProperties" => {
                schema.pattern_properties = self.named_schemas(node, at, Role::Value);
                for (pattern, _) in &schema.pattern_properties {
                    self.check_pattern(pattern, &at.name(pattern));
                }
            }
            "additionalProperties" => {
                schema.additional = match &node.value {
                    Value::Bool(true) => Additional::Allowed,
                    Value::Bool(false) => Additional::Denied,
                    _ => Additional::Schema(Box::new(self.schema(node, at, Role::Value))),
                };
            }
            "items" if node.elements().is_some() => {
                self.report
                    .warning(at, "`items` is a list; it is read as `prefixItems`");
                schema.prefix_items = self.schemas(node, at, Role::Value);
            }
            "items" => schema.items = Some(Box::new(self.schema(node, at, Role::Value))),
            "prefixItems" => schema.prefix_items = self.schemas(node, at, Role::Branch),
            "formwork" => extension::read(&mut schema.limits, node, at, self.report),
            _ => return false,
        }
        true
    }

    fn combination(
        &mut self,
        schema: &mut Schema,
        key: &str,
        node: &Node<'t>,
        at: &Pointer<'_>,
    ) -> bool {
        match key {
            "allOf" => schema.all_of = self.schemas(node, at, Role::Branch),
            "anyOf" => schema.any_of = self.schemas(node, at, Role::Branch),
            "oneOf" => schema.one_of = self.schemas(node, at, Role::Branch),
            "not" => schema.not = Some(Box::new(self.schema(node, at, Role::Branch))),
            "if" => conditional(schema).condition = self.schema(node, at, Role::Branch),
            "then" => conditional(schema).then = Some(self.schema(node, at, Role::Branch)),
            "else" => conditional(schema).otherwise = Some(self.schema(node, at, Role::Branch)),
            _ => return false,
        }
        true
    }

    fn dependency(
        &mut self,
        schema: &mut Schema,
        key: &str,
        node: &Node<'t>,
        at: &Pointer<'_>,
    ) -> bool {
        let dependencies = &mut schema.dependencies;
        match key {
            "dependencies" => {
                for member in self.members(node, at) {
                    let at = at.name(&member.key);
                    let name = member.key.clone().into_owned();
                    if member.node.elements().is_some() {
                        dependencies
                            .required
                            .push((name, self.names(&member.node, &at)));
                    } else {
                        let demanded = self.schema(&member.node, &at, Role::Branch);
                        dependencies.schemas.push((name, demanded));
                    }
                }
            }
            "dependentRequired" => dependencies.required.extend(self.name_lists(node, at)),
            "dependentExcluded" => dependencies.excluded = self.name_lists(node, at),
            "dependentSchemas" => {
                dependencies
                    .schemas
                    .extend(self.named_schemas(node, at, Role::Branch));
            }
            "requiredXor" => dependencies.exactly_one = self.choices(node, at),
            "requiredOr" => dependencies.at_least_one = self.choices(node, at),
            _ => return false,
        }
        true
    }

    fn limit(&mut self, limits: &mut Limits, key: &str, node: &Node<'t>, at: &Pointer<'_>) -> bool {
        match key {
            "enum" => limits.allowed = self.allowed(node, at),
            "enumCaseInsensitive" => limits.allowed_ignoring_case = self.allowed(node, at),
            "const" => limits.constant = Some(literal(node)),
            "pattern" => {
                let meaning = limits.pattern.take().and_then(|pattern| pattern.meaning);
                limits.pattern = self.text(node, at).map(|expression| Pattern {
                    expression,
                    meaning,
                });
                if let Some(pattern) = &limits.pattern {
                    self.check_pattern(&pattern.expression, at);
                }
            }
            "minLength" => limits.min_length = self.count(node, at),
            "maxLength" => limits.max_length = self.count(node, at),
            "minItems" => limits.min_items = self.count(node, at),
            "maxItems" => limits.max_items = self.count(node, at),
            "minProperties" => limits.min_properties = self.count(node, at),
            "maxProperties" => limits.max_properties = self.count(node, at),
            "uniqueItems" => limits.unique_items = self.flag(node, at),
            "uniqueKeys" => limits.unique_keys = self.names(node, at),
            "insertionOrder" => {
                limits.ordered = self.flag(node, at);
                limits.unordered = !limits.ordered;
            }
            "format" => limits.format = self.text(node, at),
            "default" => limits.default = Some(literal(node)),
            "relationshipRef" => limits.relationship = self.relationship(node, at),
            _ => return false,
        }
        true
    }

    fn number_limit(
        &mut self,
        limits: &mut Limits,
        key: &str,
        node: &Node<'t>,
        at: &Pointer<'_>,
    ) -> bool {
        match (key, &node.value) {
            // The draft before the one in use wrote a flag beside the limit.
            ("exclusiveMinimum", Value::Bool(exclusive)) => {
                if *exclusive {
                    limits.exclusive_minimum = limits.minimum.take();
                }
            }
            ("exclusiveMaximum", Value::Bool(exclusive)) => {
                if *exclusive {
                    limits.exclusive_maximum = limits.maximum.take();
                }
            }
            ("minimum", _) => limits.minimum = self.number(node, at),
            ("maximum", _) => limits.maximum = self.number(node, at),
            ("exclusiveMinimum", _) => limits.exclusive_minimum = self.number(node, at),
            ("exclusiveMaximum", _) => limits.exclusive_maximum = self.number(node, at),
            ("multipleOf", _) => limits.multiple_of = self.step(node, at),
            _ => return false,
        }
        true
    }

    /// What can be said only when all keywords are known.
    pub(crate) fn finish(&mut self, schema: &mut Schema, at: &Pointer<'_>, role: Role) {
        for property in &mut schema.properties {
            property.required = schema.required.contains(&property.name);
        }
        let names_members = !schema.properties.is_empty() || !schema.pattern_properties.is_empty();
        if names_members && schema.additional == Additional::Unstated {
            schema.additional = match role {
                Role::Value => Additional::Denied,
                Role::Branch => Additional::Allowed,
            };
        }
        if schema.reference.is_some() && !names_members && schema.additional == Additional::Denied {
            // The members are those of the reference; a list of none would refuse them all.
            schema.additional = Additional::Unstated;
        }
        quirks::mend(schema, at, self.report);
    }

    fn types(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Vec<JsonType> {
        let names = match &node.value {
            Value::Array(elements) => {
                if elements.is_empty() {
                    let message = "`type` is an empty list, which allows no value";
                    let help = "name at least one type, or leave `type` out".to_owned();
                    self.report.error_with_help(at, message, Some(help));
                }
                self.names(node, at)
            }
            _ => self.text(node, at).into_iter().collect(),
        };
        let mut types = Vec::new();
        for name in names {
            match JsonType::ALL.into_iter().find(|known| known.name() == name) {
                Some(json_type) if !types.contains(&json_type) => types.push(json_type),
                Some(_) => {}
                None => {
                    let known = JsonType::ALL.map(JsonType::name);
                    let help = suggest::help("a type", &name, known);
                    self.report.error_with_help(
                        at,
                        format!("{} is no type of JSON", quoted(&name)),
                        help,
                    );
                }
            }
        }
        types
    }

    /// Warns of a pattern that is none.
    fn check_pattern(&mut self, expression: &str, at: &Pointer<'_>) {
        if let Some(PatternFault { place, reason }) = pattern::fault(expression) {
            let message = format!(
                "the pattern {} judges nothing: at its character {place}, {reason}",
                quoted(expression)
            );
            self.report.warning(at, message);
        }
    }

    fn required(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Vec<String> {
        if matches!(node.value, Value::Bool(_)) {
            let message = "`required` is a list of names, not a flag; it is passed over";
            self.report.warning(at, message);
            return Vec::new();
        }
        self.names(node, at)
    }

    fn relationship(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Option<Relationship> {
        let mut part = |key: &str| {
            if let Some(value) = node.get(key) {
                return self.text(value, &at.name(key));
            }
            let message = format!("`relationshipRef` lacks `{key}`");
            self.report.error(at, message);
            None
        };
        Some(Relationship {
            type_name: part("typeName")?,
            property_path: part("propertyPath")?,
        })
    }

    fn schemas(&mut self, node: &Node<'t>, at: &Pointer<'_>, role: Role) -> Vec<Schema> {
        let elements = self.elements(node, at);
        elements
            .iter()
            .enumerate()
            .map(|(i, node)| self.schema(node, &at.index(i), role))
            .collect()
    }

    pub(crate) fn named_schemas(
        &mut self,
        node: &Node<'t>,
        at: &Pointer<'_>,
        role: Role,
    ) -> Vec<(String, Schema)> {
        let mut schemas = Vec::new();
        for member in self.members(node, at) {
            let schema = self.schema(&member.node, &at.name(&member.key), role);
            schemas.push((member.key.clone().into_owned(), schema));
        }
        schemas
    }
}

fn conditional(schema: &mut Schema) -> &mut Conditional {
    schema.conditional.get_or_insert_default()
}

/// Any JSON value as it stands.
pub(crate) fn literal(node: &Node<'_>) -> Literal {
    match &node.value {
        Value::Null => Literal::Null,
        Value::Bool(flag) => Literal::Bool(*flag),
        Value::Number(number) => Literal::Number(Number((*number).to_owned())),
        Value::String(text) => Literal::String(text.clone().into_owned()),
        Value::Array(elements) => Literal::Array(elements.iter().map(literal).collect()),
        Value::Object(members) => {
            let pair = |member: &crate::tree::Member<'_>| {
                (member.key.clone().into_owned(), literal(&member.node))
            };
            Literal::Object(members.iter().map(pair).collect())
        }
    }
}
