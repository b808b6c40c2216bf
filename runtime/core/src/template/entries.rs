//! The entries of the sections that hold named things other than resources.

use super::Template;
use super::part::Member;
use super::section::Section;
use crate::json::Json;
use crate::text::location::Location;

/// A named thing of a template: a parameter, a rule, a mapping, a condition or an output.
#[derive(Clone, Copy, Debug)]
pub struct TemplateEntry<'t> {
    template: &'t Template,
    member: &'t Member,
}

impl<'t> TemplateEntry<'t> {
    /// The name under which it stands.
    #[must_use]
    pub fn name(&self) -> &'t str {
        &self.member.name
    }

    /// What stands there.
    #[must_use]
    pub fn value(&self) -> Json {
        self.template.json(&self.member.value)
    }

    /// Where its name stands, if the template was read from text.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.template.location(self.member.key)
    }
}

impl Template {
    /// The parameters, in their order.
    pub fn parameters(&self) -> impl Iterator<Item = TemplateEntry<'_>> {
        self.entries(Section::Parameters)
    }

    /// The rules, in their order.
    pub fn rules(&self) -> impl Iterator<Item = TemplateEntry<'_>> {
        self.entries(Section::Rules)
    }

    /// The mappings, in their order.
    pub fn mappings(&self) -> impl Iterator<Item = TemplateEntry<'_>> {
        self.entries(Section::Mappings)
    }

    /// The conditions, in their order.
    pub fn conditions(&self) -> impl Iterator<Item = TemplateEntry<'_>> {
        self.entries(Section::Conditions)
    }

    /// The outputs, in their order.
    ///
    /// ```
    /// use formwork::Template;
    ///
    /// let template: Template = r#"{ "Outputs": { "Url": { "Value": "x" } } }"#.parse()?;
    /// let output = template.outputs().next().unwrap();
    /// assert_eq!(output.name(), "Url");
    /// assert_eq!(output.value().get("Value").unwrap().as_str(), Some("x"));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    pub fn outputs(&self) -> impl Iterator<Item = TemplateEntry<'_>> {
        self.entries(Section::Outputs)
    }

    fn entries(&self, section: Section) -> impl Iterator<Item = TemplateEntry<'_>> {
        let members = self.entries_of(section);
        let members = members.into_iter().flat_map(|members| members.iter());
        members.map(|member| TemplateEntry {
            template: self,
            member,
        })
    }
}
