//! Tags: functions in short form, and the types that YAML defines.

use saphyr_parser::Tag;

/// The prefix of the tags that YAML itself defines, such as `!!str`.
const CORE: &str = "tag:yaml.org,2002:";

/// What the tag of a node asks for.
pub(super) enum Wish<'e> {
    /// Nothing, or what the node is anyway.
    None,
    /// A string, whatever it looks like.
    Text,
    /// The member of an object with this name: a function.
    Function(String),
    /// A type that YAML defines for scalars.
    Core(&'e str),
    /// A type that cannot be had.
    Unsupported(String),
}

impl<'e> Wish<'e> {
    /// What `tag` asks for.
    pub(super) fn of(tag: &'e Tag) -> Self {
        // `!!str` and its long spelling come in different parts, so they are put together.
        let core = match (tag.handle.as_str(), tag.suffix.strip_prefix(CORE)) {
            (CORE, _) => Some(tag.suffix.as_str()),
            ("", core) => core,
            _ => None,
        };
        match (core, tag.handle.as_str(), tag.suffix.as_str()) {
            (Some("str"), _, _) | (None, "", "!") | (None, "!", "") => Self::Text,
            (Some(kind @ ("null" | "bool" | "int" | "float" | "seq" | "map")), _, _) => {
                Self::Core(kind)
            }
            (Some(other), _, _) => Self::Unsupported(format!("!!{other}")),
            (None, "!", "Ref") => Self::Function("Ref".to_owned()),
            (None, "!", "Condition") => Self::Function("Condition".to_owned()),
            (None, "!", name) if name.starts_with("Fn::") => Self::Function(name.to_owned()),
            (None, "!", name) => Self::Function(format!("Fn::{name}")),
            (None, handle, suffix) => match format!("{handle}{suffix}").strip_prefix('!') {
                Some(name) => Self::Function(format!("Fn::{name}")),
                None => Self::Unsupported(format!("{handle}{suffix}")),
            },
        }
    }
}

/// How many characters a tag has in the text, so far as can be known.
pub(super) fn length(tag: &Tag) -> usize {
    if tag.handle == CORE {
        return 2 + tag.suffix.chars().count();
    }
    tag.handle.chars().count() + tag.suffix.chars().count()
}
