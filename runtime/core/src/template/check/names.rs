//! What the template names.

use core::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::mappings::MappingInfo;
use crate::facts::ResourceSpec;
use crate::report::help::{Cure, Help};
use crate::template::Template;
use crate::template::part::{Member, Members, Part};
use crate::template::section::Section;
use crate::text::function::FOR_EACH;
use crate::text::suggest;
use crate::typed::view::View;
use crate::types::Types;

/// The pseudo parameters.
///
/// Source: the user guide's page "Pseudo parameters reference".
pub(super) const PSEUDO: [&str; 8] = [
    "AWS::AccountId",
    "AWS::NotificationARNs",
    "AWS::NoValue",
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
];

/// The names of a template.
pub(super) struct Names<'t> {
    /// What each name that `Ref` takes stands for.
    pub(super) known: HashMap<&'t str, Named<'t>>,
    pub(super) resources: Vec<ResourceInfo<'t>>,
    /// The conditions, each with its number.
    pub(super) conditions: HashMap<&'t str, (usize, &'t Member)>,
    pub(super) mappings: HashMap<&'t str, MappingInfo<'t>>,
    /// The names that loops make, as their texts with variables.
    pub(super) made: Vec<&'t str>,
    /// The resources that are modules.
    modules: Vec<&'t str>,
    all: OnceCell<Arc<[Box<str>]>>,
    all_resources: OnceCell<Arc<[Box<str>]>>,
    all_conditions: OnceCell<Arc<[Box<str>]>>,
}

/// What a name stands for.
#[derive(Clone, Copy)]
pub(super) enum Named<'t> {
    Parameter(&'t Member),
    /// The resource with that number.
    Resource(usize),
}

/// A resource of the template.
#[derive(Clone, Copy)]
pub(super) struct ResourceInfo<'t> {
    pub(super) member: &'t Member,
    /// Empty if there is none, or it is no text.
    pub(super) type_name: &'t str,
    /// The facts about its type, if that is known.
    pub(super) spec: Option<&'static ResourceSpec>,
    /// The condition under which it is created.
    pub(super) condition: Option<&'t str>,
}

impl<'t> Names<'t> {
    pub(super) fn of(template: &'t Template, types: &Types) -> Self {
        let mut names = Self {
            known: HashMap::new(),
            resources: Vec::new(),
            conditions: HashMap::new(),
            mappings: HashMap::new(),
            made: Vec::new(),
            modules: Vec::new(),
            all: OnceCell::new(),
            all_resources: OnceCell::new(),
            all_conditions: OnceCell::new(),
        };
        for member in entries(template, Section::Parameters) {
            names.known.insert(&member.name, Named::Parameter(member));
        }
        let mut specs = HashMap::new();
        for member in entries(template, Section::Resources) {
            if member.name.starts_with("Fn::") {
                continue;
            }
            let info = ResourceInfo::of(template, member, |name| {
                let spec = specs.entry(name);
                *spec.or_insert_with(|| types.get(name).map(|ty| ty.spec()))
            });
            // A parameter of the same name is reported elsewhere.
            let resource = Named::Resource(names.resources.len());
            names.known.entry(&member.name).or_insert(resource);
            if info.type_name.ends_with("::MODULE") {
                names.modules.push(&member.name);
            }
            names.resources.push(info);
        }
        let conditions = entries(template, Section::Conditions);
        let conditions = conditions.enumerate();
        names.conditions = conditions
            .map(|(number, member)| (&*member.name, (number, member)))
            .collect();
        let mappings = entries(template, Section::Mappings);
        names.mappings = mappings
            .map(|member| (&*member.name, MappingInfo::new(member)))
            .collect();
        for section in [Section::Resources, Section::Conditions] {
            for member in entries(template, section) {
                names.loops(&member.name, template.view(&member.value));
            }
        }
        names
    }

    /// The names that a loop makes of its body, which may be loops again.
    fn loops(&mut self, name: &'t str, arguments: View<'t>) {
        if !name.starts_with(FOR_EACH) {
            return;
        }
        let Some(body) = arguments.items().nth(2) else {
            return;
        };
        for (name, value) in body.members() {
            if name.starts_with(FOR_EACH) {
                self.loops(name, value);
            } else {
                self.made.push(name);
            }
        }
    }

    /// The resource of that name.
    pub(super) fn resource(&self, name: &str) -> Option<(usize, ResourceInfo<'t>)> {
        match self.known.get(name)? {
            Named::Resource(index) => Some((*index, *self.resources.get(*index)?)),
            Named::Parameter(_) => None,
        }
    }

    /// Whether a loop may make that name.
    pub(super) fn may_be_made(&self, name: &str) -> bool {
        self.made.iter().any(|pattern| fits(pattern, name))
    }

    /// Whether the name belongs to the inside of a module: `Module.Resource`, or both names in one.
    pub(super) fn is_in_module(&self, name: &str) -> bool {
        let outer = name.split_once('.').map(|(module, _)| module);
        let mut modules = self.modules.iter();
        modules.any(|module| match outer {
            Some(outer) => outer == *module,
            None => name.starts_with(module),
        })
    }

    /// The names near to one that `Ref` does not take.
    pub(super) fn near(&self, wrong: &str) -> Help {
        let all = self.all.get_or_init(|| {
            let mut names: Vec<Box<str>> = self.known.keys().map(|name| (*name).into()).collect();
            names.sort_unstable();
            names.into()
        });
        NearNames::help(wrong, all)
    }

    /// The resources whose names are near to one that no resource has.
    pub(super) fn near_resource(&self, wrong: &str) -> Help {
        let all = self.all_resources.get_or_init(|| {
            let names = self.resources.iter();
            names.map(|resource| resource.member.name.clone()).collect()
        });
        NearNames::help(wrong, all)
    }

    /// The conditions whose names are near to one that no condition has.
    pub(super) fn near_condition(&self, wrong: &str) -> Help {
        let all = self.all_conditions.get_or_init(|| {
            let mut names: Vec<Box<str>> =
                self.conditions.keys().map(|name| (*name).into()).collect();
            names.sort_unstable();
            names.into()
        });
        NearNames::help(wrong, all)
    }
}

/// Names of the template that are near to one that it does not have, looked for when somebody reads of it.
pub(super) struct NearNames {
    wrong: Box<str>,
    known: Arc<[Box<str>]>,
}

impl NearNames {
    /// Of names that are not kept.
    pub(super) fn among<'n>(wrong: &str, known: impl Iterator<Item = &'n str>) -> Help {
        let mut known: Vec<Box<str>> = known.map(Box::from).collect();
        known.sort_unstable();
        Self::help(wrong, &known.into())
    }

    fn help(wrong: &str, known: &Arc<[Box<str>]>) -> Help {
        Help::later(Self {
            wrong: suggest::start(wrong).into(),
            known: known.clone(),
        })
    }
}

impl Cure for NearNames {
    fn push(&self, text: &mut String) -> bool {
        let near = suggest::nearest(&self.wrong, self.known.iter().map(|name| &**name));
        if near.is_empty() {
            return false;
        }
        text.push_str("there is ");
        suggest::list(&mut near.into_iter(), text);
        true
    }
}

impl<'t> ResourceInfo<'t> {
    fn of(
        template: &'t Template,
        member: &'t Member,
        spec: impl FnOnce(&'t str) -> Option<&'static ResourceSpec>,
    ) -> Self {
        let attribute = |name| match &member.value {
            Part::Open(open) => {
                let value = &open.members.get(name)?.value;
                template.view(value).text()
            }
            Part::Read(_) | Part::Made(_) => None,
        };
        let type_name = attribute("Type").unwrap_or_default();
        Self {
            member,
            type_name,
            spec: spec(type_name),
            condition: attribute("Condition"),
        }
    }

    /// What stands in the resource, by name.
    pub(super) fn attributes(&self) -> Option<&'t Members> {
        match &self.member.value {
            Part::Open(open) => Some(&open.members),
            Part::Read(_) | Part::Made(_) => None,
        }
    }
}

/// The entries of a section.
pub(super) fn entries(template: &Template, section: Section) -> impl Iterator<Item = &Member> {
    let members = template.entries_of(section);
    members.into_iter().flat_map(Members::iter)
}

/// Whether a name may come from a text with variables, `Topic${Name}`.
fn fits(pattern: &str, name: &str) -> bool {
    let mut rest = name;
    let mut pattern = pattern;
    let mut is_first = true;
    loop {
        let start = pattern.find(['$', '&']);
        let (literal, after) = match start.and_then(|start| pattern.split_at_checked(start)) {
            Some((literal, after)) => (literal, Some(after)),
            None => (pattern, None),
        };
        let found = if is_first {
            rest.starts_with(literal).then_some(0)
        } else {
            rest.find(literal)
        };
        let Some(found) = found else { return false };
        is_first = false;
        let Some(after) = after else {
            return rest.ends_with(literal);
        };
        rest = rest.get(found + literal.len()..).unwrap_or_default();
        pattern = match after.split_once('}') {
            Some((_, behind)) => behind,
            None => return true,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_name_fits_the_text_it_is_made_of() {
        for (pattern, name, expected) in [
            ("Topic${Name}", "TopicA", true),
            ("Topic${Name}", "Queue", false),
            ("${Env}Topic&{Name}Key", "ProdTopicAKey", true),
            ("${Env}Topic&{Name}Key", "ProdTopicAKeys", false),
            ("${X}", "Anything", true),
            ("Plain", "Plain", true),
            ("Plain", "PlainX", false),
        ] {
            assert_eq!(fits(pattern, name), expected, "{pattern} {name}");
        }
    }
}
