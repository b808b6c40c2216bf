//! The plan as tokens. Nothing is decided here.

mod attributes;
mod derive;
mod paths;
mod properties;
mod resource;
mod rust;
mod types;
mod value_set;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::plan::ResourcePlan;

pub(crate) use derive::derive;
pub(crate) use paths::Paths;

/// Everything that appears in the scope of the call for one resource.
pub(crate) fn resource(plan: &ResourcePlan<'_>, paths: &Paths) -> TokenStream {
    resource::items(plan, paths)
}

// ::formwork::__private::derive_from_file! { Resource struct Gnome { … } }
//
/// The call of the macro that expands a derive anew in every build.
pub(crate) fn from_file(derive: &str, item: &TokenStream, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let derive = Ident::new(derive, Span::call_site());
    quote!(#private::derive_from_file! { #derive #item })
}

// const _: () = {
//     #[allow(dead_code, reason = "…")]
//     fn __tracked() { let _ = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/", "specs/x.json")); }
// };
//
/// Makes the compiler read a file, so that it runs again when the file changes. The path is the same on
/// every machine.
///
/// What a constant holds is kept in the library for crates that depend on it, and so would be the whole
/// file; of a function that nobody calls, nothing is kept.
pub(crate) fn track(relative: &str) -> TokenStream {
    quote! {
        const _: () = {
            #[allow(dead_code, reason = "only to have the file read while compiling")]
            fn __tracked() {
                let _ = ::core::include_bytes!(
                    ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #relative)
                );
            }
        };
    }
}
