//! `formwork plan`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum, ValueHint};
use formwork::template::{ParameterValues, ResourcePlan, TemplatePlan};
use formwork::{Interruption, Outcome};

use crate::input::text::Input;
use crate::input::{git, parameters, template, text, types};
use crate::output::visible::visible_json;
use crate::stop::Stop;

const USAGE: &str = "formwork plan [OPTIONS] OLD NEW\n       formwork plan [OPTIONS] --git REV NEW";

const EXAMPLES: &str = "\
Examples:
  formwork plan deployed.yaml template.yaml
  formwork plan --git main template.yaml
  formwork plan --git HEAD~1 template.yaml --format markdown
  formwork plan --git main template.yaml --fail-on replace,data-loss

Exit codes: 0 all went well, 1 the plan holds what `--fail-on` names, 2 an argument or file could not be used.";

/// Says what CloudFormation will do to a stack that is updated from one template to another
///
/// Nothing is asked of AWS: resources that are added, removed, changed or replaced follow from the
/// templates and from what is published and known of each type. A replaced resource gives other values,
/// which may replace those that refer to it. What cannot be known is taken at its worst.
#[derive(Args)]
#[command(after_help = EXAMPLES, override_usage = USAGE)]
pub(crate) struct Arguments {
    /// The template as it is deployed, and the new one; with `--git` only the new one
    #[arg(value_name = "TEMPLATE", required = true, num_args = 1..=2, value_hint = ValueHint::FilePath)]
    files: Vec<PathBuf>,
    /// Compare with the file as it was at a revision: a branch, a tag, a commit
    #[arg(long, value_name = "REV")]
    git: Option<String>,
    /// How to write the plan
    #[arg(long, short, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Values of parameters, in JSON or YAML: names and values, or the list that the AWS CLI takes
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    parameters: Option<PathBuf>,
    /// Values of parameters before the update, where they differ
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    old_parameters: Option<PathBuf>,
    /// Take the default of each parameter for which no value is given
    #[arg(long)]
    defaults: bool,
    /// Specification of private types, in either published format; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    specification: Vec<PathBuf>,
    /// Facts that no specification states, as `facts = "…"` in Rust; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    facts: Vec<PathBuf>,
    /// What makes the exit code 1, separated by commas
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    fail_on: Vec<FailOn>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// For a pull request
    Markdown,
    /// For a program
    Json,
    /// A picture that GitHub and GitLab draw
    Mermaid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Anything changes
    Change,
    /// A resource is or may be replaced, or its update refused
    Replace,
    /// An update is refused
    Refused,
    /// Data is or may be lost
    DataLoss,
    /// A resource is or may be interrupted
    Interruption,
}

/// Plans it.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let (old, new) = inputs(&arguments.files, arguments.git.as_deref())?;
    let types = types::with(&arguments.specification, &arguments.facts)?;
    let values = values(arguments)?;
    let (old, new) = (template::of(&old)?, template::of(&new)?);
    let plan = old.plan_update_with(&new, &types, &values);
    let text = match arguments.format {
        Format::Text => plan.to_string(),
        Format::Markdown => plan.to_markdown(),
        Format::Json => visible_json(&format!("{:#}", plan.to_json())).into_owned(),
        Format::Mermaid => plan.to_mermaid(),
    };
    writeln!(out, "{}", text.trim_end())?;
    let fails = arguments.fail_on.iter().any(|what| what.holds(&plan));
    Ok(if fails {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Both templates.
fn inputs(files: &[PathBuf], revision: Option<&str>) -> Result<(Input, Input), Stop> {
    let read = |path: &Path| text::read(path).map_err(Stop::Unusable);
    match (files, revision) {
        ([old, new], None) => {
            if [old, new]
                .iter()
                .all(|path| path.as_os_str() == text::STDIN)
            {
                return Err(Stop::unusable("standard input is one template, not two"));
            }
            Ok((read(old)?, read(new)?))
        }
        ([new], Some(revision)) => {
            let old = git::read(revision, new).map_err(Stop::Unusable)?;
            Ok((old, read(new)?))
        }
        (_, None) => Err(Stop::unusable(
            "one template is given, and a plan is made from two\n\
             help: name the deployed template before the new one, or a revision with `--git`",
        )),
        (_, Some(_)) => Err(Stop::unusable(
            "with `--git` one template is given: the other is the same file at the revision",
        )),
    }
}

fn values(arguments: &Arguments) -> Result<ParameterValues, Stop> {
    let mut values = ParameterValues::new();
    if let Some(path) = &arguments.parameters {
        for (name, value) in parameters::read(path)? {
            values = values.both(name, value);
        }
    }
    if let Some(path) = &arguments.old_parameters {
        for (name, value) in parameters::read(path)? {
            values = values.before(name, value);
        }
    }
    Ok(if arguments.defaults {
        values.with_defaults()
    } else {
        values
    })
}

impl FailOn {
    fn holds(self, plan: &TemplatePlan) -> bool {
        match self {
            Self::Change => !plan.is_empty(),
            Self::Replace => plan.outcome() >= Some(Outcome::MayReplace),
            Self::Refused => plan.outcome() >= Some(Outcome::Refused),
            Self::DataLoss => plan.resources().iter().any(ResourcePlan::loses_data),
            Self::Interruption => plan.interruption() > Interruption::None,
        }
    }
}
