//! The facts of `specs/curated/`, as data.

use crate::bundled::PUBLISHED;
use crate::model::{Literal, PropertyPath, Schema, Update};

/// Everything that one file says about a type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curated {
    /// What a change does. The order of the file decides between rules of one path.
    pub rules: Vec<Rule>,
    /// What the published sources say together, where that is more than the registry says alone.
    pub words: Vec<PublishedWord>,
    /// Which properties are custom physical names, or are none.
    pub names: Vec<CustomName>,
    /// What else is demanded of values.
    pub values: Vec<ValueFact>,
    /// What `Fn::GetAtt` takes beyond the read-only properties.
    pub attributes: Option<AttributeFact>,
    /// What `Ref` returns.
    pub reference: Option<ReferenceFact>,
}

/// Where a fact comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// One sentence.
    pub because: String,
    /// A link, always `https`, or the name of a published file.
    pub source: String,
    /// The day of that text, `YYYY-MM-DD`, or its month, `YYYY-MM`.
    pub as_of: String,
}

impl PublishedWord {
    /// Why the word is what it is: the decision, or what each source says.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        if let Some(decision) = &self.decision {
            return decision.clone();
        }
        let registry = self.registry.map(|update| match update {
            Update::Mutable => "the registry says mutable",
            Update::Conditional => "the registry says conditionally create-only",
            Update::Immutable => "the registry says create-only",
        });
        let specification = self.specification.map(|update| match update {
            Update::Mutable => "the Resource Specification says Mutable",
            Update::Conditional => "the Resource Specification says Conditional",
            Update::Immutable => "the Resource Specification says Immutable",
        });
        let guide = self.guide.as_deref();
        let guide = guide.map(|words| format!("the user guide of 2023 says {words}"));
        let sources = [
            registry.map(|_| "registry schemas"),
            specification.map(|_| "Resource Specification 236"),
            guide.as_ref().map(|_| "user guide"),
        ];
        let sources: Vec<&str> = sources.into_iter().flatten().collect();
        let said = registry.into_iter().chain(specification).map(str::to_owned);
        Evidence {
            because: said.chain(guide).collect::<Vec<_>>().join(", "),
            source: sources.join(", "),
            // The registry is asked in any case: it may be silent.
            as_of: PUBLISHED.to_owned(),
        }
    }
}

/// What a change of one path does, under conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Where: `*` stands for every element or member, an empty path for the whole resource.
    pub path: PropertyPath,
    /// What must hold.
    pub when: Option<Condition>,
    /// What must not hold.
    pub unless: Option<Condition>,
    /// What becomes of the resource.
    pub outcome: Option<Outcome>,
    /// Whether it is interrupted.
    pub interruption: Option<Interruption>,
    /// Who says so.
    pub evidence: Evidence,
}

/// What becomes of a resource, from least to most severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is updated.
    InPlace,
    /// It is replaced or updated: what decides is out of sight.
    MayReplace,
    /// A new one takes its place.
    Replace,
    /// The update fails.
    Refused,
}

/// Whether an update interrupts a resource, from least to most severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interruption {
    /// It does not.
    None,
    /// It may.
    Possible,
    /// It does.
    Certain,
}

/// What a rule asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// All of these hold.
    All(Vec<Condition>),
    /// One of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// A claim about one value, before and after.
    Claim(Subject, Claim),
    /// A top-level property changes that is not among these.
    Besides(Vec<PropertyPath>),
}

/// What a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The value at the path of the rule.
    Own,
    /// Another property, from the resource's properties. A `*` is the element or member that the
    /// path of the rule took.
    Property(PropertyPath),
    /// A resource attribute beside the properties, such as `/UpdatePolicy/EnableVersionUpgrade`.
    Attribute(PropertyPath),
}

/// What is said of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
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
    Elements(Box<Elements>),
}

/// A test of one value.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// It is not there.
    Absent,
    /// It is there.
    Present,
    /// It is one of these.
    OneOf(Vec<Literal>),
    /// It is a text that begins like this.
    StartsWith(String),
    /// It has so many elements or members; what is absent has none.
    Count(Count),
    /// One of these passes.
    Any(Vec<Test>),
    /// This does not pass.
    Not(Box<Test>),
}

/// How two values differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
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
pub enum Trend {
    /// It is more afterwards, or later.
    Up,
    /// It is less afterwards, or earlier.
    Down,
}

/// How many elements of a list, or members of a map, come, go or differ. All counts hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Elements {
    /// The values that tell which elements are the same one, from the element; none: the whole
    /// element, or the name of a member.
    pub key: Vec<PropertyPath>,
    /// Elements that are there only after.
    pub added: Option<Count>,
    /// Elements that are there only before.
    pub removed: Option<Count>,
    /// Both together.
    pub added_or_removed: Option<Count>,
    /// Elements that are there before and after, and differ.
    pub edited: Option<Count>,
    /// Where in an element a difference counts as an edit.
    pub edited_where: Places,
}

/// Where in an element a difference counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Places {
    /// Anywhere.
    #[default]
    Anywhere,
    /// At or below one of these.
    At(Vec<PropertyPath>),
    /// Outside of these.
    Except(Vec<PropertyPath>),
}

/// How many: at least one unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// No fewer.
    pub least: u64,
    /// No more.
    pub most: Option<u64>,
}

/// What the published sources say of one property, weighed: the worst of them, or what was decided
/// where they disagree. No rule about the property stands against it: a rule goes first.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedWord {
    /// Where it holds; `*` stands for every element or member.
    pub path: PropertyPath,
    /// What becomes of the resource.
    pub outcome: Outcome,
    /// Whether it is interrupted, where a source says so.
    pub interruption: Option<Interruption>,
    /// What the registry says; it lists only what is create-only.
    pub registry: Option<Update>,
    /// What the Resource Specification says.
    pub specification: Option<Update>,
    /// What the user guide says, in its words.
    pub guide: Option<String>,
    /// Why it was decided so, where the worst of them did not count.
    pub decision: Option<Evidence>,
}

/// Whether a property is a custom physical name.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomName {
    /// The property.
    pub path: PropertyPath,
    /// Whether a replacement that keeps its value is refused.
    pub custom: bool,
    /// Who says so.
    pub evidence: Evidence,
}

/// What else is demanded of the value of a property.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueFact {
    /// The property.
    pub path: PropertyPath,
    /// The demands.
    pub schema: Schema,
    /// Who says so.
    pub evidence: Evidence,
}

/// What `Fn::GetAtt` takes beyond the read-only properties.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeFact {
    /// Every property.
    pub every: bool,
    /// These names.
    pub names: Vec<String>,
    /// Who says so.
    pub evidence: Evidence,
}

/// What `Ref` returns.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceFact {
    /// The properties or attributes whose values it returns, in order.
    pub returns: Vec<String>,
    /// Who says so.
    pub evidence: Evidence,
}
