//! Which elements of a list are equal, as what their schema takes them for: where an integer is due, `"90"` and `90`
//! are the same, as they are in a struct.

use super::classify::{self, Class, Scalar};
use super::probe::Tolerance;
use super::taken::{self, Taken};
use crate::document::DEPTH_LIMIT;
use crate::facts::{JsonType, PropertySpec, Schema, TypeSet};
use crate::text::sort;
use crate::typed::equal::{self, Sameness, Shape};
use crate::typed::view::{self, View};

/// Up to this many elements each is compared with each other; beyond, they are sorted by their text.
const FEW: usize = 16;

/// What is demanded of values; none if that is not known.
type Demand = Option<&'static Schema>;

/// The first element that equals an earlier one, and that one. What is absent is not compared.
pub(super) fn first_pair(items: &[View<'_>], schema: Demand) -> Option<(usize, usize)> {
    let schema = schema.map(Schema::followed);
    if items.len() <= FEW {
        return equal(items, schema);
    }
    let known = || {
        let all = items.iter().enumerate();
        all.filter(|(_, item)| !matches!(item, View::Absent))
    };
    if types(schema).allows(JsonType::String) {
        let texts = known().map(|(index, item)| Some((plain(*item)?, index)));
        if let Some(texts) = texts.collect::<Option<Vec<_>>>() {
            return equal_texts(texts);
        }
    }
    let texts: Vec<String> = known()
        .map(|(_, item)| canonical(*item, schema, DEPTH_LIMIT))
        .collect();
    let numbers = known().map(|(index, _)| index);
    equal_texts(texts.iter().map(String::as_str).zip(numbers).collect())
}

/// What a schema demands of a member.
pub(super) fn property(schema: &'static Schema, name: &str) -> Demand {
    let schema = schema.followed();
    let property = schema.properties.get(schema.position(name)?)?;
    Some(property.schema.followed())
}

/// The types that are due; all if nothing is known.
fn types(schema: Demand) -> TypeSet {
    schema.map_or_else(TypeSet::default, |schema| schema.types)
}

fn elements(schema: Demand) -> Demand {
    schema?.items.as_deref().map(Schema::followed)
}

/// What CloudFormation takes values for where this is demanded.
#[derive(Clone, Copy)]
struct AsTaken(Demand);

impl Sameness for AsTaken {
    fn shape(self, view: View<'_>) -> Shape {
        match classify::classify(view) {
            Class::List => Shape::List,
            Class::Object => Shape::Object,
            Class::Nothing | Class::Null | Class::Scalar(_) | Class::Call { .. } => Shape::Whole,
        }
    }

    fn wholes(self, left: View<'_>, right: View<'_>, levels: usize) -> bool {
        match (classify::classify(left), classify::classify(right)) {
            (Class::Scalar(one), Class::Scalar(other)) => same_scalars(one, other, types(self.0))
                .unwrap_or_else(|| view::to_json(left) == view::to_json(right)),
            (Class::Nothing, Class::Nothing) | (Class::Null, Class::Null) => true,
            (Class::Call { .. }, Class::Call { .. }) => equal::surely(left, right, levels),
            _ => false,
        }
    }

    fn element(self) -> Self {
        Self(elements(self.0))
    }

    fn member(self, name: &str) -> Self {
        Self(self.0.and_then(|schema| property(schema, name)))
    }

    fn property(self, property: &'static PropertySpec) -> Self {
        Self(Some(property.schema.followed()))
    }
}

/// None if neither is of a type that is due, which is said elsewhere.
fn same_scalars(left: Scalar<'_>, right: Scalar<'_>, types: TypeSet) -> Option<bool> {
    if let (Some(left), Some(right)) = (left.text(), right.text())
        && types.allows(JsonType::String)
    {
        return Some(left == right);
    }
    let (mut one, mut other) = (String::new(), String::new());
    match (
        taken::take(left, types, Tolerance::Usual, &mut one),
        taken::take(right, types, Tolerance::Usual, &mut other),
    ) {
        (Some(left), Some(right)) => Some(left.same(right)),
        (None, None) => None,
        _ => Some(false),
    }
}

/// The text of a string.
fn plain(view: View<'_>) -> Option<&str> {
    match classify::classify(view) {
        Class::Scalar(scalar) => scalar.text(),
        _ => None,
    }
}

fn equal(values: &[View<'_>], schema: Demand) -> Option<(usize, usize)> {
    values.iter().enumerate().find_map(|(position, later)| {
        if matches!(later, View::Absent) {
            return None;
        }
        let mut earlier = values.iter().take(position);
        let is_equal = |earlier: &View<'_>| match (earlier, later) {
            (View::Absent, _) => false,
            // Most elements that have to differ are texts.
            (View::Text(earlier), View::Text(later)) => earlier == later,
            _ => equal::same(*earlier, *later, AsTaken(schema), DEPTH_LIMIT),
        };
        Some((earlier.position(is_equal)?, position))
    })
}

/// The same where many are sorted first.
fn equal_texts(mut texts: Vec<(&str, usize)>) -> Option<(usize, usize)> {
    texts.sort_unstable();
    let pairs = texts.iter().zip(texts.iter().skip(1));
    let equal = pairs.filter(|(a, b)| a.0 == b.0);
    equal
        .map(|(a, b)| (a.1, b.1))
        .min_by_key(|(_, second)| *second)
}

/// The same text for equal values. What is nested deeper than so many levels is said to be too deep elsewhere.
fn canonical(view: View<'_>, schema: Demand, levels: usize) -> String {
    let Some(levels) = levels.checked_sub(1) else {
        return String::new();
    };
    match classify::classify(view) {
        Class::Scalar(scalar) => {
            let mut written = String::new();
            match taken::take(scalar, types(schema), Tolerance::Usual, &mut written) {
                Some(Taken::Text(text)) => format!("{text:?}"),
                // The same number may be written in several ways.
                Some(Taken::Number(number)) => format!("{:?}", number.decimal()),
                Some(Taken::Bool(value)) => value.to_string(),
                None => scalar.to_string(),
            }
        }
        Class::List => {
            let elements = elements(schema);
            let items = view.items().map(|item| canonical(item, elements, levels));
            format!("[{}]", items.collect::<Vec<_>>().join(","))
        }
        Class::Object => {
            let member = |(key, value): (&str, View<'_>)| {
                let schema = schema.and_then(|schema| property(schema, key));
                format!("{key:?}:{}", canonical(value, schema, levels))
            };
            let mut members: Vec<String> = view.members().map(member).collect();
            sort::by_name(&mut members, |member| member);
            format!("{{{}}}", members.join(","))
        }
        Class::Nothing | Class::Null => "null".to_owned(),
        Class::Call { .. } => view::to_json(view).to_string(),
    }
}
