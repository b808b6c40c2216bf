//! A struct whose fields are properties, and what the runtime needs of it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Path, Visibility};

use super::paths::{Paths, Scope};
use crate::plan::{FieldPlan, RecordPlan};

// /// documentation
// #[derive(Clone, PartialEq)]
// pub struct IntegrationResponse {
//     pub api_id: Value<String>,
//     pub template_selection_expression: Option<Value<String>>,
// }
pub(super) fn item(
    record: &RecordPlan,
    visibility: &Visibility,
    derives: &[Path],
    scope: &Scope,
    paths: &Paths,
) -> TokenStream {
    let RecordPlan {
        ident, doc, fields, ..
    } = record;
    let fields = fields.iter().map(|field| self::field(field, scope, paths));
    quote! {
        #[doc = #doc]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq #(, #derives)*)]
        #visibility struct #ident { #(#fields,)* }
    }
}

fn field(field: &FieldPlan, scope: &Scope, paths: &Paths) -> TokenStream {
    let FieldPlan {
        ident,
        alias,
        ty,
        state,
        doc,
        setter: _,
        setter_doc: _,
    } = field;
    let alias = alias.as_ref().map(|alias| quote!(#[doc(alias = #alias)]));
    let slot = paths.slot(ty, scope);
    let ty = if state.is_some() {
        slot
    } else {
        let option = paths.option();
        quote!(#option<#slot>)
    };
    quote!(#[doc = #doc] #alias pub #ident: #ty)
}

// ::formwork::__private::record! {
//     IntegrationResponse, integration_response::__SPEC, 0, 0 api_id 1 content_handling_strategy
// }
pub(super) fn impls(
    record: &RecordPlan,
    own: &TokenStream,
    scope: &Scope,
    paths: &Paths,
) -> TokenStream {
    let private = paths.private();
    let number = Literal::usize_unsuffixed(record.number);
    let indices = (0..record.fields.len()).map(Literal::usize_unsuffixed);
    let idents = record.fields.iter().map(|field| &field.ident);
    let default = record
        .builder
        .states
        .is_empty()
        .then(|| default(own, paths));
    quote! {
        #private::record! { #own, #scope::__SPEC, #number, #(#indices #idents)* }
        #default
    }
}

// impl Default for Bucket { … }
fn default(own: &TokenStream, paths: &Paths) -> TokenStream {
    let private = paths.private();
    quote! {
        #[automatically_derived]
        impl ::core::default::Default for #own {
            #[inline]
            fn default() -> Self { <Self as #private::Record>::empty() }
        }
    }
}
