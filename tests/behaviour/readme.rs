//! What the README says its first example prints.

use formwork::apigatewayv2::IntegrationResponse;
use formwork::{Resource, Value};

/// The first block of the README that is fenced as such.
fn block(fence: &str) -> &'static str {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once(&format!("```{fence}\n")).unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_first_example_prints_what_stands_below_it() {
    let response = IntegrationResponse::builder()
        .api_id(Value::reference("MyApi"))
        .integration_id(Value::reference("MyIntegration"))
        .integration_response_key("/400/")
        .build();
    let (_, broken) = block("rust").split_once("r#\"").unwrap();
    let (broken, _) = broken.split_once("\"#").unwrap();
    let violations = IntegrationResponse::from_json(broken).unwrap_err();
    let printed = format!("{}\n{violations}\n", response.to_json());
    assert_eq!(block("text"), printed);
}
