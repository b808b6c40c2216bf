//! The whole plan, resource by resource.

use std::collections::{HashMap, HashSet};

use super::data;
use super::differences::Differences;
use super::rename::{self, Renames};
use super::report::{Action, Doubt, ResourcePlan, TemplatePlan};
use super::side::{Context, Side};
use super::states::{State, States};
use super::tokens::Tokens;
use super::{outputs, report};
use crate::Map;
use crate::facts::{Interruption, Outcome, Reason, ResourceSpec};
use crate::json::Json;
use crate::template::graph::Graph;
use crate::template::part::{Member, Members, Part};
use crate::template::references;
use crate::template::section::Section;
use crate::template::{ParameterValues, Template};
use crate::typed::view::{self, View};
use crate::types::Types;
use crate::update;

/// The type that `Custom::…` stands for.
const CUSTOM_RESOURCE: &str = "AWS::CloudFormation::CustomResource";

/// What stands in a resource besides what its properties are planned by.
pub(super) const PLANNED: [&str; 2] = ["Type", "Properties"];

pub(super) fn plan(
    old: &Template,
    new: &Template,
    types: &Types,
    values: &ParameterValues,
) -> TemplatePlan {
    let ((old, _), (new, _)) = (old.shallow(), new.shallow());
    let before = Side::new(&old, false, &values.before, values.use_defaults);
    let after = Side::new(&new, true, &values.after, values.use_defaults);
    let differences = Differences::between(&before, &after);
    let tokens = Tokens::default();
    let renames = rename::find(&before, &after);
    let mut planner = Planner {
        before,
        after,
        types,
        differences,
        tokens,
        states: States::default(),
        renames,
        plans: Vec::new(),
    };
    planner.all()
}

pub(super) struct Planner<'t> {
    pub(super) before: Side<'t>,
    pub(super) after: Side<'t>,
    pub(super) types: &'t Types,
    pub(super) differences: Differences<'t>,
    pub(super) tokens: Tokens,
    pub(super) states: States<'t>,
    renames: Renames<'t>,
    /// Each plan, with the place of its resource among all.
    pub(super) plans: Vec<(usize, ResourcePlan)>,
}

/// Whether a resource is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    There,
    Absent,
    /// A condition decides, which is not decided itself.
    Open,
}

impl<'t> Planner<'t> {
    fn all(&mut self) -> TemplatePlan {
        let names = self.names();
        for name in self.in_order(&names) {
            self.resource(name.0, name.1);
        }
        let mut plans = core::mem::take(&mut self.plans);
        plans.sort_by_key(|(place, plan)| (severity(plan), *place));
        let resources: Vec<ResourcePlan> = plans.into_iter().map(|(_, plan)| plan).collect();
        let mut notes = self.notes();
        notes.extend(report::removal_note(&resources));
        TemplatePlan {
            resources,
            outputs: outputs::plan(&self.before, &self.after, self.context()),
            notes,
        }
    }

    /// The logical ids of both templates: those of the new one first.
    fn names(&self) -> Vec<&'t str> {
        let mut seen = HashSet::new();
        let all = resources(self.after.template).chain(resources(self.before.template));
        let names = all.map(|member| &*member.name);
        names.filter(|name| seen.insert(*name)).collect()
    }

    /// The resources, each after those that it refers to, with their places.
    fn in_order(&self, names: &[&'t str]) -> Vec<(usize, &'t str)> {
        let numbers: HashMap<&str, usize> = names
            .iter()
            .enumerate()
            .map(|(number, name)| (*name, number))
            .collect();
        let mut edges = Vec::new();
        for (number, name) in names.iter().enumerate() {
            for side in [&self.before, &self.after] {
                for member in side.resource(name).into_iter().flat_map(Members::iter) {
                    references::each(side.template.view(&member.value), &mut |named| {
                        edges.extend(numbers.get(named).map(|to| (number, *to)));
                    });
                }
            }
        }
        let graph = Graph::new(names.len(), edges.into_iter());
        let groups = graph.groups();
        let order = groups.members().flatten();
        order
            .filter_map(|number| Some((*number, *names.get(*number)?)))
            .collect()
    }

    pub(super) fn context(&self) -> Context<'_, 't> {
        Context {
            differences: &self.differences,
            states: &self.states,
            tokens: &self.tokens,
        }
    }

    fn resource(&mut self, place: usize, name: &'t str) {
        let (old, new) = (self.before.resource(name), self.after.resource(name));
        let presence = [presence(old, &self.before), presence(new, &self.after)];
        if self.renames.is_old(name) {
            return self.states.set(name, State::Replaced, None);
        }
        if let (Some(from), Some(new)) = (self.renames.from(name), new) {
            return self.renamed(place, name, from, new);
        }
        match (old, new, presence) {
            (_, _, [Presence::Absent, Presence::Absent]) | (None, None, _) => {}
            (Some(old), _, [Presence::There, Presence::Absent]) => {
                self.removed(place, name, old, true);
            }
            (_, Some(new), [Presence::Absent, Presence::There]) => {
                self.added(place, name, new, true);
            }
            (_, Some(new), [Presence::Absent, Presence::Open]) => {
                self.added(place, name, new, false);
            }
            (Some(old), _, [Presence::Open, Presence::Absent]) => {
                self.removed(place, name, old, false);
            }
            (Some(old), Some(new), _) => {
                let condition = |side: &Side<'t>, one: &'t Members| {
                    let name = attribute(side, one, "Condition").and_then(View::text)?;
                    side.holds(name).is_none().then_some(name)
                };
                let conditions = [condition(&self.before, old), condition(&self.after, new)];
                let doubt = match conditions {
                    [None, None] => Doubt::None,
                    [Some(old), Some(new)]
                        if old == new && !self.differences.conditions.contains(new) =>
                    {
                        Doubt::None
                    }
                    [Some(_), None] => Doubt::MayCome,
                    [_, Some(_)] => Doubt::MayGo,
                };
                self.changed(place, name, [old, new], doubt);
            }
            (None, Some(_), _) | (Some(_), None, _) => {}
        }
    }

    pub(super) fn spec(&self, type_name: &str) -> Option<&'static ResourceSpec> {
        let ty = self.types.get(type_name);
        let is_custom = type_name.starts_with("Custom::");
        let custom = || self.types.get(CUSTOM_RESOURCE).filter(|_| is_custom);
        ty.or_else(custom).map(|ty| ty.spec())
    }

    /// What those that refer to a resource have to know which is there on one side alone; the facts of its type.
    fn comes_or_goes(
        &mut self,
        name: &'t str,
        type_name: &str,
        certain: bool,
    ) -> Option<&'static ResourceSpec> {
        let state = if certain {
            State::Replaced
        } else {
            State::Uncertain
        };
        let spec = self.spec(type_name);
        self.states.set(name, state, spec);
        spec
    }

    fn added(&mut self, place: usize, name: &'t str, new: &'t Members, certain: bool) {
        let type_name = type_name(&self.after, new);
        let spec = self.comes_or_goes(name, type_name, certain);
        let plan = ResourcePlan::new(name, type_name, spec, Action::Add, certain);
        self.plans.push((place, plan));
    }

    fn removed(&mut self, place: usize, name: &'t str, old: &'t Members, certain: bool) {
        let type_name = type_name(&self.before, old);
        let spec = self.comes_or_goes(name, type_name, certain);
        let mut plan = ResourcePlan::new(name, type_name, spec, Action::Remove, certain);
        plan.fate = Some(self.fate_of_removed(old, type_name));
        plan.add_deletion_note();
        self.plans.push((place, plan));
    }

    pub(super) fn fate_of_removed(&self, old: &'t Members, type_name: &str) -> data::Fate {
        let policy = self.policy(&self.before, old, "DeletionPolicy");
        let properties = attribute(&self.before, old, "Properties");
        let cluster = properties.map(|view| view.member("DBClusterIdentifier"));
        let is_in_cluster = cluster.is_some_and(|cluster| !cluster.is_nothing());
        data::when_removed(policy.as_deref(), type_name, is_in_cluster)
    }

    /// The word of a policy; a text that is none if it is not decided.
    pub(super) fn policy(
        &self,
        side: &Side<'t>,
        attributes: &'t Members,
        name: &str,
    ) -> Option<String> {
        let view = attribute(side, attributes, name)?;
        let value = side.value(view, self.context())?;
        Some(value.as_str().unwrap_or_default().to_owned())
    }

    /// A resource that only changes its logical id.
    fn renamed(&mut self, place: usize, name: &'t str, from: &'t str, new: &'t Members) {
        let type_name = type_name(&self.after, new);
        let spec = self.spec(type_name);
        self.states.set(name, State::Replaced, spec);
        let mut plan = ResourcePlan::new(name, type_name, spec, Action::Rename, true);
        plan.renamed_from = Some(from.to_owned());
        plan.outcome = Some(Outcome::Replace);
        if let Some(old) = self.before.resource(from) {
            plan.fate = Some(self.fate_of_removed(old, type_name));
        }
        plan.add_deletion_note();
        if let Some(spec) = spec {
            let properties = self.properties(&self.after, new);
            let view = View::Json(&properties);
            if let Some((reason, certain)) = update::taken_name(view, spec) {
                if certain {
                    plan.outcome = Some(Outcome::Refused);
                }
                plan.reasons.push(reason);
            }
        }
        self.plans.push((place, plan));
    }

    /// A property object, as far as it is decided.
    pub(super) fn properties(&self, side: &Side<'t>, attributes: &'t Members) -> Json {
        let view = attribute(side, attributes, "Properties");
        let value = view.and_then(|view| side.value(view, self.context()));
        value.unwrap_or_else(|| Json::Object(Map::new()))
    }

    /// The whole resource, for rules that ask for what stands beside the properties.
    pub(super) fn whole(&self, side: &Side<'t>, attributes: &'t Members) -> Json {
        let members = attributes
            .iter()
            .filter(|member| !PLANNED.contains(&&*member.name));
        let members = members.filter_map(|member| {
            let value = side.value(side.template.view(&member.value), self.context())?;
            Some((&*member.name, value))
        });
        Json::Object(members.collect())
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for side in [&self.before, &self.after] {
            let transform = side.template.root.get(Section::Transform.name());
            let view = transform.map(|member| side.template.view(&member.value));
            if let Some(note) = view.and_then(report::transform_note)
                && !notes.contains(&note)
            {
                notes.push(note);
            }
        }
        let loops = |side: &Side<'t>| {
            let members = side.entries(Section::Resources);
            let loops = members.filter(|(name, _)| name.starts_with("Fn::"));
            let loops = loops.map(|(name, view)| (name.to_owned(), view::to_json(view)));
            loops.collect::<Vec<_>>()
        };
        if loops(&self.before) != loops(&self.after) {
            let note = "loops and macros among the resources differ: what they make is not planned";
            notes.push(note.to_owned());
        }
        notes
    }
}

/// The order of the plan: what loses data first, then the worst.
fn severity(plan: &ResourcePlan) -> core::cmp::Reverse<(bool, bool, u8)> {
    let weight = match (plan.action, plan.outcome) {
        (_, Some(Outcome::Refused)) => 6,
        (Action::Remove, _) => 5,
        (_, Some(Outcome::Replace)) => 4,
        (_, Some(Outcome::MayReplace)) => 3,
        (_, Some(Outcome::InPlace)) => 2,
        (Action::Add, _) => 1,
        _ => 0,
    };
    core::cmp::Reverse((plan.loses_data(), plan.certain && plan.loses_data(), weight))
}

/// The resources of a template, without loops and macros.
fn resources(template: &Template) -> impl Iterator<Item = &Member> {
    let members = template.entries_of(Section::Resources);
    let members = members.into_iter().flat_map(Members::iter);
    members
        .filter(|member| !member.name.starts_with("Fn::") && matches!(member.value, Part::Open(_)))
}

/// An attribute of a resource.
pub(super) fn attribute<'t>(
    side: &Side<'t>,
    attributes: &'t Members,
    name: &str,
) -> Option<View<'t>> {
    let member = attributes.get(name)?;
    Some(side.template.view(&member.value))
}

pub(super) fn type_name<'t>(side: &Side<'t>, attributes: &'t Members) -> &'t str {
    let view = attribute(side, attributes, "Type");
    view.and_then(View::text).unwrap_or_default()
}

impl ResourcePlan {
    pub(super) fn new(
        name: &str,
        type_name: &str,
        spec: Option<&'static ResourceSpec>,
        action: Action,
        certain: bool,
    ) -> Self {
        Self {
            logical_id: name.to_owned(),
            type_name: type_name.to_owned(),
            action,
            certain,
            outcome: None,
            interruption: Interruption::None,
            changes: Vec::new(),
            attributes: Vec::new(),
            dragged_by: Vec::new(),
            renamed_from: None,
            holds_data: data::holds_data(type_name, spec),
            fate: None,
            reasons: Vec::new(),
            is_unknown: false,
            doubt: Doubt::None,
        }
    }

    pub(super) fn add_deletion_note(&mut self) {
        let note = data::about_deletion(&self.type_name);
        if let Some(note) = note.filter(|_| self.fate == Some(data::Fate::Deleted)) {
            self.reasons.push(Reason::new(
                note,
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html",
                "2023-09",
            ));
        }
    }
}

/// Whether a resource is there on one side, as far as its condition is decided.
fn presence<'t>(attributes: Option<&'t Members>, side: &Side<'t>) -> Presence {
    let Some(attributes) = attributes else {
        return Presence::Absent;
    };
    let condition = attribute(side, attributes, "Condition").and_then(View::text);
    match condition.map(|name| side.holds(name)) {
        None | Some(Some(true)) => Presence::There,
        Some(Some(false)) => Presence::Absent,
        Some(None) => Presence::Open,
    }
}
