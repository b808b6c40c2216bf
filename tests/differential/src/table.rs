//! The table text of a type, as the macro writes it.

use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};
use serde_json::Value;

/// How each table text starts.
const START: &str = "{\"typeName\"";

/// The table of a bundled type.
pub(crate) fn bundled(type_name: &str) -> Result<Value> {
    of_call(&format!("crate = ::formwork, {type_name:?}"))
}

fn of_call(call: &str) -> Result<Value> {
    let tokens: TokenStream = call
        .parse()
        .map_err(|error| anyhow::anyhow!("{call}: {error}"))?;
    let tokens = formwork_codegen::resource(tokens);
    let text = text(tokens).with_context(|| format!("no table in the expansion of `{call}`"))?;
    Ok(serde_json::from_str(&text)?)
}

/// The first string that is a table.
fn text(tokens: TokenStream) -> Option<String> {
    tokens.into_iter().find_map(|tree| match tree {
        TokenTree::Group(group) => text(group.stream()),
        TokenTree::Literal(literal) => {
            let text = syn::parse_str::<syn::LitStr>(&literal.to_string()).ok()?;
            Some(text.value()).filter(|text| text.starts_with(START))
        }
        _ => None,
    })
}
