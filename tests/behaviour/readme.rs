//! What the README says its examples print.

use formwork::apigatewayv2::IntegrationResponse;
use formwork::{Resource, Value};

const README: &str = include_str!("../../README.md");

/// What the registry publishes of the type.
mod published {
    formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
}

/// The first block of the README that is fenced as such.
fn block(fence: &str) -> &'static str {
    first_block(README, fence)
}

fn first_block<'t>(text: &'t str, fence: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("```{fence}\n")).unwrap();
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

#[test]
fn a_specification_that_changes_prints_what_stands_below_it() {
    let (_, section) = README
        .split_once("## When a specification changes")
        .unwrap();
    let mut texts = first_block(section, "rust").split("r#\"").skip(1);
    let mut next = || texts.next().unwrap().split_once("\"#").unwrap().0;
    let (old, new) = (next(), next());
    let then = plan::<IntegrationResponse>(old, new);
    let now = plan::<published::IntegrationResponse>(old, new);
    assert_eq!(first_block(section, "text"), format!("{then}\n\n{now}\n"));
}

fn plan<R: Resource>(old: &str, new: &str) -> String {
    let [old, new] = [old, new].map(|text| R::from_json(text).unwrap());
    old.plan_update(&new).to_string()
}
