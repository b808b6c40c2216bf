//! One call of the generator, and what can be said of its result without compiling it.

use proc_macro2::{TokenStream, TokenTree};

/// What a call became: Rust without an error in it.
#[derive(Debug)]
pub struct Expansion {
    tokens: TokenStream,
}

impl Expansion {
    /// Expands what would stand between the parentheses of `resource!( … )`.
    ///
    /// # Errors
    ///
    /// If the call cannot be split into tokens, if its expansion is no Rust, or if it holds a
    /// `compile_error!`; then the words are those that the compiler would show.
    pub fn of(call: &str) -> Result<Self, String> {
        let call: TokenStream = call.parse().map_err(|error| format!("{error}"))?;
        let tokens = formwork_codegen::resource(call);
        let errors = compile_errors(tokens.clone());
        if !errors.is_empty() {
            return Err(errors.join("\n"));
        }
        match syn::parse2::<syn::File>(tokens.clone()) {
            Ok(_) => Ok(Self { tokens }),
            Err(error) => Err(format!("the expansion is no Rust: {error}")),
        }
    }

    /// The expansion as text.
    #[must_use]
    pub fn text(&self) -> String {
        self.tokens.to_string()
    }

    /// A number that differs where the expansion does.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        fingerprint(self.text().as_bytes())
    }

    /// The identifiers in it, in order, each time that they occur.
    #[must_use]
    pub fn idents(&self) -> Vec<String> {
        let mut idents = Vec::new();
        each_token(self.tokens.clone(), &mut |token| {
            if let TokenTree::Ident(ident) = token {
                idents.push(ident.to_string());
            }
        });
        idents
    }

    /// How many tokens it has, delimiters counted as two.
    #[must_use]
    pub fn size(&self) -> usize {
        let mut size = 0;
        each_token(self.tokens.clone(), &mut |token| {
            size += if matches!(token, TokenTree::Group(_)) {
                2
            } else {
                1
            };
        });
        size
    }
}

/// FNV-1a: the same number on every machine and with every release of the compiler.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Calls a function with every token, groups before what is in them.
fn each_token(tokens: TokenStream, look: &mut dyn FnMut(&TokenTree)) {
    let mut waiting = vec![tokens.into_iter()];
    while let Some(tokens) = waiting.last_mut() {
        let Some(token) = tokens.next() else {
            waiting.pop();
            continue;
        };
        look(&token);
        if let TokenTree::Group(group) = token {
            waiting.push(group.stream().into_iter());
        }
    }
}

/// What each `compile_error!` says.
fn compile_errors(tokens: TokenStream) -> Vec<String> {
    let mut errors = Vec::new();
    let mut is_due = false;
    each_token(tokens, &mut |token| match token {
        TokenTree::Ident(ident) if ident == "compile_error" => is_due = true,
        TokenTree::Literal(_) if is_due => {
            is_due = false;
            errors.push(text_of(token).unwrap_or_default());
        }
        _ => {}
    });
    errors
}

fn text_of(token: &TokenTree) -> Option<String> {
    let literal = syn::parse2::<syn::LitStr>(TokenStream::from(token.clone()));
    literal.ok().map(|literal| literal.value())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_the_words_of_the_compiler() {
        let error = Expansion::of(r#""AWS::SQS::Quoue""#).unwrap_err();
        assert!(
            error.starts_with("the type `AWS::SQS::Quoue` is not in the catalog"),
            "{error}"
        );
        assert!(Expansion::of("(").is_err());
    }
}
