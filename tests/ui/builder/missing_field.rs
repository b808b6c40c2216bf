formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");

fn main() {
    let _ = IntegrationResponse {
        api_id: "a".into(),
        integration_id: "i".into(),
        content_handling_strategy: None,
        response_parameters: None,
        response_templates: None,
        template_selection_expression: None,
    };
}
