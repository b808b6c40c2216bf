//! The references of a resource.

use formwork::Json;
use formwork::template::TemplateResource;

/// How a resource refers to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'k> {
    /// `Ref`, also in a text of `Fn::Sub`.
    Ref,
    /// `Fn::GetAtt` of that attribute, also in a text of `Fn::Sub`.
    Attribute(&'k str),
    /// It is made after the other.
    DependsOn,
}

/// Tells every reference in the properties and attributes of a resource.
pub(super) fn of(resource: &TemplateResource<'_>, tell: &mut dyn FnMut(&str, Kind<'_>)) {
    for name in resource.depends_on() {
        tell(name, Kind::DependsOn);
    }
    walk(&resource.properties(), tell);
    for attribute in ["Metadata", "UpdatePolicy", "CreationPolicy"] {
        if let Some(value) = resource.attribute(attribute) {
            walk(&value, tell);
        }
    }
}

/// The depth is that of the text, which is limited.
fn walk(json: &Json, tell: &mut dyn FnMut(&str, Kind<'_>)) {
    match json {
        Json::Array(items) => {
            for item in items {
                walk(item, tell);
            }
        }
        Json::Object(members) => {
            for (name, value) in members {
                match name {
                    "Ref" => tell(value.as_str().unwrap_or_default(), Kind::Ref),
                    "Fn::GetAtt" => get_att(value, tell),
                    "Fn::Sub" => sub(value, tell),
                    _ => {}
                }
                walk(value, tell);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

fn get_att(value: &Json, tell: &mut dyn FnMut(&str, Kind<'_>)) {
    match value {
        Json::String(text) => {
            if let Some((name, attribute)) = text.split_once('.') {
                tell(name, Kind::Attribute(attribute));
            }
        }
        Json::Array(items) => {
            let mut items = items.iter().map(|item| item.as_str().unwrap_or("…"));
            if let (Some(name), Some(attribute)) = (items.next(), items.next()) {
                tell(name, Kind::Attribute(attribute));
            }
        }
        _ => {}
    }
}

/// The names in `${…}`, but for those that the call gives a value of its own and those in `${!…}`.
fn sub(value: &Json, tell: &mut dyn FnMut(&str, Kind<'_>)) {
    let (text, own) = match value {
        Json::Array(items) => (items.first(), items.get(1)),
        other => (Some(other), None),
    };
    let own = own.and_then(Json::as_object);
    let text = text.and_then(Json::as_str).unwrap_or_default();
    for part in text.split("${").skip(1) {
        let Some((name, _)) = part.split_once('}') else {
            continue;
        };
        let is_own = own.is_some_and(|own| own.get(name).is_some());
        if name.starts_with('!') || is_own {
            continue;
        }
        match name.split_once('.') {
            Some((name, attribute)) => tell(name, Kind::Attribute(attribute)),
            None => tell(name, Kind::Ref),
        }
    }
}
