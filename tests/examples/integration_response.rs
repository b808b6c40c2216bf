//! The flagship, from documents to typed values and back: `cargo run --example integration_response`.

use std::error::Error;

use formwork::{Json, Resource, Value};

formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

/// The examples of the resource's page in the user guide: a resource of a template under its logical id.
const PAGE_JSON: &str = include_str!("../corpus/flagship/page.json");
const PAGE_YAML: &str = include_str!("../corpus/flagship/page.yaml");

/// A property object with six problems.
const BROKEN: &str = include_str!("../corpus/flagship/broken.json");

fn main() -> Result<(), Box<dyn Error>> {
    heading("Read the page's examples");
    let response = properties(&PAGE_JSON.parse()?)?;
    assert_eq!(response, properties(&Json::from_yaml(PAGE_YAML)?)?);
    println!("{response:#?}");

    heading("Write it as JSON");
    println!("{}", response.to_json());

    heading("Write it as YAML");
    print!("{}", response.to_yaml());

    heading("Plan an update of two properties");
    let updated = IntegrationResponse {
        integration_response_key: "/404/".into(),
        template_selection_expression: Some(Value::sub("${Stage}-errors")),
        ..response.clone()
    };
    println!("{}", response.plan_update(&updated));

    heading("Report a broken document");
    match IntegrationResponse::from_json(BROKEN) {
        Ok(response) => println!("{response:?}"),
        Err(violations) => println!("{violations}"),
    }
    Ok(())
}

/// The typed properties of the resource in an example of the page.
fn properties(example: &Json) -> Result<IntegrationResponse, Box<dyn Error>> {
    let properties = example
        .pointer("/IntegrationResponse/Properties")
        .ok_or("no properties")?;
    Ok(IntegrationResponse::from_value(&properties.clone().into())?)
}

fn heading(text: &str) {
    println!(
        "\n── {text} {}",
        "─".repeat(72_usize.saturating_sub(text.len()))
    );
}
