//! The tree of a template: what was read stays in the text until it is edited.

use std::collections::HashMap;

use crate::document::{Content, NodeRef};
use crate::json::Json;

/// One part of a template.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// A node of the document that was read.
    Read(usize),
    /// A value in memory.
    Made(Json),
    /// An object whose members are parts.
    Open(Open),
}

/// An object whose members are parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Open {
    /// Where it stands in the document that was read.
    pub(super) node: Option<usize>,
    pub(super) members: Members,
}

/// One member of an object.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) name: Box<str>,
    /// The node of the name, where it was read.
    pub(super) key: Option<usize>,
    pub(super) value: Part,
}

/// Members in their order, found by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Members {
    list: Vec<Member>,
    /// The position of each name, once there are too many to look at one by one.
    positions: HashMap<Box<str>, usize>,
}

/// Up to so many members are looked at one by one.
const FEW: usize = 16;

impl Part {
    /// The part that a node is, opened so many levels deep where it is an object.
    pub(super) fn read(node: NodeRef<'_>, levels: usize) -> Self {
        match (node.content(), levels.checked_sub(1)) {
            (Content::Object(_), Some(levels)) => Self::Open(Open {
                node: Some(node.index()),
                members: Members::read(node, |_| levels),
            }),
            _ => Self::Read(node.index()),
        }
    }

    /// The node of the document that was read.
    pub(super) fn node(&self) -> Option<usize> {
        match self {
            Self::Read(node) => Some(*node),
            Self::Made(_) => None,
            Self::Open(open) => open.node,
        }
    }
}

impl Members {
    /// The members of an object; how deep each is opened follows from its name.
    pub(super) fn read(object: NodeRef<'_>, levels: impl Fn(&str) -> usize) -> Self {
        let mut members = Self::default();
        for member in object.members() {
            members.push(Member {
                name: member.key.into(),
                key: Some(member.key_node.index()),
                value: Part::read(member.value, levels(member.key)),
            });
        }
        members
    }

    pub(super) fn iter(&self) -> core::slice::Iter<'_, Member> {
        self.list.iter()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Member> {
        self.list.get(self.position(name)?)
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Member> {
        let position = self.position(name)?;
        self.list.get_mut(position)
    }

    /// Gives a member a value; a new one goes to the end.
    pub(super) fn set(&mut self, name: &str, value: Part) {
        match self.get_mut(name) {
            Some(member) => member.value = value,
            None => self.push(Member {
                name: name.into(),
                key: None,
                value,
            }),
        }
    }

    /// Takes a member out; whether there was one.
    pub(super) fn remove(&mut self, name: &str) -> bool {
        let Some(position) = self.position(name) else {
            return false;
        };
        self.list.remove(position);
        if !self.positions.is_empty() {
            self.index();
        }
        true
    }

    /// The object that stands under a name, opened; made if nothing stands there.
    pub(super) fn open(&mut self, name: &str) -> Option<&mut Members> {
        if self.position(name).is_none() {
            self.set(name, Part::Open(Open::default()));
        }
        match &mut self.get_mut(name)?.value {
            Part::Open(open) => Some(&mut open.members),
            Part::Read(_) | Part::Made(_) => None,
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        if self.positions.is_empty() {
            self.list.iter().position(|member| &*member.name == name)
        } else {
            self.positions.get(name).copied()
        }
    }

    /// Adds a member whose name is new.
    fn push(&mut self, member: Member) {
        if !self.positions.is_empty() {
            self.positions.insert(member.name.clone(), self.list.len());
        }
        self.list.push(member);
        if self.positions.is_empty() && self.list.len() > FEW {
            self.index();
        }
    }

    fn index(&mut self) {
        let names = self.list.iter().enumerate();
        self.positions = names
            .map(|(index, member)| (member.name.clone(), index))
            .collect();
    }
}

#[cfg(test)]
mod tests {
    use super::{FEW, Members, Part};
    use crate::json::Json;

    #[test]
    fn few_and_many_members_are_found_and_set() {
        for count in [1, FEW, FEW + 1, 3 * FEW] {
            let mut members = Members::default();
            for number in 0..count {
                members.set(&number.to_string(), Part::Made(Json::from(number)));
            }
            members.set("0", Part::Made(Json::from("again")));
            assert_eq!(members.iter().count(), count);
            assert!(matches!(
                &members.get("0").unwrap().value,
                Part::Made(Json::String(_))
            ));
            for (number, member) in members.iter().enumerate() {
                assert_eq!(&*member.name, number.to_string());
                assert!(members.get(&member.name).is_some());
            }
            assert!(members.get("x").is_none());
        }
    }
}
