use formwork::{Resource, Template, Types};

formwork::resource! {
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::IntegrationResponse",
}

fn main() -> Result<(), formwork::Violations> {
    // A template of typed resources, which refer to each other by handles.
    let mut template = Template::new();
    let api = template.add(
        "Api",
        Api::builder().name("chat").protocol_type("WEBSOCKET"),
    )?;
    let mock = Integration::builder().api_id(&api).integration_type("MOCK");
    let mock = template.add("Mock", mock)?;
    let not_found = IntegrationResponse::builder()
        .api_id(&api)
        .integration_id(&mock)
        .integration_response_key("/404/")
        .content_handling_strategy(integration_response::ContentHandlingStrategy::ConvertToText);
    template.add("NotFound", not_found)?;
    println!("{}", template.to_yaml());

    // A document is read as such a type, and everything that is wrong with it is told at once.
    let broken = r#"{
  "ApiId": "a", "IntegrationId": "i",
  "ContentHandlingStrategy": "CONVERT_TO_TXT",
  "IntegrationResponseKye": "/404/"
}"#;
    println!("{}\n", IntegrationResponse::from_json(broken).unwrap_err());

    // What an update does, before it is done.
    let mut next = template.clone();
    next.replace("Api", Api::builder().name("talk").protocol_type("HTTP"))?;
    println!("{}", template.plan_update(&next, &Types::catalog()));
    Ok(())
}
