//! Where a box has to stand, because a struct would contain itself.
//!
//! A list or a map keeps its elements elsewhere already, so only fields that hold a struct directly count.
//! The structs are walked from the resource, fields in their order; a field that leads back to a struct
//! which the walk is still inside of gets the box. That is one box for each circle.

use std::collections::HashMap;

use super::layout::RecordLayout;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unseen,
    Inside,
    Done,
}

/// Marks the fields that need a box.
pub(super) fn place(records: &mut [RecordLayout<'_>]) {
    let numbers: HashMap<&str, usize> = records
        .iter()
        .enumerate()
        .skip(1)
        .map(|(at, record)| (record.name, at))
        .collect();
    let targets: Vec<Vec<Option<usize>>> = records
        .iter()
        .map(|record| {
            let fields = record.fields.iter();
            fields
                .map(|field| numbers.get(field.resolved.direct_record()?).copied())
                .collect()
        })
        .collect();
    for (record, field) in closing_fields(&targets) {
        if let Some(field) = records
            .get_mut(record)
            .and_then(|one| one.fields.get_mut(field))
        {
            field.boxed = true;
        }
    }
}

/// The fields that close a circle, as numbers of the struct and of the field in it.
fn closing_fields(targets: &[Vec<Option<usize>>]) -> Vec<(usize, usize)> {
    let mut states = vec![State::Unseen; targets.len()];
    let mut closing = Vec::new();
    for start in 0..targets.len() {
        // A walk on a stack of its own: the depth of a specification must not be the depth of ours.
        let mut path: Vec<(usize, usize)> = Vec::new();
        if enter(&mut states, start) {
            path.push((start, 0));
        }
        while let Some((record, next)) = path.last_mut() {
            let (record, field) = (*record, *next);
            *next += 1;
            let Some(target) = targets.get(record).and_then(|fields| fields.get(field)) else {
                if let Some(state) = states.get_mut(record) {
                    *state = State::Done;
                }
                path.pop();
                continue;
            };
            let Some(target) = *target else { continue };
            if states.get(target) == Some(&State::Inside) {
                closing.push((record, field));
            } else if enter(&mut states, target) {
                path.push((target, 0));
            }
        }
    }
    closing
}

/// Marks a struct as being walked; false if it was walked before.
fn enter(states: &mut [State], record: usize) -> bool {
    match states.get_mut(record) {
        Some(state @ State::Unseen) => {
            *state = State::Inside;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_box_for_each_circle() {
        // 0 -> 1 -> 2 -> 1, 2 -> 2
        let targets = [vec![Some(1)], vec![None, Some(2)], vec![Some(1), Some(2)]];
        assert_eq!(closing_fields(&targets), [(2, 0), (2, 1)]);
    }

    #[test]
    fn two_ways_to_one_struct_are_no_circle() {
        let targets = [vec![Some(1), Some(2)], vec![Some(3)], vec![Some(3)], vec![]];
        assert!(closing_fields(&targets).is_empty());
    }

    #[test]
    fn long_chains_do_not_need_our_stack() {
        let targets: Vec<_> = (0..200_000)
            .map(|at| vec![Some((at + 1) % 200_000)])
            .collect();
        assert_eq!(closing_fields(&targets), [(199_999, 0)]);
    }
}
