//! A map that keeps the order in which its keys came.

use std::{collections::HashMap, fmt, slice, vec};

use crate::text::sort;

/// Up to this many entries are added one by one, and their keys compared; more are hashed.
const FEW: usize = 16;

/// A map from names to values that keeps the order of insertion, as the authors of templates
/// expect of an object they wrote.
///
/// Entries stand in a vector and are found by comparing keys one after the other, which is the
/// fastest way for the sizes templates have (an object may have at most a few hundred members).
/// Equality ignores order, as JSON does.
///
/// ```
/// use formwork::Map;
///
/// let mut tags = Map::from([("team", 1), ("stage", 2)]);
/// assert_eq!(tags.insert("team", 3), Some(1));
/// assert_eq!(tags.keys().collect::<Vec<_>>(), ["team", "stage"]);
/// assert_eq!(tags, Map::from([("stage", 2), ("team", 3)]));
/// ```
#[derive(Clone)]
pub struct Map<V> {
    entries: Vec<(String, V)>,
}

impl<V> Map<V> {
    /// An empty map.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
        }
    }

    /// An empty map with room for `capacity` entries.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self {
            entries: Vec::with_capacity(capacity),
        }
    }

    /// Adds an entry whose key the caller knows to be new. This is what keeps reading a large
    /// object linear: the reader has looked for duplicates in its own way.
    pub(crate) fn push_unchecked(&mut self, key: String, value: V) {
        self.entries.push((key, value));
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&V> {
        self.iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    }

    /// The value of `key`, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        self.iter_mut()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    }

    /// Whether there is an entry for `key`.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Sets the value of `key` and returns the one it had. A new key goes to the end; a known one
    /// keeps its place.
    pub fn insert(&mut self, key: impl Into<String>, value: V) -> Option<V> {
        let key = key.into();
        if let Some(slot) = self.get_mut(&key) {
            return Some(std::mem::replace(slot, value));
        }
        self.entries.push((key, value));
        None
    }

    /// Takes `key` out and returns its value; the others keep their order.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        let index = self.entries.iter().position(|(name, _)| name == key)?;
        Some(self.entries.remove(index).1)
    }

    /// The keys, in order.
    #[must_use]
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator {
        self.iter().map(|(_, value)| value)
    }

    /// The entries, in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, V> {
        Iter(self.entries.iter())
    }

    /// The entries, in order, to change their values.
    pub fn iter_mut(&mut self) -> IterMut<'_, V> {
        IterMut(self.entries.iter_mut())
    }

    /// The entry at a position.
    pub(crate) fn at(&self, index: usize) -> Option<(&str, &V)> {
        self.entries
            .get(index)
            .map(|(key, value)| (key.as_str(), value))
    }

    /// Makes one of all entries of the same key: at the place of the first, with the value of the
    /// last.
    fn unite(&mut self) {
        let mut places = Vec::with_capacity(self.len());
        let mut known = HashMap::with_capacity(self.len());
        for (key, _) in &self.entries {
            let free = known.len();
            places.push(*known.entry(key.as_str()).or_insert(free));
        }
        if known.len() == places.len() {
            return;
        }
        for (entry, place) in std::mem::take(&mut self.entries).into_iter().zip(places) {
            match self.entries.get_mut(place) {
                Some((_, value)) => *value = entry.1,
                None => self.entries.push(entry),
            }
        }
    }

    /// Adds the values of each key in this map and another, to be compared; false if the keys differ.
    pub(crate) fn pair_up<'a>(&'a self, other: &'a Self, pairs: &mut Vec<(&'a V, &'a V)>) -> bool {
        if self.len() != other.len() {
            return false;
        }
        // Usually the order is the same too; only where it is not are entries sorted.
        if self.keys().eq(other.keys()) {
            pairs.extend(self.values().zip(other.values()));
            return true;
        }
        let (left, right) = (self.sorted(), other.sorted());
        let all = left.iter().zip(&right);
        pairs.extend(all.clone().map(|((_, left), (_, right))| (*left, *right)));
        all.into_iter().all(|((left, _), (right, _))| left == right)
    }

    /// The entries in the order of their keys, to compare maps.
    fn sorted(&self) -> Vec<(&str, &V)> {
        let mut entries: Vec<_> = self.iter().collect();
        sort::by_name(&mut entries, |(key, _)| key);
        entries
    }
}

impl<V> Default for Map<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: fmt::Debug> fmt::Debug for Map<V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter()).finish()
    }
}

/// Two maps are equal if they have the same entries, in whatever order.
impl<V: PartialEq> PartialEq for Map<V> {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = Vec::new();
        self.pair_up(other, &mut pairs) && pairs.into_iter().all(|(left, right)| left == right)
    }
}

impl<V: Eq> Eq for Map<V> {}

impl<K: Into<String>, V> Extend<(K, V)> for Map<V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        let entries = entries.into_iter();
        if entries
            .size_hint()
            .1
            .is_some_and(|most| self.len() + most <= FEW)
        {
            entries.for_each(|(key, value)| drop(self.insert(key, value)));
        } else {
            self.entries
                .extend(entries.map(|(key, value)| (key.into(), value)));
            self.unite();
        }
    }
}

impl<K: Into<String>, V> FromIterator<(K, V)> for Map<V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Into<String>, V, const N: usize> From<[(K, V); N]> for Map<V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

/// The entries of a [`Map`], in order.
#[derive(Clone, Debug)]
pub struct Iter<'m, V>(slice::Iter<'m, (String, V)>);

/// The entries of a [`Map`], in order, with values that may be changed.
#[derive(Debug)]
pub struct IterMut<'m, V>(slice::IterMut<'m, (String, V)>);

/// The entries of a [`Map`] that was consumed, in order.
#[derive(Debug)]
pub struct IntoIter<V>(vec::IntoIter<(String, V)>);

// impl<'m, V> Iterator for Iter<'m, V> { type Item = (&'m str, &'m V); … }, from both ends.
macro_rules! iterate {
    ($name:ident<$($lifetime:lifetime,)? $value:ident>, $item:ty, $entry:expr) => {
        impl<$($lifetime,)? $value> Iterator for $name<$($lifetime,)? $value> {
            type Item = $item;

            fn next(&mut self) -> Option<Self::Item> {
                self.0.next().map($entry)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl<$($lifetime,)? $value> DoubleEndedIterator for $name<$($lifetime,)? $value> {
            fn next_back(&mut self) -> Option<Self::Item> {
                self.0.next_back().map($entry)
            }
        }

        impl<$($lifetime,)? $value> ExactSizeIterator for $name<$($lifetime,)? $value> {}
    };
}

iterate!(Iter<'m, V>, (&'m str, &'m V), |(key, value)| (
    key.as_str(),
    value
));
iterate!(IterMut<'m, V>, (&'m str, &'m mut V), |(key, value)| (
    key.as_str(),
    value
));
iterate!(IntoIter<V>, (String, V), |entry| entry);

impl<V> IntoIterator for Map<V> {
    type Item = (String, V);
    type IntoIter = IntoIter<V>;

    fn into_iter(self) -> IntoIter<V> {
        IntoIter(self.entries.into_iter())
    }
}

impl<'m, V> IntoIterator for &'m Map<V> {
    type Item = (&'m str, &'m V);
    type IntoIter = Iter<'m, V>;

    fn into_iter(self) -> Iter<'m, V> {
        self.iter()
    }
}

impl<'m, V> IntoIterator for &'m mut Map<V> {
    type Item = (&'m str, &'m mut V);
    type IntoIter = IterMut<'m, V>;

    fn into_iter(self) -> IterMut<'m, V> {
        self.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_of_insertion() {
        let mut map = Map::new();
        assert!(map.is_empty());
        assert_eq!(map.insert("z", 1), None);
        assert_eq!(map.insert("a", 2), None);
        assert_eq!(map.insert("z", 3), Some(1));
        assert_eq!(map.iter().collect::<Vec<_>>(), [("z", &3), ("a", &2)]);
        assert_eq!(map.remove("z"), Some(3));
        assert_eq!(map.remove("z"), None);
        assert_eq!(map.into_iter().collect::<Vec<_>>(), [("a".to_owned(), 2)]);
    }

    #[test]
    fn changes_values_in_place() {
        let mut map = Map::from([("a", 1), ("b", 2)]);
        for (_, value) in &mut map {
            *value *= 10;
        }
        if let Some(value) = map.get_mut("b") {
            *value += 1;
        }
        assert_eq!(map.values().copied().collect::<Vec<_>>(), [10, 21]);
        assert_eq!(format!("{map:?}"), r#"{"a": 10, "b": 21}"#);
    }

    #[test]
    fn many_entries_become_the_same_as_one_by_one() {
        let entries = (0..1000_u32).map(|n| ((n * n % 101).to_string(), n));
        let together: Map<u32> = entries.clone().collect();
        let mut one_by_one = Map::new();
        for (key, value) in entries {
            one_by_one.insert(key, value);
        }
        assert!(together.iter().eq(one_by_one.iter()));
    }

    #[test]
    fn equality_ignores_order_and_nothing_else() {
        let map = Map::from([("a", 1), ("b", 2)]);
        assert_eq!(map, Map::from([("b", 2), ("a", 1)]));
        assert_ne!(map, Map::from([("a", 2), ("b", 1)]));
        assert_ne!(map, Map::from([("a", 1), ("c", 2)]));
        assert_ne!(map, Map::from([("a", 1)]));
    }

    #[test]
    fn many_entries_at_once_are_built_and_compared_without_quadratic_work() {
        let build = |keys: &mut dyn Iterator<Item = u32>| {
            let mut map = Map::with_capacity(0);
            keys.for_each(|key| map.push_unchecked(key.to_string(), key));
            map
        };
        let up = build(&mut (0..100_000));
        let down = build(&mut (0..100_000).rev());
        assert_eq!(up, down);
        assert_eq!(up.len(), 100_000);
    }
}
