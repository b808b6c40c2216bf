//! Rust as text. Where spans do not matter, writing text and having the compiler read it costs a tenth of
//! making each token.

use proc_macro::{Delimiter, Group, TokenTree};
use proc_macro2::{Span, TokenStream};
use quote::quote;

/// A text of Rust that grows.
#[derive(Default)]
pub(super) struct Rust(String);

impl Rust {
    /// Code, as it is.
    pub(super) fn code(&mut self, code: &str) -> &mut Self {
        self.0.push_str(code);
        self
    }

    /// A number.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        // Most numbers have one digit; formatting costs more than all the rest of a row.
        match u8::try_from(number) {
            Ok(digit @ 0..=9) => self.0.push(char::from(b'0' + digit)),
            _ => self.0.push_str(&number.to_string()),
        }
        self
    }

    /// A string literal: a raw one, which takes the least reading.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        // A raw string cannot hold a carriage return, and a plain one reads it as part of the line's end.
        if text.contains('\r') {
            let escaped = text.escape_default().to_string();
            return self.code("\"").code(&escaped).code("\"");
        }
        let fence = fence(text);
        self.code("r")
            .code(&fence)
            .code("\"")
            .code(text)
            .code("\"")
            .code(&fence)
    }

    /// The tokens, the names among them at one place of the call.
    pub(super) fn tokens(&self, place: Span) -> TokenStream {
        read(&self.0, place).unwrap_or_else(|error| {
            // No specification is known that leads here; a message is better than nothing.
            let message = format!("the generated code is no Rust: {error}");
            quote!(::core::compile_error! { #message })
        })
    }

    /// The tokens so far, after which the text is empty again.
    pub(super) fn take_tokens(&mut self, place: Span) -> TokenStream {
        let tokens = self.tokens(place);
        self.0.clear();
        tokens
    }
}

/// The tokens of a text. In the compiler it is the compiler that reads it: the other crate would first read it
/// itself, without optimisation, which was nearly half of all the time that an expansion took.
fn read(text: &str, place: Span) -> Result<TokenStream, String> {
    if proc_macro::is_available() {
        let tokens: Result<proc_macro::TokenStream, _> = text.parse();
        tokens
            .map(|tokens| TokenStream::from(names_at(tokens, &Places::of(place.unwrap()))))
            .map_err(|error| error.to_string())
    } else {
        let tokens: Result<TokenStream, _> = text.parse();
        tokens.map_err(|error| error.to_string())
    }
}

/// Where tokens are.
struct Places {
    /// In the call, as a part of the expansion.
    names: proc_macro::Span,
    /// In the call, as if the user had written the token.
    user: proc_macro::Span,
}

impl Places {
    fn of(user: proc_macro::Span) -> Self {
        let names = proc_macro::Span::call_site().located_at(user);
        Self { names, user }
    }
}

/// Editors go to the place of a name for its definition, and some know no place for what is read from text.
/// Whatever defines something stands outside of everything but braces.
///
/// The two tokens behind an `@` begin and end every bound of a setter: where both are the user's, what the compiler says of
/// a bound is short, and without a word on the expansion.
fn names_at(tokens: proc_macro::TokenStream, places: &Places) -> proc_macro::TokenStream {
    let mut of_bounds = 0_u8;
    let tokens = tokens.into_iter().map(|mut token| {
        if of_bounds > 0 {
            of_bounds -= 1;
            token.set_span(places.user);
            return token;
        }
        match &mut token {
            TokenTree::Ident(name) => name.set_span(places.names),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                *group = Group::new(Delimiter::Brace, names_at(group.stream(), places));
            }
            TokenTree::Punct(punct) if punct.as_char() == '@' => of_bounds = 2,
            _ => {}
        }
        token
    });
    tokens.collect()
}

/// As many `#` as the content of a raw string needs around it.
fn fence(text: &str) -> String {
    if !text.contains('"') {
        return String::new();
    }
    let mut longest = 0;
    if text.contains("\"#") {
        let runs = text.split('"').skip(1);
        longest = runs
            .map(|after| after.len() - after.trim_start_matches('#').len())
            .max()
            .unwrap_or_default();
    }
    "#".repeat(longest + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        let mut rust = Rust::default();
        rust.text(text);
        syn::parse2::<syn::LitStr>(rust.tokens(Span::call_site()))
            .unwrap()
            .value()
    }

    #[test]
    fn a_string_is_read_back_as_it_was() {
        for text in [
            "", "a\nb", "\"", "\\n", "\"#\"##", "a\r\nb\"", "ü\"", "'{}'",
        ] {
            assert_eq!(value(text), text);
        }
    }

    #[test]
    fn numbers() {
        let mut rust = Rust::default();
        rust.number(7).code(" ").number(110);
        assert_eq!(rust.tokens(Span::call_site()).to_string(), "7 110");
    }
}
