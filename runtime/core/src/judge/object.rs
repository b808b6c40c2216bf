//! Objects: their members, the required ones and the unknown ones.

use core::cell::OnceCell;
use std::sync::LazyLock;

use super::classify::{self, Class};
use super::dependencies::{Presence, Siblings, presence};
use super::probe::Tolerance;
use super::{Judge, advice};
use crate::document::DEPTH_LIMIT;
use crate::facts::near::NearProperties;
use crate::facts::{Additional, Constraints, JsonType, PropertySpec, Schema};
use crate::json::call;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::function::{self, TRANSFORM};
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
                let met = met.count();
                self.additional(record.additional(), schema);
                met
            })
        } else {
            record.check(self, schema)
        };
        self.members_together(View::Record(record), met, schema);
    }

    /// Judges the members beside the properties of a struct, if it has a field for them.
    #[inline]
    pub(crate) fn additional(&mut self, members: View<'a>, schema: &'static Schema) {
        if let View::Map(_) = members {
            self.members_beside(members, schema);
        }
    }

    #[inline(never)]
    fn members_beside(&mut self, members: View<'a>, schema: &'static Schema) {
        members.each_member(|name, value| {
            if self.is_over() {
                return false;
            }
            if function::adds_members(name) {
                self.unsure = true;
                self.argument(name, value);
            } else if schema.position(name).is_some() {
                self.misplaced(name, value);
            } else {
                self.member(name, value, schema, || false);
            }
            true
        });
    }

    /// A property among the members beside the properties: a document has each name once.
    #[cold]
    fn misplaced(&mut self, name: &'a str, value: View<'a>) {
        self.enter(Step::Name(name));
        self.report(Rule::UnknownProperty, value, || {
            let message = describe::text_value(name) + " is a property, and no additional one";
            (message, "set the field of the property instead".into())
        });
        self.leave();
    }

    /// Judges an object that can have any members.
    #[inline(never)]
    fn open(&mut self, view: View<'a>, schema: &'static Schema) {
        if view.may_be_call()
            && let Some((name, argument)) = view.only_member()
            && let Some(meant) = function::meant_by_form(name)
        {
            return self.misspelt(name, argument, meant);
        }
        let mut met = 0;
        // Asked only where a member is not known.
        let is_rewritten = OnceCell::new();
        view.each_member(|key, value| {
            if function::adds_members(key) {
                self.unsure = true;
                self.argument(key, value);
            } else {
                let may_be_unknown = || *is_rewritten.get_or_init(|| is_rewritten_whole(view));
                met += usize::from(self.member(key, value, schema, may_be_unknown));
            }
            !self.is_over()
        });
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
        view.named(|members| {
            let siblings = Siblings::new(self, view, members);
            self.count(&siblings, &schema.constraints);
            if met < schema.required.len() {
                self.required(&siblings, schema);
            }
            if let Some(due) = &schema.dependencies {
                self.dependencies(&siblings, due);
            }
        });
    }

    /// The required members have to be there, unless deployment may add them.
    fn required(&mut self, members: &Siblings<'_, 'a>, schema: &'static Schema) {
        for name in &schema.required {
            let value = members.get(name);
            if value.is_nothing() && members.are_open() {
                self.unsure = true;
            } else if (value.is_nothing() && !self.is_misspelt(name, members.view, schema))
                || (self.tolerance == Tolerance::EmptyLists && presence(value) == Presence::Empty)
            {
                let message = || (["property `", name, "` is missing"].concat(), Help::None);
                self.report(Rule::Required, members.view, message);
            }
        }
    }

    /// Whether a required property is there under a name that is one slip away from its own: that is reported where
    /// it stands, and is one mistake. Who asks strictly wants each rule by itself.
    fn is_misspelt(&self, name: &str, view: View<'a>, schema: &Schema) -> bool {
        let may_be = self.writes()
            && self.tolerance != Tolerance::Nothing
            && matches!(schema.additional, Additional::Denied);
        // What a pattern admits is right as it is, and said to be by nobody.
        let is_other = |key| {
            let mut patterns = schema.pattern_properties.iter();
            schema.position(key).is_none()
                && !schema.read_only.contains(&key)
                && !patterns.any(|(pattern, _)| pattern.admits(key))
        };
        let mut is_misspelt = false;
        if may_be {
            view.each_member(|key, _| {
                is_misspelt = suggest::is_slip(suggest::start(key), name) && is_other(key);
                !is_misspelt
            });
        }
        is_misspelt
    }

    /// Judges the named properties and no other member: most alternatives say nothing of the others, and
    /// where a reference stands beside, what it leads to looks at all.
    #[inline(never)]
    fn named(&mut self, view: View<'a>, schema: &'static Schema) {
        view.named(|members| {
            let siblings = Siblings::new(self, view, members);
            self.required(&siblings, schema);
            for property in schema.properties {
                if self.is_over() {
                    return;
                }
                self.property(&members.get(property.name), property);
            }
            if let Some(due) = &schema.dependencies {
                self.dependencies(&siblings, due);
            }
            if schema.limits.together && !self.is_over() {
                self.count(&siblings, &schema.constraints);
            }
        });
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
            self.removed(*value, property.name, DEPTH_LIMIT);
        }
        self.leave();
        property.required
    }

    /// Judges a member by its name; whether it is required and there is the answer.
    fn member(
        &mut self,
        key: &'a str,
        value: View<'a>,
        schema: &'static Schema,
        may_be_unknown: impl Fn() -> bool,
    ) -> bool {
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
        if !matched && schema.read_only.contains(&key) {
            self.read_only(key, value);
        } else if !matched {
            match &schema.additional {
                Additional::Schema(element) => self.inside(Step::Name(key), &value, element),
                Additional::Allowed => self.inside(Step::Name(key), &value, anything()),
                Additional::Denied if may_be_unknown() => {}
                Additional::Denied => self.unknown(key, value, schema),
            }
        }
        met
    }

    /// A member that the service alone sets: CloudFormation does not hand it on. Its name is to blame.
    #[cold]
    fn read_only(&mut self, key: &'a str, value: View<'a>) {
        self.enter(Step::Name(key));
        let attribute = self.attribute();
        self.warn(Rule::ReadOnly, value.name_node(), || {
            let name = describe::name(key);
            let message = format!("`{name}` is read-only, so that its value here is ignored");
            let help = attribute.map(|attribute| {
                let attribute = describe::name(&attribute);
                format!("read it with `Fn::GetAtt`, as the attribute `{attribute}`")
            });
            (message, help.into())
        });
        self.leave();
    }

    /// The name that `Fn::GetAtt` takes for where the judge stands; none inside of a list, whose elements it cannot
    /// tell apart.
    fn attribute(&self) -> Option<String> {
        let mut names = Vec::new();
        let mut steps = self.path.iter();
        while let Some(step) = steps.next() {
            match step {
                // The branch of a call is no part of the name.
                Step::Name("Fn::If") => drop(steps.next()),
                Step::Name(name) => names.push(*name),
                Step::Index(_) => return None,
            }
        }
        Some(names.join("."))
    }

    /// A member that may not be there. Its name is to blame, which stands right before its value.
    fn unknown(&mut self, key: &'a str, value: View<'a>, schema: &'static Schema) {
        let node = value.name_node();
        self.enter(Step::Name(key));
        match schema.pattern_properties.as_slice() {
            [(pattern, _)] if schema.properties.is_empty() => {
                self.report_as(Rule::Pattern, None, node, || {
                    let (met, due) = (describe::text_value(key), pattern.expression());
                    let message = ["the key ", &met, " does not match `", due, "`"].concat();
                    (message, pattern.meaning().map_or(Help::None, Help::from))
                });
            }
            _ => {
                let is_outermost = self.path.len() == 1;
                self.report_as(Rule::UnknownProperty, None, node, || {
                    let message = describe::text_value(key) + " is not a property";
                    let outside = is_outermost.then(|| advice::outside(key)).flatten();
                    let help = outside.or_else(|| advice::lone_call(key));
                    let near = || {
                        Help::later(NearProperties {
                            name: suggest::start(key).into(),
                            schema,
                        })
                    };
                    (message, help.unwrap_or_else(near))
                });
            }
        }
        self.leave();
    }

    /// A required member may be missing after all if a branch of `Fn::If` removes it. Calls are followed so many levels
    /// deep; what is deeper is too deep anyway.
    #[inline(never)]
    pub(super) fn removed(&mut self, value: View<'a>, name: &'static str, levels: usize) {
        let call = classify::classify(value);
        let (
            Class::Call {
                name: "Fn::If",
                argument,
            },
            Some(levels),
        ) = (call, levels.checked_sub(1))
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
                self.removed(branch, name, levels);
            }
            self.leave();
            self.leave();
        }
    }

    fn count(&mut self, members: &Siblings<'_, 'a>, limits: &'static Constraints) {
        let view = members.view;
        if limits.min_properties.is_none() && limits.max_properties.is_none() {
            return;
        }
        if members.are_open() {
            self.unsure = true;
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

/// Whether a macro is given all members of an object, to put others in their place: then some may be meant for it
/// alone. `AWS::Include` adds the members of a file to them, and no more.
///
/// Source: "Using AWS CloudFormation macros" in the user guide, on the scope of a macro.
fn is_rewritten_whole(view: View<'_>) -> bool {
    let is_macro = |call: View<'_>| call.member("Name").text() != Some("AWS::Include");
    match call::extension(view) {
        Some((TRANSFORM, calls)) if matches!(classify::classify(calls), Class::List) => {
            calls.items().any(is_macro)
        }
        Some((TRANSFORM, call)) => is_macro(call),
        _ => false,
    }
}
