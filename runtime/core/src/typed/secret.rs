//! Which values hold something that must not be shown.

use crate::document::DEPTH_LIMIT;
use crate::facts::TypeSpec;
use crate::json::call;
use crate::typed::view::View;

/// Whether a value of that type holds what must not be shown, also in a branch of a function.
pub(crate) fn is_in(view: View<'_>, ty: TypeSpec) -> bool {
    is_within(view, ty, DEPTH_LIMIT)
}

fn is_within(view: View<'_>, ty: TypeSpec, levels: usize) -> bool {
    // Of what is too deep to be looked at nothing is shown either.
    let Some(levels) = levels.checked_sub(1) else {
        return true;
    };
    if let Some((_, argument)) = call::of(view) {
        return argument.items().any(|item| is_within(item, ty, levels));
    }
    match ty {
        TypeSpec::Record(record) => view.members().any(|(name, value)| {
            let property = record.position(name);
            match property.and_then(|index| record.properties().get(index)) {
                Some(property) => property.secret || is_within(value, property.ty, levels),
                None => record
                    .additional_properties()
                    .is_some_and(|ty| is_within(value, ty, levels)),
            }
        }),
        // What stands in the place of a list may be an element of it.
        TypeSpec::List(ty) => match view.members().next() {
            Some(_) => is_within(view, *ty, levels),
            None => view.items().any(|item| is_within(item, *ty, levels)),
        },
        TypeSpec::Map(ty) => view
            .members()
            .any(|(_, value)| is_within(value, *ty, levels)),
        _ => false,
    }
}
