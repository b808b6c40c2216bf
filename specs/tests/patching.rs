//! Specifications that are changed by a patch before they are read.

use formwork_specs::{PatchedError, ResourceType, read_patched};

const SCHEMA: &str = r##"{
  "typeName": "Acme::Garden::Gnome",
  "description": "A gnome.",
  "properties": {
    "Name": { "type": "string", "maxLength": 5 },
    "Hat": { "$ref": "#/definitions/Hat" },
    "Id": { "type": "string" }
  },
  "definitions": {
    "Hat": {
      "type": "object",
      "properties": { "Color": { "type": "string", "enum": ["red"] } },
      "additionalProperties": false
    }
  },
  "required": ["Name"],
  "readOnlyProperties": ["/properties/Id"],
  "primaryIdentifier": ["/properties/Id"],
  "additionalProperties": false
}"##;

fn patched(patch: &str) -> ResourceType {
    let mut spec = read_patched(SCHEMA.as_bytes(), patch.as_bytes(), &|_| true).expect(patch);
    spec.resources.remove(0)
}

/// `line:column message` of each problem, and the file it is in.
fn refused(patch: &str) -> (&'static str, Vec<String>) {
    let lines = |problems: formwork_specs::Problems| {
        let line = |problem: &formwork_specs::Problem| {
            let location = problem.location.expect("a location");
            format!("{location} {} {}", problem.pointer, problem.message)
        };
        problems.iter().map(line).collect()
    };
    match read_patched(SCHEMA.as_bytes(), patch.as_bytes(), &|_| true) {
        Ok(_) => ("neither", Vec::new()),
        Err(PatchedError::Patch(problems)) => ("patch", lines(problems)),
        Err(PatchedError::Specification(problems)) => ("specification", lines(problems)),
    }
}

#[test]
fn every_operation_does_what_the_standard_says() {
    let resource = patched(
        r#"[
        {"op": "test", "path": "/properties/Name/maxLength", "value": 5},
        {"op": "replace", "path": "/properties/Name/maxLength", "value": 50},
        {"op": "add", "path": "/properties/Age", "value": {"type": "integer"}},
        {"op": "add", "path": "/definitions/Hat/properties/Color/enum/0", "value": "blue"},
        {"op": "add", "path": "/definitions/Hat/properties/Color/enum/-", "value": "green"},
        {"op": "copy", "from": "/properties/Age", "path": "/properties/Height"},
        {"op": "move", "from": "/properties/Hat", "path": "/properties/Cap"},
        {"op": "remove", "path": "/required/0"}
    ]"#,
    );
    let names: Vec<_> = resource
        .body
        .properties
        .iter()
        .map(|p| p.name.as_str())
        .collect();
    assert_eq!(names, ["Name", "Age", "Height", "Cap"]);
    assert_eq!(
        resource.body.properties[0].schema.limits.max_length,
        Some(50)
    );
    assert!(!resource.body.properties[0].required);
    let color = &resource.definitions[0].schema.properties[0];
    assert_eq!(color.schema.limits.allowed.len(), 3);
}

#[test]
fn all_faults_of_the_patch_are_reported_at_their_places() {
    let patch = "[\n  {\"op\": \"ad\", \"path\": \"/x\"},\n  {\"op\": \"add\", \"path\": \"x\"},\n  {\"op\": \"move\"}\n]";
    let (file, problems) = refused(patch);
    assert_eq!(file, "patch");
    assert_eq!(
        problems,
        [
            "2:10 /0/op `ad` is not an operation of a patch",
            "3:3 /1 `add` needs a `value`",
            "3:25 /1/path `path` is not a JSON pointer: it has to start with `/`",
            "4:3 /2 `move` needs a `path`",
            "4:3 /2 `move` needs a `from`",
        ]
    );
    assert_eq!(
        refused("{}").1,
        ["1:1  a patch is a list of operations, but this is an object"]
    );
    assert_eq!(refused("nonsense").0, "patch");
}

#[test]
fn an_operation_that_does_not_fit_names_what_is_near() {
    let patch = r#"[{"op": "remove", "path": "/properties/Nam/maxLength"}]"#;
    let Err(PatchedError::Patch(problems)) =
        read_patched(SCHEMA.as_bytes(), patch.as_bytes(), &|_| true)
    else {
        panic!("not refused");
    };
    let problem = problems.first();
    assert_eq!(
        problem.message,
        "`/properties/Nam` leads to nothing: there is no `Nam`"
    );
    assert_eq!(
        problem.help.as_deref(),
        Some("a member named `Name` exists")
    );
    let test = r#"[{"op": "test", "path": "/properties/Name/maxLength", "value": 6}]"#;
    let expected = "1:2 /0 the test fails: `/properties/Name/maxLength` is `5`, not `6`";
    assert_eq!(refused(test), ("patch", vec![expected.to_owned()]));
}

#[test]
fn what_a_patch_breaks_is_a_fault_of_the_specification() {
    let (file, problems) = refused(r#"[{"op": "remove", "path": "/definitions/Hat"}]"#);
    assert_eq!(file, "specification");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("6:"), "{problems:?}");
}

/// Message and help of the only problem of a patch.
fn complaint(patch: &str) -> String {
    let Err(PatchedError::Patch(problems)) =
        read_patched(SCHEMA.as_bytes(), patch.as_bytes(), &|_| true)
    else {
        panic!("not refused: {patch}");
    };
    assert_eq!(problems.len(), 1, "{problems}");
    let problem = problems.first();
    let help = problem.help.as_deref().unwrap_or_default();
    format!("{} {}: {help}", problem.pointer, problem.message)
}

/// How long names may be after a patch of the property `Name`.
fn max_length(patch: &str) -> Option<u64> {
    patched(patch).body.properties[0].schema.limits.max_length
}

#[test]
fn places_in_lists_are_plain_numbers() {
    for segment in ["01", "00", "+0", "-1", "1e0", " 0", "", "1", "-"] {
        let place = format!("/required/{segment}");
        for operation in [
            format!(r#"{{"op":"remove","path":"{place}"}}"#),
            format!(r#"{{"op":"replace","path":"{place}","value":"Name"}}"#),
            format!(r#"{{"op":"test","path":"{place}","value":"Name"}}"#),
            format!(r#"{{"op":"move","from":"{place}","path":"/properties/Name/default"}}"#),
            format!(r#"{{"op":"copy","from":"{place}","path":"/properties/Name/default"}}"#),
        ] {
            let said = complaint(&format!("[{operation}]"));
            assert!(said.contains("leads to nothing: there is no"), "{said}");
            assert!(
                said.ends_with("the only element of the list is `0`"),
                "{said}"
            );
        }
    }
    for segment in ["01", "+1", "-1", "2", "x"] {
        let patch = format!(r#"[{{"op":"add","path":"/required/{segment}","value":"Hat"}}]"#);
        assert!(complaint(&patch).contains("leads to nothing"), "{segment}");
    }
    for segment in ["0", "1", "-"] {
        let patch = format!(r#"[{{"op":"add","path":"/required/{segment}","value":"Hat"}}]"#);
        assert!(patched(&patch).body.required.contains(&"Hat".to_owned()));
    }
}

#[test]
fn a_tilde_is_always_an_escape() {
    let named = |segment: &str| {
        format!(r#"[{{"op":"add","path":"/properties/{segment}","value":{{"type":"string"}}}}]"#)
    };
    assert_eq!(
        patched(&named("a~1b~0~01")).body.properties[2].name,
        "a/b~~1"
    );
    for segment in ["~2", "a~", "~~0", "~/"] {
        let said = complaint(&named(segment));
        assert!(said.contains("neither `0` nor `1`"), "{said}");
    }
}

#[test]
fn an_address_or_a_name_is_no_pointer() {
    for (path, cure) in [
        ("#/properties/Name", "write `/properties/Name`"),
        ("#properties/Name", "write `/properties/Name`"),
        ("properties/Name", "write `/properties/Name`"),
        ("#", "write `/`"),
    ] {
        let said = complaint(&format!(r#"[{{"op":"remove","path":"{path}"}}]"#));
        assert!(said.ends_with(cure), "{said}");
    }
}

#[test]
fn members_that_are_missing_are_found_under_near_names() {
    for (operation, expected) in [
        (
            r#""op":"add","path":"/x","vaule":1"#,
            "write `value` instead of `vaule`",
        ),
        (
            r#""op":"add","path":"/x","Value":1"#,
            "write `value` instead of `Value`",
        ),
        (
            r#""op":"remove","pth":"/x""#,
            "write `path` instead of `pth`",
        ),
        (
            r#""op":"copy","form":"/x","path":"/y""#,
            "write `from` instead of `form`",
        ),
        (
            r#""opp":"remove","path":"/x""#,
            "write `op` instead of `opp`",
        ),
        (r#""op":"add","path":"/x""#, "write `\"value\": …`"),
        (
            r#""op":5,"path":"/x""#,
            "`op` is a text, but a number stands here",
        ),
        (
            r#""op":"remove","path":7"#,
            "`path` is a JSON pointer, but a number stands here",
        ),
        (
            r#""op":"move","from":null,"path":"/x""#,
            "`from` is a JSON pointer, but null stands here",
        ),
    ] {
        let said = complaint(&format!("[{{{operation}}}]"));
        assert!(said.contains(expected), "{operation}: {said}");
    }
    assert!(complaint("[7]").contains("an operation of a patch is an object, but a number"));
}

#[test]
fn the_root_is_a_place_like_any_other() {
    let whole = r#"{"typeName":"Acme::Garden::Gnome","properties":{"Only":{"type":"string"}}}"#;
    for operation in ["add", "replace"] {
        let resource = patched(&format!(
            r#"[{{"op":"{operation}","path":"","value":{whole}}}]"#
        ));
        assert_eq!(resource.body.properties[0].name, "Only");
    }
    // A specification that stands inside of the file takes its place.
    for operation in ["move", "copy"] {
        let resource = patched(&format!(
            r#"[{{"op":"add","path":"/$comment","value":{whole}}},
                {{"op":"{operation}","from":"/$comment","path":""}}]"#
        ));
        assert_eq!(resource.body.properties.len(), 1, "{operation}");
    }
    assert_eq!(
        max_length(r#"[{"op":"move","from":"","path":""}]"#),
        Some(5)
    );
    assert_eq!(
        max_length(r#"[{"op":"copy","from":"","path":"/$comment"}]"#),
        Some(5)
    );
    let said = complaint(r#"[{"op":"test","path":"","value":{}}]"#);
    assert!(said.contains("the test fails"), "{said}");
    let said = complaint(r#"[{"op":"remove","path":""}]"#);
    assert!(
        said.contains("the whole specification cannot be taken away"),
        "{said}"
    );
    let said = complaint(r#"[{"op":"move","from":"","path":"/x"}]"#);
    assert!(said.contains("cannot be moved into itself"), "{said}");
}

#[test]
fn a_value_that_stays_where_it_is_has_to_be_there() {
    let moved = |from: &str| format!(r#"[{{"op":"move","from":"{from}","path":"{from}"}}]"#);
    assert_eq!(max_length(&moved("/properties/Name")), Some(5));
    assert!(complaint(&moved("/properties/Nome")).contains("leads to nothing"));
}

#[test]
fn tests_compare_values_and_not_spellings() {
    let test = |path: &str, value: &str| {
        let patch = format!(r#"[{{"op":"test","path":"{path}","value":{value}}}]"#);
        read_patched(SCHEMA.as_bytes(), patch.as_bytes(), &|_| true).is_ok()
    };
    assert!(test("/properties/Name/maxLength", "5.0"));
    assert!(test("/properties/Name/maxLength", "50e-1"));
    assert!(!test("/properties/Name/maxLength", "5.0000000000000000001"));
    assert!(!test("/properties/Name/maxLength", "\"5\""));
    assert!(test(
        "/properties/Name",
        r#"{"maxLength":5,"type":"string"}"#
    ));
    assert!(!test("/properties/Name", r#"{"maxLength":5}"#));
    assert!(!test(
        "/properties/Name",
        r#"{"maxLength":5,"type":"string","a":1}"#
    ));
}

#[test]
fn faults_that_a_patch_brings_in_are_shown_where_it_put_them() {
    let value = r#"{"type":"object","properties":{"A":{"type":"strin"}}}"#;
    let deep = format!("[\n\n\n\n\n\n\n\n\n\n{}", " ".repeat(400));
    for (path, line) in [
        ("/properties/Hat", "6:"),
        ("/properties/New", "4:"),
        ("/required/0", "16:"),
    ] {
        let patch = format!(r#"{deep}{{"op":"add","path":"{path}","value":{value}}}]"#);
        let (file, problems) = refused(&patch);
        assert_eq!(file, "specification");
        assert!(problems[0].starts_with(line), "{problems:?}");
    }
}

#[test]
fn copies_of_copies_are_refused_before_they_fill_the_memory() {
    let into_itself: Vec<String> = (0..34)
        .map(|number| {
            format!(r#"{{"op":"copy","from":"/definitions","path":"/definitions/D{number}"}}"#)
        })
        .collect();
    let said = complaint(&format!("[{}]", into_itself.join(",")));
    assert!(
        said.contains("puts more than 2000000 values somewhere"),
        "{said}"
    );
    // A list that is put behind itself doubles as well.
    let beside = r#"{"op":"copy","from":"/$comment","path":"/$comment/-"}"#;
    let beside = vec![beside; 64].join(",");
    let said = complaint(&format!(
        r#"[{{"op":"add","path":"/$comment","value":[1]}},{beside}]"#
    ));
    assert!(said.contains("puts more than"), "{said}");
}

#[test]
fn no_patch_nests_deeper_than_a_file_may() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let add = |path: &str, depth: usize| {
        format!(
            r#"{{"op":"add","path":"{path}","value":{}}}"#,
            nested(depth)
        )
    };
    let deepest = add("/$comment", 255);
    let deepest_text = format!("[{deepest}]");
    // The patch itself nests as well: what it can hold is put deeper step by step.
    let below = format!("/$comment{}", "/0".repeat(200));
    let fits = format!(
        "[{},{}]",
        add("/$comment", 201),
        add(&format!("{below}/0"), 54)
    );
    assert_eq!(max_length(&fits), Some(5));
    let deeper = format!(
        "[{},{}]",
        add("/$comment", 201),
        add(&format!("{below}/0"), 55)
    );
    assert!(complaint(&deeper).contains("nest deeper than 256 levels"));
    for operation in ["copy", "move"] {
        let patch = format!(
            r#"[{},{},{{"op":"{operation}","from":"/title","path":"{below}/0"}}]"#,
            add("/$comment", 201),
            add("/title", 100),
        );
        assert!(
            complaint(&patch).contains("nest deeper than 256 levels"),
            "{operation}"
        );
    }
    assert!(refused(&deepest_text).1[0].contains("deeper than 256 levels"));
}

/// `line:column message` of what a patch does not change.
fn obsolete(patch: &str) -> Vec<String> {
    let spec = read_patched(SCHEMA.as_bytes(), patch.as_bytes(), &|_| true).expect(patch);
    let lines = spec.obsolete.iter().map(|problem| {
        assert_eq!(problem.severity, formwork_specs::Severity::Warning);
        assert!(problem.help.is_some());
        let location = problem.location.expect("a location");
        format!("{location} {} {}", problem.pointer, problem.message)
    });
    lines.collect()
}

#[test]
fn what_changes_nothing_any_more_is_told() {
    for (operation, why) in [
        (
            r#""op":"replace","path":"/properties/Name/maxLength","value":5.0"#,
            "`/properties/Name/maxLength` is `5.0`",
        ),
        (
            r#""op":"add","path":"/properties/Name/maxLength","value":5"#,
            "`/properties/Name/maxLength` is `5`",
        ),
        (
            r#""op":"add","path":"/properties/Name","value":{"maxLength":5,"type":"string"}"#,
            "`/properties/Name` is `{\"maxLength\":5,\"type\":\"string\"}`",
        ),
        (
            r#""op":"add","path":"/required/-","value":"Name""#,
            "`/required` has `\"Name\"`",
        ),
        (
            r#""op":"add","path":"/definitions/Hat/properties/Color/enum/0","value":"red""#,
            "`/definitions/Hat/properties/Color/enum` has `\"red\"`",
        ),
        (
            r#""op":"copy","from":"/properties/Name","path":"/properties/Name""#,
            "`/properties/Name` is `{\"type\":\"string\",\"maxLength\":5}`",
        ),
        (
            r#""op":"move","from":"/properties/Name","path":"/properties/Name""#,
            "`/properties/Name` stays where it is",
        ),
    ] {
        let patch = format!(
            "[\n  {{\"op\":\"add\",\"path\":\"/description\",\"value\":\"Gnomes.\"}},\n  {{{operation}}}\n]"
        );
        let expected = format!("3:3 /1 this operation changes nothing: {why}");
        assert_eq!(obsolete(&patch), [expected], "{patch}");
    }
}

#[test]
fn a_patch_that_takes_its_own_changes_back_is_told_as_a_whole() {
    let patch = r#"[
        {"op":"remove","path":"/properties/Name/maxLength"},
        {"op":"add","path":"/properties/Name/maxLength","value":5}
    ]"#;
    let whole = "1:1  this patch changes nothing: the specification is the same after it";
    assert_eq!(obsolete(patch), [whole]);
    let moved = r#"[
        {"op":"move","from":"/properties/Name","path":"/properties/Other"},
        {"op":"move","from":"/properties/Other","path":"/properties/Name"}
    ]"#;
    assert_eq!(obsolete(moved), [whole]);
}

#[test]
fn what_changes_something_and_what_asks_is_not_told() {
    for patch in [
        "[]",
        r#"[{"op":"test","path":"/properties/Name/maxLength","value":5}]"#,
        r#"[{"op":"replace","path":"/properties/Name/maxLength","value":6}]"#,
        r#"[{"op":"add","path":"/required/-","value":"Hat"}]"#,
        r#"[{"op":"remove","path":"/required/0"}]"#,
        r#"[{"op":"copy","from":"/properties/Name","path":"/properties/Other"}]"#,
        r#"[{"op":"move","from":"/properties/Hat","path":"/properties/Cap"}]"#,
    ] {
        assert_eq!(obsolete(patch), [""; 0], "{patch}");
    }
    let outside = r#"[{"op":"add","path":"/required/7","value":"Name"}]"#;
    assert!(complaint(outside).contains("leads to nothing"));
}

#[test]
fn a_test_that_fails_says_what_the_value_is() {
    let said = |path: &str, value: &str| {
        complaint(&format!(
            r#"[{{"op":"test","path":"{path}","value":{value}}}]"#
        ))
    };
    assert!(
        said("/required", r#"["Hat"]"#).contains(r#"`/required` is `["Name"]`, not `["Hat"]`"#)
    );
    assert!(said("/description", "null").contains(r#"is `"A gnome."`, not `null`"#));
    let long = said("", "{}");
    assert!(long.contains("…") && long.len() < 400, "{long}");
    let hidden = said("/description", r#""\u001b[2J\u202e""#);
    assert!(!hidden.contains(['\u{1b}', '\u{202e}']), "{hidden}");
}

#[test]
fn a_change_is_noted_at_its_property_with_its_reason() {
    let because = r#""because":"measured""#;
    for (operation, property) in [
        (
            r#""op":"replace","path":"/properties/Name/maxLength","value":6"#,
            Some(("", "Name")),
        ),
        (
            r#""op":"add","path":"/required/-","value":"Hat""#,
            Some(("", "Hat")),
        ),
        (r#""op":"remove","path":"/required/0""#, Some(("", "Name"))),
        (
            r#""op":"add","path":"/createOnlyProperties","value":["/properties/Name"]"#,
            None,
        ),
        (
            r#""op":"add","path":"/definitions/Hat/properties/Color/enum/-","value":"blue""#,
            Some(("Hat", "Color")),
        ),
        (
            r#""op":"add","path":"/definitions/Hat/required","value":["Color"]"#,
            None,
        ),
        (
            r#""op":"add","path":"/properties/Age","value":{"type":"integer"}"#,
            Some(("", "Age")),
        ),
        (r#""op":"remove","path":"/properties/Hat""#, None),
        (
            r#""op":"add","path":"/description","value":"Gnomes.""#,
            None,
        ),
    ] {
        let resource = patched(&format!("[{{{operation},{because}}}]"));
        let [fact] = resource.patched.as_slice() else {
            panic!("{operation}: {:?}", resource.patched);
        };
        assert_eq!(fact.because.as_deref(), Some("measured"));
        let found = fact.property.as_ref();
        let found = found.map(|(record, name)| (record.as_str(), name.as_str()));
        assert_eq!(found, property, "{operation}");
    }
    let listed = r#"[
        {"op":"add","path":"/createOnlyProperties","value":[]},
        {"op":"add","path":"/createOnlyProperties/-","value":"/properties/Hat/Color"}
    ]"#;
    let resource = patched(listed);
    assert_eq!(
        resource.patched[1].property,
        Some((String::new(), "Hat".to_owned()))
    );
    assert_eq!(resource.patched[1].because, None);
    assert!(
        patched(r#"[{"op":"test","path":"/required/0","value":"Name"}]"#)
            .patched
            .is_empty()
    );
    let said = complaint(r#"[{"op":"remove","path":"/required","because":5}]"#);
    assert!(
        said.contains("`because` is a text, but a number stands here"),
        "{said}"
    );
}

#[test]
fn in_a_file_of_several_types_a_change_is_noted_at_its_type() {
    let table = r#"{"ResourceSpecificationVersion":"1.0.0",
        "PropertyTypes":{"Acme::A::B.Hat":{"Properties":{"Color":{"PrimitiveType":"String","Required":false}}}},
        "ResourceTypes":{
            "Acme::A::B":{"Properties":{"Hat":{"Type":"Hat","Required":false,"UpdateType":"Mutable"}}},
            "Acme::A::C":{"Properties":{"Name":{"PrimitiveType":"String","Required":false,"UpdateType":"Mutable"}}}}}"#;
    let patch = r#"[
        {"op":"replace","path":"/PropertyTypes/Acme::A::B.Hat/Properties/Color/Required","value":true},
        {"op":"replace","path":"/ResourceTypes/Acme::A::C/Properties/Name/Required","value":true}]"#;
    let spec = read_patched(table.as_bytes(), patch.as_bytes(), &|_| true).expect("fits");
    let noted: Vec<_> = spec
        .resources
        .iter()
        .map(|one| {
            one.patched
                .iter()
                .map(|fact| fact.property.clone())
                .collect::<Vec<_>>()
        })
        .collect();
    let of = |record: &str, name: &str| Some((record.to_owned(), name.to_owned()));
    assert_eq!(noted, [vec![of("Hat", "Color")], vec![of("", "Name")]]);
}
