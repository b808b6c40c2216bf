//! What a derived struct carries of the specification.

use super::derive::DerivePlan;
use super::layout::Layout;
use super::names::Names;
use super::shapes::Model;
use crate::names;

/// The facts for the facts text, and for the checks of fields that hold other structs.
pub(crate) struct Facts<'s> {
    /// The model.
    pub(crate) model: Model<'s>,
    /// The definitions that the facts text holds, as in [`super::ResourcePlan`].
    pub(crate) definitions: Vec<usize>,
    /// The number of the struct in the facts text.
    pub(crate) number: usize,
    /// The names of property types, and what `resource!` calls them.
    generated: Vec<(String, String)>,
}

impl<'s> Facts<'s> {
    /// Gathers the facts, if there are any.
    pub(crate) fn of(plan: &'s DerivePlan<'_>) -> Option<Self> {
        let resource = plan.table.as_deref()?;
        let model = Model::of(resource);
        let layout = Layout::of(&model);
        let names = Names::of(&layout, &plan.derived.ident.to_string());
        let generated = layout.records.iter().filter_map(|record| {
            let name = names.record(record.name)?;
            Some((record.name.to_owned(), name.to_owned()))
        });
        let generated = generated.collect();
        let is_own = |at: &usize| {
            let definition = resource.definitions.get(*at);
            definition.map(|definition| &definition.name) == plan.property_type.as_ref()
        };
        let own = plan.property_type.as_ref();
        let number = own.and_then(|_| layout.definitions.iter().position(is_own));
        Some(Self {
            number: number.map_or(0, |at| at + 1),
            definitions: layout.definitions,
            generated,
            model,
        })
    }

    /// What `resource!` calls the struct for a property type.
    pub(crate) fn generated(&self, property_type: &str) -> String {
        let mut generated = self.generated.iter();
        let found = generated.find(|(name, _)| name == property_type);
        found.map_or_else(|| names::type_name(property_type), |(_, name)| name.clone())
    }
}
