//! What the reader of specifications says of patterns is what the matcher makes of them.

use std::collections::BTreeSet;

use formwork::__private::reads;
use formwork_specs::model::{ResourceType, Schema};
use formwork_specs::{bundled, read};

/// Every pattern of a type.
fn patterns(resource: &ResourceType, found: &mut BTreeSet<String>) {
    let definitions = resource.definitions.iter();
    let mut due: Vec<&Schema> = definitions.map(|definition| &definition.schema).collect();
    due.push(&resource.body);
    while let Some(schema) = due.pop() {
        let pattern = schema.limits.pattern.iter();
        found.extend(pattern.map(|pattern| pattern.expression.clone()));
        found.extend(
            schema
                .pattern_properties
                .iter()
                .map(|(name, _)| name.clone()),
        );
        due.extend(schema.properties.iter().map(|property| &property.schema));
        due.extend(schema.items.as_deref());
        due.extend(schema.pattern_properties.iter().map(|(_, values)| values));
        due.extend(
            schema
                .any_of
                .iter()
                .chain(&schema.one_of)
                .chain(&schema.all_of),
        );
    }
}

/// Whether the reader says that a pattern judges nothing.
fn is_told(pattern: &str) -> bool {
    let text = serde_json::json!({
        "typeName": "Acme::Garden::Gnome",
        "properties": { "P": { "type": "string", "pattern": pattern } },
    });
    let spec = read(text.to_string().as_bytes()).unwrap();
    spec.warnings
        .iter()
        .any(|warning| warning.message.contains("judges nothing"))
}

/// Draws lots: the same ones in every run.
fn lot(state: &mut u64, below: usize) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1);
    usize::try_from(*state >> 33).unwrap() % below.max(1)
}

/// The pattern with a letter lost, doubled or put in.
fn mutated(pattern: &str, state: &mut u64) -> String {
    let mut letters: Vec<char> = pattern.chars().collect();
    let at = lot(state, letters.len());
    let added: Vec<char> = "()[]{}*+?|^$\\-,1:=!<>a".chars().collect();
    match lot(state, 3) {
        0 if !letters.is_empty() => drop(letters.remove(at)),
        1 if !letters.is_empty() => letters.insert(at, letters[at]),
        _ => letters.insert(at, added[lot(state, added.len())]),
    }
    letters.into_iter().collect()
}

#[test]
fn no_pattern_that_is_matched_is_called_broken() {
    let mut published = BTreeSet::new();
    for name in bundled::names() {
        patterns(&bundled::resource(name).unwrap().unwrap(), &mut published);
    }
    assert!(published.len() > 2_500);
    let mut state = 1;
    let (mut broken, mut told) = (0, 0);
    for pattern in published {
        for changed in [
            mutated(&pattern, &mut state),
            mutated(&pattern, &mut state),
            pattern,
        ] {
            let is_told = is_told(&changed);
            let is_read = reads(changed.clone().leak());
            assert!(!(is_told && is_read), "{changed}");
            broken += usize::from(!is_read);
            told += usize::from(is_told);
        }
    }
    // The others are of dialects, or ask for properties of letters, which are read as single letters.
    assert!(told * 10 > broken * 9, "{told} of {broken} are told");
}
