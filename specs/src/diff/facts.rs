//! What is said of a value at one place: facts by name, over every schema that speaks of it.

use std::collections::BTreeMap;

use super::canonical;
use crate::model::{
    Additional, Conditional, Dependencies, JsonType, Limits, Literal, Number, Pattern, Property,
    Relationship, Schema, Update,
};
use crate::shape::{Shape, Shapes};

/// Aliases of aliases end here at the latest.
const LONGEST_CHAIN: usize = 64;

/// Facts by name. What is not said is not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts(pub(super) BTreeMap<&'static str, Vec<String>>);

impl Facts {
    pub(super) fn list(&mut self, name: &'static str, values: impl IntoIterator<Item = String>) {
        let mut values = values.into_iter().peekable();
        if values.peek().is_some() {
            let known = self.0.entry(name).or_default();
            for value in values {
                // Layers of one value often say the same.
                if !known.contains(&value) {
                    known.push(value);
                }
            }
        }
    }

    pub(super) fn word(&mut self, name: &'static str, value: &(impl ToString + ?Sized)) {
        self.list(name, [value.to_string()]);
    }

    pub(super) fn some(&mut self, name: &'static str, value: Option<&str>) {
        self.list(name, value.map(str::to_owned));
    }

    pub(super) fn flag(&mut self, name: &'static str, holds: bool) {
        self.list(name, holds.then(|| "true".to_owned()));
    }
}

/// A value: its facts, and the values in it.
pub(super) struct Described<'s> {
    pub(super) facts: Facts,
    pub(super) properties: Vec<&'s Property>,
    /// What each element of a list, or member of a map, is.
    pub(super) element: Option<&'s Schema>,
    /// What the first elements are, one by one.
    pub(super) first: Vec<&'s Schema>,
    /// The last definition that the value refers to: where the same pair was compared already, nothing is left.
    pub(super) definition: Option<&'s str>,
}

/// Describes a value, through references.
pub(super) fn describe<'s>(shapes: &Shapes<'s>, schema: &'s Schema) -> Described<'s> {
    let mut described = Described {
        facts: Facts::default(),
        properties: Vec::new(),
        element: None,
        first: Vec::new(),
        definition: None,
    };
    let kind = kind(shapes.bounded(shapes.shape(schema)));
    described.facts.word("kind", kind);
    let mut layer = schema;
    for _ in 0..LONGEST_CHAIN {
        described.add(layer);
        let Some(name) = layer.reference.as_deref() else {
            break;
        };
        let Some(next) = shapes.definition(name) else {
            break;
        };
        described.definition = Some(name);
        layer = next;
    }
    described
}

fn kind(shape: Shape<'_>) -> &'static str {
    match shape {
        Shape::Text => "string",
        Shape::Integer => "integer",
        Shape::Number => "number",
        Shape::Boolean => "boolean",
        Shape::Timestamp => "timestamp",
        Shape::Any => "any JSON",
        Shape::List(_) => "list",
        Shape::Map(_) => "map",
        Shape::Record(_) => "object",
    }
}

impl<'s> Described<'s> {
    fn add(&mut self, schema: &'s Schema) {
        let Schema {
            // Followed by the caller.
            reference: _,
            types,
            description: _,
            properties,
            required,
            // A property that comes or goes says it.
            read_only: _,
            pattern_properties,
            additional,
            items,
            prefix_items,
            limits,
            all_of,
            any_of,
            one_of,
            not,
            conditional,
            dependencies,
        } = schema;
        let facts = &mut self.facts;
        // One type is what the kind says.
        if types.len() > 1 {
            facts.list(
                "type",
                types.iter().map(|one: &JsonType| one.name().to_owned()),
            );
        }
        let is_unknown = |name: &&String| !properties.iter().any(|one| one.name == **name);
        facts.list(
            "requiredBesides",
            required.iter().filter(is_unknown).cloned(),
        );
        facts.list(
            "patternProperties",
            pattern_properties.iter().map(|(name, _)| name.clone()),
        );
        match additional {
            Additional::Unstated | Additional::Denied => {}
            Additional::Allowed => facts.flag("additionalProperties", true),
            Additional::Schema(_) if properties.is_empty() => {}
            Additional::Schema(schema) => {
                facts.word("additionalProperties", &canonical::text(schema));
            }
        }
        for (name, branches) in [("allOf", all_of), ("anyOf", any_of), ("oneOf", one_of)] {
            facts.list(name, branches.iter().map(canonical::text));
        }
        facts.list("not", not.iter().map(|schema| canonical::text(schema)));
        if let Some(conditional) = conditional {
            let Conditional {
                condition,
                then,
                otherwise,
            } = conditional.as_ref();
            facts.word("if", &canonical::text(condition));
            facts.list("then", then.iter().map(canonical::text));
            facts.list("else", otherwise.iter().map(canonical::text));
        }
        self::dependencies(dependencies, facts);
        self::limits(limits, facts);
        if self.properties.is_empty() {
            self.properties = properties.iter().collect();
        }
        let member = match additional {
            Additional::Schema(schema) if properties.is_empty() => Some(schema.as_ref()),
            _ => None,
        };
        let patterned = pattern_properties.first().map(|(_, schema)| schema);
        let element = items.as_deref().or(patterned).or(member);
        self.element = self.element.or(element);
        if self.first.is_empty() {
            self.first = prefix_items.iter().collect();
        }
        // Further patterns have no place of their own.
        let others = pattern_properties.iter().skip(1);
        self.facts.list(
            "otherMembers",
            others.map(|(_, schema)| canonical::text(schema)),
        );
    }
}

fn dependencies(dependencies: &Dependencies, facts: &mut Facts) {
    let Dependencies {
        required,
        excluded,
        schemas,
        exactly_one,
        at_least_one,
    } = dependencies;
    let entry = |(name, others): &(String, Vec<String>)| format!("{name}: {}", others.join(", "));
    facts.list("dependentRequired", required.iter().map(entry));
    facts.list("dependentExcluded", excluded.iter().map(entry));
    let schemas = schemas.iter();
    facts.list(
        "dependentSchemas",
        schemas.map(|(name, schema)| format!("{name}: {}", canonical::text(schema))),
    );
    let group = |names: &Vec<String>| names.join(", ");
    facts.list("requiredXor", exactly_one.iter().map(group));
    facts.list("requiredOr", at_least_one.iter().map(group));
}

/// The limits on one value.
pub(super) fn limits(limits: &Limits, facts: &mut Facts) {
    let Limits {
        allowed,
        allowed_ignoring_case,
        constant,
        pattern,
        min_length,
        max_length,
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        multiple_of,
        min_items,
        max_items,
        unique_items,
        unique_keys,
        unordered,
        ordered,
        min_properties,
        max_properties,
        format,
        // Words about names and values: prose.
        key_meaning: _,
        value_meanings: _,
        default,
        relationship,
        source,
    } = limits;
    facts.list("enum", allowed.iter().map(literal));
    facts.list(
        "enumCaseInsensitive",
        allowed_ignoring_case.iter().map(literal),
    );
    facts.list("const", constant.iter().map(literal));
    if let Some(Pattern {
        expression,
        meaning: _,
    }) = pattern
    {
        facts.word("pattern", expression);
    }
    for (name, count) in [
        ("minLength", min_length),
        ("maxLength", max_length),
        ("minItems", min_items),
        ("maxItems", max_items),
        ("minProperties", min_properties),
        ("maxProperties", max_properties),
    ] {
        facts.list(name, count.map(|count| count.to_string()));
    }
    for (name, number) in [
        ("minimum", minimum),
        ("maximum", maximum),
        ("exclusiveMinimum", exclusive_minimum),
        ("exclusiveMaximum", exclusive_maximum),
        ("multipleOf", multiple_of),
    ] {
        facts.list(name, number.iter().map(|Number(text)| text.clone()));
    }
    facts.flag("uniqueItems", *unique_items);
    facts.list("uniqueKeys", unique_keys.iter().cloned());
    facts.flag("unordered", *unordered);
    facts.flag("ordered", *ordered);
    facts.some("format", format.as_deref());
    facts.list("default", default.iter().map(literal));
    let relationship = relationship.iter().map(|other| {
        let Relationship {
            type_name,
            property_path,
        } = other;
        format!("{type_name} {property_path}")
    });
    facts.list("relationshipRef", relationship);
    facts.some("source", source.as_deref());
}

/// What is said of a property beside its value.
pub(super) fn property(property: &Property) -> Facts {
    let Property {
        name: _,
        schema: _,
        required,
        update,
        write_only,
        deprecated,
        documentation,
    } = property;
    let mut facts = Facts::default();
    facts.flag("required", *required);
    facts.word("update", update_word(*update));
    facts.flag("writeOnly", *write_only);
    facts.flag("deprecated", *deprecated);
    facts.some("documentation", documentation.as_deref());
    facts
}

pub(super) fn update_word(update: Update) -> &'static str {
    match update {
        Update::Mutable => "no interruption",
        Update::Conditional => "may be replaced",
        Update::Immutable => "replacement",
    }
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::String(text) => text.clone(),
        other => {
            let mut text = String::new();
            crate::facts::literal(other, &mut text);
            text
        }
    }
}
