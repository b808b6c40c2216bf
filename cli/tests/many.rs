//! `formwork check` over hundreds of files: templates, and what is left of templates after accidents.
//!
//! Each template of `tests/corpus/templates` is written as it is, and with lines lost, doubled, swapped, moved
//! or cut off, and characters exchanged. No file is a reason to fail, whatever is in it.

mod shared;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use formwork::Json;

/// How many accidents befall each template.
const ACCIDENTS: usize = 7;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = shared::formwork(folder, &[&["check"], arguments].concat());
    command.output().unwrap()
}

/// The folder of templates, and how many files are in it.
fn folder(test: &str) -> (PathBuf, usize) {
    let folder = shared::scratch("many", test);
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus/templates");
    let mut paths: Vec<PathBuf> = fs::read_dir(corpus)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    let mut count = 0;
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for path in paths {
        let template = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        fs::write(folder.join(name), &template).unwrap();
        for accident in 0..ACCIDENTS {
            fs::write(
                folder.join(format!("{accident}-{name}")),
                random.damaged(&template, accident),
            )
            .unwrap();
        }
        count += 1 + ACCIDENTS;
    }
    (folder, count)
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).unwrap()
    }

    fn damaged(&mut self, text: &str, accident: usize) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let (one, other) = (self.below(lines.len()), self.below(lines.len()));
        match accident {
            0 => drop(lines.remove(one)),
            1 => lines.insert(one, lines[other].clone()),
            2 => lines.swap(one, other),
            3 => lines.truncate(one + 1),
            4 => lines[one].insert_str(0, ["  ", " ", "\t", "- "][self.below(4)]),
            5 => {
                const ODD: [&str; 8] = [
                    "\u{7}",
                    "\u{202e}",
                    "{",
                    "]",
                    "\"",
                    "!Ref ",
                    "&a ",
                    "\u{1F600}",
                ];
                let place = lines[one].char_indices().map(|(place, _)| place);
                let places: Vec<usize> = place.collect();
                let place = places.get(self.below(places.len())).copied().unwrap_or(0);
                let odd = ODD[self.below(ODD.len())];
                lines[one].insert_str(place, odd);
            }
            _ => {
                let line = lines[one].clone();
                let (start, value) = line.split_once(':').unwrap_or((&line, ""));
                let value = value.trim_start().chars().rev().collect::<String>();
                lines[one] = format!("{start}: {value}");
            }
        }
        lines.join("\n")
    }
}

fn json(output: &Output) -> Json {
    let text = str::from_utf8(&output.stdout).unwrap();
    let is_raw = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
    assert!(!text.contains(is_raw), "something is printed raw");
    assert_eq!(str::from_utf8(&output.stderr), Ok(""));
    text.parse().unwrap()
}

#[track_caller]
fn text<'a>(json: &'a Json, pointer: &str) -> &'a str {
    json.pointer(pointer).and_then(Json::as_str).unwrap()
}

#[track_caller]
fn list<'a>(json: &'a Json, pointer: &str) -> &'a [Json] {
    json.pointer(pointer).and_then(Json::as_array).unwrap()
}

#[track_caller]
fn number(json: &Json, pointer: &str) -> u64 {
    json.pointer(pointer).and_then(Json::as_u64).unwrap()
}

#[test]
fn no_file_is_a_reason_to_fail() {
    let (folder, count) = folder("verdicts");
    assert!(count >= 300, "{count}");
    let output = run(&folder, &[".", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output);
    let files = list(&report, "/files");
    let passed_over = number(&report, "/totals/passedOver");
    assert_eq!(files.len() as u64 + passed_over, count as u64);
    let mut verdicts: BTreeMap<bool, Vec<&str>> = BTreeMap::new();
    let mut errors = 0;
    for file in files {
        assert_eq!(text(file, "/status"), "checked");
        let findings = list(file, "/findings");
        errors += findings
            .iter()
            .filter(|one| text(one, "/severity") == "error")
            .count();
        for finding in findings {
            assert!(!text(finding, "/message").is_empty());
            assert!(number(finding, "/line") >= 1 && number(finding, "/column") >= 1);
        }
        let verdict = findings.is_empty();
        verdicts
            .entry(verdict)
            .or_default()
            .push(text(file, "/file"));
    }
    assert_eq!(number(&report, "/totals/errors"), errors as u64);
    // Alone, a file is found as right as among others.
    for (is_right, names) in verdicts {
        assert!(names.len() > 10, "{is_right}: {}", names.len());
        for name in names.iter().step_by(names.len() / 10) {
            let code = run(&folder, &[name]).status.code();
            assert_eq!(code, Some(i32::from(!is_right)), "{name}");
        }
    }
}

/// What the standard demands of the members that are written; code scanning demands the places.
#[test]
fn code_scanning_gets_what_its_format_demands() {
    let (folder, _) = folder("sarif");
    let log = json(&run(&folder, &[".", "--format", "sarif"]));
    assert_eq!(text(&log, "/version"), "2.1.0");
    let [run] = list(&log, "/runs") else {
        panic!("one run");
    };
    assert_eq!(text(run, "/tool/driver/name"), "formwork");
    let rules = list(run, "/tool/driver/rules");
    let results = list(run, "/results");
    assert!(results.len() > 300, "{}", results.len());
    for result in results {
        let rule = usize::try_from(number(result, "/ruleIndex")).unwrap();
        assert_eq!(text(&rules[rule], "/id"), text(result, "/ruleId"));
        assert!(matches!(text(result, "/level"), "error" | "warning"));
        assert!(!text(result, "/message/text").is_empty());
        let [location] = list(result, "/locations") else {
            panic!("one place");
        };
        let place = "/physicalLocation/artifactLocation/uri";
        assert!(folder.join(text(location, place)).is_file());
        for number_of in ["startLine", "startColumn"] {
            let pointer = format!("/physicalLocation/region/{number_of}");
            assert!(number(location, &pointer) >= 1);
        }
    }
}
