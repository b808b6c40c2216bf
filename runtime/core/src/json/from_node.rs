//! Parts of documents as values of their own.

use super::map::Map;
use super::{Json, Number};
use crate::document::{Content, NodeRef};

impl NodeRef<'_> {
    /// The subtree as a value of its own. Of a name that stands twice the last value is kept.
    ///
    /// Calls itself once for each level, of which documents have a limited number.
    pub(crate) fn to_json(self) -> Json {
        match self.content() {
            Content::Null => Json::Null,
            Content::Bool(value) => Json::Bool(value),
            Content::Number(text) => Json::Number(Number::from_checked(text)),
            Content::String(text) => Json::String(text.to_owned()),
            Content::Array(_) => Json::Array(self.items().map(Self::to_json).collect()),
            Content::Object(len) => {
                let members = self.members();
                let members = members.map(|member| (member.key.to_owned(), member.value.to_json()));
                if self.document().has_problems() {
                    return Json::Object(members.collect());
                }
                let mut map = Map::with_capacity(len);
                for (key, value) in members {
                    map.push_unchecked(key, value);
                }
                Json::Object(map)
            }
        }
    }
}
