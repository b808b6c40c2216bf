//! How many elements of a list, or members of a map, come, go or differ.

use super::kind::{self, Kind};
use super::levels::is_extended;
use super::limits::DEEPEST;
use super::place::Place;
use super::quantity::Range;
use super::same::{self, Probe};
use super::spots::Spots;
use super::truth::Truth;
use super::walk::Known;
use crate::facts::{Elements, Path, TypeSpec};
use crate::typed::view::View;
use std::collections::HashMap;

/// What became of the elements.
struct Tally {
    added: Range,
    removed: Range,
    edited: Range,
}

/// Whether the counts are as a rule asks. Both values are no `Fn::If`.
pub(super) fn count<'a>(
    elements: &'static Elements,
    (before, after): (View<'a>, View<'a>),
    place: Place,
    known: &mut Known<'a>,
) -> Truth {
    let Elements {
        key: _,
        added,
        removed,
        added_or_removed,
        edited,
        edited_where: _,
    } = elements;
    let mut counter = Counter {
        elements,
        part: place.part(),
        known,
    };
    let Some(tally) = counter.tally(before, after, place) else {
        return Truth::HIDDEN;
    };
    let asked = [
        (added, tally.added),
        (removed, tally.removed),
        (added_or_removed, tally.added.plus(tally.removed)),
        (edited, tally.edited),
    ];
    Truth::all(
        asked
            .iter()
            .filter_map(|(count, range)| Some(range.is_within((**count)?))),
    )
}

struct Counter<'c, 'a> {
    elements: &'static Elements,
    part: Place,
    known: &'c mut Known<'a>,
}

impl<'a> Counter<'_, 'a> {
    /// None if nobody can tell anything.
    fn tally(&mut self, before: View<'a>, after: View<'a>, place: Place) -> Option<Tally> {
        let is_map = matches!(place.ty, TypeSpec::Map(_));
        let (mut old, mut new) = (Side::default(), Side::default());
        for (view, side) in [(before, &mut old), (after, &mut new)] {
            match kind::of(view) {
                Kind::Nothing => {}
                Kind::List => self.elements(view, side),
                Kind::Object if is_map && !is_extended(view) => self.members(view, side),
                Kind::Call(_) | Kind::Scalar(_) | Kind::Object => return None,
            }
        }
        Some(self.match_up(&old, &new))
    }

    fn elements(&mut self, list: View<'a>, side: &mut Side<'a>) {
        for element in list.items() {
            let element = self.known.reduce(element);
            match kind::of(element) {
                Kind::Nothing => {}
                Kind::Call(_) => side.hidden.push(element),
                Kind::Scalar(_) | Kind::List | Kind::Object => match self.key(element) {
                    Some(key) => side.keyed.push((key, element)),
                    None => side.hidden.push(element),
                },
            }
        }
    }

    fn members(&mut self, map: View<'a>, side: &mut Side<'a>) {
        for (name, value) in map.members().filter(|(_, value)| !value.is_nothing()) {
            let key = same::hash(View::Text(name), Place::FREE, self.known);
            side.keyed.push((key, value));
        }
    }

    /// A hash of the values that tell which element it is; none if a function hides one of them.
    fn key(&mut self, element: View<'a>) -> Option<u64> {
        if self.elements.key.is_empty() {
            return is_open(element, DEEPEST).then(|| same::hash(element, self.part, self.known));
        }
        let mut key = 0_u64;
        for path in &self.elements.key {
            let value = self.follow(element, path)?;
            // The order of the pointers counts.
            key = key.rotate_left(7) ^ same::hash(value.0, value.1, self.known);
        }
        Some(key)
    }

    fn follow(&mut self, element: View<'a>, path: &Path) -> Option<(View<'a>, Place)> {
        let (mut view, mut place) = (element, self.part);
        for name in path {
            place = place.named(name).map_or(Place::FREE, Place::property);
            view = super::levels::member(view, name, self.known);
        }
        let view = self.known.reduce(view);
        is_open(view, DEEPEST).then_some((view, place))
    }

    fn match_up(&mut self, old: &Side<'a>, new: &Side<'a>) -> Tally {
        let mut by_key: HashMap<u64, Vec<View<'a>>> = HashMap::new();
        for (key, element) in old.keyed.iter().rev() {
            by_key.entry(*key).or_default().push(*element);
        }
        let (mut added, mut kept) = (0, 0);
        let (mut edited, mut maybe_edited) = (0, 0);
        for (key, element) in &new.keyed {
            let Some(partner) = by_key.get_mut(key).and_then(Vec::pop) else {
                added += 1;
                continue;
            };
            kept += 1;
            match self.is_edited(partner, *element) {
                Truth::Yes => edited += 1,
                Truth::No => {}
                Truth::Unknown(_) => maybe_edited += 1,
            }
        }
        let removed = (old.keyed.len() as u64).saturating_sub(kept);
        let (hidden_old, hidden_new) = self.without_same(&old.hidden, &new.hidden);
        let range = |sure: u64, absorbed: u64, more: u64| Range {
            least: sure.saturating_sub(absorbed),
            most: Some(sure + more),
        };
        let hidden = if self.elements.key.is_empty() {
            0
        } else {
            hidden_old + hidden_new
        };
        Tally {
            added: range(added, hidden_old, hidden_new),
            removed: range(removed, hidden_new, hidden_old),
            edited: range(edited, 0, maybe_edited + hidden),
        }
    }

    /// How many of the elements that functions hide are not there, spelt the same, on the other side.
    fn without_same(&mut self, old: &[View<'a>], new: &[View<'a>]) -> (u64, u64) {
        let mut by_hash: HashMap<u64, u64> = HashMap::new();
        for element in old {
            let hash = same::hash(*element, self.part, self.known);
            *by_hash.entry(hash).or_default() += 1;
        }
        let mut same = 0;
        for element in new {
            let hash = same::hash(*element, self.part, self.known);
            if let Some(count) = by_hash.get_mut(&hash).filter(|count| **count > 0) {
                *count -= 1;
                same += 1;
            }
        }
        (
            (old.len() as u64).saturating_sub(same),
            (new.len() as u64).saturating_sub(same),
        )
    }

    fn is_edited(&mut self, before: View<'a>, after: View<'a>) -> Truth {
        let places = &self.elements.edited_where;
        match Probe::compare(before, after, self.part, self.known, DEEPEST) {
            Truth::Yes => Truth::No,
            Truth::No | Truth::Unknown(_) => {
                Spots::are_met(places, (before, after), self.part, self.known)
            }
        }
    }
}

/// The elements of one side.
#[derive(Default)]
struct Side<'a> {
    keyed: Vec<(u64, View<'a>)>,
    /// Those of which a function hides which element it is.
    hidden: Vec<View<'a>>,
}

/// Whether no function hides a part of the value.
fn is_open(view: View<'_>, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    match kind::of(view) {
        Kind::Nothing => true,
        Kind::Call(_) => false,
        Kind::Scalar(scalar) => !scalar.is_dynamic(),
        Kind::List => view.items().all(|item| is_open(item, depth)),
        Kind::Object => {
            !is_extended(view) && view.members().all(|(_, value)| is_open(value, depth))
        }
    }
}
