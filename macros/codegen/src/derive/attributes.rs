//! `#[resource( … )]`, above a struct and above a field.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, LitStr, Meta, Path, Token};

use super::Role;
use crate::input::{runtime_path, skip_value, unknown_key};
use crate::problems::{Problems, with_help};

/// The name of the attribute.
const ATTRIBUTE: &str = "resource";

/// The keys above a struct that derives `Resource`.
const RESOURCE_KEYS: &[&str] = &["type", "spec", "patch", "crate"];

/// The keys above a struct that derives `PropertyType`.
const PROPERTY_TYPE_KEYS: &[&str] = &["type", "property", "spec", "patch", "crate"];

/// The keys above a field.
const FIELD_KEYS: &[&str] = &["rename", "skip"];

/// What the attribute above a struct says.
pub(crate) struct Container {
    /// The resource type.
    pub(crate) type_name: Option<LitStr>,
    /// The property type, by its name in the specification.
    pub(crate) property: Option<LitStr>,
    /// The specification file; none for the catalog.
    pub(crate) spec: Option<LitStr>,
    /// A file of changes to the specification.
    pub(crate) patch: Option<LitStr>,
    /// Where the runtime is; none for `::formwork`.
    pub(crate) runtime: Option<Path>,
}

impl Container {
    pub(super) fn of(
        attributes: &[Attribute],
        ident: &Ident,
        role: Role,
        problems: &mut Problems,
    ) -> Self {
        let mut container = Self {
            type_name: None,
            property: None,
            spec: None,
            patch: None,
            runtime: None,
        };
        let keys = match role {
            Role::Resource => RESOURCE_KEYS,
            Role::PropertyType => PROPERTY_TYPE_KEYS,
        };
        let of = "the `#[resource(…)]` of a struct";
        let mut own = Problems::default();
        read(attributes, keys, of, &mut own, |key, input, problems| {
            container.value(key, role, input, problems)
        });
        // What could not be read may have been what is missing.
        if own.is_empty() {
            container.complete(ident, role, problems);
        }
        problems.extend(own);
        container
    }

    fn value(
        &mut self,
        key: Option<&Ident>,
        role: Role,
        input: ParseStream<'_>,
        problems: &mut Problems,
    ) -> syn::Result<Option<&'static str>> {
        let Some(key) = key else {
            self.type_name = Some(input.parse()?);
            return Ok(Some("type"));
        };
        Ok(Some(match key.to_string().as_str() {
            "type" => {
                self.type_name = Some(assigned(input)?);
                "type"
            }
            "spec" => {
                self.spec = Some(assigned(input)?);
                "spec"
            }
            "patch" => {
                self.patch = Some(assigned(input)?);
                "patch"
            }
            "crate" => {
                input.parse::<Token![=]>()?;
                self.runtime = Some(runtime_path(input, problems)?);
                "crate"
            }
            "property" if role == Role::PropertyType => {
                self.property = Some(assigned(input)?);
                "property"
            }
            "property" => {
                problems.say_with_help(
                    key.span(),
                    "`property` names a property type, which is no resource",
                    "derive `formwork::PropertyType` instead of `formwork::Resource`",
                );
                skip_value(input);
                "property"
            }
            _ => return Ok(None),
        }))
    }

    /// Reports what has to be there and is not.
    fn complete(&self, ident: &Ident, role: Role, problems: &mut Problems) {
        let named = self.type_name.is_some() || self.spec.is_some();
        match role {
            Role::Resource if !named => problems.say_with_help(
                ident.span(),
                format!("which resource type `{ident}` stands for is not said"),
                "write `#[resource(\"AWS::SQS::Queue\")]` above it",
            ),
            Role::PropertyType if self.property.is_none() => {
                let type_name = self.type_name.as_ref().map(LitStr::value);
                let type_name = type_name.unwrap_or_else(|| "AWS::S3::Bucket".to_owned());
                problems.say_with_help(
                    ident.span(),
                    format!("which property type `{ident}` stands for is not said"),
                    format!("write `#[resource(\"{type_name}\", property = \"Tag\")]` above it"),
                );
            }
            Role::PropertyType if !named => problems.say_with_help(
                ident.span(),
                format!("which resource type the property type `{ident}` belongs to is not said"),
                "write `#[resource(\"AWS::S3::Bucket\", property = \"Tag\")]` above it",
            ),
            _ => {}
        }
    }
}

/// What the attributes above a field say.
#[derive(Default)]
pub(super) struct FieldKeys {
    /// The name on the wire.
    pub(super) rename: Option<LitStr>,
    /// Whether the field is no property.
    pub(super) skip: bool,
    /// Whether something was wrong with them, so that they may mean something else.
    pub(super) faulty: bool,
}

impl FieldKeys {
    pub(super) fn of(attributes: &[Attribute], problems: &mut Problems) -> Self {
        let mut keys = Self::default();
        let mut skip: Option<Span> = None;
        let mut own = Problems::default();
        let of = "the `#[resource(…)]` of a field";
        read(attributes, FIELD_KEYS, of, &mut own, |key, input, _| {
            let Some(key) = key else {
                return Err(input.error(
                    "a field takes a key here\nhelp: write `rename = \"WireName\"` or `skip`",
                ));
            };
            Ok(Some(match key.to_string().as_str() {
                "rename" => {
                    keys.rename = Some(assigned(input)?);
                    "rename"
                }
                "skip" => {
                    skip = Some(key.span());
                    "skip"
                }
                _ => return Ok(None),
            }))
        });
        if let (Some(span), Some(_)) = (skip, &keys.rename) {
            own.say_with_help(
                span,
                "a field that is skipped has no name on the wire",
                "remove `skip` or `rename`",
            );
        }
        keys.skip = skip.is_some();
        keys.faulty = !own.is_empty();
        problems.extend(own);
        keys
    }
}

/// `= "…"`.
fn assigned(input: ParseStream<'_>) -> syn::Result<LitStr> {
    input.parse::<Token![=]>()?;
    input.parse()
}

/// Reads every `#[resource( … )]`. `take` gets each key, or none where a string stands without one, reads
/// what belongs to it, and answers with the name of the key, or nothing for a key that it does not know.
fn read(
    attributes: &[Attribute],
    keys: &[&str],
    of: &str,
    problems: &mut Problems,
    mut take: impl FnMut(
        Option<&Ident>,
        ParseStream<'_>,
        &mut Problems,
    ) -> syn::Result<Option<&'static str>>,
) {
    let mut seen: Vec<&'static str> = Vec::new();
    let mut one = |input: ParseStream<'_>| -> syn::Result<()> {
        while !input.is_empty() {
            item(input, keys, of, problems, &mut seen, &mut take)?;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    };
    let mut faults: Vec<syn::Error> = Vec::new();
    for attribute in attributes {
        if !attribute.path().is_ident(ATTRIBUTE) {
            continue;
        }
        let parsed = match &attribute.meta {
            Meta::List(list) => (|input: ParseStream<'_>| one(input)).parse2(list.tokens.clone()),
            other => Err(with_help(
                attribute
                    .path()
                    .get_ident()
                    .map_or_else(Span::call_site, Ident::span),
                format!("`#[{ATTRIBUTE}]` takes its content in parentheses"),
                match other {
                    Meta::NameValue(_) => "write `#[resource(…)]` without `=`",
                    _ => "write `#[resource(…)]`",
                },
            )),
        };
        faults.extend(parsed.err());
    }
    for fault in faults {
        problems.push(fault);
    }
}

fn item(
    input: ParseStream<'_>,
    keys: &[&str],
    of: &str,
    problems: &mut Problems,
    seen: &mut Vec<&'static str>,
    take: &mut impl FnMut(
        Option<&Ident>,
        ParseStream<'_>,
        &mut Problems,
    ) -> syn::Result<Option<&'static str>>,
) -> syn::Result<()> {
    let span = input.span();
    let key = if input.peek(LitStr) {
        None
    } else if input.peek(Ident::peek_any) {
        Some(input.call(Ident::parse_any)?)
    } else {
        return Err(input.error("expected a key"));
    };
    match take(key.as_ref(), input, problems)? {
        Some(name) if seen.contains(&name) => problems.say_with_help(
            span,
            format!("the key `{name}` is given twice"),
            "remove one of them",
        ),
        Some(name) => seen.push(name),
        None => {
            if let Some(key) = &key {
                problems.push(unknown_key(key, keys, of));
            }
            skip_value(input);
        }
    }
    Ok(())
}
