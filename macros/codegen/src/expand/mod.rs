//! The plan as tokens. Nothing is decided here.

mod attributes;
mod derive;
pub(crate) mod json;
mod limits;
mod paths;
mod properties;
mod resource;
mod rust;
mod shape;
mod table;
mod types;
mod value_set;

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::ResourcePlan;

pub(crate) use derive::derive;
pub(crate) use paths::Paths;

/// Everything that appears in the scope of the call for one resource.
pub(crate) fn resource(plan: &ResourcePlan<'_>, paths: &Paths) -> TokenStream {
    resource::items(plan, paths)
}

// const _: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/", "specs/x.json"));
//
/// Makes the compiler read a file, so that it runs again when the file changes. The path is the same on
/// every machine.
pub(crate) fn track(relative: &str) -> TokenStream {
    quote! {
        const _: &[::core::primitive::u8] = ::core::include_bytes!(
            ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #relative)
        );
    }
}
