//! Finding properties by their names.

use super::PropertySpec;

/// The names of a schema's properties, ready to be looked for.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// At the place that a name's key gives, or behind it, the number of its property, plus one; zero where
    /// nothing is. At least half of the places are empty, so that no search is long.
    places: Box<[u32]>,
    /// The first properties that have to be there, a bit for each.
    required: Numbers,
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
}

impl Names {
    pub(crate) fn new(properties: &[PropertySpec]) -> Self {
        let mut names = Self {
            places: vec![0; (2 * properties.len()).next_power_of_two()].into(),
            required: Numbers::default(),
        };
        for (index, (number, property)) in (1..).zip(properties).enumerate() {
            if property.required {
                names.required.add(index);
            }
            let mut place = names.place(property.name);
            while names.at(place).is_some_and(|number| number != 0) {
                place += 1;
            }
            let last = names.last();
            if let Some(empty) = names.places.get_mut(place & last) {
                *empty = number;
            }
        }
        names
    }

    /// The number of the property with that name.
    pub(crate) fn position(&self, properties: &[PropertySpec], name: &str) -> Option<usize> {
        let mut place = self.place(name);
        loop {
            let index = usize::try_from(self.at(place)?.checked_sub(1)?).ok()?;
            if properties.get(index)?.name == name {
                return Some(index);
            }
            place += 1;
        }
    }

    /// Where to begin looking for a name.
    fn place(&self, name: &str) -> usize {
        // The upper bits depend on all others.
        usize::try_from(key(name).wrapping_mul(SPREAD) >> 32).unwrap_or_default()
    }

    /// What is at a place; after the last one comes the first.
    fn at(&self, place: usize) -> Option<u32> {
        self.places.get(place & self.last()).copied()
    }

    fn last(&self) -> usize {
        self.places.len().wrapping_sub(1)
    }

    /// Whether all properties that have to be there are among those with the given numbers. False if there
    /// are too many properties to tell so quickly.
    pub(crate) fn has_required(&self, given: Numbers) -> bool {
        self.places.len() <= 2 * Numbers::END && self.required.0 & !given.0 == 0
    }
}

/// Multiplied with it, each bit of a number changes the upper half.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A number that stands for a name: equal names have equal keys, others nearly always different ones, for
/// the length, the first and the last eight bytes are in it.
pub(crate) fn key(name: &str) -> u64 {
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
            let all = bytes
                .iter()
                .fold(0, |all, byte| all << 8 | u64::from(*byte));
            (all, 0)
        }
    };
    (start ^ end.wrapping_mul(SPREAD)).wrapping_add(bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::key;

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
        let keys: HashSet<u64> = names.iter().map(|name| key(name)).collect();
        assert_eq!(keys.len(), names.len());
    }
}
