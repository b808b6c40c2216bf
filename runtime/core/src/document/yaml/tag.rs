//! Tags: functions in short form, and the types that YAML defines.

use granit_parser::Tag;

use crate::text::function;

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
    /// A short form in the notation `!<!Name>`, which is the one of full names.
    Verbatim(String),
    /// A type that cannot be had.
    Unsupported(String),
}

impl<'e> Wish<'e> {
    /// What `tag` asks for.
    pub(super) fn of(tag: &'e Tag) -> Self {
        let (handle, suffix) = tag.parts();
        match (handle, suffix) {
            ("", "!") | ("!", "") => return Self::Text,
            ("!", name) => return Self::Function(function::of_tag(name)),
            _ => {}
        }
        if let Some(core) = tag.suffix_in_namespace(CORE) {
            return match (tag.core_suffix(), &*core) {
                (Some("str"), _) => Self::Text,
                (Some(kind), _) => Self::Core(kind),
                (None, other) => Self::Unsupported(format!("!!{other}")),
            };
        }
        match (handle, format!("{handle}{suffix}").strip_prefix('!')) {
            ("", Some(name)) => Self::Verbatim(name.to_owned()),
            (_, Some(name)) => Self::Function(function::of_tag(name)),
            (_, None) => Self::Unsupported(format!("{handle}{suffix}")),
        }
    }
}
