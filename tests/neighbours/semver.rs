//! What the generator says of a changed specification, against what the compiler says: a program that names every
//! item of the old type is compiled against the new one, and the reverse.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use formwork_codegen::semver::{self, Class, Item, RustChange, Surface};
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
    (
        r##""Count": { "type": "integer" }
    },"##,
        r##""Count": { "type": "integer" }, "Url": { "type": "string" }
    },
    "formwork": { "attributes": { "Own": { "type": "string" } } },"##,
        Major,
    ),
    (
        r##""required": ["Name"],"##,
        r##""required": ["Name"], "formwork": { "attributes": { "Own": { "type": "string" } } },"##,
        Minor,
    ),
    (
        r##""required": ["Name"],"##,
        r##""required": ["Name"], "formwork": { "attributes": { "Name": { "type": "string" }, "Na.me": { "type": "string" } } },"##,
        Minor,
    ),
    (
        r##""Arn": { "type": "string" }"##,
        r##""Arn": { "type": "string", "enum": ["a", "b"] }"##,
        Patch,
    ),
    (
        r##""Arn": { "type": "string" }"##,
        r##""Arn": { "type": "array", "items": { "type": "string" } }"##,
        Major,
    ),
    (
        r##""Soil": { "type": "object", "additionalProperties": false,"##,
        r##""Spare": { "type": "object", "additionalProperties": false, "properties": { "A": { "type": "string" } } },
        "Soil": { "type": "object", "additionalProperties": false,"##,
        Patch,
    ),
    (
        r##""Soil": { "type": "object", "additionalProperties": false,"##,
        r##""Bed": { "type": "object", "additionalProperties": false, "properties": { "A": { "type": "string" } } },
        "Soil": { "type": "object", "additionalProperties": false,"##,
        Patch,
    ),
    (
        r##""Soil": { "type": "object", "additionalProperties": false,"##,
        r##""Kind": { "type": "object", "additionalProperties": false, "properties": { "A": { "type": "string" } } },
        "Soil": { "type": "object", "additionalProperties": false,"##,
        Patch,
    ),
    (
        r##""Soil": { "$ref": "#/definitions/Soil" },"##,
        r##""Soil": { "type": "array", "items": { "$ref": "#/definitions/Soil" } },"##,
        Major,
    ),
    (
        r##""Soil": { "$ref": "#/definitions/Soil" },"##,
        r##""Soil": { "type": "object", "additionalProperties": false, "properties": { "Wet": { "type": "boolean" } } },"##,
        Major,
    ),
    (
        r##""Soil": { "$ref": "#/definitions/Soil" },"##,
        r##""Soil": { "anyOf": [{ "$ref": "#/definitions/Soil" }, { "$ref": "#/definitions/Row" }] },"##,
        Major,
    ),
    (
        r##""Soil": { "$ref": "#/definitions/Soil" },"##,
        r##""Soil": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Soil" } },"##,
        Major,
    ),
    (
        r##""Soil": { "type": "object", "additionalProperties": false,"##,
        r##""Soil": { "type": "object", "additionalProperties": false, "required": ["Wet"],"##,
        Major,
    ),
    (
        r##""Soil": { "type": "object", "additionalProperties": false,"##,
        r##""Soil": { "type": "object", "additionalProperties": { "type": "string" },"##,
        Major,
    ),
    (
        r##""Soil": { "type": "object", "additionalProperties": false,"##,
        r##""Soil": { "type": "object", "additionalProperties": true,"##,
        Major,
    ),
    (
        r##"A bed.", "additionalProperties": false"##,
        r##"A bed.", "additionalProperties": true"##,
        Major,
    ),
    (
        r##""properties": { "Wet": { "type": "boolean" } }"##,
        r##""properties": { "Wet": { "type": "boolean" } }, "minProperties": 1"##,
        Patch,
    ),
    (
        r##""properties": { "Wet": { "type": "boolean" } }"##,
        r##""properties": {}"##,
        Major,
    ),
    (
        r##""Wet": { "type": "boolean" }"##,
        r##""Wet": { "type": "array", "items": { "$ref": "#/definitions/Soil" } }"##,
        Major,
    ),
    (
        r##""Depth": { "type": "number" }"##,
        r##""Depth": { "type": "number", "format": "double" }"##,
        Patch,
    ),
    (
        r##""Depth": { "type": "number" }"##,
        r##""Depth": { "type": "number", "enum": [1, 2.5] }"##,
        Patch,
    ),
    (
        r##""Size": { "type": "integer", "maximum": 5 }"##,
        r##""Size": { "type": "integer", "enum": [1, 2] }"##,
        Patch,
    ),
    (
        r##""Size": { "type": "integer", "maximum": 5 }"##,
        r##""Size": { "type": ["integer", "string"] }"##,
        Major,
    ),
    (
        r##""Size": { "type": "integer", "maximum": 5 }"##,
        r##""Size": { "type": "array", "items": { "type": "integer" } }"##,
        Major,
    ),
    (
        r##""Notes": { "type": "object", "patternProperties": { "^n": { "type": "string" } }, "additionalProperties": false }"##,
        r##""Notes": { "type": "object", "properties": { "N": { "type": "string" } }, "additionalProperties": false }"##,
        Major,
    ),
    (
        r##""Notes": { "type": "object", "patternProperties": { "^n": { "type": "string" } }, "additionalProperties": false }"##,
        r##""Notes": { "type": "array", "items": { "type": "string" } }"##,
        Major,
    ),
    (
        r##""Notes": { "type": "object", "patternProperties": { "^n": { "type": "string" } }, "additionalProperties": false }"##,
        r##""Notes": { "type": "object", "additionalProperties": { "type": "string" } }"##,
        Patch,
    ),
    (
        r##""Notes": { "type": "object", "patternProperties": { "^n": { "type": "string" } }"##,
        r##""Notes": { "type": "object", "patternProperties": { "^n": { "type": "string" }, "^m": { "type": "integer" } }"##,
        Major,
    ),
    (
        r##""Policy": { "type": "object" }"##,
        r##""Policy": { "type": "object", "additionalProperties": { "type": "string" } }"##,
        Major,
    ),
    (
        r##"["ROSE", "TULIP"]"##,
        r##"["ROSE", "TULIP", "rose"]"##,
        Minor,
    ),
    (
        r##"["ROSE", "TULIP"]"##,
        r##"["ROSE", "TULIP", ""]"##,
        Minor,
    ),
    (
        r##""enum": ["ROSE", "TULIP"]"##,
        r##""const": "ROSE""##,
        Major,
    ),
    (
        r##""enum": ["ROSE", "TULIP"]"##,
        r##""anyOf": [{ "enum": ["ROSE"] }, { "enum": ["TULIP"] }]"##,
        Major,
    ),
    (
        r##""Rows": { "type": "array", "items": { "$ref": "#/definitions/Row" } }"##,
        r##""Rows": { "type": "array", "items": { "type": "string", "enum": ["A"] } }"##,
        Major,
    ),
    (
        r##""Name": { "type": "string", "minLength": 1 }"##,
        r##""Name": { "type": "string", "format": "date-time" }"##,
        Patch,
    ),
    (
        r##""Name": { "type": "string", "minLength": 1 }"##,
        r##""Name": { "type": "string", "default": "x" }"##,
        Patch,
    ),
    (r##"Acme::Garden::Bed"##, r##"Acme::Garden::Plot"##, Major),
    (r##"Acme::Garden::Bed"##, r##"Acme::Park::Bed"##, Patch),
    (r##""Size": {"##, r##""size": {"##, Patch),
    (r##""Size": {"##, r##""Type": {"##, Major),
    (
        r##""Name": { "type": "string", "minLength": 1 },
        "Size": { "type": "integer", "maximum": 5 },"##,
        r##""Size": { "type": "integer", "maximum": 5 },
        "Name": { "type": "string", "minLength": 1 },"##,
        Patch,
    ),
    (
        r##""required": ["Name"],"##,
        r##""required": ["Name"], "deprecatedProperties": ["/properties/Size"],"##,
        Patch,
    ),
    (
        r##""primaryIdentifier": ["/properties/Arn"]"##,
        r##""primaryIdentifier": ["/properties/Name"]"##,
        Patch,
    ),
    (
        r##""primaryIdentifier": ["/properties/Arn"]"##,
        r##""primaryIdentifier": ["/properties/Arn"], "additionalIdentifiers": [["/properties/Name"]], "taggable": false"##,
        Patch,
    ),
    (
        r##""required": ["Name"],"##,
        r##""required": ["Name"], "handlers": { "create": {}, "delete": {} },"##,
        Patch,
    ),
    (
        r##""Arn": { "type": "string" },
        "Count": { "type": "integer" }
"##,
        r##""Arn": { "type": "string" }
"##,
        Major,
    ),
    (r##""Kind": {"##, r##""Sort": {"##, Major),
    (
        r##""Depth": { "type": "number" }"##,
        r##""Depth": { "type": "number" }, "Kind": { "type": "string", "enum": ["A"] }"##,
        Major,
    ),
    (
        r##""Wet": { "type": "boolean" }"##,
        r##""Wet": { "type": "string", "enum": ["yes", "no"] }"##,
        Major,
    ),
    (
        r##""Wet": { "type": "boolean" }"##,
        r##""Wet": { "type": "boolean" }, "Below": { "$ref": "#/definitions/Soil" }"##,
        Major,
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
                let setter = if *required {
                    String::new()
                } else {
                    let inner = ty
                        .strip_prefix("Option<")
                        .and_then(|ty| ty.strip_suffix(">"))
                        .unwrap();
                    format!(
                        "fn s{number}(given: {inner}) {{ let _ = {owner}::builder().{field}(given); }}"
                    )
                };
                format!("{setter} fn f{number}(given: {owner}) -> {ty} {{ given.{field} }}")
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
    let mut expect = |direction: &str, kind: usize, told: Vec<RustChange>, compiler, expected| {
        let ours = semver::class(&told);
        if (ours, compiler) != (expected, expected) {
            let (from, to, _) = KINDS[kind];
            writeln!(
                wrong,
                "{direction} {from} -> {to}: {expected} expected, we say {ours} ({told:?}), rustc {compiler}"
            )
            .unwrap();
        }
    };
    for (kind, ((_, _, expected), (_, new))) in KINDS.iter().zip(&changed).enumerate() {
        let (breaks, adds) = (majors.contains(&kind), additions.contains(&kind));
        let class = |breaks, adds| match (breaks, adds) {
            (true, _) => Major,
            (false, true) => Minor,
            (false, false) => Patch,
        };
        let forth = class(breaks, adds);
        expect("forth", kind, semver::changes(&base, new), forth, *expected);
        // The same change the other way round: a program for the new type is compiled against the old one.
        let back = class(adds, breaks);
        expect("back", kind, semver::changes(new, &base), back, back);
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(KINDS.len() >= 90, "{}", KINDS.len());
}

/// What compiles may still mean something else.
#[test]
fn a_variant_that_stands_for_another_value_is_major_though_it_compiles() {
    let new = BASE.replacen(r#"["ROSE", "TULIP"]"#, r#"["Rose", "TULIP"]"#, 1);
    let told = semver::changes(&resource(BASE), &resource(&new));
    assert_eq!(semver::class(&told), Major);
    assert_eq!(told[0].item, "bed::Kind::Rose");
    assert_eq!(told[0].reason, "stands for `Rose` instead of `ROSE`");
}
