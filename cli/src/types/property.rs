//! One property of a type, by its path.

use formwork_specs::model::{Property, PropertyPath, ResourceType, Schema, Update};
use formwork_specs::shape::{Shape, Shapes};
use formwork_specs::suggest;

use crate::output::visible::visible;
use crate::stop::Stop;

/// A property, and the way to it.
pub(crate) struct Found<'a> {
    /// The property itself, behind those around it.
    pub(crate) steps: Vec<&'a Property>,
    /// Where its value stands in a property object; `*` for each element or member.
    pub(crate) path: PropertyPath,
}

impl<'a> Found<'a> {
    /// The property itself.
    pub(crate) fn property(&self) -> Option<&'a Property> {
        self.steps.last().copied()
    }

    /// What a change does at the worst, with the property that says so: those around it count.
    pub(crate) fn update(&self, resource: &ResourceType) -> (Update, Option<&'a str>) {
        let mut worst = (Update::Mutable, None);
        for property in &self.steps {
            if property.update > worst.0 {
                worst = (property.update, Some(property.name.as_str()));
            }
        }
        for scoped in &resource.scoped_updates {
            if self.path.0.starts_with(&scoped.path.0) && scoped.update > worst.0 {
                worst = (scoped.update, None);
            }
        }
        worst
    }

    /// The roles that it has on the way to it alone, though not wherever its record is used.
    pub(crate) fn roles(&self, resource: &ResourceType) -> Vec<&'static str> {
        let named = resource.scoped_roles.named().into_iter();
        let here = named.filter(|(_, paths)| paths.contains(&self.path));
        here.map(|(role, _)| role).collect()
    }
}

/// Finds the property that names, one below the other, lead to. Lists and maps between are passed.
pub(crate) fn find<'a>(
    resource: &'a ResourceType,
    shapes: &Shapes<'a>,
    names: &[&str],
) -> Result<Found<'a>, Stop> {
    let mut found = Found {
        steps: Vec::new(),
        path: PropertyPath::default(),
    };
    let mut record = Some(&resource.body);
    let mut owner = resource.name.to_string();
    for name in names {
        let Some(schema) = record else {
            let message = format!("`{}` has no properties of its own", visible(&owner));
            return Err(Stop::Unusable(message));
        };
        let mut properties = schema.properties.iter();
        let Some(property) = properties.find(|property| property.name == *name) else {
            return Err(unknown(&owner, name, schema));
        };
        found.steps.push(property);
        found.path.0.push(property.name.clone());
        record = inside(shapes, &property.schema, &mut found.path);
        owner = format!("{owner}.{name}");
    }
    // Below the property itself nothing was asked for.
    while found.path.0.last().is_some_and(|segment| segment == "*") {
        found.path.0.pop();
    }
    Ok(found)
}

/// The record that is the value, or each element or member of it.
fn inside<'a>(
    shapes: &Shapes<'a>,
    schema: &'a Schema,
    path: &mut PropertyPath,
) -> Option<&'a Schema> {
    const DEEPEST: usize = 6;
    let mut schema = schema;
    for _ in 0..DEEPEST {
        schema = match shapes.shape(schema) {
            Shape::Record(name) => return shapes.definition(name),
            Shape::List(inner) | Shape::Map(inner) => inner,
            _ => return None,
        };
        path.0.push("*".to_owned());
    }
    None
}

fn unknown(owner: &str, name: &str, schema: &Schema) -> Stop {
    let known = schema
        .properties
        .iter()
        .map(|property| property.name.as_str());
    let mut message = format!("`{}` has no property `{}`", visible(owner), visible(name));
    if let Some(help) = suggest::did_you_mean(name, known) {
        message = format!("{message}\nhelp: {help}");
    }
    Stop::Unusable(message)
}
