//! `formwork plan`, as a person or a pipeline uses it.
//!
//! Expected outputs stand in `tests/data/plan`; with the variable `FORMWORK_BLESS` set they are
//! written anew, to be read in the difference.

mod shared;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use shared::text;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/plan")
}

fn command(arguments: &[&str]) -> Command {
    shared::formwork(&data(), &[&["plan"], arguments].concat())
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn scratch(test: &str) -> PathBuf {
    shared::scratch("plan", test)
}

#[track_caller]
fn expect(name: &str, actual: &str) {
    shared::expect(&data().join(name), actual);
}

#[test]
fn a_plan_is_written_in_every_format() {
    for (format, name) in [
        ("text", "plan.txt"),
        ("markdown", "plan.md"),
        ("json", "plan.json"),
        ("mermaid", "plan.mermaid"),
    ] {
        let output = run(&["old.yaml", "new.yaml", "--format", format]);
        assert_eq!(text(&output.stderr), "", "{format}");
        assert_eq!(output.status.code(), Some(0), "{format}");
        expect(name, &text(&output.stdout));
    }
}

#[test]
fn nothing_changes_between_equal_templates() {
    let output = run(&[
        "old.yaml",
        "old.yaml",
        "--fail-on",
        "change,replace,refused,data-loss,interruption",
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout).lines().count(), 1);
}

#[test]
fn the_exit_code_says_what_was_asked() {
    let code = |files: [&str; 2], fail_on: &str| {
        run(&[files[0], files[1], "--fail-on", fail_on])
            .status
            .code()
    };
    for (fail_on, expected) in [
        ("change", 1),
        ("replace", 1),
        ("refused", 0),
        ("data-loss", 1),
        ("interruption,replace", 1),
    ] {
        assert_eq!(
            code(["old.yaml", "new.yaml"], fail_on),
            Some(expected),
            "{fail_on}"
        );
    }
    let folder = scratch("codes");
    let mild = folder.join("mild.yaml");
    let old = fs::read_to_string(data().join("old.yaml")).unwrap();
    fs::write(&mild, old.replace("DelaySeconds: 5", "DelaySeconds: 7")).unwrap();
    let mild = mild.to_str().unwrap();
    for (fail_on, expected) in [("change", 1), ("replace,data-loss,interruption,refused", 0)] {
        assert_eq!(
            code(["old.yaml", mild], fail_on),
            Some(expected),
            "{fail_on}"
        );
    }
}

#[test]
fn values_of_parameters_decide_conditions() {
    let folder = scratch("parameters");
    let file = folder.join("values.json");
    let table = |values: &str, more: &[&str]| {
        fs::write(&file, values).unwrap();
        let arguments = [
            "old.yaml",
            "new.yaml",
            "--format",
            "json",
            "--parameters",
            file.to_str().unwrap(),
        ];
        let output = run(&[&arguments[..], more].concat());
        assert_eq!(text(&output.stderr), "");
        text(&output.stdout).contains("\"logicalId\": \"Table\"")
    };
    assert!(table(r#"{"Stage": "prod"}"#, &[]));
    assert!(!table(r#"{"Stage": "dev"}"#, &[]));
    let list = r#"[{"ParameterKey": "Stage", "ParameterValue": "prod"}]"#;
    assert!(table(list, &[]));
    assert!(!table("{}", &["--defaults"]));
    let before = folder.join("before.yaml");
    fs::write(&before, "Stage: prod\n").unwrap();
    assert!(table(
        r#"{"Stage": "dev"}"#,
        &["--old-parameters", before.to_str().unwrap()]
    ));

    fs::write(&file, "[1]").unwrap();
    let refused = run(&[
        "old.yaml",
        "new.yaml",
        "--parameters",
        file.to_str().unwrap(),
    ]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("holds no values of parameters"));
}

/// Runs git in a folder, without what the user has set; false where there is no git.
fn git(folder: &Path, arguments: &[&str]) -> bool {
    let identity = [
        "-c",
        "user.name=Gnome",
        "-c",
        "user.email=gnome@example.com",
    ];
    let output = Command::new("git")
        .args(identity)
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn a_revision_is_the_old_template() {
    let folder = scratch("git");
    fs::create_dir(folder.join("stacks")).unwrap();
    let file = folder.join("stacks/a b.yaml");
    fs::copy(data().join("old.yaml"), &file).unwrap();
    if !git(&folder, &["init", "--quiet", "."]) {
        return;
    }
    assert!(git(&folder, &["add", "."]));
    assert!(git(&folder, &["commit", "--quiet", "--message", "one"]));
    fs::copy(data().join("new.yaml"), &file).unwrap();
    let path = file.to_str().unwrap();
    let expected = text(&run(&["old.yaml", "new.yaml"]).stdout);
    assert_eq!(text(&run(&["--git", "HEAD", path]).stdout), expected);
    let within = command(&["--git", "HEAD", "a b.yaml"])
        .current_dir(folder.join("stacks"))
        .output()
        .unwrap();
    assert_eq!(text(&within.stdout), expected);
    for (revision, said) in [
        ("nowhere", "at the revision `nowhere`: "),
        ("--output=x", "no revision is called like that"),
        ("", "no revision is called like that"),
    ] {
        let output = run(&[&format!("--git={revision}"), path]);
        assert_eq!(output.status.code(), Some(2), "{revision}");
        let message = text(&output.stderr);
        assert!(
            message.starts_with("error: cannot read `") && message.contains(said),
            "{message}"
        );
    }
    assert!(!Path::new("x").exists());
}

#[test]
fn what_is_no_pair_of_templates_is_told() {
    for (arguments, said) in [
        (&["old.yaml"][..], "a plan is made from two"),
        (
            &["old.yaml", "new.yaml", "--git", "HEAD"],
            "with `--git` one template is given",
        ),
        (&["-", "-"], "standard input is one template"),
        (&["old.yaml", "absent.yaml"], "cannot read `absent.yaml`"),
        (
            &["old.yaml", "plan.txt"],
            "`plan.txt` cannot be read as a template",
        ),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(text(&output.stdout), "");
        let message = text(&output.stderr);
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn nothing_from_a_template_reaches_the_terminal_raw() {
    let folder = scratch("hostile");
    let template = |value: &str| {
        format!(
            "{{\"Resources\": {{\"A\\u001b[31m\": {{\"Type\": \"Custom::\\u202eX\", \
             \"Properties\": {{\"P\\u0007\": \"{value}\\u001b[2J\"}}}}}}}}"
        )
    };
    let paths = ["old", "new"].map(|name| {
        let path = folder.join(name);
        fs::write(&path, template(name)).unwrap();
        path.to_str().unwrap().to_owned()
    });
    for format in ["text", "markdown", "json", "mermaid"] {
        let output = run(&[&paths[0], &paths[1], "--format", format]);
        let said = text(&output.stdout) + &text(&output.stderr);
        let is_raw = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(!said.contains(is_raw), "{format}: {said:?}");
    }
}

#[test]
fn facts_of_ones_own_are_laid_over_the_types() {
    let folder = scratch("facts");
    let facts = folder.join("queue.json");
    let own = r#"{
  "typeName": "AWS::SQS::Queue",
  "rules": [{"path": "/DelaySeconds", "outcome": "refused", "because": "we said so",
    "source": "https://wiki.example.com/queues", "asOf": "2026-10"}]
}"#;
    fs::write(&facts, own).unwrap();
    let file = facts.to_str().unwrap();
    let plan =
        |more: &[&str]| run(&[&["old.yaml", "new.yaml", "--fail-on", "refused"], more].concat());
    assert_eq!(plan(&[]).status.code(), Some(0));
    let output = plan(&["--facts", file]);
    assert_eq!(output.status.code(), Some(1));
    let found = text(&output.stdout);
    assert!(
        found.contains("because we said so (https://wiki.example.com/queues, 2026-10)"),
        "{found}"
    );
    // A mistake is shown where it stands.
    fs::write(&facts, own.replace("/DelaySeconds", "/Delay")).unwrap();
    let output = plan(&["--facts", file]);
    assert_eq!(output.status.code(), Some(2));
    let found = String::from_utf8(output.stderr).unwrap();
    assert!(found.contains("queue.json:3:22 (/rules/0/path)"), "{found}");
}
