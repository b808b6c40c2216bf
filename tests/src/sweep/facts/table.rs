//! The facts that a facts text holds.

use formwork::Json;

use super::{Facts, curated};

/// Where a schema stands that a keyword holds.
#[derive(Clone, Copy)]
enum Kind {
    /// A value that is written as it is.
    Value,
    /// A list of values.
    Values,
    /// One schema.
    Schema,
    /// A list of schemas.
    Branches,
    /// Schemas by name, which are members of the value.
    Members,
    /// Schemas by name, which are demands on the value itself.
    Dependent,
    /// Lists of names by name.
    Names,
    /// Lists of names.
    Groups,
    /// A property of another type.
    Relationship,
    /// A schema, or `true` or `false`.
    SchemaOrFlag,
    /// Nothing that the model states: the runtime's view of it is compared.
    Derived,
}

const KEYWORDS: &[(&str, Kind)] = &[
    ("type", Kind::Values),
    ("properties", Kind::Members),
    ("patternProperties", Kind::Members),
    ("additionalProperties", Kind::SchemaOrFlag),
    ("items", Kind::Schema),
    ("prefixItems", Kind::Branches),
    ("required", Kind::Values),
    ("readOnly", Kind::Values),
    ("enum", Kind::Values),
    ("enumCaseInsensitive", Kind::Values),
    ("const", Kind::Value),
    ("default", Kind::Value),
    ("pattern", Kind::Value),
    ("patternMeaning", Kind::Value),
    ("keyMeaning", Kind::Value),
    ("minLength", Kind::Value),
    ("maxLength", Kind::Value),
    ("minItems", Kind::Value),
    ("maxItems", Kind::Value),
    ("minProperties", Kind::Value),
    ("maxProperties", Kind::Value),
    ("minimum", Kind::Value),
    ("maximum", Kind::Value),
    ("exclusiveMinimum", Kind::Value),
    ("exclusiveMaximum", Kind::Value),
    ("multipleOf", Kind::Value),
    ("uniqueItems", Kind::Value),
    ("uniqueKeys", Kind::Values),
    ("insertionOrder", Kind::Value),
    ("format", Kind::Value),
    ("relationshipRef", Kind::Relationship),
    ("source", Kind::Value),
    ("allOf", Kind::Branches),
    ("anyOf", Kind::Branches),
    ("oneOf", Kind::Branches),
    ("not", Kind::Schema),
    ("if", Kind::Schema),
    ("then", Kind::Schema),
    ("else", Kind::Schema),
    ("dependentRequired", Kind::Names),
    ("dependentExcluded", Kind::Names),
    ("dependentSchemas", Kind::Dependent),
    ("requiredXor", Kind::Groups),
    ("requiredOr", Kind::Groups),
    ("update", Kind::Value),
    ("writeOnly", Kind::Value),
    ("secret", Kind::Value),
    ("deprecated", Kind::Value),
    ("shape", Kind::Derived),
    ("documentation", Kind::Derived),
];

/// Keywords whose values are text and are compared without quotes.
const TEXTS: &[&str] = &[
    "type",
    "required",
    "readOnly",
    "pattern",
    "patternMeaning",
    "keyMeaning",
    "uniqueKeys",
    "format",
    "source",
    "update",
];

/// Every fact in a table.
pub(super) fn facts(table: &Json) -> Facts {
    let mut reader = Reader {
        names: Vec::new(),
        facts: Facts::new(),
    };
    reader.names = members(table.get("definitions"))
        .map(|(name, _)| name.to_owned())
        .collect();
    for (key, value) in members(Some(table)) {
        match key {
            "typeName" => reader.text("typeName", value),
            "documentation" => reader.text("documentation", value),
            "asOf" => reader.text("asOf", value),
            "replacement" => reader.text("replacement", value),
            "updateHandler" => reader.state("", "updateHandler", value.to_string()),
            "primaryIdentifier" => reader.state("", "primaryIdentifier", list(value, true)),
            "attributes" => reader.state("", "attributes", keys(value)),
            "definitions" => {
                let names = reader.names.iter().skip(1).cloned().collect::<Vec<_>>();
                if !names.is_empty() {
                    reader.state("", "definitions", names.join(" | "));
                }
            }
            "additionalIdentifiers" => {
                let lists = value.as_array().unwrap_or_default().iter();
                let lists: Vec<String> = lists
                    .map(|names| list(names, true).replace(" | ", ", "))
                    .collect();
                reader.state("", "additionalIdentifiers", lists.join(" | "));
            }
            "tagging" => {
                let words = members(Some(value));
                let words = words.map(|(word, value)| format!("{word}={}", plain(value)));
                reader.state("", "tagging", words.collect::<Vec<_>>().join(" | "));
            }
            "scopedUpdates" | "scopedRoles" | "propertyTransforms" => {}
            other => match curated::written(other, value) {
                Some(facts) => {
                    for (at, keyword, said) in facts {
                        reader.state(&at, keyword, said);
                    }
                }
                None => reader.state(other, "a key that is not known", value.to_string()),
            },
        }
    }
    for (path, value) in members(table.get("scopedUpdates")) {
        reader.state(path, "scopedUpdates", value.as_str().unwrap_or_default());
    }
    for (role, paths) in members(table.get("scopedRoles")) {
        for path in paths.as_array().unwrap_or_default() {
            let path = path.as_str().unwrap_or_default();
            reader.state(&format!("{role} {path}"), "scopedRoles", "true");
        }
    }
    for (path, expression) in members(table.get("propertyTransforms")) {
        reader.state(path, "propertyTransforms", plain(expression));
    }
    for (name, schema) in members(table.get("attributes")) {
        reader.schema(&format!("attributes/{name}"), schema);
    }
    for (name, schema) in members(table.get("definitions")) {
        reader.schema(&format!("definitions/{name}"), schema);
    }
    reader.facts
}

struct Reader {
    /// The names of the definitions, by number.
    names: Vec<String>,
    facts: Facts,
}

impl Reader {
    fn state(&mut self, at: &str, keyword: &'static str, value: impl Into<String>) {
        self.facts.insert((at.to_owned(), keyword), value.into());
    }

    fn text(&mut self, keyword: &'static str, value: &Json) {
        self.state("", keyword, value.as_str().unwrap_or_default());
    }

    fn schema(&mut self, at: &str, schema: &Json) {
        for (key, value) in members(Some(schema)) {
            if key == "$ref" {
                let number = value
                    .as_u64()
                    .and_then(|number| usize::try_from(number).ok());
                let name = number.and_then(|number| self.names.get(number).cloned());
                self.state(at, "$ref", name.unwrap_or_else(|| value.to_string()));
                continue;
            }
            match KEYWORDS.iter().find(|(keyword, _)| key == *keyword) {
                Some((keyword, kind)) => self.keyword(at, keyword, *kind, value),
                None => self.state(
                    &format!("{at}/{key}"),
                    "a key that is not known",
                    value.to_string(),
                ),
            }
        }
    }

    fn keyword(&mut self, at: &str, keyword: &'static str, kind: Kind, value: &Json) {
        let is_text = TEXTS.contains(&keyword);
        match (kind, value) {
            (Kind::Derived, _) => {}
            (Kind::Value, _) => self.state(
                at,
                keyword,
                if is_text { plain(value) } else { text(value) },
            ),
            (Kind::Relationship, _) => {
                let part = |key| value.get(key).and_then(Json::as_str).unwrap_or_default();
                let value = format!("{} {}", part("typeName"), part("propertyPath"));
                self.state(at, keyword, value);
            }
            (Kind::Values, Json::Array(_)) => self.state(at, keyword, list(value, is_text)),
            (Kind::Values, _) => self.state(at, keyword, plain(value)),
            (Kind::SchemaOrFlag, Json::Bool(flag)) => self.state(at, keyword, flag.to_string()),
            (Kind::Schema | Kind::SchemaOrFlag, _) => {
                self.state(at, keyword, "a schema");
                self.schema(&format!("{at}/{keyword}"), value);
            }
            (Kind::Branches, _) => {
                let branches = value.as_array().unwrap_or_default();
                self.state(at, keyword, format!("{} schemas", branches.len()));
                for (index, branch) in branches.iter().enumerate() {
                    self.schema(&format!("{at}/{keyword}/{index}"), branch);
                }
            }
            (Kind::Members | Kind::Dependent | Kind::Names, _) => {
                self.named(at, keyword, kind, value);
            }
            (Kind::Groups, _) => {
                let groups = value.as_array().unwrap_or_default().iter();
                let groups: Vec<_> = groups
                    .map(|names| list(names, true).replace(" | ", ", "))
                    .collect();
                self.state(at, keyword, groups.join(" | "));
            }
        }
    }

    fn named(&mut self, at: &str, keyword: &'static str, kind: Kind, value: &Json) {
        // A record without properties has an empty list of them.
        if matches!(kind, Kind::Members) && members(Some(value)).next().is_some() {
            self.state(at, keyword, keys(value));
        }
        for (name, member) in members(Some(value)) {
            match kind {
                Kind::Names => self.state(&format!("{at}/{name}"), keyword, list(member, true)),
                Kind::Dependent => {
                    let at = format!("{at}/{name}");
                    self.state(&at, keyword, "a schema");
                    self.schema(&format!("{at}/{keyword}"), member);
                }
                _ => self.schema(&format!("{at}/{keyword}/{name}"), member),
            }
        }
    }
}

/// The members of an object; none of anything else.
fn members(object: Option<&Json>) -> impl Iterator<Item = (&str, &Json)> {
    let members = object.and_then(Json::as_object);
    members.into_iter().flat_map(|members| members.iter())
}

fn keys(value: &Json) -> String {
    let names = members(Some(value)).map(|(name, _)| name);
    names.collect::<Vec<_>>().join(" | ")
}

fn list(value: &Json, is_text: bool) -> String {
    let items = value.as_array().unwrap_or_default().iter();
    items
        .map(|item| if is_text { plain(item) } else { text(item) })
        .collect::<Vec<_>>()
        .join(" | ")
}

fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| text(value), str::to_owned)
}

/// A value as compact text, in which both sides are compared.
pub(super) fn text(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => format!("{text:?}"),
        Json::Array(items) => format!("{:?}", items.iter().map(text).collect::<Vec<_>>()),
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| (name, text(value)));
            format!("{:?}", members.collect::<Vec<_>>())
        }
    }
}
