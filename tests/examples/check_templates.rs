//! Checks template files, and says of each what is wrong with it, with line and column.
//!
//! ```sh
//! cargo run --example check_templates -- tests/corpus/templates/vpc.yaml
//! ```

use std::process::ExitCode;
use std::{env, fs};

use formwork::{Severity, Template, Types};

fn main() -> ExitCode {
    let files: Vec<String> = env::args().skip(1).collect();
    let types = Types::catalog();
    let mut errors = 0;
    for file in &files {
        let (report, found) = match fs::read_to_string(file) {
            Ok(text) => check(file, &text, &types),
            Err(error) => (format!("{file}: {error}"), 1),
        };
        println!("{report}");
        errors += found;
    }
    if errors == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The report about a file, and how many errors are in it.
pub(crate) fn check(file: &str, text: &str, types: &Types) -> (String, usize) {
    let template = match text.parse::<Template>() {
        Ok(template) => template.in_file(file),
        // It is not even a template.
        Err(found) => {
            let errors = found_errors(&found);
            return (found.in_file(file).to_string(), errors);
        }
    };
    let found = template.violations(types);
    if found.is_empty() {
        return (format!("{file}: nothing is wrong"), 0);
    }
    (found.to_string(), found_errors(&found))
}

fn found_errors(found: &formwork::Violations) -> usize {
    let errors = found.iter();
    errors
        .filter(|one| one.severity() == Severity::Error)
        .count()
}
