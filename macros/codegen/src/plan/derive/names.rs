//! The properties of a record by the names that fields have, and what to say about fields that have none
//! of them.

use formwork_specs::model::{Property, ResourceType, Schema};
use formwork_specs::shape;
use formwork_specs::visible::quoted;
use proc_macro2::Ident;
use syn::LitStr;
use syn::ext::IdentExt;

use crate::input::derive::Field;
use crate::names::{self, Taken};
use crate::plan::layout::ADDITIONAL;
use crate::plan::shapes::{Model, Resolved};
use crate::problems::{Problems, with_help};
use crate::suggest;

/// How many names a message lists.
const MOST: usize = 3;

/// A resource or one of its property types.
pub(super) struct Record<'s> {
    /// The name of the property type; empty for the resource itself.
    pub(super) name: &'s str,
    resource: &'s ResourceType,
    properties: &'s [Property],
    /// The name of the field for each property.
    fields: Vec<String>,
    /// The name of the field for members beside the properties, and what they are, if there can be any.
    beside: Option<(String, &'s Schema)>,
}

impl<'s> Record<'s> {
    /// The resource itself.
    pub(super) fn resource(resource: &'s ResourceType) -> Self {
        Self::of("", resource, &resource.body)
    }

    /// The property type of the name that was written.
    pub(super) fn property_type(resource: &'s ResourceType, written: &LitStr) -> syn::Result<Self> {
        let name = written.value();
        let records = || {
            let definitions = resource.definitions.iter();
            definitions.filter(|definition| !definition.schema.properties.is_empty())
        };
        if let Some(found) = records().find(|definition| definition.name == name) {
            return Ok(Self::of(&found.name, resource, &found.schema));
        }
        let type_name = resource.name.as_str();
        let message = if resource.definitions.iter().any(|other| other.name == name) {
            format!(
                "{} of `{type_name}` is no object with properties of its own",
                quoted(&name)
            )
        } else {
            format!("`{type_name}` has no property type {}", quoted(&name))
        };
        let names = || records().map(|definition| definition.name.as_str());
        let help = suggest::did_you_mean(&name, names()).unwrap_or_else(|| {
            let some: Vec<&str> = names().take(MOST).collect();
            let more = if names().count() > MOST {
                ", among others"
            } else {
                ""
            };
            match suggest::alternatives(&some) {
                Some(some) => format!("it has {some}{more}"),
                None => "it has none at all".to_owned(),
            }
        });
        Err(with_help(written.span(), message, help))
    }

    fn of(name: &'s str, resource: &'s ResourceType, schema: &'s Schema) -> Self {
        let mut taken = Taken::default();
        let properties = schema.properties.iter();
        let fields = properties.map(|property| taken.take(names::snake(&property.name)));
        let fields = fields.collect();
        let beside = shape::beside(schema);
        Self {
            name,
            resource,
            properties: &schema.properties,
            fields,
            beside: beside.map(|members| (taken.take(names::snake(ADDITIONAL)), members)),
        }
    }

    /// Whether a field is for members beside the properties.
    pub(super) fn is_beside(&self, field: &Field) -> bool {
        let is_named = |(name, _): &(String, &Schema)| {
            field.rename.is_none() && field.ident.unraw() == unraw(name)
        };
        field.additional || self.beside.as_ref().is_some_and(is_named)
    }

    /// What the members beside the properties are.
    ///
    /// # Errors
    ///
    /// If there can be none, at the field that is for them.
    pub(super) fn beside(&self, field: &Field) -> syn::Result<&'s Schema> {
        match self.beside {
            Some((_, members)) => Ok(members),
            None => Err(with_help(
                field.ident.span(),
                format!("{} takes no additional properties", self.shown()),
                "remove the field, or mark it `#[resource(skip)]`",
            )),
        }
    }

    /// The property with that number.
    pub(super) fn property(&self, index: usize) -> Option<&'s Property> {
        self.properties.get(index)
    }

    /// The number of the property that a field stands for.
    pub(super) fn find(&self, field: &Field) -> Option<usize> {
        if let Some(rename) = &field.rename {
            let wire = rename.value();
            return self
                .properties
                .iter()
                .position(|property| property.name == wire);
        }
        let ident = field.ident.unraw().to_string();
        self.fields.iter().position(|name| unraw(name) == ident)
    }

    /// Reports a field that stands for no property; the answer is the property that may be meant.
    pub(super) fn report_unknown(
        &self,
        field: &Field,
        is_free: impl Fn(&usize) -> bool,
        problems: &mut Problems,
    ) -> Option<usize> {
        let (written, span) = match &field.rename {
            Some(rename) => (rename.value(), rename.span()),
            None => (field.ident.unraw().to_string(), field.ident.span()),
        };
        let candidates: Vec<&str> = match field.rename {
            Some(_) => self.wires().collect(),
            None => self.fields.iter().map(String::as_str).collect(),
        };
        let free = candidates.iter().enumerate();
        let free = free.filter(|(index, _)| is_free(index));
        let near = suggest::nearest(&written, free.map(|(_, name)| *name));
        let (message, help) = match (self.attribute(&written), suggest::alternatives(&near)) {
            (Some(attribute), _) => (
                format!(
                    "{} is what the resource returns, not what is set",
                    quoted(attribute)
                ),
                "get it with `Fn::GetAtt`, and remove the field or mark it `#[resource(skip)]`"
                    .to_owned(),
            ),
            (None, Some(near)) => (
                self.unknown(field, &written),
                format!("did you mean {near}?"),
            ),
            (None, None) => (
                self.unknown(field, &written),
                "mark a field that is no property with `#[resource(skip)]`".to_owned(),
            ),
        };
        problems.push(with_help(span, message, help));
        let nearest = near.first()?;
        candidates.iter().position(|name| name == nearest)
    }

    fn wires(&self) -> impl Iterator<Item = &'s str> + use<'s> {
        let properties = self.properties.iter();
        properties.map(|property| property.name.as_str())
    }

    /// What the resource returns under that name, or under the name that its field would have.
    fn attribute(&self, written: &str) -> Option<&'s str> {
        let attributes = self.resource.attributes.iter();
        let mut names = attributes.map(|attribute| attribute.name.as_str());
        names.find(|name| {
            self.name.is_empty() && (*name == written || unraw(&names::snake(name)) == written)
        })
    }

    fn unknown(&self, field: &Field, written: &str) -> String {
        let own = self.shown();
        match field.rename {
            Some(_) => format!("{own} has no property {}", quoted(written)),
            None => format!("{own} has no property for the field `{written}`"),
        }
    }

    /// The required properties that are not accounted for.
    pub(super) fn missing(&self, is_met: impl Fn(usize) -> bool) -> Vec<usize> {
        let properties = self.properties.iter().enumerate();
        let missing = properties.filter(|(index, property)| property.required && !is_met(*index));
        missing.map(|(index, _)| index).collect()
    }

    /// Required properties without a field, all in one error: one struct lacks them.
    pub(super) fn report_missing(
        &self,
        missing: &[usize],
        ident: &Ident,
        model: &Model<'s>,
    ) -> syn::Error {
        let pairs = missing
            .iter()
            .filter_map(|&index| Some((self.properties.get(index)?, self.fields.get(index)?)));
        let names: Vec<String> = pairs
            .clone()
            .map(|(property, _)| code(&property.name))
            .collect();
        let add: Vec<String> = pairs
            .take(MOST)
            .map(|(property, field)| {
                let ty = rust_type(&model.resolve(&property.schema));
                code(&format!("{field}: {ty}"))
            })
            .collect();
        let (noun, verb) = match names.len() {
            1 => ("property", "has"),
            _ => ("properties", "have"),
        };
        let message = format!(
            "the required {noun} {} of {} {verb} no field",
            listed(&names),
            self.shown()
        );
        let more = if names.len() > MOST {
            ", and the others"
        } else {
            ""
        };
        with_help(ident.span(), message, format!("add {}{more}", listed(&add)))
    }

    fn shown(&self) -> String {
        let type_name = self.resource.name.as_str();
        if self.name.is_empty() {
            code(type_name)
        } else {
            format!("{} of `{type_name}`", quoted(self.name))
        }
    }
}

/// The type that a field for a value has, as a person writes it.
fn rust_type(resolved: &Resolved<'_>) -> String {
    let inner = match resolved {
        Resolved::Text | Resolved::ValueSet(_) => "String".to_owned(),
        Resolved::Integer => "i64".to_owned(),
        Resolved::Float => "f64".to_owned(),
        Resolved::Bool => "bool".to_owned(),
        Resolved::Json => "Json".to_owned(),
        Resolved::Record(name) => names::type_name(name),
        // Resolving bounds how deeply lists and maps stand inside each other.
        Resolved::List(inner) => format!("Vec<{}>", rust_type(inner)),
        Resolved::Map(inner) => format!("Map<{}>", rust_type(inner)),
    };
    format!("Value<{inner}>")
}

/// `` `a`, `b` and `c` ``, of names in backquotes.
fn listed(names: &[String]) -> String {
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

fn code(text: &str) -> String {
    quoted(text).to_string()
}

fn unraw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
