//! One resource: a struct, and a module of the same name, as rows of the runtime's macro `resource!`.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::paths::Paths;
use super::rust::Rust;
use super::{attributes, properties, value_set};
use crate::plan::{MarkerPlan, Request, ResourcePlan};

// ::formwork::__private::resource! {
//     pub IntegrationResponse in integration_response
//     { rows of the struct }
//     "AWS::ApiGatewayV2::IntegrationResponse" Attributes "documentation of the module"
//     { items of the module }
// }
//
/// Everything that appears in the scope of the call for one resource. What the user wrote keeps its place;
/// all the rest is written as text.
pub(super) fn items(plan: &ResourcePlan<'_>, paths: &Paths) -> TokenStream {
    let Request {
        place,
        visibility,
        ident,
        module,
        derives,
    } = &plan.request;
    let private = paths.private();
    let derives = (!derives.is_empty()).then(|| quote!(#[derive(#(#derives),*)]));
    let mut lints = Rust::default();
    let lints = lints.code(properties::lints(&plan.root)).tokens(*place);
    // Rows and facts are one text: the compiler takes each text for a file of its own.
    let mut facts = Rust::default();
    facts.code("{ ");
    properties::resource(&plan.root, &plan.builder, &module.to_string(), &mut facts);
    facts.code("} ");
    facts.text(plan.model.resource.name.as_str()).code(" ");
    facts.code(&plan.attributes_marker).code(" ");
    facts.text(&plan.module_doc);
    let facts = facts.tokens(*place);
    let items = self::module(plan, derives.as_ref(), *place);
    quote! {
        #private::resource! {
            #lints #derives #visibility #ident in #module #facts { #items }
        }
    }
}

// #[doc(hidden)]
// pub static __SPEC: __private::SpecCell = __private::SpecCell::new("…");
// attributes, value sets, property types, builders, markers
fn module(plan: &ResourcePlan<'_>, derives: Option<&TokenStream>, place: Span) -> TokenStream {
    let mut out = Rust::default();
    let mut tokens = scope_of_derives(plan).unwrap_or_default();
    out.code("#[doc(hidden)]\npub static __SPEC: __private::SpecCell = __private::SpecCell::new(");
    out.text(&plan.model.facts_text(&plan.definitions))
        .code(");\n");
    attributes::items(plan, &mut out);
    for set in &plan.value_sets {
        value_set::item(set, &mut out);
    }
    for record in &plan.records {
        properties::builder(record, &plan.builder, false, &mut out);
        if let Some(derives) = derives {
            tokens.extend(out.take_tokens(place));
            properties::property_type(record, &plan.builder, &mut out);
            let rows = out.take_tokens(place);
            tokens.extend(quote!(__private::properties! { #derives #rows }));
        } else {
            out.code("__private::properties! { ");
            properties::property_type(record, &plan.builder, &mut out);
            out.code("} ");
        }
    }
    out.code("__private::builder! { ")
        .code(&plan.builder)
        .code(" ");
    out.text(&plan.builder_doc).code(" } ");
    properties::builder(&plan.root, &plan.builder, true, &mut out);
    markers(&plan.markers, &mut out);
    tokens.extend(out.tokens(place));
    tokens
}

/// Derives that the user names relative to the call have to be found from inside the module as well.
fn scope_of_derives(plan: &ResourcePlan<'_>) -> Option<TokenStream> {
    let derives = &plan.request.derives;
    let relative = derives.iter().any(|path| path.leading_colon.is_none());
    (relative && !plan.records.is_empty()).then(|| {
        quote! {
            #[allow(unused_imports, reason = "derives may be named by absolute paths or by the prelude")]
            use super::*;
        }
    })
}

// #[doc = "documentation"]
// pub mod required { #[doc = "documentation"] pub enum ApiId {} }
fn markers(markers: &[MarkerPlan], out: &mut Rust) {
    if markers.is_empty() {
        return;
    }
    out.code("#[doc = \"The required properties: what the state of a builder names while one is missing.\"]\n");
    out.code("#[doc(hidden)]\npub mod required {\n");
    for MarkerPlan { ident, doc } in markers {
        out.code("#[doc = ")
            .text(doc)
            .code("] pub enum ")
            .code(ident)
            .code(" {}\n");
    }
    out.code("}\n");
}
