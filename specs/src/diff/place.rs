//! Where in a type something stands, as a chain of steps. Only what differs is ever written out.

use crate::tree::escape;

/// A place, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(usize);

/// One step down.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'s> {
    /// To a member of an object.
    Property(&'s str),
    /// To one of the first elements of a list.
    Index(usize),
    /// To every element or member.
    Every,
    /// To every member whose name matches a pattern.
    Matching(&'s str),
    /// To every member that is neither named nor matched.
    Others,
    /// To what a branch demands of the same value: the keyword, and which of several.
    Branch(&'static str, Option<usize>),
    /// To what holds of the same value if a member is present.
    Dependent(&'s str),
    /// From the type to an attribute.
    Attribute(&'s str),
    /// From the type to a definition that nothing was led to by.
    Definition(&'s str),
}

/// How the demands of a place count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// They hold of a value.
    Value,
    /// They hold in a branch, which adds to what is demanded of the value elsewhere.
    Branch,
    /// They are a question (`not`, `if`), or exactly one of several is to hold (`oneOf`): to ask for less may be
    /// to refuse more.
    Question,
}

struct Known {
    above: Option<Place>,
    step: String,
    is_branch: bool,
    is_output: bool,
    role: Role,
}

/// All places that were met.
pub(super) struct Places(Vec<Known>);

impl Places {
    /// The type itself.
    pub(super) const ROOT: Place = Place(0);

    pub(super) fn new() -> Self {
        Self(vec![Known {
            above: None,
            step: String::new(),
            is_branch: false,
            is_output: false,
            role: Role::Value,
        }])
    }

    pub(super) fn below(&mut self, above: Place, step: Step<'_>) -> Place {
        let role = match (self.role(above), step) {
            (Role::Question, _) | (_, Step::Branch("not" | "if" | "oneOf", _)) => Role::Question,
            (_, Step::Branch(..) | Step::Dependent(_)) => Role::Branch,
            (role, _) => role,
        };
        let is_branch = matches!(step, Step::Branch(..) | Step::Dependent(_));
        let is_output = self.is_output(above) || matches!(step, Step::Attribute(_));
        let step = match step {
            Step::Property(name) => format!("/{}", escape(name)),
            Step::Index(at) => format!("/{at}"),
            Step::Every => "/*".to_owned(),
            Step::Matching(pattern) => format!("/*({pattern})"),
            Step::Others => "/*(others)".to_owned(),
            Step::Branch(keyword, None) => format!("[{keyword}]"),
            Step::Branch(keyword, Some(at)) => format!("[{keyword}/{at}]"),
            Step::Dependent(name) => format!("[dependentSchemas/{}]", escape(name)),
            Step::Attribute(name) => format!("@{name}"),
            Step::Definition(name) => format!("#{name}"),
        };
        self.0.push(Known {
            above: Some(above),
            step,
            is_branch,
            is_output,
            role,
        });
        Place(self.0.len() - 1)
    }

    pub(super) fn role(&self, place: Place) -> Role {
        self.0.get(place.0).map_or(Role::Value, |known| known.role)
    }

    /// Whether it is in what `Fn::GetAtt` returns, of which nothing is demanded in a template.
    pub(super) fn is_output(&self, place: Place) -> bool {
        self.0.get(place.0).is_some_and(|known| known.is_output)
    }

    /// The place as changes state it.
    pub(super) fn text(&self, place: Place) -> String {
        self.joined(place, |_| true)
    }

    /// Which value is spoken of, no matter in which branch.
    pub(super) fn value(&self, place: Place) -> String {
        self.joined(place, |known| !known.is_branch)
    }

    fn joined(&self, place: Place, counts: impl Fn(&Known) -> bool) -> String {
        let mut steps = Vec::new();
        let mut next = self.0.get(place.0);
        while let Some(known) = next {
            if counts(known) {
                steps.push(known.step.as_str());
            }
            next = known.above.and_then(|above| self.0.get(above.0));
        }
        steps.reverse();
        steps.concat()
    }
}
