//! From text to a template.

use core::str::FromStr;
use std::sync::Arc;

use super::Template;
use super::part::Members;
use super::section;
use super::source::{Source, TextFormat};
use crate::document::{Content, Document, SyntaxError};
use crate::report::rule::Rule;
use crate::typed::read;
use crate::{Violation, Violations};

impl Template {
    /// Reads a template from JSON. Everything is kept, also what only a macro or a newer CloudFormation
    /// understands; whether it is right is asked with `check`.
    ///
    /// # Errors
    ///
    /// If the text is not JSON, a name stands twice in one object, or the whole is not an object: every such
    /// problem, with its line and column.
    pub fn from_json(text: &str) -> Result<Self, Violations> {
        let document = Document::from_json(text).map_err(|error| read::syntax(error, text))?;
        Self::from_document(document, text, TextFormat::Json)
    }

    /// Reads a template from YAML, short forms such as `!Ref` included; see [`from_json`](Self::from_json).
    ///
    /// ```
    /// # #[cfg(feature = "yaml")] {
    /// use formwork::Template;
    ///
    /// let template = Template::from_yaml("Outputs:\n  Name:\n    Value: !GetAtt Queue.QueueName\n")?;
    /// let json = r#"{"Outputs":{"Name":{"Value":{"Fn::GetAtt":["Queue","QueueName"]}}}}"#;
    /// assert_eq!(template.to_json_value().to_string(), json);
    /// # }
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`from_json`](Self::from_json).
    #[cfg(feature = "yaml")]
    pub fn from_yaml(text: &str) -> Result<Self, Violations> {
        let document = Document::from_yaml(text).map_err(|error| read::syntax(error, text))?;
        Self::from_document(document, text, TextFormat::Yaml)
    }

    /// Reads a template from JSON or, if the text is not JSON and the feature `yaml` is on, from YAML: as
    /// CloudFormation does, which tries the two in this order.
    ///
    /// # Errors
    ///
    /// As [`from_json`](Self::from_json). Of a text that is neither, the report is about JSON if it starts with
    /// a brace, else about YAML.
    pub fn from_text(text: &str) -> Result<Self, Violations> {
        match Document::from_json(text) {
            Ok(document) => Self::from_document(document, text, TextFormat::Json),
            Err(error) => Self::from_other_text(text, error),
        }
    }

    #[cfg(feature = "yaml")]
    fn from_other_text(text: &str, no_json: SyntaxError) -> Result<Self, Violations> {
        match Document::from_yaml(text) {
            Ok(document) => Self::from_document(document, text, TextFormat::Yaml),
            Err(_) if is_meant_as_json(text) => Err(read::syntax(no_json, text)),
            Err(error) => Err(read::syntax(error, text)),
        }
    }

    #[cfg(not(feature = "yaml"))]
    fn from_other_text(text: &str, no_json: SyntaxError) -> Result<Self, Violations> {
        if is_meant_as_json(text) {
            return Err(read::syntax(no_json, text));
        }
        let help = Some("YAML is read with the feature `yaml` of formwork".to_owned());
        Err(read::syntax(SyntaxError { help, ..no_json }, text))
    }

    fn from_document(
        document: Document<'_>,
        text: &str,
        format: TextFormat,
    ) -> Result<Self, Violations> {
        let root = document.root();
        if document.has_problems() {
            return Err(read::problems(&document));
        }
        if !matches!(root.content(), Content::Object(_)) {
            let message = crate::typed::describe::node(root) + " is not a template";
            let mut violation = Violation::new(Rule::Syntax, String::new(), message)
                .with_help("a template is an object with a section `Resources`".into());
            violation.place = read::place_of(root);
            return Err(Violations::one(violation, text));
        }
        let text: Arc<str> = text.into();
        let source = Source {
            text: text.clone(),
            format,
            document: document.detach(text),
        };
        Ok(Self {
            root: Members::read(source.document.root(), section::levels),
            source: Some(Arc::new(source)),
            file: None,
            ..Self::default()
        })
    }
}

/// Whether whoever wrote the text had JSON in mind.
fn is_meant_as_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    text.starts_with(['{', '['])
}

/// As [`Template::from_text`].
impl FromStr for Template {
    type Err = Violations;

    fn from_str(text: &str) -> Result<Self, Violations> {
        Self::from_text(text)
    }
}
