//! A template as a value, as JSON and as YAML.

use super::Template;
use super::section::Section;
use crate::json::Json;
use crate::json::map::Map;

impl Template {
    /// The template as a value: sections in the order in which the user guide lists them, and whatever else
    /// there is behind them.
    #[must_use]
    pub fn to_json_value(&self) -> Json {
        let mut object = Map::new();
        for section in Section::ALL {
            if let Some(member) = self.root.get(section.name()) {
                object.push_unchecked(section.name().to_owned(), self.json(&member.value));
            }
        }
        for member in self.root.iter() {
            if Section::named(&member.name).is_none() {
                object.push_unchecked(member.name.to_string(), self.json(&member.value));
            }
        }
        Json::Object(object)
    }

    /// The template as JSON over several lines, with a line break at the end; sections in documented order.
    ///
    /// ```
    /// use formwork::Template;
    ///
    /// let template: Template = r#"{ "Resources": {}, "Description": "Nothing" }"#.parse()?;
    /// assert_eq!(template.to_json(), "{\n  \"Description\": \"Nothing\",\n  \"Resources\": {}\n}\n");
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{:#}\n", self.to_json_value())
    }

    /// The template as YAML, functions in their short form where there is one; sections in documented order.
    #[cfg(feature = "yaml")]
    #[must_use]
    pub fn to_yaml(&self) -> String {
        crate::yaml::to_yaml(&self.to_json_value())
    }
}
