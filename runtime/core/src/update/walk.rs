//! Walks two values together, along the facts of a type, and finds where they differ.

use super::calls::{self, If};
use super::gives;
use super::kind::{self, Kind};
use super::limits::{CROSSED_BRANCHES, DEEPEST};
use super::pairs::{self, Pair};
use super::place::Place;
use super::same::Probe;
use super::truth::Truth;
use crate::facts::{PropertySpec, RecordSpec, ResourceSpec, TypeSpec};
use crate::text::function;
use crate::typed::equal;
use crate::typed::record::Record;
use crate::typed::view::{self, View};

/// One step of a path.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Property(&'static PropertySpec),
    /// A member that no specification names, or one that deployment adds others in the place of.
    Unnamed(&'a str),
    /// An element of a list: which it was, and which it is.
    Element {
        from: Option<usize>,
        to: Option<usize>,
    },
    /// A member of a map.
    Member(&'a str),
    /// A branch of `Fn::If`, of which paths of the specification know nothing.
    Branch(usize),
}

impl<'a> Step<'a> {
    /// What paths of the specification call the step; none for a branch, and for what adds members.
    pub(super) fn name(&self) -> Option<&'a str> {
        match self {
            Self::Property(property) => Some(property.name),
            Self::Unnamed(name) => (!self.adds_members()).then_some(name),
            Self::Element { .. } | Self::Member(_) => Some("*"),
            Self::Branch(_) => None,
        }
    }

    /// Whether what stands there adds members to the object around it.
    pub(super) fn adds_members(&self) -> bool {
        matches!(self, Self::Unnamed(name) if function::adds_members(name))
    }
}

/// Two values that differ, or may differ.
#[derive(Clone, Copy)]
pub(super) struct Difference<'a> {
    pub(super) before: View<'a>,
    pub(super) after: View<'a>,
    /// Whether they differ for certain.
    pub(super) certain: bool,
}

/// What is done with differences.
pub(super) trait Sink<'a> {
    /// Whether all that is asked is if anything differs.
    fn is_question(&self) -> bool;

    /// The walk goes one step further in.
    fn enter(&mut self, step: Step<'a>, before: View<'a>, after: View<'a>, known: &Known<'a>);

    /// The walk goes back.
    fn leave(&mut self);

    fn differ(&mut self, difference: Difference<'a>, known: &mut Known<'a>);

    /// Whether free JSON is compared part by part here, or as a whole.
    fn is_about_parts_of_json(&self) -> bool;

    /// Whether it makes no difference what else is found.
    fn is_settled(&self) -> bool;

    /// The first of two branches begins, of which only one will count.
    fn begin_first_branch(&mut self);

    /// The second of them begins.
    fn begin_second_branch(&mut self);

    /// Both have ended.
    fn end_branches(&mut self);
}

/// What is known around a comparison.
pub(super) struct Known<'a> {
    pub(super) spec: &'static ResourceSpec,
    /// The answers of conditions that hold in the branch that is compared.
    pub(super) answers: Vec<(&'a str, bool)>,
    /// How many branches around are compared with what is no branch of the same condition.
    crossed: usize,
    /// How many of the places around add members to an object.
    extensions: usize,
    /// How many more pairs may be compared in crossed branches in the whole plan.
    fuel: u32,
}

impl<'a> Known<'a> {
    pub(super) fn new(spec: &'static ResourceSpec) -> Self {
        Self {
            spec,
            answers: Vec::new(),
            crossed: 0,
            extensions: 0,
            fuel: CROSSED_BRANCHES,
        }
    }

    /// A value without detours, and in the place of `Fn::If` the branch that counts, if that is known.
    pub(super) fn reduce(&self, view: View<'a>) -> View<'a> {
        if !view.may_be_call() {
            return view;
        }
        let mut view = calls::without_detours(view);
        for _ in 0..DEEPEST {
            let Kind::Call(call) = kind::of(view) else {
                break;
            };
            let Some(fork) = calls::fork(&call) else {
                break;
            };
            let mut answers = self.answers.iter().rev();
            let Some((_, answer)) = answers.find(|(name, _)| *name == fork.condition) else {
                break;
            };
            let [yes, no] = fork.branches;
            view = calls::without_detours(if *answer { yes } else { no });
        }
        view
    }

    /// Counts one pair of values; whether it may still be compared.
    pub(super) fn may_go_on(&mut self) -> bool {
        self.crossed == 0 || self.may_cross()
    }

    /// Counts one pair in crossed branches; whether it may still be compared.
    pub(super) fn may_cross(&mut self) -> bool {
        let left = self.fuel.checked_sub(1);
        self.fuel = left.unwrap_or_default();
        left.is_some()
    }
}

/// A walk along two values.
///
/// It is compiled once for all sinks, since every program that uses the crate waits for it.
pub(super) struct Walk<'w, 'a> {
    pub(super) known: &'w mut Known<'a>,
    pub(super) sink: &'w mut dyn Sink<'a>,
    pub(super) depth: usize,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(super) fn new(known: &'w mut Known<'a>, sink: &'w mut dyn Sink<'a>, depth: usize) -> Self {
        Self { known, sink, depth }
    }

    /// Compares two values that are not word for word the same, or nobody has looked yet.
    pub(super) fn value(&mut self, before: View<'a>, after: View<'a>, place: Place) {
        if self.depth == 0 || !self.known.may_go_on() {
            return self.differ(before, after, false);
        }
        self.depth -= 1;
        self.different_values(before, after, place);
        self.depth += 1;
    }

    fn different_values(&mut self, before: View<'a>, after: View<'a>, place: Place) {
        let (before, after) = (self.known.reduce(before), self.known.reduce(after));
        match (kind::of(before), kind::of(after)) {
            (Kind::Nothing, Kind::Nothing) => {}
            (Kind::Call(left), Kind::Call(right)) if calls::is_same(&left, &right) => {}
            (Kind::Call(call), Kind::Nothing) | (Kind::Nothing, Kind::Call(call)) => {
                match calls::fork(&call) {
                    Some(_) => self.branches(before, after, place),
                    None => self.differ(before, after, !gives::may_be_nothing(&call)),
                }
            }
            (Kind::Call(_), _) | (_, Kind::Call(_)) => self.branches(before, after, place),
            (Kind::Scalar(left), Kind::Scalar(right)) => {
                if !left.is_same(&right, place.ty) {
                    let certain = !left.is_dynamic() && !right.is_dynamic();
                    self.differ(before, after, certain);
                }
            }
            (Kind::List, Kind::List) => self.list(before, after, place),
            (Kind::Object, Kind::Object) => self.object(before, after, place),
            // A dynamic reference gives text, so it is no list and no object.
            (
                Kind::Nothing | Kind::Scalar(_) | Kind::List | Kind::Object,
                Kind::Nothing | Kind::Scalar(_) | Kind::List | Kind::Object,
            ) => self.differ(before, after, true),
        }
    }

    /// Compares branch by branch where one of two values, or both, are `Fn::If`. Two calls of other functions
    /// differ, or do not.
    fn branches(&mut self, before: View<'a>, after: View<'a>, place: Place) {
        let fork = |view| match kind::of(view) {
            Kind::Call(call) => calls::fork(&call),
            _ => None,
        };
        let (condition, pairs, is_crossed) = match (fork(before), fork(after)) {
            (Some(old), Some(new)) if old.condition == new.condition => {
                let ([a, b], [c, d]) = (old.branches, new.branches);
                (old.condition, [(a, c), (b, d)], false)
            }
            (
                Some(If {
                    condition,
                    branches,
                }),
                _,
            ) => (condition, branches.map(|branch| (branch, after)), true),
            (
                None,
                Some(If {
                    condition,
                    branches,
                }),
            ) => (condition, branches.map(|branch| (before, branch)), true),
            (None, None) => return self.differ(before, after, false),
        };
        self.known.crossed += usize::from(is_crossed);
        let [first, second] = pairs;
        self.sink.begin_first_branch();
        self.branch(1, (condition, true), first, place);
        self.sink.begin_second_branch();
        self.branch(2, (condition, false), second, place);
        self.sink.end_branches();
        self.known.crossed -= usize::from(is_crossed);
    }

    fn branch(
        &mut self,
        number: usize,
        answer: (&'a str, bool),
        (before, after): (View<'a>, View<'a>),
        place: Place,
    ) {
        self.known.answers.push(answer);
        self.step(Step::Branch(number), before, after, place);
        self.known.answers.pop();
    }

    fn differ(&mut self, before: View<'a>, after: View<'a>, certain: bool) {
        let difference = Difference {
            before,
            after,
            // What adds members may add the same ones.
            certain: certain && self.known.extensions == 0,
        };
        self.sink.differ(difference, self.known);
    }

    fn list(&mut self, before: View<'a>, after: View<'a>, place: Place) {
        if matches!(place.ty, TypeSpec::List(_)) || self.sink.is_about_parts_of_json() {
            let part = place.part();
            for Pair { before, after } in pairs::find(before, after, place, self) {
                let step = Step::Element {
                    from: before.map(|(index, _)| index),
                    to: after.map(|(index, _)| index),
                };
                let view =
                    |one: Option<(usize, View<'a>)>| one.map_or(View::Absent, |(_, view)| view);
                self.step(step, view(before), view(after), part);
            }
        } else {
            self.as_a_whole(before, after);
        }
    }

    fn object(&mut self, before: View<'a>, after: View<'a>, place: Place) {
        match place.ty {
            TypeSpec::Record(record) => self.record(before, after, place, record),
            TypeSpec::Map(_) => {
                let part = place.part();
                self.members(before, after, part);
            }
            _ if self.sink.is_about_parts_of_json() => {
                self.members(before, after, Place::FREE);
            }
            _ => self.as_a_whole(before, after),
        }
    }

    /// Compares the members of two objects that are no structs.
    fn members(&mut self, before: View<'a>, after: View<'a>, part: Place) {
        for (name, before, after) in
            pairs::of_members(before.members().collect(), after.members().collect())
        {
            if function::adds_members(name) {
                self.step(Step::Unnamed(name), before, after, Place::FREE);
            } else {
                self.step(Step::Member(name), before, after, part);
            }
        }
    }

    /// Compares free JSON as a whole.
    fn as_a_whole(&mut self, before: View<'a>, after: View<'a>) {
        match Probe::compare(before, after, Place::FREE, self.known, self.depth) {
            Truth::Yes => {}
            Truth::No => self.differ(before, after, true),
            Truth::Unknown(_) => self.differ(before, after, false),
        }
    }

    fn record(
        &mut self,
        before: View<'a>,
        after: View<'a>,
        place: Place,
        record: &'static RecordSpec,
    ) {
        let is_whole = |record: &dyn Record| matches!(record.additional(), View::Absent);
        if let (View::Record(before), View::Record(after)) = (before, after)
            && is_whole(before)
            && is_whole(after)
        {
            return view::both(before, after, |before, after| {
                let pairs = before.iter().zip(after);
                for (property, (before, after)) in record.properties().iter().zip(pairs) {
                    let place = Place::property(property);
                    self.step(Step::Property(property), *before, *after, place);
                }
            });
        }
        before.named(|before| {
            after.named(|after| {
                for property in record.properties() {
                    let (before, after) = (before.get(property.name), after.get(property.name));
                    let place = Place::property(property);
                    self.step(Step::Property(property), before, after, place);
                }
            });
        });
        let unnamed = |view| pairs::unnamed(view, record);
        for (name, before, after) in pairs::of_members(unnamed(before), unnamed(after)) {
            // What CloudFormation ignores is no part of an update.
            if !record.schema().is_some_and(|schema| schema.ignores(name)) {
                self.step(Step::Unnamed(name), before, after, place.beside(name));
            }
        }
    }

    /// Compares two parts one step further in.
    fn step(&mut self, step: Step<'a>, before: View<'a>, after: View<'a>, place: Place) {
        if self.sink.is_settled() || equal::surely(before, after, self.depth) {
            return;
        }
        self.sink.enter(step, before, after, self.known);
        self.known.extensions += usize::from(step.adds_members());
        self.value(before, after, place);
        self.known.extensions -= usize::from(step.adds_members());
        self.sink.leave();
    }
}
