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
    let expected = "1:2 /0 the test fails: `/properties/Name/maxLength` has another value";
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
