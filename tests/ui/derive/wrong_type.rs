use formwork::{Map, Resource, Value};

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Value<i64>,
    integration_id: &'static str,
    integration_response_key: bool,
    content_handling_strategy: Option<Value<Vec<String>>>,
    response_parameters: Option<Map<i64>>,
}

fn main() {
    let _ = NotFound::from_json("{}");
}
