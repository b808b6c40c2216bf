//! What the readers make of small files that hold one of everything.

use formwork_specs::model::{
    Additional, Definition, Format, JsonType, Property, PropertyPath, ReplacementStrategy,
    ResourceType, Spec, Update,
};
use formwork_specs::shape::{Shape, shape};
use formwork_specs::{bundled, read, read_types, type_names};

const EVERYTHING: &str = include_str!("corpus/everything.json");
const SERVERLESS: &str = include_str!("corpus/serverless.json");

fn good(text: &str) -> Spec {
    read(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn property<'a>(properties: &'a [Property], name: &str) -> &'a Property {
    properties
        .iter()
        .find(|one| one.name == name)
        .unwrap_or_else(|| panic!("no `{name}`"))
}

fn definition<'a>(resource: &'a ResourceType, name: &str) -> &'a Definition {
    resource
        .definitions
        .iter()
        .find(|one| one.name == name)
        .unwrap_or_else(|| panic!("no `{name}`"))
}

fn names(properties: &[Property]) -> Vec<&str> {
    properties
        .iter()
        .map(|property| property.name.as_str())
        .collect()
}

fn shapes(resource: &ResourceType) -> Vec<String> {
    let one = |property: &Property| {
        let shape = match shape(resource, &property.schema) {
            Shape::List(items) => format!("List of {:?}", shape(resource, items)),
            Shape::Map(values) => format!("Map of {:?}", shape(resource, values)),
            other => format!("{other:?}"),
        };
        format!("{}: {shape}", property.name)
    };
    resource.body.properties.iter().map(one).collect()
}

#[test]
fn a_registry_schema_gives_its_shapes() {
    let spec = good(EVERYTHING);
    assert_eq!(spec.format, Format::RegistrySchema);
    assert_eq!(
        shapes(&spec.resources[0]),
        [
            "Name: Text",
            "Hat: Record(\"Hat\")",
            "SpareHats: List of Record(\"Hat\")",
            "Tools: List of Record(\"Tool\")",
            "Labels: Map of Text",
            "Stand: Record(\"Stand\")",
            "Nothing: Record(\"Empty\")",
            "Notes: Any",
            "Born: Timestamp",
            "Garden: Text",
            "Secret: Text",
        ]
    );
}

#[test]
fn read_only_properties_become_attributes() {
    let spec = good(EVERYTHING);
    let resource = &spec.resources[0];
    let attributes: Vec<&str> = resource
        .attributes
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(attributes, ["Arn", "Stand.Id", "Place.Row", "Place.Column"]);
    let stand = &definition(resource, "Stand").schema;
    assert_eq!(names(&stand.properties), ["Stone"]);
    // The alternative that demanded the read-only property is gone with it.
    assert_eq!(stand.any_of.len(), 1);
    assert!(stand.properties[0].required);
}

/// What was taken out is known where it stood: a template that sets it is told so. A record of which nothing is left
/// counts where it is used; hidden properties do not.
#[test]
fn read_only_properties_are_known_where_they_stood() {
    let resource = &good(EVERYTHING).resources[0];
    assert_eq!(resource.body.read_only, ["Arn", "Place"]);
    assert_eq!(definition(resource, "Stand").schema.read_only, ["Id"]);
    let spec = registry(
        r##""properties":{"A":{"type":"string"},"H":{"type":"string"},"R":{"$ref":"#/definitions/R"}},
        "definitions":{"R":{"properties":{"Id":{"type":"string"}}}},
        "readOnlyProperties":["/properties/A","/properties/R/Id"],"nonPublicProperties":["/properties/H"]"##,
    );
    assert_eq!(spec.resources[0].body.read_only, ["A", "R"]);
}

#[test]
fn roles_land_on_the_right_properties() {
    let spec = good(EVERYTHING);
    let resource = &spec.resources[0];
    let body = &resource.body.properties;
    assert_eq!(property(body, "Name").update, Update::Immutable);
    assert_eq!(property(body, "Labels").update, Update::Conditional);
    assert_eq!(property(body, "Hat").update, Update::Mutable);
    assert!(property(body, "Secret").write_only);
    assert!(property(body, "Notes").deprecated);
    // `Hat` is used at a second place where a change of colour does not replace.
    let hat = &definition(resource, "Hat").schema.properties;
    assert_eq!(property(hat, "Colour").update, Update::Mutable);
    assert_eq!(resource.scoped_updates.len(), 1);
    assert_eq!(resource.scoped_updates[0].path.0, ["Hat", "Colour"]);
    assert_eq!(resource.scoped_updates[0].update, Update::Immutable);
}

/// A value of a definition does not know where it is used, so a secret at one use is one at each. Of what leads into
/// free JSON the JSON is the secret; what leads nowhere is said to.
#[test]
fn secrets_are_secret_wherever_their_definition_is_used() {
    let spec = registry(
        r##""properties":{"A":{"$ref":"#/definitions/D"},"B":{"$ref":"#/definitions/D"},
            "L":{"type":"array","items":{"$ref":"#/definitions/E"}},"M":{"$ref":"#/definitions/E"},
            "Free":{"type":"object"},"Open":{"type":"object"},"Typed":{"$ref":"#/definitions/D"},"Text":{"type":"string"}},
        "definitions":{"D":{"properties":{"Secret":{"type":"string"},"Plain":{"type":"string"}}},
            "E":{"properties":{"Key":{"type":"string"},"D":{"$ref":"#/definitions/D"}}}},
        "writeOnlyProperties":["/properties/A/Secret","/properties/L/*/Key","/properties/Free/Password/Text",
            "/properties/Typed/Nothing"]"##,
    );
    let resource = &spec.resources[0];
    let secrets = |properties: &[Property]| -> Vec<String> {
        let secret = properties.iter().filter(|property| property.secret);
        secret.map(|property| property.name.clone()).collect()
    };
    // Write-only is said of the uses that are meant.
    let write_only = &resource.scoped_roles.write_only;
    let write_only: Vec<String> = write_only.iter().map(PropertyPath::pointer).collect();
    assert_eq!(write_only, ["/A/Secret", "/L/*/Key"]);
    assert!(!definition(resource, "D").schema.properties[0].write_only);
    assert!(property(&resource.body.properties, "Free").write_only);
    assert_eq!(
        secrets(&definition(resource, "D").schema.properties),
        ["Secret"]
    );
    assert_eq!(
        secrets(&definition(resource, "E").schema.properties),
        ["Key"]
    );
    assert_eq!(secrets(&resource.body.properties), ["Free"]);
    let said: Vec<String> = spec.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("`/properties/Typed/Nothing` leads to no property"));
}

/// A value of any JSON has no properties to hide: where its schema holds a secret, it is one as a whole.
#[test]
fn what_holds_a_secret_and_is_no_record_is_one() {
    let spec = registry(
        r##""properties":{"Mixed":{"oneOf":[{"type":"string"},{"$ref":"#/definitions/Account"}]},
            "Inline":{"type":["object","string"],"properties":{"Key":{"type":"string"},"Plain":{"type":"string"}}},
            "Deep":{"type":"array","items":{"anyOf":[{"type":"integer"},{"$ref":"#/definitions/Around"}]}},
            "Record":{"$ref":"#/definitions/Around"},"Key":{"type":"string"},"Plain":{"type":"string"},"Harmless":{"oneOf":[{"type":"string"},{"$ref":"#/definitions/Plain"}]}},
        "definitions":{"Account":{"type":"object","properties":{"Password":{"type":"string"}}},
            "Around":{"type":"object","properties":{"Account":{"$ref":"#/definitions/Account"}}},
            "Plain":{"type":"object","properties":{"Word":{"type":"string"}}}},
        "writeOnlyProperties":["/properties/Mixed/Password","/properties/Inline/Key"],
        "readOnlyProperties":["/properties/Inline/Plain"],"createOnlyProperties":["/properties/Inline/Key"]"##,
    );
    let resource = &spec.resources[0];
    let body = &resource.body.properties;
    // What else is said of a value in it is said of its path.
    assert_eq!(resource.scoped_updates[0].path.pointer(), "/Inline/Key");
    assert_eq!(property(body, "Inline").update, Update::Mutable);
    assert_eq!(
        resource.scoped_roles.read_only[0].pointer(),
        "/Inline/Plain"
    );
    assert!(
        spec.warnings[0]
            .message
            .contains("in a value that is no record; it stays settable")
    );
    // A property of the same name beside it has nothing to do with it.
    assert_eq!(property(body, "Key").update, Update::Mutable);
    assert!(!property(body, "Key").secret && names(body).contains(&"Plain"));
    for (name, is_secret) in [
        ("Mixed", true),
        ("Inline", true),
        ("Deep", true),
        ("Record", false),
        ("Harmless", false),
    ] {
        assert_eq!(property(body, name).secret, is_secret, "{name}");
        assert!(!property(body, name).write_only, "{name}");
    }
}

/// What is meant of some uses of a definition is said of those, and not of the others.
#[test]
fn roles_of_single_uses_keep_their_paths() {
    let spec = registry(
        r##""properties":{"A":{"$ref":"#/definitions/D"},"B":{"$ref":"#/definitions/D"},"Gone":{"$ref":"#/definitions/D"}},
        "definitions":{"D":{"properties":{"W":{"type":"string"},"X":{"type":"string"},"Y":{"type":"string"},"Z":{"type":"string"},"All":{"type":"string"}}}},
        "readOnlyProperties":["/properties/A/X","/properties/Gone"],"nonPublicProperties":["/properties/B/W"],
        "writeOnlyProperties":["/properties/A/Y","/properties/A/Y","/properties/Gone/Y","/properties/A/All","/properties/B/All"],
        "deprecatedProperties":["/properties/B/Z","/properties/A/All","/properties/B/All"]"##,
    );
    let resource = &spec.resources[0];
    let said = resource.scoped_roles.named().map(|(role, paths)| {
        let paths: Vec<String> = paths.iter().map(PropertyPath::pointer).collect();
        format!("{role} {}", paths.join(" "))
    });
    assert_eq!(
        said,
        [
            "readOnly /A/X",
            "nonPublic /B/W",
            "writeOnly /A/Y",
            "deprecated /B/Z"
        ]
    );
    let shared = &definition(resource, "D").schema.properties;
    let all = property(shared, "All");
    assert!(all.write_only && all.secret && all.deprecated);
    let one = property(shared, "Y");
    assert!(!one.write_only && one.secret && !one.deprecated);
    assert!(!property(shared, "X").secret && !property(shared, "Z").deprecated);
    let warnings: Vec<String> = spec.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(warnings[0].contains("`/properties/A/X` is read-only here and not where else"));
    assert!(warnings[1].contains("`/properties/B/W` is not public here and not where else"));
}

#[test]
fn inline_records_are_named_by_their_property() {
    let spec = good(EVERYTHING);
    let names: Vec<&str> = spec.resources[0]
        .definitions
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["Hat", "Tool", "Spade", "Empty", "Stand", "Place", "Maker"]
    );
}

#[test]
fn branches_are_gathered_in_one_record() {
    let spec = good(EVERYTHING);
    let tool = &definition(&spec.resources[0], "Tool").schema;
    assert_eq!(names(&tool.properties), ["Length", "Kind"]);
    assert!(!property(&tool.properties, "Length").required);
    let kind = property(&tool.properties, "Kind");
    assert!(kind.required);
    assert_eq!(kind.schema.limits.allowed.len(), 2);
    assert_eq!(tool.additional, Additional::Denied);
}

#[test]
fn facts_of_the_root_are_kept() {
    let spec = good(EVERYTHING);
    let resource = &spec.resources[0];
    assert_eq!(
        resource.documentation.as_deref(),
        Some("https://example.com/gnome.html")
    );
    assert_eq!(resource.replacement, ReplacementStrategy::DeleteThenCreate);
    assert_eq!(resource.additional_identifiers[0][0].0, ["Name"]);
    assert_eq!(resource.property_transforms[0].1, "$lowercase(Name)");
    assert_eq!(resource.body.one_of.len(), 2);
    assert_eq!(
        resource.body.dependencies.exactly_one,
        [["Born", "Nothing"]]
    );
    let tagging = resource.tagging.as_ref().expect("it is tagged");
    assert!(tagging.taggable && tagging.on_create && !tagging.updatable);
    let height = property(&definition(resource, "Hat").schema.properties, "Height");
    let most = height.schema.limits.exclusive_maximum.as_ref();
    assert_eq!(most.map(|number| number.0.as_str()), Some("30.50"));
}

#[test]
fn mistakes_are_read_as_meant_and_said() {
    let mut warnings = good(EVERYTHING).warnings;
    formwork_specs::locate(EVERYTHING.as_bytes(), &mut warnings);
    let text: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        text.join("\n"),
        include_str!("corpus/everything.warnings").trim_end()
    );
}

#[test]
fn the_serverless_dialect_gives_unions() {
    let spec = good(SERVERLESS);
    assert_eq!(spec.format, Format::Sam);
    assert_eq!(spec.version.as_deref(), Some("1.0.0"));
    let resource = &spec.resources[0];
    assert_eq!(
        shapes(resource),
        [
            "Depth: Any",
            "Fish: List of Any",
            "Source: Any",
            "Plants: List of Text",
            "Extras: Any"
        ]
    );
    let depth = property(&resource.body.properties, "Depth");
    assert_eq!(depth.schema.types, [JsonType::String, JsonType::Integer]);
    assert_eq!((depth.required, depth.update), (true, Update::Immutable));
    assert_eq!(resource.attributes[0].name, "Shore.Length");
    assert_eq!(
        shape(resource, &resource.attributes[0].schema),
        Shape::Number
    );
}

#[test]
fn without_an_update_handler_everything_replaces() {
    let text = EVERYTHING.replace(r#""update": { "permissions": [] },"#, "");
    let spec = good(&text);
    let resource = &spec.resources[0];
    let definitions = resource.definitions.iter().map(|one| &one.schema);
    for schema in definitions.chain([&resource.body]) {
        assert!(
            schema
                .properties
                .iter()
                .all(|one| one.update == Update::Immutable)
        );
    }
}

#[test]
fn only_wanted_types_are_read() {
    let text = r#"{"ResourceTypes":{
        "A::B::C":{"Properties":{"P":{"Type":"T","Required":false,"UpdateType":"Mutable"}}},
        "A::B::D":{"Properties":{"P":{"Type":"Nowhere"}}}},
        "PropertyTypes":{"A::B::C.T":{"Properties":{}}, "A::B::D.T": 5}}"#;
    let names = type_names(text.as_bytes()).unwrap_or_default();
    assert_eq!(names, ["A::B::C", "A::B::D"]);
    assert!(read(text.as_bytes()).is_err());
    let spec = read_types(text.as_bytes(), &|name| name == "A::B::C").expect("it can be read");
    assert_eq!(spec.resources.len(), 1);
    assert_eq!(shapes(&spec.resources[0]), ["P: Record(\"T\")"]);
    assert_eq!(
        type_names(EVERYTHING.as_bytes()).unwrap_or_default(),
        ["Acme::Garden::Gnome"]
    );
}

#[test]
fn the_answer_of_the_registry_is_looked_into() {
    let schema =
        bundled::written_here("aws-apigatewayv2-integrationresponse.json").unwrap_or_default();
    let schema = schema
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    let answer = format!(
        "{{\"TypeName\":\"AWS::ApiGatewayV2::IntegrationResponse\",\"Schema\":\"{schema}\"}}"
    );
    assert_eq!(good(&answer).resources[0].body.properties.len(), 7);
    let names = type_names(answer.as_bytes()).unwrap_or_default();
    assert_eq!(names, ["AWS::ApiGatewayV2::IntegrationResponse"]);
}

#[test]
fn a_module_has_its_parameters_as_properties() {
    let spec = good(include_str!("corpus/module.json"));
    assert_eq!(spec.format, Format::Module);
    let module = &spec.resources[0];
    assert!(module.name.is_module());
    assert_eq!(names(&module.body.properties), ["Depth", "Owner"]);
    assert!(property(&module.body.properties, "Owner").required);
}

#[test]
fn a_parameter_of_a_module_is_what_its_declaration_says() {
    let declared = |rest: &str| {
        format!(
            r#"{{"type":"object","properties":{{"Type":{{"type":"string"{rest}}},"Description":{{"type":"string"}}}},
            "required":["Type","Description"],"description":"What it is for."}}"#
        )
    };
    let text = format!(
        r##"{{"typeName":"Acme::Garden::Bed::MODULE","properties":{{"Parameters":{{"type":"object","properties":{{
        "A":{},"B":{},"C":{},"D":{},"E":{},"F":{{"$ref":"#/definitions/Declared"}},
        "G":{{"type":"integer","minimum":3}},"H":{{"type":"object","properties":{{"Other":{{}}}}}}}},
        "required":["B"]}},
        "Resources":{{"type":"object","properties":{{"Soil":{{"properties":{{"Properties":{{
            "$ref":"https://example.com/aws_s3_bucket.json"}}}}}}}}}}}},
        "definitions":{{"Declared":{}}},"additionalProperties":true}}"##,
        declared(""),
        declared(r#","const":"String""#),
        declared(r#","enum":["Number"]"#),
        declared(r#","default":"List<Number>""#),
        declared(r#","const":"AWS::SSM::Parameter::Value<String>""#),
        declared(""),
    );
    let spec = good(&text);
    assert_eq!(spec.warnings, []);
    let module = &spec.resources[0];
    assert_eq!(
        shapes(module),
        [
            "A: Text",
            "B: Text",
            "C: Number",
            "D: Any",
            "E: Text",
            "F: Text",
            "G: Integer",
            "H: Record(\"H\")"
        ]
    );
    let a = property(&module.body.properties, "A");
    assert_eq!(a.schema.description.as_deref(), Some("What it is for."));
    assert!(property(&module.body.properties, "B").required);
    let d = property(&module.body.properties, "D");
    assert_eq!(d.schema.types, [JsonType::String, JsonType::Array]);
}

#[test]
fn a_primitive_type_beside_a_list_or_map_is_that_of_its_elements() {
    let of = |members: &str| {
        let text = format!(
            r#"{{"ResourceTypes":{{"A::B::C":{{"Properties":{{"P":{{{members},"Required":false,
            "UpdateType":"Mutable"}}}}}}}}}}"#
        );
        read(text.as_bytes()).map(|spec| shapes(&spec.resources[0]))
    };
    for (members, shape) in [
        (r#""Type":"Map","PrimitiveType":"String""#, "P: Map of Text"),
        (r#""Type":"Map","PrimitiveType":"Json""#, "P: Map of Any"),
        (
            r#""Type":"List","PrimitiveType":"Integer""#,
            "P: List of Integer",
        ),
        (
            r#""Type":"Map","PrimitiveItemType":"String""#,
            "P: Map of Text",
        ),
    ] {
        assert_eq!(of(members), Ok(vec![shape.to_owned()]), "{members}");
    }
    for members in [
        r#""Type":"Map","PrimitiveType":"String","PrimitiveItemType":"String""#,
        r#""Type":"Json","PrimitiveType":"String""#,
        r#""Type":"Map","PrimitiveType":"Strin""#,
    ] {
        assert!(of(members).is_err(), "{members}");
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let text = format!("\u{feff}{EVERYTHING}");
    assert_eq!(good(&text), good(EVERYTHING));
}

fn registry(rest: &str) -> Spec {
    good(&format!(r#"{{"typeName":"Acme::Garden::Gnome",{rest}}}"#))
}

#[test]
fn elements_in_which_nothing_can_be_set_stay_settable() {
    let text = r#""properties":{"L":{"items":{"properties":{"A":{"type":"string"}}}},
        "R":{"properties":{"A":{"type":"string"}}}},
        "readOnlyProperties":["/properties/L/*/A","/properties/R/A"]"#;
    let spec = registry(text);
    let resource = &spec.resources[0];
    assert_eq!(names(&resource.body.properties), ["L"]);
    assert_eq!(names(&definition(resource, "L").schema.properties), ["A"]);
    assert_eq!(resource.attributes[0].name, "R.A");
    assert!(spec.warnings[0].message.contains("stays settable"));
}

#[test]
fn pointers_are_understood_however_they_have_been_written() {
    for pointer in [
        "/properties/R/L/*/A",
        "/properties/R/L/A",
        "/properties/R.L.A",
        "/Properties/R/L/*/A",
        "#/properties/R/L/*/A",
        "/properties/R/properties/L/items/properties/A",
    ] {
        let text = format!(
            r#""properties":{{"R":{{"properties":{{"L":{{"type":"array","items":{{"properties":
            {{"A":{{"type":"string"}},"B":{{"type":"string"}}}}}}}}}}}}}},
            "createOnlyProperties":["{pointer}"]"#
        );
        let spec = registry(&text);
        let record = &definition(&spec.resources[0], "L").schema;
        assert_eq!(record.properties[0].update, Update::Immutable, "{pointer}");
        assert_eq!(record.properties[1].update, Update::Mutable, "{pointer}");
    }
}

#[test]
fn read_only_and_create_only_at_once_is_settable() {
    let spec = registry(
        r#""properties":{"A":{"type":"string"}},"readOnlyProperties":["/properties/A"],
        "createOnlyProperties":["/properties/A"]"#,
    );
    let resource = &spec.resources[0];
    assert_eq!(resource.body.properties[0].update, Update::Immutable);
    assert_eq!(resource.attributes, []);
}

#[test]
fn an_attribute_that_is_listed_twice_is_one() {
    let spec = registry(
        r#""properties":{"A":{"type":"string"},"B":{"type":"string"}},
        "readOnlyProperties":["/properties/B","/properties/A","/properties/B"]"#,
    );
    let attributes = spec.resources[0].attributes.iter();
    assert_eq!(
        attributes.map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["B", "A"]
    );
}

#[test]
fn a_reference_to_a_property_makes_a_definition() {
    let spec = registry(
        r##""properties":{"A":{"type":"object","properties":{"X":{"type":"string"}}},
        "B":{"type":"array","items":{"$ref":"#/properties/A"}}}"##,
    );
    assert_eq!(spec.warnings, []);
    let found = shapes(&spec.resources[0]);
    assert!(found[1].starts_with("B: List of Record("), "{found:?}");
}

#[test]
fn branches_say_themselves_whether_they_are_closed() {
    let spec = registry(
        r#""properties":{"A":{"type":"string"}},
        "anyOf":[{"properties":{"A":{"const":"x"}}},{"properties":{"B":{}},"additionalProperties":false}]"#,
    );
    let body = &spec.resources[0].body;
    assert_eq!(names(&body.properties), ["A", "B"]);
    assert_eq!(body.additional, Additional::Denied);
    assert_eq!(body.any_of[0].additional, Additional::Allowed);
    assert_eq!(body.any_of[1].additional, Additional::Denied);
}

/// The definition that property `P` refers to by `reference`, or what is said of it.
fn referred(reference: &str) -> Result<String, String> {
    let text = format!(
        r#"{{"typeName":"Acme::Garden::Gnome","definitions":{{
        "Tag":{{"type":"string"}},"a b":{{"type":"string"}},"50%25":{{"type":"string"}},
        "a/b~":{{"type":"string"}},"List":{{"type":"array","items":{{"type":"string"}}}}}},
        "properties":{{"P":{{"$ref":{reference:?}}},"Q":{{"type":"string"}}}},"required":["Q"]}}"#
    );
    let spec = read(text.as_bytes()).map_err(|problems| {
        let problem = problems.first();
        let help = problem.help.as_deref().unwrap_or_default();
        format!("{}: {help}", problem.message)
    })?;
    assert_eq!(spec.warnings, [], "{reference}");
    let schema = &spec.resources[0].body.properties[0].schema;
    Ok(schema.reference.clone().unwrap_or_default())
}

#[test]
fn references_are_pointers_in_an_address() {
    for (reference, name) in [
        ("#/definitions/Tag", "Tag"),
        ("#/definitions/a%20b", "a b"),
        ("#/definitions/a b", "a b"),
        ("#%2Fdefinitions%2FTag", "Tag"),
        ("#/definitions/50%25", "50%25"),
        ("#/definitions/50%2525", "50%25"),
        ("#/definitions/a~1b~0", "a/b~"),
        ("#/definitions/a%7E1b~0", "a/b~"),
        ("#/properties/Q", "Q"),
        ("#/definitions/List/items", "List"),
        ("#", "Gnome"),
    ] {
        let found = referred(reference);
        let is_right = found.as_deref().is_ok_and(|found| found.starts_with(name));
        assert!(is_right, "{reference}: {found:?}");
    }
}

#[test]
fn references_to_nothing_are_refused_with_the_cure() {
    const CURE: &str = "write the place of a schema, such as `#/definitions/Tag`";
    for (reference, expected) in [
        (
            "#Tag",
            "behind `#` stands nothing or `/`: write `#/definitions/Tag`",
        ),
        (
            "#x/definitions/Tag",
            "behind `#` stands nothing or `/`: write `#/definitions/Tag`",
        ),
        (
            "#definitions/Tag",
            "behind `#` stands nothing or `/`: write `#/definitions/Tag`",
        ),
        (
            "##/definitions/Tag",
            "behind `#` stands nothing or `/`: write `#/definitions/Tag`",
        ),
        ("# ", "behind `#` stands nothing or `/`"),
        ("#Bag", CURE),
        ("#/definitions/Tag~2", "`~` is written `~0`"),
        ("#/definitions/Bag", "a definition named `Tag` exists"),
        ("#/definitions/", "describe `` in `definitions`"),
        ("#/definitions", CURE),
        ("#/typeName", CURE),
        ("#/required/0", CURE),
        ("#/properties/R", CURE),
        ("#/definitions/List/items/0", CURE),
        ("#/", CURE),
        ("Tag", "outside of the file: write `#/definitions/Tag`"),
        (
            "/definitions/Tag",
            "outside of the file: write `#/definitions/Tag`",
        ),
        (
            "other.json#/definitions/Tag",
            "outside of the file: only references such as",
        ),
        ("", "outside of the file: only references such as"),
    ] {
        let said = referred(reference).expect_err(reference);
        assert!(said.contains(expected), "{reference}: {said}");
    }
}

#[test]
fn a_reference_to_the_root_is_the_resource_itself() {
    let spec = registry(
        r##""description":"A gnome.","properties":{"Name":{"type":"string"},
        "Friends":{"type":"array","items":{"$ref":"#"}}},"required":["Name"]"##,
    );
    assert_eq!(spec.warnings, []);
    let resource = &spec.resources[0];
    assert_eq!(shapes(resource)[1], "Friends: List of Record(\"Gnome\")");
    let gnome = &definition(resource, "Gnome").schema;
    assert_eq!(names(&gnome.properties), ["Name", "Friends"]);
    assert!(property(&gnome.properties, "Name").required);
}

#[test]
fn types_of_a_transform_say_which_and_have_pages_of_another_guide() {
    let schema = br#"{
        "typeName": "AWS::Serverless::SimpleTable",
        "formwork": {"transform": "AWS::Serverless-2016-10-31"},
        "properties": {"TableName": {"type": "string"}},
        "additionalProperties": false
    }"#;
    let spec = read(schema).unwrap();
    let table = &spec.resources[0];
    assert_eq!(
        table.transform.as_deref(),
        Some("AWS::Serverless-2016-10-31")
    );
    let guide = "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/";
    let page = format!("{guide}sam-resource-simpletable.html");
    assert_eq!(table.documentation.as_ref(), Some(&page));
    let property = &table.body.properties[0];
    assert_eq!(
        property.documentation,
        Some(format!("{page}#sam-simpletable-tablename"))
    );
}
