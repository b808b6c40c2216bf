//! The specifications that this crate brings along, by type name.
//!
//! Nothing is parsed until somebody reads what [`find`] returns.

/// Sorted by name, so that a search is a matter of a dozen comparisons.
static ENTRIES: &[(&str, &str)] = &[(
    "AWS::ApiGatewayV2::IntegrationResponse",
    include_str!("../schemas/aws-apigatewayv2-integrationresponse.json"),
)];

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
    let index = ENTRIES
        .binary_search_by(|(name, _)| (*name).cmp(type_name))
        .ok()?;
    ENTRIES.get(index).map(|(_, schema)| *schema)
}

/// The names of all types that [`find`] knows, sorted.
#[must_use]
pub fn names() -> impl ExactSizeIterator<Item = &'static str> {
    ENTRIES.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_each_entry_is_what_it_says() {
        assert!(ENTRIES.is_sorted_by(|left, right| left.0 < right.0));
        for name in names() {
            let spec = crate::read(find(name).unwrap_or_default().as_bytes());
            let names = spec.map(|spec| {
                assert_eq!(spec.warnings, []);
                spec.resources
                    .into_iter()
                    .map(|resource| resource.name.to_string())
                    .collect()
            });
            assert_eq!(names, Ok(vec![name.to_owned()]));
        }
    }
}
