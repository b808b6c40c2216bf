//! The way of a derive, from tokens to tokens.

use std::sync::Arc;

use formwork_specs::model::ResourceType;
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Data, DeriveInput, Meta};

use crate::choose;
use crate::expand::{self, Paths};
use crate::guard;
use crate::input::derive::{Container, Derived, Role};
use crate::plan;
use crate::problems::Problems;
use crate::source::{self, Opened};

/// Expands `#[derive(Resource)]`: the traits of a resource for a struct of the user's own.
///
/// ```
/// let item = r#"
///     #[resource("AWS::SQS::Queue")]
///     struct Letters { queue_name: Option<String> }
/// "#;
/// let code = formwork_codegen::derive_resource(item.parse()?).to_string();
/// assert!(code.contains("Resource for Letters"));
/// # Ok::<(), proc_macro2::LexError>(())
/// ```
#[must_use]
pub fn derive_resource(tokens: TokenStream) -> TokenStream {
    derive(tokens, Role::Resource)
}

/// Expands `#[derive(PropertyType)]`: what the field of another struct needs of it.
#[must_use]
pub fn derive_property_type(tokens: TokenStream) -> TokenStream {
    derive(tokens, Role::PropertyType)
}

/// What the derive of that name gives the compiler: the same as [`derive_resource`] or
/// [`derive_property_type`], or, if it would read a file, a call of the runtime's macro `derive_from_file!`.
///
/// A compiler may keep what a derive gave for as long as the struct stays the same (`-Zcache-proc-macros`),
/// and asks a function-like macro in every build.
#[must_use]
#[allow(clippy::needless_pass_by_value, reason = "as every other macro")]
pub fn derive_or_defer(name: &str, tokens: TokenStream) -> TokenStream {
    guard::guarded(|| defer(name, &tokens))
}

fn defer(name: &str, tokens: &TokenStream) -> TokenStream {
    let role = Role::named(name);
    let input: DeriveInput = match syn::parse2(tokens.clone()) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut problems = Problems::default();
    let container = Container::of(&input.attrs, &input.ident, role, &mut problems);
    // Whatever is wrong is reported by the one that expands it.
    problems.discard();
    if container.spec.is_none() && container.patch.is_none() && container.facts.is_none() {
        return expand(input, role);
    }
    let paths = Paths::new(source::runtime(container.runtime.as_ref()).as_ref());
    expand::from_file(role.name(), tokens, &paths)
}

/// Expands `derive_from_file!`: the name of a derive, and the struct.
#[must_use]
pub fn derive_from_file(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let name = tokens.next().map(|name| name.to_string());
    derive(tokens.collect(), Role::named(&name.unwrap_or_default()))
}

fn derive(tokens: TokenStream, role: Role) -> TokenStream {
    guard::guarded(|| match syn::parse2(tokens) {
        Ok(input) => expand(input, role),
        Err(error) => error.into_compile_error(),
    })
}

fn expand(input: DeriveInput, role: Role) -> TokenStream {
    let is_union = matches!(input.data, Data::Union(_));
    let is_silent = input.attrs.iter().any(silences_warnings);
    let mut problems = Problems::default();
    let derived = Derived::of(input, role, &mut problems);
    if is_union {
        // Nothing can stand in for it: a union has not even what every resource derives.
        return problems.into_tokens();
    }
    let container = &derived.container;
    let paths = Paths::new(source::runtime(container.runtime.as_ref()).as_ref());
    let opened = if container.type_name.is_none() && container.spec.is_none() {
        Opened::default()
    } else {
        source::open(
            container.spec.as_ref(),
            container.patch.as_ref(),
            container.facts.as_ref(),
            &mut problems,
        )
    };
    let resource = resource_type(container, &opened, &mut problems);
    let plan = plan::derive(&derived, resource.as_deref(), problems);
    let mut tokens: TokenStream = opened
        .tracked
        .iter()
        .map(|path| expand::track(path))
        .collect();
    tokens.extend(expand::derive(&plan, &paths));
    let problems = if is_silent {
        plan.problems.without_warnings()
    } else {
        plan.problems
    };
    tokens.extend(problems.into_tokens());
    tokens
}

/// Whether an attribute of the struct allows what warnings about its specification are shown as. What a
/// derive gives stands beside the struct, where its attributes do not reach.
fn silences_warnings(attribute: &Attribute) -> bool {
    let is_allow = attribute.path().is_ident("allow") || attribute.path().is_ident("expect");
    let lints = match &attribute.meta {
        Meta::List(list) if is_allow => list.tokens.clone(),
        _ => return false,
    };
    let names = ["deprecated", "warnings"];
    lints.into_iter().any(|token| match token {
        TokenTree::Ident(lint) => names.iter().any(|name| lint == name),
        _ => false,
    })
}

/// Finds and reads the type that the attribute names.
fn resource_type(
    container: &Container,
    opened: &Opened,
    problems: &mut Problems,
) -> Option<Arc<ResourceType>> {
    let source = opened.source.as_ref()?;
    let found = choose::of_derive(container, source).and_then(|(name, span)| {
        let wanted = [(name.as_str(), span)];
        let read = opened.read(source, &wanted, problems);
        read.into_iter().next().transpose()
    });
    match found {
        Ok(resource) => resource,
        Err(found) => {
            problems.extend(found);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn a_derive_that_would_read_a_file_hands_the_struct_on() {
        let fields = quote!({ name: Option<String> });
        for (attribute, is_deferred) in [
            (quote!("AWS::SQS::Queue"), false),
            (quote!("AWS::SQS::Queue", crate = ::own), false),
            (quote!(spec = "s.json", crate = ::own), true),
            (
                quote!("AWS::SQS::Queue", patch = "p.json", crate = ::own),
                true,
            ),
        ] {
            let item = quote!(#[resource(#attribute)] struct Own #fields);
            let found = derive_or_defer("Resource", item.clone()).to_string();
            let call =
                quote!(::own::__private_0_1_0::derive_from_file! { Resource #item }).to_string();
            assert_eq!(found == call, is_deferred, "{found}");
            let handed_on = derive_from_file(quote!(Resource #item)).to_string();
            assert_eq!(handed_on, derive_resource(item).to_string());
        }
        let said = derive_from_file(quote!(PropertyType struct Own;)).to_string();
        assert!(said.contains("which property type `Own`"), "{said}");
    }
}
