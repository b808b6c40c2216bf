//! The keywords of published files that JSON Schema does not know, for the other validator.

use formwork::Rule;
use jsonschema::paths::Location;
use jsonschema::{Keyword, ValidationError, ValidationOptions};
use serde_json::{Map, Value};

/// What stands before the keywords that the other validator is to judge by what is written here.
pub(crate) const OURS: &str = "formwork:";

/// What a keyword demands: the problems of an instance, each with its path within it.
type Demand = fn(&Value, &Value) -> Vec<(String, Rule)>;

const DEMANDS: [(&str, Demand); 6] = [
    ("enumCaseInsensitive", any_case),
    ("uniqueKeys", unique_keys),
    ("dependentRequired", needs),
    ("dependentExcluded", excludes),
    ("requiredXor", exactly_one),
    ("requiredOr", at_least_one),
];

/// Whether the keyword is one of those.
pub(crate) fn is_ours(keyword: &str) -> bool {
    DEMANDS.iter().any(|(name, _)| *name == keyword)
}

pub(crate) fn add(options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    DEMANDS.iter().fold(options, |options, (name, demand)| {
        let demand = *demand;
        options.with_keyword(
            format!("{OURS}{name}"),
            move |_: &Map<String, Value>, value: &Value, _: Location| {
                let value = value.clone();
                Ok(Box::new(Ours { value, demand }) as Box<dyn for<'i> Keyword<'i>>)
            },
        )
    })
}

struct Ours {
    value: Value,
    demand: Demand,
}

impl<'i> Keyword<'i> for Ours {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        self.iter_errors(instance).next().map_or(Ok(()), Err)
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        (self.demand)(&self.value, instance).is_empty()
    }

    fn iter_errors(
        &self,
        instance: &'i Value,
    ) -> Box<dyn Iterator<Item = ValidationError<'i>> + 'i> {
        let problems = (self.demand)(&self.value, instance).into_iter();
        let message = |(path, rule): (String, Rule)| format!("{rule} {path}");
        Box::new(problems.map(move |problem| ValidationError::custom(message(problem))))
    }
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

fn has(instance: &Value, name: &str) -> bool {
    instance.get(name).is_some()
}

fn any_case(allowed: &Value, instance: &Value) -> Vec<(String, Rule)> {
    let same = |one: &Value| match (one, instance) {
        (Value::String(one), Value::String(met)) => one.to_lowercase() == met.to_lowercase(),
        _ => one == instance,
    };
    let holds = allowed.as_array().into_iter().flatten().any(same);
    if holds {
        Vec::new()
    } else {
        vec![(String::new(), Rule::Enum)]
    }
}

fn unique_keys(keys: &Value, instance: &Value) -> Vec<(String, Rule)> {
    let Value::Array(items) = instance else {
        return Vec::new();
    };
    let is_broken = |key: &str| {
        let values: Vec<&Value> = items.iter().filter_map(|item| item.get(key)).collect();
        values
            .iter()
            .enumerate()
            .any(|(index, value)| values.iter().take(index).any(|v| v == value))
    };
    let broken = texts(keys).filter(|key| is_broken(key));
    broken.map(|_| (String::new(), Rule::UniqueItems)).collect()
}

fn pairs(
    rule: Rule,
    lists: &Value,
    instance: &Value,
    breaks: impl Fn(bool) -> bool,
) -> Vec<(String, Rule)> {
    let mut found = Vec::new();
    for (name, others) in lists.as_object().into_iter().flatten() {
        if instance.is_object() && has(instance, name) {
            let broken = texts(others).any(|other| breaks(has(instance, other)));
            found.extend(broken.then(|| (format!("/{name}"), rule)));
        }
    }
    found
}

fn needs(lists: &Value, instance: &Value) -> Vec<(String, Rule)> {
    pairs(Rule::Dependency, lists, instance, |is_there| !is_there)
}

fn excludes(lists: &Value, instance: &Value) -> Vec<(String, Rule)> {
    pairs(Rule::Exclusion, lists, instance, |is_there| is_there)
}

fn groups(
    lists: &Value,
    instance: &Value,
    rule: Rule,
    holds: impl Fn(usize) -> bool,
) -> Vec<(String, Rule)> {
    if !instance.is_object() {
        return Vec::new();
    }
    let lists = lists.as_array().into_iter().flatten();
    let counts = lists.map(|list| texts(list).filter(|name| has(instance, name)).count());
    let broken = counts.filter(|count| !holds(*count));
    broken.map(|_| (String::new(), rule)).collect()
}

fn exactly_one(lists: &Value, instance: &Value) -> Vec<(String, Rule)> {
    groups(lists, instance, Rule::OneOf, |count| count == 1)
}

fn at_least_one(lists: &Value, instance: &Value) -> Vec<(String, Rule)> {
    groups(lists, instance, Rule::AnyOf, |count| count > 0)
}
