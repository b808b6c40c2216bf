//! Which types a template schema defines.

use formwork_specs::tree::{Node, Value};

use crate::catalog::import::Failure;

/// One type of a template schema.
pub(super) struct Found<'r, 't> {
    /// `AWS::Serverless::Function`.
    pub(super) type_name: &'r str,
    /// The name of the definition that describes its properties.
    pub(super) properties: &'r str,
    /// What `Globals` may give in its place, so that no resource has to have it.
    pub(super) globals: Option<&'r Node<'t>>,
}

/// The types, in the order of the file: the alternatives of `Resources` whose `Type` is one
/// constant.
pub(super) fn of<'r, 't>(root: &'r Node<'t>) -> Result<Vec<Found<'r, 't>>, Failure> {
    let alternatives = root
        .at_pointer("/properties/Resources/additionalProperties/anyOf")
        .and_then(Node::elements)
        .ok_or_else(|| Failure::new("it is no template schema: it lists no kinds of resources"))?;
    let mut types = Vec::new();
    for alternative in alternatives {
        let resource = definition(root, alternative)
            .and_then(|(_, resource)| resource.get("properties"))
            .ok_or_else(|| Failure::new("a kind of resource is not defined"))?;
        let names = resource.get("Type").and_then(|node| node.get("enum"));
        let Some([name]) = names.and_then(Node::elements) else {
            // Types in general, by a pattern: they are described elsewhere.
            continue;
        };
        let type_name = name.text().unwrap_or_default();
        let properties = resource
            .get("Properties")
            .and_then(|node| definition(root, node))
            .map(|(name, _)| name)
            .ok_or_else(|| {
                Failure::new(format!("the properties of `{type_name}` are not defined"))
            })?;
        let globals = globals(root, type_name);
        types.push(Found {
            type_name,
            properties,
            globals,
        });
    }
    if types.is_empty() {
        return Err(Failure::new("the template schema defines no type"));
    }
    Ok(types)
}

/// The properties that `Globals` takes for a type: there they are listed by the last part of its
/// name.
fn globals<'r, 't>(root: &'r Node<'t>, type_name: &str) -> Option<&'r Node<'t>> {
    let (_, globals) = definition(root, root.at_pointer("/properties/Globals")?)?;
    let last = type_name.rsplit("::").next()?;
    let (_, own) = definition(root, globals.get("properties")?.get(last)?)?;
    own.get("properties")
}

/// The definition that a schema refers to, and its name.
pub(super) fn definition<'r, 't>(
    root: &'r Node<'t>,
    schema: &'r Node<'t>,
) -> Option<(&'r str, &'r Node<'t>)> {
    let name = reference(schema)?;
    let members = root.get("definitions")?.members()?;
    let member = members.iter().find(|member| member.key == name)?;
    Some((member.key.as_ref(), &member.node))
}

/// The name of the definition that a schema is: `$ref`, or `allOf` with nothing but one.
pub(super) fn reference<'r>(schema: &'r Node<'_>) -> Option<&'r str> {
    if let Some(Value::String(pointer)) = schema.get("$ref").map(|node| &node.value) {
        return pointer.strip_prefix("#/definitions/");
    }
    match schema.get("allOf")?.elements()? {
        [only] if only.get("allOf").is_none() => reference(only),
        _ => None,
    }
}
