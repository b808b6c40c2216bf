//! The flagship is stated in both formats; both must give the same model.

use formwork_specs::model::{Additional, Property, ResourceType, Schema, Update};
use formwork_specs::{bundled, read, shape};

const SCHEMA: &str = "aws-apigatewayv2-integrationresponse.json";
const RESOURCE_SPECIFICATION: &[u8] =
    include_bytes!("../schemas/aws-apigatewayv2-integrationresponse.resource-specification.json");

fn only_resource(bytes: &[u8]) -> ResourceType {
    let mut spec = read(bytes).expect("it can be read");
    assert_eq!(spec.warnings, []);
    assert_eq!(spec.resources.len(), 1);
    spec.resources.remove(0)
}

fn flagship() -> ResourceType {
    only_resource(
        bundled::written_here(SCHEMA)
            .expect("it is bundled")
            .as_bytes(),
    )
}

fn property<'a>(resource: &'a ResourceType, name: &str) -> &'a Property {
    let mut properties = resource.body.properties.iter();
    properties
        .find(|property| property.name == name)
        .expect("the property exists")
}

/// Takes out what the Resource Specification has no word for, and nothing else.
fn erase(mut resource: ResourceType) -> ResourceType {
    resource.as_of = None;
    resource.description = None;
    resource.see_also.clear();
    resource.reference = None;
    resource.primary_identifier.clear();
    resource.handlers = None;
    resource.tagging = None;
    for property in &mut resource.body.properties {
        erase_schema(&mut property.schema);
    }
    for attribute in &mut resource.attributes {
        erase_schema(&mut attribute.schema);
    }
    resource
}

fn erase_schema(schema: &mut Schema) {
    schema.description = None;
    schema.limits.allowed.clear();
    schema.limits.value_meanings.clear();
    schema.limits.pattern = None;
    schema.limits.min_length = None;
    schema.limits.key_meaning = None;
    schema.limits.source = None;
    // A map's names are free there.
    if let [(_, values)] = schema.pattern_properties.as_mut_slice() {
        erase_schema(values);
        schema.additional = Additional::Schema(Box::new(std::mem::take(values)));
        schema.pattern_properties.clear();
    }
}

#[test]
fn both_formats_say_the_same() {
    assert_eq!(erase(flagship()), only_resource(RESOURCE_SPECIFICATION));
}

#[test]
fn the_page_is_stated_whole() {
    let resource = flagship();
    let facts: Vec<_> = resource
        .body
        .properties
        .iter()
        .map(|property| {
            let shape = shape::shape(&resource, &property.schema);
            let shape = format!("{shape:?}");
            let shape = shape.split('(').next().unwrap_or_default().to_owned();
            (
                property.name.as_str(),
                property.required,
                shape,
                property.update,
            )
        })
        .collect();
    let text = |name, required| (name, required, "Text".to_owned(), Update::Mutable);
    let map = |name| (name, false, "Map".to_owned(), Update::Mutable);
    assert_eq!(
        facts,
        [
            text("ApiId", true),
            text("ContentHandlingStrategy", false),
            text("IntegrationId", true),
            text("IntegrationResponseKey", true),
            map("ResponseParameters"),
            map("ResponseTemplates"),
            text("TemplateSelectionExpression", false),
        ]
    );
    assert_eq!(resource.attributes.len(), 1);
    assert_eq!(resource.attributes[0].name, "IntegrationResponseId");
    assert_eq!(resource.primary_identifier[0].0, ["IntegrationResponseId"]);
    assert!(resource.handlers.is_some_and(|handlers| handlers.update));
    assert!(
        resource
            .reference
            .is_some_and(|reference| reference.contains("`abcd123`"))
    );
    assert_eq!(resource.see_also.len(), 3);
    assert_eq!(resource.as_of.as_deref(), Some("2020-12"));
}

#[test]
fn rules_of_the_prose_name_their_source() {
    let resource = flagship();
    for name in [
        "ContentHandlingStrategy",
        "ResponseParameters",
        "ResponseTemplates",
    ] {
        let limits = &property(&resource, name).schema.limits;
        let anchor = format!(
            "#cfn-apigatewayv2-integrationresponse-{}",
            name.to_lowercase()
        );
        assert!(
            limits
                .source
                .as_ref()
                .is_some_and(|source| source.ends_with(&anchor)),
            "{name}"
        );
    }
    let strategy = &property(&resource, "ContentHandlingStrategy").schema.limits;
    let values: Vec<&str> = strategy
        .value_meanings
        .iter()
        .map(|(value, _)| value.as_str())
        .collect();
    assert_eq!(values, ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"]);
    let parameters = &property(&resource, "ResponseParameters").schema;
    let pattern = parameters.pattern_properties[0].1.limits.pattern.as_ref();
    assert!(pattern.is_some_and(|pattern| pattern.meaning.is_some()));
}

#[test]
fn every_property_links_to_its_place_on_the_page() {
    for property in flagship().body.properties {
        let url = property.documentation.unwrap_or_default();
        let anchor = format!("integrationresponse-{}", property.name.to_lowercase());
        assert!(
            url.starts_with("https://") && url.ends_with(&anchor),
            "{url}"
        );
    }
}
