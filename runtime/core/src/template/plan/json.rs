//! The plan for programs.

use super::report::{Action, AttributeChange, OutputChange, ResourcePlan, TemplatePlan};
use crate::Map;
use crate::facts::{Interruption, Outcome, Reason};
use crate::json::Json;
use crate::template::plan::Fate;
use crate::update::Change;

impl TemplatePlan {
    /// The plan as JSON, for programs. Whatever does not apply is `null`; lists are in the order of the plan.
    ///
    /// ```json
    /// {
    ///   "outcome": null | "in-place" | "may-replace" | "replace" | "refused",
    ///   "interruption": "none" | "possible" | "certain",
    ///   "resources": [{
    ///     "logicalId": "…", "type": "…",
    ///     "action": "add" | "remove" | "rename" | "change",
    ///     "certain": true, "unknownType": false, "mayBeRemoved": false,
    ///     "outcome": …, "interruption": …,
    ///     "renamedFrom": null, "draggedBy": ["…"],
    ///     "holdsData": true,
    ///     "fate": null | "retained" | "snapshot" | "undecided" | "deleted",
    ///     "reasons": [{ "text": "…", "source": null | "…", "asOf": null | "…" }],
    ///     "changes": [{
    ///       "path": "/QueueName", "before": …, "after": …, "certain": true,
    ///       "outcome": …, "interruption": …, "reasons": […]
    ///     }],
    ///     "attributes": [{ "name": "DeletionPolicy", "before": …, "after": … }]
    ///   }],
    ///   "outputs": [{ "name": "…", "before": …, "after": …, "certain": true, "lostExport": null }],
    ///   "notes": ["…"]
    /// }
    /// ```
    ///
    /// ```
    /// use formwork::{Template, Types};
    ///
    /// let old: Template = r#"{ "Resources": {} }"#.parse()?;
    /// let new: Template = r#"{ "Resources": { "A": { "Type": "Custom::A" } } }"#.parse()?;
    /// let json = old.plan_update(&new, &Types::new()).to_json();
    /// assert_eq!(json.pointer("/resources/0/action").unwrap().as_str(), Some("add"));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> Json {
        object([
            ("outcome", outcome(self.outcome())),
            ("interruption", interruption(self.interruption())),
            ("resources", self.resources.iter().map(resource).collect()),
            ("outputs", self.outputs.iter().map(output).collect()),
            ("notes", self.notes().collect()),
        ])
    }
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(Map::from(members))
}

fn resource(plan: &ResourcePlan) -> Json {
    let ResourcePlan {
        logical_id,
        type_name,
        action,
        certain,
        outcome: outcome_of,
        interruption: interruption_of,
        changes,
        attributes,
        dragged_by,
        renamed_from,
        holds_data,
        fate,
        reasons,
        is_unknown,
        doubt: _,
    } = plan;
    let action = match action {
        Action::Add => "add",
        Action::Remove => "remove",
        Action::Rename => "rename",
        Action::Change => "change",
    };
    let fate = fate.map(|fate| match fate {
        Fate::Retained => "retained",
        Fate::Snapshot => "snapshot",
        Fate::Undecided => "undecided",
        Fate::Deleted => "deleted",
    });
    object([
        ("logicalId", logical_id.as_str().into()),
        ("type", type_name.as_str().into()),
        ("action", action.into()),
        ("certain", (*certain).into()),
        ("unknownType", (*is_unknown).into()),
        ("mayBeRemoved", plan.may_be_removed().into()),
        ("outcome", outcome(*outcome_of)),
        ("interruption", interruption(*interruption_of)),
        (
            "renamedFrom",
            renamed_from.as_deref().map_or(Json::Null, Json::from),
        ),
        ("draggedBy", dragged_by.iter().map(String::as_str).collect()),
        ("holdsData", (*holds_data).into()),
        ("fate", fate.map_or(Json::Null, Json::from)),
        ("reasons", reasons.iter().map(reason).collect()),
        ("changes", changes.iter().map(change).collect()),
        ("attributes", attributes.iter().map(attribute).collect()),
    ])
}

fn change(change: &Change) -> Json {
    let value = |value: Option<&Json>| match value {
        Some(_) if change.is_secret() => Json::from("(not shown)"),
        Some(value) => value.clone(),
        None => Json::Null,
    };
    object([
        ("path", change.path().into()),
        ("before", value(change.before())),
        ("after", value(change.after())),
        ("certain", change.certain().into()),
        ("outcome", outcome(Some(change.outcome()))),
        ("interruption", interruption(change.interruption())),
        ("reasons", change.reasons().iter().map(reason).collect()),
    ])
}

fn attribute(change: &AttributeChange) -> Json {
    object([
        ("name", change.name.as_str().into()),
        ("before", change.before.clone().unwrap_or_default()),
        ("after", change.after.clone().unwrap_or_default()),
    ])
}

fn output(change: &OutputChange) -> Json {
    object([
        ("name", change.name.as_str().into()),
        ("before", change.before.clone().unwrap_or_default()),
        ("after", change.after.clone().unwrap_or_default()),
        ("certain", change.certain.into()),
        ("lostExport", change.export.clone().unwrap_or_default()),
    ])
}

fn reason(reason: &Reason) -> Json {
    object([
        ("text", reason.text().into()),
        ("source", given(reason.source())),
        ("asOf", given(reason.as_of())),
    ])
}

/// A text, or `null` if there is none.
fn given(text: &str) -> Json {
    if text.is_empty() {
        Json::Null
    } else {
        text.into()
    }
}

fn outcome(outcome: Option<Outcome>) -> Json {
    match outcome {
        None => Json::Null,
        Some(Outcome::InPlace) => "in-place".into(),
        Some(Outcome::MayReplace) => "may-replace".into(),
        Some(Outcome::Replace) => "replace".into(),
        Some(Outcome::Refused) => "refused".into(),
    }
}

fn interruption(interruption: Interruption) -> Json {
    match interruption {
        Interruption::None => "none".into(),
        Interruption::Possible => "possible".into(),
        Interruption::Certain => "certain".into(),
    }
}
