//! A template schema -> registry schemas, one per type that it defines.
//!
//! The transform of the Serverless Application Model has no registry schemas. What is published is
//! a JSON Schema of whole templates, in which each resource is a definition: its `Type` is one
//! constant, its `Properties` are another definition. From there:
//!
//! | file | |
//! |---|---|
//! | `resources` | finds the types, and what each of them refers to |
//! | `corrections` | what the template schema leaves out or narrows |
//! | `convert` | writes a schema in the words that registry schemas have |
//! | `passed` | which properties are handed on as they are, and to what |
//! | `target` | the facts of the property that a value is handed on to |
//!
//! A value that is handed on to a property of another type has the facts of that property: the
//! kind, the limits, and what an update of it does. A change of what is handed on to another
//! resource than the one that bears the name may replace that one, and says so. A property that the
//! transform turns into something of its own is taken as the template schema describes it.

mod convert;
mod corrections;
mod passed;
mod resources;
mod target;

use formwork_specs::tree;

use super::import::Failure;
use super::print;
use super::source::Published;
use target::Targets;

/// What a template names so that these types are known. The schema does not say; the guide does:
/// <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html>,
/// as of 2026-05.
const TRANSFORM: &str = "AWS::Serverless-2016-10-31";

/// The types that a template schema defines, as registry schemas. `facts` gives the text of the
/// catalog about a type that values are handed on to.
pub(super) fn registry_schemas<'c>(
    text: &str,
    facts: &dyn Fn(&str) -> Option<&'c str>,
) -> Result<Vec<Published>, Failure> {
    let mut root = tree::parse(text, &|_, _| true).map_err(|faults| {
        let first = faults.into_iter().next();
        let first = first.map_or_else(String::new, |fault| fault.message);
        Failure::new(format!("the template schema is no JSON: {first}"))
    })?;
    corrections::apply(&mut root);
    let types = resources::of(&root)?;
    let mut targets = Targets::default();
    for name in passed::type_names(&root, &types) {
        let lacks = |what: &str| {
            Failure::new(format!(
                "the catalog {what} `{name}`, which values are handed on to"
            ))
            .with_help("import the registry schemas first, or with `--registry` at once")
        };
        let text = facts(&name).ok_or_else(|| lacks("lacks"))?;
        let schema = tree::parse(text, &|_, _| true).map_err(|_| lacks("has no JSON of"))?;
        targets.add(name, schema);
    }
    let schemas = types.iter().map(|found| Published {
        name: found.type_name.to_owned(),
        bytes: print::text(&convert::registry_schema(found, &root, &targets)).into_bytes(),
    });
    Ok(schemas.collect())
}
