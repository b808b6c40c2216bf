//! Every path that generated code names leads to `::core` or through the runtime, and comes from here.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::Path;

use crate::plan::RustType;

/// The paths of one call.
#[derive(Clone, Debug)]
pub(crate) struct Paths {
    runtime: TokenStream,
    private: TokenStream,
    option: TokenStream,
    into: TokenStream,
    value: TokenStream,
}

impl Paths {
    /// Paths through the runtime at the given place, `::formwork` if none is given.
    pub(crate) fn new(runtime: Option<&Path>) -> Self {
        let runtime = runtime.map_or_else(|| quote!(::formwork), ToTokens::to_token_stream);
        Self {
            private: quote!(#runtime::__private),
            option: quote!(::core::option::Option),
            into: quote!(::core::convert::Into),
            value: quote!(#runtime::Value),
            runtime,
        }
    }

    /// The runtime's public items.
    pub(crate) fn runtime(&self) -> &TokenStream {
        &self.runtime
    }

    /// What only generated code may name.
    pub(crate) fn private(&self) -> &TokenStream {
        &self.private
    }

    /// `Option`.
    pub(crate) fn option(&self) -> &TokenStream {
        &self.option
    }

    /// `Into`.
    pub(crate) fn into(&self) -> &TokenStream {
        &self.into
    }

    /// `Value<T>`, with the items of the module under `scope`.
    pub(crate) fn slot(&self, ty: &RustType, scope: &Scope) -> TokenStream {
        let value = &self.value;
        let ty = self.ty(ty, scope);
        quote!(#value<#ty>)
    }

    /// The type inside of a slot. Lists and maps inside each other are bounded by the plan.
    fn ty(&self, ty: &RustType, scope: &Scope) -> TokenStream {
        let Self {
            runtime, private, ..
        } = self;
        match ty {
            RustType::Text => quote!(#private::String),
            RustType::Integer => quote!(::core::primitive::i64),
            RustType::Float => quote!(::core::primitive::f64),
            RustType::Bool => quote!(::core::primitive::bool),
            RustType::Json => quote!(#runtime::Json),
            RustType::List(inner) => {
                let inner = self.slot(inner, scope);
                quote!(#private::Vec<#inner>)
            }
            RustType::Map(inner) => {
                let inner = self.slot(inner, scope);
                quote!(#runtime::Map<#inner>)
            }
            RustType::Record(ident) | RustType::ValueSet(ident) => quote!(#scope::#ident),
            RustType::BoxedRecord(ident) => quote!(#private::Box<#scope::#ident>),
        }
    }
}

/// How an item of the resource's module is named.
#[derive(Clone, Debug)]
pub(crate) enum Scope {
    /// From beside the module.
    Beside(Ident),
    /// From inside the module.
    Inside,
}

impl ToTokens for Scope {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Beside(module) => module.to_tokens(tokens),
            Self::Inside => tokens.extend(quote!(self)),
        }
    }
}
