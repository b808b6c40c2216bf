//! Which members of a published schema are facts, and which are left behind.
//!
//! The walk goes by position: only where a keyword may stand is a member taken for one. A property
//! called `description` or `title` is a property.

use std::borrow::Cow;

use formwork_specs::tree::{Member, Node, Value};

use super::node::object;

/// What is kept of a keyword.
#[derive(Clone, Copy)]
enum Kept {
    /// Its value as it stands.
    All,
    /// The facts of a schema; also of each schema of a list. A flag, which may stand in place of
    /// both, is a fact.
    Schema,
    /// The facts of schemas by name. Lists of names, which may stand in place of schemas, are facts.
    NamedSchemas,
    /// That it is there.
    Presence,
    /// An object of facts with rules of its own.
    Object(&'static Rules),
}

use Kept::{All, NamedSchemas, Object, Presence};

/// The keywords that one kind of object may have.
struct Rules {
    /// Those that are kept, in the order in which they are written.
    kept: &'static [(&'static str, Kept)],
    /// Those that are left behind, with the reason.
    left: &'static [(&'static str, &'static str)],
}

const PROSE: &str = "prose, which is not ours to pass on";

/// The type itself.
const ROOT: Rules = Rules {
    kept: &[
        ("typeName", All),
        ("type", All),
        ("documentationUrl", All),
        ("formwork", All),
        ("properties", NamedSchemas),
        ("patternProperties", NamedSchemas),
        ("additionalProperties", Kept::Schema),
        ("required", All),
        ("requiredXor", All),
        ("requiredOr", All),
        ("dependencies", NamedSchemas),
        ("dependentRequired", All),
        ("dependentExcluded", All),
        ("dependentSchemas", NamedSchemas),
        ("allOf", Kept::Schema),
        ("anyOf", Kept::Schema),
        ("oneOf", Kept::Schema),
        ("not", Kept::Schema),
        ("if", Kept::Schema),
        ("then", Kept::Schema),
        ("else", Kept::Schema),
        ("definitions", NamedSchemas),
        ("readOnlyProperties", All),
        ("writeOnlyProperties", All),
        ("createOnlyProperties", All),
        ("conditionalCreateOnlyProperties", All),
        ("deprecatedProperties", All),
        ("nonPublicProperties", All),
        ("nonPublicDefinitions", All),
        ("primaryIdentifier", All),
        ("additionalIdentifiers", All),
        ("propertyTransform", All),
        ("replacementStrategy", All),
        ("lifecycle", All),
        ("taggable", All),
        ("tagging", Object(&TAGGING)),
        ("handlers", Object(&HANDLERS)),
    ],
    left: &[
        ("description", PROSE),
        ("title", PROSE),
        ("$comment", PROSE),
        ("$schema", "names the meta-schema"),
        ("$id", "names the schema itself"),
        ("sourceUrl", "where the provider's source code is"),
        ("resourceLink", "a link into the console"),
        (
            "typeConfiguration",
            "settings of an account, which no template holds",
        ),
        ("remote", "reserved for copies of other schemas"),
    ],
};

/// Which handlers there are: not what they may do, nor how long they may take.
const HANDLERS: Rules = Rules {
    kept: &[
        ("create", Presence),
        ("read", Presence),
        ("update", Presence),
        ("delete", Presence),
        ("list", Presence),
    ],
    left: &[],
};

const TAGGING: Rules = Rules {
    kept: &[
        ("taggable", All),
        ("tagProperty", All),
        ("tagOnCreate", All),
        ("tagUpdatable", All),
        ("cloudFormationSystemTags", All),
    ],
    left: &[("permissions", "what whoever tags must be allowed to do")],
};

/// Every schema below.
const SCHEMA: Rules = Rules {
    kept: &[
        ("$ref", All),
        ("type", All),
        ("enum", All),
        ("enumCaseInsensitive", All),
        ("const", All),
        ("pattern", All),
        ("format", All),
        ("minLength", All),
        ("maxLength", All),
        ("minimum", All),
        ("exclusiveMinimum", All),
        ("maximum", All),
        ("exclusiveMaximum", All),
        ("multipleOf", All),
        ("default", All),
        ("relationshipRef", All),
        ("arrayType", All),
        ("insertionOrder", All),
        ("uniqueItems", All),
        ("uniqueKeys", All),
        ("minItems", All),
        ("maxItems", All),
        ("maxUniqueItems", All),
        ("items", Kept::Schema),
        ("prefixItems", Kept::Schema),
        ("contains", Kept::Schema),
        ("minProperties", All),
        ("maxProperties", All),
        ("propertyNames", Kept::Schema),
        ("properties", NamedSchemas),
        ("patternProperties", NamedSchemas),
        ("additionalProperties", Kept::Schema),
        ("required", All),
        ("requiredXor", All),
        ("requiredOr", All),
        ("dependencies", NamedSchemas),
        ("dependentRequired", All),
        ("dependentExcluded", All),
        ("dependentSchemas", NamedSchemas),
        ("allOf", Kept::Schema),
        ("anyOf", Kept::Schema),
        ("oneOf", Kept::Schema),
        ("not", Kept::Schema),
        ("if", Kept::Schema),
        ("then", Kept::Schema),
        ("else", Kept::Schema),
        ("definitions", NamedSchemas),
        ("formwork", All),
    ],
    left: &[
        ("description", PROSE),
        ("title", PROSE),
        ("$comment", PROSE),
        ("examples", "samples that bind nothing"),
        ("$id", "names the schema itself"),
    ],
};

/// The facts of a published schema, and the keywords that no rule knows: they are not kept, and
/// whoever imports must hear of them.
pub(super) fn of<'t>(root: &Node<'t>) -> (Node<'t>, Vec<String>) {
    let mut unknown = Vec::new();
    let facts = select(root, &ROOT, &mut unknown);
    unknown.sort();
    unknown.dedup();
    (facts, unknown)
}

/// Keeps what the rules say, in their order. The depth is that of the text, which is limited.
fn select<'t>(node: &Node<'t>, rules: &Rules, unknown: &mut Vec<String>) -> Node<'t> {
    let Some(members) = node.members() else {
        return node.clone();
    };
    for member in members {
        let is_kept = rules.kept.iter().any(|(key, _)| *key == member.key);
        let is_left = rules.left.iter().any(|(key, _)| *key == member.key);
        if !is_kept && !is_left {
            unknown.push(member.key.clone().into_owned());
        }
    }
    let mut facts = Vec::new();
    for (key, kept) in rules.kept {
        let Some(value) = node.get(key) else { continue };
        let node = match kept {
            All => value.clone(),
            Kept::Schema => schema(value, unknown),
            NamedSchemas => named_schemas(value, unknown),
            Presence => object(Vec::new()),
            Object(rules) => select(value, rules, unknown),
        };
        let key = Cow::Borrowed(*key);
        facts.push(Member { key, node });
    }
    object(facts)
}

fn schema<'t>(node: &Node<'t>, unknown: &mut Vec<String>) -> Node<'t> {
    let Some(elements) = node.elements() else {
        return select(node, &SCHEMA, unknown);
    };
    let elements = elements.iter();
    let elements = elements.map(|node| select(node, &SCHEMA, unknown));
    Node {
        at: node.at,
        value: Value::Array(elements.collect()),
    }
}

fn named_schemas<'t>(node: &Node<'t>, unknown: &mut Vec<String>) -> Node<'t> {
    let Some(members) = node.members() else {
        return node.clone();
    };
    let members = members.iter().map(|member| Member {
        key: member.key.clone(),
        node: schema(&member.node, unknown),
    });
    object(members.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use formwork_specs::tree;

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
        assert!(
            text.contains(r#""B": {"dependencies": {"C": ["typ"]}}"#),
            "{text}"
        );
    }

    #[test]
    fn no_keyword_has_two_rules() {
        for rules in [ROOT, SCHEMA, HANDLERS, TAGGING] {
            let kept = rules.kept.iter().map(|(key, _)| *key);
            let left = rules.left.iter().map(|(key, _)| *key);
            let keys: Vec<&str> = kept.chain(left).collect();
            for (index, key) in keys.iter().enumerate() {
                assert!(!keys[..index].contains(key), "{key}");
            }
        }
    }
}
