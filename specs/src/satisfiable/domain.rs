//! What may be left of a value, as far as single keywords tell.

use super::kinds::Kinds;
use super::range::{Count, Numbers};
use crate::decimal::Decimal;
use crate::model::{Additional, JsonType, Literal, Schema};

/// A set of values that holds at least those that fulfil a schema.
#[derive(Clone, Debug)]
pub(crate) struct Domain<'a> {
    kinds: Kinds,
    length: Count,
    items: Count,
    members: Count,
    numbers: Numbers,
    /// The only values allowed, where a list says so.
    values: Option<Vec<&'a Literal>>,
}

/// Every value.
impl Default for Domain<'_> {
    fn default() -> Self {
        let any = Count::new(None, None);
        Self {
            kinds: Kinds::ALL,
            length: any,
            items: any,
            members: any,
            numbers: Numbers::default(),
            values: None,
        }
    }
}

impl<'a> Domain<'a> {
    /// What the keywords of a schema say, apart from its reference and its branches.
    pub(super) fn of(schema: &'a Schema) -> Self {
        let limits = &schema.limits;
        let mut kinds = Kinds::of_types(&schema.types);
        if let Some(not) = &schema.not {
            kinds = kinds.without(excluded(not));
        }
        if demands_the_impossible(schema) {
            kinds = kinds.without(Kinds::OBJECT);
        }
        let listed = |list: &'a [Literal]| (!list.is_empty()).then(|| list.iter().collect());
        let mut domain = Self {
            kinds,
            length: Count::new(limits.min_length, limits.max_length),
            items: Count::new(limits.min_items, limits.max_items),
            members: Count::new(limits.min_properties, limits.max_properties).and(members(schema)),
            numbers: Numbers::of(limits),
            values: listed(&limits.allowed),
        };
        if let Some(constant) = &limits.constant {
            domain = domain.and(Self {
                values: Some(vec![constant]),
                ..Self::default()
            });
        }
        domain
    }

    /// The values of these types.
    pub(crate) fn of_types(types: &[JsonType]) -> Self {
        Self {
            kinds: Kinds::of_types(types),
            ..Self::default()
        }
    }

    /// The values in both.
    pub(crate) fn and(self, other: Self) -> Self {
        let values = match (self.values, other.values) {
            (Some(left), Some(right)) => {
                let both = left.into_iter();
                Some(
                    both.filter(|one| right.iter().any(|other| may_be_equal(one, other)))
                        .collect(),
                )
            }
            (one, other) => one.or(other),
        };
        Self {
            kinds: self.kinds.and(other.kinds),
            length: self.length.and(other.length),
            items: self.items.and(other.items),
            members: self.members.and(other.members),
            numbers: self.numbers.and(other.numbers),
            values,
        }
    }

    /// The values in either.
    pub(crate) fn or(self, other: Self) -> Self {
        // What holds nothing must not widen the other.
        if self.is_empty() {
            return other;
        }
        if other.is_empty() {
            return self;
        }
        let values = match (self.values, other.values) {
            (Some(mut left), Some(right)) => {
                left.extend(right);
                Some(left)
            }
            _ => None,
        };
        Self {
            kinds: self.kinds.or(other.kinds),
            length: self.length.or(other.length),
            items: self.items.or(other.items),
            members: self.members.or(other.members),
            numbers: self.numbers.or(other.numbers),
            values,
        }
    }

    /// Whether certainly no value is left.
    pub(crate) fn is_empty(&self) -> bool {
        let kinds = self.possible_kinds();
        match &self.values {
            None => kinds == Kinds::NONE,
            Some(values) => !values.iter().any(|value| self.holds(value, kinds)),
        }
    }

    /// What kind of value it is, for a sentence, if that can be said in two words.
    pub(crate) fn named(&self) -> Option<&'static str> {
        self.possible_kinds().named()
    }

    /// The kinds whose limits leave something.
    fn possible_kinds(&self) -> Kinds {
        let mut kinds = self.kinds;
        for (kind, is_impossible) in [
            (Kinds::TEXT, self.length.is_empty()),
            (Kinds::ARRAY, self.items.is_empty()),
            (Kinds::OBJECT, self.members.is_empty()),
            (Kinds::NUMBER, self.numbers.is_empty()),
            (Kinds::WHOLE, self.numbers.holds_no_whole()),
        ] {
            if is_impossible {
                kinds = kinds.without(kind);
            }
        }
        kinds
    }

    /// Whether one of the listed values may be right.
    fn holds(&self, value: &Literal, kinds: Kinds) -> bool {
        let own = Kinds::of_literal(value);
        let is_possible = match value {
            Literal::String(text) if own == Kinds::TEXT => self.length.holds(text.chars().count()),
            Literal::Number(number) if !kinds.meets(Kinds::TEXT) => {
                self.numbers.holds(&Decimal::of(&number.0))
            }
            Literal::Array(elements) => self.items.holds(elements.len()),
            Literal::Object(members) => self.members.holds(members.len()),
            _ => true,
        };
        is_possible && own.meets(kinds)
    }
}

/// The kinds that a `not` certainly forbids.
fn excluded(not: &Schema) -> Kinds {
    let only_types = Schema {
        types: not.types.clone(),
        ..Schema::default()
    };
    if *not == only_types {
        Kinds::of_types(&not.types)
    } else {
        Kinds::NONE
    }
}

/// How many members an object has at least, because they are required, and at most, because no
/// others are allowed.
fn members(schema: &Schema) -> Count {
    let is_whole = schema.reference.is_none()
        && schema.all_of.is_empty()
        && schema.any_of.is_empty()
        && schema.one_of.is_empty();
    let is_closed = schema.additional == Additional::Denied && schema.pattern_properties.is_empty();
    let most = (is_whole && is_closed).then_some(schema.properties.len());
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let mut required: Vec<&String> = schema.required.iter().collect();
    required.sort_unstable();
    required.dedup();
    Count::new(Some(count(required.len())), most.map(count))
}

/// Whether an object would need a member that it must not have.
fn demands_the_impossible(schema: &Schema) -> bool {
    let is_required = |name: &String| schema.required.contains(name);
    let dependencies = &schema.dependencies;
    let forbidden = schema
        .properties
        .iter()
        .filter(|property| property.required);
    forbidden.map(|property| &property.schema).any(is_nothing)
        || dependencies
            .exactly_one
            .iter()
            .any(|names| names.iter().filter(|name| is_required(name)).count() > 1)
        || dependencies
            .excluded
            .iter()
            .any(|(name, others)| is_required(name) && others.iter().any(is_required))
}

/// Whether it is the schema `false`, or as good as that.
fn is_nothing(schema: &Schema) -> bool {
    schema
        .not
        .as_deref()
        .is_some_and(|not| excluded(not) == Kinds::ALL)
}

/// Whether two allowed values may stand for the same value.
fn may_be_equal(left: &Literal, right: &Literal) -> bool {
    let text = |literal: &Literal| match literal {
        Literal::String(text) => Some(text.clone()),
        Literal::Bool(flag) => Some(flag.to_string()),
        Literal::Number(number) => Some(number.0.clone()),
        Literal::Null | Literal::Array(_) | Literal::Object(_) => None,
    };
    match (text(left), text(right)) {
        (Some(left), Some(right)) => {
            left == right
                || Decimal::of_text(&left)
                    .is_some_and(|number| Some(number) == Decimal::of_text(&right))
        }
        (None, None) => left == right || matches!(left, Literal::Array(_) | Literal::Object(_)),
        _ => false,
    }
}
