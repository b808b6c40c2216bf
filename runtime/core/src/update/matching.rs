//! Partners for elements of sets that may turn out to be the same.

/// So many pairs are tried; where there would be more, elements are paired as they come.
const MOST_PAIRS: usize = 4_096;

/// A partner on the right for as many of the left as can have one, each of its own; none if there are too many to
/// try. `may_pair` says of two numbers whether they fit. Earlier ones go first on both sides.
pub(super) fn find(
    left: usize,
    right: usize,
    mut may_pair: impl FnMut(usize, usize) -> bool,
) -> Option<Vec<Option<usize>>> {
    if left.saturating_mul(right) > MOST_PAIRS {
        return None;
    }
    let fits: Vec<Vec<usize>> = (0..left)
        .map(|one| (0..right).filter(|other| may_pair(one, *other)).collect())
        .collect();
    let mut owners: Vec<Option<usize>> = vec![None; right];
    for one in 0..left {
        take(one, &fits, &mut owners, &mut vec![false; right]);
    }
    let mut partners = vec![None; left];
    for (other, owner) in owners.iter().enumerate() {
        if let Some(partner) = owner.and_then(|owner| partners.get_mut(owner)) {
            *partner = Some(other);
        }
    }
    Some(partners)
}

/// Finds a partner for one, if need be by giving others another one. The depth is at most the number of partners.
fn take(one: usize, fits: &[Vec<usize>], owners: &mut [Option<usize>], tried: &mut [bool]) -> bool {
    for other in fits.get(one).into_iter().flatten().copied() {
        match tried.get_mut(other) {
            Some(tried) if !*tried => *tried = true,
            _ => continue,
        }
        let owner = owners.get(other).copied().flatten();
        if owner.is_none_or(|owner| take(owner, fits, owners, tried)) {
            if let Some(place) = owners.get_mut(other) {
                *place = Some(one);
            }
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn others_move_on_so_that_all_have_a_partner() {
        let fits = [
            [true, true, false],
            [true, false, false],
            [false, true, true],
        ];
        let found = find(3, 3, |one, other| fits[one][other]);
        assert_eq!(found, Some(vec![Some(1), Some(0), Some(2)]));
    }

    #[test]
    fn one_partner_is_for_one_alone() {
        assert_eq!(find(2, 1, |_, _| true), Some(vec![Some(0), None]));
        assert_eq!(find(0, 3, |_, _| true), Some(Vec::new()));
        assert_eq!(find(1, 1, |_, _| false), Some(vec![None]));
    }

    #[test]
    fn too_many_are_not_tried() {
        assert_eq!(find(10_000, 10_000, |_, _| panic!("it is tried")), None);
    }
}
