//! What is said of a value at one place, over every schema that speaks of it.

use super::facts::Facts;
use super::limits;
use super::place::Role;
use crate::model::{
    Additional, Conditional, Dependencies, JsonType, Property, ResourceType, Schema,
};
use crate::shape::{Shape, Shapes};
use std::collections::{HashMap, HashSet};

/// Aliases of aliases end here at the latest.
const LONGEST_CHAIN: usize = 64;

/// The schemas of one state of a type.
pub(super) struct Schemas<'s> {
    pub(super) shapes: Shapes<'s>,
    /// The pages of definitions.
    pages: HashMap<&'s str, &'s str>,
    /// Whether prose is compared: it is told apart only where both sides have some.
    pub(super) has_prose: bool,
}

impl<'s> Schemas<'s> {
    pub(super) fn of(resource: &'s ResourceType, has_prose: bool) -> Self {
        let pages = resource.definitions.iter();
        let pages =
            pages.filter_map(|one| Some((one.name.as_str(), one.documentation.as_deref()?)));
        Self {
            shapes: Shapes::of(&resource.definitions),
            pages: pages.collect(),
            has_prose,
        }
    }

    /// Describes a value, through references.
    pub(super) fn describe(&self, schema: &'s Schema, role: Role) -> Described<'s> {
        let mut described = Described {
            facts: Facts::default(),
            record: None,
            members: Vec::new(),
            first: Vec::new(),
            branches: Branches::default(),
            definition: None,
            names: Vec::new(),
        };
        let mut layer = schema;
        for _ in 0..LONGEST_CHAIN {
            described.add(layer, role);
            if self.has_prose {
                let said = layer.description.as_deref();
                described.facts.some("description", said);
            }
            let Some(name) = layer.reference.as_deref() else {
                break;
            };
            let Some(next) = self.shapes.definition(name) else {
                break;
            };
            let page = self.pages.get(name).copied();
            described.facts.some("typeDocumentation", page);
            described.definition = Some(name);
            described.names.push(name);
            layer = next;
        }
        let shape = self.shapes.bounded(self.shapes.shape(schema));
        described.facts.word("kind", kind(shape, &described.facts));
        described
    }
}

/// The kind of value. Of a value that settles on none it counts whether it is an object at least.
fn kind(shape: Shape<'_>, facts: &Facts) -> &'static str {
    match shape {
        Shape::Text => "string",
        Shape::Integer => "integer",
        Shape::Number => "number",
        Shape::Boolean => "boolean",
        Shape::Timestamp => "timestamp",
        Shape::Any if facts.said("type") == [JsonType::Object.name()] => "any object",
        Shape::Any => "any JSON",
        Shape::List(_) => "list",
        Shape::Map(_) => "map",
        Shape::Record(_) => "object",
    }
}

/// A value: its facts, and what else is said of it and of the values in it.
pub(super) struct Described<'s> {
    pub(super) facts: Facts,
    /// The schema whose properties it has.
    pub(super) record: Option<&'s Schema>,
    /// What elements, and members without a name of their own, are.
    pub(super) members: Vec<(Member<'s>, &'s Schema)>,
    /// What the first elements are, one by one.
    pub(super) first: Vec<&'s Schema>,
    pub(super) branches: Branches<'s>,
    /// The last definition that the value refers to.
    pub(super) definition: Option<&'s str>,
    /// All definitions that it refers to, one through the other.
    pub(super) names: Vec<&'s str>,
}

/// Which of the values in a value a schema is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Member<'s> {
    /// Each element of a list.
    Element,
    /// Each member whose name matches a pattern.
    Matching(&'s str),
    /// Each member that is neither named nor matched.
    Other,
}

/// The demands that are made of the same value besides, by keyword.
#[derive(Default)]
pub(super) struct Branches<'s> {
    pub(super) by_keyword: [(&'static str, Vec<&'s Schema>); KEYWORDS],
    /// What holds if a member is present.
    pub(super) dependent: Vec<(&'s str, &'s Schema)>,
}

const KEYWORDS: usize = 7;

impl<'s> Branches<'s> {
    fn add(&mut self, schema: &'s Schema) {
        let condition = schema.conditional.as_deref();
        let (condition, then, otherwise) = match condition {
            Some(Conditional {
                condition,
                then,
                otherwise,
            }) => (Some(condition), then.as_ref(), otherwise.as_ref()),
            None => (None, None, None),
        };
        let one = |schema: Option<&'s Schema>| schema.into_iter().collect::<Vec<_>>();
        let found: [(&'static str, Vec<&'s Schema>); KEYWORDS] = [
            ("allOf", schema.all_of.iter().collect()),
            ("anyOf", schema.any_of.iter().collect()),
            ("oneOf", schema.one_of.iter().collect()),
            ("not", one(schema.not.as_deref())),
            ("if", one(condition)),
            ("then", one(then)),
            ("else", one(otherwise)),
        ];
        for (known, (keyword, branches)) in self.by_keyword.iter_mut().zip(found) {
            known.0 = keyword;
            known.1.extend(branches);
        }
        let dependent = schema.dependencies.schemas.iter();
        self.dependent
            .extend(dependent.map(|(name, schema)| (name.as_str(), schema)));
    }
}

impl<'s> Described<'s> {
    fn add(&mut self, schema: &'s Schema, role: Role) {
        let Schema {
            // Followed by the caller.
            reference: _,
            types,
            // Of facts only where both sides have prose.
            description: _,
            properties,
            required,
            read_only,
            pattern_properties,
            additional,
            items,
            prefix_items,
            limits,
            // With the dependencies that are schemas.
            all_of: _,
            any_of: _,
            one_of: _,
            not: _,
            conditional: _,
            dependencies,
        } = schema;
        let facts = &mut self.facts;
        facts.list("type", types.iter().map(|one| one.name().to_owned()));
        facts.list("requiredBesides", besides(required, properties));
        facts.list("readOnly", read_only.iter().cloned());
        facts.list(
            "patternProperties",
            pattern_properties.iter().map(|(name, _)| name.clone()),
        );
        let has_names = !properties.is_empty() || !pattern_properties.is_empty();
        match additional {
            Additional::Unstated => {}
            // What is named in a record is all there is; a branch says so only if it means it.
            Additional::Denied if has_names && role == Role::Value => {}
            Additional::Denied => facts.word("additionalProperties", "false"),
            Additional::Allowed => facts.flag("additionalProperties", true),
            // A map.
            Additional::Schema(_) if properties.is_empty() => {}
            Additional::Schema(_) => facts.word("additionalProperties", "described"),
        }
        self::dependencies(dependencies, facts);
        limits::add(limits, facts);
        self.branches.add(schema);
        if !properties.is_empty() {
            self.record.get_or_insert(schema);
        }
        let items = items.iter().map(|items| (Member::Element, &**items));
        let patterns = pattern_properties.iter();
        let patterns = patterns.map(|(name, schema)| (Member::Matching(name), schema));
        let others = match additional {
            Additional::Schema(schema) => Some((Member::Other, &**schema)),
            Additional::Unstated | Additional::Allowed | Additional::Denied => None,
        };
        self.members.extend(items.chain(patterns).chain(others));
        if self.first.is_empty() {
            self.first = prefix_items.iter().collect();
        }
    }

    /// Whether members may be there that have no name here, in what role ever that is asked.
    pub(super) fn openness(&self, role: Role) -> Openness {
        let Some(record) = self.record else {
            return Openness::Open;
        };
        if !record.pattern_properties.is_empty() {
            return Openness::Described;
        }
        match record.additional {
            Additional::Denied => Openness::Closed,
            Additional::Unstated if role == Role::Value => Openness::Closed,
            Additional::Unstated | Additional::Allowed => Openness::Open,
            Additional::Schema(_) => Openness::Described,
        }
    }
}

/// What a record takes beside its properties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Openness {
    /// Nothing.
    Closed,
    /// Anything.
    Open,
    /// What fulfils a schema.
    Described,
}

/// Names that are required though they are no properties.
fn besides(required: &[String], properties: &[Property]) -> impl Iterator<Item = String> {
    let known = properties.iter().filter(|property| property.required);
    let known: HashSet<&str> = if required.is_empty() {
        HashSet::new()
    } else {
        known.map(|property| property.name.as_str()).collect()
    };
    let unknown = required
        .iter()
        .filter(|name| !known.contains(name.as_str()));
    unknown.cloned().collect::<Vec<_>>().into_iter()
}

fn dependencies(dependencies: &Dependencies, facts: &mut Facts) {
    let Dependencies {
        required,
        excluded,
        // Beside the branches.
        schemas: _,
        exactly_one,
        at_least_one,
    } = dependencies;
    let entry = |(name, others): &(String, Vec<String>)| format!("{name}: {}", others.join(", "));
    facts.list("dependentRequired", required.iter().map(entry));
    facts.list("dependentExcluded", excluded.iter().map(entry));
    let group = |names: &Vec<String>| names.join(", ");
    facts.list("requiredXor", exactly_one.iter().map(group));
    facts.list("requiredOr", at_least_one.iter().map(group));
}
