//! The command `formwork`, as a person or a script uses it.
//!
//! Expected outputs stand in `tests/data`; with the variable `FORMWORK_BLESS` set they are written
//! anew, to be read in the difference.

mod shared;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use shared::text;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

fn scratch(test: &str) -> PathBuf {
    shared::scratch("cli", test)
}

fn command(arguments: &[&str]) -> Command {
    let mut command = shared::formwork(&data(""), arguments);
    command.env("COLUMNS", "80");
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

#[track_caller]
fn expect(name: &str, actual: &str) {
    shared::expect(&data(name), actual);
}

fn import(from: &Path, to: &Path, more: &[&str]) -> Output {
    let (from, to) = (from.to_str().unwrap(), to.to_str().unwrap());
    let arguments = [&["import", "--registry", from, "--catalog", to], more].concat();
    run(&arguments)
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let named = entries.map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(&path).unwrap())
    });
    named.collect()
}

#[test]
fn an_import_writes_facts_and_says_what_it_did() {
    let catalog = scratch("writes");
    let specification = data("resource-specification.json");
    let more = ["--resource-specification", specification.to_str().unwrap()];
    let first = import(&data("registry"), &catalog, &more);
    assert_eq!(text(&first.stderr), "");
    expect("import.txt", &text(&first.stdout));
    assert_eq!(first.status.code(), Some(0));
    let written = files(&catalog);
    expect("fence.catalog.json", &written["acme-garden-fence.json"]);
    expect("index.catalog.rs", &written["index.rs"]);

    let again = import(&data("registry"), &catalog, &more);
    assert!(text(&again.stdout).contains("changed: 0\nunchanged: 2\n"));
    let elsewhere = scratch("writes-elsewhere");
    import(&data("registry"), &elsewhere, &more);
    assert_eq!(files(&elsewhere), written);
}

#[test]
fn a_template_schema_is_a_source_of_its_own() {
    let catalog = scratch("template");
    let schema = data("template-schema.json");
    let schema = schema.to_str().unwrap();
    let to = catalog.to_str().unwrap();
    let alone = ["import", "--template-schema", schema, "--catalog", to];

    let too_early = run(&alone);
    assert_eq!(too_early.status.code(), Some(2));
    assert_eq!(
        text(&too_early.stderr),
        "error: the catalog lacks `Acme::Garden::Fence`, which values are handed on to\n\
         help: import the registry schemas first, or with `--registry` at once\n"
    );
    assert_eq!(files(&catalog).len(), 0);

    import(&data("registry"), &catalog, &[]);
    let before = files(&catalog);
    let after = run(&alone);
    assert_eq!(text(&after.stderr), "");
    assert!(text(&after.stdout).starts_with("new: 1\n  Acme::Garden::Pond\nchanged: 0\n"));
    let written = files(&catalog);
    expect("pond.catalog.json", &written["acme-garden-pond.json"]);
    for (name, content) in before {
        assert!(name == "index.rs" || written[&name] == content, "{name}");
    }

    // Each source leaves the types of the other alone.
    let again = import(&data("registry"), &catalog, &[]);
    assert!(text(&again.stdout).contains("unchanged: 2\nremoved: 0\n"));
    assert_eq!(files(&catalog), written);
    let both = scratch("template-both");
    import(&data("registry"), &both, &["--template-schema", schema]);
    assert_eq!(files(&both), written);
}

#[test]
fn what_is_no_template_schema_is_refused() {
    let folder = scratch("no-template");
    let file = folder.join("schema.json");
    for (content, said) in [
        ("{", "the template schema is no JSON"),
        (
            "{}",
            "it is no template schema: it lists no kinds of resources",
        ),
        (
            r#"{"properties": {"Resources": {"additionalProperties": {"anyOf": []}}}}"#,
            "the template schema defines no type",
        ),
        (
            r##"{"properties": {"Resources": {"additionalProperties": {"anyOf": [{"$ref": "#/definitions/A"}]}}}}"##,
            "a kind of resource is not defined",
        ),
    ] {
        fs::write(&file, content).unwrap();
        let catalog = folder.join("catalog");
        let arguments = [
            "import",
            "--template-schema",
            file.to_str().unwrap(),
            "--catalog",
        ];
        let output = run(&[&arguments[..], &[catalog.to_str().unwrap()]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(
            text(&output.stderr).contains(said),
            "{}",
            text(&output.stderr)
        );
        assert!(!catalog.exists());
    }
    assert_eq!(run(&["import"]).status.code(), Some(2));
}

#[test]
fn archives_give_what_folders_give() {
    let folder = scratch("archive-folder");
    import(&data("registry"), &folder, &[]);
    let packed = scratch("archive");
    let mut tar = tar::Builder::new(Vec::new());
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files(&data("registry")) {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, format!("registry/{name}"), content.as_bytes())
            .unwrap();
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut zip, content.as_bytes()).unwrap();
    }
    let tar = tar.into_inner().unwrap();
    let gzip = {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut gzip, &tar).unwrap();
        gzip.finish().unwrap()
    };
    let zip = zip.finish().unwrap().into_inner();
    for (name, bytes) in [("a.tar", tar), ("a.tar.gz", gzip), ("a.zip", zip)] {
        let archive = packed.join(name);
        fs::write(&archive, bytes).unwrap();
        let catalog = scratch(&format!("archive-{name}"));
        let output = import(&archive, &catalog, &[]);
        assert_eq!(text(&output.stderr), "", "{name}");
        assert_eq!(files(&catalog), files(&folder), "{name}");
    }
}

#[test]
fn what_is_refused_is_told_and_keeps_its_file() {
    let catalog = scratch("refused");
    import(&data("registry"), &catalog, &[]);
    let before = files(&catalog);
    let folder = scratch("refused-input");
    fs::copy(data("registry/fence.json"), folder.join("fence.json")).unwrap();
    fs::copy(
        data("refused/gnome.json"),
        folder.join("acme-garden-gnome.json"),
    )
    .unwrap();
    fs::write(folder.join("broken.json"), "{").unwrap();
    let reply = r#"{"Schema": "{\"typeName\": \"Acme::Garden::Pond\", \"properties\": {}}"}"#;
    fs::write(folder.join("reply.json"), reply).unwrap();
    fs::write(folder.join("no-schema.json"), "{\"ResourceTypes\": {}}").unwrap();
    let output = import(&folder, &catalog, &[]);
    assert_eq!(output.status.code(), Some(1));
    expect("refused.txt", &text(&output.stdout));
    assert_eq!(files(&catalog), before);
}

#[test]
fn a_type_described_twice_is_taken_once() {
    let folder = scratch("twice-input");
    fs::copy(data("registry/gnome.json"), folder.join("a.json")).unwrap();
    fs::copy(data("registry/gnome.json"), folder.join("b.json")).unwrap();
    let output = import(&folder, &scratch("twice"), &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    assert!(
        said.contains("b.json: another file describes `Acme::Garden::Gnome` as well"),
        "{said}"
    );
}

#[test]
fn a_catalog_does_not_shrink_by_accident() {
    let many = scratch("shrink-input");
    let gnome = fs::read_to_string(data("registry/gnome.json")).unwrap();
    for number in 0..7 {
        let schema = gnome.replace("Gnome", &format!("Gnome{number}"));
        fs::write(many.join(format!("{number}.json")), schema).unwrap();
    }
    let catalog = scratch("shrink");
    import(&many, &catalog, &[]);
    let before = files(&catalog);

    let refused = import(&data("registry"), &catalog, &[]);
    assert_eq!(refused.status.code(), Some(2));
    expect("shrink.txt", &text(&refused.stderr));
    assert_eq!(files(&catalog), before);

    let allowed = import(&data("registry"), &catalog, &["--allow-removal"]);
    assert_eq!(allowed.status.code(), Some(0));
    let names: Vec<String> = files(&catalog).into_keys().collect();
    assert_eq!(
        names,
        [
            "acme-garden-fence.json",
            "acme-garden-gnome.json",
            "index.rs"
        ]
    );
}

#[test]
fn inputs_that_are_not_there_or_no_archives_are_named() {
    let catalog = scratch("absent");
    let absent = import(&catalog.join("absent"), &catalog, &[]);
    assert!(
        text(&absent.stderr).contains("cannot read `"),
        "{}",
        text(&absent.stderr)
    );
    let no_archive = import(&data("fence.catalog.json"), &catalog, &[]);
    let said = text(&no_archive.stderr);
    assert!(said.contains("none of the archives"), "{said}");
    let empty = import(&scratch("absent-input"), &catalog, &[]);
    assert!(text(&empty.stderr).contains("holds no file `*.json`"));
    assert_eq!(files(&catalog).len(), 0);
}

#[test]
fn a_type_is_shown() {
    let file = "registry/fence.json";
    let shown = run(&["show", "--file", file]);
    assert_eq!(text(&shown.stderr), "");
    expect("show-80.txt", &text(&shown.stdout));
    let wide = command(&["show", "--file", file])
        .env("COLUMNS", "120")
        .output()
        .unwrap();
    expect("show-120.txt", &text(&wide.stdout));
    expect(
        "show.json",
        &text(&run(&["show", "--file", file, "--json"]).stdout),
    );
    let flagship = run(&["show", "AWS::ApiGatewayV2::IntegrationResponse"]);
    expect("show-flagship.txt", &text(&flagship.stdout));
}

#[test]
fn a_property_is_shown_with_what_is_around_it() {
    let file = "registry/fence.json";
    let shown = |path: &str, more: &[&str]| {
        let name = format!("Acme::Garden::Fence.{path}");
        let output = run(&[&["show", &name, "--file", file], more].concat());
        assert_eq!(text(&output.stderr), "", "{path}");
        text(&output.stdout)
    };
    let shown: String = ["Garden", "Posts", "Posts.Height", "Gates", "Arn"]
        .iter()
        .map(|path| shown(path, &[]) + "\n" + &shown(path, &["--json"]) + "\n")
        .collect();
    expect("show-property.txt", &shown);
    let bundled = run(&[
        "show",
        "AWS::DynamoDB::Table.GlobalSecondaryIndexes.KeySchema",
    ]);
    let bundled = text(&bundled.stdout);
    assert!(bundled.contains("refused, under a condition"), "{bundled}");
    assert!(bundled.contains("(as of 2"), "{bundled}");
    for (path, said) in [
        (
            "Nothing",
            "error: `Acme::Garden::Fence` has no property `Nothing`\n",
        ),
        (
            "garden",
            "error: `Acme::Garden::Fence` has no property `garden`\nhelp: did you mean `Garden`?\n",
        ),
        (
            "Lock.X",
            "error: `Acme::Garden::Fence.Lock` has no properties of its own\n",
        ),
        (
            "Posts.",
            "error: `Acme::Garden::Fence.Posts` has no property ``\n",
        ),
    ] {
        let output = run(&[
            "show",
            &format!("Acme::Garden::Fence.{path}"),
            "--file",
            file,
        ]);
        assert_eq!(text(&output.stderr), said);
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn a_template_is_converted_there_and_back() {
    let there = run(&["convert", "convert.yaml"]);
    assert_eq!(text(&there.stderr), "note: 2 comments were left out\n");
    assert_eq!(there.status.code(), Some(0));
    expect("convert.json", &text(&there.stdout));
    let back = run(&["convert", "convert.json"]);
    assert_eq!(text(&back.stderr), "");
    expect("convert-back.yaml", &text(&back.stdout));

    let folder = scratch("convert");
    let again = folder.join("again.json");
    fs::write(folder.join("back.yaml"), &back.stdout).unwrap();
    let from = folder.join("back.yaml");
    let paths = [from.to_str().unwrap(), again.to_str().unwrap()];
    let written = run(&["convert", paths[0], "--output", paths[1]]);
    assert_eq!(text(&written.stdout) + &text(&written.stderr), "");
    assert_eq!(fs::read(&again).unwrap(), there.stdout);
    let same = run(&["convert", paths[1], "--to", "json"]);
    assert_eq!(same.stdout, there.stdout);
}

#[test]
fn standard_input_is_converted() {
    let mut child = command(&["convert", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, br#"{"Resources": {"A": {"Type": "X::Y::Z"}}}"#).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        text(&output.stdout),
        "Resources:\n  A:\n    Type: X::Y::Z\n"
    );
}

#[test]
fn what_cannot_be_converted_is_told_with_its_place() {
    let folder = scratch("convert-refused");
    for (name, content, said) in [
        ("a.yaml", &b"Resources: [1\n"[..], "a.yaml:"),
        ("b.json", b"{\"Resources\": {}", "b.json:1:"),
        ("c.yaml", b"A: 1\nA: 2\n", "c.yaml:2:1"),
        ("d.yaml", b"just a text", "is not a template"),
        ("e.yaml", b"A: 1\nB: \xff\n", "line 2 is not UTF-8"),
    ] {
        let file = folder.join(name);
        fs::write(&file, content).unwrap();
        let output = run(&["convert", file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_eq!(text(&output.stdout), "", "{name}");
        let message = text(&output.stderr);
        assert!(message.contains(said), "{message}");
    }
    let large = folder.join("large.yaml");
    let file = fs::File::create(&large).unwrap();
    file.set_len(100 << 20).unwrap();
    let output = run(&["convert", large.to_str().unwrap()]);
    assert!(text(&output.stderr).contains("larger than 16 MiB"));
    let output = run(&["convert", folder.to_str().unwrap()]);
    assert!(text(&output.stderr).contains("it is a folder"));
    let absent = folder.join("absent").join("out.json");
    let output = run(&["convert", "convert.yaml", "-o", absent.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("error: cannot write `"));
}

#[test]
fn a_template_is_drawn() {
    let mermaid = text(&run(&["graph", "convert.yaml"]).stdout);
    assert_eq!(
        mermaid,
        "flowchart LR\n    r0[\"Queue<br/><small>AWS::SQS::Queue</small>\"]\n"
    );
    let dot = text(&run(&["graph", "convert.yaml", "--format", "dot"]).stdout);
    assert!(
        dot.contains("r0 [label=\"Queue\\nAWS::SQS::Queue\"];"),
        "{dot}"
    );
    let svg = text(&run(&["graph", "convert.yaml", "--format", "svg"]).stdout);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    let broken = run(&["graph", "registry"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(text(&broken.stderr).contains("it is a folder"));
}

#[test]
fn a_resource_is_started_in_three_formats() {
    let mut shown = String::new();
    for arguments in [
        &["new", "AWS::Serverless::Connector"][..],
        &["new", "AWS::CodeBuild::Project"],
        &["new", "AWS::CodeBuild::Project", "--format", "json"],
        &["new", "AWS::CodeBuild::Project", "--format", "rust"],
        &["new", "AWS::SNS::Topic", "--optional"],
        &["new", "AWS::SNS::Topic", "--optional", "--format", "rust"],
    ] {
        let output = run(arguments);
        assert_eq!(text(&output.stderr), "");
        shown.extend(["$ formwork ", &arguments.join(" "), "\n"].map(String::from));
        shown.extend([text(&output.stdout), "\n".to_owned()]);
    }
    expect("new.txt", &shown);
    let json = run(&["new", "AWS::SNS::Topic", "--optional", "--format", "json"]);
    assert_eq!(json.status.code(), Some(2));
    assert_eq!(run(&["new", "AWS::SNS::Topik"]).status.code(), Some(2));
}

#[test]
fn every_subcommand_has_an_example_and_a_page() {
    let folder = scratch("man");
    let output = run(&["man", "--into", folder.to_str().unwrap()]);
    assert_eq!(text(&output.stderr), "");
    let pages = files(&folder);
    assert!(pages.contains_key("formwork.1") && pages.len() > 5);
    for page in pages.keys() {
        let name = page.trim_end_matches(".1").trim_start_matches("formwork");
        let name = name.trim_start_matches('-');
        let arguments: Vec<&str> = [name, "--help"]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        let help = text(&run(&arguments).stdout);
        assert!(help.contains("Examples:\n  formwork "), "{name}: {help}");
    }
    let page = text(&run(&["man"]).stdout);
    assert!(page.contains(".TH formwork 1"));
}

/// What holds of one use of a shared record is shown there, and not where else the record is used.
#[test]
fn roles_of_single_uses_are_shown_where_they_hold() {
    let of_type = "AWS::MediaPackage::PackagingConfiguration";
    let end = "Encryption.SpekeKeyProvider.EncryptionContractConfiguration.PresetSpeke20Audio";
    let whole = text(&run(&["show", of_type]).stdout);
    let said = whole
        .lines()
        .filter(|line| line.starts_with("  only at       "));
    assert_eq!(said.count(), 4, "{whole}");
    let json = text(&run(&["show", of_type, "--json"]).stdout);
    let tree = formwork_specs::tree::parse(&json, &|_, _| true).unwrap();
    let first = tree.at_pointer("/scopedRoles/deprecated/0");
    let expected = format!("HlsPackage.{end}");
    assert_eq!(first.and_then(|node| node.text()), Some(expected.as_str()));
    for (around, is_here) in [("HlsPackage", true), ("DashPackage", false)] {
        let shown = text(&run(&["show", &format!("{of_type}.{around}.{end}")]).stdout);
        assert_eq!(
            shown.contains("  here          deprecated\n"),
            is_here,
            "{shown}"
        );
    }
}

#[test]
fn types_are_listed() {
    let name = "aws::apigatewayv2::integrationresp*";
    expect("list.txt", &text(&run(&["list", name]).stdout));
    expect("list.json", &text(&run(&["list", name, "--json"]).stdout));
    let all = run(&["list"]);
    assert!(text(&all.stdout).lines().count() > 1_000);
}

#[test]
fn wrong_names_are_answered_with_near_ones() {
    for (arguments, code, said) in [
        (
            &["show", "AWS::S3::Bukket"][..],
            2,
            "error: the catalog has no type `AWS::S3::Bukket`\n\
             help: similar names exist: `AWS::S3::Bucket`\n",
        ),
        (
            &["list", "zzz"],
            2,
            "error: no type of the catalog fits `zzz`\n\
             help: `*` stands for any letters, `?` for one; `formwork list` shows every type\n",
        ),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(code));
        assert_eq!(text(&output.stderr), said);
        assert_eq!(text(&output.stdout), "");
    }
    assert_eq!(run(&["show"]).status.code(), Some(2));
}

#[test]
fn files_with_mistakes_are_shown_with_warnings_and_broken_ones_are_not() {
    let file = data("registry/gnome.json");
    let warned = run(&["show", "--file", file.to_str().unwrap()]);
    assert_eq!(warned.status.code(), Some(0));
    let said = text(&warned.stderr);
    assert!(
        said.starts_with("warning: the keyword `novelty` is not known"),
        "{said}"
    );
    assert!(said.contains("at 5:"), "{said}");
    let file = data("refused/gnome.json");
    let broken = run(&["show", "--file", file.to_str().unwrap()]);
    assert_eq!(broken.status.code(), Some(2));
    let said = text(&broken.stderr);
    assert!(
        said.contains("the definition `Hat` does not exist"),
        "{said}"
    );
}

#[test]
fn facts_of_ones_own_are_shown() {
    let facts = scratch("own-facts").join("queue.json");
    let own = r#"{"typeName": "AWS::SQS::Queue", "rules": [{"path": "/DelaySeconds", "outcome": "refused",
        "because": "we said so", "source": "https://wiki.example.com/queues", "asOf": "2026-10"}]}"#;
    fs::write(&facts, own).unwrap();
    let facts = facts.to_str().unwrap();
    let shown = text(&run(&["show", "AWS::SQS::Queue.DelaySeconds", "--facts", facts]).stdout);
    assert!(shown.contains("we said so"), "{shown}");
    let other = run(&["show", "AWS::SNS::Topic", "--facts", facts]);
    assert_eq!(other.status.code(), Some(2));
    assert!(
        text(&other.stderr).contains("1:14"),
        "{}",
        text(&other.stderr)
    );
}

#[test]
fn colours_are_for_terminals() {
    assert!(!run(&["list", "gateway"]).stdout.contains(&0x1b));
    let forced = command(&["list", "gateway"])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    assert!(forced.stdout.contains(&0x1b));
}

/// Without a width, as in a pipe, a line of the table is a line of the output.
#[test]
fn a_pipe_changes_the_width_and_nothing_else() {
    let piped = |arguments: &[&str], columns: Option<&str>| {
        let mut command = command(arguments);
        command.env_remove("COLUMNS");
        command.envs(columns.map(|columns| ("COLUMNS", columns)));
        text(&command.output().unwrap().stdout)
    };
    let words = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        words.join(" ")
    };
    let list = piped(&["list"], None);
    assert_eq!(list, piped(&["list"], Some("40")));
    assert!(list.lines().skip(1).all(|line| line.contains("::")));
    for name in ["AWS::EC2::Instance", "AWS::S3::Bucket", "AWS::SQS::Queue"] {
        let shown = piped(&["show", name], None);
        let wide = piped(&["show", name], Some("100000"));
        assert_eq!(shown, wide);
        let terminal = piped(&["show", name], Some("200"));
        assert_eq!(words(&shown).len(), words(&terminal).len(), "{name}");
        let rows = |text: &str| text.lines().filter(|line| line.starts_with("  ")).count();
        assert!(rows(&shown) <= rows(&terminal));
    }
    let help = piped(&["show", "--help"], None);
    assert_eq!(words(&help), words(&piped(&["show", "--help"], Some("60"))));
}

#[test]
fn nothing_from_outside_reaches_the_terminal_raw() {
    let folder = scratch("hostile");
    let schema = "{\"typeName\": \"Acme::Garden::Gnome\", \"description\": \"\\u001b[2J\u{202e}x\", \
        \"properties\": {\"\\u001b]0;owned\\u0007\": {\"type\": \"string\", \"enum\": [\"\u{9b}1m\", \"\\n\"]}, \
        \"R\": {\"$ref\": \"#/definitions/D\u{202e}\"}}, \
        \"definitions\": {\"D\u{202e}\": {\"type\": \"object\", \"additionalProperties\": false, \
        \"properties\": {\"A\": {\"type\": \"string\", \"pattern\": \"\u{7f}\"}}}}, \
        \"nov\\u001bel\": 1, \"primaryIdentifier\": [\"/properties/R\"], \"additionalProperties\": false}";
    let file = folder.join("a\u{1b}[31m.json");
    fs::write(&file, schema).unwrap();
    let file = file.to_str().unwrap();
    let catalog = scratch("hostile-catalog");
    let outputs = [
        run(&["show", "--file", file]),
        run(&["show", "--file", file, "--json"]),
        run(&["show", "A\u{1b}::\u{202e}B::C", "--file", file]),
        run(&["show", "\u{1b}[31m"]),
        run(&["show", "--file", "\u{1b}[31m\n"]),
        run(&["list", "\u{1b}[31m"]),
        run(&["\u{1b}[31m"]),
        run(&["list", "a", "\u{202e}"]),
        import(&folder, &catalog, &[]),
    ];
    for output in outputs {
        let said = text(&output.stdout) + &text(&output.stderr);
        assert!(!said.is_empty());
        let is_raw = |letter: char| {
            letter != '\n' && letter.is_control() || ('\u{202a}'..='\u{202e}').contains(&letter)
        };
        assert!(!said.contains(is_raw), "{said:?}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for arguments in [
        &["list"][..],
        &["show", "AWS::EC2::Instance"],
        &["list", "--json"],
        &["completions", "bash"],
        &["--help"],
        &["show", "--help"],
    ] {
        let mut child = command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(text(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        assert!(text(&output.stdout).contains("import"), "{shell}");
    }
}

/// The flagship's page of December 2020 beside today's registry: the README's story of an update.
#[test]
fn diff_tells_what_became_of_the_flagship() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs/schemas/aws-apigatewayv2-integrationresponse.json");
    let page = page.to_str().unwrap();
    for (format, name) in [
        ("text", "flagship.diff"),
        ("markdown", "flagship.diff.md"),
        ("json", "flagship.diff.json"),
    ] {
        let output = run(&["diff", page, "catalog", "--format", format]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        expect(name, &text(&output.stdout));
    }
    let code = |arguments: &[&str]| {
        let all = [&["diff", page, "catalog"], arguments].concat();
        run(&all).status.code()
    };
    assert_eq!(code(&["--fail-on", "major"]), Some(0));
    assert_eq!(code(&["--fail-on", "patch"]), Some(1));
    assert_eq!(code(&["--fail-on", "stacks"]), Some(1));
    assert_eq!(code(&["AWS::ApiGatewayV2::Nothing"]), Some(2));
    assert_eq!(run(&["diff", "catalog", "catalog"]).status.code(), Some(2));
    assert_eq!(
        run(&["diff", page, page, "--fail-on", "patch"])
            .status
            .code(),
        Some(0)
    );
}
