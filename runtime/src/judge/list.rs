//! Lists: their elements, how many there are, and whether they differ.

use std::borrow::Cow;

use super::Judge;
use super::classify::{self, Class, Scalar};
use crate::facts::{Constraints, JsonType, Schema};
use crate::json::Json;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::pointer::Step;
use crate::typed::view::{self, View};

/// Up to this many elements each is compared with each other; beyond, they are sorted by their text.
const FEW: usize = 16;

impl<'a> Judge<'a> {
    #[inline(never)]
    pub(super) fn list(&mut self, view: View<'a>, schema: &'static Schema) {
        if !schema.types.allows(JsonType::Array) {
            return self.wrong_type(view, schema);
        }
        if schema.limits.any {
            self.allowed_whole(view, &schema.constraints);
        }
        view.all_items(|items| self.elements(view, items, schema));
    }

    fn elements(&mut self, view: View<'a>, items: &[View<'a>], schema: &'static Schema) {
        if self.demands_together(items.len(), schema) {
            self.together(view, items, schema);
        }
        let rest = match &schema.items {
            Some(element) => element,
            None if schema.limits.prefix => super::object::anything(),
            None if self.is_probing() || schema.reference.is_some() => return,
            None => super::object::anything(),
        };
        for (index, item) in items.iter().enumerate() {
            let element = schema.prefix_items.get(index).unwrap_or(rest);
            if !self.fulfils(item, element) {
                self.part(Step::Index(index), item, element);
                if self.is_over() {
                    break;
                }
            }
        }
    }

    /// Whether anything is demanded of so many elements together.
    #[inline]
    pub(super) fn demands_together(&self, length: usize, schema: &Schema) -> bool {
        schema.limits.count || self.compares(length, schema)
    }

    /// Whether so many elements have to differ. One differs from all others, whatever it is; only an alternative
    /// has to know what that is.
    #[inline]
    fn compares(&self, length: usize, schema: &Schema) -> bool {
        schema.limits.unique && (length > 1 || self.is_probing())
    }

    /// Judges what is demanded of all elements together, where each one was judged.
    #[inline(never)]
    pub(super) fn elements_together(&mut self, view: View<'a>, schema: &'static Schema) {
        view.all_items(|items| self.together(view, items, schema));
    }

    /// Judges what is demanded of all elements together: their number, and that they differ.
    #[inline(never)]
    fn together(&mut self, view: View<'a>, items: &[View<'a>], schema: &'static Schema) {
        let limits: &'static Constraints = &schema.constraints;
        let compares = self.compares(items.len(), schema);
        let Known { count, open, items } = known(items);
        let fits = limits.min_items.is_none_or(|least| count >= least)
            && limits.max_items.is_none_or(|most| count <= most);
        self.unsure |= open;
        if !fits && !open {
            self.report(Rule::Items, view, move || {
                let (least, most) = (limits.min_items, limits.max_items);
                let range = crate::typed::describe::range(least, most);
                (
                    format!("the list has {count} elements where {range} are allowed"),
                    Help::None,
                )
            });
        }
        if !compares {
            return;
        }
        if limits.unique_items
            && let Some((first, second)) = first_pair(&items)
        {
            self.report_pair(view, first, second, "");
        }
        for key in &limits.unique_keys {
            let member = |item: &View<'a>| match item.member(key) {
                member if member.is_nothing() => View::Absent,
                member => member,
            };
            let members: Vec<_> = items.iter().map(member).collect();
            if let Some((first, second)) = first_pair(&members) {
                self.report_pair(view, first, second, key);
            }
        }
    }

    /// Two elements, or their members `key`, are equal.
    #[cold]
    fn report_pair(&mut self, view: View<'a>, first: usize, second: usize, key: &str) {
        self.report(Rule::UniqueItems, view, || {
            let of = if key.is_empty() {
                String::new()
            } else {
                format!("`{key}` of ")
            };
            (
                format!("{of}elements {first} and {second} are equal, and all have to differ"),
                Help::None,
            )
        });
    }
}

/// What is known of the elements of a list before deployment.
struct Known<'v, 'a> {
    /// How many there are at least.
    count: u64,
    /// Whether there may be more or fewer.
    open: bool,
    /// The elements that are known; the others are absent.
    items: Cow<'v, [View<'a>]>,
}

/// What is known of elements, of which some may be function calls.
fn known<'v, 'a>(items: &'v [View<'a>]) -> Known<'v, 'a> {
    let mut known = Known {
        count: 0,
        open: false,
        items: Cow::Borrowed(items),
    };
    for (index, item) in items.iter().enumerate() {
        if !item.may_be_call() {
            known.count += u64::from(!matches!(item, View::Absent));
            continue;
        }
        if !item.is_nothing() {
            known.count += 1;
            match classify::function(*item) {
                None => continue,
                Some("Ref" | "Fn::GetAtt") => {}
                Some(_) => known.open = true,
            }
        }
        if let Some(place) = known.items.to_mut().get_mut(index) {
            *place = View::Absent;
        }
    }
    known
}

/// The first element that equals an earlier one, and that one. What is absent is not compared.
fn first_pair(items: &[View<'_>]) -> Option<(usize, usize)> {
    if items.len() <= FEW {
        return equal(items);
    }
    let known = || {
        let all = items.iter().enumerate();
        all.filter(|(_, item)| !matches!(item, View::Absent))
    };
    let texts = known().map(|(index, item)| Some((index, plain(*item)?)));
    if let Some(texts) = texts.collect::<Option<Vec<_>>>() {
        return equal_texts(texts);
    }
    let texts = known().map(|(index, item)| (index, canonical(&view::to_json(*item))));
    equal_texts(texts.collect())
}

/// Whether two values are the same JSON. Documents are only so deep.
fn same(left: &View<'_>, right: &View<'_>) -> bool {
    match (*left, *right) {
        (View::Text(left), View::Text(right)) => left == right,
        // The properties of one type have the same numbers.
        (View::Record(one), View::Record(other)) if core::ptr::eq(one.spec(), other.spec()) => {
            view::both(one, other, same_values)
        }
        (left, right) => same_at_a_look(left, right),
    }
}

/// The same of values that only a look tells apart.
fn same_at_a_look(left: View<'_>, right: View<'_>) -> bool {
    match (classify::classify(left), classify::classify(right)) {
        (Class::Scalar(Scalar::Text(left)), Class::Scalar(Scalar::Text(right))) => left == right,
        (Class::List, Class::List) => {
            let (mut left, mut right) = (left.items(), right.items());
            loop {
                match (left.next(), right.next()) {
                    (None, None) => return true,
                    (Some(left), Some(right)) if same(&left, &right) => {}
                    _ => return false,
                }
            }
        }
        (Class::Object, Class::Object) => {
            left.members()
                .all(|(key, left)| same(&left, &right.member(key)))
                && left.members().count() == right.members().count()
        }
        (Class::Nothing, Class::Nothing) | (Class::Null, Class::Null) => true,
        (Class::Scalar(_), Class::Scalar(_)) | (Class::Call { .. }, Class::Call { .. }) => {
            view::to_json(left) == view::to_json(right)
        }
        _ => false,
    }
}

/// The same of the values of all properties of two structs.
fn same_values(left: &[View<'_>], right: &[View<'_>]) -> bool {
    let mut pairs = left.iter().zip(right);
    pairs.all(|pair| match pair {
        (View::Absent, View::Absent) => true,
        (View::Absent, _) | (_, View::Absent) => false,
        (left, right) => same(left, right),
    })
}

/// The text of a string.
fn plain(view: View<'_>) -> Option<&str> {
    match classify::classify(view) {
        Class::Scalar(Scalar::Text(text)) => Some(text),
        _ => None,
    }
}

fn equal(values: &[View<'_>]) -> Option<(usize, usize)> {
    values.iter().enumerate().find_map(|(position, later)| {
        if matches!(later, View::Absent) {
            return None;
        }
        let mut earlier = values.iter().take(position);
        let is_equal =
            |earlier: &View<'_>| !matches!(earlier, View::Absent) && same(earlier, later);
        Some((earlier.position(is_equal)?, position))
    })
}

/// The same where many are sorted first.
fn equal_texts<T: Ord>(mut texts: Vec<(usize, T)>) -> Option<(usize, usize)> {
    texts.sort_unstable_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    let pairs = texts.iter().zip(texts.iter().skip(1));
    let equal = pairs.filter(|(a, b)| a.1 == b.1);
    equal
        .map(|(a, b)| (a.0, b.0))
        .min_by_key(|(_, second)| *second)
}

/// The same text for equal values.
fn canonical(value: &Json) -> String {
    match value {
        Json::Object(object) => {
            let mut members: Vec<String> = object
                .iter()
                .map(|(key, value)| format!("{key:?}:{}", canonical(value)))
                .collect();
            members.sort_unstable();
            format!("{{{}}}", members.join(","))
        }
        Json::Array(items) => {
            format!(
                "[{}]",
                items.iter().map(canonical).collect::<Vec<_>>().join(",")
            )
        }
        // The same number may be written in several ways.
        Json::Number(number) => format!("{:?}", number.decimal()),
        scalar => scalar.to_string(),
    }
}
