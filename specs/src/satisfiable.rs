//! Whether some value can fulfil a schema.
//!
//! The answer "none" is certain; the answer "some" is not: patterns, formats, conditions and what is
//! inside of elements and members are not looked at. Values are taken as `CloudFormation` takes
//! them: a number or a boolean may be written as text, and the reverse.

mod domain;
mod kinds;
mod range;

use std::cell::RefCell;
use std::collections::HashMap;

use crate::graph::children_mut;
use crate::model::{Definition, Schema};
pub(crate) use domain::Domain;

/// Beyond this depth of references and branches everything is taken for possible. It bounds the
/// stack.
const MAX_DEPTH: usize = 48;

/// Answers for the schemas of one type.
pub(crate) struct Satisfiability<'a> {
    definitions: HashMap<&'a str, &'a Schema>,
    known: RefCell<HashMap<&'a str, Domain<'a>>>,
}

impl<'a> Satisfiability<'a> {
    pub(crate) fn of(definitions: &'a [Definition]) -> Self {
        let named = definitions.iter();
        let named = named.map(|definition| (definition.name.as_str(), &definition.schema));
        Self {
            definitions: named.collect(),
            known: RefCell::default(),
        }
    }

    /// What may be left of a value that fulfils the schema.
    pub(crate) fn domain(&self, schema: &'a Schema) -> Domain<'a> {
        self.of_schema(schema, 0)
    }

    /// What may be left of a value that fulfils the definition.
    pub(crate) fn domain_of_definition(&self, name: &str) -> Domain<'a> {
        self.of_definition(name, 0)
    }

    /// The schema itself, or what it refers to if it says nothing more.
    pub(crate) fn target(&self, schema: &'a Schema) -> &'a Schema {
        let mut target = schema;
        for _ in 0..MAX_DEPTH {
            let Some(name) = target
                .reference
                .as_deref()
                .filter(|_| is_bare_reference(target))
            else {
                break;
            };
            let Some(next) = self.definitions.get(name) else {
                break;
            };
            target = next;
        }
        target
    }

    fn of_schema(&self, schema: &'a Schema, depth: usize) -> Domain<'a> {
        if depth > MAX_DEPTH {
            return Domain::default();
        }
        let mut domain = Domain::of(schema);
        if let Some(name) = &schema.reference {
            domain = domain.and(self.of_definition(name, depth + 1));
        }
        for branch in &schema.all_of {
            domain = domain.and(self.of_schema(branch, depth + 1));
        }
        for branches in [&schema.any_of, &schema.one_of] {
            let branches = branches.iter().map(|one| self.of_schema(one, depth + 1));
            if let Some(union) = branches.reduce(Domain::or) {
                domain = domain.and(union);
            }
        }
        domain
    }

    fn of_definition(&self, name: &str, depth: usize) -> Domain<'a> {
        let Some((name, schema)) = self.definitions.get_key_value(name) else {
            return Domain::default();
        };
        if let Some(known) = self.known.borrow().get(name) {
            return known.clone();
        }
        // The answer for whoever asks while this is being found out: a definition that is itself.
        self.known.borrow_mut().insert(name, Domain::default());
        let domain = self.of_schema(schema, depth);
        self.known.borrow_mut().insert(name, domain.clone());
        domain
    }
}

/// Whether a schema refers to a definition and demands nothing else.
pub(crate) fn is_bare_reference(schema: &Schema) -> bool {
    let bare = Schema {
        reference: schema.reference.clone(),
        description: schema.description.clone(),
        ..Schema::default()
    };
    schema.reference.is_some() && *schema == bare
}

/// Whether two schemas demand the same; prose means nothing. The depth is that of the text, which is
/// limited.
pub(crate) fn same_demands(left: &Schema, right: &Schema) -> bool {
    // Most differ in what is compared quickly.
    if left.types != right.types
        || left.reference != right.reference
        || left.required != right.required
        || left.properties.len() != right.properties.len()
    {
        return false;
    }
    without_prose(left) == without_prose(right)
}

fn without_prose(schema: &Schema) -> Schema {
    let mut copy = schema.clone();
    let mut due = vec![&mut copy];
    while let Some(schema) = due.pop() {
        schema.description = None;
        due.extend(children_mut(schema));
    }
    copy
}
