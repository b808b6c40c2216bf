//! How calls and attributes are written. What cannot be understood is reported and passed over, so that the rest
//! still means what it says.

use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Path, Token, Visibility, bracketed, token};

use super::Wanted;
use crate::problems::{Problems, with_help};
use crate::suggest;

/// What a type is written like.
const TYPE_CURE: &str = "write the type in quotes: `\"AWS::SQS::Queue\"`";

/// Items divided by commas, each with its own mistakes.
pub(super) fn items(
    input: ParseStream<'_>,
    problems: &mut Problems,
    mut item: impl FnMut(ParseStream<'_>, &mut Problems) -> syn::Result<()>,
) {
    while !input.is_empty() {
        if let Err(error) = item(input, problems).and_then(|()| end_of_item(input)) {
            problems.push(error);
            skip_value(input);
            // There is one, or this is the end.
            let _ = input.parse::<Option<Token![,]>>();
        }
    }
}

/// A key that `of` does not have.
pub(super) fn unknown_key(key: &Ident, keys: &[&str], of: &str) -> syn::Error {
    let name = key.to_string();
    let message = format!("`{name}` is not a key of {of}");
    let help = suggest::did_you_mean(&name, keys.iter().copied())
        .unwrap_or_else(|| format!("write {}", suggest::alternatives(keys).unwrap_or_default()));
    with_help(key.span(), message, help)
}

/// The comma behind an item that does not stand at the end.
pub(super) fn end_of_item(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return input.parse::<Option<Token![,]>>().map(drop);
    }
    let is_item = input.peek(LitStr) || input.peek(Ident::peek_any);
    Err(if is_item {
        let message = "a comma is missing in front of this";
        with_help(input.span(), message, "divide them with `,`")
    } else {
        let message = "this is neither a type nor a key";
        with_help(input.span(), message, "remove it, or write `,`")
    })
}

/// The content of `[ … ]`; `cure` shows what it is written like.
pub(super) fn list<T>(
    input: ParseStream<'_>,
    cure: &str,
    problems: &mut Problems,
    mut element: impl FnMut(ParseStream<'_>, &mut Problems) -> syn::Result<T>,
) -> syn::Result<Vec<T>> {
    if !input.peek(token::Bracket) {
        return Err(no_list(input, cure));
    }
    let content;
    bracketed!(content in input);
    let mut elements = Vec::new();
    items(&content, problems, |input, problems| {
        elements.push(element(input, problems)?);
        Ok(())
    });
    Ok(elements)
}

/// What to say where a list is due.
pub(super) fn no_list(input: ParseStream<'_>, cure: &str) -> syn::Error {
    with_help(input.span(), "a list in brackets is due here", cure)
}

/// The path of a file.
pub(super) fn file(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    if input.peek(LitStr) {
        return input.parse();
    }
    Err(with_help(
        input.span(),
        format!("the value of `{key}` is a path in quotes"),
        format!("write `{key} = \"specs/queue.json\"`"),
    ))
}

/// A derive, by its path.
pub(super) fn derive(input: ParseStream<'_>, _: &mut Problems) -> syn::Result<Path> {
    let span = input.span();
    input.call(Path::parse_mod_style).map_err(|_| {
        with_help(
            span,
            "a derive is named by its path",
            "write `derives = [MyDerive]`",
        )
    })
}

/// Whether a derive can be added. Those of the standard library cannot, which is said here: the compiler would say
/// it for each property.
pub(super) fn can_be_added(derive: &Path, problems: &mut Problems) -> bool {
    let of_std = |root: &syn::PathSegment| root.ident == "std" || root.ident == "core";
    let is_standard = derive.segments.len() == 1 || derive.segments.first().is_some_and(of_std);
    let last = derive.segments.last().filter(|_| is_standard);
    let refused = last.and_then(|last| Some((last, standard_derive(&last.ident.to_string())?)));
    if let Some((last, (message, help))) = &refused {
        problems.say_with_help(last.ident.span(), message, help);
    }
    refused.is_none()
}

/// Why a derive of the standard library cannot be added, and what to do instead.
fn standard_derive(name: &str) -> Option<(String, &'static str)> {
    match name {
        "Clone" | "Debug" | "PartialEq" => Some((
            format!("every generated struct has `{name}` already"),
            "remove it",
        )),
        "Default" => Some((
            "`Default` cannot be derived: a required property has no value by default".to_owned(),
            "remove it; structs without required properties have `Default` already, others have `builder()`",
        )),
        "Eq" | "Hash" | "Ord" | "PartialOrd" | "Copy" => Some((
            format!(
                "`{name}` cannot be derived: properties hold numbers with fractions, text and functions"
            ),
            "remove it; every generated struct has `Clone`, `Debug` and `PartialEq`",
        )),
        _ => None,
    }
}

/// One type, with its visibility and its name.
pub(super) fn wanted(input: ParseStream<'_>, problems: &mut Problems) -> syn::Result<Wanted> {
    let visibility = match input.parse()? {
        Visibility::Inherited => Visibility::Public(Token![pub](Span::call_site())),
        written => written,
    };
    if input.peek(token::Paren) {
        problems.say_with_help(
            input.span(),
            "this is no visibility",
            "write `pub`, `pub(crate)`, `pub(super)`, `pub(self)` or `pub(in …)`",
        );
        input.parse::<TokenTree>()?;
    }
    let name = type_name(input, problems)?;
    let is_renamed = input.parse::<Option<Token![as]>>()?.is_some();
    let rename = if is_renamed {
        new_name(input, &name, problems)?
    } else {
        None
    };
    Ok(Wanted {
        visibility,
        name,
        rename,
    })
}

fn type_name(input: ParseStream<'_>, problems: &mut Problems) -> syn::Result<LitStr> {
    if input.peek(LitStr) {
        return input.parse();
    }
    if is_bare_type(input) {
        let path = input.call(Path::parse_mod_style)?;
        let parts: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.unraw().to_string())
            .collect();
        let name = parts.join("::");
        let message =
            format!("the name of a resource type stands in quotes\nhelp: write `\"{name}\"`");
        let error = syn::Error::new_spanned(&path, message);
        let span = error.span();
        problems.push(error);
        return Ok(LitStr::new(&name, span));
    }
    Err(with_help(
        input.span(),
        "a resource type is due here",
        TYPE_CURE,
    ))
}

/// Whether a path of several parts stands here: a type whose quotes were forgotten.
pub(super) fn is_bare_type(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any) && input.peek2(Token![::])
}

/// What stands after `as`; none if it cannot be a name.
fn new_name(
    input: ParseStream<'_>,
    type_name: &LitStr,
    problems: &mut Problems,
) -> syn::Result<Option<Ident>> {
    let proposal = || {
        let name = type_name.value();
        format!("write `as My{}`", crate::choose::struct_name(&name))
    };
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let message = "the name of a struct stands without quotes";
        problems.say_with_help(text.span(), message, format!("write `as {}`", text.value()));
        return Ok(text.parse().ok());
    }
    if !input.peek(Ident::peek_any) {
        let message = "the name of a struct is due after `as`";
        return Err(with_help(input.span(), message, proposal()));
    }
    if input.peek(Ident) {
        return input.parse().map(Some);
    }
    let word = input.call(Ident::parse_any)?;
    let message = format!("`{word}` is a word of the language, which cannot name a struct");
    problems.say_with_help(word.span(), message, proposal());
    Ok(None)
}

/// The path of the runtime, which has to mean the same in every module; none if it does not.
pub(super) fn runtime_path(
    input: ParseStream<'_>,
    problems: &mut Problems,
) -> syn::Result<Option<Path>> {
    let span = input.span();
    let path = input.call(Path::parse_mod_style).map_err(|_| {
        with_help(
            span,
            "the value of `crate` is a path without quotes",
            "write `crate = ::my_framework::formwork`",
        )
    })?;
    if let Some(first) = path.segments.first()
        && (first.ident == "self" || first.ident == "super")
    {
        problems.say_with_help(
            first.ident.span(),
            format!(
                "a path that begins with `{}` means something else in each module",
                first.ident
            ),
            "begin the path with `crate` or with `::`",
        );
        return Ok(None);
    }
    Ok(Some(path))
}

/// Passes over the value of a key that means nothing, so that what follows is still understood.
pub(super) fn skip_value(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<TokenTree>().is_err() {
            break;
        }
    }
}
