//! All that a model limits a value to: in its own schema, in what that refers to, and in all of `allOf`.

use formwork_specs::model::{Additional, Limits, Literal, Number, Schema};
use formwork_specs::shape::Shapes;

/// References may lead in a circle.
const MOST_SCHEMAS: usize = 64;

/// The schemas that hold for one value, its own first.
pub(super) fn layers<'s>(shapes: &Shapes<'s>, schema: &'s Schema) -> Vec<&'s Schema> {
    let mut layers = vec![schema];
    let mut at = 0;
    while at < layers.len() && layers.len() < MOST_SCHEMAS {
        let schema = layers[at];
        let target = schema.reference.as_deref();
        layers.extend(target.and_then(|name| shapes.definition(name)));
        layers.extend(&schema.all_of);
        at += 1;
    }
    layers
}

/// The limits of all schemas together.
pub(super) fn together(layers: &[&Schema]) -> Limits {
    let mut all = Limits::default();
    for schema in layers {
        let limits = &schema.limits;
        all.allowed = both(&all.allowed, &limits.allowed);
        all.allowed_ignoring_case = both(&all.allowed_ignoring_case, &limits.allowed_ignoring_case);
        if !all.unordered && !all.ordered {
            all.unordered = limits.unordered;
            all.ordered = limits.ordered;
        }
        all.unique_items |= limits.unique_items;
        all.unique_keys.extend(limits.unique_keys.iter().cloned());
        for (own, other, larger) in [
            (&mut all.min_length, limits.min_length, true),
            (&mut all.max_length, limits.max_length, false),
            (&mut all.min_items, limits.min_items, true),
            (&mut all.max_items, limits.max_items, false),
            (&mut all.min_properties, limits.min_properties, true),
            (&mut all.max_properties, limits.max_properties, false),
        ] {
            *own = match (*own, other) {
                (Some(one), Some(two)) if larger => Some(one.max(two)),
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            };
        }
        for (own, other, larger) in [
            (&mut all.minimum, &limits.minimum, true),
            (&mut all.maximum, &limits.maximum, false),
            (&mut all.exclusive_minimum, &limits.exclusive_minimum, true),
            (&mut all.exclusive_maximum, &limits.exclusive_maximum, false),
        ] {
            let is_narrower = match (&own, other) {
                (Some(own), Some(other)) => (value(other) > value(own)) == larger,
                (None, Some(_)) => true,
                (_, None) => false,
            };
            if is_narrower {
                own.clone_from(other);
            }
        }
        all.constant = all.constant.or(limits.constant.clone());
        all.pattern = all.pattern.or(limits.pattern.clone());
        all.multiple_of = all.multiple_of.or(limits.multiple_of.clone());
        all.format = all.format.or(limits.format.clone());
        all.relationship = all.relationship.or(limits.relationship.clone());
        all.default = all.default.or(limits.default.clone());
        all.source = all.source.or(limits.source.clone());
    }
    all
}

/// What each element, or each value of a map, has to be.
pub(super) fn element<'s>(layers: &[&'s Schema]) -> Option<&'s Schema> {
    layers.iter().find_map(|schema| {
        let rest = match &schema.additional {
            Additional::Schema(schema) => Some(&**schema),
            _ => None,
        };
        let mut members = schema.pattern_properties.iter().map(|(_, it)| it);
        let mut members = members.by_ref().chain(rest);
        let only = members.next().filter(|_| members.next().is_none());
        schema.items.as_deref().or(only)
    })
}

/// The patterns for names.
pub(super) fn names(layers: &[&Schema]) -> Vec<String> {
    let patterns = layers.iter().flat_map(|schema| &schema.pattern_properties);
    patterns.map(|(expression, _)| expression.clone()).collect()
}

fn both(some: &[Literal], others: &[Literal]) -> Vec<Literal> {
    if some.is_empty() || others.is_empty() {
        return [some, others].concat();
    }
    let common = some.iter().filter(|one| others.contains(one));
    common.cloned().collect()
}

fn value(number: &Number) -> f64 {
    number.0.parse().unwrap_or_default()
}
