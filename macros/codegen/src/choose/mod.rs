//! Which types a call asks for, and how each of them is called in Rust.

mod clashes;
mod derive;

use std::collections::HashSet;

use formwork_specs::visible::quoted;
use proc_macro2::{Ident, Span};
use syn::{LitStr, Token, Visibility};

use crate::input::{Input, Wanted};
use crate::names;
use crate::plan::Request;
use crate::problems::{Problems, with_help};
use crate::source::Source;
use crate::suggest;

pub(crate) use self::derive::of_derive;

/// A type that is to be generated.
pub(crate) struct Choice {
    /// Its full name.
    pub(crate) name: String,
    /// Where the user would change it.
    pub(crate) span: Span,
    /// What it is called.
    pub(crate) request: Request,
}

/// The types of a call: those that exist, and those that only have a name to stand in for them.
#[derive(Default)]
pub(crate) struct Choices {
    pub(crate) found: Vec<Choice>,
    pub(crate) missing: Vec<Choice>,
}

/// Decides which types of a specification a call asks for.
pub(crate) fn choose(input: &Input, source: &Source, problems: &mut Problems) -> Choices {
    let named: Vec<String> = input
        .types
        .iter()
        .map(|wanted| wanted.name.value())
        .collect();
    let known = if source.has(&named) {
        Ok(named)
    } else {
        source.names()
    };
    let known = match known {
        Ok(known) => known,
        Err(found) => {
            problems.extend(found);
            return unread(input);
        }
    };
    let mut chooser = Chooser {
        input,
        source,
        known,
        chosen: Choices::default(),
    };
    if input.types.is_empty() && input.spec.is_some() {
        chooser.all(problems);
    }
    let explicit = input.types.iter().filter(|wanted| !wanted.is_pattern());
    let explicit: HashSet<String> = explicit.map(|wanted| wanted.name.value()).collect();
    for wanted in &input.types {
        if wanted.is_pattern() {
            chooser.pattern(wanted, &explicit, problems);
        } else {
            chooser.one(wanted, problems);
        }
    }
    let mut chosen = chooser.chosen;
    let whole = input.spec.as_ref().filter(|_| input.types.is_empty());
    clashes::refuse(
        &mut chosen,
        whole.map(|spec| (source, spec.span())),
        problems,
    );
    chosen
}

/// What a call names, if its specification cannot be read.
pub(crate) fn unread(input: &Input) -> Choices {
    let named = input.types.iter().filter(|wanted| !wanted.is_pattern());
    let missing = named
        .map(|wanted| choice(wanted, wanted.name.value(), input))
        .collect();
    Choices {
        found: Vec::new(),
        missing,
    }
}

struct Chooser<'c> {
    input: &'c Input,
    source: &'c Source,
    known: Vec<String>,
    chosen: Choices,
}

impl Chooser<'_> {
    /// Whether what could not be understood may have been the file that describes the types.
    fn is_doubtful(&self) -> bool {
        !self.input.is_complete && matches!(self.source, Source::Catalog)
    }

    /// Every type of a file; the user named none, so the file's name is the place for errors.
    fn all(&mut self, problems: &mut Problems) {
        let span = self
            .input
            .spec
            .as_ref()
            .map_or(self.input.span, LitStr::span);
        if self.known.is_empty() {
            problems.push(describes_nothing(self.source, span));
        }
        let public = Visibility::Public(Token![pub](Span::call_site()));
        for name in &self.known {
            let request = request(name, None, &public, span, self.input);
            self.chosen.found.push(Choice {
                name: name.clone(),
                span,
                request,
            });
        }
    }

    fn one(&mut self, wanted: &Wanted, problems: &mut Problems) {
        let name = wanted.name.value();
        let choice = choice(wanted, name.clone(), self.input);
        if self.known.contains(&name) {
            self.chosen.found.push(choice);
            return;
        }
        if !self.is_doubtful() {
            problems.push(unknown_type(&wanted.name, self.source, &self.known));
        }
        self.chosen.missing.push(choice);
    }

    fn pattern(&mut self, wanted: &Wanted, explicit: &HashSet<String>, problems: &mut Problems) {
        let pattern = wanted.name.value();
        let matching: Vec<&String> = self
            .known
            .iter()
            .filter(|name| matches(&pattern, name))
            .collect();
        if matching.is_empty() && self.is_doubtful() {
            return;
        }
        if matching.is_empty() {
            let message = format!(
                "no type of {} matches {}",
                self.source.shown(),
                quoted(&pattern)
            );
            let near = suggest::did_you_mean(
                &pattern,
                families(&pattern, &self.known).iter().map(String::as_str),
            );
            let help = near.unwrap_or_else(|| cure(self.source, &self.known));
            problems.push(with_help(wanted.name.span(), message, help));
            return;
        }
        let mut wanted = wanted.clone();
        if let Some(rename) = wanted.rename.take_if(|_| matching.len() > 1) {
            problems.say_with_help(
                rename.span(),
                format!(
                    "{} matches {} types, which cannot share a name",
                    quoted(&pattern),
                    matching.len()
                ),
                "name the type in full where it is to be renamed",
            );
        }
        // A type that is also named in full is generated as it is asked for there.
        let new = matching
            .into_iter()
            .filter(|name| !explicit.contains(*name));
        let new: Vec<Choice> = new
            .filter(|name| !self.chosen.found.iter().any(|choice| choice.name == **name))
            .map(|name| choice(&wanted, name.clone(), self.input))
            .collect();
        self.chosen.found.extend(new);
    }
}

/// A specification without a type.
fn describes_nothing(source: &Source, span: Span) -> syn::Error {
    let message = format!("{} describes no resource type", source.shown());
    with_help(span, message, "describe one in `ResourceTypes`")
}

/// A type that a specification does not describe.
fn unknown_type(name: &LitStr, source: &Source, known: &[String]) -> syn::Error {
    if name.value().is_empty() {
        return with_help(
            name.span(),
            "the name of the resource type is empty",
            "write `\"AWS::SQS::Queue\"`",
        );
    }
    let message = format!(
        "the type {} is not in {}",
        quoted(&name.value()),
        source.shown()
    );
    let prefix = format!("{}::", name.value());
    let help = if known.iter().any(|known| known.starts_with(&prefix)) {
        format!(
            "that is a service; name one of its types, as {}",
            quoted(&format!("{prefix}…"))
        )
    } else {
        let near = suggest::did_you_mean(&name.value(), known.iter().map(String::as_str));
        near.unwrap_or_else(|| cure(source, known))
    };
    with_help(name.span(), message, help)
}

/// The patterns of as many parts as a pattern has in front of its first `*`, one for each service.
fn families(pattern: &str, known: &[String]) -> Vec<String> {
    let parts = pattern.split('*').next().unwrap_or_default();
    let parts = parts.matches("::").count();
    let family = |name: &String| {
        let (end, _) = name.match_indices("::").nth(parts.checked_sub(1)?)?;
        name.get(..end).map(|family| format!("{family}::*"))
    };
    let mut families: Vec<String> = known.iter().filter_map(family).collect();
    families.dedup();
    families
}

/// What helps where no name is near.
fn cure(source: &Source, known: &[String]) -> String {
    match (source, known) {
        (Source::Catalog, _) => "give its own specification with `spec = \"…\"`".to_owned(),
        (Source::File { path, .. }, []) => format!("{} describes no type", quoted(path)),
        (Source::File { .. }, known) => {
            let names: Vec<&str> = known.iter().take(3).map(String::as_str).collect();
            let more = if known.len() > names.len() {
                ", among others"
            } else {
                ""
            };
            format!(
                "it describes {}{more}",
                suggest::alternatives(&names).unwrap_or_default()
            )
        }
    }
}

fn choice(wanted: &Wanted, name: String, input: &Input) -> Choice {
    let span = wanted.name.span();
    let request = request(
        &name,
        wanted.rename.as_ref(),
        &wanted.visibility,
        span,
        input,
    );
    Choice {
        name,
        span,
        request,
    }
}

/// The names resolve where the call stands and lead to what the user wrote.
fn request(
    name: &str,
    rename: Option<&Ident>,
    visibility: &Visibility,
    span: Span,
    input: &Input,
) -> Request {
    let made = Span::call_site().located_at(span);
    let ident = rename
        .cloned()
        .unwrap_or_else(|| names::ident(&struct_name(name), made));
    let module = names::ident(&names::snake(&ident.to_string()), made);
    Request {
        place: span,
        visibility: visibility.clone(),
        ident,
        module,
        derives: input.derives.clone(),
    }
}

/// What the struct of a type is called unless the user says otherwise.
pub(crate) fn struct_name(name: &str) -> String {
    names::type_name(last_part(name))
}

/// The part that names the resource: the third, also of a module, whose fourth says only that it is one.
fn last_part(name: &str) -> &str {
    let mut parts = name.split("::");
    parts
        .nth(2)
        .or_else(|| name.rsplit("::").next())
        .unwrap_or(name)
}

/// Whether a name matches a pattern, in which `*` stands for any text.
fn matches(pattern: &str, name: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| name.strip_prefix(first)) else {
        return false;
    };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, middle)) = pieces.split_last() else {
        return rest.is_empty();
    };
    for piece in middle {
        match rest.find(piece).and_then(|at| rest.get(at + piece.len()..)) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        assert!(matches("AWS::SQS::*", "AWS::SQS::Queue"));
        assert!(matches("*::Queue", "AWS::SQS::Queue"));
        assert!(matches("AWS::*::Queue*", "AWS::SQS::QueuePolicy"));
        assert!(matches("*", "AWS::SQS::Queue"));
        assert!(!matches("AWS::SQS::*", "AWS::SNS::Topic"));
        assert!(!matches("AWS::SQS", "AWS::SQS::Queue"));
        assert!(!matches("AWS::*::AWS", "AWS::AWS"));
    }

    #[test]
    fn patterns_that_a_pattern_may_mean() {
        let known = [
            "AWS::S3::Bucket",
            "AWS::SQS::Queue",
            "AWS::SQS::QueuePolicy",
            "Odd",
        ];
        let known = known.map(str::to_owned);
        assert_eq!(
            families("AWS::SQSS::*", &known),
            ["AWS::S3::*", "AWS::SQS::*"]
        );
        assert_eq!(families("AWSS::*", &known), ["AWS::*"]);
        assert!(families("*::Topic", &known).is_empty());
    }

    #[test]
    fn names_of_types() {
        assert_eq!(last_part("AWS::SQS::Queue"), "Queue");
        assert_eq!(last_part("Acme::Net::Vpc::MODULE"), "Vpc");
        assert_eq!(last_part("Queue"), "Queue");
        assert_eq!(struct_name("Custom::Widget"), "Widget");
        assert_eq!(struct_name("Custom::My-Widget_2@v1"), "MyWidget2V1");
        assert_eq!(struct_name("Custom::S3::Notifier"), "Notifier");
    }
}
