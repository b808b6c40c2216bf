//! Adding, replacing and removing resources.

use super::handle::{Handle, Untyped};
use super::into_resource::IntoResource;
use crate::template::attributes::{ResourceEntry, ResourceName};
use crate::template::part::Part;
use crate::template::section::Section;
use crate::text::pointer;
use crate::typed::view::{self, View};
use crate::{Json, Map, Resource, Rule, Template, Violation, Violations};

impl Template {
    /// Adds a resource under a name.
    ///
    /// # Errors
    ///
    /// If the name has other characters than letters and digits, or is taken by a resource or a parameter.
    ///
    /// ```
    /// use formwork::{Template, apigatewayv2::IntegrationResponse};
    ///
    /// let response = IntegrationResponse::builder()
    ///     .api_id("a").integration_id("i").integration_response_key("/404/");
    /// let mut template = Template::new();
    /// template.add("NotFound", response)?;
    /// assert_eq!(
    ///     template.get("/Resources/NotFound/Type").unwrap().as_str(),
    ///     Some("AWS::ApiGatewayV2::IntegrationResponse"),
    /// );
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    pub fn add<R: IntoResource<Resource: Resource>>(
        &mut self,
        logical_id: &str,
        resource: R,
    ) -> Result<Handle<R::Resource>, Violations> {
        self.claim(Section::Resources, logical_id)?;
        let resource = resource.into_resource();
        let properties = view::to_json(View::Record(&resource));
        self.put_resource(logical_id, R::Resource::TYPE_NAME, properties);
        Ok(Handle::new(logical_id, self.origin))
    }

    /// Adds a resource whose type has no specification here: `Custom::Thing`, or a private one.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    ///
    /// ```
    /// use formwork::{Json, Template, Value};
    ///
    /// let mut template = Template::new();
    /// let properties: Json = r#"{ "ServiceToken": "arn:aws:sns:us-east-1:123456789012:t" }"#.parse()?;
    /// let thing = template.untyped("Thing", "Custom::Thing", properties)?;
    /// let answer: Value<i64> = thing.get_att("Answer");
    /// assert_eq!(answer.to_json().to_string(), r#"{"Fn::GetAtt":["Thing","Answer"]}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn untyped(
        &mut self,
        logical_id: &str,
        type_name: &str,
        properties: impl Into<Json>,
    ) -> Result<Handle<Untyped>, Violations> {
        self.claim(Section::Resources, logical_id)?;
        self.put_resource(logical_id, type_name, properties.into());
        Ok(Handle::new(logical_id, self.origin))
    }

    /// Puts a resource in the place of the one with that name. What stands beside its properties stays:
    /// `DependsOn`, `DeletionPolicy` and the others.
    ///
    /// # Errors
    ///
    /// If no resource has that name.
    #[allow(clippy::needless_pass_by_value, reason = "a handle or its reference")]
    pub fn replace<R: IntoResource<Resource: Resource>>(
        &mut self,
        resource: impl ResourceName,
        by: R,
    ) -> Result<Handle<R::Resource>, Violations> {
        let logical_id = resource.logical_id();
        self.expect(logical_id)?;
        let properties = view::to_json(View::Record(&by.into_resource()));
        self.put_resource(logical_id, R::Resource::TYPE_NAME, properties);
        Ok(Handle::new(logical_id, self.origin))
    }

    /// Takes a resource out of the template; whether there was one. References to it dangle then, which
    /// the check reports.
    #[allow(clippy::needless_pass_by_value, reason = "a handle or its reference")]
    pub fn remove(&mut self, resource: impl ResourceName) -> bool {
        let resources = self.root.open(Section::Resources.name());
        resources.is_some_and(|members| members.remove(resource.logical_id()))
    }

    /// A resource that was added or read, by its name, if it has that type.
    #[must_use]
    pub fn handle<R: Resource>(&self, logical_id: &str) -> Option<Handle<R>> {
        let mut resources = self.resources();
        let found = resources.find(|resource| resource.logical_id() == logical_id)?;
        (found.type_name() == R::TYPE_NAME).then(|| Handle::new(logical_id, self.origin))
    }

    fn put_resource(&mut self, logical_id: &str, type_name: &str, properties: Json) {
        let resources = self.root.open(Section::Resources.name());
        let Some(attributes) = resources.and_then(|resources| resources.open(logical_id)) else {
            return;
        };
        attributes.set("Type", Part::Made(type_name.into()));
        let is_empty = properties.as_object().is_some_and(Map::is_empty);
        if !is_empty || attributes.get("Properties").is_some() {
            attributes.set("Properties", Part::Made(properties));
        }
    }

    fn expect(&self, logical_id: &str) -> Result<(), Violations> {
        let resources = self.entries_of(Section::Resources);
        if resources.is_some_and(|members| members.get(logical_id).is_some()) {
            return Ok(());
        }
        let path = format!("/Resources/{}", pointer::escape(logical_id));
        let name = crate::text::visible::visible(logical_id);
        let message = format!("no resource of the template is named `{name}`");
        let violation = Violation::new(Rule::Required, path, message);
        Err(Violations::new(vec![violation], 0, None))
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the template is changed; what comes back is for the next call"
)]
impl ResourceEntry<'_> {
    /// Sets a property, or a part of one, that the type of the resource does not have: `/NewThing/Size`, a JSON
    /// pointer into the properties. Objects on the way are made; `-` behind a list adds to it, and makes one where
    /// nothing stands. A pointer that leads through a text or past a list changes nothing, which the check of the
    /// template reports.
    ///
    /// ```
    /// use formwork::Template;
    ///
    /// let mut template: Template = r#"{ "Resources": { "Queue": { "Type": "AWS::SQS::Queue" } } }"#.parse()?;
    /// template.entry("Queue").override_property("/New/Size", 3);
    /// assert_eq!(template.get("/Resources/Queue/Properties/New/Size").unwrap().as_i64(), Some(3));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    pub fn override_property(self, pointer: &str, value: impl Into<Json>) -> Self {
        let mut properties = self
            .value("Properties")
            .unwrap_or_else(|| Json::Object(Map::new()));
        if put(&mut properties, pointer, value.into()).is_none() {
            let pointer = crate::text::visible::visible(pointer);
            let message = format!("the pointer `{pointer}` leads nowhere in these properties");
            return self.misuse("/Properties", message);
        }
        self.attribute("Properties", properties)
    }
}

/// Puts a value where a pointer leads to; nothing is changed, and nothing given, if it leads nowhere.
fn put(root: &mut Json, pointer: &str, value: Json) -> Option<()> {
    let mut place = root;
    let mut segments = pointer.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        let is_added_to = segments.peek() == Some(&"-");
        let made = || {
            if is_added_to {
                Json::Array(Vec::new())
            } else {
                Json::Object(Map::new())
            }
        };
        place = match place {
            Json::Array(items) => {
                let index = if segment == "-" {
                    items.len()
                } else {
                    pointer::index(segment)?
                };
                if index == items.len() {
                    items.push(made());
                }
                items.get_mut(index)?
            }
            Json::Object(members) => {
                let name = pointer::unescape(segment);
                if members.get(&name).is_none() {
                    members.insert(&*name, made());
                }
                members.get_mut(&name)?
            }
            _ => return None,
        };
    }
    *place = value;
    Some(())
}
