//! Which types depend on the parameters of a struct.

use syn::{GenericParam, Generics, Type};

use crate::input::derive::mentions;

/// The type and const parameters of a struct.
pub(super) struct Parameters {
    names: Vec<String>,
}

impl Parameters {
    pub(super) fn of(generics: &Generics) -> Self {
        let names = generics.params.iter();
        let names = names.filter_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
            GenericParam::Const(parameter) => Some(parameter.ident.to_string()),
            GenericParam::Lifetime(_) => None,
        });
        Self {
            names: names.collect(),
        }
    }

    /// Whether there are any.
    pub(super) fn are_there(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether one of them is part of a type.
    pub(super) fn are_in(&self, ty: &Type) -> bool {
        mentions(ty, &self.names)
    }
}

/// The generics of a struct as an impl takes them.
pub(super) fn without_defaults(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    for parameter in &mut generics.params {
        match parameter {
            GenericParam::Type(parameter) => parameter.default = None,
            GenericParam::Const(parameter) => parameter.default = None,
            GenericParam::Lifetime(_) => {}
        }
    }
    generics
}
