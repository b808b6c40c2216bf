//! The schemas that stand in another: the one place that knows all of them.

use super::{Additional, Conditional, Dependencies, Schema};

impl Schema {
    /// The schemas that stand directly in this one: of members, of elements, and of everything that is
    /// demanded besides. References are not followed.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        let Self {
            reference: _,
            types: _,
            description: _,
            properties,
            required: _,
            read_only: _,
            pattern_properties,
            additional,
            items,
            prefix_items,
            limits: _,
            all_of,
            any_of,
            one_of,
            not,
            conditional,
            dependencies,
        } = self;
        let Dependencies {
            required: _,
            excluded: _,
            schemas,
            exactly_one: _,
            at_least_one: _,
        } = dependencies;
        let additional = match additional {
            Additional::Schema(schema) => Some(schema.as_ref()),
            Additional::Unstated | Additional::Allowed | Additional::Denied => None,
        };
        let conditional = conditional.as_deref().into_iter();
        let conditional = conditional.flat_map(|conditional| {
            let Conditional {
                condition,
                then,
                otherwise,
            } = conditional;
            std::iter::once(condition).chain(then).chain(otherwise)
        });
        let properties = properties.iter().map(|property| &property.schema);
        properties
            .chain(pattern_properties.iter().map(|(_, schema)| schema))
            .chain(additional)
            .chain(items.as_deref())
            .chain(prefix_items)
            .chain(all_of)
            .chain(any_of)
            .chain(one_of)
            .chain(not.as_deref())
            .chain(conditional)
            .chain(schemas.iter().map(|(_, schema)| schema))
    }

    /// The same schemas, to be changed.
    pub fn children_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        let Self {
            reference: _,
            types: _,
            description: _,
            properties,
            required: _,
            read_only: _,
            pattern_properties,
            additional,
            items,
            prefix_items,
            limits: _,
            all_of,
            any_of,
            one_of,
            not,
            conditional,
            dependencies,
        } = self;
        let Dependencies {
            required: _,
            excluded: _,
            schemas,
            exactly_one: _,
            at_least_one: _,
        } = dependencies;
        let additional = match additional {
            Additional::Schema(schema) => Some(schema.as_mut()),
            Additional::Unstated | Additional::Allowed | Additional::Denied => None,
        };
        let conditional = conditional.as_deref_mut().into_iter();
        let conditional = conditional.flat_map(|conditional| {
            let Conditional {
                condition,
                then,
                otherwise,
            } = conditional;
            std::iter::once(condition).chain(then).chain(otherwise)
        });
        let properties = properties.iter_mut().map(|property| &mut property.schema);
        properties
            .chain(pattern_properties.iter_mut().map(|(_, schema)| schema))
            .chain(additional)
            .chain(items.as_deref_mut())
            .chain(prefix_items)
            .chain(all_of)
            .chain(any_of)
            .chain(one_of)
            .chain(not.as_deref_mut())
            .chain(conditional)
            .chain(schemas.iter_mut().map(|(_, schema)| schema))
    }
}
