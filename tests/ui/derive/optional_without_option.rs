use formwork::{Map, Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Value<String>,
    integration_id: Value<String>,
    integration_response_key: Value<String>,
    template_selection_expression: String,
    response_parameters: Value<Map<Value<String>>>,
}

fn main() {
    let _ = NotFound::from_json("{}");
}
