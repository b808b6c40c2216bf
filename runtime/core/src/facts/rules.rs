//! What is curated about updates: rules beyond the words of a specification, and where they hold.

use super::{Interruption, Outcome, Reason, UpdateBehavior};
use crate::Json;

/// What a change of one path does under conditions: a fact that no published specification states.
///
/// A rule without a condition holds for every change of its path. [`Resource::plan_update`] decides which rules
/// hold for a change.
///
/// [`Resource::plan_update`]: crate::Resource::plan_update
#[derive(Debug)]
#[non_exhaustive]
pub struct UpdateRule {
    /// Where, as a JSON pointer from the property object; `*` stands for every element of a list and every
    /// member of a map, the empty pointer for the whole resource.
    pub path: &'static str,
    /// What becomes of the resource; none if the rule does not say.
    pub outcome: Option<Outcome>,
    /// Whether the resource is interrupted; none if the rule does not say.
    pub interruption: Option<Interruption>,
    /// Why, who says so, and when.
    pub reason: Reason,
    /// What must hold.
    pub(crate) when: Option<Condition>,
    /// What must not hold.
    pub(crate) unless: Option<Condition>,
}

impl UpdateRule {
    /// Whether it depends on the change if the rule holds.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        self.when.is_some() || self.unless.is_some()
    }
}

/// A path through data, one name each; `*` stands for every element or member.
pub(crate) type Path = Vec<&'static str>;

/// What a rule asks.
#[derive(Debug)]
pub(crate) enum Condition {
    /// All of these hold.
    All(Vec<Condition>),
    /// One of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// A claim about one value, before and after.
    Claim(Subject, Claim),
    /// A top-level property changes that is not among these.
    Besides(Vec<Path>),
}

/// What a claim is about.
#[derive(Debug)]
pub(crate) enum Subject {
    /// The value at the path of the rule.
    Own,
    /// Another property; a `*` is the element or member that the path of the rule took.
    Property(Path),
    /// An attribute of the resource beside its properties.
    Attribute(Path),
}

/// What is said of a value.
#[derive(Debug)]
pub(crate) enum Claim {
    /// The old value passes.
    Before(Test),
    /// The new value passes.
    After(Test),
    /// How the two differ.
    Change(ChangeKind),
    /// A number, the elements of a list or the members of a map become more or fewer.
    Size(Trend),
    /// Numbers between dots become greater or smaller.
    Version(Trend),
    /// So many elements come, go or differ.
    Elements(Elements),
}

/// A test of one value.
#[derive(Debug)]
pub(crate) enum Test {
    /// It is not there.
    Absent,
    /// It is there.
    Present,
    /// It is one of these.
    OneOf(Vec<Json>),
    /// It is a text that begins like this.
    StartsWith(&'static str),
    /// It has so many elements or members; what is absent has none.
    Count(Count),
    /// One of these passes.
    Any(Vec<Test>),
    /// This does not pass.
    Not(Box<Test>),
}

/// How two values differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    /// They do not.
    None,
    /// In some way.
    Any,
    /// There is a value only after.
    Added,
    /// There is a value only before.
    Removed,
    /// There is another value.
    Edited,
}

/// Which way a quantity goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trend {
    /// It is more afterwards, or later.
    Up,
    /// It is less afterwards, or earlier.
    Down,
}

/// How many elements of a list, or members of a map, come, go or differ. All counts hold.
#[derive(Debug)]
pub(crate) struct Elements {
    /// The values that tell which elements are the same one, from the element; none: the whole element, or the
    /// name of a member.
    pub(crate) key: Vec<Path>,
    pub(crate) added: Option<Count>,
    pub(crate) removed: Option<Count>,
    /// Both together.
    pub(crate) added_or_removed: Option<Count>,
    /// Elements that are there before and after, and differ.
    pub(crate) edited: Option<Count>,
    pub(crate) edited_where: Places,
}

/// Where in an element a difference counts.
#[derive(Debug)]
pub(crate) enum Places {
    Anywhere,
    /// At or below one of these.
    At(Vec<Path>),
    /// Outside of these.
    Except(Vec<Path>),
}

/// How many.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count {
    /// No fewer.
    pub(crate) least: u64,
    /// No more.
    pub(crate) most: Option<u64>,
}

/// Whether a property is a custom physical name, where the facts say otherwise.
#[derive(Debug)]
pub(crate) struct CustomName {
    pub(crate) path: Path,
    pub(crate) custom: bool,
    pub(crate) reason: Reason,
}

/// What the published sources say of one path together, where that is more than the specification says.
#[derive(Debug)]
pub(crate) struct PublishedWord {
    pub(crate) outcome: Outcome,
    pub(crate) interruption: Interruption,
    pub(crate) reason: Reason,
}

/// What is said of updates at single paths, beyond the words of the properties there.
#[derive(Debug)]
pub(crate) struct UpdateTree {
    /// The first is the resource itself.
    nodes: Vec<UpdateNode>,
}

#[derive(Debug)]
struct UpdateNode {
    /// The word that holds at this path, where a definition is shared and behaves differently elsewhere.
    word: UpdateBehavior,
    published: Option<PublishedWord>,
    rules: Vec<&'static UpdateRule>,
    /// The nodes one step further in, by the name of the property, or `*`.
    below: Vec<(&'static str, usize)>,
}

/// One node of a tree: what is said at one path, and below it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    tree: &'static UpdateTree,
    node: &'static UpdateNode,
}

impl UpdateTree {
    pub(crate) fn new() -> Self {
        Self {
            nodes: vec![UpdateNode::new()],
        }
    }

    pub(crate) fn add_word(
        &mut self,
        path: impl Iterator<Item = &'static str>,
        word: UpdateBehavior,
    ) {
        if let Some(node) = self.grow(path) {
            node.word = node.word.max(word);
        }
    }

    pub(crate) fn add_published(
        &mut self,
        path: impl Iterator<Item = &'static str>,
        word: PublishedWord,
    ) {
        if let Some(node) = self.grow(path) {
            node.published = Some(word);
        }
    }

    pub(crate) fn add_rule(
        &mut self,
        path: impl Iterator<Item = &'static str>,
        rule: &'static UpdateRule,
    ) {
        if let Some(node) = self.grow(path) {
            node.rules.push(rule);
        }
    }

    /// The node at a path, made if nothing was said there so far.
    fn grow(&mut self, path: impl Iterator<Item = &'static str>) -> Option<&mut UpdateNode> {
        let mut at = 0;
        for name in path {
            let end = self.nodes.len();
            let below = &mut self.nodes.get_mut(at)?.below;
            if let Some((_, next)) = below.iter().find(|(known, _)| *known == name) {
                at = *next;
                continue;
            }
            below.push((name, end));
            self.nodes.push(UpdateNode::new());
            at = end;
        }
        self.nodes.get_mut(at)
    }

    /// What is said of the resource itself.
    pub(crate) fn root(&'static self) -> Option<Said> {
        let node = self.nodes.first()?;
        Some(Said { tree: self, node })
    }
}

impl UpdateNode {
    fn new() -> Self {
        Self {
            word: UpdateBehavior::Mutable,
            published: None,
            rules: Vec::new(),
            below: Vec::new(),
        }
    }
}

impl Said {
    pub(crate) fn word(self) -> UpdateBehavior {
        self.node.word
    }

    pub(crate) fn published(self) -> Option<&'static PublishedWord> {
        self.node.published.as_ref()
    }

    pub(crate) fn rules(self) -> &'static [&'static UpdateRule] {
        &self.node.rules
    }

    /// What is said one step further in: at a property, or at `*`.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        let found = self.below().find(|(known, _)| *known == name);
        found.map(|(_, said)| said)
    }

    /// The steps further in of which something is said.
    pub(crate) fn below(self) -> impl Iterator<Item = (&'static str, Self)> {
        let Self { tree, node } = self;
        let nodes = node.below.iter();
        nodes.filter_map(move |(name, at)| {
            let node = tree.nodes.get(*at)?;
            Some((*name, Self { tree, node }))
        })
    }
}
