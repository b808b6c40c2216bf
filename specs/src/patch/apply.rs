//! What the operations of a patch do to a tree.

use std::borrow::Cow;

use super::effect::{Changed, Effect};
use super::operation::{Change, Operation};
use super::same::same;
use super::shown::shown;
use crate::error::Problem;
use crate::suggest;
use crate::tree::{MAX_DEPTH, Member, Node, Value, array_index, unescape};
use crate::visible::{self, quoted};

/// How many values the operations of one patch may put somewhere. Copies of copies double with
/// each operation; the largest published file has about this many values.
const MOST_VALUES: usize = 2_000_000;

/// The cure where a patch no longer fits.
const CHANGED: &str = "the specification has changed; see whether the patch is still needed";

/// A specification that is being changed.
pub(super) struct Target<'r, 't> {
    root: &'r mut Node<'t>,
    /// How many more values may be put somewhere.
    left: usize,
}

impl<'r, 't> Target<'r, 't> {
    pub(super) fn new(root: &'r mut Node<'t>) -> Self {
        Self {
            root,
            left: MOST_VALUES,
        }
    }

    /// Carries out one operation.
    pub(super) fn change(&mut self, operation: &Operation<'_, 't>) -> Result<Effect, Problem> {
        let Operation {
            at,
            change,
            path,
            because,
        } = operation;
        let to = Way {
            pointer: path,
            key: "path",
            at,
        };
        let from = |pointer| Way {
            pointer,
            key: "from",
            at,
        };
        let changed = |pointer: &str, value: &Node<'_>| Changed {
            pointer: pointer.to_owned(),
            value: value.text().map(str::to_owned),
            because: because.map(str::to_owned),
        };
        let places = match change {
            Change::Test(value) => return self.test(to, value),
            Change::Add(value) => {
                self.pay(Size::of(value), to)?;
                if let Some(why) = is_there(self.root, to, value)? {
                    return Ok(Effect::Nothing(why));
                }
                add(self.root, to, |at| placed(value, at))?;
                vec![changed(path, value)]
            }
            Change::Replace(value) => {
                self.pay(Size::of(value), to)?;
                let place = to.find(self.root)?;
                if same(place, value) {
                    return Ok(Effect::Nothing(already(path, value)));
                }
                *place = placed(value, place.at);
                vec![changed(path, value)]
            }
            Change::Copy(source) => {
                let size = Size::of(from(source).find(self.root)?);
                self.pay(size, to)?;
                let value = from(source).find(self.root)?.clone();
                if let Some(why) = is_there(self.root, to, &value)? {
                    return Ok(Effect::Nothing(why));
                }
                let place = changed(path, &value);
                add(self.root, to, |at| Node { at, ..value })?;
                vec![place]
            }
            Change::Move(source) => {
                let size = Size::of(from(source).find(self.root)?);
                if source == path {
                    return Ok(Effect::Nothing(stays(path)));
                }
                self.pay(size, to)?;
                let value = remove(self.root, from(source))?;
                let places = vec![changed(source, &value), changed(path, &value)];
                add(self.root, to, |at| Node { at, ..value })?;
                places
            }
            Change::Remove => vec![changed(path, &remove(self.root, to)?)],
        };
        Ok(Effect::Changes(places))
    }

    /// Asks whether a value is what it should be.
    fn test(&mut self, to: Way<'_>, value: &Node<'_>) -> Result<Effect, Problem> {
        let found = to.find(self.root)?;
        if same(found, value) {
            return Ok(Effect::Tested);
        }
        let (pointer, found, value) = (visible::pointer(to.pointer), shown(found), shown(value));
        let message = format!("the test fails: `{pointer}` is {found}, not {value}");
        Err(Problem::error(to.at, message).with_help(CHANGED))
    }

    /// Refuses what would make the tree too large, or deeper than everything that walks it can
    /// stand.
    fn pay(&mut self, size: Size, to: Way<'_>) -> Result<(), Problem> {
        if to.pointer.matches('/').count() + size.depth > MAX_DEPTH {
            let message = format!(
                "objects and arrays would nest deeper than {MAX_DEPTH} levels at `{}`",
                visible::pointer(to.pointer)
            );
            let help = "see whether something is put into a copy of itself";
            return Err(Problem::error(to.at, message).with_help(help));
        }
        let Some(left) = self.left.checked_sub(size.values) else {
            let message = format!("this patch puts more than {MOST_VALUES} values somewhere");
            let help = "see whether it copies again and again what it has copied";
            return Err(Problem::error(to.at, message).with_help(help));
        };
        self.left = left;
        Ok(())
    }
}

/// How much there is of a value.
#[derive(Clone, Copy)]
struct Size {
    values: usize,
    /// How many objects and arrays are inside of each other.
    depth: usize,
}

impl Size {
    /// The depth is limited, by [`MAX_DEPTH`].
    fn of(node: &Node<'_>) -> Self {
        let mut size = Self {
            values: 1,
            depth: 0,
        };
        let mut add = |part: &Node<'_>| {
            let part = Self::of(part);
            size.values += part.values;
            size.depth = size.depth.max(part.depth);
        };
        match &node.value {
            Value::Array(elements) => elements.iter().for_each(add),
            Value::Object(members) => members.iter().for_each(|member| add(&member.node)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return size,
        }
        size.depth += 1;
        size
    }
}

/// The same value with all that it holds at another place of the text: that of the patch is not the
/// one in which problems of the specification are shown.
fn placed<'t>(node: &Node<'t>, at: usize) -> Node<'t> {
    let value = match &node.value {
        Value::Array(elements) => {
            Value::Array(elements.iter().map(|node| placed(node, at)).collect())
        }
        Value::Object(members) => {
            let member = |member: &Member<'t>| Member {
                key: member.key.clone(),
                node: placed(&member.node, at),
            };
            Value::Object(members.iter().map(member).collect())
        }
        scalar => scalar.clone(),
    };
    Node { at, value }
}

/// A pointer of an operation.
#[derive(Clone, Copy)]
struct Way<'p> {
    pointer: &'p str,
    /// The member that holds it.
    key: &'static str,
    /// Where the operation stands in the patch.
    at: &'p str,
}

impl<'p> Way<'p> {
    /// The value it leads to.
    fn find<'n, 't>(self, root: &'n mut Node<'t>) -> Result<&'n mut Node<'t>, Problem> {
        self.follow(root, self.pointer)
    }

    /// The value that its last segment is in, and that segment; none if it leads to the root.
    fn parent<'n, 't>(
        self,
        root: &'n mut Node<'t>,
    ) -> Result<Option<(&'n mut Node<'t>, Cow<'p, str>)>, Problem> {
        let Some((parent, last)) = self.pointer.rsplit_once('/') else {
            return Ok(None);
        };
        Ok(Some((self.follow(root, parent)?, unescape(last))))
    }

    fn follow<'n, 't>(
        self,
        root: &'n mut Node<'t>,
        pointer: &str,
    ) -> Result<&'n mut Node<'t>, Problem> {
        let mut node = root;
        let mut passed = 0;
        for written in pointer.split('/').skip(1) {
            passed += 1 + written.len();
            let way = Self {
                pointer: self.pointer.get(..passed).unwrap_or(self.pointer),
                ..self
            };
            let segment = unescape(written);
            let Some(position) = position(node, &segment) else {
                return Err(way.leads_to_nothing(&segment, near(node, &segment)));
            };
            let next = match &mut node.value {
                Value::Object(members) => members.get_mut(position).map(|one| &mut one.node),
                Value::Array(elements) => elements.get_mut(position),
                _ => None,
            };
            node = next.ok_or_else(|| way.leads_to_nothing(&segment, None))?;
        }
        Ok(node)
    }

    fn leads_to_nothing(self, segment: &str, help: Option<String>) -> Problem {
        let message = format!(
            "`{}` leads to nothing: there is no {}",
            visible::pointer(self.pointer),
            quoted(segment)
        );
        let problem = Problem::error(format!("{}/{}", self.at, self.key), message);
        problem.with_help(help.unwrap_or_else(|| CHANGED.to_owned()))
    }
}

/// Which of its members or elements a segment names.
fn position(node: &Node<'_>, segment: &str) -> Option<usize> {
    match &node.value {
        Value::Object(members) => members.iter().position(|member| member.key == segment),
        Value::Array(elements) => array_index(segment).filter(|index| *index < elements.len()),
        _ => None,
    }
}

/// What could have been meant by a segment that names nothing.
fn near(node: &Node<'_>, segment: &str) -> Option<String> {
    match &node.value {
        Value::Object(members) => {
            let names = members.iter().map(|member| member.key.as_ref());
            suggest::help("a member", segment, names)
        }
        Value::Array(elements) => Some(match elements.len() {
            0 => "the list has no elements".to_owned(),
            1 => "the only element of the list is `0`".to_owned(),
            count => format!("the elements of the list are `0` to `{}`", count - 1),
        }),
        _ => None,
    }
}

/// Why a value that is to be put somewhere is there already, if it is: in its place, or anywhere in a list, for the
/// lists of a specification in which scalars stand are sets.
fn is_there(root: &mut Node<'_>, to: Way<'_>, value: &Node<'_>) -> Result<Option<String>, Problem> {
    let Some((parent, last)) = to.parent(root)? else {
        return Ok(same(root, value).then(|| already(to.pointer, value)));
    };
    let is_scalar = matches!(value.value, Value::String(_) | Value::Number(_));
    let is_place = |end| last == "-" || array_index(&last).is_some_and(|index| index <= end);
    Ok(match &parent.value {
        Value::Object(members) => {
            let mut members = members.iter();
            let is_same = members.any(|one| one.key == last && same(&one.node, value));
            is_same.then(|| already(to.pointer, value))
        }
        Value::Array(elements)
            if is_scalar
                && is_place(elements.len())
                && elements.iter().any(|one| same(one, value)) =>
        {
            let (whole, _) = to.pointer.rsplit_once('/').unwrap_or_default();
            Some(format!(
                "`{}` has {}",
                visible::pointer(whole),
                shown(value)
            ))
        }
        _ => None,
    })
}

fn stays(pointer: &str) -> String {
    format!("`{}` stays where it is", visible::pointer(pointer))
}

fn already(pointer: &str, value: &Node<'_>) -> String {
    format!("`{}` is {}", visible::pointer(pointer), shown(value))
}

/// Puts a value somewhere: in the place of another of that name, in front of an element, or, for
/// the pointer of the root, in the place of the whole tree. `value` is told where it will stand.
fn add<'t>(
    root: &mut Node<'t>,
    to: Way<'_>,
    value: impl FnOnce(usize) -> Node<'t>,
) -> Result<(), Problem> {
    let Some((parent, last)) = to.parent(root)? else {
        *root = value(root.at);
        return Ok(());
    };
    let at = parent.at;
    if let Some(position) = position(parent, &last)
        && let Value::Object(members) = &mut parent.value
        && let Some(member) = members.get_mut(position)
    {
        member.node = value(member.node.at);
        return Ok(());
    }
    match &mut parent.value {
        Value::Object(members) => {
            let key = last.into_owned().into();
            let node = value(at);
            members.push(Member { key, node });
            return Ok(());
        }
        Value::Array(elements) => {
            let end = elements.len();
            let index = if last == "-" {
                Some(end)
            } else {
                array_index(&last)
            };
            if let Some(index) = index.filter(|index| *index <= end) {
                elements.insert(index, value(at));
                return Ok(());
            }
        }
        _ => {}
    }
    Err(to.leads_to_nothing(&last, near(parent, &last)))
}

fn remove<'t>(root: &mut Node<'t>, from: Way<'_>) -> Result<Node<'t>, Problem> {
    let Some((parent, last)) = from.parent(root)? else {
        let message = "the whole specification cannot be taken away";
        let problem = Problem::error(format!("{}/{}", from.at, from.key), message);
        return Err(problem.with_help("name a part of it, or `replace` it"));
    };
    let Some(position) = position(parent, &last) else {
        return Err(from.leads_to_nothing(&last, near(parent, &last)));
    };
    match &mut parent.value {
        Value::Object(members) => Ok(members.remove(position).node),
        Value::Array(elements) => Ok(elements.remove(position)),
        _ => Err(from.leads_to_nothing(&last, None)),
    }
}
