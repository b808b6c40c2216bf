//! What is demanded of one value, ready to be judged.

use std::borrow::Cow;

use super::fast_accept::FastAccept;
use super::property_index::PropertyIndex;
use super::{PropertySpec, RecordSpec, RelationshipSpec, TypeSpec};
use crate::format::Format;
use crate::format::pattern::Pattern;
use crate::{Json, Number};

/// Limits on a value. Lengths count Unicode scalar values.
#[derive(Default)]
#[non_exhaustive]
pub struct Constraints {
    /// The allowed values; empty if any value is allowed.
    pub allowed_values: Vec<Json>,
    /// The allowed values of text that is compared without case.
    pub allowed_values_ignoring_case: Vec<Json>,
    /// The only value allowed.
    pub constant: Option<Json>,
    /// What text must match.
    pub pattern: Option<Pattern>,
    /// The least length of text.
    pub min_length: Option<u64>,
    /// The greatest length of text.
    pub max_length: Option<u64>,
    /// The least number.
    pub minimum: Option<Number>,
    /// The greatest number.
    pub maximum: Option<Number>,
    /// A number that the value must exceed.
    pub exclusive_minimum: Option<Number>,
    /// A number that must exceed the value.
    pub exclusive_maximum: Option<Number>,
    /// What a number must be a multiple of.
    pub multiple_of: Option<Number>,
    /// The least number of elements.
    pub min_items: Option<u64>,
    /// The greatest number of elements.
    pub max_items: Option<u64>,
    /// Whether all elements must differ.
    pub unique_items: bool,
    /// Members whose values must differ between the elements.
    pub unique_keys: Vec<&'static str>,
    /// Whether the order of the elements means nothing.
    pub unordered: bool,
    /// Whether the specification says that the order of the elements counts, also where they are unique.
    pub ordered: bool,
    /// The least number of members.
    pub min_properties: Option<u64>,
    /// The greatest number of members.
    pub max_properties: Option<u64>,
    /// The name of a format.
    pub format: Option<&'static str>,
    /// The same, if it is judged.
    pub(crate) judged_format: Option<&'static Format>,
    /// The property of another resource that the value names.
    pub relationship: Option<RelationshipSpec>,
    /// What the service uses if the property is absent; advice, not a rule.
    pub default: Option<Json>,
    /// Where a rule comes from that no published schema states.
    pub source: Option<&'static str>,
    /// Limits on each element of a list, or on each value of a map; none if there are none, or if they differ by
    /// the name.
    pub elements: Option<&'static Constraints>,
    /// What the names of a map match, one of these; empty if the specification says nothing of them.
    pub names: Vec<Pattern>,
}

/// Which groups of limits are there at all, so that the judge passes over the others.
#[derive(Clone, Copy, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent groups, each asked for by name"
)]
pub(crate) struct Limits {
    pub(crate) any: bool,
    pub(crate) text: bool,
    /// Limits of text that are not about its length.
    pub(crate) beyond_length: bool,
    pub(crate) number: bool,
    pub(crate) count: bool,
    pub(crate) unique: bool,
    /// Whether the first elements have schemas of their own.
    pub(crate) prefix: bool,
    /// Whether anything is demanded of the members of an object together, but that some are there.
    pub(crate) together: bool,
}

impl Constraints {
    pub(crate) fn limits(&self) -> Limits {
        let beyond_length = self.pattern.is_some() || self.judged_format.is_some();
        Limits {
            any: self.constant.is_some()
                || !self.allowed_values.is_empty()
                || !self.allowed_values_ignoring_case.is_empty(),
            text: beyond_length || self.min_length.is_some() || self.max_length.is_some(),
            beyond_length,
            number: self.minimum.is_some()
                || self.maximum.is_some()
                || self.exclusive_minimum.is_some()
                || self.exclusive_maximum.is_some()
                || self.multiple_of.is_some(),
            count: self.min_items.is_some() || self.max_items.is_some(),
            unique: self.unique_items || !self.unique_keys.is_empty(),
            prefix: false,
            together: self.min_properties.is_some() || self.max_properties.is_some(),
        }
    }
}

/// The demands on one value: the vocabulary of JSON Schema with the additions of published files.
///
/// In this order, and at the start of a line of the processor's cache: what every value is asked for fills the
/// first line, what structs and lists are asked for the second.
#[derive(Default)]
#[repr(C, align(64))]
pub struct Schema {
    /// The scalars that fulfil all that the schema demands.
    pub(crate) fast_accept: FastAccept,
    /// Whether the reference is all that the schema says.
    pub(crate) is_alias: bool,
    /// Whether the schema demands other schemas, too.
    pub(crate) is_compound: bool,
    /// Whether objects may stand here, and all that is demanded of one is said by its members.
    pub(crate) is_plain: bool,
    pub(crate) types: TypeSet,
    pub(crate) reference: Option<&'static RecordSpec>,
    pub(crate) limits: Limits,
    pub(crate) properties: &'static [PropertySpec],
    pub(crate) required: Box<[&'static str]>,
    pub(crate) items: Option<Box<Schema>>,
    pub(crate) constraints: Box<Constraints>,
    pub(crate) dependencies: Option<Box<Dependencies>>,
    pub(crate) combined: Option<Box<Combined>>,
    pub(crate) prefix_items: Vec<Schema>,
    pub(crate) additional: Additional,
    pub(crate) pattern_properties: Vec<(Pattern, Schema)>,
    pub(crate) names: PropertyIndex,
    /// Of a property, whether it, or what is in its lists and maps, takes values in other forms than that of its
    /// type.
    pub(crate) has_other_forms: bool,
    /// Of a record, the type of members beside its properties, if there can be any.
    pub(crate) beside: Option<TypeSpec>,
    /// Whether the schema says anything about the members of an object.
    pub(crate) describes_members: bool,
    /// Members that the service alone sets, which are not among the properties.
    pub(crate) read_only: Box<[&'static str]>,
}

/// Demands made of other demands; most schemas have none.
#[derive(Default)]
pub(crate) struct Combined {
    pub(crate) all_of: Vec<Schema>,
    pub(crate) any_of: Vec<Schema>,
    pub(crate) one_of: Vec<Schema>,
    pub(crate) not: Option<Schema>,
    pub(crate) condition: Option<Schema>,
    pub(crate) then: Option<Schema>,
    pub(crate) otherwise: Option<Schema>,
}

/// Demands that members of an object make of each other; most schemas have none.
#[derive(Default)]
pub(crate) struct Dependencies {
    pub(crate) needs: Vec<(&'static str, Vec<&'static str>)>,
    pub(crate) excludes: Vec<(&'static str, Vec<&'static str>)>,
    pub(crate) needs_schema: Vec<(&'static str, Schema)>,
    pub(crate) exactly_one: Vec<Vec<&'static str>>,
    pub(crate) at_least_one: Vec<Vec<&'static str>>,
}

/// Members that are neither named nor matched by a pattern.
#[derive(Default)]
pub(crate) enum Additional {
    #[default]
    Allowed,
    Denied,
    Schema(Box<Schema>),
}

/// References that only lead to references end after so many, or would never.
const MOST_ALIASES: usize = 64;

impl Schema {
    /// What the schema refers to, if that is all it says; mostly that says something itself.
    #[inline]
    pub(crate) fn followed_once(&'static self) -> &'static Self {
        let target = self.reference.filter(|_| self.is_alias);
        let schema = target.and_then(RecordSpec::schema);
        schema.unwrap_or(self)
    }

    /// The schema that says something, behind all references.
    pub(crate) fn followed(&'static self) -> &'static Self {
        let mut schema = self;
        for _ in 0..MOST_ALIASES {
            if !schema.is_alias {
                break;
            }
            schema = schema.followed_once();
        }
        schema
    }

    /// What is demanded of a property, if it takes values in other forms than that of its type.
    pub(crate) fn other_forms_of(&self, property: Option<usize>) -> Option<&'static Self> {
        let property = self.properties.get(property?)?;
        property.schema.has_other_forms.then_some(property.schema)
    }

    /// Whether `CloudFormation` ignores a member of that name: the service alone sets it, and the schema takes it in no
    /// other way.
    pub(crate) fn ignores(&self, name: &str) -> bool {
        let is_matched = || {
            self.pattern_properties
                .iter()
                .any(|(it, _)| it.admits(name))
        };
        self.read_only.contains(&name) && self.position(name).is_none() && !is_matched()
    }

    /// Whether the schema says nothing of members that it does not name.
    pub(crate) fn names_all_it_judges(&self) -> bool {
        matches!(self.additional, Additional::Allowed) && self.pattern_properties.is_empty()
    }

    /// The number of the property with that name.
    #[inline]
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        if self.properties.is_empty() {
            return None;
        }
        self.names.position(name)
    }
}

/// JSON types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonType {
    String = 1,
    Integer = 2,
    Number = 4,
    Boolean = 8,
    Object = 16,
    Array = 32,
    Null = 64,
}

/// A set of JSON types; the empty set allows every type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TypeSet(u8);

impl TypeSet {
    pub(crate) fn add(&mut self, json_type: JsonType) {
        self.0 |= json_type as u8;
    }

    /// Whether the schema names no type.
    pub(crate) fn is_open(self) -> bool {
        self.0 == 0
    }

    /// Whether the set names the type.
    pub(crate) fn names(self, json_type: JsonType) -> bool {
        self.0 & json_type as u8 != 0
    }

    /// Whether the type may stand.
    pub(crate) fn allows(self, json_type: JsonType) -> bool {
        self.is_open() || self.names(json_type)
    }

    /// Whether text, a number or a boolean may stand.
    pub(crate) fn allows_scalar(self) -> bool {
        let scalars = JsonType::String as u8
            | JsonType::Integer as u8
            | JsonType::Number as u8
            | JsonType::Boolean as u8;
        self.is_open() || self.0 & scalars != 0
    }

    /// Whether this is exactly one type.
    pub(crate) fn is_only(self, json_type: JsonType) -> bool {
        self.0 == json_type as u8
    }

    /// The words for a message: `a string or an object`.
    pub(crate) fn words(self) -> Cow<'static, str> {
        let named = [
            (JsonType::String, "a string"),
            (JsonType::Integer, "an integer"),
            (JsonType::Number, "a number"),
            (JsonType::Boolean, "`true` or `false`"),
            (JsonType::Object, "an object"),
            (JsonType::Array, "a list"),
            (JsonType::Null, "`null`"),
        ];
        let mut all = Cow::Borrowed("");
        for (json_type, words) in named {
            if !self.names(json_type) {
                continue;
            }
            if all.is_empty() {
                all = words.into();
            } else {
                all += " or ";
                all += words;
            }
        }
        all
    }
}
