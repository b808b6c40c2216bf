//! What is tried, and what must hold of each answer.

use clap::ValueEnum;
use formwork::apigatewayv2::IntegrationResponse;
use formwork::{Json, Resource, Severity, Template, Violations};

use crate::seeds;

/// One reader of something from outside.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Target {
    /// A property object in JSON.
    DocumentJson,
    /// A property object in YAML.
    DocumentYaml,
    /// A template in either format.
    Template,
    /// A specification in any format.
    Specification,
    /// What stands between the parentheses of `resource!`.
    MacroInput,
    /// A pattern of a specification.
    Pattern,
    /// A patch of a specification.
    Patch,
}

impl Target {
    pub(crate) fn name(self) -> String {
        let value = self.to_possible_value();
        value
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default()
    }

    /// Inputs to begin with.
    pub(crate) fn seeds(self) -> Vec<Vec<u8>> {
        let texts = match self {
            Self::DocumentJson => seeds::JSON,
            Self::DocumentYaml => seeds::YAML,
            Self::Template => seeds::TEMPLATES,
            Self::Specification => seeds::SPECIFICATIONS,
            Self::MacroInput => seeds::CALLS,
            Self::Pattern => seeds::PATTERNS,
            Self::Patch => seeds::PATCHES,
        };
        texts.iter().map(|text| text.as_bytes().to_vec()).collect()
    }

    /// Tries an input: whether it was taken, or what does not hold.
    pub(crate) fn run(self, input: &[u8]) -> Result<bool, String> {
        let text = String::from_utf8_lossy(input);
        match self {
            Self::DocumentJson => document_json(&text),
            Self::DocumentYaml => document_yaml(&text),
            Self::Template => template(&text),
            Self::Specification => specification(input),
            Self::MacroInput => macro_input(&text),
            Self::Pattern => Ok(formwork_reads(&text)),
            Self::Patch => patch(input),
        }
    }
}

/// What is read is written and read again as the same; all that checks agree; nothing raw is printed.
fn document_json(text: &str) -> Result<bool, String> {
    if let Ok(json) = text.parse::<Json>() {
        let again = json.to_string().parse::<Json>();
        same(&json, again.as_ref().ok(), "JSON")?;
        #[allow(
            clippy::redundant_closure_for_method_calls,
            reason = "the error is of another type"
        )]
        let again = Json::from_yaml(&json.to_yaml()).ok();
        same(&json, again.as_ref(), "YAML")?;
    }
    agree(
        IntegrationResponse::from_json(text),
        &IntegrationResponse::check_json(text),
        |response| IntegrationResponse::from_json(&response.to_json()),
    )
}

fn document_yaml(text: &str) -> Result<bool, String> {
    if let Ok(json) = Json::from_yaml(text) {
        let again = Json::from_yaml(&json.to_yaml());
        same(&json, again.as_ref().ok(), "YAML")?;
    }
    agree(
        IntegrationResponse::from_yaml(text),
        &IntegrationResponse::check_yaml(text),
        |response| IntegrationResponse::from_yaml(&response.to_yaml()),
    )
}

fn agree(
    read: Result<IntegrationResponse, Violations>,
    checked: &Violations,
    again: impl Fn(&IntegrationResponse) -> Result<IntegrationResponse, Violations>,
) -> Result<bool, String> {
    let has_errors = checked.iter().any(|one| one.severity() == Severity::Error);
    match read {
        Ok(response) => {
            if has_errors {
                return Err(format!("read, but: {checked}"));
            }
            if response.validate().is_err() {
                return Err("read, but not valid".to_owned());
            }
            match again(&response) {
                Ok(same) if same == response => Ok(true),
                Ok(_) => Err("another value when it is read again".to_owned()),
                Err(problems) => Err(format!("refused when it is read again: {problems}")),
            }
        }
        Err(problems) => {
            printable(&problems.to_string())?;
            if problems.iter().any(|one| one.location().is_none()) {
                return Err(format!("a violation without a place: {problems}"));
            }
            Ok(false)
        }
    }
}

/// A template that is not edited is the text that was read, and equal data in both formats.
fn template(text: &str) -> Result<bool, String> {
    match Template::from_text(text) {
        Ok(template) => {
            if template.to_text() != text {
                return Err("another text without an edit".to_owned());
            }
            for written in [template.to_json(), template.to_yaml()] {
                match Template::from_text(&written) {
                    Ok(again) if again == template => {}
                    Ok(_) => return Err(format!("another template when read again:\n{written}")),
                    Err(problems) => return Err(format!("refused when read again: {problems}")),
                }
            }
            Ok(true)
        }
        Err(problems) => printable(&problems.to_string()).map(|()| false),
    }
}

/// What is read has facts that the runtime can read, and becomes Rust.
fn specification(input: &[u8]) -> Result<bool, String> {
    match formwork_specs::read(input) {
        Ok(spec) => {
            for resource in &spec.resources {
                let facts = formwork_specs::facts::text(resource);
                facts
                    .parse::<Json>()
                    .map_err(|error| format!("facts: {error}"))?;
            }
            Ok(true)
        }
        Err(problems) => printable(&problems.to_string()).map(|()| false),
    }
}

/// Whatever the call says, the answer is Rust.
fn macro_input(text: &str) -> Result<bool, String> {
    let Ok(tokens) = text.parse::<proc_macro2::TokenStream>() else {
        return Ok(false);
    };
    let answer = formwork_codegen::resource(tokens);
    let text = answer.to_string();
    if text.contains("mistake of its own") {
        return Err(format!("a panic inside: {text}"));
    }
    syn::parse2::<syn::File>(answer).map_err(|error| format!("no Rust: {error}\n{text}"))?;
    Ok(!text.contains("compile_error"))
}

/// Whether the matcher can read the pattern; that it can, or says no, is all that is asked.
fn formwork_reads(pattern: &str) -> bool {
    formwork::__private::reads(pattern.to_owned().leak())
}

fn patch(input: &[u8]) -> Result<bool, String> {
    let specification = seeds::SPECIFICATIONS.first().map_or("", |text| text);
    match formwork_specs::read_patched(specification.as_bytes(), input, &|_| true) {
        Ok(_) => Ok(true),
        Err(
            formwork_specs::PatchedError::Patch(problems)
            | formwork_specs::PatchedError::Specification(problems),
        ) => printable(&problems.to_string()).map(|()| false),
    }
}

fn same(json: &Json, again: Option<&Json>, format: &str) -> Result<(), String> {
    if again == Some(json) {
        Ok(())
    } else {
        Err(format!(
            "another value when written as {format} and read again"
        ))
    }
}

/// Nothing that a terminal would obey reaches the reader of a report.
fn printable(report: &str) -> Result<(), String> {
    let is_raw = |letter: &char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    match report.chars().find(is_raw) {
        Some(letter) => Err(format!("a report with {letter:?} in it: {report:?}")),
        None => Ok(()),
    }
}
