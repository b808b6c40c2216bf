//! Whether two values differ at certain places in them.

use super::levels::member;
use super::limits::DEEPEST;
use super::place::Place;
use super::truth::Truth;
use super::walk::{Difference, Known, Sink, Step, Walk};
use crate::facts::Places;
use crate::typed::view::View;

/// Looks for differences at certain places.
pub(super) struct Spots<'a> {
    places: &'static Places,
    names: Vec<&'a str>,
    /// The lengths of `names` further out.
    lengths: Vec<usize>,
    is_met: Truth,
    /// What is said outside of the branches around: before them, and in the first if this is the second.
    outer: Vec<Truth>,
}

impl<'a> Spots<'a> {
    /// Whether two values differ at the places that count.
    pub(super) fn are_met(
        places: &'static Places,
        (before, after): (View<'a>, View<'a>),
        place: Place,
        known: &mut Known<'a>,
    ) -> Truth {
        let mut spots = Self {
            places,
            names: Vec::new(),
            lengths: Vec::new(),
            is_met: Truth::No,
            outer: Vec::new(),
        };
        Walk::new(known, &mut spots, DEEPEST).value(before, after, place);
        spots.is_met
    }

    /// Whether a difference counts.
    fn counts(&self, difference: &Difference<'a>, known: &Known<'a>) -> Truth {
        match self.places {
            Places::Anywhere => Truth::Yes,
            Places::Except(paths) => {
                let is_outside = !paths.iter().any(|path| starts_with(&self.names, path));
                is_outside.into()
            }
            Places::At(paths) => Truth::any(paths.iter().map(|path| {
                if starts_with(&self.names, path) {
                    Truth::Yes
                } else if starts_with(path, &self.names) {
                    let rest = path.get(self.names.len()..).unwrap_or_default();
                    let reached = [difference.before, difference.after]
                        .map(|view| reaches(view, rest, known));
                    Truth::any(reached)
                } else {
                    Truth::No
                }
            })),
        }
    }
}

fn starts_with(path: &[&str], start: &[&str]) -> bool {
    path.get(..start.len()).is_some_and(|head| head == start)
}

/// Whether a path leads to something in a value.
fn reaches<'a>(view: View<'a>, path: &[&'static str], known: &Known<'a>) -> Truth {
    use super::kind::{self, Kind};

    let Some((name, rest)) = path.split_first() else {
        return match kind::of(known.reduce(view)) {
            Kind::Nothing => Truth::No,
            Kind::Call(_) => Truth::HIDDEN,
            Kind::Scalar(_) | Kind::List | Kind::Object => Truth::Yes,
        };
    };
    if *name != "*" {
        return reaches(member(view, name, known), rest, known);
    }
    let view = known.reduce(view);
    match kind::of(view) {
        Kind::Call(_) => Truth::HIDDEN,
        Kind::List => Truth::any(view.items().map(|item| reaches(item, rest, known))),
        Kind::Object => Truth::any(view.members().map(|(_, value)| reaches(value, rest, known))),
        Kind::Nothing | Kind::Scalar(_) => Truth::No,
    }
}

impl<'a> Sink<'a> for Spots<'a> {
    fn is_question(&self) -> bool {
        false
    }

    fn enter(&mut self, step: Step<'a>, _: View<'a>, _: View<'a>, _: &Known<'a>) {
        self.lengths.push(self.names.len());
        self.names.extend(step.name());
    }

    fn leave(&mut self) {
        let length = self.lengths.pop().unwrap_or_default();
        self.names.truncate(length);
    }

    fn differ(&mut self, difference: Difference<'a>, known: &mut Known<'a>) {
        let certain = if difference.certain {
            Truth::Yes
        } else {
            Truth::HIDDEN
        };
        let counts = self.counts(&difference, known);
        self.is_met = self.is_met.or(counts.and(certain));
    }

    fn is_about_parts_of_json(&self) -> bool {
        true
    }

    fn is_settled(&self) -> bool {
        self.is_met == Truth::Yes
    }

    fn begin_first_branch(&mut self) {
        self.outer
            .push(core::mem::replace(&mut self.is_met, Truth::No));
    }

    fn begin_second_branch(&mut self) {
        self.begin_first_branch();
    }

    fn end_branches(&mut self) {
        if let (Some(first), Some(before)) = (self.outer.pop(), self.outer.pop()) {
            self.is_met = before.or(first.either(self.is_met));
        }
    }
}
