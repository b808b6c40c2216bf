//! Parameters, mappings and conditions that may mean something else after the update.

use std::collections::{HashMap, HashSet};

use super::side::{Side, scalar};
use crate::json::{Json, call};
use crate::template::section::Section;
use crate::typed::view::{self, View};

/// The names that may mean something else.
#[derive(Debug, Default)]
pub(super) struct Differences<'t> {
    pub(super) parameters: HashSet<&'t str>,
    pub(super) mappings: HashSet<&'t str>,
    pub(super) conditions: HashSet<&'t str>,
}

impl<'t> Differences<'t> {
    pub(super) fn between(before: &Side<'t>, after: &Side<'t>) -> Self {
        let mut differences = Self::default();
        for (name, parameter) in after.entries(Section::Parameters) {
            let old = before.entry(Section::Parameters, name);
            if old.is_none_or(|old| differs(old, parameter)) {
                differences.parameters.insert(name);
            }
        }
        for (name, mapping) in after.entries(Section::Mappings) {
            let old = before.entry(Section::Mappings, name);
            if old.is_none_or(|old| view::to_json(old) != view::to_json(mapping)) {
                differences.mappings.insert(name);
            }
        }
        differences.conditions = differences.conditions(before, after);
        differences
    }

    /// The conditions that are defined in another way, or by something that may mean something else.
    fn conditions(&self, before: &Side<'t>, after: &Side<'t>) -> HashSet<&'t str> {
        let mut changed = HashSet::new();
        let mut needed_by: HashMap<&str, Vec<&'t str>> = HashMap::new();
        for (name, view) in &after.conditions {
            let old = before.conditions.get(name);
            let mut is_changed = old.is_none_or(|old| view::to_json(*old) != view::to_json(*view));
            names(*view, &mut |kind, named| match kind {
                Kind::Condition => needed_by.entry(named).or_default().push(name),
                Kind::Parameter => is_changed |= self.parameters.contains(named),
                Kind::Mapping => is_changed |= self.mappings.contains(named),
            });
            if is_changed {
                changed.insert(*name);
            }
        }
        let mut waiting: Vec<&'t str> = changed.iter().copied().collect();
        while let Some(name) = waiting.pop() {
            for dependent in needed_by.get(name).into_iter().flatten() {
                if changed.insert(dependent) {
                    waiting.push(dependent);
                }
            }
        }
        changed
    }
}

/// Whether a parameter may have another value: its default or its type differs.
fn differs(before: View<'_>, after: View<'_>) -> bool {
    ["Default", "Type"]
        .iter()
        .any(|name| scalar(before.member(name)) != scalar(after.member(name)))
}

/// What a condition names.
enum Kind {
    Condition,
    Parameter,
    Mapping,
}

/// Tells all names in a condition.
fn names<'t>(view: View<'t>, tell: &mut impl FnMut(Kind, &'t str)) {
    let called = call::of(view).or_else(|| call::condition(view));
    match called {
        Some(("Ref", argument)) => {
            if let Some(name) = argument.text() {
                tell(Kind::Parameter, name);
            }
        }
        Some(("Condition", argument)) => {
            if let Some(name) = argument.text() {
                tell(Kind::Condition, name);
            }
        }
        Some(("Fn::FindInMap", argument)) => {
            if let Some(name) = argument.items().next().and_then(View::text) {
                tell(Kind::Mapping, name);
            }
            argument.items().for_each(|item| names(item, tell));
        }
        Some(("Fn::Sub", argument)) => {
            let text = argument.text().or_else(|| argument.items().next()?.text());
            let found = text.into_iter().flat_map(crate::template::sub::names);
            found.for_each(|name| tell(Kind::Parameter, name));
            argument.items().for_each(|item| names(item, tell));
        }
        _ => {
            view.items().for_each(|item| names(item, tell));
            view.members().for_each(|(_, member)| names(member, tell));
        }
    }
}

/// Whether two values are written alike.
pub(super) fn is_same(left: Option<View<'_>>, right: Option<View<'_>>) -> bool {
    let json = |view: Option<View<'_>>| view.map_or(Json::Null, view::to_json);
    json(left) == json(right)
}
