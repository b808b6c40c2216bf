//! Two surfaces, item by item.

use std::fmt;

use super::surface::{Item, Surface};

/// The class of a change in semantic versioning, from least to most severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// No program notices while compiling.
    Patch,
    /// There is more than before.
    Minor,
    /// A program that compiled may not.
    Major,
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

/// One thing that a program may notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustChange {
    /// Its class.
    pub class: Class,
    /// The item, as a program names it: `Bucket.bucket_name`, `bucket::Rule`.
    pub item: String,
    /// What happens to it, and what breaks.
    pub reason: String,
}

/// Compares two states of one type.
pub(super) fn surfaces(old: &Surface, new: &Surface) -> Vec<RustChange> {
    let mut changes = Vec::new();
    let mut say = |class, item: &str, reason: String| {
        let item = item.to_owned();
        changes.push(RustChange {
            class,
            item,
            reason,
        });
    };
    for (path, before) in &old.items {
        match new.items.get(path) {
            None => {
                if let Some(reason) = gone(before)
                    && owner(path).is_none_or(|owner| new.items.contains_key(owner))
                {
                    say(Class::Major, path, reason.to_owned());
                }
            }
            Some(after) => {
                if let Some((class, reason)) = changed(before, after) {
                    say(class, path, reason);
                }
            }
        }
    }
    for (path, after) in &new.items {
        if !old.items.contains_key(path)
            && let Some((class, reason)) = came(path, after, old)
        {
            say(class, path, reason.to_owned());
        }
    }
    changes.sort_by(|left, right| {
        left.item
            .cmp(&right.item)
            .then(right.class.cmp(&left.class))
    });
    changes
}

/// The struct of a field, or the value set of a variant: what is told of it is not told of its parts as well.
fn owner(path: &str) -> Option<&str> {
    if let Some((owner, _)) = path.rsplit_once('.') {
        return Some(owner);
    }
    let (owner, _) = path.rsplit_once("::")?;
    owner.contains("::").then_some(owner)
}

/// What is gone; nothing for what goes with something else that is told.
fn gone(item: &Item) -> Option<&'static str> {
    Some(match item {
        Item::Struct { .. } => "is gone",
        Item::Field { .. } => "is gone: whatever names the field or its setter breaks",
        Item::ValueSet => "is gone: the property takes other values, or any text",
        Item::Variant(_) => "is gone: the value is not allowed any more",
        Item::Attribute(_) => "is gone: `Fn::GetAtt` does not return it any more",
        // With their fields and structs.
        Item::Setter(_) | Item::Builder(_) | Item::Marker => return None,
    })
}

/// What is new; nothing for what comes with something else that is told.
fn came(path: &str, item: &Item, old: &Surface) -> Option<(Class, &'static str)> {
    if owner(path).is_some_and(|owner| !old.items.contains_key(owner)) {
        return None;
    }
    Some(match item {
        Item::Field {
            required: false, ..
        } => (Class::Major, "is new: struct literals without `..` break"),
        Item::Field { required: true, .. } => (
            Class::Major,
            "is new and required: builders and struct literals without it break",
        ),
        Item::Struct { .. } | Item::ValueSet | Item::Attribute(_) => (Class::Minor, "is new"),
        Item::Variant(_) => (Class::Minor, "is new: a known value more, in an open set"),
        Item::Setter(_) | Item::Builder(_) | Item::Marker => return None,
    })
}

/// What became of an item that is there before and after.
fn changed(before: &Item, after: &Item) -> Option<(Class, String)> {
    if before == after {
        return None;
    }
    Some(match (before, after) {
        (
            Item::Field {
                ty: old,
                required: was_required,
            },
            Item::Field { ty: new, required },
        ) => (Class::Major, field((old, *was_required), (new, *required))),
        (Item::Attribute(old), Item::Attribute(new)) => {
            (Class::Major, format!("returns `{new}` instead of `{old}`"))
        }
        (Item::Variant(old), Item::Variant(new)) => (
            Class::Major,
            format!("stands for `{new}` instead of `{old}`"),
        ),
        // Their fields say what changed; so do the setters, which take what fields hold.
        (Item::Struct { .. }, Item::Struct { .. })
        | (Item::Setter(_), Item::Setter(_))
        | (Item::Builder(_), Item::Builder(_)) => return None,
        _ => (Class::Major, "is another kind of item".to_owned()),
    })
}

fn field((old, was_required): (&str, bool), (new, required): (&str, bool)) -> String {
    // In a sentence the names of the runtime are read without their crate.
    let [old, new] = [old, new].map(|ty| ty.replace("formwork::", ""));
    match (was_required, required) {
        (true, false) => format!(
            "becomes optional: it is `Option<Value<{new}>>` instead of `Value<{old}>`, so struct literals and \
             whatever reads the field break"
        ),
        (false, true) => format!(
            "becomes required: it is `Value<{new}>` instead of `Option<Value<{old}>>`, and builders without it break"
        ),
        _ => format!("holds `{new}` instead of `{old}`"),
    }
}
