//! The types of published files, and what each says of itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::schema::Schema;
use super::specification::{self, secure};
use super::{Facts, Node, schema, word};
use crate::published::Error;

/// The types of a file, or of a folder of files.
#[derive(Default)]
pub struct Source {
    files: Vec<Published>,
}

enum Published {
    Specification(Value),
    Schema(Box<Schema>),
}

/// One type of a file.
#[derive(Clone, Copy)]
pub(super) enum Type<'f> {
    Specified {
        file: &'f Value,
        name: &'f str,
        stated: &'f Value,
    },
    Schema(&'f Schema),
}

impl Source {
    /// Reads a Resource Specification, a registry schema, or a folder of them.
    ///
    /// # Errors
    ///
    /// If a file is neither.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let mut source = Self::default();
        if path.is_dir() {
            for entry in fs::read_dir(path)? {
                let path = entry?.path();
                if path
                    .extension()
                    .is_some_and(|extension| extension == "json")
                {
                    source.add(&fs::read_to_string(&path)?)?;
                }
            }
        } else {
            source.add(&fs::read_to_string(path)?)?;
        }
        Ok(source)
    }

    /// Adds the types of a file.
    ///
    /// # Errors
    ///
    /// If it is no JSON.
    pub fn add(&mut self, text: &str) -> Result<(), Error> {
        let root: Value = serde_json::from_str(text)?;
        self.files.push(if root.get("typeName").is_some() {
            Published::Schema(Box::new(Schema::new(root)))
        } else {
            Published::Specification(root)
        });
        Ok(())
    }

    /// How many types there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.types().len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn types(&self) -> BTreeMap<&str, Type<'_>> {
        let mut types = BTreeMap::new();
        for file in &self.files {
            match file {
                Published::Schema(schema) => {
                    let name = schema.root["typeName"].as_str().unwrap_or_default();
                    types.insert(name, Type::Schema(schema));
                }
                Published::Specification(file) => {
                    let stated = file["ResourceTypes"].as_object().into_iter().flatten();
                    types.extend(stated.map(|(name, stated)| {
                        (name.as_str(), Type::Specified { file, name, stated })
                    }));
                }
            }
        }
        types
    }
}

impl<'f> Type<'f> {
    pub(super) fn body(self) -> Node<'f> {
        match self {
            Self::Specified { file, name, stated } => {
                Node::Specified(specification::Node::of_type(file, name, stated))
            }
            Self::Schema(schema) => Node::Schema(schema.body()),
        }
    }

    /// What `Fn::GetAtt` returns, by name.
    pub(super) fn attributes(self) -> BTreeMap<String, Node<'f>> {
        match self {
            Self::Specified { file, name, stated } => {
                let attributes = stated["Attributes"].as_object().into_iter().flatten();
                let node = |stated| specification::Node::of_attribute(file, name, stated);
                let attributes = attributes.map(|(key, stated)| (key.clone(), node(stated)));
                attributes
                    .map(|(key, node)| (key, Node::Specified(node)))
                    .collect()
            }
            Self::Schema(schema) => {
                let pointers = schema.list("readOnlyProperties");
                let pointers = pointers.filter(|pointer| {
                    let path = pointer.trim_start_matches("/properties/");
                    let path: Vec<String> = path.split('/').map(str::to_owned).collect();
                    !pointer.contains('*') && !schema.has("createOnlyProperties", &path)
                });
                let attribute = |pointer: &String| {
                    let node: schema::Node<'f> = schema.body().output(pointer)?;
                    let name = pointer.trim_start_matches("/properties/").replace('/', ".");
                    Some((name, Node::Schema(node)))
                };
                pointers.filter_map(attribute).collect()
            }
        }
    }

    pub(super) fn facts(self) -> Facts {
        let mut facts = Facts::new();
        match self {
            Self::Specified { stated, .. } => {
                if let Some(page) = stated["Documentation"].as_str() {
                    word(&mut facts, "documentation", secure(page));
                }
            }
            Self::Schema(schema) => of_schema(&schema.root, &mut facts),
        }
        facts
    }
}

fn of_schema(root: &Value, facts: &mut Facts) {
    if let Some(page) = root["documentationUrl"].as_str() {
        word(facts, "documentation", secure(page));
    }
    let pointers = |value: &Value| -> Vec<String> {
        let pointers = value.as_array().into_iter().flatten();
        let pointers = pointers.filter_map(Value::as_str);
        pointers
            .map(|pointer| pointer.trim_start_matches("/properties").to_owned())
            .collect()
    };
    for pointer in pointers(&root["primaryIdentifier"]) {
        word(facts, "primaryIdentifier", pointer);
    }
    for others in root["additionalIdentifiers"]
        .as_array()
        .into_iter()
        .flatten()
    {
        word(facts, "additionalIdentifiers", pointers(others).join(" + "));
    }
    for handler in root["handlers"].as_object().into_iter().flatten() {
        word(facts, "handlers", handler.0.clone());
    }
    if root["replacementStrategy"] == "delete_then_create" {
        word(facts, "deleteThenCreate", "true");
    }
    for transform in root["propertyTransform"].as_object().into_iter().flatten() {
        let path = transform.0.trim_start_matches('/');
        let path = path.trim_start_matches("properties");
        let expression = transform.1.as_str().unwrap_or_default();
        word(facts, "propertyTransform", format!("{path}: {expression}"));
    }
    let tagging = &root["tagging"];
    let taggable = [&tagging["taggable"], &root["taggable"]]
        .into_iter()
        .find_map(Value::as_bool);
    if let Some(taggable) = taggable {
        word(facts, "taggable", taggable.to_string());
        for name in ["tagOnCreate", "tagUpdatable", "cloudFormationSystemTags"] {
            let holds = tagging[name].as_bool().unwrap_or(true);
            word(facts, name, holds.to_string());
        }
        let property = tagging["tagProperty"].as_str();
        let property = property.unwrap_or("/properties/Tags");
        let property = property
            .trim_start_matches('#')
            .trim_start_matches("/properties");
        if taggable {
            word(facts, "tagProperty", property);
        }
    }
}

/// Names that are in either of two maps.
pub(super) fn either<'m, V, W>(
    old: &'m BTreeMap<String, V>,
    new: &'m BTreeMap<String, W>,
) -> BTreeSet<&'m String> {
    old.keys().chain(new.keys()).collect()
}
