//! The constructs of real files that once were taken wrongly: the table in `tests/corpus/constructs/README.md` says of
//! each whether it is read, warned of or refused, with the rule and the place, and is held here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use formwork::{Template, Types, Violations};
use formwork_specs::{Problem, Severity};

/// One line of the table.
struct Row {
    number: usize,
    /// A file beside the table, or tests of what no file can hold, as a path from the folder of the tests.
    file: String,
    /// What is said of the file.
    verdict: String,
}

const LAST: usize = 30;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/constructs")
}

/// The lines of the table that begin with a number.
fn table() -> Vec<Row> {
    let page = fs::read_to_string(folder().join("README.md")).unwrap();
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let [_, number, _, file, verdict, _] = cells.as_slice() else {
            return None;
        };
        Some(Row {
            number: number.parse().ok()?,
            file: file.trim_matches('`').to_owned(),
            verdict: (*verdict).to_owned(),
        })
    });
    rows.collect()
}

/// `E3002 at 18:19; warning E3040 at 6:7`, or `read`.
fn of_template(found: &Violations) -> String {
    let said = found.iter().map(|one| {
        let severity = match one.severity() {
            formwork::Severity::Error => "",
            formwork::Severity::Warning => "warning ",
        };
        match one.location() {
            Some(at) => format!("{severity}{} at {}:{}", one.code(), at.line, at.column),
            None => format!("{severity}{} nowhere", one.code()),
        }
    });
    all(said)
}

/// `error at 4:15; warning at 5:16`, or `read`.
fn of_specification<'p>(found: impl Iterator<Item = &'p Problem>) -> String {
    all(found.map(|one| {
        let severity = match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let at = one
            .location
            .map_or("nowhere".to_owned(), |at| format!("at {at}"));
        format!("{severity} {at}")
    }))
}

fn all(said: impl Iterator<Item = String>) -> String {
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        "read".to_owned()
    } else {
        said.join("; ")
    }
}

fn template(text: &str, types: &Types) -> String {
    let template = match Template::from_text(text) {
        Ok(template) => template,
        Err(found) => return of_template(&found),
    };
    assert_eq!(template.to_text(), text);
    let json = template.to_json();
    assert_eq!(Template::from_json(&json).unwrap(), template);
    if text.starts_with('{') && !text.contains("\\u") {
        // Numbers, too, as they were written.
        let compact: String = text.split_whitespace().collect();
        let again: String = json.split_whitespace().collect();
        assert_eq!(again, compact);
    }
    let found = template.violations(types);
    // What is printed of a report is the report, and nothing in it can steer a terminal.
    let report = found.to_string();
    assert_eq!(format!("{found:?}"), report);
    assert!(
        !report.contains(|letter: char| letter.is_control() && letter != '\n'),
        "{report:?}"
    );
    of_template(&found)
}

fn specification(text: &str) -> String {
    match formwork_specs::read(text.as_bytes()) {
        Ok(mut spec) => {
            formwork_specs::locate(text.as_bytes(), &mut spec.warnings);
            of_specification(spec.warnings.iter())
        }
        Err(problems) => of_specification(problems.iter()),
    }
}

/// A patch over a specification of the table.
fn patch(text: &str) -> String {
    let specification = fs::read(folder().join("04-reference-against-type.schema.json")).unwrap();
    let read = formwork_specs::read_patched(&specification, text.as_bytes(), &|_| true);
    match read {
        Err(formwork_specs::PatchedError::Patch(problems)) => of_specification(problems.iter()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_construct_is_taken_as_the_table_says() {
    let types = Types::catalog();
    let mut wrong = Vec::new();
    for Row {
        number,
        file,
        verdict,
    } in table()
    {
        if let Some(test) = file.strip_prefix("../../") {
            let test = Path::new(env!("CARGO_MANIFEST_DIR")).join(test);
            assert!(test.is_file(), "{number}: {}", test.display());
            continue;
        }
        let text = fs::read_to_string(folder().join(&file)).unwrap();
        let found = if file.ends_with(".schema.json") || file.ends_with(".table.json") {
            specification(&text)
        } else if file.ends_with(".patch.json") {
            patch(&text)
        } else {
            template(&text, &types)
        };
        if found != verdict {
            wrong.push(format!("{number} {file}: {found}, not {verdict}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn limits_behind_references_and_of_elements_are_data() {
    let text = fs::read_to_string(folder().join("29-limits.schema.json")).unwrap();
    let types = Types::new().with_specification(&text).unwrap();
    let gnome = types.get("Acme::Garden::Gnome").unwrap();
    let limits = |name: &str| {
        let mut properties = gnome.spec().properties.iter();
        properties
            .find(|property| property.name == name)
            .unwrap()
            .constraints
    };
    let (name, tags) = (limits("Name"), limits("Tags"));
    assert_eq!((name.min_length, name.max_length), (Some(3), Some(20)));
    assert_eq!(tags.max_items, Some(50));
    let element = tags.elements.unwrap();
    assert_eq!(
        (element.min_length, element.max_length),
        (Some(3), Some(20))
    );
}

#[test]
fn each_construct_and_each_file_is_in_the_table() {
    let table = table();
    let numbers: BTreeSet<_> = table.iter().map(|row| row.number).collect();
    assert_eq!(numbers, (1..=LAST).collect());
    let files = fs::read_dir(folder()).unwrap();
    for file in files.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        let row = table.iter().find(|row| row.file == file);
        let number = row.map(|row| row.number);
        let named: Option<usize> = file.get(..2).and_then(|number| number.parse().ok());
        assert_eq!(number, named, "{file}");
    }
}
