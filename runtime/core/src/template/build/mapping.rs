//! Mappings and their handles.

use crate::template::section::Section;
use crate::{IntoValue, Json, Map, Template, Value, Violations};

/// A mapping of a template, to be looked into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingHandle {
    name: Box<str>,
}

impl MappingHandle {
    /// The name of the mapping in its template.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// `Fn::FindInMap`: the value under two keys.
    #[must_use]
    pub fn find<T>(
        &self,
        top_level_key: impl IntoValue<String>,
        second_level_key: impl IntoValue<String>,
    ) -> Value<T> {
        Value::find_in_map(&*self.name, top_level_key, second_level_key)
    }
}

impl Template {
    /// Adds a mapping under a name: values under two keys each.
    ///
    /// # Errors
    ///
    /// If the name has other characters than letters and digits, or is taken by a mapping.
    ///
    /// ```
    /// use formwork::{Template, Value};
    ///
    /// let mut template = Template::new();
    /// let sizes = template.mapping("Sizes", [("dev", [("Count", 1)]), ("prod", [("Count", 3)])])?;
    /// let count: Value<i64> = sizes.find(Value::reference("Stage"), "Count");
    /// assert_eq!(
    ///     count.to_json().to_string(),
    ///     r#"{"Fn::FindInMap":["Sizes",{"Ref":"Stage"},"Count"]}"#,
    /// );
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    pub fn mapping<K, M, N, V>(
        &mut self,
        name: &str,
        entries: impl IntoIterator<Item = (K, M)>,
    ) -> Result<MappingHandle, Violations>
    where
        K: Into<String>,
        M: IntoIterator<Item = (N, V)>,
        N: Into<String>,
        V: Into<Json>,
    {
        self.claim(Section::Mappings, name)?;
        let entries = entries.into_iter().map(|(key, members)| {
            let members = members.into_iter();
            let members: Map<Json> = members
                .map(|(key, value)| (key.into(), value.into()))
                .collect();
            (key.into(), Json::Object(members))
        });
        let entries: Map<Json> = entries.collect();
        self.put_entry(Section::Mappings, name, Json::Object(entries));
        Ok(MappingHandle { name: name.into() })
    }
}
