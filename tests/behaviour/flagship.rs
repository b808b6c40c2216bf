//! Every fact of the flagship's page.

use formwork::apigatewayv2::{IntegrationResponse, integration_response};
use formwork::{Json, Resource, Rule, TypeSpec, UpdateBehavior};

fn page(example: &Json) -> IntegrationResponse {
    let properties = example.pointer("/IntegrationResponse/Properties").unwrap();
    IntegrationResponse::from_value(&properties.clone().into()).unwrap()
}

/// The rules broken when one property is added to a good document.
fn broken(name: &str, value: &str) -> Vec<(String, Rule)> {
    let text = format!(
        r#"{{"ApiId":"a","IntegrationId":"i","IntegrationResponseKey":"/400/","{name}":{value}}}"#
    );
    match IntegrationResponse::from_json(&text) {
        Ok(_) => Vec::new(),
        Err(violations) => violations
            .iter()
            .map(|v| (v.path().to_owned(), v.rule()))
            .collect(),
    }
}

#[test]
fn seven_properties_all_updated_in_place() {
    let spec = <IntegrationResponse as Resource>::spec();
    assert_eq!(
        IntegrationResponse::TYPE_NAME,
        "AWS::ApiGatewayV2::IntegrationResponse"
    );
    assert_eq!(spec.type_name, IntegrationResponse::TYPE_NAME);
    let facts: Vec<_> = spec
        .properties
        .iter()
        .map(|p| (p.name, p.required, p.update))
        .collect();
    let mutable = UpdateBehavior::Mutable;
    assert_eq!(
        facts,
        [
            ("ApiId", true, mutable),
            ("ContentHandlingStrategy", false, mutable),
            ("IntegrationId", true, mutable),
            ("IntegrationResponseKey", true, mutable),
            ("ResponseParameters", false, mutable),
            ("ResponseTemplates", false, mutable),
            ("TemplateSelectionExpression", false, mutable),
        ]
    );
    assert!(matches!(spec.properties[0].ty, TypeSpec::String));
    assert!(matches!(
        spec.properties[4].ty,
        TypeSpec::Map(TypeSpec::String)
    ));
    assert!(matches!(
        spec.properties[5].ty,
        TypeSpec::Map(TypeSpec::String)
    ));
    assert!(spec.updatable);
    assert_eq!(spec.primary_identifier, ["IntegrationResponseId"]);
    assert_eq!(
        integration_response::INTEGRATION_RESPONSE_ID.name(),
        "IntegrationResponseId"
    );
}

#[test]
fn every_property_links_to_its_place_on_the_page() {
    let spec = <IntegrationResponse as Resource>::spec();
    let page = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/\
        aws-resource-apigatewayv2-integrationresponse.html";
    assert_eq!(spec.documentation, page);
    for property in spec.properties {
        let anchor = format!(
            "#cfn-apigatewayv2-integrationresponse-{}",
            property.name.to_lowercase()
        );
        assert_eq!(property.documentation, format!("{page}{anchor}"));
    }
}

#[test]
fn the_examples_of_the_page_are_the_same_document_in_both_notations() {
    let json: Json = include_str!("../corpus/flagship/page.json")
        .parse()
        .unwrap();
    let yaml = Json::from_yaml(include_str!("../corpus/flagship/page.yaml")).unwrap();
    assert_eq!(json, yaml);
    let response = page(&json);
    let properties = json.pointer("/IntegrationResponse/Properties").unwrap();
    assert_eq!(&response.to_json().parse::<Json>().unwrap(), properties);
    assert_eq!(&Json::from_yaml(&response.to_yaml()).unwrap(), properties);
}

#[test]
fn two_values_of_the_content_handling_strategy() {
    let values = integration_response::ContentHandlingStrategy::VALUES;
    assert_eq!(values, ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"]);
    let name = "ContentHandlingStrategy";
    assert_eq!(broken(name, r#""CONVERT_TO_TEXT""#), []);
    assert_eq!(
        broken(name, r#""CONVERT_TO_TXT""#),
        [(format!("/{name}"), Rule::Enum)]
    );
}

#[test]
fn keys_and_values_of_the_response_parameters() {
    let rules = |text: &str| broken("ResponseParameters", text);
    for good in [
        r#"{"method.response.header.X-Id":"integration.response.header.X-Id"}"#,
        r#"{"method.response.header.X":"integration.response.body.user.name"}"#,
        r#"{"method.response.header.X":"'a static value'"}"#,
        r#"{"method.response.header.X":{"Ref":"Mapping"}}"#,
    ] {
        assert_eq!(rules(good), [], "{good}");
    }
    let key = "/ResponseParameters/header.X".to_owned();
    assert_eq!(rules(r#"{"header.X":"'a'"}"#), [(key, Rule::Pattern)]);
    let value = "/ResponseParameters/method.response.header.X".to_owned();
    for bad in [
        "integration.response.header.",
        "integration.response.body.$.a",
        "plain",
        "",
    ] {
        let text = format!(r#"{{"method.response.header.X":"{bad}"}}"#);
        assert_eq!(rules(&text), [(value.clone(), Rule::Pattern)], "{bad}");
    }
    let empty_name = r#"{"method.response.header.":"'a'"}"#;
    assert_eq!(rules(empty_name)[0].1, Rule::Pattern);
}

#[test]
fn response_templates_are_texts_by_content_type() {
    assert_eq!(
        broken("ResponseTemplates", r#"{"application/json":"$input.body"}"#),
        []
    );
    let path = "/ResponseTemplates/application~1json".to_owned();
    let problems = broken("ResponseTemplates", r#"{"application/json":{}}"#);
    assert_eq!(problems, [(path, Rule::Type)]);
}

#[test]
fn what_identifies_something_is_not_empty() {
    let text = r#"{"ApiId":"","IntegrationId":"","IntegrationResponseKey":""}"#;
    let violations = IntegrationResponse::from_json(text).unwrap_err();
    let rules: Vec<_> = violations.iter().map(|v| (v.path(), v.rule())).collect();
    assert_eq!(
        rules,
        [
            ("/ApiId", Rule::Length),
            ("/IntegrationId", Rule::Length),
            ("/IntegrationResponseKey", Rule::Length)
        ]
    );
}
