//! Names that a specification does not define, and keywords that nobody knows.

use formwork_specs::{Problem, Severity, read};

/// Every problem of a text, errors and warnings alike.
fn problems(text: &str) -> Vec<Problem> {
    match read(text.as_bytes()) {
        Ok(spec) => spec.warnings,
        Err(problems) => problems.into_vec(),
    }
}

/// The only problem of a text: whether it is an error, its place, what it says and the cure.
fn only(text: &str) -> (bool, String) {
    let [problem] = problems(text)
        .try_into()
        .unwrap_or_else(|all: Vec<Problem>| panic!("{text}: {all:?}"));
    let help = problem.help.as_deref().unwrap_or_default();
    let said = format!("{} {}: {help}", problem.pointer, problem.message);
    (problem.severity == Severity::Error, said)
}

fn registry(members: &str) -> String {
    format!(r#"{{"typeName":"Acme::Garden::Gnome",{members}}}"#)
}

#[test]
fn a_keyword_one_slip_away_from_a_known_one_is_an_error() {
    let in_property = |keyword: &str| {
        let schema = format!(r#"{{"type":"string","{keyword}":3}}"#);
        registry(&format!(r#""properties":{{"P":{schema}}}"#))
    };
    let at_root = |keyword: &str| registry(&format!(r#""properties":{{}},"{keyword}":[]"#));
    for (text, at, meant) in [
        (
            in_property("minLenght"),
            "/properties/P/minLenght",
            "minLength",
        ),
        (
            in_property("maxlength"),
            "/properties/P/maxlength",
            "maxLength",
        ),
        (in_property("enums"), "/properties/P/enums", "enum"),
        (
            in_property("requried"),
            "/properties/P/requried",
            "required",
        ),
        (in_property("ref"), "/properties/P/ref", "$ref"),
        (in_property("Pattern"), "/properties/P/Pattern", "pattern"),
        (in_property("item"), "/properties/P/item", "items"),
        (in_property("allOff"), "/properties/P/allOff", "allOf"),
        (
            in_property("aditionalProperties"),
            "/properties/P/aditionalProperties",
            "additionalProperties",
        ),
        (at_root("requried"), "/requried", "required"),
        (
            at_root("createOnlyProperty"),
            "/createOnlyProperty",
            "createOnlyProperties",
        ),
        (
            at_root("createOnlyPropertys"),
            "/createOnlyPropertys",
            "createOnlyProperties",
        ),
        (
            at_root("createOnlyPropertie"),
            "/createOnlyPropertie",
            "createOnlyProperties",
        ),
        (
            at_root("ReadOnlyProperties"),
            "/ReadOnlyProperties",
            "readOnlyProperties",
        ),
        (
            at_root("primaryIdentifer"),
            "/primaryIdentifer",
            "primaryIdentifier",
        ),
        (at_root("definition"), "/definition", "definitions"),
        (at_root("handler"), "/handler", "handlers"),
    ] {
        let (is_error, said) = only(&text);
        assert!(said.starts_with(&format!("{at} the keyword `")), "{said}");
        assert!(is_error, "{said}");
        assert!(
            said.ends_with(&format!("is not known: did you mean `{meant}`?")),
            "{said}"
        );
    }
}

#[test]
fn slips_in_the_objects_of_the_root_are_errors_too() {
    for (members, said) in [
        (
            r#""handlers":{"create":{},"udpate":{}}"#,
            "/handlers/udpate the handler `udpate` is not known: did you mean `update`?",
        ),
        (
            r#""tagging":{"tagable":true}"#,
            "/tagging/tagable the keyword `tagable` is not known: did you mean `taggable`?",
        ),
        (
            r#""tagging":{"taggProperty":"/properties/T"}"#,
            "/tagging/taggProperty the keyword `taggProperty` is not known: did you mean `tagProperty`?",
        ),
    ] {
        let text = registry(&format!(r#""properties":{{}},{members}"#));
        assert_eq!(only(&text), (true, said.to_owned()));
    }
}

#[test]
fn what_is_farther_away_is_a_warning_with_a_hint() {
    let text = registry(r#""properties":{"P":{"type":"string","mniLenghts":3}}"#);
    let (is_error, said) = only(&text);
    assert!(!is_error, "{said}");
    assert!(
        said.ends_with("is not known; it is passed over: did you mean `minLength`?"),
        "{said}"
    );
}

#[test]
fn keywords_that_nobody_knows_are_warnings() {
    for keyword in [
        "x-note",
        "readOnly",
        "nullable",
        "additionalItems",
        "example",
        "titel",
        "note",
        "nut",
    ] {
        let text = registry(&format!(
            r#""properties":{{"P":{{"type":"string","{keyword}":true}}}}"#
        ));
        let (is_error, said) = only(&text);
        assert!(!is_error, "{said}");
        assert!(said.contains("is not known; it is passed over"), "{said}");
    }
    for keyword in [
        "$comment",
        "title",
        "examples",
        "id",
        "$id",
        "$schema",
        "$defs",
        "arrayType",
    ] {
        let text = registry(&format!(
            r#""properties":{{"P":{{"type":"string","{keyword}":"x"}}}}"#
        ));
        assert_eq!(problems(&text), [], "{keyword}");
    }
    // A property may be called anything.
    let text =
        registry(r#""properties":{"requried":{"type":"string"},"minLenght":{"type":"string"}}"#);
    assert_eq!(problems(&text), []);
}

#[test]
fn members_of_a_resource_specification_likewise() {
    let of = |root: &str, record: &str, property: &str| {
        format!(
            r#"{{"ResourceTypes":{{"A::B::C":{{"Properties":{{"P":{{"PrimitiveType":"String","Required":false,
            "UpdateType":"Mutable"{property}}}}}{record}}}}}{root}}}"#
        )
    };
    for (text, is_error, expected) in [
        (
            of(r#","PropertyType":{}"#, "", ""),
            true,
            "/PropertyType the member `PropertyType` is not known: did you mean `PropertyTypes`?",
        ),
        (
            of("", r#","Atributes":{}"#, ""),
            true,
            "/ResourceTypes/A::B::C/Atributes the member `Atributes` is not known: did you mean `Attributes`?",
        ),
        (
            of("", "", r#","Updatetype":"Immutable""#),
            true,
            "/ResourceTypes/A::B::C/Properties/P/Updatetype the member `Updatetype` is not known: did you mean `UpdateType`?",
        ),
        (
            of("", "", r#","DuplicateAllowed":true"#),
            true,
            "/ResourceTypes/A::B::C/Properties/P/DuplicateAllowed the member `DuplicateAllowed` is not known: did you mean `DuplicatesAllowed`?",
        ),
        (
            of("", "", r#","News":1"#),
            false,
            "/ResourceTypes/A::B::C/Properties/P/News the member `News` is not known; it is passed over: ",
        ),
    ] {
        assert_eq!(only(&text), (is_error, expected.to_owned()));
    }
    assert_eq!(
        problems(&of("", r#","ScrutinyType":"x""#, r#","ScrutinyType":"x""#)),
        []
    );
}

#[test]
fn a_required_name_that_no_property_has_is_an_error() {
    let record = |rest: &str| {
        format!(r#""properties":{{"Name":{{"type":"string"}},"Size":{{"type":"integer"}}}},{rest}"#)
    };
    for (rest, said) in [
        (
            r#""required":["Nmae"]"#,
            "/required `Nmae` is required, but no property has that name: nothing fulfils this: a property named `Name` exists",
        ),
        (
            r#""required":["Colour"]"#,
            "/required `Colour` is required, but no property has that name: nothing fulfils this: describe it in `properties`, or do not require it",
        ),
        (
            r#""allOf":[{"required":["Name"]},{"required":["Nome"]}]"#,
            "/allOf/1/required `Nome` is required",
        ),
        (
            r#""oneOf":[{"required":["Name"]},{"required":["Nome"]}]"#,
            "/oneOf/1/required `Nome` is required",
        ),
        (
            r#""anyOf":[{"allOf":[{"required":["Nome"]}]}]"#,
            "/anyOf/0/allOf/0/required `Nome` is required",
        ),
        (
            r#""requiredXor":["Name","Nome"]"#,
            "/requiredXor `Nome` is required",
        ),
        (
            r#""dependentRequired":{"Name":["Nome"]}"#,
            "/dependentRequired `Nome` is required",
        ),
        (
            r#""if":{"required":["Name"]},"then":{"required":["Nome"]}"#,
            "/then/required `Nome` is required",
        ),
    ] {
        let (is_error, found) = only(&registry(&record(rest)));
        assert!(is_error && found.starts_with(said), "{found}");
        let inside = registry(&format!(
            r##""properties":{{"P":{{"$ref":"#/definitions/R"}}}},"definitions":{{"R":{{"type":"object",{}}}}}"##,
            record(rest)
        ));
        let (is_error, found) = only(&inside);
        assert!(
            is_error && found.starts_with(&format!("/definitions/R{said}")),
            "{found}"
        );
    }
}

#[test]
fn names_that_something_else_has_are_no_mistake() {
    for members in [
        // Open records and maps.
        r#""properties":{"A":{}},"required":["B"],"additionalProperties":true"#,
        r#""properties":{"A":{"type":"object","required":["B"]}}"#,
        r#""properties":{"A":{"type":"object","patternProperties":{"^B":{}},"required":["B"]}}"#,
        // Branches that describe what they demand.
        r#""properties":{"A":{}},"oneOf":[{"properties":{"B":{}},"required":["B"]},{"required":["A"]}]"#,
        // A base that has the property.
        r##""properties":{"P":{"$ref":"#/definitions/Base","required":["A"]}},
            "definitions":{"Base":{"type":"object","properties":{"A":{}}}}"##,
        // A property that only can be read is not demanded of anybody.
        r#""properties":{"A":{},"Id":{}},"required":["Id"],"readOnlyProperties":["/properties/Id"]"#,
        // What is forbidden need not exist.
        r#""properties":{"A":{}},"not":{"required":["B"]}"#,
    ] {
        assert_eq!(problems(&registry(members)), [], "{members}");
    }
}
