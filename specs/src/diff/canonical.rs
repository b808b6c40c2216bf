//! Schemas as text: branches and conditions have no place of their own, and are compared as a whole.

use super::facts::{self, Facts};
use crate::model::{Additional, Property, Schema};

/// The schema in a form that is equal where the demands are: facts by name, prose left out.
pub(super) fn text(schema: &Schema) -> String {
    let mut out = String::new();
    write(schema, &mut out);
    out
}

/// Calls itself for each schema in a schema; their nesting is limited by the reader of specifications.
fn write(schema: &Schema, out: &mut String) {
    let Schema {
        reference,
        types,
        description: _,
        properties,
        required,
        // A property that comes or goes says it.
        read_only: _,
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
    } = schema;
    let mut facts = Facts::default();
    facts.some("$ref", reference.as_deref());
    facts.list("type", types.iter().map(|one| one.name().to_owned()));
    let mut required = required.clone();
    required.sort();
    facts.list("required", required);
    facts::limits(limits, &mut facts);
    let named = properties.iter().map(|property| {
        let Property { name, schema, .. } = property;
        format!("{name}: {}", text(schema))
    });
    facts.list("properties", named);
    let patterns = pattern_properties.iter();
    facts.list(
        "patternProperties",
        patterns.map(|(name, schema)| format!("{name}: {}", text(schema))),
    );
    match additional {
        Additional::Unstated => {}
        Additional::Allowed => facts.word("additionalProperties", "true"),
        Additional::Denied => facts.word("additionalProperties", "false"),
        Additional::Schema(schema) => facts.word("additionalProperties", &text(schema)),
    }
    facts.list("items", items.iter().map(|schema| text(schema)));
    facts.list("prefixItems", prefix_items.iter().map(text));
    facts.list("allOf", all_of.iter().map(text));
    facts.list("anyOf", any_of.iter().map(text));
    facts.list("oneOf", one_of.iter().map(text));
    facts.list("not", not.iter().map(|schema| text(schema)));
    if let Some(conditional) = conditional {
        facts.word("if", &text(&conditional.condition));
        facts.list("then", conditional.then.iter().map(text));
        facts.list("else", conditional.otherwise.iter().map(text));
    }
    facts.list("dependencies", {
        let shown = format!("{dependencies:?}");
        (*dependencies != crate::model::Dependencies::default()).then_some(shown)
    });
    out.push('{');
    for (at, (name, values)) in facts.0.iter().enumerate() {
        if at > 0 {
            out.push_str("; ");
        }
        out.extend([name, " ", &values.join(", ")]);
    }
    out.push('}');
}
