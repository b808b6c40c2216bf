//! Sorting by a number or a name.
//!
//! The sort of the standard library is some 2,400 lines of code for the compiler's back end, again for each type of item
//! and each key, and every program that uses the crate waits for them. Here it is compiled once for each type of key.

/// Up to so many items are swapped with their neighbours.
const FEW: usize = 12;

/// Sorts by a number of each item. Items of the same number keep their order.
pub(crate) fn by_number<T>(items: &mut [T], number: impl Fn(&T) -> usize) {
    if items.len() <= FEW {
        // Each goes in front of those that come after it: without an allocation, and at once where all are in order.
        for end in 1..items.len() {
            let mut at = end;
            while let Some([one, next]) = at.checked_sub(1).and_then(|one| items.get(one..=at))
                && number(one) > number(next)
            {
                items.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    let mut order: Vec<(usize, usize)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        order.push((number(item), place));
    }
    arrange(items, places(order));
}

/// Sorts by the name of each item. Items of the same name keep their order.
pub(crate) fn by_name<T>(items: &mut [T], name: impl Fn(&T) -> &str) {
    let mut order: Vec<(&str, usize)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        order.push((name(item), place));
    }
    let places = places(order);
    arrange(items, places);
}

/// Where each item belongs, of the keys of all items and where they are.
fn places<K: Ord>(mut order: Vec<(K, usize)>) -> Vec<usize> {
    order.sort_unstable();
    let mut places = vec![0; order.len()];
    for (to, (_, from)) in order.iter().enumerate() {
        if let Some(place) = places.get_mut(*from) {
            *place = to;
        }
    }
    places
}

/// Moves each item to its place: each swap brings at least one there.
fn arrange<T>(items: &mut [T], mut places: Vec<usize>) {
    for at in 0..places.len() {
        while let Some(&place) = places.get(at)
            && place != at
        {
            items.swap(at, place);
            places.swap(at, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        const NAMES: [&str; 8] = ["", "a", "aa", "b", "c", "d", "z", "é"];
        let mut state = 1_u32;
        for length in 0..200 {
            let mut items: Vec<(usize, usize)> = Vec::new();
            for place in 0..length {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                items.push(((state >> 16) as usize % NAMES.len(), place));
            }
            let mut expected = items.clone();
            expected.sort_by_key(|(number, _)| *number);
            let mut by_names = items.clone();
            by_name(&mut by_names, |(number, _)| NAMES[*number]);
            by_number(&mut items, |(number, _)| *number);
            assert_eq!(items, expected);
            assert_eq!(by_names, expected);
        }
    }
}
