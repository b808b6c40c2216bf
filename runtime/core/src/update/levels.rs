//! Where a walk stands: the places around a value, each with what is said of it.

use std::sync::LazyLock;

use super::kind::{self, Kind};
use super::place::Place;
use super::walk::{Known, Step};
use crate::facts::Said;
use crate::json::intrinsic::Intrinsic;
use crate::text::function;
use crate::typed::view::View;

/// A place on the way from the resource to a value.
#[derive(Clone, Copy)]
pub(super) struct Level<'a> {
    /// None for the resource itself.
    pub(super) step: Option<Step<'a>>,
    pub(super) before: View<'a>,
    pub(super) after: View<'a>,
    pub(super) place: Place,
    /// What is said of updates here and further in, beyond the words of properties.
    pub(super) said: Option<Said>,
    /// How many answers of conditions were known here.
    pub(super) answers: usize,
}

/// What stands for a value of which nothing is known, not even whether it is there.
static HIDDEN: LazyLock<Intrinsic> = LazyLock::new(|| Intrinsic::call("Fn::Hidden", ""));

/// A value of which nothing is known, not even whether it is there.
pub(super) fn hidden<'a>() -> View<'a> {
    View::Call(&HIDDEN)
}

impl<'a> Level<'a> {
    /// The level of the resource.
    pub(super) fn resource(before: View<'a>, after: View<'a>, known: &Known<'a>) -> Self {
        Self {
            step: None,
            before,
            after,
            place: Place::resource(known.spec),
            said: known.spec.updates.root(),
            answers: 0,
        }
    }

    /// The level one step further in.
    pub(super) fn further(
        &self,
        step: Step<'a>,
        before: View<'a>,
        after: View<'a>,
        known: &Known<'a>,
    ) -> Self {
        // What adds members may bring any member of the object around it.
        let (before, after) = if step.adds_members() {
            (hidden(), hidden())
        } else {
            (before, after)
        };
        let (place, said) = match step {
            Step::Branch(_) => (self.place, self.said),
            Step::Unnamed(_) if step.adds_members() => (self.place, self.said),
            Step::Property(property) => (
                Place::property(property),
                self.said.and_then(|said| said.get(property.name)),
            ),
            Step::Unnamed(name) => (
                self.place.beside(name),
                self.said.and_then(|said| said.get(name).or(said.get("*"))),
            ),
            Step::Element { .. } => (self.place.part(), self.said.and_then(|said| said.get("*"))),
            Step::Member(name) => (
                self.place.part(),
                self.said.and_then(|said| said.get("*").or(said.get(name))),
            ),
        };
        Self {
            step: Some(step),
            before,
            after,
            place,
            said,
            answers: known.answers.len(),
        }
    }

    pub(super) fn is_branch(&self) -> bool {
        matches!(self.step, Some(Step::Branch(_)))
    }

    /// What paths of the specification call the step; none for a branch and for the resource.
    pub(super) fn name(&self) -> Option<&'a str> {
        self.step?.name()
    }
}

/// A member of a value, also where functions stand around it.
pub(super) fn member<'a>(view: View<'a>, name: &str, known: &Known<'a>) -> View<'a> {
    let view = known.reduce(view);
    match kind::of(view) {
        Kind::Call(_) => hidden(),
        Kind::Object => match view.member(name) {
            View::Absent if is_extended(view) => hidden(),
            member => member,
        },
        Kind::Nothing | Kind::Scalar(_) | Kind::List => View::Absent,
    }
}

/// Whether deployment adds members to an object.
pub(super) fn is_extended(view: View<'_>) -> bool {
    matches!(view, View::Json(_) | View::Node(_) | View::Call(_))
        && view.members().any(|(name, _)| function::adds_members(name))
}
