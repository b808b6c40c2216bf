//! Finding properties by their names.

use super::PropertySpec;

/// The names of a schema's properties, ready to be looked for: numbers that stand for them side by side, so
/// that a search touches little memory and takes few turns that a processor cannot foresee.
#[derive(Debug, Default)]
pub(crate) struct Names {
    keys: Vec<u64>,
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
        let mut required = Numbers::default();
        for (index, property) in properties.iter().enumerate() {
            if property.required {
                required.add(index);
            }
        }
        let keys = properties.iter().map(|property| key(property.name));
        Self {
            keys: keys.collect(),
            required,
        }
    }

    /// The number of the property with that name.
    pub(crate) fn position(&self, properties: &[PropertySpec], name: &str) -> Option<usize> {
        let wanted = key(name);
        let mut start = 0;
        loop {
            let rest = self.keys.get(start..)?;
            let index = start + rest.iter().position(|key| *key == wanted)?;
            if properties.get(index)?.name == name {
                return Some(index);
            }
            start = index + 1;
        }
    }

    /// Whether all properties that have to be there are among those with the given numbers. False if there
    /// are too many properties to tell so quickly.
    pub(crate) fn has_required(&self, given: Numbers) -> bool {
        self.keys.len() <= Numbers::END && self.required.0 & !given.0 == 0
    }
}

/// A number that stands for a name: equal names have equal keys, others nearly always different ones, for
/// the length, the first and the last eight bytes are in it.
pub(crate) fn key(name: &str) -> u64 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
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
