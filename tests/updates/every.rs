//! Every type: no plan is milder than registry and curated files say. The command `updates` asks the same of the
//! Resource Specification and of the user guide; `tests/UPDATES.md` has what came of it.

use formwork::Types;
use formwork_specs::bundled;
use formwork_tests::sweep::parallel;
use formwork_tests::updates::{Found, try_type};

/// One of so many types is tried, each time the same ones, and those with curated rules: all of them take minutes.
const ONE_OF: usize = 40;

/// Types whose specification has more bytes are left to the command.
const LARGE: usize = 20_000;

#[test]
fn no_plan_is_milder_than_what_is_published() {
    let types = Types::catalog();
    let is_curated = |name: &str| bundled::find_curated(name).is_some();
    let is_large = |name: &str| bundled::find(name).is_none_or(|text| text.len() > LARGE);
    let chosen: Vec<&str> = bundled::names()
        .enumerate()
        .filter(|(number, name)| number % ONE_OF == 0 || is_curated(name))
        .map(|(_, name)| name)
        .filter(|name| !is_large(name))
        .collect();
    let all = parallel::map(&chosen, parallel::processors(), |name| {
        let resource = bundled::resource(name).unwrap().unwrap();
        try_type(&resource, None, None, &types.get(name).unwrap())
    });
    let mut found = Found::default();
    for one in all {
        found.add(one);
    }
    let first: Vec<&str> = found.faults.iter().take(10).map(String::as_str).collect();
    let count = found.faults.len();
    assert!(first.is_empty(), "{count} faults:\n{}", first.join("\n\n"));
    assert!(found.pairs > 20_000, "{} pairs", found.pairs);
}
