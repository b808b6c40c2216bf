//! A resource that is there before and after the update.

use std::collections::{BTreeSet, HashMap};

use super::planner::{PLANNED, Planner, attribute, type_name};
use super::report::{Action, AttributeChange, Doubt, ResourcePlan};
use super::states::State;
use super::{data, differences};
use crate::facts::{Interruption, Outcome, Reason, ResourceSpec};
use crate::json::Json;
use crate::template::part::Members;
use crate::typed::view::{self, View};
use crate::update::{self, Around, Change};

const TYPE_PAGE: &str = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html";

impl<'t> Planner<'t> {
    /// A resource that is there before and after the update.
    pub(super) fn changed(
        &mut self,
        place: usize,
        name: &'t str,
        [old, new]: [&'t Members; 2],
        doubt: Doubt,
    ) {
        let types = [type_name(&self.before, old), type_name(&self.after, new)];
        let spec = self.spec(types[1]);
        let mut plan = ResourcePlan::new(name, types[1], spec, Action::Change, true);
        plan.attributes = self.attributes(old, new);
        if types[0] == types[1] {
            self.compare(&mut plan, [old, new], spec);
        } else {
            plan.refuse_type(types[0]);
        }
        let is_doubtful = doubt != Doubt::None;
        plan.doubt = doubt;
        if is_doubtful {
            plan.certain = false;
            let undecided = Reason::new(
                "whether it is there depends on a condition that is not decided",
                "",
                "",
            );
            plan.reasons.push(undecided);
        }
        let state = plan.state(is_doubtful);
        self.states.set(name, state, spec);
        if plan.outcome >= Some(Outcome::MayReplace) {
            plan.fate = Some(self.fate_of_replaced(old, new, types[1]));
        }
        if doubt == Doubt::MayGo {
            plan.fate = plan.fate.max(Some(self.fate_of_removed(old, types[0])));
        }
        plan.add_deletion_note();
        if plan.outcome.is_some() || !plan.attributes.is_empty() || is_doubtful {
            self.plans.push((place, plan));
        }
    }

    /// The worse of what both templates say: which of them counts is not documented.
    fn fate_of_replaced(&self, old: &'t Members, new: &'t Members, type_name: &str) -> data::Fate {
        let policy = |side, attributes| self.policy(side, attributes, "UpdateReplacePolicy");
        let fates = [policy(&self.before, old), policy(&self.after, new)]
            .map(|policy| data::when_replaced(policy.as_deref(), type_name));
        fates.into_iter().max().unwrap_or(data::Fate::Deleted)
    }

    fn compare(
        &self,
        plan: &mut ResourcePlan,
        [old, new]: [&'t Members; 2],
        spec: Option<&'static ResourceSpec>,
    ) {
        let (before, after) = (
            self.properties(&self.before, old),
            self.properties(&self.after, new),
        );
        let Some(spec) = spec else {
            return self.compare_unknown(plan, &before, &after);
        };
        let around = (self.whole(&self.before, old), self.whole(&self.after, new));
        let around = Around {
            before: View::Json(&around.0),
            after: View::Json(&around.1),
        };
        let (before, after) = (View::Json(&before), View::Json(&after));
        let update = update::plan(before, after, spec, Some(around));
        plan.outcome = update.outcome();
        plan.interruption = update.interruption();
        plan.certain = update.is_empty() || update.changes().iter().any(Change::certain);
        let mut dragged = BTreeSet::new();
        let changes = update.into_changes().into_iter();
        let changes = changes
            .map(|change| change.map_values(|value| self.tokens.restore(value, &mut dragged)));
        plan.changes = changes.collect();
        plan.dragged_by = dragged
            .into_iter()
            .filter(|name| *name != plan.logical_id)
            .collect();
    }

    /// A change of a type that nobody knows: it may do anything.
    fn compare_unknown(&self, plan: &mut ResourcePlan, before: &Json, after: &Json) {
        // A custom resource gets every number and boolean as a text.
        let is_custom = plan.type_name.starts_with("Custom::");
        if before == after || is_custom && as_texts(before) == as_texts(after) {
            return;
        }
        let mut dragged = BTreeSet::new();
        for value in [before, after] {
            let _ = self.tokens.restore(value, &mut dragged);
        }
        plan.dragged_by = dragged.into_iter().collect();
        plan.is_unknown = true;
        plan.outcome = Some(Outcome::MayReplace);
        plan.interruption = Interruption::Possible;
        plan.reasons.push(Reason::new(
            "the type is not known here, so what a change does is not known either",
            "",
            "",
        ));
    }

    /// What differs beside the properties.
    fn attributes(&self, old: &'t Members, new: &'t Members) -> Vec<AttributeChange> {
        let names = |members: &'t Members| members.iter().map(|member| &*member.name);
        let added = names(new).filter(|name| old.get(name).is_none());
        let all = names(old)
            .chain(added)
            .filter(|name| !PLANNED.contains(name));
        let changes = all.filter_map(|name| {
            let (before, after) = (
                attribute(&self.before, old, name),
                attribute(&self.after, new, name),
            );
            let value = |view: Option<View<'t>>| view.map(view::to_json);
            let is_same = differences::is_same(before, after)
                || name == "DependsOn" && dependencies(before) == dependencies(after);
            (!is_same).then(|| AttributeChange {
                name: name.to_owned(),
                before: value(before),
                after: value(after),
            })
        });
        changes.collect()
    }
}

/// A value with texts for its numbers and booleans.
///
/// Source: <https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1037>.
fn as_texts(value: &Json) -> Json {
    match value {
        Json::Bool(_) | Json::Number(_) => Json::from(value.to_string()),
        Json::Array(items) => items.iter().map(as_texts).collect(),
        Json::Object(members) => {
            let members = members.iter();
            Json::Object(members.map(|(name, one)| (name, as_texts(one))).collect())
        }
        Json::Null | Json::String(_) => value.clone(),
    }
}

/// What a resource waits for, whether one name or a list is written.
fn dependencies(view: Option<View<'_>>) -> BTreeSet<&str> {
    let Some(view) = view else {
        return BTreeSet::new();
    };
    match view.text() {
        Some(one) => BTreeSet::from([one]),
        None => view.items().filter_map(View::text).collect(),
    }
}

impl ResourcePlan {
    /// The type of a resource cannot be changed.
    fn refuse_type(&mut self, before: &str) {
        self.outcome = Some(Outcome::Refused);
        let text = format!(
            "the type of a resource cannot be changed from `{}`: give the new one another logical id",
            crate::typed::describe::name(before)
        );
        self.reasons.push(Reason::new(text, TYPE_PAGE, "2023-09"));
    }

    /// What the plan means for those that refer to the resource.
    fn state(&self, may_go: bool) -> State {
        match self.outcome {
            Some(Outcome::Replace | Outcome::Refused) if !may_go && self.certain => State::Replaced,
            Some(Outcome::Replace | Outcome::Refused | Outcome::MayReplace) => State::Uncertain,
            _ if may_go => State::Uncertain,
            None => State::Kept,
            Some(Outcome::InPlace) => {
                let mut changes = HashMap::new();
                for change in &self.changes {
                    let top = change.path().split('/').nth(1).unwrap_or_default();
                    *changes.entry(top.to_owned()).or_insert(false) |= change.certain();
                }
                State::Updated(changes)
            }
        }
    }
}
