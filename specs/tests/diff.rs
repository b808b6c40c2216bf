//! What differs between two models: each fact by itself, and nothing besides.

#![cfg(feature = "diff")]

use formwork_specs::diff::{self, Change, Effect, Part};

const BASE: &str = r##"{
    "typeName": "Acme::Garden::Bed", "description": "A bed.", "additionalProperties": false,
    "documentationUrl": "https://example.com/bed",
    "properties": {
        "Name": { "type": "string", "minLength": 1, "maxLength": 9, "pattern": "^a", "enum": ["a", "ab"] },
        "Size": { "type": "integer", "minimum": 1, "maximum": 5 },
        "Rows": { "type": "array", "items": { "$ref": "#/definitions/Row" }, "maxItems": 3 },
        "More": { "type": "array", "items": { "$ref": "#/definitions/Row" } },
        "Notes": { "type": "object", "patternProperties": { "^n": { "type": "string" } }, "additionalProperties": false },
        "Arn": { "type": "string" }
    },
    "definitions": {
        "Row": { "type": "object", "additionalProperties": false, "required": ["Kind"],
            "properties": { "Kind": { "type": "string" }, "Within": { "$ref": "#/definitions/Row" } } }
    },
    "required": ["Name"],
    "readOnlyProperties": ["/properties/Arn"],
    "createOnlyProperties": ["/properties/Name"],
    "primaryIdentifier": ["/properties/Arn"],
    "tagging": { "taggable": false },
    "handlers": { "create": {}, "update": {}, "delete": {} }
}"##;

fn changes(from: &str, to: &str) -> Vec<Change> {
    assert!(BASE.contains(from), "{from}");
    let new = BASE.replacen(from, to, 1);
    let read = |text: &str| {
        let spec = formwork_specs::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        spec.resources
    };
    diff::specifications(&read(BASE), &read(&new)).changes
}

fn fact(name: &'static str, old: &[&str], new: &[&str]) -> Part {
    let texts = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    Part::Fact {
        name,
        old: texts(old),
        new: texts(new),
    }
}

#[test]
fn the_same_differs_in_nothing() {
    let spec = formwork_specs::read(BASE.as_bytes()).unwrap();
    let diff = diff::specifications(&spec.resources, &spec.resources);
    assert_eq!((diff.changes.len(), diff.equal), (0, 1));
}

#[test]
#[allow(
    clippy::too_many_lines,
    reason = "a table, one row for each kind of change"
)]
fn each_change_is_told_where_it_is_with_its_effect() {
    let cases = [
        (
            r#""minLength": 1"#,
            r#""minLength": 2"#,
            "/Name",
            fact("minLength", &["1"], &["2"]),
            Effect::Stricter,
        ),
        (
            r#""maxLength": 9"#,
            r#""maxLength": 12"#,
            "/Name",
            fact("maxLength", &["9"], &["12"]),
            Effect::Looser,
        ),
        (
            r#""maximum": 5"#,
            r#""maximum": 4"#,
            "/Size",
            fact("maximum", &["5"], &["4"]),
            Effect::Stricter,
        ),
        (
            r#", "pattern": "^a""#,
            "",
            "/Name",
            fact("pattern", &["^a"], &[]),
            Effect::Looser,
        ),
        (
            r#"["a", "ab"]"#,
            r#"["a", "ab", "abc"]"#,
            "/Name",
            fact("enum", &["a", "ab"], &["a", "ab", "abc"]),
            Effect::Looser,
        ),
        (
            r#"["a", "ab"]"#,
            r#"["a"]"#,
            "/Name",
            fact("enum", &["a", "ab"], &["a"]),
            Effect::Stricter,
        ),
        (
            r#""Size": { "type": "integer""#,
            r#""Size": { "type": "number""#,
            "/Size",
            fact("kind", &["integer"], &["number"]),
            Effect::Looser,
        ),
        (
            r#""Within": {"#,
            r#""Beside": {"#,
            "/Rows/*/Within",
            Part::Removed,
            Effect::Gone,
        ),
        (
            r#""required": ["Kind"]"#,
            r#""required": ["Kind", "Within"]"#,
            "/Rows/*/Within",
            fact("required", &[], &["true"]),
            Effect::Stricter,
        ),
        (
            r#""^n""#,
            r#""^m""#,
            "/Notes",
            fact("patternProperties", &["^n"], &["^m"]),
            Effect::Stricter,
        ),
        (
            r#""createOnlyProperties": ["/properties/Name"]"#,
            r#""createOnlyProperties": []"#,
            "/Name",
            fact("update", &["replacement"], &["no interruption"]),
            Effect::MilderUpdate,
        ),
        (
            r#", "update": {}"#,
            "",
            "",
            fact(
                "handlers",
                &["create", "update", "delete"],
                &["create", "delete"],
            ),
            Effect::WorseUpdate,
        ),
        (
            r#""taggable": false"#,
            r#""taggable": true"#,
            "",
            fact("taggable", &["false"], &["true"]),
            Effect::None,
        ),
        (
            "com/bed",
            "com/beds",
            "",
            fact(
                "documentation",
                &["https://example.com/bed"],
                &["https://example.com/beds"],
            ),
            Effect::None,
        ),
        (
            r#""maxItems": 3"#,
            r#""maxItems": 3, "insertionOrder": false"#,
            "/Rows",
            fact("unordered", &[], &["true"]),
            Effect::MilderUpdate,
        ),
        (
            r#""required": ["Name"]"#,
            r#""required": ["Name"], "oneOf": [{"required": ["Size"]}, {"required": ["Rows"]}]"#,
            "",
            fact("oneOf", &[], &["{required Size}", "{required Rows}"]),
            Effect::Stricter,
        ),
    ];
    for (from, to, path, part, effect) in cases {
        let changes = changes(from, to);
        let found = changes.iter().find(|change| change.part == part);
        let found = found.unwrap_or_else(|| panic!("{to}: {changes:#?}"));
        assert_eq!(found.path, path, "{to}");
        assert_eq!(found.effect(), effect, "{to}");
        let others = changes.iter().filter(|change| change.part != part);
        let are_expected = others.into_iter().all(|change| match change.part {
            // The page of each property follows from that of the type, and that each change replaces from that
            // there is no handler for updates; a name that goes comes as another.
            Part::Fact { name, .. } => {
                matches!(name, "documentation" | "tagProperty") || to.is_empty()
            }
            Part::Added { .. } => to.contains("Beside"),
            Part::Removed | Part::Renamed { .. } => false,
        });
        assert!(are_expected, "{to}: {changes:#?}");
    }
}

#[test]
fn attributes_and_names_come_and_go() {
    let found = changes(r#""readOnlyProperties": ["/properties/Arn"],"#, "");
    let of = |path: &str| {
        found
            .iter()
            .find(|one| one.path == path)
            .map(|one| one.part.clone())
    };
    assert_eq!(of("@Arn"), Some(Part::Removed));
    assert_eq!(of("/Arn"), Some(Part::Added { required: false }));
    let found = changes(r#""Size": {"#, r#""SIZE": {"#);
    assert_eq!(found.len(), 1, "{found:?}");
    let from = "Size".to_owned();
    assert_eq!(found[0].part, Part::Renamed { from });
    assert_eq!(found[0].path, "/SIZE");
}

#[test]
fn a_format_demands_something_of_text_alone() {
    for (from, to, effect) in [
        (
            r#""maximum": 5"#,
            r#""maximum": 5, "format": "int64""#,
            Effect::None,
        ),
        (
            r#""pattern": "^a""#,
            r#""pattern": "^a", "format": "password""#,
            Effect::None,
        ),
        (
            r#""pattern": "^a""#,
            r#""pattern": "^a", "format": "uri""#,
            Effect::Stricter,
        ),
        (
            r#""maxItems": 3"#,
            r#""maxItems": 3, "format": "AWS::EC2::Subnet.Ids""#,
            Effect::None,
        ),
    ] {
        let found = changes(from, to);
        assert_eq!((found.len(), found[0].effect()), (1, effect), "{to}");
    }
}

#[test]
fn what_an_attribute_returns_refuses_no_template_unless_it_is_of_another_kind() {
    let with = |text: &str| format!(r#""Arn": {{ "type": {text} }}"#);
    let base = with(r#""string""#);
    let found = changes(&base, &with(r#""string", "maxLength": 9"#));
    assert_eq!((found.len(), found[0].effect()), (1, Effect::None));
    let found = changes(&base, &with(r#""integer""#));
    assert_eq!((found.len(), found[0].effect()), (1, Effect::Stricter));
    let found = changes(&base, r##""Arn": { "$ref": "#/definitions/Row" }"##);
    assert!(
        found
            .iter()
            .any(|one| one.path == "@Arn" && one.fact() == Some("kind"))
    );
}

#[test]
fn a_type_that_comes_or_goes_is_one_change() {
    let spec = formwork_specs::read(BASE.as_bytes()).unwrap();
    let found = diff::specifications(&[], &spec.resources);
    assert_eq!(found.changes[0].part, Part::Added { required: false });
    let found = diff::specifications(&spec.resources, &[]);
    assert_eq!(
        (found.changes.len(), &found.changes[0].part),
        (1, &Part::Removed)
    );
}

#[test]
fn the_formats_are_compared_by_places() {
    let of_registry = formwork_specs::read(
        br##"{ "typeName": "Acme::Garden::Bed", "additionalProperties": false,
            "properties": { "Rows": { "type": "array", "items": { "$ref": "#/definitions/Line" } } },
            "definitions": { "Line": { "type": "object", "additionalProperties": false,
                "properties": { "Kind": { "type": "string" } } } } }"##,
    )
    .unwrap();
    let of_specification = formwork_specs::read(
        br#"{ "ResourceSpecificationVersion": "1", "ResourceTypes": { "Acme::Garden::Bed": { "Properties": {
            "Rows": { "Type": "List", "ItemType": "Row" } } } },
            "PropertyTypes": { "Acme::Garden::Bed.Row": { "Properties": { "Kind": { "PrimitiveType": "Integer" } } } } }"#,
    )
    .unwrap();
    let diff = diff::specifications(&of_specification.resources, &of_registry.resources);
    let kind = diff
        .changes
        .iter()
        .find(|one| one.fact() == Some("kind"))
        .unwrap();
    assert_eq!(kind.path, "/Rows/*/Kind");
}

/// What holds at one use of a shared record is told at that use.
#[test]
fn roles_of_single_uses_are_told_at_their_paths() {
    let with = |list: &str| {
        let to = format!(r#"{list}, "primaryIdentifier": ["#);
        changes(r#""primaryIdentifier": ["#, &to)
    };
    let cases = [
        (
            r#""writeOnlyProperties": ["/properties/More/*/Kind"]"#,
            "writeOnlyHere",
            Effect::None,
        ),
        (
            r#""deprecatedProperties": ["/properties/More/*/Kind"]"#,
            "deprecatedHere",
            Effect::None,
        ),
        (
            r#""nonPublicProperties": ["/properties/More/*/Kind"]"#,
            "nonPublicHere",
            Effect::Stricter,
        ),
    ];
    for (list, name, effect) in cases {
        let told = with(list);
        let [change] = told.as_slice() else {
            panic!("{list}: {told:#?}");
        };
        assert_eq!(change.path, "/More/*/Kind", "{list}");
        assert_eq!(change.part, fact(name, &[], &["true"]), "{list}");
        assert_eq!(change.effect(), effect, "{list}");
    }
    let read = |text: &str| formwork_specs::read(text.as_bytes()).unwrap().resources;
    let read_only = BASE.replace(
        r#""/properties/Arn"]"#,
        r#""/properties/Arn", "/properties/More/*/Kind"]"#,
    );
    assert_ne!(read_only, BASE);
    let diff = diff::specifications(&read(&read_only), &read(BASE));
    let told = diff.changes.iter().find(|one| one.path == "/More/*/Kind");
    let told = told.unwrap_or_else(|| panic!("{:#?}", diff.changes));
    assert_eq!(told.part, fact("readOnlyHere", &["true"], &[]));
    assert_eq!(told.effect(), Effect::Looser);
}

/// Of a property that comes as a whole, nothing in it is told by itself.
#[test]
fn paths_in_what_is_new_say_nothing_more() {
    let new = BASE
        .replacen(
            r#""Arn": {"#,
            r##""New": { "$ref": "#/definitions/Row" }, "Arn": {"##,
            1,
        )
        .replacen(
            r#""handlers""#,
            r#""deprecatedProperties": ["/properties/New/Kind"], "handlers""#,
            1,
        );
    let read = |text: &str| formwork_specs::read(text.as_bytes()).unwrap().resources;
    let (old, new) = (read(BASE), read(&new));
    assert_eq!(new[0].scoped_roles.deprecated.len(), 1);
    let diff = diff::specifications(&old, &new);
    let told: Vec<&str> = diff.changes.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(told, ["/New"]);
}
