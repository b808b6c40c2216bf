//! The specifications that this crate brings along: the catalog of published types, what is curated
//! about them, and a few that are written here.
//!
//! Nothing is parsed until somebody reads what [`find`] returns.

use crate::curated::{self, model::Curated, words};
use crate::error::{Problem, Problems};
use crate::model::ResourceType;

/// Specifications of our own by the names of their files: what a page of the user guide said on a
/// certain day. The catalog of published types is another thing.
static OWN: &[(&str, &str)] = &[(
    "aws-apigatewayv2-integrationresponse.json",
    include_str!("../schemas/aws-apigatewayv2-integrationresponse.json"),
)];

/// The published facts of every type, sorted by name.
static CATALOG: &[(&str, &str)] = &include!("../catalog/index.rs");

/// The month of the registry schemas that the catalog is made of.
pub(crate) const PUBLISHED: &str = "2026-08";

/// The month of the published schema of the serverless transform.
const SERVERLESS: &str = "2026-05";

/// What is curated about a type, sorted by name: facts that no published file states.
static CURATED: &[(&str, &str)] = &include!("../curated/index.rs");

/// The registry schema of a type.
///
/// ```
/// use formwork_specs::{bundled, read};
///
/// let schema = bundled::find("AWS::ApiGatewayV2::IntegrationResponse").unwrap_or_default();
/// assert_eq!(read(schema.as_bytes())?.resources[0].body.properties.len(), 7);
/// assert_eq!(bundled::find("AWS::ApiGatewayV2::Nonsense"), None);
/// # Ok::<(), formwork_specs::Problems>(())
/// ```
#[must_use]
pub fn find(type_name: &str) -> Option<&'static str> {
    look_up(CATALOG, type_name)
}

/// A specification of our own, from the folder `schemas`, by the name of its file.
#[must_use]
pub fn written_here(file: &str) -> Option<&'static str> {
    look_up(OWN, file)
}

/// What the published sources say of updates, weighed against each other.
static WORDS: &str = include_str!("../curated/published-words.json");

/// The month of the published facts of a type.
#[must_use]
pub fn as_of(type_name: &str) -> Option<&'static str> {
    find(type_name)?;
    let is_serverless = type_name.starts_with("AWS::Serverless::");
    Some(if is_serverless { SERVERLESS } else { PUBLISHED })
}

/// The curated facts about a type, as the text of their file: see [`curated`](fn@curated).
#[must_use]
pub fn find_curated(type_name: &str) -> Option<&'static str> {
    look_up(CURATED, type_name)
}

/// What the published sources say of the updates of a type, weighed: an object of words by pointer, as JSON.
#[must_use]
pub fn find_words(type_name: &str) -> Option<&'static str> {
    words::about(WORDS, type_name)
}

/// A type with everything that is bundled about it: its specification, and the curated facts laid
/// over it. `None` for a type that is not bundled.
///
/// ```
/// use formwork_specs::bundled;
///
/// let domain = bundled::resource("AWS::OpenSearchService::Domain").transpose()?;
/// let rules = domain.map(|domain| domain.curated.rules).unwrap_or_default();
/// assert!(rules.iter().any(|rule| rule.path.0 == ["EngineVersion"]));
/// # Ok::<(), formwork_specs::Problems>(())
/// ```
///
/// # Errors
///
/// If a bundled file is at fault, which the tests of this crate rule out.
#[must_use]
pub fn resource(type_name: &str) -> Option<Result<ResourceType, Problems>> {
    let schema = find(type_name)?;
    Some(crate::read(schema.as_bytes()).and_then(|spec| {
        let named = |resource: &ResourceType| resource.name.as_str() == type_name;
        let Some(mut resource) = spec.resources.into_iter().find(named) else {
            let message = format!("the bundled file does not describe `{type_name}`");
            return Err(Problem::error("", message).into());
        };
        let mut facts = match find_curated(type_name) {
            Some(facts) => curated::read(facts.as_bytes(), &resource)?,
            None => Curated::default(),
        };
        if let Some(words) = words::about(WORDS, type_name) {
            facts.words = words::read(words, &resource)?;
        }
        curated::lay_over(&mut resource, facts);
        resource.as_of = as_of(type_name).map(str::to_owned);
        Ok(resource)
    }))
}

/// What is curated about a bundled type; `None` for a type that is not bundled.
#[must_use]
pub fn curated(type_name: &str) -> Option<Curated> {
    let resource = resource(type_name)?.ok()?;
    Some(resource.curated)
}

/// A dozen comparisons, however many entries there are.
fn look_up(entries: &[(&str, &'static str)], type_name: &str) -> Option<&'static str> {
    let index = entries
        .binary_search_by(|(name, _)| (*name).cmp(type_name))
        .ok()?;
    entries.get(index).map(|(_, schema)| *schema)
}

/// The names of all types that [`find`] knows, sorted.
#[must_use]
pub fn names() -> impl ExactSizeIterator<Item = &'static str> {
    CATALOG.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_catalog_is_sorted_and_each_entry_is_what_it_says() {
        assert!(CATALOG.is_sorted_by(|left, right| left.0 < right.0));
        for (name, schema) in CATALOG {
            assert_eq!(
                crate::type_names(schema.as_bytes()).as_deref(),
                Ok([(*name).to_owned()].as_slice())
            );
        }
    }

    #[test]
    fn specifications_of_our_own_are_without_fault() {
        assert!(OWN.is_sorted_by(|left, right| left.0 < right.0));
        for (file, schema) in OWN {
            assert_eq!(written_here(file), Some(*schema));
            let spec = crate::read(schema.as_bytes());
            assert_eq!(spec.map(|spec| spec.warnings), Ok(Vec::new()));
        }
    }

    #[test]
    fn every_curated_file_is_about_a_type_of_the_catalog_and_without_fault() {
        assert!(CURATED.is_sorted_by(|left, right| left.0 < right.0));
        for name in names() {
            let resource = resource(name).expect(name);
            assert!(resource.is_ok(), "{name}: {}", resource.unwrap_err());
        }
    }

    /// What stands beside the files of the types: published words, and decisions about them.
    const WEIGHED: [&str; 2] = ["published-words", "decisions"];

    /// The files of a folder by their name, with their text.
    fn files(folder: &str) -> Vec<(String, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut files = Vec::new();
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
        files
    }

    #[test]
    fn the_curated_index_is_the_folder() {
        let names: Vec<String> = CURATED
            .iter()
            .map(|(name, _)| name.replace("::", "-").to_lowercase())
            .collect();
        let files = files("curated");
        let files = files
            .iter()
            .filter(|(name, _)| !WEIGHED.contains(&name.as_str()));
        for (file, text) in files.clone() {
            let entry = names.iter().position(|name| name == file);
            let entry = entry.unwrap_or_else(|| panic!("{file}.json is not in curated/index.rs"));
            assert_eq!(CURATED[entry].1, text, "{file}");
        }
        assert_eq!(CURATED.len(), files.count());
    }

    #[test]
    fn the_index_is_the_folder() {
        let files = files("catalog");
        for (file, text) in &files {
            let names = crate::type_names(text.as_bytes()).unwrap();
            let [name] = names.as_slice() else {
                panic!("{file} names {names:?}");
            };
            assert_eq!(look_up(CATALOG, name), Some(text.as_str()), "{file}");
        }
        assert_eq!(CATALOG.len(), files.len());
        assert!(names().len() >= files.len());
    }
}
