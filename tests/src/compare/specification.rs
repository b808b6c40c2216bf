//! The Resource Specification, as it stands in the file.

use std::ptr;

use serde_json::Value;

use super::{Facts, Member, Node as AnyNode, Said, word};

/// A value that a Resource Specification describes.
#[derive(Clone, Copy)]
pub(super) struct Node<'f> {
    file: &'f Value,
    type_name: &'f str,
    expression: Expression<'f>,
}

#[derive(Clone, Copy)]
enum Expression<'f> {
    /// The object of a property, attribute or alias, with `Type` or `PrimitiveType`.
    Stated(&'f Value),
    /// What each element or member is, by a property's `ItemType` or `PrimitiveItemType`.
    Item(&'f Value),
    /// A record: an object with `Properties`.
    Record(&'f Value),
}

impl<'f> Node<'f> {
    pub(super) fn of_type(file: &'f Value, type_name: &'f str, stated: &'f Value) -> Self {
        Self {
            file,
            type_name,
            expression: Expression::Record(stated),
        }
    }

    pub(super) fn of_attribute(file: &'f Value, type_name: &'f str, stated: &'f Value) -> Self {
        Self {
            file,
            type_name,
            expression: Expression::Stated(stated),
        }
    }

    pub(super) fn address(self) -> usize {
        let (value, salt) = match self.expression {
            Expression::Stated(value) => (value, 0),
            Expression::Item(value) => (value, 1),
            Expression::Record(value) => (value, 2),
        };
        ptr::from_ref(value).addr() + salt
    }

    pub(super) fn said(self) -> Said<'f> {
        let mut said = Said::default();
        match self.expression {
            Expression::Record(record) => self.record(record, &mut said),
            Expression::Stated(stated) => {
                if stated["DuplicatesAllowed"] == false && stated["Type"] == "List" {
                    word(&mut said.facts, "uniqueItems", "true");
                }
                self.value("PrimitiveType", "Type", stated, &mut said);
            }
            Expression::Item(stated) => {
                self.value("PrimitiveItemType", "ItemType", stated, &mut said);
            }
        }
        said
    }

    fn value(self, primitive: &str, named: &str, stated: &'f Value, said: &mut Said<'f>) {
        if let Some(primitive) = stated[primitive].as_str() {
            kind(primitive, &mut said.facts);
            return;
        }
        match stated[named].as_str().unwrap_or_default() {
            list @ ("List" | "Map") => {
                word(&mut said.facts, "kind", list.to_lowercase());
                let item = Self {
                    expression: Expression::Item(stated),
                    ..self
                };
                said.element = Some(AnyNode::Specified(item));
            }
            name => self.named(name, said),
        }
    }

    fn named(self, name: &str, said: &mut Said<'f>) {
        let types = &self.file["PropertyTypes"];
        let own = format!("{}.{name}", self.type_name);
        let Some(found) = types.get(&own).or_else(|| types.get(name)) else {
            // The word for free JSON is no name, unless there is a record of that name.
            kind(name, &mut said.facts);
            return;
        };
        if let Some(page) = found["Documentation"].as_str() {
            word(&mut said.facts, "typeDocumentation", secure(page));
        }
        if found.get("Properties").is_some() {
            self.record(found, said);
        } else {
            self.value("PrimitiveType", "Type", found, said);
        }
    }

    fn record(self, record: &'f Value, said: &mut Said<'f>) {
        word(&mut said.facts, "kind", "object");
        if record["AdditionalProperties"] == true {
            word(&mut said.facts, "additionalProperties", "true");
        }
        for (name, stated) in record["Properties"].as_object().into_iter().flatten() {
            let mut facts = Facts::new();
            if stated["Required"] == true {
                word(&mut facts, "required", "true");
            }
            let update = match stated["UpdateType"].as_str() {
                Some("Immutable") => "replacement",
                Some("Conditional") => "may be replaced",
                _ => "no interruption",
            };
            word(&mut facts, "update", update);
            if let Some(page) = stated["Documentation"].as_str() {
                word(&mut facts, "documentation", secure(page));
            }
            let node = Self {
                expression: Expression::Stated(stated),
                ..self
            };
            let nodes = vec![AnyNode::Specified(node)];
            said.members.insert(name.clone(), Member { facts, nodes });
        }
    }
}

/// What a primitive type says.
fn kind(primitive: &str, facts: &mut Facts) {
    let name = match primitive {
        "String" => "string",
        "Integer" | "Long" => "integer",
        "Double" => "number",
        "Boolean" => "boolean",
        "Timestamp" => "timestamp",
        _ => "any object",
    };
    word(facts, "kind", name);
    match primitive {
        "Long" => word(facts, "format", "int64"),
        "Double" => word(facts, "format", "double"),
        _ => {}
    }
}

/// Pages are linked by their secure address.
pub(super) fn secure(page: &str) -> String {
    match page.strip_prefix("http://") {
        Some(rest) => format!("https://{rest}"),
        None => page.to_owned(),
    }
}
