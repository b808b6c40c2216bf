//! Outputs and exports.

use std::collections::BTreeSet;

use super::report::OutputChange;
use super::side::{Context, Side};
use crate::json::{Json, call};
use crate::template::section::Section;
use crate::typed::view::View;

/// An output, as far as it is decided.
struct Output<'t> {
    value: Json,
    export: Option<Json>,
    /// The condition that is not decided, and on which the output depends.
    condition: Option<&'t str>,
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
fn output<'t>(view: View<'t>, side: &Side<'t>, context: Context<'_, 't>) -> Option<Output<'t>> {
    let condition = view.member("Condition").text();
    let holds = condition.map(|name| side.holds(name));
    if holds == Some(Some(false)) {
        return None;
    }
    Some(Output {
        value: side.value(view.member("Value"), context)?,
        export: side.value(view.member("Export").member("Name"), context),
        condition: condition.filter(|_| holds == Some(None)),
    })
}

fn change(
    name: &str,
    old: Option<&Output<'_>>,
    new: Option<&Output<'_>>,
    context: Context<'_, '_>,
) -> Option<OutputChange> {
    let restore = |value: &Json| context.tokens.restore(value, &mut BTreeSet::new());
    let value = |output: Option<&Output<'_>>| output.map(|output| restore(&output.value));
    let export = old.and_then(|old| old.export.as_ref()).map(restore);
    let (mut before, mut after) = (value(old), value(new));
    let certain = match (old, new) {
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => one.condition.is_none(),
        (Some(old), Some(new)) if old.value == new.value && old.export == new.export => {
            let is_same = match (old.condition, new.condition) {
                (None, None) => return None,
                (Some(old), Some(new)) => {
                    old == new && !context.differences.conditions.contains(new)
                }
                _ => false,
            };
            if is_same {
                return None;
            }
            // The value stays, but the output may come or go.
            if new.condition.is_some() {
                after = None;
            } else {
                before = None;
            }
            false
        }
        (Some(old), Some(new)) => [old, new]
            .iter()
            .all(|output| call::of(&output.value).is_none()),
    };
    Some(OutputChange {
        name: name.to_owned(),
        before,
        after,
        export,
        certain,
    })
}
