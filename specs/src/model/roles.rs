//! Roles of properties that hold at some of their uses alone.

use super::PropertyPath;

/// Where properties have a role at some of the paths that lead to a shared definition and not at others, so that
/// it cannot stand on the property of the definition itself. In the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScopedRoles {
    /// The service alone sets them there: `readOnlyProperties`. Since their record can be set elsewhere, they are
    /// read there as well.
    pub read_only: Vec<PropertyPath>,
    /// They are not meant for users there: `nonPublicProperties`. They are read as well.
    pub non_public: Vec<PropertyPath>,
    /// No read returns them from there: `writeOnlyProperties`.
    pub write_only: Vec<PropertyPath>,
    /// They are on their way out there: `deprecatedProperties`.
    pub deprecated: Vec<PropertyPath>,
}

impl ScopedRoles {
    /// Each role with its name and paths.
    #[must_use]
    pub fn named(&self) -> [(&'static str, &[PropertyPath]); 4] {
        let Self {
            read_only,
            non_public,
            write_only,
            deprecated,
        } = self;
        [
            ("readOnly", read_only),
            ("nonPublic", non_public),
            ("writeOnly", write_only),
            ("deprecated", deprecated),
        ]
    }

    /// Whether no property has such a role.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.named().iter().all(|(_, paths)| paths.is_empty())
    }
}
