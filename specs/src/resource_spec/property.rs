//! One property: its value, and what else the Resource Specification says of it.

use crate::model::{Property, Schema, Update};
use crate::registry::values::{flag, unexpected};
use crate::report::{Pointer, Report};
use crate::resource_spec::value::{self, Names, word};
use crate::resource_spec::{IGNORED_MEMBERS, sam};
use crate::suggest;
use crate::tree::{Member, Node};
use crate::unknown;
use crate::user_guide::secure;
use crate::visible::quoted;

const MEMBERS: &[&str] = &[
    "Documentation",
    "Required",
    "UpdateType",
    "PrimitiveType",
    "Type",
    "PrimitiveItemType",
    "ItemType",
    "DuplicatesAllowed",
];

/// Reads a property.
pub(crate) fn read(
    member: &Member<'_>,
    at: &Pointer<'_>,
    names: &mut dyn Names,
    report: &mut Report,
) -> Property {
    let node = &member.node;
    let mut property = Property {
        name: member.key.clone().into_owned(),
        ..Property::default()
    };
    property.schema = schema(node, at, names, report);
    if let Some(required) = node.get("Required") {
        property.required = flag(required, &at.name("Required"), report);
    }
    property.update = update(node, at, report);
    property.documentation = word(node, "Documentation", at, report).map(|url| secure(&url));
    property
}

/// Reads what value it is. Attributes and aliases are described by the same members.
pub(crate) fn schema(
    node: &Node<'_>,
    at: &Pointer<'_>,
    names: &mut dyn Names,
    report: &mut Report,
) -> Schema {
    let Some(members) = node.members() else {
        unexpected(node, at, "an object", report);
        return Schema::default();
    };
    for member in members {
        let key = member.key.as_ref();
        let is_read = MEMBERS.contains(&key) || sam::MEMBERS.contains(&key);
        if !is_read && !IGNORED_MEMBERS.iter().any(|(ignored, _)| *ignored == key) {
            let known = [MEMBERS, sam::MEMBERS].concat();
            unknown::tell("member", key, &known, &at.name(key), report);
        }
    }
    let mut schema = if sam::is_spoken(node) {
        sam::value(node, at, names, report)
    } else {
        value::value(node, at, names, report)
    };
    if let Some(duplicates) = node.get("DuplicatesAllowed") {
        let are_allowed = flag(duplicates, &at.name("DuplicatesAllowed"), report);
        // The names of a map differ anyway.
        schema.limits.unique_items = !are_allowed && schema.items.is_some();
    }
    schema
}

fn update(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Update {
    const UPDATES: [(&str, Update); 3] = [
        ("Mutable", Update::Mutable),
        ("Conditional", Update::Conditional),
        ("Immutable", Update::Immutable),
    ];
    let Some(name) = word(node, "UpdateType", at, report) else {
        return Update::default();
    };
    let known = UPDATES.iter().find(|(known, _)| *known == name);
    known.map_or_else(
        || {
            let help = suggest::help("a type", &name, UPDATES.iter().map(|(known, _)| *known));
            let message = format!("{} is no type of update", quoted(&name));
            report.error_with_help(&at.name("UpdateType"), message, help);
            Update::default()
        },
        |(_, update)| *update,
    )
}
