//! The names that users write, as one line for each type, so that a rename shows up in review.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;

use formwork_specs::ResourceType;
use formwork_specs::model::{Literal, Schema};

use super::expansion::{Expansion, fingerprint};
use super::facts::walk::each_schema;

/// The line of a type: how many names there are, and a number that differs where one of them does.
#[must_use]
pub fn line(resource: &ResourceType, expansion: &Expansion) -> String {
    let names = of(resource, expansion);
    let mut all = String::new();
    for name in &names {
        // Writing to a string always succeeds.
        let _ = writeln!(all, "{name}");
    }
    let fingerprint = fingerprint(all.as_bytes());
    format!(
        "{} {} {fingerprint:016x}",
        resource.name.as_str(),
        names.len()
    )
}

/// The identifiers of an expansion that come from a name of the specification: all but the words of
/// the generated code itself.
#[must_use]
pub fn of(resource: &ResourceType, expansion: &Expansion) -> BTreeSet<String> {
    let sources = sources(resource);
    let idents: BTreeSet<String> = expansion.idents().into_iter().collect();
    let comes_from = |ident: &str| {
        let letters = letters(ident);
        let numberless = letters.trim_end_matches(|c: char| c.is_ascii_digit());
        sources.contains(&letters)
            || sources.contains(numberless)
            || letters
                .strip_suffix("builder")
                .is_some_and(|name| sources.contains(name))
    };
    idents
        .into_iter()
        .filter(|ident| comes_from(ident))
        .collect()
}

/// What names are made of, as letters and digits alone.
fn sources(resource: &ResourceType) -> HashSet<String> {
    let mut sources = HashSet::from([letters(resource.name.resource())]);
    sources.extend(
        resource
            .attributes
            .iter()
            .map(|attribute| letters(&attribute.name)),
    );
    let mut add = |owner: &str, schema: &Schema| {
        sources.insert(letters(owner));
        each_schema(schema, &mut |schema| {
            for property in &schema.properties {
                sources.insert(letters(&property.name));
                sources.insert(letters(&format!("{owner}{}", property.name)));
                sources.insert(letters(&format!("{owner}{}Value", property.name)));
            }
            let allowed = schema.limits.allowed.iter();
            for value in allowed.chain(&schema.limits.allowed_ignoring_case) {
                if let Literal::String(text) = value {
                    sources.insert(letters(text));
                }
            }
        });
    };
    add("", &resource.body);
    for definition in &resource.definitions {
        add(&definition.name, &definition.schema);
    }
    sources.remove("");
    sources
}

fn letters(name: &str) -> String {
    let letters = name.strip_prefix("r#").unwrap_or(name).chars();
    letters
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_flagship() {
        let name = "AWS::ApiGatewayV2::IntegrationResponse";
        let resource = formwork_specs::bundled::resource(name).unwrap().unwrap();
        let expansion = Expansion::of(&format!("{name:?}")).unwrap();
        let names = of(&resource, &expansion);
        for expected in [
            "IntegrationResponse",
            "IntegrationResponseBuilder",
            "integration_response",
            "api_id",
            "ContentHandlingStrategy",
            "ConvertToText",
            "INTEGRATION_RESPONSE_ID",
        ] {
            assert!(names.contains(expected), "{expected} in {names:?}");
        }
        for word in ["pub", "String", "__SPEC", "core"] {
            assert!(!names.contains(word), "{word}");
        }
        assert!(line(&resource, &expansion).starts_with(name));
    }
}
