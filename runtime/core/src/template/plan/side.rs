//! One of two templates, and its value at any place as far as it is decided.

use core::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::differences::Differences;
use super::states::States;
use super::text::{self, Part};
use super::tokens::{self, Difference, Tokens};
use crate::Map;
use crate::document::Content;
use crate::json::{Json, call};
use crate::template::Template;
use crate::template::part::{Members, Part as TemplatePart};
use crate::template::section::Section;
use crate::template::sub;
use crate::text::function::{NO_VALUE, REF};
use crate::typed::view::{self, View};

/// One of the two templates of a plan.
pub(super) struct Side<'t> {
    pub(super) template: &'t Template,
    /// Whether it is the template after the update.
    pub(super) is_after: bool,
    /// The values of parameters that are known.
    pub(super) values: HashMap<&'t str, Json>,
    pub(super) conditions: HashMap<&'t str, View<'t>>,
    /// Whether each condition holds, where that was asked.
    pub(super) truths: RefCell<HashMap<&'t str, Option<bool>>>,
}

/// What a value is made of besides its template.
#[derive(Clone, Copy)]
pub(super) struct Context<'c, 't> {
    pub(super) differences: &'c Differences<'t>,
    pub(super) states: &'c States<'t>,
    pub(super) tokens: &'c Tokens,
}

impl<'t> Side<'t> {
    pub(super) fn new(
        template: &'t Template,
        is_after: bool,
        given: &BTreeMap<String, String>,
        use_defaults: bool,
    ) -> Self {
        let mut side = Self {
            template,
            is_after,
            values: HashMap::new(),
            conditions: HashMap::new(),
            truths: RefCell::default(),
        };
        for (name, parameter) in side.entries(Section::Parameters) {
            let ty = parameter.member("Type").text().unwrap_or_default();
            let default = scalar(parameter.member("Default")).filter(|_| use_defaults);
            let value = given.get(name).cloned().or(default);
            // What is stored in the store is not known.
            let value = value.filter(|_| !ty.starts_with("AWS::SSM::Parameter::Value<"));
            if let Some(value) = value {
                side.values.insert(name, parameter_value(ty, value));
            }
        }
        side.conditions = side.entries(Section::Conditions).collect();
        side
    }

    /// The entries of a section.
    pub(super) fn entries(
        &self,
        section: Section,
    ) -> impl Iterator<Item = (&'t str, View<'t>)> + use<'t> {
        let template = self.template;
        let members = template.entries_of(section);
        let members = members.into_iter().flat_map(Members::iter);
        members.map(|member| (&*member.name, template.view(&member.value)))
    }

    /// One entry of a section.
    pub(super) fn entry(&self, section: Section, name: &str) -> Option<View<'t>> {
        let member = self.template.entries_of(section)?.get(name)?;
        Some(self.template.view(&member.value))
    }

    /// What stands in a resource, by name.
    pub(super) fn resource(&self, name: &str) -> Option<&'t Members> {
        match &self
            .template
            .entries_of(Section::Resources)?
            .get(name)?
            .value
        {
            TemplatePart::Open(open) => Some(&open.members),
            TemplatePart::Read(_) | TemplatePart::Made(_) => None,
        }
    }

    /// What a value comes to; none if it is removed.
    pub(super) fn value(&self, view: View<'t>, context: Context<'_, 't>) -> Option<Json> {
        if let Some((name, argument)) = call::of(view) {
            return self.call(name, argument, context);
        }
        match view {
            View::Node(node) => match node.content() {
                Content::Object(_) => Some(self.object(view, context)),
                Content::Array(_) => Some(self.list(view, context)),
                Content::Null | Content::Bool(_) | Content::Number(_) | Content::String(_) => {
                    Some(view::to_json(view))
                }
            },
            View::Json(Json::Object(_)) => Some(self.object(view, context)),
            View::Json(Json::Array(_)) => Some(self.list(view, context)),
            View::Absent => None,
            _ => Some(view::to_json(view)),
        }
    }

    fn object(&self, view: View<'t>, context: Context<'_, 't>) -> Json {
        let members = view.members();
        let members = members.filter_map(|(name, value)| Some((name, self.value(value, context)?)));
        Json::Object(members.collect())
    }

    fn list(&self, view: View<'t>, context: Context<'_, 't>) -> Json {
        let items = view.items();
        Json::Array(items.filter_map(|item| self.value(item, context)).collect())
    }

    fn call(&self, name: &'t str, argument: View<'t>, context: Context<'_, 't>) -> Option<Json> {
        match name {
            REF => match argument.text() {
                Some(NO_VALUE) => None,
                Some(name) => Some(self.reference(name, context)),
                None => Some(self.open(REF, argument, context)),
            },
            "Fn::GetAtt" => Some(self.get_att(argument, context)),
            "Fn::Sub" => Some(self.sub(argument, context)),
            "Fn::If" => self.branch(argument, context),
            "Fn::FindInMap" => Some(self.find_in_map(argument, context)),
            "Fn::Join" => Some(text::join(
                self.open_argument(argument, context),
                context.tokens,
            )),
            "Fn::Split" => Some(text::split(self.open_argument(argument, context))),
            "Fn::Select" => Some(text::select(self.open_argument(argument, context))),
            _ => Some(self.open(name, argument, context)),
        }
    }

    fn open_argument(&self, argument: View<'t>, context: Context<'_, 't>) -> Json {
        let value = self.value(argument, context);
        value.unwrap_or_else(|| called(REF, Json::from(NO_VALUE)))
    }

    /// A call that only deployment can make.
    fn open(&self, name: &str, argument: View<'t>, context: Context<'_, 't>) -> Json {
        called(name, self.open_argument(argument, context))
    }

    fn reference(&self, name: &'t str, context: Context<'_, 't>) -> Json {
        if let Some(value) = self.values.get(name) {
            return value.clone();
        }
        if self.resource(name).is_some() {
            let difference = context.states.reference(name);
            return self.given(
                called(REF, Json::from(name)),
                name,
                difference,
                true,
                context,
            );
        }
        let is_marked = self.is_after && context.differences.parameters.contains(name);
        let name = if is_marked {
            tokens::marked(name)
        } else {
            name.to_owned()
        };
        called(REF, Json::from(name))
    }

    /// What a resource gives. `is_text`: it is a name of the resource, and has the place of a text.
    fn given(
        &self,
        call: Json,
        resource: &'t str,
        difference: Difference,
        is_text: bool,
        context: Context<'_, 't>,
    ) -> Json {
        let text = |side| Json::from(context.tokens.text(call.clone(), Some(resource), side));
        match difference {
            Difference::None if is_text => text(None),
            Difference::Certain => text(Some(self.is_after)),
            Difference::Possible if self.is_after => mark(&call, resource),
            Difference::None | Difference::Possible => call,
        }
    }

    fn get_att(&self, argument: View<'t>, context: Context<'_, 't>) -> Json {
        let mut items = argument.items();
        let names = match argument.text() {
            Some(text) => text.split_once('.'),
            None => items
                .next()
                .and_then(View::text)
                .zip(items.next().and_then(View::text)),
        };
        match names {
            Some((resource, attribute)) => self.attribute(resource, attribute, context),
            None => self.open("Fn::GetAtt", argument, context),
        }
    }

    fn attribute(&self, resource: &'t str, attribute: &str, context: Context<'_, 't>) -> Json {
        let names = vec![Json::from(resource), Json::from(attribute)];
        let difference = context.states.attribute(resource, attribute);
        let is_text = context.states.is_stable(resource, attribute);
        let call = called("Fn::GetAtt", Json::Array(names));
        self.given(call, resource, difference, is_text, context)
    }

    fn sub(&self, argument: View<'t>, context: Context<'_, 't>) -> Json {
        let mut items = argument.items();
        let (text, variables) = match argument.text() {
            Some(text) => (Some(text), View::Absent),
            None => (
                items.next().and_then(View::text),
                items.next().unwrap_or(View::Absent),
            ),
        };
        let Some(text) = text else {
            return self.open("Fn::Sub", argument, context);
        };
        let variables: HashMap<&str, View<'t>> = variables.members().collect();
        let parts = sub::pieces(text).map(|piece| match piece {
            sub::Piece::Text(text) => Part::Text(text.into()),
            sub::Piece::Name(name) => {
                let value = match (variables.get(name), name.split_once('.')) {
                    (Some(value), _) => self.open_argument(*value, context),
                    (None, Some((resource, attribute))) => {
                        self.attribute(resource, attribute, context)
                    }
                    (None, None) => self.reference(name, context),
                };
                Part::of(value)
            }
        });
        text::concatenate(parts.collect(), context.tokens)
    }

    fn branch(&self, argument: View<'t>, context: Context<'_, 't>) -> Option<Json> {
        let mut items = argument.items();
        let name = items.next().and_then(View::text);
        let (Some(name), Some(then), Some(otherwise)) = (name, items.next(), items.next()) else {
            return Some(self.open("Fn::If", argument, context));
        };
        match self.holds(name) {
            Some(true) => return self.value(then, context),
            Some(false) => return self.value(otherwise, context),
            None => {}
        }
        let (then, otherwise) = (self.value(then, context), self.value(otherwise, context));
        if then == otherwise {
            return then;
        }
        let is_marked = self.is_after && context.differences.conditions.contains(name);
        let name = if is_marked {
            tokens::marked(name)
        } else {
            name.to_owned()
        };
        let nothing = || called(REF, Json::from(NO_VALUE));
        let branches = [then, otherwise].map(|branch| branch.unwrap_or_else(nothing));
        let [then, otherwise] = branches;
        Some(called(
            "Fn::If",
            Json::Array(vec![Json::from(name), then, otherwise]),
        ))
    }

    fn find_in_map(&self, argument: View<'t>, context: Context<'_, 't>) -> Json {
        let Ok(mut keys) = self.open_argument(argument, context).into_array() else {
            return self.open("Fn::FindInMap", argument, context);
        };
        let texts: Vec<Option<String>> = keys.iter().map(key).collect();
        if let [Some(mapping), Some(first), Some(second), ..] = texts.as_slice() {
            let mapping = self.entry(Section::Mappings, mapping);
            let value = mapping.map(|mapping| mapping.member(first).member(second));
            let default = keys.get(3).and_then(|default| default.get("DefaultValue"));
            match value {
                Some(value) if !matches!(value, View::Absent) => return view::to_json(value),
                Some(_) if default.is_some() => return default.cloned().unwrap_or_default(),
                _ => {}
            }
        }
        if let Some(Some(mapping)) = texts.first()
            && self.is_after
            && context.differences.mappings.contains(mapping.as_str())
            && let Some(place) = keys.first_mut()
        {
            *place = Json::from(tokens::marked(mapping));
        }
        called("Fn::FindInMap", Json::Array(keys))
    }
}

/// A key of a mapping, if it is decided.
fn key(value: &Json) -> Option<String> {
    match value {
        Json::String(text) if !tokens::are_in(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

/// The same call, of a resource that may give something else.
fn mark(call: &Json, resource: &str) -> Json {
    let marked = Json::from(tokens::marked_resource(resource));
    match call.get("Fn::GetAtt").and_then(Json::as_array) {
        Some([_, rest @ ..]) => {
            let names = core::iter::once(marked).chain(rest.iter().cloned());
            called("Fn::GetAtt", names.collect())
        }
        _ => called(REF, marked),
    }
}

pub(super) fn called(name: &str, argument: Json) -> Json {
    Json::Object(Map::from([(name, argument)]))
}

/// What a parameter of that type is, given as a text.
fn parameter_value(ty: &str, value: String) -> Json {
    if ty == "CommaDelimitedList" || ty.starts_with("List<") {
        let elements = value.split(',').map(str::trim);
        elements.filter(|element| !element.is_empty()).collect()
    } else {
        Json::from(value)
    }
}

/// A scalar as a text.
pub(super) fn scalar(view: View<'_>) -> Option<String> {
    match view {
        View::Node(node) => node.text().map(str::to_owned),
        View::Json(Json::String(text)) => Some(text.clone()),
        View::Json(json @ (Json::Bool(_) | Json::Number(_))) => Some(json.to_string()),
        _ => None,
    }
}
