//! What differs between two models in branches and conditions: by what they demand, not by how they are written.

#![cfg(feature = "diff")]

use formwork_specs::diff::{self, Change, Effect, Part};

fn changes(old: &str, new: &str) -> Vec<Change> {
    let read = |members: &str| {
        let text = format!(
            r#"{{ "typeName": "Acme::Garden::Bed", "additionalProperties": false, {members} }}"#
        );
        let spec = formwork_specs::read(text.as_bytes());
        spec.unwrap_or_else(|error| panic!("{text}\n{error}"))
            .resources
    };
    diff::specifications(&read(old), &read(new)).changes
}

/// A change in one line: place, what, before, after.
fn line(change: &Change) -> String {
    let path = &change.path;
    match &change.part {
        Part::Added { required: false } => format!("{path} added"),
        Part::Added { required: true } => format!("{path} added, required"),
        Part::Removed => format!("{path} removed"),
        Part::Renamed { from } => format!("{path} was {from}"),
        Part::Fact { name, old, new } => {
            format!("{path} {name}: {} -> {}", old.join(", "), new.join(", "))
        }
    }
}

#[track_caller]
fn expect(old: &str, new: &str, expected: &[&str]) {
    let found: Vec<String> = changes(old, new).iter().map(line).collect();
    assert_eq!(found, expected, "{old}\n{new}");
}

/// The same edit in both directions: nothing is found in one direction alone.
#[track_caller]
fn expect_somewhere(template: &str, one: &str, other: &str) {
    let (old, new) = (template.replace("$X", one), template.replace("$X", other));
    assert!(!changes(&old, &new).is_empty(), "{old}\n{new}");
    assert!(!changes(&new, &old).is_empty(), "{new}\n{old}");
    assert_eq!(changes(&old, &old), [], "{old}");
}

const IN_A_BRANCH: &str = r##"
    "properties": { "Rule": { "type": "object", $B }, "Other": { "type": "string" } },
    "definitions": {
        "Wet": { "type": "object", "additionalProperties": false, "required": ["Rain"],
            "properties": { "Rain": { "$ref": "#/definitions/Amount" } } },
        "Dry": { "type": "object", "additionalProperties": false,
            "properties": { "Wind": { "type": "string" } } },
        "Amount": { "type": "integer", "maximum": $X }
    }"##;

#[test]
fn a_change_that_only_a_branch_leads_to_is_found() {
    for keyword in ["anyOf", "oneOf", "allOf"] {
        let branches = format!(
            r##""{keyword}": [{{ "$ref": "#/definitions/Dry" }}, {{ "$ref": "#/definitions/Wet" }}]"##
        );
        let template = IN_A_BRANCH.replace("$B", &branches);
        let (old, new) = (template.replace("$X", "5"), template.replace("$X", "6"));
        expect(&old, &new, &["/Rule/Rain maximum: 5 -> 6"]);
    }
    let deeper = [
        r##""not": { "$ref": "#/definitions/Wet" }"##,
        r##""if": { "$ref": "#/definitions/Wet" }, "then": { "required": ["A"] }"##,
        r##""if": { "required": ["A"] }, "then": { "$ref": "#/definitions/Wet" }"##,
        r##""if": { "required": ["A"] }, "else": { "$ref": "#/definitions/Wet" }"##,
        r##""dependencies": { "A": { "$ref": "#/definitions/Wet" } }"##,
        r##""anyOf": [{ "not": { "anyOf": [{ "$ref": "#/definitions/Wet" }, { "required": ["B"] }] } }, { "type": "object" }]"##,
        r##""anyOf": [{ "dependencies": { "A": { "$ref": "#/definitions/Wet" } } }, { "required": ["B"] }]"##,
        r##""oneOf": [{ "type": "array", "items": { "$ref": "#/definitions/Wet" } }, { "type": "string" }]"##,
        r##""anyOf": [{ "patternProperties": { "a": { "$ref": "#/definitions/Wet" } } }, { "required": ["B"] }]"##,
        r##""anyOf": [{ "additionalProperties": { "$ref": "#/definitions/Wet" } }, { "required": ["B"] }]"##,
    ];
    for branch in deeper {
        expect_somewhere(&IN_A_BRANCH.replace("$B", branch), "5", "6");
    }
}

#[test]
fn places_in_branches_are_stated() {
    let template = IN_A_BRANCH.replace(
        "$B",
        r##""not": { "$ref": "#/definitions/Wet" }, "dependencies": { "A": { "$ref": "#/definitions/Dry" } }"##,
    );
    let old = template.replace("$X", "5");
    let new = template.replace("$X", "6").replace(
        r#""Wind": { "type": "string" }"#,
        r#""Wind": { "type": "integer" }"#,
    );
    expect(
        &old,
        &new,
        &[
            "/Rule[dependentSchemas/A]/Wind kind: string -> integer",
            "/Rule[not]/Rain maximum: 5 -> 6",
        ],
    );
}

#[test]
fn a_definition_under_another_name_is_no_change() {
    let old = r##"
        "properties": { "Rule": { "oneOf": [{ "$ref": "#/definitions/Wet" }, { "$ref": "#/definitions/Dry" }] } },
        "definitions": {
            "Wet": { "type": "object", "properties": { "Rain": { "$ref": "#/definitions/Wet" } }, "additionalProperties": false },
            "Dry": { "type": "object", "properties": { "Wind": { "type": "string" } }, "additionalProperties": false } }"##;
    expect(old, &old.replace("Wet", "Damp"), &[]);
    let swapped = old
        .replace("Wet", "X")
        .replace("Dry", "Wet")
        .replace('X', "Dry");
    expect(old, &swapped, &[]);
    let reordered = old.replace(
        r##"{ "$ref": "#/definitions/Wet" }, { "$ref": "#/definitions/Dry" }"##,
        r##"{ "$ref": "#/definitions/Dry" }, { "$ref": "#/definitions/Wet" }"##,
    );
    expect(old, &reordered, &[]);
    let both = old.replace("Dry", "Arid").replace(
        r#""Wind": { "type": "string" }"#,
        r#""Wind": { "type": "integer" }"#,
    );
    expect(old, &both, &["/Rule/Wind kind: string -> integer"]);
}

#[test]
fn the_order_of_what_has_no_order_is_no_change() {
    let old = r#""properties": { "A": { "enum": ["a", "b"], "type": "string" }, "B": {}, "C": {} },
        "anyOf": [{ "required": ["A", "B"] }, { "required": ["C"] }, { "properties": { "A": { "minLength": 1 }, "B": { "maxItems": 2 } } }]"#;
    let new = r#""properties": { "C": {}, "B": {}, "A": { "type": "string", "enum": ["b", "a"] } },
        "anyOf": [{ "properties": { "B": { "maxItems": 2 }, "A": { "minLength": 1 } } }, { "required": ["C"] }, { "required": ["B", "A"] }]"#;
    expect(old, new, &[]);
}

#[test]
fn branches_are_paired_by_what_they_say() {
    let old = r#""properties": { "A": {}, "B": {}, "C": {} },
        "oneOf": [{ "required": ["A"] }, { "required": ["B"] }]"#;
    let came = old.replace(
        r#"{ "required": ["B"] }"#,
        r#"{ "required": ["B"] }, { "required": ["C"] }"#,
    );
    expect(old, &came, &[" oneOf:  -> {required C}"]);
    expect(&came, old, &[" oneOf: {required C} -> "]);
    let other = old.replace(r#"["B"]"#, r#"["C"]"#);
    expect(old, &other, &[" oneOf: {required B} -> {required C}"]);

    let old = r#""properties": { "A": { "anyOf": [{ "type": "string", "pattern": "^a" }, { "type": "string", "pattern": "^b" }] } }"#;
    let new = old.replace("^b", "^c");
    expect(old, &new, &["/A[anyOf/1] pattern: ^b -> ^c"]);

    let old = r#""properties": { "A": {}, "B": {} }, "allOf": [
        { "if": { "required": ["A"] }, "then": { "required": ["B"] } },
        { "if": { "required": ["B"] }, "then": { "required": ["A"] } }]"#;
    let new = old.replace(
        r#""then": { "required": ["A"] }"#,
        r#""then": { "required": ["A", "B"] }"#,
    );
    expect(old, &new, &["[allOf/1][then] requiredBesides: A -> A, B"]);
}

#[test]
fn what_stands_on_one_side_alone_is_told_whole() {
    let none = r#""properties": { "A": {}, "B": {} }"#;
    for (branch, expected) in [
        (
            r#""not": { "required": ["A", "B"] }"#,
            " not:  -> {required A, B}",
        ),
        (
            r#""anyOf": [{ "required": ["B"] }, { "required": ["A"] }]"#,
            " anyOf:  -> {required B}, {required A}",
        ),
        (
            r#""dependencies": { "A": { "required": ["B"] } }"#,
            " dependentSchemas:  -> A: {required B}",
        ),
    ] {
        expect(none, &format!("{none}, {branch}"), &[expected]);
    }
    let conditional =
        format!(r#"{none}, "if": {{ "required": ["A"] }}, "then": {{ "required": ["B"] }}"#);
    expect(
        none,
        &conditional,
        &[" if:  -> {required A}", " then:  -> {required B}"],
    );
}

#[test]
fn what_an_object_takes_besides_counts_in_branches_as_well() {
    let template = r#""properties": { "R": { "type": "object", "anyOf": [
        { "properties": { "A": {} }$X }, { "properties": { "B": {} }, "required": ["B"] }] } }"#;
    expect_somewhere(template, "", r#", "additionalProperties": false"#);
    expect_somewhere(
        template,
        "",
        r#", "additionalProperties": { "type": "string" }"#,
    );
}

#[test]
fn elements_and_members_are_compared_wherever_one_side_says_something() {
    let of = |schema: &str| format!(r#""properties": {{ "P": {schema} }}"#);
    for (old, new, expected) in [
        (
            r#"{ "type": "array" }"#,
            r#"{ "type": "array", "items": { "type": "string" } }"#,
            "/P/* kind: any JSON -> string",
        ),
        (
            r#"{ "type": "array", "items": { "type": "string", "maxLength": 3 } }"#,
            r#"{ "type": "array", "items": { "type": "string" } }"#,
            "/P/* maxLength: 3 -> ",
        ),
        (
            r#"{ "type": "object", "patternProperties": { "a": { "type": "string" }, "b": { "type": "string" } }, "additionalProperties": false }"#,
            r#"{ "type": "object", "patternProperties": { "a": { "type": "string" }, "b": { "type": "string", "maxLength": 2 } }, "additionalProperties": false }"#,
            "/P/*(b) maxLength:  -> 2",
        ),
        (
            r#"{ "type": "object", "additionalProperties": { "type": "string" } }"#,
            r#"{ "type": "object", "additionalProperties": { "type": "integer" } }"#,
            "/P/* kind: string -> integer",
        ),
        (
            r#"{ "type": "object", "additionalProperties": { "type": "string" } }"#,
            r#"{ "type": "object", "patternProperties": { "a": { "type": "string" }, "b": { "type": "string", "maxLength": 2 } }, "additionalProperties": false }"#,
            "/P/*(b) maxLength:  -> 2",
        ),
        (
            r#"{ "type": "object", "properties": { "A": {} }, "additionalProperties": { "type": "string" } }"#,
            r#"{ "type": "object", "properties": { "A": {} }, "additionalProperties": { "type": "string", "maxLength": 1 } }"#,
            "/P/* maxLength:  -> 1",
        ),
    ] {
        let found = changes(&of(old), &of(new));
        let lines: Vec<String> = found.iter().map(line).collect();
        assert!(lines.iter().any(|line| line == expected), "{lines:?}");
    }
}

#[test]
fn definitions_that_nothing_leads_to_are_compared_by_name() {
    let with = |definitions: &str| {
        format!(r#""properties": {{ "P": {{}} }}, "definitions": {{ {definitions} }}"#)
    };
    let (a, b) = (
        with(r#""Spare": { "type": "string", "maxLength": 2 }"#),
        with(r#""Spare": { "type": "string", "maxLength": 3 }"#),
    );
    expect(&a, &b, &["#Spare maxLength: 2 -> 3"]);
    expect(&a, &with(""), &["#Spare removed"]);
    expect(&with(""), &a, &["#Spare added"]);
}

#[test]
fn the_effect_of_a_change_in_a_branch_is_never_milder_than_it_can_be() {
    let of = |old: &str, new: &str| {
        let found = changes(old, new);
        let worst = found.iter().map(Change::effect).max();
        worst.unwrap_or_else(|| panic!("{old}\n{new}"))
    };
    let template = r#""properties": { "A": { "type": "string", $X } }"#;
    for (old, new, expected) in [
        // Whoever asks for less in a negation refuses more.
        (
            r#""not": { "maxLength": 2 }"#,
            r#""not": { "maxLength": 3 }"#,
            Effect::Stricter,
        ),
        (
            r#""not": { "enum": ["a"] }"#,
            r#""not": { "enum": ["a", "b"] }"#,
            Effect::Stricter,
        ),
        (
            r#""not": { "enum": ["a"] }"#,
            r#""minLength": 0"#,
            Effect::Looser,
        ),
        (
            r#""anyOf": [{ "pattern": "a" }]"#,
            r#""anyOf": [{ "pattern": "a" }, { "maxLength": 2 }]"#,
            Effect::Looser,
        ),
        (
            r#""oneOf": [{ "pattern": "a" }, { "minLength": 9 }]"#,
            r#""oneOf": [{ "pattern": "a" }, { "minLength": 9 }, { "maxLength": 2 }]"#,
            Effect::Stricter,
        ),
        (
            r#""oneOf": [{ "pattern": "a" }, { "maxLength": 2 }]"#,
            r#""oneOf": [{ "pattern": "a" }, { "maxLength": 3 }]"#,
            Effect::Stricter,
        ),
        (
            r#""anyOf": [{ "pattern": "a" }, { "maxLength": 2 }]"#,
            r#""anyOf": [{ "pattern": "a" }, { "maxLength": 3 }]"#,
            Effect::Looser,
        ),
        (
            r#""anyOf": [{ "pattern": "a" }, { "maxLength": 2 }]"#,
            r#""anyOf": [{ "pattern": "a" }]"#,
            Effect::Stricter,
        ),
    ] {
        let (old, new) = (template.replace("$X", old), template.replace("$X", new));
        assert_eq!(of(&old, &new), expected, "{old}\n{new}");
    }
}

#[test]
fn a_long_chain_of_definitions_is_walked_without_deep_calls() {
    let chain = |last: &str| {
        let links = (0..3000).map(|at| {
            let next = at + 1;
            format!(
                r##""D{at}": {{ "type": "object", "additionalProperties": false, "properties": {{ "N": {{ "$ref": "#/definitions/D{next}" }} }} }}"##
            )
        });
        let links: Vec<String> = links.collect();
        let links = links.join(",");
        format!(
            r##""properties": {{ "P": {{ "$ref": "#/definitions/D0" }} }}, "definitions": {{ {links}, "D3000": {{ "type": "{last}" }} }}"##
        )
    };
    let found = changes(&chain("string"), &chain("integer"));
    assert_eq!(found.len(), 1);
    assert!(found[0].path.ends_with("/N/N"));
}
