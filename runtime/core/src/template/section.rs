//! The sections of a template.
//!
//! Source: the user guide's pages "CloudFormation template sections" and "Hooks for blue/green deployments".

/// A section, in the order in which the user guide lists them and in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    FormatVersion,
    Description,
    Metadata,
    Parameters,
    Rules,
    Mappings,
    Conditions,
    Transform,
    Hooks,
    Resources,
    Outputs,
}

impl Section {
    pub(super) const ALL: [Self; 11] = [
        Self::FormatVersion,
        Self::Description,
        Self::Metadata,
        Self::Parameters,
        Self::Rules,
        Self::Mappings,
        Self::Conditions,
        Self::Transform,
        Self::Hooks,
        Self::Resources,
        Self::Outputs,
    ];

    /// The name in a template.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::FormatVersion => "AWSTemplateFormatVersion",
            Self::Description => "Description",
            Self::Metadata => "Metadata",
            Self::Parameters => "Parameters",
            Self::Rules => "Rules",
            Self::Mappings => "Mappings",
            Self::Conditions => "Conditions",
            Self::Transform => "Transform",
            Self::Hooks => "Hooks",
            Self::Resources => "Resources",
            Self::Outputs => "Outputs",
        }
    }

    /// The section of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }

    /// How many levels of the section are opened: its entries, and of resources their attributes.
    pub(super) fn levels(self) -> usize {
        match self {
            Self::FormatVersion | Self::Description | Self::Transform => 0,
            Self::Metadata
            | Self::Parameters
            | Self::Rules
            | Self::Mappings
            | Self::Conditions
            | Self::Hooks
            | Self::Outputs => 1,
            Self::Resources => 2,
        }
    }
}

/// How many levels of the section of that name are opened.
pub(super) fn levels(name: &str) -> usize {
    Section::named(name).map_or(0, Section::levels)
}
