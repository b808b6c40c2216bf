//! What was meant by a value of the wrong kind, and where a member belongs: the right form, with the user's own value.

use crate::facts::{JsonType, RecordSpec, Schema};
use crate::report::help::Help;
use crate::text::function;
use crate::typed::describe;
use crate::typed::view::View;

/// What stands around properties in a template, and beside them in a resource.
///
/// Source: the user guide's pages "Template sections" and "Resource attributes".
const SECTIONS: [&str; 10] = [
    "AWSTemplateFormatVersion",
    "Resources",
    "Parameters",
    "Mappings",
    "Conditions",
    "Outputs",
    "Rules",
    "Hooks",
    "Transform",
    "Globals",
];
const ATTRIBUTES: [&str; 7] = [
    "Condition",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Metadata",
    "UpdatePolicy",
    "UpdateReplacePolicy",
];

/// The longest value that is shown in its right form.
const SHOWN: usize = 60;

/// The cure for a value of the wrong type.
pub(super) fn wrong_type(view: View<'_>, schema: &Schema) -> Help {
    if let Some(call) = accompanied(view) {
        return call;
    }
    if schema.types.is_only(JsonType::Array) {
        return list(view, schema);
    }
    if schema.types.is_only(JsonType::Object) {
        return object(view, schema);
    }
    Help::None
}

/// A function that other members stand beside.
fn accompanied(view: View<'_>) -> Option<Help> {
    let names = || view.members().map(|(name, _)| name);
    let call = names().find(|name| function::is_function(name))?;
    let others = names().filter(|name| *name != call);
    let others: Vec<String> = others
        .map(|name| format!("`{}`", describe::name(name)))
        .collect();
    if others.is_empty() {
        return None;
    }
    let help = format!(
        "a call stands alone: take out {}, or `{call}`",
        others.join(", ")
    );
    Some(help.into())
}

/// The cure for a member that is the name of a function among others.
pub(super) fn lone_call(name: &str) -> Option<Help> {
    function::is_function(name).then(|| {
        let help = "a call stands alone, without other members beside it";
        Help::from(help)
    })
}

/// Where a member of the property object belongs that is no property.
pub(super) fn outside(name: &str) -> Option<Help> {
    Some(match name {
        "Properties" => "this is a whole resource: give what stands below `Properties`".into(),
        "Type" => "the type stands beside `Properties`, not in it".into(),
        _ if SECTIONS.contains(&name) => {
            "this is a section of a template: read the whole as a template, or give what stands below the \
             `Properties` of one resource"
                .into()
        }
        _ if ATTRIBUTES.contains(&name) => {
            format!("`{name}` stands beside `Properties`, not in it").into()
        }
        _ => return None,
    })
}

/// The cure for a text that does not match the pattern of a name of a resource.
pub(super) fn no_match(text: &str, pattern: &str) -> Help {
    let of_names = pattern.trim_start_matches(['^', '(', '?', ':']);
    if !of_names.starts_with("arn") || text.starts_with("arn:") {
        return Help::None;
    }
    match service(of_names) {
        Some(service) => {
            format!("an ARN of `{service}` is due, as `Fn::GetAtt` gives it: `arn:aws:{service}:…`")
                .into()
        }
        None => "an ARN is due, as `Fn::GetAtt` gives it: `arn:aws:…`".into(),
    }
}

/// The service that the ARNs of a pattern are of, if it is written out.
fn service(pattern: &str) -> Option<&str> {
    let mut parts = pattern.split(':').skip(1);
    parts.find(|part| {
        part.len() > 1
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    })
}

/// A list is due.
fn list(view: View<'_>, schema: &Schema) -> Help {
    let element = schema.items.as_deref();
    let pair = view.members().next();
    if let (Some((name, value)), true) = (pair, element.is_some_and(is_tag)) {
        let (name, value) = (json(name), one(value));
        if let Some(value) = value {
            return format!("written `[{{\"Key\": {name}, \"Value\": {value}}}]`").into();
        }
    }
    match one(view) {
        Some(value) => format!("a list of one element is written `[{value}]`").into(),
        None => "a list of one element is written `[…]`; a single value is not taken for it".into(),
    }
}

/// An object is due.
fn object(view: View<'_>, schema: &Schema) -> Help {
    let pair = view.items().next();
    if let Some(pair) = pair {
        let (key, value) = (pair.member("Key"), pair.member("Value"));
        return match (key.text(), one(value)) {
            (Some(key), Some(value)) => {
                format!("written as a map: `{{{}: {value}}}`", json(key)).into()
            }
            _ => Help::None,
        };
    }
    let text = view.text().unwrap_or_default();
    if let Some(help) = one_word(view) {
        return help;
    }
    let target = target(schema);
    let is_uploaded = ["S3Bucket", "Bucket"]
        .iter()
        .any(|name| target.position(name).is_some());
    let is_path = text.starts_with(['.', '/']) || text.contains(['/', '\\']);
    if is_uploaded && is_path {
        return "a path on this machine is put into a bucket by `aws cloudformation package`: package the template \
                first, or write where the file is"
            .into();
    }
    Help::None
}

/// The cure for `Name:value`, which YAML reads as a text, where an object is due.
pub(crate) fn one_word(view: View<'_>) -> Option<Help> {
    let (name, value) = view.text()?.split_once(':')?;
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric());
    let is_value = !value.is_empty() && !value.starts_with([':', ' ', '/', '\\']);
    (is_name && is_value).then(|| {
        let value = describe::name(value);
        format!("a blank follows the colon: `{name}: {value}`").into()
    })
}

/// The schema that names the members: behind a reference, if there is one.
fn target(schema: &Schema) -> &Schema {
    let record = schema.reference.and_then(RecordSpec::schema);
    record.unwrap_or(schema)
}

/// Whether an element is a name and a value.
fn is_tag(schema: &Schema) -> bool {
    let target = target(schema);
    target.position("Key").is_some() && target.position("Value").is_some()
}

/// A short scalar as JSON.
fn one(view: View<'_>) -> Option<String> {
    let is_open = view.members().next().is_some() || view.items().next().is_some();
    let text = view.text().filter(|text| !is_open && text.len() <= SHOWN)?;
    Some(json(text))
}

fn json(text: &str) -> String {
    format!("\"{}\"", describe::name(text))
}
