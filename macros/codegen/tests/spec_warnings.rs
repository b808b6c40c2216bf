//! What the reader of a specification warns of reaches the user as a warning of the compiler.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;

/// Writes a file of the tests, and gives its path as a call has to write it.
fn file(name: &str, content: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("warnings");
    fs::create_dir_all(&folder).unwrap();
    let path: PathBuf = folder.join(name);
    fs::write(&path, content).unwrap();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let up = "../".repeat(here.components().count() - 1);
    up + path.to_str().unwrap().trim_start_matches('/')
}

fn resource(call: &str) -> TokenStream {
    formwork_codegen::resource(call.parse().unwrap())
}

/// The notes of everything deprecated that is used at once.
fn warnings(output: TokenStream) -> Vec<String> {
    let file: syn::File = syn::parse2(output).unwrap();
    let notes = file.items.iter().filter_map(|item| {
        let syn::Item::Const(item) = item else {
            return None;
        };
        let syn::Expr::Block(body) = item.expr.as_ref() else {
            return None;
        };
        let [
            syn::Stmt::Item(syn::Item::Const(inner)),
            syn::Stmt::Expr(syn::Expr::Path(used), None),
        ] = body.block.stmts.as_slice()
        else {
            return None;
        };
        assert!(used.path.is_ident(&inner.ident));
        let [attribute] = inner.attrs.as_slice() else {
            return None;
        };
        let note: syn::MetaNameValue = attribute.parse_args().ok()?;
        let syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) = note.value
        else {
            return None;
        };
        assert!(attribute.path().is_ident("deprecated") && note.path.is_ident("note"));
        Some(text.value())
    });
    notes.collect()
}

/// A registry schema with these properties.
fn schema(properties: &str) -> String {
    format!(
        "{{\n\"typeName\": \"Acme::Garden::Gnome\", \"additionalProperties\": false,\n\"properties\": {{\n{properties}\n}}}}"
    )
}

#[test]
fn each_warning_names_its_place() {
    let path = file(
        "gnome.json",
        &schema(
            "\"A\": {\"type\": \"string\", \"x-note\": 1},\n\"B\": {\"type\": \"boolean\", \"pattern\": \"a\"}",
        ),
    );
    let found = warnings(resource(&format!("spec = {path:?}")));
    assert_eq!(
        found,
        [
            format!(
                "the keyword `x-note` is not known; it is passed over\n  at {path}:4:35 (/properties/A/x-note)"
            ),
            format!(
                "`pattern` says nothing about a boolean; it is passed over\n  at {path}:5:37 (/properties/B/pattern)"
            ),
        ]
    );
    // What was read before is remembered with its warnings.
    assert_eq!(warnings(resource(&format!("spec = {path:?}"))), found);
    let derived = |attribute: &str| {
        let item =
            format!("{attribute} #[resource(spec = {path:?})] struct Own {{ a: Option<String> }}");
        warnings(formwork_codegen::derive_resource(item.parse().unwrap()))
    };
    assert_eq!(derived(""), found);
    for silent in [
        "#[allow(deprecated)]",
        "#[allow(dead_code, deprecated, reason = \"known\")]",
        "#[expect(warnings)]",
    ] {
        assert_eq!(derived(silent), [""; 0], "{silent}");
    }
    for loud in [
        "#[allow(dead_code)]",
        "#[deny(deprecated)]",
        "#[doc = \"allow(deprecated)\"]",
    ] {
        assert_eq!(derived(loud), found, "{loud}");
    }
}

#[test]
fn warnings_belong_to_the_types_that_are_chosen() {
    let property = r#"{"PrimitiveType":"String","Required":false,"UpdateType":"Mutable","News":1}"#;
    let path = file(
        "several.json",
        &format!(
            r#"{{"ResourceTypes":{{"A::B::One":{{"Properties":{{"P":{property}}}}},"A::B::Two":{{"Properties":{{
            "P":{property},"T":{{"Type":"T","Required":false,"UpdateType":"Mutable"}}}}}}}},
            "PropertyTypes":{{"A::B::Two.T":{{"Properties":{{"Q":{property}}}}}}},"More":1}}"#
        ),
    );
    let of = |types: &str| {
        let found = warnings(resource(&format!("spec = {path:?}{types}")));
        let pointers = found.iter().filter_map(|note| note.split_once(" (/"));
        pointers
            .map(|(_, pointer)| pointer.trim_end_matches(')').to_owned())
            .collect::<Vec<_>>()
    };
    let one = "ResourceTypes/A::B::One/Properties/P/News";
    let two = "ResourceTypes/A::B::Two/Properties/P/News";
    let nested = "PropertyTypes/A::B::Two.T/Properties/Q/News";
    assert_eq!(of(""), [one, two, nested, "More"]);
    assert_eq!(of(", types = [\"A::B::One\"]"), [one, "More"]);
    assert_eq!(of(", types = [\"A::B::Two\"]"), [two, nested, "More"]);
}

#[test]
fn the_first_ones_are_told_and_the_others_counted() {
    let properties: Vec<String> = (0..500)
        .map(|number| format!("\"P{number}\": {{\"type\": \"string\", \"x-{number}\": 1}}"))
        .collect();
    let path = file("many.json", &schema(&properties.join(",\n")));
    let found = warnings(resource(&format!("spec = {path:?}")));
    assert_eq!(found.len(), 11);
    assert!(
        found[9].starts_with("the keyword `x-9` is not known"),
        "{}",
        found[9]
    );
    assert_eq!(
        found[10],
        format!("490 more warnings about `{path}` are not shown")
    );
}

#[test]
fn errors_are_limited_in_number_too() {
    let properties: Vec<String> = (0..500)
        .map(|number| format!("\"P{number}\": {{\"type\": \"strin\"}}"))
        .collect();
    let path = file("wrong.json", &schema(&properties.join(",\n")));
    let output = resource(&format!("spec = {path:?}")).to_string();
    assert_eq!(output.matches("compile_error").count(), 101);
    assert!(output.contains("400 more problems are not shown"));
}

#[test]
fn nobody_is_warned_of_the_catalog() {
    // Types of which the reader has something to say.
    for name in [
        "AWS::MemoryDB::Cluster",
        "AWS::QLDB::Stream",
        "AWS::DynamoDB::Table",
    ] {
        assert_eq!(warnings(resource(&format!("{name:?}"))), [""; 0], "{name}");
    }
    let quiet = file(
        "quiet.patch.json",
        r#"[{"op":"add","path":"/properties/New","value":{"type":"string"}}]"#,
    );
    let call = format!("\"AWS::MemoryDB::Cluster\", patch = {quiet:?}");
    assert_eq!(warnings(resource(&call)), [""; 0]);
    let loud = file(
        "loud.patch.json",
        r#"[{"op":"add","path":"/properties/New","value":{"type":"string","x-note":1}}]"#,
    );
    let found = warnings(resource(&format!(
        "\"AWS::MemoryDB::Cluster\", patch = {loud:?}"
    )));
    assert_eq!(
        found,
        [format!(
            "the keyword `x-note` is not known; it is passed over\n  in the catalog (/properties/New/x-note), \
             after `{loud}`"
        )]
    );
}

#[test]
fn a_patch_takes_warnings_away_and_brings_others() {
    let path = file(
        "patched.json",
        &schema("\"A\": {\"type\": \"string\", \"x-note\": 1}"),
    );
    let fixes = file(
        "fixes.patch.json",
        r#"[{"op":"remove","path":"/properties/A/x-note"},
            {"op":"add","path":"/properties/B","value":{"type":"boolean","maxLength":3}}]"#,
    );
    let found = warnings(resource(&format!("spec = {path:?}, patch = {fixes:?}")));
    let expected = format!(
        "`maxLength` says nothing about a boolean; it is passed over\n  at {path}:3:15 (/properties/B/maxLength), \
         after `{fixes}`"
    );
    assert_eq!(found, [expected]);
}

#[test]
fn the_schema_in_an_answer_of_the_registry() {
    let inner = schema("\"A\": {\"type\": \"string\", \"x-note\": 1}").replace('\n', " ");
    let answer = format!("{{\n\"Type\": \"RESOURCE\",\n\"Schema\": {inner:?}}}");
    let path = file("answer.json", &answer);
    let expected = format!(
        "the keyword `x-note` is not known; it is passed over\n  at {path}:3:11 (/Schema/properties/A/x-note)"
    );
    assert_eq!(
        warnings(resource(&format!("spec = {path:?}"))),
        std::slice::from_ref(&expected)
    );
    let fixes = file(
        "answer.patch.json",
        r#"[{"op":"remove","path":"/properties/A/x-note"}]"#,
    );
    let call = format!("spec = {path:?}, patch = {fixes:?}");
    assert_eq!(warnings(resource(&call)), [""; 0]);
}

#[test]
fn an_operation_of_a_patch_that_changes_nothing_is_told_with_its_place() {
    let path = file(
        "mended.json",
        &schema(r#""Name":{"type":"string","maxLength":50}"#),
    );
    let fixes = file(
        "mended.patch.json",
        "[\n  {\"op\":\"add\",\"path\":\"/properties/Name/minLength\",\"value\":1},\n  \
         {\"op\":\"replace\",\"path\":\"/properties/Name/maxLength\",\"value\":50}\n]",
    );
    let call = format!("spec = {path:?}, patch = {fixes:?}");
    let found = warnings(resource(&call));
    let [told] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert!(told.starts_with(
        "this operation changes nothing: `/properties/Name/maxLength` is `50`\n  at "
    ));
    assert!(told.contains("mended.patch.json:3:3 (/1)"), "{told}");
    assert!(told.ends_with("help: the specification says so by itself: take it out of the patch"));
    let derived = format!("#[resource({call})] struct Own {{ name: Option<String> }}");
    let derived = formwork_codegen::derive_resource(derived.parse().unwrap());
    assert_eq!(warnings(derived), found);
}

#[test]
fn what_a_patch_changed_is_marked_in_the_documentation_with_its_reason() {
    let path = file(
        "marked.json",
        &schema(r#""Name":{"type":"string"},"Hat":{"type":"string"}"#),
    );
    let fixes = file(
        "marked.patch.json",
        r#"[{"op":"add","path":"/properties/Name/maxLength","value":50,"because":"names are <short>"},
            {"op":"add","path":"/properties/Hat/maxLength","value":5}]"#,
    );
    let code = resource(&format!("spec = {path:?}, patch = {fixes:?}")).to_string();
    let field = r"Changed by a patch: names are \<short>.";
    assert_eq!(code.matches(field).count(), 1, "{code}");
    assert_eq!(code.matches("Changed by a patch.").count(), 1, "{code}");
    let listed = "# Changes to the specification\n\nA patch of the program that names the type has changed:\n\n\
        * `/properties/Name/maxLength`: names are \\<short>\n* `/properties/Hat/maxLength`";
    assert!(code.contains(listed), "{code}");
    let plain = resource(&format!("spec = {path:?}")).to_string();
    assert!(!plain.contains("patch"), "{plain}");
}
