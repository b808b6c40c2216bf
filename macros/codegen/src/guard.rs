//! A panic is a bug of ours, and the user is told so in words.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

use proc_macro2::{Span, TokenStream};

use crate::problems::with_help;

/// What the function gives; if it panics, an error that says whom to tell.
pub(crate) fn guarded(expand: impl FnOnce() -> TokenStream) -> TokenStream {
    // Nothing that the function held is looked at after a panic.
    panic::catch_unwind(AssertUnwindSafe(expand)).unwrap_or_else(|panic| {
        let words = words(panic.as_ref());
        let message = format!("formwork stopped at a mistake of its own: {words}");
        let version = env!("CARGO_PKG_VERSION");
        let help = format!(
            "please report it at formwork's issue tracker, with this call, its specification and the \
             version {version}"
        );
        with_help(Span::call_site(), message, help).into_compile_error()
    })
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        let tokens = guarded(|| panic!("at {}", "the wall")).to_string();
        assert!(tokens.contains("compile_error"), "{tokens}");
        assert!(
            tokens.contains("mistake of its own: at the wall"),
            "{tokens}"
        );
        assert!(tokens.contains("issue tracker"), "{tokens}");
    }
}
