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
