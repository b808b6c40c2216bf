//! Filling structs from documents.

use crate::document::{Content, NodeRef};
use crate::intrinsic::{self, is_function};
use crate::mismatch::{Filled, Mismatch, Step};
use crate::record::Record;
use crate::rule::Rule;

/// Whether a node is a function call: an object whose only key is a function's name.
pub(crate) fn is_call(node: NodeRef<'_>) -> bool {
    matches!(node.content(), Content::Object(1))
        && node
            .members()
            .next()
            .is_some_and(|member| is_function(member.key))
}

/// Whether a node stands for a value that only deployment knows, without being a call by itself: a
/// dynamic reference, or an object to which `Fn::Transform` adds members.
pub(crate) fn is_unknown(node: NodeRef<'_>) -> bool {
    match node.content() {
        Content::String(text) => intrinsic::is_dynamic(text),
        Content::Object(_) => node.get(intrinsic::TRANSFORM).is_some(),
        _ => false,
    }
}

/// Fills the properties of a struct. The judge has seen the document before, or the caller is `serde`
/// and wants the first problem only.
pub(crate) fn record(record: &mut dyn Record, node: NodeRef<'_>) -> Filled {
    let Content::Object(_) = node.content() else {
        return Err(Mismatch::kind("an object", node));
    };
    let spec = record.spec();
    for member in node.members() {
        let step = Step::Name(member.key);
        let slot = match spec.position(member.key) {
            Some(index) => record.slot_mut(index),
            None => None,
        };
        let Some(slot) = slot else {
            let message = format!("`{}` has no property `{}`", spec.name, member.key);
            let error = Mismatch::new(Rule::UnknownProperty, member.key_node, message);
            let known = spec.properties().iter().map(|property| property.name);
            return Err(error
                .with_help(crate::suggest::name(member.key, known))
                .inside(step));
        };
        slot.fill(member.value)
            .map_err(|error| error.inside(step))?;
    }
    for (index, property) in spec.properties().iter().enumerate() {
        let missing = property.required && node.get(property.name).is_none();
        if missing && record.slot(index).is_some() {
            let message = format!("`{}` needs a property `{}`", spec.name, property.name);
            return Err(Mismatch::new(Rule::Required, node, message));
        }
    }
    Ok(())
}
