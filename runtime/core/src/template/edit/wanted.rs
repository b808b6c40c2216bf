//! What the text is to say at one place.

use crate::document::{Content, NodeRef};
use crate::json::Json;
use crate::template::Template;
use crate::template::part::{Members, Part};

/// A part of the template, or of a value in it.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'t> {
    Members(&'t Members),
    Part(&'t Part),
    Json(&'t Json),
}

impl<'t> Wanted<'t> {
    /// Whether that is what stands at a node.
    pub(super) fn is_at(self, node: NodeRef<'_>) -> bool {
        match self {
            Self::Part(Part::Read(index)) => *index == node.index(),
            Self::Part(Part::Made(json)) | Self::Json(json) => is_same(node, json),
            Self::Part(Part::Open(open)) => {
                open.node == Some(node.index()) && are_at(&open.members, node)
            }
            Self::Members(members) => are_at(members, node),
        }
    }

    /// The members, if it is an object.
    pub(super) fn members(self) -> Option<Vec<(&'t str, Self)>> {
        let of_parts = |members: &'t Members| {
            let members = members.iter();
            members
                .map(|member| (&*member.name, Self::Part(&member.value)))
                .collect()
        };
        match self {
            Self::Members(members) => Some(of_parts(members)),
            Self::Part(Part::Open(open)) => Some(of_parts(&open.members)),
            Self::Part(Part::Made(Json::Object(members))) | Self::Json(Json::Object(members)) => {
                let members = members.iter();
                Some(
                    members
                        .map(|(name, value)| (name, Self::Json(value)))
                        .collect(),
                )
            }
            _ => None,
        }
    }

    /// The elements, if it is a list.
    pub(super) fn items(self) -> Option<&'t [Json]> {
        match self {
            Self::Part(Part::Made(Json::Array(items))) | Self::Json(Json::Array(items)) => {
                Some(items)
            }
            _ => None,
        }
    }

    pub(super) fn to_json(self, template: &Template) -> Json {
        match self {
            Self::Members(members) => template.members_as_json(members),
            Self::Part(part) => template.json(part),
            Self::Json(json) => json.clone(),
        }
    }
}

/// Whether members are those of a node, none of them changed. Goes as deep as a template is opened.
fn are_at(members: &Members, node: NodeRef<'_>) -> bool {
    let old = node.members();
    matches!(node.content(), Content::Object(length) if length == members.iter().count())
        && old.zip(members.iter()).all(|(old, member)| {
            old.key == &*member.name && Wanted::Part(&member.value).is_at(old.value)
        })
}

/// Whether a node says the same as a value, digits included: `1.0` is not `1`.
///
/// Calls itself once for each level, of which documents have a limited number.
fn is_same(node: NodeRef<'_>, json: &Json) -> bool {
    match (node.content(), json) {
        (Content::Null, Json::Null) => true,
        (Content::Bool(left), Json::Bool(right)) => left == *right,
        (Content::Number(left), Json::Number(right)) => left == right.to_string(),
        (Content::String(left), Json::String(right)) => left == right,
        (Content::Array(length), Json::Array(items)) => {
            length == items.len()
                && node
                    .items()
                    .zip(items)
                    .all(|(node, item)| is_same(node, item))
        }
        (Content::Object(length), Json::Object(members)) => {
            length == members.len()
                && node.members().all(|member| {
                    members
                        .get(member.key)
                        .is_some_and(|value| is_same(member.value, value))
                })
        }
        _ => false,
    }
}
