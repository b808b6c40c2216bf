//! The two axes of an update: what becomes of the resource, and whether it is interrupted.

use core::fmt;

/// What becomes of a resource, from least to most severe.
///
/// ```
/// use formwork::Outcome;
///
/// assert!(Outcome::InPlace < Outcome::MayReplace && Outcome::Replace < Outcome::Refused);
/// assert_eq!(Outcome::MayReplace.to_string(), "may be replaced");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The resource stays and is updated.
    InPlace,
    /// The resource is replaced or updated: what decides is out of sight.
    MayReplace,
    /// A new resource takes its place, and the old one is deleted.
    Replace,
    /// The update fails.
    Refused,
}

/// Whether an update interrupts a resource that stays, from least to most severe.
///
/// ```
/// use formwork::Interruption;
///
/// assert!(Interruption::None < Interruption::Possible);
/// assert_eq!(Interruption::Possible.to_string(), "may be interrupted");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Interruption {
    /// It does not.
    None,
    /// It may.
    Possible,
    /// It does.
    Certain,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::InPlace => "updated in place",
            Self::MayReplace => "may be replaced",
            Self::Replace => "replaced",
            Self::Refused => "refused",
        })
    }
}

impl fmt::Display for Interruption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "no interruption",
            Self::Possible => "may be interrupted",
            Self::Certain => "interrupted",
        })
    }
}
