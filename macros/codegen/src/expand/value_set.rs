//! Open sets of strings.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::paths::Paths;
use crate::plan::{ValueSetPlan, VariantPlan};

// /// documentation
// #[derive(Clone, PartialEq, Eq, Hash)]
// #[non_exhaustive]
// pub enum ContentHandlingStrategy {
//     /// `CONVERT_TO_TEXT`
//     ConvertToText,
//     #[doc(hidden)]
//     __Other(Other),
// }
// ::formwork::__private::value_set! { ContentHandlingStrategy, 0 ConvertToText "CONVERT_TO_TEXT" }
pub(super) fn item(set: &ValueSetPlan, paths: &Paths) -> TokenStream {
    let ValueSetPlan {
        ident,
        doc,
        variants,
    } = set;
    let private = paths.private();
    let items = variants.iter().map(
        |VariantPlan {
             ident,
             doc,
             value: _,
         }| quote!(#[doc = #doc] #ident),
    );
    let rows = variants.iter().enumerate().map(
        |(
            at,
            VariantPlan {
                ident,
                value,
                doc: _,
            },
        )| {
            let at = Literal::usize_unsuffixed(at);
            quote!(#at #ident #value)
        },
    );
    quote! {
        #[doc = #doc]
        #[derive(
            ::core::clone::Clone,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        pub enum #ident {
            #(#items,)*
            #[doc(hidden)]
            __Other(#private::Other),
        }
        #private::value_set! { #ident, #(#rows)* }
    }
}
