//! A type with curated facts laid over it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::curated::model::{AttributeFact, Curated, ValueFact};
use crate::curated::path;
use crate::graph::{Graph, Owner, each_property_mut};
use crate::model::{Additional, Attribute, Limits, ResourceType, Schema};
use crate::registry::schema_mut;

/// Lays facts over a type: what is demanded of values becomes part of its schemas, the rest stands
/// beside them. Facts of a later call go before those of an earlier one.
pub fn lay_over(resource: &mut ResourceType, facts: Curated) {
    let Curated {
        mut rules,
        words,
        mut names,
        values,
        attributes,
        reference,
    } = facts;
    lay_values(resource, &values);
    if let Some(attributes) = &attributes {
        lay_attributes(resource, attributes);
    }
    let curated = &mut resource.curated;
    rules.append(&mut curated.rules);
    curated.rules = rules;
    names.append(&mut curated.names);
    curated.names = names;
    curated.words.extend(words);
    curated.values.extend(values);
    curated.attributes = attributes.or(curated.attributes.take());
    curated.reference = reference.or(curated.reference.take());
}

/// Makes attributes of properties; an attribute of that name stays as it is.
fn lay_attributes(resource: &mut ResourceType, fact: &AttributeFact) {
    let known: HashSet<&str> = resource
        .attributes
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    let named: HashSet<&str> = fact.names.iter().map(String::as_str).collect();
    let properties = resource.body.properties.iter().filter(|property| {
        let name = property.name.as_str();
        (fact.every || named.contains(name)) && !known.contains(name)
    });
    let attributes = properties.map(|property| Attribute {
        name: property.name.clone(),
        schema: property.schema.clone(),
    });
    let attributes: Vec<Attribute> = attributes.collect();
    resource.attributes.extend(attributes);
}

/// Adds demands to every schema that declares their property.
fn lay_values(resource: &mut ResourceType, facts: &[ValueFact]) {
    let mut sites: BTreeMap<Owner, HashMap<&str, Vec<&ValueFact>>> = BTreeMap::new();
    {
        let graph = Graph::of(resource);
        for fact in facts {
            let Some(name) = fact.path.0.last() else {
                continue;
            };
            let owners = path::declarations(&graph, &fact.path).into_iter();
            let owners: BTreeSet<Owner> = owners.map(|(owner, _)| owner).collect();
            for owner in owners {
                let names = sites.entry(owner).or_default();
                names.entry(name).or_default().push(fact);
            }
        }
    }
    for (owner, names) in sites {
        let Some(schema) = schema_mut(resource, owner) else {
            continue;
        };
        each_property_mut(schema, &mut |property| {
            let facts = names.get(property.name.as_str());
            for fact in facts.into_iter().flatten() {
                add(&mut property.schema, fact);
            }
        });
    }
}

fn add(schema: &mut Schema, fact: &ValueFact) {
    merge(schema, fact.schema.clone());
    let source = &fact.evidence.source;
    schema.limits.source.get_or_insert_with(|| source.clone());
}

/// What the facts say goes before what the schema says. The depth is that of the facts, which is
/// limited.
fn merge(schema: &mut Schema, facts: Schema) {
    let Schema {
        reference,
        types,
        description,
        properties,
        required,
        read_only,
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
    } = facts;
    // Combinations are demands of their own and stand beside the others as such.
    let beside = Schema {
        reference,
        prefix_items,
        any_of,
        one_of,
        not,
        conditional,
        dependencies,
        ..Schema::default()
    };
    if beside != Schema::default() {
        schema.all_of.push(beside);
    }
    schema.all_of.extend(all_of);
    if !types.is_empty() {
        schema.types = types;
    }
    schema.description = description.or(schema.description.take());
    for property in properties {
        match schema
            .properties
            .iter_mut()
            .find(|known| known.name == property.name)
        {
            Some(known) => merge(&mut known.schema, property.schema),
            None => schema.properties.push(property),
        }
    }
    for name in required {
        if !schema.required.contains(&name) {
            schema.required.push(name);
        }
    }
    for name in read_only {
        if !schema.read_only.contains(&name) {
            schema.read_only.push(name);
        }
    }
    if !pattern_properties.is_empty() {
        schema.pattern_properties = pattern_properties;
    }
    if additional != Additional::Unstated {
        schema.additional = additional;
    }
    match (&mut schema.items, items) {
        (Some(known), Some(items)) => merge(known, *items),
        (known @ None, Some(items)) => *known = Some(items),
        (_, None) => {}
    }
    merge_limits(&mut schema.limits, limits);
}

fn merge_limits(known: &mut Limits, facts: Limits) {
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
        key_meaning,
        value_meanings,
        default,
        relationship,
        source,
    } = facts;
    lists(&mut known.allowed, allowed);
    lists(&mut known.allowed_ignoring_case, allowed_ignoring_case);
    lists(&mut known.unique_keys, unique_keys);
    lists(&mut known.value_meanings, value_meanings);
    known.unique_items |= unique_items;
    known.unordered |= unordered;
    known.ordered |= ordered;
    stated(&mut known.constant, constant);
    stated(&mut known.pattern, pattern);
    stated(&mut known.min_length, min_length);
    stated(&mut known.max_length, max_length);
    stated(&mut known.minimum, minimum);
    stated(&mut known.maximum, maximum);
    stated(&mut known.exclusive_minimum, exclusive_minimum);
    stated(&mut known.exclusive_maximum, exclusive_maximum);
    stated(&mut known.multiple_of, multiple_of);
    stated(&mut known.min_items, min_items);
    stated(&mut known.max_items, max_items);
    stated(&mut known.min_properties, min_properties);
    stated(&mut known.max_properties, max_properties);
    stated(&mut known.format, format);
    stated(&mut known.key_meaning, key_meaning);
    stated(&mut known.default, default);
    stated(&mut known.relationship, relationship);
    stated(&mut known.source, source);
}

fn stated<T>(known: &mut Option<T>, fact: Option<T>) {
    if fact.is_some() {
        *known = fact;
    }
}

fn lists<T>(known: &mut Vec<T>, fact: Vec<T>) {
    if !fact.is_empty() {
        *known = fact;
    }
}
