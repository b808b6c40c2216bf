//! (to be written)
use proc_macro::TokenStream;

/// (to be written)
#[proc_macro]
pub fn resource(tokens: TokenStream) -> TokenStream {
    formwork_codegen::resource(tokens.into()).into()
}
