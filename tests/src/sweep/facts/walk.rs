//! The schemas that stand in a schema.

use formwork_specs::model::{Additional, Schema};

/// Calls a function with a schema and every schema in it, without following references.
pub fn each_schema<'s>(schema: &'s Schema, look: &mut dyn FnMut(&'s Schema)) {
    let mut waiting = vec![schema];
    while let Some(schema) = waiting.pop() {
        look(schema);
        waiting.extend(schema.properties.iter().map(|property| &property.schema));
        waiting.extend(schema.pattern_properties.iter().map(|(_, member)| member));
        if let Additional::Schema(member) = &schema.additional {
            waiting.push(member);
        }
        waiting.extend(schema.items.as_deref());
        waiting.extend(schema.not.as_deref());
        let lists = [
            &schema.prefix_items,
            &schema.all_of,
            &schema.any_of,
            &schema.one_of,
        ];
        waiting.extend(lists.into_iter().flatten());
        if let Some(conditional) = &schema.conditional {
            waiting.push(&conditional.condition);
            waiting.extend(&conditional.then);
            waiting.extend(&conditional.otherwise);
        }
        let dependent = schema.dependencies.schemas.iter();
        waiting.extend(dependent.map(|(_, schema)| schema));
    }
}
