//! Which types of a file with many a call gives, and what is said if they meet in one name.

use std::fs;
use std::path::Path;

/// Writes a file of the tests, and gives its path as a call has to write it.
fn file(name: &str, content: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("choices");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let up = "../".repeat(here.components().count() - 1);
    up + path.to_str().unwrap().trim_start_matches('/')
}

/// A Resource Specification of types with one property each.
fn specification(names: &[String]) -> String {
    let types = names.iter().map(|name| {
        format!(r#""{name}":{{"Properties":{{"P":{{"PrimitiveType":"String","Required":false,"UpdateType":"Mutable"}}}}}}"#)
    });
    let types: Vec<String> = types.collect();
    format!(r#"{{"ResourceTypes":{{{}}}}}"#, types.join(","))
}

/// The messages of a call, and how many structs it gives.
fn expand(call: &str) -> (Vec<String>, usize) {
    let output = formwork_codegen::resource(call.parse().unwrap());
    let structs = output.to_string().matches("pub ").count();
    let file: syn::File = syn::parse2(output).unwrap();
    let messages = file.items.iter().filter_map(|item| match item {
        syn::Item::Macro(item) if item.mac.path.segments.last()?.ident == "compile_error" => Some(
            syn::parse2::<syn::LitStr>(item.mac.tokens.clone())
                .ok()?
                .value(),
        ),
        _ => None,
    });
    (messages.collect(), structs)
}

/// `Acme::S0::Thing`, `Acme::S1::Thing`, … and one type that is called like no other.
fn names(alike: usize) -> Vec<String> {
    let mut names: Vec<String> = (0..alike)
        .map(|number| format!("Acme::S{number}::Thing"))
        .collect();
    names.push("Acme::S0::Other".to_owned());
    names
}

#[test]
fn a_whole_file_whose_types_share_names_says_how_to_choose() {
    let path = file("all.json", &specification(&names(500)));
    let (messages, _) = expand(&format!("spec = {path:?}"));
    assert_eq!(
        messages,
        [format!(
            "`{path}` describes 501 types, and 499 of them would share a name with another\n\
             help: choose with `types = [\"Acme::S1::*\"]`, and rename with `as`: `\"Acme::S1::Thing\" as S1Thing`"
        )]
    );
    let (messages, _) = expand(&format!("spec = {path:?}, types = [\"Acme::S1::*\"]"));
    assert_eq!(messages, [""; 0]);
}

#[test]
fn no_thousand_types_are_generated_for_a_call_that_has_to_change() {
    let mut many: Vec<String> = (0..1_000)
        .map(|number| format!("Acme::S::T{number}"))
        .collect();
    many.extend(names(2));
    let path = file("many.json", &specification(&many));
    let (messages, structs) = expand(&format!("spec = {path:?}"));
    assert_eq!(messages.len(), 1);
    assert!(structs < 1_000, "{structs}");
}

#[test]
fn a_pattern_that_gives_many_of_one_name_tells_the_first_ones() {
    let path = file("pattern.json", &specification(&names(50)));
    let (messages, _) = expand(&format!("spec = {path:?}, types = [\"Acme::*\"]"));
    assert_eq!(messages.len(), 4);
    assert_eq!(
        messages[0],
        "`Acme::S0::Thing` and `Acme::S1::Thing` would both be called `Thing`\n\
         help: write `\"Acme::S1::Thing\" as S1Thing`"
    );
    assert!(
        messages[3].starts_with("46 more types would share a name with another"),
        "{}",
        messages[3]
    );
}

#[test]
fn a_whole_file_without_such_names_is_generated_as_a_whole() {
    let path = file("few.json", &specification(&names(1)));
    let (messages, structs) = expand(&format!("spec = {path:?}"));
    assert_eq!(messages, [""; 0]);
    assert!(structs >= 2);
}

#[test]
fn custom_resources_have_types() {
    let names = ["Custom::My-Widget", "Custom::Acme::Gadget_2"].map(str::to_owned);
    let path = file("custom.json", &specification(&names));
    let output =
        formwork_codegen::resource(format!("spec = {path:?}").parse().unwrap()).to_string();
    assert!(output.contains("pub MyWidget in my_widget"), "{output}");
    assert!(output.contains("pub Gadget2 in gadget2"), "{output}");
    let schema = r#"{"typeName":"Custom::Widget","properties":{"P":{"type":"string"}},"additionalProperties":false}"#;
    let path = file("widget.json", schema);
    let output =
        formwork_codegen::resource(format!("spec = {path:?}").parse().unwrap()).to_string();
    assert!(
        output.contains("pub Widget in widget") && !output.contains("compile_error"),
        "{output}"
    );
}
