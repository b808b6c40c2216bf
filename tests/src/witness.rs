//! Values that a specification allows, made from it.
//!
//! A witness shows that a slot can hold something at all. Which branch of a union it takes, and what
//! else is left open, is drawn by lot; whether it is right, a judge says. Patterns and formats are
//! not among what is fulfilled: [`without_patterns`] takes them out of the specification first.

use formwork_specs::model::{
    Additional, Conditional, JsonType, Limits, Literal, Property, ResourceType, Schema,
};
use formwork_specs::shape::{Shape, Shapes};
use serde_json::{Map, Value, json};

/// How deeply witnesses hold each other at most.
const DEEPEST: usize = 16;

/// Draws lots: the same ones in every run.
struct Lots(u64);

impl Lots {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or(0) % count.max(1)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}

/// Values for one slot after another.
pub struct Witnesses<'a> {
    resource: &'a ResourceType,
    shapes: Shapes<'a>,
    lots: Lots,
}

impl<'a> Witnesses<'a> {
    /// Values for the schemas of that type.
    #[must_use]
    pub fn of(resource: &'a ResourceType) -> Self {
        Self {
            resource,
            shapes: Shapes::of(&resource.definitions),
            lots: Lots(1),
        }
    }

    /// A value that the schema may allow; another one at the next call.
    pub fn value(&mut self, schema: &'a Schema) -> Option<Value> {
        self.at_depth(&[schema], 0)
    }

    /// A value that all of the schemas may allow.
    fn at_depth(&mut self, schemas: &[&'a Schema], depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        let mut demands = Vec::new();
        for schema in schemas {
            self.gather(schema, 0, &mut demands);
        }
        if let Some(value) = self.listed(&demands) {
            return Some(value);
        }
        match self.kind(schemas, &demands) {
            JsonType::String => Some(self.text(&demands)),
            JsonType::Integer => Some(json!(self.number(&demands).ceil())),
            JsonType::Number => Some(json!(self.number(&demands))),
            JsonType::Boolean => Some(json!(self.lots.below(2) == 0)),
            JsonType::Object => self.object(&demands, depth),
            JsonType::Array => self.array(&demands, depth),
            JsonType::Null => None,
        }
    }

    /// Every schema that speaks of the same value, with one branch of each union.
    fn gather(&mut self, schema: &'a Schema, depth: usize, demands: &mut Vec<&'a Schema>) {
        demands.push(schema);
        if depth > DEEPEST {
            return;
        }
        if let Some(name) = &schema.reference {
            let mut definitions = self.resource.definitions.iter();
            if let Some(found) = definitions.find(|definition| definition.name == *name) {
                self.gather(&found.schema, depth + 1, demands);
            }
        }
        for branch in &schema.all_of {
            self.gather(branch, depth + 1, demands);
        }
        for branches in [&schema.any_of, &schema.one_of] {
            if let Some(branch) = self.lots.one(branches) {
                self.gather(branch, depth + 1, demands);
            }
        }
        if let Some(Conditional {
            then, otherwise, ..
        }) = schema.conditional.as_deref()
            && let Some(Some(branch)) = self.lots.one(&[then.as_ref(), otherwise.as_ref()])
        {
            self.gather(branch, depth + 1, demands);
        }
    }

    /// One of the allowed values, if there is a list of them.
    fn listed(&mut self, demands: &[&Schema]) -> Option<Value> {
        let mut allowed: Option<Vec<Value>> = None;
        for limits in demands.iter().map(|schema| &schema.limits) {
            let constant = limits.constant.as_slice();
            for list in [&limits.allowed, &limits.allowed_ignoring_case, constant] {
                if list.is_empty() {
                    continue;
                }
                let list: Vec<Value> = list.iter().map(json_of).collect();
                allowed = Some(match allowed {
                    None => list,
                    Some(both) => both.into_iter().filter(|one| list.contains(one)).collect(),
                });
            }
        }
        self.lots.one(&allowed?).cloned()
    }

    fn kind(&mut self, schemas: &[&'a Schema], demands: &[&Schema]) -> JsonType {
        let mut types: Option<Vec<JsonType>> = None;
        for schema in demands.iter().filter(|schema| !schema.types.is_empty()) {
            types = Some(match types {
                None => schema.types.clone(),
                Some(both) => {
                    let has = |one: &JsonType| {
                        schema.types.contains(one)
                            || *one == JsonType::Integer && schema.types.contains(&JsonType::Number)
                    };
                    let both: Vec<JsonType> = both.into_iter().filter(has).collect();
                    if both.is_empty() {
                        schema.types.clone()
                    } else {
                        both
                    }
                }
            });
        }
        if let Some(found) = types.as_deref().and_then(|types| self.lots.one(types)) {
            return *found;
        }
        if demands
            .iter()
            .any(|schema| !schema.properties.is_empty() || !schema.required.is_empty())
        {
            return JsonType::Object;
        }
        match schemas.first().map(|schema| self.shapes.shape(schema)) {
            Some(Shape::List(_)) => JsonType::Array,
            Some(Shape::Map(_) | Shape::Record(_)) => JsonType::Object,
            Some(Shape::Integer | Shape::Number) => JsonType::Integer,
            Some(Shape::Boolean) => JsonType::Boolean,
            Some(Shape::Text | Shape::Timestamp | Shape::Any) | None => JsonType::String,
        }
    }

    /// Two in a set rarely are the same.
    fn text(&mut self, demands: &[&Schema]) -> Value {
        let limit =
            |of: fn(&Limits) -> Option<u64>| demands.iter().filter_map(move |one| of(&one.limits));
        let least = limit(|limits| limits.min_length).max().unwrap_or(0);
        let most = limit(|limits| limits.max_length).min().unwrap_or(8);
        let length = least.max(most.min(8)).try_into().unwrap_or(8);
        let letters =
            (0..length).map(|_| char::from(b'a' + u8::try_from(self.lots.below(26)).unwrap_or(0)));
        Value::String(letters.collect())
    }

    fn number(&mut self, demands: &[&Schema]) -> f64 {
        let number = |number: &Option<formwork_specs::model::Number>| -> Option<f64> {
            number.as_ref()?.0.parse().ok()
        };
        let limits = || demands.iter().map(|schema| &schema.limits);
        let least = limits().filter_map(|limits| number(&limits.minimum));
        let above = limits().filter_map(|limits| number(&limits.exclusive_minimum));
        let most = limits().filter_map(|limits| number(&limits.maximum));
        let below = limits().filter_map(|limits| number(&limits.exclusive_maximum));
        let most = most
            .chain(below.map(|below| below - 0.5))
            .fold(f64::INFINITY, f64::min);
        let least = least
            .chain(above.map(|above| above + 0.5))
            .fold(f64::NEG_INFINITY, f64::max);
        let steps = f64::from(u32::try_from(self.lots.below(50)).unwrap_or(0));
        let number_of = |start: f64| match limits().find_map(|limits| number(&limits.multiple_of)) {
            Some(step) => (start / step).ceil() * step,
            None => start,
        };
        if least.is_finite() {
            number_of((least + steps).min(most).max(least))
        } else {
            number_of(most.min(steps))
        }
    }

    fn array(&mut self, demands: &[&'a Schema], depth: usize) -> Option<Value> {
        let limit =
            |of: fn(&Limits) -> Option<u64>| demands.iter().filter_map(move |one| of(&one.limits));
        let least = limit(|limits| limits.min_items).max().unwrap_or(0);
        let most = limit(|limits| limits.max_items).min().unwrap_or(u64::MAX);
        let count = usize::try_from(least.max(most.min(1))).ok()?;
        let items: Vec<&Schema> = demands
            .iter()
            .filter_map(|schema| schema.items.as_deref())
            .collect();
        let mut elements = Vec::new();
        for place in 0..count {
            let fixed = demands
                .iter()
                .filter_map(|schema| schema.prefix_items.get(place));
            let mut due: Vec<&Schema> = fixed.collect();
            if due.is_empty() {
                due.clone_from(&items);
            }
            elements.push(self.at_depth(&due, depth + 1)?);
        }
        Some(Value::Array(elements))
    }

    fn object(&mut self, demands: &[&'a Schema], depth: usize) -> Option<Value> {
        let mut names = self.names(demands);
        let mut object = Map::new();
        while let Some(name) = names.pop() {
            if object.contains_key(&name) {
                continue;
            }
            let described = demands.iter().flat_map(|schema| &schema.properties);
            let own: Vec<&Property> = described.filter(|property| property.name == name).collect();
            let mut schemas: Vec<&Schema> = own.iter().map(|property| &property.schema).collect();
            if schemas.is_empty() {
                schemas = demands
                    .iter()
                    .filter_map(|schema| members_of(schema))
                    .collect();
            }
            let value = self.at_depth(&schemas, depth + 1)?;
            object.insert(name.clone(), value);
            let dependencies = demands.iter().map(|schema| &schema.dependencies);
            let needed = dependencies.flat_map(|dependencies| &dependencies.required);
            let needed = needed.filter(|(if_there, _)| *if_there == name);
            names.extend(needed.flat_map(|(_, names)| names.iter().cloned()));
        }
        Some(Value::Object(object))
    }

    /// The members that an object must have, and some more if that takes its fancy.
    fn names(&mut self, demands: &[&'a Schema]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for schema in demands {
            names.extend(schema.required.iter().cloned());
            for choice in [
                &schema.dependencies.exactly_one,
                &schema.dependencies.at_least_one,
            ] {
                for list in choice {
                    if !list.iter().any(|name| names.contains(name)) {
                        names.extend(self.lots.one(list).cloned());
                    }
                }
            }
        }
        let least = demands
            .iter()
            .filter_map(|schema| schema.limits.min_properties)
            .max();
        let described: Vec<&Property> = demands
            .iter()
            .flat_map(|schema| &schema.properties)
            .collect();
        let optional = match least {
            None => self.lots.below(2),
            Some(least) => usize::try_from(least).unwrap_or(0),
        };
        for number in 0..optional {
            if let Some(property) = self.lots.one(&described) {
                names.push(property.name.clone());
            } else if least.is_some() || demands.iter().any(|schema| members_of(schema).is_some()) {
                names.push(format!("k{number}"));
            }
        }
        names
    }
}

/// What the members are that have no description of their own.
fn members_of(schema: &Schema) -> Option<&Schema> {
    match &schema.additional {
        Additional::Schema(values) => Some(values),
        Additional::Unstated | Additional::Allowed | Additional::Denied => None,
    }
}

fn json_of(literal: &Literal) -> Value {
    match literal {
        Literal::Null => Value::Null,
        Literal::Bool(flag) => json!(flag),
        Literal::Number(number) => number.0.parse().map_or(Value::Null, Value::Number),
        Literal::String(text) => json!(text),
        Literal::Array(elements) => elements.iter().map(json_of).collect(),
        Literal::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), json_of(value)))
            .collect(),
    }
}

/// The same type without what only text of a certain form fulfils. Members that a pattern describes
/// may have any name.
#[must_use]
pub fn without_patterns(mut resource: ResourceType) -> ResourceType {
    let definitions = resource
        .definitions
        .iter_mut()
        .map(|definition| &mut definition.schema);
    definitions.chain([&mut resource.body]).for_each(strip);
    resource
}

/// Schemas nest as deep as the text they were read from, which is limited.
fn strip(schema: &mut Schema) {
    if schema.limits.pattern.is_some() && schema.types.is_empty() && schema.reference.is_none() {
        // A pattern says that it is a text.
        schema.types.push(JsonType::String);
    }
    schema.limits.pattern = None;
    schema.limits.format = None;
    if schema
        .one_of
        .iter()
        .any(|branch| branch.limits.pattern.is_some())
    {
        // Without their patterns such alternatives are the same.
        schema.any_of.append(&mut schema.one_of);
    }
    if let Some((_, values)) = schema.pattern_properties.pop() {
        schema.pattern_properties.clear();
        schema.additional = Additional::Schema(Box::new(values));
    }
    schema
        .properties
        .iter_mut()
        .for_each(|property| strip(&mut property.schema));
    schema
        .items
        .iter_mut()
        .chain(&mut schema.not)
        .for_each(|schema| strip(schema));
    if let Additional::Schema(values) = &mut schema.additional {
        strip(values);
    }
    let branches = [
        &mut schema.prefix_items,
        &mut schema.all_of,
        &mut schema.any_of,
        &mut schema.one_of,
    ];
    branches.into_iter().flatten().for_each(strip);
    if let Some(conditional) = &mut schema.conditional {
        strip(&mut conditional.condition);
        conditional
            .then
            .iter_mut()
            .chain(&mut conditional.otherwise)
            .for_each(strip);
    }
    schema
        .dependencies
        .schemas
        .iter_mut()
        .for_each(|(_, schema)| strip(schema));
}
