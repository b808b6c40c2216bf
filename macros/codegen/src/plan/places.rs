//! Where property types stand: the structs that hold each, and its places in the property object.

use std::collections::{HashMap, VecDeque};

use formwork_specs::model::PropertyPath;

use super::inline::code;
use super::layout::{Layout, RecordLayout};
use super::shapes::Resolved;
use super::wording::Name;

/// The places of the property types of a resource.
pub(super) struct Places<'s> {
    of: HashMap<&'s str, Vec<Place<'s>>>,
}

/// A property that holds a property type.
pub(super) struct Place<'s> {
    /// The struct that has the property; empty for the resource.
    pub(super) holder: &'s str,
    /// The property in the property object, by the shortest way to its struct:
    /// `/LifecycleConfiguration/Rules/*`.
    pub(super) path: String,
}

impl<'s> Places<'s> {
    /// Walks all properties from the resource on, each struct once.
    pub(super) fn of(layout: &Layout<'s>) -> Self {
        let records = layout.records.iter();
        let records: HashMap<&str, &RecordLayout<'s>> =
            records.map(|record| (record.name, record)).collect();
        let mut of = HashMap::<&str, Vec<Place<'s>>>::new();
        let mut waiting = VecDeque::from([("", String::new())]);
        while let Some((holder, start)) = waiting.pop_front() {
            let fields = records.get(holder).map(|record| record.fields.as_slice());
            for field in fields.unwrap_or_default() {
                let Resolved::Record(name) = field.resolved.innermost() else {
                    continue;
                };
                let own = PropertyPath(vec![field.property.name.clone()]).pointer();
                let path = format!("{start}{own}{}", elements(&field.resolved));
                let places = of.entry(name).or_default();
                if places.is_empty() && !name.is_empty() {
                    waiting.push_back((name, path.clone()));
                }
                places.push(Place { holder, path });
            }
        }
        Self { of }
    }

    /// The places of one property type.
    pub(super) fn get(&self, name: &str) -> &[Place<'s>] {
        self.of.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}

/// `/*` for each list or map around what is held.
fn elements(resolved: &Resolved<'_>) -> String {
    let mut steps = String::new();
    let mut inner = resolved;
    while let Resolved::List(next) | Resolved::Map(next) = inner {
        steps.push_str("/*");
        inner = next;
    }
    steps
}

/// How many places are listed.
const PLACES: usize = 4;

/// `` `/Rules/*`, `/Rule` and 2 more ``.
pub(super) fn paths(places: &[Place<'_>]) -> String {
    some_of(places, |place| code(&place.path))
}

/// The first ones of many, and how many more there are.
fn some_of<T>(all: &[T], shown: impl Fn(&T) -> String) -> String {
    let listed: Vec<String> = all.iter().take(PLACES).map(shown).collect();
    let more = all.len().saturating_sub(PLACES);
    let more = if more == 0 {
        String::new()
    } else {
        format!(" and {more} more")
    };
    listed.join(", ") + &more
}

/// The structs that hold a property type, each once.
pub(super) fn used_by(places: &[Place<'_>], named: Name<'_>) -> String {
    let mut holders: Vec<&str> = Vec::new();
    for place in places {
        if !place.holder.is_empty() && !holders.contains(&place.holder) {
            holders.push(place.holder);
        }
    }
    if holders.is_empty() {
        return String::new();
    }
    format!("Used by {}.", some_of(&holders, |holder| named(holder)))
}
