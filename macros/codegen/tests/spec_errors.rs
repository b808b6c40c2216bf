//! Faults inside of specification files, as the compiler shows them at the call.
//!
//! Each `spec_errors/<rule>.json` has a fault, or `<rule>.patch.json` or `<rule>.facts.json` beside it has;
//! `<rule>.txt` holds every error. `BLESS=1 cargo test -p formwork-codegen --test spec_errors` writes them anew, to be read.

use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::TokenStream;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec_errors")
}

/// The names of the cases, in order.
fn rules() -> Vec<String> {
    let mut rules: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".json")?.to_owned()))
        .filter(|rule| Path::new(rule).extension().is_none())
        .collect();
    rules.sort_unstable();
    rules
}

/// The keys that name the files of a case.
fn files(rule: &str) -> String {
    let mut keys = format!("spec = \"tests/spec_errors/{rule}.json\"");
    for key in ["patch", "facts"] {
        let file = format!("tests/spec_errors/{rule}.{key}.json");
        if Path::new(env!("CARGO_MANIFEST_DIR")).join(&file).exists() {
            let file = format!("{file:?}");
            keys.extend([", ", key, " = ", &file]);
        }
    }
    keys
}

/// The call that reads the files of a case, with what else stands in it.
fn expansion(rule: &str, more: &str) -> TokenStream {
    let call = format!("{}{more}", files(rule));
    formwork_codegen::resource(call.parse().unwrap())
}

/// A struct of one's own over the files of a case.
fn derived(rule: &str) -> TokenStream {
    let attribute = format!(
        "#[resource({}, type = \"Acme::Garden::Gnome\")]",
        files(rule)
    );
    let item = format!("{attribute} struct Own {{ name: Option<String> }}");
    formwork_codegen::derive_resource(item.parse().unwrap())
}

/// What each `compile_error!` says.
fn messages(output: TokenStream) -> Vec<String> {
    let file: syn::File = syn::parse2(output).unwrap();
    let messages = file.items.iter().filter_map(|item| match item {
        syn::Item::Macro(item) if item.mac.path.segments.last()?.ident == "compile_error" => {
            let text: syn::LitStr = syn::parse2(item.mac.tokens.clone()).ok()?;
            Some(text.value())
        }
        _ => None,
    });
    messages.collect()
}

/// The page that the compiler prints, without the line of the call.
fn page(messages: &[String]) -> String {
    let shown = messages
        .iter()
        .map(|message| format!("error: {}\n", message.replace('\n', "\n       ")));
    shown.collect::<Vec<String>>().join("\n")
}

#[test]
fn faults_are_shown_where_they_are() {
    let mut different = Vec::new();
    for rule in rules() {
        let golden = folder().join(format!("{rule}.txt"));
        let said = page(&messages(expansion(&rule, "")));
        if env::var_os("BLESS").is_some() {
            fs::write(&golden, said).unwrap();
        } else if said != fs::read_to_string(&golden).unwrap_or_default() {
            different.push(format!("{rule}\n{said}"));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn faults_are_told_in_one_voice() {
    for rule in rules() {
        let messages = messages(expansion(&rule, ""));
        assert!(!messages.is_empty(), "{rule} has no fault");
        for message in messages {
            let first = message.chars().next().unwrap();
            assert!(!first.is_uppercase(), "{rule}: {message}");
            assert!(message.contains("tests/spec_errors/"), "{rule}: {message}");
            assert!(
                message.contains("\nhelp: "),
                "no cure for {rule}: {message}"
            );
        }
    }
}

#[test]
fn the_name_exists_in_spite_of_every_fault() {
    for rule in rules() {
        let output = expansion(&rule, ", types = [\"Acme::Garden::Gnome\"]").to_string();
        assert!(output.contains("compile_error"), "{rule}");
        assert_eq!(output.matches("pub Gnome in gnome").count(), 1, "{rule}");
    }
}

#[test]
fn a_derive_reports_the_same() {
    for rule in rules() {
        let call = messages(expansion(&rule, ", types = [\"Acme::Garden::Gnome\"]"));
        assert_eq!(messages(derived(&rule)), call, "{rule}");
    }
}

#[test]
fn a_derive_of_a_file_without_types() {
    let of = |spec: &str| {
        let item = format!("#[resource(spec = \"{spec}\")] struct Own;");
        messages(formwork_codegen::derive_resource(item.parse().unwrap()))
    };
    assert_eq!(
        of("tests/spec_errors/no_types.json"),
        [
            "`tests/spec_errors/no_types.json` describes no resource type\n\
          help: describe one in `ResourceTypes`"
        ]
    );
}
