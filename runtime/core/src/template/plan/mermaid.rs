//! The plan as a picture: what changes, and what drags what with it.

use core::fmt::Write;
use std::collections::HashMap;

use super::report::{Action, ResourcePlan, TemplatePlan};
use crate::facts::Outcome;

/// The classes of the picture, with colours that differ in lightness as well.
const CLASSES: &str = "    classDef bad fill:#f8d7da,stroke:#842029,color:#000\n    \
                       classDef maybe fill:#fff3cd,stroke:#664d03,color:#000\n    \
                       classDef good fill:#d1e7dd,stroke:#0f5132,color:#000\n    \
                       classDef gone fill:#e2e3e5,stroke:#41464b,color:#000\n";

impl TemplatePlan {
    /// The plan as a Mermaid flowchart: a box for each resource that something becomes of, and an arrow from each
    /// that drags another with it.
    ///
    /// ```
    /// use formwork::{Template, Types};
    ///
    /// let old: Template = r#"{ "Resources": {} }"#.parse()?;
    /// let new: Template = r#"{ "Resources": { "A": { "Type": "Custom::A" } } }"#.parse()?;
    /// let text = old.plan_update(&new, &Types::new()).to_mermaid();
    /// assert!(text.starts_with("flowchart LR\n    r0[\"A<br>Custom::A<br>added\"]:::good\n"));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        let mut text = "flowchart LR\n".to_owned();
        let mut numbers = HashMap::new();
        for (number, resource) in self.resources.iter().enumerate() {
            numbers.insert(resource.logical_id.as_str(), number);
            if let Some(from) = &resource.renamed_from {
                numbers.insert(from.as_str(), number);
            }
            let parts = [
                resource.shown_id(),
                resource.type_name.clone(),
                resource.word(),
            ];
            let parts = parts.map(|part| label(&part)).join("<br>");
            let class = class(resource);
            let _infallible = writeln!(text, "    r{number}[\"{parts}\"]:::{class}");
        }
        for (number, resource) in self.resources.iter().enumerate() {
            for other in &resource.dragged_by {
                if let Some(from) = numbers.get(other.as_str()) {
                    let _infallible = writeln!(text, "    r{from} --> r{number}");
                }
            }
        }
        text.push_str(CLASSES);
        text
    }
}

fn class(resource: &ResourcePlan) -> &'static str {
    match (resource.action, resource.outcome) {
        (_, Some(Outcome::Refused | Outcome::Replace)) => "bad",
        (Action::Change, _) if resource.may_be_removed() => "maybe",
        (Action::Remove, _) if resource.loses_data() => "bad",
        (Action::Remove, _) => "gone",
        (_, Some(Outcome::MayReplace)) => "maybe",
        _ => "good",
    }
}

/// A text in a label: letters that Mermaid or HTML would take for their own are written as numbers.
fn label(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in crate::text::visible::visible(text).chars() {
        if matches!(letter, '"' | '<' | '>' | '&' | '#' | '`' | ';') {
            let _infallible = write!(escaped, "#{};", u32::from(letter));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn no_name_ends_its_label() {
        assert_eq!(label("a -> b"), "a -#62; b");
        assert_eq!(label("\"]<script>"), "#34;]#60;script#62;");
    }
}
