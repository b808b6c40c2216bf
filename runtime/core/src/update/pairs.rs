//! Which elements of two lists, and which members of two objects, are compared with each other.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::gives;
use super::kind::{self, Kind};
use super::matching;
use super::place::{Pairing, Place};
use super::same::{self, Probe};
use super::truth::Truth;
use super::walk::Walk;
use crate::facts::RecordSpec;
use crate::text::sort;
use crate::typed::view::View;

/// Two elements to be compared, each with its place in its list; one of them may be missing.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) before: Option<Element<'a>>,
    pub(super) after: Option<Element<'a>>,
}

type Element<'a> = (usize, View<'a>);

/// So many elements of one hash are looked at for one that is the same. More have one hash only if they are the
/// same, or were made to collide.
const CANDIDATES: usize = 8;

/// The pairs of elements of two lists that are to be compared; those that are surely the same may be left out.
pub(super) fn find<'a>(
    before: View<'a>,
    after: View<'a>,
    place: Place,
    walk: &mut Walk<'_, 'a>,
) -> Vec<Pair<'a>> {
    let mut finder = Finder {
        part: place.part(),
        walk,
    };
    let (before, after) = (present(before), present(after));
    match place.pairing() {
        // A mere question looks at each pair once: looking ahead on each level would double its work.
        Pairing::Ordered if finder.walk.sink.is_question() => in_order(&before, &after),
        Pairing::Ordered => {
            let (before, after) = finder.without_same_start(&before, &after);
            let (before, after) = finder.without_same_end(before, after);
            in_order(before, after)
        }
        Pairing::Unordered => finder.unordered(&before, &after),
        Pairing::ByMember(name) => finder.by_member(name, &before, &after),
    }
}

/// The elements that are not `AWS::NoValue`.
fn present(list: View<'_>) -> Vec<Element<'_>> {
    let elements = list.items().enumerate();
    elements.filter(|(_, view)| !view.is_nothing()).collect()
}

/// Whether only deployment knows the value; its parts are not asked.
fn is_hidden(view: View<'_>) -> bool {
    match kind::of(view) {
        Kind::Call(_) => true,
        Kind::Scalar(scalar) => scalar.is_dynamic(),
        Kind::Nothing | Kind::List | Kind::Object => false,
    }
}

fn may_be_nothing(view: View<'_>) -> bool {
    matches!(kind::of(view), Kind::Call(call) if gives::may_be_nothing(&call))
}

fn in_order<'a>(before: &[Element<'a>], after: &[Element<'a>]) -> Vec<Pair<'a>> {
    let longer = before.len().max(after.len());
    let pair = |index| Pair {
        before: before.get(index).copied(),
        after: after.get(index).copied(),
    };
    (0..longer).map(pair).collect()
}

struct Finder<'f, 'w, 'a> {
    part: Place,
    walk: &'f mut Walk<'w, 'a>,
}

impl<'a> Finder<'_, '_, 'a> {
    fn is_same(&mut self, before: View<'a>, after: View<'a>, place: Place) -> bool {
        let depth = self.walk.depth;
        Probe::compare(before, after, place, self.walk.known, depth) == Truth::Yes
    }

    fn without_same_start<'e>(
        &mut self,
        before: &'e [Element<'a>],
        after: &'e [Element<'a>],
    ) -> (&'e [Element<'a>], &'e [Element<'a>]) {
        let mut pairs = before.iter().zip(after);
        let mut is_same = |(before, after): (&Element<'a>, &Element<'a>)| {
            self.is_same(before.1, after.1, self.part)
        };
        let count = pairs.position(|pair| !is_same(pair));
        let count = count.unwrap_or(before.len().min(after.len()));
        (
            before.get(count..).unwrap_or_default(),
            after.get(count..).unwrap_or_default(),
        )
    }

    fn without_same_end<'e>(
        &mut self,
        before: &'e [Element<'a>],
        after: &'e [Element<'a>],
    ) -> (&'e [Element<'a>], &'e [Element<'a>]) {
        let (mut before, mut after) = (before, after);
        while let (Some((old, old_rest)), Some((new, new_rest))) =
            (before.split_last(), after.split_last())
            && self.is_same(old.1, new.1, self.part)
        {
            (before, after) = (old_rest, new_rest);
        }
        (before, after)
    }

    /// Elements that are the same are a pair, and so are those that are left on both sides. Where functions are
    /// among them, each meets a value that it may turn out to be.
    fn unordered(&mut self, before: &[Element<'a>], after: &[Element<'a>]) -> Vec<Pair<'a>> {
        let (mut found, mut gone, mut new) = (Vec::new(), Vec::new(), Vec::new());
        for pair in self.matched(before, after, self.part, |view| view) {
            match (pair.before, pair.after) {
                (Some(element), None) => gone.push(element),
                (None, Some(element)) => new.push(element),
                _ => found.push(pair),
            }
        }
        let late =
            |view, is_late: bool| 2 * usize::from(may_be_nothing(view)) + usize::from(is_late);
        sort::by_number(&mut gone, |(_, view)| late(*view, !is_hidden(*view)));
        sort::by_number(&mut new, |(_, view)| late(*view, is_hidden(*view)));
        found.extend(self.perhaps_the_same(gone, new));
        found
    }

    /// Pairs of elements that are not the same, but may turn out to be where functions hide what they are. The rest
    /// is paired in order.
    fn perhaps_the_same(
        &mut self,
        mut gone: Vec<Element<'a>>,
        mut new: Vec<Element<'a>>,
    ) -> Vec<Pair<'a>> {
        let mut found = Vec::new();
        let is_any_hidden = gone.iter().chain(&new).any(|(_, view)| is_hidden(*view));
        if is_any_hidden && !self.walk.sink.is_question() {
            let partners = matching::find(gone.len(), new.len(), |one, other| {
                let (Some((_, old)), Some((_, new))) = (gone.get(one), new.get(other)) else {
                    return false;
                };
                (is_hidden(*old) || is_hidden(*new)) && self.may_be_same(*old, *new)
            });
            let partners: Vec<(usize, usize)> = partners
                .into_iter()
                .flatten()
                .enumerate()
                .filter_map(|(one, other)| Some((one, other?)))
                .collect();
            found.extend(partners.iter().map(|(one, other)| Pair {
                before: gone.get(*one).copied(),
                after: new.get(*other).copied(),
            }));
            let is_taken = |taken: &dyn Fn(&(usize, usize)) -> bool| partners.iter().any(taken);
            let mut number = 0..;
            gone.retain(|_| {
                number
                    .next()
                    .is_some_and(|at| !is_taken(&|pair| pair.0 == at))
            });
            let mut number = 0..;
            new.retain(|_| {
                number
                    .next()
                    .is_some_and(|at| !is_taken(&|pair| pair.1 == at))
            });
        }
        found.extend(in_order(&gone, &new));
        found
    }

    fn may_be_same(&mut self, before: View<'a>, after: View<'a>) -> bool {
        let depth = self.walk.depth;
        Probe::compare(before, after, self.part, self.walk.known, depth) != Truth::No
    }

    /// Elements with the same value of one member are a pair.
    fn by_member(
        &mut self,
        name: &str,
        before: &[Element<'a>],
        after: &[Element<'a>],
    ) -> Vec<Pair<'a>> {
        let property = self.part.named(name);
        let place = property.map_or(Place::FREE, Place::property);
        self.matched(before, after, place, |view| view.member(name))
    }

    /// Pairs of elements of which a part is the same, and those that are left on either side: the new order, and
    /// the elements that are gone where they were.
    fn matched(
        &mut self,
        before: &[Element<'a>],
        after: &[Element<'a>],
        place: Place,
        part: impl Fn(View<'a>) -> View<'a>,
    ) -> Vec<Pair<'a>> {
        let mut by_hash: HashMap<u64, Vec<usize>> = HashMap::new();
        for (number, (_, view)) in before.iter().enumerate().rev() {
            let hash = same::hash(part(*view), place, self.walk.known);
            by_hash.entry(hash).or_default().push(number);
        }
        let mut partners: Vec<Option<usize>> = vec![None; after.len()];
        let mut taken = vec![false; before.len()];
        for ((_, view), partner) in after.iter().zip(&mut partners) {
            let hash = same::hash(part(*view), place, self.walk.known);
            let Entry::Occupied(mut candidates) = by_hash.entry(hash) else {
                continue;
            };
            let candidates = candidates.get_mut();
            let last = candidates.iter().enumerate().rev().take(CANDIDATES);
            let mut found = None;
            for (place_in_list, number) in last {
                let old = before
                    .get(*number)
                    .map_or(View::Absent, |(_, view)| part(*view));
                if self.walk.sink.is_question() || self.is_same(old, part(*view), place) {
                    found = Some((place_in_list, *number));
                    break;
                }
            }
            if let Some((place_in_list, number)) = found {
                candidates.remove(place_in_list);
                *partner = Some(number);
                if let Some(taken) = taken.get_mut(number) {
                    *taken = true;
                }
            }
        }
        let gone = before.iter().zip(&taken).filter(|(_, taken)| !**taken);
        let gone = gone.map(|(element, _)| Pair {
            before: Some(*element),
            after: None,
        });
        let rest = after.iter().zip(&partners).map(|(element, partner)| Pair {
            before: partner.and_then(|number| before.get(number)).copied(),
            after: Some(*element),
        });
        gone.chain(rest).collect()
    }
}

/// The members of an object that a specification does not name.
pub(super) fn unnamed<'a>(view: View<'a>, record: &RecordSpec) -> Vec<(&'a str, View<'a>)> {
    let is_unnamed = |(name, _): &(&str, View<'a>)| record.position(name).is_none();
    view.members().filter(is_unnamed).collect()
}

/// The members of two objects by name, in the old order and then those that are new.
pub(super) fn of_members<'a>(
    before: Vec<(&'a str, View<'a>)>,
    after: Vec<(&'a str, View<'a>)>,
) -> Vec<(&'a str, View<'a>, View<'a>)> {
    let mut by_name: HashMap<&str, View<'a>> = after.iter().copied().collect();
    let mut pairs: Vec<(&str, View<'a>, View<'a>)> = before
        .into_iter()
        .map(|(name, before)| {
            let after = by_name.remove(name).unwrap_or(View::Absent);
            (name, before, after)
        })
        .collect();
    let new = after
        .into_iter()
        .filter(|(name, _)| by_name.contains_key(name));
    pairs.extend(new.map(|(name, after)| (name, View::Absent, after)));
    pairs
}
