//! From the text of a specification to types.

use std::sync::{Arc, OnceLock};

use formwork_specs as specs;

use super::interned;
use crate::facts::ResourceSpec;
use crate::report::violation::Place;
use crate::text::location::{self, Location};
use crate::{Rule, Violation, Violations};

/// A type as its specification describes it.
#[derive(Clone)]
pub(super) struct Described(Arc<Inner>);

struct Inner {
    model: specs::ResourceType,
    spec: OnceLock<&'static ResourceSpec>,
}

impl Described {
    pub(super) fn new(model: specs::ResourceType) -> Self {
        let spec = OnceLock::new();
        Self(Arc::new(Inner { model, spec }))
    }

    pub(super) fn model(&self) -> &specs::ResourceType {
        &self.0.model
    }

    pub(super) fn type_name(&self) -> &str {
        self.0.model.name.as_str()
    }

    /// The facts, made when they are first asked for.
    pub(super) fn spec(&self) -> &'static ResourceSpec {
        self.0
            .spec
            .get_or_init(|| interned::facts(specs::facts::text(&self.0.model)))
    }
}

/// The types that a specification describes.
pub(super) fn read(text: &str) -> Result<Vec<Described>, Violations> {
    let spec = specs::read(text.as_bytes()).map_err(|problems| violations(problems, text))?;
    Ok(spec.resources.into_iter().map(Described::new).collect())
}

/// What is wrong with a specification, as a report of ours.
pub(super) fn violations(problems: specs::Problems, text: &str) -> Violations {
    let found = problems.into_iter().map(|problem| {
        let specs::Problem {
            message,
            help,
            pointer,
            location,
            severity: _,
        } = problem;
        let mut violation = Violation::new(Rule::Syntax, pointer, message).with_help(help.into());
        violation.place = location.map(|specs::Location { line, column }| {
            let location = Location { line, column };
            let byte = location::byte_of(text, location);
            Place { location, byte }
        });
        violation
    });
    Violations::new(found.collect(), 0, Some(text.into()))
}
