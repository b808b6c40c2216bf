//! Whatever a call or a specification holds: Rust comes out, with located errors in it, never a panic.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;

/// The errors of a call, and that the rest is Rust.
fn errors(call: &str) -> Vec<String> {
    let Ok(tokens) = call.parse::<TokenStream>() else {
        return vec!["no tokens".to_owned()];
    };
    let output = formwork_codegen::resource(tokens);
    let file: syn::File = syn::parse2(output).unwrap_or_else(|error| panic!("{call}: {error}"));
    let macros = file.items.iter().filter_map(|item| match item {
        syn::Item::Macro(item) if item.mac.path.segments.last()?.ident == "compile_error" => Some(
            syn::parse2::<syn::LitStr>(item.mac.tokens.clone())
                .ok()?
                .value(),
        ),
        _ => None,
    });
    macros.collect()
}

/// A path of a file outside of the crate, as a call has to write it.
fn relative(absolute: &Path) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let up = "../".repeat(folder.components().count() - 1);
    up + absolute.to_str().unwrap().trim_start_matches('/')
}

fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

/// The errors of a call with a specification of that content.
fn spec(name: &str, content: impl AsRef<[u8]>) -> Vec<String> {
    errors(&format!("spec = {:?}", relative(&file(name, content))))
}

fn schema(properties: &str, definitions: &str) -> String {
    format!(
        r#"{{"typeName":"Acme::Odd::Thing","description":"","additionalProperties":false,
            "primaryIdentifier":["/properties/A"],"properties":{{"A":{{"type":"string"}}{properties}}},
            "definitions":{{{definitions}}}}}"#
    )
}

#[test]
fn calls_that_make_no_sense() {
    for call in [
        "",
        ",",
        "\"\"",
        "\"::\"",
        "\"AWS::S3\"",
        "5",
        "spec",
        "spec =",
        "spec = 5",
        "types = 5",
        "types = [",
        "crate = ",
        "crate = 5",
        "derives = [1]",
        "pub",
        "pub(crate)",
        "\"A\" as",
        "\"A\" as 5",
        "\"AWS::S3::Bucket\" \"AWS::SQS::Queue\"",
        "spec = \"\"",
        "spec = \"/etc/passwd\"",
        "spec = \"src\"",
        "spec = \"nothing.json\"",
        "spec = \"..\"",
        "spec = \"a\\0b\"",
        "patch = \"x\"",
        "\"*\"",
        "types = [\"*::\"]",
        "types = []",
        "spec = \"Cargo.toml\"",
        "\"AWS::S3::Bucket\" as Self",
        "{}",
        "()",
        "#",
        "'a",
    ] {
        assert!(!errors(call).is_empty(), "{call}");
    }
}

#[test]
fn files_that_are_no_specification() {
    let report = |name, content: &[u8]| spec(name, content).join("\n");
    assert!(report("empty.json", b"").contains("the text is empty"));
    assert!(report("words.json", b"not JSON").contains("words.json:1:1"));
    assert!(report("array.json", b"[]").contains("this is an array"));
    assert!(report("other.json", b"{\"a\": 1}").contains("the format is not recognised"));
    assert!(report("latin.json", b"{\"a\": \"\xe9\"}").contains("not UTF-8"));
    assert!(report("open.json", b"{\n\n  \"typeName\": \"A").contains("open.json:3:"));
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(!report("deep.json", deep.as_bytes()).is_empty());
}

#[test]
fn a_hundred_levels_of_records_are_types_like_any_other() {
    let mut nested = r#"{"type":"string"}"#.to_owned();
    for level in 0..100 {
        nested = format!(
            r#"{{"type":"object","properties":{{"L{level}":{nested}}},"additionalProperties":false}}"#
        );
    }
    assert_eq!(
        spec("nested.json", schema(&format!(r#","B":{nested}"#), "")),
        [""; 0]
    );
}

#[test]
fn references_in_a_circle() {
    let one = schema(
        r##","B":{"$ref":"#/definitions/X"}"##,
        r##""X":{"$ref":"#/definitions/X"}"##,
    );
    assert!(!spec("circle.json", one).is_empty());
    let record = r##""X":{"type":"object","properties":{"Y":{"$ref":"#/definitions/X"}}}"##;
    let two = schema(r##","B":{"$ref":"#/definitions/X"}"##, record);
    assert_eq!(spec("recursion.json", two), [""; 0]);
    let nothing = schema(r##","B":{"$ref":"#/definitions/Nothing"}"##, "");
    assert!(
        spec("dangling.json", nothing)
            .join("")
            .contains("`Nothing`")
    );
}

#[test]
fn names_that_are_keywords_or_no_identifiers() {
    let names = [
        "type", "self", "Self", "super", "crate", "match", "async", "_", "__", "1st", "a-b", "a.b",
        "é", "名", "A", "a", "Ab", "AB", "a b", "build", "builder", "clone", "default", "Value",
        "Option", "String", "Some", "r#type", "-", "$", "\\\"", "\\n", "record", "spec", "slot",
    ];
    let properties: Vec<String> = names
        .iter()
        .map(|name| format!(r#""{name}":{{"type":"string"}}"#))
        .collect();
    let properties = format!(
        r#","B":{{"type":"object","properties":{{{}}}}}"#,
        properties.join(",")
    );
    let _ = spec("names.json", schema(&properties, ""));
    let values: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let values = format!(
        r#","C":{{"type":"string","enum":["",{},"*"]}}"#,
        values.join(",")
    );
    assert_eq!(spec("values.json", schema(&values, "")), [""; 0]);
    let types = r#"{"ResourceSpecificationVersion":"1.0.0","PropertyTypes":{},"ResourceTypes":{
        "A::B::self":{"Properties":{}},"A::B::type":{"Properties":{}},"A::B::1":{"Properties":{}},
        "A::B::":{"Properties":{}},"nonsense":{"Properties":{}}}}"#;
    let _ = spec("types.json", types);
}

/// A message may have several lines, and each of them only what can be seen.
fn assert_printable(messages: &[String]) {
    assert!(!messages.is_empty());
    for line in messages.iter().flat_map(|message| message.split('\n')) {
        assert!(line.len() < 2_000, "{}", line.len());
        let is_seen = |letter: char| !letter.is_control() && letter != '\u{202e}';
        assert!(line.chars().all(is_seen), "{line:?}");
        assert!(!line.starts_with("error"), "{line:?}");
    }
}

#[test]
fn what_a_file_holds_is_not_printed_as_it_stands() {
    for name in [
        r"\u001b[2J\nerror: forged\u202e".to_owned(),
        format!("{}-", "x".repeat(100_000)),
    ] {
        let fault = format!(r#","{name}":{{"type":"{name}"}}"#);
        assert_printable(&spec("shown.json", schema(&fault, "")));
        let types = format!(r#"{{"ResourceTypes":{{"A::B::C{name}":{{"Properties":{{}}}}}}}}"#);
        let path = relative(&file("types.json", types));
        assert_printable(&errors(&format!("spec = {path:?}")));
        assert_printable(&errors(&format!("spec = {path:?}, types = [\"A::B::D\"]")));
        assert_printable(&errors(&format!("spec = {path:?}, types = [\"X::*\"]")));
        let changes = format!(r#"[{{"op":"remove","path":"/{name}/{name}"}}]"#);
        let changes = relative(&file("shown.patch.json", changes));
        let good = relative(&file("good.json", schema("", "")));
        assert_printable(&errors(&format!("spec = {good:?}, patch = {changes:?}")));
    }
    assert_printable(&errors(r#"spec = "a\u{1b}[2J\nerror: b.json""#));
    assert_printable(&errors(r#""AWS::\u{1b}[2J\nerror::\u{202e}""#));
    let odd = file("odd\u{1b}[2J\nerror: forged.json", "{}");
    let folder = relative(odd.parent().unwrap());
    assert_printable(&errors(&format!(
        "spec = \"{folder}/odd-[2J-error: forged.json\""
    )));
    fs::remove_file(odd).unwrap();
}

/// Good files with one byte changed, removed or doubled give Rust as well.
#[test]
fn mutations_of_a_good_file() {
    let good = schema(
        r##","B":{"$ref":"#/definitions/R"},"C":{"type":"array","items":{"enum":["x","y"]}}"##,
        r#""R":{"type":"object","properties":{"D":{"type":"integer","minimum":1}}}"#,
    );
    let mut state = 7_u64;
    for _ in 0..400 {
        let mut bytes = good.clone().into_bytes();
        let mut random = |bound: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % bound
        };
        let at = random(bytes.len());
        match random(3) {
            0 => bytes[at] = b" {}[]\":,x0\\\xff"[random(12)],
            1 => drop(bytes.remove(at)),
            _ => bytes.insert(at, bytes[at]),
        }
        let _ = spec("mutated.json", bytes);
    }
}
