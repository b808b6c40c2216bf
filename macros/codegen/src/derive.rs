//! The derives; they accept nothing yet.

use proc_macro2::{Span, TokenStream};

/// Expands `#[derive(Resource)]`.
#[must_use]
pub fn derive_resource(_: TokenStream) -> TokenStream {
    syn::Error::new(Span::call_site(), "this derive is not there yet").into_compile_error()
}

/// Expands `#[derive(PropertyType)]`.
#[must_use]
pub fn derive_property_type(tokens: TokenStream) -> TokenStream {
    derive_resource(tokens)
}
