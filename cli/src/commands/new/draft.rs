//! What a new resource is started with.

use formwork_specs::model::{Literal, Number, Property, ResourceType, Schema};
use formwork_specs::shape::{Shape, Shapes};

use crate::types::view;
use crate::types::words::{self, Extent};

/// What stands where somebody has to write a text.
pub(super) const TODO: &str = "TODO";

/// Records and lists inside of each other go no deeper than this: what a recursive type requires of
/// itself has no end.
const DEEPEST: usize = 8;

/// The properties of a record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// The definition; none for the resource itself.
    pub(super) definition: Option<String>,
    /// The required ones, in the order of the specification.
    pub(super) required: Vec<Entry>,
    /// The others, without anything in them.
    pub(super) optional: Vec<Entry>,
    /// What is demanded of them together.
    pub(super) rules: Vec<String>,
}

/// One property.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) name: String,
    /// What it is and what is demanded of it.
    pub(super) hint: String,
    pub(super) value: Value,
}

/// What it is started with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A text, number or flag.
    Scalar(Literal),
    /// A text that names a point in time, or one of a few.
    List(Vec<Value>),
    /// Members of any name: none, to start with.
    Map,
    /// Any JSON.
    Any,
    Record(Draft),
}

impl Draft {
    /// What a resource is started with.
    pub(super) fn of(resource: &ResourceType) -> Self {
        let shapes = Shapes::of(&resource.definitions);
        record(&shapes, None, &resource.body, 0)
    }
}

fn record<'a>(
    shapes: &Shapes<'a>,
    definition: Option<&str>,
    schema: &'a Schema,
    depth: usize,
) -> Draft {
    let mut draft = Draft {
        definition: definition.map(str::to_owned),
        required: Vec::new(),
        optional: Vec::new(),
        rules: words::rules(schema),
    };
    for property in &schema.properties {
        let (entries, depth) = if property.required {
            (&mut draft.required, depth)
        } else {
            (&mut draft.optional, DEEPEST)
        };
        entries.push(Entry {
            name: property.name.clone(),
            hint: hint(shapes, property),
            value: value(shapes, &property.schema, depth),
        });
    }
    draft
}

/// `string; 1 to 80 characters; a change replaces`; nothing where there is nothing to say.
fn hint<'a>(shapes: &Shapes<'a>, property: &'a Property) -> String {
    let mut parts = vec![words::kind(shapes, &property.schema)];
    parts.extend(words::limits(shapes, &property.schema, Extent::Short));
    if property.update != formwork_specs::model::Update::Mutable {
        parts.push(format!("a change {}", view::update(property.update)));
    }
    parts.extend(property.deprecated.then(|| "deprecated".to_owned()));
    // A record that is called like the property says nothing by its name.
    if parts == [property.name.as_str()] {
        return String::new();
    }
    parts.join("; ")
}

fn value<'a>(shapes: &Shapes<'a>, schema: &'a Schema, depth: usize) -> Value {
    if let Some(literal) = known_value(shapes, schema) {
        return Value::Scalar(literal);
    }
    match shapes.shape(schema) {
        Shape::Text => Value::Scalar(Literal::String(TODO.to_owned())),
        Shape::Timestamp => Value::Scalar(Literal::String("2030-01-01T00:00:00Z".to_owned())),
        Shape::Boolean => Value::Scalar(Literal::Bool(false)),
        Shape::Integer | Shape::Number => Value::Scalar(Literal::Number(number(shapes, schema))),
        Shape::Any => Value::Any,
        Shape::Map(_) => Value::Map,
        Shape::List(items) if depth < DEEPEST => Value::List(vec![value(shapes, items, depth + 1)]),
        Shape::List(_) => Value::List(Vec::new()),
        Shape::Record(name) => {
            let schema = shapes.definition(name).filter(|_| depth < DEEPEST);
            schema.map_or(Value::Any, |schema| {
                Value::Record(record(shapes, Some(name), schema, depth + 1))
            })
        }
    }
}

/// A text, number or flag that the specification itself names: the only one, or the first.
fn known_value<'a>(shapes: &Shapes<'a>, schema: &'a Schema) -> Option<Literal> {
    let layers = words::layers(shapes, schema);
    let limits = || layers.iter().map(|layer| &layer.limits);
    let constant = limits().find_map(|limits| limits.constant.clone());
    let default = || limits().find_map(|limits| limits.default.clone());
    let first = || limits().find_map(|limits| limits.allowed.first().cloned());
    let value = constant.or_else(default).or_else(first)?;
    let is_scalar = !matches!(
        value,
        Literal::Array(_) | Literal::Object(_) | Literal::Null
    );
    is_scalar.then_some(value)
}

/// The least one that is allowed.
fn number<'a>(shapes: &Shapes<'a>, schema: &'a Schema) -> Number {
    let layers = words::layers(shapes, schema);
    let least = layers.iter().find_map(|layer| layer.limits.minimum.clone());
    least.unwrap_or_else(|| Number("1".to_owned()))
}
