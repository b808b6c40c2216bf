//! The types that are swept, and the calls that generate them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use formwork_specs::{ResourceType, bundled};

use crate::Outcome;
use crate::arguments::Arguments;

/// One call of `resource!`, and the types that it generates.
pub(crate) struct Subject {
    /// What stands between the parentheses.
    pub(crate) call: String,
    /// The types as the specification describes them.
    pub(crate) types: Vec<ResourceType>,
    /// The reason, if the specification could not be read.
    pub(crate) refused: Option<String>,
}

/// A set of types that come from one place.
pub(crate) struct Set {
    /// Where they come from.
    pub(crate) name: String,
    pub(crate) subjects: Vec<Subject>,
}

/// The types of the catalog, one call each; none if it is left out.
pub(crate) fn catalog(arguments: &Arguments) -> Set {
    let wanted = |name: &&str| !arguments.without_catalog && arguments.wants(name);
    let names = bundled::names().filter(wanted);
    let subjects = names.map(|name| {
        let call = format!("{name:?}");
        let (types, refused) = match bundled::resource(name) {
            Some(Ok(resource)) => (vec![resource], None),
            Some(Err(problems)) => (Vec::new(), Some(problems.to_string())),
            None => (Vec::new(), Some("the catalog has no such type".to_owned())),
        };
        Subject {
            call,
            types,
            refused,
        }
    });
    Set {
        name: "catalog".to_owned(),
        subjects: subjects.collect(),
    }
}

/// The types of a Resource Specification, one call for each service: a call of its own for each type
/// would read the file as often.
pub(crate) fn resource_specification(path: &Path, arguments: &Arguments) -> Outcome<Set> {
    let bytes = fs::read(path)?;
    let file = file_name(path);
    let spec = formwork_specs::read(&bytes).map_err(|problems| problems.to_string())?;
    let mut services: BTreeMap<String, Vec<ResourceType>> = BTreeMap::new();
    let wanted = spec
        .resources
        .into_iter()
        .filter(|one| arguments.wants(one.name.as_str()));
    for resource in wanted {
        let service = format!("{}::{}", resource.name.vendor(), resource.name.service());
        services.entry(service).or_default().push(resource);
    }
    let subjects = services.into_values().map(|types| {
        let names: Vec<_> = types
            .iter()
            .map(|one| format!("{:?}", one.name.as_str()))
            .collect();
        let call = format!("spec = {file:?}, types = [{}]", names.join(", "));
        Subject {
            call,
            types,
            refused: None,
        }
    });
    let version = spec.version.unwrap_or_default();
    Ok(Set {
        name: format!("Resource Specification {version}"),
        subjects: subjects.collect(),
    })
}

/// The types of a folder of registry schemas, one call each.
pub(crate) fn registry(folder: &Path, arguments: &Arguments) -> Outcome<Set> {
    let mut subjects = Vec::new();
    for path in schemas(folder)? {
        let bytes = fs::read(&path)?;
        let names = formwork_specs::type_names(&bytes).unwrap_or_default();
        if names.iter().any(|name| arguments.wants(name)) {
            let call = format!("spec = {:?}", file_name(&path));
            let (types, refused) = read(&bytes);
            subjects.push(Subject {
                call,
                types,
                refused,
            });
        }
    }
    Ok(Set {
        name: "registry schemas with prose".to_owned(),
        subjects,
    })
}

/// The schemas in a folder, sorted.
pub(crate) fn schemas(folder: &Path) -> Outcome<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let mut paths = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Outcome<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    Ok(paths)
}

/// The name of a file in the folder of the call.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn read(bytes: &[u8]) -> (Vec<ResourceType>, Option<String>) {
    match formwork_specs::read(bytes) {
        Ok(spec) => (spec.resources, None),
        Err(problems) => (Vec::new(), Some(problems.to_string())),
    }
}
