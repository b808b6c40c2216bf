//! Where the user guide describes a type, by its rules of naming pages and anchors.

use std::collections::HashSet;

use crate::model::ResourceType;
use crate::type_name::TypeName;

const GUIDE: &str = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/";
/// The guide of the types that a transform makes.
const DEVELOPER_GUIDE: &str =
    "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/";

/// The same address over a connection that can be trusted.
pub(crate) fn secure(url: &str) -> String {
    match url.strip_prefix("http://") {
        Some(rest) => format!("https://{rest}"),
        None => url.to_owned(),
    }
}

/// The part of the guide about one type; empty for types that it does not describe.
pub(crate) struct UserGuide {
    /// `s3-bucket`
    stem: Option<String>,
}

impl UserGuide {
    pub(crate) fn of(name: &TypeName) -> Self {
        let is_described =
            name.vendor() == "AWS" && !name.service().is_empty() && !name.is_module();
        let stem = || format!("{}-{}", name.service(), name.resource()).to_lowercase();
        Self {
            stem: is_described.then(stem),
        }
    }

    /// Writes the addresses that the file does not give. The guide has no page
    /// for definitions whose names were made up here.
    pub(crate) fn link(&self, resource: &mut ResourceType, made_up: &HashSet<String>) {
        let Some(stem) = &self.stem else { return };
        if resource.transform.is_some() {
            return link_transformed(resource);
        }
        let page = resource
            .documentation
            .get_or_insert_with(|| format!("{GUIDE}aws-resource-{stem}.html"))
            .clone();
        let page = page.split('#').next().unwrap_or_default();
        for property in &mut resource.body.properties {
            let anchor = property.name.to_lowercase();
            property
                .documentation
                .get_or_insert_with(|| format!("{page}#cfn-{stem}-{anchor}"));
        }
        for definition in &mut resource.definitions {
            if made_up.contains(&definition.name) {
                continue;
            }
            let name = definition.name.to_lowercase();
            let page = format!("{GUIDE}aws-properties-{stem}-{name}.html");
            for property in &mut definition.schema.properties {
                let anchor = property.name.to_lowercase();
                property
                    .documentation
                    .get_or_insert_with(|| format!("{page}#cfn-{stem}-{name}-{anchor}"));
            }
            if !definition.schema.properties.is_empty() {
                definition.documentation.get_or_insert(page);
            }
        }
    }
}

/// The pages of nested properties have names of their own there.
fn link_transformed(resource: &mut ResourceType) {
    let stem = resource.name.resource().to_lowercase();
    let page = resource
        .documentation
        .get_or_insert_with(|| format!("{DEVELOPER_GUIDE}sam-resource-{stem}.html"));
    for property in &mut resource.body.properties {
        let anchor = property.name.to_lowercase();
        property
            .documentation
            .get_or_insert_with(|| format!("{page}#sam-{stem}-{anchor}"));
    }
}
