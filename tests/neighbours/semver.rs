//! What the generator says of a changed specification, against what the compiler says: a program that names every
//! item of the old type is compiled against the new one, and the reverse.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use formwork_codegen::semver::{self, Class, Item, Surface};
use formwork_specs::ResourceType;

use crate::project::{cargo, project};

const BASE: &str = r##"{
    "typeName": "Acme::Garden::Bed", "description": "A bed.", "additionalProperties": false,
    "properties": {
        "Name": { "type": "string", "minLength": 1 },
        "Size": { "type": "integer", "maximum": 5 },
        "Kind": { "type": "string", "enum": ["ROSE", "TULIP"] },
        "Rows": { "type": "array", "items": { "$ref": "#/definitions/Row" } },
        "Notes": { "type": "object", "patternProperties": { "^n": { "type": "string" } }, "additionalProperties": false },
        "Policy": { "type": "object" },
        "Soil": { "$ref": "#/definitions/Soil" },
        "Arn": { "type": "string" },
        "Count": { "type": "integer" }
    },
    "definitions": {
        "Row": { "type": "object", "additionalProperties": false, "required": ["Seed"],
            "properties": { "Seed": { "type": "string" }, "Depth": { "type": "number" } } },
        "Soil": { "type": "object", "additionalProperties": false,
            "properties": { "Wet": { "type": "boolean" } } }
    },
    "required": ["Name"],
    "readOnlyProperties": ["/properties/Arn", "/properties/Count"],
    "primaryIdentifier": ["/properties/Arn"]
}"##;

use Class::{Major, Minor, Patch};

/// What is changed into what, and the class of it.
#[allow(
    clippy::needless_raw_string_hashes,
    reason = "one form for all rows of the table"
)]
const KINDS: &[(&str, &str, Class)] = &[
    ("A bed.", "Another bed.", Patch),
    (r##""minLength": 1"##, r##""minLength": 2"##, Patch),
    (
        r##""maximum": 5"##,
        r##""maximum": 4, "minimum": 0"##,
        Patch,
    ),
    (r##""minLength": 1"##, r##""pattern": "^a""##, Patch),
    (
        r##""required": ["Name"],"##,
        r##""required": ["Name"], "createOnlyProperties": ["/properties/Name"],"##,
        Patch,
    ),
    (
        r##""required": ["Name"],"##,
        r##""required": ["Name"], "writeOnlyProperties": ["/properties/Name"],"##,
        Patch,
    ),
    (
        r##""required": ["Name"],"##,
        r##""required": ["Name"], "anyOf": [{"required": ["Size"]}, {"required": ["Kind"]}],"##,
        Patch,
    ),
    (r##""^n""##, r##""^m""##, Patch),
    (
        r##""items": { "$ref": "#/definitions/Row" } }"##,
        r##""items": { "$ref": "#/definitions/Row" }, "uniqueItems": true }"##,
        Patch,
    ),
    (r##"["ROSE", "TULIP"]"##, r##"["TULIP", "ROSE"]"##, Patch),
    (
        r##"["ROSE", "TULIP"]"##,
        r##"["ROSE", "TULIP", "LILY"]"##,
        Minor,
    ),
    (r##"["ROSE", "TULIP"]"##, r##"["ROSE"]"##, Major),
    (r##"["ROSE", "TULIP"]"##, r##"["ROSE", "LILY"]"##, Major),
    (r##", "enum": ["ROSE", "TULIP"]"##, "", Major),
    (
        r##""Name": { "type": "string""##,
        r##""Name": { "type": "string", "enum": ["a"]"##,
        Major,
    ),
    (r##""required": ["Name"]"##, r##""required": []"##, Major),
    (
        r##""required": ["Name"]"##,
        r##""required": ["Name", "Size"]"##,
        Major,
    ),
    (r##""required": ["Seed"]"##, r##""required": []"##, Major),
    (
        r##""required": ["Seed"]"##,
        r##""required": ["Seed", "Depth"]"##,
        Major,
    ),
    (
        r##""Size": {"##,
        r##""New": { "type": "string" }, "Size": {"##,
        Major,
    ),
    (
        r##""Wet": {"##,
        r##""Dry": { "type": "string" }, "Wet": {"##,
        Major,
    ),
    (
        r##""Size": { "type": "integer", "maximum": 5 },"##,
        "",
        Major,
    ),
    (r##", "Depth": { "type": "number" }"##, "", Major),
    (r##""Size": {"##, r##""Length": {"##, Major),
    (r##""Size": {"##, r##""SIZE": {"##, Patch),
    (
        r##""Size": { "type": "integer""##,
        r##""Size": { "type": "number""##,
        Major,
    ),
    (
        r##""Size": { "type": "integer", "maximum": 5 }"##,
        r##""Size": { "type": "boolean" }"##,
        Major,
    ),
    (
        r##""Depth": { "type": "number" }"##,
        r##""Depth": { "type": "string" }"##,
        Major,
    ),
    (
        r##""Policy": { "type": "object" }"##,
        r##""Policy": { "type": ["object", "string"] }"##,
        Patch,
    ),
    (
        r##""Policy": { "type": "object" }"##,
        r##""Policy": { "type": "string" }"##,
        Major,
    ),
    (
        r##""Policy": { "type": "object" }"##,
        r##""Policy": { "$ref": "#/definitions/Soil" }"##,
        Major,
    ),
    (
        r##""patternProperties": { "^n": { "type": "string" } }"##,
        r##""patternProperties": { "^n": { "type": "integer" } }"##,
        Major,
    ),
    (
        r##""type": "array", "items": { "$ref": "#/definitions/Row" }"##,
        r##""type": "array", "items": { "type": "string" }"##,
        Major,
    ),
    (
        r##""Rows": { "type": "array", "items": { "$ref": "#/definitions/Row" } }"##,
        r##""Rows": { "$ref": "#/definitions/Row" }"##,
        Major,
    ),
    (
        r##""Soil": { "$ref": "#/definitions/Soil" },"##,
        r##""Soil": { "type": "object" },"##,
        Major,
    ),
    (
        r##""/properties/Arn", "/properties/Count"]"##,
        r##""/properties/Arn"]"##,
        Major,
    ),
    (
        r##""Count": { "type": "integer" }"##,
        r##""Count": { "type": "string" }"##,
        Major,
    ),
    (
        r##""Count": { "type": "integer" }"##,
        r##""Count": { "type": "integer" }, "Url": { "type": "string" }"##,
        Major,
    ),
    (
        r##"Properties": ["/properties/Arn","##,
        r##"Properties": ["/properties/Arn", "/properties/Size","##,
        Major,
    ),
    (
        r##""Wet": { "type": "boolean" }"##,
        r##""Wet": { "$ref": "#/definitions/Soil" }"##,
        Major,
    ),
    (
        r##""Wet": { "type": "boolean" }"##,
        r##""Wet": { "type": "boolean", "default": true }"##,
        Patch,
    ),
    (
        r##""Count": { "type": "integer" }
    },"##,
        r##""Count": { "type": "integer" }, "More": { "type": "string" }
    },
    "deprecatedProperties": ["/properties/Size"],"##,
        Major,
    ),
    (
        r##""type": "string" }, "Depth""##,
        r##""type": "string", "description": "What is sown." }, "Depth""##,
        Patch,
    ),
];

fn resource(text: &str) -> ResourceType {
    let spec =
        formwork_specs::read(text.as_bytes()).unwrap_or_else(|error| panic!("{text}\n{error}"));
    spec.resources.into_iter().next().unwrap()
}

/// A module that names every item of a type, in every way that a program may.
fn uses(surface: &Surface) -> String {
    let mut code = String::new();
    for (number, (path, item)) in surface.items.iter().enumerate() {
        let line = match item {
            Item::Struct {
                fields,
                has_default,
            } => {
                let fields = fields.join(", ");
                let default = if *has_default {
                    format!("let _ = {path}::default();")
                } else {
                    String::new()
                };
                format!(
                    "fn f{number}(given: {path}) -> {path} {{ {default} let {path} {{ {fields} }} = given; {path} {{ {fields} }} }}"
                )
            }
            Item::Field { ty, required } => {
                let (owner, field) = path.rsplit_once('.').unwrap();
                let ty = if *required {
                    format!("formwork::Value<{ty}>")
                } else {
                    format!("Option<formwork::Value<{ty}>>")
                };
                format!("fn f{number}(given: {owner}) -> {ty} {{ given.{field} }}")
            }
            Item::Variant(_) => format!("fn f{number}() {{ let _ = {path}; }}"),
            Item::ValueSet => {
                format!("fn f{number}() -> &'static [&'static str] {{ {path}::VALUES }}")
            }
            Item::Attribute(ty) => format!("fn f{number}() {{ attribute::<_, {ty}>({path}); }}"),
            Item::Marker | Item::Setter(_) | Item::Builder(_) => continue,
        };
        writeln!(code, "{line}").unwrap();
    }
    code.push_str(&builders(surface));
    code + "fn attribute<R, T>(_: formwork::Attribute<R, T>) {}\n"
}

/// Each struct built with what it demands alone.
fn builders(surface: &Surface) -> String {
    let mut code = String::new();
    for (number, (path, item)) in surface.items.iter().enumerate() {
        let Item::Struct { fields, .. } = item else {
            continue;
        };
        let required =
            fields.iter().filter_map(
                |field| match surface.items.get(&format!("{path}.{field}")) {
                    Some(Item::Field { ty, required: true }) => Some((field, ty)),
                    _ => None,
                },
            );
        let required: Vec<_> = required.collect();
        let parameters = required
            .iter()
            .map(|(field, ty)| format!("{field}: formwork::Value<{ty}>"));
        let setters = required
            .iter()
            .map(|(field, _)| format!(".{field}({field})"));
        writeln!(
            code,
            "fn b{number}({}) -> {path} {{ {path}::builder(){}.build() }}",
            parameters.collect::<Vec<_>>().join(", "),
            setters.collect::<String>()
        )
        .unwrap();
    }
    code
}

/// The kinds for which a program written against one side does not compile against the other.
fn broken(folder: &str, sides: &[(Surface, String)]) -> BTreeSet<usize> {
    let files: Vec<(String, String)> = sides
        .iter()
        .enumerate()
        .flat_map(|(kind, (written_for, schema))| {
            let code = format!(
                "formwork::resource!(spec = \"specs/k{kind}.json\");\n{}",
                uses(written_for)
            );
            [
                (format!("src/k{kind}.rs"), code),
                (format!("specs/k{kind}.json"), schema.clone()),
            ]
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let folder = project(folder, "semver-probe", &files);
    let mut broken = BTreeSet::new();
    loop {
        let modules = (0..sides.len()).filter(|kind| !broken.contains(kind));
        let modules: Vec<String> = modules.map(|kind| format!("mod k{kind};")).collect();
        let modules = modules.join("\n");
        fs::write(
            folder.join("src/lib.rs"),
            format!("#![allow(dead_code)]\n{modules}"),
        )
        .unwrap();
        let output = cargo(&folder, &["check", "--message-format", "short"]);
        if output.status.success() {
            return broken;
        }
        // Errors of names stop the compiler before those of types: what is found is taken out, and asked again.
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let found: BTreeSet<usize> = said
            .lines()
            .filter(|line| line.contains(": error"))
            .filter_map(|line| {
                line.strip_prefix("src/k")?
                    .split_once(".rs")?
                    .0
                    .parse()
                    .ok()
            })
            .collect();
        assert!(!found.is_empty(), "{said}");
        broken.extend(found);
    }
}

#[test]
fn the_class_of_a_change_is_what_the_compiler_says() {
    let base = resource(BASE);
    let changed: Vec<(String, ResourceType)> = KINDS
        .iter()
        .map(|(from, to, _)| {
            assert!(BASE.contains(from), "{from}");
            let text = BASE.replacen(from, to, 1);
            let resource = resource(&text);
            (text, resource)
        })
        .collect();
    let old_programs = changed
        .iter()
        .map(|(text, _)| (Surface::of(&base), text.clone()));
    let new_programs = changed
        .iter()
        .map(|(_, new)| (Surface::of(new), BASE.to_owned()));
    let majors = broken("semver/major", &old_programs.collect::<Vec<_>>());
    let additions = broken("semver/minor", &new_programs.collect::<Vec<_>>());
    let mut wrong = String::new();
    for (kind, ((from, to, expected), (_, new))) in KINDS.iter().zip(&changed).enumerate() {
        let compiler = if majors.contains(&kind) {
            Major
        } else if additions.contains(&kind) {
            Minor
        } else {
            Patch
        };
        let told = semver::changes(&base, new);
        let ours = semver::class(&told);
        if (ours, compiler) != (*expected, *expected) {
            writeln!(
                wrong,
                "{from} -> {to}: {expected} expected, we say {ours} ({told:?}), rustc {compiler}"
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(KINDS.len() >= 40);
}
