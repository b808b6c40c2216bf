//! Lists: their elements, how many there are, and whether they have to differ.

use std::borrow::Cow;

use super::Judge;
use super::classify;
use super::unique::{first_pair, property};
use crate::facts::{Constraints, JsonType, Schema};
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::pointer::Step;
use crate::typed::view::View;

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
    pub(crate) fn demands_together(&self, length: usize, schema: &Schema) -> bool {
        schema.limits.count || self.compares(length, schema)
    }

    /// Whether so many elements have to differ. One differs from all others, whatever it is; only an alternative
    /// has to know what that is.
    #[inline]
    fn compares(&self, length: usize, schema: &Schema) -> bool {
        schema.limits.unique && (length > 1 || self.is_probing())
    }

    /// Judges what is demanded of all elements together: their number, and that they differ.
    #[inline(never)]
    pub(super) fn together(&mut self, view: View<'a>, items: &[View<'a>], schema: &'static Schema) {
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
        let element = schema.items.as_deref();
        if limits.unique_items
            && let Some((first, second)) = first_pair(&items, element)
        {
            self.report_pair(view, first, second, "");
        }
        for key in &limits.unique_keys {
            let member = |item: &View<'a>| match item.member(key) {
                member if member.is_nothing() => View::Absent,
                member => member,
            };
            let members: Vec<_> = items.iter().map(member).collect();
            let element = element.and_then(|element| property(element, key));
            if let Some((first, second)) = first_pair(&members, element) {
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
#[inline]
fn known<'v, 'a>(items: &'v [View<'a>]) -> Known<'v, 'a> {
    let is_literal = |item: &View<'a>| !item.may_be_call() && !matches!(item, View::Absent);
    if items.iter().all(is_literal) {
        return Known {
            count: items.len() as u64,
            open: false,
            items: Cow::Borrowed(items),
        };
    }
    known_of_calls(items)
}

fn known_of_calls<'v, 'a>(items: &'v [View<'a>]) -> Known<'v, 'a> {
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
