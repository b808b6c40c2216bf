//! One resource: a struct, and a module of the same name.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Token, Visibility};

use super::builder::Builder;
use super::paths::{Paths, Scope};
use super::{attributes, record, table, value_set};
use crate::plan::{MarkerPlan, RecordPlan, Request, ResourcePlan};

/// Everything that appears in the scope of the call for one resource.
pub(super) fn items(plan: &ResourcePlan<'_>, paths: &Paths) -> TokenStream {
    let Request {
        visibility,
        ident,
        module,
        derives,
    } = &plan.request;
    let beside = Scope::Beside(module.clone());
    let own = quote!(#ident);
    let item = record::item(&plan.root, visibility, derives, &beside, paths);
    let record = record::impls(&plan.root, &own, &beside, paths);
    let builder = Builder::new(&plan.root, &own, &beside, paths).impls();
    let resource = resource(plan, paths);
    let module = self::module(plan, paths);
    quote! {
        #item
        #module
        const _: () = {
            #record
            #builder
            #resource
        };
    }
}

// impl ::formwork::Resource for IntegrationResponse { … }
fn resource(plan: &ResourcePlan<'_>, paths: &Paths) -> TokenStream {
    let Request { ident, module, .. } = &plan.request;
    let runtime = paths.runtime();
    let name = plan.model.resource.name.as_str();
    let marker = &plan.attributes_marker;
    quote! {
        #[automatically_derived]
        impl #runtime::Resource for #ident {
            const TYPE_NAME: &'static ::core::primitive::str = #name;
            type Attributes = #module::#marker;
            #[inline]
            fn spec() -> &'static #runtime::ResourceSpec { #module::__SPEC.resource() }
        }
    }
}

// /// documentation
// pub mod integration_response {
//     pub static __SPEC: SpecCell = SpecCell::new("…");
//     attributes, value sets, property types, builders, markers
// }
fn module(plan: &ResourcePlan<'_>, paths: &Paths) -> TokenStream {
    let Request {
        visibility,
        module,
        derives,
        ident,
    } = &plan.request;
    let doc = &plan.module_doc;
    let private = paths.private();
    let table = table::text(plan);
    let attributes = attributes::items(plan, paths);
    let value_sets = plan
        .value_sets
        .iter()
        .map(|set| value_set::item(set, paths));
    let records = plan
        .records
        .iter()
        .map(|record| property_type(record, plan, paths));
    let beside = Scope::Beside(module.clone());
    let own = quote!(#ident);
    let builder = Builder::new(&plan.root, &own, &beside, paths).item();
    let markers = markers(&plan.markers);
    let scope_of_derives = scope_of_derives(derives, plan);
    quote! {
        #[doc = #doc]
        #visibility mod #module {
            #scope_of_derives
            #[doc(hidden)]
            pub static __SPEC: #private::SpecCell = #private::SpecCell::new(#table);
            #attributes
            #(#value_sets)*
            #(#records)*
            #builder
            #markers
        }
    }
}

fn property_type(record: &RecordPlan, plan: &ResourcePlan<'_>, paths: &Paths) -> TokenStream {
    let ident = &record.ident;
    let own = quote!(self::#ident);
    let public = Visibility::Public(<Token![pub]>::default());
    let item = record::item(
        record,
        &public,
        &plan.request.derives,
        &Scope::Inside,
        paths,
    );
    let impls = record::impls(record, &own, &Scope::Inside, paths);
    let builder = Builder::new(record, &own, &Scope::Inside, paths);
    let (builder, builder_impls) = (builder.item(), builder.impls());
    quote! { #item #builder #impls #builder_impls }
}

/// Derives that the user names relative to the call have to be found from inside the module as well.
fn scope_of_derives(derives: &[syn::Path], plan: &ResourcePlan<'_>) -> Option<TokenStream> {
    let relative = derives.iter().any(|path| path.leading_colon.is_none());
    (relative && !plan.records.is_empty()).then(|| {
        quote! {
            #[allow(unused_imports, reason = "derives may be named by absolute paths or by the prelude")]
            use super::*;
        }
    })
}

// /// documentation
// pub mod required { pub enum ApiId {} }
fn markers(markers: &[MarkerPlan]) -> Option<TokenStream> {
    if markers.is_empty() {
        return None;
    }
    let markers = markers
        .iter()
        .map(|MarkerPlan { ident, doc }| quote!(#[doc = #doc] pub enum #ident {}));
    Some(quote! {
        /// The required properties, as the state of a builder names the ones that are missing.
        pub mod required { #(#markers)* }
    })
}
