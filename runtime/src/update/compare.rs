//! Finds what differs between two structs, down to the innermost property, and what each difference does.
//!
//! A difference is as severe as the most severe of: the property itself, every property around it, and,
//! where a whole record comes or goes, every property in it that is there.

use super::outcome::Effect;
use super::plan::{Change, UpdatePlan};
use super::reason::Reason;
use crate::facts::{
    PropertySpec, RecordSpec, ResourceSpec, ScopedUpdate, TypeSpec, UpdateBehavior,
};
use crate::json::Json;
use crate::json::call;
use crate::text::pointer;
use crate::typed::record::Record;
use crate::typed::view::{self, View};

/// Compares two structs of one type.
pub(crate) fn plan(old: &dyn Record, new: &dyn Record, spec: &'static ResourceSpec) -> UpdatePlan {
    let mut compare = Compare {
        scoped: spec.scoped_updates,
        updatable: spec.updatable,
        steps: Vec::new(),
        certain: true,
        changes: Vec::new(),
    };
    view::both(old, new, |old, new| {
        for (property, (old, new)) in spec.properties.iter().zip(old.iter().zip(new)) {
            let value = |view: &View<'_>| (!view.is_nothing()).then(|| view::to_json(*view));
            let (before, after) = (value(old), value(new));
            compare.property(
                before.as_ref(),
                after.as_ref(),
                property,
                UpdateBehavior::Mutable,
            );
        }
    });
    UpdatePlan {
        changes: compare.changes,
    }
}

/// One step of a path.
enum Step {
    Property(&'static str),
    /// An element of a list or a member of a map, which paths of the specification call `*`.
    Part(String),
    /// A branch of `Fn::If`, of which paths of the specification know nothing.
    Branch(usize),
}

impl Step {
    fn push(&self, path: &mut String) {
        let name = match self {
            Self::Property(name) => name,
            Self::Part(name) => name.as_str(),
            Self::Branch(index) => return path.push_str(&format!("/Fn::If/{index}")),
        };
        path.push('/');
        path.push_str(&pointer::escape(name));
    }

    /// What paths of the specification call the step.
    fn name(&self) -> Option<&str> {
        match self {
            Self::Property(name) => Some(name),
            Self::Part(_) => Some("*"),
            Self::Branch(_) => None,
        }
    }
}

struct Compare {
    scoped: &'static [ScopedUpdate],
    updatable: bool,
    steps: Vec<Step>,
    /// Whether no function stands around the place that is compared.
    certain: bool,
    changes: Vec<Change>,
}

impl Compare {
    fn property(
        &mut self,
        before: Option<&Json>,
        after: Option<&Json>,
        property: &'static PropertySpec,
        around: UpdateBehavior,
    ) {
        let update = around.max(property.update);
        self.step(Step::Property(property.name), |compare| {
            compare.value(before, after, property, property.ty, update);
        });
    }

    fn step(&mut self, step: Step, walk: impl FnOnce(&mut Self)) {
        self.steps.push(step);
        walk(self);
        self.steps.pop();
    }

    /// `property` is the innermost one around the value, which is of type `ty`.
    fn value(
        &mut self,
        before: Option<&Json>,
        after: Option<&Json>,
        property: &'static PropertySpec,
        ty: TypeSpec,
        update: UpdateBehavior,
    ) {
        let (before, after) = (there(before), there(after));
        if before == after {
            return;
        }
        let (Some(old), Some(new)) = (before, after) else {
            return self.change(before, after, ty, update);
        };
        if let (Some(old), Some(new)) = (branches(old), branches(new))
            && old.first() == new.first()
        {
            return self.branches(old, new, property, ty, update);
        }
        if call::is_unknown(old) || call::is_unknown(new) {
            return self.change(before, after, ty, update);
        }
        match (old, new, ty) {
            (Json::Object(_), Json::Object(_), TypeSpec::Record(record)) => {
                for property in record.properties() {
                    let (old, new) = (old.get(property.name), new.get(property.name));
                    self.property(old, new, property, update);
                }
            }
            (Json::Object(old), Json::Object(new), TypeSpec::Map(element)) => {
                let added = new.keys().filter(|key| !old.contains_key(key));
                for key in old.keys().chain(added) {
                    let (old, new) = (old.get(key), new.get(key));
                    self.step(Step::Part(key.to_owned()), |compare| {
                        compare.value(old, new, property, *element, update);
                    });
                }
            }
            (Json::Array(old), Json::Array(new), TypeSpec::List(element)) => {
                self.list(old, new, property, *element, update);
            }
            _ => self.change(before, after, ty, update),
        }
    }

    /// Both branches of `Fn::If` under one condition: which of them counts is not known.
    fn branches(
        &mut self,
        old: &[Json],
        new: &[Json],
        property: &'static PropertySpec,
        ty: TypeSpec,
        update: UpdateBehavior,
    ) {
        let certain = core::mem::replace(&mut self.certain, false);
        for index in 1..3 {
            let (old, new) = (old.get(index), new.get(index));
            self.step(Step::Branch(index), |compare| {
                compare.value(old, new, property, ty, update);
            });
        }
        self.certain = certain;
    }

    fn list(
        &mut self,
        old: &[Json],
        new: &[Json],
        property: &'static PropertySpec,
        element: TypeSpec,
        update: UpdateBehavior,
    ) {
        let pairs = if property.constraints.unordered {
            unordered_pairs(old, new)
        } else {
            let longer = old.len().max(new.len());
            (0..longer)
                .map(|index| (Some(index), Some(index)))
                .collect()
        };
        for (from, to) in pairs {
            let (before, after) = (
                from.and_then(|at| old.get(at)),
                to.and_then(|at| new.get(at)),
            );
            let index = to.or(from).unwrap_or_default();
            self.step(Step::Part(index.to_string()), |compare| {
                compare.value(before, after, property, element, update);
            });
        }
    }

    fn change(
        &mut self,
        before: Option<&Json>,
        after: Option<&Json>,
        ty: TypeSpec,
        update: UpdateBehavior,
    ) {
        let mut update = update;
        for value in [before, after].into_iter().flatten() {
            update = update.max(severest_inside(value, ty));
        }
        update = update.max(self.scoped_update(&[before, after]));
        if !self.updatable {
            update = UpdateBehavior::Immutable;
        }
        let hidden = [before, after].into_iter().flatten().any(hides);
        let certain = self.certain && !hidden;
        let effect = Effect::of(update);
        let mut path = String::new();
        self.steps.iter().for_each(|step| step.push(&mut path));
        self.changes.push(Change {
            path,
            before: before.cloned(),
            after: after.cloned(),
            effect: if certain { effect } else { effect.in_doubt() },
            reasons: reason(update).into_iter().collect(),
            certain,
        });
    }

    /// The behaviour of the paths of the specification that lead here, or further in to something that
    /// one of the values has.
    fn scoped_update(&self, values: &[Option<&Json>]) -> UpdateBehavior {
        let here: Vec<&str> = self.steps.iter().filter_map(Step::name).collect();
        let fits = |scoped: &&ScopedUpdate| {
            let mut pairs = scoped.path.iter().zip(&here);
            let leads = pairs.all(|(step, name)| step == name);
            let rest = scoped.path.get(here.len()..).unwrap_or_default();
            leads && values.iter().flatten().any(|value| reaches(value, rest))
        };
        let updates = self.scoped.iter().filter(fits).map(|scoped| scoped.update);
        updates.max().unwrap_or(UpdateBehavior::Mutable)
    }
}

fn reason(update: UpdateBehavior) -> Option<Reason> {
    let text = match update {
        UpdateBehavior::Mutable => return None,
        UpdateBehavior::Conditional => {
            "the specification says that the change may replace the resource"
        }
        UpdateBehavior::Immutable => "the specification says that the change replaces the resource",
    };
    Some(Reason::new(text, "", ""))
}

/// A value, unless it is `AWS::NoValue`.
fn there(value: Option<&Json>) -> Option<&Json> {
    value.filter(|value| !View::Json(value).is_nothing())
}

/// The arguments of a well-formed `Fn::If`.
fn branches(value: &Json) -> Option<&[Json]> {
    let (_, argument) = call::of(value).filter(|(name, _)| *name == "Fn::If")?;
    argument.as_array().filter(|arguments| arguments.len() == 3)
}

/// Whether a value holds something that is only known at deployment.
fn hides(value: &Json) -> bool {
    match value {
        Json::Array(items) => items.iter().any(hides),
        Json::Object(object) => {
            let is_known = !call::is_unknown(value) || call::is_no_value(value);
            !is_known || object.values().any(hides)
        }
        scalar => call::is_unknown(scalar),
    }
}

/// The most severe behaviour of the properties that a value has.
fn severest_inside(value: &Json, ty: TypeSpec) -> UpdateBehavior {
    let mutable = UpdateBehavior::Mutable;
    match (value, ty) {
        (Json::Object(object), TypeSpec::Record(record)) => {
            let inside = |property: &PropertySpec| {
                let value = object.get(property.name)?;
                Some(property.update.max(severest_inside(value, property.ty)))
            };
            properties(record)
                .filter_map(inside)
                .max()
                .unwrap_or(mutable)
        }
        (Json::Object(object), TypeSpec::Map(element)) => object
            .values()
            .map(|value| severest_inside(value, *element))
            .max()
            .unwrap_or(mutable),
        (Json::Array(items), TypeSpec::List(element)) => items
            .iter()
            .map(|item| severest_inside(item, *element))
            .max()
            .unwrap_or(mutable),
        _ => mutable,
    }
}

fn properties(record: &RecordSpec) -> core::slice::Iter<'static, PropertySpec> {
    record.properties().iter()
}

/// Whether a path of the specification leads to something in a value.
fn reaches(value: &Json, path: &[&str]) -> bool {
    let Some((step, rest)) = path.split_first() else {
        return true;
    };
    match value {
        Json::Array(items) => *step == "*" && items.iter().any(|item| reaches(item, rest)),
        Json::Object(object) if *step == "*" => object.values().any(|value| reaches(value, rest)),
        Json::Object(object) => object.get(step).is_some_and(|value| reaches(value, rest)),
        _ => false,
    }
}

/// Positions in the old and the new list, where order means nothing: equal elements are no difference, and
/// what is left over on both sides is paired in order.
fn unordered_pairs(old: &[Json], new: &[Json]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut free: Vec<usize> = (0..new.len()).collect();
    let mut left = Vec::new();
    for (index, value) in old.iter().enumerate() {
        match free.iter().position(|&at| new.get(at) == Some(value)) {
            Some(position) => {
                free.remove(position);
            }
            None => left.push(index),
        }
    }
    let longer = left.len().max(free.len());
    (0..longer)
        .map(|at| (left.get(at).copied(), free.get(at).copied()))
        .collect()
}
