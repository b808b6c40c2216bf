//! Parts without a handle.

use crate::template::part::Part;
use crate::template::section::Section;
use crate::{Json, Template};

impl Template {
    /// Says what the template is for.
    ///
    /// ```
    /// use formwork::Template;
    ///
    /// let mut template = Template::new();
    /// template.description("A chat over WebSockets");
    /// assert_eq!(template.to_json(), "{\n  \"Description\": \"A chat over WebSockets\"\n}\n");
    /// ```
    pub fn description(&mut self, text: impl Into<String>) -> &mut Self {
        self.put(Section::Description, text.into())
    }

    /// Names the version of the template format; `CloudFormation` knows `2010-09-09` alone, and takes a
    /// template without it for that.
    pub fn format_version(&mut self, version: impl Into<String>) -> &mut Self {
        self.put(Section::FormatVersion, version.into())
    }

    /// Adds a transform, such as `AWS::Serverless-2016-10-31` or `AWS::LanguageExtensions`, behind those that
    /// are there.
    ///
    /// ```
    /// use formwork::Template;
    ///
    /// let mut template = Template::new();
    /// template.transform("AWS::LanguageExtensions").transform("AWS::Serverless-2016-10-31");
    /// let transforms = template.get("/Transform").unwrap().to_string();
    /// assert_eq!(transforms, r#"["AWS::LanguageExtensions","AWS::Serverless-2016-10-31"]"#);
    /// ```
    pub fn transform(&mut self, name: impl Into<Json>) -> &mut Self {
        let new = name.into();
        let all = match self.get("/Transform").map(Json::into_array) {
            None => new,
            Some(Ok(mut all)) => {
                all.push(new);
                Json::Array(all)
            }
            Some(Err(one)) => Json::Array(vec![one, new]),
        };
        self.put(Section::Transform, all)
    }

    /// Sets free data of the template as a whole, under a name: `AWS::CloudFormation::Interface`, for one.
    pub fn metadata(&mut self, name: &str, value: impl Into<Json>) -> &mut Self {
        if let Some(members) = self.root.open(Section::Metadata.name()) {
            members.set(name, Part::Made(value.into()));
        }
        self
    }

    fn put(&mut self, section: Section, value: impl Into<Json>) -> &mut Self {
        self.root.set(section.name(), Part::Made(value.into()));
        self
    }

    /// Adds a part to a section whose name was claimed.
    pub(super) fn put_entry(&mut self, section: Section, name: &str, value: impl Into<Json>) {
        if let Some(members) = self.root.open(section.name()) {
            members.set(name, Part::Made(value.into()));
        }
    }
}
