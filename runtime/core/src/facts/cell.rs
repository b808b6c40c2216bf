//! Where generated code keeps its facts: one string, read when first asked.

use std::sync::OnceLock;

use super::decode::{self, Tables};
use super::{RecordSpec, ResourceSpec};

/// The facts of one resource type as one string, and what was read from it.
///
/// The string is written by the code generator and holds one JSON object. It costs the compiler next to
/// nothing, the program a few microseconds at the first use, and nothing if it is not used.
pub struct SpecCell {
    text: &'static str,
    tables: OnceLock<Tables>,
}

impl SpecCell {
    /// A cell for a text that the code generator of the same version wrote.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            tables: OnceLock::new(),
        }
    }

    /// The facts of the resource type.
    #[inline]
    pub fn resource(&'static self) -> &'static ResourceSpec {
        self.tables().resource
    }

    /// The facts of one of its records; the resource itself has number 0.
    #[inline]
    pub fn record(&'static self, index: usize) -> &'static RecordSpec {
        let tables = self.tables();
        tables
            .records
            .get(index)
            .copied()
            .unwrap_or(tables.resource.root)
    }

    #[inline]
    fn tables(&'static self) -> &'static Tables {
        self.tables.get_or_init(|| decode::tables(self.text))
    }
}
