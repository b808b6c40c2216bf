//! What the user wrote in `resource!( … )`.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Path, Token, Visibility};

use super::grammar::{self, runtime_path, skip_value, unknown_key};
use crate::problems::Problems;

/// The keys that `resource!` knows, in the order of its documentation.
const KEYS: &[&str] = &["spec", "types", "patch", "facts", "derives", "crate"];

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
    /// A file of curated facts about one of the types.
    pub(crate) facts: Option<LitStr>,
    /// The types wanted, in the order written; empty for all types of the file.
    pub(crate) types: Vec<Wanted>,
    /// Derives for each generated struct.
    pub(crate) derives: Vec<Path>,
    /// Where the runtime is; none for `::formwork`.
    pub(crate) runtime: Option<Path>,
    /// The call itself, for what is missing in it.
    pub(crate) span: Span,
    /// Whether every word of the call was understood.
    pub(crate) is_complete: bool,
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
    /// Never fails: what cannot be understood is among the problems.
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut reader = Reader::new(input.span());
        let mut problems = Problems::default();
        grammar::items(input, &mut problems, |input, problems| {
            reader.item(input, problems)
        });
        Ok(reader.finish(problems))
    }
}

struct Reader {
    input: Input,
    seen: Vec<String>,
    /// Whether something stands in the call that names types, or was perhaps meant to.
    may_name: bool,
}

impl Reader {
    fn new(span: Span) -> Self {
        let input = Input {
            spec: None,
            patch: None,
            facts: None,
            types: Vec::new(),
            derives: Vec::new(),
            runtime: None,
            span,
            is_complete: true,
        };
        Self {
            input,
            seen: Vec::new(),
            may_name: false,
        }
    }

    fn item(&mut self, input: ParseStream<'_>, problems: &mut Problems) -> syn::Result<()> {
        let is_type = input.peek(LitStr) || input.peek(Token![pub]) || grammar::is_bare_type(input);
        self.may_name |= is_type;
        if is_type {
            self.input.types.push(grammar::wanted(input, problems)?);
            return Ok(());
        }
        let is_key = input.peek(Ident::peek_any) && input.peek2(Token![=]);
        if !is_key {
            self.may_name = true;
            return Err(input.error(
                "expected a resource type in quotes or a key with its value\nhelp: write \
                 `\"AWS::SQS::Queue\"` or `spec = \"specs/queue.json\"`",
            ));
        }
        let key = input.call(Ident::parse_any)?;
        input.parse::<Token![=]>()?;
        self.value(&key, input, problems)
    }

    fn value(
        &mut self,
        key: &Ident,
        input: ParseStream<'_>,
        problems: &mut Problems,
    ) -> syn::Result<()> {
        let name = key.to_string();
        self.may_name |= !matches!(name.as_str(), "patch" | "facts" | "derives" | "crate");
        if self.seen.contains(&name) {
            problems.say_with_help(
                key.span(),
                format!("the key `{name}` is given twice"),
                "remove one of them",
            );
            skip_value(input);
            return Ok(());
        }
        self.seen.push(name.clone());
        match name.as_str() {
            "spec" => self.input.spec = Some(grammar::file(input, key)?),
            "patch" => self.input.patch = Some(grammar::file(input, key)?),
            "facts" => self.input.facts = Some(grammar::file(input, key)?),
            "types" => self.types(key, input, problems)?,
            "derives" => {
                let cure = "write `derives = [MyDerive]`";
                let mut derives = grammar::list(input, cure, problems, grammar::derive)?;
                derives.retain(|derive| grammar::can_be_added(derive, problems));
                self.input.derives = derives;
            }
            "crate" => self.input.runtime = runtime_path(input, problems)?,
            _ => {
                problems.push(unknown_key(key, KEYS, "`resource!`"));
                skip_value(input);
            }
        }
        Ok(())
    }

    fn types(
        &mut self,
        key: &Ident,
        input: ParseStream<'_>,
        problems: &mut Problems,
    ) -> syn::Result<()> {
        let cure = "write `types = [\"AWS::SQS::Queue\"]`";
        if input.peek(LitStr) {
            // One type without brackets is understood all the same.
            problems.push(grammar::no_list(input, cure));
            self.input.types.push(grammar::wanted(input, problems)?);
            return Ok(());
        }
        let before = input.fork();
        let types = grammar::list(input, cure, problems, grammar::wanted)?;
        if is_empty_list(&before) {
            problems.say_with_help(
                key.span(),
                "`types` names no type",
                "name one, or remove `types`",
            );
        }
        self.input.types.extend(types);
        Ok(())
    }

    fn finish(mut self, mut problems: Problems) -> Call {
        let nothing = self.input.types.is_empty() && self.input.spec.is_none();
        if nothing && !self.may_name {
            problems.say_with_help(
                self.input.span,
                "no resource type is named",
                "write `\"AWS::SQS::Queue\"` or `spec = \"specs/queue.json\"`",
            );
        }
        self.input.is_complete = problems.is_empty();
        Call {
            input: self.input,
            problems,
        }
    }
}

/// Whether `[]` stands here.
fn is_empty_list(input: ParseStream<'_>) -> bool {
    matches!(input.parse(), Ok(TokenTree::Group(group)) if group.stream().is_empty())
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
            spec = "a.json", patch = "b.json", facts = "c.json",
            types = ["AWS::ApiGatewayV2::*", pub(super) "AWS::ECS::Cluster" as EcsCluster,],
            derives = [Mine, other::Theirs],
            crate = ::my::formwork,
            "#,
        );
        assert!(input.types[0].is_pattern());
        assert_eq!(input.types[1].rename.as_ref().unwrap(), "EcsCluster");
        assert_eq!(shown(&input.derives[1]), "other::Theirs");
        assert_eq!(input.facts.unwrap().value(), "c.json");
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
    fn goes_on_after_a_mistake() {
        let call = read(
            r#"types = [5, pub(x) "A::B::C", A::B::D, "A::B::E" as fn], spec = 5, derives = Mine,
            patch = "p.json", crate = "x", types = [], "A::B::F" "A::B::G""#,
        )
        .unwrap();
        let names: Vec<String> = call.input.types.iter().map(|it| it.name.value()).collect();
        assert_eq!(names, ["A::B::C", "A::B::D", "A::B::E", "A::B::F"]);
        assert_eq!(call.input.patch.unwrap().value(), "p.json");
        assert!(!call.input.is_complete);
        let said = call.problems.into_tokens().to_string();
        assert_eq!(said.matches("compile_error").count(), 9, "{said}");
    }

    #[test]
    fn says_what_is_expected() {
        assert!(complaint("").contains("no resource type is named"));
        // Whatever else is wrong; but not where something was meant to name one.
        let said = complaint("derives = [Eq], crate = self::x");
        assert_eq!(said.matches("compile_error").count(), 3, "{said}");
        assert!(said.contains("no resource type is named"), "{said}");
        for meant in [
            "5",
            "spec = 5",
            "types = [5]",
            "typs = [5]",
            "types = []",
            r#""A::B::C" as fn"#,
        ] {
            let said = complaint(&format!("derives = [Eq], {meant}"));
            assert!(!said.contains("no resource type is named"), "{said}");
        }
        assert!(complaint("5").contains("expected a resource type in quotes"));
        assert!(complaint(r#""A::B::C"; 5"#).contains("neither a type nor a key"));
        assert!(complaint(r#"crate = self::x, "A::B::C""#).contains("begins with `self`"));
        assert!(complaint(r#""A::B::C" "D::E::F""#).contains("a comma is missing"));
    }
}
