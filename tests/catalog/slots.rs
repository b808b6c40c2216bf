//! Every slot of every type of the catalog can hold some value: one is made for it, and the judge agrees.

use formwork::__private::{SpecCell, judge};
use formwork_specs::model::{Additional, JsonType, Property, ResourceType, Schema, Update};
use formwork_specs::{bundled, facts};
use formwork_tests::sweep::parallel;
use formwork_tests::witness::{Witnesses, without_patterns};
use serde_json::json;

/// How many values are tried before a slot is taken for one that nothing fits.
const TRIES: usize = 400;

/// A type whose properties are all the slots of another: those of the resource itself, and of each of its
/// records, none of them required.
fn slots(mut resource: ResourceType) -> ResourceType {
    let definitions = resource.definitions.iter();
    let records = definitions.map(|definition| (definition.name.as_str(), &definition.schema));
    let owners = records.chain([("", &resource.body)]);
    let slots = owners.flat_map(|(owner, schema)| {
        schema.properties.iter().map(move |property| Property {
            name: format!("{owner}/{}", property.name),
            required: false,
            update: Update::default(),
            ..property.clone()
        })
    });
    resource.body = Schema {
        types: vec![JsonType::Object],
        properties: slots.collect(),
        additional: Additional::Denied,
        ..Schema::default()
    };
    resource.scoped_updates.clear();
    resource.primary_identifier.clear();
    resource
}

/// What is wrong with a slot, after all tries: the last value and where which rule is broken.
fn fault<'a>(
    cell: &'static SpecCell,
    witnesses: &mut Witnesses<'a>,
    name: &str,
    schema: &'a Schema,
) -> Option<String> {
    let mut last = None;
    for _ in 0..TRIES {
        let Some(value) = witnesses.value(schema) else {
            continue;
        };
        let broken = judge(cell, &json!({ name: value }), true).unwrap_or_default();
        if broken.is_empty() {
            return None;
        }
        last = Some((value, broken));
    }
    Some(format!("{name}: {last:?}"))
}

fn look_at(name: &&str) -> (usize, Vec<String>) {
    let resource = match bundled::resource(name) {
        Some(Ok(resource)) => slots(without_patterns(resource)),
        other => return (0, vec![format!("{name}: {other:?}")]),
    };
    // As in a program: facts live as long as it does.
    let text: &'static str = Box::leak(facts::text(&resource).into_boxed_str());
    let cell: &'static SpecCell = Box::leak(Box::new(SpecCell::new(text)));
    let mut witnesses = Witnesses::of(&resource);
    let properties = &resource.body.properties;
    let faults = properties
        .iter()
        .filter_map(|property| fault(cell, &mut witnesses, &property.name, &property.schema));
    let faults = faults.map(|fault| format!("{name} {fault}")).collect();
    (properties.len(), faults)
}

#[test]
fn every_slot_of_every_type_can_hold_some_value() {
    let types: Vec<&str> = bundled::names().collect();
    let (mut count, mut faults) = (0, Vec::new());
    for (slots, found) in parallel::map(&types, parallel::processors(), look_at) {
        count += slots;
        faults.extend(found);
    }
    assert!(count > 40_000, "{count} slots");
    assert!(
        faults.is_empty(),
        "{} of {count} slots hold nothing:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
