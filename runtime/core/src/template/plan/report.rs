//! The plan of a template, as users get it.

use super::data::Fate;
use crate::facts::{Interruption, Outcome, Reason};
use crate::json::Json;
use crate::typed::describe;
use crate::typed::view::View;
use crate::update::Change;

/// What CloudFormation will do when a stack is updated from one template to another.
///
/// `Display` is a table for a terminal, the worst first; [`to_markdown`](Self::to_markdown) is for a pull request,
/// [`to_mermaid`](Self::to_mermaid) a picture, [`to_json`](Self::to_json) for programs.
#[derive(Clone, PartialEq)]
#[must_use]
pub struct TemplatePlan {
    pub(super) resources: Vec<ResourcePlan>,
    pub(super) outputs: Vec<OutputChange>,
    pub(super) notes: Vec<String>,
}

/// What becomes of one resource.
#[derive(Clone, PartialEq)]
pub struct ResourcePlan {
    pub(super) logical_id: String,
    pub(super) type_name: String,
    pub(super) action: Action,
    /// Whether it is certain that the resource is there at all.
    pub(super) certain: bool,
    pub(super) outcome: Option<Outcome>,
    pub(super) interruption: Interruption,
    pub(super) changes: Vec<Change>,
    pub(super) attributes: Vec<AttributeChange>,
    pub(super) dragged_by: Vec<String>,
    pub(super) renamed_from: Option<String>,
    pub(super) holds_data: bool,
    pub(super) fate: Option<Fate>,
    pub(super) reasons: Vec<Reason>,
    pub(super) is_unknown: bool,
    pub(super) doubt: Doubt,
}

/// What a condition that is not decided may do to a resource that stands in both templates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Doubt {
    #[default]
    None,
    /// It may come.
    MayCome,
    /// It may go, or come.
    MayGo,
}

/// What is done with a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// It is created.
    Add,
    /// It is taken out of the stack.
    Remove,
    /// It only changes its logical id, which CloudFormation takes for one resource that goes and another that
    /// comes.
    Rename,
    /// It changes; [`outcome`](ResourcePlan::outcome) says how.
    Change,
}

/// An attribute beside the properties that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeChange {
    pub(super) name: String,
    pub(super) before: Option<Json>,
    pub(super) after: Option<Json>,
}

/// An output that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputChange {
    pub(super) name: String,
    pub(super) before: Option<Json>,
    pub(super) after: Option<Json>,
    pub(super) export: Option<Json>,
    pub(super) certain: bool,
}

impl TemplatePlan {
    /// Everything that differs: first what loses data, then by how severe it is, then in the order of the
    /// templates.
    #[must_use]
    pub fn resources(&self) -> &[ResourcePlan] {
        &self.resources
    }

    /// What becomes of the resource with that logical id; none if nothing does.
    #[must_use]
    pub fn resource(&self, logical_id: &str) -> Option<&ResourcePlan> {
        let is_it = |resource: &&ResourcePlan| resource.logical_id == logical_id;
        self.resources.iter().find(is_it)
    }

    /// The resources that are created, without those that only change their names.
    pub fn added(&self) -> impl Iterator<Item = &ResourcePlan> {
        self.with(Action::Add)
    }

    /// The resources that are taken out of the stack, without those that only change their names.
    pub fn removed(&self) -> impl Iterator<Item = &ResourcePlan> {
        self.with(Action::Remove)
    }

    /// The resources that only change their logical ids, under the new ones.
    pub fn renamed(&self) -> impl Iterator<Item = &ResourcePlan> {
        self.with(Action::Rename)
    }

    /// The resources that are there before and after the update, and change.
    pub fn changed(&self) -> impl Iterator<Item = &ResourcePlan> {
        self.with(Action::Change)
    }

    /// Those of the changed resources that are replaced, or whose replacement is refused.
    pub fn replaced(&self) -> impl Iterator<Item = &ResourcePlan> {
        self.changed()
            .filter(|resource| resource.outcome >= Some(Outcome::Replace))
    }

    /// Those of the changed resources that may be replaced.
    pub fn may_be_replaced(&self) -> impl Iterator<Item = &ResourcePlan> {
        self.changed()
            .filter(|resource| resource.outcome == Some(Outcome::MayReplace))
    }

    fn with(&self, action: Action) -> impl Iterator<Item = &ResourcePlan> {
        self.resources
            .iter()
            .filter(move |resource| resource.action == action)
    }

    /// The outputs that differ.
    #[must_use]
    pub fn outputs(&self) -> &[OutputChange] {
        &self.outputs
    }

    /// What else is to be known, one sentence each.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.notes.iter().map(String::as_str)
    }

    /// The most severe outcome of all changed resources; none if no resource changes.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.resources
            .iter()
            .filter_map(ResourcePlan::outcome)
            .max()
    }

    /// The worst interruption of all changed resources.
    #[must_use]
    pub fn interruption(&self) -> Interruption {
        let all = self.resources.iter().map(ResourcePlan::interruption);
        all.max().unwrap_or(Interruption::None)
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.resources.is_empty() && self.outputs.is_empty()
    }
}

impl ResourcePlan {
    /// The name of the resource in its template.
    #[must_use]
    pub fn logical_id(&self) -> &str {
        &self.logical_id
    }

    /// `AWS::SQS::Queue`.
    #[must_use]
    pub fn type_name(&self) -> &str {
        &self.type_name
    }

    /// What is done with it.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// Whether it certainly happens: `false` where a condition that is not decided, or a value that is not known,
    /// decides whether the resource is there or differs.
    #[must_use]
    pub fn certain(&self) -> bool {
        self.certain
    }

    /// What becomes of a resource that changes or is renamed; none if only attributes differ, or if it is added or
    /// removed.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// Whether it is interrupted.
    #[must_use]
    pub fn interruption(&self) -> Interruption {
        self.interruption
    }

    /// The properties that differ.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The attributes beside the properties that differ, such as `DependsOn` and `DeletionPolicy`.
    #[must_use]
    pub fn attributes(&self) -> &[AttributeChange] {
        &self.attributes
    }

    /// The resources that give this one other values, because they are replaced or change themselves.
    #[must_use]
    pub fn dragged_by(&self) -> &[String] {
        &self.dragged_by
    }

    /// The logical id before a rename.
    #[must_use]
    pub fn renamed_from(&self) -> Option<&str> {
        self.renamed_from.as_deref()
    }

    /// Whether a resource of the type holds data that is gone with it.
    #[must_use]
    pub fn holds_data(&self) -> bool {
        self.holds_data
    }

    /// What becomes of the old resource if it is removed or replaced.
    #[must_use]
    pub fn fate(&self) -> Option<Fate> {
        self.fate
    }

    /// Why, as far as that is not said of one of the changes.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// Whether the type is not known, so that nobody can say what a change does.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.is_unknown
    }

    /// Whether a condition that is not decided may take a resource away that stands in both templates.
    #[must_use]
    pub fn may_be_removed(&self) -> bool {
        self.doubt == Doubt::MayGo || self.action == Action::Remove
    }

    /// Whether data is gone after the update, or may be.
    #[must_use]
    pub fn loses_data(&self) -> bool {
        self.holds_data && self.fate.is_some_and(|fate| fate >= Fate::Undecided)
    }
}

impl AttributeChange {
    /// `DeletionPolicy`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The old value; none if it was not there.
    #[must_use]
    pub fn before(&self) -> Option<&Json> {
        self.before.as_ref()
    }

    /// The new value; none if it is not there any more.
    #[must_use]
    pub fn after(&self) -> Option<&Json> {
        self.after.as_ref()
    }
}

impl OutputChange {
    /// The name of the output.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The old value; none if the output was not there.
    #[must_use]
    pub fn before(&self) -> Option<&Json> {
        self.before.as_ref()
    }

    /// The new value; none if the output is not there any more.
    #[must_use]
    pub fn after(&self) -> Option<&Json> {
        self.after.as_ref()
    }

    /// The name under which the output was exported and is not any more, or not with the same value. The update
    /// is refused while another stack imports it.
    ///
    /// Source: the user guide's page "Get exported outputs from a deployed stack".
    #[must_use]
    pub fn lost_export(&self) -> Option<&Json> {
        self.export.as_ref()
    }

    /// Whether the value certainly changes; `false` also where a condition that is not decided says whether the
    /// output is there.
    #[must_use]
    pub fn certain(&self) -> bool {
        self.certain
    }

    /// What the change depends on, where it is not certain.
    pub(super) fn proviso(&self) -> &'static str {
        match (self.certain, &self.before, &self.after) {
            (true, _, _) => "",
            (false, Some(_), None) => ", unless its condition holds",
            (false, None, _) => ", if its condition holds",
            (false, Some(_), Some(_)) => ", if the value differs",
        }
    }
}

/// What is to be said of resources that keep all but a property which is taken out.
///
/// Source: <https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2527> and
/// <https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1913>: some types keep the old value,
/// others go back to their default.
pub(super) fn removal_note(plans: &[ResourcePlan]) -> Option<String> {
    let is_taken_out = |change: &Change| {
        change.after().is_none()
            && change.outcome() == Outcome::InPlace
            && change.reasons().is_empty()
    };
    let plans = plans
        .iter()
        .filter(|plan| plan.changes.iter().any(is_taken_out));
    let names: Vec<String> = plans
        .map(|plan| format!("`{}`", describe::name(&plan.logical_id)))
        .collect();
    let (shown, more) = names.split_at(names.len().min(MOST_NAMES));
    if shown.is_empty() {
        return None;
    }
    let shown = shown.join(", ");
    let more = match more.len() {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    Some(format!(
        "what becomes of a property that is taken out depends on the type: some keep the old value, others go \
         back to their default ({shown}{more})"
    ))
}

/// So many resources are named in a note.
const MOST_NAMES: usize = 5;

/// What is to be said of a template whose transform makes something else of it.
pub(super) fn transform_note(transform: View<'_>) -> Option<String> {
    let name = |view: View<'_>| {
        let name = view.text().or_else(|| view.member("Name").text())?;
        (name != "AWS::LanguageExtensions").then(|| describe::name(name).into_owned())
    };
    let name = name(transform).or_else(|| transform.items().find_map(name))?;
    Some(format!(
        "`{name}` makes another template of this one, which is planned as it is written"
    ))
}
