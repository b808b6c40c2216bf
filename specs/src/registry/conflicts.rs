//! Schemas whose demands leave no value: what stands beside `$ref` gives way to it, alternatives that
//! are the same become one, and for the rest there is a warning.

use crate::graph::{children_mut, each_child};
use crate::model::{JsonType, Literal, ResourceType, Schema};
use crate::registry::contradictions;
use crate::report::{Pointer, Report};
use crate::satisfiable::{Domain, Satisfiability, is_bare_reference, same_demands};
use crate::visible::quoted;

/// Looks at every schema of a type. Of its definitions the first `named` stand in the file as such; the
/// others stand elsewhere as well, and what is wrong with them is told there.
pub(crate) fn mend(resource: &mut ResourceType, named: usize, report: &mut Report) {
    let mut search = Search {
        answers: Satisfiability::of(&resource.definitions),
        report,
        way: Vec::new(),
        found: Vec::new(),
    };
    search.schema(&resource.body, &Pointer::ROOT);
    let in_body = std::mem::take(&mut search.found);
    let at = Pointer::ROOT.name("definitions");
    let mut in_definitions = Vec::new();
    for (index, definition) in resource.definitions.iter().enumerate() {
        let told = search.report.len();
        search.schema(&definition.schema, &at.name(&definition.name));
        if index >= named {
            search.report.truncate(told);
        }
        in_definitions.push(std::mem::take(&mut search.found));
    }
    let definitions = resource.definitions.iter_mut();
    let owners = definitions.map(|definition| &mut definition.schema);
    let owners = owners
        .zip(in_definitions)
        .chain([(&mut resource.body, in_body)]);
    for (owner, cures) in owners {
        // From the inside to the outside, so that the ways stay as they were found.
        for cure in cures.into_iter().rev() {
            cure.apply(owner);
        }
    }
}

/// How a schema is mended.
struct Cure {
    /// From the owner to the schema: which child, each time.
    way: Vec<usize>,
    kind: Kind,
}

enum Kind {
    /// The reference holds alone.
    Reference,
    /// These alternatives of `oneOf` are there already.
    Repeated(Vec<usize>),
}

impl Cure {
    fn apply(self, owner: &mut Schema) {
        let mut schema = owner;
        for index in self.way {
            let Some(child) = children_mut(schema).into_iter().nth(index) else {
                return;
            };
            schema = child;
        }
        match self.kind {
            Kind::Reference => {
                *schema = Schema {
                    reference: schema.reference.take(),
                    description: schema.description.take(),
                    ..Schema::default()
                };
            }
            Kind::Repeated(repeated) => {
                let mut index = 0;
                schema.one_of.retain(|_| {
                    index += 1;
                    !repeated.contains(&(index - 1))
                });
            }
        }
    }
}

/// Whether a schema makes several demands that could exclude each other: most make one, and reading is
/// on the path of every compilation.
fn combines(schema: &Schema) -> bool {
    let limits = &schema.limits;
    let is_text = |literal: &Literal| matches!(literal, Literal::String(_));
    let is_plain_list = schema.types == [JsonType::String]
        && limits.min_length.is_none()
        && limits.max_length.is_none()
        && limits.allowed.iter().all(is_text);
    schema.reference.is_some() && !is_bare_reference(schema)
        || !schema.all_of.is_empty()
        || !schema.any_of.is_empty()
        || !schema.one_of.is_empty()
        || schema.not.is_some()
        || limits.constant.is_some()
        || (!limits.allowed.is_empty() && !is_plain_list)
        || limits.min_properties.is_some()
        || limits.max_properties.is_some()
        || limits.minimum.is_some() && limits.maximum.is_some()
        || !schema.dependencies.exactly_one.is_empty()
        || !schema.dependencies.excluded.is_empty()
        || schema
            .properties
            .iter()
            .any(|property| property.required && property.schema.not.is_some())
}

struct Search<'a, 'r> {
    answers: Satisfiability<'a>,
    report: &'r mut Report,
    way: Vec<usize>,
    /// What is to be mended, the outer schemas before those in them.
    found: Vec<Cure>,
}

impl<'a> Search<'a, '_> {
    /// The depth is that of the text, which is limited.
    fn schema(&mut self, schema: &'a Schema, at: &Pointer<'_>) {
        self.look_at(schema, at);
        let mut index = 0;
        each_child(schema, at, &mut |child, at| {
            self.way.push(index);
            self.schema(child, at);
            self.way.pop();
            index += 1;
        });
    }

    fn mend(&mut self, kind: Kind) {
        self.found.push(Cure {
            way: self.way.clone(),
            kind,
        });
    }

    fn look_at(&mut self, schema: &'a Schema, at: &Pointer<'_>) {
        let repeated = self.repeated(&schema.one_of);
        if !repeated.is_empty() {
            let message = "alternatives of `oneOf` are the same, so that nothing fits exactly one of them; \
                           they are read as one";
            self.report.warning(&at.name("oneOf"), message);
            self.mend(Kind::Repeated(repeated));
        }
        let is_told = contradictions::tell(&schema.limits, at, self.report);
        if !combines(schema) || !self.answers.domain(schema).is_empty() {
            return;
        }
        if let Some(name) = &schema.reference {
            let target = self.answers.domain_of_definition(name);
            if !target.is_empty() {
                self.mend(Kind::Reference);
                self.say_that_reference_wins(schema, name, &target, at);
                return;
            }
        }
        if !is_told && !self.is_part_impossible(schema) {
            self.report
                .warning(at, "no value fits all that is demanded here");
        }
    }

    /// Which alternatives demand the same as one in front of them.
    fn repeated(&self, alternatives: &'a [Schema]) -> Vec<usize> {
        /// Longer lists are left alone: each is compared with all others.
        const MOST: usize = 64;
        let mut different: Vec<&Schema> = Vec::new();
        let mut repeated = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate().take(MOST) {
            let target = self.answers.target(alternative);
            if different.iter().any(|other| same_demands(other, target)) {
                repeated.push(index);
            } else {
                different.push(target);
            }
        }
        repeated
    }

    fn say_that_reference_wins(
        &mut self,
        schema: &Schema,
        name: &str,
        target: &Domain<'_>,
        at: &Pointer<'_>,
    ) {
        let own = Domain::of_types(&schema.types);
        let name = quoted(name);
        if !own.clone().and(target.clone()).is_empty() {
            let message = format!(
                "what stands beside `$ref` excludes every value of the definition {name}; the \
                 reference holds alone"
            );
            self.report.warning(at, message);
            return;
        }
        let message = match (own.named(), target.named()) {
            (Some(own), Some(target)) => format!(
                "`type` says {own}, but the definition {name} is {target}; the reference holds alone"
            ),
            _ => format!(
                "`type` and the definition {name} exclude each other; the reference holds alone"
            ),
        };
        self.report.warning(&at.name("type"), message);
    }

    /// Whether the reason is told elsewhere: at the definition, or at the branches.
    fn is_part_impossible(&self, schema: &'a Schema) -> bool {
        let is_impossible = |branch: &'a Schema| self.answers.domain(branch).is_empty();
        let are_all =
            |branches: &'a [Schema]| !branches.is_empty() && branches.iter().all(is_impossible);
        let reference = schema.reference.as_deref();
        reference.is_some_and(|name| self.answers.domain_of_definition(name).is_empty())
            || schema.all_of.iter().any(is_impossible)
            || are_all(&schema.any_of)
            || are_all(&schema.one_of)
            // Nobody means the schema `false` by mistake.
            || schema.not.as_deref().is_some_and(|not| *not == Schema::default())
    }
}
