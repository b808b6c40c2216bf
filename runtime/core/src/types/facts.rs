//! Facts of a user's own, laid over a type.

use formwork_specs::curated;
use formwork_specs::visible::quoted;
use formwork_specs::{self as specs, Problem, suggest};

use super::specification::{Described, violations};
use crate::Violations;

/// A file of facts, whose type is known.
pub(super) struct Facts<'t> {
    text: &'t str,
    type_name: String,
}

impl<'t> Facts<'t> {
    pub(super) fn read(text: &'t str) -> Result<Self, Violations> {
        let type_name = curated::type_name(text.as_bytes());
        let type_name = type_name.map_err(|problems| violations(problems, text))?;
        Ok(Self { text, type_name })
    }

    pub(super) fn type_name(&self) -> &str {
        &self.type_name
    }

    /// The type with the facts laid over it.
    pub(super) fn over(&self, described: &Described) -> Result<Described, Violations> {
        let mut model = described.model().clone();
        let facts = curated::read(self.text.as_bytes(), &model);
        let facts = facts.map_err(|problems| violations(problems, self.text))?;
        curated::lay_over(&mut model, facts);
        Ok(Described::new(model))
    }

    pub(super) fn about_an_unknown_type<'n>(
        &self,
        names: impl Iterator<Item = &'n str>,
    ) -> Violations {
        let near = suggest::did_you_mean(&self.type_name, names);
        let help = near.unwrap_or_else(|| "add its specification before the facts".to_owned());
        self.fault("not among the types here", help)
    }

    /// What the compiler knows of a type is part of the program.
    pub(super) fn about_a_type_of_the_program(&self) -> Violations {
        let help = "name the file where the program makes the type: `facts = \"…\"`";
        self.fault("a type of the program", help.to_owned())
    }

    fn fault(&self, what: &str, help: String) -> Violations {
        let name = quoted(&self.type_name);
        let message = format!("the facts are about {name}, which is {what}");
        let mut problems = [Problem::error("/typeName", message).with_help(help)];
        specs::locate(self.text.as_bytes(), &mut problems);
        let [problem] = problems;
        violations(problem.into(), self.text)
    }
}
