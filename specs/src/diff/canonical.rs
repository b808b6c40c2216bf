//! Schemas as text: for branches that stand on one side alone, and to find out which are the same ones.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use super::facts::{Facts, update_word};
use super::limits;
use crate::model::{Additional, Dependencies, Property, Schema, Update};
use crate::shape::Shapes;

/// The schema in a form that is equal where the demands are: facts by name, lists in the order of the alphabet,
/// prose left out. References are written by the word that `name` gives for them.
pub(super) fn text(schema: &Schema, name: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    write(schema, name, &mut out);
    out
}

/// The same to be read: each reference by its name, and where that is met first, with what it stands for.
pub(super) fn shown(schema: &Schema, shapes: &Shapes<'_>) -> String {
    let shown = Shown {
        shapes,
        told: RefCell::default(),
        length: Cell::new(0),
        depth: Cell::new(0),
    };
    text(schema, &|name| shown.reference(name))
}

/// What was written of one branch.
struct Shown<'a, 's> {
    shapes: &'a Shapes<'s>,
    told: RefCell<HashSet<String>>,
    length: Cell<usize>,
    depth: Cell<usize>,
}

impl Shown<'_, '_> {
    /// Beyond so many letters, or so many definitions in each other, a name stands for what it refers to.
    const LONGEST: usize = 20_000;
    const DEEPEST: usize = 16;

    fn reference(&self, name: &str) -> String {
        let is_short = self.length.get() < Self::LONGEST && self.depth.get() < Self::DEEPEST;
        let target = self.shapes.definition(name).filter(|_| is_short);
        let is_new = is_short && self.told.borrow_mut().insert(name.to_owned());
        let Some(target) = target.filter(|_| is_new) else {
            return name.to_owned();
        };
        self.depth.set(self.depth.get() + 1);
        let text = text(target, &|name| self.reference(name));
        self.depth.set(self.depth.get() - 1);
        self.length.set(self.length.get() + text.len());
        format!("{name} {text}")
    }
}

/// Calls itself for each schema in a schema; their nesting is limited by the reader of specifications.
fn write(schema: &Schema, name: &dyn Fn(&str) -> String, out: &mut String) {
    let Schema {
        reference,
        types,
        description: _,
        properties,
        required,
        read_only,
        pattern_properties,
        additional,
        items,
        prefix_items,
        limits,
        all_of,
        any_of,
        one_of,
        not,
        conditional,
        dependencies,
    } = schema;
    let text = |schema: &Schema| text(schema, name);
    let mut facts = Facts::default();
    facts.list("$ref", reference.iter().map(|reference| name(reference)));
    let mut sorted = |keyword, mut values: Vec<String>| {
        values.sort_unstable();
        facts.list(keyword, values);
    };
    let types = types.iter().map(|one| one.name().to_owned());
    sorted("type", types.collect());
    sorted("required", required.clone());
    sorted("readOnly", read_only.clone());
    let properties = properties.iter().map(|one| member(one, &text));
    sorted("properties", properties.collect());
    let patterns = pattern_properties.iter();
    let patterns = patterns.map(|(name, schema)| format!("{name}: {}", text(schema)));
    sorted("patternProperties", patterns.collect());
    for (keyword, branches) in [("allOf", all_of), ("anyOf", any_of), ("oneOf", one_of)] {
        sorted(keyword, branches.iter().map(text).collect());
    }
    facts.list("prefixItems", prefix_items.iter().map(text));
    facts.list("items", items.iter().map(|schema| text(schema)));
    facts.list("not", not.iter().map(|schema| text(schema)));
    match additional {
        Additional::Unstated => {}
        Additional::Allowed => facts.word("additionalProperties", "true"),
        Additional::Denied => facts.word("additionalProperties", "false"),
        Additional::Schema(schema) => facts.word("additionalProperties", &text(schema)),
    }
    if let Some(conditional) = conditional {
        facts.word("if", &text(&conditional.condition));
        facts.list("then", conditional.then.iter().map(text));
        facts.list("else", conditional.otherwise.iter().map(text));
    }
    limits::add(limits, &mut facts);
    self::dependencies(dependencies, &text, &mut facts);
    out.push('{');
    for (at, (name, values)) in facts.0.iter().enumerate() {
        if at > 0 {
            out.push_str("; ");
        }
        out.extend([name, " ", &values.join(", ")]);
    }
    out.push('}');
}

fn member(property: &Property, text: &dyn Fn(&Schema) -> String) -> String {
    let Property {
        name,
        schema,
        // Written with the object.
        required: _,
        update,
        write_only,
        secret: _,
        deprecated,
        // A page is no demand.
        documentation: _,
    } = property;
    let mut out = format!("{name}: {}", text(schema));
    if *update != Update::Mutable {
        out.extend([" ", update_word(*update)]);
    }
    for (holds, word) in [(*write_only, " write-only"), (*deprecated, " deprecated")] {
        out.push_str(if holds { word } else { "" });
    }
    out
}

fn dependencies(dependencies: &Dependencies, text: &dyn Fn(&Schema) -> String, facts: &mut Facts) {
    let Dependencies {
        required,
        excluded,
        schemas,
        exactly_one,
        at_least_one,
    } = dependencies;
    let entry = |(name, others): &(String, Vec<String>)| format!("{name}: {}", others.join(", "));
    facts.list("dependentRequired", required.iter().map(entry));
    facts.list("dependentExcluded", excluded.iter().map(entry));
    let schemas = schemas.iter();
    facts.list(
        "dependentSchemas",
        schemas.map(|(name, schema)| format!("{name}: {}", text(schema))),
    );
    let group = |names: &Vec<String>| names.join(", ");
    facts.list("requiredXor", exactly_one.iter().map(group));
    facts.list("requiredOr", at_least_one.iter().map(group));
}
