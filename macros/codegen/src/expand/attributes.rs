//! The names of what a resource returns.

use proc_macro2::TokenStream;
use quote::quote;

use super::paths::Paths;
use crate::plan::{AttributePlan, ResourcePlan};

// /// documentation
// pub enum Attributes {}
// /// documentation
// pub const ENDPOINT_ADDRESS: Attribute<self::Attributes> = Attribute::new("Endpoint.Address");
pub(super) fn items(plan: &ResourcePlan<'_>, paths: &Paths) -> TokenStream {
    let marker = &plan.attributes_marker;
    let runtime = paths.runtime();
    let constants = plan.attributes.iter().map(|AttributePlan { ident, name, doc }| {
        quote! {
            #[doc = #doc]
            pub const #ident: #runtime::Attribute<self::#marker> = #runtime::Attribute::new(#name);
        }
    });
    let doc = format!("Ties the attributes to `{}`.", plan.request.ident);
    quote! {
        #[doc = #doc]
        pub enum #marker {}
        #(#constants)*
    }
}
