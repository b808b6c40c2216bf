//! Which members of a published schema are facts, and which are left behind.
//!
//! The walk goes by position: only where a keyword may stand is a member taken for one. A property
//! called `description` or `title` is a property.

use std::borrow::Cow;

use crate::tree::{Member, Node, Value};

/// What is done with a keyword.
#[derive(Clone, Copy, Debug)]
enum Rule {
    /// A fact: kept as it stands.
    Keep,
    /// A schema; also a flag, or a list of schemas, where either may stand.
    Schema,
    /// Schemas, or other facts, by name.
    NamedSchemas,
    /// Which handlers there are; not what they are allowed to do, nor for how long.
    Presence,
    /// An object of facts of which some are left behind.
    Without(&'static [&'static str]),
    /// Left behind, for the reason given.
    Drop(&'static str),
}

use Rule::{Drop, Keep, NamedSchemas, Presence, Without};

/// Keywords of the root, those that are kept in the order in which they are written.
const ROOT: &[(&str, Rule)] = &[
    ("typeName", Keep),
    ("type", Keep),
    ("documentationUrl", Keep),
    ("formwork", Keep),
    ("properties", NamedSchemas),
    ("patternProperties", NamedSchemas),
    ("additionalProperties", Rule::Schema),
    ("required", Keep),
    ("requiredXor", Keep),
    ("requiredOr", Keep),
    ("dependencies", NamedSchemas),
    ("dependentRequired", Keep),
    ("dependentExcluded", Keep),
    ("dependentSchemas", NamedSchemas),
    ("allOf", Rule::Schema),
    ("anyOf", Rule::Schema),
    ("oneOf", Rule::Schema),
    ("not", Rule::Schema),
    ("if", Rule::Schema),
    ("then", Rule::Schema),
    ("else", Rule::Schema),
    ("definitions", NamedSchemas),
    ("readOnlyProperties", Keep),
    ("writeOnlyProperties", Keep),
    ("createOnlyProperties", Keep),
    ("conditionalCreateOnlyProperties", Keep),
    ("deprecatedProperties", Keep),
    ("nonPublicProperties", Keep),
    ("nonPublicDefinitions", Keep),
    ("primaryIdentifier", Keep),
    ("additionalIdentifiers", Keep),
    ("propertyTransform", Keep),
    ("replacementStrategy", Keep),
    ("lifecycle", Keep),
    ("taggable", Keep),
    ("tagging", Without(&["permissions"])),
    ("handlers", Presence),
    ("description", Drop(PROSE)),
    ("title", Drop(PROSE)),
    ("$comment", Drop(PROSE)),
    ("$schema", Drop("names the meta-schema")),
    ("$id", Drop("names the schema itself")),
    ("sourceUrl", Drop("where the provider's source code is")),
    ("resourceLink", Drop("a link into the console")),
    (
        "typeConfiguration",
        Drop("settings of an account, which no template holds"),
    ),
    ("remote", Drop("reserved for copies of other schemas")),
];

/// Keywords of every other schema, those that are kept in the order in which they are written.
const SCHEMA: &[(&str, Rule)] = &[
    ("$ref", Keep),
    ("type", Keep),
    ("enum", Keep),
    ("enumCaseInsensitive", Keep),
    ("const", Keep),
    ("pattern", Keep),
    ("format", Keep),
    ("minLength", Keep),
    ("maxLength", Keep),
    ("minimum", Keep),
    ("exclusiveMinimum", Keep),
    ("maximum", Keep),
    ("exclusiveMaximum", Keep),
    ("multipleOf", Keep),
    ("default", Keep),
    ("relationshipRef", Keep),
    ("arrayType", Keep),
    ("insertionOrder", Keep),
    ("uniqueItems", Keep),
    ("uniqueKeys", Keep),
    ("minItems", Keep),
    ("maxItems", Keep),
    ("maxUniqueItems", Keep),
    ("items", Rule::Schema),
    ("prefixItems", Rule::Schema),
    ("contains", Rule::Schema),
    ("minProperties", Keep),
    ("maxProperties", Keep),
    ("propertyNames", Rule::Schema),
    ("properties", NamedSchemas),
    ("patternProperties", NamedSchemas),
    ("additionalProperties", Rule::Schema),
    ("required", Keep),
    ("requiredXor", Keep),
    ("requiredOr", Keep),
    ("dependencies", NamedSchemas),
    ("dependentRequired", Keep),
    ("dependentExcluded", Keep),
    ("dependentSchemas", NamedSchemas),
    ("allOf", Rule::Schema),
    ("anyOf", Rule::Schema),
    ("oneOf", Rule::Schema),
    ("not", Rule::Schema),
    ("if", Rule::Schema),
    ("then", Rule::Schema),
    ("else", Rule::Schema),
    ("definitions", NamedSchemas),
    ("formwork", Keep),
    ("description", Drop(PROSE)),
    ("title", Drop(PROSE)),
    ("$comment", Drop(PROSE)),
    ("examples", Drop("samples that bind nothing")),
    ("$id", Drop("names the schema itself")),
];

const PROSE: &str = "prose, which is not ours to pass on";

/// The facts of a published schema, and the keywords that neither list above knows: they are not
/// kept, and whoever imports must hear of them.
pub(super) fn of<'t>(root: &Node<'t>) -> (Node<'t>, Vec<String>) {
    let mut unknown = Vec::new();
    let facts = select(root, ROOT, &mut unknown);
    unknown.sort();
    unknown.dedup();
    (facts, unknown)
}

/// Keeps what the rules say, in their order. The depth is that of the text, which is limited.
fn select<'t>(node: &Node<'t>, rules: &[(&str, Rule)], unknown: &mut Vec<String>) -> Node<'t> {
    let Some(members) = node.members() else {
        return node.clone();
    };
    for member in members {
        if !rules.iter().any(|(key, _)| *key == member.key) {
            unknown.push(member.key.clone().into_owned());
        }
    }
    let mut kept = Vec::new();
    for (key, rule) in rules {
        let Some(value) = node.get(key) else { continue };
        let value = match rule {
            Rule::Keep => value.clone(),
            Rule::Schema => schema(value, unknown),
            Rule::NamedSchemas => each(value, &mut |value| schema(value, unknown)),
            Rule::Presence => each(value, &mut |_| object(Vec::new())),
            Rule::Without(names) => without(value, names),
            Rule::Drop(_) => continue,
        };
        kept.push(Member {
            key: Cow::Owned((*key).to_owned()),
            node: value,
        });
    }
    object(kept)
}

/// One schema or a list of them. Whatever else may stand in their place, such as a flag or a list
/// of names, is a fact.
fn schema<'t>(node: &Node<'t>, unknown: &mut Vec<String>) -> Node<'t> {
    match node.elements() {
        Some(elements) => {
            let elements = elements.iter();
            let elements = elements.map(|node| select(node, SCHEMA, unknown));
            Node {
                at: node.at,
                value: Value::Array(elements.collect()),
            }
        }
        None => select(node, SCHEMA, unknown),
    }
}

/// The same object with the value of each member changed.
fn each<'t>(node: &Node<'t>, change: &mut dyn FnMut(&Node<'t>) -> Node<'t>) -> Node<'t> {
    let Some(members) = node.members() else {
        return node.clone();
    };
    let changed = members.iter().map(|member| Member {
        key: member.key.clone(),
        node: change(&member.node),
    });
    object(changed.collect())
}

fn without<'t>(node: &Node<'t>, names: &[&str]) -> Node<'t> {
    let Some(members) = node.members() else {
        return node.clone();
    };
    let kept = members
        .iter()
        .filter(|member| !names.contains(&member.key.as_ref()));
    object(kept.cloned().collect())
}

/// An object made here, which stands nowhere in a text.
pub(super) fn object(members: Vec<Member<'_>>) -> Node<'_> {
    Node {
        at: 0,
        value: Value::Object(members),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree;

    fn facts(text: &str) -> (String, Vec<String>) {
        let root = tree::parse(text, &|_, _| true).unwrap();
        let (facts, unknown) = of(&root);
        (super::super::print::text(&facts), unknown)
    }

    #[test]
    fn prose_goes_and_properties_with_the_names_of_prose_stay() {
        let (text, unknown) = facts(
            r#"{"description": "x", "typeName": "A::B::C", "properties": {
                "description": {"description": "y", "type": "string"},
                "title": {"title": "z", "properties": {"examples": {"examples": ["e"]}}}
            }}"#,
        );
        assert_eq!(unknown, [""; 0]);
        assert_eq!(
            text,
            r#"{
  "typeName": "A::B::C",
  "properties": {
    "description": {"type": "string"},
    "title": {"properties": {"examples": {}}}
  }
}
"#
        );
    }

    #[test]
    fn handlers_are_named_and_permissions_are_not() {
        let (text, _) = facts(
            r#"{"handlers": {"create": {"permissions": ["p"], "timeoutInMinutes": 3}},
                "tagging": {"permissions": ["p"], "taggable": true}}"#,
        );
        assert_eq!(
            text,
            "{\n  \"tagging\": {\"taggable\": true},\n  \"handlers\": {\"create\": {}}\n}\n"
        );
    }

    #[test]
    fn unknown_keywords_are_told_once_each() {
        let (text, unknown) = facts(
            r#"{"properties": {"A": {"typ": 1}, "B": {"typ": 2, "dependencies": {"C": ["typ"]}}},
                "new": 1}"#,
        );
        assert_eq!(unknown, ["new", "typ"]);
        assert!(text.contains(r#""B": {"dependencies": {"C": ["typ"]}}"#), "{text}");
    }

    #[test]
    fn no_keyword_has_two_rules() {
        for rules in [ROOT, SCHEMA] {
            for (index, (key, _)) in rules.iter().enumerate() {
                assert!(rules[..index].iter().all(|(other, _)| other != key), "{key}");
            }
        }
    }
}
