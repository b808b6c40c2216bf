//! Changes to a specification before it is read: JSON Patch (RFC 6902).
//!
//! A specification that is wrong can be mended without copying it: the patch is a file beside it. `test` says
//! what the specification must be like for the patch to make sense, so that a newer specification that no
//! longer needs the patch is noticed.

use crate::error::{Problem, Problems};
use crate::suggest;
use crate::tree::{Member, Node, Value, unescape};

/// The cure where a patch no longer fits.
const CHANGED: &str = "the specification has changed; see whether the patch is still needed";

/// What is wrong with a patched specification, and in which of the two files.
#[derive(Debug)]
pub enum PatchedError {
    /// In the specification, as it is after the patch.
    Specification(Problems),
    /// In the patch itself, or where it does not fit the specification.
    Patch(Problems),
}

/// One operation of a patch.
struct Operation<'p, 't> {
    /// Where the operation stands in the patch.
    at: String,
    kind: Kind,
    path: &'p str,
    from: &'p str,
    value: Option<&'p Node<'t>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Add,
    Remove,
    Replace,
    Move,
    Copy,
    Test,
}

/// Applies every operation of a patch to the root of a specification. What the patch brings in stands, for
/// later messages, where it was put.
pub(crate) fn apply<'t>(root: &mut Node<'t>, patch: &Node<'t>) -> Result<(), Vec<Problem>> {
    let operations = operations(patch)?;
    for operation in &operations {
        // After the first operation that does not fit, the others cannot be judged.
        carry_out(root, operation).map_err(|problem| vec![problem])?;
    }
    Ok(())
}

fn operations<'p, 't>(patch: &'p Node<'t>) -> Result<Vec<Operation<'p, 't>>, Vec<Problem>> {
    let Some(elements) = patch.elements() else {
        let message = format!(
            "a patch is a list of operations, but this is {}",
            patch.kind()
        );
        let help = "write `[{\"op\": \"replace\", \"path\": \"/…\", \"value\": …}]` (RFC 6902)";
        return Err(vec![Problem::error("", message).with_help(help)]);
    };
    let mut problems = Vec::new();
    let mut operations = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        match operation(element, format!("/{index}")) {
            Ok(operation) => operations.push(operation),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() {
        Ok(operations)
    } else {
        Err(problems)
    }
}

fn operation<'p, 't>(element: &'p Node<'t>, at: String) -> Result<Operation<'p, 't>, Vec<Problem>> {
    const KINDS: [(&str, Kind); 6] = [
        ("add", Kind::Add),
        ("remove", Kind::Remove),
        ("replace", Kind::Replace),
        ("move", Kind::Move),
        ("copy", Kind::Copy),
        ("test", Kind::Test),
    ];
    const HELP: &str = "write `add`, `remove`, `replace`, `move`, `copy` or `test`";
    let Some(named) = element.get("op").and_then(Node::text) else {
        let problem = Problem::error(at, "this operation of the patch has no `op`");
        return Err(vec![problem.with_help(HELP)]);
    };
    let Some((_, kind)) = KINDS.into_iter().find(|(name, _)| *name == named) else {
        let message = format!("`{named}` is not an operation of a patch");
        let near = suggest::did_you_mean(named, KINDS.iter().map(|(name, _)| *name));
        let problem = Problem::error(format!("{at}/op"), message);
        return Err(vec![
            problem.with_help(near.unwrap_or_else(|| HELP.to_owned())),
        ]);
    };
    let mut problems = Vec::new();
    let mut pointer = |key: &str, needed: bool| match element.get(key).and_then(Node::text) {
        Some(text) if text.is_empty() || text.starts_with('/') => text,
        Some(text) => {
            let message = format!("`{key}` is not a JSON pointer: it has to start with `/`");
            let help = format!("write `/{text}`");
            problems.push(Problem::error(format!("{at}/{key}"), message).with_help(help));
            ""
        }
        None if needed => {
            let message = format!("`{named}` needs a `{key}`");
            let help = format!("write `\"{key}\": \"/properties/…\"`");
            problems.push(Problem::error(at.as_str(), message).with_help(help));
            ""
        }
        None => "",
    };
    let path = pointer("path", true);
    let from = pointer("from", matches!(kind, Kind::Move | Kind::Copy));
    let value = element.get("value");
    if value.is_none() && matches!(kind, Kind::Add | Kind::Replace | Kind::Test) {
        let problem = Problem::error(at.as_str(), format!("`{named}` needs a `value`"));
        problems.push(problem.with_help("write `\"value\": …`"));
    }
    if problems.is_empty() && kind == Kind::Move && path.starts_with(&format!("{from}/")) {
        let problem = Problem::error(at.as_str(), "a value cannot be moved into itself");
        problems.push(problem.with_help("write another `path`"));
    }
    if problems.is_empty() {
        Ok(Operation {
            at,
            kind,
            path,
            from,
            value,
        })
    } else {
        Err(problems)
    }
}

fn carry_out<'t>(root: &mut Node<'t>, operation: &Operation<'_, 't>) -> Result<(), Problem> {
    let Operation {
        at,
        kind,
        path,
        from,
        value,
    } = operation;
    let value = value.cloned();
    match (kind, value) {
        (Kind::Add, Some(value)) => add(root, path, value, at),
        (Kind::Replace, Some(value)) => {
            let place = find(root, path, at, "path")?;
            place.value = value.value;
            Ok(())
        }
        (Kind::Test, Some(value)) => {
            let place = find(root, path, at, "path")?;
            if same(place, &value) {
                return Ok(());
            }
            let message = format!("the test fails: `{path}` has another value");
            Err(Problem::error(at.as_str(), message).with_help(CHANGED))
        }
        (Kind::Remove, _) => remove(root, path, at, "path").map(drop),
        (Kind::Move, _) => {
            let value = remove(root, from, at, "from")?;
            add(root, path, value, at)
        }
        (Kind::Copy, _) => {
            let value = find(root, from, at, "from")?.clone();
            add(root, path, value, at)
        }
        (Kind::Add | Kind::Replace | Kind::Test, None) => Ok(()),
    }
}

/// The value a pointer leads to.
fn find<'n, 't>(
    root: &'n mut Node<'t>,
    path: &str,
    at: &str,
    key: &str,
) -> Result<&'n mut Node<'t>, Problem> {
    let mut node = root;
    for segment in path.split('/').skip(1) {
        let segment = unescape(segment);
        let known = names(node);
        let next = match &mut node.value {
            Value::Object(members) => {
                let member = members.iter_mut().find(|member| member.key == segment);
                member.map(|member| &mut member.node)
            }
            Value::Array(elements) => segment
                .parse::<usize>()
                .ok()
                .and_then(|index| elements.get_mut(index)),
            _ => None,
        };
        node = next.ok_or_else(|| nothing(path, &segment, &known, at, key))?;
    }
    Ok(node)
}

fn names(node: &Node<'_>) -> Vec<String> {
    let members = node.members().unwrap_or_default();
    members
        .iter()
        .map(|member| member.key.clone().into_owned())
        .collect()
}

fn nothing(path: &str, segment: &str, known: &[String], at: &str, key: &str) -> Problem {
    let message = format!("`{path}` leads to nothing: there is no `{segment}`");
    let problem = Problem::error(format!("{at}/{key}"), message);
    let help = suggest::help("a member", segment, known.iter().map(String::as_str));
    problem.with_help(help.unwrap_or_else(|| CHANGED.to_owned()))
}

/// Where the last segment of a pointer stands, and that segment.
fn parent<'n, 't>(
    root: &'n mut Node<'t>,
    path: &str,
    at: &str,
    key: &str,
) -> Result<(&'n mut Node<'t>, String), Problem> {
    let Some((parent, last)) = path.rsplit_once('/') else {
        let problem = Problem::error(at, "the whole specification cannot be put or removed");
        return Err(problem.with_help("write the `path` of a part of it"));
    };
    let node = find(root, parent, at, key)?;
    Ok((node, unescape(last).into_owned()))
}

fn add<'t>(root: &mut Node<'t>, path: &str, value: Node<'t>, at: &str) -> Result<(), Problem> {
    let (parent, last) = parent(root, path, at, "path")?;
    let value = Node {
        at: parent.at,
        value: value.value,
    };
    match &mut parent.value {
        Value::Object(members) => {
            match members
                .iter_mut()
                .find(|member| member.key == last.as_str())
            {
                Some(member) => member.node.value = value.value,
                None => members.push(Member {
                    key: last.into(),
                    node: value,
                }),
            }
            Ok(())
        }
        Value::Array(elements) => {
            let index = if last == "-" {
                Some(elements.len())
            } else {
                last.parse().ok()
            };
            match index.filter(|index| *index <= elements.len()) {
                Some(index) => {
                    elements.insert(index, value);
                    Ok(())
                }
                None => Err(nothing(path, &last, &[], at, "path")),
            }
        }
        _ => Err(nothing(path, &last, &[], at, "path")),
    }
}

fn remove<'t>(root: &mut Node<'t>, path: &str, at: &str, key: &str) -> Result<Node<'t>, Problem> {
    let (parent, last) = parent(root, path, at, key)?;
    let known = names(parent);
    let removed = match &mut parent.value {
        Value::Object(members) => {
            let position = members
                .iter()
                .position(|member| member.key == last.as_str());
            position.map(|position| members.remove(position).node)
        }
        Value::Array(elements) => {
            let index = last.parse().ok().filter(|index| *index < elements.len());
            index.map(|index: usize| elements.remove(index))
        }
        _ => None,
    };
    removed.ok_or_else(|| nothing(path, &last, &known, at, key))
}

/// Whether two values are equal; the order of members means nothing.
fn same(left: &Node<'_>, right: &Node<'_>) -> bool {
    match (&left.value, &right.value) {
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|member| {
                    let other = right.iter().find(|other| other.key == member.key);
                    other.is_some_and(|other| same(&member.node, &other.node))
                })
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| same(l, r))
        }
        (Value::Number(left), Value::Number(right)) => {
            left == right || left.parse::<f64>().ok() == right.parse::<f64>().ok()
        }
        (left, right) => left == right,
    }
}
