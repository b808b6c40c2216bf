//! The attributes of a resource, to be set.

use core::fmt;

use super::Template;
use super::build::Origin;
use super::part::{Members, Part};
use super::section::Section;
use crate::json::Json;
use crate::report::help::Help;
use crate::text::pointer;
use crate::text::visible::visible;
use crate::{Rule, Violation};

/// What names a resource of a template: its logical id, or a handle.
pub trait ResourceName {
    /// The name of the resource in its template.
    fn logical_id(&self) -> &str;

    /// The template that a handle belongs to; none of a name.
    #[doc(hidden)]
    fn origin(&self) -> Option<Origin> {
        None
    }
}

/// What names a condition of a template.
pub trait ConditionName {
    /// The name of the condition in its template.
    fn condition_name(&self) -> &str;

    /// The template that a handle belongs to; none of a name.
    #[doc(hidden)]
    fn origin(&self) -> Option<Origin> {
        None
    }
}

macro_rules! names {
    ($name:ident, $method:ident) => {
        impl $name for str {
            fn $method(&self) -> &str {
                self
            }
        }

        impl $name for String {
            fn $method(&self) -> &str {
                self
            }
        }

        impl<N: $name + ?Sized> $name for &N {
            fn $method(&self) -> &str {
                N::$method(self)
            }

            fn origin(&self) -> Option<Origin> {
                N::origin(self)
            }
        }
    };
}

names!(ResourceName, logical_id);
names!(ConditionName, condition_name);

/// What happens to a resource that is taken out of the template, or whose stack is deleted.
///
/// Source: the user guide's page "`DeletionPolicy` attribute".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeletionPolicy {
    /// The resource is deleted with all that it holds.
    Delete,
    /// The resource stays, outside of any stack.
    Retain,
    /// The resource stays, unless it was created by the operation that fails.
    RetainExceptOnCreate,
    /// A snapshot is taken before the resource is deleted; for types that have snapshots alone.
    Snapshot,
}

/// What happens to the old resource when an update replaces it.
///
/// Source: the user guide's page "`UpdateReplacePolicy` attribute".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UpdateReplacePolicy {
    /// The old resource is deleted with all that it holds.
    Delete,
    /// The old resource stays, outside of any stack.
    Retain,
    /// A snapshot is taken before the old resource is deleted; for types that have snapshots alone.
    Snapshot,
}

macro_rules! policy {
    ($policy:ident: $($variant:ident)*) => {
        impl $policy {
            /// Every value.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];

            /// The word in a template.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant),)*
                }
            }

            /// The value of that word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::VALUES.iter().copied().find(|policy| policy.as_str() == word)
            }
        }

        impl fmt::Display for $policy {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

policy!(DeletionPolicy: Delete Retain RetainExceptOnCreate Snapshot);
policy!(UpdateReplacePolicy: Delete Retain Snapshot);

/// Whether a snapshot can be taken of a resource of the type before it is deleted.
///
/// Source: the user guide's pages "`DeletionPolicy` attribute" and "`UpdateReplacePolicy` attribute", of 2023-09;
/// `AWS::DocDB::DBCluster` by the published linter's rule `E3035`, of 2026.
pub(super) fn takes_snapshots(type_name: &str) -> bool {
    matches!(
        type_name,
        "AWS::DocDB::DBCluster"
            | "AWS::EC2::Volume"
            | "AWS::ElastiCache::CacheCluster"
            | "AWS::ElastiCache::ReplicationGroup"
            | "AWS::Neptune::DBCluster"
            | "AWS::RDS::DBCluster"
            | "AWS::RDS::DBInstance"
            | "AWS::Redshift::Cluster"
    )
}

/// A resource of a template, to set what stands beside its properties.
#[derive(Debug)]
pub struct ResourceEntry<'t> {
    template: &'t mut Template,
    logical_id: Box<str>,
}

impl Template {
    /// The resource of that name, to set its attributes. A name that is not in the template is added without a
    /// type, which the check reports.
    ///
    /// ```
    /// use formwork::Template;
    /// use formwork::template::DeletionPolicy;
    ///
    /// let mut template: Template = r#"{ "Resources": { "Queue": { "Type": "AWS::SQS::Queue" } } }"#.parse()?;
    /// template.entry("Queue").deletion_policy(DeletionPolicy::Retain).depends_on("Topic").depends_on("Key");
    /// let queue = template.get("/Resources/Queue").unwrap().to_string();
    /// let json = r#"{"Type":"AWS::SQS::Queue","DeletionPolicy":"Retain","DependsOn":["Topic","Key"]}"#;
    /// assert_eq!(queue, json);
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[allow(clippy::needless_pass_by_value, reason = "a handle or its reference")]
    pub fn entry(&mut self, resource: impl ResourceName) -> ResourceEntry<'_> {
        self.note_stray(
            resource.origin(),
            resource.logical_id(),
            resource.logical_id(),
        );
        ResourceEntry {
            template: self,
            logical_id: resource.logical_id().into(),
        }
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the template is changed; what comes back is for the next call"
)]
impl ResourceEntry<'_> {
    /// Sets what happens to the resource when it is taken out of the template.
    pub fn deletion_policy(self, policy: DeletionPolicy) -> Self {
        self.attribute("DeletionPolicy", policy.as_str())
    }

    /// Sets what happens to the old resource when an update replaces it.
    pub fn update_replace_policy(self, policy: UpdateReplacePolicy) -> Self {
        self.attribute("UpdateReplacePolicy", policy.as_str())
    }

    /// Creates the resource only if the condition holds.
    #[allow(clippy::needless_pass_by_value, reason = "a handle or its reference")]
    pub fn condition(self, condition: impl ConditionName) -> Self {
        let name = condition.condition_name();
        self.template
            .note_stray(condition.origin(), name, &self.logical_id);
        self.attribute("Condition", condition.condition_name())
    }

    /// Creates the resource after another one, and deletes it before that. May be said of several;
    /// `attribute("DependsOn", …)` sets them all anew.
    #[allow(clippy::needless_pass_by_value, reason = "a handle or its reference")]
    pub fn depends_on(self, resource: impl ResourceName) -> Self {
        let name = resource.logical_id();
        self.template
            .note_stray(resource.origin(), name, &self.logical_id);
        let other = Json::from(resource.logical_id());
        let all = match self.value("DependsOn").map(Json::into_array) {
            None => other,
            Some(Ok(mut all)) => {
                if !all.contains(&other) {
                    all.push(other);
                }
                Json::Array(all)
            }
            Some(Err(one)) if one == other => one,
            Some(Err(one)) => Json::Array(vec![one, other]),
        };
        self.attribute("DependsOn", all)
    }

    /// Sets the free data that travels with the resource.
    pub fn metadata(self, metadata: impl Into<Json>) -> Self {
        self.attribute("Metadata", metadata)
    }

    /// Sets what has to be signalled before the resource counts as created.
    pub fn creation_policy(self, policy: impl Into<Json>) -> Self {
        self.attribute("CreationPolicy", policy)
    }

    /// Sets how updates of the resource are done.
    pub fn update_policy(self, policy: impl Into<Json>) -> Self {
        self.attribute("UpdatePolicy", policy)
    }

    /// Sets any attribute by its name.
    pub fn attribute(self, name: &str, value: impl Into<Json>) -> Self {
        if let Some(attributes) = self.template.attributes_mut(&self.logical_id) {
            attributes.set(name, Part::Made(value.into()));
        }
        self
    }

    /// Notes what was done wrong, for the check to report.
    pub(super) fn misuse(self, below: &str, message: String) -> Self {
        let path = format!("/Resources/{}{below}", pointer::escape(&self.logical_id));
        let violation = Violation::new(Rule::Resource, path, message);
        self.template.misused.push(violation);
        self
    }

    pub(super) fn value(&self, name: &str) -> Option<Json> {
        let resources = self.template.entries_of(Section::Resources)?;
        match &resources.get(&self.logical_id)?.value {
            Part::Open(open) => Some(self.template.json(&open.members.get(name)?.value)),
            Part::Read(_) | Part::Made(_) => None,
        }
    }
}

impl Template {
    /// Notes that the handle of another template was used at a resource.
    fn note_stray(&mut self, origin: Option<Origin>, name: &str, logical_id: &str) {
        if origin.is_none_or(|origin| origin == self.origin) {
            return;
        }
        let path = format!("/Resources/{}", pointer::escape(logical_id));
        let message = format!("the handle `{}` belongs to another template", visible(name));
        let help = "use the handle that this template gave for the part of that name";
        let violation = Violation::new(Rule::Intrinsic, path, message).with_help(Help::from(help));
        self.misused.push(violation);
    }

    /// The attributes of a resource, which is made if there is none of that name.
    fn attributes_mut(&mut self, logical_id: &str) -> Option<&mut Members> {
        self.root.open(Section::Resources.name())?.open(logical_id)
    }
}
