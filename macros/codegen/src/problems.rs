//! What went wrong, all of it, each at the token that the user would change.

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// Collects errors, and warnings beside them.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    errors: Option<syn::Error>,
    warnings: Vec<Warning>,
}

/// What the user should know of and no build has to stop for.
#[derive(Debug)]
struct Warning {
    span: Span,
    message: String,
}

impl Problems {
    /// Adds an error of the parser.
    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.errors {
            Some(all) => all.combine(error),
            none => *none = Some(error),
        }
    }

    /// Adds one sentence that says what is wrong.
    pub(crate) fn say(&mut self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Adds one sentence that says what is wrong, and the cure.
    pub(crate) fn say_with_help(&mut self, span: Span, message: impl Display, help: impl Display) {
        self.push(with_help(span, message, help));
    }

    /// Adds a warning, unless the same stands here already: several types of one file share some.
    pub(crate) fn warn(&mut self, span: Span, message: String) {
        if self.warnings.iter().all(|other| other.message != message) {
            self.warnings.push(Warning { span, message });
        }
    }

    /// Whether no error was reported.
    pub(crate) fn is_empty(&self) -> bool {
        self.errors.is_none()
    }

    /// Adds everything that another stage reported.
    pub(crate) fn extend(&mut self, mut other: Self) {
        if let Some(error) = other.errors.take() {
            self.push(error);
        }
        for Warning { span, message } in std::mem::take(&mut other.warnings) {
            self.warn(span, message);
        }
    }

    /// `::core::compile_error! { … }`, one for each error, and what makes the compiler show the warnings.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        let errors = self.errors.take().map(syn::Error::into_compile_error);
        let mut tokens = errors.unwrap_or_default();
        for Warning { span, message } in std::mem::take(&mut self.warnings) {
            tokens.extend(warning(span, &message));
        }
        tokens
    }

    /// The same without warnings, which the user has silenced.
    pub(crate) fn without_warnings(mut self) -> Self {
        self.warnings.clear();
        self
    }
}

// const _: () = {
//     #[deprecated(note = "the keyword `x-note` is not known; it is passed over\n  at specs/gnome.json:3:9")]
//     const SPECIFICATION: () = ();
//     SPECIFICATION
// };
//
/// On stable, a macro can have the compiler warn of one thing alone: the use of what is deprecated. The name
/// is part of what the compiler prints, and the lint is silenced as any other.
fn warning(span: Span, message: &str) -> TokenStream {
    let name = Ident::new("SPECIFICATION", span);
    quote! {
        const _: () = {
            #[deprecated(note = #message)]
            const #name: () = ();
            #name
        };
    }
}

impl Problems {
    /// Lets go of errors that somebody else reports.
    pub(crate) fn discard(mut self) {
        self.errors = None;
    }
}

impl Drop for Problems {
    fn drop(&mut self) {
        debug_assert!(
            self.errors.is_none() || std::thread::panicking(),
            "errors that nobody was told of: {:?}",
            self.errors
        );
    }
}

impl From<syn::Error> for Problems {
    fn from(error: syn::Error) -> Self {
        Self {
            errors: Some(error),
            warnings: Vec::new(),
        }
    }
}

/// An error with its cure on a line of its own.
pub(crate) fn with_help(span: Span, message: impl Display, help: impl Display) -> syn::Error {
    syn::Error::new(span, format!("{message}\nhelp: {help}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_every_problem_and_keeps_their_order() {
        let mut problems = Problems::default();
        problems.say(Span::call_site(), "first");
        problems.say_with_help(Span::call_site(), "second", "mend it");
        let tokens = problems.into_tokens().to_string();
        assert_eq!(tokens.matches("compile_error").count(), 2);
        assert!(tokens.find("first") < tokens.find("second"));
        assert!(tokens.contains("second\\nhelp: mend it"));
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "errors that nobody was told of")]
    fn none_can_be_forgotten() {
        let mut problems = Problems::default();
        problems.say(Span::call_site(), "first");
        drop(problems);
    }

    #[test]
    fn some_can_be_left_to_others() {
        let mut problems = Problems::default();
        problems.say(Span::call_site(), "first");
        problems.discard();
    }
}
