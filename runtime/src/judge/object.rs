//! Objects: their members, the required ones and the unknown ones.

use std::sync::LazyLock;

use super::Judge;
use super::classify::{self, Class};
use crate::facts::near::NearProperties;
use crate::facts::{Additional, Constraints, JsonType, PropertySpec, Schema};
use crate::json::call;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::function;
use crate::text::pointer::Step;
use crate::text::suggest;
use crate::typed::describe;
use crate::typed::record::Record;
use crate::typed::view::{self, View};

/// A schema that demands nothing: what is in there is still looked at for function calls.
pub(super) fn anything() -> &'static Schema {
    static ANYTHING: LazyLock<Schema> = LazyLock::new(Schema::default);
    &ANYTHING
}

impl<'a> Judge<'a> {
    #[inline(never)]
    pub(super) fn object(&mut self, view: View<'a>, schema: &'static Schema) {
        if !schema.types.allows(JsonType::Object) {
            return self.wrong_type(view, schema);
        }
        if schema.limits.any {
            self.allowed_whole(view, &schema.constraints);
        }
        if (self.is_probing() || schema.reference.is_some()) && schema.names_all_it_judges() {
            return self.named(view, schema);
        }
        match view {
            View::Record(record) => self.record(record, schema),
            _ => self.open(view, schema),
        }
    }

    /// Judges a struct; mostly its slots are the properties of the schema.
    #[inline(never)]
    pub(super) fn record(&mut self, record: &'a dyn Record, schema: &'static Schema) {
        if !record.spec().has(schema) {
            return self.open(View::Record(record), schema);
        }
        let met = if self.writes() {
            view::all(record, |values| {
                let slots = values.iter().zip(schema.properties);
                let met = slots.filter(|(value, property)| self.property(value, property));
                met.count()
            })
        } else {
            record.check(self, schema)
        };
        self.members_together(View::Record(record), met, schema);
    }

    /// Judges an object that can have any members.
    #[inline(never)]
    fn open(&mut self, view: View<'a>, schema: &'static Schema) {
        let mut met = 0;
        let mut open = false;
        view.each_member(|key, value| {
            if function::adds_members(key) {
                open = true;
                self.argument(key, value);
            } else {
                met += usize::from(self.member(key, value, schema));
            }
            !self.is_over()
        });
        self.unsure |= open;
        // Members that deployment adds may be the missing ones.
        let met = if open { schema.required.len() } else { met };
        self.members_together(view, met, schema);
    }

    /// Judges what is demanded of the members together: how many there are, which have to be there, and what they
    /// demand of each other. So many of the required ones are there.
    #[inline]
    pub(super) fn members_together(&mut self, view: View<'a>, met: usize, schema: &'static Schema) {
        if (met < schema.required.len() || schema.limits.together) && !self.is_over() {
            self.members_with_care(view, met, schema);
        }
    }

    #[inline(never)]
    fn members_with_care(&mut self, view: View<'a>, met: usize, schema: &'static Schema) {
        self.count(view, &schema.constraints);
        view.named(|members| {
            if met < schema.required.len() {
                for name in &schema.required {
                    if members.get(name).is_nothing() {
                        self.missing(view, name);
                    }
                }
            }
            if let Some(due) = &schema.dependencies {
                self.dependencies(view, members, due);
            }
        });
    }

    #[cold]
    fn missing(&mut self, view: View<'a>, name: &str) {
        let message = || (["property `", name, "` is missing"].concat(), Help::None);
        self.report(Rule::Required, view, message);
    }

    /// Judges the named properties and no other member: most alternatives say nothing of the others, and
    /// where a reference stands beside, what it leads to looks at all.
    #[inline(never)]
    fn named(&mut self, view: View<'a>, schema: &'static Schema) {
        view.named(|members| {
            for name in &schema.required {
                if members.get(name).is_nothing() {
                    if is_extended(view) {
                        self.unsure = true;
                    } else {
                        self.missing(view, name);
                    }
                }
            }
            for property in schema.properties {
                if self.is_over() {
                    return;
                }
                self.property(&members.get(property.name), property);
            }
            if let Some(due) = &schema.dependencies {
                self.dependencies(view, members, due);
            }
        });
        if schema.limits.together && !self.is_over() {
            self.count(view, &schema.constraints);
        }
    }

    /// Judges a named property; whether it is required and there is the answer.
    fn property(&mut self, value: &View<'a>, property: &'static PropertySpec) -> bool {
        if self.fulfils(value, property.schema) {
            return property.required;
        }
        if value.is_nothing() {
            return false;
        }
        self.enter(Step::Name(property.name));
        self.with_care(value, property.schema);
        if property.required && value.may_be_call() {
            self.removed(*value, property.name);
        }
        self.leave();
        property.required
    }

    /// Judges a member by its name; whether it is required and there is the answer.
    fn member(&mut self, key: &'a str, value: View<'a>, schema: &'static Schema) -> bool {
        let named = schema
            .position(key)
            .and_then(|index| schema.properties.get(index));
        let met = named.is_some_and(|property| self.property(&value, property));
        let mut matched = named.is_some();
        for (pattern, element) in &schema.pattern_properties {
            if pattern.admits(key) {
                matched = true;
                self.inside(Step::Name(key), &value, element);
            }
        }
        if !matched {
            match &schema.additional {
                Additional::Schema(element) => self.inside(Step::Name(key), &value, element),
                Additional::Allowed => self.inside(Step::Name(key), &value, anything()),
                Additional::Denied => self.unknown(key, value, schema),
            }
        }
        met
    }

    /// A member that may not be there. Its name is to blame, which stands right before its value.
    fn unknown(&mut self, key: &'a str, value: View<'a>, schema: &'static Schema) {
        let node = value.node().map(|node| node.saturating_sub(1));
        self.enter(Step::Name(key));
        match schema.pattern_properties.as_slice() {
            [(pattern, _)] if schema.properties.is_empty() => {
                self.report_at(Rule::Pattern, node, || {
                    let (met, due) = (describe::text_value(key), pattern.expression());
                    let message = ["the key ", &met, " does not match `", due, "`"].concat();
                    (message, pattern.meaning().map_or(Help::None, Help::from))
                });
            }
            _ => self.report_at(Rule::UnknownProperty, node, || {
                let message = describe::text_value(key) + " is not a property";
                (
                    message,
                    Help::later(NearProperties {
                        name: suggest::start(key).into(),
                        schema,
                    }),
                )
            }),
        }
        self.leave();
    }

    /// A required member may be missing after all if a branch of `Fn::If` removes it.
    #[inline(never)]
    pub(super) fn removed(&mut self, value: View<'a>, name: &'static str) {
        let Class::Call {
            name: "Fn::If",
            argument,
        } = classify::classify(value)
        else {
            return;
        };
        for (index, branch) in argument.items().enumerate().skip(1) {
            self.enter(Step::Name("Fn::If"));
            self.enter(Step::Index(index));
            if matches!(classify::classify(branch), Class::Nothing) {
                self.report(Rule::Required, branch, || {
                    let when = if index == 1 { "holds" } else { "does not hold" };
                    let message =
                        format!("required property `{name}` is missing if the condition {when}");
                    (message, Help::None)
                });
            } else {
                self.removed(branch, name);
            }
            self.leave();
            self.leave();
        }
    }

    fn count(&mut self, view: View<'a>, limits: &'static Constraints) {
        let is_limited = limits.min_properties.is_some() || limits.max_properties.is_some();
        if !is_limited || is_extended(view) {
            return;
        }
        let count = view
            .members()
            .filter(|(_, value)| !value.is_nothing())
            .count() as u64;
        let fits = limits.min_properties.is_none_or(|least| count >= least)
            && limits.max_properties.is_none_or(|most| count <= most);
        if !fits {
            self.report(Rule::Properties, view, move || {
                let range = describe::range(limits.min_properties, limits.max_properties);
                (
                    format!("the object has {count} members where {range} are allowed"),
                    Help::None,
                )
            });
        }
    }
}

/// Whether deployment adds members to an object.
fn is_extended(view: View<'_>) -> bool {
    !matches!(view, View::Record(_)) && call::extension(view).is_some()
}
