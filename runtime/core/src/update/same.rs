//! Whether two values are the same, and hashes that find those that may be.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::calls;
use super::kind::{self, Kind};
use super::limits::DEEPEST;
use super::place::{Pairing, Place};
use super::truth::Truth;
use super::walk::{Difference, Known, Sink, Step, Walk};
use crate::facts::TypeSpec;
use crate::typed::equal;
use crate::typed::view::View;

/// Asks whether two values are the same, and nothing else.
pub(super) struct Probe {
    is_same: Truth,
    /// What is said outside of the branches around: before them, and in the first if this is the second.
    outer: Vec<Truth>,
}

impl Probe {
    /// Whether two values are the same.
    pub(super) fn compare<'a>(
        before: View<'a>,
        after: View<'a>,
        place: Place,
        known: &mut Known<'a>,
        depth: usize,
    ) -> Truth {
        if equal::surely(before, after, depth) {
            return Truth::Yes;
        }
        let mut probe = Self {
            is_same: Truth::Yes,
            outer: Vec::new(),
        };
        Walk::new(known, &mut probe, depth).value(before, after, place);
        probe.is_same
    }
}

impl<'a> Sink<'a> for Probe {
    fn is_question(&self) -> bool {
        true
    }

    fn enter(&mut self, _: Step<'a>, _: View<'a>, _: View<'a>, _: &Known<'a>) {}

    fn leave(&mut self) {}

    fn differ(&mut self, difference: Difference<'a>, _: &mut Known<'a>) {
        self.is_same = self.is_same.and(if difference.certain {
            Truth::No
        } else {
            Truth::HIDDEN
        });
    }

    fn is_about_parts_of_json(&self) -> bool {
        true
    }

    fn is_settled(&self) -> bool {
        self.is_same == Truth::No
    }

    fn begin_first_branch(&mut self) {
        self.outer
            .push(core::mem::replace(&mut self.is_same, Truth::Yes));
    }

    fn begin_second_branch(&mut self) {
        self.begin_first_branch();
    }

    fn end_branches(&mut self) {
        if let (Some(first), Some(before)) = (self.outer.pop(), self.outer.pop()) {
            self.is_same = before.and(first.either(self.is_same));
        }
    }
}

/// A hash that is one for all values that are the same in a place.
pub(super) fn hash<'a>(view: View<'a>, place: Place, known: &Known<'a>) -> u64 {
    let mut hasher = DefaultHasher::new();
    into(view, place, known, &mut hasher, DEEPEST);
    hasher.finish()
}

fn into<'a>(
    view: View<'a>,
    place: Place,
    known: &Known<'a>,
    hasher: &mut DefaultHasher,
    depth: usize,
) {
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    let one = |view: View<'a>, place: Place| {
        let mut hasher = DefaultHasher::new();
        into(view, place, known, &mut hasher, depth);
        hasher.finish()
    };
    let view = known.reduce(view);
    match kind::of(view) {
        Kind::Nothing => {}
        Kind::Scalar(scalar) => scalar.hash(hasher),
        Kind::Call(call) if calls::fork(&call).is_some() => "Fn::If".hash(hasher),
        Kind::Call(call) => calls::hash(&call, hasher),
        Kind::List => {
            let part = place.part();
            let items = view.items().filter(|item| !item.is_nothing());
            if matches!(place.pairing(), Pairing::Ordered) {
                items.for_each(|item| into(item, part, known, hasher, depth));
            } else {
                let sum = items
                    .map(|item| one(item, part))
                    .fold(0_u64, u64::wrapping_add);
                sum.hash(hasher);
            }
        }
        Kind::Object => {
            let place_of = |name: &str| match place.ty {
                TypeSpec::Record(_) => place.named(name).map_or(Place::FREE, Place::property),
                _ => place.part(),
            };
            let members = view.members().filter(|(_, value)| !value.is_nothing());
            let sum = members
                .map(|(name, value)| {
                    let mut hasher = DefaultHasher::new();
                    name.hash(&mut hasher);
                    hasher.write_u64(one(value, place_of(name)));
                    hasher.finish()
                })
                .fold(0_u64, u64::wrapping_add);
            sum.hash(hasher);
        }
    }
}
