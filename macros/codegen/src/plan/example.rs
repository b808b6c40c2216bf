//! The example of a resource: its builder with every required property, or with the first optional ones.

use formwork_specs::model::Literal;

use super::layout::{FieldLayout, Layout, RecordLayout};
use super::shapes::{Resolved, SetOrigin, allowed_values};
use crate::names;

/// How many optional properties are shown where none is required.
const SHOWN: usize = 2;

/// How deep structs in structs are written out.
const DEEPEST: usize = 4;

/// The example as a block of text: doctests would compile one crate for each resource, and show up in the tests of
/// the crate that generates them.
pub(super) fn of(
    layout: &Layout<'_>,
    resource: &str,
    module: &str,
    identifier: Option<&str>,
) -> String {
    let Some(root) = layout.records.first() else {
        return String::new();
    };
    let example = Example {
        layout,
        module,
        named: identifier,
    };
    let setters = example.setters(root, DEEPEST);
    if setters.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = setters
        .iter()
        .map(|setter| format!("    {setter}"))
        .collect();
    format!(
        "```text\nlet {} = {resource}::builder()\n{}\n    .build();\n```",
        module.trim_start_matches("r#"),
        lines.join("\n")
    )
}

struct Example<'l, 's> {
    layout: &'l Layout<'s>,
    module: &'l str,
    /// The property that identifies the resource, if it is one.
    named: Option<&'l str>,
}

impl Example<'_, '_> {
    /// `.name("…")` for each property that is shown.
    fn setters(&self, record: &RecordLayout<'_>, left: usize) -> Vec<String> {
        let required = record.fields.iter().filter(|field| field.property.required);
        let mut shown: Vec<&FieldLayout<'_>> = required.collect();
        if shown.is_empty() {
            let simple = record
                .fields
                .iter()
                .filter(|field| is_simple(&field.resolved) && !field.property.deprecated);
            // Inside of another struct one is enough: two may exclude each other, as the ways to give code do.
            let most = if left == DEEPEST { SHOWN } else { 1 };
            shown = simple.collect();
            shown.sort_by_key(|field| Some(field.property.name.as_str()) != self.named);
            shown.truncate(most);
        }
        let setter = |field: &&FieldLayout<'_>| {
            let name = names::snake(&field.property.name);
            format!(".{name}({})", self.value(&field.resolved, left))
        };
        shown.iter().map(setter).collect()
    }

    fn value(&self, resolved: &Resolved<'_>, left: usize) -> String {
        match resolved {
            Resolved::Text => "\"…\"".to_owned(),
            Resolved::ValueSet(origin) => first_value(*origin),
            Resolved::Integer => "1".to_owned(),
            Resolved::Float => "1.5".to_owned(),
            Resolved::Bool => "true".to_owned(),
            Resolved::Json => "formwork::json!({ … })".to_owned(),
            Resolved::List(inner) => format!("[{}]", self.value(inner, left)),
            Resolved::Map(inner) => format!("[(\"…\", {})]", self.value(inner, left)),
            Resolved::Record(name) => {
                let found = self
                    .layout
                    .records
                    .iter()
                    .find(|record| record.name == *name);
                let setters = match (found, left.checked_sub(1)) {
                    (Some(record), Some(left)) => self.setters(record, left).concat(),
                    _ => String::new(),
                };
                format!(
                    "{}::{}::builder(){setters}",
                    self.module,
                    names::type_name(name)
                )
            }
        }
    }
}

fn is_simple(resolved: &Resolved<'_>) -> bool {
    matches!(
        resolved,
        Resolved::Text
            | Resolved::ValueSet(_)
            | Resolved::Integer
            | Resolved::Float
            | Resolved::Bool
    )
}

fn first_value(origin: SetOrigin<'_>) -> String {
    let (SetOrigin::Definition(_, schema) | SetOrigin::Property(schema)) = origin;
    match allowed_values(schema).first() {
        // Whatever could end the block is not shown.
        Some(Literal::String(value)) if !value.contains('`') => format!("{value:?}"),
        _ => "\"…\"".to_owned(),
    }
}
