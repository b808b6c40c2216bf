//! What went wrong, all of it, each at the token that the user would change.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};

/// Collects errors. They reach the user as tokens; debug builds complain of a collector that is dropped with
/// errors in it.
#[derive(Debug, Default)]
#[must_use = "errors reach the user as tokens alone"]
pub(crate) struct Problems(Option<syn::Error>);

impl Problems {
    /// Adds an error of the parser.
    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
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

    /// Whether nothing was reported.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Adds everything that another stage reported.
    pub(crate) fn extend(&mut self, mut other: Self) {
        if let Some(error) = other.0.take() {
            self.push(error);
        }
    }

    /// `::core::compile_error! { … }`, one for each problem.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        self.0
            .take()
            .map(syn::Error::into_compile_error)
            .unwrap_or_default()
    }
}

impl Problems {
    /// Lets go of errors that somebody else reports.
    pub(crate) fn discard(mut self) {
        self.0 = None;
    }
}

impl Drop for Problems {
    fn drop(&mut self) {
        debug_assert!(
            self.0.is_none() || std::thread::panicking(),
            "errors that nobody was told of: {:?}",
            self.0
        );
    }
}

impl From<syn::Error> for Problems {
    fn from(error: syn::Error) -> Self {
        Self(Some(error))
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
