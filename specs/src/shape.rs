//! What kind of value a schema describes, resolved through references and unions, and neutral of
//! any programming language.
//!
//! # The rule
//!
//! A schema may make several statements about the kind: its own `type`, the target of its `$ref`,
//! the branches of `allOf`, `anyOf` and `oneOf`. What each says:
//!
//! * `type` names a kind. `null` beside others is passed over; `integer` with `number` is a number;
//!   any other list of several is any value. A string in the format `date-time` or `timestamp` is a
//!   timestamp.
//! * An object with named properties is a record, also one that is closed and has none. One whose
//!   members are described by pattern or by `additionalProperties` is a map. Any other is any
//!   value.
//! * Without `type`: `properties` make a record, `items` a list, `enum` and `const` the kind of
//!   their values; the format `json` makes any value; `relationshipRef`, `pattern` and limits of
//!   length make a text.
//! * Branches that say nothing of the kind, such as a mere list of `required` names, do not count.
//!
//! Statements that hold together (`type`, `$ref`, `allOf`) narrow each other: a number that is an
//! integer is an integer, an object that is a record is that record. Statements of which one holds
//! (`anyOf`, `oneOf`) widen each other: integer or number is a number. Records in either case
//! become one record with the properties of all. Whatever else differs is any value.
//!
//! One union takes the type of one of its branches: a list of described elements, or else an object of which
//! nothing is said. Published files write so where everybody gives a list, and the object is what remains of
//! days when the property was free JSON (`KeySchema` of `AWS::DynamoDB::Table`). The object can still be given:
//! whoever holds values by their shape has to keep one in another form as it was written.
//!
//! In a model that came out of [`read`](crate::read()), every record has a name: inline ones have
//! been given one, and the properties of branches have been gathered in it (see
//! [`crate::ResourceType`]).

mod own;

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Additional, Definition, JsonType, ResourceType, Schema};
use own::own_kind;

/// The kind of value a schema describes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape<'a> {
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A string that names a point in time.
    Timestamp,
    /// Any JSON value: the schema does not settle on one kind.
    Any,
    /// A list of such elements.
    List(&'a Schema),
    /// Members of any name (or of names that match a pattern), each such a value.
    Map(&'a Schema),
    /// The record that this definition describes.
    Record(&'a str),
}

/// The shape of a schema of that resource. To ask for many, make a [`Shapes`] once.
#[must_use]
pub fn shape<'a>(resource: &'a ResourceType, schema: &'a Schema) -> Shape<'a> {
    Shapes::of(&resource.definitions).shape(schema)
}

/// What a record demands of members beside its properties, under names that it does not list: the schema that its
/// patterns and `additionalProperties` agree on, any value where they do not; none if there can be no others.
#[must_use]
pub fn beside(record: &Schema) -> Option<&Schema> {
    let mut patterns = record.pattern_properties.iter().map(|(_, schema)| schema);
    let rest = match &record.additional {
        Additional::Unstated | Additional::Denied => None,
        Additional::Allowed => Some(&*ANYTHING),
        Additional::Schema(schema) => Some(&**schema),
    };
    let first = patterns.next().or(rest)?;
    let agree = patterns.chain(rest).all(|other| other == first);
    Some(if agree { first } else { &ANYTHING })
}

/// The shapes of the schemas of one resource, with an index of its definitions.
#[derive(Debug)]
pub struct Shapes<'a> {
    definitions: HashMap<&'a str, &'a Schema>,
    known: RefCell<HashMap<&'a str, Kind<'a>>>,
}

/// How many lists and maps may stand in each other before their content is taken as any value. An alias that
/// is a list of itself would otherwise never end.
pub const DEEPEST: usize = 8;

/// A statement about the kind.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind<'a> {
    /// None.
    Silent,
    Text,
    Integer,
    Number,
    Boolean,
    Timestamp,
    Any,
    /// An object, nothing more.
    Object,
    List(Option<&'a Schema>),
    Map(&'a Schema),
    Record(Option<&'a str>),
}

/// Beyond this depth of references and branches the answer is any value. It bounds the stack.
const MAX_DEPTH: usize = 48;

static ANYTHING: LazyLock<Schema> = LazyLock::new(Schema::default);

impl<'a> Shapes<'a> {
    /// Indexes definitions.
    #[must_use]
    pub fn of(definitions: &'a [Definition]) -> Self {
        let mut index = HashMap::with_capacity(definitions.len());
        for definition in definitions {
            index
                .entry(definition.name.as_str())
                .or_insert(&definition.schema);
        }
        Self {
            definitions: index,
            known: RefCell::default(),
        }
    }

    /// The definition of that name.
    #[must_use]
    pub fn definition(&self, name: &str) -> Option<&'a Schema> {
        self.definitions.get(name).copied()
    }

    /// The shape of a schema.
    #[must_use]
    pub fn shape(&self, schema: &'a Schema) -> Shape<'a> {
        Self::known_shape(self.kind(schema, 0))
    }

    /// The shape of whatever refers to the definition of that name and says nothing more.
    #[must_use]
    pub fn shape_of_definition(&self, name: &str) -> Shape<'a> {
        Self::known_shape(self.kind_of_definition(name, 0))
    }

    /// The shape, or any value where more than [`DEEPEST`] lists and maps stand in each other.
    #[must_use]
    pub fn bounded(&self, shape: Shape<'a>) -> Shape<'a> {
        let mut inner = shape;
        for _ in 0..DEEPEST {
            match inner {
                Shape::List(next) | Shape::Map(next) => inner = self.shape(next),
                _ => return shape,
            }
        }
        Shape::Any
    }

    fn known_shape(kind: Kind<'a>) -> Shape<'a> {
        match kind {
            Kind::Text => Shape::Text,
            Kind::Integer => Shape::Integer,
            Kind::Number => Shape::Number,
            Kind::Boolean => Shape::Boolean,
            Kind::Timestamp => Shape::Timestamp,
            Kind::Silent | Kind::Any | Kind::Object | Kind::Record(None) => Shape::Any,
            Kind::List(items) => Shape::List(items.unwrap_or(&ANYTHING)),
            Kind::Map(values) => Shape::Map(values),
            Kind::Record(Some(name)) => Shape::Record(name),
        }
    }

    /// The same knowledge about definitions without holding on to them, so that they may change.
    /// `names` are theirs.
    pub(crate) fn detached<'n>(&self, names: &'n [String]) -> Shapes<'n> {
        let kind = |name: &'n str| match self.kind_of_definition(name, 0) {
            Kind::List(_) => Kind::List(None),
            Kind::Map(_) => Kind::Map(&ANYTHING),
            Kind::Record(Some(_)) => Kind::Record(Some(name)),
            Kind::Record(None) => Kind::Record(None),
            Kind::Silent => Kind::Silent,
            Kind::Text => Kind::Text,
            Kind::Integer => Kind::Integer,
            Kind::Number => Kind::Number,
            Kind::Boolean => Kind::Boolean,
            Kind::Timestamp => Kind::Timestamp,
            Kind::Any => Kind::Any,
            Kind::Object => Kind::Object,
        };
        let known = names
            .iter()
            .map(|name| (name.as_str(), kind(name)))
            .collect();
        Shapes {
            definitions: HashMap::new(),
            known: RefCell::new(known),
        }
    }

    /// Whether a schema describes a record that has no name of its own.
    pub(crate) fn is_inline_record(&self, schema: &Schema) -> bool {
        self.kind(schema, 0) == Kind::Record(None)
    }

    /// Whether two schemas describe the same kind of value.
    pub(crate) fn are_of_one_kind(&self, left: &Schema, right: &Schema) -> bool {
        self.are_alike(left, right, 0)
    }

    fn kind<'s>(&self, schema: &'s Schema, depth: usize) -> Kind<'s>
    where
        'a: 's,
    {
        if depth > MAX_DEPTH {
            return Kind::Any;
        }
        let mut kind = own_kind(schema);
        if let Some(name) = &schema.reference {
            kind = both(kind, self.kind_of_definition(name, depth + 1));
        }
        for branch in &schema.all_of {
            kind = both(kind, self.kind(branch, depth + 1));
        }
        for branches in [&schema.any_of, &schema.one_of] {
            kind = both(kind, self.union(branches, depth));
        }
        kind
    }

    fn union<'s>(&self, branches: &'s [Schema], depth: usize) -> Kind<'s>
    where
        'a: 's,
    {
        let (mut told, mut free) = (Kind::Silent, Kind::Silent);
        for branch in branches {
            let kind = self.kind(branch, depth + 1);
            let union = if is_free_object(branch) {
                &mut free
            } else {
                &mut told
            };
            *union = self.either(*union, kind, depth);
        }
        match told {
            Kind::List(Some(items)) if self.is_described(items, depth) => told,
            _ => self.either(told, free, depth),
        }
    }

    /// Whether a schema says what kind of value it is about.
    fn is_described(&self, schema: &Schema, depth: usize) -> bool {
        let kind = self.kind(schema, depth + 1);
        !matches!(kind, Kind::Silent | Kind::Any | Kind::Object)
    }

    fn kind_of_definition(&self, name: &str, depth: usize) -> Kind<'a> {
        if let Some(kind) = self.known.borrow().get(name) {
            return *kind;
        }
        let Some((name, schema)) = self.definitions.get_key_value(name) else {
            return Kind::Any;
        };
        // The answer for whoever asks while this is being found out: a definition that is itself.
        self.known.borrow_mut().insert(name, Kind::Any);
        let kind = match self.kind(schema, depth) {
            Kind::Record(None) => Kind::Record(Some(name)),
            kind => kind,
        };
        self.known.borrow_mut().insert(name, kind);
        kind
    }

    /// What two statements of which one holds say together.
    fn either<'s>(&self, left: Kind<'s>, right: Kind<'s>, depth: usize) -> Kind<'s>
    where
        'a: 's,
    {
        match (left, right) {
            (Kind::Silent, other) | (other, Kind::Silent) => other,
            (left, right) if left == right => left,
            (Kind::Integer, Kind::Number) | (Kind::Number, Kind::Integer) => Kind::Number,
            (Kind::Text, Kind::Timestamp) | (Kind::Timestamp, Kind::Text) => Kind::Text,
            (Kind::Record(_), Kind::Record(_)) => Kind::Record(None),
            (Kind::List(Some(left)), Kind::List(Some(right)))
                if self.are_alike(left, right, depth) =>
            {
                Kind::List(Some(left))
            }
            (Kind::Map(left), Kind::Map(right)) if self.are_alike(left, right, depth) => {
                Kind::Map(left)
            }
            _ => Kind::Any,
        }
    }

    fn are_alike(&self, left: &Schema, right: &Schema, depth: usize) -> bool {
        let kind = self.kind(left, depth + 1);
        kind == self.kind(right, depth + 1) && kind != Kind::Record(None)
    }
}

/// Whether a schema takes any object, perhaps written as text, and says nothing of its members.
fn is_free_object(schema: &Schema) -> bool {
    let Schema {
        reference,
        types,
        description: _,
        properties,
        required,
        read_only: _,
        pattern_properties,
        additional,
        items,
        prefix_items,
        limits: _,
        all_of,
        any_of,
        one_of,
        not,
        conditional,
        dependencies: _,
    } = schema;
    let is_object = types.contains(&JsonType::Object)
        && types
            .iter()
            .all(|one| matches!(one, JsonType::Object | JsonType::String | JsonType::Null));
    let says_nothing = properties.is_empty()
        && required.is_empty()
        && pattern_properties.is_empty()
        && matches!(additional, Additional::Unstated | Additional::Allowed);
    let is_alone = reference.is_none()
        && items.is_none()
        && prefix_items.is_empty()
        && all_of.is_empty()
        && any_of.is_empty()
        && one_of.is_empty()
        && not.is_none()
        && conditional.is_none();
    is_object && says_nothing && is_alone
}

/// What two statements that both hold say together.
fn both<'s>(left: Kind<'s>, right: Kind<'s>) -> Kind<'s> {
    match (left, right) {
        (Kind::Silent, other) | (other, Kind::Silent) => other,
        (Kind::Any, _) | (_, Kind::Any) => Kind::Any,
        (left, right) if left == right => left,
        (Kind::Object, object @ (Kind::Map(_) | Kind::Record(_)))
        | (object @ (Kind::Map(_) | Kind::Record(_)), Kind::Object) => object,
        (Kind::Integer, Kind::Number) | (Kind::Number, Kind::Integer) => Kind::Integer,
        (Kind::Text, Kind::Timestamp) | (Kind::Timestamp, Kind::Text) => Kind::Timestamp,
        (Kind::Record(_), Kind::Record(_)) => Kind::Record(None),
        (Kind::List(left), Kind::List(right)) => Kind::List(left.or(right)),
        (map @ Kind::Map(_), Kind::Map(_)) => map,
        _ => Kind::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shape of property `P` of a registry schema with these definitions.
    fn shape_of(schema: &str, definitions: &str) -> String {
        let text = format!(
            r#"{{"typeName":"A::B::C","properties":{{"P":{schema}}},"definitions":{{{definitions}}}}}"#
        );
        let spec = crate::read(text.as_bytes()).expect("a good schema");
        let resource = spec.resources.first().expect("one type");
        let property = resource.body.properties.first().expect("one property");
        match shape(resource, &property.schema) {
            Shape::List(items) => format!("List({:?})", shape(resource, items)),
            Shape::Map(values) => format!("Map({:?})", shape(resource, values)),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_reference_says_more_than_limits_beside_it() {
        let record = r#""R":{"type":"object","properties":{"A":{"type":"string"}}}"#;
        let reference = r##"{"$ref":"#/definitions/R","maxLength":100}"##;
        assert_eq!(shape_of(reference, record), "Record(\"R\")");
    }

    #[test]
    fn each_rule_in_a_line() {
        for (schema, expected) in [
            (r#"{"type":"string"}"#, "Text"),
            (r#"{"type":["string","null"]}"#, "Text"),
            (r#"{"type":"string","format":"date-time"}"#, "Timestamp"),
            (r#"{"type":["integer","number"]}"#, "Number"),
            (r#"{"type":["object","string"]}"#, "Any"),
            (r#"{"type":"object"}"#, "Any"),
            (r#"{"type":"object","additionalProperties":true}"#, "Any"),
            (
                r#"{"type":"object","additionalProperties":false}"#,
                "Record(\"P\")",
            ),
            (
                r#"{"type":"object","additionalProperties":{"type":"integer"}}"#,
                "Map(Integer)",
            ),
            (
                r#"{"patternProperties":{"a":{"type":"string"},"b":{"type":"string"}}}"#,
                "Map(Text)",
            ),
            (
                r#"{"patternProperties":{"a":{"type":"string"},"b":{"type":"integer"}}}"#,
                "Map(Any)",
            ),
            (r#"{"type":"array"}"#, "List(Any)"),
            (r#"{"items":{"type":"boolean"}}"#, "List(Boolean)"),
            (r#"{"properties":{"A":{}}}"#, "Record(\"P\")"),
            (r#"{"enum":["a","b"]}"#, "Text"),
            (r#"{"enum":[1,2]}"#, "Integer"),
            (r#"{"enum":[1,"2"]}"#, "Any"),
            (r#"{"const":1.5}"#, "Number"),
            (r#"{"minLength":1,"format":"json"}"#, "Any"),
            (
                r#"{"anyOf":[{"relationshipRef":{"typeName":"T","propertyPath":"/p"}},{}]}"#,
                "Text",
            ),
            (
                r#"{"type":"string","anyOf":[{"pattern":"a"},{"format":"x"}]}"#,
                "Text",
            ),
            (
                r#"{"oneOf":[{"type":"integer"},{"type":"number"}]}"#,
                "Number",
            ),
            (
                r#"{"allOf":[{"type":"integer"},{"type":"number"}]}"#,
                "Integer",
            ),
            (r#"{"oneOf":[{"type":"integer"},{"type":"string"}]}"#, "Any"),
            (
                r#"{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"object"}]}"#,
                "List(Text)",
            ),
            (
                r#"{"minItems":1,"anyOf":[{"type":["object","string"],"format":"json"},
                    {"type":"array","items":{"type":"integer"}}]}"#,
                "List(Integer)",
            ),
            (
                r#"{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"object"},
                    {"type":"string"}]}"#,
                "Any",
            ),
            (r#"{"oneOf":[{"type":"array"},{"type":"object"}]}"#, "Any"),
            (
                r#"{"oneOf":[{"type":"array","items":{"type":"string"}},
                    {"type":"object","properties":{"A":{}}}]}"#,
                "Any",
            ),
            (
                r#"{"oneOf":[{"type":"array","items":{"type":"string"}},
                    {"type":"object","additionalProperties":{"type":"string"}}]}"#,
                "Any",
            ),
            (
                r#"{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"string"}]}"#,
                "Any",
            ),
            ("{}", "Any"),
            ("true", "Any"),
        ] {
            assert_eq!(shape_of(schema, ""), expected, "{schema}");
        }
    }

    #[test]
    fn references_are_followed_and_records_keep_their_name() {
        let definitions = r##""R":{"type":"object","properties":{"X":{"type":"string"}}},
            "S":{"type":"object","properties":{"Y":{"type":"string"}}},
            "Alias":{"$ref":"#/definitions/R"},
            "Names":{"type":"array","items":{"type":"string"}}"##;
        for (schema, expected) in [
            (r##"{"$ref":"#/definitions/R"}"##, "Record(\"R\")"),
            (r##"{"$ref":"#/definitions/Alias"}"##, "Record(\"R\")"),
            (r##"{"$ref":"#/definitions/Names"}"##, "List(Text)"),
            (
                r##"{"allOf":[{"$ref":"#/definitions/R"}]}"##,
                "Record(\"R\")",
            ),
            (
                r##"{"type":"object","$ref":"#/definitions/R"}"##,
                "Record(\"R\")",
            ),
            (
                r##"{"anyOf":[{"$ref":"#/definitions/R"},{"$ref":"#/definitions/S"}]}"##,
                "Record(\"P\")",
            ),
            (
                r##"{"anyOf":[{"$ref":"#/definitions/R"},{"type":"string"}]}"##,
                "Any",
            ),
        ] {
            assert_eq!(shape_of(schema, definitions), expected, "{schema}");
        }
    }
}
