//! The report of differences beside a comparison of the raw files, on files of our own; `tests/DIFF.md` has the
//! published ones.

use formwork_specs::diff::{self, Change};
use formwork_tests::compare::{Difference, Source, check, differences};

const SPECIFICATION: &str = r#"{
    "ResourceSpecificationVersion": "1.0.0",
    "ResourceTypes": { "Acme::Garden::Bed": {
        "Documentation": "http://example.com/bed",
        "Attributes": { "Arn": { "PrimitiveType": "String" }, "Size.Area": { "PrimitiveType": "Double" } },
        "Properties": {
            "Name": { "Required": true, "UpdateType": "Immutable", "PrimitiveType": "String" },
            "Depth": { "Required": false, "UpdateType": "Mutable", "PrimitiveType": "Integer" },
            "Rows": { "Required": false, "UpdateType": "Mutable", "Type": "List", "ItemType": "Row", "DuplicatesAllowed": true },
            "Spare": { "Required": false, "UpdateType": "Conditional", "Type": "Row" },
            "Notes": { "Required": false, "UpdateType": "Mutable", "Type": "Map", "PrimitiveItemType": "String" },
            "Policy": { "Required": false, "UpdateType": "Mutable", "PrimitiveType": "Json" }
        } } },
    "PropertyTypes": { "Acme::Garden::Bed.Row": { "Documentation": "http://example.com/row", "Properties": {
        "Seed": { "Required": true, "UpdateType": "Mutable", "PrimitiveType": "String" },
        "Within": { "Required": false, "UpdateType": "Mutable", "Type": "Row" } } } }
}"#;

const SCHEMA: &str = r##"{
    "typeName": "Acme::Garden::Bed", "additionalProperties": false,
    "properties": {
        "Name": { "type": "string", "minLength": 1, "pattern": "^a" },
        "Depth": { "type": "integer", "maximum": 9 },
        "Rows": { "type": "array", "items": { "$ref": "#/definitions/Row" }, "insertionOrder": false },
        "Spare": { "$ref": "#/definitions/Row" },
        "Notes": { "type": "object", "patternProperties": { "^n": { "type": "string", "maxLength": 3 } }, "additionalProperties": false },
        "Policy": { "type": ["object", "string"] },
        "Care": { "oneOf": [{ "$ref": "#/definitions/Water" }, { "$ref": "#/definitions/Shade" }] },
        "Arn": { "type": "string" }
    },
    "definitions": {
        "Row": { "type": "object", "additionalProperties": false, "required": ["Seed"],
            "properties": { "Seed": { "type": "string", "enum": ["ROSE", "1"] }, "Within": { "$ref": "#/definitions/Row" } } },
        "Water": { "type": "object", "additionalProperties": false, "properties": { "Litres": { "type": "number", "minimum": 0.5 } } },
        "Shade": { "type": "object", "additionalProperties": false, "properties": { "Hours": { "type": "integer" } } }
    },
    "required": ["Name"], "readOnlyProperties": ["/properties/Arn"], "createOnlyProperties": ["/properties/Name"],
    "primaryIdentifier": ["/properties/Arn"], "tagging": { "taggable": false },
    "handlers": { "create": {}, "update": {}, "delete": {} }
}"##;

/// What is changed into what, in either file.
const EDITS: &[(&str, &str)] = &[
    (
        r#""Required": true, "UpdateType": "Immutable""#,
        r#""Required": false, "UpdateType": "Mutable""#,
    ),
    (
        r#""PrimitiveType": "Integer""#,
        r#""PrimitiveType": "String""#,
    ),
    (
        r#""DuplicatesAllowed": true"#,
        r#""DuplicatesAllowed": false"#,
    ),
    (r#""Depth": {"#, r#""Deepness": {"#),
    (
        r#""PrimitiveItemType": "String""#,
        r#""PrimitiveItemType": "Long""#,
    ),
    (
        r#""Seed": { "Required": true"#,
        r#""Seed": { "Required": false"#,
    ),
    (r#""Size.Area": {"#, r#""Area": {"#),
    ("com/row", "com/rows"),
    (r#""minLength": 1"#, r#""minLength": 2"#),
    (r#", "pattern": "^a""#, ""),
    (r#""maxLength": 3"#, r#""maxLength": 4"#),
    (r#""^n""#, r#""^m""#),
    (r#", "insertionOrder": false"#, ""),
    (r#"["ROSE", "1"]"#, r#"["ROSE", "1", "LILY"]"#),
    (r#""minimum": 0.5"#, r#""minimum": 0.25"#),
    (
        r#""Hours": {"#,
        r#""Minutes": { "type": "integer" }, "Hours": {"#,
    ),
    (r##", { "$ref": "#/definitions/Shade" }"##, ""),
    (
        r#""required": ["Seed"]"#,
        r#""required": ["Seed", "Within"]"#,
    ),
    (
        r#""createOnlyProperties": ["/properties/Name"]"#,
        r#""createOnlyProperties": ["/properties/Depth", "/properties/Rows/*/Seed"]"#,
    ),
    (
        r#""createOnlyProperties""#,
        r#""writeOnlyProperties": ["/properties/Depth"], "deprecatedProperties": ["/properties/Depth"], "createOnlyProperties""#,
    ),
    // What holds at some uses of a shared record alone.
    (
        r#""createOnlyProperties": ["/properties/Name"]"#,
        r#""createOnlyProperties": ["/properties/Spare/Seed"], "conditionalCreateOnlyProperties": ["/properties/Rows/*/Within/Seed"]"#,
    ),
    (
        r#""createOnlyProperties""#,
        r#""writeOnlyProperties": ["/properties/Spare/Seed"], "deprecatedProperties": ["/properties/Spare/Within/Seed"], "createOnlyProperties""#,
    ),
    (
        r#""readOnlyProperties": ["/properties/Arn"]"#,
        r#""readOnlyProperties": ["/properties/Arn", "/properties/Spare/Seed"]"#,
    ),
    (
        r#""createOnlyProperties""#,
        r#""nonPublicProperties": ["/properties/Spare/Within"], "createOnlyProperties""#,
    ),
    (
        r#""primaryIdentifier": ["/properties/Arn"]"#,
        r#""primaryIdentifier": ["/properties/Name"]"#,
    ),
    (r#", "update": {}"#, ""),
    (r#""taggable": false"#, r#""taggable": true"#),
    (
        r#""Policy": { "type": ["object", "string"] }"#,
        r#""Policy": { "type": "integer", "default": 3 }"#,
    ),
];

fn sides(old: &str, new: &str) -> (Vec<Difference>, Vec<Change>) {
    let source = |text: &str| {
        let mut source = Source::default();
        source.add(text).unwrap();
        source
    };
    let models = |text: &str| {
        let spec = formwork_specs::read(text.as_bytes());
        spec.unwrap_or_else(|error| panic!("{text}\n{error}"))
            .resources
    };
    (
        differences(&source(old), &source(new)),
        diff::specifications(&models(old), &models(new)).changes,
    )
}

#[track_caller]
fn expect_all_told(old: &str, new: &str) {
    let (raw, changes) = sides(old, new);
    assert!(!raw.is_empty(), "{new}");
    let told = check(raw, &changes);
    assert!(told.missed.is_empty(), "{:#?}\n{changes:#?}", told.missed);
}

#[test]
fn every_difference_of_the_raw_files_is_told() {
    for (from, to) in EDITS {
        let base = if SPECIFICATION.contains(from) {
            SPECIFICATION
        } else {
            SCHEMA
        };
        assert!(base.contains(from), "{from}");
        let edited = base.replacen(from, to, 1);
        expect_all_told(base, &edited);
        expect_all_told(&edited, base);
    }
    expect_all_told(SPECIFICATION, SCHEMA);
    expect_all_told(SCHEMA, SPECIFICATION);
}

/// A comparison that would take any report for complete would find nothing missing here either.
#[test]
fn a_report_without_one_of_its_changes_is_found_out() {
    for (from, to) in EDITS {
        let base = if SPECIFICATION.contains(from) {
            SPECIFICATION
        } else {
            SCHEMA
        };
        let edited = base.replacen(from, to, 1);
        let (raw, changes) = sides(base, &edited);
        assert!(!changes.is_empty(), "{to}");
        let told = check(raw, &[]);
        assert!(!told.missed.is_empty(), "{to}");
    }
    let (raw, changes) = sides(SPECIFICATION, SCHEMA);
    let without = |name: &str| {
        let left = changes.iter().filter(|change| change.fact() != Some(name));
        let told = check(raw.clone(), &left.cloned().collect::<Vec<_>>());
        told.missed.len()
    };
    for fact in [
        "minLength",
        "maxLength",
        "pattern",
        "maximum",
        "enum",
        "unordered",
        "handlers",
        "primaryIdentifier",
    ] {
        assert_ne!(without(fact), 0, "{fact}");
    }
    assert_eq!(without("nothing"), 0);
}
