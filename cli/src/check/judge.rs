//! One file: whether it is a template, and what is wrong with it.

use formwork::template::ParameterValues;
use formwork::{Severity, Template, Types, Violations};

use super::silence;
use crate::input::text;
use crate::input::walk::Candidate;
use crate::output::visible::named;

/// What became of a file.
#[derive(Debug)]
pub(crate) struct Report {
    /// The path as it was given, or `<stdin>`.
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
}

/// What became of a file.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It was checked.
    Checked(Checked),
    /// It came from a folder, and is no template.
    PassedOver,
    /// It cannot be used, in one sentence.
    Unusable(String),
}

/// A template that was checked.
#[derive(Debug)]
pub(crate) struct Checked {
    /// What is wrong.
    pub(crate) found: Violations,
    /// How many findings the template silences.
    pub(crate) silenced: usize,
    /// Silences that are not followed, in words.
    pub(crate) refused: Vec<String>,
}

/// How findings are asked for.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Codes, or beginnings of codes, that are not reported.
    pub(crate) ignored: Vec<String>,
    /// Values of parameters, where they are known.
    pub(crate) values: Option<ParameterValues>,
}

/// Reads and checks a file.
pub(crate) fn judge(candidate: &Candidate, types: &Types, options: &Options) -> Report {
    let path = &candidate.path;
    match text::read(path) {
        Ok(input) => Report {
            outcome: of_text(&input.name, &input.text, candidate.is_named, types, options),
            name: input.name,
        },
        Err(message) => Report {
            name: path.to_string_lossy().into_owned(),
            outcome: Outcome::Unusable(message),
        },
    }
}

fn of_text(name: &str, text: &str, is_named: bool, types: &Types, options: &Options) -> Outcome {
    if !is_named && !text.contains("Resources") {
        return Outcome::PassedOver;
    }
    let (template, mut found) = match Template::from_text(text) {
        Ok(template) => {
            let template = template.in_file(name);
            if !has_resources(&template) {
                return no_template(name, is_named);
            }
            let found = match &options.values {
                Some(values) => template.violations_with(types, values),
                None => template.violations(types),
            };
            (Some(template), found)
        }
        // A file of a folder that cannot be read may be anything.
        Err(_) if !is_named && !looks_like_a_template(text) => return Outcome::PassedOver,
        Err(found) => (None, found.in_file(name)),
    };
    let (silenced, refused) = silence::apply(text, template.as_ref(), &mut found);
    found.retain(|violation| {
        let code = violation.code();
        !options
            .ignored
            .iter()
            .any(|ignored| code.starts_with(ignored.as_str()))
    });
    Outcome::Checked(Checked {
        found,
        silenced,
        refused,
    })
}

fn has_resources(template: &Template) -> bool {
    template.resources().next().is_some()
        || template.get("/Resources").is_some()
        || template.get("/AWSTemplateFormatVersion").is_some()
}

fn looks_like_a_template(text: &str) -> bool {
    text.contains("AWSTemplateFormatVersion") || text.contains("AWS::")
}

fn no_template(name: &str, is_named: bool) -> Outcome {
    if !is_named {
        return Outcome::PassedOver;
    }
    Outcome::Unusable(format!(
        "{} is no template: it has no section `Resources`",
        named(name.as_ref())
    ))
}

impl Checked {
    /// How many findings there are of that severity, unlisted ones as errors.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        let listed = self.found.iter().filter(|one| one.severity() == severity);
        let unlisted = if severity == Severity::Error {
            self.found.unlisted()
        } else {
            0
        };
        listed.count() + unlisted
    }
}
