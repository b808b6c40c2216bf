//! Schemas whose demands leave no value: what stands beside `$ref` gives way to it, and for the rest
//! there is a warning.

use crate::graph::{children_mut, each_child};
use crate::model::{JsonType, Literal, ResourceType, Schema};
use crate::registry::contradictions;
use crate::report::{Pointer, Report};
use crate::satisfiable::{Domain, Satisfiability};
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
    for way in in_body {
        give_way(&mut resource.body, &way);
    }
    for (definition, ways) in resource.definitions.iter_mut().zip(in_definitions) {
        for way in ways {
            give_way(&mut definition.schema, &way);
        }
    }
}

/// Leaves nothing but the reference of the schema to which a way leads, and what is said about it.
fn give_way(schema: &mut Schema, way: &[usize]) {
    let mut schema = schema;
    for index in way {
        let Some(child) = children_mut(schema).into_iter().nth(*index) else {
            return;
        };
        schema = child;
    }
    *schema = Schema {
        reference: schema.reference.take(),
        description: schema.description.take(),
        ..Schema::default()
    };
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
    schema.reference.is_some() && demands_more_than_its_reference(schema)
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

fn demands_more_than_its_reference(schema: &Schema) -> bool {
    let bare = Schema {
        reference: schema.reference.clone(),
        description: schema.description.clone(),
        ..Schema::default()
    };
    *schema != bare
}

struct Search<'a, 'r> {
    answers: Satisfiability<'a>,
    report: &'r mut Report,
    /// From the owner to the schema that is looked at: which child, each time.
    way: Vec<usize>,
    /// The ways to the schemas in which the reference wins.
    found: Vec<Vec<usize>>,
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

    fn look_at(&mut self, schema: &'a Schema, at: &Pointer<'_>) {
        let is_told = contradictions::tell(&schema.limits, at, self.report);
        if !combines(schema) || !self.answers.domain(schema).is_empty() {
            return;
        }
        if let Some(name) = &schema.reference {
            let target = self.answers.domain_of_definition(name);
            if !target.is_empty() {
                self.found.push(self.way.clone());
                self.say_that_reference_wins(schema, name, &target, at);
                return;
            }
        }
        if !is_told && !self.is_part_impossible(schema) {
            self.report
                .warning(at, "no value fits all that is demanded here");
        }
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
