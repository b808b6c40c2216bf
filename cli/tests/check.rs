//! `formwork check`, as a person or a pipeline uses it.
//!
//! Expected outputs stand in `tests/data/check`; with the variable `FORMWORK_BLESS` set they are
//! written anew, to be read in the difference.

mod shared;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use shared::text;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/check")
}

fn command(arguments: &[&str]) -> Command {
    shared::formwork(&data(), &[&["check"], arguments].concat())
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn scratch(test: &str) -> PathBuf {
    shared::scratch("check", test)
}

#[track_caller]
fn expect(name: &str, actual: &str) {
    shared::expect(&data().join(name), actual);
}

/// How often a code stands in a report.
fn count(report: &str, code: &str) -> usize {
    report.matches(&format!("[{code}]")).count()
}

#[test]
fn findings_are_written_in_every_format() {
    for (format, name) in [
        ("text", "queue.txt"),
        ("json", "queue.found.json"),
        ("sarif", "queue.sarif"),
        ("github", "queue.github.txt"),
        ("junit", "queue.junit.xml"),
    ] {
        let output = run(&["queue.yaml", "good.json", "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert_eq!(text(&output.stderr), "", "{format}");
        let written = text(&output.stdout);
        expect(name, &written.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
        let is_raw = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(!written.contains(is_raw), "{format}: {written:?}");
    }
}

#[test]
fn what_is_right_is_told_in_one_line() {
    let output = run(&["good.json"]);
    assert_eq!(text(&output.stdout), "1 template: nothing found\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_folder_is_searched_and_what_is_no_template_is_passed_over() {
    let output = run(&["folder"]);
    assert_eq!(text(&output.stderr), "");
    let said = text(&output.stdout);
    assert_eq!(count(&said, "E0000"), 1);
    assert!(said.contains("--> folder/broken.yaml:"), "{said}");
    assert!(
        said.ends_with("2 templates: 1 error; 2 other files passed over\n"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(1));
    let pattern = run(&["folder/**/*.template", "fol*/deep/g*"]);
    assert_eq!(text(&pattern.stdout), "1 template: nothing found\n");
}

#[test]
fn what_was_named_and_cannot_be_used_is_an_error() {
    let folder = scratch("unusable");
    let locked = folder.join("locked.yaml");
    fs::write(&locked, "Resources: {}").unwrap();
    for (name, said) in [
        (
            "folder/package.json",
            "is no template: it has no section `Resources`",
        ),
        ("absent.yaml", "cannot read `absent.yaml`"),
        ("absent/*.yaml", "no file fits `absent/*.yaml`"),
        ("-x", "unexpected argument"),
    ] {
        let output = run(&[name, "good.json"]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        let message = text(&output.stderr);
        assert!(message.contains(said), "{message}");
        assert!(message.starts_with("error: "), "{message}");
    }
    // The others are checked all the same, and 2 goes before 1.
    let output = run(&["absent.yaml", "queue.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stdout);
    assert!(said.ends_with("; 1 file unusable\n"), "{said}");
    assert_eq!(count(&said, "E3034"), 1);
    let sarif = text(&run(&["absent.yaml", "--format", "sarif"]).stdout);
    assert!(sarif.contains("\"executionSuccessful\": false"), "{sarif}");
}

#[test]
fn standard_input_is_a_file() {
    let mut child = command(&["-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input
        .write_all(&fs::read(data().join("queue.yaml")).unwrap())
        .unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(text(&output.stdout).contains("--> <stdin>:8:"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn values_of_parameters_are_put_in() {
    let folder = scratch("parameters");
    let template = folder.join("queue.yaml");
    fs::write(
        &template,
        "Parameters:\n  Delay: { Type: Number }\nResources:\n  Queue:\n    Type: AWS::SQS::Queue\n    \
         Properties: { DelaySeconds: !Ref Delay }\n",
    )
    .unwrap();
    let values = folder.join("values.json");
    let check = |content: &str| {
        fs::write(&values, content).unwrap();
        let [template, values] = [&template, &values].map(|path| path.to_str().unwrap());
        run(&[template, "--parameters", values])
    };
    assert_eq!(check(r#"{"Delay": 900}"#).status.code(), Some(0));
    let list = r#"[{"ParameterKey": "Delay", "ParameterValue": "901"}]"#;
    let output = check(list);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    assert!(said.contains("queue.yaml:6:33"), "{said}");
    assert_eq!(count(&said, "E3034"), 1, "{said}");
    assert_eq!(count(&text(&check("{}").stdout), "E2900"), 1);
    let output = check("[1]");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("holds no values of parameters"));
}

#[test]
fn files_are_watched() {
    let folder = scratch("watch");
    let template = |name: &str, delay: u32| {
        let path = folder.join(name);
        // Written elsewhere and moved, as editors do, so that no half of it is read.
        let draft = folder.join("draft");
        let text = format!(
            "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: {{DelaySeconds: {delay}}}\n"
        );
        fs::write(&draft, text).unwrap();
        fs::rename(&draft, path).unwrap();
    };
    template("a.yaml", 5);
    let mut child = command(&["--watch", folder.to_str().unwrap()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut until = |end: &str| {
        let seen = lines
            .by_ref()
            .map(Result::unwrap)
            .find(|line| line.contains(end));
        assert!(seen.is_some(), "{end}");
    };
    until("1 template: nothing found");
    template("a.yaml", 5000);
    until("changed: ");
    until("error[E3034]");
    until("1 template: 1 error");
    template("b.yaml", 5);
    until("2 templates: 1 error");
    fs::remove_file(folder.join("a.yaml")).unwrap();
    until("a.yaml");
    until("1 template: nothing found");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(run(&["--watch", "-"]).status.code(), Some(2));
}

#[test]
fn a_template_silences_findings_with_a_reason() {
    let output = run(&["silenced.yaml"]);
    let said = text(&output.stdout);
    assert_eq!(count(&said, "E3034"), 0);
    assert_eq!(count(&said, "E3012"), 0);
    // `Third`, `Text` and `Delay` stay.
    assert_eq!(count(&said, "E3002"), 3);
    assert!(
        said.ends_with("1 template: 3 errors; 4 silenced\n"),
        "{said}"
    );
    let refused = text(&output.stderr);
    assert!(
        refused.contains("silenced.yaml: line 14: `ignore E3002` gives no reason"),
        "{refused}"
    );
    assert!(
        refused.contains("/Metadata/formwork/ignore: `ignore E3002` gives no reason"),
        "{refused}"
    );
}

#[test]
fn codes_are_ignored_and_severities_decide() {
    let output = run(&["queue.yaml", "--ignore", "E3034,E10", "--ignore", "E3002"]);
    let said = text(&output.stdout);
    assert_eq!(
        count(&said, "E3034") + count(&said, "E1020") + count(&said, "E3002"),
        0
    );
    let all = run(&["queue.yaml", "--ignore", "E,W,I"]);
    assert_eq!(text(&all.stdout), "1 template: nothing found\n");
    assert_eq!(all.status.code(), Some(0));
    let errors = run(&["queue.yaml", "--fail-on", "error"]);
    assert_eq!(errors.status.code(), Some(1));
}

#[test]
fn private_types_are_known_by_their_specification() {
    let folder = scratch("specification");
    let template = folder.join("fence.yaml");
    fs::write(
        &template,
        "Resources:\n  Fence:\n    Type: Acme::Garden::Fence\n    Properties: { Garden: UPPER, Posts: [] }\n",
    )
    .unwrap();
    let template = template.to_str().unwrap();
    let unknown = text(&run(&[template]).stdout);
    let known = run(&[template, "--specification", "../registry/fence.json"]);
    let said = text(&known.stdout);
    assert_eq!(count(&said, "E3031"), 1, "{said}");
    assert_eq!(count(&unknown, "E3031"), 0, "{unknown}");
    let broken = run(&[template, "--specification", "queue.yaml"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(text(&broken.stderr).contains("`queue.yaml` cannot be used"));
}

#[test]
fn facts_of_ones_own_are_laid_over_the_types() {
    let folder = scratch("own-facts");
    let (template, facts) = (folder.join("queue.yaml"), folder.join("facts.json"));
    let queue =
        "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: other }\n";
    fs::write(&template, queue).unwrap();
    let own = r#"{"typeName": "AWS::SQS::Queue", "values": [{"path": "/QueueName", "schema": {"enum": ["jobs"]},
        "because": "ours", "source": "https://wiki.example.com/queues", "asOf": "2026-10"}]}"#;
    fs::write(&facts, own).unwrap();
    let (template, facts) = (template.to_str().unwrap(), facts.to_str().unwrap());
    assert_eq!(run(&[template]).status.code(), Some(0));
    let said = text(&run(&[template, "--facts", facts]).stdout);
    assert_eq!(count(&said, "E3030"), 1, "{said}");
    // Of a type that is not there.
    fs::write(facts, own.replace("SQS::Queue", "SQS::Que")).unwrap();
    let broken = run(&[template, "--facts", facts]);
    assert_eq!(broken.status.code(), Some(2));
    let said = text(&broken.stderr);
    assert!(said.contains("facts.json:1:14 (/typeName)"), "{said}");
}

#[test]
fn many_files_come_in_their_order_and_a_reader_may_leave() {
    let folder = scratch("many");
    let template = fs::read_to_string(data().join("queue.yaml")).unwrap();
    for number in 0..200 {
        fs::write(folder.join(format!("{number:03}.yaml")), &template).unwrap();
    }
    let path = folder.to_str().unwrap();
    let once = run(&[path]);
    let said = text(&once.stdout);
    let places = said
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("--> "));
    let files: Vec<&str> = places.filter_map(|place| place.split(':').next()).collect();
    assert_eq!(files.len(), 800);
    assert!(files.is_sorted());
    assert!(said == text(&run(&[path]).stdout));

    let mut child = command(&[path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn colours_are_for_terminals() {
    assert!(!run(&["queue.yaml"]).stdout.contains(&0x1b));
    let forced = command(&["queue.yaml"])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    assert!(forced.stdout.contains(&0x1b));
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = scratch("locked");
    let locked = folder.join("locked");
    fs::create_dir(&locked).unwrap();
    fs::write(
        folder.join("good.json"),
        fs::read(data().join("good.json")).unwrap(),
    )
    .unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may do everything may do this, too.
    let is_allowed = fs::read_dir(&locked).is_ok();
    let output = run(&[folder.to_str().unwrap()]);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    if !is_allowed {
        assert!(text(&output.stderr).starts_with("error: cannot read the folder `"));
        assert_eq!(output.status.code(), Some(2));
    }
    assert!(text(&output.stdout).contains("1 template: nothing found"));
}
