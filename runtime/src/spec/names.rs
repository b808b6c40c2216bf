//! Finding properties by their names.

use super::PropertySpec;

/// The names of a schema's properties, ready to be looked for.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Twice as many places as there are names. A property stands where its name is due, or behind those
    /// that stand there already: its number, from one; zero where none stands.
    places: Box<[u32]>,
    /// The properties that have to be there, if there are few enough to tell.
    required: Option<Numbers>,
}

/// A set of numbers below [`Numbers::END`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Numbers(u128);

impl Numbers {
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

impl Names {
    pub(crate) fn new(properties: &[PropertySpec]) -> Self {
        let mut names = Self::default();
        let mut required = Numbers::default();
        names.places = vec![0; properties.len() * 2].into();
        for ((index, property), number) in properties.iter().enumerate().zip(1..) {
            if property.required {
                required.add(index);
            }
            let mut place = names.due(property.name);
            while names.places.get(place).is_some_and(|taken| *taken != 0) {
                place = names.behind(place);
            }
            if let Some(place) = names.places.get_mut(place) {
                *place = number;
            }
        }
        names.required = (properties.len() <= Numbers::END).then_some(required);
        names
    }

    /// The number of the property with that name.
    pub(crate) fn position(&self, properties: &[PropertySpec], name: &str) -> Option<usize> {
        let mut place = self.due(name);
        loop {
            let number = *self.places.get(place)?;
            let index = (number as usize).checked_sub(1)?;
            if properties.get(index)?.name == name {
                return Some(index);
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
    pub(crate) fn has_required(&self, given: Numbers) -> bool {
        self.required
            .is_some_and(|required| required.0 & !given.0 == 0)
    }
}

/// Without a pattern in its bits: a bit of what is multiplied by it changes many above it.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A number that stands for a name, as [`key`], with its upper bits spread as if at random.
pub(crate) fn spread(name: &str) -> u64 {
    key(name).wrapping_mul(SPREAD)
}

/// A number that stands for a name: equal names have equal keys, others nearly always different ones, for
/// the length, the first and the last eight bytes are in it.
fn key(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let long = bytes.first_chunk::<8>().zip(bytes.last_chunk::<8>());
    let short = bytes.first_chunk::<4>().zip(bytes.last_chunk::<4>());
    let (start, end) = match (long, short) {
        (Some((start, end)), _) => (u64::from_le_bytes(*start), u64::from_le_bytes(*end)),
        (None, Some((start, end))) => {
            let number = |chunk: &[u8; 4]| u64::from(u32::from_le_bytes(*chunk));
            (number(start), number(end))
        }
        (None, None) => {
            let byte = |place: usize| bytes.get(place).map_or(0, |byte| u64::from(*byte));
            (byte(0) | byte(1) << 8 | byte(2) << 16, 0)
        }
    };
    (start ^ end.wrapping_mul(SPREAD)).wrapping_add(bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::spread;

    #[test]
    fn different_names_have_different_keys() {
        let names = [
            "",
            "A",
            "B",
            "AB",
            "BA",
            "ABC",
            "Key",
            "Kez",
            "Keys",
            "Syek",
            "Value",
            "Valve",
            "KeyValue",
            "ValueKey",
            "BucketName",
            "BucketNams",
            "PublicAccessBlockConfiguration",
            "PublicAccessBlockConfigurations",
            "ReplicationConfiguration",
            "é",
            "è",
        ];
        let keys: HashSet<u64> = names.iter().map(|name| spread(name)).collect();
        assert_eq!(keys.len(), names.len());
    }
}
