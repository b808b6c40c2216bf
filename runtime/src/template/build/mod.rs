//! Putting a template together in a program: sections are opened when something is put into them.

use super::Template;
use super::part::Part;
use super::section::Section;

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
        let text = Part::Made(text.into().into());
        self.root.set(Section::Description.name(), text);
        self
    }
}
