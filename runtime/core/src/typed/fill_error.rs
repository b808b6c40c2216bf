//! Why a value of a document does not fit into its place.

use core::ops::Range;

use crate::Violation;
use crate::document::{Document, NodeRef, Pointers};
use crate::facts::RecordSpec;
use crate::facts::near::NearProperties;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::suggest;
use crate::text::visible::shortened_path;
use crate::typed::{describe, fill, secret};

/// What filling a place gives.
pub type FillResult = Result<(), FillError>;

/// How many reasons are kept: a report that is longer helps nobody.
const MOST: usize = 100;

/// Why a place cannot hold what a document has there. Boxed, because it is rare and every level of a
/// document passes it on.
#[derive(Debug)]
pub struct FillError(Box<Problems>);

#[derive(Debug)]
struct Problems {
    first: FillProblem,
    others: Vec<FillProblem>,
}

#[derive(Debug)]
pub(crate) struct FillProblem {
    fault: Cause,
    /// The node to blame: of a property that has no place its name, else the value.
    pub(crate) node: usize,
    /// Whether the judge was asked if the value around it is right in another form, and has something to say of it.
    pub(crate) is_judged: bool,
}

/// What does not fit; put into words only if nobody else has said so.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cause {
    /// The value is of another kind than wanted.
    Kind(&'static str),
    /// The value is no integer of that range.
    Range(i64, i64),
    /// A function stands where the program only has a place for the value itself.
    Function,
    /// There is no field for a property that the specification knows.
    Field(&'static RecordSpec),
    /// There is no property of that name.
    Property(&'static RecordSpec),
    /// The property is not there.
    Missing(&'static RecordSpec, &'static str),
}

impl FillError {
    pub(crate) fn new(fault: Cause, node: NodeRef<'_>) -> Self {
        let first = FillProblem {
            fault,
            node: node.index(),
            is_judged: false,
        };
        Self(Box::new(Problems {
            first,
            others: Vec::new(),
        }))
    }

    /// Whether the value may be right in another form, which the judge knows.
    pub(crate) fn may_be_other_form(&self) -> bool {
        !self.reasons().any(|reason| reason.is_judged)
    }

    /// The same, and the value is right in no other form.
    pub(crate) fn in_no_other_form(mut self) -> Self {
        let Problems { first, others } = &mut *self.0;
        first.is_judged = true;
        for other in others {
            other.is_judged = true;
        }
        self
    }

    /// The value is of another kind than `wanted`.
    pub(crate) fn kind(wanted: &'static str, node: NodeRef<'_>) -> Self {
        Self::unlike(Cause::Kind(wanted), node)
    }

    /// The value is no integer of that range.
    pub(crate) fn range(least: i64, most: i64, node: NodeRef<'_>) -> Self {
        Self::unlike(Cause::Range(least, most), node)
    }

    fn unlike(fault: Cause, node: NodeRef<'_>) -> Self {
        let is_function = fill::function(node).is_some();
        Self::new(if is_function { Cause::Function } else { fault }, node)
    }

    /// These reasons and others.
    fn and(mut self, other: Self) -> Self {
        let Problems { first, others } = *other.0;
        self.0.others.push(first);
        self.0.others.extend(others);
        self.0.others.truncate(MOST);
        self
    }

    /// One line for `serde`, which knows no violations: the first reason.
    pub(crate) fn line(&self, document: &Document<'_>, root: &'static RecordSpec) -> String {
        let reason = &self.0.first;
        let path = Pointers::new(document).of(reason.node).to_owned();
        let is_secret = secret::is_at(&path, root);
        let is_whole = reason.is_call_of(document.root());
        let violation = reason.violation(document, path, is_whole, is_secret);
        let place = match violation.path() {
            "" => String::new(),
            path => format!(" at {}", shortened_path(path)),
        };
        let help = violation.help();
        let help = help.map_or_else(String::new, |help| format!(" ({help})"));
        format!("{}{place}{help}", violation.message)
    }

    /// The reasons, in the order in which they were met.
    pub(crate) fn reasons(&self) -> impl Iterator<Item = &FillProblem> {
        std::iter::once(&self.0.first).chain(&self.0.others)
    }
}

impl FillProblem {
    /// Whether a property is missing that is there under a name one slip away, which a violation tells; `path` is that
    /// of the object.
    pub(crate) fn is_misspelt_at(&self, violation: &Violation, path: &str) -> bool {
        let Cause::Missing(_, name) = self.fault else {
            return false;
        };
        let inside = violation.path().strip_prefix(path);
        let member = inside.and_then(|rest| rest.strip_prefix('/'));
        violation.rule() == Rule::UnknownProperty
            && member.is_some_and(|member| suggest::is_slip(suggest::start(member), name))
    }

    /// The nodes of the place that cannot hold its value, and of all that stands in it; `whole` is what
    /// the struct was filled from.
    pub(crate) fn nodes(&self, whole: NodeRef<'_>) -> Range<usize> {
        let end = |node| whole.document().node(node).end_index();
        match self.fault {
            Cause::Field(_) | Cause::Property(_) => self.node..end(end(self.node)),
            // What is wrong further in says nothing of the whole.
            _ if self.node == whole.index() => self.node..self.node + 1,
            _ => self.node..end(self.node),
        }
    }

    /// Whether a call, or a member that deployment replaces by others, stands in the place of the whole node.
    pub(crate) fn is_call_of(&self, whole: NodeRef<'_>) -> bool {
        self.node == whole.index() && matches!(self.fault, Cause::Function)
    }

    /// The reason in words; `is_whole` if a call stands in the place of the whole property object, `is_secret` if the value
    /// must not be shown.
    pub(crate) fn violation(
        &self,
        document: &Document<'_>,
        path: String,
        is_whole: bool,
        is_secret: bool,
    ) -> Violation {
        let node = document.node(self.node);
        let name = || describe::name(node.text().unwrap_or_default());
        let met = || {
            if is_secret {
                secret::NOT_SHOWN.to_owned()
            } else {
                describe::node(node)
            }
        };
        let (rule, message, help) = match self.fault {
            Cause::Kind(wanted) => (Rule::Type, met() + " is not " + wanted, Help::None),
            Cause::Range(least, most) => {
                let message = format!("{} is not an integer from {least} to {most}", met());
                (Rule::Type, message, Help::None)
            }
            Cause::Function if is_whole => {
                let name = describe::name(fill::function(node).unwrap_or_default());
                let message = format!("`{name}` stands for properties, which no struct can hold");
                let help = "`check_json` and `check_yaml` judge it, branch by branch; as a type without a \
                            struct (`Types::get`) it can be read and planned as well";
                (Rule::Intrinsic, message, help.into())
            }
            Cause::Function => {
                let name = describe::name(fill::function(node).unwrap_or_default());
                let message =
                    format!("`{name}` stands where the struct has room for the value itself only");
                let help = "make the type of the field a `Value<…>`".into();
                (Rule::Intrinsic, message, help)
            }
            Cause::Field(spec) => {
                let (own, name) = (spec.name, name());
                let message =
                    format!("the struct for `{own}` has no field for its property `{name}`");
                let help = "add a field for it, or read into a generated struct, which has all";
                (Rule::UnknownProperty, message, help.into())
            }
            Cause::Property(spec) => {
                let message = format!("`{}` has no property `{}`", spec.name, name());
                let help = spec.schema().map_or(Help::None, |schema| {
                    Help::later(NearProperties {
                        name: suggest::start(node.text().unwrap_or_default()).into(),
                        schema,
                    })
                });
                (Rule::UnknownProperty, message, help)
            }
            Cause::Missing(spec, name) => {
                let message = format!("`{}` needs a property `{name}`", spec.name);
                (Rule::Required, message, Help::None)
            }
        };
        Violation::new(rule, path, message).with_help(help)
    }
}

/// What the parts of a place report, all together.
#[derive(Default)]
pub(crate) struct FillErrors(Option<FillError>);

impl FillErrors {
    /// Takes what filling one part gave.
    #[inline]
    pub(crate) fn take(&mut self, filled: FillResult) {
        if let Err(new) = filled {
            self.add(new);
        }
    }

    #[cold]
    fn add(&mut self, new: FillError) {
        self.0 = Some(match self.0.take() {
            Some(all) => all.and(new),
            None => new,
        });
    }

    /// Whether there are any: then what is filled after them is thrown away, like what was filled before.
    #[inline]
    pub(crate) fn are_there(&self) -> bool {
        self.0.is_some()
    }

    /// Whether no more reasons are kept, so that none need be put into words.
    pub(crate) fn is_full(&self) -> bool {
        let kept = self.0.as_ref();
        kept.is_some_and(|kept| kept.0.others.len() >= MOST)
    }

    /// What filling the whole gives.
    pub(crate) fn finish(self) -> FillResult {
        match self.0 {
            Some(mismatch) => Err(mismatch),
            None => Ok(()),
        }
    }
}
