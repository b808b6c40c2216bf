//! The specifications that this crate brings along, by type name: those written here, and the
//! catalog of the published ones.
//!
//! Nothing is parsed until somebody reads what [`find`] returns.

use std::collections::BTreeSet;

/// Specifications of our own, sorted by name. They say more than the published files do, and go
/// before them.
static OWN: &[(&str, &str)] = &[(
    "AWS::ApiGatewayV2::IntegrationResponse",
    include_str!("../schemas/aws-apigatewayv2-integrationresponse.json"),
)];

/// The published facts of every type, sorted by name.
static CATALOG: &[(&str, &str)] = &include!("../catalog/index.rs");

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
    look_up(OWN, type_name).or_else(|| look_up(CATALOG, type_name))
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
    let entries = OWN.iter().chain(CATALOG);
    let names: BTreeSet<&str> = entries.map(|(name, _)| *name).collect();
    names.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    #[test]
    fn both_tables_are_sorted_and_each_entry_is_what_it_says() {
        for entries in [OWN, CATALOG] {
            assert!(entries.is_sorted_by(|left, right| left.0 < right.0));
            for (name, schema) in entries {
                assert_eq!(
                    crate::type_names(schema.as_bytes()).as_deref(),
                    Ok([(*name).to_owned()].as_slice())
                );
            }
        }
    }

    #[test]
    fn specifications_of_our_own_are_without_fault_and_go_first() {
        for (name, schema) in OWN {
            assert_eq!(find(name), Some(*schema));
            let spec = crate::read(schema.as_bytes());
            assert_eq!(spec.map(|spec| spec.warnings), Ok(Vec::new()));
        }
    }

    #[test]
    fn the_index_is_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
        let mut files = 0;
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let text = fs::read_to_string(&path).unwrap();
                let names = crate::type_names(text.as_bytes()).unwrap();
                let [name] = names.as_slice() else {
                    panic!("{} names {names:?}", path.display());
                };
                assert_eq!(
                    look_up(CATALOG, name),
                    Some(text.as_str()),
                    "{}",
                    path.display()
                );
                files += 1;
            }
        }
        assert_eq!(CATALOG.len(), files);
        assert!(names().len() >= files);
    }
}
