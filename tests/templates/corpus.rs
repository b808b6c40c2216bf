//! Templates of our own, in the manner of real ones: nothing is wrong with them, and nothing of them is lost.

use std::fs;
use std::path::{Path, PathBuf};

use formwork::{Severity, Template, Types};

/// The templates of the corpus, with their texts.
fn corpus() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/templates");
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            (path, text)
        })
        .collect();
    all.sort();
    assert!(all.len() >= 60, "{} templates", all.len());
    all
}

fn read(path: &Path, text: &str) -> Template {
    match text.parse() {
        Ok(template) => template,
        Err(found) => panic!("{}: {found}", path.display()),
    }
}

#[test]
fn nothing_is_wrong_with_them() {
    let types = Types::catalog();
    for (path, text) in corpus() {
        let template = read(&path, &text);
        if let Err(found) = template.check(&types) {
            panic!("{}: {found}", path.display());
        }
        let warnings = template.violations(&types);
        let warnings: Vec<_> = warnings.iter().map(formwork::Violation::message).collect();
        // Words of YAML that some readers take for booleans stand in working templates.
        let is_word = |message: &String| message.contains("without quotes");
        assert!(
            warnings.iter().all(is_word),
            "{}: {warnings:?}",
            path.display()
        );
    }
}

#[test]
fn nothing_of_them_is_lost() {
    for (path, text) in corpus() {
        let template = read(&path, &text);
        let (json, yaml) = (template.to_json(), template.to_yaml());
        let from_json = Template::from_json(&json).unwrap();
        let from_yaml = Template::from_yaml(&yaml).unwrap();
        for again in [&from_json, &from_yaml] {
            assert_eq!(*again, template, "{}", path.display());
            // Also the order of members and the text of numbers.
            assert_eq!(again.to_json(), json, "{}", path.display());
            assert_eq!(again.to_yaml(), yaml, "{}", path.display());
        }
        // JSON, YAML, JSON.
        let there = Template::from_json(&json).unwrap().to_yaml();
        assert_eq!(
            Template::from_yaml(&there).unwrap().to_json(),
            json,
            "{}",
            path.display()
        );
        assert_eq!(template.to_text(), text, "{}", path.display());
    }
}

#[test]
fn what_is_written_is_found_as_right_as_what_was_read() {
    let types = Types::catalog();
    for (path, text) in corpus() {
        let template = read(&path, &text);
        for again in [template.to_json(), template.to_yaml()] {
            let again = read(&path, &again).violations(&types);
            let errors = again.iter().filter(|one| one.severity() == Severity::Error);
            assert_eq!(errors.count(), 0, "{}: {again}", path.display());
        }
    }
}

#[test]
fn an_update_to_itself_changes_nothing() {
    let types = Types::catalog();
    for (path, text) in corpus() {
        let template = read(&path, &text);
        let plan = template.plan_update(&template, &types);
        assert!(plan.is_empty(), "{}: {plan}", path.display());
        let written = read(&path, &template.to_yaml());
        let plan = template.plan_update(&written, &types);
        assert!(plan.is_empty(), "{}: {plan}", path.display());
    }
}

#[test]
fn updates_between_them_are_planned_without_a_panic() {
    let types = Types::catalog();
    let all: Vec<Template> = corpus()
        .iter()
        .map(|(path, text)| read(path, text))
        .collect();
    for pair in all.windows(2) {
        let [old, new] = pair else { continue };
        let plan = old.plan_update(new, &types);
        let text = format!(
            "{plan}{}{}{}",
            plan.to_markdown(),
            plan.to_mermaid(),
            plan.to_json()
        );
        assert!(
            !plan.is_empty() && !text.contains(['\u{F8F0}', '\u{F8F2}', '\u{F8F3}']),
            "{text}"
        );
    }
}
