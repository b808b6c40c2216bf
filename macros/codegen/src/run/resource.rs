//! The way of a call, from tokens to tokens.

use std::sync::Arc;

use formwork_specs::curated::model::Curated;
use formwork_specs::model::{
    Additional, JsonType, ReplacementStrategy, ResourceType, Schema, ScopedRoles,
};
use proc_macro2::TokenStream;

use crate::choose::{self, Choice, Choices};
use crate::expand::{self, Paths};
use crate::guard;
use crate::input::{Call, Input};
use crate::plan;
use crate::problems::Problems;
use crate::source;

/// The name of what stands in for a type whose own name cannot be one.
const STAND_IN: &str = "Stand::In::Resource";

/// Expands `resource!( … )`.
///
/// The result is what the macro puts in the place of the call: a struct and a module for each resource
/// type, or `compile_error!` for each problem, with a stand-in for each type that was named.
///
/// A build script can call it too and write the result to a file:
///
/// ```
/// let call = r#"crate = ::formwork, "AWS::ApiGatewayV2::IntegrationResponse""#;
/// let code = formwork_codegen::resource(call.parse()?).to_string();
/// assert!(code.contains("pub IntegrationResponse in integration_response"));
/// # Ok::<(), proc_macro2::LexError>(())
/// ```
#[must_use]
pub fn resource(tokens: TokenStream) -> TokenStream {
    guard::guarded(|| expand_call(tokens))
}

fn expand_call(tokens: TokenStream) -> TokenStream {
    let Call {
        input,
        mut problems,
    } = match syn::parse2(tokens) {
        Ok(call) => call,
        Err(error) => return error.into_compile_error(),
    };
    let opened = source::open(
        input.spec.as_ref(),
        input.patch.as_ref(),
        input.facts.as_ref(),
        &mut problems,
    );
    let mut tokens: TokenStream = opened
        .tracked
        .iter()
        .map(|path| expand::track(path))
        .collect();
    let (choices, read) = match &opened.source {
        Some(source) => {
            let choices = choose::choose(&input, source, &mut problems);
            let wanted = choices.found.iter();
            let wanted: Vec<_> = wanted
                .map(|choice| (choice.name.as_str(), choice.span))
                .collect();
            let read = opened.read(source, &wanted, &mut problems);
            (choices, read)
        }
        None => (choose::unread(&input), Vec::new()),
    };
    tokens.extend(generate(choices, read, &input, &mut problems));
    tokens.extend(problems.into_tokens());
    tokens
}

/// Each type by itself: one that cannot be generated does not stop the others.
fn generate(
    choices: Choices,
    read: Vec<Result<Arc<ResourceType>, Problems>>,
    input: &Input,
    problems: &mut Problems,
) -> TokenStream {
    let paths = Paths::new(source::runtime(input.runtime.as_ref()).as_ref());
    let mut tokens = TokenStream::new();
    for (choice, read) in choices.found.into_iter().zip(read) {
        match read {
            Ok(resource) => {
                tokens.extend(expand::resource(
                    &plan::build(&resource, choice.request),
                    &paths,
                ));
            }
            Err(found) => {
                problems.extend(found);
                tokens.extend(stand_in(choice, &paths));
            }
        }
    }
    tokens.extend(
        choices
            .missing
            .into_iter()
            .map(|choice| stand_in(choice, &paths)),
    );
    tokens
}

/// The names and traits of a type that was reported, so that its uses are not reported again.
fn stand_in(choice: Choice, paths: &Paths) -> TokenStream {
    let name = choice.name.parse().or_else(|_| STAND_IN.parse());
    let Ok(name) = name else {
        return TokenStream::new();
    };
    let resource = ResourceType {
        name,
        description: None,
        documentation: None,
        as_of: None,
        see_also: Vec::new(),
        transform: None,
        reference: None,
        body: Schema {
            types: vec![JsonType::Object],
            additional: Additional::Denied,
            ..Schema::default()
        },
        definitions: Vec::new(),
        attributes: Vec::new(),
        primary_identifier: Vec::new(),
        additional_identifiers: Vec::new(),
        handlers: None,
        replacement: ReplacementStrategy::default(),
        tagging: None,
        scoped_updates: Vec::new(),
        scoped_roles: ScopedRoles::default(),
        property_transforms: Vec::new(),
        curated: Curated::default(),
        patched: Vec::new(),
    };
    expand::resource(&plan::build(&resource, choice.request), paths)
}
