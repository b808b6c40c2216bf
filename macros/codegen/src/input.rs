//! What the user wrote in `resource!( … )`.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitStr, Path, Token, Visibility, bracketed};

use crate::problems::{Problems, with_help};
use crate::suggest;

/// The keys that `resource!` knows, in the order of its documentation.
const KEYS: &[&str] = &["spec", "types", "patch", "derives", "crate"];

/// The content of a call, with what was wrong in it.
pub(crate) struct Call {
    /// What could be understood.
    pub(crate) input: Input,
    /// Everything that could not.
    pub(crate) problems: Problems,
}

/// What a call asks for.
pub(crate) struct Input {
    /// The specification file; none for the catalog.
    pub(crate) spec: Option<LitStr>,
    /// A file of changes to the specification.
    pub(crate) patch: Option<LitStr>,
    /// The types wanted, in the order written; empty for all types of the file.
    pub(crate) types: Vec<Wanted>,
    /// Derives for each generated struct.
    pub(crate) derives: Vec<Path>,
    /// Where the runtime is; none for `::formwork`.
    pub(crate) runtime: Option<Path>,
    /// The call itself, for what is missing in it.
    pub(crate) span: Span,
}

/// One type name or pattern, with what is to be made of it.
#[derive(Clone)]
pub(crate) struct Wanted {
    /// The visibility of what is generated.
    pub(crate) visibility: Visibility,
    /// A type name, or a pattern with `*`.
    pub(crate) name: LitStr,
    /// The name of the struct, if it is not the last part of the type name.
    pub(crate) rename: Option<Ident>,
}

impl Wanted {
    /// Whether this stands for as many types as match.
    pub(crate) fn is_pattern(&self) -> bool {
        self.name.value().contains('*')
    }
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut reader = Reader::new(input.span());
        while !input.is_empty() {
            reader.item(input)?;
            if input.is_empty() {
                break;
            }
            input.parse::<Token![,]>()?;
        }
        Ok(reader.finish())
    }
}

struct Reader {
    input: Input,
    problems: Problems,
    seen: Vec<String>,
}

impl Reader {
    fn new(span: Span) -> Self {
        let input = Input {
            spec: None,
            patch: None,
            types: Vec::new(),
            derives: Vec::new(),
            runtime: None,
            span,
        };
        Self {
            input,
            problems: Problems::default(),
            seen: Vec::new(),
        }
    }

    fn item(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let is_type = input.peek(LitStr) || input.peek(Token![pub]);
        if is_type {
            self.input.types.push(input.parse()?);
            return Ok(());
        }
        if !input.peek(Ident::peek_any) {
            return Err(input.error(
                "expected a resource type in quotes or a key\nhelp: write `\"AWS::SQS::Queue\"` or \
                 `spec = \"specs/queue.json\"`",
            ));
        }
        let key = input.call(Ident::parse_any)?;
        input.parse::<Token![=]>()?;
        self.value(&key, input)
    }

    fn value(&mut self, key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let name = key.to_string();
        if self.seen.contains(&name) {
            self.problems.say_with_help(
                key.span(),
                format!("the key `{name}` is given twice"),
                "remove one of them",
            );
            skip_value(input);
            return Ok(());
        }
        match name.as_str() {
            "spec" => self.input.spec = Some(input.parse()?),
            "patch" => self.input.patch = Some(input.parse()?),
            "types" => self.input.types.extend(list::<Wanted>(input)?),
            "derives" => self.input.derives = list(input)?,
            "crate" => self.input.runtime = runtime_path(input, &mut self.problems)?,
            _ => {
                self.problems.push(unknown_key(key, KEYS, "`resource!`"));
                skip_value(input);
            }
        }
        self.seen.push(name);
        Ok(())
    }

    fn finish(mut self) -> Call {
        let nothing = self.input.types.is_empty() && self.input.spec.is_none();
        if nothing && self.problems.is_empty() {
            self.problems.say_with_help(
                self.input.span,
                "no resource type is named",
                "write `\"AWS::SQS::Queue\"` or `spec = \"specs/queue.json\"`",
            );
        }
        Call {
            input: self.input,
            problems: self.problems,
        }
    }
}

impl Parse for Wanted {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let visibility = match input.parse()? {
            Visibility::Inherited => Visibility::Public(Token![pub](Span::call_site())),
            written => written,
        };
        let name: LitStr = input.parse()?;
        let rename = match input.parse::<Option<Token![as]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(Self {
            visibility,
            name,
            rename,
        })
    }
}

fn list<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let content;
    bracketed!(content in input);
    Ok(Punctuated::<T, Token![,]>::parse_terminated(&content)?
        .into_iter()
        .collect())
}

/// The path of the runtime, which has to mean the same in every module; none if it does not.
pub(crate) fn runtime_path(
    input: ParseStream<'_>,
    problems: &mut Problems,
) -> syn::Result<Option<Path>> {
    let path = input.call(Path::parse_mod_style)?;
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

/// A key that `of` does not have.
pub(crate) fn unknown_key(key: &Ident, keys: &[&str], of: &str) -> syn::Error {
    let name = key.to_string();
    let message = format!("`{name}` is not a key of {of}");
    let help = suggest::did_you_mean(&name, keys.iter().copied()).unwrap_or_else(|| {
        format!(
            "the keys are {}",
            suggest::alternatives(keys).unwrap_or_default()
        )
    });
    with_help(key.span(), message, help)
}

/// Passes over the value of a key that means nothing, so that what follows is still understood.
pub(crate) fn skip_value(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<TokenTree>().is_err() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    fn shown(path: &Path) -> String {
        path.to_token_stream().to_string().replace(' ', "")
    }

    fn read(text: &str) -> Result<Call, String> {
        syn::parse_str(text).map_err(|error: syn::Error| error.to_string())
    }

    fn good(text: &str) -> Input {
        let call = read(text).unwrap();
        assert!(call.problems.is_empty(), "{:?}", call.problems);
        call.input
    }

    fn complaint(text: &str) -> String {
        match read(text) {
            Ok(call) => call.problems.into_tokens().to_string(),
            Err(error) => error,
        }
    }

    #[test]
    fn short_forms() {
        let input = good(r#""AWS::SQS::Queue""#);
        assert_eq!(input.types[0].name.value(), "AWS::SQS::Queue");
        assert!(matches!(input.types[0].visibility, Visibility::Public(_)));

        let input = good(r#"pub(crate) "AWS::SQS::Queue" as Letters,"#);
        assert!(matches!(
            input.types[0].visibility,
            Visibility::Restricted(_)
        ));
        assert_eq!(input.types[0].rename.as_ref().unwrap(), "Letters");

        let input = good(r#"spec = "specs/x.json""#);
        assert!(input.types.is_empty());
        assert_eq!(input.spec.unwrap().value(), "specs/x.json");
    }

    #[test]
    fn long_and_mixed_forms() {
        let input = good(
            r#"
            spec = "a.json", patch = "b.json",
            types = ["AWS::ApiGatewayV2::*", pub(super) "AWS::ECS::Cluster" as EcsCluster,],
            derives = [Mine, other::Theirs],
            crate = ::my::formwork,
            "#,
        );
        assert!(input.types[0].is_pattern());
        assert_eq!(input.types[1].rename.as_ref().unwrap(), "EcsCluster");
        assert_eq!(shown(&input.derives[1]), "other::Theirs");
        assert_eq!(shown(input.runtime.as_ref().unwrap()), "::my::formwork");

        let input = good(r#"crate = crate, "AWS::SQS::Queue""#);
        assert_eq!(shown(input.runtime.as_ref().unwrap()), "crate");
        assert_eq!(good(r#""A::B::C", "D::E::F", crate = x::y"#).types.len(), 2);
    }

    #[test]
    fn says_everything_that_is_wrong() {
        let said = complaint(r#"typs = ["A::B::C"], spec = "a", spec = "b", foo = 1 + 2"#);
        assert_eq!(said.matches("compile_error").count(), 3);
        assert!(said.contains("did you mean `types`?"), "{said}");
        assert!(said.contains("the key `spec` is given twice"), "{said}");
        assert!(said.contains("`foo` is not a key of `resource!`"), "{said}");
    }

    #[test]
    fn says_what_is_expected() {
        assert!(complaint("").contains("no resource type is named"));
        assert!(complaint("5").contains("expected a resource type in quotes"));
        assert!(complaint(r#"crate = self::x, "A::B::C""#).contains("begins with `self`"));
        assert!(complaint(r#""A::B::C" "D::E::F""#).contains("expected `,`"));
    }
}
