//! What the user wrote under `#[derive(Resource)]` or `#[derive(PropertyType)]`.

mod attributes;
mod grammar;

use proc_macro2::{Ident, TokenTree};
use quote::ToTokens;
use syn::{Data, DeriveInput, Fields, Generics, LitStr, Type};

pub(crate) use attributes::Container;
use attributes::FieldKeys;

use crate::problems::{Problems, with_help};

/// Which of the derives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    /// `Resource`.
    Resource,
    /// `PropertyType`.
    PropertyType,
}

impl Role {
    /// The one that a user writes so.
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "PropertyType" => Self::PropertyType,
            _ => Self::Resource,
        }
    }

    /// As the user writes it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Resource => "Resource",
            Self::PropertyType => "PropertyType",
        }
    }
}

/// A struct of the user's own.
pub(crate) struct Derived {
    pub(crate) role: Role,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// What the attribute above the struct says.
    pub(crate) container: Container,
    /// The fields that stand for properties.
    pub(crate) fields: Vec<Field>,
    /// The fields that do not, with their types.
    pub(crate) skipped: Vec<(Ident, Type)>,
    /// Whether this is a struct with named fields, or none.
    pub(crate) is_struct: bool,
}

/// A field that stands for a property.
pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The name on the wire, if it does not follow from the field's.
    pub(crate) rename: Option<LitStr>,
    /// Whether plans refuse a change of it that may replace the resource.
    pub(crate) never_replace: bool,
    /// Whether it is said to hold the members beside the properties.
    pub(crate) additional: bool,
    /// Whether something about it was reported already, so that nothing else is said about it.
    pub(crate) faulty: bool,
}

impl Derived {
    /// Takes a struct apart. What cannot be understood is reported and left out.
    pub(crate) fn of(input: DeriveInput, role: Role, problems: &mut Problems) -> Self {
        let DeriveInput {
            attrs,
            vis: _,
            ident,
            generics,
            data,
        } = input;
        for parameter in generics.lifetimes() {
            let message = format!(
                "`{}` borrows, but what is read from a document owns its data",
                parameter.lifetime
            );
            let help = "hold `String` or `Value<String>` instead of a reference";
            problems.push(with_help(parameter.lifetime.span(), message, help));
        }
        let container = Container::of(&attrs, &ident, role, problems);
        let mut derived = Self {
            role,
            ident,
            generics,
            container,
            fields: Vec::new(),
            skipped: Vec::new(),
            is_struct: true,
        };
        match named_fields(data, role) {
            Ok(fields) => {
                for field in fields {
                    derived.field(field, problems);
                }
            }
            Err(error) => {
                problems.push(error);
                derived.is_struct = false;
            }
        }
        derived
    }

    fn field(&mut self, field: syn::Field, problems: &mut Problems) {
        let Some(ident) = field.ident else {
            return;
        };
        let FieldKeys {
            rename,
            additional,
            skip,
            never_replace,
            faulty,
        } = FieldKeys::of(&field.attrs, problems);
        let ty = written(field.ty);
        if skip && !faulty {
            self.skipped.push((ident, ty));
        } else {
            self.fields.push(Field {
                faulty: faulty || borrows(&ty, &self.generics),
                ident,
                ty,
                rename,
                never_replace,
                additional,
            });
        }
    }
}

/// The type as it was written, also if a macro of the user's own handed it on.
fn written(ty: Type) -> Type {
    match ty {
        Type::Group(group) => written(*group.elem),
        other => other,
    }
}

/// Whether a type names a lifetime of the struct, which was reported already.
fn borrows(ty: &Type, generics: &Generics) -> bool {
    let names = generics
        .lifetimes()
        .map(|parameter| parameter.lifetime.ident.to_string());
    mentions(ty, &names.collect::<Vec<_>>())
}

/// Whether a type holds one of the identifiers.
pub(crate) fn mentions(ty: &Type, names: &[String]) -> bool {
    let mut waiting = vec![ty.to_token_stream()];
    while let Some(tokens) = waiting.pop() {
        for token in tokens {
            match token {
                TokenTree::Group(group) => waiting.push(group.stream()),
                TokenTree::Ident(ident) if names.iter().any(|name| ident == name) => return true,
                _ => {}
            }
        }
    }
    false
}

/// The fields of a struct. Whatever has no named fields is an error at the token that says so.
fn named_fields(data: Data, role: Role) -> syn::Result<Vec<syn::Field>> {
    let (token, what) = match data {
        Data::Struct(data) => match data.fields {
            Fields::Named(fields) => return Ok(fields.named.into_iter().collect()),
            Fields::Unit => return Ok(Vec::new()),
            Fields::Unnamed(fields) => (fields.to_token_stream(), "a struct with unnamed fields"),
        },
        Data::Enum(data) => (data.enum_token.to_token_stream(), "an enum"),
        Data::Union(data) => (data.union_token.to_token_stream(), "a union"),
    };
    let message = format!(
        "`{}` cannot be derived for {what}\nhelp: write a struct with a named field for each property",
        role.name()
    );
    Err(syn::Error::new_spanned(token, message))
}
