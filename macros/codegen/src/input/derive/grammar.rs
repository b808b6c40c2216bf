//! How `#[resource( … )]` is written: keys, divided by commas, some with a value.

use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, LitStr, Meta, Token};

use crate::input::grammar::{end_of_item, skip_value, unknown_key};
use crate::problems::{Problems, with_help};
use crate::suggest::alternatives;

/// The name of the attribute.
const ATTRIBUTE: &str = "resource";

/// `= "…"`.
pub(super) fn assigned(key: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    if !input.peek(Token![=]) {
        let message = "the value of this key is missing";
        return Err(with_help(key.span(), message, "write `= \"…\"` behind it"));
    }
    input.parse::<Token![=]>()?;
    if input.peek(LitStr) {
        return input.parse();
    }
    Err(with_help(
        input.span(),
        "expected a string in quotes",
        "write `\"…\"`",
    ))
}

/// Reads every `#[resource( … )]`. `take` gets each key, or none where a string stands without one, reads
/// what belongs to it, and answers with the name of the key, or nothing for a key that it does not know.
pub(super) fn read(
    attributes: &[Attribute],
    keys: &[&str],
    of: &str,
    problems: &mut Problems,
    mut take: impl FnMut(
        Option<&Ident>,
        ParseStream<'_>,
        &mut Problems,
    ) -> syn::Result<Option<&'static str>>,
) {
    let mut seen: Vec<&'static str> = Vec::new();
    let mut one = |input: ParseStream<'_>| -> syn::Result<()> {
        while !input.is_empty() {
            item(input, keys, of, problems, &mut seen, &mut take)?;
            end_of_item(input)?;
        }
        Ok(())
    };
    let mut faults: Vec<syn::Error> = Vec::new();
    for attribute in attributes {
        if !attribute.path().is_ident(ATTRIBUTE) {
            continue;
        }
        let parsed = match &attribute.meta {
            Meta::List(list) => (|input: ParseStream<'_>| one(input)).parse2(list.tokens.clone()),
            other => Err(with_help(
                attribute
                    .path()
                    .get_ident()
                    .map_or_else(Span::call_site, Ident::span),
                format!("`#[{ATTRIBUTE}]` takes its content in parentheses"),
                match other {
                    Meta::NameValue(_) => "write `#[resource(…)]` without `=`",
                    _ => "write `#[resource(…)]`",
                },
            )),
        };
        faults.extend(parsed.err());
    }
    for fault in faults {
        problems.push(fault);
    }
}

fn item(
    input: ParseStream<'_>,
    keys: &[&str],
    of: &str,
    problems: &mut Problems,
    seen: &mut Vec<&'static str>,
    take: &mut impl FnMut(
        Option<&Ident>,
        ParseStream<'_>,
        &mut Problems,
    ) -> syn::Result<Option<&'static str>>,
) -> syn::Result<()> {
    let span = input.span();
    let key = if input.peek(LitStr) {
        None
    } else if input.peek(Ident::peek_any) {
        Some(input.call(Ident::parse_any)?)
    } else {
        let keys = alternatives(keys).unwrap_or_default();
        let help = format!("write {keys}");
        return Err(with_help(span, "expected a key", help));
    };
    if input.peek(Token![::]) {
        let parts: TokenStream = input.parse()?;
        let parts = parts.to_string().replace(' ', "");
        let name = key.map(|key| key.to_string()).unwrap_or_default();
        let name = format!("{name}{}", parts.split(',').next().unwrap_or_default());
        return Err(with_help(
            span,
            "the name of a resource type stands in quotes",
            format!("write `\"{name}\"`"),
        ));
    }
    match take(key.as_ref(), input, problems)? {
        Some(name) if seen.contains(&name) => problems.say_with_help(
            span,
            format!("the key `{name}` is given twice"),
            "remove one of them",
        ),
        Some(name) => seen.push(name),
        None => {
            if let Some(key) = &key {
                problems.push(unknown_key(key, keys, of));
            }
            skip_value(input);
        }
    }
    Ok(())
}
