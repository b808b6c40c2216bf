//! All that is demanded of one value, from all the places of a schema that say something about it.

use serde_json::{Map, Value};

use crate::random::Random;

/// Schemas that hold together.
pub(crate) type Facets<'s> = Vec<&'s Map<String, Value>>;

/// At most this many schemas are gathered for one value.
const MOST: usize = 64;

/// Which alternatives are gathered.
pub(crate) enum Branches<'r> {
    /// One of each group.
    One(&'r mut Random),
    /// Every one.
    All,
}

/// The definitions that schemas refer to.
#[derive(Clone, Copy)]
pub(crate) struct Schemas<'s>(&'s Value);

impl<'s> Schemas<'s> {
    pub(crate) fn of(document: &'s Value) -> Self {
        Self(document)
    }

    /// The schema of the resource itself.
    pub(crate) fn root(self) -> Vec<&'s Value> {
        vec![self.0]
    }

    /// The schemas and all that they lead to.
    pub(crate) fn facets(self, schemas: &[&'s Value], mut branches: Branches<'_>) -> Facets<'s> {
        let mut open = schemas.to_vec();
        let mut facets = Facets::new();
        while let Some(schema) = open.pop() {
            let Some(members) = schema.as_object().filter(|_| facets.len() < MOST) else {
                continue;
            };
            facets.push(members);
            let target = members.get("$ref").and_then(Value::as_str);
            open.extend(target.and_then(|target| self.0.pointer(target.trim_start_matches('#'))));
            let list = |key| members.get(key).and_then(Value::as_array);
            open.extend(list("allOf").into_iter().flatten());
            for alternatives in ["anyOf", "oneOf"].into_iter().filter_map(list) {
                match &mut branches {
                    Branches::One(random) => open.extend(random.choose(alternatives)),
                    Branches::All => open.extend(alternatives),
                }
            }
        }
        facets
    }
}

/// What one keyword says in each of the schemas that have it.
pub(crate) fn every<'s>(facets: &Facets<'s>, keyword: &str) -> Vec<&'s Value> {
    facets
        .iter()
        .filter_map(|facet| facet.get(keyword))
        .collect()
}

/// The first that says something.
pub(crate) fn first<'s>(facets: &Facets<'s>, keyword: &str) -> Option<&'s Value> {
    facets.iter().find_map(|facet| facet.get(keyword))
}

/// A limit as a number of things.
pub(crate) fn count(facets: &Facets<'_>, keyword: &str) -> Option<usize> {
    let limit = first(facets, keyword)?.as_u64()?;
    usize::try_from(limit).ok()
}

/// The types that are named, of which any may stand.
pub(crate) fn types<'s>(facets: &Facets<'s>) -> Vec<&'s str> {
    let types = every(facets, "type")
        .into_iter()
        .flat_map(|types| match types {
            Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect::<Vec<_>>(),
        });
    types.collect()
}

/// The names of all members that are named.
pub(crate) fn names<'s>(facets: &Facets<'s>) -> Vec<&'s str> {
    let mut names = Vec::new();
    for properties in every(facets, "properties")
        .into_iter()
        .filter_map(Value::as_object)
    {
        for name in properties.keys() {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
    }
    names
}

/// The schemas of one member: those of its name, else those of patterns and of all others.
pub(crate) fn member<'s>(facets: &Facets<'s>, name: &str) -> Vec<&'s Value> {
    let properties = every(facets, "properties").into_iter();
    let named: Vec<&Value> = properties
        .filter_map(|properties| properties.get(name))
        .collect();
    if !named.is_empty() {
        return named;
    }
    let patterns = every(facets, "patternProperties")
        .into_iter()
        .filter_map(Value::as_object);
    let patterned: Vec<&Value> = patterns.flat_map(Map::values).collect();
    if patterned.is_empty() {
        every(facets, "additionalProperties")
    } else {
        patterned
    }
}

/// The schemas of one element.
pub(crate) fn element<'s>(facets: &Facets<'s>, index: usize) -> Vec<&'s Value> {
    let mut schemas = Vec::new();
    for facet in facets {
        let first = facet.get("prefixItems").and_then(|items| items.get(index));
        schemas.extend(first.or_else(|| facet.get("items")));
    }
    schemas
}

/// The names in a list of names.
pub(crate) fn texts(value: &Value) -> impl Iterator<Item = &str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}
