//! Proof that a file of the catalog says what the published file says, prose aside.

use super::supplement::Additions;
use formwork_specs::model::{Attribute, Definition, ResourceType, Schema};

/// Compares both models; what differs, in words, if anything does.
pub(super) fn difference(
    published: &ResourceType,
    written: &ResourceType,
    additions: &Additions,
) -> Option<String> {
    let mut published = published.clone();
    let mut written = written.clone();
    let own = published.attributes.len();
    let added = written.attributes.get(own..).unwrap_or_default();
    let added: Vec<&str> = added
        .iter()
        .map(|attribute| attribute.name.as_str())
        .collect();
    if added != additions.attributes {
        return Some(format!("the attributes added are {added:?}"));
    }
    written.attributes.truncate(own);
    let is_moved = additions.documentation.is_some();
    if is_moved && written.documentation != additions.documentation {
        return Some(format!("the page is {:?}", written.documentation));
    }
    for resource in [&mut published, &mut written] {
        erase_prose(resource);
        if is_moved {
            erase_pages(resource);
        }
    }
    first_difference(&published, &written)
}

/// Names the part that differs, so that whoever reads it knows where to look.
fn first_difference(published: &ResourceType, written: &ResourceType) -> Option<String> {
    if published == written {
        return None;
    }
    for property in &published.body.properties {
        if !written.body.properties.contains(property) {
            return Some(format!("property `{}` differs", property.name));
        }
    }
    for (left, right) in published.definitions.iter().zip(&written.definitions) {
        if left != right {
            return Some(format!("definition `{}` differs", left.name));
        }
    }
    for (left, right) in published.attributes.iter().zip(&written.attributes) {
        if left != right {
            return Some(format!("attribute `{}` differs", left.name));
        }
    }
    Some("what it demands as a whole differs".to_owned())
}

/// Takes all prose out of a model.
pub(super) fn erase_prose(resource: &mut ResourceType) {
    resource.description = None;
    erase(&mut resource.body);
    for definition in &mut resource.definitions {
        erase(&mut definition.schema);
    }
    for Attribute { name: _, schema } in &mut resource.attributes {
        erase(schema);
    }
}

/// Schemas nest as deep as the text they were read from, which is limited.
fn erase(schema: &mut Schema) {
    schema.description = None;
    schema.children_mut().for_each(erase);
}

/// The addresses of properties follow from that of the page, which was changed on purpose.
fn erase_pages(resource: &mut ResourceType) {
    resource.documentation = None;
    for property in &mut resource.body.properties {
        property.documentation = None;
    }
    for Definition {
        schema,
        documentation,
        name: _,
    } in &mut resource.definitions
    {
        *documentation = None;
        for property in &mut schema.properties {
            property.documentation = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(members: &str) -> ResourceType {
        let schema = format!(r#"{{"typeName": "A::B::C", {members}}}"#);
        formwork_specs::read(schema.as_bytes())
            .unwrap()
            .resources
            .remove(0)
    }

    const PUBLISHED: &str = r#""description": "x", "properties": {
        "P": {"description": "y", "type": "string", "maxLength": 3},
        "Q": {"type": "object", "properties": {"R": {"description": "z"}}}}"#;

    #[test]
    fn prose_is_no_difference() {
        let written = r#""properties": {"P": {"type": "string", "maxLength": 3},
            "Q": {"type": "object", "properties": {"R": {}}}}"#;
        let none = Additions::default();
        assert_eq!(difference(&read(PUBLISHED), &read(written), &none), None);
    }

    #[test]
    fn every_fact_is_one_and_is_named() {
        let published = read(PUBLISHED);
        for (written, expected) in [
            (
                PUBLISHED.replace(r#", "maxLength": 3"#, ""),
                "property `P` differs",
            ),
            (
                PUBLISHED.replace(r#""description": "z""#, r#""type": "string""#),
                "definition `Q` differs",
            ),
            (
                format!(r#"{PUBLISHED}, "required": ["P"]"#),
                "property `P` differs",
            ),
            (
                format!(r#"{PUBLISHED}, "primaryIdentifier": ["/properties/P"]"#),
                "what it demands as a whole differs",
            ),
            (
                format!(r#"{PUBLISHED}, "formwork": {{"attributes": {{"S": {{}}}}}}"#),
                "the attributes added are [\"S\"]",
            ),
        ] {
            let found = difference(&published, &read(&written), &Additions::default());
            assert_eq!(found.as_deref(), Some(expected));
        }
    }

    #[test]
    fn what_was_added_on_purpose_is_no_difference() {
        let written = format!(
            r#"{PUBLISHED}, "documentationUrl": "https://example.com/c",
               "formwork": {{"attributes": {{"S": {{}}}}}}"#
        );
        let additions = Additions {
            attributes: vec!["S".to_owned()],
            documentation: Some("https://example.com/c".to_owned()),
        };
        assert_eq!(
            difference(&read(PUBLISHED), &read(&written), &additions),
            None
        );
    }
}
