//! The way from a call to the runtime. Behind it every path is the runtime's own.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
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
        Self {
            private: quote!(#runtime::__private),
        }
    }

    /// What only generated code may name.
    pub(crate) fn private(&self) -> &TokenStream {
        &self.private
    }
}
