//! Outputs and exports.

use std::collections::BTreeSet;

use super::report::OutputChange;
use super::side::{Context, Side};
use crate::json::{Json, call};
use crate::template::section::Section;
use crate::typed::view::View;

/// An output, as far as it is decided.
struct Output {
    value: Json,
    export: Option<Json>,
}

pub(super) fn plan<'t>(
    before: &Side<'t>,
    after: &Side<'t>,
    context: Context<'_, 't>,
) -> Vec<OutputChange> {
    let old = before.entries(Section::Outputs);
    let new = after.entries(Section::Outputs);
    let added = new.filter(|(name, _)| before.entry(Section::Outputs, name).is_none());
    let names = old.chain(added).map(|(name, _)| name);
    let names = names.filter(|name| !name.starts_with("Fn::"));
    let changes = names.filter_map(|name| {
        let [old, new] = [before, after].map(|side| {
            let view = side.entry(Section::Outputs, name)?;
            output(view, side, context)
        });
        change(name, old.as_ref(), new.as_ref(), context)
    });
    changes.collect()
}

/// None if it is certainly not there.
fn output<'t>(view: View<'t>, side: &Side<'t>, context: Context<'_, 't>) -> Option<Output> {
    let condition = view.member("Condition").text();
    if condition.is_some_and(|name| side.holds(name) == Some(false)) {
        return None;
    }
    Some(Output {
        value: side.value(view.member("Value"), context)?,
        export: side.value(view.member("Export").member("Name"), context),
    })
}

fn change(
    name: &str,
    old: Option<&Output>,
    new: Option<&Output>,
    context: Context<'_, '_>,
) -> Option<OutputChange> {
    let is_same = match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => old.value == new.value && old.export == new.export,
        _ => false,
    };
    if is_same {
        return None;
    }
    let is_decided =
        |output: Option<&Output>| output.is_none_or(|output| call::of(&output.value).is_none());
    let certain = is_decided(old) && is_decided(new);
    let restore = |value: &Json| context.tokens.restore(value, &mut BTreeSet::new());
    let export = old.and_then(|old| old.export.as_ref()).map(restore);
    let value = |output: Option<&Output>| output.map(|output| restore(&output.value));
    Some(OutputChange {
        name: name.to_owned(),
        before: value(old),
        after: value(new),
        export,
        certain,
    })
}
