//! `formwork vendor` and `formwork update`: what a crate keeps of specifications, and a crate that follows them.

mod shared;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use formwork_specs::bundled;

fn scratch(test: &str) -> PathBuf {
    shared::scratch("vendored", test)
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = shared::formwork(folder, arguments);
    command.env("COLUMNS", "100").output().unwrap()
}

/// What is printed by a command that ends with that code.
#[track_caller]
fn printed(folder: &Path, arguments: &[&str], code: i32) -> String {
    let output = run(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap() + &said
}

/// Every type with curated facts: its rules, what `Ref` returns, attributes, words that are published.
#[test]
fn vendored_files_say_what_the_catalog_says() {
    let folder = scratch("all");
    let curated = bundled::names().filter(|name| {
        bundled::find_curated(name).is_some() || bundled::find_words(name).is_some()
    });
    let mut types: Vec<&str> = curated.collect();
    assert!(types.len() > 200, "{}", types.len());
    types.extend(["AWS::Serverless::Function", "AWS::WAFv2::WebACL"]);
    printed(
        &folder,
        &[&["vendor"], &types[..], &["--into", "specs"]].concat(),
        0,
    );
    for name in &types {
        let file = format!("specs/{}.json", name.replace("::", "-").to_lowercase());
        let spec = formwork_specs::read(&fs::read(folder.join(file)).unwrap()).unwrap();
        let known = bundled::resource(name).unwrap().unwrap();
        assert_eq!(spec.resources, [known], "{name}");
        assert!(spec.warnings.is_empty(), "{name}: {:?}", spec.warnings);
    }
    let checked = printed(&folder, &["update", "specs", "--check"], 0);
    assert!(checked.starts_with("nothing differs in "), "{checked}");
}

#[test]
fn update_tells_what_is_newer_and_writes_only_when_it_may() {
    let folder = scratch("newer");
    printed(
        &folder,
        &[
            "vendor",
            "AWS::S3::Bucket",
            "AWS::SQS::Queue",
            "--into",
            "specs",
        ],
        0,
    );
    assert_eq!(
        printed(&folder, &["update", "specs"], 0),
        "nothing differs in 2 files\n"
    );
    let path = folder.join("specs/aws-s3-bucket.json");
    let file = fs::read_to_string(&path).unwrap();
    let known = r#""BucketNamePrefix": {"type": "string"}"#;
    let older = file.replacen(known, r#""BucketNamePrefix": {"type": "integer"}"#, 1);
    assert_ne!(older, file);
    fs::write(&path, &older).unwrap();
    let told = printed(&folder, &["update", "specs", "--check"], 1);
    assert!(
        told.contains("/BucketNamePrefix  kind  integer -> string"),
        "{told}"
    );
    assert!(
        told.ends_with("specs/aws-s3-bucket.json would be written anew\n"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), older);
    printed(&folder, &["update", "specs"], 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), file);
}

#[test]
fn the_day_is_that_of_the_last_difference() {
    let folder = scratch("day");
    printed(
        &folder,
        &["vendor", "AWS::SQS::Queue", "--into", "specs"],
        0,
    );
    let path = folder.join("specs/aws-sqs-queue.json");
    let file = fs::read_to_string(&path).unwrap();
    let (start, rest) = file.split_once(r#""on": ""#).unwrap();
    let (day, rest) = rest.split_once('"').unwrap();
    assert_eq!(day.len(), "2026-11-28".len());
    let written = |day: &str, rest: &str| format!(r#"{start}"on": "{day}"{rest}"#);
    let long_ago = written("2001-02-03", rest);
    for same in [long_ago.clone(), long_ago.replace('\n', "\r\n")] {
        fs::write(&path, &same).unwrap();
        assert_eq!(
            printed(&folder, &["update", "specs"], 0),
            "nothing differs in 1 file\n"
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), same);
    }
    let changed = rest.replacen(r#""maximum": 900"#, r#""maximum": 800"#, 1);
    assert_ne!(changed, rest);
    fs::write(&path, written("2001-02-03", &changed)).unwrap();
    let told = printed(&folder, &["update", "specs"], 0);
    assert!(
        told.contains("  deployed stacks: more is taken\n    /DelaySeconds  maximum  800 -> 900\n"),
        "{told}"
    );
    assert!(!fs::read_to_string(&path).unwrap().contains("2001-02-03"));
}

#[test]
fn what_cannot_be_used_is_said_and_nothing_is_written() {
    let folder = scratch("unusable");
    let missing = printed(
        &folder,
        &[
            "vendor",
            "AWS::SQS::Queue",
            "AWS::S3::Buckett",
            "--into",
            "specs",
        ],
        2,
    );
    assert!(missing.contains("`AWS::S3::Bucket`"), "{missing}");
    assert!(!folder.join("specs").exists());
    printed(
        &folder,
        &["vendor", "AWS::SQS::Queue", "--into", "specs"],
        0,
    );
    fs::write(folder.join("specs/own.json"), "{}").unwrap();
    assert_eq!(
        printed(&folder, &["update", "specs"], 0),
        "nothing differs in 1 file\n"
    );
    fs::write(folder.join("specs/broken.json"), "{").unwrap();
    assert!(printed(&folder, &["update", "specs"], 2).contains("broken.json"));
    fs::create_dir(folder.join("empty")).unwrap();
    assert!(
        printed(&folder, &["update", "empty"], 2).contains("no file that `formwork vendor` wrote")
    );
    let private = r#"{ "typeName": "Acme::Garden::Gnome", "formwork": { "vendored": { "from": "x" } },
        "properties": { "Name": { "type": "string" } }, "additionalProperties": false }"#;
    fs::create_dir(folder.join("private")).unwrap();
    fs::write(folder.join("private/gnome.json"), private).unwrap();
    assert!(printed(&folder, &["update", "private"], 2).contains("name its schema with `--from`"));
}

/// What is there is not written over, be it ours or not; all of it is said at once.
#[test]
fn vendor_writes_over_nothing() {
    let folder = scratch("there");
    let vendor = |types: &[&str], code| {
        printed(
            &folder,
            &[&["vendor"], types, &["--into", "specs"]].concat(),
            code,
        )
    };
    let queue = folder.join("specs/aws-sqs-queue.json");
    assert_eq!(
        vendor(&["AWS::SQS::Queue", "AWS::SQS::Queue"], 0),
        "specs/aws-sqs-queue.json\n"
    );
    let file = fs::read_to_string(&queue).unwrap();
    // The same facts of another day, from another version, with other ends of lines.
    let older = file
        .replacen("of formwork ", "of formwork 0.0.", 1)
        .replace('\n', "\r\n");
    let older = format!("\u{feff}{older}");
    fs::write(&queue, &older).unwrap();
    assert_eq!(
        vendor(&["AWS::SQS::Queue"], 0),
        "specs/aws-sqs-queue.json is there already\n"
    );
    assert_eq!(
        printed(&folder, &["update", "specs", "--check"], 0),
        "nothing differs in 1 file\n"
    );
    assert_eq!(fs::read_to_string(&queue).unwrap(), older);

    let edited = file.replacen(r#""maximum": 900"#, r#""maximum": 800"#, 1);
    fs::write(&queue, &edited).unwrap();
    fs::write(folder.join("specs/aws-sns-topic.json"), "{}").unwrap();
    let said = vendor(
        &[
            "AWS::SQS::Queue",
            "AWS::SNS::Topic",
            "AWS::S3::Bucket",
            "AWS::S3::Buckett",
        ],
        2,
    );
    for word in [
        "`specs/aws-sqs-queue.json` is there already, and says something else",
        "`specs/aws-sns-topic.json` is there already, and `formwork vendor` did not write it",
        "the catalog has no type `AWS::S3::Buckett`",
    ] {
        assert!(said.contains(word), "{said}");
    }
    assert_eq!(fs::read_to_string(&queue).unwrap(), edited);
    assert!(!folder.join("specs/aws-s3-bucket.json").exists());
    // One file can be updated by itself.
    let told = printed(&folder, &["update", "specs/aws-sqs-queue.json"], 0);
    assert!(
        told.ends_with("specs/aws-sqs-queue.json was written anew\n"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&queue).unwrap(), file);
}

/// Files that are given are read, or the command says why not: the catalog does not stand in for them.
#[test]
fn what_is_given_is_used_or_refused() {
    let folder = scratch("given");
    let topic = bundled::find("AWS::SNS::Topic").unwrap();
    fs::write(folder.join("topic.json"), topic).unwrap();
    fs::write(folder.join("broken.json"), "{").unwrap();
    let specification = r#"{ "ResourceSpecificationVersion": "1.0.0", "PropertyTypes": {}, "ResourceTypes":
        { "AWS::SNS::Topic": { "Properties": { "Name": { "PrimitiveType": "String" } } } } }"#;
    fs::write(folder.join("specification.json"), specification).unwrap();
    let escaped = topic.chars().map(|letter| match letter {
        '"' | '\\' => format!("\\{letter}"),
        '\n' => "\\n".to_owned(),
        other => other.to_string(),
    });
    let escaped: String = escaped.collect();
    let answer = format!(r#"{{ "TypeName": "AWS::SNS::Topic", "Schema": "{escaped}" }}"#);
    fs::write(folder.join("answer.json"), answer).unwrap();
    fs::create_dir(folder.join("twice")).unwrap();
    for name in ["a", "b"] {
        fs::write(
            folder.join("twice").join(name).with_extension("json"),
            topic,
        )
        .unwrap();
    }
    let vendor = |name: &str, from: &str, into: &str, code| {
        printed(
            &folder,
            &["vendor", name, "--from", from, "--into", into],
            code,
        )
    };
    for (from, word) in [
        ("broken.json", "`broken.json` cannot be read:"),
        ("absent.json", "cannot read `absent.json`"),
        (
            "specification.json",
            "it is no registry schema\nhelp: `resource!(",
        ),
        (
            "twice",
            "`b.json` describes `AWS::SNS::Topic`, which `a.json` describes as well",
        ),
    ] {
        let said = vendor("AWS::SNS::Topic", from, "refused", 2);
        assert!(said.contains(word), "{said}");
    }
    assert!(!folder.join("refused").exists());
    let here = folder.join("topic.json");
    for (from, into) in [
        (here.to_str().unwrap(), "whole"),
        ("answer.json", "answered"),
    ] {
        vendor("AWS::SNS::Topic", from, into, 0);
        let path = folder.join(into).join("aws-sns-topic.json");
        let file = fs::read_to_string(path).unwrap();
        // Of the place only the name is kept: a file is the same on every machine.
        let name = Path::new(from).file_name().unwrap().to_str().unwrap();
        assert!(file.contains(&format!(r#""from": "{name}""#)), "{file}");
    }
    let said = vendor("AWS::SQS::Queue", "topic.json", "other", 0);
    assert!(
        said.contains("warning: `topic.json` does not describe `AWS::SQS::Queue`; it is taken from the catalog"),
        "{said}"
    );
}

/// A newer specification may have no place for what was known beyond the one before: the file is written without it,
/// which is said, and can be built.
#[test]
fn what_is_curated_and_does_not_fit_any_more_is_left_out_and_said_to_be() {
    let folder = scratch("fitting");
    let eip = bundled::find("AWS::EC2::EIP").unwrap();
    let (start, rest) = eip.split_once(r#""InstanceId": {"#).unwrap();
    let (_, rest) = rest.split_once('}').unwrap();
    let newer = format!(r#"{start}"MachineId": {{"type": "string"}}{rest}"#);
    assert!(!newer.contains("InstanceId"), "{newer}");
    fs::create_dir(folder.join("newer")).unwrap();
    fs::write(folder.join("newer/eip.json"), &newer).unwrap();
    printed(&folder, &["vendor", "AWS::EC2::EIP", "--into", "specs"], 0);
    let warning = "specs/aws-ec2-eip.json is without what is known beyond the specification at \
                   `/curated/rules/0/path/0`: there is no property `InstanceId` here\n";
    let told = printed(
        &folder,
        &["update", "specs", "--from", "newer", "--check"],
        1,
    );
    assert!(told.contains(&format!("warning: {warning}")), "{told}");
    let told = printed(&folder, &["update", "specs", "--from", "newer"], 0);
    assert!(told.contains("    /InstanceId  removed\n"), "{told}");
    // Of the rules only those that differ, in words.
    assert!(
        told.contains("updateRules  -/InstanceId: perhaps an interruption -> none\n"),
        "{told}"
    );
    let spec = fs::read(folder.join("specs/aws-ec2-eip.json")).unwrap();
    let spec = formwork_specs::read(&spec).unwrap();
    let rules = spec.resources[0].curated.rules.iter();
    let paths: Vec<String> = rules.map(|rule| rule.path.pointer()).collect();
    assert_eq!(paths, ["/PublicIpv4Pool", "/Tags"]);
    assert!(spec.resources[0].curated.reference.is_some());
    assert_eq!(
        printed(&folder, &["update", "specs", "--from", "newer"], 0),
        "nothing differs in 1 file\n"
    );
    // From there it can be vendored on, with what stands beside it.
    printed(
        &folder,
        &[
            "vendor",
            "AWS::EC2::EIP",
            "--from",
            "specs",
            "--into",
            "others",
        ],
        0,
    );
    let others = fs::read(folder.join("others/aws-ec2-eip.json")).unwrap();
    let others = formwork_specs::read(&others).unwrap();
    assert_eq!(others.resources, spec.resources);
    // What is published is to blame for its own faults, and nothing is written.
    let broken = newer.replacen(r#""type": "string""#, r#""type": "strng""#, 1);
    fs::write(folder.join("newer/eip.json"), broken).unwrap();
    let said = printed(&folder, &["update", "specs", "--from", "newer"], 2);
    assert!(
        said.contains("`AWS::EC2::EIP` of eip.json: it cannot be read:"),
        "{said}"
    );
}

/// Everything that is wrong with a folder is said at once, and nothing is written.
#[test]
fn update_says_all_that_is_in_its_way() {
    let folder = scratch("ways");
    printed(
        &folder,
        &["vendor", "AWS::SQS::Queue", "--into", "specs"],
        0,
    );
    let file = fs::read_to_string(folder.join("specs/aws-sqs-queue.json")).unwrap();
    let older = file.replacen(r#""maximum": 900"#, r#""maximum": 800"#, 1);
    fs::write(folder.join("specs/aws-sqs-queue.json"), &older).unwrap();
    for name in ["Gone", "Lost"] {
        let other = file.replace("AWS::SQS::Queue", &format!("AWS::SQS::{name}"));
        fs::write(
            folder.join("specs").join(name).with_extension("json"),
            other,
        )
        .unwrap();
    }
    fs::create_dir(folder.join("specs/folder.json")).unwrap();
    let said = printed(&folder, &["update", "specs"], 2);
    for name in ["Gone", "Lost"] {
        let word = format!(
            "`specs/{name}.json` describes `AWS::SQS::{name}`, which the catalog does not have"
        );
        assert!(said.contains(&word), "{said}");
    }
    let there = fs::read_to_string(folder.join("specs/aws-sqs-queue.json")).unwrap();
    assert_eq!(there, older);
}

/// The crate of `tests/downstream` that keeps its specifications, in a folder of its own.
fn project(folder: &Path) {
    let root = root();
    let crate_folder = root.join("tests/downstream/vendored");
    let manifest = fs::read_to_string(crate_folder.join("Cargo.toml")).unwrap();
    let manifest = manifest
        .replace("version.workspace = true", "version = \"0.0.0\"")
        .replace("publish.workspace = true", "publish = false")
        .replace(
            "path = \"../../../runtime\"",
            &format!("path = '{}'", root.join("runtime").display()),
        );
    assert!(!manifest.contains("../"), "{manifest}");
    fs::write(folder.join("Cargo.toml"), manifest + "\n[workspace]\n").unwrap();
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    for part in ["src", "specs"] {
        fs::create_dir(folder.join(part)).unwrap();
        for entry in fs::read_dir(crate_folder.join(part)).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.join(part).join(entry.file_name())).unwrap();
        }
    }
}

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    root.canonicalize().unwrap()
}

/// What the crate prints, and whether it was compiled for that.
#[track_caller]
fn built(folder: &Path) -> (String, bool) {
    let output = Command::new(env!("CARGO"))
        .arg("run")
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("neighbours"),
        )
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let printed = String::from_utf8(output.stdout).unwrap();
    (printed, said.contains("Compiling downstream-vendored"))
}

const ALIKE: &str = "\
AWS::DynamoDB::Table: facts alike
  Some(InPlace), None: alike
  Some(Refused), None: alike
AWS::EC2::EIP: facts alike
  Some(InPlace), Possible: alike
  Some(Replace), None: alike
AWS::SQS::Queue: facts alike
  Some(InPlace), None: alike
  Some(Refused), None: alike
";

/// The crate is followed as any other is: a catalog that says something else asks for `formwork update` there.
#[test]
fn the_crate_keeps_what_the_catalog_says() {
    let said = printed(
        &root(),
        &["update", "tests/downstream/vendored/specs", "--check"],
        0,
    );
    assert_eq!(said, "nothing differs in 3 files\n");
}

#[test]
fn a_crate_is_built_of_what_it_vendored_and_again_when_that_is_updated() {
    let folder = scratch("follower");
    project(&folder);
    assert_eq!(built(&folder), (ALIKE.to_owned(), true));
    assert_eq!(built(&folder), (ALIKE.to_owned(), false));

    let newer = bundled::find("AWS::SQS::Queue").unwrap();
    let newer = [
        (r#""maximum": 900"#, r#""maximum": 1800"#),
        (
            r#""FifoQueue": {"type""#,
            r#""Fairness": {"type": "string", "enum": ["ON", "OFF"]}, "FifoQueue": {"type""#,
        ),
        (
            r#""createOnlyProperties": ["#,
            r#""createOnlyProperties": ["/properties/DelaySeconds", "#,
        ),
    ]
    .into_iter()
    .fold(newer.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    fs::create_dir(folder.join("newer")).unwrap();
    fs::write(folder.join("newer/aws-sqs-queue.json"), newer).unwrap();
    let told = printed(&folder, &["update", "specs", "--from", "newer"], 0);
    let expected = "\
AWS::SQS::Queue  major
    Where          What     Before -> after
  deployed stacks: changes do more (look at the plan)
    /DelaySeconds  update   no interruption -> replacement
  deployed stacks: more is taken
    /DelaySeconds  maximum  900 -> 1800
    /Fairness      added
    @Fairness      added
  deployed stacks: nothing changes
    @DelaySeconds  maximum  900 -> 1800
  major `Queue.fairness` is new: struct literals without `..` break
  minor `queue::FAIRNESS` is new
  minor `queue::Fairness` is new

5 changes in 1 type, 0 equal; for deployed stacks: changes do more (look at the plan); for users of the Rust: major
specs/aws-sqs-queue.json was written anew
";
    assert_eq!(told, expected);
    assert_eq!(
        printed(
            &folder,
            &["update", "specs", "--check", "--from", "newer"],
            0
        ),
        "nothing differs in 3 files\n"
    );
    let (printed, was_compiled) = built(&folder);
    assert!(was_compiled);
    // The newer file does not say of which day it is, which the reasons of both plans show.
    let expected = ALIKE.replace(
        "Queue: facts alike\n  Some(InPlace), None: alike\n  Some(Refused), None: alike",
        "Queue: facts differ\n  Some(Replace), None: differ\n  Some(Refused), None: differ",
    );
    assert_eq!(printed, expected);
}
