//! What a derived struct carries of the specification.

use formwork_specs::model::ResourceType;
use proc_macro2::Ident;

use crate::names;
use crate::plan::layout::Layout;
use crate::plan::names::Names;
use crate::plan::shapes::Model;

/// The facts for the facts text, and for the checks of fields that hold other structs.
pub(super) struct Facts<'s> {
    /// The model.
    pub(super) model: Model<'s>,
    /// The number of the struct in the facts text.
    pub(super) number: usize,
    /// The definitions that the facts text holds, as in [`crate::plan::ResourcePlan`].
    definitions: Vec<usize>,
    /// The names of property types, and what `resource!` calls them.
    generated: Vec<(String, String)>,
}

impl<'s> Facts<'s> {
    /// Gathers the facts for a struct of that name, which may stand for one of the property types.
    pub(super) fn of(
        resource: &'s ResourceType,
        property_type: Option<&str>,
        ident: &Ident,
    ) -> Self {
        let model = Model::of(resource);
        let layout = Layout::of(&model);
        let names = Names::of(&layout, &ident.to_string());
        let generated = layout.records.iter().filter_map(|record| {
            let name = names.record(record.name)?;
            Some((record.name.to_owned(), name.to_owned()))
        });
        let generated = generated.collect();
        let is_own = |at: &usize| {
            let definition = resource.definitions.get(*at);
            definition.map(|definition| definition.name.as_str()) == property_type
        };
        let number = property_type.and_then(|_| layout.definitions.iter().position(is_own));
        Self {
            number: number.map_or(0, |at| at + 1),
            definitions: layout.definitions,
            generated,
            model,
        }
    }

    /// The facts text.
    pub(super) fn text(&self) -> String {
        self.model.facts_text(&self.definitions)
    }

    /// What `resource!` calls the struct for a property type.
    pub(super) fn generated(&self, property_type: &str) -> String {
        let mut generated = self.generated.iter();
        let found = generated.find(|(name, _)| name == property_type);
        found.map_or_else(|| names::type_name(property_type), |(_, name)| name.clone())
    }
}
