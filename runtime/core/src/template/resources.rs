//! The resources of a template: as they stand, and as typed values.

use super::Template;
use super::part::{Member, Members, Part};
use super::section::Section;
use crate::document::Document;
use crate::facts::ResourceSpec;
use crate::json::Json;
use crate::report::rule::Rule;
use crate::text::location::Location;
use crate::text::pointer;
use crate::text::visible::visible;
use crate::typed::read::{self, Start};
use crate::typed::record::Record;
use crate::typed::view::View;
use crate::{Map, Resource, Violation, Violations};

/// A resource of a template, with its attributes.
#[derive(Clone, Copy, Debug)]
pub struct TemplateResource<'t> {
    template: &'t Template,
    member: &'t Member,
}

impl<'t> TemplateResource<'t> {
    /// The name of the resource in its template.
    #[must_use]
    pub fn logical_id(&self) -> &'t str {
        &self.member.name
    }

    /// `AWS::SQS::Queue`; empty if the template names no type.
    #[must_use]
    pub fn type_name(&self) -> &'t str {
        let view = self.attribute_view("Type");
        view.and_then(View::text).unwrap_or_default()
    }

    /// The property object; empty if the template sets no property.
    #[must_use]
    pub fn properties(&self) -> Json {
        let properties = self.attribute("Properties");
        properties.unwrap_or_else(|| Json::Object(Map::new()))
    }

    /// What stands beside `Type` and `Properties`, by name: `DependsOn`, `Condition`, `Metadata`,
    /// `DeletionPolicy`, `UpdateReplacePolicy`, `CreationPolicy`, `UpdatePolicy`.
    ///
    /// ```
    /// use formwork::Template;
    ///
    /// let template: Template = r#"{
    ///     "Resources": { "Queue": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain" } }
    /// }"#.parse()?;
    /// let queue = template.resources().next().unwrap();
    /// assert_eq!(queue.attribute("DeletionPolicy").unwrap().as_str(), Some("Retain"));
    /// assert_eq!(queue.attribute("Condition"), None);
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<Json> {
        let member = self.attributes()?.get(name)?;
        Some(self.template.json(&member.value))
    }

    /// The logical ids in `DependsOn`, whether one or a list stands there.
    #[must_use]
    pub fn depends_on(&self) -> Vec<&'t str> {
        let Some(view) = self.attribute_view("DependsOn") else {
            return Vec::new();
        };
        match view.text() {
            Some(one) => vec![one],
            None => view.items().filter_map(View::text).collect(),
        }
    }

    /// The name of the condition under which the resource is created.
    #[must_use]
    pub fn condition(&self) -> Option<&'t str> {
        self.attribute_view("Condition")?.text()
    }

    /// Where the logical id stands, if the template was read from text.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.template.location(self.member.key)
    }

    fn attributes(&self) -> Option<&'t Members> {
        match &self.member.value {
            Part::Open(open) => Some(&open.members),
            Part::Read(_) | Part::Made(_) => None,
        }
    }

    fn attribute_view(&self, name: &str) -> Option<View<'t>> {
        let member = self.attributes()?.get(name)?;
        Some(self.template.view(&member.value))
    }

    /// The property object as it stands in the template.
    pub(super) fn property_view(&self) -> Option<View<'t>> {
        self.attribute_view("Properties")
    }

    /// Reads the property object.
    fn read(&self, record: &mut dyn Record, spec: &'static ResourceSpec) -> Result<(), Violations> {
        let path = format!("/Resources/{}", pointer::escape(self.logical_id()));
        if self.type_name() != spec.type_name {
            return Err(self.other_type(path + "/Type", spec));
        }
        let path = path + "/Properties";
        let properties = self.property_view();
        if let Some(View::Node(node)) = properties {
            let start = Start { node, path: &path };
            let read = read::from_node(record, start, spec, false);
            return read.map_err(|found| self.template.named(found));
        }
        let text = self.properties().to_string();
        let document = Document::from_json(&text).map_err(|error| read::syntax(error, &text))?;
        let start = Start {
            node: document.root(),
            path: &path,
        };
        // What is missing where nothing stands under `Properties` is missing in the resource.
        let node = self.member.value.node().filter(|_| properties.is_none());
        let read = read::from_node(record, start, spec, false);
        read.map_err(|found| self.template.placed(found, node))
    }

    /// The resource is of another type than that which the caller reads.
    fn other_type(&self, path: String, spec: &ResourceSpec) -> Violations {
        let (id, met) = (visible(self.logical_id()), visible(self.type_name()));
        let message = format!("`{id}` is of the type `{met}`, not `{}`", spec.type_name);
        let violation = Violation::new(Rule::Type, path, message);
        let ty = self.attributes().and_then(|members| members.get("Type"));
        let node = ty.map_or(self.member.key, |member| member.value.node());
        let found = Violations::new(vec![violation], 0, None);
        self.template.placed(found, node)
    }
}

impl Template {
    /// The resources, in their order. What a macro or `Fn::ForEach` puts in their place is not among them.
    pub fn resources(&self) -> impl Iterator<Item = TemplateResource<'_>> {
        let members = self.entries_of(Section::Resources);
        let members = members.into_iter().flat_map(|members| members.iter());
        let members = members.filter(|member| !member.name.starts_with("Fn::"));
        members.map(|member| TemplateResource {
            template: self,
            member,
        })
    }

    /// The resource with that logical id, as a typed value.
    ///
    /// ```
    /// use formwork::Template;
    /// use formwork::apigatewayv2::IntegrationResponse;
    ///
    /// let text = r#"{ "Resources": { "NotFound": {
    ///     "Type": "AWS::ApiGatewayV2::IntegrationResponse",
    ///     "Properties": { "ApiId": { "Ref": "Api" }, "IntegrationId": "i", "IntegrationResponseKey": [400] }
    /// } } }"#;
    /// let template: Template = text.parse()?;
    /// let found = template.resource::<IntegrationResponse>("NotFound").unwrap_err();
    /// let violation = found.iter().next().unwrap();
    /// assert_eq!(violation.path(), "/Resources/NotFound/Properties/IntegrationResponseKey");
    /// assert_eq!(violation.location().unwrap().to_string(), "3:96");
    /// assert_eq!(template.resource::<IntegrationResponse>("Found")?, None);
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the resource is of another type, or its property object is not right: every problem, with its path,
    /// line and column in the template.
    pub fn resource<R: Resource>(&self, logical_id: &str) -> Result<Option<R>, Violations> {
        let members = self.entries_of(Section::Resources);
        let Some(member) = members.and_then(|members| members.get(logical_id)) else {
            return Ok(None);
        };
        let resource = TemplateResource {
            template: self,
            member,
        };
        resource.typed().map(Some)
    }

    /// All resources of one type: the logical id of each, and its typed value.
    pub fn resources_of<R: Resource>(&self) -> impl Iterator<Item = (&str, Result<R, Violations>)> {
        let resources = self.resources();
        let resources = resources.filter(|resource| resource.type_name() == R::TYPE_NAME);
        resources.map(|resource| (resource.logical_id(), resource.typed()))
    }
}

impl TemplateResource<'_> {
    /// The property object as a typed value.
    ///
    /// # Errors
    ///
    /// If the resource is of another type, or its property object is not right: every problem, with its path,
    /// line and column in the template.
    pub fn typed<R: Resource>(&self) -> Result<R, Violations> {
        let mut record = R::empty();
        self.read(&mut record, R::spec())?;
        Ok(record)
    }
}
