//! What calls become, compared with files that were read by a person.
//!
//! `BLESS=1 cargo test -p formwork-codegen --test expansions` writes them anew.

use std::path::Path;
use std::{env, fs};

fn expand(call: &str) -> String {
    formwork_codegen::resource(call.parse().unwrap()).to_string()
}

fn pretty(call: &str) -> String {
    let tokens = formwork_codegen::resource(call.parse().unwrap());
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}

fn compare(name: &str, call: &str) {
    compare_text(name, &pretty(call));
}

fn compare_text(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/expansions")
        .join(name);
    if env::var_os("BLESS").is_some() {
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap();
    assert!(
        found == expected,
        "the expansion differs from {name}:\n{found}"
    );
}

#[test]
fn the_flagship() {
    let found = pretty(r#""AWS::ApiGatewayV2::IntegrationResponse""#);
    let (types, impls) = found.split_at(found.find("const _: () = {").unwrap());
    compare_text("integration_response.rs", types);
    compare_text("integration_response_impls.rs", impls);
}

#[test]
fn nested_and_recursive() {
    compare("bed.rs", r#"spec = "tests/specs/garden.json""#);
}

#[test]
fn a_stand_in() {
    compare("stand_in.rs", r#"pub(crate) "Acme::Garden::Gnome""#);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let call = r#"spec = "tests/specs/garden.json", crate = crate::x, types = ["*" as Patch]"#;
    assert_eq!(expand(call), expand(call));
}

#[test]
fn one_mistake_is_one_error_and_the_rest_is_generated() {
    let found = expand(
        r#"spec = "tests/specs/garden.json", types = ["Acme::Garden::Bed", "Acme::Garden::Bedd"]"#,
    );
    assert_eq!(found.matches("compile_error").count(), 1);
    assert!(found.contains("did you mean `Acme::Garden::Bed`?"));
    assert!(found.contains("pub struct Bed {"));
    assert!(found.contains("pub struct Bedd {"));
}

#[test]
fn files_are_tracked_also_when_they_have_faults() {
    let tracked = "\"CARGO_MANIFEST_DIR\") , \"/\" , \"tests/specs/garden.json\"";
    assert!(expand(r#"spec = "tests/specs/garden.json""#).contains(tracked));
    let found = expand(r#"spec = "tests/expansions.rs", types = ["Acme::Garden::Bed"]"#);
    assert!(found.contains("compile_error") && found.contains("include_bytes"));
    assert!(found.contains("at tests/expansions.rs:1:1"), "{found}");
    assert!(found.contains("pub struct Bed {"));
}

#[test]
fn two_types_in_one_name_are_refused() {
    let found = expand(
        r#"spec = "tests/specs/garden.json", types = ["Acme::Garden::Bed", "Acme::Garden::Bed"]"#,
    );
    assert!(found.contains("the type `Acme::Garden::Bed` is named twice"));
}

#[test]
fn nothing_is_named_without_a_path() {
    let found = expand(r#"spec = "tests/specs/garden.json""#);
    for name in [
        "Option", "String", "Vec", "Box", "Some", "Into", "Default", "Clone",
    ] {
        for (at, _) in found.match_indices(&format!(" {name} ")) {
            assert!(
                found[..at].ends_with("::"),
                "`{name}` is bare: {}",
                &found[at - 40..at + 40]
            );
        }
    }
}
