//! Every property of a type.

use formwork_specs::model::{Additional, Property, ResourceType, Schema, Update};
use serde_json::{Value, json};

/// A property, by the way that leads there.
pub struct Place<'a> {
    pub(super) steps: Vec<Step<'a>>,
    /// The property type that it is a property of; empty for the type itself.
    pub owner: &'a str,
    /// What the specification says of it.
    pub property: &'a Property,
    /// The worst that the registry says of the properties on the way.
    pub(super) registry: Update,
}

/// A step of the way.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Property(&'a str),
    Element,
    Member,
}

impl Place<'_> {
    /// The way, as paths of specifications have it.
    #[must_use]
    pub fn path(&self) -> Vec<String> {
        self.steps
            .iter()
            .map(|step| step.name().to_owned())
            .collect()
    }

    /// A property object with nothing but a value at the place; without the property for none.
    pub(super) fn document(&self, value: Option<Value>) -> Value {
        let mut steps = self.steps.iter().rev();
        let mut document = match (value, steps.next()) {
            (Some(value), Some(Step::Property(name))) => json!({ *name: value }),
            _ => json!({}),
        };
        for step in steps {
            document = match step {
                Step::Property(name) => json!({ *name: document }),
                Step::Element => json!([document]),
                Step::Member => json!({ "k": document }),
            };
        }
        document
    }
}

impl Step<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Property(name) => name,
            Self::Element | Self::Member => "*",
        }
    }
}

/// Shows every property of a type, those of property types once on each way, but none inside of itself.
pub fn each<'a>(resource: &'a ResourceType, take: &mut dyn FnMut(&Place<'a>)) {
    let mut walk = Walk {
        resource,
        take,
        steps: Vec::new(),
        entered: Vec::new(),
    };
    walk.record(&resource.body, "", Update::Mutable);
}

struct Walk<'w, 'a> {
    resource: &'a ResourceType,
    take: &'w mut dyn FnMut(&Place<'a>),
    steps: Vec<Step<'a>>,
    entered: Vec<&'a str>,
}

impl<'a> Walk<'_, 'a> {
    /// The depth is that of property types, none of which is entered twice.
    fn record(&mut self, record: &'a Schema, owner: &'a str, around: Update) {
        for property in &record.properties {
            let length = self.steps.len();
            self.steps.push(Step::Property(&property.name));
            let mut place = Place {
                steps: self.steps.clone(),
                owner,
                property,
                registry: around.max(property.update),
            };
            place.registry = place.registry.max(self.scoped(&place.path()));
            let registry = place.registry;
            (self.take)(&place);
            if let Some((steps, name, inner)) = self.inner(&property.schema)
                && !self.entered.contains(&name)
            {
                self.steps.extend(steps);
                self.entered.push(name);
                self.record(inner, name, registry);
                self.entered.pop();
            }
            self.steps.truncate(length);
        }
    }

    fn scoped(&self, path: &[String]) -> Update {
        let scoped = self.resource.scoped_updates.iter();
        let here = scoped.filter(|scoped| scoped.path.0 == path);
        here.map(|scoped| scoped.update).max().unwrap_or_default()
    }

    /// The property type that a schema leads to, and the lists and maps in between.
    fn inner(&self, schema: &'a Schema) -> Option<(Vec<Step<'a>>, &'a str, &'a Schema)> {
        const LONGEST: usize = 8;
        let mut schema = schema;
        let mut steps = Vec::new();
        for _ in 0..LONGEST {
            if let Some(name) = &schema.reference {
                let mut definitions = self.resource.definitions.iter();
                let found = definitions.find(|one| one.name == *name)?;
                // A list may say something of its members by mistake.
                if !found.schema.properties.is_empty() && found.schema.items.is_none() {
                    return Some((steps, name, &found.schema));
                }
                schema = &found.schema;
            } else if let Some(items) = &schema.items {
                steps.push(Step::Element);
                schema = items;
            } else if let Some((_, values)) = schema.pattern_properties.first() {
                steps.push(Step::Member);
                schema = values;
            } else if let Additional::Schema(values) = &schema.additional {
                steps.push(Step::Member);
                schema = values;
            } else {
                return None;
            }
        }
        None
    }
}
