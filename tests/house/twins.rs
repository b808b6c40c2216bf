//! What two crates know that do not depend on each other is the same in both.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use formwork::{Json, Resource, apigatewayv2::IntegrationResponse};
use formwork_specs::visible;

fn source(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The texts in quotes of a constant, with those of the constants that it names.
fn texts(source: &str, constant: &str) -> BTreeSet<String> {
    let start = source.find(&format!("const {constant}:")).unwrap();
    let value = source[start..].split_once('=').unwrap().1;
    let value = value.split_once(';').unwrap().0;
    let parts = value.trim().trim_matches(['[', ']']).split(',');
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    let text = |part: &str| match part.strip_prefix('"') {
        Some(text) => BTreeSet::from([text.trim_end_matches('"').to_owned()]),
        None => texts(source, part),
    };
    parts.flat_map(text).collect()
}

/// `sub!` tells of a wrong one while compiling, the judge where a template is read.
#[test]
fn macros_and_runtime_know_the_same_pseudo_parameters() {
    let runtime = source("../runtime/core/src/text/function.rs");
    let runtime = texts(&runtime, "PSEUDO_PARAMETERS");
    let macros = texts(&source("../macros/codegen/src/sub.rs"), "PSEUDO_PARAMETERS");
    assert_eq!(macros, runtime);
    assert!(
        macros.len() >= 8 && macros.contains("AWS::NoValue"),
        "{macros:?}"
    );
    for name in &macros {
        let call = format!("\"${{{name}}}\"").parse().unwrap();
        let code = formwork_codegen::sub(call).to_string();
        assert!(!code.contains("compile_error"), "{name}: {code}");
    }
}

/// What the compiler says of a specification, and what a program says of a document.
#[test]
fn specifications_and_documents_hide_the_same_letters() {
    let letters: Vec<char> = ('\0'..=char::MAX)
        .filter(|letter| !matches!(letter, '"' | '\\'))
        .collect();
    let mut seen = 0;
    // As many names as a report lists, of as many letters as a message shows.
    for many in letters.chunks(900 * 50) {
        let names = many.chunks(50).map(|letters| letters.iter().collect());
        let names: Vec<String> = names.collect();
        let members = names.iter().map(|name| (name.clone(), Json::from(1)));
        let document = Json::Object(members.collect());
        let found = IntegrationResponse::from_json(&document.to_string()).unwrap_err();
        let said: Vec<String> = found.iter().map(formwork::Violation::message).collect();
        for name in &names {
            let expected = format!("`\"{}", visible::escaped(name).replace("\\u{0}", "\\0"));
            let message = said.iter().find(|message| message.starts_with(&expected));
            let message = message.unwrap_or_else(|| panic!("{name:?}"));
            let raw: HashSet<char> = message.chars().collect();
            for letter in name.chars() {
                let is_hidden =
                    visible::escaped(letter.encode_utf8(&mut [0; 4])) != *letter.to_string();
                assert_eq!(!raw.contains(&letter), is_hidden, "{letter:?}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, letters.len());
}
