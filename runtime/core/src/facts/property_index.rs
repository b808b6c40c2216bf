//! Finding properties by their names.

use super::PropertySpec;
use crate::text::spread::spread;

/// The names of a schema's properties, ready to be looked for.
#[derive(Default)]
pub(crate) struct PropertyIndex {
    /// Twice as many places as there are names. A property stands where its name is due, or behind those
    /// that stand there already.
    places: Box<[Option<Place>]>,
    /// The properties that have to be there, if there are few enough to tell.
    required: Option<PropertySet>,
}

/// A property: its name, so that nothing else has to be looked at, and its number.
#[derive(Clone, Copy)]
struct Place {
    name: &'static str,
    number: usize,
}

/// A set of numbers below [`PropertySet::END`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PropertySet(u128);

impl PropertySet {
    const END: usize = 128;

    /// Adds a number; nothing happens to one that is too large.
    pub(crate) fn add(&mut self, number: usize) {
        if number < Self::END {
            self.0 |= 1 << number;
        }
    }

    /// Whether a number is in the set; nobody can tell of one that is too large.
    pub(crate) fn has(self, number: usize) -> Option<bool> {
        (number < Self::END).then(|| self.0 >> number & 1 == 1)
    }
}

impl PropertyIndex {
    pub(crate) fn new(properties: &[PropertySpec]) -> Self {
        let mut names = Self::default();
        let mut required = PropertySet::default();
        names.places = vec![None; properties.len() * 2].into();
        for (number, property) in properties.iter().enumerate() {
            if property.required {
                required.add(number);
            }
            let name = property.name;
            let mut place = names.due(name);
            while names.places.get(place).is_some_and(Option::is_some) {
                place = names.behind(place);
            }
            if let Some(place) = names.places.get_mut(place) {
                *place = Some(Place { name, number });
            }
        }
        names.required = (properties.len() <= PropertySet::END).then_some(required);
        names
    }

    /// The number of the property with that name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let mut place = self.due(name);
        loop {
            let property = (*self.places.get(place)?)?;
            if property.name == name {
                return Some(property.number);
            }
            place = self.behind(place);
        }
    }

    /// Where the number of a name is due: as far among the places as the name is among all that are spread.
    fn due(&self, name: &str) -> usize {
        let place = ((spread(name) >> 32) * self.places.len() as u64) >> 32;
        usize::try_from(place).unwrap_or_default()
    }

    fn behind(&self, place: usize) -> usize {
        let behind = place + 1;
        if behind < self.places.len() {
            behind
        } else {
            0
        }
    }

    /// Whether all properties that have to be there are among those with the given numbers. False if there
    /// are too many properties to tell so quickly.
    pub(crate) fn has_required(&self, given: PropertySet) -> bool {
        self.required
            .is_some_and(|required| required.0 & !given.0 == 0)
    }
}
