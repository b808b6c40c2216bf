//! The operations of a patch, as they are written.

use crate::error::Problem;
use crate::suggest;
use crate::tree::{Node, PointerFault, Value, check_pointer};
use crate::visible::quoted;

/// One operation.
pub(super) struct Operation<'p, 't> {
    /// Where it stands in the patch.
    pub(super) at: String,
    pub(super) change: Change<'p, 't>,
    /// Where something changes.
    pub(super) path: &'p str,
    /// Why; the standard passes over the member, and says nothing of reasons.
    pub(super) because: Option<&'p str>,
}

impl Operation<'_, '_> {
    /// Whether it takes something away.
    pub(super) fn takes_away(&self) -> bool {
        match self.change {
            Change::Remove | Change::Move(_) => true,
            Change::Add(_) | Change::Replace(_) | Change::Copy(_) | Change::Test(_) => false,
        }
    }
}

/// What an operation does at its `path`.
pub(super) enum Change<'p, 't> {
    Add(&'p Node<'t>),
    Remove,
    Replace(&'p Node<'t>),
    /// Puts there what is taken away from another place.
    Move(&'p str),
    /// Puts there what another place has.
    Copy(&'p str),
    Test(&'p Node<'t>),
}

const NAMES: [&str; 6] = ["add", "remove", "replace", "move", "copy", "test"];

/// Reads all operations, or says everything that is wrong with them.
pub(super) fn read<'p, 't>(patch: &'p Node<'t>) -> Result<Vec<Operation<'p, 't>>, Vec<Problem>> {
    let Some(elements) = patch.elements() else {
        let kind = patch.kind();
        let message = format!("a patch is a list of operations, but this is {kind}");
        let help = "write `[{\"op\": \"replace\", \"path\": \"/…\", \"value\": …}]` (RFC 6902)";
        return Err(vec![Problem::error("", message).with_help(help)]);
    };
    let mut problems = Vec::new();
    let mut operations = Vec::new();
    for (index, node) in elements.iter().enumerate() {
        let mut reader = Reader {
            node,
            at: format!("/{index}"),
            problems: &mut problems,
        };
        operations.extend(reader.operation());
    }
    if problems.is_empty() {
        Ok(operations)
    } else {
        Err(problems)
    }
}

/// Reads one operation.
struct Reader<'p, 't, 'r> {
    node: &'p Node<'t>,
    at: String,
    problems: &'r mut Vec<Problem>,
}

impl<'p, 't> Reader<'p, 't, '_> {
    /// The operation; none if something is wrong with it, which then has been said.
    fn operation(&mut self) -> Option<Operation<'p, 't>> {
        if self.node.members().is_none() {
            let kind = self.node.kind();
            let message = format!("an operation of a patch is an object, but {kind} stands here");
            let help = "write `{\"op\": \"remove\", \"path\": \"/…\"}`, for example";
            self.say("", message, help);
            return None;
        }
        let name = self.name()?;
        // All members are looked at before one that is missing ends the reading.
        let path = self.pointer("path", name);
        let change = match name {
            "remove" => Some(Change::Remove),
            "move" => self.pointer("from", name).map(Change::Move),
            "copy" => self.pointer("from", name).map(Change::Copy),
            "add" => self.value(name).map(Change::Add),
            "replace" => self.value(name).map(Change::Replace),
            _ => self.value(name).map(Change::Test),
        };
        let because = self.because();
        let (path, change, because) = (path?, change?, because?);
        if let Change::Move(from) = change
            && path
                .strip_prefix(from)
                .is_some_and(|below| below.starts_with('/'))
        {
            let message = "a value cannot be moved into itself";
            self.say("", message, "write another `path`");
            return None;
        }
        Some(Operation {
            at: self.at.clone(),
            change,
            path,
            because,
        })
    }

    /// The reason, if there is one; none if it is no text.
    #[allow(
        clippy::option_option,
        reason = "the outer one says whether the operation can be used"
    )]
    fn because(&mut self) -> Option<Option<&'p str>> {
        match self.node.get("because") {
            None => Some(None),
            Some(Node {
                value: Value::String(text),
                ..
            }) => Some(Some(text)),
            Some(other) => {
                let message = format!("`because` is a text, but {} stands here", other.kind());
                self.say("/because", message, "say why the specification is changed");
                None
            }
        }
    }

    /// Which operation it is.
    fn name(&mut self) -> Option<&'static str> {
        const HELP: &str = "write `add`, `remove`, `replace`, `move`, `copy` or `test`";
        let Some(node) = self.node.get("op") else {
            let message = "this operation of the patch has no `op`";
            let help = self.misspelt("op").unwrap_or_else(|| HELP.to_owned());
            self.say("", message, help);
            return None;
        };
        let Some(written) = node.text() else {
            let message = format!("`op` is a text, but {} stands here", node.kind());
            self.say("/op", message, HELP);
            return None;
        };
        let known = NAMES.into_iter().find(|name| *name == written);
        if known.is_none() {
            let message = format!("{} is not an operation of a patch", quoted(written));
            let near = suggest::did_you_mean(written, NAMES);
            self.say("/op", message, near.unwrap_or_else(|| HELP.to_owned()));
        }
        known
    }

    /// A member that is a JSON pointer.
    fn pointer(&mut self, key: &str, name: &str) -> Option<&'p str> {
        let Some(node) = self.node.get(key) else {
            let help = self
                .misspelt(key)
                .unwrap_or_else(|| format!("write `\"{key}\": \"/properties/…\"`"));
            self.say("", format!("`{name}` needs a `{key}`"), help);
            return None;
        };
        let Value::String(text) = &node.value else {
            let message = format!("`{key}` is a JSON pointer, but {} stands here", node.kind());
            let help = format!("write `\"{key}\": \"/properties/…\"`");
            self.say(&format!("/{key}"), message, help);
            return None;
        };
        let (message, help) = match check_pointer(text) {
            Ok(()) => return Some(text),
            Err(PointerFault::Start) => {
                let message = format!("`{key}` is not a JSON pointer: it has to start with `/`");
                // An address has `#` in front of a pointer, and some leave out the first `/`.
                let rest = text.trim_start_matches(['#', '/']);
                (message, format!("write {}", quoted(&format!("/{rest}"))))
            }
            Err(PointerFault::Escape) => {
                let message = format!(
                    "`{key}` is not a JSON pointer: `~` is followed by neither `0` nor `1`"
                );
                (
                    message,
                    "write `~0` for `~`, and `~1` for `/` in a name".to_owned(),
                )
            }
        };
        self.say(&format!("/{key}"), message, help);
        None
    }

    fn value(&mut self, name: &str) -> Option<&'p Node<'t>> {
        let value = self.node.get("value");
        if value.is_none() {
            let help = self
                .misspelt("value")
                .unwrap_or_else(|| "write `\"value\": …`".to_owned());
            self.say("", format!("`{name}` needs a `value`"), help);
        }
        value
    }

    /// The member that seems to be meant by a name that is missing. Members that the standard does
    /// not know are otherwise passed over, as it demands.
    fn misspelt(&self, key: &str) -> Option<String> {
        const KNOWN: [&str; 5] = ["op", "path", "from", "value", "because"];
        let members = self.node.members().unwrap_or_default();
        let names = members.iter().map(|member| member.key.as_ref());
        suggest::instead(key, names.filter(|name| !KNOWN.contains(name)))
    }

    fn say(&mut self, below: &str, message: impl Into<String>, help: impl Into<String>) {
        let problem = Problem::error(format!("{}{below}", self.at), message);
        self.problems.push(problem.with_help(help));
    }
}
