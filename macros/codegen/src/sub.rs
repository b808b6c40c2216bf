//! `sub!`: the text of `Fn::Sub`, with handles and values of the program in it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, LitStr, Path, Token};

use crate::expand::Paths;
use crate::guard;
use crate::problems::Problems;
use crate::source;

/// The pseudo parameters of CloudFormation.
///
/// Source: the user guide's page "Get AWS values using pseudo parameters".
const PSEUDO_PARAMETERS: [&str; 8] = [
    "AWS::AccountId",
    "AWS::NoValue",
    "AWS::NotificationARNs",
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
];

/// Expands `sub!( … )`.
///
/// ```
/// let code = formwork_codegen::sub(r#""${api}.${AWS::Region}""#.parse()?).to_string();
/// assert!(code.contains("__private_"));
/// # Ok::<(), proc_macro2::LexError>(())
/// ```
#[must_use]
pub fn sub(tokens: TokenStream) -> TokenStream {
    guard::guarded(|| match syn::parse2::<Call>(tokens) {
        Ok(call) => expand(&call),
        Err(error) => error.into_compile_error(),
    })
}

/// `"text ${name}", name = expression, crate = ::formwork`.
struct Call {
    text: LitStr,
    values: Vec<(Ident, Expr)>,
    runtime: Option<Path>,
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut call = Self {
            text: input.parse()?,
            values: Vec::new(),
            runtime: None,
        };
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        let arguments = Punctuated::<Argument, Token![,]>::parse_terminated(input)?;
        for argument in arguments {
            match argument {
                Argument::Runtime(path) => call.runtime = Some(path),
                Argument::Value(name, value) => call.values.push((name, *value)),
            }
        }
        Ok(call)
    }
}

enum Argument {
    Runtime(Path),
    Value(Ident, Box<Expr>),
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![crate]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            return Ok(Self::Runtime(input.call(Path::parse_mod_style)?));
        }
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self::Value(name, input.parse()?))
    }
}

// ::formwork::__private::sub(::std::vec![
//     SubPart::Text("https://"),
//     SubPart::Captured("api", "", Captured::from(&api)),
// ])
fn expand(call: &Call) -> TokenStream {
    let mut problems = Problems::default();
    let paths = Paths::new(source::runtime(call.runtime.as_ref()).as_ref());
    let private = paths.private();
    let text = call.text.value();
    let mut used = Vec::new();
    let parts = pieces(&text, call.text.span(), &mut problems);
    let parts: Vec<TokenStream> = parts
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => quote!(#private::SubPart::Text(#text)),
            Piece::Captured { name, attribute } => {
                let value = call.values.iter().find(|(given, _)| given == name);
                let value = match value {
                    Some((_, value)) => quote!(#value),
                    None => match ident(name, call.text.span()) {
                        Some(variable) => quote!(#variable),
                        None => return TokenStream::new(),
                    },
                };
                used.push(name);
                quote! {
                    #private::SubPart::Captured(#name, #attribute, #private::Captured::from(&#value))
                }
            }
        })
        .collect();
    for (name, _) in &call.values {
        if !used.iter().any(|used| name == used) {
            problems.say_with_help(
                name.span(),
                format_args!("`{name}` does not stand in the text"),
                format_args!("write `${{{name}}}` where its value goes, or leave it out"),
            );
        }
    }
    if problems.is_empty() {
        quote!(#private::sub(#private::Vec::from([#(#parts),*])))
    } else {
        problems.into_tokens()
    }
}

#[derive(Debug, PartialEq)]
enum Piece<'t> {
    /// Text as `Fn::Sub` has it, pseudo parameters and escapes included.
    Text(&'t str),
    /// A variable of the program, and an attribute behind it.
    Captured { name: &'t str, attribute: &'t str },
}

/// The text, cut at the variables of the program.
fn pieces<'t>(text: &'t str, span: Span, problems: &mut Problems) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("${")) {
        let open = at + found;
        let Some(length) = text.get(open..).and_then(|rest| rest.find('}')) else {
            problems.say_with_help(
                span,
                "`${` is not closed",
                "write `}` behind the name, or `${!` for the characters themselves",
            );
            return pieces;
        };
        let close = open + length + 1;
        let inside = text.get(open + 2..close - 1).unwrap_or_default();
        if !(inside.starts_with('!') || is_pseudo(inside, span, problems)) {
            if let Some(before) = text.get(start..open).filter(|before| !before.is_empty()) {
                pieces.push(Piece::Text(before));
            }
            let (name, attribute) = inside.split_once('.').unwrap_or((inside, ""));
            if is_name(name) {
                pieces.push(Piece::Captured { name, attribute });
            } else {
                problems.say_with_help(
                    span,
                    format_args!("`${{{inside}}}` names no variable of the program"),
                    "write the name of a handle or of a value in scope, with an attribute behind a dot if it is \
                     a resource",
                );
            }
            start = close;
        }
        at = close;
    }
    if let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// Whether a name is a pseudo parameter; one that only looks so is reported.
fn is_pseudo(name: &str, span: Span, problems: &mut Problems) -> bool {
    if !name.starts_with("AWS::") {
        return false;
    }
    if !PSEUDO_PARAMETERS.contains(&name) {
        problems.say_with_help(
            span,
            format_args!("`{name}` is no pseudo parameter"),
            format_args!("these are: {}", PSEUDO_PARAMETERS.join(", ")),
        );
    }
    true
}

fn is_name(name: &str) -> bool {
    syn::parse_str::<Ident>(name).is_ok()
}

/// The variable of that name, as if the user had written it where the text stands.
fn ident(name: &str, span: Span) -> Option<Ident> {
    let mut ident: Ident = syn::parse_str(name).ok()?;
    ident.set_span(span.resolved_at(span));
    Some(ident)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (Vec<Piece<'_>>, String) {
        let mut problems = Problems::default();
        let pieces = pieces(text, Span::call_site(), &mut problems);
        (pieces, problems.into_tokens().to_string())
    }

    #[test]
    fn variables_are_cut_out_and_the_rest_stays() {
        let (pieces, said) = cut("https://${api}.x.${AWS::Region}/${table.Arn}/${!Kept}");
        let captured = |name, attribute| Piece::Captured { name, attribute };
        let expected = [
            Piece::Text("https://"),
            captured("api", ""),
            Piece::Text(".x.${AWS::Region}/"),
            captured("table", "Arn"),
            Piece::Text("/${!Kept}"),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(said, "");
    }

    #[test]
    fn what_is_no_name_is_reported() {
        for (text, words) in [
            ("${AWS::Regoin}", "is no pseudo parameter"),
            ("${a-b}", "names no variable"),
            ("${}", "names no variable"),
            ("${api", "is not closed"),
        ] {
            let (_, said) = cut(text);
            assert!(said.contains(words), "{text}: {said}");
        }
    }

    #[test]
    fn a_value_that_is_not_used_is_reported() {
        let said = sub(quote!("${a}", b = 1)).to_string();
        assert!(said.contains("`b` does not stand in the text"), "{said}");
    }
}
