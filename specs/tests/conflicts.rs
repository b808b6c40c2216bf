//! Specifications whose demands exclude each other: the reference wins over what stands beside it, and
//! whatever can hold nothing is told.

use formwork_specs::model::{ResourceType, Schema};
use formwork_specs::shape::shape;
use formwork_specs::{Spec, read};

/// A specification with the property `P`.
fn spec_of(schema: &str) -> Spec {
    let text = format!(
        r##"{{"typeName":"Acme::Garden::Gnome","properties":{{"P":{schema}}},"definitions":{{
        "Text":{{"type":"string","maxLength":5}},
        "Choice":{{"type":"string","enum":["a","b"]}},
        "Count":{{"type":"integer","minimum":1,"maximum":9}},
        "Record":{{"type":"object","properties":{{"A":{{"type":"string"}}}},"required":["A"],
            "additionalProperties":false}},
        "List":{{"type":"array","items":{{"type":"string"}}}},
        "Alias":{{"$ref":"#/definitions/Text"}},
        "Union":{{"oneOf":[{{"type":"string"}},{{"type":"integer"}}]}},
        "Both":{{"allOf":[{{"$ref":"#/definitions/Union"}},{{"$ref":"#/definitions/Text"}}]}},
        "Free":{{}},
        "Loop":{{"type":"object","properties":{{"L":{{"$ref":"#/definitions/Loop"}}}}}}}},
        "additionalProperties":false}}"##
    );
    read(text.as_bytes()).unwrap_or_else(|problems| panic!("{schema}: {problems}"))
}

fn first(resource: &ResourceType) -> &Schema {
    &resource.body.properties[0].schema
}

fn warnings(spec: &Spec) -> Vec<String> {
    let warnings = spec.warnings.iter();
    warnings
        .map(|one| format!("{} {}", one.pointer, one.message))
        .collect()
}

/// The warning about a schema of `P` in which the reference wins.
fn won(siblings: &str, name: &str) -> String {
    let reference = format!(r##""$ref":"#/definitions/{name}""##);
    let spec = spec_of(&format!(
        "{{{reference},{siblings},\"description\":\"Kept.\"}}"
    ));
    let resource = &spec.resources[0];
    let bare = Schema {
        reference: Some(name.to_owned()),
        description: Some("Kept.".to_owned()),
        ..Schema::default()
    };
    assert_eq!(*first(resource), bare, "{siblings}");
    let [warning] = warnings(&spec).try_into().expect("one warning");
    warning
}

#[test]
fn a_type_that_excludes_the_reference_gives_way() {
    for (own, name, said) in [
        (
            "object",
            "Text",
            "says an object, but the definition `Text` is a string",
        ),
        (
            "object",
            "Alias",
            "says an object, but the definition `Alias` is a string",
        ),
        (
            "object",
            "Choice",
            "says an object, but the definition `Choice` is a string",
        ),
        (
            "array",
            "Record",
            "says an array, but the definition `Record` is an object",
        ),
        (
            "string",
            "Record",
            "says a string, but the definition `Record` is an object",
        ),
        (
            "string",
            "List",
            "says a string, but the definition `List` is an array",
        ),
        (
            "boolean",
            "Count",
            "says a boolean, but the definition `Count` is an integer",
        ),
        (
            "integer",
            "Both",
            "says an integer, but the definition `Both` is a string",
        ),
        (
            "object",
            "Union",
            "`type` and the definition `Union` exclude each other",
        ),
    ] {
        let warning = won(&format!(r#""type":"{own}""#), name);
        assert!(warning.starts_with("/properties/P/type "), "{warning}");
        assert!(warning.contains(said), "{warning}");
        assert!(
            warning.ends_with("; the reference holds alone"),
            "{warning}"
        );
    }
    won(r#""type":["object","null"]"#, "Text");
    // What the type brings along goes with it.
    won(
        r#""type":"object","properties":{"B":{"type":"string"}},"required":["B"]"#,
        "Text",
    );
    won(r#""type":"object","additionalProperties":false"#, "List");
}

#[test]
fn a_closed_reference_is_closed_by_itself() {
    let spec = spec_of(r##"{"$ref":"#/definitions/Record","additionalProperties":false}"##);
    assert_eq!(warnings(&spec), [""; 0]);
    let bare = Schema {
        reference: Some("Record".to_owned()),
        ..Schema::default()
    };
    assert_eq!(*first(&spec.resources[0]), bare);
}

#[test]
fn other_limits_that_exclude_the_reference_give_way() {
    for (siblings, name) in [
        (r#""minLength":6"#, "Text"),
        (r#""enum":["c","d"]"#, "Choice"),
        (r#""const":"c""#, "Choice"),
        (r#""enum":["too long"]"#, "Alias"),
        (r#""minimum":10"#, "Count"),
        (r#""exclusiveMaximum":1"#, "Count"),
        (r#""exclusiveMinimum":3.2,"maximum":3.9"#, "Count"),
        (r#""not":{"type":"string"}"#, "Text"),
    ] {
        let warning = won(siblings, name);
        assert!(
            warning.contains("excludes every value of the definition"),
            "{warning}"
        );
    }
}

#[test]
fn what_goes_together_stays() {
    for schema in [
        r##"{"$ref":"#/definitions/Text","type":"string"}"##,
        r##"{"$ref":"#/definitions/Text","type":["string","object"]}"##,
        r##"{"$ref":"#/definitions/Text","minLength":5}"##,
        r##"{"$ref":"#/definitions/Count","type":"number"}"##,
        r##"{"$ref":"#/definitions/Count","minimum":9}"##,
        r##"{"$ref":"#/definitions/Choice","enum":["b","c"]}"##,
        r##"{"$ref":"#/definitions/Record","type":"object"}"##,
        r##"{"$ref":"#/definitions/Free","type":"boolean"}"##,
        r##"{"$ref":"#/definitions/Union","type":"integer"}"##,
        r##"{"$ref":"#/definitions/Loop","type":"object"}"##,
        // A number may be written as text.
        r#"{"type":"integer","enum":["1","2"]}"#,
        r#"{"type":"string","enum":[1,true],"maxLength":4}"#,
        r#"{"type":"number","minimum":0.1,"maximum":0.1}"#,
        r#"{"type":"integer","exclusiveMinimum":0,"maximum":1}"#,
        r#"{"type":"string","const":"a","enum":["a"]}"#,
        r#"{"oneOf":[{"type":"string"},{"type":"object"}],"type":"object"}"#,
        r#"{"type":"object","minProperties":1,"maxProperties":1}"#,
        r#"{"type":"string","not":{"type":"object"}}"#,
        r#"{"type":"string","not":{"enum":["a"]}}"#,
        "false",
        r#"{"not":{}}"#,
    ] {
        assert_eq!(warnings(&spec_of(schema)), [""; 0], "{schema}");
    }
    let spec = spec_of(r##"{"$ref":"#/definitions/Text","minLength":5}"##);
    assert_eq!(first(&spec.resources[0]).limits.min_length, Some(5));
}

#[test]
fn a_slot_in_which_the_reference_won_has_its_shape() {
    let spec =
        spec_of(r##"{"type":"array","items":{"$ref":"#/definitions/Record","type":"array"}}"##);
    let resource = &spec.resources[0];
    let items = first(resource).items.as_deref().expect("items");
    assert_eq!(
        format!("{:?}", shape(resource, items)),
        "Record(\"Record\")"
    );
    assert_eq!(spec.warnings[0].pointer, "/properties/P/items/type");
}

#[test]
fn limits_that_leave_nothing_are_told_where_they_stand() {
    for (schema, said) in [
        (
            r#"{"type":"string","minLength":6,"maxLength":5}"#,
            "/properties/P/minLength `minLength` is 6 and `maxLength` 5: no text fits both",
        ),
        (
            r#"{"type":"array","minItems":2,"maxItems":1}"#,
            "/properties/P/minItems `minItems` is 2 and `maxItems` 1: no list fits both",
        ),
        (
            r#"{"type":"object","minProperties":2,"maxProperties":1}"#,
            "/properties/P/minProperties `minProperties` is 2 and `maxProperties` 1: no object fits both",
        ),
        (
            r#"{"type":"number","minimum":0.10000000000000000001,"maximum":0.1}"#,
            "/properties/P/minimum `minimum` is 0.10000000000000000001 and `maximum` 0.1: no number fits both",
        ),
        (
            r#"{"type":"integer","minimum":5,"exclusiveMaximum":5}"#,
            "/properties/P/minimum `minimum` is 5 and `exclusiveMaximum` 5: no number fits both",
        ),
        (
            r#"{"type":"number","exclusiveMinimum":7,"maximum":7}"#,
            "/properties/P/exclusiveMinimum `exclusiveMinimum` is 7 and `maximum` 7: no number fits both",
        ),
        (
            r#"{"type":["string","integer"],"minLength":6,"maxLength":5}"#,
            "/properties/P/minLength `minLength` is 6 and `maxLength` 5: no text fits both",
        ),
        (
            r#"{"type":"array","items":{"type":"string","minLength":2,"maxLength":1}}"#,
            "/properties/P/items/minLength `minLength` is 2 and `maxLength` 1: no text fits both",
        ),
    ] {
        assert_eq!(warnings(&spec_of(schema)), [said], "{schema}");
    }
}

#[test]
fn demands_that_leave_nothing_together_are_told_once() {
    for (schema, at) in [
        (r#"{"type":"integer","minimum":1.2,"maximum":1.8}"#, ""),
        (r#"{"type":"integer","enum":["a"]}"#, ""),
        (r#"{"type":"string","enum":["abc"],"maxLength":2}"#, ""),
        (
            r#"{"type":"number","enum":[1,2],"minimum":3,"maximum":4}"#,
            "",
        ),
        (r#"{"enum":["a"],"const":"b"}"#, ""),
        (r#"{"type":"string","not":{"type":"string"}}"#, ""),
        (r#"{"type":"string","allOf":[{"type":"object"}]}"#, ""),
        (
            r##"{"allOf":[{"$ref":"#/definitions/Text"},{"type":"object"}]}"##,
            "",
        ),
        (
            r##"{"allOf":[{"$ref":"#/definitions/Text"},{"$ref":"#/definitions/List"}]}"##,
            "",
        ),
        (
            r#"{"type":"string","anyOf":[{"type":"integer"},{"type":"array"}]}"#,
            "",
        ),
        (
            r#"{"type":"object","properties":{"A":{}},"additionalProperties":false,"minProperties":2}"#,
            "",
        ),
        (
            r#"{"type":"object","properties":{"A":{},"B":{}},"required":["A","B"],"maxProperties":1}"#,
            "",
        ),
        (
            r#"{"type":"object","properties":{"A":{},"B":{}},"required":["A","B"],"requiredXor":["A","B"]}"#,
            "",
        ),
        (
            r#"{"type":"object","properties":{"A":false},"required":["A"]}"#,
            "",
        ),
        (
            r#"{"type":"object","properties":{"A":{},"B":{}},"required":["A","B"],"dependentExcluded":{"A":["B"]}}"#,
            "",
        ),
        (
            r#"{"items":{"allOf":[{"type":"string"},{"type":"array"}]}}"#,
            "/items",
        ),
    ] {
        let expected = format!("/properties/P{at} no value fits all that is demanded here");
        assert_eq!(warnings(&spec_of(schema)), [expected], "{schema}");
    }
}

#[test]
fn a_definition_that_holds_nothing_is_told_there_alone() {
    let text = r##"{"typeName":"Acme::Garden::Gnome","definitions":{
        "Never":{"type":"string","allOf":[{"type":"object"}]}},"properties":{
        "A":{"$ref":"#/definitions/Never"},"B":{"type":"string","$ref":"#/definitions/Never"},
        "C":{"allOf":[{"$ref":"#/definitions/Never"}]},"D":{"$ref":"#/properties/E/items"},
        "E":{"items":{"type":"string","allOf":[{"type":"array"}]}}}}"##;
    let spec = read(text.as_bytes()).expect("it is read");
    assert_eq!(
        warnings(&spec),
        [
            "/properties/E/items no value fits all that is demanded here",
            "/definitions/Never no value fits all that is demanded here",
        ]
    );
}

#[test]
fn keywords_with_values_that_mean_nothing_are_refused() {
    for (schema, at, said) in [
        (r#"{"type":[]}"#, "type", "`type` is an empty list"),
        (
            r#"{"type":"number","multipleOf":0}"#,
            "multipleOf",
            "`multipleOf` is 0",
        ),
        (
            r#"{"type":"number","multipleOf":-0.0}"#,
            "multipleOf",
            "`multipleOf` is -0.0",
        ),
        (
            r#"{"type":"integer","multipleOf":-2}"#,
            "multipleOf",
            "`multipleOf` is -2",
        ),
    ] {
        let text = format!(r#"{{"typeName":"Acme::Garden::Gnome","properties":{{"P":{schema}}}}}"#);
        let problems = read(text.as_bytes()).expect_err(schema);
        let problem = problems.first();
        assert_eq!(problem.pointer, format!("/properties/P/{at}"));
        assert!(problem.message.starts_with(said), "{problem}");
        assert!(problem.help.is_some(), "{problem}");
    }
    let spec = spec_of(r#"{"type":"string","enum":[]}"#);
    assert_eq!(
        warnings(&spec),
        ["/properties/P/enum the list of allowed values is empty; it is passed over"]
    );
}

#[test]
fn chains_and_circles_end() {
    let links = (0..20_000).map(|index| {
        format!(
            r##""D{index}":{{"$ref":"#/definitions/D{}","type":"string"}}"##,
            index + 1
        )
    });
    let links: Vec<String> = links.collect();
    let text = format!(
        r##"{{"typeName":"Acme::Garden::Gnome","definitions":{{{},"D20000":{{"type":"string"}}}},
        "properties":{{"P":{{"$ref":"#/definitions/D0"}}}}}}"##,
        links.join(",")
    );
    assert!(read(text.as_bytes()).is_ok());
}

#[test]
fn alternatives_that_are_the_same_become_one() {
    let twins = r##""A":{"type":"object","properties":{"X":{"type":"string","description":"One."}}},
        "B":{"type":"object","properties":{"X":{"type":"string"}},"description":"Two."},
        "Alias":{"$ref":"#/definitions/B"},
        "C":{"type":"object","properties":{"X":{"type":"string","maxLength":9}}}"##;
    let alternatives = |list: &str| {
        let text = format!(
            r#"{{"typeName":"Acme::Garden::Gnome","properties":{{"P":{{"type":"array","items":{{
            "oneOf":[{list}]}}}}}},"definitions":{{{twins}}}}}"#
        );
        read(text.as_bytes()).unwrap_or_else(|problems| panic!("{list}: {problems}"))
    };
    let reference = |name: &str| format!(r##"{{"$ref":"#/definitions/{name}"}}"##);
    let [a, b, c, alias] = ["A", "B", "C", "Alias"].map(reference);
    for (list, left) in [
        (format!("{a},{b},{c}"), 2),
        (format!("{c},{a},{alias},{b}"), 2),
        (
            r#"{"type":"string"},{"type":"integer"},{"type":"string"}"#.to_owned(),
            2,
        ),
    ] {
        let spec = alternatives(&list);
        let [warning] = warnings(&spec).try_into().expect("one warning");
        assert!(
            warning.starts_with("/properties/P/items/oneOf alternatives"),
            "{warning}"
        );
        let resource = &spec.resources[0];
        let items = first(resource).items.as_deref().expect("items");
        // A union of records is a definition of its own.
        let definition = |name: &str| {
            let found = resource.definitions.iter().find(|one| one.name == name);
            &found.expect("it is defined").schema
        };
        let union = items.reference.as_deref().map_or(items, definition);
        assert_eq!(union.one_of.len(), left, "{list}");
    }
    // The only one that is left is what stands there.
    let spec = alternatives(&format!("{a},{alias}"));
    let items = first(&spec.resources[0]).items.as_deref().expect("items");
    assert_eq!(items.reference.as_deref(), Some("A"));
    assert_eq!(warnings(&alternatives(&format!("{a},{c}"))), [""; 0]);
}

#[test]
fn a_broken_pattern_is_told() {
    for (schema, said) in [
        (
            r#"{"type":"string","pattern":"^(a|b"}"#,
            "/properties/P/pattern the pattern `^(a|b` judges nothing: at its character 2, `(` is not closed",
        ),
        (
            r#"{"type":"string","pattern":"a{3,2}"}"#,
            "/properties/P/pattern the pattern `a{3,2}` judges nothing: at its character 2, the first number is the \
             larger one",
        ),
        (
            r#"{"type":"string","pattern":"(?i)a"}"#,
            "/properties/P/pattern the pattern `(?i)a` judges nothing: at its character 1, ECMA-262 has no group \
             that begins like this",
        ),
        (
            r#"{"type":"object","patternProperties":{"[z-a]":{"type":"string"}}}"#,
            "/properties/P/patternProperties/[z-a] the pattern `[z-a]` judges nothing: at its character 2, the \
             range ends before it begins",
        ),
    ] {
        assert_eq!(warnings(&spec_of(schema)), [said], "{schema}");
    }
    for pattern in ["", "^[a-z]+$", r"\\A[^\\s]*\\Z", "(?!aws:).*", r"^\\p{L}$"] {
        let schema = format!(r#"{{"type":"string","pattern":"{pattern}"}}"#);
        assert_eq!(warnings(&spec_of(&schema)), [""; 0], "{schema}");
    }
}
