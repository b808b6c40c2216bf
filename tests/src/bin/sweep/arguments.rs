//! What the user asks for.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use formwork_tests::sweep::parallel;

#[derive(Parser)]
#[command(
    name = "sweep",
    about = "Puts every published type through the generator and says what became of it."
)]
pub(crate) struct Arguments {
    /// What to do; expansion and facts if nothing is said.
    pub(crate) steps: Vec<Step>,
    /// A Resource Specification whose types are expanded as well.
    #[arg(long, value_name = "FILE")]
    pub(crate) resource_specification: Vec<PathBuf>,
    /// A folder of registry schemas whose types are expanded as well.
    #[arg(long, value_name = "DIR")]
    pub(crate) registry: Option<PathBuf>,
    /// Leaves the catalog out.
    #[arg(long)]
    pub(crate) without_catalog: bool,
    /// Only types whose names match; `*` stands for any text. Also given several times.
    #[arg(long, value_name = "GLOB")]
    pub(crate) only: Vec<String>,
    /// How many types a crate holds.
    #[arg(long, default_value_t = 40)]
    pub(crate) batch: usize,
    /// How much is done at once.
    #[arg(long, default_value_t = parallel::processors())]
    pub(crate) jobs: usize,
    /// How many crates are passed over, to go on where a run was stopped.
    #[arg(long, default_value_t = 0)]
    pub(crate) skip: usize,
    /// Where crates and results are kept; else in the folder for temporary files.
    #[arg(long, value_name = "DIR")]
    pub(crate) work: Option<PathBuf>,
    /// Writes `tests/catalog/names.txt` anew.
    #[arg(long)]
    pub(crate) write_names: bool,
    /// Prints the time of expansion over types of growing size, and does nothing else.
    #[arg(long)]
    pub(crate) curve: bool,
    /// A second process with the specifications in that folder.
    #[arg(long, hide = true)]
    pub(crate) inside: Option<PathBuf>,
    /// A second process that expands one call and says what it took.
    #[arg(long, hide = true)]
    pub(crate) call: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// Expands each type.
    Expand,
    /// Compares what arrives with what the specification says.
    Facts,
    /// Compiles the types under strict lints.
    Compile,
    /// Documents them with warnings denied.
    Document,
}

impl Arguments {
    /// Whether a step was asked for.
    pub(crate) fn does(&self, step: Step) -> bool {
        if self.steps.is_empty() {
            return matches!(step, Step::Expand | Step::Facts);
        }
        self.steps.contains(&step)
    }

    /// Whether a type was asked for.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|glob| matches(glob, name))
    }
}

/// Whether a name matches a pattern in which `*` stands for any text.
fn matches(glob: &str, name: &str) -> bool {
    let Some((first, rest)) = glob.split_once('*') else {
        return glob == name;
    };
    let Some(name) = name.strip_prefix(first) else {
        return false;
    };
    let mut places = (0..=name.len()).filter_map(|at| name.get(at..));
    places.any(|tail| matches(rest, tail))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn globs() {
        assert!(matches("AWS::*::Queue*", "AWS::SQS::QueuePolicy"));
        assert!(matches("*", ""));
        assert!(!matches("AWS::SQS", "AWS::SQS::Queue"));
        assert!(!matches("AWS::*x", "AWS::SQS::Queue"));
    }
}
