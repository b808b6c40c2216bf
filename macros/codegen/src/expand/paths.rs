//! The way from a call to the runtime. Behind it every path is the runtime's own.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::Path;

/// The paths of one call.
#[derive(Clone, Debug)]
pub(crate) struct Paths {
    private: TokenStream,
}

impl Paths {
    /// Paths through the runtime at the given place, `::formwork` if none is given.
    pub(crate) fn new(runtime: Option<&Path>) -> Self {
        let runtime = runtime.map_or_else(|| quote!(::formwork), ToTokens::to_token_stream);
        let private = format_ident!("{}", private_name());
        Self {
            private: quote!(#runtime::#private),
        }
    }

    /// What only generated code may name.
    pub(crate) fn private(&self) -> &TokenStream {
        &self.private
    }
}

/// The runtime's module for generated code, by its version: code that was generated for another version and
/// kept in a file fails at this one name, not at whatever changed behind it.
fn private_name() -> String {
    let version = env!("CARGO_PKG_VERSION").replace(|letter: char| !letter.is_alphanumeric(), "_");
    format!("__private_{version}")
}
