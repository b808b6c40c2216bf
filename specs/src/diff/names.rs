//! The properties of a record by name, and those that differ from another's in case alone.

use std::collections::HashMap;

use crate::model::{Property, Schema};

/// The properties of a record by name.
pub(super) struct Names<'s> {
    pub(super) exact: HashMap<&'s str, &'s Property>,
    /// Those of whose name, letters of either case alike, there is one; none where there are several.
    folded: HashMap<String, Option<&'s Property>>,
}

impl<'s> Names<'s> {
    pub(super) fn of(record: &'s Schema) -> Self {
        let mut names = Self {
            exact: HashMap::new(),
            folded: HashMap::new(),
        };
        for property in &record.properties {
            names.exact.insert(&property.name, property);
            let folded = names.folded.entry(property.name.to_ascii_lowercase());
            folded
                .and_modify(|known| *known = None)
                .or_insert(Some(property));
        }
        names
    }

    /// The property that another one, of a record with names of its `own`, is for certain: its name differs in
    /// case alone, and nobody else has either name.
    pub(super) fn like(&self, property: &Property, own: &Names<'_>) -> Option<&'s Property> {
        let folded = property.name.to_ascii_lowercase();
        own.folded.get(&folded).copied().flatten()?;
        self.folded.get(&folded).copied().flatten()
    }
}
