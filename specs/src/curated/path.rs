//! Pointers through the data of a type, and whether they lead somewhere.

use crate::graph::{Graph, Owner};
use crate::model::{Property, PropertyPath, ResourceType, Schema};
use crate::registry::values;
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::{Node, PointerFault, check_pointer, unescape};
use crate::visible::quoted;

/// Stands for every element of a list and every member of a map.
pub(super) const EVERY: &str = "*";

/// The schemas that speak of the value a pointer starts at.
pub(super) type Places<'a> = Vec<(Owner, &'a Schema)>;

/// The attributes of a resource beside its properties that a rule may ask for.
const RESOURCE_ATTRIBUTES: [&str; 6] = [
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Metadata",
    "UpdatePolicy",
    "UpdateReplacePolicy",
];

/// The properties of a type, as the start of pointers.
pub(super) fn root<'a>(graph: &Graph<'a>) -> Places<'a> {
    let body = graph.schema(Owner::Body);
    body.into_iter().map(|body| (Owner::Body, body)).collect()
}

/// A pointer of the file, as a path; an error says how far it leads.
pub(super) fn pointer(
    node: &Node<'_>,
    at: &Pointer<'_>,
    report: &mut Report,
) -> Option<PropertyPath> {
    let text = values::text(node, at, report)?;
    let help = match check_pointer(&text) {
        Ok(()) => None,
        Err(PointerFault::Start) => Some("a pointer starts with `/`: `/Tags/*/Key`"),
        Err(PointerFault::Escape) => Some("in a pointer `~` is written `~0`"),
    };
    if let Some(help) = help {
        let message = format!("{} is no pointer", quoted(&text));
        report.error_with_help(at, message, Some(help.to_owned()));
        return None;
    }
    let segments = text.split('/').skip(1);
    Some(PropertyPath(
        segments.map(|name| unescape(name).into_owned()).collect(),
    ))
}

/// A pointer that leads to a value of the type.
pub(super) fn property<'a>(
    node: &Node<'_>,
    at: &Pointer<'_>,
    (graph, start): (&Graph<'a>, &Places<'a>),
    report: &mut Report,
) -> Option<(PropertyPath, Places<'a>)> {
    let path = pointer(node, at, report)?;
    match follow(graph, start.clone(), &path) {
        Ok(places) => Some((path, places)),
        Err(Lost { segment, known }) => {
            let (message, help) = if segment == EVERY {
                let message = "`*` stands where there is neither a list nor a map".to_owned();
                (message, Some("remove it from the pointer".to_owned()))
            } else {
                let help = suggest::did_you_mean(&segment, known.iter().copied());
                (
                    format!("there is no property {} here", quoted(&segment)),
                    help,
                )
            };
            report.error_with_help(at, message, help);
            None
        }
    }
}

/// A pointer that leads to an attribute of the resource beside its properties.
pub(super) fn attribute(
    node: &Node<'_>,
    at: &Pointer<'_>,
    report: &mut Report,
) -> Option<PropertyPath> {
    let path = pointer(node, at, report)?;
    let first = path.0.first().map(String::as_str).unwrap_or_default();
    if RESOURCE_ATTRIBUTES.contains(&first) {
        return Some(path);
    }
    let message = format!("a resource has no attribute {}", quoted(first));
    let help = suggest::did_you_mean(first, RESOURCE_ATTRIBUTES)
        .or_else(|| suggest::alternatives(&RESOURCE_ATTRIBUTES).map(|all| format!("known: {all}")));
    report.error_with_help(at, message, help);
    None
}

/// Where a path stopped, and what would have gone on.
struct Lost<'a> {
    segment: String,
    known: Vec<&'a str>,
}

/// The schemas at the end of a path through the data of a type; none if it leads nowhere.
pub(super) fn places<'a>(graph: &Graph<'a>, path: &PropertyPath) -> Places<'a> {
    follow(graph, root(graph), path).unwrap_or_default()
}

/// The data of a type, to follow paths through.
///
/// ```
/// use formwork_specs::bundled;
/// use formwork_specs::curated::Paths;
///
/// let table = bundled::resource("AWS::DynamoDB::Table").transpose()?;
/// for table in &table {
///     let paths = Paths::of(table);
///     for rule in &table.curated.rules {
///         assert!(!paths.properties(&rule.path).is_empty());
///     }
/// }
/// # Ok::<(), formwork_specs::Problems>(())
/// ```
pub struct Paths<'a>(Graph<'a>);

impl<'a> Paths<'a> {
    /// Indexes the definitions of a type.
    #[must_use]
    pub fn of(resource: &'a ResourceType) -> Self {
        Self(Graph::of(resource))
    }

    /// The properties that a path ends at: each declaration of them, in the body, a definition or a
    /// branch. None for an empty path, or one that leads to no property.
    #[must_use]
    pub fn properties(&self, path: &PropertyPath) -> Vec<&'a Property> {
        let found = declarations(&self.0, path).into_iter();
        found.map(|(_, property)| property).collect()
    }
}

/// The declarations of the property that a path ends at, each with its owner.
pub(super) fn declarations<'a>(
    graph: &Graph<'a>,
    PropertyPath(path): &PropertyPath,
) -> Vec<(Owner, &'a Property)> {
    let Some((name, around)) = path.split_last() else {
        return Vec::new();
    };
    let around = places(graph, &PropertyPath(around.to_vec()));
    let found = around.iter();
    found
        .flat_map(|(owner, schema)| graph.property(*owner, schema, name))
        .collect()
}

fn follow<'a>(
    graph: &Graph<'a>,
    start: Places<'a>,
    path: &PropertyPath,
) -> Result<Places<'a>, Lost<'a>> {
    let mut places = start;
    for segment in &path.0 {
        let found: Places<'a> = if segment == EVERY {
            let elements = places.iter();
            elements
                .flat_map(|(owner, schema)| graph.elements(*owner, schema))
                .collect()
        } else {
            let properties = places.iter();
            properties
                .flat_map(|(owner, schema)| graph.property(*owner, schema, segment))
                .map(|(owner, property)| (owner, &property.schema))
                .collect()
        };
        if found.is_empty() {
            let known = places
                .iter()
                .flat_map(|(owner, schema)| graph.same_value(*owner, schema))
                .flat_map(|(_, schema)| schema.properties.iter().map(|one| one.name.as_str()));
            return Err(Lost {
                segment: segment.clone(),
                known: known.collect(),
            });
        }
        places = found;
    }
    Ok(places)
}
