//! The rows that say what an update does: each is about properties that its type has.

use formwork_specs::bundled;
use serde_json::Value;

const ROWS: &str = include_str!("../updates/facts.jsonl");

#[test]
fn every_row_is_about_properties_of_a_published_type() {
    let mut rows = 0;
    for line in ROWS.lines() {
        let row: Value = serde_json::from_str(line).expect(line);
        let name = row["type"].as_str().expect(line);
        let resource = bundled::resource(name).expect(line).expect(line);
        for side in ["old", "new"] {
            for property in row[side].as_object().expect(line).keys() {
                let known = resource.body.properties.iter();
                assert!(
                    known.clone().any(|one| one.name == *property),
                    "{property}: {line}"
                );
            }
        }
        assert!(!row["why"].as_str().expect(line).is_empty());
        assert!(
            row["outcome"].is_string() != row["unchanged"].is_boolean(),
            "{line}"
        );
        rows += 1;
    }
    assert!(rows >= 240, "{rows} rows");
}
